//! The words of Markdown leave the program as they are read: without emphasis, escapes, signs of headings
//! and targets of links; signs that are the text's own stay.

use crate::place::Place;
use serde_json::Value;

/// A text in Markdown, with signs of every kind.
const MARKED: &str = "# **KẾT LUẬN HỌP XÃ**\n\n## **I. Kết quả**\n\n1\\. *Đã* xong [Nghị quyết 5](https://vb.vn/nq_5_2024.html) về chợ.\n\n\
    2\\. __Đã__ mở đường.\n\n## **II. Nhiệm vụ**\n\n1\\. **Rà soát** các khoản *chi \\- thu*, đạt mức 3\\* trở lên.\n\n\
    2\\. **Công khai ngân sách** tại [trang tin](/tin/ngan-sach \"mở\") của xã.\n\n   Làm trong **quý I**.\n\n3\\. Đ**iều** phối vốn.\n";
/// Signs that nobody must see.
const SIGNS: [&str; 8] = ["!**", "!__", "!\\.", "!\\-", "!\\*", "!](", "!nq_5", "!ngan-sach"];

fn marked() -> Place {
    let place = Place::new();
    place.write("bai.md", MARKED);
    place
}

/// Runs, and checks that what is said has these words, and no sign.
#[track_caller]
fn clean(place: &Place, args: &[&str], words: &[&str]) -> String {
    let all: Vec<&str> = words.iter().chain(&SIGNS).copied().collect();
    place.check(args, 0, &all, &[]).out
}

#[test]
fn citations_have_words_alone() {
    let place = marked();
    let at = ["show", "bai.md", "nv.1", "--cite"];
    let cite = |form: &str, words: &[&str]| clean(&place, &[&at[..], &[form]].concat(), words);
    cite("text", &["“1. Rà soát các khoản chi - thu, đạt mức 3* trở lên.”"]);
    cite("bibtex", &["Rà soát các khoản chi - thu, đạt mức 3* trở lên"]);
    cite("csl", &["Rà soát các khoản chi - thu, đạt mức 3* trở lên"]);
    clean(
        &place,
        &["show", "bai.md/kq.1", "--cite", "text"],
        &["“1. Đã xong Nghị quyết 5 về chợ.”"],
    );
    clean(&place, &["show", "bai.md", "--cite", "text"], &["KẾT LUẬN HỌP XÃ"]);
}

#[test]
fn tasks_have_words_alone_in_every_format() {
    let place = marked();
    for format in ["table", "json", "csv"] {
        let words = [
            "Rà soát các khoản chi - thu, đạt mức 3* trở lên.",
            "Công khai ngân sách tại trang tin của xã.",
        ];
        clean(&place, &["tasks", "bai.md", "--format", format], &words);
    }
    let rows = place.json(&["tasks", "bai.md", "--format", "json"]);
    let second = rows[1]["text"].as_str().expect("a text");
    let second: Vec<&str> = second.lines().map(str::trim).collect();
    assert_eq!(second, ["Công khai ngân sách tại trang tin của xã.", "", "Làm trong quý I."]);
    assert_eq!(rows[2]["text"], "Điều phối vốn.");
    assert_eq!(rows[0]["label"], "Rà soát các khoản chi - thu, đạt mức 3* trở lên");
    // In a table of Markdown the text's own sign is no emphasis.
    place.check(&["tasks", "bai.md", "--format", "md"], 0, &["mức 3\\* trở lên.", "!**"], &[]);
}

#[test]
fn outlines_and_exports_have_words_alone() {
    let place = marked();
    clean(&place, &["outline", "bai.md"], &["1. Rà soát các khoản chi - thu, đạt mức 3* trở lên"]);
    clean(&place, &["outline", "bai.md", "--json"], &["\"marker\": \"1.\"", "3* trở lên"]);
    clean(
        &place,
        &["export", "bai.md", "--format", "txt"],
        &["1. Rà soát", "tại trang tin của xã."],
    );
    for format in ["html", "json"] {
        place.check(
            &["export", "bai.md", "--format", format],
            0,
            &["trang tin", "3*", "!**", "!]("],
            &[],
        );
    }
}

#[test]
fn hits_have_words_alone() {
    let place = marked();
    clean(
        &place,
        &["search", "soat cac khoan", "bai.md"],
        &["nv.1:", "1. Rà soát các khoản chi - thu"],
    );
    let hits = place.json(&["search", "nghi quyet 5", "bai.md", "--json"]);
    let text = |key: &str| hits[0][key].as_str().expect("a text").to_owned();
    assert_eq!(text("before") + &text("match") + &text("after"), "1. Đã xong Nghị quyết 5 về chợ.");
    // What is found in a target alone stands for itself.
    place.check(&["search", "vb.vn", "bai.md"], 0, &["vb.vn"], &[]);
}

#[test]
fn bookmarks_have_words_alone_and_are_found() {
    let place = marked();
    for at in ["nv.1", "nv.2", "nv.3", "kq.1"] {
        clean(&place, &["bookmarks", "add", "bai.md", at], &[]);
    }
    place.check(&["bookmarks", "add", "bai.md", "--quote", "đạt mức 3"], 0, &["đạt mức 3"], &[]);
    let words =
        ["Rà soát các khoản chi - thu, đạt mức 3* trở lên.", "Đã xong Nghị quyết 5 về chợ."];
    clean(&place, &["bookmarks", "list"], &words);
    clean(&place, &["bookmarks", "list", "--json"], &words);
    for format in ["csv", "json", "w3c"] {
        clean(&place, &["bookmarks", "export", "--format", format], &words);
    }
    let md = &["bookmarks", "export", "--format", "md"];
    place.check(
        md,
        0,
        &["> 1\\. Rà soát các khoản chi - thu, đạt mức 3\\* trở lên.", "!**", "!]("],
        &[],
    );
    let states = |place: &Place| -> Vec<String> {
        let all = place.json(&["bookmarks", "check", "--json"]);
        let all = all.as_array().expect("bookmarks").iter();
        all.map(|one| one["state"].as_str().expect("a state").to_owned()).collect()
    };
    assert_eq!(states(&place), ["same"; 5]);
    // In another form of the same words they are found as well, and back again.
    let plain = place.run(&["export", "bai.md", "--format", "txt"]).out;
    place.write("bai.md", plain);
    assert!(states(&place).iter().all(|state| state == "moved"), "{:?}", states(&place));
    place.write(
        "bai.md",
        MARKED.replace("**", "").replace("\n\n## II", "\n\nXen vào đây.\n\n## II"),
    );
    assert!(
        states(&place).iter().all(|state| ["moved", "same"].contains(&state.as_str())),
        "{:?}",
        states(&place)
    );
}

#[test]
fn what_goes_out_comes_back_as_it_was() {
    let place = marked();
    for at in ["nv.1", "kq.1"] {
        place.check(&["bookmarks", "add", "bai.md", at, "--note", "xem"], 0, &[], &[]);
    }
    for format in ["json", "w3c"] {
        let out = place.run(&["bookmarks", "export", "--format", format]).out;
        place.write("ra.json", &out);
        let kept = place.path(format);
        let run = |args: &[&str]| place.run_in(&kept, args, "", &[]);
        assert_eq!(run(&["bookmarks", "import", "ra.json"]).status, 0);
        assert_eq!(run(&["bookmarks", "export", "--format", format]).out, out);
        // Over what is there it is the same.
        let again: Value = place.json(&["bookmarks", "import", "ra.json", "--json"]);
        assert_eq!((&again["new"], &again["known"]), (&0.into(), &2.into()));
    }
}

#[test]
fn a_bookmark_of_an_older_version_is_found_and_shown_in_words() {
    let place = marked();
    let start = MARKED.find("1\\. **Rà").expect("there");
    let quote = &MARKED[start..start + MARKED[start..].find("\n\n").expect("an end")];
    let next = start + quote.len();
    let entry = |id: &str, quote: &str, start: usize, before: &str, after: &str| {
        format!(
            "[[bookmarks]]\nid = \"{id}\"\nspeech = \"ket-luan-hop-xa\"\nsource = {:?}\nquote = {quote:?}\n\
             before = {before:?}\nafter = {after:?}\nstart = {start}\nend = {}\ncopies = 1\nalike = 20\n\n",
            place.path("bai.md"),
            start + quote.len()
        )
    };
    let cut = "soát** các khoản *chi";
    let cut_at = MARKED.find(cut).expect("there");
    let text = format!(
        "version = 1\n\n{}{}",
        entry("một", quote, start, "## **II. Nhiệm vụ**\n\n", &MARKED[next..next + 60]),
        entry("hai", cut, cut_at, "1\\. **Rà ", " \\- thu*, đạt")
    );
    place.write("kept/data/bookmarks.toml", text);
    let words = ["1. Rà soát các khoản chi - thu, đạt mức 3* trở lên.", "soát các khoản *chi"];
    clean(&place, &["bookmarks", "list"], &words);
    clean(&place, &["bookmarks", "list", "--json"], &words[..1]);
    let all = place.json(&["bookmarks", "check", "--json"]);
    assert_eq!((&all[0]["state"], &all[1]["state"]), (&"same".into(), &"same".into()));
    assert_eq!(all[1]["places"][0]["quote"], "soát các khoản chi");
    // Out and in again it is what it was.
    place.write("ra.json", place.run(&["bookmarks", "export", "--format", "json"]).out);
    let again = place.json(&["bookmarks", "import", "ra.json", "--json"]);
    assert_eq!((&again["new"], &again["known"]), (&0.into(), &2.into()));
}

#[test]
fn asterisks_of_the_text_itself_stay() {
    let place = Place::new();
    let text = "Họp bàn\n\nYêu cầu tập trung thực hiện các nhiệm vụ trọng tâm sau:\n\n1. Đạt mức 3* và 4* (*) như đã nêu.\n\n2. Tính 2*3 = 6, xem [1](phụ lục) và tep_a_b.txt.\n";
    place.write("bai.txt", text).write("bai.md", text);
    for file in ["bai.txt", "bai.md"] {
        let words =
            ["Đạt mức 3* và 4* (*) như đã nêu", "Tính 2*3 = 6, xem [1](phụ lục) và tep_a_b.txt"];
        for args in [&["outline", file][..], &["tasks", file], &["tasks", file, "--format", "csv"]]
        {
            place.check(args, 0, &words, &[]);
        }
        place.check(
            &["show", file, "nv.1", "--cite", "text"],
            0,
            &["“1. Đạt mức 3* và 4* (*) như đã nêu.”"],
            &[],
        );
        place.check(&["bookmarks", "add", file, "nv.1"], 0, &["Đạt mức 3* và 4* (*)"], &[]);
        place.check(&["search", "dat muc", file], 0, &["Đạt mức 3* và 4* (*)"], &[]);
    }
}

//! Bookmarks from the command line: labels, filters, going out and coming in, citations.
//!
//! Every run has a folder of its own for all that it keeps, and an environment without a locale.

use crate::place::Place;
use serde_json::Value;
use std::fs;

/// Gives the entries of the file of bookmarks, without what a new file begins with.
fn kept(place: &Place, folder: &str) -> String {
    let text = fs::read_to_string(place.path(folder).join("data/bookmarks.toml")).expect("a file");
    text.split_once("version = 1\n").expect("a header").1.to_owned()
}

const ID: &str = "2023-12-20-ket-luan-noi-chinh";

#[test]
fn speeches_and_items_are_cited() {
    let place = Place::new();
    let show = |what: &str, form: &str| {
        place.check(&["show", what, "--cite", form], 0, &["!{quote}"], &[]).out
    };
    let text = show("nv.3", "text");
    assert!(text.starts_with("“Ba là: Nâng cao vai trò"), "{text}");
    assert!(text.ends_with(&format!("20/12/2023 [{ID}/nv.3]\n")), "{text}");
    assert!(show(ID, "text").starts_with("— Lê Thị Thủy"), "a whole speech is not quoted");
    let entry = show("nv.3", "bibtex");
    assert!(entry.starts_with(&format!("@misc{{{ID}:nv.3,\n")), "{entry}");
    for part in ["{{Lê Thị Thủy}}", "{2023-12-20}", "= dec,", "{vietnamese}", "{nv.3: Nâng cao"]
    {
        assert!(entry.contains(part), "{part} in {entry}");
    }
    let csl = place.json(&["show", "nv", "--cite", "csl"]);
    assert_eq!((&csl[0]["type"], &csl[0]["language"]), (&"speech".into(), &"vi".into()));
    assert_eq!(csl[0]["author"][0]["family"], "Lê");
    assert!(csl[0]["note"].as_str().is_some_and(|note| note.starts_with("nv: ")), "{csl}");
    place.check(&["show", "nv.3", "--cite", "mla"], 2, &[], &["text, bibtex, csl"]);
    place.check(&["show", "nv.3", "--cite", "csl", "--json"], 2, &[], &["--json"]);
}

#[test]
fn bookmarks_are_labelled_filtered_and_sorted() {
    let place = Place::new();
    let add = |args: &[&str]| {
        let args = [&["bookmarks", "add"], args].concat();
        place.check(&args, 0, &["!error"], &[]);
    };
    add(&["nv.3", "--tag", "gấp, quý I", "--tag", "#Gấp", "--kind", "todo", "--letter", "a"]);
    add(&["nv.1", "--note", "hỏi lại", "--kind", "question", "--letter", "a"]);
    let list = place.json(&["bookmarks", "list", "--json"]);
    assert_eq!(list[0]["tags"], serde_json::json!(["gấp", "quý I"]));
    assert_eq!((&list[0]["kind"], &list[0]["letter"]), (&"todo".into(), &Value::Null));
    assert_eq!(list[1]["letter"], "a", "the letter went to the one that asked for it last");
    let first = |args: &[&str]| {
        let args = [&["bookmarks", "list", "--json"], args].concat();
        place.json(&args)[0]["address"].as_str().expect("an address").to_owned()
    };
    assert!(first(&["--filter", "#gap"]).ends_with("/nv.3"));
    assert!(first(&["--filter", "kind:question hoi"]).ends_with("/nv.1"));
    assert!(first(&["--sort", "place"]).ends_with("/nv.1"));
    place.check(&["bookmarks", "list"], 0, &["■ #gấp #quý I", "● 'a hỏi lại"], &[]);
    place.check(
        &["bookmarks", "list", "--filter", "#khác"],
        1,
        &[],
        &["Không có dấu trang nào khớp"],
    );
    place.check(&["bookmarks", "list", "--filter", "role:x"], 2, &[], &["loại “x”"]);
    place.check(&["bookmarks", "add", "nv.2", "--letter", "ab"], 2, &[], &["--letter"]);
    place.check(&["bookmarks", "add", "nv.2", "--kind", "x"], 2, &[], &["important"]);
}

const TEXT: &str = "Kết luận hội nghị công tác quý I\n\nNgày 04/04/2022, đồng chí An kết luận.\n\n\
    Thưa các đồng chí!\n\nĐề nghị thực hiện các nhiệm vụ sau:\n\n\
    Một là: Rà soát các quy định đã ban hành.\n\nGiao Văn phòng theo dõi.\n\n\
    Hai là: Báo cáo kết quả trước ngày 30/6.\n\nBa là: Kiểm tra việc thực hiện ở cơ sở.\n";

/// A place with three bookmarks in two speeches, one of them published on the web.
fn filled() -> Place {
    let place = Place::new();
    place.write("bai.txt", TEXT);
    place.write("bai.toml", "url = \"https://example.vn/ket-luan\"\nspeaker = \"Nguyễn Văn An\"\n");
    let add = |args: &[&str]| {
        place.check(&[&["bookmarks", "add"], args].concat(), 0, &["!error"], &[]);
    };
    add(&["bai.txt", "nv.2", "--note", "Hỏi lại:\n\n* ai làm?", "--tag", "gấp, quý I"]);
    add(&["bai.txt", "nv.1", "--quote", "Rà soát các quy định", "--kind", "todo", "--letter", "đ"]);
    add(&["nv.3"]);
    place
}

#[test]
fn what_is_exported_and_imported_is_what_it_was() {
    let place = filled();
    for format in ["json", "w3c"] {
        let out = place.check(&["bookmarks", "export", "--format", format], 0, &["gấp"], &[]).out;
        place.write("ra.json", &out);
        // Into an empty store: the same files.
        let empty = place.path(&format!("kept-{format}"));
        let run = place.run_in(&empty, &["bookmarks", "import", "ra.json"], "", &[]);
        assert_eq!(run.status, 0, "{}{}", run.out, run.err);
        assert!(run.out.contains("Mới: 3 · đã gộp: 0 · đã có: 0"), "{}", run.out);
        assert_eq!(kept(&place, &format!("kept-{format}")), kept(&place, "kept"), "{format}");
        // Once more, and into the store it came from: nothing changes.
        for folder in [empty, place.path("kept")] {
            let run = place.run_in(&folder, &["bookmarks", "import", "-", "--json"], &out, &[]);
            let report: Value = serde_json::from_str(&run.out).expect("JSON");
            assert_eq!(report["known"], 3, "{report}");
            assert_eq!((&report["new"], &report["merged"]), (&0.into(), &0.into()));
        }
        assert_eq!(kept(&place, &format!("kept-{format}")), kept(&place, "kept"), "{format}");
    }
}

#[test]
fn a_trial_keeps_nothing_and_a_report_says_what_became_of_it() {
    let place = filled();
    let out = place.check(&["bookmarks", "export", "--format", "w3c"], 0, &["gấp"], &[]).out;
    place.write("ra.json", &out);
    let other = place.path("other");
    let run = place.run_in(&other, &["bookmarks", "import", "ra.json", "--dry-run"], "", &[]);
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(run.out.contains("Chưa lưu gì."), "{}", run.out);
    assert!(!other.join("data/bookmarks.toml").exists());
    // The text has changed: one passage is gone, one is there twice.
    let text = TEXT.replace("Báo cáo kết quả trước ngày 30/6", "Tổ chức thi đua trong toàn ngành");
    place.write("bai.txt", text);
    let run = place.run_in(&other, &["bookmarks", "import", "ra.json", "--json"], "", &[]);
    assert_eq!(run.status, 1, "as bookmarks check");
    let report: Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!((&report["new"], &report["lost"]), (&3.into(), &1.into()), "{report}");
    assert_eq!(report["bookmarks"][0]["state"], "lost", "it is kept all the same");
    let list = place.run_in(&other, &["bookmarks", "list"], "", &[]);
    assert!(list.out.contains("Báo cáo kết quả trước ngày 30/6."), "{}", list.out);
}

#[test]
fn annotations_of_others_find_their_speech_and_meet_what_is_there() {
    let place = filled();
    place.write("cau-hinh.toml", "[library]\nfolders = [\".\"]\n");
    let annotation = |source: &str, exact: &str, note: &str| {
        serde_json::json!({
            "@context": "http://www.w3.org/ns/anno.jsonld", "id": "https://example.org/1",
            "type": "Annotation", "body": {"type": "TextualBody", "value": note},
            "target": {"source": source, "selector": {"type": "TextQuoteSelector", "exact": exact}}
        })
    };
    let all = serde_json::json!([
        annotation(
            "https://example.vn/ket-luan/#muc",
            "Báo cáo kết quả trước ngày 30/6.",
            "của bạn"
        ),
        annotation("https://example.org/khac", "Kiểm tra việc thực hiện ở cơ sở.", "theo lời văn"),
        annotation("https://example.org/khac", "không có ở đâu cả", "mất"),
    ]);
    place.write("vao.json", all.to_string());
    let args = ["--config", "cau-hinh.toml", "bookmarks", "import", "vao.json", "--json"];
    let run = place.run_in(&place.path("kept"), &args, "", &[]);
    assert_eq!(run.status, 1, "{}{}", run.out, run.err);
    let report: Value = serde_json::from_str(&run.out).expect("JSON");
    let told = |at: usize| {
        let one = &report["bookmarks"][at];
        let text = |key: &str| one[key].as_str().unwrap_or_default().to_owned();
        (text("result"), text("state"), text("address"))
    };
    let id = "2022-04-04-ket-luan-hoi-nghi-cong-tac-quy-i";
    assert_eq!(told(1), ("new".into(), "same".into(), format!("{id}/nv.3")), "{report}");
    assert_eq!(told(2), ("new".into(), "lost".into(), "example-org-khac".into()));
    assert_eq!(told(0).2, format!("{id}/nv.2"));
    place.check(&["bookmarks", "list", "--filter", "của bạn"], 0, &["Báo cáo kết quả"], &[]);
}

#[test]
fn bookmarks_go_out_as_notes_rows_and_links() {
    let place = filled();
    let export = |format: &str| {
        place.run_in(&place.path("kept"), &["bookmarks", "export", "--format", format], "", &[])
    };
    let md = export("md");
    assert_eq!(md.status, 0, "{}", md.err);
    for part in [
        "# Kết luận hội nghị công tác quý I\n",
        "## nv.1 — Rà soát các quy định đã ban hành\n\n> Rà soát các quy định\n",
        "\n* ai làm?\n",
        "[↗](https://example.vn/ket-luan#:~:text=R%C3%A0%20so%C3%A1t",
        "■ cần làm",
    ] {
        assert!(md.out.contains(part), "{part} in\n{}", md.out);
    }
    assert!(md.out.find("## nv.1") < md.out.find("## nv.2"), "in the order of the text");
    let csv = export("csv").out;
    let mut rows = csv.lines();
    assert!(rows.next().is_some_and(|head| head.starts_with("id,address,speech,title,")));
    assert!(csv.contains(",Nguyễn Văn An,2022-04-04,13,,\"gấp, quý I\",,"), "{csv}");
    let links = export("fragment");
    assert_eq!((links.status, links.out.lines().count()), (0, 2), "{}", links.out);
    assert!(links.err.contains("1"), "the shipped speech has no address: {}", links.err);
    place.check(&["bookmarks", "export", ID, "--format", "fragment"], 1, &[], &["url"]);
    place.check(&["bookmarks", "export", "--filter", "#gap"], 0, &["nv.2", "!nv.1 —"], &[]);
    place.check(&["bookmarks", "export", "--format", "pdf"], 2, &[], &["md, csv, json, w3c"]);
}

#[test]
fn what_cannot_be_imported_is_told_and_changes_nothing() {
    let place = filled();
    let before = kept(&place, "kept");
    for (text, part) in [
        ("không phải JSON", "không chứa dấu trang đọc được"),
        ("{\"type\": \"Note\"}", "W3C"),
        ("{\"format\": \"dienvan-bookmarks\", \"version\": 9, \"bookmarks\": []}", "phiên bản 9"),
        ("{\"format\": \"dienvan-bookmarks\", \"version\": 1, \"bookmarks\": [{}]}", "Mục 1"),
    ] {
        place.write("xau.json", text);
        place.check(&["bookmarks", "import", "xau.json"], 2, &[], &[part]);
    }
    place.check(&["bookmarks", "import", "khong-co.json"], 2, &[], &["khong-co.json"]);
    place.write("rong.json", "[]");
    place.check(&["bookmarks", "import", "rong.json"], 1, &["Mới: 0"], &["không có dấu trang nào"]);
    assert_eq!(kept(&place, "kept"), before);
}

//! Which speech a bookmark, a correction and a place are of, where files have one title, one day, or hardly
//! a name.

use crate::place::Place;
use std::fs;

fn minutes(day: &str, work: &str) -> String {
    format!(
        "Kết luận giao ban tuần\n\nNgày {day}, đồng chí Trần Văn Mẫu kết luận.\n\n\
         Đề nghị thực hiện các nhiệm vụ sau:\n\nMột là: {work} đúng lịch.\n\nHai là: Báo cáo hằng ngày.\n"
    )
}

/// A notice of which only day and place change from time to time.
fn notice(day: &str, village: &str) -> String {
    format!(
        "Thông báo lịch tiếp dân\n\nỦy ban nhân dân xã thông báo lịch tiếp công dân của lãnh đạo trong tháng tới.\n\n\
         Nhiệm vụ của các thôn như sau:\n\n1. Thôn {village} chuẩn bị phòng tiếp dân và nước uống.\n\n\
         2. Văn thư ghi chép đầy đủ ý kiến của người dân và trả lời đúng hạn.\n\n\
         3. Công an xã giữ trật tự, không để chen lấn trong buổi tiếp dân ngày {day}.\n\n\
         4. Sau buổi tiếp, các bộ phận gửi báo cáo kết quả về văn phòng để theo dõi.\n"
    )
}

/// Pairs of papers that share their formulas, and words that only the first has.
fn siblings() -> [(String, String, &'static str); 2] {
    [
        (minutes("04/04/2022", "Gieo mạ"), minutes("11/04/2022", "Cấy lúa"), "Gieo mạ"),
        (notice("5", "Đông"), notice("9", "Tây"), "Thôn Đông"),
    ]
}

fn states(place: &Place) -> Vec<(String, bool)> {
    let all = place.json(&["bookmarks", "check", "--json"]);
    let all = all.as_array().expect("bookmarks").iter();
    all.map(|one| {
        (
            one["state"].as_str().expect("a state").to_owned(),
            one["found"].as_bool().expect("a flag"),
        )
    })
    .collect()
}

#[test]
fn a_bookmark_is_never_one_of_another_file() {
    for (one, other, words) in siblings() {
        let place = Place::new();
        place.write("a/bai.txt", &one).write("b/bai.txt", &other);
        place.check(&["bookmarks", "add", "a/bai.txt", "nv.1", "--note", "x"], 0, &[words], &[]);
        place.check(&["bookmarks", "list", "a/bai.txt"], 0, &[words], &[]);
        let none = place.run(&["bookmarks", "list", "b/bai.txt"]);
        assert!(!none.out.contains(words) && none.status == 1, "{}{}", none.out, none.err);
        assert_eq!(states(&place), [("same".to_owned(), true)]);
        // Nor of a corrected copy, as long as the first is there.
        place.write("b/bai.txt", one.replace("Báo cáo", "Ghi chép").replace("Văn thư", "Thư ký"));
        let none = place.run(&["bookmarks", "list", "b/bai.txt"]);
        assert!(!none.out.contains(words), "{}", none.out);
        // Both in the notebook are two speeches.
        place.check(&["bookmarks", "add", "b/bai.txt", "nv.2"], 0, &[], &[]);
        let md = place.run(&["bookmarks", "export", "--format", "md"]).out;
        assert_eq!(md.lines().filter(|line| line.starts_with("# ")).count(), 2, "{md}");
    }
}

#[test]
fn a_correction_is_never_one_of_another_file() {
    for (one, other, _) in siblings() {
        let place = Place::new();
        place.write("a/bai.txt", &one).write("b/bai.txt", &other);
        place.check(
            &["outline", "correct", "a/bai.txt", "nv.2", "--role", "viewpoint"],
            0,
            &[],
            &[],
        );
        let role = |file: &str| {
            let outline = place.json(&["outline", file, "--json"]);
            outline["items"][1]["role"].as_str().expect("a role").to_owned()
        };
        assert_eq!((role("a/bai.txt").as_str(), role("b/bai.txt").as_str()), ("viewpoint", "task"));
    }
}

#[test]
fn the_same_speech_is_known_under_another_name_and_in_another_form() {
    let text = notice("5", "Đông");
    let html: String = text.lines().map(|line| format!("<p>{line}</p>")).collect();
    let utf16: Vec<u8> =
        [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let forms: [(&str, Vec<u8>); 5] = [
        ("khác/tên.txt", text.clone().into()),
        ("crlf.txt", text.replace('\n', "\r\n").into()),
        ("utf16.txt", utf16),
        ("bai.html", format!("<!DOCTYPE html><html><body>{html}</body></html>").into()),
        ("liền.txt", text.replace("\n\n", "\n").into()),
    ];
    for (name, bytes) in forms {
        // The first file may be there or gone.
        for is_gone in [false, true] {
            let place = Place::new();
            place.write("a/bai.txt", &text).write(name, &bytes);
            place.check(&["bookmarks", "add", "a/bai.txt", "nv.1"], 0, &["Thôn Đông"], &[]);
            if is_gone {
                fs::remove_file(place.path("a/bai.txt")).expect("removed");
            }
            place.check(&["bookmarks", "list", name], 0, &["Thôn Đông"], &[]);
        }
    }
    // Moved and corrected it is still the same, if nearly all is shared.
    let place = Place::new();
    place.write("a/bai.txt", &text).write("b/bai.txt", text.replace("nước uống", "ghế ngồi"));
    place.check(&["bookmarks", "add", "a/bai.txt", "nv.2"], 0, &[], &[]);
    fs::remove_file(place.path("a/bai.txt")).expect("removed");
    place.check(&["bookmarks", "list", "b/bai.txt"], 0, &["Văn thư"], &[]);
}

#[test]
fn bookmarks_of_two_files_come_in_as_two() {
    let place = Place::new();
    for (dir, day, work) in [("a", "04/04/2022", "Gieo mạ"), ("b", "11/04/2022", "Cấy lúa")] {
        let file = format!("{dir}/bai.txt");
        place.write(&file, minutes(day, work));
        place.check(&["bookmarks", "add", &file, "nv.2", "--note", dir], 0, &["Báo cáo"], &[]);
    }
    for format in ["json", "w3c"] {
        let out = place.run(&["bookmarks", "export", "--format", format]).out;
        place.write("ra.json", &out);
        let kept = place.path(format);
        let run = |args: &[&str]| place.run_in(&kept, args, "", &[]);
        let told = run(&["bookmarks", "import", "ra.json", "--json"]).out;
        assert!(told.contains("\"new\": 2"), "{told}");
        assert_eq!(run(&["bookmarks", "export", "--format", format]).out, out);
    }
}

#[cfg(unix)]
#[test]
fn files_without_latin_letters_in_their_names_are_told_apart() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let place = Place::new();
    let names: [&[u8]; 5] = [
        "漢字.txt".as_bytes(),
        "дело.txt".as_bytes(),
        b"\xff\xfe.txt",
        b"\xfe\xff.txt",
        "……".as_bytes(),
    ];
    fs::create_dir_all(place.path("tệp")).expect("a folder");
    for (at, name) in names.iter().enumerate() {
        let path = place.path("tệp").join(OsStr::from_bytes(name));
        fs::write(path, format!("(không đề)\n\nmưa nắng số {at} kéo dài suốt cả vụ.\n"))
            .expect("a file");
    }
    let mut ids = Vec::new();
    for name in &names {
        let path = place.path("tệp").join(OsStr::from_bytes(name));
        let run = |args: &[&OsStr]| -> String {
            let mut command = assert_cmd::Command::new(assert_cmd::cargo::cargo_bin!("dienvan"));
            command.env_clear().arg("--data-dir").arg(place.path("kept")).args(args);
            String::from_utf8_lossy(&command.output().expect("it runs").stdout).into_owned()
        };
        let outline = run(&["outline".as_ref(), path.as_os_str(), "--json".as_ref()]);
        let outline: serde_json::Value = serde_json::from_str(&outline).expect("JSON");
        ids.push(outline["speech"]["id"].as_str().expect("an id").to_owned());
        run(&[
            "bookmarks".as_ref(),
            "add".as_ref(),
            path.as_os_str(),
            "--quote".as_ref(),
            "kéo dài".as_ref(),
        ]);
    }
    let mut distinct = ids.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), names.len(), "{ids:?}");
    let list = place.json(&["bookmarks", "list", "--json"]);
    assert_eq!(list.as_array().map(Vec::len), Some(names.len()));
    assert!(list.as_array().expect("all").iter().all(|one| one["source"].is_string()), "{list}");
    assert!(
        states(&place).iter().all(|(state, found)| state == "same" && *found),
        "{:?}",
        states(&place)
    );
}

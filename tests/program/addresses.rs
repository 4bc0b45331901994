//! Which text and which place in it a command line means, and how rows tell which file they are of.

use crate::place::Place;
use std::io::Write;

const TASKS: [&str; 5] = [
    "Kết luận họp thôn",
    "Đề nghị thực hiện các nhiệm vụ sau:",
    "1. Họp dân ở từng xóm.",
    "2. Khơi thông cống rãnh.",
    "3. Sửa đường liên xóm.",
];

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a file");
        zip.write_all(bytes).expect("written");
    }
    zip.finish().expect("an archive").into_inner()
}

fn plain() -> String {
    TASKS.join("\n\n") + "\n"
}

fn html() -> String {
    let all: Vec<String> = TASKS.iter().map(|line| format!("<p>{line}</p>")).collect();
    format!("<!DOCTYPE html><html><body><h1>{}</h1>{}</body></html>", TASKS[0], all[1..].concat())
}

fn docx() -> Vec<u8> {
    let all: Vec<String> =
        TASKS.iter().map(|line| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>")).collect();
    let document = format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:body>{}</w:body></w:document>",
        all.concat()
    );
    let types = "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    zip(&[("[Content_Types].xml", types.as_bytes()), ("word/document.xml", document.as_bytes())])
}

fn odt() -> Vec<u8> {
    let all: Vec<String> = TASKS.iter().map(|line| format!("<text:p>{line}</text:p>")).collect();
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>{}</office:text></office:body></office:document-content>",
        all.concat()
    );
    let kind = b"application/vnd.oasis.opendocument.text";
    zip(&[("mimetype", kind), ("content.xml", content.as_bytes())])
}

/// Puts the same speech into files of many formats, archives and folders; gives their paths.
fn everywhere(place: &Place) -> Vec<String> {
    let archive = zip(&[("năm/bài.docx", &docx()), ("năm/khác.txt", "Bài khác.".as_bytes())]);
    let files: [(&str, Vec<u8>); 9] = [
        ("bai.txt", plain().into()),
        ("bai.md", plain().into()),
        ("bai.html", html().into()),
        ("bai.docx", docx()),
        ("bai.odt", odt()),
        ("không đuôi", docx()),
        ("thư mục.zip/bai.docx", docx()),
        ("thư mục.docx/bai.txt", plain().into()),
        ("một.zip", zip(&[("bai.odt", &odt())])),
    ];
    let mut paths: Vec<String> = Vec::new();
    for (name, bytes) in files {
        place.write(name, bytes);
        paths.push(name.to_owned());
    }
    place.write("nhiều.zip", archive);
    paths.push("nhiều.zip/năm/bài.docx".into());
    paths
}

#[test]
fn a_place_behind_a_file_is_found_in_every_format() {
    let place = Place::new();
    for path in everywhere(&place) {
        let at = format!("{path}/nv.3");
        for what in [&[at.as_str()][..], &[path.as_str(), "nv.3"]] {
            let args = |before: &[&'static str], after: &[&'static str]| -> Vec<String> {
                let all = before.iter().chain(what).chain(after);
                all.map(|word| (*word).to_owned()).collect()
            };
            let check = |args: Vec<String>, out: &[&str]| {
                let args: Vec<&str> = args.iter().map(String::as_str).collect();
                place.check(&args, 0, out, &[]);
            };
            check(args(&["show"], &[]), &["3. Sửa đường liên xóm.", "!Khơi thông"]);
            check(args(&[], &[]), &["3. Sửa đường liên xóm.", "!Khơi thông"]);
            check(args(&["show", "--cite", "text"], &[]), &["“3. Sửa đường liên xóm.”"]);
            check(args(&["export", "--format", "md"], &[]), &["Sửa đường", "!Khơi thông"]);
            check(args(&["bookmarks", "add"], &[]), &["Sửa đường"]);
        }
    }
}

#[test]
fn what_is_behind_no_text_is_told() {
    let place = Place::new();
    everywhere(&place);
    place.check(&["show", "nhiều.zip/nv.3"], 2, &[], &["bài.docx/nv.3", "khác.txt/nv.3"]);
    for missing in ["bai.docx/khong", "nhiều.zip/năm/khong.txt/nv.3", "khong.docx/nv.3"] {
        place.check(&["show", missing], 2, &[], &[missing.split("/nv").next().expect("a path")]);
    }
    place.write("hỏng.zip", b"PK\x03\x04 none");
    place.check(&["show", "hỏng.zip/a.txt"], 2, &[], &["hỏng.zip"]);
}

#[test]
fn an_item_that_is_missing_is_told_with_those_there_are() {
    let place = Place::new();
    let list = |numbers: &[u32]| -> String {
        let items: Vec<String> =
            numbers.iter().map(|number| format!("{number}. Việc số {number}.\n")).collect();
        format!("Họp\n\nĐề nghị thực hiện các nhiệm vụ sau:\n\n{}", items.join("\n"))
    };
    for (numbers, missing, told) in [
        (&[1, 2, 3][..], "nv.4", "nv (1–3)"),
        (&[1, 2, 3, 5], "nv.4", "nv (1–3, 5)"),
        (&[1, 2, 4, 5], "kq.1", "nv (1–2, 4–5)"),
    ] {
        place.write("bai.txt", list(numbers));
        place.check(&["show", "bai.txt", missing], 1, &[], &[missing, told]);
    }
    // A list may begin with another number.
    let text = "Họp\n\nII. NHIỆM VỤ\n\n1. Tiếp tục sửa cầu trước ngày 30/6.\n\n2. Tập trung đắp đê, xong trong tháng 7.\n\nIII. TỔ CHỨC\n\nCác xã làm.\n";
    place.write("bai.txt", text);
    place.check(&["show", "bai.txt", "md.1"], 1, &[], &["md (2–3)", "nv (1–2)"]);
}

#[test]
fn a_place_behind_an_id_or_a_title_is_one_in_that_speech() {
    let place = Place::new();
    place
        .write("a.txt", plain())
        .write("b.txt", "Diễn văn khai giảng\n\nNhiệm vụ:\n\n1. Dạy tốt.\n\n2. Học tốt.\n");
    place.check(&["import", "a.txt", "b.txt"], 0, &["2 bài mới"], &[]);
    let id = "ket-luan-hop-thon";
    place.check(&[id, "nv.3"], 0, &["3. Sửa đường", "!Khơi"], &[]);
    place.check(&["show", id, "nv"], 0, &["2. Khơi", "3. Sửa"], &[]);
    place.check(&["show", "hop", "thon", "nv.2"], 0, &["2. Khơi", "!Sửa"], &[]);
    let both = [id, "nv.3", "dien-van-khai-giang", "nv.1"];
    place.check(&both, 0, &["3. Sửa đường", "1. Dạy tốt.", "!Khơi"], &[]);
    place.check(&["show", "khong-co", "nv.3"], 1, &[], &["khong-co"]);
}

#[test]
fn a_mistyped_command_is_told() {
    let place = Place::new();
    place.write("bai.txt", plain());
    for (words, command) in [
        (&["shwo", "nv.3"][..], "dienvan show"),
        (&["shwo", "bai.txt"], "dienvan show"),
        (&["taks"], "dienvan tasks"),
        (&["bookmark", "list"], "dienvan bookmarks"),
        (&["ipmort", "bai.txt"], "dienvan import"),
    ] {
        place.check(words, 1, &[], &[words[0], command]);
    }
    place.check(&["khong", "co"], 1, &[], &["khong co", "!lệnh"]);
    let run = place.check(&["--lang", "en", "shwo"], 1, &[], &["Did you mean"]);
    assert!(!run.err.contains("lệnh"), "{}", run.err);
}

#[test]
fn rows_of_two_files_with_one_title_are_told_apart() {
    let place = Place::new();
    let text = |work: &str| {
        format!(
            "Kết luận giao ban\n\nCác nhiệm vụ trọng tâm sau:\n\n1. Tập trung {work}.\n\n2. Chờ dự toán.\n"
        )
    };
    place.write("a/bai.txt", text("quét sân")).write("b/tin.txt", text("sơn cổng"));
    let tasks = place.json(&["tasks", "a", "b", "--format", "json"]);
    let hits = place.json(&["search", "cho", "a", "b", "--json"]);
    for rows in [tasks, hits] {
        let path = |at: usize| rows[at]["path"].as_str().expect("a path").to_owned();
        let last = rows.as_array().expect("rows").len() - 1;
        assert_eq!((path(0).as_str(), path(last).as_str()), ("a/bai.txt", "b/tin.txt"));
        assert_eq!(rows[0]["speech"], rows[last]["speech"]);
        let address = format!("{}/{}", path(last), "nv.1");
        place.check(&["show", &address], 0, &["sơn cổng"], &[]);
    }
    let csv =
        [",speech,path,lead,", ",ket-luan-giao-ban,a/bai.txt,", ",ket-luan-giao-ban,b/tin.txt,"];
    place.check(&["tasks", "a", "b", "--format", "csv"], 0, &csv, &[]);
    place.check(&["bookmarks", "add", "a/bai.txt", "nv.1"], 0, &["quét sân"], &[]);
    let list = place.json(&["bookmarks", "list", "--json"]);
    assert!(list[0]["path"].as_str().expect("a path").ends_with("a/bai.txt"));
    let csv = place.run(&["bookmarks", "export", "--format", "csv"]).out;
    assert!(csv.contains(",url,path\n") && csv.trim_end().ends_with("a/bai.txt"), "{csv}");
    // What ships has no file.
    let shipped = place.json(&["tasks", "2023-12-20-ket-luan-noi-chinh", "--format", "json"]);
    assert!(shipped[0]["path"].is_null());
}

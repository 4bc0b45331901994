//! The command line from outside: arguments in; text, JSON and exit status out.
//!
//! Every run has a folder of its own for all that it keeps, and an environment without a locale.

use crate::place::Place;
use assert_cmd::cargo::cargo_bin;
use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::Stdio;

const ID: &str = "2023-12-20-ket-luan-noi-chinh";
const SPEECH: &str = include_str!("../../data/speeches/2023-12-20-ket-luan-noi-chinh.txt");
const TASK_3: &str = "Nâng cao vai trò, trách nhiệm của các cơ quan nội chính";

/// A text that would write to the clipboard, set the title, ask where the cursor is, and turn the
/// direction of the line, if it got to a terminal.
const HOSTILE: &str = "Bài\u{1b}]52;c;aGFjaw==\u{7} nói\u{1b}]0;tieu de\u{1b}\\ xấu\u{1b}[6n\n\n\
    Nhiệm vụ\u{9b}6n sau:\n\nMột là: gìn\u{202e} giữ\u{200b} kỷ\u{0} luật\u{85}.\n\n\
    Hai là: rà\u{9d}52;c;eA==\u{9c} soát \u{1b}P1$r\u{1b}\\văn\u{2067} bản.\n";

fn numbers(list: &Value, key: &str) -> Vec<u64> {
    let all = list.as_array().expect("an array").iter();
    all.map(|entry| entry[key].as_u64().expect("a number")).collect()
}

fn texts<'a>(list: &'a Value, key: &str) -> Vec<&'a str> {
    let all = list.as_array().expect("an array").iter();
    all.map(|entry| entry[key].as_str().expect("a text")).collect()
}

#[test]
fn list_tells_the_library() {
    let place = Place::new();
    place.check(&["list"], 0, &["MÃ", "TÊN BÀI", ID, "2023-12-20", "17", "8"], &[]);
    place.check(&["--lang", "en", "list"], 0, &["TITLE", "TASKS", ID], &[]);
    place.check(&["list", "--lang=en"], 0, &["TITLE", "TASKS", ID], &[]);
    let list = place.json(&["list", "--json"]);
    assert_eq!(list[0]["id"], ID);
    assert_eq!((&list[0]["items"], &list[0]["tasks"]), (&17.into(), &8.into()));
    place.write("kept/config/config.toml", "language = \"en\"\n[library]\nshipped = false\n");
    place.check(&["list"], 1, &[], &["The library is empty"]);
    assert_eq!(place.json(&["list", "--json"]), Value::Array(Vec::new()));
}

#[test]
fn the_library_has_the_folders_of_the_settings() {
    let place = Place::new();
    place
        .write(
            "bai/mot.txt",
            "Diễn văn khai mạc hội nghị\n\nNhiệm vụ:\n\nMột là: A.\n\nHai là: B.\n",
        )
        .write("bai/sau/hai.md", "Diễn văn bế mạc hội nghị\n\nXin cảm ơn.\n")
        .write("bai/anh.png", "not a text");
    let folder = place.path("bai");
    let config = format!("[library]\nfolders = [{:?}, \"/khong/co\"]\n", folder.to_str().unwrap());
    place.write("kept/config/config.toml", config);
    place.check(&["list"], 0, &["khai mạc", "bế mạc", ID, "!anh"], &["/khong/co"]);
    let err = &["/khong/co"];
    place.check(&["show", "be", "mac"], 0, &["Xin cảm ơn."], err);
    place.check(&["show", "nv.2"], 2, &[], &["nhiều bài", &format!("{ID}/nv.2")]);
    place.check(&["show", "hoi", "nghi"], 2, &[], &["nhiều bài", "khai mạc", "bế mạc"]);
    place.check(&["tasks"], 0, &[&format!("{ID}/nv.8"), "/nv.2"], err);
}

#[test]
fn outline_json_is_the_gold_outline() {
    let place = Place::new();
    let outline = place.json(&["outline", ID, "--json"]);
    let items = &outline["items"];
    assert_eq!(
        numbers(items, "line"),
        [24, 32, 40, 42, 46, 48, 52, 54, 56, 62, 64, 72, 78, 80, 84, 90, 92]
    );
    let roles = [["result"; 6].as_slice(), &["limitation"; 3], &["task"; 8]].concat();
    assert_eq!(texts(items, "role"), roles);
    assert!(numbers(items, "level").iter().all(|&level| level == 1));
    assert_eq!(numbers(items, "ordinal")[9..], [1, 2, 3, 4, 5, 6, 7, 8]);
    assert_eq!(items[11]["address"], format!("{ID}/nv.3"));
    assert_eq!(items[11]["marker"], "Ba là:");
    assert_eq!(items[11]["series"], "nv");
    assert!(items[11]["label"].as_str().unwrap().starts_with(TASK_3));
    assert!((0.0..=1.0).contains(&items[11]["confidence"].as_f64().unwrap()));
    assert_eq!(texts(&outline["series"], "code"), ["kq", "hc", "nv"]);
    assert_eq!(numbers(&outline["series"], "count"), [6, 3, 8]);
    let speech = &outline["speech"];
    assert_eq!(speech["speaker"], "Lê Thị Thủy");
    assert_eq!(speech["date"], "2023-12-20");
    assert_eq!(speech["language"], "vi");
    assert_eq!(speech["source"], format!("{ID}.txt"));
    let chrome = outline["furniture"].as_array().unwrap().iter();
    let chrome: Vec<(u64, u64)> = chrome
        .filter(|piece| piece["kind"] == "chrome")
        .map(|piece| (piece["first_line"].as_u64().unwrap(), piece["last_line"].as_u64().unwrap()))
        .collect();
    assert_eq!(chrome, [(1, 2), (6, 7)]);
}

#[test]
fn json_keys_are_in_their_order() {
    let place = Place::new();
    let outline = place.run(&["outline", ID, "--json"]).out;
    let orders: [&[&str]; 3] = [
        &[
            "speech", "id", "title", "speaker", "date", "occasion", "place", "number", "language",
            "source", "series",
        ],
        &["series", "code", "role", "title", "line", "count", "items"],
        &[
            "items",
            "address",
            "line",
            "level",
            "marker",
            "ordinal",
            "label",
            "role",
            "series",
            "rule",
            "confidence",
        ],
    ];
    for keys in orders {
        let mut from = outline.find(&format!("\"{}\":", keys[0])).expect("the first key");
        for key in keys {
            let next = outline[from..].find(&format!("\"{key}\":"));
            from += next.unwrap_or_else(|| panic!("{key} comes after the others: {keys:?}"));
        }
    }
}

#[test]
fn outline_for_the_eye() {
    let place = Place::new();
    let out =
        ["Chủ tịch HĐND tỉnh · 20/12/2023", "nv  Nhiệm vụ năm 2024 (8)", "Tám là: Ban Nội chính"];
    place.check(&["outline", ID], 0, &[out[0], out[1], out[2], "!spoken"], &[]);
    place.check(&["outline", "nv"], 0, &["nv.8", "!kq.1"], &[]);
    let explained =
        ["Dấu hiệu: số đọc bằng chữ (“Một là:”) · Số 1: ", "Ngoài bài", "chrome      1–2"];
    place.check(&["outline", ID, "--explain"], 0, &explained, &[]);
    place.write("a.txt", "Chỉ có văn xuôi.\n");
    place.check(&["outline", "a.txt"], 0, &["Chưa nhận ra mục nào"], &[]);
    assert_eq!(place.json(&["outline", "a.txt", "--json"])["items"], Value::Array(Vec::new()));
}

#[test]
fn show_gives_the_text_and_its_parts() {
    let place = Place::new();
    place.write("bai.txt", SPEECH);
    let whole = place.check(&["show", ID], 0, &[], &[]).out;
    let clean: String = dienvan::text::decode(SPEECH.as_bytes().to_vec()).text;
    assert_eq!(whole.trim_end_matches('\n'), clean.trim_end_matches('\n'));
    assert_eq!(place.run(&["bai.txt"]).out, whole, "without a terminal the file is shown");
    assert_eq!(place.run_with(&["show", "-"], SPEECH, &[]).out, whole);
    assert_eq!(place.run(&["ket", "luan", "noi", "chinh"]).out, whole, "words of the title");
    assert_eq!(place.run(&["show", "bai.txt", "--original"]).out, SPEECH);
    assert_eq!(place.run(&["show", ID, "--original"]).out, SPEECH);
    let item = place.check(&["show", "nv.3"], 0, &[TASK_3, "!Bốn là:", "!Hai là:"], &[]).out;
    let same = [
        vec![format!("{ID}/nv.3")],
        vec!["bai.txt".to_owned(), "nv.3".to_owned()],
        vec!["bai.txt/nv.3".to_owned()],
        vec!["NV".to_owned(), "3".to_owned()],
    ];
    for words in same {
        let args: Vec<&str> =
            ["show"].into_iter().chain(words.iter().map(|w| w.as_str())).collect();
        assert_eq!(place.run(&args).out, item, "{args:?}");
    }
    let original = place.run(&["show", "nv.3", "--original"]).out;
    assert_eq!(original.trim_end(), item.trim_end());
    place.check(&["show", "hc"], 0, &["Một là: Công tác tuyên truyền", "!Bảy là"], &[]);
    let json = place.json(&["show", "nv.3", "--json"]);
    assert_eq!(json["address"], format!("{ID}/nv.3"));
    assert_eq!(json["line"], 72);
    assert_eq!(json["text"].as_str().unwrap().trim_end(), item.trim_end());
}

#[test]
fn several_files_are_shown_one_after_the_other() {
    let place = Place::new();
    place.write("a.txt", "Bài một\n").write("b.txt", "Bài hai");
    place.check(&["a.txt", "b.txt"], 0, &["Bài một\nBài hai\n"], &[]);
    place.check(&["."], 0, &["Bài một\nBài hai\n"], &[]);
    place.check(&["show", "."], 2, &[], &["nhiều bài", "a.txt", "b.txt"]);
    place.check(&[], 0, &[ID], &[]);
}

#[test]
fn tasks_of_offices_tell_whose_they_are() {
    let place = Place::new();
    place.write(
        "don-vi.txt",
        "Yêu cầu các đơn vị thực hiện các nhiệm vụ sau:\n\n1. Sở Y tế:\n\na) Củng cố trạm y tế;\n\nb) Tập huấn cán bộ.\n\n2. Giao Sở Tài chính:\n\na) Bố trí kinh phí;\n\nb) Quyết toán.\n\n3. Tổng kết vào cuối năm.\n",
    );
    let owners = ["Sở Y tế", "Sở Y tế", "Sở Tài chính", "Sở Tài chính"];
    let json = place.json(&["tasks", "don-vi.txt", "--format", "json"]);
    let told: Vec<Option<&str>> =
        json.as_array().unwrap().iter().map(|task| task["owner"].as_str()).collect();
    assert_eq!(told[..4], owners.map(Some));
    assert_eq!(told[4..], [Some("các đơn vị")]);
    let csv = place.check(&["tasks", "don-vi.txt", "--format", "csv"], 0, &[",owner\r\n"], &[]).out;
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let told: Vec<String> = reader.records().map(|row| row.unwrap()[14].to_owned()).collect();
    assert_eq!(told[..4], owners);
    assert_eq!(told[4..], ["các đơn vị"]);
    let table =
        place.check(&["tasks", "don-vi.txt"], 0, &["THỰC HIỆN", "Củng cố trạm y tế"], &[]).out;
    assert_eq!(table.lines().count(), 6);
    assert!(table.lines().nth(1).unwrap().trim_end().ends_with("Sở Y tế"), "{table}");
    place.check(&["tasks", "don-vi.txt", "--format", "md", "--lang", "en"], 0, &["| OWNER |"], &[]);
    let all = place.json(&["tasks", "don-vi.txt", "--format", "json", "--all"]);
    assert_eq!(all.as_array().unwrap().len(), 7, "the offices and their parts");
    // Nothing is said twice: the column is left out where the tasks' own words name who does them.
    place.write(
        "tu-noi.txt",
        "Nhiệm vụ:\n\nMột là: Sở Y tế rà soát thuốc.\n\nHai là: Sở Nội vụ báo cáo.\n",
    );
    assert!(!place.check(&["tasks", "tu-noi.txt"], 0, &["Sở Y tế"], &[]).out.contains("THỰC HIỆN"));
}

#[test]
fn tasks_in_every_format() {
    let place = Place::new();
    let table = place.check(&["tasks"], 0, &["ĐỊA CHỈ", TASK_3], &[]).out;
    assert_eq!(table.lines().count(), 9);
    let md =
        place.check(&["tasks", ID, "--format", "md", "--lang", "en"], 0, &["| ADDRESS |"], &[]);
    assert_eq!(md.out.lines().count(), 10);
    let json = place.json(&["tasks", "--format", "json"]);
    assert_eq!(numbers(&json, "line"), [62, 64, 72, 78, 80, 84, 90, 92]);
    assert_eq!(numbers(&json, "number"), [1, 2, 3, 4, 5, 6, 7, 8]);
    let csv = place.check(&["tasks", "--format", "csv"], 0, &["\r\n"], &[]).out;
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(
        header,
        [
            "address", "role", "series", "number", "label", "text", "line", "speech", "path",
            "lead", "partners", "product", "deadline", "note", "owner"
        ]
    );
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.unwrap()).collect();
    assert_eq!(rows.len(), 8);
    assert!(rows[2][5].starts_with(TASK_3) && rows[2][5].contains('\n'), "all its paragraphs");
    assert_eq!(&rows[2][0], format!("{ID}/nv.3"));
    assert_eq!(place.run(&["tasks", "nv.3", "--format", "json"]).out.matches("label").count(), 1);
    place.write("a.txt", "Không có gì phải làm.\n");
    place.check(&["tasks", "a.txt"], 1, &[], &["Chưa nhận ra nhiệm vụ nào."]);
    let none =
        place.check(&["tasks", "a.txt", "--format", "csv"], 1, &["address,"], &["Chưa nhận ra"]);
    assert_eq!(none.out.lines().count(), 1);
    place.write("md.txt", "Nhiệm vụ:\n\nMột là: a | b\n\nHai là: c\n");
    place.check(&["tasks", "md.txt", "--format", "md"], 0, &["a \\| b"], &[]);
}

#[test]
fn rows_of_a_table_of_tasks_come_with_their_fields() {
    let place = Place::new();
    let rows = "| TT | Nhiệm vụ | Chủ trì | Thời hạn |\n|---|---|---|---|\n| I | Thủy lợi | | |\n| 1 | Vét mương | Thôn Hạ | 3/2025 |\n";
    place.write("viec.md", rows);
    place.check(
        &["tasks", "viec.md"],
        0,
        &["Vét mương (Chủ trì: Thôn Hạ · Thời hạn: 3/2025)"],
        &[],
    );
    let tasks = place.json(&["tasks", "viec.md", "--format", "json"]);
    assert_eq!(tasks.as_array().map(Vec::len), Some(1), "a group is no task");
    assert_eq!(tasks[0]["fields"], json!({"lead": "Thôn Hạ", "deadline": "3/2025"}));
    assert_eq!(tasks[0]["text"], "Vét mương");
    place.check(
        &["tasks", "viec.md", "--format", "csv"],
        0,
        &[",Thôn Hạ,,,3/2025,,Thôn Hạ\r\n"],
        &[],
    );
    let outline = place.json(&["outline", "viec.md", "--json"]);
    assert_eq!(outline["items"][1]["fields"]["lead"], "Thôn Hạ");
    assert_eq!(outline["items"][1]["evidence"]["source"], "table");
    assert_eq!(outline["items"][1]["evidence"]["cue"], "Nhiệm vụ");
    assert_eq!(outline["tables"][0]["columns"], json!(["number", "task", "lead", "deadline"]));
    let row = json!({"line": 4, "part": "body", "cells": ["1", "Vét mương", "Thôn Hạ", "3/2025"]});
    assert_eq!(outline["tables"][0]["rows"][2], row);
    let item = place.json(&["show", "viec.md", "nv.1.1", "--json"]);
    assert_eq!(item["tables"][0]["rows"], json!([row]));
    place.check(&["outline", "viec.md", "--explain"], 0, &["tên cột của bảng"], &[]);
    let below = "Vét mương\n               Chủ trì: Thôn Hạ · Thời hạn: 3/2025\n";
    place.check(&["outline", "viec.md"], 0, &[below], &[]);
}

#[test]
fn search_without_and_with_diacritics() {
    let place = Place::new();
    let hit = format!("{ID}/hc.3:56:");
    for query in ["giam dinh tu phap", "giám định tư pháp", "Giam dinh".to_lowercase().as_str()]
    {
        place.check(&["search", query], 0, &[&hit, "giám định"], &[]);
    }
    place.check(&["search", "giảm định"], 1, &[], &["Không tìm thấy “giảm định”"]);
    place.check(&["search", "giam dinh", "nv"], 1, &[], &["Không tìm thấy"]);
    place.check(&["search", "  "], 2, &[], &["Chưa có từ cần tìm"]);
    place.check(&["search", "giam di"], 1, &[], &["Không tìm thấy"]);
    place.write("1.txt", "Bài một\n\nCông tác giám định xong.\n");
    place.write("2.txt", "Bài hai\n\nGiám sát theo kế hoạch định kỳ.\n");
    let both = ["search", "giám định", "1.txt", "2.txt"];
    place.check(&both, 0, &["giám định xong", "!định kỳ"], &["Còn 1 chỗ", "--scattered"]);
    let all = [&both[..], &["--scattered"]].concat();
    place.check(&all, 0, &["giám định xong", "định kỳ"], &[]);
    place.check(&["search", "giám định", "2.txt"], 0, &["định kỳ"], &[]);
    let hits = place.json(&[&all[..], &["--json"]].concat());
    assert_eq!((&hits[0]["order"], &hits[1]["order"]), (&"row".into(), &"scattered".into()));
    let hits = place.json(&["search", "giam dinh tu phap", "--json"]);
    assert_eq!(hits[0]["match"], "giám định tư pháp");
    assert_eq!(hits[0]["line"], 56);
    assert_eq!(place.json(&["search", "xyzxyz", "--json"]), Value::Array(Vec::new()));
    let colored =
        place.check(&["search", "giam dinh", "--color", "always"], 0, &["\x1b[1;31m"], &[]);
    assert!(colored.out.contains("\x1b[0m"));
    let plain = place.run_with(&["search", "giam dinh"], "", &[("NO_COLOR", "1")]);
    assert!(!plain.out.contains('\x1b'));
}

#[test]
fn what_is_not_found_says_what_to_do() {
    let place = Place::new();
    place.write("cv.pdf", "%PDF-1.7").write("rong/ghi.log", "x");
    fs::create_dir(place.path("trong")).unwrap();
    let nearest = format!("{ID}  Kết luận");
    let table: [(&[&str], i32, &[&str]); 12] = [
        (&["show", "khong-co-bai-nao"], 1, &["“khong-co-bai-nao”", "dienvan list"]),
        (&["show", "2023-12-20-ket-luan-noi-chnh"], 1, &["Gần giống nhất:", &nearest]),
        (&["show", "khac/nv.1"], 1, &["khac/nv.1"]),
        (&["show", "ket", "luan", "xyz"], 1, &["Gần giống nhất:", &nearest]),
        (&["show", "nv.9"], 1, &["không có nv.9", "nv (1–8)"]),
        (&["show", "bh.1"], 1, &["không có bh.1"]),
        (&["thieu.txt"], 2, &["Không có thieu.txt."]),
        (&["thu/muc"], 2, &["Không có thu/muc."]),
        (&["./khong"], 2, &["Không có ./khong."]),
        (&["show", "cv.pdf"], 2, &["cv.pdf bị hỏng hoặc không đúng là tệp PDF"]),
        (&["rong"], 2, &["rong không có văn bản nào"]),
        (&["trong"], 2, &["trong không có văn bản nào"]),
    ];
    for (args, status, err) in table {
        place.check(args, status, &[], err);
    }
    place.check(&["--lang", "en", "thieu.txt"], 2, &[], &["thieu.txt does not exist"]);
}

#[test]
fn a_wrong_command_line_is_told_in_both_languages() {
    let place = Place::new();
    let table: [(&[&str], &str, &str); 9] = [
        (&["--la"], "“--la”", "“--la”"),
        (&["list", "--lang", "xx"], "“xx”", "“xx”"),
        (&["show"], "Còn thiếu <BÀI>.", "<WHAT> is missing."),
        (&["bookmarks"], "list, add, remove, check", "list, add, remove, check"),
        (&["tasks", "--format", "pdf"], "table, json, jsonl, csv, md", "xlsx, ics, todo, html"),
        (&["show", "nv.1", "--json", "--original"], "không đi cùng", "does not go with"),
        (&["completions", "cmd"], "bash", "bash"),
        (&["list", "du"], "“du”", "“du”"),
        (&["search"], "<TỪ_CẦN_TÌM>", "<WORDS>"),
    ];
    for (args, vi, en) in table {
        place.check(args, 2, &[], &["dienvan: ", vi, "dienvan --help"]);
        if !args.contains(&"--lang") {
            let args = [&["--lang", "en"], args].concat();
            place.check(&args, 2, &[], &["dienvan: ", en, "Try dienvan --help"]);
        }
    }
}

#[test]
fn help_and_version() {
    let place = Place::new();
    place.check(&["--help"], 0, &["Cách dùng:", "completions", "Mã thoát"], &[]);
    place.check(&["-h", "--lang", "en"], 0, &["Usage:", "Exit status"], &[]);
    place.check(&["tasks", "--help", "--lang=en"], 0, &["dienvan tasks [OPTIONS]", "csv"], &[]);
    place.check(&["bookmarks", "add", "-h"], 0, &["dienvan bookmarks add", "--quote"], &[]);
    let version = format!("dienvan {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(place.run(&["--version"]).out, version);
    assert_eq!(place.run(&["-V"]).out, version);
    for (locale, word) in [("vi_VN.UTF-8", "Cách dùng"), ("en_GB.UTF-8", "Usage"), ("C", "Cách")]
    {
        let run = place.run_with(&["--help"], "", &[("LC_ALL", locale)]);
        assert!(run.out.contains(word), "{locale}: {}", run.out);
    }
    place.write("kept/config/config.toml", "language = \"en\"\n");
    place.check(&["--help"], 0, &["Usage:"], &[]);
    place.check(&["--help", "--lang", "vi"], 0, &["Cách dùng:"], &[]);
}

#[test]
fn completions_and_the_manual() {
    let place = Place::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        place.check(&["completions", shell], 0, &["dienvan", "bookmarks", "data-dir"], &[]);
    }
    place.check(&["man"], 0, &[".TH DIENVAN", "TÊN", "LỆNH", "dienvan tasks"], &[]);
    let en = place.check(&["man", "--lang", "en"], 0, &[".SH \"NAME\"", "Exit status"], &[]);
    assert_eq!(en.out.matches(".TH").count(), 1);
}

#[test]
fn bookmarks_are_kept_checked_and_removed() {
    let place = Place::new();
    place.check(&["bookmarks", "list"], 1, &[], &["Chưa có dấu trang nào"]);
    let added = place.check(&["bookmarks", "add", "nv.3", "--note", "xem lại"], 0, &[TASK_3], &[]);
    let quote = ["bookmarks", "add", "nv.2", "--quote", "tai nan giao thong"];
    place.check(&quote, 0, &["tai nạn giao thông"], &[]);
    let list = place.json(&["bookmarks", "list", "--json"]);
    assert_eq!(texts(&list, "address"), [format!("{ID}/nv.3"), format!("{ID}/nv.2")]);
    assert_eq!((&list[0]["note"], &list[1]["note"]), (&"xem lại".into(), &Value::Null));
    let id = list[0]["id"].as_str().unwrap();
    assert!(added.out.contains(id));
    place.check(&["bookmarks", "list", "nv.2"], 0, &["tai nạn", "!xem lại"], &[]);
    place.check(&["bookmarks", "list", ID], 0, &["tai nạn", "xem lại"], &[]);
    place.check(&["bookmarks", "check"], 0, &["đúng chỗ"], &[]);
    place.check(&["bookmarks", "add", "nv.99"], 1, &[], &["nv.99"]);
    place.check(&["bookmarks", "add", ID, "--quote", "không hề có"], 1, &[], &["không hề có"]);
    place.check(
        &["bookmarks", "add", "nv", "--quote", "tham nhũng"],
        2,
        &[],
        &["xuất hiện 22 lần"],
    );
    place.check(&["bookmarks", "remove", "zzzzzz"], 1, &[], &["Không có dấu trang zzzzzz"]);
    place.check(&["bookmarks", "remove", id], 0, &[], &[]);
    assert_eq!(place.json(&["bookmarks", "list", "--json"]).as_array().unwrap().len(), 1);
}

#[test]
fn a_changed_text_loses_bookmarks_honestly() {
    let place = Place::new();
    let text = "Bài nói\n\nNhiệm vụ:\n\nMột là: rà soát mọi văn bản đã ban hành.\n\nHai là: báo cáo kết quả trước ngày \
         30 tháng 6 năm nay cho văn phòng.\n\nBa là: kiểm tra việc thực hiện ở cơ sở, nơi nào chậm phải nói \
         rõ nguyên nhân.\n";
    place.write("bai.txt", text);
    place.check(&["bookmarks", "add", "bai.txt", "nv.1"], 0, &["rà soát"], &[]);
    place.write("bai.txt", format!("Lời dẫn mới thêm vào.\n\n{text}"));
    let moved = place.json(&["bookmarks", "check", "--json"]);
    assert_eq!((&moved[0]["state"], &moved[0]["lines"][0]), (&"moved".into(), &7.into()));
    place.write("bai.txt", text.replace("Một là: rà soát mọi văn bản đã ban hành.\n\n", ""));
    place.check(&["bookmarks", "check"], 1, &["không còn"], &["1 dấu trang"]);
    fs::remove_file(place.path("bai.txt")).unwrap();
    place.check(
        &["bookmarks", "check", "--lang", "en"],
        1,
        &["speech not found"],
        &["One bookmark"],
    );
}

#[test]
fn configuration() {
    let place = Place::new();
    let file = place.path("kept").join("config").join("config.toml");
    place.check(&["config", "path"], 0, &[file.to_str().unwrap()], &[]);
    place.check(&["config", "check"], 0, &["mặc định"], &[]);
    place.check(&["config", "show"], 0, &["[reader]", "measure = 80"], &[]);
    let example = place.check(&["config", "example"], 0, &["measure"], &[]).out;
    assert_eq!(example, include_str!("../../config.example.toml"));
    place.write("kept/config/config.toml", "[reader]\nmeasure = 100\n");
    place.check(&["config", "check"], 0, &["không có lỗi"], &[]);
    place.check(&["config", "show"], 0, &["measure = 100"], &[]);
    let shown = ["theme = \"light\"  # chọn trong trình đọc", "measure = 100  # tệp cấu hình"];
    let choices = "[[choices]]\noption = 'theme'\nvalue = '\"light\"'\nover = '\"auto\"'\n\n\
        [[choices]]\noption = 'reader.measure'\nvalue = '60'\nover = '80'\n";
    place.write("kept/state/choices.toml", format!("version = 1\n\n{choices}"));
    place.check(&["config", "show"], 0, &shown, &[]);
    place.check(&["config", "show"], 0, &["language = \"auto\"  # mặc định"], &[]);
    let english = ["language = \"en\"  # command line"];
    place.check(&["config", "show", "--lang", "en"], 0, &english, &[]);
    let again = place.check(&["config", "show"], 0, &[], &[]).out;
    place.write("again.toml", again);
    place.check(&["config", "check", "--config", "again.toml"], 0, &["không có lỗi"], &[]);
    place.write("kept/config/config.toml", "[reader]\nmeasure = 9000\nmesure = 2\n");
    place.check(&["config", "check"], 2, &["9000", ":2:11", "mesure"], &["2 mục sai"]);
    place.check(&["list"], 0, &[ID], &["2 mục sai", "config check"]);
    place.write("other.toml", "[reader]\nmeasure = 60\n");
    place.check(&["config", "show", "--config", "other.toml"], 0, &["measure = 60"], &[]);
    place.check(&["list", "--config", "none.toml"], 2, &[], &["none.toml"]);
}

#[test]
fn some_things_need_no_home() {
    for args in [&["man"][..], &["completions", "bash"], &["config", "example"], &["--help"]] {
        let output = std::process::Command::new(cargo_bin!("dienvan"))
            .env_clear()
            .args(args)
            .output()
            .expect("the program runs");
        assert!(output.status.success() && output.stderr.is_empty(), "{args:?}");
    }
}

#[test]
fn a_large_text_is_counted_whole() {
    let place = Place::new();
    let filler = "Các cấp ủy đã tập trung lãnh đạo, chỉ đạo.\n\n".repeat(8000);
    let text =
        format!("Diễn văn dài của hội nghị\n\n{filler}Nhiệm vụ:\n\nMột là: A.\n\nHai là: B.\n");
    place.write("bai/dai.txt", &text);
    let config = format!("[library]\nshipped = false\nfolders = [{:?}]\n", "../../bai");
    place.write("kept/config/config.toml", config);
    let list = place.json(&["list", "--json"]);
    assert_eq!((&list[0]["items"], &list[0]["tasks"]), (&2.into(), &2.into()));
    let id = list[0]["id"].as_str().unwrap();
    place.check(&["show", &format!("{id}/nv.2")], 0, &["Hai là: B."], &[]);
    place.check(&["tasks"], 0, &["nv.1", "nv.2"], &[]);
    assert_eq!(place.run(&["bai/dai.txt"]).out, text);
}

#[test]
fn invalid_bytes_are_shown_and_told() {
    let place = Place::new();
    place.write("hong.txt", b"Kh\xffi m\xe1c");
    place.check(&["show", "hong.txt"], 0, &["Kh\u{fffd}i m\u{fffd}c"], &["hong.txt", "2 chỗ"]);
    place.write("utf16.txt", [0xff, 0xfe, b'B', 0, 0xe0, 0, b'i', 0, b'\n', 0]);
    place.check(&["show", "utf16.txt"], 0, &["Bài\n"], &[]);
}

/// Tells whether a text has a character that a terminal would act on.
fn is_dangerous(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\r')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn nothing_of_a_hostile_document_gets_out() {
    let place = Place::new();
    let name = "bai/\u{1b}]0;x\u{7}\u{202e}xau.txt";
    place.write(name, HOSTILE).write("xau.txt", HOSTILE);
    let folder = place.path("bai");
    let config = format!("[library]\nfolders = [{:?}]\n", folder.to_str().unwrap());
    place.write("kept/config/config.toml", config);
    let runs: [&[&str]; 16] = [
        &["show", "xau.txt"],
        &["show", "xau.txt", "--json"],
        &["show", name],
        &["outline", "xau.txt"],
        &["outline", "xau.txt", "--explain"],
        &["outline", "xau.txt", "--json"],
        &["outline", name, "--json"],
        &["tasks", "xau.txt"],
        &["tasks", "xau.txt", "--format", "json"],
        &["tasks", "xau.txt", "--format", "csv"],
        &["tasks", "xau.txt", "--format", "md"],
        &["search", "giu ky luat", "xau.txt"],
        &["search", "giu ky luat", "--json"],
        &["list"],
        &["list", "--json"],
        &["bookmarks", "add", name, "nv.2", "--note", "ghi\u{1b}[6n chú"],
    ];
    for args in runs {
        let run = place.run(args);
        assert_eq!(run.status, 0, "{args:?}: {}", run.err);
        let both = format!("{}{}", run.out, run.err);
        assert!(!both.contains(is_dangerous), "{args:?}: {both:?}");
        let words = ["Bài", "rà soát", "kỷ luật", "xau"];
        assert!(words.iter().any(|word| run.out.contains(word)), "{args:?}: {}", run.out);
    }
    let bookmarks = [place.run(&["bookmarks", "list"]), place.run(&["bookmarks", "check"])];
    for run in bookmarks {
        assert!(!format!("{}{}", run.out, run.err).contains(is_dangerous), "{:?}", run.out);
    }
    for args in [["show", "khong\u{1b}[6n\u{9b}6n"], ["show", "./\u{1b}]0;x\u{7}"]] {
        assert!(!place.run(&args).err.contains(is_dangerous));
    }
    let source = place.json(&["outline", name, "--json"])["speech"]["source"].clone();
    assert_eq!(source, name, "JSON gives the name as it is");
}

#[test]
fn a_terminal_gets_nothing_but_text() {
    let place = Place::new();
    place.write("xau.txt", HOSTILE).write("dai.txt", SPEECH);
    for args in [["show", "xau.txt"], ["outline", "xau.txt"], ["tasks", "xau.txt"]] {
        let (status, out) = on_terminal(&place, &args);
        assert_eq!(status, 0, "{args:?}: {out}");
        assert!(!without_colors(&out).contains(is_dangerous), "{args:?}: {out:?}");
    }
    let (status, out) = on_terminal(&place, &["show", "xau.txt", "--original"]);
    assert_eq!(status, 2);
    assert!(!out.contains(is_dangerous) && out.contains("--original"), "{out:?}");
    let (status, out) = on_terminal(&place, &["export", "xau.txt", "--format", "epub"]);
    assert_eq!(status, 2);
    assert!(!out.contains("PK") && out.contains("--output"), "{out:?}");
    let (status, out) = on_terminal(&place, &["export", "xau.txt", "--format", "txt"]);
    assert_eq!(status, 0);
    assert!(!out.contains(is_dangerous), "{out:?}");
    let (_, out) = on_terminal(&place, &["tasks", "dai.txt"]);
    let widths = out.lines().map(|line| dienvan::text::width::width(&without_colors(line)));
    assert!(widths.max().is_some_and(|widest| (60..=80).contains(&widest)), "{out}");
}

fn without_colors(text: &str) -> String {
    ["\x1b[1m", "\x1b[2m", "\x1b[1;31m", "\x1b[0m"]
        .iter()
        .fold(text.to_owned(), |text, code| text.replace(code, ""))
}

/// Runs on a terminal of 80 columns and gives all that is written to it.
fn on_terminal(place: &Place, args: &[&str]) -> (u32, String) {
    let size = portable_pty::PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
    let pty = portable_pty::native_pty_system().openpty(size).expect("a terminal");
    let mut command = portable_pty::CommandBuilder::new(cargo_bin!("dienvan"));
    command.env_clear();
    command.cwd(place.folder.path());
    command.arg("--data-dir");
    command.arg(place.path("kept"));
    command.args(args);
    let mut child = pty.slave.spawn_command(command).expect("the program runs");
    drop(pty.slave);
    let mut reader = pty.master.try_clone_reader().expect("a reader");
    let mut out = Vec::new();
    // Linux reports an error where the other side has gone.
    let _ = reader.read_to_end(&mut out);
    let status = child.wait().expect("an end").exit_code();
    (status, String::from_utf8(out).expect("UTF-8"))
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let place = Place::new();
    place.write("dai.txt", SPEECH.repeat(100));
    for args in [
        &["show", "dai.txt"][..],
        &["tasks", "dai.txt", "--format", "csv"],
        &["show", "dai.txt", "--json"],
    ] {
        let mut child = std::process::Command::new(cargo_bin!("dienvan"))
            .current_dir(place.folder.path())
            .env_clear()
            .arg("--data-dir")
            .arg(place.path("kept"))
            .args(args)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let mut line = String::new();
        let mut out = BufReader::new(child.stdout.take().expect("a pipe"));
        out.read_line(&mut line).expect("a line");
        drop(out);
        let output = child.wait_with_output().expect("an end");
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        assert!(
            output.stderr.is_empty(),
            "{args:?}: {:?}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}

#[test]
fn words_that_name_a_command_are_only_its_name_in_front() {
    let place = Place::new();
    place.check(&["--", "list"], 1, &[], &["“list”"]);
    place.check(&["--lang", "en", "--color=never", "list"], 0, &["TITLE"], &[]);
    place.write("list", "Một tệp tên là list.\n");
    place.check(&["./list"], 0, &["Một tệp tên là list."], &[]);
    place.check(&["--", "list"], 0, &["Một tệp tên là list."], &[]);
}

/// Wrapped at sixty columns, as copied from a page of a document.
const WRAPPED: &str = "\
Năm qua, các ngành có nhiều cố gắng, nhất là về quản lý đất
đai ở các phường mới. Tôi đề nghị mấy nhiệm vụ trọng tâm sau:

Một là: rà soát quy hoạch, công khai kết quả, giao Sở Xây
dựng chủ trì trong quý này.

Hai là: hoàn thành việc bàn giao hồ sơ trước tháng 12 năm
2025. Nơi nào chậm thì người đứng đầu phải giải trình.
";

#[test]
fn a_wrapped_text_is_told_by_paragraphs() {
    let place = Place::new();
    place.write("bai.txt", WRAPPED);
    let hits = place.json(&["search", "dat dai", "bai.txt", "--json"]);
    assert_eq!(hits[0]["match"], "đất đai");
    assert_eq!(hits[0]["line"], 1);
    let after = hits[0]["after"].as_str().expect("text");
    assert!(after.starts_with(" ở các phường mới."), "{after}");
    let hits = place.json(&["search", "mấy nhiệm vụ", "bai.txt", "--json"]);
    let before = hits[0]["before"].as_str().expect("text");
    assert!(before.ends_with("đất đai ở các phường mới. Tôi đề nghị "), "{before}");
    assert_eq!(hits[0]["line"], 2);

    let outline = place.json(&["outline", "bai.txt", "--json"]);
    let items = outline["items"].as_array().expect("items");
    let lines: Vec<_> = items.iter().map(|item| item["line"].as_u64()).collect();
    assert_eq!(lines, [Some(4), Some(7)]);
    assert!(!outline.to_string().contains("\\n"), "{outline}");

    // The text itself stays as it is.
    let shown = place.json(&["show", "bai.txt", "--json"]);
    assert_eq!(shown["text"].as_str().map(str::trim_end), Some(WRAPPED.trim_end()));
    let item = place.json(&["show", "bai.txt", "nv.1", "--json"]);
    assert!(item["text"].as_str().is_some_and(|text| text.contains("Sở Xây\ndựng")), "{item}");
}

#[test]
fn rules_of_the_users_are_laid_over_those_that_ship() {
    let place = Place::new();
    place
        .write("bai.txt", "Tôi nêu mấy việc sau:\n\nChặng 1 - lập hồ sơ.\n\nChặng 2 - thi công.\n");
    let items = |place: &Place| {
        let outline = place.json(&["outline", "bai.txt", "--json"]);
        outline["items"].as_array().expect("items").len()
    };
    assert_eq!(items(&place), 0);
    let folder = place.run(&["config", "path"]).out;
    let folder = PathBuf::from(folder.trim()).parent().expect("a folder").join("lexicon");
    let markers = folder.join("markers.toml").to_string_lossy().into_owned();
    place.write(&markers, "[named]\nwords = [\"chặng\"]\n");
    assert_eq!(items(&place), 2);
    place.check(&["config", "check"], 0, &["markers.toml: không có lỗi"], &[]);

    place.write(&markers, "[named]\nwords = [\"chặng\", \"\"]\n[nmaed]\n");
    let parts = ["markers.toml:2:19", "chữ trống", "“named” không"];
    place.check(&["config", "check"], 2, &parts, &["2 mục sai"]);
    place.check(&["outline", "bai.txt"], 0, &["Chặng 2 -"], &["markers.toml", "2 mục sai"]);
    place.check(&["config", "check", "--lang", "en"], 2, &["Did you mean “named”?"], &["2"]);
}

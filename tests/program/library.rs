//! The library from outside: importing, versions, editing, putting away, deleting.

use crate::place::Place;
use serde_json::Value;
use std::fs;
use std::io::Write;

const ID: &str = "2024-04-04-ket-luan-hoi-nghi-trong-cay-nam-2024";
const SPEECH: &str = "Kết luận hội nghị trồng cây năm 2024\n\nNgày 04/04/2024, đồng chí Nguyễn Văn An kết luận.\n\n\
    Thưa các đồng chí!\n\nHội nghị đã nghe báo cáo của các địa phương về việc trồng cây gây rừng trong năm qua.\n\n\
    Đề nghị thực hiện các nhiệm vụ sau:\n\nMột là: Rà soát đất trống ven sông và giao cho từng xã chăm sóc.\n\n\
    Hai là: Ươm đủ cây giống trước mùa mưa và chọn giống hợp với đất từng vùng.\n";
const OTHER: &str = "Phát biểu khai mạc hội chợ sách\n\nNgày 05/05/2024, đồng chí Trần Thị Bình phát biểu.\n\n\
    Sách mở ra những chân trời mới cho bạn đọc ở mọi lứa tuổi, từ thành phố đến bản làng xa xôi.\n";

fn results(report: &Value) -> Vec<(String, String)> {
    let files = report["files"].as_array().expect("files").iter();
    let name = |path: &Value| {
        path.as_str().expect("a path").rsplit('/').next().expect("a name").to_owned()
    };
    files
        .map(|file| (name(&file["path"]), file["result"].as_str().expect("a result").to_owned()))
        .collect()
}

/// Makes an archive of files.
fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a file");
        zip.write_all(bytes).expect("written");
    }
    zip.finish().expect("an archive").into_inner()
}

#[test]
fn what_is_imported_is_in_the_library_byte_for_byte() {
    let place = Place::new();
    let bytes =
        [&[0xFF, 0xFE][..], &SPEECH.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>()]
            .concat();
    place.write("nguồn/bài.txt", &bytes);
    place.check(
        &["import", "nguồn/bài.txt"],
        0,
        &["+ ", ID, "2 mục, 2 nhiệm vụ", "1 bài mới"],
        &[],
    );
    fs::remove_dir_all(place.path("nguồn")).expect("removed");
    place.check(&["list"], 0, &[ID], &[]);
    place.check(&["show", &format!("{ID}/nv.2")], 0, &["Hai là: Ươm đủ cây giống"], &[]);
    let stored = place.path(&format!("kept/data/library/{ID}.txt"));
    assert_eq!(fs::read(&stored).expect("kept"), bytes);
    // To a pipe the bytes come out as they went in; they are no UTF-8, so into a file.
    let out = assert_cmd::Command::new(assert_cmd::cargo::cargo_bin!("dienvan"))
        .env_clear()
        .arg("--data-dir")
        .arg(place.path("kept"))
        .args(["show", ID, "--original"])
        .output()
        .expect("the program runs");
    assert_eq!(out.stdout, bytes);
    let versions = place.json(&["library", "versions", ID, "--json"]);
    assert_eq!(versions[0]["is"], "current");
    assert_eq!(versions[0]["bytes"], bytes.len());
    assert!(versions[0]["source"].as_str().expect("a path").ends_with("nguồn/bài.txt"));
    assert_eq!(versions[0]["sha256"].as_str().map(str::len), Some(64));
}

#[test]
fn importing_again_tells_same_updated_and_new() {
    let place = Place::new();
    place.write("a/bai.txt", SPEECH);
    let report = place.json(&["import", "a", "--json"]);
    assert_eq!((&report["new"], &report["same"]), (&1.into(), &0.into()));
    let newer = SPEECH.replace("mùa mưa", "tháng năm") + "\nBa là: Tổng kết vào cuối năm.\n";
    place.write("a/bai.txt", &newer).write("a/sach.txt", OTHER);
    // A trial tells the same, and changes nothing.
    let trial = place.json(&["import", "a", "--json", "--dry-run"]);
    let report = place.json(&["import", "a", "--json"]);
    assert_eq!(trial["dry_run"], true);
    assert_eq!(trial["files"], report["files"]);
    let expected = [("bai.txt", "updated"), ("sach.txt", "new")];
    assert_eq!(results(&report), expected.map(|(a, b)| (a.to_owned(), b.to_owned())));
    let changes = &report["files"][0]["changes"];
    assert_eq!(
        (&changes["paragraphs_added"], &changes["paragraphs_removed"]),
        (&2.into(), &1.into())
    );
    assert_eq!(changes["items_added"].as_array().map(Vec::len), Some(2));
    let run = place.run(&["import", "a"]);
    assert!(run.out.contains("2 bài đã có"), "{}", run.out);
    let versions = place.json(&["library", "versions", ID, "--json"]);
    assert_eq!((&versions[0]["is"], &versions[1]["is"]), (&"current".into(), &"older".into()));
    let older = versions[1]["file"].as_str().expect("a path");
    assert_eq!(fs::read_to_string(older).expect("kept"), SPEECH);
    place.check(&["show", older, "nv.2"], 0, &["trước mùa mưa"], &[]);
    place.check(&["show", &format!("{ID}/nv.2")], 0, &["trước tháng năm"], &[]);
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_is_told_and_the_others_go_on() {
    let place = Place::new();
    place
        .write("a/bai.txt", SPEECH)
        .write("a/hỏng.docx", b"PK\x03\x04 none")
        .write("a/ảnh.png", b"\x89PNG\r\n\x1a\n")
        .write("a/_/.ẩn.txt", OTHER)
        .write("ngoài.txt", OTHER);
    std::os::unix::fs::symlink(place.path("ngoài.txt"), place.path("a/liên kết.txt"))
        .expect("linked");
    std::os::unix::fs::symlink(place.path("a"), place.path("a/vòng")).expect("linked");
    let run = place.check(
        &["import", "a", "không có"],
        2,
        &["1 bài mới", "3 tệp lỗi", "2 tệp không phải văn bản"],
        &["hỏng.docx", "liên kết.txt là liên kết ra ngoài thư mục", "không có"],
    );
    assert!(!run.out.contains("sach"), "{}", run.out);
    place.check(&["import", "a/_"], 1, &[], &["Không có văn bản nào để nhập"]);
    place.check(&["list"], 0, &[ID], &[]);
}

#[test]
fn archives_and_standard_input_come_in_too() {
    let place = Place::new();
    let inner = zip(&[("sâu/quá.txt", OTHER.as_bytes())]);
    let files: [(&str, &[u8]); 5] = [
        ("2024/bai.txt", SPEECH.as_bytes()),
        ("../ra ngoài.txt", OTHER.as_bytes()),
        ("/etc/gốc.txt", OTHER.as_bytes()),
        ("trong.zip", &inner),
        ("ảnh.png", b"\x89PNG"),
    ];
    place.write("gói.zip", zip(&files));
    let report = place.json(&["import", "gói.zip", "--json"]);
    assert_eq!(results(&report), [("bai.txt".to_owned(), "new".to_owned())]);
    let versions = place.json(&["library", "versions", ID, "--json"]);
    assert!(versions[0]["source"].as_str().expect("a path").ends_with("gói.zip/2024/bai.txt"));
    let run = place.run_with(&["import", "-", "--json"], OTHER, &[]);
    assert_eq!(run.status, 0, "{}", run.err);
    let report: Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!(report["files"][0]["id"], "2024-05-05-phat-bieu-khai-mac-hoi-cho-sach");
    // Nothing was written beside the library.
    assert!(!place.path("ra ngoài.txt").exists());
}

#[test]
fn an_encoding_that_was_named_holds_from_then_on() {
    let place = Place::new();
    // "Thưa các đồng chí!" and more in TCVN3, too short to be told by itself.
    place.write("cu.txt", b"\xa7\xe5ng v\xb5 d\xa9n\n");
    let shown = place.run(&["show", "cu.txt", "--encoding", "tcvn3"]);
    assert_eq!(shown.out, "Đồng và dân\n", "{}", shown.err);
    let report = place.json(&["--encoding", "tcvn3", "import", "cu.txt", "--json"]);
    let id = report["files"][0]["id"].as_str().expect("an id").to_owned();
    let again = place.run(&["show", &id]);
    assert_eq!(again.out, shown.out);
    place.check(&["show", "cu.txt", "--encoding", "klingon"], 2, &[], &["klingon"]);
}

#[test]
fn what_is_known_of_a_speech_is_edited_beside_it() {
    let place = Place::new();
    place.write("a.txt", SPEECH);
    place.run(&["import", "a.txt"]);
    place.check(
        &["library", "edit", ID, "--title", "Trồng cây", "--kind", "closing", "--date", "5/6/2024"],
        0,
        &[ID, ".toml"],
        &[],
    );
    let list = place.json(&["outline", ID, "--json"]);
    let speech = &list["speech"];
    assert_eq!(speech["title"], "Trồng cây");
    assert_eq!((&speech["kind"], &speech["date"]), (&"closing".into(), &"2024-06-05".into()));
    place.check(&["library", "edit", ID, "--title", "", "--kind", ""], 0, &[ID], &[]);
    let list = place.json(&["outline", ID, "--json"]);
    assert_eq!(list["speech"]["title"], "Kết luận hội nghị trồng cây năm 2024");
    assert_eq!(list["speech"]["kind"], "conclusion");
    place.check(&["library", "edit", ID, "--date", "30/2/2024"], 2, &[], &["30/2/2024"]);
    place.check(&["library", "edit", ID, "--kind", "hát"], 2, &[], &["closing"]);
    place.check(&["library", "edit", ID], 2, &[], &["--title"]);
    // The shipped speech has no file to write beside.
    let shipped = "2023-12-20-ket-luan-noi-chinh";
    place.check(&["library", "edit", shipped, "--title", "x"], 2, &[], &["dienvan import"]);
    // A file of the user's own gets a companion.
    place.check(&["library", "edit", "a.txt", "--speaker", "Lê An"], 0, &["a.toml"], &[]);
    let companion = fs::read_to_string(place.path("a.toml")).expect("written");
    assert_eq!(companion, "speaker = \"Lê An\"\n");
}

#[test]
fn what_is_deleted_comes_back() {
    let place = Place::new();
    place.write("a.txt", SPEECH);
    place.run(&["import", "a.txt"]);
    place.check(&["library", "delete", "a.txt"], 2, &[], &["a.txt", "tệp của bạn"]);
    place.check(&["library", "restore"], 1, &[], &["Chưa có bài nào bị xóa"]);
    place.check(&["library", "delete", ID], 0, &["library restore"], &[]);
    place.check(&["list"], 0, &["!trong-cay"], &[]);
    place.check(&["library", "restore"], 0, &[ID], &[]);
    place.check(&["library", "restore", "x"], 1, &[], &["x"]);
    place.check(&["library", "restore", ID], 0, &[ID], &[]);
    place.check(&["show", &format!("{ID}/nv.1")], 0, &["Rà soát đất trống"], &[]);
}

#[test]
fn a_folder_that_cannot_be_made_is_told() {
    let place = Place::new();
    place.write("a.txt", SPEECH).write("kept/data", "a file in the way");
    place.check(&["import", "a.txt"], 2, &[], &["kept/data"]);
    assert_eq!(fs::read_to_string(place.path("kept/data")).expect("there"), "a file in the way");
}

#[test]
fn a_killed_import_leaves_whole_files_and_is_finished_by_the_next() {
    let place = Place::new();
    for number in 0..120 {
        let text = format!("Bài số {number}\n\nNội dung riêng của bài thứ {number}.\n").repeat(20);
        place.write(&format!("a/{number}.txt"), text);
    }
    let stored = place.path("kept/data/library");
    let count = || fs::read_dir(&stored).into_iter().flatten().count();
    for wanted in [1, 40, 90] {
        let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin!("dienvan"))
            .env_clear()
            .arg("--data-dir")
            .arg(place.path("kept"))
            .arg("import")
            .arg(place.path("a"))
            .stdout(std::process::Stdio::null())
            .spawn()
            .expect("the program runs");
        while count() < wanted && child.try_wait().expect("a child").is_none() {
            std::thread::yield_now();
        }
        child.kill().expect("killed");
        child.wait().expect("ended");
    }
    let report = place.json(&["import", "a", "--json"]);
    assert_eq!(report["failed"], 0);
    let files = report["files"].as_array().expect("files");
    assert_eq!(files.len(), 120);
    for file in files {
        let (source, kept) = (file["path"].as_str(), file["stored"].as_str());
        let bytes = |path: Option<&str>| fs::read(path.expect("a path")).expect("a file");
        assert_eq!(bytes(source), bytes(kept), "{file}");
    }
    let listed = place.json(&["list", "--json"]);
    assert_eq!(listed.as_array().map(Vec::len), Some(121));
    assert_eq!(fs::read_dir(stored.join(".incoming")).expect("a folder").count(), 0);
}

#[test]
fn an_import_that_has_to_stop_says_what_is_left_and_goes_on_the_next_time() {
    let place = Place::new();
    place
        .write("a/1.txt", SPEECH)
        .write("a/2.txt", OTHER)
        .write("a/3.txt", "Thư ngỏ\n\nLời ngắn.\n");
    // A folder stands where the companion of the second text has to be written.
    let in_the_way = "kept/data/library/2024-05-05-phat-bieu-khai-mac-hoi-cho-sach.toml";
    fs::create_dir_all(place.path(in_the_way)).expect("a folder");
    let said = ["còn 2 tệp chưa nhập", "chạy lại đúng lệnh này", in_the_way];
    place.check(&["import", "a"], 2, &["1 bài mới"], &said);
    place.check(&["show", &format!("{ID}/nv.2")], 0, &["Ươm đủ cây giống"], &[]);
    fs::remove_dir(place.path(in_the_way)).expect("removed");
    place.check(&["import", "a"], 0, &["2 bài mới", "1 bài đã có"], &[]);
}

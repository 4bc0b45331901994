//! `dienvan export` from outside: arguments in; files, text and exit status out.

use assert_cmd::cargo::cargo_bin;
use serde_json::Value;
use std::fs;
use std::io::Read;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::place::Place;

const SHIPPED: &str = include_str!("../../data/speeches/2023-12-20-ket-luan-noi-chinh.txt");

const ID: &str = "2023-12-20-ket-luan-noi-chinh";

/// What these tests do in a place.
trait Exporting {
    fn read(&self, name: &str) -> String;
    fn gives(&self, args: &[&str]) -> String;
    fn refuses(&self, args: &[&str], parts: &[&str]);
    fn bytes(&self, args: &[&str]) -> Vec<u8>;
    fn files(&self, folder: &str) -> Vec<String>;
}

impl Exporting for Place {
    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Runs what goes well without a word, and gives what is written.
    #[track_caller]
    fn gives(&self, args: &[&str]) -> String {
        self.check(args, 0, &[], &[]).out
    }

    /// Runs what fails with status 2 and one message that has these parts, and writes nothing.
    #[track_caller]
    fn refuses(&self, args: &[&str], parts: &[&str]) {
        let run = self.check(args, 2, &[], parts);
        assert_eq!(run.out, "", "{args:?}");
        let one = run.err.starts_with("dienvan: ") && run.err.trim().lines().count() == 1;
        assert!(one, "{}", run.err);
    }

    /// Runs what goes well, and gives the bytes that are written.
    #[track_caller]
    fn bytes(&self, args: &[&str]) -> Vec<u8> {
        let output = Command::new(cargo_bin!("dienvan"))
            .current_dir(self.folder.path())
            .env_clear()
            .arg("--data-dir")
            .arg(self.path("kept"))
            .args(args)
            .output()
            .expect("the program runs");
        assert!(output.status.success() && output.stderr.is_empty(), "{args:?}");
        output.stdout
    }

    /// Lists the files of a folder, hidden ones too.
    fn files(&self, folder: &str) -> Vec<String> {
        let files = fs::read_dir(self.path(folder)).expect("a folder").flatten();
        let mut names: Vec<String> =
            files.map(|file| file.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names.retain(|name| name != "kept");
        names
    }
}

#[test]
fn each_format_goes_to_standard_output() {
    let place = Place::new();
    let text = place.gives(&["export", ID, "--format", "txt"]);
    assert!(text.starts_with("Kết luận của Bí thư Tỉnh ủy tại hội nghị"), "{text}");
    assert!(text.contains("\nNgười phát biểu: Lê Thị Thủy, "), "{text}");
    assert!(text.contains("\nNgày: 20/12/2023\n"), "{text}");
    assert!(text.contains("\n\nBa là: Nâng cao vai trò"), "{text}");
    assert!(!text.contains("Trang chủ") && !text.contains("\n\n\n"), "{text}");
    let text = place.gives(&["--lang", "en", "export", ID, "--format", "txt"]);
    assert!(text.contains("\nDate: 20 December 2023\n"), "{text}");
    let markdown = place.gives(&["export", ID, "--format", "md"]);
    assert!(markdown.starts_with("---\ngenerator: dienvan "), "{markdown}");
    assert!(markdown.contains(&format!("\nid: \"{ID}\"\n")), "{markdown}");
    assert!(markdown.contains("\n# Kết luận của Bí thư") && markdown.contains("<!--\n"));
    let bare = place.gives(&["export", ID, "--format", "md", "--no-furniture"]);
    assert!(!bare.contains("<!--"), "{bare}");
    let page = place.gives(&["export", ID, "--format", "html"]);
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"vi\">"), "{page}");
    assert!(page.contains("<details>") && page.contains("href=\"#nv.3\""), "{page}");
    let bare = place.gives(&["export", ID, "--format", "html", "--no-furniture"]);
    assert!(!bare.contains("<aside"), "{bare}");
    let book = place.bytes(&["export", ID, "--format", "epub", "--output", "-"]);
    assert_eq!(&book[30..58], b"mimetypeapplication/epub+zip");
    let again = place.bytes(&["export", ID, "--format", "epub"]);
    assert!(book == again, "the same speech gives the same bytes");
}

#[test]
fn json_has_all_of_the_outline_and_the_text() {
    let place = Place::new();
    let whole: Value =
        serde_json::from_str(&place.gives(&["export", ID, "--format", "json"])).expect("JSON");
    let outline: Value =
        serde_json::from_str(&place.gives(&["outline", ID, "--json"])).expect("JSON");
    for (key, value) in outline.as_object().expect("an object") {
        assert_eq!(&whole[key], value, "{key}");
    }
    assert_eq!(whole["address"], ID);
    let blocks = whole["blocks"].as_array().expect("a list");
    let lines: Vec<u64> = blocks.iter().filter_map(|block| block["line"].as_u64()).collect();
    assert!(lines.is_sorted() && lines.len() == blocks.len());
    // Every word of the text is there, in order.
    let said: Vec<&str> = blocks
        .iter()
        .flat_map(|block| block["text"].as_str().expect("words").split_whitespace())
        .collect();
    let clean = |text: &str| text.replace(['*', '\\'], "");
    let wanted = clean(SHIPPED);
    assert_eq!(said, wanted.split_whitespace().collect::<Vec<_>>());
    let items = blocks.iter().filter(|block| block["kind"] == "item");
    let addresses: Vec<&Value> = items.map(|block| &block["item"]).collect();
    let known: Vec<&Value> =
        whole["items"].as_array().expect("a list").iter().map(|item| &item["address"]).collect();
    assert_eq!(addresses, known);
    let part: Value =
        serde_json::from_str(&place.gives(&["export", "nv", "--format", "json"])).expect("JSON");
    assert_eq!(part["address"], format!("{ID}/nv"));
    assert_eq!(part["items"].as_array().map(Vec::len), Some(8));
    assert_eq!(part["series"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_part_says_where_it_is_from() {
    let place = Place::new();
    for format in ["txt", "md", "html"] {
        let item = place.gives(&["export", "nv.3", "--format", format]);
        let said = item.replace("\\", "");
        assert!(said.contains("Ba là: Nâng cao vai trò"), "{format}: {item}");
        assert!(said.contains("Kết luận của Bí thư Tỉnh ủy"), "{format}: {item}");
        assert!(said.contains(&format!("{ID}/nv.3")), "{format}: {item}");
        assert!(!said.contains("Bốn là:") && !said.contains("Hai là:"), "{format}: {item}");
        let series = place.gives(&["export", "hc", "--format", format]);
        assert!(
            series.contains("Tồn tại, hạn chế") && series.contains("Ba là:"),
            "{format}: {series}"
        );
        assert!(!series.contains("Bốn là:"), "{format}: {series}");
    }
}

#[test]
fn the_ending_of_the_file_tells_the_format() {
    let place = Place::new();
    for (name, begins) in [
        ("a.txt", "Kết luận"),
        ("a.TEXT", "Kết luận"),
        ("a.md", "---\n"),
        ("a.markdown", "---\n"),
        ("a.html", "<!DOCTYPE"),
        ("a.htm", "<!DOCTYPE"),
        ("a.json", "{"),
        ("a.epub", "PK"),
    ] {
        assert_eq!(place.gives(&["export", ID, "-o", name]), "");
        let bytes = fs::read(place.path(name)).expect("a file");
        assert!(bytes.starts_with(begins.as_bytes()), "{name}");
    }
    assert_eq!(place.gives(&["export", ID, "-o", "b.txt", "--format", "md"]), "");
    assert!(place.read("b.txt").starts_with("---\n"));
    place.refuses(&["export", ID], &["--format"]);
    place.refuses(&["export", ID, "-o", "bai"], &["--format"]);
    place.refuses(&["export", ID, "-o", "bai.xyz"], &["“xyz”", "epub"]);
    place.refuses(&["--lang", "en", "export", ID, "-o", "bai.xyz"], &["No format", "“xyz”"]);
    assert_eq!(place.files(".").len(), 9, "nothing else was written");
}

#[test]
fn a_file_that_is_there_is_replaced_only_by_force() {
    let place = Place::new();
    place.write("a.md", "Của tôi.\n");
    place.refuses(&["export", ID, "-o", "a.md"], &["a.md", "--force"]);
    assert_eq!(place.read("a.md"), "Của tôi.\n");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |mode| fs::Permissions::from_mode(mode);
        fs::set_permissions(place.path("a.md"), mode(0o640)).expect("a mode");
        std::os::unix::fs::symlink("a.md", place.path("link.md")).expect("a link");
    }
    assert_eq!(place.gives(&["export", ID, "-o", "a.md", "--force"]), "");
    assert!(place.read("a.md").starts_with("---\n"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(place.path("a.md")).expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o640, "its mode stays");
        place.write("a.md", "");
        assert_eq!(place.gives(&["export", ID, "-o", "link.md", "--force"]), "");
        assert!(fs::symlink_metadata(place.path("link.md")).expect("a link").is_symlink());
        assert!(place.read("a.md").starts_with("---\n"), "what the link leads to is written");
    }
}

#[test]
fn several_go_into_a_folder() {
    let place = Place::new();
    place
        .write("khai-mac.txt", "Diễn văn khai mạc hội nghị tổng kết\n\nMột là: A.\n\nHai là: B.\n");
    let first = "dien-van-khai-mac-hoi-nghi-tong-ket.md".to_owned();
    let named = place.gives(&["export", "khai-mac.txt", ID, "--format", "md", "-o", "ra/"]);
    assert_eq!(named.lines().count(), 2, "{named}");
    assert_eq!(place.files("ra"), [format!("{ID}.md"), first.clone()]);
    place.refuses(&["export", "khai-mac.txt", ID, "-o", "mot.md"], &["2", "--output"]);
    place.refuses(&["export", "khai-mac.txt", ID, "-o", "ra"], &["--format"]);
    // One is in the way: it stays, and the other is written.
    fs::remove_file(place.path("ra").join(&first)).expect("it was there");
    place.write(&format!("ra/{ID}.md"), "Của tôi.\n");
    let run = place.run(&["export", "khai-mac.txt", ID, "--format", "md", "-o", "ra"]);
    assert_eq!(run.status, 2, "{}", run.err);
    assert!(run.err.contains("--force") && run.err.contains(ID), "{}", run.err);
    assert_eq!(place.read(&format!("ra/{ID}.md")), "Của tôi.\n");
    assert_eq!(place.files("ra"), [format!("{ID}.md"), first]);
    // Parts have names of their own, and the same one twice has two.
    let address = format!("{ID}/nv.3");
    place.gives(&["export", &address, &address, ID, "--format", "txt", "-o", "phan/"]);
    assert_eq!(
        place.files("phan"),
        [format!("{ID}-nv.3-2.txt"), format!("{ID}-nv.3.txt"), format!("{ID}.txt")]
    );
}

#[test]
fn what_cannot_be_written_is_told_and_leaves_nothing() {
    let place = Place::new();
    place.write("tep", "");
    place.refuses(&["export", ID, "-o", "khong/co/a.md"], &["khong/co/a.md", "--output"]);
    place.refuses(&["export", ID, "-o", "tep/a.md"], &["tep/a.md"]);
    place.refuses(&["export", ID, "--format", "md", "-o", "tep/"], &["tep/"]);
    assert_eq!(place.files("."), ["tep"]);
    place.refuses(&["export", "khong-co-bai.txt", "-o", "a.md"], &["khong-co-bai.txt"]);
    assert_eq!(place.files("."), ["tep"]);
    if PathBuf::from("/dev/full").exists() {
        place.refuses(&["export", ID, "--format", "md", "-o", "/dev/full"], &["/dev/full", "đầy"]);
        place.refuses(
            &["--lang", "en", "export", ID, "--format", "md", "-o", "/dev/full"],
            &["full", "Free some space"],
        );
    }
}

/// A file that may not grow is half written when the system says so: it is not left.
#[cfg(unix)]
#[test]
fn a_file_that_was_half_written_is_gone() {
    let place = Place::new();
    let script = "ulimit -f 4; trap '' XFSZ; exec \"$0\" --data-dir kept export \"$1\" -o a.html";
    let output = Command::new("sh")
        .args(["-c", script])
        .arg(cargo_bin!("dienvan"))
        .arg(ID)
        .current_dir(place.folder.path())
        .env_clear()
        .output()
        .expect("a shell");
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{err}");
    assert!(err.contains("a.html"), "{err}");
    assert!(place.files(".").is_empty(), "{:?}", place.files("."));
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let place = Place::new();
    place.write("dai.txt", SHIPPED.repeat(20));
    for format in ["txt", "md", "html", "json", "epub"] {
        let mut child = Command::new(cargo_bin!("dienvan"))
            .current_dir(place.folder.path())
            .env_clear()
            .arg("--data-dir")
            .arg(place.path("kept"))
            .args(["export", "dai.txt", "--format", format])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let mut out = child.stdout.take().expect("a pipe");
        out.read_exact(&mut [0]).expect("a byte");
        drop(out);
        let output = child.wait_with_output().expect("an end");
        let err = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{format}: {err}");
        assert!(!err.contains("pipe"), "{format}: {err}");
    }
}

#[test]
fn markdown_has_the_same_outline_to_the_letter_and_takes_corrections_along() {
    let place = Place::new();
    place.write("bai.txt", SHIPPED);
    let correct = |args: &[&str]| {
        let run = place.run(&[&["outline", "correct", "bai.txt"], args].concat());
        assert_eq!(run.status, 0, "{}", run.err);
    };
    correct(&["kq.2", "--role", "lesson"]);
    correct(&["hc", "--title", "Những điểm còn yếu"]);
    correct(&["nv.8", "--drop"]);
    let wanted: Value =
        serde_json::from_str(&place.gives(&["outline", "bai.txt", "--json"])).expect("JSON");
    assert_eq!(place.gives(&["export", "bai.txt", "-o", "ra.md"]), "");
    // Somebody else opens the file, who knows nothing of these corrections.
    let run = place.run_in(&place.path("khac"), &["outline", "ra.md", "--json"], "", &[]);
    assert_eq!(run.status, 0, "{}", run.err);
    let found: Value = serde_json::from_str(&run.out).expect("JSON");
    for key in ["id", "title", "speaker", "office", "date", "occasion", "url", "language"] {
        assert_eq!(found["speech"][key], wanted["speech"][key], "{key}");
    }
    for (list, keys) in [
        ("series", &["code", "role", "title", "count"][..]),
        ("items", &["address", "level", "ordinal", "marker", "label", "role", "series"]),
        ("headings", &["depth", "title"]),
    ] {
        let (found, wanted) = (&found[list], &wanted[list]);
        let count = |value: &Value| value.as_array().map(Vec::len);
        assert_eq!(count(found), count(wanted), "{list}");
        for (found, wanted) in
            found.as_array().into_iter().flatten().zip(wanted.as_array().into_iter().flatten())
        {
            for key in keys {
                assert_eq!(found[key], wanted[key], "{list}: {wanted}");
            }
        }
    }
}

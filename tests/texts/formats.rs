//! The shipped speech in every format that independent tools make of it: the same items with the same roles. pandoc and
//! LibreOffice make the files; tests that need them are ignored unless asked for (CONTRIBUTING.md).

use dienvan::library::files::{from_bytes, open};
use dienvan::speech::parse::Lexicon;
use dienvan::speech::{Origin, Role, Speech};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

const SPEECH: &str = include_str!("../../data/speeches/2023-12-20-ket-luan-noi-chinh.txt");

/// An item without its place: series, level, ordinal, label, role.
type Item = (String, u8, u32, String, Role);

fn items(speech: &Speech) -> Vec<Item> {
    let outline = &speech.outline;
    let words = |label: &str| label.replace(['*', '\\'], "");
    let item = |item: &dienvan::speech::Item| {
        let label =
            words(item.label.of(&speech.text)).split_whitespace().collect::<Vec<_>>().join(" ");
        (outline.series[item.series].code(), item.level, item.ordinal, label, item.role)
    };
    outline.items.iter().map(item).collect()
}

fn expected() -> Vec<Item> {
    let opened = from_bytes(SPEECH.as_bytes().to_vec(), Origin::StandardInput, &Lexicon::shipped());
    let items = items(&opened.expect("a text").speech);
    assert_eq!(items.len(), 17, "the shipped speech has 17 items");
    items
}

/// Runs a tool in a folder.
#[track_caller]
fn run(folder: &Path, tool: &str, args: &[&str]) {
    let home = format!("-env:UserInstallation=file://{}/office", folder.display());
    let mut command = Command::new(tool);
    if tool == "soffice" {
        command.arg(home);
    }
    let output = command.args(args).current_dir(folder).output();
    let output = output.unwrap_or_else(|error| panic!("{tool} is needed: {error}"));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{tool} {args:?}: {told}");
}

#[track_caller]
fn same(path: &Path) {
    let opened = open(path, &Lexicon::shipped());
    let speech = opened.unwrap_or_else(|error| panic!("{}: {error}", path.display())).speech;
    assert_eq!(items(&speech), expected(), "{}\n{}", path.display(), speech.text);
}

/// A folder with the speech as `bài.md`, the form that tools take paragraphs from.
fn folder() -> (TempDir, PathBuf) {
    let folder = TempDir::new().expect("a temporary folder");
    let path = folder.path().join("bai.md");
    fs::write(&path, SPEECH).expect("a file");
    (folder, path)
}

#[test]
#[ignore = "needs pandoc"]
fn pandoc_changes_no_item() {
    let (folder, _) = folder();
    for format in ["docx", "odt", "rtf", "epub", "html", "commonmark", "plain"] {
        let to = format!("bai.{format}");
        let args = [
            "-f",
            "markdown-smart",
            "-t",
            format,
            "-s",
            "--metadata",
            "title=Bài",
            "-o",
            &to,
            "bai.md",
        ];
        run(folder.path(), "pandoc", &args);
        same(&folder.path().join(&to));
        // The content tells the format, whatever the name.
        let named = folder.path().join("bai.dat");
        fs::copy(folder.path().join(&to), &named).expect("a copy");
        same(&named);
    }
}

#[test]
#[ignore = "needs LibreOffice"]
fn libreoffice_changes_no_item() {
    let (folder, _) = folder();
    fs::write(folder.path().join("bai.txt"), SPEECH).expect("a file");
    let doc = cfg!(feature = "doc").then_some("doc");
    for format in ["docx", "odt", "rtf", "html"].into_iter().chain(doc) {
        let filter = "--infilter=Text (encoded):UTF8,LF";
        run(folder.path(), "soffice", &["--headless", "--convert-to", format, filter, "bai.txt"]);
        same(&folder.path().join(format!("bai.{format}")));
    }
}

/// Returns a font that has the Vietnamese letters; without one, a PDF has others in their places.
#[cfg(feature = "pdf")]
fn vietnamese_font() -> String {
    let output = Command::new("fc-list").args([":lang=vi:style=Book", "family"]).output();
    let families = String::from_utf8(output.expect("fc-list is needed").stdout).expect("UTF-8");
    let first = families.lines().next().and_then(|line| line.split(',').next()).map(str::trim);
    first.expect("a font with Vietnamese letters is needed").to_owned()
}

#[cfg(feature = "pdf")]
#[test]
#[ignore = "needs LibreOffice"]
fn a_pdf_of_libreoffice_changes_no_item() {
    let folder = TempDir::new().expect("a temporary folder");
    fs::write(folder.path().join("bai.html"), page(&vietnamese_font())).expect("a file");
    let filter = "--infilter=HTML (StarWriter)";
    let to = "pdf:writer_pdf_Export";
    run(folder.path(), "soffice", &["--headless", filter, "--convert-to", to, "bai.html"]);
    same(&folder.path().join("bai.pdf"));
}

/// The speech as a page in this font.
fn page(font: &str) -> String {
    let words = |line: &str| line.replace('&', "&amp;").replace('<', "&lt;");
    let lines = SPEECH.lines().filter(|line| !line.trim().is_empty());
    let body: String = lines.map(|line| format!("<p>{}</p>", words(line))).collect();
    format!("<html><meta charset=utf-8><body style=\"font-family:'{font}'\">{body}</body></html>")
}

#[test]
fn a_saved_page_and_an_archive_change_no_item() {
    let page = page("serif");
    let saved = format!(
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"b\"\n\n--b\nContent-Type: text/html\n\n{page}\n--b--\n"
    );
    for bytes in [page.into_bytes(), saved.into_bytes()] {
        let opened = from_bytes(bytes, Origin::StandardInput, &Lexicon::shipped());
        assert_eq!(items(&opened.expect("a page").speech), expected());
    }
}

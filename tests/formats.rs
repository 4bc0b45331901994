//! The shipped speech in every format that independent tools make of it: the same items with the
//! same roles. pandoc and LibreOffice make the files where they are installed; where not, this
//! says so and the small fixtures of the unit tests stand alone.

use dienvan::library::files::{from_bytes, open};
use dienvan::speech::parse::Lexicon;
use dienvan::speech::{Origin, Role, Speech};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

const SPEECH: &str = include_str!("../data/speeches/2023-12-20-ket-luan-noi-chinh.txt");

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

/// Runs a tool in a folder; tells whether it is there.
fn run(folder: &Path, tool: &str, args: &[&str]) -> bool {
    let home = format!("-env:UserInstallation=file://{}/office", folder.display());
    let mut command = Command::new(tool);
    if tool == "soffice" {
        command.arg(home);
    }
    match command.args(args).current_dir(folder).output() {
        Ok(output) => {
            let told = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{tool} {args:?}: {told}");
            true
        }
        Err(_) => {
            eprintln!("skipped: {tool} is not installed");
            false
        }
    }
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
        if !run(folder.path(), "pandoc", &args) {
            return;
        }
        same(&folder.path().join(&to));
        // The content tells the format, whatever the name.
        let named = folder.path().join("bai.dat");
        fs::copy(folder.path().join(&to), &named).expect("a copy");
        same(&named);
    }
}

#[test]
fn libreoffice_changes_no_item() {
    let (folder, _) = folder();
    fs::write(folder.path().join("bai.txt"), SPEECH).expect("a file");
    let doc = cfg!(feature = "doc").then_some("doc");
    for format in ["docx", "odt", "rtf", "html"].into_iter().chain(doc) {
        let filter = "--infilter=Text (encoded):UTF8,LF";
        if !run(
            folder.path(),
            "soffice",
            &["--headless", "--convert-to", format, filter, "bai.txt"],
        ) {
            return;
        }
        same(&folder.path().join(format!("bai.{format}")));
    }
}

/// Gives a font that has the Vietnamese letters; without one, a PDF has others in their places.
#[cfg(feature = "pdf")]
fn vietnamese_font() -> Option<String> {
    let output = Command::new("fc-list").args([":lang=vi:style=Book", "family"]).output().ok()?;
    let families = String::from_utf8(output.stdout).ok()?;
    let first = families.lines().next()?.split(',').next()?.trim();
    (!first.is_empty()).then(|| first.to_owned())
}

#[cfg(feature = "pdf")]
#[test]
fn a_pdf_changes_no_item() {
    let Some(font) = vietnamese_font() else {
        eprintln!("skipped: no font with Vietnamese letters is installed");
        return;
    };
    let folder = TempDir::new().expect("a temporary folder");
    fs::write(folder.path().join("bai.html"), page(&font)).expect("a file");
    let filter = "--infilter=HTML (StarWriter)";
    let to = "pdf:writer_pdf_Export";
    if run(folder.path(), "soffice", &["--headless", filter, "--convert-to", to, "bai.html"]) {
        same(&folder.path().join("bai.pdf"));
    }
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

/// Gives the letters and figures of a text without their marks, however they are written in the
/// source of a page: "&ecirc;" is "e".
fn letters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('&') {
        out.push_str(before);
        rest = behind;
        if let Some((name, behind)) = behind.split_once(';').filter(|(name, _)| name.len() <= 8) {
            let letter =
                ["grave", "acute", "circ", "tilde"].iter().any(|mark| name.ends_with(mark));
            out.push_str(if letter { &name[..1] } else { " " });
            rest = behind;
        }
    }
    out.push_str(rest);
    dienvan::text::fold(&out).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The letters of the paragraphs of an article, found in the source of a page by hand: what stands
/// between "<p" and "</p>" behind the name of the element that holds the article.
fn paragraphs(source: &str) -> Vec<String> {
    let from = source.find("journal-content-article").expect("the page has an article");
    let to = source[from..].find("OtherTitle").map_or(source.len(), |at| from + at);
    let parts = source[from..to].split("<p").skip(1);
    let words = parts.filter_map(|part| {
        let inner = part.split_once('>')?.1.split("</p>").next()?;
        let mut out = String::new();
        let mut inside = true;
        for c in inner.chars() {
            match c {
                '<' => inside = false,
                '>' => inside = true,
                c if inside => out.push(c),
                _ => {}
            }
        }
        Some(letters(&out))
    });
    words.filter(|words| words.len() > 80).collect()
}

/// The pages of real portals, where they are: each gives its article, and no entry of a menu.
#[test]
fn real_pages_give_their_article_and_no_menu() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    for name in [
        "nghi-quyet-chinhphu-6-2019.html",
        "chithi-kehoach-2020.html",
        "thutuong-chithi-anninhmang.html",
    ] {
        let Ok(source) = fs::read_to_string(corpus.join(name)) else {
            eprintln!("skipped: no {name} beside the repository");
            continue;
        };
        let bytes = source.clone().into_bytes();
        let opened = from_bytes(bytes, Origin::StandardInput, &Lexicon::shipped()).expect("a page");
        let speech = opened.speech;
        let (mut shown, mut hidden) = (String::new(), String::new());
        for block in speech.blocks.iter() {
            let words =
                block.range.of(&speech.text).split_whitespace().collect::<Vec<_>>().join(" ");
            let to = if block.kind.is_hidden() { &mut hidden } else { &mut shown };
            to.push_str(&words);
            to.push('\n');
        }
        let (wanted, article) = (paragraphs(&source), letters(&shown));
        assert!(wanted.len() >= 7, "{name}: the paragraphs were found");
        for paragraph in &wanted {
            assert!(article.contains(paragraph.as_str()), "{name} lost {paragraph}\n{shown}");
        }
        assert!(
            speech.meta.title.len() > 40 && letters(&source).contains(&letters(&speech.meta.title)),
            "{name}"
        );
        // Two of them have a clock above the title and no other day.
        let date = speech.meta.date.map(|date| date.to_string());
        assert!(date.as_ref().is_none_or(|date| date.starts_with("2019-0")), "{name}: {date:?}");
        // Menus, other news and the foot are there, and hidden.
        for menu in ["đăng nhập", "liên kết website", "tin đã đưa", "tổng quan"] {
            assert!(!shown.to_lowercase().contains(menu), "{name} shows {menu}:\n{shown}");
            assert!(hidden.to_lowercase().contains(menu), "{name} lost {menu}:\n{hidden}");
        }
        for item in &speech.outline.items {
            let words = letters(item.range.of(&speech.text));
            let first = &words[..words.floor_char_boundary(40)];
            assert!(wanted.iter().any(|paragraph| paragraph.contains(first)), "{name}: {words}");
        }
    }
}

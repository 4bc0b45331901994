//! The e-book: what an archive of this kind must be, and what EPUBCheck says.

use super::again::{MOMENT, SHIPPED, corpus, read};
use dienvan::formats::write::{Moment, Page, PagePart, epub};
use dienvan::i18n::{Lang, Messages};
use dienvan::library::files::open;
use dienvan::speech::Speech;
use dienvan::speech::parse::Lexicon;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

/// Runs EPUBCheck.
#[track_caller]
fn check(path: &Path) -> Output {
    let run = |program: &str, args: &[&str]| {
        Command::new(program).args(args).arg("--failonwarnings").arg(path).output().ok()
    };
    // Debian installs a jar as the program, which only a kernel set up for it runs.
    let jar = "/usr/bin/epubcheck";
    let found = run("epubcheck", &[]).or_else(|| run("java", &["-jar", jar]));
    found.expect("EPUBCheck is needed")
}

#[track_caller]
fn is_valid(name: &str, bytes: &[u8]) {
    let folder = TempDir::new().expect("a temporary folder");
    let path = folder.path().join("bai.epub");
    fs::write(&path, bytes).expect("a file");
    let output = check(&path);
    let told = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{name}: {told}");
}

fn book(speech: &Speech, lang: Lang) -> Vec<u8> {
    let page = Page::of(speech, PagePart::Whole);
    epub(&page, &Moment::new(MOMENT), &Messages::new(lang)).expect("a book")
}

#[test]
fn the_kind_of_file_comes_first_and_the_bytes_are_always_the_same() {
    let speech = read(SHIPPED.as_bytes(), &Lexicon::shipped());
    let bytes = book(&speech, Lang::Vi);
    assert_eq!(&bytes[..4], b"PK\x03\x04");
    assert_eq!(&bytes[8..10], b"\0\0", "stored");
    assert_eq!(&bytes[28..30], b"\0\0", "no extra field");
    assert_eq!(&bytes[30..58], b"mimetypeapplication/epub+zip");
    assert_eq!(bytes, book(&speech, Lang::Vi));
}

#[test]
#[ignore = "needs EPUBCheck"]
fn books_are_valid() {
    let lexicon = Lexicon::shipped();
    let speech = read(SHIPPED.as_bytes(), &lexicon);
    is_valid("the shipped speech", &book(&speech, Lang::En));
    let words = "</title><script>alert(1)</script> & \"bài\" <i>nói</i>\n\n\
        Nhiệm vụ <b>sau</b> &amp; đây:\n\n1. ]]> rà soát <!-- và --> sửa.\n\n2. \u{fffe}Hai & ba.\n";
    let mut hostile = read(words.as_bytes(), &lexicon);
    hostile.meta.speaker = Some("A & <B>".to_owned());
    hostile.meta.url = Some("https://a.vn/?a=1&b=\"2\"".to_owned());
    hostile.meta.language = "\" onload=\"".to_owned();
    is_valid("hostile words", &book(&hostile, Lang::Vi));
    is_valid("no words", &book(&read(b"", &lexicon), Lang::Vi));
    let page = Page::of(&hostile, PagePart::Item(0));
    let part = epub(&page, &Moment::new(MOMENT), &Messages::new(Lang::Vi));
    is_valid("a part", &part.expect("a book"));
    // The longest outline of the corpus.
    let speeches = corpus().into_iter().map(|path| open(&path, &lexicon).expect("it opens").speech);
    let longest = speeches.max_by_key(|speech| speech.outline.items.len());
    is_valid("a long speech", &book(&longest.expect("a speech"), Lang::Vi));
}

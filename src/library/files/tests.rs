//! Files of a temporary folder in; speeches, notices and errors out.

mod large;

use super::{
    OpenError, TextNotice, exists, files, from_bytes, open, open_head, original, outline_of,
    read_original, shipped,
};
use crate::formats::read::DraftNotice;
use crate::speech::parse::Lexicon;
use crate::speech::{
    BlockKind, Extent, FurnitureKind, Origin, SectionKind, Speech, SpeechKind, Standing,
};
use crate::text::Encoding;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const SPEECH: &str = include_str!("../../../data/speeches/2023-12-20-ket-luan-noi-chinh.txt");

/// A folder to put files in.
struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Folder(TempDir::new().expect("a temporary folder"))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, name: &str, contents: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(&path, contents).expect("a file");
        path
    }

    fn open(&self, name: &str, contents: impl AsRef<[u8]>) -> Speech {
        let path = self.write(name, contents);
        open(&path, &Lexicon::shipped()).expect("it opens").speech
    }
}

/// Asserts which message says why a path does not open, whichever way.
#[track_caller]
fn refused(path: &Path, message: &str) -> OpenError {
    let lexicon = Lexicon::shipped();
    let error = open(path, &lexicon).expect_err("it does not open");
    assert_eq!(error.message().0, message, "{error}");
    let other = open_head(path, &lexicon).expect_err("it does not open");
    assert_eq!(other.message().0, message, "{other}");
    error
}

#[test]
fn what_cannot_be_opened_is_told_apart() {
    let folder = Folder::new();
    let missing = folder.path().join("không có.txt");
    let error = refused(&missing, "open-missing");
    assert_eq!(error.message().1, [("path", missing.display().to_string())]);
    assert_eq!(files(&missing).expect_err("no files").message().0, "open-missing");
    refused(folder.path(), "open-empty-folder");
    assert_eq!(files(folder.path()).expect_err("no files").message().0, "open-empty-folder");
    let under_a_file = folder.write("a.txt", "").join("b.txt");
    refused(&under_a_file, "open-failed");
}

#[test]
fn names_are_told_without_what_acts_on_a_terminal() {
    let error = refused(Path::new("/không/\u{1b}[31mđỏ\u{202e}.txt"), "open-missing");
    assert_eq!(error.message().1, [("path", "/không/đỏ.txt".to_owned())]);
}

#[cfg(unix)]
#[test]
fn a_file_one_may_not_read_is_denied() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let path = folder.write("riêng.txt", "Một là: giữ kín.");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("a mode");
    if fs::File::open(&path).is_ok() {
        eprintln!("skipped: this user may read everything");
        return;
    }
    refused(&path, "open-denied");
}

#[test]
fn files_that_are_not_read_are_told_apart() {
    let folder = Folder::new();
    let cfb = &b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"[..];
    for (start, message, what) in [
        match cfg!(feature = "doc") {
            true => (cfb, "open-damaged", Some("DOC")),
            false => (cfb, "open-old-word", None),
        },
        (b"\xDB\xA5\x2D\0", "open-old-word", None),
        (b"\x89PNG\r\n\x1A\n", "open-picture", Some("PNG")),
        (b"\x7FELF", "open-not-text", Some("ELF")),
        (b"PK\x03\x04\x14", "open-damaged", Some("DOCX")),
    ] {
        let contents = [start, "x".repeat(300_000).as_bytes()].concat();
        let path = folder.write("văn bản.txt", contents);
        let error = refused(&path, message);
        assert_eq!(error.message().1.get(1), what.map(|what| ("what", what.to_owned())).as_ref());
    }
    // A text that speaks of one is a text.
    folder.open("a.txt", "PK là viết tắt. %PDF-1.7");
    folder.open("b.txt", "");
}

#[test]
fn a_file_in_an_archive_has_a_path_in_it() {
    let folder = Folder::new();
    let archive = crate::formats::read::tests::packed(&[
        ("2023/kết luận.txt", SPEECH.as_bytes()),
        ("bài.html", "<html><p>Một là: rà soát.<p>Hai là: sửa đổi.".as_bytes()),
        ("ảnh.png", b""),
    ]);
    let path = folder.write("tập.zip", archive);
    let texts = files(&path).expect("an archive");
    assert_eq!(texts, [path.join("2023/kết luận.txt"), path.join("bài.html")]);
    assert_eq!(files(folder.path()).expect("a folder"), texts);
    assert_eq!(files(&texts[0]).expect("a text in it"), [texts[0].clone()]);
    let lexicon = Lexicon::shipped();
    for open in [open, open_head] {
        let speech = open(&texts[0], &lexicon).expect("it opens").speech;
        assert_eq!((speech.outline.items.len(), speech.text.as_str()), (17, SPEECH));
        assert_eq!(open(&texts[1], &lexicon).expect("it opens").speech.outline.items.len(), 2);
    }
    assert_eq!(read_original(&texts[0]).expect("its bytes"), SPEECH.as_bytes());
    refused(&path.join("không có.txt"), "open-missing");
    assert!(exists(&texts[0]) && !exists(&folder.path().join("không có.txt")));
    let broken = folder.write("hỏng.zip", b"PK\x03\x04");
    assert_eq!(files(&broken).expect_err("broken").message().0, "open-damaged");
    // In a folder it is told of when it is opened, and the others are there.
    assert_eq!(files(folder.path()).expect("a folder").len(), 3);
}

#[test]
fn a_page_without_an_article_says_why() {
    let link = |n: u32| format!("<li><a href='/{n}'>Chuyên mục số {n} của cổng</a></li>");
    let menu: String = (1..30).map(link).collect();
    let folder = Folder::new();
    for (page, notice) in [
        (format!("<html><body><ul>{menu}</ul>"), Some(DraftNotice::PageOfLinks)),
        ("<html><body><nav>Trang chủ</nav>".to_owned(), Some(DraftNotice::PageWithoutText)),
        (format!("<html><body><nav>{menu}</nav><p>Một là: rà soát."), None),
    ] {
        let path = folder.write("bài.html", page.as_bytes());
        let opened = open(&path, &Lexicon::shipped()).expect("a page");
        let expected: Vec<_> = notice.map(TextNotice::Import).into_iter().collect();
        assert_eq!(opened.notices, expected, "{page}");
    }
}

#[test]
fn formats_give_hints_that_count() {
    let folder = Folder::new();
    let page = "<html><body><h1>Kết luận hội nghị tổng kết</h1><p>Mở đầu bài nói.</p>\
                <p><b>Về kinh phí.</b> Bố trí đủ vốn cho các việc trên trong năm.</p>\
                <p><b>Về nhân lực.</b> Bố trí đủ người cho các việc trên trong năm.</p>\
                <nav>Một là: trang chủ</nav><h2>Tình hình</h2>\
                <ol><li>Rà soát văn bản.<li>Sửa đổi quy định.</ol>";
    let speech = folder.open("bài.html", page);
    assert_eq!(speech.meta.title, "Kết luận hội nghị tổng kết");
    let kinds: Vec<(&str, BlockKind)> =
        speech.blocks.iter().map(|block| (block.range.of(&speech.text), block.kind)).collect();
    assert!(kinds.contains(&("Tình hình", BlockKind::Heading)), "{kinds:?}");
    let chrome = BlockKind::Furniture(FurnitureKind::Chrome);
    assert!(kinds.contains(&("Một là: trang chủ", chrome)), "{kinds:?}");
    assert_eq!(speech.outline.items.len(), 2);
    let headings: Vec<&str> = speech
        .outline
        .sections
        .iter()
        .filter_map(|section| match section.kind {
            SectionKind::Heading(range) => Some(range.of(&speech.text)),
            _ => None,
        })
        .collect();
    assert_eq!(headings, ["Về kinh phí", "Về nhân lực", "Tình hình"]);
    // Made anew, as for corrections, it is the same.
    let again = outline_of(&speech, &Lexicon::shipped());
    assert_eq!((again.outline, again.blocks), (speech.outline.clone(), speech.blocks.clone()));
}

#[test]
fn a_file_that_cannot_be_addressed_is_too_large() {
    let folder = Folder::new();
    let path = folder.write("lớn.txt", "");
    let file = fs::File::options().write(true).open(&path).expect("a file");
    file.set_len(u64::from(u32::MAX) + 1).expect("a long file with nothing in it");
    refused(&path, "open-too-large");
}

#[test]
fn folders_give_their_texts_by_name() {
    let folder = Folder::new();
    for name in [
        "b.txt",
        "a.TXT",
        "sâu/hơn/c.md",
        "sâu/d.markdown",
        "e.text",
        "f.toml",
        "g",
        "h.png",
        "k_files/l.html",
        ".ẩn.txt",
        ".git/x.txt",
        "i.txt.bak",
    ] {
        folder.write(name, "Một là: rà soát.");
    }
    let listed = |path: &Path| -> Vec<String> {
        let found = files(path).expect("texts");
        let short = |file: &PathBuf| file.strip_prefix(folder.path()).map(Path::to_owned);
        found.iter().map(|file| short(file).expect("in it").display().to_string()).collect()
    };
    let expected = ["a.TXT", "b.txt", "e.text", "sâu/d.markdown", "sâu/hơn/c.md"];
    assert_eq!(listed(folder.path()), expected);
    // A file is itself, whatever its name.
    assert_eq!(listed(&folder.path().join("g")), ["g"]);
    fs::create_dir(folder.path().join("rỗng")).expect("a folder");
    folder.write("rỗng/x.png", "");
    let error = files(&folder.path().join("rỗng")).expect_err("nothing to read");
    assert_eq!(error.message().0, "open-empty-folder");
}

#[cfg(unix)]
#[test]
fn links_to_files_are_followed_and_links_to_folders_are_not() {
    use std::os::unix::fs::symlink;
    let folder = Folder::new();
    let text = folder.write("trong/a.txt", "Một là: rà soát.");
    symlink(&text, folder.path().join("trong/b.txt")).expect("a link");
    symlink(folder.path(), folder.path().join("trong/vòng")).expect("a link");
    symlink("không có", folder.path().join("trong/c.txt")).expect("a link");
    let found = files(folder.path()).expect("texts");
    assert_eq!(found, [text.clone(), text.with_file_name("b.txt")]);
}

#[test]
fn encodings_and_notices_are_kept() {
    let folder = Folder::new();
    let plain = folder.open("a.txt", SPEECH);
    let marked = folder.open("b.txt", format!("\u{feff}{SPEECH}"));
    let units = "\u{feff}".encode_utf16().chain(SPEECH.encode_utf16());
    let wide = folder.open("c.txt", units.flat_map(u16::to_be_bytes).collect::<Vec<u8>>());
    assert_eq!(plain.encoding, Encoding::Utf8);
    assert_eq!(marked.encoding, Encoding::Utf8Bom);
    assert_eq!(wide.encoding, Encoding::Utf16Be);
    for other in [&marked, &wide] {
        assert_eq!(other.text, plain.text);
        assert_eq!(other.outline, plain.outline);
        assert_eq!((&other.id, &other.fingerprint), (&plain.id, &plain.fingerprint));
    }
    let path = folder.write("d.txt", b"b\xFFi n\xFE\x1B[31m\0i");
    let opened = open(&path, &Lexicon::shipped()).expect("it opens");
    assert_eq!(opened.notices, [TextNotice::Replaced(2), TextNotice::Removed(2)]);
    assert_eq!(open(&folder.write("e.txt", SPEECH), &Lexicon::shipped()).unwrap().notices, []);
}

#[test]
fn ids_are_made_of_the_day_and_the_title() {
    let folder = Folder::new();
    let title = "Kết luận tại hội nghị tổng kết năm 2023 và triển khai nhiệm vụ";
    for (name, text, id, shown) in [
        (
            "a.txt",
            format!("{title}\n\n20/12/2023"),
            "2023-12-20-ket-luan-tai-hoi-nghi-tong-ket-nam",
            title,
        ),
        ("b.txt", title.to_owned(), "ket-luan-tai-hoi-nghi-tong-ket-nam", title),
        (
            "Đề cương số 1.txt",
            "Một là: rà soát.\n\nHai là: sửa.".to_owned(),
            "de-cuong-so-1",
            "Đề cương số 1",
        ),
        ("字.txt", String::new(), "text-8c4345ec", "字"),
        ("\u{1b}[1m.txt", String::new(), "1m", "1m"),
    ] {
        let speech = folder.open(name, text);
        assert_eq!((speech.id.as_str(), speech.meta.title.as_str()), (id, shown), "{name}");
    }
    let opened = from_bytes(Vec::new(), Origin::StandardInput, &Lexicon::shipped());
    assert_eq!(opened.expect("a text").speech.id.as_str(), "stdin");
}

#[test]
fn a_companion_says_what_the_text_does_not() {
    let folder = Folder::new();
    folder.write(
        "bài.toml",
        "id = \"bai-noi\"\ntitle = \"Bài nói\\u001b[31m\"\nspeaker = \"Lê Văn An\"\noffice = \"Bí thư\"\n\
         kind = \"closing\"\narchived = true\ndate = \"2024-02-29\"\noccasion = \"Hội nghị\"\nplace = \"Hà Nội\"\nlanguage = \"vi\"\n",
    );
    let speech = folder.open("bài.txt", "20/12/2023\n\nMột là: rà soát.\n\nHai là: sửa đổi.");
    let meta = &speech.meta;
    assert_eq!(speech.id.as_str(), "bai-noi");
    assert_eq!(meta.title, "Bài nói");
    assert_eq!(meta.speaker.as_deref(), Some("Lê Văn An"));
    assert_eq!(meta.office.as_deref(), Some("Bí thư"));
    assert_eq!(meta.date.map(|date| date.to_string()).as_deref(), Some("2024-02-29"));
    assert_eq!(meta.occasion.as_deref(), Some("Hội nghị"));
    assert_eq!(meta.place.as_deref(), Some("Hà Nội"));
    assert_eq!(meta.language, "vi");
    assert_eq!((meta.kind, meta.standing), (Some(SpeechKind::Closing), Standing::Archived));
    // One that is not sound, or says what cannot be, leaves what the text says.
    for companion in
        ["id = ", "speeker = \"Lê Văn An\"", "id = \"Bài\"\ndate = \"2024-02-30\"", "title = \"\""]
    {
        folder.write("khác.toml", companion);
        let speech = folder.open("khác.txt", "20/12/2023\n\nMột là: rà soát.\n\nHai là: sửa.");
        assert_eq!(speech.id.as_str(), "2023-12-20-khac", "{companion}");
        assert_eq!(speech.meta.title, "khác");
        assert_eq!(speech.meta.speaker, None);
    }
    folder.write("khác.toml", "title = \"Bài\"\nspeeker = \"Lê Văn An\"\n");
    let path = folder.write("khác.txt", "Một là: rà soát.\n\nHai là: sửa.");
    let opened = open(&path, &Lexicon::shipped()).expect("a text");
    assert_eq!(opened.notices, [TextNotice::Companion(2)]);
}

#[test]
fn the_shipped_speech_is_byte_for_byte_what_it_was() {
    let opened = shipped(&Lexicon::shipped());
    let [only] = opened.as_slice() else { panic!("one speech ships") };
    let speech = &only.speech;
    assert_eq!(only.notices, []);
    assert_eq!(*speech.text, SPEECH);
    assert!(speech.offsets.is_identity());
    assert_eq!(
        (speech.extent, speech.id.as_str()),
        (Extent::Whole, "2023-12-20-ket-luan-noi-chinh")
    );
    assert!(speech.meta.occasion.is_some(), "the companion was read");
    let Origin::Shipped(file) = speech.origin else { panic!("it ships") };
    assert_eq!(original(file), Some(SPEECH.as_bytes()));
    assert_eq!(original("không có.txt"), None);
}

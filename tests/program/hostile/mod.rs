//! Hostile and broken files through the command line: each is told by name, the others go on, the
//! status is 2, nothing is written outside of the library, nothing hangs and nothing takes memory
//! beyond measure.

#![cfg(unix)]

mod files;

use crate::place::{Place, Run};
use assert_cmd::Command;
use assert_cmd::cargo::cargo_bin;
use files::{WORDS, good, zip};
use std::collections::BTreeSet;
use std::fs;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long a run may take before it counts as hanging: far longer than any does.
const PATIENCE: Duration = Duration::from_secs(300);
/// How much address space a run may have, in KiB: its program, its libraries and stacks among it.
const SPACE: usize = 1_500_000;

const BOOK: &str = "Phát biểu khai mạc hội chợ sách\n\nNgày 05/05/2024, đồng chí Trần Thị Bình phát biểu.\n\n\
    Sách mở ra những chân trời mới cho bạn đọc ở mọi lứa tuổi.\n";

/// Runs the program where memory and time are limited.
fn run(place: &Place, args: &[&str]) -> Run {
    run_of(cargo_bin!("dienvan"), place, args)
}

/// Runs a program of this or another name as [`run`] does.
fn run_of(program: &Path, place: &Place, args: &[&str]) -> Run {
    let space =
        if cfg!(target_os = "linux") { format!("ulimit -v {SPACE}; ") } else { String::new() };
    let output = Command::new("sh")
        .current_dir(place.folder.path())
        .env_clear()
        .args(["-c", &format!("{space}exec \"$0\" \"$@\"")])
        .arg(program)
        .arg("--data-dir")
        .arg(place.path("kept"))
        .args(["--lang", "en"])
        .args(args)
        .timeout(PATIENCE)
        .output()
        .expect("the program runs");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let status = output.status.code().unwrap_or_else(|| panic!("{args:?} was killed: {told}"));
    assert!(!told.contains("panicked"), "{args:?} panics aloud: {told}");
    Run { status, out: String::from_utf8_lossy(&output.stdout).into_owned(), err: told }
}

/// Opens each file alone: it is refused in one clear message that names it.
#[track_caller]
fn refused(place: &Place, name: &str, words: &str) {
    let run = run(place, &["show", name]);
    assert_eq!(run.status, 2, "{name}: {} {}", run.err, run.out.len());
    let file = Path::new(name).file_name().expect("a name").to_string_lossy().into_owned();
    assert!(run.err.contains(&file), "{name}: {}", run.err);
    assert!(run.err.contains(words), "{name} is not told as {words:?}: {}", run.err);
    assert_eq!(run.err.trim_end().lines().count(), 1, "{name}: {}", run.err);
    assert!(run.out.is_empty(), "{name}: {}", run.out);
}

/// Every path below a folder, links not followed.
fn tree(folder: &Path) -> BTreeSet<PathBuf> {
    let mut out = BTreeSet::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            out.extend(tree(&entry.path()));
        }
        out.insert(entry.path());
    }
    out
}

/// Imports a folder with a good speech in it besides: that comes in, each of the others is told of
/// with these words, and nothing is written outside of the library.
#[track_caller]
fn imports(place: &Place, folder: &str, told: &[(&str, &str)], new: usize) {
    place.write(&format!("{folder}/sach.txt"), BOOK);
    let before = tree(place.folder.path());
    let run = run(place, &["import", folder]);
    assert_eq!(run.status, if told.is_empty() { 0 } else { 2 }, "{}{}", run.err, run.out);
    for (name, words) in told {
        let mut lines = run.err.lines().filter(|line| line.contains(name));
        let line = lines.next().unwrap_or_else(|| panic!("{name} is not told of: {}", run.err));
        assert!(line.contains(words), "{name} is not told as {words:?}: {line}");
    }
    assert!(run.out.contains(&format!("New: {new}")), "{}{}", run.out, run.err);
    let kept = place.path("kept");
    let library = place.path("kept/data/library");
    for path in tree(place.folder.path()).difference(&before) {
        let inside = path.starts_with(&library) || library.starts_with(path);
        assert!(inside && path.starts_with(&kept), "{} was written", path.display());
    }
    let texts = fs::read_dir(&library).expect("a library").flatten();
    let texts = texts.filter(|file| {
        let name = file.file_name().to_string_lossy().into_owned();
        !name.starts_with('.') && name.contains('.') && !name.ends_with(".toml")
    });
    assert_eq!(texts.count(), new, "{:?}", tree(&library));
    let list = place.run(&["list"]);
    assert!(list.out.contains("2024-05-05-phat-bieu-khai-mac-hoi-cho-sach"), "{}", list.out);
}

#[test]
fn archives_that_become_too_large() {
    let place = Place::new();
    let blanks = vec![b' '; 40 << 20];
    let bomb = "<w:p>".to_owned() + &String::from_utf8(blanks.clone()).expect("blanks");
    let inner = zip(&[("trong.txt", &blanks)]);
    let said = WORDS.as_bytes().repeat(20_000);
    let many: Vec<String> = (0..20_500).map(|number| format!("{number}.txt")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b"a"[..])).collect();
    place
        .write("a/bom.docx", files::docx(&bomb))
        .write("a/bom.odt", files::odt_of(&bomb))
        .write("a/bom.epub", files::epub_of(&bomb))
        .write("a/bom.zip", zip(&[("bom.txt", &blanks)]))
        .write("a/chồng.zip", files::overlapping(20_000, &said))
        .write("a/dối.docx", files::claiming(files::docx(&bomb), 1000))
        .write("a/nhiều.zip", zip(&many))
        .write("a/lồng.zip", zip(&[("trong.zip", &zip(&[("trong.zip", &inner)]))]));
    let large = "suspiciously large";
    for (name, words) in [
        ("a/bom.docx", large),
        ("a/bom.odt", large),
        ("a/bom.epub", large),
        ("a/bom.zip", large),
        ("a/chồng.zip", large),
        ("a/dối.docx", "damaged"),
        ("a/nhiều.zip", large),
        ("a/lồng.zip", "no text"),
    ] {
        refused(&place, name, words);
    }
    let told = [
        ("bom.docx", large),
        ("bom.odt", large),
        ("bom.epub", large),
        ("bom.txt", large),
        ("chồng.zip", large),
        ("dối.docx", "damaged"),
        ("nhiều.zip", large),
        ("lồng.zip", "no text"),
    ];
    imports(&place, "a", &told, 1);
}

#[test]
fn entities_never_grow_nor_read_other_files() {
    let place = Place::new();
    let end = "&e11;&out;";
    let text = format!("{WORDS} {end}");
    let word = files::laughs("w:document")
        + &format!(
            "<w:document><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"
        );
    let open = files::laughs("d")
        + &format!(
            "<d><office:body><office:text><text:p>{text}</text:p></office:text></office:body></d>"
        );
    let page = files::laughs("html") + &format!("<html><body><p>{text}</p></body></html>");
    place
        .write("a/cuoi.docx", files::docx_of(&word))
        .write("a/cuoi.odt", files::odt_of(&open))
        .write("a/cuoi.epub", files::epub_of(&page))
        .write("a/cuoi.xhtml", page);
    for name in ["a/cuoi.docx", "a/cuoi.odt", "a/cuoi.epub", "a/cuoi.xhtml"] {
        let run = run(&place, &["show", name]);
        assert_eq!(run.status, 0, "{name}: {}", run.err);
        assert!(run.out.contains(WORDS), "{name}: {}", run.out);
        assert!(!run.out.contains("ha ha ha ha ha ha ha"), "{name}: {}", run.out);
        assert!(run.out.len() < 5_000 && !run.out.contains("root:"), "{name}: {}", run.out);
    }
}

#[test]
fn what_lies_deep_in_itself() {
    const DEEP: usize = 100_000;
    // Packed, more would be a bomb.
    const PACKED: usize = 30_000;
    let place = Place::new();
    let lists = "<ul><li>".repeat(DEEP) + WORDS;
    let page = format!("<html><body>{}{WORDS}", "<div><b><table><tr><td>".repeat(DEEP));
    let frames = format!("<html><body>{}{WORDS}", "<span>".repeat(DEEP));
    let deep = |element: &str| format!("<{element}>").repeat(PACKED) + WORDS;
    place
        .write("a/sau.docx", files::docx(&deep("w:p")))
        .write("a/bang.docx", files::docx(&deep("w:tbl><w:tr><w:tc")))
        .write("a/sau.odt", files::odt_of(&deep("text:list")))
        .write("a/sau.rtf", "{\\rtf1 ".to_owned() + &"{\\b ".repeat(DEEP) + "a")
        .write("b/trang.html", page)
        .write("b/khung.html", frames)
        .write("b/danh-sach.html", format!("<html><body>{lists}"))
        .write(
            "b/sach.epub",
            files::epub_of(&("<html><body>".to_owned() + &"<ul><li>".repeat(PACKED) + WORDS)),
        )
        .write("b/trich.md", ">".repeat(DEEP) + " " + WORDS)
        .write("b/sao.md", "*a **".repeat(DEEP) + WORDS)
        .write("b/ngoac.md", "[".repeat(DEEP) + WORDS)
        .write("b/muc.md", (0..2_000).map(|n| "  ".repeat(n) + "- a\n").collect::<String>());
    for name in ["a/sau.docx", "a/bang.docx", "a/sau.odt", "a/sau.rtf"] {
        refused(&place, name, "nested too deep");
    }
    for entry in tree(&place.path("b")) {
        let name = entry.to_string_lossy();
        let run = run(&place, &["show", &name]);
        assert_eq!(run.status, 0, "{name}: {}", run.err);
        assert!(name.ends_with("muc.md") || run.out.contains(WORDS), "{name} lost its words");
    }
    let told =
        ["sau.docx", "bang.docx", "sau.odt", "sau.rtf"].map(|name| (name, "nested too deep"));
    imports(&place, "a", &told, 1);
}

/// What a PDF may do to its reader is done to another process, which dies of it alone.
#[cfg(feature = "pdf")]
#[test]
fn pdfs_that_would_end_the_program() {
    let place = Place::new();
    let unpacked = b"q ".repeat(30_000_000);
    let bomb = files::pdf_of(&files::deflated(&unpacked), "/Filter /FlateDecode");
    let deep = b"[".repeat(300_000);
    place
        .write("a/long.pdf", files::nested_pdf(300_000))
        .write("a/bom.pdf", bomb)
        .write("a/sau.pdf", files::pdf_of(&files::deflated(&deep), "/Filter /FlateDecode"))
        .write("a/tot.pdf", files::pdf());
    for name in ["a/long.pdf", "a/bom.pdf"] {
        refused(&place, name, "is damaged");
    }
    let run = run(&place, &["show", "a/tot.pdf"]);
    assert!(run.status == 0 && run.out.contains("Mot la: Ra soat de ke"), "{}{}", run.out, run.err);
    let told = [("long.pdf", "is damaged"), ("bom.pdf", "is damaged"), ("sau.pdf", "sau.pdf")];
    imports(&place, "a", &told, 2);
}

/// Documents that say of themselves what is not so: where their parts lie, how large they are.
#[cfg(feature = "doc")]
#[test]
fn word_documents_that_lie_about_themselves() {
    let place = Place::new();
    let whole = files::doc();
    let head = whole.windows(2).position(|two| two == [0xEC, 0xA5]).expect("a head of Word");
    let write = |name: String, bytes: &[u8]| {
        place.write(&format!("a/{name}.doc"), bytes);
    };
    for tenth in 1..10 {
        write(format!("cut-{tenth}"), &whole[..whole.len() * tenth / 10]);
    }
    // Sectors, the table of them, directories; then lengths and places in the head of Word.
    let container = [0x1E, 0x2C, 0x30, 0x38, 0x3C, 0x44, 0x48, 0x4C];
    let word =
        [0x02, 0x0A, 0x18, 0x3E, 0x4C, 0x50, 0x98, 0xA2, 0xA6, 0xFA, 0xFE, 0x102, 0x1A2, 0x1A6];
    let places = container.into_iter().chain(word.map(|at| head + at));
    for at in places {
        for byte in [0xFF, 0x7F] {
            let mut bytes = whole.clone();
            bytes[at..at + 4].fill(byte);
            write(format!("head-{at}-{byte}"), &bytes);
        }
    }
    for at in (8..whole.len()).step_by(whole.len() / 30) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x55;
        write(format!("flip-{at}"), &bytes);
    }
    place.write("a/sach.txt", BOOK);
    let run = run(&place, &["import", "a"]);
    assert!(matches!(run.status, 0 | 2), "{}", run.err);
    for line in run.err.lines().filter(|line| line.contains(".doc")) {
        let known =
            ["is damaged", "password", "an old Word file", "larger than", "invalid bytes in"];
        assert!(known.iter().any(|words| line.contains(words)), "{line}");
    }
    let kept = "kept/data/library/2024-05-05-phat-bieu-khai-mac-hoi-cho-sach.txt";
    assert!(place.path(kept).exists(), "{}", run.err);
}

/// What the program is called, and whether its file is still there, changes nothing of that.
#[cfg(feature = "pdf")]
#[test]
fn a_program_of_another_name_reads_apart_as_well() {
    let place = Place::new();
    place.write("long.pdf", files::nested_pdf(60_000)).write("tot.pdf", files::pdf());
    place.write("bo.zip", zip(&[("long.pdf", &files::nested_pdf(60_000))]));
    for name in ["dv", "dienvan-x86_64-linux", "dienvan.moi"] {
        let program = place.path(name);
        fs::copy(cargo_bin!("dienvan"), &program).expect("a copy");
        let run = run_of(&program, &place, &["show", "tot.pdf"]);
        assert_eq!(run.status, 0, "{name}: {}", run.err);
        for args in [["show", "long.pdf"], ["import", "long.pdf"], ["import", "bo.zip"]] {
            let run = run_of(&program, &place, &args);
            assert_eq!(run.status, 2, "{name}: {}", run.err);
            assert!(run.err.contains("long.pdf is damaged"), "{name}: {}", run.err);
        }
    }
}

#[test]
fn files_that_end_too_early() {
    let place = Place::new();
    for (ending, bytes) in good() {
        for tenth in 0..10 {
            let cut = &bytes[..bytes.len() * tenth / 10];
            place.write(&format!("a/{tenth}.{ending}"), cut);
        }
    }
    let mut told = Vec::new();
    for path in tree(&place.path("a")) {
        let name = path.strip_prefix(place.folder.path()).expect("below").to_string_lossy();
        let run = run(&place, &["show", &name]);
        assert!(matches!(run.status, 0 | 2), "{name}: {} {}", run.status, run.err);
        if run.status == 2 {
            assert!(run.err.contains(&*name), "{name}: {}", run.err);
            told.push(path.file_name().expect("a name").to_string_lossy().into_owned());
        }
        let is_packed = [".docx", ".odt", ".epub"].iter().any(|ending| name.ends_with(ending));
        let is_empty = fs::metadata(&path).expect("a file").len() < 4;
        assert_eq!(run.status == 2, is_packed && !is_empty || run.status == 2, "{name}");
        assert!(!is_packed || is_empty || run.status == 2, "{name} is not whole: {}", run.out);
    }
    assert!(told.len() >= 27, "{told:?}");
    place.write("a/sach.txt", BOOK);
    let run = run(&place, &["import", "a"]);
    assert_eq!(run.status, 2, "{}", run.err);
    for name in &told {
        assert!(run.err.contains(name.as_str()), "{name} is not told of: {}", run.err);
    }
    assert!(
        place.path("kept/data/library/2024-05-05-phat-bieu-khai-mac-hoi-cho-sach.txt").exists()
    );
}

#[test]
fn endings_that_lie() {
    const OLE: &str = if cfg!(feature = "doc") { "is damaged" } else { "an old Word file" };
    let place = Place::new();
    let good = good();
    for (index, (ending, bytes)) in good.iter().enumerate() {
        let (other, _) = &good[(index + 3) % good.len()];
        let name = format!("a/{ending}-goi-la.{other}");
        place.write(&name, bytes);
        let run = run(&place, &["show", &name]);
        assert_eq!(run.status, 0, "{name}: {}", run.err);
        let words = if *ending == "pdf" { "Mot la: Ra soat de ke" } else { WORDS };
        assert!(run.out.contains(words), "{name}: {}", run.out);
    }
    for (name, bytes, words) in [
        ("png.txt", &b"\x89PNG\r\n\x1a\n"[..], "PNG picture"),
        ("jpeg.docx", b"\xFF\xD8\xFF\xE0", "JPEG picture"),
        ("elf.md", b"\x7FELF\x02\x01", "ELF file"),
        ("gzip.txt", b"\x1F\x8B\x08\0", "gzip file"),
        ("doc.docx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", OLE),
        ("cu.doc", b"\xDB\xA5\x2D\0", "an old Word file"),
    ] {
        place.write(&format!("b/{name}"), bytes);
        refused(&place, &format!("b/{name}"), words);
    }
    let told = [
        ("png.txt", "PNG"),
        ("jpeg.docx", "JPEG"),
        ("elf.md", "ELF"),
        ("gzip.txt", "gzip"),
        ("doc.docx", OLE),
        ("cu.doc", "an old Word file"),
    ];
    imports(&place, "b", &told, 1);
}

#[test]
fn files_of_a_gigabyte() {
    let place = Place::new();
    let mut told = Vec::new();
    for (ending, bytes) in good() {
        let name = format!("to.{ending}");
        place.write(&format!("a/{name}"), bytes);
        let file = fs::OpenOptions::new().write(true).open(place.path(&format!("a/{name}")));
        file.and_then(|file| file.set_len(1 << 30)).expect("a sparse file");
        // A text is read, however large: that takes a debug build minutes, and is measured by hand.
        if !matches!(ending, "txt" | "md") {
            refused(&place, &format!("a/{name}"), "larger than");
        }
        told.push((name, "larger than"));
    }
    place.write("a/to.zip", zip(&[("a.txt", b"a")]));
    let file = fs::OpenOptions::new().write(true).open(place.path("a/to.zip"));
    file.and_then(|file| file.set_len(1 << 30)).expect("a sparse file");
    told.push(("to.zip".to_owned(), "larger than"));
    let told: Vec<(&str, &str)> =
        told.iter().map(|(name, words)| (name.as_str(), *words)).collect();
    imports(&place, "a", &told, 1);
}

#[test]
fn entries_that_lead_out_of_an_archive() {
    let place = Place::new();
    let words = WORDS.as_bytes();
    let outside: [(&str, &[u8]); 8] = [
        ("../ra.txt", words),
        ("a/../../ra.txt", words),
        ("/tmp/goc.txt", words),
        ("C:\\goc.txt", words),
        ("..\\ra.txt", words),
        ("./.an.txt", words),
        ("a//b.txt", words),
        ("x\u{1b}[2Jy.txt", words),
    ];
    let both = zip(&[("bai1.txt", words), ("bai2.txt", BOOK.as_bytes())]);
    place
        .write("a/ngoai.zip", zip(&outside))
        .write("a/lien-ket.zip", files::with_link("lien-ket.txt", "/etc/passwd"))
        .write("a/mat-khau.zip", files::encrypted(zip(&[("kín.txt", words)])))
        .write("a/mat-khau.docx", files::encrypted(files::docx("<w:p/>")))
        .write("a/trung.zip", files::twice("bai2.txt", "bai1.txt", &both));
    let run = run(&place, &["show", "a/lien-ket.zip"]);
    assert!(
        run.status == 0 && run.out.contains(WORDS) && !run.out.contains("root:"),
        "{}",
        run.out
    );
    refused(&place, "a/mat-khau.docx", "password");
    refused(&place, "a/mat-khau.zip", "password");
    // Of two files of one name one is read, and the escape sequence in a name reaches nobody.
    let told = [("mat-khau.docx", "password"), ("kín.txt", "password")];
    imports(&place, "a", &told, 2);
    assert!(!place.folder.path().join("../ra.txt").exists());
}

#[test]
fn what_is_in_a_folder_and_is_no_file_of_it() {
    let place = Place::new();
    place.write("ngoai/bi-mat.txt", WORDS).write("a/trong/bai.txt", WORDS);
    let link = |target: &str, name: &str| {
        std::os::unix::fs::symlink(target, place.path(name)).expect("a link");
    };
    link("../ngoai/bi-mat.txt", "a/ra-ngoai.txt");
    link("../ngoai", "a/thu-muc-ngoai");
    link("..", "a/trong/vong");
    link("vong.txt", "a/vong.txt");
    link("khong-co.txt", "a/dut.txt");
    link("/dev/zero", "a/vo-tan.txt");
    let fifo = place.path("a/ong.txt");
    let mode = rustix::fs::Mode::from_raw_mode(0o600);
    rustix::fs::mknodat(rustix::fs::CWD, &fifo, rustix::fs::FileType::Fifo, mode, 0)
        .expect("a pipe");
    let bad = std::ffi::OsString::from_vec(b"a/x\xFF\x1B]0;y\x07\n.docx".to_vec());
    fs::write(place.folder.path().join(&bad), b"PK\x03\x04").expect("a file");
    let told = [
        ("ra-ngoai.txt", "link out of the folder"),
        ("vong.txt", "vong.txt"),
        ("dut.txt", "dut.txt"),
        ("vo-tan.txt", "link out of the folder"),
        ("ong.txt", "no regular file"),
        ("x�", "damaged"),
    ];
    imports(&place, "a", &told, 2);
    let run = run(&place, &["import", "a"]);
    assert!(!run.err.contains('\u{1b}') && !run.out.contains('\u{1b}'), "{:?}", run.err);
    assert_eq!(bad.as_bytes().iter().filter(|&&byte| byte == b'\n').count(), 1);
}

#[test]
fn what_never_ends() {
    let place = Place::new();
    if Path::new("/dev/zero").exists() {
        refused(&place, "/dev/zero", "/dev/zero");
        let run = run(&place, &["import", "/dev/zero"]);
        assert!(run.status == 2 && run.err.contains("/dev/zero"), "{}", run.err);
    }
}

#[test]
fn what_may_not_be_read() {
    let place = Place::new();
    place.write("a/khoa.txt", WORDS).write("a/trong/bai.txt", WORDS);
    let forbid = |name: &str, mode| {
        fs::set_permissions(place.path(name), fs::Permissions::from_mode(mode)).expect("its owner");
    };
    forbid("a/khoa.txt", 0);
    forbid("a/trong", 0);
    if fs::read(place.path("a/khoa.txt")).is_ok() {
        eprintln!("skipped: this user may read everything");
    } else {
        refused(&place, "a/khoa.txt", "No permission to read");
        imports(
            &place,
            "a",
            &[("khoa.txt", "No permission to read"), ("trong", "No permission to read")],
            1,
        );
    }
    forbid("a/trong", 0o700);
}

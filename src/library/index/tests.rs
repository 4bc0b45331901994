//! A folder of speeches and queries in; what is found out, by the index and text by text.

mod knowing;
mod rows;

use super::*;
use crate::library::files::Isolation;
use crate::properties::speeches;
use crate::search::found::FoundSpeech;
use crate::search::{Mode, Query, Stage};
use crate::speech::correction::Filed;
use crate::speech::parse::Lexicon;
use crate::speech::{Change, Origin};
use proptest::prelude::*;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use tempfile::TempDir;

/// A library in a folder of its own.
struct Shelf {
    folder: TempDir,
    means: Means,
}

impl Shelf {
    /// Makes a library that is large whatever is in it.
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let means = Means {
            shipped: false,
            folders: vec![folder.path().join("bài")],
            cache_dir: folder.path().join("cache"),
            lexicon: Arc::new(Lexicon::shipped()),
            isolation: Isolation::Here,
            rules: 0,
            small: 0,
        };
        fs::create_dir_all(&means.folders[0]).expect("a folder");
        Shelf { folder, means }
    }

    /// Makes a library of speeches made by number.
    fn of(count: usize, bytes: usize) -> Self {
        let shelf = Shelf::new();
        for number in 0..count {
            shelf.write(&format!("{number:04}.txt"), &speeches::speech(number, bytes));
        }
        shelf
    }

    fn path(&self, name: &str) -> PathBuf {
        self.means.folders[0].join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("written");
    }

    #[cfg(feature = "fulltext")]
    fn index_dir(&self) -> PathBuf {
        self.means.place().index()
    }

    fn update(&self) -> Updated {
        update(&self.means, &self.means.on_disk(), &AtomicBool::new(false), &mut |_| ())
            .expect("brought up to date")
    }

    fn hunt(&self, typed: &str, corrections: &[Filed]) -> Haul {
        let query = query(typed);
        let wanted =
            LibraryQuery { query: &query, speeches: usize::MAX, looks: usize::MAX, corrections };
        Hunter::new(self.means.clone()).hunt(wanted, None, &mut |_| SearchControl::On)
    }

    /// Searches text by text.
    fn scan(&self, typed: &str, corrections: &[Filed]) -> Vec<FoundSpeech> {
        let means = Means { small: u64::MAX, ..self.means.clone() };
        let query = query(typed);
        let wanted =
            LibraryQuery { query: &query, speeches: usize::MAX, looks: usize::MAX, corrections };
        let files = means.on_disk();
        Hunter::new(means).hunt(wanted, Some(&files), &mut |_| SearchControl::On).speeches
    }
}

fn query(typed: &str) -> Query {
    Query::parse(typed, Mode::Smart, Stage::Finished).expect("a query")
}

fn names(found: &[FoundSpeech]) -> Vec<String> {
    let name = |found: &FoundSpeech| match &found.origin {
        Origin::File(path) => path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
        other => other.to_string(),
    };
    let mut names: Vec<String> = found.iter().map(name).collect();
    names.sort();
    names
}

/// Asserts which speeches are found, by the index and without it.
#[track_caller]
fn check(shelf: &Shelf, typed: &str, expected: &[&str]) {
    let haul = shelf.hunt(typed, &[]);
    assert_eq!(names(&haul.speeches), expected, "{typed:?} by the index");
    assert_eq!(haul.speeches, shelf.scan(typed, &[]), "{typed:?}: index and texts say the same");
}

#[test]
fn the_index_finds_what_the_texts_have() {
    let shelf = Shelf::new();
    shelf.write("a.txt", "Báo cáo\n\nPhòng, chống tham nhũng là nhiệm vụ của Đảng bộ.");
    shelf.write("b.txt", "Thư\n\nPhong chống bão. Đường Hoà Bình, phường Kỳ Lừa.");
    shelf.write(
        "c.md",
        "# Kế hoạch\n\nCác nhiệm vụ sau:\n\nMột là: phòng cháy.\n\nHai là: chống hạn.\n",
    );
    shelf.write("d.txt", "Nguyễn Văn Đức nói: 2.500 hộ, nghị quyết 57-NQ/TW.");
    assert_eq!(shelf.update().read.len(), 4);
    for (typed, expected) in [
        ("tham nhung", &["a"][..]),
        ("phong chong", &["a", "b"]),
        ("phòng chống", &["a"]),
        ("\"phòng, chống\"", &["a"]),
        ("phongf choongs", &["a"]),
        ("duong", &["b"]),
        ("đường hòa", &["b"]),
        ("nguyen", &["d"]),
        ("2500", &[]),
        ("2.500", &["d"]),
        ("57-NQ/TW", &["d"]),
        ("chong -bao", &["a", "c"]),
        ("kind:kế-hoạch chống", &["c"]),
        ("format:md phòng", &["c"]),
        ("format:text phòng", &["a"]),
        ("role:task phòng", &["c"]),
        ("role:result phòng", &[]),
        ("in:title ke hoach", &["c"]),
        ("nhi", &[]),
        ("vắng", &[]),
    ] {
        check(&shelf, typed, expected);
    }
}

#[test]
fn what_changes_is_read_and_nothing_else() {
    let shelf = Shelf::of(30, 1500);
    assert_eq!(shelf.update().read.len(), 30);
    assert_eq!(shelf.update(), Updated { complete: true, ..Updated::default() });
    shelf.write("0007.txt", "Đoạn đê mới được gia cố bằng tre đan.");
    shelf.write("mới.txt", "Kênh tưới thứ nhất: tre đan.");
    fs::remove_file(shelf.path("0003.txt")).expect("removed");
    let updated = shelf.update();
    assert_eq!(updated.read, [shelf.path("0007.txt"), shelf.path("mới.txt")]);
    assert_eq!(updated.removed, 1);
    check(&shelf, "\"tre đan\"", &["0007", "mới"]);
    let haul = shelf.hunt("hội nghị", &[]);
    assert_eq!(haul.coverage.total, 30);
    assert!(!names(&haul.speeches).contains(&"0003".to_owned()));
    assert_eq!(haul.speeches, shelf.scan("hội nghị", &[]));
    // A companion changes what is known about a speech.
    shelf.write("0009.toml", "title = \"Tre đan\"\nspeaker = \"Bà Hoà\"\n");
    assert_eq!(shelf.update().read, [shelf.path("0009.txt")]);
    check(
        &shelf,
        "speaker:hòa kết luận",
        &names(&shelf.scan("speaker:hoà kết luận", &[]))
            .iter()
            .map(String::as_str)
            .collect::<Vec<_>>(),
    );
    let known = Catalog::load(&shelf.means.place().catalog(), shelf.means.edition());
    let known = known.expect("a catalogue");
    let title = |record: Record| record.known.meta.title;
    assert!(known.records().map(title).any(|title| title == "Tre đan"));
}

#[test]
fn a_file_that_cannot_be_read_is_tried_again_when_it_changes() {
    let shelf = Shelf::of(3, 800);
    fs::write(shelf.path("0001.txt"), b"%PDF-1.4 khong phai van ban").expect("written");
    let updated = shelf.update();
    assert_eq!((updated.read.len(), updated.failed), (2, vec![shelf.path("0001.txt")]));
    assert_eq!(shelf.update(), Updated { complete: true, ..Updated::default() });
    shelf.write("0001.txt", "Bây giờ là văn bản.");
    assert_eq!(shelf.update().read, [shelf.path("0001.txt")]);
    check(&shelf, "văn bản", &["0001"]);
}

#[test]
fn corrected_roles_count() {
    let shelf = Shelf::new();
    shelf.write("a.txt", "Kết luận\n\nMột là: đắp đê.\n\nHai là: nạo vét kênh.\n");
    shelf.write("b.txt", "Kết luận\n\nMột là: trồng rừng.\n\nHai là: đắp đường.\n");
    shelf.update();
    let opened = shelf.means.open(&shelf.path("a.txt"), &[]).expect("opens");
    let item = opened.speech.outline.items[0].range;
    let role = Change::Role(crate::speech::Role::Lesson);
    let mut filed = Filed::new(&opened.speech, item, role, jiff::Timestamp::UNIX_EPOCH);
    filed.correction.id = "abc234".to_owned();
    check(&shelf, "role:lesson", &[]);
    let corrections = [filed];
    let found = shelf.hunt("role:lesson", &corrections).speeches;
    assert_eq!(names(&found), ["a"]);
    assert_eq!(found, shelf.scan("role:lesson", &corrections));
    assert_eq!(found[0].hits[0].role, Some(crate::speech::Role::Lesson));
}

#[test]
fn another_program_is_not_disturbed() {
    let shelf = Shelf::of(3, 800);
    let lock = shelf.means.place().lock().expect("a lock").expect("it is free");
    let files = shelf.means.on_disk();
    let busy = update(&shelf.means, &files, &AtomicBool::new(false), &mut |_| ());
    assert!(matches!(busy, Err(UpdateError::Busy)), "{busy:?}");
    drop(lock);
    assert_eq!(shelf.update().read.len(), 3);
}

#[test]
fn other_rules_and_other_folders_have_their_own() {
    let mut shelf = Shelf::of(3, 800);
    shelf.update();
    let place = shelf.means.place();
    shelf.means.rules = 7;
    assert_eq!(shelf.means.place(), place);
    assert_eq!(shelf.update().read.len(), 3, "what rules say is read anew");
    shelf.means.folders.push(shelf.folder.path().join("khác"));
    assert_ne!(shelf.means.place(), place);
}

/// What may happen to the files of an index, and to the catalogue.
#[cfg(feature = "fulltext")]
#[test]
fn a_damaged_cache_is_made_anew() {
    use std::path::Path;
    type Harm = fn(&Path);
    let harms: [(&str, Harm); 4] = [
        ("emptied", |file| fs::write(file, b"").expect("written")),
        ("cut", |file| {
            let bytes = fs::read(file).expect("read");
            fs::write(file, &bytes[..bytes.len() / 2]).expect("written");
        }),
        ("overwritten", |file| {
            let mut bytes = fs::read(file).expect("read");
            let middle = bytes.len() / 2;
            bytes[..middle].fill(0xA5);
            fs::write(file, &bytes).expect("written");
        }),
        ("deleted", |file| fs::remove_file(file).expect("removed")),
    ];
    let shelf = Shelf::of(12, 1500);
    shelf.update();
    let expected = shelf.scan("hội nghị", &[]);
    for (name, harm) in harms {
        let inside = |folder: &Path| -> Vec<PathBuf> {
            let entries = fs::read_dir(folder).expect("listed").flatten();
            let files = entries.map(|entry| entry.path()).filter(|path| path.is_file());
            files.filter(|path| fs::metadata(path).is_ok_and(|file| file.len() > 0)).collect()
        };
        let kinds: std::collections::BTreeMap<_, _> = inside(&shelf.index_dir())
            .into_iter()
            .map(|path| (path.extension().map(ToOwned::to_owned), path))
            .collect();
        assert!(kinds.len() > 4, "{kinds:?}");
        for kind in kinds.keys().chain([&None]) {
            let file = match kind {
                Some(_) => inside(&shelf.index_dir())
                    .into_iter()
                    .find(|path| path.extension() == kind.as_deref()),
                None => Some(shelf.means.place().catalog()),
            };
            let file = file.expect("one of each kind");
            harm(&file);
            // Whatever is asked meanwhile is answered, at worst from the texts.
            let meanwhile = shelf.hunt("hội nghị", &[]);
            assert!(meanwhile.speeches.len() <= expected.len(), "{name}: {}", file.display());
            shelf.update();
            let found = shelf.hunt("hội nghị", &[]).speeches;
            assert_eq!(found, expected, "{name}: {}", file.display());
            assert_eq!(shelf.update(), Updated { complete: true, ..Updated::default() });
        }
    }
    assert!(!shelf.means.place().folder().join("index.old").exists(), "nothing is left over");
}

/// The index of a program that knew other fields.
#[cfg(feature = "fulltext")]
#[test]
fn an_index_of_another_version_is_made_anew() {
    let shelf = Shelf::of(4, 800);
    let place = shelf.means.place();
    drop(place.lock().expect("a lock"));
    fs::create_dir_all(shelf.index_dir()).expect("a folder");
    let mut schema = tantivy::schema::Schema::builder();
    schema.add_text_field("body", tantivy::schema::TEXT);
    tantivy::Index::create_in_dir(shelf.index_dir(), schema.build()).expect("an index");
    assert_eq!(shelf.update().read.len(), 4);
    check(&shelf, "kết luận", &["0000", "0001", "0002", "0003"]);
}

#[cfg(feature = "fulltext")]
#[test]
fn what_is_committed_is_not_read_again_when_the_catalogue_is_lost() {
    let shelf = Shelf::of(8, 800);
    shelf.update();
    fs::remove_file(shelf.means.place().catalog()).expect("removed");
    assert_eq!(shelf.update().read, Vec::<PathBuf>::new());
    assert_eq!(shelf.hunt("hội nghị", &[]).speeches, shelf.scan("hội nghị", &[]));
}

#[test]
fn a_search_can_be_stopped_and_says_that_there_may_be_more() {
    let shelf = Shelf::of(80, 600);
    shelf.update();
    let query = query("hội nghị");
    let wanted = LibraryQuery { query: &query, speeches: 5, looks: usize::MAX, corrections: &[] };
    let haul = Hunter::new(shelf.means.clone()).hunt(wanted, None, &mut |_| SearchControl::On);
    assert_eq!((haul.speeches.len(), haul.coverage.more), (5, true));
    let wanted = LibraryQuery { speeches: usize::MAX, ..wanted };
    let haul = Hunter::new(shelf.means.clone()).hunt(wanted, None, &mut |_| SearchControl::Home);
    assert!(haul.speeches.len() < 80, "nobody waited for all");
}

/// Words that the made speeches have, and some that they have not.
fn words() -> impl Strategy<Value = String> {
    let known = [
        "nhiem vu",
        "nhiệm",
        "vụ",
        "phòng chống",
        "tham nhũng",
        "tieu cuc",
        "hoà",
        "hòa",
        "uỷ",
        "uy",
        "đường",
        "duong",
        "ngoằn ngoèo",
        "giếng khoan",
        "Đảng",
        "dang",
        "tre",
        "12",
        "hội",
        "nghi",
        "nhieemj",
        "vuj",
        "khoong",
        "th",
        "phụ nữ",
        "quyết liệt",
        "một là",
        "hai",
    ];
    let word = proptest::sample::select(known.to_vec());
    let shape = prop_oneof![
        6 => word.clone().prop_map(str::to_owned),
        2 => word.clone().prop_map(|word| format!("\"{word}\"")),
        1 => word.prop_map(|word| format!("-{}", word.split(' ').next().unwrap_or(word))),
        1 => Just("role:task".to_owned()),
        1 => Just("year:1990..2010".to_owned()),
        1 => Just("speaker:khánh".to_owned()),
        1 => Just("series:nv".to_owned()),
        1 => Just("date:1995-03..2010".to_owned()),
        1 => Just("kind:conclusion".to_owned()),
        1 => Just("-format:text".to_owned()),
        1 => Just("in:title".to_owned()),
    ];
    proptest::collection::vec(shape, 1..4).prop_map(|words| words.join(" "))
}

#[test]
fn the_index_gives_what_a_plain_scan_gives() {
    let shelf = Shelf::of(20, 700);
    shelf.update();
    proptest!(ProptestConfig::with_cases(24), |(typed in words(), stage in 0..2)| {
        let stage = if stage == 0 { Stage::Finished } else { Stage::Typing };
        for mode in Mode::ALL {
            let Ok(query) = Query::parse(&typed, mode, stage) else { continue };
            if query.is_empty() {
                continue;
            }
            let wanted = LibraryQuery { query: &query, speeches: usize::MAX, looks: usize::MAX, corrections: &[] };
            let asked = Hunter::new(shelf.means.clone()).hunt(wanted, None, &mut |_| SearchControl::On);
            let small = Means { small: u64::MAX, ..shelf.means.clone() };
            let files = small.on_disk();
            let scanned = Hunter::new(small).hunt(wanted, Some(&files), &mut |_| SearchControl::On);
            prop_assert_eq!(
                names(&asked.speeches),
                names(&scanned.speeches),
                "{:?} {:?} {:?}", typed, mode, stage
            );
            prop_assert_eq!(asked.speeches, scanned.speeches);
        }
    });
}

#[cfg(feature = "fulltext")]
#[test]
fn words_that_were_cut_and_ligatures_are_known_by_their_letters() {
    use super::tokens::{Former, SyllableForm, uncut};
    assert_eq!(uncut("Kéo in-\nternet về."), "Kéo internet về.");
    assert_eq!(uncut("Không có gì - hết."), "");
    let around = "một hai ba bốn năm ".repeat(200);
    let whole = uncut(&format!("{around}in-\nternet {around}"));
    assert!(whole.contains(" internet một hai") && whole.len() < 800, "{whole}");
    for form in [SyllableForm::Plain, SyllableForm::Marked] {
        let mut out = String::new();
        Former::new(form).form_into("ﬁle", &mut out);
        assert_eq!(out, "file");
    }
}

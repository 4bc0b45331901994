//! The file of corrections; what holds for every file of records is checked with bookmarks.

use super::*;
use crate::speech::correction::{Edit, Filed};
use crate::speech::{Change as Fixed, Correction};

fn filed(words: &str, change: Fixed) -> Filed {
    let Bookmark { speech, title, source, fingerprint, kin, anchor, created, .. } = bookmark(words);
    let correction = Correction { id: String::new(), anchor, change };
    Filed { speech, title, source, fingerprint, kin, correction, created }
}

#[test]
fn every_change_comes_back() {
    let folder = folder();
    let mut store = Corrections::new(folder.path());
    assert_eq!(store.load().expect("loads"), Corrected::default());
    let changes = [
        Fixed::Item,
        Fixed::Drop,
        Fixed::Level(3),
        Fixed::Role(Role::Task),
        Fixed::SeriesRole(Role::Limitation),
        Fixed::SeriesTitle("Việc \"gấp\"".into()),
        Fixed::Furniture(crate::speech::FurnitureKind::Caption),
        Fixed::Text,
    ];
    let mut expected = Vec::new();
    for change in changes {
        let mut one = filed("Hai là: Báo cáo.", change);
        let applied = store.apply(&[Edit::Add(one.clone())]).expect("added");
        one.correction.id = applied.added[0].clone();
        expected.push(one);
        assert_eq!(applied.corrections, expected);
    }
    assert_eq!(store.load().expect("loads").corrections, expected);
    let (gone, id) = (expected.remove(1), expected[1].correction.id.clone());
    let left = store.apply(&[Edit::Remove(gone.correction.id.clone())]).expect("removed");
    assert_eq!(left.corrections, expected);
    assert_ne!(gone.correction.id, id);
    // Brought back, it has its old place.
    let back = store.apply(&[Edit::Add(gone.clone())]).expect("back");
    assert_eq!((back.corrections[1].clone(), &back.added[0]), (gone.clone(), &gone.correction.id));
}

#[test]
fn the_file_reads_well_and_keeps_what_the_user_wrote() {
    let folder = folder();
    let path = folder.path().join("corrections.toml");
    let mut store = Corrections::new(folder.path());
    let mut one = filed("Hai là: Báo cáo.", Fixed::Level(2));
    one.correction.id = "abc234".into();
    store.apply(&[Edit::Add(one)]).expect("added");
    let text = fs::read_to_string(&path).expect("the file");
    let (header, entry) = text.split_once("version = 1\n").expect("a version");
    assert!(header.lines().all(|line| line.starts_with('#')), "{header}");
    assert!(entry.starts_with("\n[[corrections]]\nid = \"abc234\"\nspeech = "), "{entry}");
    assert!(entry.contains("\nchange = \"level\"\nto = 2\nquote = \"Hai là: Báo cáo.\"\n"));
    // By hand, with a comment, in the least words.
    let by_hand =
        "# của tôi\n[[corrections]]\nspeech = \"a\"\nchange = \"drop\" # sai\nquote = \"b\"\n";
    fs::write(&path, by_hand).expect("written");
    let applied = store.apply(&[Edit::Add(filed("c", Fixed::Text))]).expect("added");
    assert_eq!(applied.corrections.len(), 2);
    let text = fs::read_to_string(&path).expect("the file");
    assert!(
        text.starts_with("# của tôi\n[[corrections]]\nspeech = \"a\"\nchange = \"drop\" # sai\n")
    );
}

#[test]
fn what_cannot_be_used_is_told_and_kept() {
    for (entry, key, lacks) in [
        ("speech = \"a\"\nquote = \"b\"", "change", true),
        ("speech = \"a\"\nquote = \"b\"\nchange = \"xóa\"", "change", false),
        ("speech = \"a\"\nquote = \"b\"\nchange = \"role\"", "to", true),
        ("speech = \"a\"\nquote = \"b\"\nchange = \"role\"\nto = \"việc\"", "to", false),
        ("speech = \"a\"\nquote = \"b\"\nchange = \"level\"\nto = 0", "to", false),
        ("speech = \"a\"\nchange = \"drop\"", "quote", true),
        ("quote = \"b\"\nchange = \"drop\"", "speech", true),
    ] {
        let folder = folder();
        let path = folder.path().join("corrections.toml");
        let text = format!("[[corrections]]\n{entry}\n");
        fs::write(&path, &text).expect("written");
        let mut store = Corrections::new(folder.path());
        let notice = match lacks {
            true => FileNotice::EntryLacks { path: path.clone(), line: 1, key },
            false => FileNotice::EntryWrong { path: path.clone(), line: 1, key },
        };
        let loaded = store.load().expect("loads");
        assert_eq!((loaded.corrections, loaded.notices), (Vec::new(), vec![notice]), "{entry}");
        let applied = store.apply(&[Edit::Add(filed("c", Fixed::Drop))]).expect("added");
        assert_eq!(applied.corrections.len(), 1);
        assert!(fs::read_to_string(&path).expect("the file").starts_with(&text), "{entry}");
    }
}

#[test]
fn a_file_that_is_not_toml_is_set_aside_and_a_newer_one_left_alone() {
    let folder = folder();
    let path = folder.path().join("corrections.toml");
    let mut store = Corrections::new(folder.path());
    fs::write(&path, "= hỏng").expect("written");
    assert!(matches!(
        store.load().expect("loads").notices[..],
        [FileNotice::Broken { line: 1, .. }]
    ));
    let applied = store.apply(&[Edit::Add(filed("c", Fixed::Drop))]).expect("added");
    assert!(matches!(applied.notices[..], [FileNotice::SetAside { .. }]));
    assert!(folder.path().join("corrections.broken-1.toml").exists());
    fs::write(&path, "version = 2\n").expect("written");
    let error = store.apply(&[Edit::Remove("a".into())]).expect_err("newer");
    assert!(matches!(error, StoreError::Newer { found: 2, .. }));
}

//! Folders in, folders out. Every test has a folder of its own.

use super::*;
use crate::notebook::{Bookmark, Change, Kind, Labels, Settled};
use crate::speech::anchor::Trace;
use crate::speech::{Anchor, Date, ItemAddress, Kin, Role, Sketch, SpeechId};
use crate::text::{TextPos, TextRange};
use jiff::Timestamp;
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;

mod configuration;
mod corrections;
mod drafts;
mod format;
mod searches;
mod tasks;
mod trouble;

fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

fn speech(id: &str) -> SpeechId {
    SpeechId::parse(id).expect("an id")
}

/// Makes a bookmark whose quote holds `words`.
fn bookmark(words: &str) -> Bookmark {
    Bookmark {
        id: String::new(),
        speech: speech("2023-12-20-ket-luan"),
        title: "Kết luận tại hội nghị".into(),
        source: Some("/tmp/kết luận.txt".into()),
        fingerprint: "0123456789abcdef".into(),
        kin: Kin {
            speaker: Some("Lê Thị Thủy".into()),
            date: Date::new(2023, 12, 20),
            sketch: Sketch::parse("0123456789abcdef0123456789abcdef"),
        },
        anchor: Anchor {
            quote: words.into(),
            before: "Năm 2024, các đồng chí tập trung: ".into(),
            after: "\n\nHai là: rà soát quy chế.".into(),
            range: TextRange::new(120, 120 + words.len()),
            item: Some(ItemAddress { role: Role::Task, number: 1, path: vec![3] }),
            label: "Tập trung rà soát".into(),
            copies: 1,
            alike: Some(40),
        },
        settled: Settled::Open,
        note: Some("Hỏi lại văn phòng về “thời hạn”.".into()),
        labels: Labels {
            tags: vec!["quý I".into(), "gấp".into()],
            kind: Some(Kind::Todo),
            letter: None,
        },
        created: "2024-01-05T08:30:00Z".parse().expect("a time"),
    }
}

fn read(folder: &Path) -> String {
    fs::read_to_string(folder.join("bookmarks.toml")).expect("the file")
}

fn write(folder: &Path, text: &str) {
    fs::write(folder.join("bookmarks.toml"), text).expect("the file is written");
}

fn add(store: &mut Bookmarks, words: &str) -> String {
    store.apply(&[Change::Add(bookmark(words))]).expect("added").added.remove(0)
}

fn quotes(bookmarks: &[Bookmark]) -> Vec<&str> {
    bookmarks.iter().map(|bookmark| bookmark.anchor.quote.as_str()).collect()
}

#[test]
fn what_is_added_comes_back() {
    let folder = folder();
    let deep = folder.path().join("chưa/có");
    let mut store = Bookmarks::new(&deep);
    assert_eq!(store.load().expect("loads"), Loaded::default());
    let texts = [
        "Một là: rà soát.",
        "đoạn một\n\nđoạn hai\n",
        "\nbắt đầu bằng dòng mới",
        "lời \"trong\" ngoặc",
        "it's 'both' \"kinds\"",
        "'''\nba dấu \"\"\" và ba dấu '''",
        "C:\\thư mục\\tệp",
        "kết thúc bằng \\",
        "“ngoặc cong”, gạch – và …",
        " trắng hai đầu ",
        "",
    ];
    let mut expected = Vec::new();
    for (at, text) in texts.into_iter().enumerate() {
        let mut wanted = bookmark(text);
        wanted.note = (at % 2 == 0).then(|| format!("{text} ghi chú\ndòng hai"));
        let applied = store.apply(&[Change::Add(wanted.clone())]).expect("added");
        wanted.id = applied.added[0].clone();
        expected.push(wanted);
        assert_eq!(applied.bookmarks, expected);
        assert_eq!(applied.notices, []);
    }
    let loaded = Bookmarks::new(&deep).load().expect("loads");
    assert_eq!(loaded, Loaded { bookmarks: expected, notices: Vec::new() });
    let ids: HashSet<_> = loaded.bookmarks.iter().map(|bookmark| &bookmark.id).collect();
    assert_eq!(ids.len(), texts.len());
    assert!(ids.iter().all(|id| id.len() == 6 && id.chars().all(|c| c.is_ascii_alphanumeric())));
}

#[test]
fn labels_are_set_and_taken_away() {
    let folder = folder();
    let mut store = Bookmarks::new(folder.path());
    let ids: Vec<String> = ["một", "hai"].map(|words| add(&mut store, words)).to_vec();
    let labels =
        |store: &Bookmarks, at: usize| store.load().expect("loads").bookmarks[at].labels.clone();
    let change = [
        Change::SetTags(ids[0].clone(), vec!["tòa án".into(), " , ".into()]),
        Change::SetKind(ids[0].clone(), Some(Kind::New)),
        Change::SetLetter(ids[0].clone(), Some('đ')),
    ];
    let notices = store.apply(&change).expect("applied").notices;
    assert_eq!(notices, []);
    let expected =
        Labels { tags: vec!["tòa án".into()], kind: Some(Kind::New), letter: Some('đ') };
    assert_eq!(labels(&store, 0), expected);
    // A letter goes to the bookmark that asked for it last.
    store.apply(&[Change::SetLetter(ids[1].clone(), Some('đ'))]).expect("applied");
    assert_eq!((labels(&store, 0).letter, labels(&store, 1).letter), (None, Some('đ')));
    let mut third = bookmark("ba");
    third.labels.letter = Some('đ');
    store.apply(&[Change::Add(third.clone())]).expect("added");
    assert_eq!((labels(&store, 1).letter, labels(&store, 2).letter), (None, Some('đ')));
    // Adding it once more is no change.
    third.id = store.load().expect("loads").bookmarks[2].id.clone();
    let again = store.apply(&[Change::Add(third)]).expect("added").bookmarks;
    assert_eq!((again.len(), again[2].labels.letter), (3, Some('đ')));
    let away = [
        Change::SetTags(ids[0].clone(), Vec::new()),
        Change::SetKind(ids[0].clone(), None),
        Change::SetLetter("khong".into(), None),
    ];
    let notices = store.apply(&away).expect("applied").notices;
    assert_eq!(notices, [FileNotice::Gone { id: "khong".into() }]);
    assert_eq!(labels(&store, 0), Labels::default());
}

#[test]
fn labels_by_hand_are_taken_as_far_as_they_are_known() {
    for (line, expected) in [
        (
            "tags = \"gấp, quý I\"",
            Labels { tags: vec!["gấp".into(), "quý I".into()], ..Labels::default() },
        ),
        (
            "tags = [ 'a' , \"#b\" ] # lời",
            Labels { tags: vec!["a".into(), "b".into()], ..Labels::default() },
        ),
        ("tags = []", Labels::default()),
        ("kind = \"của bản mới hơn\"", Labels::default()),
        ("kind = \"todo\"", Labels { kind: Some(Kind::Todo), ..Labels::default() }),
        ("letter = \"ab\"", Labels::default()),
        ("letter = \"B\"", Labels { letter: Some('B'), ..Labels::default() }),
    ] {
        let folder = folder();
        write(folder.path(), &format!("[[bookmarks]]\nspeech = \"a\"\nquote = \"b\"\n{line}\n"));
        let loaded = Bookmarks::new(folder.path()).load().expect("loads");
        assert_eq!(loaded.notices, [], "{line}");
        assert_eq!(loaded.bookmarks[0].labels, expected, "{line}");
    }
    let folder = folder();
    write(folder.path(), "[[bookmarks]]\nspeech = \"a\"\nquote = \"b\"\ntags = [1]\n");
    let loaded = Bookmarks::new(folder.path()).load().expect("loads");
    assert!(loaded.bookmarks.is_empty());
    assert!(matches!(loaded.notices[..], [FileNotice::EntryWrong { key: "tags", line: 1, .. }]));
}

#[test]
fn notes_are_set_and_taken_away() {
    let folder = folder();
    let mut store = Bookmarks::new(folder.path());
    let id = add(&mut store, "Một là");
    let note = |store: &mut Bookmarks, note: Option<&str>| {
        let change = Change::SetNote(id.clone(), note.map(str::to_owned));
        store.apply(&[change]).expect("set").bookmarks[0].note.clone()
    };
    assert_eq!(
        note(&mut store, Some("Vie\u{302}\u{323}c\u{1b}[31m này\nhai\n")).as_deref(),
        Some("Việc này\nhai")
    );
    assert_eq!(note(&mut store, Some("  \n")), None);
    assert!(!read(folder.path()).contains("note ="), "{}", read(folder.path()));
    let gone = Change::SetNote("khong".into(), Some("mất".into()));
    let applied = store.apply(&[gone, Change::Add(bookmark("Hai là"))]).expect("applied");
    assert_eq!(applied.notices, [FileNotice::Gone { id: "khong".into() }]);
    assert_eq!(quotes(&applied.bookmarks), ["Một là", "Hai là"]);
}

#[test]
fn removing_is_taken_back_with_comments_and_place() {
    let folder = folder();
    let mut store = Bookmarks::new(folder.path());
    let ids: Vec<_> = ["một", "hai", "ba"].iter().map(|words| add(&mut store, words)).collect();
    let text = read(folder.path()).replace(
        &format!("[[bookmarks]]\nid = \"{}\"", ids[1]),
        &format!("# của tôi\n[[bookmarks]]\nmau = \"đỏ\" # tự thêm\nid = \"{}\"", ids[1]),
    );
    write(folder.path(), &text);
    let before = store.load().expect("loads").bookmarks;
    let after = store.apply(&[Change::Remove(ids[1].clone())]).expect("removed").bookmarks;
    assert_eq!(quotes(&after), ["một", "ba"]);
    assert!(!read(folder.path()).contains("của tôi"));
    let back = store.apply(&[Change::Add(before[1].clone())]).expect("back");
    assert_eq!((back.bookmarks, &back.added[0]), (before.clone(), &ids[1]));
    assert_eq!(read(folder.path()), text);
    // Another handle knows the words only; and what is gone already is gone.
    let mut other = Bookmarks::new(folder.path());
    let twice = [Change::Remove(ids[1].clone()), Change::Remove(ids[1].clone())];
    store.apply(&twice).expect("removed");
    let back = other.apply(&[Change::Add(before[1].clone())]).expect("back");
    assert_eq!(quotes(&back.bookmarks), ["một", "ba", "hai"]);
    assert_eq!(back.added, [ids[1].clone()]);
    // The same change again, as after an error, adds nothing.
    let again = other.apply(&[Change::Add(before[1].clone())]).expect("again");
    assert_eq!(again.bookmarks, back.bookmarks);
    // Another bookmark does not get an id that is taken.
    let taken = Bookmark { id: ids[0].clone(), ..bookmark("bốn") };
    let applied = other.apply(&[Change::Add(taken)]).expect("added");
    assert_ne!(applied.added[0], ids[0]);
    assert_eq!(applied.bookmarks.len(), 4);
}

#[test]
fn two_programs_at_once_lose_nothing() {
    const EACH: usize = 200;
    let folder = folder();
    std::thread::scope(|scope| {
        for name in ["một", "hai"] {
            let mut store = Bookmarks::new(folder.path());
            store.set_patience(Duration::from_secs(60));
            scope.spawn(move || {
                for number in 0..EACH {
                    add(&mut store, &format!("{name} {number}"));
                }
            });
        }
    });
    let loaded = Bookmarks::new(folder.path()).load().expect("loads");
    let quotes: HashSet<_> = quotes(&loaded.bookmarks).into_iter().collect();
    let ids: HashSet<_> = loaded.bookmarks.iter().map(|bookmark| &bookmark.id).collect();
    assert_eq!((quotes.len(), ids.len(), loaded.notices.len()), (2 * EACH, 2 * EACH, 0));
}

#[test]
fn places_are_kept_per_text_and_the_newest_thousand() {
    let folder = folder();
    let store = Positions::new(&folder.path().join("state"));
    let place = |pos: usize, fingerprint: &str, second: i64| Position {
        trace: Trace::default(),
        source: None,
        pos: TextPos::new(pos),
        fingerprint: fingerprint.into(),
        percent: 12,
        furthest: 12,
        when: Timestamp::from_second(second).expect("a time"),
    };
    let (id, other) = (speech("bai-mot"), speech("bai-hai"));
    assert_eq!(store.load(), (StoredPositions::default(), Vec::new()));
    store.save(&id, &place(5, "aa", 100)).expect("saved");
    store.save(&id, &place(7, "bb", 200)).expect("saved");
    store.save(&other, &place(9, "", 300)).expect("saved");
    store.save(&id, &place(6, "aa", 150)).expect("saved");
    let (places, notices) = store.load();
    assert_eq!(notices, []);
    assert_eq!(places.find(&id, "aa", None), Some(&place(6, "aa", 150)));
    assert_eq!(places.find(&id, "bb", None), Some(&place(7, "bb", 200)));
    // Another text of the same speech: the newest place, which says that its text was another.
    assert_eq!(places.find(&id, "cc", None), Some(&place(7, "bb", 200)));
    // The same text under another id: its file was renamed, or its title corrected.
    assert_eq!(places.find(&speech("bai-ba"), "aa", None), Some(&place(6, "aa", 150)));
    assert_eq!(places.find(&speech("bai-ba"), "", None), None);
    let mut text = String::from("version = 1\n");
    for number in 0..1000 {
        text += &format!(
            "[[positions]]\nspeech = \"s-{number}\"\nat = 1\nwhen = 2024-01-01T00:{:02}:{:02}Z\n",
            number / 60,
            number % 60
        );
    }
    fs::write(folder.path().join("state/positions.toml"), text).expect("written");
    store.save(&id, &place(5, "aa", 1_800_000_000)).expect("saved");
    let (places, _) = store.load();
    assert_eq!(places.iter().count(), 1000);
    assert_eq!(places.find(&speech("s-0"), "", None), None);
    assert!(
        places.find(&speech("s-1"), "", None).is_some() && places.find(&id, "aa", None).is_some()
    );
}

#[test]
fn places_keep_their_words_and_the_newest_two_hundred_of_them() {
    let folder = folder();
    let store = Positions::new(&folder.path().join("state"));
    let trace = Trace {
        quote: "Một là: rà soát \"quy chế\"\ncủa cấp ủy\\".to_owned(),
        before: "các nhiệm vụ sau:\n\n".to_owned(),
        after: " được giao".to_owned(),
    };
    let place = |number: i64| Position {
        trace: trace.clone(),
        source: Some(PathBuf::from(format!("/bài/{number}.txt"))),
        pos: TextPos::new(7),
        fingerprint: format!("{number:x}"),
        percent: 12,
        furthest: 12,
        when: Timestamp::from_second(number).expect("a time"),
    };
    store.save(&speech("bai-mot"), &place(1)).expect("saved");
    let (places, _) = store.load();
    assert_eq!(places.find(&speech("bai-mot"), "1", None), Some(&place(1)));
    // A new version under another title: the file tells.
    let file = Path::new("/bài/1.txt");
    assert_eq!(places.find(&speech("bai-hai"), "2", Some(file)), Some(&place(1)));
    assert_eq!(places.find(&speech("bai-hai"), "2", Some(Path::new("/bài/2.txt"))), None);
    assert_eq!(places.find(&speech("bai-hai"), "2", None), None);
    for number in 2..=205 {
        store.save(&speech("bai-mot"), &place(number)).expect("saved");
    }
    let (places, _) = store.load();
    assert_eq!(places.iter().count(), 205);
    assert_eq!(places.iter().filter(|(_, place)| !place.trace.is_empty()).count(), 200);
    let first = places.find(&speech("bai-mot"), "1", None).expect("the first");
    assert_eq!((first.pos.get(), &first.source), (7, &place(1).source));
    // The oldest are still of their files, and of no text without one.
    assert!(places.find(&speech("bai-hai"), "x", Some(file)).is_some());
    assert_eq!(places.find(&speech("bai-mot"), "x", None), None);
}

#[test]
fn choices_are_kept_one_an_option_and_forgotten() {
    let folder = folder();
    let (store, other) = (Choices::new(folder.path()), Choices::new(folder.path()));
    assert_eq!(store.load(), (Vec::new(), Vec::new()));
    let choice = |option: &str, value: &str| Choice {
        option: option.to_owned(),
        value: value.to_owned(),
        over: "\"auto\"".to_owned(),
    };
    store.save(&choice("theme", "\"light\"")).expect("saved");
    other.save(&choice("reader.measure", "100")).expect("saved");
    store.save(&choice("theme", "\"dark\"")).expect("saved");
    let kept = vec![choice("reader.measure", "100"), choice("theme", "\"dark\"")];
    assert_eq!(other.load(), (kept, Vec::new()));
    store.forget().expect("forgotten");
    assert_eq!(store.load(), (Vec::new(), Vec::new()));
    fs::write(folder.path().join("choices.toml"), "= hỏng").expect("written");
    assert!(matches!(&store.load().1[..], [FileNotice::Broken { line: 1, .. }]));
    let notices = store.save(&choice("theme", "\"dark\"")).expect("saved");
    assert!(matches!(&notices[..], [FileNotice::SetAside { .. }]), "{notices:?}");
}

#[test]
fn how_far_one_ever_was_is_kept_with_the_place() {
    let folder = folder();
    let store = Positions::new(folder.path());
    for (percent, furthest) in [(30, 30), (100, 100), (5, 100), (7, 100)] {
        let position = Position {
            trace: Trace::default(),
            source: None,
            pos: TextPos::new(9),
            fingerprint: "aa".to_owned(),
            percent,
            furthest: percent,
            when: Timestamp::UNIX_EPOCH,
        };
        store.save(&speech("bai-mot"), &position).expect("saved");
        let (places, _) = store.load();
        let kept: Vec<_> = places.iter().map(|(_, it)| (it.percent, it.furthest)).collect();
        assert_eq!(kept, [(percent, furthest)]);
    }
}

#[test]
fn facts_are_remembered() {
    let folder = folder();
    let (store, other) = (ReaderState::new(folder.path()), ReaderState::new(folder.path()));
    assert_eq!(store.load(), (ReaderFacts::default(), Vec::new()));
    store.save(&[Fact::Welcomed, Fact::Opened("/tmp/một.txt".into())]).expect("saved");
    other.save(&[Fact::Background(Background::Light)]).expect("saved");
    other.save(&[Fact::Opened("/tmp/hai \"2\".txt".into())]).expect("saved");
    store.save(&[Fact::Opened("/tmp/một.txt".into())]).expect("saved");
    let expected = ReaderFacts {
        welcomed: true,
        background: Some(Background::Light),
        recent: vec!["/tmp/một.txt".into(), "/tmp/hai \"2\".txt".into()],
    };
    assert_eq!(store.load(), (expected, Vec::new()));
    for number in 0..60 {
        store.save(&[Fact::Opened(format!("/tmp/{number}").into())]).expect("saved");
    }
    assert_eq!(store.load().0.recent.len(), 50);
    fs::write(folder.path().join("state.toml"), "= hỏng").expect("written");
    let (facts, notices) = store.load();
    assert_eq!(facts, ReaderFacts::default());
    assert!(matches!(&notices[..], [FileNotice::Broken { line: 1, .. }]), "{notices:?}");
    let notices = store.save(&[Fact::Welcomed]).expect("saved");
    assert!(matches!(&notices[..], [FileNotice::SetAside { .. }]), "{notices:?}");
    assert_eq!(
        fs::read(folder.path().join("state.broken-1.toml")).expect("kept"),
        "= hỏng".as_bytes()
    );
}

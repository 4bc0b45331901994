//! The file as people write it.

use super::super::contents::parse;
use super::super::entry::Contents;
use super::super::entry::owned;
use super::super::plain;
use super::*;
use proptest::prelude::*;

const BY_HAND: &str = r#"# Đầu tệp của tôi.
theme = "x"     # khóa lạ

# ---- việc gấp ----

# mục này quan trọng
[[bookmarks]]
quote = "Rà soát quy chế phối hợp"   # câu gốc
speech = "bai-mot"
# ghi chú của tôi ở dưới
note = "cũ" # sửa sau
tags = ["gấp", "quý I"]

[[bookmarks]]
speech = "bai-hai"
id = "rieng"
created = 2024-02-03 09:15:00+07:00
quote = '''
Kiểm tra
việc tiếp công dân'''
start = 0x10

[khac]
a = 1
# cuối tệp
"#;

#[test]
fn comments_order_and_unknown_keys_stay() {
    let folder = folder();
    write(folder.path(), BY_HAND);
    let mut store = Bookmarks::new(folder.path());
    let loaded = store.load().expect("loads");
    assert_eq!(loaded.notices, []);
    assert_eq!(
        quotes(&loaded.bookmarks),
        ["Rà soát quy chế phối hợp", "Kiểm tra\nviệc tiếp công dân"]
    );
    assert_eq!(loaded.bookmarks[1].created.to_string(), "2024-02-03T02:15:00Z");
    assert_eq!(loaded.bookmarks[1].anchor.range, TextRange::new(16, 51));
    assert_eq!(loaded.bookmarks[0].title, "bai-mot");
    let id = loaded.bookmarks[0].id.clone();
    assert_eq!(id.len(), 6);

    let changes = [Change::SetNote(id.clone(), Some("mới".into())), Change::Add(bookmark("Ba là"))];
    let applied = store.apply(&changes).expect("applied");
    assert_eq!(applied.bookmarks[0].id, id);
    assert_eq!(applied.bookmarks[0].created, loaded.bookmarks[0].created);
    let text = read(folder.path());
    let mut expected = BY_HAND.replace("note = \"cũ\"", "note = \"mới\"");
    let created = loaded.bookmarks[0].created;
    let completed = format!("tags = [\"gấp\", \"quý I\"]\nid = \"{id}\"\ncreated = {created}\n");
    expected = expected.replace("tags = [\"gấp\", \"quý I\"]\n", &completed);
    let (head, tail) = text.split_once("\n[[bookmarks]]\nid = \"").expect("the new entry");
    let tail = &tail[tail.find("\n[khac]").expect("the table below")..];
    assert_eq!(format!("{head}{tail}"), expected);

    // Taking a note away keeps the words that stand around it.
    store.apply(&[Change::SetNote(id.clone(), None)]).expect("applied");
    assert!(read(folder.path()).contains("# ghi chú của tôi ở dưới\nnote = \"\" # sửa sau\n"));
    // A comment right above an entry goes with it, one further up does not.
    let left = store.apply(&[Change::Remove(id)]).expect("applied").bookmarks;
    assert_eq!(quotes(&left), ["Kiểm tra\nviệc tiếp công dân", "Ba là"]);
    let text = read(folder.path());
    assert!(text.contains("# ---- việc gấp ----\n\n[[bookmarks]]\nspeech = \"bai-hai\""), "{text}");
    assert!(!text.contains("quan trọng") && text.contains("# Đầu tệp của tôi."), "{text}");
}

#[test]
fn a_comment_at_the_end_stays_above_what_is_added() {
    for text in ["# chỉ có lời\n", "[[bookmarks]]\nspeech = \"a\"\nquote = \"b\"\n# chỉ có lời\n"]
    {
        let folder = folder();
        write(folder.path(), text);
        add(&mut Bookmarks::new(folder.path()), "mới");
        let text = read(folder.path());
        assert!(text.find("chỉ có lời") < text.find("quote = \"mới\""), "{text}");
        assert!(parse(&text).is_ok() && text.contains("# chỉ có lời\n\n[[bookmarks]]\n"), "{text}");
    }
}

#[test]
fn a_new_file_explains_itself_and_reads_well() {
    let folder = folder();
    let mut wanted = bookmark("Một là: “rà soát”.\n\nNói \"đúng\" và làm đúng.");
    wanted.id = "abc234".into();
    let mut store = Bookmarks::new(folder.path());
    store.apply(&[Change::Add(wanted)]).expect("added");
    let text = read(folder.path());
    let (header, entry) = text.split_once("version = 1\n").expect("a version");
    assert!(header.lines().all(|line| line.starts_with('#')), "{header}");
    assert_eq!(
        entry,
        r#"
[[bookmarks]]
id = "abc234"
speech = "2023-12-20-ket-luan"
title = "Kết luận tại hội nghị"
speaker = "Lê Thị Thủy"
date = "2023-12-20"
source = "/tmp/kết luận.txt"
created = 2024-01-05T08:30:00Z
note = "Hỏi lại văn phòng về “thời hạn”."
tags = ["quý I", "gấp"]
kind = "todo"
quote = """
Một là: “rà soát”.

Nói "đúng" và làm đúng."""
before = "Năm 2024, các đồng chí tập trung: "
after = """


Hai là: rà soát quy chế."""
start = 120
end = 179
item = "nv.3"
label = "Tập trung rà soát"
copies = 1
alike = 40
fingerprint = "0123456789abcdef"
sketch = "0123456789abcdef0123456789abcdef"
"#
    );
    let bytes = text.as_bytes();
    assert!(
        plain::read(&text, "bookmarks", owned).is_some(),
        "the quick reader reads what is written"
    );
    assert_eq!(Contents::read(bytes, "bookmarks", owned).map(|contents| contents.version()), Ok(1));
}

#[test]
fn the_example_of_the_documentation_holds() {
    let page = include_str!("../../../../docs/dev/bookmarks.md");
    let (_, rest) = page.split_once("```toml\n").expect("an example");
    let (example, _) = rest.split_once("```").expect("its end");
    let folder = folder();
    write(folder.path(), example);
    let loaded = Bookmarks::new(folder.path()).load().expect("loads");
    let [only] = &loaded.bookmarks[..] else { panic!("one bookmark: {loaded:?}") };
    assert_eq!((only.anchor.range.len(), &loaded.notices[..]), (only.anchor.quote.len(), &[][..]));
    let again = super::super::record::TomlRecord::table(only, &only.id).to_string();
    assert!(example.ends_with(&again), "{again}");
}

#[test]
fn a_bad_entry_is_told_kept_and_left_out() {
    let good = "[[bookmarks]]\nid = \"tot\"\nspeech = \"bai\"\nquote = \"tốt\"\n";
    let cases = [
        ("[[bookmarks]]\nquote = \"thiếu bài\"\n", "speech", false),
        ("[[bookmarks]]\nspeech = \"bai\"\n", "quote", false),
        ("[[bookmarks]]\nspeech = \"Bài Một\"\nquote = \"a\"\n", "speech", true),
        ("[[bookmarks]]\nspeech = \"bai\"\nquote = 5\n", "quote", true),
        ("[[bookmarks]]\nspeech = \"bai\"\nquote = \"a\"\nstart = -1\n", "start", true),
        (
            "[[bookmarks]]\nspeech = \"bai\"\nquote = \"a\"\ncreated = \"hôm qua\"\n",
            "created",
            true,
        ),
        ("[[bookmarks]]\nspeech = \"bai\"\nquote = \"a\"\nnote = [1]\n", "note", true),
    ];
    for (bad, key, is_wrong) in cases {
        let folder = folder();
        write(folder.path(), &format!("version = 1\n{good}\n{bad}"));
        let mut store = Bookmarks::new(folder.path());
        let loaded = store.load().expect("loads");
        assert_eq!(quotes(&loaded.bookmarks), ["tốt"], "{bad}");
        let (path, line) = (store.path().to_path_buf(), 7);
        let expected = match is_wrong {
            true => FileNotice::EntryWrong { path, line, key },
            false => FileNotice::EntryLacks { path, line, key },
        };
        assert_eq!(loaded.notices, [expected], "{bad}");
        add(&mut store, "mới");
        assert!(read(folder.path()).contains(bad), "{}", read(folder.path()));
    }
}

#[test]
fn odd_but_valid_files_are_read() {
    let entry = "speech = \"bai\"\nquote = \"câu\"\n";
    let cases: &[(&str, String, &[&str])] = &[
        ("empty", String::new(), &[]),
        ("only comments", "# không có gì".into(), &[]),
        ("BOM", format!("\u{feff}[[bookmarks]]\n{entry}"), &["câu"]),
        (
            "CRLF",
            format!("[[bookmarks]]\n{entry}note = \"\"\"\na\nb\"\"\"\n").replace('\n', "\r\n"),
            &["câu"],
        ),
        ("inline", "bookmarks = [{speech = \"bai\", quote = \"câu\"}]\n".into(), &["câu"]),
        ("empty list", "bookmarks = []\n".into(), &[]),
        ("indented", format!("  [[ bookmarks ]]\n  {entry}"), &["câu"]),
        (
            "escapes",
            "[[bookmarks]]\nspeech='bai'\nquote = \"c\\u00E2u\\u001b[0m\"\n".into(),
            &["câu"],
        ),
        ("sub-table", format!("[[bookmarks]]\n{entry}[bookmarks.mau]\nten = \"đỏ\"\n"), &["câu"]),
        (
            "same id twice",
            format!("[[bookmarks]]\nid = \"x\"\n{entry}[[bookmarks]]\nid = \"x\"\n{entry}"),
            &["câu", "câu"],
        ),
        ("NFD", "[[bookmarks]]\nspeech = \"bai\"\nquote = \"ca\u{302}u\"\n".into(), &["câu"]),
    ];
    for (name, text, expected) in cases {
        let folder = folder();
        write(folder.path(), text);
        let mut store = Bookmarks::new(folder.path());
        let loaded = store.load().expect("loads");
        assert_eq!(quotes(&loaded.bookmarks), *expected, "{name}");
        assert_eq!(loaded.notices, [], "{name}");
        let ids: HashSet<_> = loaded.bookmarks.iter().map(|bookmark| &bookmark.id).collect();
        assert_eq!(ids.len(), expected.len(), "{name}");
        let applied = store.apply(&[Change::Add(bookmark("mới"))]).expect("applied");
        assert_eq!(applied.bookmarks[..expected.len()], loaded.bookmarks, "{name}");
        assert_eq!(store.load().expect("loads").bookmarks, applied.bookmarks, "{name}");
        assert!(parse(&read(folder.path())).is_ok(), "{name}");
    }
}

/// Checks that the quick reader says what TOML says, or nothing.
fn check_plain(text: &str) {
    if let Some(quick) = plain::read(text, "bookmarks", owned) {
        let thorough = parse(text).and_then(|it| Contents::of(&it, "bookmarks", owned));
        assert_eq!(Ok(quick), thorough, "{text:?}");
    }
}

#[test]
fn the_quick_reader_gives_up_on_what_it_does_not_know() {
    for text in [
        "a = \"x\" # lời",
        "a = \"\\n\"",
        "a=1",
        "a = 01",
        "a = 1_000",
        "a = -1",
        "a = \"",
        "a = \"x",
        "a = \"\"\"x",
        "a = \"\"\"x\"\"\"\"",
        "a = \"a\"b\"",
        "a = 'it's'",
        "a = 1\na = 2",
        "bookmarks = 1",
        "[x]",
        "[[bookmarks]] ",
        "a = 2024-13-01T00:00:00Z",
        "a = 2024-01-01",
        "a = \"\u{1b}\"",
        "# \u{7}",
        " a = 1",
        "a = 1\r\n",
        "a",
        "a = ",
    ] {
        assert_eq!(plain::read(text, "bookmarks", owned), None, "{text:?}");
    }
    for text in [
        "",
        "\n\n",
        "a = 0",
        "a = 'x'\n\n[[bookmarks]]\na = \"\"\"\n\nx\"\"\"\n# y\nb = true",
        "a = \"\"",
        "a = ''''''",
    ] {
        assert!(plain::read(text, "bookmarks", owned).is_some(), "{text:?}");
        check_plain(text);
    }
}

proptest! {
    #[test]
    fn the_quick_reader_agrees_with_toml(rows in prop::collection::vec(prop::sample::select(vec![
        "[[bookmarks]]", "version = 1", "id = \"a\"", "id = 'b'", "note = \"\"\"", "\"\"\"", "'''",
        "x\"\"\"", "quote = '''", "ế\\", "start = 7", "start = 07", "# lời", "", "end = 0",
        "created = 2024-01-05T08:30:00Z", "created = 2024-02-30T08:30:00Z", "a = \"\"\"x\"\"\"",
        "t = true", "e = \"\"", "n = \"\"\"\"\"\"", "q = \"\"\"\"a\"\"\"", "bookmarks = []", "z = 1Z",
        "created = 2024-12-31T23:59:60Z", "note = \"\"\"\\", "b = 'a' ", "f = 99999999999999999999",
    ]), 0..12)) {
        check_plain(&rows.join("\n"));
    }

    #[test]
    fn any_text_survives_being_stored(note in "\\PC{0,20}(\n\\PC{0,20})?", quote in "(\\PC|\n|['\"\\\\]){0,30}") {
        let mut wanted = bookmark(&super::super::clean::lines(&quote));
        wanted.note = Some(note);
        let table = super::super::record::TomlRecord::table(&wanted, "abc");
        let text = format!("[[bookmarks]]\n{table}");
        check_plain(&text);
        let contents = Contents::read(text.as_bytes(), "bookmarks", owned).expect("TOML");
        let back = super::super::record::stored::<Bookmark>(&contents.entries[0], Timestamp::UNIX_EPOCH);
        let back = back.expect("a bookmark");
        prop_assert_eq!(&back.anchor, &wanted.anchor);
        prop_assert_eq!(back.note, wanted.note.as_deref().and_then(super::super::bookmarks::note));
    }
}

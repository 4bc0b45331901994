//! What a user has from an older version of the program, in which the texts had other addresses, holds in this one: bookmarks with
//! their notes, corrections, imported texts. Places are in `terminal/older.rs`.

use crate::place::Place;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

const TEXTS: [&str; 5] =
    ["lamviec-xa.txt", "giao-ban.txt", "khai-mac.txt", "thuy-san.txt", "hop-thon.txt"];

fn older() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/older")
}

/// Makes the folder as the older version left it.
fn place() -> Place {
    let place = Place::new();
    let folder = place.folder.path().to_str().expect("a name in UTF-8").to_owned();
    for name in TEXTS {
        place.write(name, fs::read(older().join("texts").join(name)).expect("a text"));
    }
    for folder_of in ["data", "data/library", "state"] {
        let entries = fs::read_dir(older().join("kept").join(folder_of)).expect("a folder");
        for path in
            entries.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_file())
        {
            let text = fs::read_to_string(&path).expect("a file");
            let name = path.file_name().expect("a name").to_string_lossy();
            place.write(&format!("kept/{folder_of}/{name}"), text.replace("@FOLDER@", &folder));
        }
    }
    place
}

fn all(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn words(value: &Value) -> &str {
    value.as_str().expect("words")
}

/// Puts words on one line, without signs of Markdown.
fn flat(words: &str) -> String {
    words.replace(['*', '\\'], "").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn bookmarks_are_on_the_same_words_with_their_notes() {
    let place = place();
    let checked = place.json(&["bookmarks", "check", "--json"]);
    assert_eq!(all(&checked).len(), 19);
    for one in all(&checked) {
        assert_eq!((&one["state"], &one["found"]), (&"same".into(), &true.into()), "{one}");
        assert_eq!(one["places"][0]["quote"], one["quote"]);
    }
    let list = place.json(&["bookmarks", "list", "--json"]);
    let noted = |id: &str| all(&list).iter().find(|one| one["id"] == id).expect("a bookmark");
    for (id, note, kind, letter) in [
        ("ap5zvu", "Hỏi lại kết quả trước tết", "todo", "a"),
        ("krd456", "Phòng Nội vụ hứa thứ Sáu", "important", ""),
        ("ik7akf", "Tàu nhỏ:\nhai dòng ghi chú", "", ""),
        ("8544dz", "Bài đi kèm", "", "k"),
        ("ircmig", "Mở đầu", "", ""),
    ] {
        let one = noted(id);
        assert_eq!(one["note"], note);
        assert_eq!(one["kind"].as_str().unwrap_or_default(), kind);
        assert_eq!(one["letter"].as_str().unwrap_or_default(), letter);
    }
    assert_eq!(noted("mejmde")["tags"][0], "mưa-lũ");
}

#[test]
fn the_address_of_a_bookmark_leads_to_its_words() {
    let place = place();
    for command in [["bookmarks", "list", "--json"], ["bookmarks", "check", "--json"]] {
        for one in all(&place.json(&command)) {
            let (_, item) = words(&one["address"]).split_once('/').expect("an item");
            let what = match one["path"].as_str() {
                Some(path) => vec![path.to_owned(), item.to_owned()],
                None => vec![words(&one["address"]).to_owned()],
            };
            let args: Vec<&str> =
                ["show"].into_iter().chain(what.iter().map(String::as_str)).collect();
            let shown = place.run(&args);
            assert!(
                flat(&shown.out).contains(&flat(words(&one["quote"]))),
                "{one}: {}{}",
                shown.out,
                shown.err
            );
        }
    }
}

#[test]
fn lists_of_bookmarks_go_by_the_items_of_today() {
    let place = place();
    let outline = place.json(&["outline", "thuy-san.txt", "--json"]);
    let item = all(&outline["items"]).iter().find(|item| item["line"] == 47).expect("an item");
    let (_, address) = words(&item["address"]).split_once('/').expect("an address");
    let there = place.json(&["bookmarks", "list", "thuy-san.txt", address, "--json"]);
    assert_eq!((all(&there).len(), &there[0]["id"]), (1, &"ik7akf".into()), "{address}");
    let role = words(&item["role"]);
    let filter = format!("role:{role}");
    let of_role = place.run(&["bookmarks", "list", "--filter", &filter]);
    assert!(of_role.out.contains("ik7akf"), "{filter}: {}{}", of_role.out, of_role.err);
}

#[test]
fn corrections_hold_for_the_same_words() {
    let place = place();
    let kept = place.json(&["outline", "corrections", "--json"]);
    assert_eq!(all(&kept).len(), 12);
    for one in all(&kept) {
        assert_eq!(one["state"], "applied", "{one}");
    }
    // Of what text, at which lines, and the role there; none: no item.
    for (what, lines, role) in [
        ("lamviec-xa.txt", &[25][..], "viewpoint"),
        ("giao-ban.txt", &[18, 19, 20, 21, 22], "result"),
        ("giao-ban.txt", &[30], ""),
        ("khai-mac.txt", &[56], "lesson"),
        ("khai-mac.txt", &[64, 66], "viewpoint"),
        ("thuy-san.txt", &[55], "limitation"),
        ("thuy-san.txt", &[65], ""),
        ("hop-thon.txt", &[28], "other"),
        ("2023-12-20-ket-luan-noi-chinh", &[54], "cause"),
        ("dien-van-khai-mac-cua-tong-giam-doc", &[62], "viewpoint"),
    ] {
        let outline = place.json(&["outline", what, "--json"]);
        for line in lines {
            let item = all(&outline["items"]).iter().find(|item| item["line"] == *line);
            assert_eq!(item.map_or("", |item| words(&item["role"])), role, "{what} {line}");
        }
    }
    place.check(&["outline", "lamviec-xa.txt"], 0, &["Mười hai việc của xã"], &[]);
    let outline = place.json(&["outline", "hop-thon.txt", "--json"]);
    let item = all(&outline["items"]).iter().find(|item| item["line"] == 26).expect("an item");
    assert_eq!(item["level"], 2);
}

/// The ids of an older list, and what it has besides, are in a newer one.
fn ids(text: &str) -> Vec<String> {
    text.lines().filter(|line| line.starts_with("id = ")).map(str::to_owned).collect()
}

#[test]
fn what_the_program_writes_keeps_what_the_older_one_wrote() {
    let place = place();
    let read = |name: &str| fs::read_to_string(place.path(name)).expect("a file");
    let (bookmarks, corrections) = ("kept/data/bookmarks.toml", "kept/data/corrections.toml");
    let before = (read(bookmarks), read(corrections));
    place.check(&["bookmarks", "add", "thuy-san.txt", "kq.1", "--note", "mới"], 0, &["mới"], &[]);
    place.check(
        &["outline", "correct", "giao-ban.txt", "--line", "6", "--role", "lesson"],
        0,
        &[],
        &[],
    );
    let after = (read(bookmarks), read(corrections));
    for (before, after, count) in [(&before.0, &after.0, 19), (&before.1, &after.1, 12)] {
        let (old, new) = (ids(before), ids(after));
        assert_eq!((old.len(), new.len()), (count, count + 1));
        assert!(new.starts_with(&old));
        // Word for word: only the new entry is behind.
        assert!(after.starts_with(before.trim_end()), "{after}");
    }
    place.check(&["bookmarks", "check"], 0, &["ap5zvu", "3nnj5k"], &[]);
    // Import of the same text is known again, under its old id.
    place.write(
        "lai.md",
        fs::read(place.path("kept/data/library/dien-van-khai-mac-cua-tong-giam-doc.md"))
            .expect("a text"),
    );
    let again = place.run(&["import", "lai.md"]);
    assert_eq!(
        place.json(&["list", "--json"]).as_array().map(Vec::len),
        Some(2),
        "{}{}",
        again.out,
        again.err
    );
}

#[test]
fn an_address_of_an_older_version_says_how_to_find_the_item() {
    let place = place();
    place.check(
        &["show", "thuy-san.txt", "nv.3.1.1.2"],
        1,
        &[],
        &["không có nv.3.1.1.2", "dienvan outline BÀI", "dienvan bookmarks list"],
    );
    place.check(
        &["show", "thuy-san.txt", "nv.3.1.1.2", "--lang", "en"],
        1,
        &[],
        &["has no nv.3.1.1.2", "dienvan search WORDS SPEECH"],
    );
}

//! The file of saved searches; what holds for every file of records is checked with bookmarks.

use super::*;
use crate::library::kept::Searches;
use crate::speech::{SavedSearch, Saving};

fn saved(query: &str, title: Option<&str>) -> SavedSearch {
    let created = "2023-12-20T08:00:00Z".parse().expect("a time");
    let (query, title) = (query.to_owned(), title.map(str::to_owned));
    SavedSearch { id: String::new(), query, title, created }
}

#[test]
fn searches_come_back_in_their_order() {
    let folder = folder();
    let mut store = Searches::new(folder.path());
    assert_eq!(store.load().expect("loads").0, []);
    let two =
        [saved("\"phòng, chống\" role:task", None), saved("lãng phí -tiêu cực", Some("Lãng phí"))];
    let adds = two.clone().map(Saving::Add);
    let (stored, _) = store.apply(&adds).expect("saved");
    let texts = |all: &[SavedSearch]| -> Vec<(String, String)> {
        all.iter().map(|one| (one.query.clone(), one.title().to_owned())).collect()
    };
    assert_eq!(texts(&stored), texts(&two));
    assert!(stored.iter().all(|one| !one.id.is_empty()), "{stored:?}");
    assert_eq!(Searches::new(folder.path()).load().expect("loads").0, stored);
    let (left, _) = store.apply(&[Saving::Remove(stored[0].id.clone())]).expect("removed");
    assert_eq!(left, stored[1..]);
    let (back, _) = store.apply(&[Saving::Add(stored[0].clone())]).expect("back");
    assert_eq!(back, stored, "it has its old place");
}

#[test]
fn the_file_can_be_written_by_hand() {
    let folder = folder();
    let path = folder.path().join("searches.toml");
    fs::write(&path, "[[searches]]\nquery = ' tham nhũng '\n\n[[searches]]\nquery = ''\n")
        .expect("written");
    let (stored, notices) = Searches::new(folder.path()).load().expect("loads");
    assert_eq!(stored.len(), 1);
    assert_eq!(stored[0].query, "tham nhũng");
    let wrong = FileNotice::EntryWrong { path: path.clone(), line: 4, key: "query" };
    assert_eq!(notices, [wrong]);
    // Another program adds one: what was written by hand stays as it is.
    Searches::new(folder.path()).apply(&[Saving::Add(saved("đê điều", None))]).expect("saved");
    let text = fs::read_to_string(&path).expect("the file");
    assert!(text.contains("query = ' tham nhũng '"), "{text}");
    assert!(text.contains("query = \"đê điều\""), "{text}");
}

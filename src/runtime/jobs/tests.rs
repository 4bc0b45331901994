//! Which drafts in the queue are overtaken, and what is told of a job that fails.

use super::*;
use crate::speech::{Anchor, Kin};
use crate::text::TextRange;

fn draft(words: &str) -> Draft {
    let anchor =
        Anchor { quote: words.to_owned(), range: TextRange::new(0, 3), ..Anchor::default() };
    let bookmark = Bookmark {
        id: String::new(),
        speech: SpeechId::parse("bai").expect("an id"),
        title: String::new(),
        source: None,
        fingerprint: String::new(),
        kin: Kin::default(),
        anchor,
        settled: crate::notebook::Settled::Open,
        note: Some("viết".to_owned()),
        labels: crate::notebook::Labels::default(),
        created: jiff::Timestamp::UNIX_EPOCH,
    };
    Draft { bookmark, file: None }
}

#[test]
fn a_draft_is_overtaken_by_the_next_of_the_same_note_alone() {
    let mut newest = Newest::default();
    let is_overtaken = |draft: &Overtaken| draft.load(Ordering::Relaxed);
    let first = newest.take(&draft("một"));
    let longer = newest.take(&draft("một"));
    assert!(is_overtaken(&first) && !is_overtaken(&longer));
    let other = newest.take(&draft("hai"));
    assert!(!is_overtaken(&longer), "its last letters are still to be kept");
    let again = newest.take(&draft("một"));
    assert!(!is_overtaken(&other) && !is_overtaken(&again));
}

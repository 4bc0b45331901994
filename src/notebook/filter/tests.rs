//! Filters as they are typed, and which of four bookmarks they leave.

use super::*;
use crate::notebook::Labels;
use crate::speech::{Anchor, SpeechId};
use crate::text::TextRange;
use unicode_normalization::UnicodeNormalization;

/// Makes a bookmark: its words, its item, its note, its tags and its kind.
fn bookmark(quote: &str, item: &str, note: &str, (tags, kind): (&str, Option<Kind>)) -> Bookmark {
    Bookmark {
        id: quote.to_owned(),
        speech: SpeechId::parse("bai").expect("an id"),
        title: "Kết luận hội nghị".to_owned(),
        source: None,
        fingerprint: String::new(),
        kin: crate::speech::Kin::default(),
        settled: crate::notebook::Settled::Open,
        anchor: Anchor {
            quote: quote.to_owned(),
            range: TextRange::new(0, quote.len()),
            item: item.parse().ok(),
            ..Anchor::default()
        },
        note: (!note.is_empty()).then(|| note.to_owned()),
        labels: Labels { tags: crate::notebook::tags(tags), kind, letter: None },
        created: jiff::Timestamp::UNIX_EPOCH,
    }
}

/// Asserts which bookmarks a filter leaves, by their first words, also when typed in NFD.
#[track_caller]
fn check(typed: &str, expected: &[&str]) {
    let all = [
        bookmark("Rà soát quy chế", "nv.1", "hỏi Sở Tư pháp", ("gấp, quý I", Some(Kind::Todo))),
        bookmark("Đường lối đổi mới", "qd.2", "", ("", Some(Kind::New))),
        bookmark("Kết quả điều tra", "kq.1.2", "đối chiếu năm 2022", ("quý II", None)),
        bookmark("Thưa các đồng chí", "", "", ("Gấp", None)),
    ];
    let apart: String = typed.nfd().collect();
    for typed in [typed, &apart] {
        let filter = BookmarkFilter::parse(typed).expect("a filter");
        let kept = all.iter().filter(|bookmark| filter.wants(bookmark));
        let kept: Vec<&str> = kept.map(|bookmark| bookmark.anchor.quote.as_str()).collect();
        assert_eq!(kept, expected, "{typed:?}");
    }
}

#[test]
fn a_filter_narrows_by_each_of_its_words() {
    let (a, b, c, d) =
        ("Rà soát quy chế", "Đường lối đổi mới", "Kết quả điều tra", "Thưa các đồng chí");
    check("", &[a, b, c, d]);
    check("#gap", &[a, d]);
    check("#gấp role:task", &[a]);
    check("tag:\"quý I\"", &[a]);
    check("#\"quý ii\"", &[c]);
    check("role:nv role:kq", &[a, c]);
    check("role:VIEWPOINT", &[b]);
    check("kind:todo kind:new", &[a, b]);
    check("duong", &[b]);
    check("đương", &[]);
    check("so tu phap", &[a]);
    check("doi", &[b, c]);
    check("ket luan", &[a, b, c, d]);
    check("quy", &[a, c]);
    check("# role: kind:", &[a, b, c, d]);
    check("12:30", &[]);
    // In Vietnamese, with marks or not, in quotation marks or not.
    check("loại:\"nhiệm vụ\"", &[a]);
    check("loại:nhiệm vụ", &[a]);
    check("loai:nhiem-vu", &[a]);
    check("loại:cần làm rà soát", &[a]);
    check("loại:\"điểm mới\"", &[b]);
    check("vai:kết quả", &[c]);
    check("nhãn:gấp", &[a, d]);
    check("type:todo", &[a]);
    check("loại:", &[a, b, c, d]);
}

#[test]
fn what_there_is_none_of_is_told() {
    assert_eq!(BookmarkFilter::parse("gấp role:việc"), Err(NotAFilter::Role("việc".to_owned())));
    assert_eq!(BookmarkFilter::parse("kind:đỏ"), Err(NotAFilter::Kind("đỏ".to_owned())));
}

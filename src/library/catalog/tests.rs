//! A list of speeches in, what is left of it and in which order out.

use super::*;
use crate::i18n::{Lang, Messages};
use crate::search::Stage;
use crate::speech::{CatalogEntry, Date, Format, Metadata, Role, SpeechId, SpeechKind, Standing};
use crate::text::Encoding;
use std::path::PathBuf;
use unicode_normalization::UnicodeNormalization;

/// Makes a speech of a title, a speaker, a day and when it was read, in seconds; empty for none.
fn speech(id: &str, title: &str, speaker: &str, date: &str, read: i64) -> Listed {
    let meta = Metadata {
        title: title.to_owned(),
        speaker: Some(speaker.to_owned()).filter(|name| !name.is_empty()),
        date: Date::parse_iso(date),
        ..Metadata::default()
    };
    let known = CatalogEntry {
        path: PathBuf::from(format!("{id}.txt")),
        hash: 0,
        id: SpeechId::parse(id).expect("an id"),
        meta,
        fingerprint: String::new(),
        format: Format::Text,
        encoding: Encoding::Utf8,
        items: 0,
        tasks: 0,
        series: Vec::new(),
        roles: Vec::new(),
        sketch: None,
    };
    let when = Timestamp::from_second(read).expect("a time");
    Listed { known, progress: (read > 0).then_some(Progress { percent: 40, furthest: 40, when }) }
}

fn library() -> Vec<Listed> {
    let mut all = vec![
        speech("a", "Ơn nghĩa thầy cô", "Trần Thị Ánh", "2023-11-20", 0),
        speech("b", "Đánh giá công tác quý I", "Lê Văn Bình", "2022-04-04", 300),
        speech("c", "Dân vận khéo ở cơ sở", "", "", 100),
        speech("d", "Đại hội thi đua", "Phạm Thuý Bích", "2023-12-20", 0),
        speech("e", "Ổn định đời sống", "Bùi Ánh", "2023-02-01", 200),
        speech("f", "10 năm xây dựng nông thôn mới", "Đỗ Văn Đức", "", 0),
    ];
    let more = &mut all[1].known;
    more.meta.kind = Some(SpeechKind::Conclusion);
    more.meta.occasion = Some("Hội nghị giao ban".to_owned());
    more.meta.place = Some("Hoà Bình".to_owned());
    more.series = vec![(Role::Task, 1), (Role::Task, 2), (Role::Result, 1)];
    more.roles = vec![Role::Task, Role::Result];
    let more = &mut all[3].known;
    more.format = Format::Docx;
    more.meta.office = Some("Bí thư Tỉnh uỷ".to_owned());
    more.series = vec![(Role::Lesson, 1)];
    more.roles = vec![Role::Lesson];
    all
}

/// Asserts in which order the library is, by the letters that its speeches are called by.
#[track_caller]
fn order(order: Order, expected: &str, reversed: &str) {
    let all = library();
    let all: Vec<&Listed> = all.iter().collect();
    for (direction, expected) in [(Direction::Usual, expected), (Direction::Reversed, reversed)] {
        let sorted = sorted(&all, order, direction);
        let ids: String = sorted.iter().map(|&at| all[at].known.id.as_str()).collect();
        assert_eq!(ids, expected, "{order:?} {direction:?}");
    }
}

#[test]
fn speeches_are_put_in_order() {
    order(Order::Title, "fcdbea", "aebdcf");
    order(Order::Date, "daebfc", "beadfc");
    // By the given name; who has none comes last, whichever end is first.
    order(Order::Speaker, "eadbfc", "fbdaec");
    order(Order::Read, "becfda", "cebfda");
}

#[track_caller]
fn left(typed: &str, expected: &str) {
    for form in [typed.to_owned(), typed.nfd().collect()] {
        for (stage, form) in [(Stage::Finished, form.clone()), (Stage::Typing, form + " ")] {
            let narrowing = CatalogFilter::parse(&form, stage).expect(typed);
            let all = library();
            let left: String = all
                .iter()
                .filter(|listed| narrowing.admits(listed))
                .map(|listed| listed.known.id.as_str())
                .collect();
            assert_eq!(left, expected, "{form} {stage:?}");
        }
    }
}

#[test]
fn words_are_looked_for_in_what_is_known() {
    left("", "abcdef");
    left("dai hoi", "d");
    left("đại hội", "d");
    left("hội", "bd");
    left("hoi nghi", "b");
    left("bình hòa", "b");
    left("đanh", "");
    left("ddanhs gias", "b");
    left("thư tỉnh ủy", "d");
    left("\"xây dựng\" năm", "f");
    left("\"dựng xây\"", "");
    left("-hội", "acef");
    left("hội -nghị", "d");
    left("in:title hội", "d");
    left("in:title bình", "");
}

#[test]
fn conditions_are_those_of_queries() {
    left("speaker:ánh", "ae");
    left("speaker:\"văn bình\"", "b");
    left("speaker:\"tỉnh ủy\"", "d");
    left("date:2023", "ade");
    left("date:2023-11..", "ad");
    left("date:<2023-02-02", "be");
    left("year:2022", "b");
    left("-date:2023", "bcf");
    left("kind:ket-luan", "b");
    left("-kind:conclusion", "acdef");
    left("format:docx", "d");
    left("role:task", "b");
    left("-role:task", "acdef");
    left("series:nv2", "b");
    left("series:nv3", "");
    left("series:bh", "d");
    left("role:lesson hội", "d");
}

#[test]
fn what_is_typed_may_be_the_beginning_of_a_word() {
    let all = library();
    for (typed, expected) in [("thi đ", "d"), ("nông th", "f"), ("date:202", "abcdef")] {
        let narrowing = CatalogFilter::parse(typed, Stage::Typing).expect(typed);
        let fits = all.iter().filter(|listed| narrowing.admits(listed));
        let left: String = fits.map(|listed| listed.known.id.as_str()).collect();
        assert_eq!(left, expected, "{typed}");
    }
}

#[test]
fn what_is_wrong_is_said() {
    for typed in ["role:việc", "hội \"nghị", "date:hôm-nay", "in:title"] {
        let error = CatalogFilter::parse(typed, Stage::Finished).expect_err(typed);
        assert!(error.say(&Messages::new(Lang::Vi)).starts_with('“'), "{typed}");
        assert!(CatalogFilter::parse(typed, Stage::Typing).is_ok(), "{typed}");
    }
}

#[test]
fn what_is_packed_is_what_was_known() {
    let mut known = CatalogEntry::unknown("bài/đê.txt".into(), Metadata::default());
    assert_eq!(Brief::of(&known, None).listed(known.path.clone()).known, known);
    known.meta = Metadata {
        title: "Kết luận về đê điều".to_owned(),
        titled_by: crate::speech::TitledBy::FileName,
        kind: Some(SpeechKind::Conclusion),
        speaker: Some("Lê Thị Ánh".to_owned()),
        office: None,
        date: Date::new(2022, 4, 4),
        meeting_date: Date::new(2022, 3, 30),
        occasion: Some("Hội nghị đê điều".to_owned()),
        place: None,
        number: Some("12/KL-TU".to_owned()),
        url: Some("https://example.vn/de".to_owned()),
        language: "vi".to_owned(),
        standing: Standing::Archived,
    };
    known.id = SpeechId::parse("2022-04-04-de-dieu").expect("an id");
    known.fingerprint = "0123456789abcdef".to_owned();
    known.format = Format::Docx;
    known.items = 17;
    known.tasks = 8;
    known.series = vec![(Role::Result, 1), (Role::Task, 1), (Role::Task, 2)];
    known.roles = Role::ALL.into_iter().filter(|role| *role != Role::Cause).collect();
    let progress = Some(Progress { percent: 40, furthest: 40, when: jiff::Timestamp::UNIX_EPOCH });
    let brief = Brief::of(&known, progress);
    let listed = brief.listed(known.path.clone());
    assert_eq!((brief.title(), brief.standing()), ("Kết luận về đê điều", Standing::Archived));
    assert_eq!(listed, Listed { known, progress });
}

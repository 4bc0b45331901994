//! A query and a text in; the hits as text out.

use super::{Query, find, find_next};
use crate::model::{Block, BlockKind};
use crate::parse::{Lexicon, paragraphs};
use crate::text::{TextPos, TextRange, decode};
use unicode_normalization::UnicodeNormalization;

/// Asserts what of `text` is found: the hits with their lines, written "1:chữ".
#[track_caller]
fn check(query: &str, text: &str, expected: &[&str]) {
    let decomposed: String = query.nfd().collect();
    for typed in [query, &decomposed] {
        for source in [text.to_owned(), text.nfd().collect()] {
            let text = decode(source.into_bytes()).text;
            let blocks = paragraphs(&text, &Lexicon::shipped());
            let hits = find(&text, &blocks, &Query::new(typed));
            let found: Vec<String> = hits
                .iter()
                .map(|hit| {
                    let line = text[..hit.start.get()].matches('\n').count() + 1;
                    format!("{line}:{}", hit.of(&text))
                })
                .collect();
            assert_eq!(found, expected, "{typed:?} in {text:?}");
        }
    }
}

#[test]
fn without_marks_and_capitals_any_spelling_is_found() {
    check("cai cach", "CẢI CÁCH hành chính; cải cách tư pháp", &["1:CẢI CÁCH", "1:cải cách"]);
    check("dang", "Đảng, đang, dáng; Ðảng", &["1:Đảng", "1:đang", "1:dáng", "1:Ðảng"]);
    check("uy", "uỷ viên, ủy ban, Uy tín", &["1:uỷ", "1:ủy", "1:Uy"]);
    check("a", "ba\nlà\nmẹ", &["1:a", "2:à"]);
    check("xyz", "cải cách", &[]);
    check("", "cải cách", &[]);
    check("   ", "cải cách", &[]);
}

#[test]
fn words_are_found_over_the_line_ends_of_a_paragraph() {
    let text = "Các ngành đẩy mạnh phòng,\n  chống tham nhũng và lãng\nphí.\n\nTiết kiệm\n\nchống";
    check("phong, chong", text, &["1:phòng,\n  chống"]);
    check("tham nhũng và lãng phí", text, &["2:tham nhũng và lãng\nphí"]);
    check("kiệm chống", text, &[]);
}

#[test]
fn a_syllable_with_marks_is_found_as_it_is_spelled() {
    check("đảng", "Đảng, đang, dâng, ĐẢNG", &["1:Đảng", "1:ĐẢNG"]);
    check("tham nhũng", "tham nhũng, thăm nhung, Tham Nhũng", &["1:tham nhũng", "1:Tham Nhũng"]);
    // The syllable without marks is free, the one with them is not.
    check("nghi quyết", "nghị quyết, nghĩ quyêt, Nghi Quyết", &["1:nghị quyết", "1:Nghi Quyết"]);
    check("đ", "đá dê Ðà ", &["1:đ", "1:Ð"]);
    check("tiế", "tiếp tiên", &["1:tiế"]);
}

#[test]
fn a_capital_is_found_as_one() {
    check("Nam", "Việt Nam, năm, NĂM, miền nam", &["1:Nam", "1:NĂM"]);
    check("nam", "Việt Nam, năm", &["1:Nam", "1:năm"]);
    check("Đảng bộ", "Đảng bộ; ĐẢNG BỘ; đảng bộ", &["1:Đảng bộ", "1:ĐẢNG BỘ"]);
    check("HĐND", "hđnd, HĐND, Hđnd", &["1:HĐND"]);
}

#[test]
fn variants_of_signs_and_blanks_are_one() {
    check("xay dung dang", "xây\u{a0}dựng  Đảng", &["1:xây\u{a0}dựng  Đảng"]);
    check("xây dựng Đảng", "xây\u{a0}dựng  Đảng", &["1:xây\u{a0}dựng  Đảng"]);
    check(" cải   cách ", "cải cách", &["1:cải cách"]);
    check("\"điểm nóng\"", "“điểm nóng”", &["1:“điểm nóng”"]);
    check("“điểm nóng”", "\"điểm nóng\"", &["1:\"điểm nóng\""]);
    check("kinh tế - xã hội", "kinh tế – xã hội", &["1:kinh tế – xã hội"]);
    check("tham nhung", "tham\u{ad} nhũng", &["1:tham nhũng"]);
    check("50%", "50% và 150%", &["1:50%", "1:50%"]);
}

#[test]
fn hits_stand_apart_and_none_is_missed() {
    check("aa", "aaaaa", &["1:aa", "1:aa"]);
    // One that is not spelled alike does not hide the next.
    check("à a", "a à a", &["1:à a"]);
    check("aA", "aaA", &["1:aA"]);
    check("la la", "là lá la lạ la", &["1:là lá", "1:la lạ"]);
}

#[test]
fn lines_apart_are_not_one_passage() {
    check("cai cach", "cải\ncách", &[]);
    check("cách", "cải cách\n\ncách làm\r\ncách", &["1:cách", "3:cách", "4:cách"]);
}

#[test]
fn a_line_end_in_a_paragraph_is_a_blank() {
    let text = "đẩy mạnh cải\ncách hành chính";
    let block = |start, end, line| Block {
        range: TextRange::new(start, end),
        line,
        kind: BlockKind::Paragraph,
    };
    let blocks = [block(0, text.len(), 1)];
    for query in ["cai cach", "cải cách", "Cải cách"] {
        let hits = find(text, &blocks, &Query::new(query));
        let found: Vec<&str> = hits.iter().map(|hit| hit.of(text)).collect();
        let expected: &[&str] = if query.starts_with('C') { &[] } else { &["cải\ncách"] };
        assert_eq!(found, expected, "{query}");
    }
}

#[test]
fn the_pieces_of_a_long_paragraph_are_one() {
    for filler in ["x", "đường ", "một  ", "\u{a0}"] {
        let before = filler.repeat(16 * 1024 / filler.len() - 3);
        for shift in 0..12 {
            let text = format!("{}{before} tham nhũng {before} tham nhũng", "y".repeat(shift));
            let text = decode(text.into_bytes()).text;
            let blocks = paragraphs(&text, &Lexicon::shipped());
            assert!(blocks.len() > 1, "{filler:?}");
            for typed in ["tham nhung", "tham nhũng"] {
                let query = Query::new(typed);
                let hits = find(&text, &blocks, &query);
                let places: Vec<usize> =
                    text.match_indices("tham nhũng").map(|(at, _)| at).collect();
                let found: Vec<usize> = hits.iter().map(|hit| hit.start.get()).collect();
                assert_eq!(found, places, "{filler:?} from {shift}");
                for hit in &hits {
                    assert_eq!(find_next(&text, &blocks, &query, hit.start), Some(*hit));
                }
            }
        }
    }
}

#[test]
fn the_next_hit_is_the_first_again_after_the_last() {
    let text = "một là\nhai là\nba mươi\nlà một";
    let blocks = paragraphs(text, &Lexicon::shipped());
    let places: Vec<usize> = text.match_indices("là").map(|(at, _)| at).collect();
    let next = |from: usize| {
        let hit = find_next(text, &blocks, &Query::new("la"), TextPos::new(from));
        hit.map(|hit| hit.start.get())
    };
    for from in 0..=text.len() {
        if text.is_char_boundary(from) {
            let expected = places.iter().copied().find(|&at| at >= from).unwrap_or(places[0]);
            assert_eq!(next(from), Some(expected), "from {from}");
        }
    }
    assert_eq!(find_next(text, &blocks, &Query::new("bốn"), TextPos::ZERO), None);
    assert_eq!(find_next(text, &blocks, &Query::new(""), TextPos::ZERO), None);
    assert_eq!(find_next("", &[], &Query::new("một"), TextPos::ZERO), None);
}

#[test]
fn a_query_is_as_clean_as_a_text() {
    let query = Query::new("  ca\u{309}i\u{1b}[31m\n\tca\u{301}ch\u{200b} ");
    assert_eq!(query.typed(), "cải cách");
    assert!(!query.is_empty() && Query::new("\u{200b}").is_empty());
    assert_eq!(Query::new(" \u{301} \u{302}“đ").typed(), "“đ");
}

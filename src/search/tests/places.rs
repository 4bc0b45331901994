//! The next hit, and paragraphs that are cut into pieces.

use super::*;
use crate::text::TextPos;

fn next(query: &Query, text: &str, from: usize) -> Option<usize> {
    let blocks = paragraphs(text, &LEXICON);
    let (outline, meta) = (Outline::default(), Metadata::default());
    let sought = Sought {
        text,
        blocks: &blocks,
        outline: &outline,
        meta: &meta,
        format: Format::Text,
        hidden: Hidden::Last,
    };
    let hit = find_next(sought, &Page::of(text, &blocks), query, TextPos::new(from));
    hit.map(|hit| hit.range.start.get())
}

#[test]
fn the_pieces_of_a_long_paragraph_are_one() {
    for filler in ["x", "đường ", "một  ", "\u{a0}"] {
        let before = filler.repeat(16 * 1024 / filler.len() - 3);
        for shift in 0..12 {
            let text = format!("{} {before} tham nhũng {before} tham nhũng", "y".repeat(shift));
            let text = decode(text.into_bytes()).text;
            let blocks = paragraphs(&text, &LEXICON);
            assert!(blocks.len() > 1, "{filler:?}");
            for typed in ["tham nhung", "tham nhũng"] {
                let query = read(typed, Mode::Smart, Stage::Finished);
                let places: Vec<usize> =
                    text.match_indices("tham nhũng").map(|(at, _)| at).collect();
                let found: Vec<usize> =
                    hits_of(&query, &text).iter().map(|hit| hit.range.start.get()).collect();
                assert_eq!(found, places, "{filler:?} from {shift}");
                for place in places {
                    assert_eq!(next(&query, &text, place), Some(place));
                }
            }
        }
    }
}

#[test]
fn the_next_hit_is_the_first_again_after_the_last() {
    let text = "một là\nhai là\nba mươi\nlà một";
    let places: Vec<usize> = text.match_indices("là").map(|(at, _)| at).collect();
    let query = read("la", Mode::Smart, Stage::Finished);
    for from in 0..=text.len() {
        if text.is_char_boundary(from) {
            let expected = places.iter().copied().find(|&at| at >= from).unwrap_or(places[0]);
            assert_eq!(next(&query, text, from), Some(expected), "from {from}");
        }
    }
    for (query, text) in [("bốn", text), ("", text), ("một", "")] {
        assert_eq!(next(&read(query, Mode::Smart, Stage::Finished), text, 0), None, "{query:?}");
    }
}

#[test]
fn hits_that_are_no_longer_wanted_are_not_collected() {
    let text = "tham nhũng ".repeat(2000);
    let blocks = paragraphs(&text, &LEXICON);
    let (outline, meta) = (Outline::default(), Metadata::default());
    let sought = Sought {
        text: &text,
        blocks: &blocks,
        outline: &outline,
        meta: &meta,
        format: Format::Text,
        hidden: Hidden::Last,
    };
    let page = Page::of(&text, &blocks);
    let query = read("tham nhung", Mode::Smart, Stage::Typing);
    let looks = std::cell::Cell::new(0);
    let wanted = |most: usize| {
        let looks = &looks;
        move || looks.replace(looks.get() + 1) < most
    };
    let hits = find_while(sought, &page, &query, wanted(usize::MAX));
    assert_eq!(hits.map(|hits| hits.len()), Some(2000));
    looks.set(0);
    assert_eq!(find_while(sought, &page, &query, wanted(3)), None);
    assert_eq!(looks.get(), 4, "it is over at once");
}

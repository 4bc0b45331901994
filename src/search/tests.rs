//! A query and a text in; the hits as text out.

mod cut;
mod passages;
mod places;
mod row;
mod table;

use super::*;
use crate::speech::parse::{Lexicon, paragraphs};
use crate::speech::{Format, Metadata, Outline};
use crate::text::decode;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::shipped);

/// What is found of `query`, as it is being typed or finished, in a text that is one speech.
fn hits_of(query: &Query, text: &str) -> Vec<Hit> {
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
    find(sought, &Page::of(text, &blocks), query)
}

fn read(query: &str, mode: Mode, stage: Stage) -> Query {
    Query::parse(query, mode, stage).unwrap_or_else(|error| panic!("{query:?}: {error:?}"))
}

/// Asserts what of `text` is found, in composed and in decomposed letters: the hits with their
/// lines, written "1:chữ".
#[track_caller]
fn check_at(stage: Stage, query: &str, text: &str, expected: &[&str]) {
    let decomposed: String = query.nfd().collect();
    for typed in [query, &decomposed] {
        for source in [text.to_owned(), text.nfd().collect()] {
            let text = decode(source.into_bytes()).text;
            let hits = hits_of(&read(typed, Mode::Smart, stage), &text);
            let found: Vec<String> = hits
                .iter()
                .map(|hit| {
                    let line = text[..hit.range.start.get()].matches('\n').count() + 1;
                    format!("{line}:{}", hit.range.of(&text))
                })
                .collect();
            assert_eq!(found, expected, "{typed:?} in {text:?}");
        }
    }
}

#[track_caller]
fn check(query: &str, text: &str, expected: &[&str]) {
    check_at(Stage::Finished, query, text, expected);
}

#[track_caller]
fn typing(query: &str, text: &str, expected: &[&str]) {
    check_at(Stage::Typing, query, text, expected);
}

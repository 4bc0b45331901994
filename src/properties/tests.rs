//! The checks, on inputs of all kinds.

use super::*;
use crate::layout::{LayoutKey, Widths};
use crate::search::Query;
use crate::text::{TextRange, decode};
use proptest::prelude::*;
use std::sync::LazyLock;
use unicode_segmentation::UnicodeSegmentation;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::shipped);

const SHIPPED: &str = include_str!("../../data/speeches/2023-12-20-ket-luan-noi-chinh.txt");

fn decoded(text: &str) -> String {
    decode(text.as_bytes().to_vec()).text
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn decoding_any_bytes(bytes in any::bytes()) {
        decoding(&bytes);
    }

    #[test]
    fn folding_any_text(text in any::ordinary()) {
        folding(&text);
        folding(&decoded(&text));
    }

    #[test]
    fn folding_hostile_text(text in any::hostile()) {
        folding(&text);
    }

    #[test]
    fn measuring_any_text(text in any::ordinary(), cells in 0..40usize) {
        measuring(&crate::text::printable(&text), cells);
    }

    #[test]
    fn parsing_any_text(text in any::hostile()) {
        parsing(&decoded(&text), &LEXICON);
    }

    #[test]
    fn parsing_what_is_built_like_a_speech(text in any::speech()) {
        parsing(&decoded(&text), &LEXICON);
    }

    #[test]
    fn prose_has_no_items(text in any::prose()) {
        let parsed = parse(&decoded(&text), &LEXICON);
        prop_assert_eq!(parsed.outline.items, [], "of {:?}", text);
    }

    #[test]
    fn wrapping_any_paragraph(text in any::ordinary(), first in 1..30usize, rest in 1..30usize) {
        let text = crate::text::printable(&text).trim().to_owned();
        wrapping(&text, TextRange::new(0, text.len()), Widths { first, rest });
    }

    #[test]
    fn laying_out_any_speech(
        text in any::speech(), width in 1..120u16, furniture: bool, gaps: bool
    ) {
        laying_out(&speech_of(&text, &LEXICON), LayoutKey { width, furniture, gaps });
    }

    #[test]
    fn finding_any_words(text in any::ordinary(), words in any::ordinary(), long: bool) {
        let text = decoded(&text);
        let blocks = crate::parse::paragraphs(&text);
        let most = if long { 4 } else { 1 };
        let words: String = words.chars().take(most).collect();
        finding(&text, &blocks, &Query::new(&words));
    }

    #[test]
    fn finding_what_was_copied(
        text in any::ordinary(), from: prop::sample::Index, length in 1..30usize
    ) {
        let text = decoded(&text);
        let blocks = crate::parse::paragraphs(&text);
        if !blocks.is_empty() {
            let block = blocks[from.index(blocks.len())].range;
            // Letters are copied with their marks.
            let letters: Vec<(usize, &str)> = block.of(&text).grapheme_indices(true).collect();
            let first = from.index(letters.len());
            let last = (first + length).min(letters.len()) - 1;
            let (start, end) = (letters[first].0, letters[last].0 + letters[last].1.len());
            let base = block.start.get();
            finding_itself(&text, &blocks, TextRange::new(base + start, base + end));
        }
    }
}

#[test]
fn the_shipped_speech_keeps_every_promise() {
    decoding(SHIPPED.as_bytes());
    folding(SHIPPED);
    parsing(SHIPPED, &LEXICON);
    let speech = speech_of(SHIPPED, &LEXICON);
    for width in 20..=120 {
        laying_out(&speech, LayoutKey { width, furniture: false, gaps: true });
    }
    for width in [1, 20, 44, 80, 120] {
        for (furniture, gaps) in [(true, true), (false, false), (true, false)] {
            laying_out(&speech, LayoutKey { width, furniture, gaps });
        }
    }
    for words in ["tham nhũng", "lanh dao", "Đ", "năm 2024", "không có ở đây"] {
        finding(&speech.text, &speech.blocks, &Query::new(words));
    }
}

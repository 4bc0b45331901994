//! Where sentences and syllables begin and end.

use super::{TextPos, TextRange};
use unicode_segmentation::UnicodeSegmentation;

/// Returns the sentence of `paragraph` that `pos` lies in, without the blanks around it.
///
/// Sentences are those of UAX #29, which leaves abbreviations before a small letter whole.
pub fn sentence_at(text: &str, paragraph: TextRange, pos: TextPos) -> TextRange {
    // A line end within a paragraph ends no sentence.
    let inside = paragraph.of(text).replace('\n', " ");
    let base = paragraph.start.get();
    let mut found = paragraph;
    for (at, sentence) in inside.split_sentence_bound_indices() {
        if base + at > pos.get() && !found.is_empty() && found != paragraph {
            break;
        }
        let trimmed = sentence.trim_end();
        if !trimmed.is_empty() {
            found = TextRange::new(base + at, base + at + trimmed.len());
        }
    }
    found
}

/// Returns the text's first `count` syllables, as a length in bytes; punctuation behind the last of
/// them is left out, and signs of emphasis that end there.
pub fn first_syllables(text: &str, count: usize) -> usize {
    let mut end = 0;
    for (seen, syllable) in text.split_whitespace().enumerate() {
        if seen == count {
            break;
        }
        // `split_whitespace` gives slices of `text`, so addresses tell offsets.
        end = syllable.as_ptr() as usize - text.as_ptr() as usize + syllable.len();
    }
    text[..end].trim_end_matches([',', ';', ':', '.', ' ', '*']).len()
}

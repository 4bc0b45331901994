//! Puts the words of two lines of a paragraph together.

use super::super::paragraph::{Look, Paragraph};
use crate::text::syllable::is_possible;

/// Goes on with the words of another line: behind a blank, or none where a word was broken.
pub(super) fn join(paragraph: &mut Paragraph, next: &str, look: Look) {
    let words = paragraph.tail();
    let last = words.split_whitespace().next_back().unwrap_or_default();
    let first = next.split_whitespace().next().unwrap_or_default();
    let broken = last.strip_suffix('-').is_some_and(|head| {
        let first = first.trim_end_matches(|c: char| !c.is_alphanumeric());
        head.ends_with(char::is_alphabetic)
            && first.starts_with(char::is_lowercase)
            // Two syllables with a hyphen are a compound: "Mác-" / "xít".
            && !(is_possible(head)
                && is_possible(first)
                && !is_possible(&format!("{head}{first}")))
    });
    if broken {
        paragraph.take_back('-');
    } else {
        paragraph.push(" ", look);
    }
    paragraph.push(next, look);
}

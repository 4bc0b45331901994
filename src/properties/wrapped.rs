//! Promises of putting wrapped lines together again.

use crate::speech::parse::{Lexicon, paragraphs, parse};
use crate::text::decode;
use unicode_normalization::UnicodeNormalization;

/// What stands between the paragraphs of a wrapped text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Between {
    /// A blank line.
    Blank,
    /// The end of a line.
    Nothing,
}

/// Wraps each line of a text at `width` characters, as `fold` and like programs do.
pub fn rewrapped(text: &str, width: usize, between: Between) -> String {
    let mut out = String::new();
    for paragraph in text.lines().filter(|line| !line.trim().is_empty()) {
        let mut used = 0;
        for word in paragraph.split_whitespace() {
            let length = word.chars().count();
            if used > 0 && used + 1 + length > width {
                out.push('\n');
                used = 0;
            } else if used > 0 {
                out.push(' ');
                used += 1;
            }
            out += word;
            used += length;
        }
        out += if between == Between::Blank { "\n\n" } else { "\n" };
    }
    out
}

/// A text with one paragraph a line has the same paragraphs, and so the same items, when it is wrapped with
/// blank lines between them, and the same items without.
///
/// # Panics
///
/// If it has others.
pub fn rewrapping(text: &str, width: usize, lexicon: &Lexicon) {
    rewrapping_as(text, width, lexicon, str::to_owned);
    // A program may count the marks of decomposed text, too.
    rewrapping_as(text, width, lexicon, |text| text.nfd().collect());
}

fn rewrapping_as(text: &str, width: usize, lexicon: &Lexicon, form: fn(&str) -> String) {
    let rewrapped = |between| decode(rewrapped(&form(text), width, between).into_bytes()).text;
    let blank = rewrapped(Between::Blank);
    let words = |text: &str| -> Vec<String> {
        let blocks = paragraphs(text, lexicon);
        blocks
            .iter()
            .map(|block| plain(block.range.of(text)))
            .filter(|words| is_prose(words))
            .collect()
    };
    let (wrapped, whole) = (words(&blank), words(text));
    for (wrapped, whole) in wrapped.iter().zip(&whole) {
        assert_eq!(wrapped, whole, "a paragraph wrapped at {width}, with blank lines");
    }
    assert_eq!(wrapped.len(), whole.len(), "paragraphs wrapped at {width}, with blank lines");
    let dense = rewrapped(Between::Nothing);
    let items = |text: &str| -> Vec<String> {
        let outline = parse(text, lexicon).outline;
        let item = |item: &crate::speech::Item| {
            format!("{} {}", plain(item.marker.of(text)), plain(item.label.of(text)))
        };
        outline.items.iter().map(item).collect()
    };
    assert_eq!(items(&blank), items(text), "items wrapped at {width}, with blank lines");
    assert_eq!(items(&dense), items(text), "items wrapped at {width}, without blank lines");
}

/// Returns the words of a passage with one blank between them.
fn plain(passage: &str) -> String {
    passage.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Lines of capitals keep their ends: the outline puts titles together.
fn is_prose(passage: &str) -> bool {
    passage.chars().any(char::is_lowercase)
}

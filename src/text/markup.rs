//! Texts with the signs of Markdown in them, shown as words.

use std::borrow::Cow;

/// Gives a text on one line without signs of emphasis, headings, quotes and escapes.
pub fn plain(text: &str) -> String {
    let text = text.trim_start_matches(|c: char| matches!(c, '#' | '>') || c.is_whitespace());
    let bare = match memchr::memchr3(b'_', b'*', b'\\', text.as_bytes()) {
        Some(_) => Cow::Owned(text.replace("__", "").replace(['*', '\\'], "")),
        None => Cow::Borrowed(text),
    };
    let mut out = String::with_capacity(bare.len());
    for word in bare.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

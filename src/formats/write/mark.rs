//! Words as HTML and XML take them: whatever would be a sign is written by its name.

use std::fmt::Write as _;

/// Adds words to what was written; they can end neither a text nor a value in quotation marks.
pub(super) fn escape(words: &str, out: &mut String) {
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\u{a0}' => out.push_str("&#160;"),
            // XML has no name for these, and a page no use.
            c if c.is_control() && c != '\n' || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
}

/// Returns words as HTML and XML take them.
pub fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 16);
    escape(words, &mut out);
    out
}

/// Writes an attribute, with a blank before it.
pub fn attribute(name: &str, value: &str) -> String {
    let mut out = String::new();
    // Writing to a string does not fail.
    let _ = write!(out, " {name}=\"{}\"", escaped(value));
    out
}

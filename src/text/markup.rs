//! Texts with the signs of Markdown in them, shown as words.

/// Gives a text on one line without signs of emphasis, headings, quotes and escapes.
pub fn plain(text: &str) -> String {
    let text = text.trim_start_matches(|c: char| matches!(c, '#' | '>') || c.is_whitespace());
    let words = text.replace("__", "").replace(['*', '\\'], "");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

//! The language of a text.

/// How many bytes tell the language.
const LANGUAGE: usize = 2000;

/// Tells the language of a text by its letters: Vietnamese has đ, ơ, ư and tone marks.
pub(in crate::speech::parse) fn language(text: &str) -> &'static str {
    let head = &text[..text.floor_char_boundary(LANGUAGE)];
    let letters = head.chars().filter(|c| !c.is_ascii() || c.is_ascii_alphabetic()).count();
    let marked = head.chars().filter(|&c| crate::text::fold::is_marked(c)).count();
    if marked * 20 > letters { "vi" } else { "en" }
}

//! Names for files and identifiers, made of words.

use super::fold;

/// Makes lower-case ASCII words joined by hyphens of the first `syllables` syllables of a text;
/// empty if it has no letter or digit.
pub fn slug(text: &str, syllables: usize) -> String {
    fold(text)
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(syllables)
        .collect::<Vec<_>>()
        .join("-")
}

//! The words of a paragraph, with what stands before each.

use crate::text::{TextRange, lowercase};

/// A word: letters and figures, and the points, hyphens and strokes between them.
#[derive(Clone, Debug)]
pub(super) struct ReferenceWord<'t> {
    /// The word.
    pub text: &'t str,
    /// Where it stands in the text.
    pub range: TextRange,
    /// What stands between it and the word before.
    pub gap: &'t str,
}

impl<'t> ReferenceWord<'t> {
    /// Returns the words of a paragraph.
    pub(super) fn all(text: &'t str, paragraph: TextRange) -> Vec<ReferenceWord<'t>> {
        let start = paragraph.start.get();
        let words = paragraph.of(text);
        let mut out: Vec<ReferenceWord<'t>> = Vec::new();
        let (mut at, mut behind) = (0, 0);
        while let Some(offset) = words[at..].find(char::is_alphanumeric) {
            let from = at + offset;
            let rest = &words[from..];
            let joins = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '–' | '/' | '&');
            let end = rest.find(|c: char| !joins(c)).unwrap_or(rest.len());
            let word = rest[..end].trim_end_matches(|c: char| !c.is_alphanumeric());
            let to = from + word.len();
            out.push(ReferenceWord {
                text: word,
                range: TextRange::new(start + from, start + to),
                gap: &words[behind..from],
            });
            (at, behind) = (to, to);
        }
        out
    }

    /// Returns it in small letters.
    pub(super) fn lower(&self) -> String {
        lowercase(self.text)
    }

    /// Tells whether blanks alone stand before it, or signs of emphasis.
    pub(super) fn is_behind_blank(&self) -> bool {
        self.gap.chars().all(|c| c.is_whitespace() || matches!(c, '*' | '_'))
    }

    /// Tells whether a comma alone stands before it.
    pub(super) fn is_behind_comma(&self) -> bool {
        matches!(self.gap.trim(), "," | ";")
    }
}

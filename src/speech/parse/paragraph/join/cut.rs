//! What the end of a line cuts in two: a heading, bold words, figures, a word, a marker and its words.

use super::super::line::{LineEnding, LineForm, LineOpening};
use super::{Joiner, ParagraphShape};
use crate::speech::parse::furniture::is_capitals;
use crate::speech::parse::marker::{Family, Marker};
use crate::text::{is_letter, is_word};

/// The longest line that can be nothing but a marker, in characters.
const MARKER: u32 = 24;

impl Joiner<'_> {
    /// Tells whether a numbered heading in capitals goes on with the line below: "I. MỤC ĐÍCH," / "YÊU
    /// CẦU", and in a wrapped text "III. TỔ CHỨC THỰC" / "HIỆN".
    pub(super) fn is_heading_cut(&self, first: usize, at: usize) -> bool {
        let wrapped = matches!(self.shape, ParagraphShape::Wrapped(..));
        let open = match self.lines[at].ending {
            LineEnding::Comma => true,
            LineEnding::Open => wrapped,
            _ => false,
        };
        let parts = |marker: Marker| marker.family.heads_parts();
        open && at == first
            && self.lines[at + 1].form != LineForm::Apart
            && is_capitals(self.line(at + 1))
            && self.marker(at + 1).is_none()
            && self.marker(at).is_some_and(parts)
    }

    /// Tells whether a line opens bold words that end with the line below: "**II. NỘI" / "DUNG**".
    pub(super) fn leaves_bold_open(&self, at: usize) -> bool {
        let (words, next) = (self.line(at), self.line(at + 1));
        words.starts_with("**")
            && !words[2..].contains("**")
            && !next.starts_with("**")
            && next.trim_end().strip_suffix("**").is_some_and(|rest| !rest.contains("**"))
    }

    /// Tells whether the end of a line parts a range of figures: "2021" / "- 2030".
    pub(super) fn is_range(&self, at: usize) -> bool {
        let next = self.line(at + 1).strip_prefix(['-', '–']).unwrap_or_default();
        self.line(at).ends_with(|c: char| c.is_ascii_digit())
            && next.trim_start().starts_with(|c: char| c.is_ascii_digit())
    }

    /// Tells whether a line is a footnote's number that stood in the text above it: "(12)" with
    /// the rest of the sentence below.
    pub(super) fn is_reference(&self, at: usize) -> bool {
        let Some(next) = self.lines.get(at + 1).filter(|next| self.lines[at].touches(next)) else {
            return false;
        };
        let number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let words = self.line(at);
        let round = words.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        let square = words.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        let runs = self.lines[at - 1].runs_into(next);
        let goes_on = next.opening == LineOpening::Stop || runs;
        goes_on && round.or(square).is_some_and(number)
    }

    /// Tells whether a line is nothing but a marker, so that the line below has its words.
    pub(super) fn is_lone_marker(&self, at: usize) -> bool {
        if self.lines[at].width > MARKER {
            return false;
        }
        let words = self.line(at);
        let mut letters = words.chars();
        if let (Some(sign), None) = (letters.next(), letters.next()) {
            return sign != '*' && self.lexicon.markers.bullets.contains(&sign);
        }
        let emphasis = |c: char| matches!(c, '*' | '_' | '~') || c.is_whitespace();
        let is_sign = |c: char| matches!(c, '.' | ':' | ')' | ',' | '-' | '/' | '–');
        let signed = words.trim_end_matches(emphasis).ends_with(is_sign);
        // "a) đất": the first word is a marker, and more follows.
        let more = words
            .split_once(' ')
            .is_some_and(|(first, rest)| first.ends_with(is_sign) && rest.contains(is_word));
        if more || !(signed || words.starts_with(is_letter) && words.contains(' ')) {
            return false;
        }
        let Some(marker) = self.marker(at) else { return false };
        let alone = words[marker.end..].chars().all(emphasis);
        let spoken = matches!(marker.family, Family::Spoken | Family::Ordinal);
        alone && (signed || spoken)
    }

    /// Tells whether a hyphen at the end of a line cuts a word: "in-" / "ternet", "Mác-" / "Lênin".
    pub(super) fn cuts_word(&self, at: usize) -> bool {
        let Some(words) = self.line(at).strip_suffix('-') else { return false };
        let first = words.rsplit(|c: char| !is_letter(c)).next().unwrap_or_default();
        let named = || {
            let mut letters = first.chars();
            letters.next().is_some_and(char::is_uppercase)
                && letters.next().is_some_and(char::is_lowercase)
        };
        // "a) …" begins a member.
        let signed = || {
            let next = self.line(at + 1);
            let second = next.trim_start_matches(is_letter);
            next.len() - second.len() <= 4 && second.starts_with([')', '.', '/'])
        };
        match self.lines[at + 1].opening {
            LineOpening::Small => !first.is_empty() && !signed(),
            LineOpening::Capital => named() && !signed(),
            LineOpening::Digit | LineOpening::Stop | LineOpening::Other => false,
        }
    }
}

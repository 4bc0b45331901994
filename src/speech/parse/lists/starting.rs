//! Which markers start a list, and which are no markers where they stand.

use super::builder::{Builder, ListStep};
use super::{Family, IsItem, Marker, MarkerCandidate, MemberGap};
use crate::speech::parse::inline::first_member;
use crate::speech::parse::lexicon::Lexicon;
use crate::speech::parse::style::LineStyle;
use crate::speech::{Block, BlockKind};
use crate::text::{is_letter, is_word, lowercase};

/// The most paragraphs before a list that a text begins in the middle of.
const LEADS: usize = 4;
/// The longest line of a table that was pressed into a text, in bytes.
const CELL: usize = 120;
/// How many bytes behind a closer are read for a wish.
const WISH: usize = 60;

impl Builder<'_> {
    /// Tells whether words that often open a sentence are no marker here: "Trước hết," in the
    /// middle of a list that counts in other words, "Cuối cùng," before more members or wishes.
    pub(super) fn is_prose(&self, index: usize) -> bool {
        let candidate = self.candidates[index];
        let family = candidate.marker.family;
        if !matches!(family, Family::Opener | Family::Middle | Family::Closer) {
            return false;
        }
        if family == Family::Closer && self.is_wish(candidate) {
            return true;
        }
        // "Trước hết, …" with "Tiếp đến, …" behind it begins a list of its own.
        if family == Family::Opener && self.sight.is_middle_next(index) {
            return false;
        }
        let Some(open) = self.open.iter().rev().find(|open| open.family.is_spoken()) else {
            return family != Family::Opener;
        };
        if family == Family::Middle {
            return open.family != Family::Opener;
        }
        match self.sight.next_spoken(index) {
            Some((next, ordinal)) if family == Family::Opener => {
                ordinal == open.last + 1 && (ordinal != 2 || next == open.family)
            }
            Some((_, ordinal)) => ordinal == open.last + 1,
            None => family == Family::Opener,
        }
    }

    /// Tells whether a figure with a few words would end a list that counts in words and whose next
    /// number is still to come: it is of a table that was pressed into the item.
    pub(super) fn is_of_table(&self, index: usize, step: &ListStep) -> bool {
        let candidate = self.candidates[index];
        let line = self.source.blocks[candidate.block].range.of(self.source.text);
        candidate.marker.family == Family::Arabic
            && line.len() <= CELL
            && self.open[step.depth + 1..].iter().any(|open| {
                open.family.is_spoken() && self.sight.next(open.kind, index) == Some(open.last + 1)
            })
    }

    /// Tells whether wishes or thanks follow a marker: "Cuối cùng, xin chúc …".
    fn is_wish(&self, candidate: MarkerCandidate) -> bool {
        let line = self.source.blocks[candidate.block].range.of(self.source.text);
        let head = &line[candidate.marker.end..];
        let head = lowercase(&head[..head.floor_char_boundary(WISH)]);
        self.source.lexicon.furniture.closing.wishes.starts(head.trim_start())
    }

    fn line_of(&self, candidate: MarkerCandidate) -> &str {
        self.source.blocks[candidate.block].range.of(self.source.text)
    }

    /// Tells whether a marker can start a list, and how doubtful that is.
    pub(super) fn start(&self, index: usize) -> Option<(Marker, u8)> {
        let candidate = self.candidates[index];
        let marker = candidate.marker;
        if candidate.said.item == Some(IsItem::Yes) {
            return Some((marker, 0));
        }
        let starts = |marker: Marker| match marker.family {
            Family::Bullet(_) | Family::Law(_) => Some(0),
            Family::Closer | Family::Middle => None,
            Family::Decimal(_) if candidate.gap != MemberGap::None => Some(10),
            Family::Decimal(_) => {
                let inside = self.open.iter().any(|open| {
                    matches!(open.family, Family::Arabic | Family::Decimal(_))
                        && open.last == marker.prefix
                });
                match marker.ordinal {
                    1 => Some(0),
                    2 | 3 if inside => Some(15),
                    _ => None,
                }
            }
            _ if marker.ordinal == 1 => Some(0),
            Family::Opener | Family::Count => None,
            // "[…]" / "10. Cửa khẩu là …": the members before it were left out.
            Family::Arabic | Family::Letter | Family::Bracketed
                if candidate.gap != MemberGap::None =>
            {
                Some(10)
            }
            // A text cut from another: "4. …" / "4.3. …".
            Family::Arabic if self.has_parts(index) => Some(10),
            // A part of a document begins in its middle: "III- PHƯƠNG HƯỚNG, NHIỆM VỤ".
            Family::Roman | Family::Capital if self.is_set_off(candidate) => Some(5),
            Family::Spoken | Family::Ordinal | Family::Bracketed if marker.ordinal == 2 => {
                let before = candidate.before?;
                let line = self.source.blocks[before].range.of(self.source.text);
                let within = first_member(line, marker.family, self.source.lexicon).is_some();
                let own = self.line_of(candidate);
                let told = marker.family == Family::Ordinal
                    && self.sight.next_spoken(index) == Some((Family::Ordinal, 3))
                    && (says_first(line, self.source.lexicon)
                        || is_english(&own[marker.start..], self.source.lexicon));
                (within || told).then_some(10)
            }
            // It runs on from where its family was left under the parent before.
            _ => {
                let ran = (marker.family, marker.sign, marker.ordinal - 1);
                let runs_on =
                    marker.ordinal > 1 && self.closed.contains(&ran) && !self.open.is_empty();
                let goes_on = runs_on && marker.family.heads_parts();
                (goes_on || self.is_extract(index, marker)).then_some(15)
            }
        };
        let other =
            marker.other.map(|(family, ordinal)| Marker { family, ordinal, other: None, ..marker });
        starts(marker)
            .map(|doubt| (marker, doubt))
            .or_else(|| other.and_then(|other| starts(other).map(|doubt| (other, doubt + 5))))
    }

    /// Tells whether a text begins in the middle of a list, as an annex does that goes on from
    /// another: little stands before it, and its numbers run on at least twice.
    fn is_extract(&self, index: usize, marker: Marker) -> bool {
        let kind = self.sight.kind(marker.family, marker.sign);
        let before = &self.source.blocks[..self.candidates[index].block];
        let is_prose = |block: &&Block| block.kind == BlockKind::Paragraph;
        let prose = || before.iter().filter(is_prose).take(LEADS + 1).count();
        self.open.is_empty()
            && !self.had(marker.family)
            && self.sight.runs_on(index, kind, marker.ordinal, 2)
            && prose() <= LEADS
    }

    /// Tells whether the next marker is the number of a part of this one.
    fn has_parts(&self, index: usize) -> bool {
        let next = self.candidates.get(index + 1).map(|next| next.marker);
        next.is_some_and(|next| {
            matches!(next.family, Family::Decimal(_))
                && next.prefix == self.candidates[index].marker.ordinal
        })
    }

    /// Tells whether a line is set off, or its first words are all in capitals.
    fn is_set_off(&self, candidate: MarkerCandidate) -> bool {
        let line = self.source.blocks[candidate.block].range.of(self.source.text);
        let words = line.get(candidate.marker.end..).unwrap_or_default();
        let mut letters = words.chars().filter(|c| is_letter(*c)).take(10).peekable();
        candidate.style != LineStyle::Plain
            || (letters.peek().is_some() && letters.all(char::is_uppercase))
    }
}

/// Tells whether a paragraph says what comes first without a marker: "The engineers will first measure …".
fn says_first(line: &str, lexicon: &Lexicon) -> bool {
    let lower = lowercase(line);
    let words = &lexicon.markers;
    let english = words.english.iter().filter(|(_, value)| *value == 1).map(|(word, _)| word);
    words.openers.iter().chain(english).any(|word| {
        lower.match_indices(word.as_str()).any(|(at, _)| {
            let ends = |rest: &str| !rest.starts_with(is_word);
            ends(&lower[at + word.len()..]) && !lower[..at].ends_with(is_word)
        })
    })
}

/// Tells whether a marker is an ordinal of English: no day of the week is one.
fn is_english(marker: &str, lexicon: &Lexicon) -> bool {
    let words = lowercase(&marker[..marker.floor_char_boundary(WISH)]);
    lexicon.markers.english.iter().any(|(word, _)| words.starts_with(word.as_str()))
}

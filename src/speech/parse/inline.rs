//! Enumerations inside a paragraph: "(1) …; (2) …", "(i) …", "một là, …; hai là, …", "1- …; 2- …".
//!
//! One counts from 1 on, and only with a second member in the same paragraph (docs/dev/structure.md).

use super::lexicon::Lexicon;
use super::marker::{Family, Marker, far_marker_of, marker_of};
use crate::text::TextRange;

/// A member of an enumeration; all positions are bytes of the paragraph.
#[derive(Clone, Copy, Debug)]
pub(super) struct Member {
    pub marker: Marker,
    /// Where it ends: at the next member, or at the end of the sentence.
    pub end: usize,
}

/// Finds the enumeration of a paragraph, behind `from`. Gives no member or at least two.
pub(super) fn members(paragraph: &str, from: usize, lexicon: &Lexicon) -> Vec<Member> {
    let mut out: Vec<Member> = Vec::new();
    let mut open: Option<(Family, char, u32)> = None;
    let mut first: Option<(usize, Marker)> = None;
    for at in places(paragraph, from, lexicon) {
        let Some(marker) = far_marker_of(&paragraph[at..], lexicon)
            .filter(|marker| counts(paragraph, at, *marker))
        else {
            continue;
        };
        let marker = Marker { start: at + marker.start, end: at + marker.end, ..marker };
        match open {
            Some((family, sign, last))
                if marker.family == family && marker.sign == sign && marker.ordinal == last + 1 =>
            {
                if let Some((_, marker)) = first.take() {
                    out.push(Member { marker, end: 0 });
                }
                if let Some(before) = out.last_mut() {
                    before.end = trimmed(paragraph, marker.start);
                }
                out.push(Member { marker, end: 0 });
                open = Some((family, sign, marker.ordinal));
            }
            // Until a second member is seen, a later first one takes over.
            _ if marker.ordinal == 1 && out.is_empty() => {
                first = Some((at, marker));
                open = Some((marker.family, marker.sign, 1));
            }
            _ => {}
        }
    }
    if let Some(last) = out.last_mut() {
        last.end = last_end(paragraph, last.marker.end);
    }
    out
}

/// Finds the first member of a list of that family in a paragraph, whose others have paragraphs of
/// their own: "…, bao gồm: Thứ nhất là …". Gives where its marker begins.
pub(super) fn first_member(paragraph: &str, family: Family, lexicon: &Lexicon) -> Option<usize> {
    places(paragraph, 0, lexicon).filter(|&at| at > 0).find(|&at| {
        marker_of(&paragraph[at..], lexicon).is_some_and(|marker| {
            let opens = marker.family == Family::Opener && family.is_spoken();
            marker.ordinal == 1
                && (marker.family == family || opens)
                && counts(paragraph, at, marker)
        })
    })
}

/// Returns the places where a member may begin: brackets, and words and figures behind a sign that
/// parts members.
fn places<'t>(
    paragraph: &'t str,
    from: usize,
    lexicon: &'t Lexicon,
) -> impl Iterator<Item = usize> + 't {
    let bytes = paragraph.as_bytes();
    (from..bytes.len()).filter_map(move |at| match bytes[at] {
        b'(' => Some(at),
        b':' | b';' | b',' | b'.' => {
            let rest = &paragraph[at + 1..];
            let behind = rest.trim_start_matches(['*', '_']);
            let words = behind.trim_start_matches([' ', '\n', '\u{A0}']);
            let member = words.trim_start_matches(['*', '_']);
            let apart = words.len() < behind.len();
            (apart && lexicon.markers.may_begin_inline(member))
                .then(|| paragraph.len() - words.len())
        }
        _ => None,
    })
}

/// Tells whether a marker of that family counts inside a paragraph.
fn counts(paragraph: &str, at: usize, marker: Marker) -> bool {
    let before = paragraph[..at + marker.start].trim_end_matches([' ', '\n', '*', '_', '“', '"']);
    let parted = before.ends_with([':', ';', ',', '.']);
    match marker.family {
        // "(1)" behind a word is a reference: "theo Điều 5 (1)"; and a note is a lone "(1)".
        Family::Bracketed | Family::SmallRoman => {
            marker.sign == '(' || before.ends_with([':', ';'])
        }
        Family::Spoken => parted,
        // "thứ hai, ngày": marker_of has refused weekdays.
        Family::Ordinal | Family::Opener => parted,
        // "1- …", "1) …", "a) …" are too near to prose without a sign before them.
        Family::Arabic | Family::Letter => before.ends_with([':', ';']) && marker.sign != '.',
        _ => false,
    }
}

/// Returns where words end that end before `at`.
fn trimmed(paragraph: &str, at: usize) -> usize {
    paragraph[..at].trim_end_matches([' ', '\n', '*', '_', '\u{A0}', '“', '"']).len()
}

/// Returns the end of the sentence that the last member is.
fn last_end(paragraph: &str, from: usize) -> usize {
    let rest = &paragraph[from..];
    let stops = rest.match_indices(['.', '!', '?']).map(|(at, _)| at + 1);
    let ends = |at: &usize| {
        let after = rest[*at..].trim_start_matches(['*', '_', '”', '"', ')']);
        let blank = after.starts_with(char::is_whitespace);
        let capital = after
            .trim_start()
            .trim_start_matches(['*', '_', '“', '"', '('])
            .starts_with(char::is_uppercase);
        after.is_empty() || (blank && capital)
    };
    let end = stops.into_iter().find(ends).unwrap_or(rest.len());
    from + end
}

/// Returns the range of a member in the text, of a paragraph that begins at `base`.
pub(super) fn range(member: &Member, base: usize) -> TextRange {
    TextRange::new(base + member.marker.start, base + member.end.max(member.marker.end))
}

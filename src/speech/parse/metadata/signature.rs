//! Signatures: a name alone on a line near the end, with the office above or below it.

use super::name::{self, Called};
use super::office;
use super::stated_office::Office;
use super::stream::{TokenGap, WordStream, Zone};
use crate::speech::parse::lexicon::Speaker;
use std::ops::Range;

/// How many lines above a name its office and the words before it may stand.
const ABOVE: usize = 5;

/// For whom somebody signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SignatureKind {
    /// For themselves, or at the head of those on whose behalf they sign.
    Own,
    /// In the place or by order of another one: KT., TL., TUQ.
    ForAnother,
}

/// A signature.
#[derive(Clone, Debug)]
pub(super) struct Signature {
    pub name: Range<usize>,
    pub office: Option<Office>,
    pub form: SignatureKind,
}

/// Finds the signatures of a text.
pub(super) fn find(stream: &WordStream, words: &Speaker) -> Vec<Signature> {
    let ending = (0..stream.lines.len()).filter(|&at| stream.lines[at].zone == Zone::Ending);
    ending.filter_map(|line| signature(stream, line, words)).collect()
}

fn signature(stream: &WordStream, line: usize, words: &Speaker) -> Option<Signature> {
    let range = stream.of_line(line);
    let name = signed_name(stream, range.clone(), words)?;
    let first = line.saturating_sub(ABOVE);
    let mut form = SignatureKind::Own;
    let mut office = None;
    let mut council = None;
    let mut above = line;
    let on_line = (range.start < name.start).then_some(range.start..name.start);
    let mut rows: Vec<Range<usize>> = on_line.into_iter().collect();
    while above > first {
        above -= 1;
        if stream.lines[above].zone != Zone::Ending {
            break;
        }
        let row = behind_year(stream, stream.of_line(above));
        if row.is_empty() {
            continue;
        }
        if !row.clone().any(|at| stream.is_loud(at) || stream.phrase(at, &words.signed).is_some())
            && office::head(stream, row.start, words).is_none()
        {
            break;
        }
        rows.push(row);
    }
    for row in rows {
        let stands_in = row.clone().take(2).any(|at| stream.phrase(at, &words.stands_in).is_some());
        if stands_in {
            form = SignatureKind::ForAnother;
        }
        council = council.or_else(|| council_in(stream, row.clone(), words));
        if office.is_none() {
            office = row.clone().take(6).find_map(|at| {
                let end = office::chain(stream, at, words)?.min(row.end);
                Some(at..end)
            });
        }
    }
    let behind = office::behind(stream, name.end, words)
        .filter(|_| stream.gap(name.end - 1) != TokenGap::Space);
    let office = match (office, behind) {
        (Some(above), Some(behind)) if behind.len() <= above.len() => Some(above),
        (above, behind) => behind.or(above),
    };
    // "TM. ỦY BAN NHÂN DÂN TỈNH" / "CHỦ TỊCH".
    let office = office.map(|own: Range<usize>| {
        let alone = office::head(stream, own.start, words) == Some(own.len());
        Office { of: council.filter(|_| alone), words: own }
    });
    let plain = office.is_some() || form == SignatureKind::ForAnother || is_last(stream, line);
    plain.then_some(Signature { name, office, form })
}

/// Returns what of a line stands behind its day: "Hà Lâm, ngày 2 tháng 3 năm 2025 Giám đốc Sở".
fn behind_year(stream: &WordStream, line: Range<usize>) -> Range<usize> {
    let is_year = |at: &usize| {
        let word = stream.word(*at);
        word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let year = line.clone().rev().find(is_year).filter(|&year| year + 1 < line.end);
    year.map_or(line.start, |year| year + 1)..line.end
}

/// Finds the council in whose name its chair signs.
fn council_in(stream: &WordStream, row: Range<usize>, words: &Speaker) -> Option<Range<usize>> {
    let start = row.start + stream.phrase(row.start, &words.on_behalf)?;
    let body = (start < row.end).then(|| stream.phrase(start, &words.bodies)).flatten()?;
    let end = (start..row.end).find(|&at| stream.gap(at) != TokenGap::Space)? + 1;
    // Of which level it is must be said.
    (end - start > body).then_some(start..end)
}

/// Returns the name that a line is, or that it ends with behind an office in capitals.
fn signed_name(stream: &WordStream, line: Range<usize>, words: &Speaker) -> Option<Range<usize>> {
    let mut at = line.start;
    while let Some(count) =
        stream.phrase(at, &words.ranks).or_else(|| stream.phrase(at, &words.signed))
    {
        at += count;
    }
    if at >= line.end {
        return None;
    }
    let whole = |at: usize| {
        let end = name::name_at(stream, at, Called::So, words)?;
        (end == line.end).then_some(at..end)
    };
    whole(at).filter(|_| line.len() <= 8).or_else(|| {
        let small = line.clone().find(|&at| !stream.is_loud(at))?;
        let loud = small > line.start && small < line.end && line.len() <= 24;
        loud.then(|| whole(small)).flatten()
    })
}

/// Tells whether hardly anything follows a line.
fn is_last(stream: &WordStream, line: usize) -> bool {
    line + 2 >= stream.lines.len() && !stream.is_loud(stream.of_line(line).start)
}

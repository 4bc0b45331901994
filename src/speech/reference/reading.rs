//! Parts that a paragraph names: "khoản 2 Điều 5" → units and numbers, and whose parts they are.

use super::vocabulary::{ReferenceWords, Unit};
use super::word::ReferenceWord;
use crate::text::TextRange;

/// A part of a text that is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NamedPart {
    /// The words that name it.
    pub range: TextRange,
    /// Units and numbers, as in the text.
    pub steps: Vec<PartStep>,
}

impl NamedPart {
    /// Tells whether it is named by "này" alone.
    pub(super) fn is_this(&self) -> bool {
        matches!(self.steps.as_slice(), [PartStep { number: PartNumber::This, .. }])
    }
}

/// A unit and its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PartStep {
    pub unit: Unit,
    pub number: PartNumber,
}

/// A number of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum PartNumber {
    /// As it is written, in small letters: "5", "ii.3", "b".
    Written(String),
    /// An ordinal: "thứ hai".
    Ordinal(usize),
    /// The one that the words stand in: "Điều này".
    This,
    /// There is but one: "Phụ lục".
    Only,
}

/// A part, before it is known whose it is.
struct ReferenceBegun {
    part: NamedPart,
    /// The word behind it.
    behind: usize,
    /// Whether "và" or a comma alone leads on to the next.
    joins: bool,
}

/// How many words before a bracket tell whose parts are named in it.
const BEFORE_BRACKET: usize = 14;

/// Returns the parts of the text itself that a paragraph names, in its order.
pub(super) fn parts(text: &str, paragraph: TextRange, of: &ReferenceWords) -> Vec<NamedPart> {
    let words = ReferenceWord::all(text, paragraph);
    let mut begun: Vec<ReferenceBegun> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match steps(&words, at, of).filter(|_| !of.is_compound(&words[..=at])) {
            Some((several, behind)) => {
                let joins = words.get(behind).is_some_and(|word| {
                    word.is_behind_comma() && of.unit(&words[behind..]).is_some()
                        || word.is_behind_blank() && of.is_joint(word)
                });
                let count = several.len();
                begun.extend(several.into_iter().enumerate().map(|(index, part)| ReferenceBegun {
                    part,
                    behind,
                    joins: joins || index + 1 < count,
                }));
                at = behind;
            }
            None => at += 1,
        }
    }
    share_outer(&mut begun);
    let mut foreign = false;
    let mut out = Vec::new();
    for one in begun.into_iter().rev() {
        foreign = is_foreign(&words, &one, of) || foreign && one.joins;
        if !foreign {
            out.push(one.part);
        }
    }
    out.reverse();
    out
}

/// Reads units with their numbers from a word on: "điểm b khoản 1 Điều 27"; "khoản 1, 2 Điều 5" is two.
fn steps(
    words: &[ReferenceWord<'_>],
    start: usize,
    of: &ReferenceWords,
) -> Option<(Vec<NamedPart>, usize)> {
    let mut at = start;
    let mut numbers: Vec<(Unit, Vec<(PartNumber, usize)>)> = Vec::new();
    loop {
        let linked = match words.get(at) {
            Some(word) if at > start && of.is_link(word) && word.is_behind_blank() => at + 1,
            _ => at,
        };
        let Some((unit, count)) = of.unit(words.get(linked..)?) else { break };
        let first = &words[linked];
        let goes_on = first.is_behind_blank() || first.is_behind_comma();
        // "khoản 1 Điều 10, khoản 2" is two; "Điều 10, khoản 2" is one.
        let is_new = numbers.iter().all(|(other, _)| *other != unit);
        if at > start && !(goes_on && is_new) {
            break;
        }
        let same_way = |before: Unit| {
            numbers
                .first()
                .is_none_or(|(first, _)| numbers.len() == 1 || (before > *first) == (unit > before))
        };
        if numbers.last().is_some_and(|(before, _)| !same_way(*before)) {
            break;
        }
        let Some((found, behind)) = several_numbers(words, linked + count, unit, of) else { break };
        // "Điều 4, khoản 1 Điều 10" is two: what follows the comma has an outer part of its own.
        let has_outer = of.unit(&words[behind..]).is_some_and(|(next, _)| next < unit)
            && words[behind].is_behind_blank();
        if at > start && first.is_behind_comma() && has_outer {
            break;
        }
        numbers.push((unit, found));
        at = behind;
    }
    let (_, inner) = numbers.first()?;
    let single = inner.len() == 1;
    let end = words[at - 1].range.end;
    let named = |(index, (number, word)): (usize, &(PartNumber, usize))| {
        let from = if index == 0 { words[start].range.start } else { words[*word].range.start };
        let until = if single { end } else { words[*word].range.end };
        let mut steps: Vec<PartStep> =
            vec![PartStep { unit: numbers[0].0, number: number.clone() }];
        steps.extend(
            numbers[1..]
                .iter()
                .map(|(unit, all)| PartStep { unit: *unit, number: all[0].0.clone() }),
        );
        NamedPart { range: TextRange { start: from, end: until }, steps }
    };
    Some((inner.iter().enumerate().map(named).collect(), at))
}

/// Reads a number and those that are joined to it: "1, 2 và 3"; each with the word that it ends with.
fn several_numbers(
    words: &[ReferenceWord<'_>],
    at: usize,
    unit: Unit,
    of: &ReferenceWords,
) -> Option<(Vec<(PartNumber, usize)>, usize)> {
    let (first, mut behind) = number(words, at, unit, of)?;
    let mut out = vec![(first, behind - 1)];
    while matches!(out[0].0, PartNumber::Written(_)) {
        let Some(word) = words.get(behind) else { break };
        let next = match word {
            word if word.is_behind_comma() => behind,
            word if word.is_behind_blank() && of.is_joint(word) => behind + 1,
            _ => break,
        };
        let Some(word) = words.get(next) else { break };
        let blank = next == behind || word.is_behind_blank();
        // "Điều 5, 6 và 7"; "khoản 2, 15 tỉnh" counts something else.
        let last = words.get(next + 1);
        let is_last = last.is_none_or(|after| {
            !after.is_behind_blank()
                || of.is_joint(after)
                || of.is_link(after)
                || of.unit(&words[next + 1..]).is_some()
                || of.document(&words[next + 1..]).is_some()
        });
        let Some(written) = written(word, unit, of).filter(|_| blank && is_last) else { break };
        out.push((PartNumber::Written(written), next));
        behind = next + 1;
    }
    Some((out, behind))
}

fn number(
    words: &[ReferenceWord<'_>],
    at: usize,
    unit: Unit,
    of: &ReferenceWords,
) -> Option<(PartNumber, usize)> {
    let only = ReferenceWords::is_annex(unit).then_some((PartNumber::Only, at));
    let Some(word) = words.get(at).filter(|word| word.is_behind_blank()) else { return only };
    if of.is_this(word) {
        return Some((PartNumber::This, at + 1));
    }
    if let Some((number, count)) = of.ordinal(&words[at..]) {
        return Some((PartNumber::Ordinal(number), at + count));
    }
    // "khoản 2 tỷ đồng", "phần 3%": figures that count something.
    let counts = words.get(at + 1).is_some_and(|next| {
        next.is_behind_blank() && of.is_counted(next) || next.gap.starts_with('%')
    });
    match written(word, unit, of) {
        Some(number) if !counts => Some((PartNumber::Written(number), at + 1)),
        Some(_) | None => only,
    }
}

/// Reads a number as it is written: "5", "5a", "II", "II.3", "b", "1.2.3"; nothing where a word or a figure of another kind stands.
fn written(word: &ReferenceWord<'_>, unit: Unit, of: &ReferenceWords) -> Option<String> {
    let text = word.text.replace('-', ".");
    let steps: Vec<&str> = text.split('.').collect();
    let is_roman =
        |step: &str| step.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L')) && step.len() <= 6;
    let is_figure = |step: &str| {
        let letters = step.trim_start_matches(|c: char| c.is_ascii_digit());
        step.len() <= 4
            && step.len() > letters.len()
            && letters.chars().count() <= 1
            && letters.chars().all(char::is_lowercase)
    };
    let is_letter = |step: &str| {
        let mut letters = step.chars();
        let is_one = |c: char| c.is_ascii_alphabetic() || matches!(c, 'đ' | 'Đ');
        letters.next().is_some_and(is_one) && letters.next().is_none()
    };
    let is_step = |step: &&str| is_roman(step) || is_figure(step) || is_letter(step);
    let whole = steps.len() <= 4 && steps.iter().all(is_step);
    // "điểm a" is a part; "phần a" and "mục A" may be, "khoản a" is none.
    let alone =
        !(steps.len() == 1 && is_letter(steps[0]) && of.is_named(unit) && !is_roman(steps[0]));
    (whole && alone).then(|| crate::text::lowercase(&text))
}

/// Gives a part without an outer one that of the next, where they are joined: "khoản 1 và khoản 2 Điều 5".
fn share_outer(begun: &mut [ReferenceBegun]) {
    for index in (0..begun.len().saturating_sub(1)).rev() {
        let (one, next) = begun.split_at_mut(index + 1);
        let (one, next) = (&mut one[index], &next[0].part.steps);
        let same =
            one.part.steps.len() == 1 && next.len() > 1 && one.part.steps[0].unit == next[0].unit;
        if one.joins && same {
            one.part.steps.extend(next[1..].iter().cloned());
        }
    }
}

/// Tells whether a part is another document's: one that is named behind it, before the bracket that it stands in, or that
/// is being changed.
fn is_foreign(words: &[ReferenceWord<'_>], one: &ReferenceBegun, of: &ReferenceWords) -> bool {
    let first = words.partition_point(|word| word.range.start < one.part.range.start);
    if of.changes(&words[..first]) {
        return true;
    }
    let mut behind = one.behind;
    if words.get(behind).is_some_and(|word| of.is_link(word) && word.is_behind_blank()) {
        behind += 1;
    }
    let rest = words.get(behind..).unwrap_or_default();
    let touches = rest.first().is_some_and(|word| word.is_behind_blank() || word.is_behind_comma());
    if touches && let Some(count) = of.document(rest) {
        return !rest.get(count).is_some_and(|word| of.is_this(word));
    }
    let Some(open) =
        (0..=first.min(words.len() - 1)).rev().find(|at| words[*at].gap.contains(['(', ')']))
    else {
        return false;
    };
    if words[open].gap.rfind('(') <= words[open].gap.rfind(')') {
        return false;
    }
    let from = open.saturating_sub(BEFORE_BRACKET);
    (from..open).any(|at| {
        of.document(&words[at..open]).is_some_and(|count| {
            !words[..open].get(at + count).is_some_and(|word| of.is_this(word))
        })
    })
}

//! What a record tells besides who is in charge and by when: with whom, through whom, reporting to whom, on which documents, with which
//! figures.

use super::assignment::CitedDocument;
use super::cues::{
    COMPOUND, Cue, DOCUMENT, MEASURE, NUMBER, NUMBERED, ORDINAL, PAST, RATIO, RECEIVER, REPORT,
    TAIL, THROUGH, TIME_UNIT, VERB, WITH,
};
use super::line::{Gap, Line};
use crate::text::{TextPos, TextRange};
use std::ops::Range;

/// How many words beside a figure may tell what it counts.
const COUNTED_WORDS: usize = 8;
/// How many words may tell what is sent.
const SENT_WORDS: usize = 9;

/// What a record tells, as words of its line.
#[derive(Default)]
pub(super) struct Slots {
    pub partners: Vec<TextRange>,
    pub executors: Vec<TextRange>,
    pub report_to: Vec<TextRange>,
    pub documents: Vec<CitedDocument>,
    pub targets: Vec<TextRange>,
}

/// Reads the words of a record; `work` begins behind those in charge.
pub(super) fn slots(line: &Line<'_>, record: Range<usize>, work: usize) -> Slots {
    let mut out = Slots::default();
    let clause = work.clamp(record.start, record.end)..record.end;
    let mut at = record.start;
    while at < record.end {
        if let Some((document, behind)) = document(line, at, record.end) {
            out.documents.push(document);
            at = behind;
            continue;
        }
        if let Some((target, behind)) = target(line, at, &clause) {
            out.targets.push(target);
            at = behind;
            continue;
        }
        let lists = [
            (WITH, &mut out.partners),
            (REPORT, &mut out.report_to),
            (THROUGH, &mut out.executors),
        ];
        let mut behind = None;
        for (cue, list) in lists {
            let Some(count) = line.cue(at, cue) else { continue };
            // "Ý kiến Sở Nội vụ đã báo cáo UBND tỉnh": somebody did.
            if cue == REPORT && at > record.start && line.cue(at - 1, PAST).is_some() {
                continue;
            }
            let named = named(line, at + count, record.end, cue);
            let Some(end) = named else {
                // "Quá trình phối hợp" sends nothing to anybody.
                let is_compound = at > 0 && line.cue(at - 1, COMPOUND).is_some();
                let sent = (cue == REPORT && !is_compound)
                    .then(|| sent_to(line, at + count, record.end))
                    .flatten();
                if let Some(to) = sent {
                    list.extend(line.each_office(to.clone()));
                    behind = behind.max(Some(to.end));
                    break;
                }
                continue;
            };
            if cue == THROUGH && (at < work || !line.tells(end)) {
                continue;
            }
            list.extend(line.each_office(at + count..end));
            behind = behind.max(Some(end));
            break;
        }
        at = behind.unwrap_or(at + 1);
    }
    out
}

/// Returns whom a report of something goes to: "báo cáo kết quả lên Thủ tướng Chính phủ".
fn sent_to(line: &Line<'_>, from: usize, end: usize) -> Option<Range<usize>> {
    let last = end.min(from + SENT_WORDS);
    let near = (from..last).take_while(|at| line.gap(*at) == Gap::Blank || *at == from);
    for at in near {
        let to = ["lên", "về", "cho", "với", "đến"].iter().any(|word| line.is(at, word));
        if to && let Some(behind) = line.offices(at + 1).filter(|behind| *behind <= end) {
            return Some(at + 1..behind);
        }
    }
    None
}

/// Returns the place behind the offices that are named from a word on.
fn named(line: &Line<'_>, at: usize, end: usize, cue: Cue) -> Option<usize> {
    if line.gap(at) >= Gap::Semicolon {
        return None;
    }
    let receivers =
        (cue == REPORT).then(|| line.cue(at, RECEIVER)).flatten().map(|count| at + count);
    let offices = line.offices(at);
    receivers.max(offices).filter(|behind| *behind <= end)
}

/// Reads a document that is cited: what it is called and its number.
fn document(line: &Line<'_>, at: usize, end: usize) -> Option<(CitedDocument, usize)> {
    let kind = line.cue(at, DOCUMENT);
    let from = at + kind.unwrap_or(0);
    // "Kết luận thanh tra số 153".
    let named = (from..from + 3).find(|at| line.cue(*at, NUMBER).is_some());
    let near = named.filter(|named| (from..*named).all(|at| line.gap(at) == Gap::Blank));
    let number_word =
        near.filter(|_| kind.is_some()).and_then(|at| Some((at, line.cue(at, NUMBER)?)));
    let start = number_word.map_or(from, |(at, count)| at + count);
    let (number, behind) = number(line, start, end)?;
    let is_full = number.contains(['-', '/']);
    (is_full || kind.is_some()).then_some(())?;
    // "kế hoạch 5 năm", "chương trình 135" without a number's form: figures before a word in small letters count something.
    if !is_full && number_word.is_none() && line.cue(at, NUMBERED).is_none() {
        return None;
    }
    if !is_full && number_word.is_none() && line.gap(behind) == Gap::Blank && counts(line, behind) {
        return None;
    }
    let words = line.range(if kind.is_some() { at } else { start }..behind);
    Some((CitedDocument { words, number: Some(number) }, behind))
}

/// Tells whether the word behind figures is what they count: "quyết định 5 năm".
fn counts(line: &Line<'_>, at: usize) -> bool {
    let units = [
        "năm", "tháng", "ngày", "tỷ", "triệu", "nghìn", "người", "cấp", "bước", "nội", "nhóm",
        "việc", "vấn",
    ];
    units.iter().any(|unit| line.is(at, unit))
}

/// Reads a number as documents bear it: "57-NQ/TW", "158/CĐ-TTg", "176/2025/QH15", "201".
fn number(line: &Line<'_>, start: usize, end: usize) -> Option<(String, usize)> {
    let first = line.words(start..(start + 1).min(line.len()));
    first.chars().all(|c| c.is_ascii_digit()).then_some(())?;
    (!first.is_empty() && first.len() <= 5 && start < end).then_some(())?;
    let mut out = first.to_owned();
    let mut at = start + 1;
    while at < end {
        let joint = line.between(at).trim();
        let word = line.words(at..at + 1);
        let is_code = word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
            || word.chars().next().is_some_and(char::is_uppercase)
                && word.chars().count() <= 8
                && word.chars().filter(|c| c.is_uppercase()).count() >= 2;
        // "66.4/2025/NQ-CP".
        let is_part = joint == "." && at == start + 1 && word.len() <= 2 && is_code;
        let joins = is_part
            || matches!(joint, "-" | "/" | "–" | "&" | "- " | " -") && (is_code || word == "Tg");
        if !joins {
            break;
        }
        out.push_str(&joint.replace('–', "-"));
        out.push_str(word);
        at += 1;
    }
    // "15/10/2025" is a day, "1/3" a part.
    let parts = out.split(['/', '-']).filter(|part| part.chars().any(char::is_alphabetic)).count();
    (parts > 0 || at == start + 1).then_some((out, at))
}

/// Reads a figure that is to be reached, with what it counts.
fn target(line: &Line<'_>, at: usize, clause: &Range<usize>) -> Option<(TextRange, usize)> {
    let measure = line.cue(at, MEASURE);
    let from = at + measure.unwrap_or(0);
    let is_figure = |at: usize| {
        line.words(at..(at + 1).min(line.len())).starts_with(|c: char| c.is_ascii_digit())
    };
    (from < clause.end && is_figure(from)).then_some(())?;
    let mut behind = from + 1;
    while behind < clause.end
        && is_figure(behind)
        && matches!(line.between(behind), "." | "," | "/" | "-")
    {
        behind += 1;
    }
    let unit = counted_behind(line, behind, clause.end);
    // "Thôn nào dưới 80% thì báo": a condition.
    let is_condition = (behind..=unit).any(|at| line.is(at, "thì") && line.gap(at) == Gap::Blank);
    if is_condition {
        return None;
    }
    if !line.between(behind).trim_start().starts_with('%') {
        // A day, a document and a part of a law are none.
        let is_time = line.cue(behind, TIME_UNIT).is_some() || line.cue(at, TIME_UNIT).is_some();
        let counts = (measure.is_some() || is_count(line, at, behind)) && unit > behind && !is_time;
        return counts.then(|| (line.range(at..unit), unit));
    }
    let ratio = (clause.start..at)
        .rev()
        .take_while(|before| {
            line.gap(*before + 1) <= Gap::Comma && !line.between(*before + 1).contains('%')
        })
        .find(|before| line.cue(*before, RATIO).is_some());
    let (start, last) = match ratio {
        Some(start) => (start, behind),
        None if unit > behind => (at, unit),
        None => (counted_before(line, at, clause.start), behind),
    };
    let mut words = line.range(start..last);
    if last == behind {
        let sign = line.between(behind).find('%').map_or(0, |at| at + 1);
        words.end = TextPos::new(words.end.get() + sign);
    }
    Some((words, last.max(behind)))
}

/// Returns where the words end behind a figure that tell what it counts.
fn counted_behind(line: &Line<'_>, behind: usize, end: usize) -> usize {
    let orders = |at: usize| line.cue(at, VERB).is_some_and(|count| count > 1);
    let stops = |at: usize| line.cue(at, TAIL).is_some() && !line.is(at, "số") || orders(at);
    (behind..end.min(behind + COUNTED_WORDS))
        .take_while(|at| line.gap(*at) == Gap::Blank && !stops(*at))
        .last()
        .map_or(behind, |last| last + 1)
}

/// Returns where the words begin in front of a percentage that tell what it is of: "tăng trưởng cả nước trên 8%".
fn counted_before(line: &Line<'_>, at: usize, start: usize) -> usize {
    (start.max(at.saturating_sub(COUNTED_WORDS))..=at)
        .rev()
        .take_while(|from| {
            *from == at || line.gap(*from + 1) == Gap::Blank && !line.is_behind(*from + 1, VERB)
        })
        .last()
        .unwrap_or(at)
}

/// Tells whether a figure without a measure counts things: "600 công nhân", not "Điều 60", "khóa 12" or the few of "02 cấp".
fn is_count(line: &Line<'_>, at: usize, behind: usize) -> bool {
    let figure = line.words(at..behind);
    let is_large = figure.len() > 1 && !figure.starts_with('0');
    let is_plain = figure.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    let is_named = at > 0
        && (line.gap(at) != Gap::Blank || line.is_behind(at, ORDINAL) || line.is_capital(at - 1));
    is_large && is_plain && !is_named && !line.is_capital(behind) && line.between(behind) == " "
}

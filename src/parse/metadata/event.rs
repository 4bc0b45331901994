//! The occasion of a speech: what people met for, with its head noun as in the text.

use super::office;
use super::stream::{Gap, Stream, Zone};
use super::weigh::{Weights, signs};
use crate::parse::lexicon::{Event, Speaker};
use std::ops::Range;

/// The most words of an occasion.
const LONGEST: usize = 44;
/// How many lines of the speech are searched.
const LINES: usize = 4;

/// What a mention of a meeting tells of whether the speech was given at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sign {
    Title,
    Head,
    Caption,
    Opening,
    /// In the first paragraph of the speech.
    First,
    /// Behind "tại", "dự", "khai mạc" or another word that leads to an occasion.
    Led,
    /// Right behind what was said: "kết luận hội nghị".
    Said,
    /// In the sentence that a day begins.
    Dated,
    /// The noun alone.
    Bare,
    /// Two or three words.
    Short,
    /// Six words at least.
    Long,
    /// Behind "nghị quyết", "theo", "chuẩn bị": another meeting.
    Other,
    /// A noun that is as often a verb: "họp", "đối thoại".
    Weak,
    /// Its beginning comes again.
    Twice,
    /// Another one is a part of it.
    Fuller,
    Earliest,
}

signs!(Sign {
    Title = "title",
    Head = "head",
    Caption = "caption",
    Opening = "opening",
    First = "first",
    Led = "led",
    Said = "said",
    Dated = "dated",
    Bare = "bare",
    Short = "short",
    Long = "long",
    Other = "other",
    Weak = "weak",
    Twice = "twice",
    Fuller = "fuller",
    Earliest = "earliest",
});

/// A meeting that a text names.
#[derive(Debug)]
pub(super) struct Candidate {
    pub words: Range<usize>,
    pub signs: Vec<Sign>,
}

/// The words that occasions are read by.
#[derive(Clone, Copy)]
pub(super) struct Words<'w> {
    pub event: &'w Event,
    pub speaker: &'w Speaker,
}

/// Gathers the candidates of a text.
pub(super) fn candidates(
    stream: &Stream,
    days: &[Range<usize>],
    words: Words<'_>,
) -> Vec<Candidate> {
    let first = stream.lines.iter().position(|line| line.zone == Zone::Opening);
    let mut all: Vec<Candidate> = Vec::new();
    let mut at = 0;
    while at < stream.len() {
        let line = stream.tokens[at].line;
        let far = first.is_some_and(|first| line >= first + LINES);
        let asked =
            matches!(stream.zone(at), Zone::Title | Zone::Head | Zone::Caption | Zone::Opening);
        let noun = (asked && !far).then(|| stream.phrase(at, &words.event.occasions)).flatten();
        let Some(noun) = noun else {
            at += 1;
            continue;
        };
        let end = end_of(stream, at, noun, days, words);
        let mut signs = signs_of(stream, at..end, noun, words);
        if first == Some(line) {
            signs.push(Sign::First);
        }
        let sentence = stream.sentence_start(at)..at;
        if days.iter().any(|day| sentence.contains(&day.start)) {
            signs.push(Sign::Dated);
        }
        all.push(Candidate { words: at..end, signs });
        at = end.max(at + 1);
    }
    for index in 0..all.len() {
        let own = &all[index].words;
        let begin = stream.lower(own.start..own.end.min(own.start + 4)).to_owned();
        let again = all.iter().enumerate().any(|(other, candidate)| {
            other != index && stream.lower(candidate.words.clone()).starts_with(&begin)
        });
        let fuller = all.iter().any(|candidate| {
            let other = stream.lower(candidate.words.clone());
            candidate.words.len() >= 3
                && own.len() > candidate.words.len()
                && stream.lower(own.clone()).contains(other)
        });
        if again && own.len() >= 3 {
            all[index].signs.push(Sign::Twice);
        }
        if fuller {
            all[index].signs.push(Sign::Fuller);
        }
    }
    if let Some(first) = all.first_mut() {
        first.signs.push(Sign::Earliest);
    }
    all
}

fn signs_of(stream: &Stream, name: Range<usize>, noun: usize, words: Words<'_>) -> Vec<Sign> {
    let at = name.start;
    let mut signs = vec![match stream.zone(at) {
        Zone::Title => Sign::Title,
        Zone::Caption => Sign::Caption,
        Zone::Opening => Sign::Opening,
        _ => Sign::Head,
    }];
    let mut add = |sign: Sign, holds: bool| {
        if holds {
            signs.push(sign);
        }
    };
    let led = stream.phrase_before(at, &words.event.before).is_some();
    let others =
        (at.saturating_sub(4)..at).any(|index| stream.phrase(index, &words.event.others).is_some());
    add(Sign::Led, led);
    add(Sign::Said, stream.phrase_before(at, &words.speaker.speeches).is_some());
    add(Sign::Other, others && !led);
    add(Sign::Bare, name.len() <= noun);
    add(Sign::Short, name.len() > noun && name.len() <= noun + 1);
    add(Sign::Long, name.len() >= 6);
    add(Sign::Weak, stream.phrase(at, &words.event.weak).is_some());
    signs
}

/// Gives where the name of an occasion ends.
fn end_of(
    stream: &Stream,
    at: usize,
    noun: usize,
    days: &[Range<usize>],
    words: Words<'_>,
) -> usize {
    let title = stream.zone(at) == Zone::Title;
    // "buổi làm việc với …": with whom is part of the name.
    let with = (at..at + noun + 3)
        .any(|index| index < stream.len() && stream.phrase(index, &words.event.with).is_some());
    let mut met = false;
    let mut end = at + noun;
    while end < stream.len() && end - at < LONGEST {
        let gap = stream.gap(end - 1);
        let goes_on = match gap {
            Gap::Space | Gap::Quote => true,
            Gap::Line => title || !stream.is_capital(end),
            Gap::Dash => dash_goes_on(stream, end, words),
            Gap::Comma => comma_goes_on(stream, end, title, words),
            _ => false,
        };
        let labelled = !title_label(stream, end) && stream.is_label(end);
        if !goes_on || labelled || days.iter().any(|day| day.start == end) {
            break;
        }
        let word = stream.word(end);
        // Between quotation marks a name has whatever words it has.
        let quoted = within_quotes(stream, at..end);
        if quoted {
            end += 1;
            continue;
        }
        let person = stream.word(end.saturating_add(1).min(stream.len() - 1)) == "sự";
        if matches!(word, "với" | "voi" | "with") && !person {
            if !with || met {
                break;
            }
            met = true;
        } else if with && met && matches!(word, "về" | "ve") || ends(stream, end, title, words) {
            break;
        }
        end += 1;
    }
    while end > at + noun && words.event.hanging.holds(stream.word(end - 1)) {
        end -= 1;
    }
    end
}

/// "Hội nghị Công tác năm 2024: …": a colon that ends the name itself.
fn title_label(stream: &Stream, at: usize) -> bool {
    stream.gap(at) == Gap::Colon
}

/// Tells whether a quotation mark opened among these words is still open behind them.
fn within_quotes(stream: &Stream, words: Range<usize>) -> bool {
    let said = stream.said(words.start..words.end + 1);
    let last = stream.text(words.end);
    let before = &said[..said.len() - last.len()];
    before.matches('"').count() % 2 == 1
        || before.matches('“').count() > before.matches('”').count()
}

/// Tells whether a name is over before a word.
fn ends(stream: &Stream, at: usize, title: bool, words: Words<'_>) -> bool {
    if stream.phrase(at, &words.event.ends).is_some() {
        return true;
    }
    // "của Chủ tịch …", "do đồng chí …": whose speech it was.
    let next = at + 1;
    let owned = matches!(stream.word(at), "của" | "cua" | "do" | "by" | "of")
        && next < stream.len()
        && (stream.phrase(next, &words.speaker.honorifics).is_some()
            || office::head(stream, next, words.speaker).is_some());
    // "sáng ngày", "chiều 5/3".
    let hour = stream.phrase(at, &words.event.day_parts).is_some()
        && next < stream.len()
        && (stream.text(next).starts_with(|c: char| c.is_ascii_digit())
            || stream.phrase(next, &words.event.day_parts).is_some());
    let place = matches!(stream.word(at), "tại" | "tai" | "ở" | "in" | "at")
        && next < stream.len()
        && (stream.is_capital(next) && !stream.is_loud(next)
            || stream.phrase(next, &words.event.venues).is_some()
            || stream.phrase(next, &words.speaker.areas).is_some());
    let person = !title && stream.phrase(at, &words.speaker.honorifics).is_some();
    owned || hour || place || person
}

/// "giai đoạn 2020 - 2025", "kinh tế - xã hội"; a person or a capital begins something else.
fn dash_goes_on(stream: &Stream, at: usize, words: Words<'_>) -> bool {
    let figures = |index: usize| stream.text(index).starts_with(|c: char| c.is_ascii_digit());
    figures(at) && figures(at - 1)
        || !stream.is_capital(at) && stream.phrase(at, &words.event.occasions).is_none()
        || stream.is_loud(at) && stream.is_loud(at - 1)
}

/// A comma ends a name where a clause or a person begins behind it.
fn comma_goes_on(stream: &Stream, at: usize, title: bool, words: Words<'_>) -> bool {
    let whom = stream.phrase(at, &words.event.clauses).unwrap_or(0);
    if stream.phrase(at, &words.event.goes_on).is_some_and(|count| count >= whom) {
        return true;
    }
    let person = stream.phrase(at, &words.speaker.honorifics).is_some()
        || office::head(stream, at, words.speaker).is_some() && stream.is_capital(at)
        || stream.phrase(at, &words.event.day_parts).is_some()
        || stream.phrase(at, &words.event.occasions).is_some();
    if person {
        return false;
    }
    if title {
        return true;
    }
    // "nông, lâm nghiệp", "phòng, chống tham nhũng, tiêu cực": a list of small words.
    !stream.is_capital(at)
        && stream.phrase(at, &words.speaker.stops).is_none()
        && stream.phrase(at, &words.event.clauses).is_none()
}

/// Chooses the occasion.
pub(super) fn choose(candidates: &[Candidate], weights: &Weights) -> Option<usize> {
    let signs: Vec<Vec<Sign>> =
        candidates.iter().map(|candidate| candidate.signs.clone()).collect();
    weights.best(&signs)
}

/// Writes an occasion as it stands, with the quotation mark that closes it.
pub(super) fn said(stream: &Stream, words: Range<usize>) -> String {
    let mut name = stream.said(words).replace(", ,", ",");
    for (open, close) in [('“', '”'), ('"', '"'), ('«', '»')] {
        let opened = name.matches(open).count();
        let closed = if open == close { opened / 2 * 2 } else { name.matches(close).count() };
        let open_one = if open == close { opened % 2 == 1 } else { opened > closed };
        if open_one {
            name.push(close);
        }
    }
    let mut chars = name.chars();
    let first: String = chars.next().into_iter().flat_map(char::to_uppercase).collect();
    first + chars.as_str()
}

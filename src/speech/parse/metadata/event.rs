//! The occasion of a speech: what people met for, with its head noun as in the text.

use super::extent;
use super::fact_words::FactWords;
use super::stream::{TokenGap, WordStream, Zone};
use super::weigh::signs;
use std::ops::Range;

/// How many lines of the speech are searched.
const LINES: usize = 4;
/// The most words of an English name up to its noun: "the Third Annual Delta Resilience Forum".
const ENGLISH: usize = 12;

/// What a mention of a meeting tells of whether the speech was given at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum EventSign {
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
    /// Led to in a sentence that has told of a speech: "phát biểu của … tại …".
    Spoken,
    /// Behind a label: "Dịp: …".
    Label,
    /// What somebody did, behind their name: "… đã kiểm tra hiện trường".
    Act,
    /// A day or month that a title honours: "Nhân Ngày …".
    Honoured,
    /// A line of its own.
    Lone,
    /// In the sentence that a day begins.
    Dated,
    /// A noun that says nothing alone: "cuộc họp".
    Bare,
    /// Two or three words.
    Short,
    /// Six words at least.
    Long,
    /// Behind "nghị quyết", "theo", "chuẩn bị": another meeting.
    Other,
    /// What the paper with this title plans or orders.
    Planned,
    /// A noun that is as often a verb: "họp", "đối thoại".
    Weak,
    /// Its beginning comes again.
    Twice,
    /// Another one is a part of it.
    Fuller,
    /// The title has one that begins the same.
    Echo,
    Earliest,
}

signs!(EventSign {
    Title = "title",
    Head = "head",
    Caption = "caption",
    Opening = "opening",
    First = "first",
    Led = "led",
    Said = "said",
    Spoken = "spoken",
    Label = "label",
    Act = "act",
    Honoured = "honoured",
    Lone = "lone",
    Dated = "dated",
    Bare = "bare",
    Short = "short",
    Long = "long",
    Other = "other",
    Planned = "planned",
    Weak = "weak",
    Twice = "twice",
    Fuller = "fuller",
    Echo = "echo",
    Earliest = "earliest",
});

/// A meeting that a text names.
#[derive(Debug)]
pub(super) struct EventCandidate {
    pub words: Range<usize>,
    pub signs: Vec<EventSign>,
}

/// What else was found in the text.
#[derive(Clone, Copy)]
pub(super) struct EventContext<'k> {
    pub days: &'k [Range<usize>],
    /// Persons and offices that are said to speak, with all their words.
    pub persons: &'k [Range<usize>],
    pub title: Titled,
}

/// What the title of a text says that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Titled {
    /// A plan, an order or a rule: what it names is to come.
    Plan,
    Other,
}

/// How the words of an occasion are told from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum EventCue {
    Noun,
    Label,
    Act,
    Honoured,
}

/// Where the name of an occasion begins.
struct Begun {
    start: usize,
    /// How many words its noun has, with those before it.
    noun: usize,
    how: EventCue,
}

/// Gathers the candidates of a text.
pub(super) fn candidates(
    stream: &WordStream,
    known: EventContext<'_>,
    words: FactWords<'_>,
) -> Vec<EventCandidate> {
    let first = stream.lines.iter().position(|line| line.zone == Zone::Opening);
    let mut all: Vec<EventCandidate> = Vec::new();
    let mut at = 0;
    while at < stream.len() {
        let line = stream.tokens[at].line;
        let far = first.is_some_and(|first| line >= first + LINES);
        let asked =
            matches!(stream.zone(at), Zone::Title | Zone::Head | Zone::Caption | Zone::Opening);
        // The first words of an item may be a label of the head: "- Dịp: …".
        let item = stream.is_item(line) && at != stream.of_line(line).start;
        let begun = (asked && !far && !item).then(|| begun_at(stream, at, known, words)).flatten();
        let Some(begun) = begun else {
            at += 1;
            continue;
        };
        let end = extent::end_of(stream, begun.start..begun.start + begun.noun, known.days, words);
        let mut signs = signs_of(stream, &begun, end, (known.days, words));
        let zone = stream.zone(begun.start);
        if first == Some(line) {
            signs.push(EventSign::First);
        }
        let sentence = stream.sentence_start(begun.start)..begun.start;
        if known.days.iter().any(|day| sentence.contains(&day.start)) {
            signs.push(EventSign::Dated);
        }
        let at_it = stream.phrase_before(begun.start, &words.event.at).is_some();
        let head = matches!(zone, Zone::Title | Zone::Head);
        if known.title == Titled::Plan && head && !at_it {
            signs.push(EventSign::Planned);
        }
        all.push(EventCandidate { words: begun.start..end, signs });
        at = end.max(at + 1);
    }
    compare(stream, &mut all);
    all
}

/// Compares the candidates with each other.
fn compare(stream: &WordStream, all: &mut [EventCandidate]) {
    let titles: Vec<String> = all
        .iter()
        .filter(|candidate| {
            candidate.signs.contains(&EventSign::Title) && candidate.words.len() >= 3
        })
        .map(|candidate| begins(stream, &candidate.words, 2))
        .collect();
    for index in 0..all.len() {
        let own = &all[index].words;
        let begin = begins(stream, own, 4);
        let again = all.iter().enumerate().any(|(other, candidate)| {
            other != index && stream.lower(candidate.words.clone()).starts_with(&begin)
        });
        let fuller = all.iter().any(|candidate| {
            let other = stream.lower(candidate.words.clone());
            candidate.words.len() >= 3
                && own.len() > candidate.words.len()
                && stream.lower(own.clone()).contains(other)
        });
        let echo = !all[index].signs.contains(&EventSign::Title)
            && titles.contains(&begins(stream, own, 2));
        let long = own.len() >= 3;
        let signs = &mut all[index].signs;
        signs.extend((again && long).then_some(EventSign::Twice));
        signs.extend(fuller.then_some(EventSign::Fuller));
        signs.extend(echo.then_some(EventSign::Echo));
    }
    if let Some(first) = all.first_mut() {
        first.signs.push(EventSign::Earliest);
    }
}

fn begins(stream: &WordStream, words: &Range<usize>, most: usize) -> String {
    stream.lower(words.start..words.end.min(words.start + most)).to_owned()
}

/// Tells whether the name of an occasion begins at a word.
fn begun_at(
    stream: &WordStream,
    at: usize,
    known: EventContext<'_>,
    words: FactWords<'_>,
) -> Option<Begun> {
    let event = words.event;
    if let Some(count) = stream.phrase(at, &event.occasion_labels) {
        let start = at + count;
        let is_label = start < stream.len() && stream.gap(start - 1) == TokenGap::Colon;
        if is_label {
            return Some(Begun { start, noun: 1, how: EventCue::Label });
        }
    }
    if stream.is_english() {
        let noun = english_noun(stream, at, words)?;
        return Some(Begun { start: at, noun, how: EventCue::Noun });
    }
    if let Some(noun) = stream.phrase(at, &event.occasions) {
        // Without its mark one syllable is too many other words.
        let unsure =
            stream.is_unmarked() && noun == 1 && stream.phrase_before(at, &event.before).is_none();
        // "phòng họp", "nhà họp".
        let compound = at > 0
            && stream.phrase(at - 1, &words.speaker.compounds).is_some_and(|count| count > 1);
        let act = stream.phrase(at, &event.weak).is_some() && is_done(stream, at, known, words);
        let how = if act { EventCue::Act } else { EventCue::Noun };
        return (!unsure && !compound).then_some(Begun { start: at, noun, how });
    }
    if let Some(noun) = stream.phrase(at, &event.honoured) {
        let honoured = stream.zone(at) == Zone::Title
            && stream.is_capital(at)
            && stream.phrase_before(at, &event.celebrates).is_some();
        if honoured {
            return Some(Begun { start: at, noun, how: EventCue::Honoured });
        }
    }
    let noun = stream.phrase(at, &event.acts)?;
    let done = stream.phrase_before(at, &words.speaker.speeches).is_some()
        || is_done(stream, at, known, words);
    done.then_some(Begun { start: at, noun, how: EventCue::Act })
}

/// Tells whether somebody is said to do what begins at a word.
fn is_done(stream: &WordStream, at: usize, known: EventContext<'_>, words: FactWords<'_>) -> bool {
    known.persons.iter().any(|person| follows(stream, person.end, at, words))
}

/// Tells whether what somebody does follows their name, perhaps behind "đã" or "đến".
fn follows(stream: &WordStream, person: usize, at: usize, words: FactWords<'_>) -> bool {
    if person == 0 || person > at || stream.gap(person - 1) > TokenGap::Comma {
        return false;
    }
    person == at
        || stream.phrase(person, &words.event.act_leads).is_some_and(|count| person + count == at)
}

/// "at the Third Delta Resilience Forum", a line "The Conference on Coastal Heritage": tells whether an
/// English name begins at a word, and how many words it has up to its noun. In a title no noun is needed
/// behind "at the".
fn english_noun(stream: &WordStream, at: usize, words: FactWords<'_>) -> Option<usize> {
    let article = stream.holds(at, &words.speaker.articles);
    let led = stream.phrase_before(at, &words.event.before).is_some();
    let head = matches!(stream.zone(at), Zone::Head | Zone::Title);
    let begins = head && stream.gap_before(at) >= TokenGap::Line;
    if !(led || begins) || !(article || stream.is_capital(at)) {
        return None;
    }
    let mut next = at;
    while next < stream.len() && next - at < ENGLISH {
        if let Some(count) = stream.phrase(next, &words.event.occasions) {
            return Some(next + count - at);
        }
        let parted = next > at && stream.phrase(next, &words.event.before).is_some();
        if parted || !matches!(stream.gap(next), TokenGap::Space | TokenGap::Quote) {
            break;
        }
        next += 1;
    }
    let named = led
        && article
        && stream.zone(at) == Zone::Title
        && at + 1 < stream.len()
        && stream.is_capital(at + 1)
        && stream.phrase_before(at, &words.event.english_at).is_some();
    let house = (at + 1..=next.min(stream.len() - 1))
        .any(|index| stream.phrase(index, &words.event.venues).is_some());
    (named && !house).then_some(2)
}

fn signs_of(
    stream: &WordStream,
    begun: &Begun,
    end: usize,
    (days, words): (&[Range<usize>], FactWords<'_>),
) -> Vec<EventSign> {
    let at = begun.start;
    let name = at..end;
    let line = stream.of_line(stream.tokens[at].line);
    let zone = stream.zone(at);
    let mut signs = vec![match zone {
        Zone::Title => EventSign::Title,
        Zone::Caption => EventSign::Caption,
        Zone::Opening => EventSign::Opening,
        _ => EventSign::Head,
    }];
    let mut add = |sign: EventSign, holds: bool| {
        if holds {
            signs.push(sign);
        }
    };
    let led = stream.phrase_before(at, &words.event.before).is_some();
    let others =
        (at.saturating_sub(4)..at).any(|index| stream.phrase(index, &words.event.others).is_some());
    let at_it = at > 0
        && [&words.event.at, &words.event.english_at]
            .into_iter()
            .any(|phrases| stream.holds(at - 1, phrases));
    let spoken = at_it
        && (stream.sentence_start(at)..at).any(|index| {
            stream.phrase(index, &words.speaker.speeches).is_some()
                || stream.phrase(index, &words.speaker.speaks).is_some()
        });
    let last = end >= line.end || days.iter().any(|day| day.start == end);
    let lone = zone == Zone::Head && last && at <= line.start + 1;
    add(EventSign::Led, led);
    add(EventSign::Said, stream.phrase_before(at, &words.speaker.speeches).is_some());
    add(EventSign::Spoken, spoken);
    add(EventSign::Label, begun.how == EventCue::Label);
    add(EventSign::Act, begun.how == EventCue::Act);
    add(EventSign::Honoured, begun.how == EventCue::Honoured);
    add(EventSign::Lone, lone);
    add(EventSign::Other, others && !led);
    let generic = words.event.generic.holds(stream.lower(name.clone()));
    add(EventSign::Bare, generic);
    add(EventSign::Short, name.len() == begun.noun + 1);
    add(EventSign::Long, name.len() >= 6);
    add(EventSign::Weak, !led && stream.phrase(at, &words.event.weak).is_some());
    signs
}

/// Writes an occasion as it stands, with the mark or bracket that closes it.
pub(super) fn said(stream: &WordStream, words: Range<usize>) -> String {
    let mut name = stream.said(words);
    for (open, close) in [('“', '”'), ('"', '"'), ('«', '»'), ('(', ')')] {
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

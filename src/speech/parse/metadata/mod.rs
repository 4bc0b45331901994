//! What a text tells of itself: who spoke, when, where, at which occasion; the number of a
//! document. It is read from the title, the front, the first paragraphs and the ending, never
//! from the speech as a whole: a day or a name in prose is what the speech is about.
//!
//! For each fact the candidates are gathered with what speaks for and against each, and the best one
//! is given if it is worth enough (`weigh`).

mod around;
mod date;
mod day;
mod day_sign;
mod event;
mod extent;
mod fact_words;
mod kind;
mod language;
mod mention;
mod mention_sign;
mod name;
mod number;
mod office;
mod place;
mod recase;
mod setting;
mod signature;
mod speaker;
mod stated_office;
mod stream;
#[cfg(test)]
mod tests;
mod title;
pub(in crate::speech::parse) mod weigh;
mod when;
mod word_look;
mod zones;

use super::furniture::{FoundFurniture, words};
use super::lexicon::{Lexicon, Papers};
use crate::speech::{Block, Date, SpeechKind};
use crate::text::is_letter;
pub(super) use date::find_date;
use event::Titled;
use fact_words::FactWords;
pub(super) use language::language;
use speaker::Paper;
use std::ops::Range;
use stream::{MarkUse, StreamLine, WordStream, Zone};
pub(super) use weigh::FactWeights;

/// The longest title, in bytes.
const LONGEST_TITLE: usize = 600;

/// What was found.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts {
    pub title: Option<String>,
    pub kind: Option<SpeechKind>,
    pub speaker: Option<String>,
    pub office: Option<String>,
    pub occasion: Option<String>,
    pub place: Option<String>,
    pub number: Option<String>,
    pub date: Option<Date>,
    /// The day of the meeting, where the text has another day.
    pub meeting: Option<Date>,
}

/// All candidates of a text.
struct Candidates {
    speakers: Vec<speaker::SpeakerCandidate>,
    offices: Vec<mention::Unnamed>,
    days: Vec<when::DayCandidate>,
    occasions: Vec<event::EventCandidate>,
    places: Vec<place::PlaceCandidate>,
}

/// Reads the facts of a text from its furniture and its first paragraphs.
pub(super) fn facts(
    text: &str,
    blocks: &[Block],
    found: &FoundFurniture,
    lexicon: &Lexicon,
) -> Facts {
    candidates_of(text, blocks, found, lexicon, |stream, all| {
        let weights = &lexicon.weights;
        let speaker = speaker::choose(
            stream,
            (&all.speakers, &all.offices),
            &weights.speaker,
            &lexicon.furniture.speaker,
        );
        let day = weights.date.best(all.days.iter().map(|one| &one.signs));
        let occasion = weights.occasion.best(all.occasions.iter().map(|one| &one.signs));
        let place = weights.place.best(all.places.iter().map(|one| &one.signs));
        let title = joined_title(stream.lines);
        Facts {
            number: number_of(&title, stream.lines, lexicon),
            date: day.map(|index| all.days[index].date),
            meeting: when::meeting(&all.days, day),
            occasion: occasion.map(|index| event::said(stream, all.occasions[index].words.clone())),
            place: place.map(|index| stream.said(all.places[index].words.clone())),
            kind: kind::of_title(&title, &lexicon.furniture.kind),
            title: (!title.is_empty()).then_some(title),
            speaker: speaker.name,
            office: speaker.office,
        }
    })
}

/// Gathers the candidates of a text and hands them on.
fn candidates_of<T>(
    text: &str,
    blocks: &[Block],
    found: &FoundFurniture,
    lexicon: &Lexicon,
    then: impl FnOnce(&WordStream, &Candidates) -> T,
) -> T {
    let lines = zones::lines(text, blocks, found, lexicon);
    let marks = marks_of(text, lexicon);
    let words = FactWords::of(&lexicon.furniture, marks);
    let title = joined_title(&lines);
    let number = number_of(&title, &lines, lexicon);
    let concluded = || zones::is_concluded(text, blocks, &lexicon.furniture.paper);
    let paper = paper_of(&title, &lines, number.as_deref(), (&lexicon.furniture.paper, concluded));
    let stream = WordStream::new(&lines, marks, words.speaker);
    let kind = kind::of_title(&title, &lexicon.furniture.kind);
    let all = gather(&stream, paper, titled(kind), words);
    then(&stream, &all)
}

/// Tells whether a title says that the text plans or orders what it names.
fn titled(kind: Option<SpeechKind>) -> Titled {
    match kind {
        Some(
            SpeechKind::Plan
            | SpeechKind::Directive
            | SpeechKind::Resolution
            | SpeechKind::Decision
            | SpeechKind::Dispatch,
        ) => Titled::Plan,
        _ => Titled::Other,
    }
}

fn number_of(title: &str, lines: &[StreamLine], lexicon: &Lexicon) -> Option<String> {
    let words = &lexicon.furniture.event;
    number::in_front(lines, words).or_else(|| number::in_title(title, words))
}

fn gather(stream: &WordStream, paper: Paper, title: Titled, words: FactWords<'_>) -> Candidates {
    let (mentions, offices) = mention::find(stream, words.speaker);
    let speakers = speaker::candidates(stream, (&mentions, &offices), paper, words.speaker);
    let is_notice = paper == Paper::Notice;
    let days = when::candidates(stream, is_notice, words);
    let ranges: Vec<Range<usize>> = days.iter().map(|day| day.day.words.clone()).collect();
    let persons: Vec<Range<usize>> = mentions
        .iter()
        .map(mention::Mention::words)
        .chain(offices.iter().map(|office| office.office.clone()))
        .collect();
    let known = event::EventContext { days: &ranges, persons: &persons, title };
    Candidates {
        speakers,
        offices,
        occasions: event::candidates(stream, known, words),
        places: place::candidates(stream, &ranges, is_notice, words),
        days,
    }
}

/// How many bytes tell whether Vietnamese is typed without marks.
const TYPED: usize = 3000;

/// Tells whether a text is Vietnamese without marks: plain letters, and its small words.
fn marks_of(text: &str, lexicon: &Lexicon) -> MarkUse {
    let head = &text[..text.floor_char_boundary(TYPED)];
    let letters = head.chars().filter(|c| is_letter(*c)).count();
    let plain = head.chars().filter(char::is_ascii_alphabetic).count();
    if plain * 50 < letters * 49 {
        return MarkUse::Full;
    }
    let (mut all, mut known) = (0, 0);
    for word in head.split(|c: char| !is_letter(c)).filter(|word| !word.is_empty()) {
        all += 1;
        let small = &lexicon.furniture.unmarked.small;
        known += usize::from(small.holds(&word.to_ascii_lowercase()));
    }
    if known * 20 > all { MarkUse::None } else { MarkUse::English }
}

/// How many lines are searched for what a paper is.
const HEADING: usize = 5;

/// Tells whose words a paper has: its own, or those of another one that it gives notice of.
fn paper_of(
    title: &str,
    lines: &[StreamLine],
    number: Option<&str>,
    (lexicon, concluded): (&Papers, impl FnOnce() -> bool),
) -> Paper {
    let title = words(title);
    let heads = |line: &&StreamLine| matches!(line.zone, Zone::Head | Zone::Opening);
    let headed = lines
        .iter()
        .filter(heads)
        .take(HEADING)
        .any(|line| lexicon.minutes.starts(&words(&line.text)));
    if lexicon.minutes.starts(&title) || headed {
        return if concluded() { Paper::ConcludedMinutes } else { Paper::Minutes };
    }
    let tells = |line: &StreamLine| {
        line.zone == Zone::Ending
            && line.text.len() <= 400
            && lexicon.notice_ends.within(&words(&line.text))
    };
    let coded = |number: &str| lexicon.notice_codes.iter().any(|code| number.contains(code));
    let notice =
        lexicon.notice.starts(&title) || number.is_some_and(coded) || lines.iter().any(tells);
    if notice { Paper::Notice } else { Paper::Own }
}

fn joined_title(lines: &[StreamLine]) -> String {
    let title: Vec<&str> = lines
        .iter()
        .filter(|line| line.zone == Zone::Title)
        .map(|line| line.text.as_str())
        .collect();
    let mut title = title.join(" ");
    title.truncate(title.floor_char_boundary(LONGEST_TITLE));
    title
}

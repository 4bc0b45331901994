//! What a text tells of itself: who spoke, when, where, at which occasion; the number of a
//! document. It is read from the title, the front, the first paragraphs and the ending, never
//! from the speech as a whole: a day or a name in prose is what the speech is about.
//!
//! For each fact the candidates are gathered with what speaks for and against each, and the best one
//! is given if it is worth enough (`weigh`).

mod around;
mod date;
mod day;
mod event;
mod kind;
mod language;
mod mention;
mod name;
mod number;
mod office;
mod place;
mod recase;
mod signature;
mod speaker;
mod stream;
#[cfg(test)]
mod tests;
mod title;
pub(in crate::parse) mod weigh;
mod when;
mod zones;

use super::furniture::{Found, words};
use super::lexicon::{Furniture, Lexicon};
use crate::model::{Block, Date, SpeechKind};
pub(super) use date::find_date;
pub(super) use language::language;
use speaker::Paper;
use std::borrow::Cow;
use std::ops::Range;
use stream::{Line, Marks, Stream, Zone};
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
    speakers: Vec<speaker::Candidate>,
    offices: Vec<mention::Unnamed>,
    days: Vec<when::Candidate>,
    occasions: Vec<event::Candidate>,
    places: Vec<place::Candidate>,
}

/// Reads the facts of a text from its furniture and its first paragraphs.
pub(super) fn facts(text: &str, blocks: &[Block], found: &Found, lexicon: &Lexicon) -> Facts {
    candidates_of(text, blocks, found, lexicon, |stream, all| {
        let weights = &lexicon.weights;
        let speaker = speaker::choose(
            stream,
            (&all.speakers, &all.offices),
            &weights.speaker,
            &lexicon.furniture.speaker,
        );
        let day = when::choose(&all.days, &weights.date);
        let occasion = event::choose(&all.occasions, &weights.occasion);
        let place = place::choose(&all.places, &weights.place);
        let title = joined_title(stream.lines);
        Facts {
            number: number_of(&title, stream.lines),
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
    found: &Found,
    lexicon: &Lexicon,
    then: impl FnOnce(&Stream, &Candidates) -> T,
) -> T {
    let lines = zones::lines(text, blocks, found, lexicon);
    let marks = marks_of(text);
    let furniture = match marks {
        Marks::Full | Marks::English => Cow::Borrowed(&lexicon.furniture),
        Marks::None => Cow::Owned(Furniture::folded()),
    };
    let title = joined_title(&lines);
    let number = number_of(&title, &lines);
    let concluded = || zones::is_concluded(text, blocks);
    let paper = paper_of(&title, &lines, number.as_deref(), concluded);
    let stream = Stream::new(&lines, marks);
    let all = gather(&stream, paper, &furniture);
    then(&stream, &all)
}

fn number_of(title: &str, lines: &[Line]) -> Option<String> {
    number::in_front(lines).or_else(|| number::in_title(title))
}

fn gather(stream: &Stream, paper: Paper, words: &Furniture) -> Candidates {
    let (mentions, offices) = mention::find(stream, &words.speaker);
    let speakers = speaker::candidates(stream, (&mentions, &offices), paper, &words.speaker);
    let days = when::candidates(stream, paper == Paper::Notice, &words.event);
    let ranges: Vec<Range<usize>> = days.iter().map(|day| day.day.words.clone()).collect();
    let own = event::Words { event: &words.event, speaker: &words.speaker };
    Candidates {
        speakers,
        offices,
        occasions: event::candidates(stream, &ranges, own),
        places: place::candidates(stream, &ranges, paper == Paper::Notice, own),
        days,
    }
}

/// How many bytes tell whether Vietnamese is typed without marks.
const TYPED: usize = 3000;

/// Tells whether a text is Vietnamese without marks: plain letters, and its small words.
fn marks_of(text: &str) -> Marks {
    let head = &text[..text.floor_char_boundary(TYPED)];
    let letters = head.chars().filter(|c| c.is_alphabetic()).count();
    let plain = head.chars().filter(char::is_ascii_alphabetic).count();
    if plain * 50 < letters * 49 {
        return Marks::Full;
    }
    const SMALL: [&str; 14] = [
        "cua", "va", "nhung", "khong", "duoc", "cac", "toi", "dong", "chi", "ngay", "nam", "thang",
        "viec", "nguoi",
    ];
    let (mut all, mut known) = (0, 0);
    for word in head.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        all += 1;
        known += usize::from(SMALL.iter().any(|small| word.eq_ignore_ascii_case(small)));
    }
    if known * 20 > all { Marks::None } else { Marks::English }
}

/// How many lines are searched for what a paper is.
const HEADING: usize = 5;

/// Tells whose words a paper has: its own, or those of another one that it gives notice of.
fn paper_of(
    title: &str,
    lines: &[Line],
    number: Option<&str>,
    concluded: impl FnOnce() -> bool,
) -> Paper {
    let title = words(title);
    let minutes = |text: &str| text.starts_with("biên bản") || text.starts_with("bien ban");
    let heads = |line: &&Line| matches!(line.zone, Zone::Head | Zone::Opening);
    let headed = lines.iter().filter(heads).take(HEADING).any(|line| minutes(&words(&line.text)));
    if minutes(&title) || headed {
        return if concluded() { Paper::ConcludedMinutes } else { Paper::Minutes };
    }
    let tells = |line: &Line| {
        line.zone == Zone::Ending
            && line.text.len() <= 400
            && words(&line.text).contains("thông báo để")
    };
    let notice = title.starts_with("thông báo")
        || number.is_some_and(|number| number.contains("/TB") || number.contains("-TB"))
        || lines.iter().any(tells);
    if notice { Paper::Notice } else { Paper::Own }
}

fn joined_title(lines: &[Line]) -> String {
    let title: Vec<&str> = lines
        .iter()
        .filter(|line| line.zone == Zone::Title)
        .map(|line| line.text.as_str())
        .collect();
    let mut title = title.join(" ");
    title.truncate(title.floor_char_boundary(LONGEST_TITLE));
    title
}

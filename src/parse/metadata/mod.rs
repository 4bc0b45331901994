//! What a text tells of itself: who spoke, when, where, at which occasion; the number of a
//! document. It is read from the title, the front, the first paragraphs and the ending, never
//! from the speech as a whole: a day or a name in prose is what the speech is about.

mod date;
mod event;
mod kind;
mod language;
mod number;
mod person;

use super::furniture::{Found, adjacent, is_capitals, undecorated, words};
use super::lexicon::Lexicon;
use crate::model::{Block, BlockKind, Date, FurnitureKind, SpeechKind};
use crate::text::markup;
pub(super) use date::find_date;
pub(super) use language::language;

/// How many bytes of the speech are read for who speaks.
const OPENING: usize = 12_000;
/// How many lines of signatures and bylines are read, the first and the last ones.
const ENDS: usize = 80;
/// The longest line of a document's head, in bytes.
const NARROW: usize = 120;
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
}

/// The parts of a text that tell of it, each a paragraph on one line.
#[derive(Debug, Default)]
struct Parts {
    /// The title, all its lines.
    title: String,
    /// Who issues a document: the first line of its head.
    issuer: Option<String>,
    /// What stands before the speech; lines that follow each other in one.
    front: Vec<String>,
    /// The captions of the head.
    captions: Vec<String>,
    /// The first paragraphs of the speech.
    opening: Vec<String>,
    /// The lines of signatures and bylines.
    closing: Vec<String>,
}

/// Reads the facts of a text from its furniture and its first paragraphs.
pub(super) fn facts(text: &str, blocks: &[Block], found: &Found, lexicon: &Lexicon) -> Facts {
    let parts = parts(text, blocks, found, lexicon);
    let words = &lexicon.furniture;
    let document = number::in_front(&parts.front).is_some();
    let (speaker, office) = person::speaker(&parts, document, words).unzip();
    let leads: Vec<&str> = [parts.title.as_str()]
        .into_iter()
        .chain(parts.front.iter().map(String::as_str))
        .chain(parts.opening.iter().take(1).map(String::as_str))
        .collect();
    Facts {
        number: number::in_front(&parts.front).or_else(|| number::in_title(&parts.title)),
        date: date_of(&parts, lexicon),
        occasion: event::occasion(&leads, &words.event),
        place: event::place(&parts.front, &leads, &words.event),
        title: (!parts.title.is_empty()).then(|| parts.title.clone()),
        kind: kind::of_title(&parts.title, &words.kind),
        speaker,
        office: office.flatten(),
    }
}

fn parts(text: &str, blocks: &[Block], found: &Found, lexicon: &Lexicon) -> Parts {
    let mut parts = Parts::default();
    let raw = |block: &Block| block.range.of(text);
    let head = found.body.min(blocks.len());
    let lines = found.title.clone().unwrap_or(0..0);
    let of_title = blocks[lines].iter().filter(|block| block.kind == BlockKind::Title);
    let of_title: Vec<String> = of_title.map(|block| title_line(raw(block), lexicon)).collect();
    parts.title = of_title.join(" ");
    parts.title.truncate(parts.title.floor_char_boundary(LONGEST_TITLE));
    let mut last: Option<&Block> = None;
    for block in &blocks[..head] {
        match block.kind {
            BlockKind::Furniture(FurnitureKind::Front) => {
                let plain = markup::plain(raw(block).trim_matches(['|', ' ']));
                let issues = is_capitals(&plain) && plain.len() >= 12;
                if parts.issuer.is_none() && issues && parts.front.is_empty() {
                    parts.issuer = Some(plain.clone());
                }
                let goes_on = last.is_some_and(|above| {
                    above.range.len().max(block.range.len()) <= NARROW
                        && adjacent(text, above, block)
                });
                match parts.front.last_mut().filter(|_| goes_on) {
                    Some(line) => *line = format!("{line} {plain}"),
                    None => parts.front.push(plain),
                }
                last = Some(block);
            }
            BlockKind::Furniture(FurnitureKind::Caption) => {
                parts.captions.push(markup::plain(raw(block)));
            }
            _ => {}
        }
    }
    let mut left = OPENING;
    for block in blocks[head..].iter().filter(|block| block.kind == BlockKind::Paragraph) {
        let line = raw(block);
        let line = &line[..line.floor_char_boundary(left)];
        if line.is_empty() {
            break;
        }
        left -= line.len();
        parts.opening.push(markup::plain(line));
    }
    let closing = BlockKind::Furniture(FurnitureKind::Closing);
    let ends: Vec<&Block> = blocks[head..found.end.max(head)]
        .iter()
        .filter(|block| block.kind == closing && block.range.len() <= 400)
        .filter(|block| !raw(block).starts_with(['-', '+', '•']) && !raw(block).starts_with("* "))
        .collect();
    let last = ends.len().saturating_sub(ENDS).max(ENDS).min(ends.len());
    parts.closing = ends[..ENDS.min(ends.len())]
        .iter()
        .chain(&ends[last..])
        .map(|block| markup::plain(raw(block).trim_matches(['|', ' '])))
        .filter(|line| !line.is_empty())
        .collect();
    parts
}

/// Gives a line of the title without what is no word of it: the sign of a foot-note, the name of the field
/// that a mail gives its subject in.
fn title_line(raw: &str, lexicon: &Lexicon) -> String {
    let words = &lexicon.furniture.title;
    let raw = undecorated(raw);
    let noted = raw.trim_end_matches(['*', '_', ' ']);
    let unnoted = noted.strip_suffix("(*)").or_else(|| noted.strip_suffix("(\\*)"));
    let plain = markup::plain(unnoted.map_or(raw, str::trim_end));
    let mut line = plain.trim_start_matches(['>', ' ']);
    let is_topic = |line: &str| {
        line.split_once(':').is_some_and(|(key, _)| words.topics.holds(&self::words(key)))
    };
    if is_topic(line) {
        line = line.split_once(':').map_or(line, |(_, said)| said.trim_start());
        while let Some(said) = words.relayed.iter().find_map(|sign| {
            let begin = line.get(..sign.len()).filter(|begin| self::words(begin) == sign);
            begin.map(|_| line[sign.len()..].trim_start())
        }) {
            line = said;
        }
    }
    line.to_owned()
}

/// Finds the day: that of the document's head before that of the lead, the date line, the first
/// paragraph where it reports, and the page.
fn date_of(parts: &Parts, lexicon: &Lexicon) -> Option<Date> {
    let front: Vec<String> = parts.front.iter().map(|line| words(line)).collect();
    let place_and_day = |line: &String| {
        let at = line.match_indices(", ngày ").find(|(at, _)| {
            *at <= 60 || line[..*at].rsplit(['/', '|']).next().is_some_and(|rest| rest.len() < 60)
        })?;
        let rest = &line[at.0 + ", ngày ".len()..];
        date::find_date(&rest[..rest.floor_char_boundary(30)])
    };
    let opened: Vec<String> = parts
        .opening
        .first()
        .map(|line| words(line))
        .filter(|line| line.find(", ngày ").is_some_and(|at| line[..at].split(' ').count() <= 4))
        .into_iter()
        .collect();
    let is_base = |line: &str| lexicon.furniture.front.bases.starts(line);
    let quoted = |line: &str| line.find(" số ").is_some_and(|at| line[at..].find("ngày").is_some());
    let in_lead = |line: &&String| !is_base(line) && !quoted(line);
    let long = |line: &&String| line.len() > NARROW;
    let english = |line: &String| date::english(&words(line), &lexicon.furniture.event.months);
    let opening = parts.opening.first().map(|line| words(line)).filter(|line| {
        let reports = &lexicon.furniture.event.reports;
        let head = &line[..line.floor_char_boundary(40)];
        lexicon.furniture.front.days.starts(head) && reports.within(line)
    });
    let ending: Vec<String> = parts.closing.iter().map(|line| words(line)).collect();
    let short: Vec<&String> = ending.iter().filter(|line| line.len() <= 200).collect();
    front
        .iter()
        .chain(&opened)
        .find_map(place_and_day)
        .or_else(|| {
            front.iter().filter(long).filter(in_lead).find_map(|line| date::find_date(line))
        })
        .or_else(|| front.iter().filter(in_lead).find_map(|line| date::find_date(line)))
        .or_else(|| opening.and_then(|line| date::find_date(&line[..line.floor_char_boundary(60)])))
        .or_else(|| {
            front.iter().filter(|line| !is_base(line)).find_map(|line| date::find_date(line))
        })
        .or_else(|| parts.front.iter().chain(parts.opening.iter().take(3)).find_map(english))
        .or_else(|| ending.iter().find_map(place_and_day))
        .or_else(|| short.iter().rev().find_map(|line| date::find_date(line)))
}

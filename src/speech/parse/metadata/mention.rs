//! Persons as a text mentions them, each with what speaks for and against that they are the speaker.

use super::around::Around;
pub(super) use super::mention_sign::MentionSign;
use super::name::{self, Called};
use super::office;
use super::stream::{TokenGap, WordStream, Zone};
use crate::speech::parse::lexicon::Speaker;
use std::ops::Range;

/// A person at a place of the text.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub name: Range<usize>,
    /// Offices before or behind the name.
    pub office: Option<Range<usize>>,
    pub zone: Zone,
    pub signs: Vec<MentionSign>,
}

impl Mention {
    /// Returns the words of the name and the office.
    pub fn words(&self) -> Range<usize> {
        let office = self.office.clone().unwrap_or(self.name.clone());
        self.name.start.min(office.start)..self.name.end.max(office.end)
    }
}

/// An office without a name that the text says to speak.
#[derive(Clone, Debug)]
pub(super) struct Unnamed {
    pub office: Range<usize>,
    pub zone: Zone,
}

/// Finds the persons and speaking offices of a text.
pub(super) fn find(stream: &WordStream, words: &Speaker) -> (Vec<Mention>, Vec<Unnamed>) {
    let (mut persons, mut offices) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < stream.len() {
        let step = match person_at(stream, at, words) {
            Some(person) => {
                let end = person.end;
                persons.push(person.mention(stream, words));
                end
            }
            None => match unnamed_at(stream, at, words) {
                Some(office) => {
                    let end = office.end;
                    let around = Around { stream, phrase: at..end, words };
                    let opens = is_opening(stream, at);
                    let titled =
                        stream.zone(at) == Zone::Title && (around.owns() || around.title_subject());
                    if (titled || opens && around.concludes()) && !around.names_another() {
                        offices.push(Unnamed { office, zone: stream.zone(at) });
                    }
                    end
                }
                None => at + 1,
            },
        };
        at = step.max(at + 1);
    }
    resume(stream, &mut persons, words);
    (persons, offices)
}

/// Marks the persons of whom a paragraph goes on to say that they speak: "đồng chí Lê Văn An làm việc với …
/// Sau khi nghe ý kiến, đồng chí kết luận:", "Ông An nói:".
fn resume(stream: &WordStream, persons: &mut [Mention], words: &Speaker) {
    let against =
        [MentionSign::Attends, MentionSign::Heard, MentionSign::Writes, MentionSign::Addressed];
    for line in 0..stream.lines.len() {
        let told = is_telling(stream, line);
        let resumed = told.then(|| stream.of_line(line).find_map(|at| resumed(stream, at, words)));
        let Some((at, name)) = resumed.flatten() else { continue };
        let near = line.saturating_sub(RESUMED)..=line;
        let is_meant = |person: &Mention| {
            let own = stream.tokens[person.name.start].line;
            let same = match name {
                Some(name) => stream.word(name) == stream.word(person.name.end - 1),
                None => !against.iter().any(|sign| person.signs.contains(sign)),
            };
            same && near.contains(&own)
                && person.name.end <= at
                && matches!(person.zone, Zone::Head | Zone::Opening)
        };
        // The nearest paragraph that names somebody, and in it the first person.
        let paragraph = persons.iter().rev().find(|&person| is_meant(person));
        let Some(paragraph) = paragraph.map(|person| stream.tokens[person.name.start].line) else {
            continue;
        };
        let person = persons
            .iter_mut()
            .find(|person| is_meant(person) && stream.tokens[person.name.start].line == paragraph);
        if let Some(person) = person {
            person.signs.push(MentionSign::Resumed);
        }
    }
}

/// "đồng chí kết luận:", "Ông nói:", "Ông Lâm mở đầu bằng chuyện thật:": gives where it stands, and the word of
/// the name where there is one.
fn resumed(stream: &WordStream, at: usize, words: &Speaker) -> Option<(usize, Option<usize>)> {
    let next = at + stream.phrase(at, &words.honorifics)?;
    if next >= stream.len() || stream.gap(next - 1) != TokenGap::Space {
        return None;
    }
    let called = stream.is_capital(next) && !stream.is_loud(next);
    let name = called.then_some(next).filter(|&name| stream.gap(name) == TokenGap::Space);
    if called && name.is_none() {
        return None;
    }
    let verb = next + usize::from(called);
    let end = stream.sentence_end(at);
    let line = stream.of_line(stream.tokens[at].line);
    let opens =
        stream.lines[stream.tokens[at].line].text.trim_end().ends_with(':') && end >= line.end;
    let speaks = (verb..end.min(verb + 4)).any(|at| stream.phrase(at, &words.speaks).is_some());
    let colon = (verb..end.min(verb + 8)).any(|at| stream.gap(at) == TokenGap::Colon);
    (speaks && (opens || colon) || called && opens).then_some((at, name))
}

/// Finds an office that begins at a word, perhaps behind a word of address.
fn unnamed_at(stream: &WordStream, at: usize, words: &Speaker) -> Option<Range<usize>> {
    let (start, _) = address(stream, at, words);
    let end = office::chain(stream, start, words)?;
    (start > at || is_said(stream, at, words)).then_some(start..end)
}

/// How many paragraphs tell who speaks without a name.
const TELLING: usize = 4;
/// The most words of a label that names who speaks.
const LABEL: usize = 7;
/// How many lines above such words the person may be named.
const RESUMED: usize = 4;

/// Tells whether a word stands before the speech or in its first paragraphs.
fn is_opening(stream: &WordStream, at: usize) -> bool {
    is_telling(stream, stream.tokens[at].line)
}

/// Tells whether a line is one of those that tell who speaks: before the speech, or one of its first paragraphs;
/// who was there may be listed between them.
fn is_telling(stream: &WordStream, line: usize) -> bool {
    match stream.lines[line].zone {
        Zone::Head => true,
        Zone::Opening => {
            let told =
                |line: &usize| stream.lines[*line].zone == Zone::Opening && !stream.is_item(*line);
            (0..line).filter(told).count() < TELLING
        }
        _ => false,
    }
}

/// Tells whether an office is meant, rather than the word of another meaning.
fn is_said(stream: &WordStream, at: usize, words: &Speaker) -> bool {
    stream.is_capital(at)
        || stream.phrase_before(at, &words.honorifics).is_some()
        || at > 0
            && [&words.links, &words.gives, &words.articles]
                .into_iter()
                .any(|phrases| stream.holds(at - 1, phrases))
}

/// A name with its offices, as words of the stream.
struct Person {
    /// With words of address and offices before it.
    start: usize,
    name: Range<usize>,
    before: Option<Range<usize>>,
    behind: Option<Range<usize>>,
    end: usize,
}

/// Reads a person that begins at a word: offices, words of address, ranks, the name, offices.
fn person_at(stream: &WordStream, at: usize, words: &Speaker) -> Option<Person> {
    let (mut next, mut called) = address(stream, at, words);
    // "Remarks by Jane Doe", "Speaker: Jane Doe", a name alone on a line under the title.
    if stream.is_english() && at > 0 {
        let told = matches!(stream.word(at - 1), "by" | "speaker");
        let lone = stream.gap_before(at) >= TokenGap::Line && stream.zone(at) == Zone::Head;
        called = if told || lone { Called::So } else { called };
    }
    // "Trình bày: Phàng A Dơ": any family name will do behind such a label.
    let first = stream.of_line(stream.tokens[at].line).start;
    let label = at > first && at - first <= LABEL && stream.gap(at - 1) == TokenGap::Colon;
    if label && (first..at).any(|at| stream.phrase(at, &words.labels).is_some()) {
        called = Called::So;
    }
    let mut before = None;
    if let Some(end) = office::chain(stream, next, words) {
        let (after, called) = address(stream, end, words);
        let gap = stream.gap(end - 1);
        let joined = matches!(gap, TokenGap::Space | TokenGap::Line)
            || called == Called::So && matches!(gap, TokenGap::Comma | TokenGap::Dash);
        if !joined {
            return None;
        }
        // A line of its own may head a list of people.
        name::name_at(stream, after, Called::So, words)?;
        (before, next) = (Some(next..end), after);
    }
    // Capitals alone tell no name, and behind "huyện" stands that of a place.
    let placed = next > 0
        && stream.gap(next - 1) == TokenGap::Space
        && !stream.is_capital(next - 1)
        && stream.phrase_before(next, &words.areas).is_some();
    if before.is_none() && called == Called::Not && (stream.is_loud(next) || placed) {
        return None;
    }
    let called = if before.is_some() { Called::So } else { called };
    let end = name::name_at(stream, next, called, words)?;
    let behind = office::behind(stream, end, words);
    let last = behind.as_ref().map_or(end, |office| office.end);
    Some(Person { start: at, name: next..end, before, behind, end: last })
}

/// Skips words of address and ranks: "đồng chí", "Đại tá", "TS.".
fn address(stream: &WordStream, at: usize, words: &Speaker) -> (usize, Called) {
    let mut next = at;
    while let Some(count) = stream
        .phrase(next, &words.honorifics)
        .or_else(|| stream.phrase(next, &words.ranks))
        .or_else(|| newly(stream, next, words))
        .filter(|count| matches!(stream.gap(next + count - 1), TokenGap::Space | TokenGap::Line))
    {
        next += count;
    }
    let called = if next > at { Called::So } else { Called::Not };
    if next >= stream.len() { (at, Called::Not) } else { (next, called) }
}

/// "tân Chủ tịch": what stands before an office and is no part of it.
fn newly(stream: &WordStream, at: usize, words: &Speaker) -> Option<usize> {
    let count = stream.phrase(at, &words.newly)?;
    office::head(stream, at + count, words).map(|_| count)
}

impl Person {
    fn mention(self, stream: &WordStream, words: &Speaker) -> Mention {
        let zone = stream.zone(self.name.start);
        let around = Around { stream, phrase: self.start..self.end, words };
        let mut signs = around.signs();
        // What an office says that stands before is said of the office alone.
        let office = match (self.before, self.behind) {
            (Some(before), Some(behind)) if behind.start <= self.name.end + 1 => {
                Some(longer(before, behind))
            }
            (before, behind) => before.or(behind),
        };
        if office.is_some() {
            signs.push(MentionSign::HasOffice);
        }
        Mention { name: self.name, office, zone, signs }
    }
}

fn longer(one: Range<usize>, other: Range<usize>) -> Range<usize> {
    if other.len() > one.len() { other } else { one }
}

//! Persons as a text mentions them, each with what speaks for and against that they are the speaker.

use super::around::Around;
use super::name::{self, Called};
use super::office;
use super::stream::{Gap, Stream, Zone};
use crate::parse::lexicon::Speaker;
use std::ops::Range;

/// What a mention tells of whether the speech is theirs. The names are those of the table of weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sign {
    /// "Kết luận của …" in the title.
    TitleOwns,
    /// The title begins with the person, who speaks in it.
    TitleSubject,
    /// "Bài phát biểu của …" elsewhere.
    Owns,
    /// "Người phát biểu: …".
    Label,
    /// "Tôi là …".
    Myself,
    /// A line of its own near the title.
    Note,
    /// What they do is said to be speaking.
    Speaks,
    /// "… kết luận như sau:".
    Concludes,
    Chairs,
    /// Chairs a meeting whose minutes have the chair's conclusion.
    ChairConcludes,
    Attends,
    /// Attends and speaks.
    Guest,
    /// "Thưa …", "cảm ơn …".
    Addressed,
    /// Takes the minutes, reports for a paper, sends the mail.
    Writes,
    /// "Sau khi nghe …".
    Heard,
    /// A caption says that they speak.
    Caption,
    HasOffice,
    /// In the first lines behind the title.
    Near,
    /// In the last lines, and no signature.
    Late,
    Signed,
    /// Signs without an office.
    SignedAlone,
    /// Signs a notice of what another one said.
    SignedNotice,
    SignedMinutes,
    /// Signs for another.
    SignedFor,
    /// The title or the text says that such an office speaks.
    Agrees,
    /// It says that another office does.
    Disagrees,
    Twice,
    /// The text is minutes, in which many speak.
    InMinutes,
    /// Signs without an office what the title says that an office said.
    Fits,
}

/// A person at a place of the text.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub name: Range<usize>,
    /// Offices before or behind the name.
    pub office: Option<Range<usize>>,
    pub zone: Zone,
    pub signs: Vec<Sign>,
}

/// An office without a name that the text says to speak.
#[derive(Clone, Debug)]
pub(super) struct Unnamed {
    pub office: Range<usize>,
    pub zone: Zone,
}

/// Finds the persons and speaking offices of a text.
pub(super) fn find(stream: &Stream, words: &Speaker) -> (Vec<Mention>, Vec<Unnamed>) {
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
    (persons, offices)
}

/// Finds an office that begins at a word, perhaps behind a word of address.
fn unnamed_at(stream: &Stream, at: usize, words: &Speaker) -> Option<Range<usize>> {
    let (start, _) = address(stream, at, words);
    let end = office::chain(stream, start, words)?;
    (start > at || is_said(stream, at, words)).then_some(start..end)
}

/// How many paragraphs tell who speaks without a name.
const TELLING: usize = 4;

/// Tells whether a word stands before the speech or in its first paragraphs.
fn is_opening(stream: &Stream, at: usize) -> bool {
    let first = stream.lines.iter().position(|line| line.zone == Zone::Opening);
    match stream.zone(at) {
        Zone::Head => true,
        Zone::Opening => first.is_some_and(|first| stream.tokens[at].line < first + TELLING),
        _ => false,
    }
}

/// Tells whether an office is meant, rather than the word of another meaning.
fn is_said(stream: &Stream, at: usize, words: &Speaker) -> bool {
    stream.is_capital(at)
        || stream.phrase_before(at, &words.honorifics).is_some()
        || at > 0 && matches!(stream.word(at - 1), "của" | "do" | "cua" | "the" | "by")
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
fn person_at(stream: &Stream, at: usize, words: &Speaker) -> Option<Person> {
    let (mut next, mut called) = address(stream, at, words);
    // "Remarks by Jane Doe", "Speaker: Jane Doe", a name alone on a line under the title.
    if stream.is_english() && at > 0 {
        let told = matches!(stream.word(at - 1), "by" | "speaker");
        let lone = stream.gap_before(at) >= Gap::Line && stream.zone(at) == Zone::Head;
        called = if told || lone { Called::So } else { called };
    }
    let mut before = None;
    if let Some(end) = office::chain(stream, next, words) {
        let (after, called) = address(stream, end, words);
        let gap = stream.gap(end - 1);
        let joined = matches!(gap, Gap::Space | Gap::Line)
            || called == Called::So && matches!(gap, Gap::Comma | Gap::Dash);
        if !joined {
            return None;
        }
        // A line of its own may head a list of people.
        name::name_at(stream, after, Called::So, words)?;
        (before, next) = (Some(next..end), after);
    }
    // Capitals alone tell no name.
    if before.is_none() && called == Called::Not && stream.is_loud(next) {
        return None;
    }
    let called = if before.is_some() { Called::So } else { called };
    let end = name::name_at(stream, next, called, words)?;
    let behind = office::behind(stream, end, words);
    let last = behind.as_ref().map_or(end, |office| office.end);
    Some(Person { start: at, name: next..end, before, behind, end: last })
}

/// Skips words of address and ranks: "đồng chí", "Đại tá", "TS.".
fn address(stream: &Stream, at: usize, words: &Speaker) -> (usize, Called) {
    let mut next = at;
    while let Some(count) = stream
        .phrase(next, &words.honorifics)
        .or_else(|| stream.phrase(next, &words.ranks))
        .filter(|count| matches!(stream.gap(next + count - 1), Gap::Space | Gap::Line))
    {
        next += count;
    }
    let called = if next > at { Called::So } else { Called::Not };
    if next >= stream.len() { (at, Called::Not) } else { (next, called) }
}

impl Person {
    fn mention(self, stream: &Stream, words: &Speaker) -> Mention {
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
            signs.push(Sign::HasOffice);
        }
        Mention { name: self.name, office, zone, signs }
    }
}

fn longer(one: Range<usize>, other: Range<usize>) -> Range<usize> {
    if other.len() > one.len() { other } else { one }
}

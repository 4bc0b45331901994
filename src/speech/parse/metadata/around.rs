//! What stands around a person or an office and tells whether they speak.

use super::mention_sign::MentionSign;
use super::stream::{TokenGap, WordStream, Zone};
use crate::speech::parse::lexicon::{Phrases, Speaker};
use std::ops::Range;

/// The words around a person or an office.
pub(super) struct Around<'s, 'l> {
    pub stream: &'s WordStream<'l>,
    pub phrase: Range<usize>,
    pub words: &'s Speaker,
}

impl Around<'_, '_> {
    pub(super) fn signs(&self) -> Vec<MentionSign> {
        let zone = self.stream.zone(self.phrase.start);
        let title = zone == Zone::Title;
        let mut signs = Vec::new();
        let mut add = |sign: MentionSign, holds: bool| {
            if holds {
                signs.push(sign);
            }
        };
        let left = self.left();
        let speaks = self.speaks();
        let owns = self.owns();
        let heard = left == Some(LeftContext::Heard) && !self.concludes();
        let comes = left == Some(LeftContext::Attends) || self.attends();
        let attends = comes && !speaks;
        add(MentionSign::TitleOwns, title && owns);
        add(MentionSign::TitleSubject, title && self.title_subject());
        add(MentionSign::Owns, !title && owns && !heard);
        add(MentionSign::Heard, heard);
        add(MentionSign::Label, left == Some(LeftContext::Label) || self.is_labelled());
        add(MentionSign::Myself, left == Some(LeftContext::Myself));
        let addressed = left == Some(LeftContext::Addressed) && !speaks;
        add(MentionSign::Guest, comes && speaks);
        add(MentionSign::Addressed, addressed || zone == Zone::Greeting);
        add(MentionSign::Writes, left == Some(LeftContext::Writes) || self.writes());
        add(MentionSign::Attends, attends);
        add(MentionSign::Chairs, left == Some(LeftContext::Chairs) || self.chairs());
        add(MentionSign::Caption, zone == Zone::Caption && speaks);
        add(MentionSign::Speaks, zone != Zone::Caption && !heard && speaks);
        add(MentionSign::Concludes, zone != Zone::Caption && self.concludes());
        add(MentionSign::Note, !comes && !heard && !addressed && self.is_note(zone));
        signs
    }

    /// What the words before the phrase, in its sentence, make of it: the nearest cue counts.
    fn left(&self) -> Option<LeftContext> {
        let start = self.stream.sentence_start(self.phrase.start);
        let cues = [
            (&self.words.labels, LeftContext::Label),
            (&self.words.chairs, LeftContext::Chairs),
            (&self.words.attends, LeftContext::Attends),
            (&self.words.addresses, LeftContext::Addressed),
            (&self.words.writes, LeftContext::Writes),
            (&self.words.hears, LeftContext::Heard),
            (&self.words.myself, LeftContext::Myself),
        ];
        for at in (start..self.phrase.start).rev() {
            for (phrases, left) in cues {
                let Some(count) = self.stream.phrase(at, phrases) else { continue };
                // "dự thảo" is not "dự".
                let compound = self.stream.phrase(at, &self.words.compounds);
                if compound.is_some_and(|whole| whole > count) {
                    continue;
                }
                let behind = at + count;
                // These stand right before the person; the others reach over a list.
                let near =
                    matches!(left, LeftContext::Label | LeftContext::Myself | LeftContext::Writes);
                if behind <= self.phrase.start && (!near || behind == self.phrase.start) {
                    return Some(left);
                }
            }
        }
        None
    }

    /// Whether the speech is said to be theirs: "phát biểu của …", "do … đọc".
    pub(super) fn owns(&self) -> bool {
        let stream = self.stream;
        if self.possesses() {
            return true;
        }
        // "by the Mayor of …"
        let article =
            self.phrase.start.checked_sub(1).filter(|&before| {
                stream.is_english() && stream.holds(before, &self.words.articles)
            });
        let at = article.unwrap_or(self.phrase.start);
        if at == 0
            || !matches!(stream.gap_before(at), TokenGap::Space | TokenGap::Line | TokenGap::Colon)
        {
            return false;
        }
        let start = stream.sentence_start(at);
        let link = stream.word(at - 1);
        let gives = self.words.gives.holds(link) && (self.speaks() || stream.is_english());
        if gives {
            return true;
        }
        self.words.links.holds(link)
            && (start..at - 1)
                .rev()
                .take(OWNED)
                .any(|index| stream.phrase(index, &self.words.speeches).is_some())
            || self.phrase.len() >= 3 && stream.phrase_before(at, &self.words.given).is_some()
    }

    /// "Trình bày tại hội nghị: đồng chí …", "Lời nói đầu buổi họp: bà …": a few words of speaking, a
    /// colon, the person.
    fn is_labelled(&self) -> bool {
        let (stream, at) = (self.stream, self.phrase.start);
        if at == 0 || stream.gap_before(at) != TokenGap::Colon {
            return false;
        }
        let start = stream.of_line(stream.tokens[at].line).start;
        let few = at - start <= LABEL;
        let holds = |phrases| (start..at).any(|index| stream.phrase(index, phrases).is_some());
        few && (holds(&self.words.speaks) || holds(&self.words.speeches))
            && !holds(&self.words.chairs)
            && !holds(&self.words.writes)
            && !holds(&self.words.attends)
    }

    /// "President Bush's address".
    fn possesses(&self) -> bool {
        let (stream, end) = (self.stream, self.phrase.end);
        stream.is_english()
            && end < stream.len()
            && stream.word(end - 1).ends_with("'s")
            && (end..(end + 3).min(stream.len()))
                .any(|at| stream.phrase(at, &self.words.speeches).is_some())
    }

    /// Whether the person is said to speak, right behind the phrase.
    fn speaks(&self) -> bool {
        self.verb(&self.words.speaks, VERB).is_some()
    }

    /// Whether the office is that of one who is only spoken of: "Chủ tịch Hồ Chí Minh".
    pub(super) fn names_another(&self) -> bool {
        let stream = self.stream;
        let reached = self.phrase.start..(self.phrase.end + 1).min(stream.len());
        reached.clone().any(|at| stream.phrase(at, &self.words.never).is_some())
    }

    fn chairs(&self) -> bool {
        self.verb(&self.words.chairs, VERB).is_some()
    }

    fn attends(&self) -> bool {
        self.verb(&self.words.attends, 3).is_some()
    }

    /// "(ghi)", "lược ghi" behind a name.
    fn writes(&self) -> bool {
        self.verb(&self.words.writers, 2).is_some()
    }

    /// "… kết luận như sau:".
    pub(super) fn concludes(&self) -> bool {
        let stream = self.stream;
        let Some(verb) = self.verb(&self.words.speaks, VERB) else { return false };
        let end = stream.sentence_end(verb);
        let last = end.saturating_sub(1);
        let opens = last < stream.len()
            && stream.lines[stream.tokens[last].line].text.trim_end().ends_with(':')
            && stream.gap(last) >= TokenGap::Line;
        opens
            || (verb..end.min(verb + 14)).any(|at| {
                stream.phrase(at, &self.words.follows).is_some()
                    || stream.gap(at) == TokenGap::Colon
            })
    }

    /// Returns where one of the verbs stands within a few words behind the phrase, in its sentence.
    fn verb(&self, verbs: &Phrases, within: usize) -> Option<usize> {
        let (stream, from) = (self.stream, self.phrase.end);
        if from >= stream.len() || stream.gap(from - 1) >= TokenGap::Semicolon {
            return None;
        }
        if stream.gap(from - 1) == TokenGap::Colon {
            return None;
        }
        let end = stream.sentence_end(from).min(from + within);
        for at in from..end {
            if stream.phrase(at, verbs).is_some() {
                return Some(at);
            }
            if stream.gap(at) >= TokenGap::Colon {
                break;
            }
            // Another person begins: what follows is said of them.
            if at > from && stream.phrase(at, &self.words.honorifics).is_some() {
                break;
            }
        }
        None
    }

    /// Whether a title begins with the phrase and goes on with a verb of speaking or a colon.
    pub(super) fn title_subject(&self) -> bool {
        let stream = self.stream;
        let first = stream.of_line(stream.tokens[self.phrase.start].line).start;
        let last = self.phrase.end - 1;
        stream.zone(self.phrase.start) == Zone::Title
            && self.phrase.start <= first + 1
            && (stream.gap(last) == TokenGap::Colon || self.speaks())
    }

    /// Whether the line is about nothing but the person: "(Đồng chí …, Chủ tịch …, ngày …)".
    fn is_note(&self, zone: Zone) -> bool {
        let stream = self.stream;
        let index = stream.tokens[self.phrase.start].line;
        let line = stream.of_line(index);
        let title = stream.lines.iter().rposition(|line| line.zone == Zone::Title);
        let near = match title {
            Some(title) => index > title && index <= title + NEAR || zone == Zone::Head,
            None => index <= NEAR,
        };
        let others = line.len() - self.phrase.len().min(line.len());
        if zone == Zone::Title {
            return others == 0;
        }
        let first = self.phrase.start.saturating_sub(line.start);
        let bracketed = stream.lines[index].text.starts_with('(');
        // "Ben Tre, 12 April 2024": a place and its day.
        let behind = self.phrase.end;
        let dated = first == 0
            && stream.is_english()
            && behind < line.end
            && stream.word(behind).starts_with(|c: char| c.is_ascii_digit());
        matches!(zone, Zone::Head | Zone::Opening)
            && near
            && !dated
            && first <= 10
            && others <= if self.speaks() || self.owns() || bracketed { OTHERS } else { FEW }
            && !(line.start..self.phrase.end.min(line.end))
                .any(|at| at + 1 < line.end && stream.gap(at) == TokenGap::Stop)
    }
}

/// What the words before a person make of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LeftContext {
    Label,
    Chairs,
    Attends,
    Addressed,
    Writes,
    Heard,
    Myself,
}

/// How many words may stand between what was spoken and "của".
const OWNED: usize = 20;
/// How many words a label before a colon has.
const LABEL: usize = 7;
/// How many words behind a person a verb is looked for in.
const VERB: usize = 14;
/// How many lines behind the title a note may stand in.
const NEAR: usize = 4;
/// How many words of a note are not the person's: where it says that they speak, and where not.
const OTHERS: usize = 20;
const FEW: usize = 9;

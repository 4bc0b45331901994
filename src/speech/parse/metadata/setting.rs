//! What stands around a day and tells whether it is that of the text.

use super::day::Day;
use super::day_sign::DaySign;
use super::stream::{TokenGap, WordStream, Zone};
use crate::speech::parse::lexicon::{Event, Phrases};
use crate::text::is_letter;
use std::ops::Range;

/// Returns what a day tells by itself and the words around it.
pub(super) fn signs_of(
    stream: &WordStream,
    day: &Day,
    is_notice: bool,
    words: &Event,
) -> Vec<DaySign> {
    let at = day.words.start;
    let around = Setting { stream, day, words };
    let zone = stream.zone(at);
    let mut signs = vec![match zone {
        Zone::Title => DaySign::Title,
        Zone::Head => DaySign::Head,
        Zone::Menu => DaySign::Menu,
        Zone::Caption => DaySign::Caption,
        Zone::Greeting | Zone::Opening => DaySign::Opening,
        Zone::Ending => DaySign::Ending,
    }];
    // The day a mail was sent or a page was put out is nothing else.
    if around.is_mail() {
        signs.push(DaySign::Mail);
        return signs;
    }
    if around.before(&words.published, 8) {
        signs.push(DaySign::Published);
        return signs;
    }
    let mut add = |sign: DaySign, holds: bool| {
        if holds {
            signs.push(sign);
        }
    };
    let dateline = around.is_dateline();
    add(DaySign::Dateline, dateline && !is_notice);
    add(DaySign::NoticeDateline, dateline && is_notice);
    add(DaySign::First, around.is_first());
    add(DaySign::Alone, around.is_alone());
    add(DaySign::Clock, around.has_clock());
    add(DaySign::Note, around.is_note());
    add(DaySign::Leads, around.leads());
    add(DaySign::Today, around.before(&words.todays, 4));
    add(DaySign::Meets, around.meets());
    add(DaySign::Base, around.line_begins(&words.bases));
    add(DaySign::Founded, around.before(&words.foundings, 8));
    add(DaySign::Until, around.before(&words.limits, 3));
    add(DaySign::Label, around.before(&words.day_labels, 5));
    add(DaySign::Recorded, around.before(&words.recorded, 4));
    add(DaySign::Partial, day.year.is_none());
    let number = around.number_before();
    add(DaySign::OwnNumber, number && zone == Zone::Title);
    add(DaySign::Cited, (number || around.before(&words.papers, 10)) && zone != Zone::Title);
    signs
}

/// A day with the words around it.
pub(super) struct Setting<'s, 'l> {
    pub stream: &'s WordStream<'l>,
    pub day: &'s Day,
    pub words: &'s Event,
}

impl Setting<'_, '_> {
    fn line(&self) -> Range<usize> {
        let line = self.stream.tokens[self.day.words.start].line;
        self.stream.of_line(line)
    }

    /// Whether one of the phrases stands within a few words before the day, in its sentence.
    pub(super) fn before(&self, phrases: &Phrases, within: usize) -> bool {
        let at = self.day.words.start;
        let start = self.stream.sentence_start(at).max(at.saturating_sub(within));
        (start..at).any(|index| self.stream.phrase(index, phrases).is_some())
    }

    pub(super) fn line_begins(&self, phrases: &Phrases) -> bool {
        self.stream.phrase(self.line().start, phrases).is_some()
    }

    /// "Hà Lâm, ngày 20/8/2025", "Trung tâm Văn hóa huyện, ngày …", in a line of its own or the last of
    /// it.
    pub(super) fn is_dateline(&self) -> bool {
        let (line, day) = (self.line(), &self.day.words);
        let before = day.start - line.start;
        day.end >= line.end
            && (1..=8).contains(&before)
            && self.stream.phrase(line.start, &self.words.day_parts).is_none()
            && self.stream.phrase(line.start, &self.words.mail_days).is_none()
            && self.stream.gap(day.start - 1) == TokenGap::Comma
            && self.stream.is_capital(line.start)
            || before >= 1 && self.is_dateline_of_row()
    }

    /// The same at the end of a row of a table that was put on one line: "Số: 5/TB Hà Lâm, ngày …".
    fn is_dateline_of_row(&self) -> bool {
        let (line, day) = (self.line(), &self.day.words);
        day.end >= line.end
            && line.len() <= 24
            && self.stream.gap(day.start - 1) == TokenGap::Comma
            && self.stream.is_capital(day.start - 1)
            && matches!(self.stream.zone(day.start), Zone::Head | Zone::Ending)
    }

    fn is_first(&self) -> bool {
        let index = self.stream.tokens[self.day.words.start].line;
        let first = self.stream.lines.iter().position(|line| line.zone == Zone::Opening);
        first == Some(index)
    }

    pub(super) fn is_alone(&self) -> bool {
        let rest = self.line().len() - self.day.words.len().min(self.line().len());
        let letters = self
            .line()
            .filter(|at| !self.day.words.contains(at))
            .filter(|&at| self.stream.text(at).chars().any(is_letter))
            .count();
        rest <= 8 && letters <= 3
    }

    /// "16:42", "07h15" in a line of its own.
    fn has_clock(&self) -> bool {
        let text = &self.stream.lines[self.stream.tokens[self.day.words.start].line].text;
        let colon = text.match_indices(':').any(|(at, _)| {
            let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
            digit(text[..at].chars().next_back()) && digit(text[at + 1..].chars().next())
        });
        colon && text.len() <= 120
    }

    /// In a short line under the title that a bracket opens, or that names a person.
    fn is_note(&self) -> bool {
        let line = self.line();
        let text = &self.stream.lines[self.stream.tokens[line.start].line].text;
        let zone = self.stream.zone(line.start);
        let short = line.len() <= 45;
        let capitals = line.clone().filter(|&at| self.stream.is_capital(at)).count() >= 3;
        matches!(zone, Zone::Head | Zone::Opening | Zone::Title)
            && short
            && !self.has_clock()
            && (text.starts_with('(') && text.ends_with([')', '.'])
                || capitals && !text.ends_with(['.', ':', ';']))
    }

    /// The sentence begins with the day, perhaps behind the paper's name: "(QBĐT) - Sáng 4/4, …".
    fn leads(&self) -> bool {
        let at = self.day.words.start;
        let line = self.line();
        let start = self.stream.sentence_start(at).max(line.start);
        let from = (start..at).rev().find(|&index| {
            index > start
                && (self.stream.gap(index - 1) == TokenGap::Dash
                    || self.stream.gap(index - 1) == TokenGap::Paren
                        && self.stream.is_loud(index - 1))
        });
        let from = from.unwrap_or(start);
        at - from <= 5
            && (from..at).all(|index| {
                self.stream.phrase(index, &self.words.day_parts).is_some()
                    || self.stream.phrase_before(index + 1, &self.words.day_parts).is_some()
                    || !self.stream.text(index).chars().any(is_letter)
            })
    }

    fn meets(&self) -> bool {
        let at = self.day.words.start;
        let stream = self.stream;
        let (start, end) = (stream.sentence_start(at), stream.sentence_end(at));
        (start..end.min(at + 40)).any(|index| {
            stream.phrase(index, &self.words.reports).is_some()
                || stream.phrase(index, &self.words.occasions).is_some()
        })
    }

    /// A line "Date:", "Ngày:" or "Sent:" with the lines of a mail's head beside it.
    fn is_mail(&self) -> bool {
        let (stream, line) = (self.stream, self.line());
        let index = stream.tokens[self.day.words.start].line;
        let mut near = index.saturating_sub(4)..(index + 4).min(stream.lines.len());
        let begins = |at: usize, phrases| {
            let count = (at < stream.len()).then(|| stream.phrase(at, phrases)).flatten();
            count.is_some_and(|count| stream.gap(at + count - 1) == TokenGap::Colon)
        };
        let heads = |index: usize| begins(stream.of_line(index).start, &self.words.mail_heads);
        line.len() <= 16
            && begins(line.start, &self.words.mail_days)
            && near.any(|other| other != index && heads(other))
    }

    /// A number such as 627/TB-VPCP within a few words before the day.
    fn number_before(&self) -> bool {
        let at = self.day.words.start;
        let start = self.stream.sentence_start(at).max(at.saturating_sub(5));
        (start..at).any(|index| {
            let text = self.stream.text(index);
            text.starts_with(|c: char| c.is_ascii_digit())
                && text.contains(['/', '-'])
                && text.chars().any(char::is_uppercase)
        })
    }
}

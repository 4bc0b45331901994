//! When: the day of the text, and that of the meeting where it is another.

use super::day::{self, Day};
use super::stream::{Gap, Stream, Zone};
use super::weigh::{Weights, signs};
use crate::model::Date;
use crate::parse::lexicon::Event;

/// What a day tells of whether it is that of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sign {
    Title,
    Head,
    Menu,
    Caption,
    Opening,
    /// In the first paragraph of the speech.
    First,
    Ending,
    /// "Hà Lâm, ngày …": a place, then the day, and nothing else.
    Dateline,
    /// The same below a notice of what was said earlier.
    NoticeDateline,
    /// The line is the day, perhaps with an hour.
    Alone,
    /// An hour and minutes beside it.
    Clock,
    /// In brackets, or in a short line with a name.
    Note,
    /// The sentence begins with it.
    Leads,
    /// "hôm nay, ngày …".
    Today,
    /// A meeting is told in its sentence.
    Meets,
    /// "Số … ngày …", "Nghị quyết … ngày …".
    Cited,
    /// The number and the day of the document itself, in its title.
    OwnNumber,
    /// A legal base.
    Base,
    /// Two days with a dash between: from when to when.
    Span,
    /// The later one of two such days of different years: an anniversary.
    Anniversary,
    /// Of a founding, a birth, a death.
    Founded,
    /// "trước ngày …", "đến ngày …".
    Until,
    /// The day a mail was sent.
    Mail,
    /// "Ngày nói:", "Thời gian:".
    Label,
    /// "đăng", "cập nhật".
    Published,
    /// "ghi ngày".
    Recorded,
    /// Without a year.
    Partial,
    /// Another day of the text is the same.
    Twice,
    /// The first day of the text.
    Earliest,
    /// More than a year before the latest day.
    Old,
}

signs!(Sign {
    Title = "title",
    Head = "head",
    Menu = "menu",
    Caption = "caption",
    Opening = "opening",
    First = "first",
    Ending = "ending",
    Dateline = "dateline",
    NoticeDateline = "notice_dateline",
    Alone = "alone",
    Clock = "clock",
    Note = "note",
    Leads = "leads",
    Today = "today",
    Meets = "meets",
    Cited = "cited",
    OwnNumber = "own_number",
    Base = "base",
    Span = "span",
    Anniversary = "anniversary",
    Founded = "founded",
    Until = "until",
    Mail = "mail",
    Label = "label",
    Published = "published",
    Recorded = "recorded",
    Partial = "partial",
    Twice = "twice",
    Earliest = "earliest",
    Old = "old",
});

/// A day that may be that of the text.
#[derive(Debug)]
pub(super) struct Candidate {
    pub date: Date,
    pub day: Day,
    pub signs: Vec<Sign>,
}

/// Gathers the candidates of a text.
pub(super) fn candidates(stream: &Stream, is_notice: bool, words: &Event) -> Vec<Candidate> {
    let days = day::find(stream, &words.months);
    let year = days.iter().filter_map(|day| day.year).max();
    let mut all: Vec<Candidate> = Vec::new();
    for (index, day) in days.iter().enumerate() {
        let Some(date) = day.date(nearest_year(&days, index)) else { continue };
        let mut signs = signs_of(stream, day, is_notice, words);
        let other = index.checked_sub(1).map(|index| &days[index]);
        let next = days.get(index + 1);
        let spans = |one: &Day, two: &Day| {
            two.words.start == one.words.end
                && stream.gap(one.words.end - 1) == Gap::Dash
                && one.year.is_some()
                && two.year.is_some()
        };
        let same = |one: &Day| (one.day, one.month) == (day.day, day.month);
        if other.is_some_and(|one| spans(one, day) && same(one) && one.year < day.year) {
            signs.push(Sign::Anniversary);
        } else if other.is_some_and(|one| spans(one, day))
            || next.is_some_and(|two| spans(day, two))
        {
            signs.push(Sign::Span);
        }
        if year.is_some_and(|latest| latest > date.year() + 1) {
            signs.push(Sign::Old);
        }
        all.push(Candidate { date, day: day.clone(), signs });
    }
    agree(&mut all);
    all
}

/// Gives the year of the nearest day before or else behind that has one.
fn nearest_year(days: &[Day], index: usize) -> Option<u16> {
    let before = days[..index].iter().rev().find_map(|day| day.year);
    before.or_else(|| days[index..].iter().find_map(|day| day.year))
}

fn agree(all: &mut [Candidate]) {
    for index in 0..all.len() {
        let same = |(other, candidate): (usize, &Candidate)| {
            other != index && candidate.date == all[index].date
        };
        let twice = all.iter().enumerate().any(same);
        if twice {
            all[index].signs.push(Sign::Twice);
        }
    }
    if let Some(first) = all.first_mut() {
        first.signs.push(Sign::Earliest);
    }
}

fn signs_of(stream: &Stream, day: &Day, is_notice: bool, words: &Event) -> Vec<Sign> {
    let at = day.words.start;
    let around = Around { stream, day, words };
    let zone = stream.zone(at);
    let mut signs = vec![match zone {
        Zone::Title => Sign::Title,
        Zone::Head => Sign::Head,
        Zone::Menu => Sign::Menu,
        Zone::Caption => Sign::Caption,
        Zone::Greeting | Zone::Opening => Sign::Opening,
        Zone::Ending => Sign::Ending,
    }];
    // The day a mail was sent or a page was put out is nothing else.
    if around.is_mail() {
        signs.push(Sign::Mail);
        return signs;
    }
    if around.before(&words.published, 8) {
        signs.push(Sign::Published);
        return signs;
    }
    let mut add = |sign: Sign, holds: bool| {
        if holds {
            signs.push(sign);
        }
    };
    let dateline = around.is_dateline();
    add(Sign::Dateline, dateline && !is_notice);
    add(Sign::NoticeDateline, dateline && is_notice);
    add(Sign::First, around.is_first());
    add(Sign::Alone, around.is_alone());
    add(Sign::Clock, around.has_clock());
    add(Sign::Note, around.is_note());
    add(Sign::Leads, around.leads());
    add(Sign::Today, around.before(&words.todays, 4));
    add(Sign::Meets, around.meets());
    add(Sign::Base, around.line_begins(&words.bases));
    add(Sign::Founded, around.before(&words.foundings, 8));
    add(Sign::Until, around.before(&words.limits, 3));
    add(Sign::Label, around.before(&words.day_labels, 5));
    add(Sign::Recorded, around.before(&words.recorded, 4));
    add(Sign::Partial, day.year.is_none());
    let number = around.number_before();
    add(Sign::OwnNumber, number && zone == Zone::Title);
    add(Sign::Cited, (number || around.before(&words.papers, 10)) && zone != Zone::Title);
    signs
}

struct Around<'s, 'l> {
    stream: &'s Stream<'l>,
    day: &'s Day,
    words: &'s Event,
}

impl Around<'_, '_> {
    fn line(&self) -> std::ops::Range<usize> {
        let line = self.stream.tokens[self.day.words.start].line;
        self.stream.of_line(line)
    }

    /// Whether one of the phrases stands within a few words before the day, in its sentence.
    fn before(&self, phrases: &crate::parse::lexicon::Phrases, within: usize) -> bool {
        let at = self.day.words.start;
        let start = self.stream.sentence_start(at).max(at.saturating_sub(within));
        (start..at).any(|index| self.stream.phrase(index, phrases).is_some())
    }

    fn line_begins(&self, phrases: &crate::parse::lexicon::Phrases) -> bool {
        self.stream.phrase(self.line().start, phrases).is_some()
    }

    /// "Hà Lâm, ngày 20/8/2025", "Trung tâm Văn hóa huyện, ngày …", in a line of its own or the last of
    /// it.
    fn is_dateline(&self) -> bool {
        let (line, day) = (self.line(), &self.day.words);
        let before = day.start - line.start;
        day.end >= line.end
            && (1..=8).contains(&before)
            && self.stream.phrase(line.start, &self.words.day_parts).is_none()
            && self.stream.phrase(line.start, &self.words.mail_days).is_none()
            && self.stream.gap(day.start - 1) == Gap::Comma
            && self.stream.is_capital(line.start)
            || before >= 1 && self.is_dateline_of_row()
    }

    /// The same at the end of a row of a table that was put on one line: "Số: 5/TB Hà Lâm, ngày …".
    fn is_dateline_of_row(&self) -> bool {
        let (line, day) = (self.line(), &self.day.words);
        day.end >= line.end
            && line.len() <= 24
            && self.stream.gap(day.start - 1) == Gap::Comma
            && self.stream.is_capital(day.start - 1)
            && matches!(self.stream.zone(day.start), Zone::Head | Zone::Ending)
    }

    fn is_first(&self) -> bool {
        let index = self.stream.tokens[self.day.words.start].line;
        let first = self.stream.lines.iter().position(|line| line.zone == Zone::Opening);
        first == Some(index)
    }

    fn is_alone(&self) -> bool {
        let rest = self.line().len() - self.day.words.len().min(self.line().len());
        let letters = self
            .line()
            .filter(|at| !self.day.words.contains(at))
            .filter(|&at| self.stream.text(at).chars().any(char::is_alphabetic))
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
                && (self.stream.gap(index - 1) == Gap::Dash
                    || self.stream.gap(index - 1) == Gap::Paren && self.stream.is_loud(index - 1))
        });
        let from = from.unwrap_or(start);
        at - from <= 5
            && (from..at).all(|index| {
                self.stream.phrase(index, &self.words.day_parts).is_some()
                    || self.stream.phrase_before(index + 1, &self.words.day_parts).is_some()
                    || !self.stream.text(index).chars().any(char::is_alphabetic)
            })
    }

    fn meets(&self) -> bool {
        let at = self.day.words.start;
        let stream = self.stream;
        let (start, end) = (stream.sentence_start(at), stream.sentence_end(at));
        (start..end.min(at + 40)).any(|index| stream.phrase(index, &self.words.reports).is_some())
    }

    /// A line "Date:", "Ngày:" or "Sent:" with the lines of a mail's head beside it.
    fn is_mail(&self) -> bool {
        let index = self.stream.tokens[self.day.words.start].line;
        let near = index.saturating_sub(4)..(index + 4).min(self.stream.lines.len());
        let mut all = near.clone();
        self.line().len() <= 16
            && self.stream.phrase(self.line().start, &self.words.mail_days).is_some()
            && all.any(|line| {
                line != index
                    && self
                        .stream
                        .phrase(self.stream.of_line(line).start, &self.words.mail_heads)
                        .is_some()
            })
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

/// Chooses the day of the text.
pub(super) fn choose(candidates: &[Candidate], weights: &Weights) -> Option<usize> {
    let signs: Vec<Vec<Sign>> =
        candidates.iter().map(|candidate| candidate.signs.clone()).collect();
    weights.best(&signs)
}

/// Finds the day of the meeting: one at which the text says that people met. The day of a text
/// that has no other is that of its meeting.
pub(super) fn meeting(candidates: &[Candidate], chosen: Option<usize>) -> Option<Date> {
    let own = chosen.map(|index| candidates[index].date);
    let met = candidates.iter().find(|candidate| {
        let has = |sign| candidate.signs.contains(&sign);
        let against = [Sign::Cited, Sign::Base, Sign::Until, Sign::Founded, Sign::Mail, Sign::Old];
        has(Sign::Meets)
            && (has(Sign::Leads) || has(Sign::Today) || has(Sign::First))
            && !against.into_iter().any(has)
    });
    met.map(|candidate| candidate.date).filter(|date| Some(*date) != own)
}

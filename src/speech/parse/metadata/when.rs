//! When: the day of the text, and that of the meeting where it is another.

use super::FactWords;
use super::day::{self, Day};
pub(super) use super::day_sign::DaySign;
use super::setting::{Setting, signs_of};
use super::stream::{TokenGap, WordStream, Zone};
use crate::speech::Date;

/// How many days before its own day a page or a mail reports what happened.
const NEWS: i64 = 10;

/// A day that may be that of the text.
#[derive(Debug)]
pub(super) struct DayCandidate {
    pub date: Date,
    pub day: Day,
    pub signs: Vec<DaySign>,
}

/// Gathers the candidates of a text.
pub(super) fn candidates(
    stream: &WordStream,
    is_notice: bool,
    words: FactWords<'_>,
) -> Vec<DayCandidate> {
    let days = day::find(stream, words);
    let latest = days.iter().filter_map(|day| day.year).max();
    let mut all: Vec<DayCandidate> = Vec::new();
    for (index, day) in days.iter().enumerate() {
        let Some(date) = day.date(year_of(stream, &days, index, words)) else { continue };
        let mut signs = signs_of(stream, day, is_notice, words.event);
        signs.extend(in_span(stream, &days, index));
        let until = || all.last().is_some_and(|before| is_joined(stream, before, day));
        if !signs.contains(&DaySign::Until) && until() {
            signs.push(DaySign::Until);
        }
        if latest.is_some_and(|latest| latest > date.year() + 1) {
            signs.push(DaySign::Old);
        }
        all.push(DayCandidate { date, day: day.clone(), signs });
    }
    agree(&mut all);
    report(stream, &mut all);
    all
}

/// Tells whether a day goes on with one that is a limit: "trước ngày 14 tháng 6 và ngày 14 tháng 12".
fn is_joined(stream: &WordStream, before: &DayCandidate, day: &Day) -> bool {
    let between = before.day.words.end..day.words.start;
    before.signs.contains(&DaySign::Until)
        && between.len() <= 1
        && (before.day.words.end - 1..day.words.start)
            .all(|word| matches!(stream.gap(word), TokenGap::Space | TokenGap::Comma))
}

/// Tells whether a day begins or ends a span, or is an anniversary.
fn in_span(stream: &WordStream, days: &[Day], index: usize) -> Option<DaySign> {
    let spans = |one: &Day, two: &Day| {
        two.words.start == one.words.end
            && stream.gap(one.words.end - 1) == TokenGap::Dash
            && one.year.is_some()
            && two.year.is_some()
    };
    let day = &days[index];
    let before = index.checked_sub(1).map(|index| &days[index]).filter(|one| spans(one, day));
    let behind = days.get(index + 1).filter(|two| spans(day, two));
    let later = |one: &Day| (one.day, one.month) == (day.day, day.month) && one.year < day.year;
    match before {
        Some(one) if later(one) => Some(DaySign::Anniversary),
        None if behind.is_none() => None,
        _ => Some(DaySign::Span),
    }
}

/// Returns the year of a day that is written without one: that of the nearest day before which tells when
/// the text is from, of one behind, of any day before, a year that the head names, or of any day behind.
fn year_of(stream: &WordStream, days: &[Day], index: usize, words: FactWords<'_>) -> Option<u16> {
    let day = &days[index];
    if day.year.is_some() {
        return day.year;
    }
    let is_own = |day: &&Day| {
        let around = Setting { stream, day, words: words.event };
        let zone = stream.zone(day.words.start);
        !matches!(zone, Zone::Opening | Zone::Greeting)
            && (zone != Zone::Ending || around.is_dateline() || around.is_alone())
            && !around.before(&words.event.foundings, 8)
            && !around.line_begins(&words.event.bases)
            && !around.before(&words.event.papers, 10)
    };
    let dated = |day: &&Day| day.year.is_some();
    let (before, behind) = (&days[..index], &days[index..]);
    let head = || {
        let telling = |line: &usize| {
            matches!(stream.lines[*line].zone, Zone::Title | Zone::Head | Zone::Menu)
        };
        let years = (0..stream.lines.len()).filter(telling);
        years.filter_map(|line| day::latest_year(stream, stream.of_line(line), words.day)).max()
    };
    let near = before
        .iter()
        .rev()
        .filter(dated)
        .find(is_own)
        .or_else(|| behind.iter().filter(dated).find(is_own))
        .or_else(|| before.iter().rev().find(dated));
    let Some(near) = near else {
        return head().or_else(|| behind.iter().find_map(|day| day.year));
    };
    // What is told in January of a day in December was last year.
    let turned = day.month >= 11 && near.month <= 2;
    near.year.map(|year| year - u16::from(turned))
}

/// Marks the days on which people met where a page or a mail tells of them on a day of its own.
fn report(stream: &WordStream, all: &mut [DayCandidate]) {
    let has = |candidate: &DayCandidate, signs: &[DaySign]| {
        signs.iter().any(|sign| candidate.signs.contains(sign))
    };
    let is_page = |candidate: &DayCandidate| {
        let head = matches!(stream.zone(candidate.day.words.start), Zone::Head | Zone::Menu);
        has(candidate, &[DaySign::Mail, DaySign::Published])
            || head && has(candidate, &[DaySign::Clock, DaySign::Menu])
    };
    let against = [
        DaySign::Cited,
        DaySign::Base,
        DaySign::Founded,
        DaySign::Until,
        DaySign::Dateline,
        DaySign::NoticeDateline,
        DaySign::Span,
    ];
    let told = |candidate: &DayCandidate| {
        let zone = stream.zone(candidate.day.words.start);
        matches!(zone, Zone::Title | Zone::Head | Zone::Opening)
            && has(candidate, &[DaySign::Meets, DaySign::Leads, DaySign::Today, DaySign::Label])
            && !has(candidate, &against)
            && !is_page(candidate)
    };
    let pages: Vec<usize> = (0..all.len()).filter(|&index| is_page(&all[index])).collect();
    for index in 0..all.len() {
        let date = all[index].date;
        let page = pages
            .iter()
            .copied()
            .find(|&page| (0..=NEWS).contains(&all[page].date.days_since(date)));
        if let Some(page) = page.filter(|_| told(&all[index])) {
            all[index].signs.push(DaySign::Reported);
            all[page].signs.push(DaySign::Reporting);
        }
    }
}

fn agree(all: &mut [DayCandidate]) {
    for index in 0..all.len() {
        let same = |(other, candidate): (usize, &DayCandidate)| {
            other != index && candidate.date == all[index].date
        };
        let twice = all.iter().enumerate().any(same);
        if twice {
            all[index].signs.push(DaySign::Twice);
        }
    }
    if let Some(first) = all.first_mut() {
        first.signs.push(DaySign::Earliest);
    }
}

/// Finds the day of the meeting: one at which the text says that people met. The day of a text
/// that has no other is that of its meeting.
pub(super) fn meeting(candidates: &[DayCandidate], chosen: Option<usize>) -> Option<Date> {
    let own = chosen.map(|index| candidates[index].date);
    let met = candidates.iter().find(|candidate| {
        let has = |sign| candidate.signs.contains(&sign);
        let against = [
            DaySign::Cited,
            DaySign::Base,
            DaySign::Until,
            DaySign::Founded,
            DaySign::Mail,
            DaySign::Old,
        ];
        has(DaySign::Meets)
            && (has(DaySign::Leads) || has(DaySign::Today) || has(DaySign::First))
            && !against.into_iter().any(has)
    });
    met.map(|candidate| candidate.date).filter(|date| Some(*date) != own)
}

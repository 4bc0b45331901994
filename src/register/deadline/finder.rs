//! Finding deadlines: a preposition and a stretch of the calendar, a span, a length, a rhythm.

mod rhythm;

use super::calendar::{Days, NoDays, Stretch, YearName, civil_of, date_of};
use super::meaning::Meaning;
use super::moment::{Moment, MomentReader, Part};
use super::token::{Before, Tokens};
use super::vocabulary::{DeadlineVocabulary, PhraseSet};
use super::{Basis, Deadline, Due, Edge};
use crate::speech::Date;
use crate::text::TextRange;
use jiff::civil;

/// The largest length of time that a text gives for a task, in its units.
const LONGEST: u16 = 400;
/// How many words before a time may tell that it says when something was done.
const DONE_WORDS: usize = 7;

pub(super) fn find(
    text: &str,
    within: TextRange,
    base: Option<Date>,
    vocabulary: &DeadlineVocabulary,
) -> Vec<Deadline> {
    let tokens = Tokens::of(text, within);
    let reader = MomentReader { tokens: &tokens, vocabulary };
    let finder = Finder { tokens: &tokens, reader, vocabulary, base: base.and_then(civil_of) };
    let mut out = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if !vocabulary.may_begin(tokens.word(at)) {
            at += 1;
            continue;
        }
        match finder.read(at) {
            Some(found) => {
                at = found.behind;
                out.extend(found.deadline);
            }
            None => at += 1,
        }
    }
    out
}

/// What was read at a place: a deadline, or words of time that are none.
struct Found {
    deadline: Option<Deadline>,
    behind: usize,
}

struct Finder<'t> {
    tokens: &'t Tokens,
    reader: MomentReader<'t>,
    vocabulary: &'t DeadlineVocabulary,
    base: Option<civil::Date>,
}

impl Finder<'_> {
    fn read(&self, at: usize) -> Option<Found> {
        let found = self
            .span(at)
            .or_else(|| self.edged(at))
            .or_else(|| self.rhythm(at))
            .or_else(|| self.bare(at))?;
        let (meaning, behind) = found;
        let is_broken = (at + 1..behind)
            .any(|inside| self.tokens.get(inside).is_some_and(|word| word.before == Before::Stop));
        if is_broken {
            return None;
        }
        let counts = !self.tokens.is_behind(at, &self.vocabulary.not.before);
        // What is to come is told of no work that was done.
        let is_sure = |meaning: &Meaning| meaning.basis == Basis::Stated || !self.is_told(at);
        let meaning = meaning.filter(|meaning| counts && is_sure(meaning));
        let deadline = meaning.map(|meaning| Deadline {
            words: self.tokens.range(at, behind),
            edge: meaning.edge,
            due: meaning.due,
            basis: meaning.basis,
        });
        Some(Found { deadline, behind })
    }

    /// Tells whether a time says when something was done: "các dự án đã báo cáo Ban Chỉ đạo trước ngày 25/3".
    fn is_told(&self, at: usize) -> bool {
        let words = &self.vocabulary;
        let near = (at.saturating_sub(DONE_WORDS)..at).rev();
        near.take_while(|back| self.tokens.follows(back + 1))
            .take_while(|back| self.phrase(*back, &words.edge.finish).is_none())
            .any(|back| self.phrase(back, &words.not.done).is_some())
    }

    fn phrase(&self, at: usize, phrases: &PhraseSet) -> Option<usize> {
        self.tokens.phrase(at, phrases)
    }

    /// "từ nay đến cuối năm 2025", "từ ngày 1 đến ngày 15/6/2025", "từ ngày 1/7/2025".
    fn span(&self, at: usize) -> Option<(Option<Meaning>, usize)> {
        let (edge, unit) = (&self.vocabulary.edge, &self.vocabulary.unit);
        let start = at + self.phrase(at, &edge.from)?;
        if let Some(words) = self.phrase(start, &unit.now) {
            let end = start + words + self.phrase(start + words, &edge.until)?;
            let to = self.reader.read(end)?;
            let behind = end + to.words;
            let due = match (self.base, to.stretch.days(self.base)) {
                _ if to.part == Part::Vague => Due::Fuzzy,
                (None, _) => Due::Undated,
                (Some(base), Ok(days)) => Due::Span(date_of(base)?, date_of(days.last)),
                (Some(_), Err(_)) => return None,
            };
            return Some((
                Some(Meaning { edge: Edge::During, due, basis: Basis::Inferred }),
                behind,
            ));
        }
        let from = self.reader.read(start)?;
        let next = start + from.words;
        let dash = self.tokens.get(next).is_some_and(|token| token.before == Before::Dash);
        let until = self.phrase(next, &edge.until).or(dash.then_some(0));
        let Some(to) = until.and_then(|words| Some((words, self.reader.read(next + words)?)))
        else {
            // "từ đầu năm đến nay" looks back.
            let is_past = until.is_some_and(|words| self.phrase(next + words, &unit.now).is_some());
            return Some((if is_past { None } else { self.open(from) }, next));
        };
        let (words, to) = to;
        let behind = next + words + to.words;
        Some((self.between(from, to), behind))
    }

    /// From a stretch on, without an end.
    fn open(&self, from: Moment) -> Option<Meaning> {
        let days = from.stretch.days(self.base);
        let is_to_come = |days: &Days| self.base.is_none_or(|base| days.last >= base);
        match days {
            _ if from.part != Part::Whole => None,
            Ok(days) if is_to_come(&days) => {
                let due = Due::Span(date_of(days.first)?, None);
                Some(Meaning { edge: Edge::From, due, basis: days.basis })
            }
            Ok(_) | Err(NoDays::Impossible) => None,
            Err(NoDays::NoBase) => Some(self.undated(Edge::From)),
        }
    }

    /// From a stretch to another.
    fn between(&self, from: Moment, to: Moment) -> Option<Meaning> {
        let basis = |one: Basis, other: Basis| if one == Basis::Stated { other } else { one };
        let first = from.stretch.completed_by(to.stretch);
        match (first.days(self.base), to.stretch.days(self.base)) {
            (Ok(first), Ok(last)) => {
                let is_past = self.base.is_some_and(|base| last.last < base);
                let is_span = !is_past && first.first <= last.last && to.part != Part::Vague;
                is_span.then_some(())?;
                let due = Due::Span(date_of(first.first)?, date_of(last.last));
                Some(Meaning { edge: Edge::During, due, basis: basis(first.basis, last.basis) })
            }
            (Err(NoDays::NoBase), _) | (_, Err(NoDays::NoBase)) => Some(self.undated(Edge::During)),
            _ => None,
        }
    }

    fn undated(&self, edge: Edge) -> Meaning {
        Meaning { edge, due: Due::Undated, basis: Basis::Inferred }
    }

    /// Reads the prepositions at a place; the strongest counts: "chậm nhất trước ngày …" is before it.
    fn edges(&self, at: usize) -> Option<(Edge, usize)> {
        let words = &self.vocabulary.edge;
        let mut found: Option<Edge> = None;
        let mut next = at;
        loop {
            let kinds = [
                (Edge::Before, &words.before),
                (Edge::By, &words.by),
                (Edge::On, &words.on),
                (Edge::In, &words.within),
            ];
            let longest = kinds
                .into_iter()
                .filter_map(|(edge, phrases)| Some((self.phrase(next, phrases)?, edge)))
                .max_by_key(|(words, _)| *words);
            let Some((words, edge)) = longest else { break };
            let strength = |edge: Edge| match edge {
                Edge::Before => 3,
                Edge::By => 2,
                Edge::On => 1,
                _ => 0,
            };
            found = found.into_iter().chain([edge]).max_by_key(|&edge| strength(edge));
            next += words;
        }
        match found {
            Some(edge) => Some((edge, next)),
            None => {
                let until = self.phrase(at, &words.until)?;
                let is_free = self.tokens.get(at)?.before > Before::Blank
                    || self.tokens.is_behind(at, &words.finish);
                is_free.then_some((Edge::By, at + until))
            }
        }
    }

    /// "trước ngày 30/6", "trong vòng 12 tháng", "trước 13 giờ hằng ngày", "trước mùa mưa".
    fn edged(&self, at: usize) -> Option<(Option<Meaning>, usize)> {
        let Some((edge, next)) = self.edges(at) else { return self.fuzzy(at) };
        if matches!(edge, Edge::In | Edge::By)
            && let Some(found) = self.lasting(next)
        {
            return Some(found);
        }
        let read = self.reader.read(next);
        let hour = read.is_none().then(|| self.reader.hour(next)).flatten();
        let behind = next + read.map_or(hour.unwrap_or(0), |moment| moment.words);
        let last = behind + self.further_days(behind);
        let again = self.rhythm_words(last).filter(|_| last > next && self.tokens.follows(last));
        if let Some((rhythm, words)) = again {
            return Some((Some(Meaning::every(rhythm)), last + words));
        }
        let Some(moment) = read else { return self.fuzzy(at) };
        let which = &self.vocabulary.which;
        let is_past = self.tokens.follows(behind) && self.phrase(behind, &which.past).is_some();
        Some((if is_past { None } else { self.meaning(edge, moment) }, behind))
    }

    /// Finds what a stretch behind a preposition means; nothing where it is past and only tells when something was.
    fn meaning(&self, edge: Edge, moment: Moment) -> Option<Meaning> {
        let is_day = matches!(
            moment.stretch,
            Stretch::Day { .. } | Stretch::Weekday { .. } | Stretch::Near { .. }
        );
        let edge = match (edge, moment.part) {
            (Edge::In | Edge::On, Part::Last) => Edge::By,
            (Edge::In, Part::Whole) if is_day => Edge::On,
            (Edge::On, Part::Whole) if !is_day => Edge::In,
            _ => edge,
        };
        match moment.stretch.days(self.base) {
            Ok(days) => {
                let looks_back = matches!(edge, Edge::In | Edge::On) || moment.part != Part::Whole;
                if looks_back && self.base.is_some_and(|base| days.last < base) {
                    return None;
                }
                let due = match moment.part {
                    Part::Vague => Due::Fuzzy,
                    // "trước tháng 6": before its first day.
                    Part::Whole if edge == Edge::Before => Due::Day(date_of(days.first)?),
                    Part::Whole | Part::Last => Due::Day(date_of(days.last)?),
                };
                Some(Meaning { edge, due, basis: days.basis })
            }
            Err(NoDays::NoBase) if moment.part == Part::Vague => {
                Some(Meaning { edge, due: Due::Fuzzy, basis: Basis::Stated })
            }
            Err(NoDays::NoBase) => Some(self.undated(edge)),
            Err(NoDays::Impossible) => None,
        }
    }

    /// "(trong) vòng 15 ngày", "thời gian 12 tháng".
    fn lasting(&self, at: usize) -> Option<(Option<Meaning>, usize)> {
        let (unit, which) = (&self.vocabulary.unit, &self.vocabulary.which);
        let mut next = at + self.phrase(at, &unit.about).unwrap_or(0);
        let (count, words) = self
            .reader
            .numerals()
            .number(next)
            .filter(|(count, _)| (1..=LONGEST).contains(count))?;
        next += words;
        let units = [
            ('D', &unit.day),
            ('W', &unit.week),
            ('M', &unit.month),
            ('Q', &unit.quarter),
            ('Y', &unit.year),
            ('H', &unit.hour),
            ('S', &unit.minute),
        ];
        let (letter, words) = units
            .into_iter()
            .find_map(|(letter, phrases)| Some((letter, self.phrase(next, phrases)?)))?;
        next += words;
        // "trong 6 tháng đầu năm 2025" is a stretch of the calendar, "trong 5 năm qua" is past.
        let part = &self.vocabulary.part;
        let goes_on =
            [&part.first, &part.last].into_iter().any(|words| self.phrase(next, words).is_some());
        // "ngày 15 tháng 6" begins with a number, too: "trong 15 tháng 6" is none of both.
        if goes_on || self.reader.numerals().figures(next).is_some() {
            return None;
        }
        let is_past = self.tokens.follows(next) && self.phrase(next, &which.past).is_some();
        let due = match (self.phrase(next, &unit.working), letter) {
            // Days of work are no days of the calendar.
            (Some(words), _) => {
                next += words;
                Due::Fuzzy
            }
            (None, 'Q') => Due::Length(format!("P{}M", 3 * count)),
            // "Trong 17 giờ ngày 20/6" is an hour of the day.
            (None, 'H')
                if self.reader.read(next).is_some() || self.rhythm_words(next).is_some() =>
            {
                return None;
            }
            (None, 'H') => Due::Length(format!("PT{count}H")),
            (None, 'S') => Due::Length(format!("PT{count}M")),
            (None, letter) => Due::Length(format!("P{count}{letter}")),
        };
        // "Trong 60 ngày kể từ ngày 20/9": the words say when it begins, too.
        if let Some(words) = self.phrase(next, &which.since)
            && let Some(day) = self.reader.read(next + words)
        {
            next += words + day.words;
        }
        let meaning = Meaning { edge: Edge::Lasting, due, basis: Basis::Stated };
        Some(((!is_past).then_some(meaning), next))
    }

    /// "trước mùa mưa", "tại kỳ họp", "trước đầu năm học mới".
    fn fuzzy(&self, at: usize) -> Option<(Option<Meaning>, usize)> {
        let words = &self.vocabulary.fuzzy;
        let (edge, next) = match self.edges(at) {
            Some(found) => found,
            None => (Edge::In, at + self.phrase(at, &words.at)?),
        };
        let part = &self.vocabulary.part;
        let next = next
            + [&part.first, &part.middle, &part.last]
                .into_iter()
                .find_map(|words| self.phrase(next, words))
                .unwrap_or(0);
        let behind = next + self.phrase(next, &words.words)?;
        Some((Some(Meaning { edge, due: Due::Fuzzy, basis: Basis::Stated }), behind))
    }

    /// Without a preposition: "cuối năm 2025", "6 tháng cuối năm 2025", "ngày 25 hằng tháng", "Năm 2025, …".
    fn bare(&self, at: usize) -> Option<(Option<Meaning>, usize)> {
        let moment = self.reader.read(at)?;
        let behind = at + moment.words;
        let again = behind + self.further_days(behind);
        if let Some((rhythm, words)) =
            self.rhythm_words(again).filter(|_| self.tokens.follows(again))
        {
            return Some((Some(Meaning::every(rhythm)), again + words));
        }
        let is_day =
            matches!(moment.stretch, Stretch::Day { month: Some(_), .. } | Stretch::Weekday { .. });
        let words = &self.vocabulary.edge;
        // "Nộp thứ Sáu", "thứ Sáu xong".
        let delivers = self.tokens.is_behind(at, &words.deliver)
            || self.tokens.follows(behind) && self.phrase(behind, &words.deliver).is_some();
        if is_day && delivers {
            return Some((self.meaning(Edge::On, moment), behind));
        }
        let opens = self.tokens.get(at).is_some_and(|first| first.before == Before::Stop)
            && moment.part == Part::Whole
            && matches!(
                moment.stretch,
                Stretch::Year(_) | Stretch::Month { .. } | Stretch::Quarter { .. }
            )
            && self.tokens.get(behind).is_some_and(|next| next.before == Before::Comma);
        let is_told = match moment.stretch {
            // The first months of a year are as often looked back on.
            Stretch::Months { last, .. } if last < 12 => return Some((None, behind)),
            Stretch::Months { .. } => true,
            Stretch::Near { ahead } => ahead > 0,
            stretch => {
                opens
                    || (moment.part != Part::Whole
                        && stretch.year().is_some_and(YearName::is_stated))
            }
        };
        is_told.then(|| (self.meaning(Edge::In, moment), behind))
    }
}

//! What is asked of the index for a query: which speeches may hold what is searched for.
//!
//! It never asks for more than the text does, so no hit is missed; what it asks for less, the text
//! tells. Conditions on items and what must not be there are left to the text altogether.

use super::full::{IndexFields, format_class, kind_class};
use crate::search::language::{Filter, FilterRule, TermSign};
use crate::search::pattern::Pattern;
use crate::search::reading::SyllableReading;
use crate::search::{Query, Tail};
use crate::speech::Address;
use std::ops::Bound;
use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, EmptyQuery, Occur, PhraseQuery,
    Query as Asked, RangeQuery, RegexQuery, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

/// How much more a word in the title counts.
const TITLE: f32 = 3.0;

/// What an index is asked with.
pub(super) struct Asking<'a> {
    /// What is searched for.
    pub query: &'a Query,
    /// The fields of the index.
    pub fields: IndexFields,
    /// The files whose outlines were corrected, as keys: the index knows them uncorrected.
    pub corrected: &'a [Vec<u8>],
}

impl Asking<'_> {
    /// Asks for the speeches that have all words of a query, wherever they stand.
    pub(super) fn with_words(&self) -> Box<dyn Asked> {
        let (query, fields) = (self.query, self.fields);
        let mut clauses = self.conditions();
        for term in query.wanted() {
            let tail = term.pattern.tail();
            let syllables: Vec<&[SyllableReading]> = term.pattern.syllables().collect();
            for (index, readings) in syllables.iter().enumerate() {
                let last = index + 1 == syllables.len();
                let tail = if last { tail } else { Tail::Whole };
                clauses.push((Occur::Must, syllable(readings, tail, fields)));
                if tail == Tail::Whole
                    && let Some(form) = readings.first().and_then(|r| r.forms().first())
                {
                    let term = word(fields.title, form, IndexRecordOption::Basic);
                    let in_title =
                        BoostQuery::new(Box::new(ConstScoreQuery::new(term, 1.0)), TITLE);
                    clauses.push((Occur::Should, Box::new(in_title)));
                }
            }
        }
        if !clauses.iter().any(|(occur, _)| *occur == Occur::Must) {
            clauses.push((Occur::Must, Box::new(AllQuery)));
        }
        Box::new(BooleanQuery::new(clauses))
    }

    /// Asks for the speeches that have the words of a query in a row; nothing where one word is
    /// wanted, or a word may be read in more than one way.
    pub(super) fn in_a_row(&self) -> Option<Box<dyn Asked>> {
        let (query, fields) = (self.query, self.fields);
        let mut row = Vec::new();
        for term in query.wanted() {
            if term.pattern.tail() != Tail::Whole {
                return None;
            }
            row.extend(plain_forms(&term.pattern, fields.plain)?);
        }
        if row.len() < 2 {
            return None;
        }
        let mut clauses = self.conditions();
        clauses.push((Occur::Must, Box::new(PhraseQuery::new(row))));
        Some(Box::new(BooleanQuery::new(clauses)))
    }

    /// Tells whether all hits are where the words stand in a row.
    pub(super) fn is_row(&self) -> bool {
        self.query.wanted().count() == 1 && self.in_a_row().is_some()
    }

    /// Asks for what a query says of speeches.
    fn conditions(&self) -> Vec<(Occur, Box<dyn Asked>)> {
        let wanted = self.query.filters().iter().filter(|filter| filter.sign == TermSign::With);
        wanted
            .filter_map(|filter| self.condition(filter))
            .map(|asked| (Occur::Must, asked))
            .collect()
    }

    /// Asks for the speeches with such lists, and for those of which that is not known.
    fn listed(&self, lists: Box<dyn Asked>) -> Box<dyn Asked> {
        let mut any = vec![(Occur::Should, lists)];
        for key in self.corrected {
            let term = Term::from_field_bytes(self.fields.key, key);
            any.push((Occur::Should, Box::new(TermQuery::new(term, IndexRecordOption::Basic))));
        }
        Box::new(ConstScoreQuery::new(Box::new(BooleanQuery::new(any)), 0.0))
    }

    /// Asks for the speeches of a kind or format.
    fn of_class(&self, class: &str) -> Box<dyn Asked> {
        let asked = word(self.fields.lists, class, IndexRecordOption::Basic);
        Box::new(ConstScoreQuery::new(asked, 0.0))
    }

    /// Asks for the speeches of these years.
    fn of_years(&self, first: u16, last: u16) -> Box<dyn Asked> {
        let bound =
            |year: u16| Bound::Included(Term::from_field_u64(self.fields.year, year.into()));
        let years = RangeQuery::new(bound(first), bound(last));
        Box::new(ConstScoreQuery::new(Box::new(years), 0.0))
    }

    fn condition(&self, filter: &Filter) -> Option<Box<dyn Asked>> {
        let fields = self.fields;
        match &filter.rule {
            FilterRule::Role(role) => {
                Some(self.listed(word(fields.lists, role.name(), IndexRecordOption::Basic)))
            }
            FilterRule::Series(role, number) => Some(self.listed(match number {
                Some(number) => {
                    let code = Address::series_code(*role, *number);
                    word(fields.lists, &code, IndexRecordOption::Basic)
                }
                None => {
                    match RegexQuery::from_pattern(&format!("{}[0-9]*", role.code()), fields.lists)
                    {
                        Ok(query) => Box::new(query),
                        Err(_) => Box::new(AllQuery),
                    }
                }
            })),
            FilterRule::Year(years) => Some(self.of_years(years.first, years.last)),
            // The text tells the days of a year apart.
            FilterRule::Date(days) => Some(self.of_years(days.first.year(), days.last.year())),
            FilterRule::Kind(kind) => Some(self.of_class(&kind_class(*kind))),
            FilterRule::Format(format) => Some(self.of_class(&format_class(*format))),
            FilterRule::Task(..) => None,
            // Signs alone are in no index.
            FilterRule::Speaker(words) if words.is_signs() => None,
            FilterRule::Speaker(words) => {
                let forms = words.syllables().map(|readings| {
                    let forms = readings.iter().flat_map(|reading| reading.forms());
                    let any = forms.map(|form| {
                        (Occur::Should, word(fields.speaker, form, IndexRecordOption::Basic))
                    });
                    let any: Box<dyn Asked> = Box::new(BooleanQuery::new(any.collect()));
                    (Occur::Must, any)
                });
                let all: Box<dyn Asked> = Box::new(BooleanQuery::new(forms.collect()));
                Some(Box::new(ConstScoreQuery::new(all, 0.0)))
            }
        }
    }
}

fn plain_forms(pattern: &Pattern, field: Field) -> Option<Vec<Term>> {
    let one = |readings: &[SyllableReading]| match readings {
        [reading] => match reading.forms() {
            [form] => Some(Term::from_field_text(field, super::tokens::cut(form))),
            _ => None,
        },
        _ => None,
    };
    pattern.syllables().map(one).collect()
}

/// Asks for the speeches that have a syllable in one of its readings.
fn syllable(readings: &[SyllableReading], tail: Tail, fields: IndexFields) -> Box<dyn Asked> {
    let mut any: Vec<(Occur, Box<dyn Asked>)> = Vec::new();
    let mut add = |asked: Box<dyn Asked>| any.push((Occur::Should, asked));
    for reading in readings {
        match (tail, reading.must_spell()) {
            (Tail::Whole, Some(spelled)) => {
                add(word(fields.marked, spelled, IndexRecordOption::WithFreqs));
            }
            (Tail::Whole, None) => {
                for form in reading.forms() {
                    add(word(fields.plain, form, IndexRecordOption::WithFreqs));
                }
            }
            (Tail::Typing, _) => {
                for (index, form) in reading.forms().iter().enumerate() {
                    add(match index {
                        0 => beginning(fields.plain, form),
                        _ => word(fields.plain, form, IndexRecordOption::WithFreqs),
                    });
                }
            }
        }
    }
    match any.len() {
        0 => Box::new(EmptyQuery),
        1 => any.swap_remove(0).1,
        _ => Box::new(BooleanQuery::new(any)),
    }
}

fn word(field: Field, form: &str, option: IndexRecordOption) -> Box<dyn Asked> {
    Box::new(TermQuery::new(Term::from_field_text(field, super::tokens::cut(form)), option))
}

/// Asks for syllables that begin with these letters.
fn beginning(field: Field, form: &str) -> Box<dyn Asked> {
    // Letters and digits alone, so nothing in it has a meaning of its own.
    match RegexQuery::from_pattern(&format!("{}.*", super::tokens::cut(form)), field) {
        Ok(query) => Box::new(query),
        Err(_) => Box::new(AllQuery),
    }
}

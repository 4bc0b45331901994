//! Which speeches fit words and conditions.

use super::Listed;
use crate::search::language::{Filter, FilterRule, SearchScope, Term, TermSign};
use crate::search::{Mode, Query, QueryError, Stage};

/// Words and conditions that a speech of the list is to fit, in the language of queries: the words
/// are looked for in what is known about it, not in its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CatalogFilter {
    query: Query,
}

impl CatalogFilter {
    /// Reads what was typed. While it is being typed its last word may be the beginning of one.
    ///
    /// # Errors
    ///
    /// What is wrong with it, once it is finished.
    pub fn parse(typed: &str, stage: Stage) -> Result<Self, QueryError> {
        let query = match stage {
            Stage::Typing => Query::parse(typed, Mode::Smart, stage)?,
            Stage::Finished => Query::parse_filter(typed, Mode::Smart)?,
        };
        Ok(CatalogFilter { query })
    }

    /// Tells whether everything fits.
    pub fn is_empty(&self) -> bool {
        self.query.is_empty()
    }

    /// Tells whether it asks for more than words.
    pub fn has_conditions(&self) -> bool {
        !self.query.filters().is_empty()
    }

    /// Tells whether a text has all the words, and none of those that are refused.
    pub fn is_said_in(&self, text: &str) -> bool {
        let fits = |term: &Term| term.pattern.is_in(text) == (term.sign == TermSign::With);
        self.query.terms().iter().all(fits)
    }

    /// Tells whether a speech fits: every word stands in its title, its speaker's name or office,
    /// its occasion, place, number or id, and every condition holds of it. A condition on items
    /// asks whether it has one.
    pub fn admits(&self, listed: &Listed) -> bool {
        let known = &listed.known;
        if !self.query.filters().iter().all(|filter| holds(filter, listed)) {
            return false;
        }
        let meta = &known.meta;
        let others = [
            meta.speaker.as_deref(),
            meta.office.as_deref(),
            meta.occasion.as_deref(),
            meta.place.as_deref(),
            meta.number.as_deref(),
            Some(known.id.as_str()),
        ];
        self.query.terms().iter().all(|term| {
            let mut is_in = term.pattern.is_in(&meta.title);
            if self.query.scope() == SearchScope::Text {
                is_in = is_in || others.iter().flatten().any(|text| term.pattern.is_in(text));
            }
            is_in == (term.sign == TermSign::With)
        })
    }
}

fn holds(filter: &Filter, listed: &Listed) -> bool {
    let known = &listed.known;
    let has = match &filter.rule {
        FilterRule::Role(role) => known.roles.contains(role),
        FilterRule::Series(role, number) => known
            .series
            .iter()
            .any(|(its, of)| its == role && number.is_none_or(|number| number == *of)),
        FilterRule::Speaker(_)
        | FilterRule::Year(_)
        | FilterRule::Date(_)
        | FilterRule::Kind(_)
        | FilterRule::Format(_)
        | FilterRule::Task(..) => {
            return filter.admits(&known.meta, known.format);
        }
    };
    has == (filter.sign == TermSign::With)
}

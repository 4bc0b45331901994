//! The language of queries: what was typed → what is to be found, or what is wrong with it.
//!
//! ```text
//! phòng chống            words; all of them
//! "phòng chống"          these words in this order
//! -lãng -"lãng phí"      without
//! role:task              in items of that role; also series:nv, series:nv2
//! speaker:lan            in speeches of a speaker; also speaker:"nguyễn thị lan"
//! year:2023              of a year; also year:2022..2024, year:2022.. and year:..2024
//! date:2023-12           of a month; also date:2023-12-20, date:2023..2024-06, date:>=2023
//! kind:conclusion        of a kind
//! format:docx            of files in a format
//! in:title               the words in titles only
//! ```
//!
//! A condition may be refused, too: `-role:task`. The result is plain data. Keys and values have Vietnamese words as well
//! (`data/lexicon/query.toml`): `loại:nhiệm vụ`, which is `type:task`, `trong:tên`, `năm:2023`.
//!
//! The register is asked in the same language, with conditions of its own, whose values it reads itself; a search of texts
//! refuses them:
//!
//! ```text
//! who:sở tài chính       of an office, up to the next condition; also who:mine, who:none, của:
//! with:"sở nội vụ"       with others; also cùng:
//! due:overdue            by when; also due:7d, due:none, due:..2025-12-31, hạn:
//! state:done             how far; also xong:
//! cites:57-NQ/TW         on a document; also dẫn:
//! ```

mod days;
mod error;
mod filter;
mod lexer;
mod purpose;
mod sign;
#[cfg(test)]
mod tests;
mod words;

pub use days::Days;
pub use error::{QueryError, QueryProblem};
pub use filter::{Filter, FilterRule, Years, role};
pub use purpose::{QueryPurpose, TaskKey};
pub use sign::TermSign;
pub use words::QueryWords;

use super::mode::Mode;
use super::pattern::Pattern;
use super::reading::Tail;
use crate::text::printable;
use error::LocatedProblem;
use lexer::{PieceShape, QueryPiece};
use std::ops::Range;

/// What is to be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    typed: String,
    kind: Spoken,
    mode: Mode,
    tail: Tail,
    terms: Vec<Term>,
    filters: Vec<Filter>,
    scope: SearchScope,
    purpose: QueryPurpose,
}

/// Whether a query was read as one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Spoken {
    /// Its signs mean something.
    #[default]
    Query,
    /// Every sign in it is one to be found.
    Words,
}

/// Words that must be there, or must not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Whether they must be there.
    pub sign: TermSign,
    /// Whether they were typed between quotation marks.
    pub form: TermForm,
    /// The words.
    pub pattern: Pattern,
    /// Where they were typed: bytes of [`Query::typed`].
    pub range: Range<usize>,
}

/// How a term was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermForm {
    /// One word between blanks.
    Word,
    /// Words between quotation marks.
    Phrase,
}

/// Which part of a speech is searched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SearchScope {
    /// All of it.
    #[default]
    Text,
    /// Its title.
    Title,
}

/// How far a query is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It is being typed: the last word may be the beginning of one, and a quotation mark or a
    /// condition may still lack its end.
    Typing,
    /// It is finished.
    Finished,
}

/// The longest query, in bytes: four sentences. A whole text pasted by mistake is none.
const LONGEST: usize = 2_000;

impl Query {
    /// Reads a query, in any Unicode form.
    ///
    /// # Errors
    ///
    /// What is wrong with it, and where.
    pub fn parse(typed: &str, mode: Mode, stage: Stage) -> Result<Self, QueryError> {
        let query = Query { mode, ..Query::default() };
        query.read(typed, stage, Query::tail_at(stage))
    }

    /// Reads what is asked of the register, in any Unicode form; what is only to be left out is right, too.
    ///
    /// # Errors
    ///
    /// What is wrong with it, and where.
    pub fn parse_tasks(typed: &str, mode: Mode, stage: Stage) -> Result<Self, QueryError> {
        let query = Query { mode, purpose: QueryPurpose::Tasks, ..Query::default() };
        query.read(typed, stage, Query::tail_at(stage))
    }

    fn tail_at(stage: Stage) -> Tail {
        match stage {
            Stage::Typing => Tail::Typing,
            Stage::Finished => Tail::Whole,
        }
    }

    /// Reads a query that narrows a list: one that only says what is to be left out is right, too.
    ///
    /// # Errors
    ///
    /// What is wrong with it, and where.
    pub fn parse_filter(typed: &str, mode: Mode) -> Result<Self, QueryError> {
        match Query::parse(typed, mode, Stage::Finished) {
            Err(QueryError { problem: QueryProblem::OnlyWithout, .. }) => {
                let query = Query { mode, ..Query::default() };
                query.read(typed, Stage::Typing, Tail::Whole)
            }
            read => read,
        }
    }

    /// Reads a query of this mode and purpose with its last word taken in this way.
    fn read(mut self, typed: &str, stage: Stage, tail: Tail) -> Result<Self, QueryError> {
        if typed.len() > LONGEST {
            let problem = QueryProblem::TooLong { most: LONGEST };
            return Err(QueryError { query: String::new(), range: 0..0, problem });
        }
        let clean = printable(typed);
        let ends_in_blank = clean.ends_with(char::is_whitespace);
        let typed = collapsed(&clean);
        let pieces = lexer::pieces(&typed, self.purpose);
        let last = pieces.len().saturating_sub(1);
        let read = pieces.iter().enumerate().try_for_each(|(index, piece)| {
            let written_out = index != last || ends_in_blank;
            self.take(piece, if written_out { Tail::Whole } else { tail }, stage)
        });
        let checked = read.and_then(|()| self.check(typed.len(), &pieces, stage));
        if let Err(LocatedProblem { range, problem }) = checked {
            return Err(QueryError { query: typed, range, problem });
        }
        self.typed = typed;
        Ok(self)
    }

    /// Makes a query of words that are no query: every sign in them is one to be found.
    pub fn words(text: &str, mode: Mode) -> Self {
        let typed = collapsed(&printable(text));
        let word = |piece: QueryPiece<'_>| Term {
            sign: TermSign::With,
            form: TermForm::Word,
            pattern: Pattern::literal(&typed[piece.range.clone()], mode),
            range: piece.range,
        };
        let terms =
            lexer::words(&typed).map(word).filter(|term| !term.pattern.is_empty()).collect();
        Query { terms, kind: Spoken::Words, mode, typed, ..Query::default() }
    }

    /// Tells whether there is nothing to find and no condition.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.filters.is_empty()
    }

    /// Returns what was typed, clean, with single blanks.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// Returns how strictly marks and capitals are taken.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// Tells whether the last word may be the beginning of one.
    pub fn tail(&self) -> Tail {
        self.tail
    }

    /// Returns the words, in the order they were typed.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Returns the conditions.
    pub fn filters(&self) -> &[Filter] {
        &self.filters
    }

    /// Returns which part of a speech is searched.
    pub fn scope(&self) -> SearchScope {
        self.scope
    }

    /// Returns the terms that must be there.
    pub fn wanted(&self) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(|term| term.sign == TermSign::With)
    }

    /// Returns the terms that must not be there.
    pub fn unwanted(&self) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(|term| term.sign == TermSign::Without)
    }

    fn take(
        &mut self,
        piece: &QueryPiece<'_>,
        tail: Tail,
        stage: Stage,
    ) -> Result<(), LocatedProblem> {
        let (range, sign) = (piece.range.clone(), piece.sign);
        let form = match piece.shape {
            PieceShape::Condition { key, value } => {
                return self.condition(piece, key, value, stage);
            }
            PieceShape::Word(_) => TermForm::Word,
            PieceShape::Quoted { closed, .. } => {
                if !closed && stage == Stage::Finished {
                    return Err(LocatedProblem { range, problem: QueryProblem::OpenQuote });
                }
                TermForm::Phrase
            }
        };
        // What stands before a closing quotation mark is written to its end.
        let tail = match piece.shape {
            PieceShape::Quoted { closed: true, .. } => Tail::Whole,
            _ => tail,
        };
        let (PieceShape::Word(words) | PieceShape::Quoted { words, .. }) = piece.shape else {
            return Ok(());
        };
        let pattern = Pattern::new(words, self.mode, tail);
        if !pattern.is_empty() {
            self.tail = tail;
            self.terms.push(Term { sign, form, pattern, range });
        }
        Ok(())
    }

    fn condition(
        &mut self,
        piece: &QueryPiece<'_>,
        key: filter::FilterKey,
        value: &str,
        stage: Stage,
    ) -> Result<(), LocatedProblem> {
        if !key.is_for(self.purpose) {
            let key = key.name();
            let problem = match self.purpose {
                QueryPurpose::Texts => QueryProblem::OfTasks { key },
                QueryPurpose::Tasks => QueryProblem::NotOfTasks { key },
            };
            let range = piece.range.clone();
            return match stage {
                Stage::Typing => Ok(()),
                Stage::Finished => Err(LocatedProblem { range, problem }),
            };
        }
        match filter::read(key, value, self.mode) {
            // What is being typed is not wrong yet.
            Err(_) if stage == Stage::Typing => Ok(()),
            Err(problem) => Err(LocatedProblem { range: piece.range.clone(), problem }),
            Ok(filter::Read::Title)
                if piece.sign == TermSign::Without && stage == Stage::Finished =>
            {
                Err(LocatedProblem { range: piece.range.clone(), problem: QueryProblem::NotTitle })
            }
            Ok(filter::Read::Title) => {
                self.scope = SearchScope::Title;
                Ok(())
            }
            // "loại:kết luận" is a kind of speeches, which the register does not ask for.
            Ok(filter::Read::Rule(filter::FilterRule::Kind(_)))
                if self.purpose == QueryPurpose::Tasks && stage == Stage::Finished =>
            {
                let problem = QueryProblem::NoRole { typed: value.to_owned() };
                Err(LocatedProblem { range: piece.range.clone(), problem })
            }
            Ok(filter::Read::Rule(rule)) => {
                self.filters.push(Filter { sign: piece.sign, rule, range: piece.range.clone() });
                Ok(())
            }
        }
    }

    /// Looks at the query as a whole.
    fn check(
        &self,
        length: usize,
        pieces: &[QueryPiece<'_>],
        stage: Stage,
    ) -> Result<(), LocatedProblem> {
        if stage == Stage::Typing {
            return Ok(());
        }
        let whole = || 0..length;
        if let Some(near) = pieces.iter().find_map(|piece| lexer::misspelled(piece, self.purpose)) {
            return Err(near);
        }
        if self.wanted().next().is_none() && self.scope == SearchScope::Title {
            return Err(LocatedProblem { range: whole(), problem: QueryProblem::TitleAlone });
        }
        let only_unwanted = self.purpose == QueryPurpose::Texts
            && self.wanted().next().is_none()
            && self.unwanted().next().is_some();
        if only_unwanted && self.filters.iter().all(|filter| filter.sign == TermSign::Without) {
            return Err(LocatedProblem { range: whole(), problem: QueryProblem::OnlyWithout });
        }
        Ok(())
    }
}

/// Returns a text without blanks at its ends, and single ones within.
fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

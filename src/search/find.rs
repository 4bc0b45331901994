//! A query and a speech → the hits.
//!
//! Words are looked for in a row first, and only if that is nowhere in the speech one by one, all
//! of them within one passage: the text of an item up to the next item, or outside of items a
//! paragraph. Quoted words are always a row. What keys give under Telex or VNI counts if that
//! gives more hits than the letters themselves.

use super::hit::Hit;
use super::language::{Query, SearchScope, TermSign};
use super::page::{Occurrence, Page};
use super::passage::{Passage, Passages};
use super::pattern::Pattern;
use super::reading::How;
use super::sought::{Hidden, Sought};
use crate::text::{TextPos, TextRange};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// The most hits that are collected.
pub const MOST_HITS: usize = 100_000;

/// How the words of a query are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordOrder {
    /// In a row, with nothing but blanks and signs between them.
    Row,
    /// In any order, within one passage.
    Any,
}

/// How many hits are found between two looks whether they are still wanted.
const SLICE: usize = 256;

/// Finds all hits, in order, up to about [`MOST_HITS`].
pub fn find(sought: Sought<'_>, page: &Page, query: &Query) -> Vec<Hit> {
    find_while(sought, page, query, || true).unwrap_or_default()
}

/// Finds all hits as [`find`] does, as long as they are wanted; nothing once they are not.
pub fn find_while(
    sought: Sought<'_>,
    page: &Page,
    query: &Query,
    is_wanted: impl Fn() -> bool,
) -> Option<Vec<Hit>> {
    for sought in looks(sought) {
        for order in orders(query) {
            let hits = collect(QuerySearch::new(sought, page, query, order), &is_wanted)?;
            if !hits.is_empty() {
                return Some(hits);
            }
        }
    }
    Some(Vec::new())
}

/// Finds all hits with the words in a row, or else in any order, and tells which.
pub fn find_rows_first(sought: Sought<'_>, page: &Page, query: &Query) -> (WordOrder, Vec<Hit>) {
    let tries = looks(sought).flat_map(|sought| orders(query).map(move |order| (sought, order)));
    let found = tries.map(|(sought, order)| (order, find_in_order(sought, page, query, order)));
    let mut found = found.filter(|(_, hits)| !hits.is_empty());
    found.next().unwrap_or((WordOrder::Row, Vec::new()))
}

/// Returns the ways to look at hidden furniture, until one finds something.
fn looks(sought: Sought<'_>) -> impl Iterator<Item = Sought<'_>> {
    let hides =
        sought.hidden == Hidden::Last && sought.blocks.iter().any(|block| block.kind.is_hidden());
    let all = sought.with_hidden(Hidden::Same);
    hides.then_some(sought).into_iter().chain(std::iter::once(all))
}

/// Finds all hits with the words in this order or any; none in hidden furniture, unless that
/// counts as the rest.
pub fn find_in_order(sought: Sought<'_>, page: &Page, query: &Query, order: WordOrder) -> Vec<Hit> {
    collect(QuerySearch::new(sought, page, query, order), &|| true).unwrap_or_default()
}

/// Collects the hits of a search; nothing once they are not wanted.
fn collect(search: QuerySearch<'_>, is_wanted: &dyn Fn() -> bool) -> Option<Vec<Hit>> {
    let mut hits = Vec::new();
    let mut by_keys = 0;
    let mut wanted = is_wanted();
    search.run(0, &mut |hit: Hit| {
        by_keys += usize::from(hit.how.is_typed());
        hits.push(hit);
        if hits.len().is_multiple_of(SLICE) {
            wanted = is_wanted();
        }
        match wanted && hits.len() < MOST_HITS {
            true => ControlFlow::Continue(()),
            false => ControlFlow::Break(()),
        }
    });
    if !wanted {
        return None;
    }
    // The letters themselves are meant where they are found as often.
    if by_keys <= hits.len() - by_keys {
        hits.retain(|hit| !hit.how.is_typed());
    }
    Some(hits)
}

/// Finds the first hit at or after `from`, going on from the start when there is none. What keys
/// give counts here, because the letters' own hits have not been counted.
pub fn find_next(sought: Sought<'_>, page: &Page, query: &Query, from: TextPos) -> Option<Hit> {
    let every = looks(sought).flat_map(|sought| orders(query).map(move |order| (sought, order)));
    every.into_iter().find_map(|(sought, order)| {
        let search = QuerySearch::new(sought, page, query, order);
        let mut found = None;
        let mut take = |least: TextPos| {
            search.run(if least == TextPos::ZERO { 0 } else { least.get() }, &mut |hit: Hit| {
                if hit.range.start < least {
                    return ControlFlow::Continue(());
                }
                found = Some(hit);
                ControlFlow::Break(())
            });
            found.take()
        };
        take(from).or_else(|| take(TextPos::ZERO))
    })
}

/// Returns the orders in which the words of a query are tried, until one finds something.
fn orders(query: &Query) -> impl Iterator<Item = WordOrder> + use<> {
    let many = query.wanted().count() > 1;
    std::iter::once(WordOrder::Row).chain(many.then_some(WordOrder::Any))
}

/// One way of trying a query.
struct QuerySearch<'a> {
    sought: Sought<'a>,
    page: &'a Page,
    query: &'a Query,
    /// What must be there.
    wanted: Vec<Cow<'a, Pattern>>,
    unwanted: Vec<&'a Pattern>,
    passages: Passages<'a>,
}

type Take<'t> = &'t mut dyn FnMut(Hit) -> ControlFlow<()>;

impl<'a> QuerySearch<'a> {
    fn new(sought: Sought<'a>, page: &'a Page, query: &'a Query, order: WordOrder) -> Self {
        let passages = Passages::new(sought);
        let unwanted = query.unwanted().map(|term| &term.pattern).collect();
        QuerySearch { sought, page, query, wanted: clauses(query, order), unwanted, passages }
    }

    /// Returns the hits to `take`, in order, beginning with the paragraph at `from`.
    fn run(&self, from: usize, take: Take<'_>) {
        if !self
            .query
            .filters()
            .iter()
            .all(|filter| filter.admits(self.sought.meta, self.sought.format))
        {
            return;
        }
        let skips = self.sought.hidden == Hidden::Last;
        let take: Take<'_> = &mut |hit: Hit| {
            let block = self.passages.block_at(hit.range.start);
            let hidden = self.sought.blocks.get(block).is_some_and(|block| block.kind.is_hidden());
            if skips && hidden { ControlFlow::Continue(()) } else { take(hit) }
        };
        // What is told by Break is how the search ended, and nobody asks.
        let _ = match self.wanted.as_slice() {
            [] => self.items(from, take),
            [only] if self.is_plain() => self.plainly(only, from, take),
            _ => self.by_passage(from, take),
        };
    }

    /// Tells whether every place where the words are is a hit.
    fn is_plain(&self) -> bool {
        self.unwanted.is_empty() && !self.asks_items() && self.query.scope() == SearchScope::Text
    }

    fn asks_items(&self) -> bool {
        self.query.filters().iter().any(|filter| filter.is_of_items())
    }

    fn plainly(&self, pattern: &Pattern, from: usize, take: Take<'_>) -> ControlFlow<()> {
        let start = self.page.folded_at(from);
        let all = start..self.page.folded().len();
        for found in self.page.occurrences(self.sought.text, pattern, all) {
            take(Hit::new(&found))?;
        }
        ControlFlow::Continue(())
    }

    /// Finds what has all words, passage by passage: those that have the longest.
    fn by_passage(&self, from: usize, take: Take<'_>) -> ControlFlow<()> {
        let (text, folded) = (self.sought.text, self.page.folded());
        let Some(rare) = self.wanted.iter().max_by_key(|pattern| pattern.weight()) else {
            return ControlFlow::Continue(());
        };
        let from = self.page.block_at(self.page.folded_at(from));
        let start = self.page.stretch(self.passages.around(from).blocks).start;
        let mut places = self.page.occurrences(text, rare, start..folded.len());
        while let Some(place) = places.next() {
            let passage = self.passages.around(self.page.block_at(place.folded.start));
            let stretch = self.page.stretch(passage.blocks.clone());
            places.skip_to(stretch.end);
            let in_scope =
                self.query.scope() == SearchScope::Text || passage.is_title(self.sought.blocks);
            let unwanted = |pattern: &&Pattern| self.page.has(text, pattern, stretch.clone());
            if !in_scope || self.unwanted.iter().any(unwanted) {
                continue;
            }
            let lists: Vec<Vec<Occurrence>> = self
                .wanted
                .iter()
                .map(|pattern| self.page.occurrences(text, pattern, stretch.clone()).collect())
                .collect();
            for hit in self.apart(&passage, lists).iter().flat_map(|lists| together(lists)) {
                if self.admits(hit.range.start) {
                    take(hit)?;
                }
            }
        }
        ControlFlow::Continue(())
    }

    /// Parts the places of a passage by the members of enumerations inside its paragraphs, which are
    /// items too.
    fn apart(&self, passage: &Passage, lists: Vec<Vec<Occurrence>>) -> Vec<Vec<Vec<Occurrence>>> {
        if !self.passages.has_members(passage) {
            return vec![lists];
        }
        let none = vec![Vec::new(); lists.len()];
        let mut parts = BTreeMap::new();
        for (which, list) in lists.into_iter().enumerate() {
            for place in list {
                let item = self.sought.outline.item_at(TextPos::new(place.source.start));
                parts.entry(item).or_insert_with(|| none.clone())[which].push(place);
            }
        }
        parts.into_values().collect()
    }

    fn admits(&self, pos: TextPos) -> bool {
        if !self.asks_items() {
            return true;
        }
        let around = self.passages.items_at(pos);
        self.query.filters().iter().all(|filter| filter.admits_item(&around))
    }

    /// Tells whether what must not be there is nowhere in the passage of a block.
    fn lacks(&self, block: usize) -> bool {
        if self.unwanted.is_empty() {
            return true;
        }
        let stretch = self.page.stretch(self.passages.around(block).blocks);
        let has = |pattern: &&Pattern| self.page.has(self.sought.text, pattern, stretch.clone());
        !self.unwanted.iter().any(has)
    }

    /// Finds the items that a query without words asks for; the title, if it asks for speeches.
    fn items(&self, from: usize, take: Take<'_>) -> ControlFlow<()> {
        if self.query.filters().is_empty() {
            return ControlFlow::Continue(());
        }
        if !self.asks_items() {
            return match self.passages.title() {
                Some(title) => take(Hit::whole(title, How::Unmarked)),
                None => ControlFlow::Continue(()),
            };
        }
        let positive = self.query.filters().iter().any(|filter| filter.sign == TermSign::With);
        // Many items may lie in one block.
        let mut known = None;
        for item in &self.sought.outline.items {
            let (marker, label) = (item.marker, item.label);
            let block = self.passages.block_at(marker.start);
            let (_, lacks) = match known {
                Some(known @ (of, _)) if of == block => known,
                _ => (block, self.lacks(block)),
            };
            known = Some((block, lacks));
            if positive && lacks && marker.start.get() >= from && self.admits(marker.start) {
                take(Hit::whole(
                    TextRange { start: marker.start, end: label.end.max(marker.end) },
                    How::Unmarked,
                ))?;
            }
        }
        ControlFlow::Continue(())
    }
}

/// Returns the patterns that must all be there.
fn clauses(query: &Query, order: WordOrder) -> Vec<Cow<'_, Pattern>> {
    use super::language::TermForm;
    let mut out: Vec<Cow<'_, Pattern>> = Vec::new();
    let mut row: Vec<&Pattern> = Vec::new();
    let signs_do = query.wanted().all(|term| term.pattern.is_signs());
    let close = |row: &mut Vec<&Pattern>, out: &mut Vec<Cow<'_, Pattern>>| match row.len() {
        0 => {}
        _ => out.push(Cow::Owned(Pattern::joined(row.drain(..)))),
    };
    for term in query.terms() {
        match (term.sign, term.form, order) {
            (TermSign::With, TermForm::Word, WordOrder::Row) => row.push(&term.pattern),
            (TermSign::With, TermForm::Word, WordOrder::Any) => {
                // A sign between words that stand apart says nothing.
                if signs_do || !term.pattern.is_signs() {
                    out.push(Cow::Borrowed(&term.pattern));
                }
            }
            (TermSign::With, TermForm::Phrase, _) => {
                close(&mut row, &mut out);
                out.push(Cow::Borrowed(&term.pattern));
            }
            (TermSign::Without, ..) => close(&mut row, &mut out),
        }
    }
    close(&mut row, &mut out);
    out
}

/// Puts the places of several patterns together: each hit has one of each, as near as they come.
fn together(lists: &[Vec<Occurrence>]) -> Vec<Hit> {
    if let [only] = lists {
        return only.iter().map(Hit::new).collect();
    }
    let mut all: Vec<(usize, &Occurrence)> = lists
        .iter()
        .enumerate()
        .flat_map(|(which, list)| list.iter().map(move |place| (which, place)))
        .collect();
    all.sort_by_key(|(which, place)| (place.source.start, *which));
    let mut hits = Vec::new();
    let mut last: Vec<Option<&Occurrence>> = vec![None; lists.len()];
    for (which, place) in all {
        last[which] = Some(place);
        if last.iter().all(Option::is_some) {
            hits.push(Hit::of(last.iter_mut().filter_map(Option::take)));
        }
    }
    hits
}

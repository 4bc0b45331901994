//! Which stretches of the stream of the text look how: pages of 512 bytes, for characters and for
//! paragraphs (FKP: MS-DOC §2.9.33 and §2.9.174).

use super::bytes::{Bytes, Plc};
use super::fib::{Age, Fib, TableStreamPart};
use super::ole::Container;
use super::sprm::{CharacterProperty, Sprms};
use crate::formats::read::ImportError;
use crate::formats::read::limits::Budget;
use std::ops::Range;

const PAGE: usize = 512;
/// The most bytes that are said elsewhere of paragraphs with very much to say.
const ELSEWHERE: usize = 16 * 1024 * 1024;

/// How many steps it takes to read something of another stream.
const FETCHED: u64 = 20;

/// A stretch of the stream of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PropertyRange {
    /// Its first byte, and the one behind its last.
    pub from: usize,
    pub to: usize,
    /// Where in that stream it is said how it looks.
    pub said: Range<usize>,
}

/// Stretches in the order of the stream.
#[derive(Debug, Default)]
pub(super) struct Stretches(Vec<PropertyRange>);

impl Stretches {
    /// Puts what is said of paragraphs in another stream to the end of the stream of the text.
    ///
    /// # Errors
    ///
    /// If that takes too many steps.
    pub fn fetch(
        &mut self,
        fib: &Fib,
        main: &mut Vec<u8>,
        (container, budget): (&mut Container, &Budget),
    ) -> Result<(), ImportError> {
        let own = main.len();
        for stretch in &mut self.0 {
            budget.step()?;
            let style = main.get(stretch.said.start..stretch.said.start + 2).map(<[u8]>::to_vec);
            let said = main.get(stretch.said.start + 2..stretch.said.end).unwrap_or_default();
            let elsewhere = Sprms::new(said, fib.age).find_map(|said| match said {
                CharacterProperty::Elsewhere(at) => Some(u64::from(at)),
                _ => None,
            });
            let (Some(at), Some(style)) = (elsewhere, style) else { continue };
            budget.steps(FETCHED)?;
            let length = container.part("Data", at, 2).and_then(|part| part.u16_at(0));
            let said =
                length.and_then(|length| container.part("Data", at + 2, usize::from(length)));
            let Some(said) = said.filter(|said| main.len() - own + said.len() < ELSEWHERE) else {
                continue;
            };
            let start = main.len();
            main.extend(style);
            main.extend(said);
            stretch.said = start..main.len();
        }
        Ok(())
    }

    /// Reads the looks of characters or paragraphs, whose pages `part` lists.
    pub fn read(
        fib: &Fib,
        (main, table): (&[u8], &[u8]),
        part: TableStreamPart,
        budget: &Budget,
    ) -> Result<Self, ImportError> {
        let size = if fib.age == Age::Word6 { 2 } else { 4 };
        let plc = Plc::new(fib.part(part, table), size);
        let number = |data: &[u8]| match fib.age {
            Age::Word6 => data.u16_at(0).map(usize::from),
            Age::Word97 => data.place_at(0).map(|page| page & 0x3F_FFFF),
        };
        let mut pages: Vec<usize> = (0..plc.count)
            .filter_map(|index| plc.data(index).and_then(number))
            .chain(unlisted(fib, main, part, plc.count))
            .filter(|page| (page + 1) * PAGE <= main.len())
            .collect();
        pages.sort_unstable();
        pages.dedup();
        let mut out = Vec::new();
        for page in pages {
            let bytes = &main[page * PAGE..(page + 1) * PAGE];
            let count = usize::from(bytes[PAGE - 1]);
            for index in 0..count {
                budget.step()?;
                let (from, to) = (bytes.place_at(index * 4), bytes.place_at(index * 4 + 4));
                let (Some(from), Some(to)) = (from, to) else { break };
                let said = match part {
                    TableStreamPart::CharacterPages => characters(bytes, count, index),
                    _ => paragraph(bytes, (count, index), fib.age),
                };
                let said = said.unwrap_or(0..0);
                let said = page * PAGE + said.start..page * PAGE + said.end;
                if from < to {
                    out.push(PropertyRange { from, to, said });
                }
            }
        }
        out.sort_by_key(|stretch| stretch.from);
        Ok(Stretches(out))
    }

    /// Returns the stretch that holds a byte.
    pub fn at(&self, place: usize) -> Option<&PropertyRange> {
        let behind = self.0.partition_point(|stretch| stretch.from <= place);
        let stretch = &self.0[behind.checked_sub(1)?];
        (place < stretch.to).then_some(stretch)
    }

    /// Returns the first byte behind `place` that belongs to another stretch.
    pub fn end(&self, place: usize) -> usize {
        match self.at(place) {
            Some(stretch) => stretch.to,
            None => {
                let behind = self.0.partition_point(|stretch| stretch.from <= place);
                self.0.get(behind).map_or(usize::MAX, |stretch| stretch.from)
            }
        }
    }
}

/// Returns the pages that Word 6 does not list: they follow one another.
fn unlisted(fib: &Fib, main: &[u8], part: TableStreamPart, listed: usize) -> Range<usize> {
    const FIRST: usize = 0x18A;
    const COUNT: usize = 0x18E;
    let which = if part == TableStreamPart::CharacterPages { 0 } else { 2 };
    let number = |at: usize| usize::from(main.u16_at(at + which).unwrap_or(0));
    let (first, count) = (number(FIRST), number(COUNT));
    if fib.age == Age::Word6 && first > 0 && listed < count { first..first + count } else { 0..0 }
}

/// Returns where on a page of characters it is said how the stretch `index` looks.
fn characters(page: &[u8], count: usize, index: usize) -> Option<Range<usize>> {
    let at = usize::from(page.u8_at((count + 1) * 4 + index)?) * 2;
    if at == 0 {
        return None;
    }
    let length = usize::from(page.u8_at(at)?);
    Some(at + 1..(at + 1 + length).min(PAGE))
}

/// Returns where on a page of paragraphs it is said how the stretch `index` looks, its style first.
fn paragraph(page: &[u8], (count, index): (usize, usize), age: Age) -> Option<Range<usize>> {
    let size = if age == Age::Word6 { 7 } else { 13 };
    let at = usize::from(page.u8_at((count + 1) * 4 + index * size)?) * 2;
    if at == 0 {
        return None;
    }
    let words = usize::from(page.u8_at(at)?);
    let (start, length) = match (age, words) {
        (Age::Word6, words) => (at + 1, words * 2),
        (Age::Word97, 0) => (at + 2, usize::from(page.u8_at(at + 1)?) * 2),
        (Age::Word97, words) => (at + 1, words * 2 - 1),
    };
    Some(start.min(PAGE)..(start + length).min(PAGE))
}

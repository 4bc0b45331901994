//! The offices, persons and places that a paragraph names.

use super::super::cues::{
    ASIDE, COMPOUND, JOIN, MUST, NAME, PAST, PLACE, POST, QUALIFIER, REPORT, TAIL, TIME_UNIT, VERB,
    WITH,
};
use super::{Gap, Line};
use crate::speech::parse::lexicon::offices::{COMPLETE, DETERMINER, FURTHER, HEAD, PERSON};
use crate::text::{TextPos, TextRange};
use std::cell::Cell;
use std::ops::Range;

/// How many bytes what stands in brackets behind a name may have.
const BRACKET: usize = 240;

impl Line<'_> {
    /// Returns the place behind the offices or persons that are named from a word on, all of a list.
    pub fn offices(&self, at: usize) -> Option<usize> {
        let known = self.offices.get(at)?;
        let end = known.get().map(|end| end as usize).unwrap_or_else(|| {
            let end = self.read_offices(at).unwrap_or(at);
            known.set(u32::try_from(end).ok());
            end
        });
        (end > at).then_some(end)
    }

    fn read_offices(&self, at: usize) -> Option<usize> {
        let mut end = self.office(at)?;
        // A sentence that begins with those who are told may part them by semicolons.
        let opens = at == 0 || self.gap(at) == Gap::Stop;
        // What was found from a name of the list holds from those before it.
        let mut starts = Vec::new();
        let end = loop {
            let joined = self.joint(end);
            let next = end + joined.unwrap_or(0);
            let may = self.gap(end) == Gap::Comma
                || opens && self.gap(end) == Gap::Semicolon
                || joined.is_some() && self.gap(end) == Gap::Blank;
            let orders = self.tells(next) && self.cue(next + 2, QUALIFIER).is_none();
            if !may || orders {
                break end;
            }
            let known = self.offices.get(next).and_then(Cell::get).map(|known| known as usize);
            if let Some(known) = known.filter(|_| !opens) {
                break known.max(end);
            }
            match self.office(next).or_else(|| self.brand(next)) {
                Some(further) => end = further,
                None => break end,
            }
            starts.push(next);
        };
        for start in starts.into_iter().filter(|_| !opens) {
            self.offices[start].set(u32::try_from(end).ok());
        }
        Some(end)
    }

    /// Returns the place behind a name of one word in a list of offices: "VNPT", "Viettel" before another of them.
    fn brand(&self, at: usize) -> Option<usize> {
        let word = self.words(at..(at + 1).min(self.len()));
        let is_short = word.chars().count() > 2 && word.chars().all(char::is_uppercase);
        let goes_on = self.gap(at + 1) == Gap::Comma || self.joint(at + 1).is_some();
        let next = at + 1 + self.joint(at + 1).unwrap_or(0);
        let among = goes_on && self.is_capital(next) && self.office(next).is_some();
        let alone = !self.is_capital(at + 1) || self.gap(at + 1) != Gap::Blank;
        (self.is_capital(at) && alone && (is_short || among)).then_some(at + 1)
    }

    /// Returns how many words join an office to the one before it: "và", "đặc biệt là".
    fn joint(&self, at: usize) -> Option<usize> {
        let and = ["và", "cùng", "and"].iter().any(|word| self.is(at, word));
        and.then_some(1).or_else(|| self.cue(at, JOIN))
    }

    /// Returns the place behind the office, person or place that is named from a word on.
    fn office(&self, at: usize) -> Option<usize> {
        self.reader.words.get(at)?;
        if self.cue(at, COMPOUND).is_some() {
            return None;
        }
        let known = self.cue(at, NAME).map(|count| self.with_level(self.proper_name(at + count)));
        let read = self.reader.office(at).map(|found| found.end);
        if let Some(found) = known.max(read).max(self.place(at)) {
            let stop = (at + 1..found).find(|inside| {
                // "Ban Chỉ huy 3 giờ một lần": the figure counts hours, and is of no name.
                let is_work = self.gap(*inside) == Gap::Colon && !self.is_capital(*inside)
                    || self.is_number(*inside) && self.cue(inside + 1, TIME_UNIT).is_some();
                is_work || self.gap(*inside) == Gap::Stop || self.between(*inside).contains(')')
            });
            let end = self.without_tail(at, stop.unwrap_or(found));
            // "Các chủ đầu tư, các đơn vị tư vấn": the last of several may be a longer name.
            let longer = (at + 1..end).filter_map(|inside| {
                let count = self.cue(inside, NAME)?;
                (self.gap(inside) == Gap::Comma).then_some(inside + count)
            });
            let end = longer.max().map_or(end, |longer| end.max(longer));
            return (end > at).then(|| self.with_qualifiers(self.named_after_colon(end)));
        }
        None
    }

    /// Adds the level that a name goes on with: "BHXH" "tỉnh".
    fn with_level(&self, at: usize) -> usize {
        let is_level = self.gap(at) == Gap::Blank
            && !self.is_capital(at)
            && self.cue(at, PLACE) == Some(1)
            && !self.is_capital(at + 1);
        at + usize::from(is_level)
    }

    /// Returns the place behind a place that is named from a word on: "tỉnh Lâm Đồng".
    fn place(&self, at: usize) -> Option<usize> {
        let from = at + self.cue(at, PLACE)?;
        let name = (from..self.len()).take_while(|next| {
            self.is_capital(*next)
                && self.gap(*next) == Gap::Blank
                && !self.between(*next).contains('(')
        });
        name.last().map(|last| last + 1)
    }

    /// Returns where a name ends that goes on with "có liên quan", or with "từ Hà Tĩnh đến Lâm Đồng".
    fn with_qualifiers(&self, at: usize) -> usize {
        let mut end = at;
        while self.gap(end) == Gap::Blank
            && let Some(count) = self.cue(end, QUALIFIER)
        {
            end += count;
        }
        let of = self.gap(end) == Gap::Blank && (self.is(end, "của") || self.is(end, "thuộc"));
        if of && let Some(whole) = self.office(end + 1) {
            end = whole;
        }
        if self.gap(end) == Gap::Blank && self.is(end, "từ") && self.is_capital(end + 1) {
            let until =
                (end + 2..end + 7).find(|at| self.is(*at, "đến") && self.is_capital(at + 1));
            if let Some(until) = until {
                end = until + 1;
                while self.is_capital(end) && self.gap(end) == Gap::Blank {
                    end += 1;
                }
            }
        }
        end
    }

    /// Returns where the proper name ends that a name goes on with: "Đài" "Truyền hình Việt Nam".
    fn proper_name(&self, at: usize) -> usize {
        let ends = MUST | VERB | PAST | ASIDE | WITH | TAIL | QUALIFIER | REPORT;
        let mut end = at;
        while self.gap(end) == Gap::Blank {
            let second = end > at && self.is_capital(end - 1) && self.cue(end, ends).is_none();
            if !self.is_capital(end) && !second {
                break;
            }
            end += 1;
        }
        end.min(self.len())
    }

    /// Returns where the names end that stand behind a colon: "các Bộ: Xây dựng, Công Thương".
    fn named_after_colon(&self, at: usize) -> usize {
        if self.gap(at) != Gap::Colon
            || !self.is_capital(at)
            || self.sense(at - 1, HEAD).is_none() && !self.is_behind(at, PLACE)
        {
            return at;
        }
        let mut end = at;
        while end < self.len() {
            let follows = end == at || self.gap(end) <= Gap::Comma;
            let second = end > at
                && self.gap(end) == Gap::Blank
                && self.is_capital(end - 1)
                && self.cue(end, MUST | VERB | PAST | ASIDE).is_none();
            let joins = self.is(end, "và")
                && self.is_capital(end + 1)
                && self.sense(end + 1, DETERMINER).is_none();
            if !(follows && self.is_capital(end) || second || joins) {
                break;
            }
            end += 1;
        }
        // "Đối với cấp tỉnh: Ngoài …" names no more.
        let several = (at + 1..end).any(|at| self.gap(at) == Gap::Comma || self.is(at, "và"));
        if several { end } else { at }
    }

    /// Returns where a phrase begins that a name has swallowed the first words of.
    fn overhang(&self, least: usize, end: usize) -> Option<usize> {
        // "Cơ quan, tổ chức" ends in no order.
        let named = |count: usize| {
            end.checked_sub(count).is_some_and(|from| self.cue(from, NAME) == Some(count))
        };
        if (3..=5).any(named) {
            return None;
        }
        // "Sở Tài chính tham mưu UBND tỉnh": an order with another office behind it.
        let order = |at: &usize| {
            let count = self.cue(*at, VERB).filter(|_| !self.is_capital(*at)).unwrap_or(0);
            let next = at + count;
            count > 1
                && next < end
                && self.is_capital(next)
                && self.sense(next, HEAD | COMPLETE).is_some()
        };
        if let Some(cut) = (least..end).find(order) {
            return Some(cut);
        }
        (least..end).rev().take(3).find(|at| {
            if self.cue(*at, COMPOUND | PLACE).is_some_and(|count| at + count > end) {
                return true;
            }
            let order = self.cue(*at, MUST | VERB | WITH | REPORT | PAST | ASIDE).unwrap_or(0);
            !self.is_capital(*at) && order > 1 && at + order >= end && !self.is(end, "cho")
        })
    }

    /// Takes words off the end of a name that belong to what stands behind it: the first words of an order, "trước", "các".
    fn without_tail(&self, start: usize, found: usize) -> usize {
        let which = self.sense(start, DETERMINER).unwrap_or(0);
        let head = self.sense(start + which, HEAD | COMPLETE | PERSON).unwrap_or(1);
        let least = start + (which + head).max(self.cue(start, NAME).unwrap_or(0));
        let mut end = found;
        loop {
            // "Ngân hàng" ends in no such word.
            let whole = end >= 2
                && self.sense(end - 2, HEAD | COMPLETE | FURTHER).is_some_and(|count| count > 1);
            if let Some(cut) = self.overhang(least, end) {
                end = cut;
            } else if end > least && self.cue(end - 1, TAIL) == Some(1) && !whole {
                end -= 1;
            } else {
                return end;
            }
        }
    }

    /// Tells whether those who are named are named as such: with a capital, with a word such as "các", or with more than a word or two.
    pub fn is_addressed(&self, office: Range<usize>) -> bool {
        self.is_capital(office.start)
            || self.sense(office.start, DETERMINER | PERSON).is_some()
            || office.len() > 2
    }

    /// Adds what stands in brackets right behind: "Nhà đầu tư (Tập đoàn Đèo Cả)".
    fn with_bracket(&self, range: TextRange) -> TextRange {
        let behind = &self.text[range.end.get() - self.start..];
        let behind = &behind[..behind.floor_char_boundary(BRACKET)];
        let close = behind.find(')').filter(|_| behind.trim_start().starts_with('('));
        match close {
            Some(close) => TextRange { end: TextPos::new(range.end.get() + close + 1), ..range },
            None => range,
        }
    }

    /// Tells whether a noun in small letters is no part of the name before it: "Bộ Chỉ huy Quân sự tỉnh và sở, ngành có liên quan", "các
    /// cấp ủy và người đứng đầu".
    fn is_office_of_its_own(&self, from: usize, at: usize, next: usize) -> bool {
        let is_proper =
            self.sense(from, DETERMINER).is_none() && (from + 1..at).any(|at| self.is_capital(at));
        is_proper && !self.is_capital(next) && self.sense(next, HEAD).is_some()
            || self.cue(next, NAME).is_some_and(|count| count > 2)
    }

    /// Tells whether a person is named from a word on: "đồng chí Hà", not "đồng chí Chủ tịch".
    fn is_person(&self, at: usize) -> bool {
        let name = self.sense(at, PERSON).map(|count| at + count);
        name.is_some_and(|name| self.is_capital(name) && self.cue(name, POST).is_none())
    }

    /// Cuts a list of offices into those that have a noun of their own: behind a comma or "và" one begins with a capital or with a word such
    /// as "các"; a person and the post that is told behind the name are one.
    pub fn each_office(&self, list: Range<usize>) -> Vec<TextRange> {
        let mut out = Vec::new();
        let mut from = list.start;
        for at in list.start + 1..list.end {
            let joint = self.joint(at);
            let next = at + joint.unwrap_or(0);
            let parts = joint.is_some() || self.gap(at) >= Gap::Comma;
            let is_post = joint.is_none() && self.cue(at, POST).is_some() && self.is_person(from);
            // "Văn phòng HĐND và UBND" is one.
            let is_inside = self.cue(from, NAME).is_some_and(|count| at < from + count);
            if next >= list.end || !parts || next < from || is_post || is_inside {
                continue;
            }
            // "Bộ trưởng các Bộ: Quốc phòng, Công an" are one list of names.
            let in_names = (from + 1..at).any(|at| self.gap(at) == Gap::Colon);
            let begins = self.sense(next, DETERMINER).is_some()
                || joint.is_some_and(|count| count > 1)
                || self.gap(at) == Gap::Semicolon
                || joint.is_some() && self.is_office_of_its_own(from, at, next)
                || !in_names && self.office(next).is_none() && self.brand(next).is_some()
                || !in_names
                    && (joint.is_some() && self.sense(next, PERSON).is_some()
                        || self.is_person(next)
                        || self
                            .cue(next, PLACE)
                            .is_some_and(|count| self.is_capital(next + count))
                        || self.is_capital(next)
                            && (self.sense(next, HEAD | PERSON).is_some()
                                || self.cue(next, PLACE | NAME).is_some()));
            if begins && at > from {
                out.push(self.with_bracket(self.range(from..at)));
                from = next;
            }
        }
        if from < list.end {
            out.push(self.with_bracket(self.range(from..list.end)));
        }
        out
    }
}

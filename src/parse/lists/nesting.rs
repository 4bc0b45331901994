//! In which of the open lists a new one lies.

use super::builder::{Builder, DEEPER, Open, State};
use super::{Candidate, Marker, announces};
use crate::parse::marker::Family;

/// A marker that opens a new list.
#[derive(Clone, Copy)]
struct Opening {
    marker: Marker,
    /// Whether, inside the open list at hand, another one still goes on.
    going: bool,
}

impl Builder<'_> {
    /// Finds how many of the open lists a new one lies in.
    pub(super) fn depth_for(&self, index: usize, marker: Marker) -> usize {
        // The innermost list whose next number is still to come.
        let going = self.open.iter().rposition(|open| {
            open.state == State::Running
                && open.last > 0
                && !open.family.is_bullet()
                && self.sight.next(open.kind, index) == Some(open.last + 1)
        });
        let keeps = |(depth, open): (usize, &Open)| {
            let going = going.is_some_and(|inner| inner > depth);
            self.keeps(index, depth, open, Opening { marker, going })
        };
        self.open.iter().enumerate().position(|open| !keeps(open)).unwrap_or(self.open.len())
    }

    /// Tells whether an open list stays open when a marker opens a new one.
    fn keeps(&self, index: usize, depth: usize, open: &Open, opening: Opening) -> bool {
        let Opening { marker, going } = opening;
        let candidate = self.candidates[index];
        let numbered = !open.family.is_bullet() && open.family != Family::Made;
        let next = self.sight.next(open.kind, index);
        let goes_on = numbered && next == Some(open.last + 1);
        let same_key = open.family == marker.family && open.sign == marker.sign;
        if same_key {
            if marker.family.is_bullet() {
                return open.state == State::Running && candidate.indent >= open.indent + DEEPER;
            }
            // "Thứ nhất, về hòa bình:" / "1. …": a list in an item of another family.
            let inner = self.open.last().filter(|last| last.list != open.list);
            let announced = inner.is_some_and(|inner| {
                let entry = self.found.entries[inner.entry].block;
                inner.state == State::Running
                    && candidate.before == Some(entry)
                    && announces(self.source.blocks[entry].range.of(self.source.text))
            });
            if announced {
                return open.state == State::Running;
            }
            // Parts of a law of one rank do not lie in each other.
            if matches!(open.family, Family::Law(_)) {
                return false;
            }
            if self.comes_back(index, open, going) {
                return true;
            }
            // "**1. Tiêu đề**" over "1. …": told apart by how they are set off.
            let outer = open.style < candidate.style && open.state == State::Running;
            return outer && marker.family.heads_parts() && self.is_first_in(candidate, open);
        }
        if let (Family::Decimal(_), Family::Arabic | Family::Decimal(_)) =
            (marker.family, open.family)
            && marker.prefix == open.last
        {
            return true;
        }
        if goes_on {
            return true;
        }
        if open.state == State::Paused {
            return false;
        }
        if open.family.is_spoken() && marker.family.is_spoken() {
            return false;
        }
        // What lies in what is told by what comes first: "I. …" with "A. …" right below.
        let part = matches!(marker.family, Family::Capital | Family::Roman);
        let below = candidate.before == Some(self.found.entries[open.entry].block);
        if part && below && open.family.heads_parts() && !self.had(marker.family) {
            return true;
        }
        if let (Some(outer), Some(inner)) = (open.family.rank(), marker.family.rank())
            && (outer > inner || (outer == inner && open.family != marker.family))
        {
            return false;
        }
        // The parts of a document lie in no list of sentences.
        let part = part || matches!(marker.family, Family::Law(_));
        if part && open.family.rank().is_none() {
            return false;
        }
        // "-" does not lie in "+", which lies in "-".
        if let (Family::Bullet('+'), Family::Bullet('-')) = (open.family, marker.family) {
            return false;
        }
        !self.left(candidate, depth, open)
    }

    /// Tells whether a list of the same numbers goes on behind the new one that is announced in its
    /// item: "3. …", "Thứ nhất, …", "1. … 2. …", "Thứ hai, …", "4. …".
    fn comes_back(&self, index: usize, open: &Open, going: bool) -> bool {
        let candidate = self.candidates[index];
        let line = |block: usize| self.source.blocks[block].range.of(self.source.text);
        if open.state != State::Running || !candidate.before.is_some_and(|at| announces(line(at))) {
            return false;
        }
        going || self.sight.comes_back(index, open.kind, open.last)
    }

    /// Tells whether an unmarked paragraph announces a list of bullets behind the last member of an
    /// open one, so that it is another.
    pub(super) fn is_announced_anew(&self, candidate: Candidate, open: &Open) -> bool {
        let last = self.found.entries.last().map(|entry| entry.block);
        candidate.marker.family.is_bullet()
            && candidate.before.is_some_and(|before| {
                before > self.found.entries[open.entry].block
                    && last.is_some_and(|last| before > last)
                    && announces(self.source.blocks[before].range.of(self.source.text))
            })
    }

    /// Tells whether the new list is the first thing in the open item, or announced in it.
    fn is_first_in(&self, candidate: Candidate, open: &Open) -> bool {
        let entry = self.found.entries[open.entry].block;
        candidate.before.is_some_and(|before| {
            before == entry || announces(self.source.blocks[before].range.of(self.source.text))
        })
    }

    /// Tells whether an unmarked paragraph that announces the new list ended an open one: a
    /// bullet, or the last of a list that counts in words (STRUCTURE §2, continuation).
    fn left(&self, candidate: Candidate, depth: usize, open: &Open) -> bool {
        let entry = self.found.entries[open.entry].block;
        let line = |block: usize| self.source.blocks[block].range.of(self.source.text);
        let short = open.family.is_bullet()
            || open.family.is_spoken()
            || matches!(open.family, Family::Bracketed | Family::SmallRoman);
        // An item that is a heading holds what is announced under it.
        let sentence = line(entry).trim_end_matches(['*', '_', ' ']).ends_with(['.', ';', ',']);
        let innermost = depth + 1 == self.open.len();
        let announced =
            candidate.before.is_some_and(|before| before > entry && announces(line(before)));
        short && sentence && innermost && announced
    }
}

//! In which of the open lists a new one lies.

use super::belonging::{Between, NestingSign};
use super::builder::{Builder, DEEPER, ListState, OpenList};
use super::{Marker, MarkerCandidate, announces};
use crate::speech::parse::marker::Family;

/// A marker that opens a new list.
#[derive(Clone, Copy)]
struct NewList {
    marker: Marker,
    /// Whether, inside the open list at hand, another one still goes on.
    going: bool,
    between: Between,
    /// Whether its number leads to the open list or to one inside.
    leads: bool,
}

impl Builder<'_> {
    /// Finds how many of the open lists a new one lies in.
    pub(super) fn depth_for(&self, index: usize, marker: Marker, between: Between) -> usize {
        // The innermost list whose next number is still to come.
        let going = self.open.iter().rposition(|open| {
            open.state == ListState::Running
                && open.last > 0
                && !open.family.is_bullet()
                && self.sight.next(open.kind, index) == Some(open.last + 1)
        });
        // The innermost list whose number the new one has before its own: "2.3." of "2.3.1."
        let leads = self.open.iter().rposition(|open| {
            let signs = |family| match family {
                Family::Arabic => Some(0),
                Family::Decimal(signs) => Some(signs),
                _ => None,
            };
            let outer = signs(open.family).zip(signs(marker.family));
            outer.is_some_and(|(outer, inner)| outer < inner) && marker.prefix == open.last
        });
        let opening = |depth: usize| {
            let going = going.is_some_and(|inner| inner > depth);
            NewList { marker, going, between, leads: leads.is_some_and(|inner| inner >= depth) }
        };
        #[cfg(test)]
        for (depth, open) in self.open.iter().enumerate() {
            if self.rule(index, open, opening(depth)).is_none() {
                self.weighed.borrow_mut().push(super::Weighed {
                    block: self.candidates[index].block,
                    within: self.found.entries[open.entry].block,
                    signs: self.signs(index, open, between),
                });
            }
        }
        let keeps = |depth: usize| {
            let open = &self.open[depth];
            let rule = self.rule(index, open, opening(depth));
            rule.unwrap_or_else(|| self.lies_in(index, open, between, []))
        };
        (0..self.open.len()).find(|&depth| !keeps(depth)).unwrap_or(self.open.len())
    }

    /// Tells whether an open list stays open when a marker opens a new one, where a rule says so;
    /// nothing where the signs are to be weighed.
    fn rule(&self, index: usize, open: &OpenList, opening: NewList) -> Option<bool> {
        let NewList { marker, between, .. } = opening;
        let candidate = self.candidates[index];
        let numbered = !open.family.is_bullet() && open.family != Family::Made;
        let next = self.sight.next(open.kind, index);
        let goes_on = numbered && next == Some(open.last + 1);
        let same_key = open.family == marker.family && open.sign == marker.sign;
        if same_key {
            return Some(self.keeps_its_like(index, open, opening));
        }
        if opening.leads {
            return Some(true);
        }
        let parted =
            !between.heading && (between.lead.is_some() || between.salutation || between.caption);
        if goes_on {
            return Some(true);
        }
        if open.state == ListState::Paused && !parted {
            return Some(false);
        }
        if open.family.is_spoken() && marker.family.is_spoken() {
            return Some(false);
        }
        // "Kết quả thứ hai: …" / "Hạn chế thứ nhất: …", but "Nhóm 1: …" / "Nhiệm vụ 1: …".
        let named = |family| matches!(family, Family::Named(_));
        if named(open.family) && named(marker.family) {
            return None;
        }
        // What lies in what is told by what comes first: "I. …" with "A. …" right below.
        let part = matches!(marker.family, Family::Capital | Family::Roman);
        let below = candidate.before == Some(self.found.entries[open.entry].block);
        if part && below && open.family.heads_parts() && !self.had(marker.family) {
            return Some(true);
        }
        if let (Some(outer), Some(inner)) = (open.family.rank(), marker.family.rank())
            && (outer > inner || (outer == inner && open.family != marker.family))
        {
            return Some(false);
        }
        // The parts of a document lie in no list of sentences.
        let part = part || matches!(marker.family, Family::Law(_));
        if part && open.family.rank().is_none() {
            return Some(false);
        }
        // "-" does not lie in "+", which lies in "-".
        if let (Family::Bullet('+'), Family::Bullet('-')) = (open.family, marker.family) {
            return Some(false);
        }
        if parted { None } else { Some(true) }
    }

    /// Tells whether a list of the same family and sign stays open: its own kind lies in it by its
    /// indent, its announcement, how it is set off, or because its own numbers come back.
    fn keeps_its_like(&self, index: usize, open: &OpenList, opening: NewList) -> bool {
        let NewList { marker, going, between, .. } = opening;
        let candidate = self.candidates[index];
        if marker.family.is_bullet() {
            return open.state == ListState::Running && candidate.indent >= open.indent + DEEPER;
        }
        // "Thứ nhất, về hòa bình:" / "1. …": a list in an item of another family.
        let inner = self.open.last().filter(|last| last.list != open.list);
        let announced = inner.is_some_and(|inner| {
            let entry = self.found.entries[inner.entry].block;
            inner.state == ListState::Running
                && candidate.before == Some(entry)
                && announces(self.source.blocks[entry].range.of(self.source.text))
        });
        if announced {
            return open.state == ListState::Running;
        }
        // Parts of a law of one rank do not lie in each other.
        if matches!(open.family, Family::Law(_)) {
            return false;
        }
        if self.comes_back(index, open, going) {
            // A number that is left out of the new list looks the same.
            let slips = !going && between.lead.is_some();
            return !slips || self.lies_in(index, open, between, [NestingSign::ComesBack]);
        }
        // "**1. Tiêu đề**" over "1. …": told apart by how they are set off.
        let outer = open.style < candidate.style && open.state == ListState::Running;
        outer && marker.family.heads_parts() && self.is_first_in(candidate, open)
    }

    /// Tells whether a list of the same numbers goes on behind the new one that is announced in its
    /// item: "3. …", "Thứ nhất, …", "1. … 2. …", "Thứ hai, …", "4. …".
    fn comes_back(&self, index: usize, open: &OpenList, going: bool) -> bool {
        let candidate = self.candidates[index];
        let line = |block: usize| self.source.blocks[block].range.of(self.source.text);
        if open.state != ListState::Running
            || !candidate.before.is_some_and(|at| announces(line(at)))
        {
            return false;
        }
        going || self.sight.comes_back(index, open.kind, open.last)
    }

    /// Tells whether an unmarked paragraph announces a list of bullets behind the last member of an
    /// open one, so that it is another.
    pub(super) fn is_announced_anew(&self, candidate: MarkerCandidate, open: &OpenList) -> bool {
        let last = self.found.entries.last().map(|entry| entry.block);
        candidate.marker.family.is_bullet()
            && candidate.before.is_some_and(|before| {
                before > self.found.entries[open.entry].block
                    && last.is_some_and(|last| before > last)
                    && announces(self.source.blocks[before].range.of(self.source.text))
            })
    }

    /// Tells whether the new list is the first thing in the open item, or announced in it.
    fn is_first_in(&self, candidate: MarkerCandidate, open: &OpenList) -> bool {
        let entry = self.found.entries[open.entry].block;
        candidate.before.is_some_and(|before| {
            before == entry || announces(self.source.blocks[before].range.of(self.source.text))
        })
    }
}

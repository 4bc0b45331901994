//! Goes through the markers once and keeps the lists that are open.

use super::belonging::{Between, ItemFollowers};
use super::sight::{Sight, SightIndex};
use super::{
    Break, Family, List, ListEntry, ListExtent, ListSource, Lists, Marker, MarkerCandidate,
    MemberGap, announces,
};
use crate::speech::parse::style::LineStyle;
use crate::speech::{BlockKind, Sequence};

/// How many lists can lie in each other; no document is known that has more than a dozen.
const DEEPEST: usize = 48;
/// From how many characters on a line is indented deeper.
pub(super) const DEEPER: usize = 2;

/// A list that is open.
pub(super) struct OpenList {
    pub list: usize,
    pub family: Family,
    pub sign: char,
    /// What it is known by in [`Sight`].
    pub kind: Option<SightIndex>,
    pub style: LineStyle,
    pub last: u32,
    pub prefix: u32,
    pub indent: usize,
    pub entry: usize,
    pub state: ListState,
    pub made_by: MadeBy,
}

/// Who put the items of a list at their level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MadeBy {
    Text,
    /// The user, so that no marker goes on the list by itself.
    User,
}

/// Whether the last item of an open list still goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ListState {
    Running,
    /// A heading or salutation ended it; the list itself may go on.
    Paused,
}

/// How a marker goes on a list.
pub(super) struct ListStep {
    pub depth: usize,
    pub marker: Marker,
    pub sequence: Sequence,
}

pub(super) fn build(
    source: ListSource<'_>,
    candidates: &[MarkerCandidate],
    sight: &Sight,
) -> Lists {
    let found = Lists::default();
    let mut builder = Builder {
        source,
        candidates,
        sight,
        found,
        open: Vec::new(),
        closed: Vec::new(),
        shapes: Vec::new(),
        #[cfg(test)]
        weighed: std::cell::RefCell::default(),
    };
    let mut next = 0;
    for block in 0..source.blocks.len() {
        match source.breaks[block] {
            Break::None => {}
            Break::End => builder.close(0, block),
            Break::Pause(style) => builder.pause(style, block),
        }
        if candidates.get(next).is_some_and(|candidate| candidate.block == block) {
            builder.take(next);
            next += 1;
        }
    }
    builder.close(0, source.blocks.len());
    #[cfg(test)]
    builder.found.weighed.append(builder.weighed.get_mut());
    builder.found
}

pub(super) struct Builder<'a> {
    pub source: ListSource<'a>,
    pub candidates: &'a [MarkerCandidate],
    pub sight: &'a Sight,
    pub found: Lists,
    pub open: Vec<OpenList>,
    /// The last number of each family that was closed, for those that run on through their
    /// parents: Điều.
    pub closed: Vec<(Family, char, u32)>,
    /// What follows each item.
    pub shapes: Vec<ItemFollowers>,
    #[cfg(test)]
    pub weighed: std::cell::RefCell<Vec<super::Weighed>>,
}

impl Builder<'_> {
    /// Tells whether the text had a list of a family before.
    pub(super) fn had(&self, family: Family) -> bool {
        self.closed.iter().any(|(closed, ..)| *closed == family)
            || self.open.iter().any(|open| open.family == family)
    }

    /// Ends all open lists from `depth` on before block `at`.
    fn close(&mut self, depth: usize, at: usize) {
        for open in self.open.drain(depth.min(self.open.len())..) {
            if open.state == ListState::Running {
                self.found.entries[open.entry].end_block = at;
            }
            if !open.family.is_bullet() {
                self.closed
                    .retain(|(family, sign, _)| (*family, *sign) != (open.family, open.sign));
                self.closed.push((open.family, open.sign, open.last));
            }
        }
    }

    /// Ends the items from the first on that is not set off more than `style`.
    fn pause(&mut self, style: LineStyle, at: usize) {
        let first = self
            .open
            .iter()
            .position(|open| open.state == ListState::Paused || open.style >= style);
        let first = first.unwrap_or(self.open.len());
        for open in &mut self.open[first..] {
            if open.state == ListState::Running {
                open.state = ListState::Paused;
                self.found.entries[open.entry].end_block = at;
            }
        }
    }

    fn take(&mut self, index: usize) {
        let candidate = self.candidates[index];
        if let Some(level) = candidate.said.level {
            return self.put_at_level(index, usize::from(level.max(1)) - 1);
        }
        if self.is_prose(index) {
            return;
        }
        if let Some(step) = self.continuation(index).filter(|step| !self.is_of_table(index, step)) {
            let open = &self.open[step.depth];
            let doubt = u8::from(open.state == ListState::Paused) * 10;
            self.go_on(&step, index, doubt);
            return;
        }
        if let Some((marker, doubt)) = self.start(index) {
            self.open_list(index, marker, doubt);
        }
    }

    /// Keeps how many paragraphs without a marker belong to the last item; `others` do not.
    fn see_tail(&mut self, between: Between, others: usize) {
        if let Some(last) = self.shapes.last_mut() {
            last.paragraphs += between.paragraphs.saturating_sub(others);
        }
    }

    fn go_on(&mut self, step: &ListStep, index: usize, doubt: u8) {
        let candidate = self.candidates[index];
        let turn = self.turn(step, candidate);
        self.see_tail(self.between(index), usize::from(turn.is_some()));
        let at = turn.unwrap_or(candidate.block);
        self.close(step.depth + 1, at);
        self.resume(step.depth);
        let open = &mut self.open[step.depth];
        if open.state == ListState::Running {
            self.found.entries[open.entry].end_block = at;
        }
        if turn.is_some() {
            let before = &mut self.found.lists[open.list];
            before.run = ListExtent::GoesOn;
            let (parent, table) = (before.parent, before.table);
            open.list = self.found.lists.len();
            let members = Vec::new();
            let run = ListExtent::GoesOn;
            self.found.lists.push(List {
                parent,
                members,
                lead: turn,
                announced_by: turn,
                table,
                run,
            });
        }
        self.add(step.depth, candidate, step.marker, step.sequence, doubt);
    }

    /// Returns the paragraph that announces what comes next in a list whose numbers run on: "1. … 2. …", "Vì
    /// sao? Báo cáo nêu:", "3. … 4. …". What it announces is another list.
    fn turn(&self, step: &ListStep, candidate: MarkerCandidate) -> Option<usize> {
        let last = self.found.entries.last()?.block;
        let before = candidate.before.filter(|&before| before > last)?;
        let block = self.source.blocks[before];
        let family = step.marker.family;
        let runs = !family.is_bullet() && !matches!(family, Family::Law(_) | Family::Closer);
        let turns = runs
            && step.sequence == Sequence::Follows
            && candidate.said.level.is_none()
            && candidate.gap == MemberGap::None
            && block.kind == BlockKind::Paragraph
            && announces(block.range.of(self.source.text));
        turns.then_some(before)
    }

    /// What a list lies in goes on behind a heading if the list does.
    fn resume(&mut self, depth: usize) {
        for open in &mut self.open[..depth] {
            if open.state == ListState::Paused {
                open.state = ListState::Running;
                self.found.entries[open.entry].end_block = usize::MAX;
            }
        }
    }

    fn open_list(&mut self, index: usize, marker: Marker, doubt: u8) {
        let candidate = self.candidates[index];
        let between = self.between(index);
        let depth = self.depth_for(index, marker, between).min(DEEPEST - 1);
        let block = candidate.block;
        let lead = self.lead_of(candidate, depth);
        self.see_tail(between, usize::from(depth < self.open.len()));
        let ends_at = lead.filter(|_| depth < self.open.len()).unwrap_or(block);
        self.close(depth, ends_at);
        self.resume(depth);
        let sequence = if marker.family == Family::Made { Sequence::Made } else { Sequence::Opens };
        self.push_list(candidate, marker, lead);
        self.add(self.open.len() - 1, candidate, marker, sequence, doubt);
    }

    fn push_list(&mut self, candidate: MarkerCandidate, marker: Marker, lead: Option<usize>) {
        let parent = self.open.last().map(|open| open.entry);
        let last = self.found.entries.last().map(|entry| entry.block);
        let announced_by = candidate.before.filter(|&before| {
            last.is_none_or(|last| before > last)
                && self.source.blocks[before].kind == BlockKind::Paragraph
        });
        self.found.lists.push(List {
            parent,
            members: Vec::new(),
            lead,
            announced_by,
            table: None,
            run: ListExtent::Whole,
        });
        if let Some(outer) = parent {
            self.shapes[outer].lists += 1;
        }
        self.open.push(OpenList {
            list: self.found.lists.len() - 1,
            family: marker.family,
            sign: marker.sign,
            kind: self.sight.kind(marker.family, marker.sign),
            // A part of a law is a heading, however it is set.
            style: match marker.family {
                Family::Law(_) => candidate.style.min(LineStyle::Capitals),
                _ => candidate.style,
            },
            last: 0,
            prefix: marker.prefix,
            indent: candidate.indent,
            entry: 0,
            state: ListState::Running,
            made_by: MadeBy::Text,
        });
    }

    /// Returns the paragraph that announces a list which opens at `depth`. A line that opens an
    /// item announces what lies in that item, and nothing else.
    fn lead_of(&self, candidate: MarkerCandidate, depth: usize) -> Option<usize> {
        let lead = candidate.before?;
        let says = announces(self.source.blocks[lead].range.of(self.source.text));
        let opens = self.found.entries.last().map(|entry| entry.block);
        (says && (depth == self.open.len() || opens != Some(lead))).then_some(lead)
    }

    /// Puts an item at the level that the user gave it, or as deep as the text allows. The list
    /// that it was moved out of counts it still, so that its other items stay where they are.
    fn put_at_level(&mut self, index: usize, depth: usize) {
        let candidate = self.candidates[index];
        let depth = depth.min(self.open.len());
        let marker = candidate.marker;
        let follows = |open: &OpenList| {
            open.family == marker.family && (marker.ordinal == 0 || marker.ordinal > open.last)
        };
        if self.open.get(depth).is_some_and(follows) {
            let step = ListStep { depth, marker, sequence: Sequence::Follows };
            return self.go_on(&step, index, 0);
        }
        let outer = self.open[..depth].iter_mut().rev().find(|open| follows(open));
        if let Some(outer) = outer.filter(|_| marker.ordinal > 0) {
            outer.last = marker.ordinal;
        }
        self.close(depth, candidate.block);
        self.resume(depth);
        let lead = self.lead_of(candidate, depth);
        self.push_list(candidate, marker, lead);
        if let Some(open) = self.open.last_mut().filter(|_| depth > 0) {
            open.made_by = MadeBy::User;
        }
        self.add(depth, candidate, marker, Sequence::Opens, 0);
    }

    fn add(
        &mut self,
        depth: usize,
        candidate: MarkerCandidate,
        marker: Marker,
        sequence: Sequence,
        doubt: u8,
    ) {
        let entry = self.found.entries.len();
        let open = &mut self.open[depth];
        let ordinal = if marker.ordinal == 0 { open.last + 1 } else { marker.ordinal };
        (open.last, open.entry, open.state) = (ordinal, entry, ListState::Running);
        let list = open.list;
        let parent = self.found.lists[list].parent;
        self.found.lists[list].members.push(entry);
        let slip = match sequence {
            Sequence::Opens | Sequence::Follows | Sequence::Made => 0,
            Sequence::Changes => 10,
            Sequence::Skips => 15,
            Sequence::Repeats => 25,
        };
        self.shapes.push(ItemFollowers::default());
        self.found.entries.push(ListEntry {
            block: candidate.block,
            marker,
            ordinal,
            list,
            parent,
            end_block: usize::MAX,
            sequence,
            style: candidate.style,
            doubt: doubt + slip,
            gap: candidate.gap,
        });
    }
}

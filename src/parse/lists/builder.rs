//! Goes through the markers once and keeps the lists that are open.

use super::sight::{Kind, Sight};
use super::{Break, Candidate, Entry, Family, Gap, IsItem, List, Lists, Marker, Source, announces};
use crate::model::{Block, BlockKind, Sequence};
use crate::parse::inline::first_member;
use crate::parse::style::Style;

/// How many lists can lie in each other; no document is known that has more than a dozen.
const DEEPEST: usize = 48;
/// The most paragraphs before a list that a text begins in the middle of.
const LEADS: usize = 4;
/// From how many characters on a line is indented deeper.
pub(super) const DEEPER: usize = 2;

/// A list that is open.
pub(super) struct Open {
    pub list: usize,
    pub family: Family,
    pub sign: char,
    /// What it is known by in [`Sight`].
    pub kind: Option<Kind>,
    pub style: Style,
    pub last: u32,
    pub prefix: u32,
    pub indent: usize,
    pub entry: usize,
    pub state: State,
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
pub(super) enum State {
    Running,
    /// A heading or salutation ended it; the list itself may go on.
    Paused,
}

/// How a marker goes on a list.
pub(super) struct Step {
    pub depth: usize,
    pub marker: Marker,
    pub sequence: Sequence,
}

pub(super) fn build(source: Source<'_>, candidates: &[Candidate], sight: &Sight) -> Lists {
    let found = Lists::default();
    let mut builder =
        Builder { source, candidates, sight, found, open: Vec::new(), closed: Vec::new() };
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
    builder.found
}

pub(super) struct Builder<'a> {
    pub source: Source<'a>,
    pub candidates: &'a [Candidate],
    pub sight: &'a Sight,
    pub found: Lists,
    pub open: Vec<Open>,
    /// The last number of each family that was closed, for those that run on through their
    /// parents: Điều.
    closed: Vec<(Family, char, u32)>,
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
            if open.state == State::Running {
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
    fn pause(&mut self, style: Style, at: usize) {
        let first =
            self.open.iter().position(|open| open.state == State::Paused || open.style >= style);
        let first = first.unwrap_or(self.open.len());
        for open in &mut self.open[first..] {
            if open.state == State::Running {
                open.state = State::Paused;
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
        if let Some(step) = self.continuation(index) {
            let open = &self.open[step.depth];
            let doubt = u8::from(open.state == State::Paused) * 10;
            self.go_on(&step, candidate, doubt);
            return;
        }
        if let Some((marker, doubt)) = self.start(index) {
            self.open_list(index, marker, doubt);
        }
    }

    fn go_on(&mut self, step: &Step, candidate: Candidate, doubt: u8) {
        let at = candidate.block;
        self.close(step.depth + 1, at);
        self.resume(step.depth);
        let open = &self.open[step.depth];
        if open.state == State::Running {
            self.found.entries[open.entry].end_block = at;
        }
        self.add(step.depth, candidate, step.marker, step.sequence, doubt);
    }

    /// What a list lies in goes on behind a heading if the list does.
    fn resume(&mut self, depth: usize) {
        for open in &mut self.open[..depth] {
            if open.state == State::Paused {
                open.state = State::Running;
                self.found.entries[open.entry].end_block = usize::MAX;
            }
        }
    }

    /// Tells whether words that often open a sentence are no marker here: "Trước hết," in the
    /// middle of a list that counts in other words, "Cuối cùng," before more members.
    fn is_prose(&self, index: usize) -> bool {
        let family = self.candidates[index].marker.family;
        if !matches!(family, Family::Opener | Family::Closer) {
            return false;
        }
        let Some(open) = self.open.iter().rev().find(|open| open.family.is_spoken()) else {
            return family == Family::Closer;
        };
        match self.sight.next_spoken(index) {
            Some((next, ordinal)) if family == Family::Opener => {
                ordinal == open.last + 1 && (ordinal != 2 || next == open.family)
            }
            Some((_, ordinal)) => ordinal == open.last + 1,
            None => family == Family::Opener,
        }
    }

    /// Tells whether a marker can start a list, and how doubtful that is.
    fn start(&self, index: usize) -> Option<(Marker, u8)> {
        let candidate = self.candidates[index];
        let marker = candidate.marker;
        if candidate.said.item == Some(IsItem::Yes) {
            return Some((marker, 0));
        }
        let starts = |marker: Marker| match marker.family {
            Family::Bullet(_) | Family::Law(_) => Some(0),
            Family::Closer => None,
            Family::Decimal(_) if candidate.gap != Gap::None => Some(10),
            Family::Decimal(_) => {
                let inside = self.open.iter().any(|open| {
                    matches!(open.family, Family::Arabic | Family::Decimal(_))
                        && open.last == marker.prefix
                });
                match marker.ordinal {
                    1 => Some(0),
                    2 | 3 if inside => Some(15),
                    _ => None,
                }
            }
            _ if marker.ordinal == 1 => Some(0),
            Family::Opener | Family::Count => None,
            // "[…]" / "10. Cửa khẩu là …": the members before it were left out.
            Family::Arabic | Family::Letter | Family::Bracketed if candidate.gap != Gap::None => {
                Some(10)
            }
            // A text cut from another: "4. …" / "4.3. …".
            Family::Arabic if self.has_parts(index) => Some(10),
            // A part of a document begins in its middle: "III- PHƯƠNG HƯỚNG, NHIỆM VỤ".
            Family::Roman | Family::Capital if self.is_set_off(candidate) => Some(5),
            Family::Spoken | Family::Ordinal | Family::Bracketed if marker.ordinal == 2 => {
                let before = candidate.before?;
                let line = self.source.blocks[before].range.of(self.source.text);
                first_member(line, marker.family, self.source.lexicon).map(|_| 10)
            }
            // It runs on from where its family was left under the parent before.
            _ => {
                let ran = (marker.family, marker.sign, marker.ordinal - 1);
                let runs_on =
                    marker.ordinal > 1 && self.closed.contains(&ran) && !self.open.is_empty();
                let goes_on = runs_on && marker.family.heads_parts();
                (goes_on || self.is_extract(index, marker)).then_some(15)
            }
        };
        let other =
            marker.other.map(|(family, ordinal)| Marker { family, ordinal, other: None, ..marker });
        starts(marker)
            .map(|doubt| (marker, doubt))
            .or_else(|| other.and_then(|other| starts(other).map(|doubt| (other, doubt + 5))))
    }

    /// Tells whether a text begins in the middle of a list, as an annex does that goes on from
    /// another: little stands before it, and its numbers run on at least twice.
    fn is_extract(&self, index: usize, marker: Marker) -> bool {
        let kind = self.sight.kind(marker.family, marker.sign);
        let before = &self.source.blocks[..self.candidates[index].block];
        let is_prose = |block: &&Block| block.kind == BlockKind::Paragraph;
        let prose = || before.iter().filter(is_prose).take(LEADS + 1).count();
        self.open.is_empty()
            && !self.had(marker.family)
            && self.sight.runs_on(index, kind, marker.ordinal, 2)
            && prose() <= LEADS
    }

    /// Tells whether the next marker is the number of a part of this one.
    fn has_parts(&self, index: usize) -> bool {
        let next = self.candidates.get(index + 1).map(|next| next.marker);
        next.is_some_and(|next| {
            matches!(next.family, Family::Decimal(_))
                && next.prefix == self.candidates[index].marker.ordinal
        })
    }

    /// Tells whether a line is set off, or its first words are all in capitals.
    fn is_set_off(&self, candidate: Candidate) -> bool {
        let line = self.source.blocks[candidate.block].range.of(self.source.text);
        let words = line.get(candidate.marker.end..).unwrap_or_default();
        let mut letters = words.chars().filter(|c| c.is_alphabetic()).take(10).peekable();
        candidate.style != Style::Plain
            || (letters.peek().is_some() && letters.all(char::is_uppercase))
    }

    fn open_list(&mut self, index: usize, marker: Marker, doubt: u8) {
        let candidate = self.candidates[index];
        let depth = self.depth_for(index, marker).min(DEEPEST - 1);
        let block = candidate.block;
        let lead = self.lead_of(candidate, depth);
        let ends_at = lead.filter(|_| depth < self.open.len()).unwrap_or(block);
        self.close(depth, ends_at);
        self.resume(depth);
        let sequence = if marker.family == Family::Made { Sequence::Made } else { Sequence::Opens };
        self.push_list(candidate, marker, lead);
        self.add(self.open.len() - 1, candidate, marker, sequence, doubt);
    }

    fn push_list(&mut self, candidate: Candidate, marker: Marker, lead: Option<usize>) {
        let parent = self.open.last().map(|open| open.entry);
        self.found.lists.push(List { parent, members: Vec::new(), lead, table: None });
        self.open.push(Open {
            list: self.found.lists.len() - 1,
            family: marker.family,
            sign: marker.sign,
            kind: self.sight.kind(marker.family, marker.sign),
            // A part of a law is a heading, however it is set.
            style: match marker.family {
                Family::Law(_) => candidate.style.min(Style::Capitals),
                _ => candidate.style,
            },
            last: 0,
            prefix: marker.prefix,
            indent: candidate.indent,
            entry: 0,
            state: State::Running,
            made_by: MadeBy::Text,
        });
    }

    /// Gives the paragraph that announces a list which opens at `depth`. A line that opens an
    /// item announces what lies in that item, and nothing else.
    fn lead_of(&self, candidate: Candidate, depth: usize) -> Option<usize> {
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
        let follows = |open: &Open| {
            open.family == marker.family && (marker.ordinal == 0 || marker.ordinal > open.last)
        };
        if self.open.get(depth).is_some_and(follows) {
            let step = Step { depth, marker, sequence: Sequence::Follows };
            return self.go_on(&step, candidate, 0);
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
        candidate: Candidate,
        marker: Marker,
        sequence: Sequence,
        doubt: u8,
    ) {
        let entry = self.found.entries.len();
        let open = &mut self.open[depth];
        let ordinal = if marker.ordinal == 0 { open.last + 1 } else { marker.ordinal };
        (open.last, open.entry, open.state) = (ordinal, entry, State::Running);
        let list = open.list;
        let parent = self.found.lists[list].parent;
        self.found.lists[list].members.push(entry);
        let slip = match sequence {
            Sequence::Opens | Sequence::Follows | Sequence::Made => 0,
            Sequence::Changes => 10,
            Sequence::Skips => 15,
            Sequence::Repeats => 25,
        };
        self.found.entries.push(Entry {
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

//! What one role is decided for: members of a list that stand together under one announcement, or a single
//! part that has a heading of its own.

use super::super::inline::first_member;
use super::super::lexicon::Lexicon;
use super::super::lists::{ListEntry, Lists, announces};
use super::super::role::{Force, counts_members, headed};
use super::super::style::LineStyle;
use super::Ground;
use crate::speech::{Block, BlockKind};
use crate::text::is_word;

/// The longest line of an item that reads as the heading of a part, in bytes.
const HEADING: usize = 240;
/// How many blocks before an item are looked at for the visible one.
const BACK: usize = 12;

/// What one role is decided for.
#[derive(Clone, Debug)]
pub(super) struct RoleUnit {
    pub list: usize,
    /// The entries it has, in reading order.
    pub members: Vec<usize>,
    pub form: UnitForm,
    /// The unit of the item that it lies in.
    pub parent: Option<usize>,
    pub relation: UnitRelation,
    /// The unit before it in the same item.
    pub before: Option<usize>,
    /// The block that announces it.
    pub lead: Option<Lead>,
    /// The block that announces it, or the list of parts that it is one of.
    pub announced_by: Option<Lead>,
}

/// Whether a unit is several members or one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::speech::parse) enum UnitForm {
    /// Members that are decided together.
    Run,
    /// A part: its own line announces what it holds.
    Part,
}

/// How a unit stands to the item that it lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnitRelation {
    /// Right below the item's own line.
    Own,
    /// Below a paragraph of the item.
    Free,
    /// Neither.
    Bare,
}

impl UnitRelation {
    /// Returns the name in the table of weights.
    pub fn name(self) -> &'static str {
        match self {
            UnitRelation::Own => "own",
            UnitRelation::Free => "free",
            UnitRelation::Bare => "bare",
        }
    }
}

/// The block that announces a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lead {
    pub block: usize,
    pub form: LeadForm,
    /// Whether its words say that a list follows.
    pub announces: bool,
}

/// What a lead is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::speech::parse) enum LeadForm {
    /// A paragraph that ends as an announcement does.
    Announcement,
    /// The line of the item around.
    Item,
    /// A heading.
    Heading,
    /// A paragraph that only stands there, short or long.
    Line,
    Prose,
}

/// From this many bytes on a paragraph is prose.
const PROSE: usize = 240;

/// The units of a document, and that of each entry.
#[derive(Clone, Debug, Default)]
pub(super) struct Units {
    pub units: Vec<RoleUnit>,
    pub of_entry: Vec<usize>,
    /// The first list in each entry.
    pub held: Vec<Option<usize>>,
}

/// Finds the units, in reading order.
pub(super) fn units(ground: Ground<'_>, blocks: &[Block], found: &Lists) -> Units {
    let finder = UnitFinder { ground, blocks, found, held: first_lists(found) };
    let mut units: Vec<RoleUnit> = Vec::new();
    for list in 0..found.lists.len() {
        finder.of_list(list, &mut units);
    }
    units.sort_by_key(|unit| found.entries[unit.members[0]].block);
    let mut of_entry = vec![0; found.entries.len()];
    for (index, unit) in units.iter().enumerate() {
        for &member in &unit.members {
            of_entry[member] = index;
        }
    }
    // The last unit in each entry, and behind all of them the last one that lies in none.
    let mut last: Vec<Option<usize>> = vec![None; found.entries.len() + 1];
    for (index, unit) in units.iter_mut().enumerate() {
        let around = found.lists[unit.list].parent;
        unit.parent = around.map(|entry| of_entry[entry]);
        let place = around.unwrap_or(found.entries.len());
        unit.before = last[place].replace(index);
    }
    Units { units, of_entry, held: finder.held }
}

/// Finds the first member of a list that begins at its second in the paragraph before it.
pub(in crate::speech::parse) fn holds_first(
    second: &ListEntry,
    paragraph: &str,
    lexicon: &Lexicon,
) -> Option<usize> {
    let begins = (second.ordinal == 2).then_some(second.marker.family)?;
    first_member(paragraph, begins, lexicon)
}

/// Returns the first list in each entry.
fn first_lists(found: &Lists) -> Vec<Option<usize>> {
    let mut out = vec![None; found.entries.len()];
    for (index, list) in found.lists.iter().enumerate() {
        if let Some(parent) = list.parent {
            out[parent].get_or_insert(index);
        }
    }
    out
}

struct UnitFinder<'a> {
    ground: Ground<'a>,
    blocks: &'a [Block],
    found: &'a Lists,
    held: Vec<Option<usize>>,
}

impl UnitFinder<'_> {
    fn line(&self, block: usize) -> &str {
        self.blocks[block].range.of(self.ground.text)
    }

    fn entry_at(&self, block: usize) -> Option<usize> {
        self.found.entries.binary_search_by_key(&block, |entry| entry.block).ok()
    }

    /// Returns the last visible block with words before another.
    fn before(&self, block: usize) -> Option<usize> {
        (0..block)
            .rev()
            .take(BACK)
            .find(|&at| !self.blocks[at].kind.is_hidden() && self.line(at).contains(is_word))
    }

    fn of_list(&self, list: usize, out: &mut Vec<RoleUnit>) {
        let members = &self.found.lists[list].members;
        let (parts, set_off) = members.iter().fold((0, 0), |(parts, set_off), &member| {
            let entry = &self.found.entries[member];
            let heads = entry.style != LineStyle::Plain || entry.marker.family.heads_parts();
            (parts + usize::from(self.is_part(member)), set_off + usize::from(heads))
        });
        let apart = parts > 0 && (2 * parts >= members.len() || 2 * set_off >= members.len());
        let mut run: Vec<usize> = Vec::new();
        for (place, &member) in members.iter().enumerate() {
            let new = place == 0
                || apart
                || self.is_announced_anew(&self.found.entries[members[place - 1]], member);
            if new && !run.is_empty() {
                self.push(list, std::mem::take(&mut run), apart, out);
            }
            run.push(member);
        }
        self.push(list, run, apart, out);
    }

    fn push(&self, list: usize, members: Vec<usize>, apart: bool, out: &mut Vec<RoleUnit>) {
        let Some(&first) = members.first() else { return };
        let form = if apart { UnitForm::Part } else { UnitForm::Run };
        let around = self.found.lists[list].parent;
        let lead = self.lead(list, first, around);
        let known = out.last().filter(|before| form == UnitForm::Part && before.list == list);
        let anew = known.is_none() || lead.is_some_and(|lead| lead.announces);
        let announced_by = if anew { lead } else { known.and_then(|before| before.announced_by) };
        let above = self.before(self.found.entries[first].block);
        let relation = match (around, above) {
            (Some(entry), Some(above)) if self.found.entries[entry].block == above => {
                UnitRelation::Own
            }
            (_, Some(above)) if self.entry_at(above).is_none() => UnitRelation::Free,
            _ => UnitRelation::Bare,
        };
        out.push(RoleUnit {
            list,
            members,
            form,
            parent: None,
            relation,
            before: None,
            lead,
            announced_by,
        });
    }

    /// Tells whether a paragraph that stands right before a member announces it and those behind it.
    fn is_announced_anew(&self, last: &ListEntry, member: usize) -> bool {
        let above = self.before(self.found.entries[member].block);
        above.is_some_and(|above| {
            above > last.block
                && self.entry_at(above).is_none()
                && match self.blocks[above].kind {
                    BlockKind::Heading => true,
                    BlockKind::Paragraph => announces(self.line(above)),
                    _ => false,
                }
        })
    }

    /// Tells whether a member holds a list that its own line announces, or is the heading of a part.
    fn is_part(&self, member: usize) -> bool {
        let entry = &self.found.entries[member];
        let Some(list) = self.held[member] else { return self.names_a_role(entry) };
        let first = &self.found.entries[self.found.lists[list].members[0]];
        let line = self.line(entry.block);
        let led = self.found.lists[list].lead == Some(entry.block);
        led || self.before(first.block) == Some(entry.block)
            || entry.style != LineStyle::Plain
            || line.len() <= HEADING && !line.trim_end().ends_with(['.', ';', ','])
    }

    /// Tells whether an item is a heading that names what stands below it: "II. NHIỆM VỤ".
    fn names_a_role(&self, entry: &ListEntry) -> bool {
        let line = self.line(entry.block);
        let words = line.get(entry.marker.end..).unwrap_or_default();
        let words = words.trim_start_matches(|c: char| !is_word(c));
        line.len() <= HEADING
            && entry.style != LineStyle::Plain
            && entry.marker.family.heads_parts()
            && headed(words, self.ground.lexicon).is_some_and(|found| found.force == Force::Full)
    }

    /// Finds what announces a unit: the paragraph that the list was found to have, or what stands above it.
    fn lead(&self, list: usize, first: usize, around: Option<usize>) -> Option<Lead> {
        let block = self.found.entries[first].block;
        let own =
            self.found.lists[list].lead.filter(|_| self.found.lists[list].members[0] == first);
        let lead = own.or_else(|| self.before(block))?;
        let form = match self.entry_at(lead) {
            Some(entry) if Some(entry) == around => LeadForm::Item,
            Some(_) if own.is_some() => LeadForm::Item,
            Some(_) => return None,
            None if self.blocks[lead].kind == BlockKind::Heading => LeadForm::Heading,
            None if announces(self.line(lead)) => LeadForm::Announcement,
            None if self.line(lead).len() < PROSE => LeadForm::Line,
            None => LeadForm::Prose,
        };
        let line = self.line(lead);
        let says = form != LeadForm::Heading
            && (announces(line)
                || counts_members(line, self.ground.lexicon)
                || holds_first(&self.found.entries[first], line, self.ground.lexicon).is_some());
        Some(Lead { block: lead, form, announces: own.is_some() || says })
    }
}

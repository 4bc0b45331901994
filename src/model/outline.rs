//! The structure that a speaker built with words: sections, series, items, furniture.

use super::{Address, FurnitureKind, ItemAddress, Role};
use crate::text::{TextPos, TextRange};

/// The place of a series in [`Outline::series`].
pub type SeriesIndex = usize;
/// The place of an item in [`Outline::items`].
pub type ItemIndex = usize;

/// The outline of one speech. Everything is in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// The parts of the text, one after the other, covering it from the first to the last block.
    pub sections: Vec<Section>,
    /// The lists.
    pub series: Vec<Series>,
    /// The members of all lists.
    pub items: Vec<Item>,
    /// What is not the speech itself; ranges of lines may lie in each other.
    pub furniture: Vec<Furniture>,
}

/// A part of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is.
    pub kind: SectionKind,
    /// From its first block to the end of its last.
    pub range: TextRange,
}

/// What a section is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionKind {
    /// What comes before the first series or heading.
    Opening,
    /// A series with the paragraphs that lead to it.
    Series(SeriesIndex),
    /// A heading without a marker (this range) and the prose under it.
    Heading(TextRange),
    /// The end of the speech.
    Closing,
}

/// A list of items under one lead-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// What the list is for.
    pub role: Role,
    /// Its number among the series of its role in this speech, from 1.
    pub number: u32,
    /// A short name, for the sidebar.
    pub title: String,
    /// The paragraph that announces it, if there is one.
    pub lead: Option<TextRange>,
    /// The 1-based line of the lead, or of the first item.
    pub line: u32,
    /// Its items of all levels, as places in [`Outline::items`].
    pub items: Vec<ItemIndex>,
    /// The item whose text the series lies in, if it lies in one of another series.
    pub within: Option<ItemIndex>,
    /// How many items it has that lie in no other item of it.
    pub count: u32,
}

impl Series {
    /// Gives the code in addresses: `nv`, and `nv2` for the second series of that role.
    pub fn code(&self) -> String {
        Address::series_code(self.role, self.number)
    }
}

/// A stretch of text opened by a marker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The series it belongs to.
    pub series: SeriesIndex,
    /// The item it lies in.
    pub parent: Option<ItemIndex>,
    /// 1 plus the number of items it lies in.
    pub level: u8,
    /// The numbers of the address, outermost first.
    pub path: Vec<u32>,
    /// The number that the marker says; for a bullet its place in the list, from 1.
    pub ordinal: u32,
    /// What the list it is part of is for.
    pub role: Role,
    /// The marker, as it stands in the text.
    pub marker: TextRange,
    /// The first words after the marker.
    pub label: TextRange,
    /// From the marker to where the item ends; the items in it included.
    pub range: TextRange,
    /// The 1-based line of the marker.
    pub line: u32,
    /// The family of its marker, as the lexicon names it ("spoken", "roman", "bullet" …).
    pub rule: &'static str,
    /// How sure the parser is, 0 to 100.
    pub confidence: u8,
}

/// Lines that are not the speech itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Furniture {
    /// What they are.
    pub kind: FurnitureKind,
    /// The first line, 1-based.
    pub first_line: u32,
    /// The last line, included.
    pub last_line: u32,
    /// Where they are in the text.
    pub range: TextRange,
}

impl Outline {
    /// Gives the innermost item at `pos`.
    pub fn item_at(&self, pos: TextPos) -> Option<ItemIndex> {
        let after = self.items.partition_point(|item| item.range.start <= pos);
        let mut candidate = after.checked_sub(1);
        while let Some(index) = candidate {
            if self.items[index].range.contains(pos) {
                return Some(index);
            }
            candidate = self.items[index].parent;
        }
        None
    }

    /// Gives the section at `pos`, or the nearest before it.
    pub fn section_at(&self, pos: TextPos) -> Option<usize> {
        self.sections.partition_point(|section| section.range.start <= pos).checked_sub(1)
    }

    /// Gives the address of an item within its speech.
    pub fn address(&self, index: ItemIndex) -> ItemAddress {
        let item = &self.items[index];
        let series = &self.series[item.series];
        ItemAddress { role: series.role, number: series.number, path: item.path.clone() }
    }

    /// Finds the item at an address.
    pub fn find(&self, address: &ItemAddress) -> Option<ItemIndex> {
        let series = self.find_series(address.role, address.number)?;
        let mut items = self.series[series].items.iter().copied();
        items.find(|&index| self.items[index].path == address.path)
    }

    /// Finds the `number`th series of a role.
    pub fn find_series(&self, role: Role, number: u32) -> Option<SeriesIndex> {
        self.series.iter().position(|series| series.role == role && series.number == number)
    }

    /// Gives the items of a series that lie in no other item of it.
    pub fn members(&self, series: SeriesIndex) -> impl DoubleEndedIterator<Item = ItemIndex> + '_ {
        let items = self.series.get(series).map_or(&[][..], |series| &series.items);
        items.iter().copied().filter(|&index| self.items[index].path.len() == 1)
    }

    /// Tells whether an item opens a task of its own: it is a task and not part of another task.
    pub fn is_whole_task(&self, index: ItemIndex) -> bool {
        let outer = |&at: &ItemIndex| self.items[at].parent;
        let mut around = std::iter::successors(self.items[index].parent, outer);
        self.items[index].role == Role::Task && around.all(|at| self.items[at].role != Role::Task)
    }
}

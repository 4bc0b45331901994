//! The structure that a speaker built with words: sections, series, items, furniture.

use super::{Address, Duty, Fix, FurnitureKind, ItemAddress, Role, Table};
use crate::text::{TextPos, TextRange};
use std::sync::Arc;

/// The place of a series in [`Outline::series`].
pub type SeriesIndex = usize;
/// The place of an item in [`Outline::items`].
pub type ItemIndex = usize;

/// The outline of one speech. Everything is in reading order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// The parts of the text, one after the other, covering it from the first to the last block.
    pub sections: Vec<Section>,
    /// The lists.
    pub series: Vec<Series>,
    /// The members of all lists.
    pub items: Vec<Item>,
    /// What is not the speech itself; ranges of lines may lie in each other.
    pub furniture: Vec<Furniture>,
    /// What looks like a slip of the text, or of the parser.
    pub diagnostics: Vec<Diagnostic>,
    /// The tables.
    pub tables: Vec<Table>,
    /// What the user corrected in assignments; the outline itself is the same with it.
    pub task_fixes: Vec<Fix>,
}

/// A part of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is.
    pub kind: SectionKind,
    /// From its first block to the end of its last.
    pub range: TextRange,
    /// How deep it stands among the sections, 0 for the outermost: headings hold headings, and
    /// series.
    pub depth: u8,
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
#[derive(Clone, Debug, PartialEq)]
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
    /// What gave it its role.
    pub evidence: Evidence,
}

/// What spoke for the role of a series or item.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// Where the weightiest words stand.
    pub source: RoleSource,
    /// The words that name the role where the list is announced, if any do.
    pub cue: Option<TextRange>,
    /// How sure the role is, 0 to 100: of roles said to be 80 sure about 80 of 100 are right (docs/dev/accuracy.md).
    pub confidence: u8,
    /// What spoke for the role, the weightiest first, and behind it what spoke most against it.
    pub reasons: Arc<[Reason]>,
}

impl Evidence {
    /// Makes evidence that is certain or none, without reasons of its own.
    pub fn plain(source: RoleSource, confidence: u8) -> Self {
        Evidence { source, cue: None, confidence, reasons: Arc::default() }
    }
}

/// A sign that spoke for a role or against it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reason {
    /// The sign's name in the table of weights: a place, and a class of words or a word (docs/dev/outline.md).
    pub sign: &'static str,
    /// How much it spoke for the role, as a logarithm of odds; below 0 against it.
    pub points: f32,
}

/// Where the weightiest words for a role stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RoleSource {
    /// The sentence that announces the list.
    LeadIn,
    /// The heading over the list.
    Heading,
    /// The item's own first line, which is a heading itself.
    OwnWords,
    /// The first verbs of the items.
    Verbs,
    /// The item that the list lies in.
    Parent,
    /// What the lists before it are for.
    Order,
    /// The title of the whole text.
    Title,
    /// The name of the column of tasks in a table.
    Table,
    /// The user said so.
    Correction,
    /// Nothing: the role is "other" for want of words.
    Nothing,
}

impl RoleSource {
    /// Every source.
    pub const ALL: [RoleSource; 10] = [
        RoleSource::LeadIn,
        RoleSource::Heading,
        RoleSource::OwnWords,
        RoleSource::Verbs,
        RoleSource::Parent,
        RoleSource::Order,
        RoleSource::Title,
        RoleSource::Table,
        RoleSource::Correction,
        RoleSource::Nothing,
    ];

    /// Returns the name that JSON uses, and that the interface's messages are known by.
    pub fn name(self) -> &'static str {
        match self {
            RoleSource::LeadIn => "lead-in",
            RoleSource::Heading => "heading",
            RoleSource::OwnWords => "own-words",
            RoleSource::Verbs => "verbs",
            RoleSource::Parent => "parent",
            RoleSource::Order => "order",
            RoleSource::Title => "title",
            RoleSource::Table => "table",
            RoleSource::Correction => "correction",
            RoleSource::Nothing => "nothing",
        }
    }
}

impl Series {
    /// Returns the code in addresses: `nv`, and `nv2` for the second series of that role.
    pub fn code(&self) -> String {
        Address::series_code(self.role, self.number)
    }
}

/// A stretch of text opened by a marker.
#[derive(Clone, Debug, PartialEq)]
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
    /// Whether it has paragraphs of its own.
    pub form: ItemForm,
    /// How its number goes on from the item before it.
    pub sequence: Sequence,
    /// What gave it its role.
    pub evidence: Evidence,
    /// Whether its words are work, or only tell whose the work in it is.
    pub duty: Duty,
    /// The words that name the office or person whose work it is, or whose work lies in it: its own, or those above it.
    pub owner: Option<TextRange>,
}

/// Below this confidence a role is not shown: the list is [`Role::Other`], and doubtful.
pub const UNSURE: u8 = 35;
/// Below this confidence an item is doubtful, and the reader marks it.
pub const DOUBTFUL: u8 = 75;

impl Item {
    /// Tells whether the parser is not sure that it is an item, or what it is for.
    pub fn is_doubtful(&self) -> bool {
        self.confidence < DOUBTFUL || self.evidence.confidence < UNSURE
    }
}

/// Whether an item has paragraphs of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ItemForm {
    /// It opens a paragraph.
    Paragraph,
    /// It is a member of an enumeration inside a paragraph: "(1) …; (2) …".
    Inline,
}

/// How an item's number goes on from that of the item before it in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sequence {
    /// It is the first.
    Opens,
    /// By one.
    Follows,
    /// Over a number that is missing.
    Skips,
    /// With the same number once more, or a smaller one.
    Repeats,
    /// By one, in another family of markers: Thứ sáu, Bảy là.
    Changes,
    /// The user made it an item.
    Made,
}

impl Sequence {
    /// Every way to go on.
    pub const ALL: [Sequence; 6] = [
        Sequence::Opens,
        Sequence::Follows,
        Sequence::Skips,
        Sequence::Repeats,
        Sequence::Changes,
        Sequence::Made,
    ];

    /// Returns the name that JSON uses, and that the interface's messages are known by.
    pub fn name(self) -> &'static str {
        match self {
            Sequence::Opens => "opens",
            Sequence::Follows => "follows",
            Sequence::Skips => "skips",
            Sequence::Repeats => "repeats",
            Sequence::Changes => "changes",
            Sequence::Made => "made",
        }
    }
}

/// Something at an item that looks like a slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What it is.
    pub problem: Problem,
    /// The item it was seen at.
    pub item: ItemIndex,
}

/// What looks like a slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Problem {
    /// The number before the item's is missing.
    SkippedNumber,
    /// The item has the number of the one before it.
    DoubledNumber,
    /// The item stands deeper than its marker usually does: "1.1." without a "1." around it.
    LevelJump,
    /// The item has no words.
    EmptyItem,
}

impl Problem {
    /// Every problem.
    pub const ALL: [Problem; 4] =
        [Problem::SkippedNumber, Problem::DoubledNumber, Problem::LevelJump, Problem::EmptyItem];

    /// Returns the name that JSON uses, and that the interface's messages are known by.
    pub fn name(self) -> &'static str {
        match self {
            Problem::SkippedNumber => "skipped-number",
            Problem::DoubledNumber => "doubled-number",
            Problem::LevelJump => "level-jump",
            Problem::EmptyItem => "empty-item",
        }
    }
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
    /// Returns the innermost item at `pos`.
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

    /// Returns the section at `pos`, or the nearest before it.
    pub fn section_at(&self, pos: TextPos) -> Option<usize> {
        self.sections.partition_point(|section| section.range.start <= pos).checked_sub(1)
    }

    /// Returns the address of an item within its speech.
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

    /// Returns the items of a series that lie in no other item of it.
    pub fn members(&self, series: SeriesIndex) -> impl DoubleEndedIterator<Item = ItemIndex> + '_ {
        let items = self.series.get(series).map_or(&[][..], |series| &series.items);
        items.iter().copied().filter(|&index| self.items[index].path.len() == 1)
    }
}

//! From the rows of a table of tasks to members of lists: the number of a row is its marker, and rows
//! that name a group hold those below them.

use crate::speech::parse::lexicon::Lexicon;
use crate::speech::parse::lists::{
    BlockOverride, IsItem, List, ListEntry, ListExtent, Lists, MemberGap, announces,
};
use crate::speech::parse::marker::{Family, Marker, far_marker_of};
use crate::speech::parse::style::LineStyle;
use crate::speech::{Block, BlockKind, Cell, Column, RowPart, Sequence, Table, TableRow};
use crate::text::TextRange;
use crate::text::is_word;

/// The longest number of a row, in bytes.
const LONGEST: usize = 16;
/// How many blocks above a table are searched for what announces it.
const ABOVE: usize = 3;

/// Tells whether a cell has a number of a row and nothing else: "1", "II.", "1.2", "a)".
pub(super) fn is_number(cell: &str) -> bool {
    let inner = cell.trim_matches(|c: char| !is_word(c));
    let short = !inner.is_empty() && cell.len() <= LONGEST;
    short
        && inner.split('.').all(|part| {
            let figures = part.bytes().all(|byte| byte.is_ascii_digit());
            let roman = part.bytes().all(|byte| b"IVXivx".contains(&byte));
            figures && part.len() <= 4 || roman || part.chars().count() == 1
        })
}

/// Reads the number that a cell is: its marker, with places in the cell.
fn number(cell: &str, lexicon: &Lexicon) -> Option<Marker> {
    if !is_number(cell) {
        return None;
    }
    let bare = cell.trim_end_matches(['*', '_']);
    let signed = bare.ends_with(['.', ')', '/', '-']);
    let end = if signed { "" } else { "." };
    let marker = far_marker_of(&format!("{bare}{end} X"), lexicon).or_else(|| part(bare))?;
    (!marker.family.is_bullet()).then_some(Marker { end: marker.end.min(bare.len()), ..marker })
}

/// Reads the number of a part in one that is no figure: "I.1", "A.2.3".
fn part(cell: &str) -> Option<Marker> {
    let start = cell.find(is_word)?;
    let inner = cell[start..].trim_end_matches(|c: char| !is_word(c));
    let (outer, last) = inner.rsplit_once('.')?;
    let depth = u8::try_from(outer.split('.').count()).ok()?;
    Some(Marker {
        family: Family::Decimal(depth),
        sign: '.',
        ordinal: last.parse().ok().filter(|ordinal| *ordinal > 0)?,
        prefix: 0,
        other: None,
        start,
        end: start + inner.len(),
    })
}

/// The number of a row and its words.
#[derive(Clone, Copy)]
struct RowMarker {
    marker: Marker,
    /// Where the cell with the marker begins.
    base: usize,
    words: TextRange,
}

/// Finds the number and the words of a row; nothing if it has no number or no words of its own.
fn found(text: &str, table: &Table, row: &TableRow, lexicon: &Lexicon) -> Option<RowMarker> {
    let cell = |column: Column| -> Option<&Cell> {
        row.at(table.column(column)?).filter(|cell| cell.is_filled())
    };
    let own = |cell: &Cell| {
        let marker = far_marker_of(cell.range.of(text), lexicon)?;
        let words = TextRange::new(cell.range.start.get() + marker.end, cell.range.end.get());
        let bullet = marker.family.is_bullet() || words.of(text).trim().is_empty();
        (!bullet).then(|| RowMarker { marker, base: cell.range.start.get(), words })
    };
    if let (Some(first), Some(task)) = (cell(Column::Number), cell(Column::Task))
        && first != task
    {
        let marker = number(first.range.of(text), lexicon)?;
        return Some(RowMarker { marker, base: first.range.start.get(), words: task.range });
    }
    // A group's number stands before its words in one cell.
    let mut filled = row.filled();
    let (only, None) = (filled.next()?, filled.next()) else { return None };
    own(only)
}

/// Marks the rows that name groups: those of one cell, and those with a number and words alone, if the
/// number is one of parts or the next row counts in it.
pub(super) fn mark_groups(text: &str, table: &mut Table, lexicon: &Lexicon) {
    let own = |row: &TableRow| {
        let is_body = row.part == RowPart::Body;
        is_body.then(|| found(text, table, row, lexicon)).flatten()
    };
    let numbers: Vec<Option<RowMarker>> = table.rows.iter().map(own).collect();
    let is_wide = table
        .columns
        .iter()
        .any(|column| !matches!(column, Column::Number | Column::Task | Column::Note));
    // The family of the next number, from the last row up.
    let mut below = None;
    for index in (0..table.rows.len()).rev() {
        let row = &table.rows[index];
        let next = below;
        below = numbers[index].map(|found| found.marker.family).or(below);
        if row.part != RowPart::Body {
            continue;
        }
        let filled = row.cells.iter().filter(|cell| !cell.range.is_empty());
        let (count, own) = (filled.clone().count(), row.filled().count());
        let is_group = match numbers[index] {
            // The row goes on the one before.
            None => {
                own == 1 && count == 1 && row.filled().all(|cell| usize::from(cell.columns) > 1)
            }
            Some(RowMarker { marker, .. }) => {
                let parts = matches!(marker.family, Family::Roman | Family::Capital);
                let deeper = next.is_some_and(|next| is_deeper(next, marker.family));
                let alone = count == 2 && (parts && is_wide || deeper);
                count == 1 || alone || parts && deeper
            }
        };
        if is_group {
            table.rows[index].part = RowPart::Group;
        }
    }
}

/// Tells whether a family of numbers counts within another.
fn is_deeper(inner: Family, outer: Family) -> bool {
    match (inner.rank(), outer.rank()) {
        (Some(inner), Some(outer)) => inner > outer,
        (None, Some(_)) => matches!(inner, Family::Bracketed | Family::SmallRoman),
        _ => false,
    }
}

/// Adds the rows of the tables of tasks to the lists of a text, in its order.
pub(in crate::speech::parse) fn into_lists(
    text: &str,
    blocks: &[Block],
    tables: &[Table],
    (mut found, lexicon): (Lists, &Lexicon),
    said: &dyn Fn(usize) -> BlockOverride,
) -> Lists {
    if !tables.iter().any(Table::is_of_tasks) {
        return found;
    }
    let old = std::mem::take(&mut found.entries);
    let mut moved: Vec<usize> = Vec::with_capacity(old.len());
    let mut entries: Vec<ListEntry> = Vec::with_capacity(old.len());
    let mut old = old.into_iter().peekable();
    let mut take = |until: usize, entries: &mut Vec<ListEntry>| {
        while let Some(mut entry) = old.next_if(|entry| entry.block < until) {
            entry.parent = entry.parent.map(|parent| moved[parent]);
            moved.push(entries.len());
            entries.push(entry);
        }
    };
    let of_text = found.lists.len();
    for (index, table) in tables.iter().enumerate().filter(|(_, table)| table.is_of_tasks()) {
        take(table.blocks.start, &mut entries);
        let mut around = entries.len().checked_sub(1);
        while let Some(at) = around.filter(|&at| entries[at].end_block < table.blocks.end) {
            // An item ends before a table or behind it.
            entries[at].end_block = entries[at].end_block.min(table.blocks.start);
            around = entries[at].parent;
        }
        let lead = lead_of(text, blocks, table, around.map(|at| entries[at].block));
        let rows = TaskRows {
            text,
            table,
            index,
            lexicon,
            lists: &mut found.lists,
            entries: &mut entries,
        };
        rows.add(around, lead, said);
    }
    take(usize::MAX, &mut entries);
    for list in &mut found.lists[..of_text] {
        list.parent = list.parent.map(|parent| moved[parent]);
        list.members.iter_mut().for_each(|member| *member = moved[*member]);
    }
    Lists { entries, ..found }
}

/// Finds the paragraph right above a table that announces it.
fn lead_of(text: &str, blocks: &[Block], table: &Table, item: Option<usize>) -> Option<usize> {
    let above =
        (0..table.blocks.start).rev().take(ABOVE).find(|&at| !blocks[at].kind.is_hidden())?;
    let free = blocks[above].kind == BlockKind::Paragraph && item != Some(above);
    (free && announces(blocks[above].range.of(text))).then_some(above)
}

/// The rows of a table on their way into lists.
struct TaskRows<'a> {
    text: &'a str,
    table: &'a Table,
    index: usize,
    lexicon: &'a Lexicon,
    lists: &'a mut Vec<List>,
    entries: &'a mut Vec<ListEntry>,
}

/// A list of rows that is open.
struct OpenRowList {
    family: Family,
    list: usize,
    entry: usize,
}

impl TaskRows<'_> {
    fn add(
        self,
        around: Option<usize>,
        lead: Option<usize>,
        said: &dyn Fn(usize) -> BlockOverride,
    ) {
        let TaskRows { text, table, index: of, lexicon, lists, entries } = self;
        let mut open: Vec<OpenRowList> = Vec::new();
        let mut last: Vec<(Family, u32)> = Vec::new();
        for (index, row) in table.rows.iter().enumerate() {
            let block = table.blocks.start + index;
            let is_own = matches!(row.part, RowPart::Body | RowPart::Group)
                && said(block).item != Some(IsItem::No);
            let Some(RowMarker { marker, base, .. }) =
                found(text, table, row, lexicon).filter(|_| is_own)
            else {
                // The name of a group that has no number ends those before it.
                if row.part == RowPart::Group {
                    open.drain(..).for_each(|open| entries[open.entry].end_block = block);
                }
                continue;
            };
            let marker = resolved(marker, &last);
            let same = open.iter().position(|open| open.family == marker.family);
            let depth = same.unwrap_or_else(|| {
                let outer = |open: &OpenRowList| !is_deeper(open.family, marker.family);
                open.iter().position(|open| !outer(open)).unwrap_or(open.len())
            });
            let first = lists.len();
            let list = open.get(depth).filter(|_| same.is_some()).map_or(first, |open| open.list);
            open.truncate(depth);
            let parent = open.last().map(|open| open.entry).or(around);
            if list == first {
                let lead = lead.filter(|_| open.is_empty());
                lists.push(List {
                    parent,
                    members: Vec::new(),
                    lead,
                    announced_by: lead,
                    table: Some(of),
                    run: ListExtent::Whole,
                });
            }
            let within = base - row.line.start.get();
            let ordinal = marker.ordinal;
            let before = last.iter_mut().find(|(family, _)| *family == marker.family);
            let sequence = match &before {
                Some((_, last)) if *last + 1 == ordinal => Sequence::Follows,
                _ if lists[list].members.is_empty() => Sequence::Opens,
                Some((_, last)) if *last >= ordinal => Sequence::Repeats,
                _ => Sequence::Skips,
            };
            match before {
                Some((_, last)) => *last = ordinal,
                None => last.push((marker.family, ordinal)),
            }
            lists[list].members.push(entries.len());
            open.push(OpenRowList { family: marker.family, list, entry: entries.len() });
            entries.push(ListEntry {
                block,
                marker: Marker { start: marker.start + within, end: marker.end + within, ..marker },
                ordinal,
                list,
                parent,
                end_block: table.blocks.end,
                sequence,
                style: LineStyle::Plain,
                doubt: 0,
                gap: MemberGap::None,
            });
        }
        close(&mut entries[..], table);
    }
}

/// Takes a letter that may also be a number for what goes on the rows above it: "C" behind "B", "i)"
/// behind "h)".
fn resolved(marker: Marker, last: &[(Family, u32)]) -> Marker {
    let follows = |family: Family, ordinal: u32| last.contains(&(family, ordinal.wrapping_sub(1)));
    match marker.other {
        Some((family, ordinal))
            if follows(family, ordinal) && !follows(marker.family, marker.ordinal) =>
        {
            Marker { family, ordinal, other: None, ..marker }
        }
        _ => marker,
    }
}

/// Ends each row's item where the next of its list or of one around it begins.
fn close(entries: &mut [ListEntry], table: &Table) {
    let first = entries.partition_point(|entry| entry.block < table.blocks.start);
    let mut open: Vec<usize> = Vec::new();
    for index in first..entries.len() {
        let parent = entries[index].parent;
        while let Some(&last) = open.last().filter(|&&last| Some(last) != parent) {
            entries[last].end_block = entries[last].end_block.min(entries[index].block);
            open.pop();
        }
        open.push(index);
    }
}

/// Returns the words of a row of tasks behind its number.
pub(in crate::speech::parse) fn words_of(
    text: &str,
    table: &Table,
    block: usize,
    lexicon: &Lexicon,
) -> Option<TextRange> {
    found(text, table, table.row(block)?, lexicon).map(|found| found.words)
}

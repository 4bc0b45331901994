//! Rows of the register in groups: by when they are due, by office, by speech.

use super::office::{NamedOffice, OfficeBook};
use super::row::RegisterSpeech;
use super::standing::TaskStanding;
use super::state::RegisterEntry;
use crate::speech::Date;
use crate::text::Collation;
use std::collections::HashMap;
use std::sync::Arc;

/// What rows are grouped by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum GroupBy {
    /// When they are due.
    #[default]
    Due,
    /// The office in charge.
    Office,
    /// The speech.
    Speech,
}

/// Rows that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowGroup {
    /// What they have in common.
    pub head: GroupHead,
    /// Their indices, in the order in which they are shown.
    pub rows: Vec<usize>,
}

/// What the rows of a group have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupHead {
    /// How they stand.
    Standing(TaskStanding),
    /// The office in charge, as the first of them has it; nothing where the texts name none.
    Office(Option<String>),
    /// The speech.
    Speech(Arc<RegisterSpeech>),
}

impl GroupBy {
    /// Every way to group, in the order in which a key goes through them.
    pub const ALL: [GroupBy; 3] = [GroupBy::Due, GroupBy::Office, GroupBy::Speech];

    /// Returns the name that the command line uses.
    pub fn name(self) -> &'static str {
        match self {
            GroupBy::Due => "date",
            GroupBy::Office => "office",
            GroupBy::Speech => "speech",
        }
    }

    /// Puts rows in groups, given as their indices. A row of two offices is in the groups of both.
    pub fn groups(self, rows: &GroupedRows<'_>) -> Vec<RowGroup> {
        match self {
            GroupBy::Due => by_due(rows),
            GroupBy::Office => by_office(rows),
            GroupBy::Speech => by_speech(rows),
        }
    }
}

/// What is put in groups.
#[derive(Clone, Copy, Debug)]
pub struct GroupedRows<'a> {
    /// All rows.
    pub entries: &'a [RegisterEntry],
    /// The indices of those that are shown.
    pub kept: &'a [usize],
    /// The day on which they are shown.
    pub today: Date,
    /// How names of offices are compared.
    pub book: &'a OfficeBook,
}

impl GroupedRows<'_> {
    /// Returns the indices by last day, those without one and then what is settled behind; rows of one day by document and
    /// place.
    fn sorted(&self) -> Vec<usize> {
        let mut kept = self.kept.to_vec();
        kept.sort_by_cached_key(|&index| {
            let row = &self.entries[index].row;
            let last = row.deadline.as_ref().and_then(|deadline| deadline.last_day());
            let standing = TaskStanding::of(&self.entries[index], self.today);
            (
                standing == TaskStanding::Settled,
                last.is_none(),
                last,
                std::cmp::Reverse(row.speech.date),
                row.speech.id.clone(),
                row.line,
            )
        });
        kept
    }
}

fn by_due(rows: &GroupedRows<'_>) -> Vec<RowGroup> {
    let mut groups: Vec<RowGroup> = TaskStanding::ALL
        .into_iter()
        .map(|standing| RowGroup { head: GroupHead::Standing(standing), rows: Vec::new() })
        .collect();
    for index in rows.sorted() {
        let standing = TaskStanding::of(&rows.entries[index], rows.today);
        let group = groups.iter_mut().find(|group| group.head == GroupHead::Standing(standing));
        group.expect("each standing has a group").rows.push(index);
    }
    groups.retain(|group| !group.rows.is_empty());
    groups
}

fn by_office(rows: &GroupedRows<'_>) -> Vec<RowGroup> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
    let mut nobody = Vec::new();
    let mut cells: HashMap<&str, Vec<NamedOffice>> = HashMap::new();
    for index in rows.sorted() {
        let row = &rows.entries[index].row;
        if row.actors.is_empty() {
            nobody.push(index);
        }
        for cell in &row.actors {
            // A short form belongs to what its text says that it stands for.
            let names = cell.expansion.as_ref().unwrap_or(&cell.text);
            let offices = cells.entry(names).or_insert_with(|| rows.book.offices_in(names));
            for office in offices.iter() {
                let place = *places.entry(office.key.clone()).or_insert_with(|| {
                    groups.push((office.text.clone(), Vec::new()));
                    groups.len() - 1
                });
                let (name, group) = &mut groups[place];
                // "Sở Nội vụ" heads the tasks of its head, too.
                if office.text.len() < name.len() {
                    name.clone_from(&office.text);
                }
                if group.last() != Some(&index) {
                    group.push(index);
                }
            }
        }
    }
    groups.sort_by_cached_key(|(name, _)| Collation::of(name));
    let named = groups.into_iter().map(|(name, rows)| (Some(name), rows));
    named
        .chain((!nobody.is_empty()).then_some((None, nobody)))
        .map(|(name, rows)| RowGroup { head: GroupHead::Office(name), rows })
        .collect()
}

fn by_speech(rows: &GroupedRows<'_>) -> Vec<RowGroup> {
    let mut kept = rows.kept.to_vec();
    kept.sort_by_cached_key(|&index| {
        let row = &rows.entries[index].row;
        let speech = &row.speech;
        (
            std::cmp::Reverse(speech.date),
            Collation::of(&speech.title),
            speech.id.clone(),
            row.range.start,
        )
    });
    let mut groups: Vec<RowGroup> = Vec::new();
    for index in kept {
        let speech = &rows.entries[index].row.speech;
        match groups.last_mut() {
            Some(RowGroup { head: GroupHead::Speech(of), rows })
                if of.id == speech.id && of.path == speech.path =>
            {
                rows.push(index);
            }
            _ => groups
                .push(RowGroup { head: GroupHead::Speech(Arc::clone(speech)), rows: vec![index] }),
        }
    }
    groups
}

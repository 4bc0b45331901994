//! The series of a table of tasks, and the words of its rows.

use super::{ListEntry, OutlineBuilder, SeriesKind};
use crate::speech::parse::outline::Ground;
use crate::speech::parse::role::capitalised;
use crate::speech::{Column, Evidence, Role, RoleSource, Series};
use crate::text::lowercase;
use crate::text::markup::plain;

impl OutlineBuilder<'_> {
    /// Opens the series of the rows of a table: they are tasks, as the name of a column says.
    pub(super) fn kind_of_rows(
        &mut self,
        first: &ListEntry,
        index: usize,
        within: Option<usize>,
    ) -> SeriesKind {
        let Ground { fixes, tables, text, .. } = self.ground;
        let table = &tables[index];
        let name = table.column(Column::Task).and_then(|column| table.name_of(column));
        let (role, evidence) = match fixes.series_role(first.block) {
            Some(role) => (role, Evidence::plain(RoleSource::Correction, 100)),
            None => (Role::Task, Evidence { cue: name, ..Evidence::plain(RoleSource::Table, 99) }),
        };
        let named = name.map(|name| capitalised(&lowercase(&plain(name.of(text))), None));
        let title = fixes.series_title(first.block).map(str::to_owned).or(named);
        let lead = self.found.lists[first.list].lead.map(|lead| self.blocks[lead]);
        let series = self.open(Series {
            role,
            number: 0,
            title: title.unwrap_or_default(),
            lead: lead.map(|block| block.range),
            line: lead.map_or(self.blocks[first.block].line, |block| block.line),
            items: Vec::new(),
            within,
            count: 0,
            evidence: evidence.clone(),
        });
        let kind = SeriesKind { series, role, evidence, owner: None };
        self.tables.insert(index, kind.clone());
        kind
    }
}

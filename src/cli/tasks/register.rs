//! Assignments: who is to do what, with whom, by when.

use super::reading::RegisterReading;
use super::{TaskFormat, TasksArgs};
use crate::cli::destination::{self, Destination, Existing};
use crate::cli::error::CliError;
use crate::cli::json;
use crate::cli::output::{Audience, Emphasis, Output};
use crate::cli::setup::Setup;
use crate::cli::table::TextTable;
use crate::register::formats::{
    self, PageHead, RegisterRowJson, RegisterSheet, SheetColumn, SheetGroup, group_words,
};
use crate::register::{
    GroupedRows, OfficeBook, OfficeFit, RegisterEntry, RegisterFilter, RegisterSpeech, WantedOffice,
};
use crate::speech::Date;
use serde::ser::{SerializeSeq, Serializer};
use std::collections::HashSet;
use std::io::{self, Write};

/// How the rows that are asked for are written.
struct Writing<'a> {
    setup: &'a Setup,
    book: OfficeBook,
    mine: Option<WantedOffice>,
    today: Date,
}

impl TasksArgs {
    /// Prints the assignments of what is asked for, or of the whole library.
    pub(super) fn print_assignments(&self, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
        let book = OfficeBook::new(setup.settings.offices.clone());
        let filter = self.register.filter(&setup.settings, &book)?;
        let today = self.register.today()?;
        let destination = Destination::of(self.register.output.as_deref());
        let format = self.format_for(&destination)?;
        if destination == Destination::Standard
            && format == TaskFormat::Xlsx
            && out.audience() != Audience::Pipe
        {
            return Err(CliError::WorkbookOnTerminal.into());
        }
        let mine = book.mine();
        let writing = Writing { setup, book, mine, today };
        let reading = RegisterReading::new(setup)?;
        if matches!(format, TaskFormat::Json | TaskFormat::Jsonl)
            && self.register.group.is_none()
            && destination == Destination::Standard
        {
            return self.stream(&reading, (&writing, &filter), out);
        }
        let mut entries = Vec::new();
        reading.each(&self.what, &mut |of_one| {
            entries.extend(kept(of_one, &filter, today));
            Ok(())
        })?;
        let kept: Vec<usize> = (0..entries.len()).collect();
        let groups = match self.register.group {
            Some(by) => formats::headed(by.groups(&GroupedRows {
                entries: &entries,
                kept: &kept,
                today,
                book: &writing.book,
            })),
            None => vec![(None, kept)],
        };
        let sheet =
            RegisterSheet { entries: &entries, groups: &groups, today, messages: &setup.messages };
        if let (TaskFormat::Table, false) = (format, entries.is_empty()) {
            writing.table(&sheet, out)?;
        } else if format != TaskFormat::Table {
            let bytes = self.bytes(format, &sheet, &writing)?;
            let existing = if self.register.force { Existing::Replaced } else { Existing::Kept };
            match &destination {
                Destination::File(path) => destination::write(path, &bytes, existing)?,
                _ => out.write_all(&bytes)?,
            }
        }
        match (entries.is_empty(), filter.is_empty()) {
            (false, _) => Ok(()),
            (true, true) => Err(CliError::NoAssignments.into()),
            (true, false) => Err(CliError::NoneAsked.into()),
        }
    }

    /// Finds the format: the one that is wished for, or that of the file's name, or a table.
    fn format_for(&self, destination: &Destination) -> Result<TaskFormat, CliError> {
        let path = match destination {
            Destination::Standard => return Ok(self.format.unwrap_or(TaskFormat::Table)),
            Destination::Folder(path) => {
                let error = io::Error::from(io::ErrorKind::IsADirectory);
                return Err(CliError::NotWritten(path.clone(), error));
            }
            Destination::File(path) => path,
        };
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        match self.format.or_else(|| TaskFormat::of_ending(&ending)) {
            None => Err(CliError::NoTaskFormat(ending.into_owned())),
            Some(TaskFormat::Table) => Err(CliError::TableInFile),
            Some(format) => Ok(format),
        }
    }

    /// Writes each row as JSON as it is read.
    fn stream(
        &self,
        reading: &RegisterReading<'_>,
        (writing, filter): (&Writing<'_>, &RegisterFilter),
        out: &mut Output,
    ) -> anyhow::Result<()> {
        let mut count = 0;
        if self.format == Some(TaskFormat::Jsonl) {
            reading.each(&self.what, &mut |entries| {
                for entry in kept(entries, filter, writing.today) {
                    json::write_line(&writing.json(&entry), out)?;
                    count += 1;
                }
                Ok(())
            })?;
        } else {
            let mut serializer = json::indented(out);
            let mut array = serializer.serialize_seq(None)?;
            let read = reading.each(&self.what, &mut |entries| {
                for entry in kept(entries, filter, writing.today) {
                    array.serialize_element(&writing.json(&entry))?;
                    count += 1;
                }
                Ok(())
            });
            array.end()?;
            writeln!(out)?;
            read?;
        }
        match (count, filter.is_empty()) {
            (0, true) => Err(CliError::NoAssignments.into()),
            (0, false) => Err(CliError::NoneAsked.into()),
            _ => Ok(()),
        }
    }

    fn bytes(
        &self,
        format: TaskFormat,
        sheet: &RegisterSheet<'_>,
        writing: &Writing<'_>,
    ) -> anyhow::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        match format {
            TaskFormat::Table => {}
            TaskFormat::Json => {
                let rows: Vec<_> = sheet.rows().map(|entry| writing.json(entry)).collect();
                json::write(&rows, &mut bytes)?;
            }
            TaskFormat::Jsonl => {
                for entry in sheet.rows() {
                    json::write_line(&writing.json(entry), &mut bytes)?;
                }
            }
            TaskFormat::Csv => {
                self.register.mark(&mut bytes)?;
                formats::csv(sheet, &mut bytes)?;
            }
            TaskFormat::Md => bytes = formats::checklist(sheet).into_bytes(),
            TaskFormat::Xlsx => bytes = formats::workbook(sheet)?,
            TaskFormat::Ics => bytes = formats::calendar(sheet).into_bytes(),
            TaskFormat::Html => bytes = formats::page(sheet, &head(sheet)).into_bytes(),
            TaskFormat::Todo => bytes = formats::todo(sheet, &writing.book).into_bytes(),
        }
        Ok(bytes)
    }
}

/// Says what the rows are of: one document, or how many.
fn head(sheet: &RegisterSheet<'_>) -> PageHead {
    let mut speeches: Vec<&RegisterSpeech> = Vec::new();
    let mut seen = HashSet::new();
    for entry in sheet.rows() {
        let speech = &*entry.row.speech;
        if seen.insert(&speech.id) {
            speeches.push(speech);
        }
    }
    match speeches.as_slice() {
        [one] => PageHead {
            title: one.title.clone(),
            facts: [one.number.clone(), one.date.map(|date| sheet.messages.date(date))]
                .into_iter()
                .flatten()
                .collect(),
        },
        several => PageHead {
            title: sheet.messages.with("page-several", &[("count", several.len().into())]),
            facts: Vec::new(),
        },
    }
}

/// Returns those of the rows that are asked for.
fn kept(entries: Vec<RegisterEntry>, filter: &RegisterFilter, today: Date) -> Vec<RegisterEntry> {
    if filter.is_empty() {
        return entries;
    }
    let mut wanted = filter.keep(&entries, today).into_iter().peekable();
    let numbered = entries.into_iter().enumerate();
    numbered.filter_map(|(index, entry)| wanted.next_if_eq(&index).map(|_| entry)).collect()
}

/// The columns of the table for the eye.
const COLUMNS: [SheetColumn; 6] = [
    SheetColumn::DueDate,
    SheetColumn::Actors,
    SheetColumn::Task,
    SheetColumn::Place,
    SheetColumn::State,
    SheetColumn::Id,
];
/// Which of them are cut where a terminal is too narrow, the widest first, and which are left out.
const NARROWING: [usize; 2] = [2, 1];
const DROPPING: [usize; 2] = [4, 3];

impl Writing<'_> {
    fn json<'e>(&self, entry: &'e RegisterEntry) -> RegisterRowJson<'e> {
        RegisterRowJson::of(entry, self.today).marked(self.fit(entry))
    }

    fn fit(&self, entry: &RegisterEntry) -> Option<OfficeFit> {
        self.mine.as_ref().and_then(|mine| entry.row.fit(mine))
    }

    /// Writes a table for each group.
    fn table(&self, sheet: &RegisterSheet<'_>, out: &mut Output) -> anyhow::Result<()> {
        for (index, group) in sheet.groups.iter().enumerate() {
            if let Some(head) = &group.0 {
                let space = if index == 0 { "" } else { "\n" };
                write!(out, "{space}")?;
                let words = group_words(head, &self.setup.messages);
                let count = self.setup.messages.count(group.1.len());
                out.emphasized(Emphasis::Strong, &format!("{words} ({count})"))?;
                writeln!(out)?;
            }
            self.group_table(sheet, group).write(out)?;
        }
        Ok(())
    }

    fn group_table(&self, sheet: &RegisterSheet<'_>, (_, rows): &SheetGroup) -> TextTable {
        let messages = &self.setup.messages;
        let header = COLUMNS.map(|column| messages.get(column.message()).to_uppercase());
        let mut table =
            TextTable::new(header.to_vec(), 2).narrowing(&NARROWING).dropping(&DROPPING);
        let one_speech = sheet.is_of_one_speech();
        for index in rows {
            let entry = &sheet.entries[*index];
            let cells = COLUMNS.map(|column| match column {
                SheetColumn::DueDate => self.due(entry),
                SheetColumn::Actors if self.fit(entry) == Some(OfficeFit::Shared) => {
                    let words = column.words(entry, messages);
                    format!("{words} ({})", messages.get("sheet-shared"))
                }
                SheetColumn::Place if !one_speech => {
                    format!("{}/{}", entry.row.speech.id, column.words(entry, messages))
                }
                column => column.words(entry, messages),
            });
            table.push(cells.to_vec());
        }
        table
    }

    /// Says when a row is due: its day, or what the text says instead.
    fn due(&self, entry: &RegisterEntry) -> String {
        let Some(deadline) = &entry.row.deadline else { return String::new() };
        match deadline.last_day() {
            Some(day) => self.setup.messages.short_date(day),
            None => deadline.cell.text.clone(),
        }
    }
}

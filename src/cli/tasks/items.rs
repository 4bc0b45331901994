//! Tasks as the outline has them: an item each.

use super::{TaskFormat, TasksArgs};
use crate::cli::error::CliError;
use crate::cli::json;
use crate::cli::json::tables::{FieldsJson, fields_line, fields_of};
use crate::cli::origin::path_of;
use crate::cli::output::Output;
use crate::cli::part::RequestedPart;
use crate::cli::request::{self, RequestedText, TextRequest};
use crate::cli::setup::Setup;
use crate::cli::table::TextTable;
use crate::register::deadline::{Basis, Deadline};
use crate::register::formats::AssignmentJson;
use crate::register::{RegisterRow, RegisterVocabulary, deadlines_of};
use crate::speech::{Column, ItemIndex, Role, Speech};
use crate::text::TextRange;
use serde::Serialize;

/// A task, as JSON and CSV tell it.
#[derive(Serialize)]
struct TaskRow {
    address: String,
    role: &'static str,
    series: String,
    number: u32,
    label: String,
    text: String,
    line: u32,
    speech: String,
    /// The file of the speech: addresses of two files of one title and day are the same.
    path: Option<String>,
}

/// Returns the words that name whose work an item is: those of its table, or else its own or those above it.
fn owner(speech: &Speech, index: ItemIndex) -> Option<String> {
    let above = || speech.outline.items[index].owner.map(|range| speech.line(range));
    speech.field(index, Column::Lead).or_else(above)
}

/// Tells whether words above an item name whose work it is.
fn is_owned_above(speech: &Speech, index: ItemIndex) -> bool {
    let item = &speech.outline.items[index];
    item.owner.is_some_and(|owner| owner.start < item.marker.start)
}

/// A task in JSON, with the days of its speech.
#[derive(Serialize)]
struct TaskJson<'a> {
    #[serde(flatten)]
    row: TaskRow,
    /// What the other columns of its table tell of it.
    #[serde(skip_serializing_if = "FieldsJson::is_empty")]
    fields: FieldsJson,
    /// The office or person whose work it is, in the words of the text.
    owner: Option<String>,
    /// When its own words say that it is to be done.
    deadlines: Vec<DeadlineJson>,
    /// What the assignments say that begin in it.
    #[serde(flatten)]
    assignment: AssignmentJson<'a>,
    date: Option<String>,
    meeting_date: Option<String>,
}

/// A deadline in JSON.
#[derive(Serialize)]
struct DeadlineJson {
    text: String,
    due: Option<String>,
    recurs: Option<&'static str>,
    edge: &'static str,
    inferred: bool,
}

impl DeadlineJson {
    fn of(speech: &Speech, deadline: &Deadline) -> Self {
        DeadlineJson {
            text: speech.line(deadline.words),
            due: deadline.due.iso(),
            recurs: deadline.due.rhythm().map(|rhythm| rhythm.name()),
            edge: deadline.edge.name(),
            inferred: deadline.basis == Basis::Inferred,
        }
    }
}

impl<'a> TaskJson<'a> {
    fn of(
        speech: &Speech,
        item: ItemIndex,
        (rows, vocabulary): (&'a [RegisterRow], &RegisterVocabulary),
    ) -> Self {
        let range = speech.outline.items[item].range;
        let begins =
            |row: &&RegisterRow| range.start <= row.range.start && row.range.start < range.end;
        let day = |date: Option<crate::speech::Date>| date.map(|date| date.to_string());
        TaskJson {
            row: row(speech, item),
            fields: fields_of(speech, item),
            owner: owner(speech, item),
            deadlines: deadlines_of(speech, item, vocabulary.deadlines())
                .iter()
                .map(|deadline| DeadlineJson::of(speech, deadline))
                .collect(),
            assignment: AssignmentJson::of(rows.iter().filter(begins)),
            date: day(speech.meta.date),
            meeting_date: day(speech.meta.meeting_date),
        }
    }
}

impl TasksArgs {
    /// Prints the items of what is asked for, or of the whole library.
    pub(super) fn print_items(&self, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
        if self.format == Some(TaskFormat::Jsonl) {
            return self.print_lines(setup, out);
        }
        let mut targets: Vec<RequestedPart> = Vec::new();
        self.each_part(setup, &mut |part| {
            targets.push(part);
            Ok(())
        })?;
        let found: Vec<(&RequestedPart, ItemIndex)> = targets
            .iter()
            .flat_map(|target| self.tasks_of(target).map(move |item| (target, item)))
            .collect();
        match self.format {
            Some(TaskFormat::Json) => {
                let vocabulary = setup.library.register_vocabulary();
                let rows: Vec<Vec<RegisterRow>> = targets
                    .iter()
                    .map(|target| setup.library.rows(&target.speech, &vocabulary))
                    .collect();
                let tasks = targets.iter().zip(&rows);
                let tasks: Vec<TaskJson> =
                    tasks.flat_map(|(target, rows)| self.json(target, rows, &vocabulary)).collect();
                json::write(&tasks, out)?;
            }
            Some(TaskFormat::Csv) => {
                self.register.mark(out)?;
                csv(&found, out)?;
            }
            Some(TaskFormat::Md) if !found.is_empty() => {
                let text = |speech: &Speech, item| full_text(speech, item);
                table(setup, &found, text).write_markdown(out)?;
            }
            Some(TaskFormat::Md) => {}
            _ if !found.is_empty() => table(setup, &found, with_fields).write(out)?,
            _ => {}
        }
        if found.is_empty() { Err(CliError::NoTasks.into()) } else { Ok(()) }
    }

    /// Prints a line an item, each speech as it is read.
    fn print_lines(&self, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
        let vocabulary = setup.library.register_vocabulary();
        let mut is_empty = true;
        self.each_part(setup, &mut |part| {
            let rows = setup.library.rows(&part.speech, &vocabulary);
            for task in self.json(&part, &rows, &vocabulary) {
                is_empty = false;
                json::write_line(&task, out)?;
            }
            Ok(())
        })?;
        if is_empty { Err(CliError::NoTasks.into()) } else { Ok(()) }
    }

    /// Opens what is asked for, or all of the library, one after the other.
    fn each_part(
        &self,
        setup: &Setup,
        take: &mut dyn FnMut(RequestedPart) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let library = setup.holdings();
        for choice in request::choose(&self.what, &library)? {
            take(choice.open(&library)?)?;
        }
        if !self.what.is_empty() {
            return Ok(());
        }
        if library.list().is_empty() {
            return Err(CliError::EmptyLibrary.into());
        }
        for holding in library.list() {
            match library.open_holding(holding) {
                Ok(Some(opened)) => {
                    let source = RequestedText::Library(Box::new(opened));
                    take(TextRequest { source, at: None }.open(&library)?)?;
                }
                Ok(None) => {}
                Err(error) => setup.say(error.message()),
            }
        }
        Ok(())
    }

    fn json<'t>(
        &'t self,
        target: &'t RequestedPart,
        rows: &'t [RegisterRow],
        vocabulary: &'t RegisterVocabulary,
    ) -> impl Iterator<Item = TaskJson<'t>> {
        self.tasks_of(target)
            .map(move |item| TaskJson::of(&target.speech, item, (rows, vocabulary)))
    }

    fn tasks_of<'t>(&'t self, target: &'t RequestedPart) -> impl Iterator<Item = ItemIndex> + 't {
        let outline = &target.speech.outline;
        let has_parts = move |item: ItemIndex| {
            let range = outline.items[item].range;
            let inside =
                outline.items[item + 1..].iter().take_while(move |other| range.covers(other.range));
            inside.into_iter().any(|other| other.role == Role::Task)
        };
        let wanted = move |item: &ItemIndex| match (self.all, self.leaves) {
            (true, _) => outline.items[*item].role == Role::Task,
            (false, true) => outline.items[*item].role == Role::Task && !has_parts(*item),
            (false, false) => outline.is_whole_task(*item),
        };
        (0..outline.items.len()).filter(move |item| wanted(item) && target.has(*item))
    }
}

fn row(speech: &Speech, index: ItemIndex) -> TaskRow {
    let item = &speech.outline.items[index];
    TaskRow {
        address: format!("{}/{}", speech.id, speech.outline.address(index)),
        role: item.role.name(),
        series: speech.outline.series[item.series].title.clone(),
        number: item.ordinal,
        label: speech.line(item.label),
        text: full_text(speech, index),
        line: item.line,
        speech: speech.id.to_string(),
        path: path_of(&speech.origin),
    }
}

/// Returns the text of an item behind its marker; of a row of a table that of its column of tasks, a
/// line for each row that goes on it.
fn full_text(speech: &Speech, index: ItemIndex) -> String {
    let item = &speech.outline.items[index];
    if let Some(words) = speech.outline.row_words(index) {
        let lines: Vec<String> = words.into_iter().map(|range| speech.line(range)).collect();
        return lines.join("\n");
    }
    let behind = TextRange { start: item.marker.end, end: item.range.end };
    speech.words(behind).trim().to_owned()
}

/// Returns what the item's first paragraph says, on one line.
fn first_paragraph(speech: &Speech, index: ItemIndex) -> String {
    let item = &speech.outline.items[index];
    if let Some(words) = speech.outline.row_words(index) {
        return words.first().map(|range| speech.line(*range)).unwrap_or_default();
    }
    // Where the marker stands alone, the label is in the next paragraph.
    let block = speech.blocks[speech.block_at(item.label.start)].range;
    let start = item.label.start.max(item.marker.end);
    // An item inside a paragraph ends before that does.
    let end = block.end.min(item.range.end).max(start);
    speech.line(TextRange { start, end })
}

/// Returns the same, and in brackets what the columns of its table tell of it.
fn with_fields(speech: &Speech, index: ItemIndex) -> String {
    let task = first_paragraph(speech, index);
    match fields_line(speech, index) {
        Some(fields) => format!("{task} ({fields})"),
        None => task,
    }
}

/// Makes a table; where all tasks are of one speech, its id is left out of the addresses.
fn table(
    setup: &Setup,
    found: &[(&RequestedPart, ItemIndex)],
    text: impl Fn(&Speech, ItemIndex) -> String,
) -> TextTable {
    let messages = &setup.messages;
    let header = ["column-address", "column-series", "column-number", "column-line", "column-task"];
    let mut header = header.map(|id| messages.get(id)).to_vec();
    // What a task's own words say need not be said again.
    let owners = found.iter().any(|(target, item)| is_owned_above(&target.speech, *item));
    header.extend(owners.then(|| messages.get("column-owner")));
    let mut table = TextTable::new(header, 4)
        .with_numbers(&[2, 3])
        .narrowing(&[4, 5][..1 + usize::from(owners)]);
    let one_speech = found.windows(2).all(|pair| pair[0].0.speech.id == pair[1].0.speech.id);
    for (target, item) in found {
        let row = row(&target.speech, *item);
        let address = match one_speech {
            true => target.speech.outline.address(*item).to_string(),
            false => row.address,
        };
        let mut cells = vec![
            address,
            row.series,
            row.number.to_string(),
            row.line.to_string(),
            text(&target.speech, *item),
        ];
        cells.extend(owners.then(|| owner(&target.speech, *item).unwrap_or_default()));
        table.push(cells);
    }
    table
}

fn csv(found: &[(&RequestedPart, ItemIndex)], out: &mut Output) -> anyhow::Result<()> {
    // RFC 4180 ends its lines with CR LF.
    let mut writer = csv::WriterBuilder::new()
        .has_headers(false)
        .terminator(csv::Terminator::CRLF)
        .from_writer(out);
    writer.write_record([
        "address", "role", "series", "number", "label", "text", "line", "speech", "path", "lead",
        "partners", "product", "deadline", "note", "owner",
    ])?;
    for (target, item) in found {
        let speech = &target.speech;
        let fields = Column::FIELDS.map(|column| speech.field(*item, column).unwrap_or_default());
        let owner = owner(speech, *item).unwrap_or_default();
        writer.serialize((row(speech, *item), fields, owner))?;
    }
    writer.flush()?;
    Ok(())
}

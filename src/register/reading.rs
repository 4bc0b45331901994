//! From a speech to its assignments: paragraph by paragraph, in reading order.

use super::assignment::Assignment;
use super::deadline::{Deadline, find};
use super::definition::definitions_of;
use super::line::Line;
use super::passage::{Passage, Zone};
use super::scope::Scope;
use super::vocabulary::RegisterVocabulary;
use crate::speech::{
    Block, BlockKind, Date, FurnitureKind, ItemForm, ItemIndex, Role, RowPart, Speech, SpeechKind,
};
use crate::text::TextRange;
use std::cell::OnceCell;

/// How many days before the day of the document a deadline may have been: notices come out late.
const LONG_AGO: i64 = 200;

/// Finds the assignments of a speech, in reading order.
pub fn assignments_of(speech: &Speech, vocabulary: &RegisterVocabulary) -> Vec<Assignment> {
    let reading =
        RegisterReading { speech, vocabulary, base: speech.meta.date.or(speech.meta.meeting_date) };
    let mut scope = Scope::new(speech.meta.kind);
    let mut out = Vec::new();
    let blocks = &speech.blocks;
    let mut at = 0;
    while at < blocks.len() {
        let mut behind = at + 1;
        while blocks.get(behind).is_some_and(|next| goes_on(speech, &blocks[behind - 1], next)) {
            behind += 1;
        }
        let range = TextRange { start: blocks[at].range.start, end: blocks[behind - 1].range.end };
        reading.block(&blocks[at], range, &mut scope, &mut out);
        at = behind;
    }
    expand(&reading, &mut out);
    // The document itself is none that it cites.
    let is_own = |number: &String| speech.meta.number.as_ref() == Some(number);
    for one in &mut out {
        one.documents.retain(|cited| !cited.number.as_ref().is_some_and(is_own));
    }
    // What names no office that it tells something, is no document that does, nor a speech, is an article or a declaration.
    let names = |one: &Assignment| {
        let own = one.actors.iter().filter(|actor| actor.start >= one.words.start);
        own.clone().any(|actor| {
            let inner = usize::from(actor.start == one.words.start);
            actor.of(&speech.text).chars().skip(inner).any(char::is_uppercase)
        })
    };
    let is_spoken = |block: &Block| block.kind == BlockKind::Furniture(FurnitureKind::Salutation);
    if blocks.iter().any(is_spoken) {
        return out;
    }
    match speech.meta.kind {
        None | Some(SpeechKind::Appeal | SpeechKind::Interview | SpeechKind::Letter)
            if speech.meta.speaker.is_none() && !out.iter().any(names) =>
        {
            Vec::new()
        }
        _ => out,
    }
}

/// Notes which names are short forms that the text defines.
fn expand(reading: &RegisterReading<'_>, all: &mut [Assignment]) {
    let defined = definitions_of(reading);
    if defined.is_empty() {
        return;
    }
    let text = &reading.speech.text;
    for one in all {
        let names = [&one.actors, &one.executors, &one.partners, &one.report_to];
        let full =
            |name: &TextRange| Some((*name, *defined.get(&crate::text::spelling(name.of(text)))?));
        let found: Vec<_> = names.into_iter().flatten().filter_map(full).collect();
        one.expansions = found;
    }
}

/// Tells whether a block goes on the sentence of the one before it.
fn goes_on(speech: &Speech, block: &Block, next: &Block) -> bool {
    let is_prose = |block: &Block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Item);
    let (before, behind) = (block.range.of(&speech.text), next.range.of(&speech.text));
    next.kind == BlockKind::Continuation
        || is_prose(block)
            && next.kind == BlockKind::Paragraph
            && behind.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
            && before.trim_end().ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ':'))
}

/// A speech that is read, and by which words.
pub(super) struct RegisterReading<'a> {
    pub speech: &'a Speech,
    pub vocabulary: &'a RegisterVocabulary,
    /// The day from which dates without a year are read.
    pub base: Option<Date>,
}

impl<'a> RegisterReading<'a> {
    pub fn line(&self, range: TextRange) -> Line<'a> {
        Line::new(&self.speech.text, range, self.vocabulary)
    }

    pub fn deadlines(&self, range: TextRange) -> Vec<Deadline> {
        let mut found = find(&self.speech.text, range, self.base, &self.vocabulary.deadlines);
        let text = range.of(&self.speech.text);
        // What is quoted is said of no task: “mỗi ngày làm một việc tốt”.
        // "Các vụ vi phạm phát sinh trước năm 2020": what was over long before is no time to do something in.
        let is_long_past = |one: &Deadline| match (one.due.last_day(), self.base) {
            (Some(day), Some(base)) => base.days_since(day) > LONG_AGO,
            _ => false,
        };
        found.retain(|one| {
            let before = &text[..one.words.start.get() - range.start.get()];
            before.matches('“').count() <= before.matches('”').count() && !is_long_past(one)
        });
        found
    }

    fn block(&self, block: &Block, range: TextRange, scope: &mut Scope, out: &mut Vec<Assignment>) {
        match block.kind {
            BlockKind::Title | BlockKind::Furniture(_) => {}
            BlockKind::Heading => {
                scope.pass_heading(range.of(&self.speech.text));
                scope.note_heading(self, range);
                scope.run.begin(out.len());
            }
            BlockKind::Row => out.extend(self.row(range)),
            BlockKind::Item => self.items(range, scope, out),
            BlockKind::Paragraph | BlockKind::Continuation => {
                let item = self.speech.outline.item_at(range.start);
                self.passage(range, item, Zone::Prose, scope, out);
            }
        }
    }

    /// Reads the paragraph that opens an item, and those enumerated inside it.
    fn items(&self, range: TextRange, scope: &mut Scope, out: &mut Vec<Assignment>) {
        let items = &self.speech.outline.items;
        let first = items.partition_point(|item| item.marker.start < range.start);
        let last = items.partition_point(|item| item.marker.start < range.end);
        // What is enumerated inside a paragraph is of its task.
        let opens = |index: &usize| items[*index].form == ItemForm::Paragraph || *index == first;
        let opening: Vec<ItemIndex> = (first..last).filter(opens).collect();
        for (nth, &index) in opening.iter().enumerate() {
            let end = opening.get(nth + 1).map_or(range.end, |next| items[*next].marker.start);
            let words = TextRange { start: items[index].marker.end, end: end.min(range.end) };
            let zone = match items[index].role {
                Role::Task => Zone::Task,
                // What an office is announced to do is its task, whatever else the list is for.
                Role::Other if scope.is_announced(self, index) => Zone::Task,
                _ => Zone::Member,
            };
            self.passage(words, Some(index), zone, scope, out);
        }
    }

    fn passage(
        &self,
        range: TextRange,
        item: Option<ItemIndex>,
        zone: Zone,
        scope: &mut Scope,
        out: &mut Vec<Assignment>,
    ) {
        // Among results, limitations, lessons nobody is told to do something.
        let role = item.map(|item| self.speech.outline.items[item].role);
        if !matches!(role, None | Some(Role::Task | Role::Other)) {
            return;
        }
        let line = self.line(range);
        if let Some(field) = super::fields::field_of(&line).filter(|field| field.tells_of_above()) {
            scope.run.tell(self, &line, (item, field), out);
            return;
        }
        if line.len() > 0 {
            let times = OnceCell::new();
            Passage { reading: self, line: &line, item, zone, times }.read(scope, out);
        }
    }

    /// Reads a row of a table of tasks.
    fn row(&self, range: TextRange) -> Option<Assignment> {
        use crate::speech::Column;
        let outline = &self.speech.outline;
        let table = outline.table_at(range.start).filter(|table| table.is_of_tasks())?;
        let row = table.rows.iter().find(|row| row.line.start == range.start)?;
        let cell = |column: Column| {
            let cell = row.at(table.column(column)?)?;
            cell.is_filled().then_some(cell.range)
        };
        let words = cell(Column::Task).filter(|_| row.part == RowPart::Body)?;
        let item = outline.items.iter().position(|item| {
            item.marker.start >= row.line.start && item.marker.start < row.line.end
        });
        let offices = |column: Column| {
            let cell = cell(column);
            cell.map(|range| {
                let line = self.line(range);
                if line.len() == 0 { Vec::new() } else { line.each_office(0..line.len()) }
            })
            .unwrap_or_default()
        };
        let deadline = cell(Column::Deadline)
            .and_then(|range| {
                super::deadline::of_cell(
                    &self.speech.text,
                    range,
                    self.base,
                    &self.vocabulary.deadlines,
                )
            })
            .or_else(|| self.deadlines(words).into_iter().next());
        let line = self.line(words);
        let slots = super::slots::slots(&line, 0..line.len(), 0);
        Some(Assignment {
            words,
            item,
            actors: offices(Column::Lead),
            executors: slots.executors,
            partners: offices(Column::Partners),
            deadline,
            targets: slots.targets,
            documents: slots.documents,
            report_to: slots.report_to,
            expansions: Vec::new(),
        })
    }
}

//! From a speech to its assignments: paragraph by paragraph, in reading order.

use super::assignment::Assignment;
use super::deadline::of_cell;
use super::definition::definitions_of;
use super::fields::field_of;
use super::passage::{Passage, Zone};
use super::scope::Scope;
use super::slots::slots;
use super::source::RegisterSource;
use super::vocabulary::RegisterVocabulary;
use crate::speech::{
    Block, BlockKind, Column, FurnitureKind, ItemForm, ItemIndex, Role, RowPart, Speech, SpeechKind,
};
use crate::text::{TextRange, spelling};
use std::cell::OnceCell;

/// Finds the assignments of a speech, in reading order.
pub fn assignments_of(speech: &Speech, vocabulary: &RegisterVocabulary) -> Vec<Assignment> {
    let base = speech.meta.date.or(speech.meta.meeting_date);
    let source = RegisterSource { speech, vocabulary, base };
    let scope = Scope::new(speech.meta.kind);
    let mut reader = RegisterReader { source, scope, out: Vec::new() };
    let blocks = &speech.blocks;
    let mut at = 0;
    while at < blocks.len() {
        let mut behind = at + 1;
        while blocks.get(behind).is_some_and(|next| goes_on(speech, &blocks[behind - 1], next)) {
            behind += 1;
        }
        let range = TextRange { start: blocks[at].range.start, end: blocks[behind - 1].range.end };
        reader.block(&blocks[at], range);
        at = behind;
    }
    let RegisterReader { source, mut out, .. } = reader;
    expand(&source, &mut out);
    // The document itself is none that it cites.
    let is_own = |number: &String| speech.meta.number.as_ref() == Some(number);
    for one in &mut out {
        one.documents.retain(|cited| !cited.number.as_ref().is_some_and(is_own));
    }
    // What names no office that it tells something, is no document that does, nor a speech, is an article or a declaration.
    let names = |one: &Assignment| {
        one.actors.iter().any(|actor| {
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
fn expand(source: &RegisterSource<'_>, all: &mut [Assignment]) {
    let defined = definitions_of(source);
    if defined.is_empty() {
        return;
    }
    let text = &source.speech.text;
    for one in all {
        let names = [&one.actors, &one.executors, &one.partners, &one.report_to];
        let full = |name: &TextRange| Some((*name, *defined.get(&spelling(name.of(text)))?));
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

/// A speech that is being read.
struct RegisterReader<'a> {
    source: RegisterSource<'a>,
    scope: Scope,
    out: Vec<Assignment>,
}

impl RegisterReader<'_> {
    fn block(&mut self, block: &Block, range: TextRange) {
        match block.kind {
            BlockKind::Title | BlockKind::Furniture(_) => {}
            BlockKind::Heading => {
                self.scope.pass_heading(range.of(&self.source.speech.text));
                self.scope.note_heading(&self.source, range);
                self.scope.run.begin(self.out.len());
            }
            BlockKind::Row => {
                let row = self.row(range);
                self.out.extend(row);
            }
            BlockKind::Item => self.items(range),
            BlockKind::Paragraph | BlockKind::Continuation => {
                let item = self.source.speech.outline.item_at(range.start);
                self.passage(range, item, Zone::Prose);
            }
        }
    }

    /// Reads the paragraph that opens an item, and those enumerated inside it.
    fn items(&mut self, range: TextRange) {
        let items = &self.source.speech.outline.items;
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
                Role::Other if self.scope.is_announced(&self.source, index) => Zone::Task,
                _ => Zone::Member,
            };
            self.passage(words, Some(index), zone);
        }
    }

    fn passage(&mut self, range: TextRange, item: Option<ItemIndex>, zone: Zone) {
        // Among results, limitations, lessons nobody is told to do something.
        let RegisterReader { source, scope, out } = self;
        let role = item.map(|item| source.speech.outline.items[item].role);
        if !matches!(role, None | Some(Role::Task | Role::Other)) {
            return;
        }
        let line = source.line(range);
        if let Some(field) = field_of(&line).filter(|field| field.tells_of_above()) {
            scope.run.tell(source, &line, (item, field), out);
            return;
        }
        if line.len() > 0 {
            let times = OnceCell::new();
            Passage { source, line: &line, item, zone, times }.read(scope, out);
        }
    }

    /// Reads a row of a table of tasks.
    fn row(&self, range: TextRange) -> Option<Assignment> {
        let outline = &self.source.speech.outline;
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
                let line = self.source.line(range);
                if line.len() == 0 { Vec::new() } else { line.each_office(0..line.len()) }
            })
            .unwrap_or_default()
        };
        let deadline = cell(Column::Deadline)
            .and_then(|range| {
                of_cell(
                    &self.source.speech.text,
                    range,
                    self.source.base,
                    &self.source.vocabulary.deadlines,
                )
            })
            .or_else(|| self.source.deadlines(words).into_iter().next());
        let line = self.source.line(words);
        let slots = slots(&line, 0..line.len(), 0);
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

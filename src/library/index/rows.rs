//! Rows of the register as bytes, and back. What a speech is called is not among them: the catalogue knows it.

use super::record::{put, put_number, take_bytes, take_number, take_text};
use crate::register::deadline::{Basis, Due, Edge, Rhythm};
use crate::register::{RegisterCell, RegisterDeadline, RegisterRow, RegisterSpeech};
use crate::speech::{CatalogEntry, Date};
use crate::text::TextRange;
use std::sync::Arc;

const BASES: [Basis; 3] = [Basis::Stated, Basis::Inferred, Basis::Corrected];
const EDGES: [Edge; 8] = [
    Edge::Before,
    Edge::By,
    Edge::In,
    Edge::On,
    Edge::From,
    Edge::During,
    Edge::Lasting,
    Edge::Every,
];
const RHYTHMS: [Rhythm; 6] = [
    Rhythm::Daily,
    Rhythm::Weekly,
    Rhythm::Monthly,
    Rhythm::Quarterly,
    Rhythm::Yearly,
    Rhythm::Periodic,
];

/// Returns what rows say of their speech, from what the catalogue knows.
pub fn register_speech(known: &CatalogEntry) -> RegisterSpeech {
    RegisterSpeech {
        id: known.id.to_string(),
        title: known.meta.title.clone(),
        number: known.meta.number.clone(),
        date: known.meta.date.or(known.meta.meeting_date),
        path: Some(known.path.clone()),
        fingerprint: known.fingerprint.clone(),
    }
}

/// Writes rows to the end of `out`.
pub(super) fn write(rows: &[RegisterRow], out: &mut Vec<u8>) {
    put_number(out, rows.len());
    for row in rows {
        // By name, so that the compiler tells when there is more to keep.
        let RegisterRow { speech: _, id, address, line, range, task, deadline, documents, .. } =
            row;
        let RegisterRow { actors, executors, partners, targets, report_to, .. } = row;
        put(out, id.as_bytes());
        put(out, address.as_bytes());
        put_place(out, *line, *range);
        put(out, task.as_bytes());
        for cells in [actors, executors, partners, targets, report_to] {
            put_number(out, cells.len());
            cells.iter().for_each(|cell| put_cell(out, cell));
        }
        put_number(out, documents.len());
        for (cell, number) in documents {
            put_cell(out, cell);
            put(out, number.as_deref().unwrap_or_default().as_bytes());
        }
        out.push(u8::from(deadline.is_some()));
        if let Some(RegisterDeadline { cell, edge, due, basis }) = deadline {
            put_cell(out, cell);
            out.push(index_of(&EDGES, *edge));
            out.push(index_of(&BASES, *basis));
            put_due(out, due);
        }
    }
}

/// Reads the rows of a speech; nothing if they are none.
pub(super) fn read(mut bytes: &[u8], speech: &Arc<RegisterSpeech>) -> Option<Vec<RegisterRow>> {
    let bytes = &mut bytes;
    let count = take_number(bytes)?;
    let mut rows = Vec::with_capacity(count.min(bytes.len()));
    for _ in 0..count {
        let (id, address) = (take_text(bytes)?.to_owned(), take_text(bytes)?.to_owned());
        let (line, range) = take_place(bytes)?;
        let task = take_text(bytes)?.to_owned();
        let mut cells = || (0..take_number(bytes)?).map(|_| take_cell(bytes)).collect();
        let [actors, executors, partners, targets, report_to]: [Option<Vec<RegisterCell>>; 5] =
            std::array::from_fn(|_| cells());
        let mut documents = Vec::new();
        for _ in 0..take_number(bytes)? {
            let cell = take_cell(bytes)?;
            let number = take_text(bytes)?;
            documents.push((cell, Some(number.to_owned()).filter(|number| !number.is_empty())));
        }
        let has_deadline = take_bytes::<1>(bytes)? == [1];
        rows.push(RegisterRow {
            speech: Arc::clone(speech),
            id,
            address,
            line,
            range,
            task,
            actors: actors?,
            executors: executors?,
            partners: partners?,
            deadline: if has_deadline { Some(take_deadline(bytes)?) } else { None },
            targets: targets?,
            documents,
            report_to: report_to?,
        });
    }
    bytes.is_empty().then_some(rows)
}

fn put_place(out: &mut Vec<u8>, line: u32, range: TextRange) {
    out.extend(line.to_le_bytes());
    put_number(out, range.start.get());
    put_number(out, range.end.get());
}

fn take_place(bytes: &mut &[u8]) -> Option<(u32, TextRange)> {
    let line = u32::from_le_bytes(take_bytes(bytes)?);
    Some((line, TextRange::new(take_number(bytes)?, take_number(bytes)?)))
}

fn put_cell(out: &mut Vec<u8>, RegisterCell { text, line, range, expansion }: &RegisterCell) {
    put(out, text.as_bytes());
    put_place(out, *line, *range);
    put(out, expansion.as_deref().unwrap_or_default().as_bytes());
}

fn take_cell(bytes: &mut &[u8]) -> Option<RegisterCell> {
    let text = take_text(bytes)?.to_owned();
    let (line, range) = take_place(bytes)?;
    let expansion = Some(take_text(bytes)?.to_owned()).filter(|words| !words.is_empty());
    Some(RegisterCell { text, line, range, expansion })
}

fn take_deadline(bytes: &mut &[u8]) -> Option<RegisterDeadline> {
    let cell = take_cell(bytes)?;
    let [edge, basis] = take_bytes(bytes)?;
    Some(RegisterDeadline {
        cell,
        edge: *EDGES.get(usize::from(edge))?,
        due: take_due(bytes)?,
        basis: *BASES.get(usize::from(basis))?,
    })
}

/// What a meaning in the calendar begins with.
const DAY: u8 = 0;
const SPAN: u8 = 1;
const OPEN_SPAN: u8 = 2;
const LENGTH: u8 = 3;
const RHYTHM: u8 = 4;
const FUZZY: u8 = 5;
const UNDATED: u8 = 6;

fn put_due(out: &mut Vec<u8>, due: &Due) {
    let text = |out: &mut Vec<u8>, kind: u8, text: &str| {
        out.push(kind);
        put(out, text.as_bytes());
    };
    match due {
        Due::Day(day) => text(out, DAY, &day.to_string()),
        Due::Span(from, Some(to)) => {
            text(out, SPAN, &from.to_string());
            put(out, to.to_string().as_bytes());
        }
        Due::Span(from, None) => text(out, OPEN_SPAN, &from.to_string()),
        Due::Length(length) => text(out, LENGTH, length),
        Due::Rhythm(rhythm) => out.extend([RHYTHM, index_of(&RHYTHMS, *rhythm)]),
        Due::Fuzzy => out.push(FUZZY),
        Due::Undated => out.push(UNDATED),
    }
}

fn take_due(bytes: &mut &[u8]) -> Option<Due> {
    let day = |bytes: &mut &[u8]| Date::parse_iso(take_text(bytes)?);
    let [kind] = take_bytes(bytes)?;
    Some(match kind {
        DAY => Due::Day(day(bytes)?),
        SPAN => Due::Span(day(bytes)?, Some(day(bytes)?)),
        OPEN_SPAN => Due::Span(day(bytes)?, None),
        LENGTH => Due::Length(take_text(bytes)?.to_owned()),
        RHYTHM => Due::Rhythm(*RHYTHMS.get(usize::from(take_bytes::<1>(bytes)?[0]))?),
        FUZZY => Due::Fuzzy,
        UNDATED => Due::Undated,
        _ => return None,
    })
}

fn index_of<T: PartialEq>(all: &[T], one: T) -> u8 {
    let at = all.iter().position(|other| *other == one);
    u8::try_from(at.expect("the table has every one")).expect("there are few")
}

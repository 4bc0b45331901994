//! What JSON says of a speech: what is known about it, and its text.
//!
//! Fields may be added here, never renamed: scripts rely on them.

use super::tables::{TableJson, tables_in};
use crate::cli::origin::{path_of, source_of};
use crate::cli::part::RequestedPart;
use crate::library::catalog::Listed;
use crate::speech::{Format, Metadata, Origin, Pace, Speech, SpeechId, SpeechKind, Standing};
use crate::text::Encoding;
use serde::Serialize;

/// What is known about a speech.
#[derive(Serialize)]
pub(in crate::cli) struct SpeechJson<'a> {
    id: &'a str,
    title: Option<&'a str>,
    kind: Option<&'static str>,
    speaker: Option<&'a str>,
    office: Option<&'a str>,
    date: Option<String>,
    meeting_date: Option<String>,
    occasion: Option<&'a str>,
    place: Option<&'a str>,
    number: Option<&'a str>,
    language: &'a str,
    source: String,
    format: &'static str,
    encoding: &'static str,
    url: Option<&'a str>,
}

/// A speech in a list.
#[derive(Serialize)]
pub(in crate::cli) struct ListedJson<'a> {
    #[serde(flatten)]
    speech: SpeechJson<'a>,
    items: usize,
    tasks: usize,
    progress: Option<u8>,
    read: Option<String>,
    archived: bool,
    hash: String,
    path: Option<String>,
}

/// The text of a speech, a series or an item.
#[derive(Serialize)]
pub(in crate::cli) struct TextJson<'a> {
    speech: SpeechJson<'a>,
    address: String,
    line: u32,
    text: &'a str,
    /// How many words it has; a syllable written apart is one.
    words: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tables: Vec<TableJson>,
}

impl<'a> SpeechJson<'a> {
    /// Tells of a speech.
    pub(in crate::cli) fn of(speech: &'a Speech) -> Self {
        let source = source_of(&speech.origin);
        SpeechJson::known(&speech.id, &speech.meta, source, (speech.hints.format, speech.encoding))
    }

    /// Tells what is known about a speech, where it is from, and how its file is written.
    pub(in crate::cli) fn known(
        id: &'a SpeechId,
        meta: &'a Metadata,
        source: String,
        (format, encoding): (Format, Encoding),
    ) -> Self {
        SpeechJson {
            id: id.as_str(),
            title: meta.stated_title(),
            kind: meta.kind.map(SpeechKind::name),
            speaker: meta.speaker.as_deref(),
            office: meta.office.as_deref(),
            date: meta.date.map(|date| date.to_string()),
            meeting_date: meta.meeting_date.map(|date| date.to_string()),
            occasion: meta.occasion.as_deref(),
            place: meta.place.as_deref(),
            number: meta.number.as_deref(),
            language: &meta.language,
            source,
            format: format.name(),
            encoding: encoding.name(),
            url: meta.url.as_deref(),
        }
    }
}

impl<'a> ListedJson<'a> {
    /// Tells of a speech of the library that is read from there.
    pub(in crate::cli) fn of(listed: &'a Listed, origin: &Origin) -> Self {
        let (known, progress) = (&listed.known, listed.progress);
        ListedJson {
            speech: SpeechJson::known(
                &known.id,
                &known.meta,
                source_of(origin),
                (known.format, known.encoding),
            ),
            items: known.items,
            tasks: known.tasks,
            progress: progress.map(|progress| progress.percent),
            read: progress.map(|progress| progress.when.to_string()),
            archived: known.meta.standing == Standing::Archived,
            hash: known.hash_text(),
            path: path_of(origin),
        }
    }
}

impl<'a> TextJson<'a> {
    /// Tells the text of a target.
    pub(in crate::cli) fn of(target: &'a RequestedPart) -> Self {
        let speech = &target.speech;
        let range = target.range();
        TextJson {
            speech: SpeechJson::of(speech),
            address: target.address(),
            line: speech.line_at(range.start),
            text: range.of(&speech.text),
            words: Pace::default().time(speech, range).words,
            tables: tables_in(speech, range),
        }
    }
}

//! Speeches, tasks and bookmarks that the reader was asked to write to a file, in the form that its name ends in.

use super::bench::Bench;
use super::gathering::{not_saved, with_path};
use super::writing::{Existing, write_file};
use crate::app::{Event, ExportMatter, FileExport, Notice};
use crate::formats::write::{self, FurniturePolicy, Moment, Page, PagePart};
use crate::i18n::{Message, Messages};
use crate::library::files;
use crate::notebook::Bookmark;
use crate::notebook::formats::{self, BookmarksFile, Outgoing};
use crate::register::RegisterEntry;
use crate::register::formats::{self as sheets, RegisterRowJson, RegisterSheet};
use crate::speech::anchor;
use crate::speech::{Date, Origin, Speech};
use crate::text::TextRange;
use std::collections::HashMap;
use std::io;
use std::path::PathBuf;

impl Bench {
    /// Writes what is to be exported, and tells what came of it.
    pub(super) fn export(&self, wanted: &FileExport) {
        let messages = Messages::new(wanted.lang);
        let path = &wanted.path;
        let ending = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
        let bytes = match &wanted.matter {
            ExportMatter::Speech(speech) => self.speech_bytes(speech, &ending, &messages),
            ExportMatter::Tasks(rows, today) => task_bytes(rows, *today, &ending, &messages),
            ExportMatter::Bookmarks(all) => self.bookmark_bytes(all, wanted, &ending, &messages),
        };
        let written = bytes.and_then(|bytes| write_file(path, &bytes, Existing::Kept));
        let (id, count) = match &wanted.matter {
            ExportMatter::Speech(_) => ("exported-speech", 1),
            ExportMatter::Tasks(rows, _) => ("exported-tasks", rows.len()),
            ExportMatter::Bookmarks(all) => ("exported-bookmarks", all.len()),
        };
        self.tell(Event::Told(match written {
            Ok(()) => Notice::plain(Message::with(id, with_path(path, count))),
            Err(error) => Notice::trouble(not_saved(path, &error)),
        }));
    }

    fn speech_bytes(
        &self,
        speech: &Speech,
        ending: &str,
        messages: &Messages,
    ) -> io::Result<Vec<u8>> {
        let page = Page::of(speech, PagePart::Whole);
        let lexicon = &self.library.means.lexicon;
        let read = |text: &str| -> Option<Speech> {
            let bytes = text.as_bytes().to_vec();
            let opened = files::from_bytes(bytes, Origin::StandardInput, lexicon);
            opened.ok().map(|opened| opened.speech)
        };
        let policy = FurniturePolicy::Kept;
        Ok(match ending {
            "txt" | "text" => write::text(&page, messages, &read).0.into_bytes(),
            "md" | "markdown" => write::markdown(&page, policy, messages, &read).0.into_bytes(),
            "html" | "htm" => write::html(&page, policy, messages).into_bytes(),
            "epub" => {
                let day = speech.meta.date;
                let [year, month, day] = day.map_or([1970, 1, 1], |date| {
                    [date.year(), u16::from(date.month()), u16::from(date.day())]
                });
                let moment = Moment::new([year, month, day, 0, 0, 0]);
                write::epub(&page, &moment, messages).map_err(io::Error::other)?
            }
            _ => return Err(io::ErrorKind::InvalidInput.into()),
        })
    }

    fn bookmark_bytes(
        &self,
        all: &[Bookmark],
        wanted: &FileExport,
        ending: &str,
        messages: &Messages,
    ) -> io::Result<Vec<u8>> {
        let corrections = self.library.corrections();
        let mut speeches: HashMap<PathBuf, Option<Speech>> = HashMap::new();
        for path in all.iter().filter_map(|bookmark| bookmark.source.as_ref()) {
            let open = || self.library.open(path, &corrections).ok().map(|opened| opened.speech);
            speeches.entry(path.clone()).or_insert_with(open);
        }
        let of = |bookmark: &Bookmark| speeches.get(bookmark.source.as_ref()?)?.as_ref();
        let outgoing = all.iter().map(|bookmark| {
            let speech = of(bookmark);
            let range: Option<TextRange> =
                speech.and_then(|speech| anchor::resolve(&bookmark.anchor, speech).range());
            Outgoing { bookmark, speech, range }
        });
        let outgoing: Vec<Outgoing<'_>> = outgoing.collect();
        Ok(match ending {
            "csv" => {
                let mut bytes = Vec::new();
                formats::csv(&outgoing, &mut bytes).map_err(io::Error::other)?;
                bytes
            }
            "json" => serde_json::to_vec_pretty(&BookmarksFile::of(all.iter()))
                .map_err(io::Error::other)?,
            "md" | "markdown" => formats::markdown(&outgoing, &wanted.form, messages).into_bytes(),
            _ => return Err(io::ErrorKind::InvalidInput.into()),
        })
    }
}

fn task_bytes(
    entries: &[RegisterEntry],
    today: Date,
    ending: &str,
    messages: &Messages,
) -> io::Result<Vec<u8>> {
    let groups = [(None, (0..entries.len()).collect())];
    let sheet = RegisterSheet { entries, groups: &groups, today, messages };
    Ok(match ending {
        "csv" => {
            let mut bytes = Vec::new();
            sheets::csv(&sheet, &mut bytes).map_err(io::Error::other)?;
            bytes
        }
        "xlsx" => sheets::workbook(&sheet).map_err(io::Error::other)?,
        "md" | "markdown" => sheets::checklist(&sheet).into_bytes(),
        "ics" => sheets::calendar(&sheet).into_bytes(),
        "json" => {
            let rows: Vec<_> =
                entries.iter().map(|entry| RegisterRowJson::of(entry, today)).collect();
            serde_json::to_vec_pretty(&rows).map_err(io::Error::other)?
        }
        _ => return Err(io::ErrorKind::InvalidInput.into()),
    })
}

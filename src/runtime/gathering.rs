//! Hits of the library → their passages, copied, bookmarked or written to a file.

use super::bench::Bench;
use super::writing::{Existing, write_file};
use crate::app::{Copied, Event, HitGathering, HitPurpose, Notice};
use crate::i18n::{Message, Messages};
use crate::notebook::Bookmark;
use crate::notebook::formats::{self, BookmarksFile, Outgoing, citation};
use crate::speech::anchor::capture;
use crate::speech::{Origin, Speech};
use crate::text::{TextRange, path_text};
use jiff::Timestamp;
use std::io;
use std::path::Path;

/// The passages of a speech, each with its bookmark.
type Passages = (Speech, Vec<(TextRange, Bookmark)>);

impl Bench {
    /// Does with the passages of hits what they are wanted for.
    pub(super) fn gather(&self, wanted: &HitGathering) {
        let corrections = self.library.corrections();
        let open = |origin: &Origin| Some(self.library.open_again(origin, &corrections)?.speech);
        let all: Vec<Passages> = wanted
            .hits
            .iter()
            .filter_map(|(origin, ranges)| {
                let speech = open(origin)?;
                let passages = passages(&speech, ranges);
                Some((speech, passages))
            })
            .collect();
        let messages = Messages::new(wanted.lang);
        match &wanted.purpose {
            HitPurpose::Copy => self.copy_hits(&all, wanted, &messages),
            HitPurpose::Bookmark => {
                let bookmarks = all.into_iter().flat_map(|(_, passages)| passages);
                self.tell(Event::Gathered(bookmarks.map(|(_, bookmark)| bookmark).collect()));
            }
            HitPurpose::Save(path) => self.tell(Event::Told(match save(&all, wanted, path) {
                Ok(()) => {
                    let count: usize = all.iter().map(|(_, passages)| passages.len()).sum();
                    Notice::plain(Message::with("hits-saved", with_path(path, count)))
                }
                Err(error) => Notice::trouble(not_saved(path, &error)),
            })),
        }
    }

    fn copy_hits(&self, all: &[Passages], wanted: &HitGathering, messages: &Messages) {
        let of_one = |(speech, passages): &Passages| -> Vec<String> {
            let cite = |range| citation(&wanted.form, speech, Some(range), messages);
            passages.iter().map(|(range, _)| cite(*range)).collect()
        };
        let cited: Vec<String> = all.iter().flat_map(of_one).collect();
        let words = |(speech, passages): &Passages| -> usize {
            passages.iter().map(|(range, _)| speech.words(*range).chars().count()).sum()
        };
        let what = messages.with("hits-passages", &[("count", cited.len().into())]);
        let count = all.iter().map(words).sum();
        self.tell(Event::ToCopy(Box::new(Copied { text: cited.join("\n\n"), what, count })));
    }
}

/// Returns the paragraphs that hits are in, each once.
fn passages(speech: &Speech, ranges: &[TextRange]) -> Vec<(TextRange, Bookmark)> {
    let block = |at| speech.blocks.get(speech.block_at(at)).map(|block| block.range);
    let around = |hit: &TextRange| {
        let ends = [block(hit.start), block(hit.end)];
        ends.into_iter().flatten().fold(*hit, TextRange::union)
    };
    let mut wide: Vec<TextRange> = ranges.iter().map(around).collect();
    wide.dedup();
    let bookmark = |range| Bookmark::new(speech, capture(speech, range), Timestamp::now());
    wide.into_iter().map(|range| (range, bookmark(range))).collect()
}

/// Writes passages in the form that the file's name ends in: CSV, Markdown, JSON.
fn save(all: &[Passages], wanted: &HitGathering, path: &Path) -> io::Result<()> {
    let outgoing = || {
        all.iter().flat_map(|(speech, passages)| {
            passages.iter().map(move |(range, bookmark)| Outgoing {
                bookmark,
                speech: Some(speech),
                range: Some(*range),
            })
        })
    };
    let bookmarks = || all.iter().flat_map(|(_, passages)| passages.iter().map(|(_, it)| it));
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let bytes = match ending.as_str() {
        "csv" => {
            let mut bytes = Vec::new();
            let all: Vec<Outgoing<'_>> = outgoing().collect();
            formats::csv(&all, &mut bytes).map_err(io::Error::other)?;
            bytes
        }
        "json" => {
            let file = BookmarksFile::of(bookmarks());
            serde_json::to_vec_pretty(&file).map_err(io::Error::other)?
        }
        "md" | "markdown" => {
            let all: Vec<Outgoing<'_>> = outgoing().collect();
            let messages = Messages::new(wanted.lang);
            formats::markdown(&all, &wanted.form, &messages).into_bytes()
        }
        _ => return Err(io::ErrorKind::InvalidInput.into()),
    };
    write_file(path, &bytes, Existing::Kept)
}

/// Returns the arguments of a message that names a file.
pub(super) fn with_path(path: &Path, count: usize) -> Vec<(&'static str, crate::i18n::Value)> {
    let name = crate::text::printable(&path_text(path)).into_owned();
    vec![("path", name.into()), ("count", count.into())]
}

/// Says why a file was not written.
pub(super) fn not_saved(path: &Path, error: &io::Error) -> Message {
    let id = match error.kind() {
        io::ErrorKind::AlreadyExists => "save-exists",
        io::ErrorKind::InvalidInput => "save-ending",
        _ => "save-failed",
    };
    let mut args = with_path(path, 0);
    let reason = crate::text::printable(&error.to_string()).into_owned();
    args.push(("reason", reason.into()));
    Message::with(id, args)
}

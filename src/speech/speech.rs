//! A speech: its text, what is known about it, its blocks and its outline.

use super::{Block, Date, Hints, Outline, SpeechId, SpeechKind};
use crate::text::{Encoding, OffsetMap, TextPos, TextRange};
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

/// What is known about a speech besides its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The title; never empty (a file's name where the text has none).
    pub title: String,
    /// What the title is taken from.
    pub titled_by: TitledBy,
    /// What it is.
    pub kind: Option<SpeechKind>,
    /// Who spoke.
    pub speaker: Option<String>,
    /// The speaker's office.
    pub office: Option<String>,
    /// The day it was given.
    pub date: Option<Date>,
    /// The day of the meeting, where the document has a day of its own.
    pub meeting_date: Option<Date>,
    /// The meeting it was given at.
    pub occasion: Option<String>,
    /// Where it was given.
    pub place: Option<String>,
    /// The number of the document: 627/TB-VPCP.
    pub number: Option<String>,
    /// Where the text is published: an address of the web.
    pub url: Option<String>,
    /// The language, as a two-letter code of ISO 639-1.
    pub language: String,
    /// Where it stands in the library.
    pub standing: Standing,
}

/// What a title is taken from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TitledBy {
    /// The text, what its file states, or the user.
    #[default]
    Text,
    /// The name of the file: nothing states a title.
    FileName,
}

impl Metadata {
    /// Returns the title, if anything states one.
    pub fn stated_title(&self) -> Option<&str> {
        (self.titled_by == TitledBy::Text).then_some(self.title.as_str())
    }
}

/// Where a speech stands in the library of its user.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Among the others.
    #[default]
    Shelved,
    /// Put away: it is shown where archived ones are asked for.
    Archived,
}

/// Where a speech's text was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The program's own data, under this file name.
    Shipped(&'static str),
    /// A file.
    File(PathBuf),
    /// Standard input.
    StandardInput,
}

impl Origin {
    /// Returns the full path of the file, if it is one.
    pub fn full_path(&self) -> Option<PathBuf> {
        match self {
            Origin::File(path) => Some(std::path::absolute(path).unwrap_or_else(|_| path.clone())),
            Origin::Shipped(_) | Origin::StandardInput => None,
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Origin::Shipped(name) => f.write_str(name),
            Origin::File(path) => f.write_str(&crate::text::printable(&path.to_string_lossy())),
            Origin::StandardInput => f.write_str("-"),
        }
    }
}

/// How much of its file a speech holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// Its beginning: the rest of a very large file is still being read.
    Head,
    /// All of the text; the outline is still being made.
    Unparsed,
}

/// A speech in memory.
#[derive(Clone, Debug)]
pub struct Speech {
    /// Its name.
    pub id: SpeechId,
    /// What is known about it.
    pub meta: Metadata,
    /// The normalised text: NFC, without anything that acts on a terminal.
    pub text: Arc<String>,
    /// The paragraphs.
    pub blocks: Arc<Vec<Block>>,
    /// The structure.
    pub outline: Arc<Outline>,
    /// Where it was read from.
    pub origin: Origin,
    /// The format of its file, and what that says of the text.
    pub hints: Arc<Hints>,
    /// How its bytes were encoded.
    pub encoding: Encoding,
    /// The way back from the text to the bytes it was read from.
    pub offsets: Arc<OffsetMap>,
    /// XXH3 (64 bits) of the normalised text, as 16 hexadecimal digits; empty while `extent` is
    /// [`Extent::Head`].
    pub fingerprint: String,
    /// How much of the file it holds.
    pub extent: Extent,
}

impl Speech {
    /// Returns the block that `pos` lies in, or the nearest before it, or the first.
    pub fn block_at(&self, pos: TextPos) -> usize {
        self.blocks.partition_point(|block| block.range.start <= pos).saturating_sub(1)
    }

    /// Returns the 1-based line of the input that `pos` lies on.
    pub fn line_at(&self, pos: TextPos) -> u32 {
        let Some(block) = self.blocks.get(self.block_at(pos)) else { return 1 };
        let start = block.range.start.min(pos);
        let between = TextRange { start, end: pos }.of(&self.text);
        block.line + memchr::memchr_iter(b'\n', between.as_bytes()).count() as u32
    }
}

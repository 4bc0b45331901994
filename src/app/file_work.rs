//! What is done with files beside reading them: hits that are gathered, texts that are taken in, what is written out.

use crate::i18n::{Lang, Message};
use crate::notebook::Bookmark;
use crate::register::RegisterEntry;
use crate::settings::CitationTemplate;
use crate::speech::{Date, Origin, Speech};
use crate::text::TextRange;
use std::path::PathBuf;

/// Hits of the library whose passages are wanted, and what for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HitGathering {
    /// What their passages are wanted for.
    pub purpose: HitPurpose,
    /// The texts, each with its hits.
    pub hits: Vec<(Origin, Vec<TextRange>)>,
    /// The language of what is written.
    pub lang: Lang,
    /// How passages are cited.
    pub form: CitationTemplate,
}

/// What became of texts that were taken into the library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportedTexts {
    /// The files of those that are new.
    pub new: Vec<PathBuf>,
    /// How many were newer or other forms of speeches that are there.
    pub other: usize,
    /// How many were there already.
    pub same: usize,
    /// Why others could not be read.
    pub failed: Vec<Message>,
}

/// Something that is to be written to a file, in the form that its name ends in.
#[derive(Clone, Debug)]
pub struct FileExport {
    /// What is written.
    pub matter: ExportMatter,
    /// The file.
    pub path: PathBuf,
    /// The language of what is written.
    pub lang: Lang,
    /// How passages are cited.
    pub form: CitationTemplate,
}

/// What is written to a file.
#[derive(Clone, Debug)]
pub enum ExportMatter {
    /// A speech.
    Speech(Box<Speech>),
    /// Rows of the register, on a day.
    Tasks(Vec<RegisterEntry>, Date),
    /// Bookmarks.
    Bookmarks(Vec<Bookmark>),
}

/// What the passages of hits are wanted for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HitPurpose {
    /// To be copied as citations.
    Copy,
    /// To be bookmarked.
    Bookmark,
    /// To be written to a file, in the form that its name ends in.
    Save(PathBuf),
}

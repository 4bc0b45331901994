//! Where the imported speeches are.

use crate::speech::{Format, SpeechId};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// The name of the folder.
const NAME: &str = "library";
/// Where older versions and other forms of a text are, in it.
const OLDER: &str = ".older";
/// Where deleted speeches are, in it.
const DELETED: &str = ".deleted";

/// The folder of the imported speeches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collection {
    folder: PathBuf,
}

impl Collection {
    /// Names the folder in a data folder; it need not exist.
    pub fn new(data_dir: &Path) -> Self {
        Collection { folder: data_dir.join(NAME) }
    }

    /// Returns the folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Returns the folder if there is a speech in it.
    pub fn existing(&self) -> Option<&Path> {
        let mut entries = std::fs::read_dir(&self.folder).ok()?.flatten();
        let is_visible = |name: &OsStr| !name.to_string_lossy().starts_with('.');
        entries.any(|entry| is_visible(&entry.file_name())).then_some(&*self.folder)
    }

    /// Returns the id of an imported speech by its file; nothing for a file of another folder.
    pub fn id_of(&self, text: &Path) -> Option<SpeechId> {
        let inside = text.parent() == Some(&*self.folder);
        inside.then(|| SpeechId::parse(&text.file_stem()?.to_string_lossy()))?
    }

    /// Returns the name of the file of a speech.
    pub(super) fn text(id: &SpeechId, format: Format) -> PathBuf {
        PathBuf::from(format!("{id}.{}", ending(format)))
    }

    /// Returns the name of the folder of other bytes of a speech.
    pub(super) fn older(id: &SpeechId) -> PathBuf {
        Path::new(OLDER).join(id.as_str())
    }

    /// Returns the name of the folder of deleted speeches.
    pub(super) fn deleted() -> &'static Path {
        Path::new(DELETED)
    }
}

/// Returns the ending that files of a format have.
fn ending(format: Format) -> &'static str {
    match format {
        Format::Text => "txt",
        Format::Markdown => "md",
        Format::Html => "html",
        Format::Mhtml => "mhtml",
        Format::Docx => "docx",
        Format::Odt => "odt",
        Format::Rtf => "rtf",
        Format::Epub => "epub",
        Format::Pdf => "pdf",
        Format::Doc => "doc",
    }
}

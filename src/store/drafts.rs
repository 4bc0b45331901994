//! Notes that are being written: `drafts.toml` in the state folder.

use super::contents::Contents;
use super::entry::Entry;
use super::error::StoreError;
use super::file::StateFile;
use super::notice::Notice;
use super::own::{self, Own};
use super::record::{self, Record};
use crate::bookmark::{Bookmark, Draft};
use jiff::Timestamp;
use std::fs;
use std::path::{Path, PathBuf};
use toml_edit::{ArrayOfTables, DocumentMut, Item, value};

const FILE: &str = "drafts.toml";
const LIST: &str = "drafts";
/// How many drafts are kept; the oldest go.
const MOST: usize = 100;
/// The longest text that an editor may have left, in bytes.
const LONGEST: u64 = 1 << 20;

/// The notes that are being written, in a state folder.
#[derive(Debug)]
pub struct Drafts {
    file: StateFile,
    folder: PathBuf,
}

impl Drafts {
    /// Names the drafts in `state_dir`; reads nothing yet.
    pub fn new(state_dir: &Path) -> Self {
        Drafts { file: StateFile::new(state_dir, FILE), folder: state_dir.to_owned() }
    }

    /// Reads the drafts, the newest last. One that an editor was writing when the program ended has
    /// what the editor saved.
    pub fn load(&self) -> (Vec<Draft>, Vec<Notice>) {
        let (mut drafts, notices) = own::load(&self.file, LIST, read);
        for draft in &mut drafts {
            if let Some(text) = draft.file.as_deref().and_then(|name| self.left_in(name)) {
                draft.bookmark.note = Some(text);
            }
        }
        (drafts, notices)
    }

    /// Keeps a draft in place of the one of the same bookmark or passage.
    ///
    /// # Errors
    ///
    /// When another program does not give the lock free, the file is of a newer version, or the
    /// system refuses.
    pub fn keep(&self, draft: &Draft) -> Result<(), StoreError> {
        self.change(|drafts| {
            drafts.retain(|other| !draft.is_of(&other.bookmark));
            drafts.push(draft.clone());
            drafts.drain(..drafts.len().saturating_sub(MOST));
        })
    }

    /// Forgets a draft, and the file that an editor was writing it in.
    ///
    /// # Errors
    ///
    /// As [`Drafts::keep`].
    pub fn forget(&self, draft: &Draft) -> Result<(), StoreError> {
        let mut files = Vec::new();
        if self.file.path().exists() {
            self.change(|drafts| {
                let gone = drafts.extract_if(.., |other| draft.is_of(&other.bookmark));
                files.extend(gone.filter_map(|gone| gone.file));
            })?;
        }
        for name in files.iter().filter_map(|name| self.editors(name)) {
            // Nobody needs it any more; left behind it does no harm.
            let _ = fs::remove_file(name);
        }
        Ok(())
    }

    fn change(&self, change: impl FnOnce(&mut Vec<Draft>)) -> Result<(), StoreError> {
        own::change(&self.file, LIST, |contents| {
            let mut drafts = read(contents);
            change(&mut drafts);
            write(&drafts)
        })
        .map(drop)
    }

    /// Gives the path of an editor's file; nothing for a name that is none.
    fn editors(&self, name: &str) -> Option<PathBuf> {
        let is_ours = name.starts_with("note-") && !name.contains(['/', '\\']);
        is_ours.then(|| self.folder.join(name))
    }

    fn left_in(&self, name: &str) -> Option<String> {
        let path = self.editors(name)?;
        let fits = fs::metadata(&path).ok()?.len() <= LONGEST;
        let text = fs::read_to_string(path).ok().filter(|_| fits)?;
        let text = super::clean::lines(text.trim_end());
        (!text.trim().is_empty()).then_some(text)
    }
}

fn read(contents: &Own<'_>) -> Vec<Draft> {
    let Contents { entries, .. } = contents;
    entries.iter().filter_map(draft).collect()
}

fn draft(entry: &Entry<'static>) -> Option<Draft> {
    let bookmark = record::stored::<Bookmark>(entry, Timestamp::UNIX_EPOCH).ok()?;
    let file = entry.text("file").ok()?.map(str::to_owned);
    Some(Draft { bookmark, file })
}

fn write(drafts: &[Draft]) -> String {
    let mut tables = ArrayOfTables::new();
    for Draft { bookmark, file } in drafts {
        let mut table = bookmark.table(&bookmark.id);
        if let Some(file) = file {
            table.insert("file", value(file));
        }
        tables.push(table);
    }
    let mut document = DocumentMut::new();
    if !tables.is_empty() {
        document.insert(LIST, Item::ArrayOfTables(tables));
    }
    format!("{}\n{document}", own::header("drafts of notes"))
}

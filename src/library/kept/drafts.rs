//! Notes that are being written: `drafts.toml` in the state folder.

use super::entry::{Contents, TomlEntry};
use super::error::StoreError;
use super::file::StateFile;
use super::lock;
use super::notice::FileNotice;
use super::own::{self, OwnEntries};
use super::record::{self, TomlRecord};
use crate::notebook::{Bookmark, Draft};
use jiff::Timestamp;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Duration;
use toml_edit::{ArrayOfTables, DocumentMut, Item, value};

const FILE: &str = "drafts.toml";
const LIST: &str = "drafts";
/// What the lock of the editors' files is named by.
const NOTES: &str = "notes";
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
    pub fn load(&self) -> (Vec<Draft>, Vec<FileNotice>) {
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
        match self.file.path().exists() {
            true => self.change(|drafts| drafts.retain(|other| !draft.is_of(&other.bookmark))),
            false => Ok(()),
        }
    }

    /// Says that an editor has a file here, as long as what it gives is there: no program deletes
    /// such files then. Nothing where the system has no locks.
    pub fn hold_files(&self) -> Option<File> {
        lock::share(&self.folder.join(NOTES)).ok()
    }

    /// Changes the drafts. The files of those that are no longer there go with them.
    fn change(&self, change: impl FnOnce(&mut Vec<Draft>)) -> Result<(), StoreError> {
        let mut gone = Vec::new();
        own::change(&self.file, LIST, |contents| {
            let mut drafts = read(contents);
            let files: Vec<String> = drafts.iter().filter_map(|draft| draft.file.clone()).collect();
            change(&mut drafts);
            let is_gone = |name: &String| !drafts.iter().any(|it| it.file.as_ref() == Some(name));
            gone = files.into_iter().filter(is_gone).collect();
            write(&drafts)
        })?;
        self.delete(&gone);
        Ok(())
    }

    /// Deletes files that nobody needs any more, unless an editor is open somewhere, which may have
    /// one of them; left behind they do no harm. What cannot be read as a note is left as well.
    fn delete(&self, files: &[String]) {
        let paths: Vec<PathBuf> = files.iter().filter_map(|name| self.editors(name)).collect();
        if paths.is_empty() {
            return;
        }
        let Ok(_alone) = lock::take(&self.folder.join(NOTES), Duration::ZERO) else { return };
        for path in paths.iter().filter(|path| written_in(path).is_some()) {
            let _ = fs::remove_file(path);
        }
    }

    /// Gives the path of an editor's file; nothing for a name that is none.
    fn editors(&self, name: &str) -> Option<PathBuf> {
        let is_ours = name.starts_with("note-") && !name.contains(['/', '\\']);
        is_ours.then(|| self.folder.join(name))
    }

    /// Gives what an editor left in its file, unless that is nothing.
    fn left_in(&self, name: &str) -> Option<String> {
        let text = written_in(&self.editors(name)?)?;
        let text = super::clean::lines(text.trim_end());
        (!text.trim().is_empty()).then_some(text)
    }
}

fn written_in(path: &Path) -> Option<String> {
    let fits = fs::metadata(path).ok()?.len() <= LONGEST;
    fits.then(|| fs::read_to_string(path).ok())?
}

fn read(contents: &OwnEntries<'_>) -> Vec<Draft> {
    let Contents { entries, .. } = contents;
    entries.iter().filter_map(draft).collect()
}

fn draft(entry: &TomlEntry<'static>) -> Option<Draft> {
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

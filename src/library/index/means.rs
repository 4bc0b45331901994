//! What a library is and how its texts are read.

use super::place::IndexFolder;
use super::stamp::{CompanionPresence, Stamp};
use crate::library::files::{self, FolderText, Isolation, OpenError, Opened, Reading};
use crate::speech::correction::Filed;
use crate::speech::parse::Lexicon;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use xxhash_rust::xxh3::Xxh3;

/// Up to this many bytes of texts a library is searched text by text, and has no index: that takes
/// no longer than a tenth of a second.
pub const SMALL: u64 = 16 << 20;
/// A text in a format of its own takes so many times as long to read as a plain one.
const FORMATTED: u64 = 20;
/// A file takes as long to be opened and parsed as so many bytes more of another, at least.
const LEAST: u64 = 8 << 10;
/// From this many files on two threads look at them.
const MANY: usize = 5_000;
/// Changes whenever the records or the index would come out otherwise for the same text.
const EDITION: u64 = 5;

/// A library: its folders, and how its texts are read.
#[derive(Clone, Debug)]
pub struct Means {
    /// Whether the speeches that ship are of it.
    pub shipped: bool,
    /// The folders.
    pub folders: Vec<PathBuf>,
    /// Where caches are kept.
    pub cache_dir: PathBuf,
    /// The words that texts are parsed with.
    pub lexicon: Arc<Lexicon>,
    /// Where a file is read whose format may end the process that reads it.
    pub isolation: Isolation,
    /// Tells the user's own rules of parsing from others; 0 for none.
    pub rules: u64,
    /// Up to how many bytes the library is small; [`SMALL`] but for tests.
    pub small: u64,
}

/// A file of a library as it is on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnDisk {
    /// The file.
    pub path: PathBuf,
    /// When it was changed; the archive for a file in one.
    pub stamp: Stamp,
    /// The archive that it lies in.
    pub archive: Option<Arc<Path>>,
}

/// Whether a library is worth an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LibrarySize {
    /// It has a catalogue, and is searched text by text.
    Small,
    /// It has a catalogue and an index.
    Large,
}

impl Means {
    /// Returns the library's place in the cache.
    pub fn place(&self) -> IndexFolder {
        IndexFolder::of(&self.cache_dir, &self.folders)
    }

    /// Returns the edition that catalogues and indexes are of.
    pub fn edition(&self) -> u64 {
        let mut sum = Xxh3::new();
        sum.update(env!("CARGO_PKG_VERSION").as_bytes());
        sum.update(&EDITION.to_le_bytes());
        sum.update(&self.rules.to_le_bytes());
        sum.update(if cfg!(feature = "fulltext") { b"fulltext" } else { b"catalog." });
        sum.digest()
    }

    /// Returns the edition that the register's rows are of: what reads them, the program's tables included.
    pub fn rows_edition(&self) -> u64 {
        let mut sum = Xxh3::new();
        sum.update(&self.edition().to_le_bytes());
        sum.update(env!("REGISTER_EDITION").as_bytes());
        sum.digest()
    }

    /// Lists the files of the library, folder by folder, each by name. A folder that is gone or
    /// empty does not keep the others from being listed.
    pub fn paths(&self) -> Vec<PathBuf> {
        self.listed(&mut |_| ()).into_iter().map(|file| file.path).collect()
    }

    fn listed(&self, tell: &mut dyn FnMut(OpenError)) -> Vec<FolderText> {
        let mut all = Vec::new();
        for folder in &self.folders {
            match files::listed(folder) {
                Ok(listed) => all.extend(listed),
                Err(error) => tell(error),
            }
        }
        if self.folders.len() > 1 {
            let mut seen = std::collections::HashSet::with_capacity(all.len());
            all.retain(|file: &FolderText| seen.insert(file.path.clone()));
        }
        all
    }

    /// Looks at the files of the library.
    pub fn on_disk(&self) -> Vec<OnDisk> {
        self.on_disk_telling(&mut |_| ())
    }

    /// Looks at the files of the library, and tells which folders cannot be listed.
    pub fn on_disk_telling(&self, tell: &mut dyn FnMut(OpenError)) -> Vec<OnDisk> {
        let look = |file: FolderText| {
            let companion = if file.has_companion {
                CompanionPresence::Maybe
            } else {
                CompanionPresence::Absent
            };
            let at = file.archive.as_deref().unwrap_or(&file.path);
            let stamp = Stamp::of(at, companion)?;
            Some(OnDisk { path: file.path, stamp, archive: file.archive })
        };
        let look_at = |files: Vec<FolderText>| {
            let mut found: Vec<OnDisk> = Vec::with_capacity(files.len());
            for file in files {
                // Those in one archive follow one another, and are asked about once.
                let before = found.last().filter(|last| {
                    last.archive.is_some() && last.archive.as_deref() == file.archive.as_deref()
                });
                match before.map(|last| last.stamp) {
                    Some(stamp) => {
                        found.push(OnDisk { path: file.path, stamp, archive: file.archive });
                    }
                    None => found.extend(look(file)),
                }
            }
            found
        };
        let mut first = self.listed(tell);
        if first.len() < MANY {
            return look_at(first);
        }
        let second = first.split_off(first.len() / 2);
        std::thread::scope(|scope| {
            let second = scope.spawn(|| look_at(second));
            let mut all = look_at(first);
            all.extend(second.join().unwrap_or_default());
            all
        })
    }

    /// Forgets that the index was as it should be: the next update looks at all of its files.
    pub fn distrust(&self) {
        let _ = std::fs::remove_file(self.place().catalog());
    }

    /// Tells whether a library of these files is worth an index.
    pub fn size(&self, files: &[OnDisk]) -> LibrarySize {
        let mut bytes: u64 = 0;
        let mut before: Option<&Path> = None;
        for file in files {
            let archive = file.archive.as_deref();
            let weight = match archive {
                // An archive counts once for all that is in it, and has to be taken apart.
                Some(_) if archive == before => 0,
                None if files::is_plain(&file.path) => file.stamp.length.max(LEAST),
                Some(_) | None => file.stamp.length.saturating_mul(FORMATTED),
            };
            bytes = bytes.saturating_add(weight);
            before = archive;
        }
        if bytes <= self.small { LibrarySize::Small } else { LibrarySize::Large }
    }

    /// Returns what files are opened with.
    pub fn reading(&self) -> Reading<'_> {
        Reading { isolation: self.isolation, ..Reading::of(&self.lexicon) }
    }

    /// Opens a whole file, with its corrections.
    pub fn open(&self, path: &Path, corrections: &[Filed]) -> Result<Opened, OpenError> {
        let mut opened = files::open_as(path, self.reading())?;
        files::correct(&mut opened, corrections, self.reading());
        Ok(opened)
    }
}

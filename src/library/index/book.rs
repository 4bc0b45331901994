//! The rows of the register of every file, in one file beside the catalogue.
//!
//! It is a cache. What is read anew is added to its end; when more of it is old than new it is written anew in one
//! step. Each entry has a sum, so one that was half written or damaged is none, and its speech is read from its file.

use super::record::{Hashes, path_bytes, take_bytes, take_number};
use super::rows;
use crate::register::{RegisterRow, RegisterSpeech};
use std::collections::{HashMap, HashSet};
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::Arc;
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

/// What the file begins with; the last character is the version of the format.
const MAGIC: &[u8; 16] = b"dienvan reg-rows";
/// How long the head of the file is, and that of an entry.
const HEAD: u64 = 24;
const ENTRY_HEAD: usize = 28;
/// So many bytes of old entries are left alone, however little else there is.
const LITTLE: u64 = 1 << 20;

/// What tells the rows of a file from those of others: its bytes, those of its companion, and its name, which may
/// tell how it is read and what it is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RowsKey(u128);

impl RowsKey {
    /// Makes it for a file.
    pub fn of(hashes: Hashes, path: &Path) -> Self {
        let mut sum = Xxh3::new();
        sum.update(&hashes.text.to_le_bytes());
        sum.update(&hashes.companion.to_le_bytes());
        sum.update(&path_bytes(path.file_name().unwrap_or_default()));
        RowsKey(sum.digest128())
    }
}

/// Where the rows of a file are.
#[derive(Clone, Copy, Debug)]
struct RowsPlace {
    at: u64,
    length: u32,
}

/// The rows of all files.
#[derive(Debug)]
pub struct RowBook {
    file: File,
    places: HashMap<RowsKey, RowsPlace>,
    end: u64,
}

impl RowBook {
    /// Opens a book to read in it; nothing if there is none of this edition.
    pub fn open(path: &Path, edition: u64) -> Option<Self> {
        RowBook::skim(File::open(path).ok()?, edition).ok().flatten()
    }

    /// Opens a book to write in it; one of another edition is begun anew.
    pub(super) fn open_to_write(path: &Path, edition: u64) -> io::Result<Self> {
        let options =
            OpenOptions::new().read(true).write(true).create(true).truncate(false).clone();
        if let Some(book) = RowBook::skim(options.open(path)?, edition)? {
            // What a killed program left half written is written over.
            book.file.set_len(book.end)?;
            return Ok(book);
        }
        let mut file = options.open(path)?;
        file.set_len(0)?;
        file.write_all(&head(edition))?;
        Ok(RowBook { file, places: HashMap::new(), end: HEAD })
    }

    /// Looks where the entries of a file are.
    fn skim(mut file: File, edition: u64) -> io::Result<Option<Self>> {
        let size = file.metadata()?.len();
        let mut bytes = [0; HEAD as usize];
        if size < HEAD {
            return Ok(None);
        }
        file.read_exact(&mut bytes)?;
        if bytes != head(edition) {
            return Ok(None);
        }
        let mut book = RowBook { file, places: HashMap::new(), end: HEAD };
        let mut bytes = [0; ENTRY_HEAD];
        while book.end + ENTRY_HEAD as u64 <= size {
            book.file.seek(SeekFrom::Start(book.end))?;
            book.file.read_exact(&mut bytes)?;
            let Some((key, length, _)) = entry(&bytes) else { break };
            let end = book.end + ENTRY_HEAD as u64 + u64::from(length);
            if end > size {
                break;
            }
            book.places.insert(key, RowsPlace { at: book.end, length });
            book.end = end;
        }
        Ok(Some(book))
    }

    /// Tells whether it has the rows of a file.
    pub(super) fn has(&self, key: RowsKey) -> bool {
        self.places.contains_key(&key)
    }

    /// Returns the rows of a file; nothing if it does not have them as they were written.
    pub fn rows(&mut self, key: RowsKey, speech: &Arc<RegisterSpeech>) -> Option<Vec<RegisterRow>> {
        let bytes = self.bytes(key).ok()??;
        rows::read(&bytes[ENTRY_HEAD..], speech)
    }

    /// Reads an entry with its head; nothing if it is not as it was written.
    fn bytes(&mut self, key: RowsKey) -> io::Result<Option<Vec<u8>>> {
        let Some(place) = self.places.get(&key) else { return Ok(None) };
        let mut bytes = vec![0; ENTRY_HEAD + place.length as usize];
        self.file.seek(SeekFrom::Start(place.at))?;
        self.file.read_exact(&mut bytes)?;
        let (head, payload) = bytes.split_at(ENTRY_HEAD);
        let is_sound =
            entry(head).is_some_and(|(found, _, sum)| found == key && sum == xxh3_64(payload));
        Ok(is_sound.then_some(bytes))
    }

    /// Adds the rows of a file.
    pub(super) fn add(&mut self, key: RowsKey, rows: &[RegisterRow]) -> io::Result<()> {
        let mut bytes = vec![0; ENTRY_HEAD];
        rows::write(rows, &mut bytes);
        let length = u32::try_from(bytes.len() - ENTRY_HEAD).map_err(io::Error::other)?;
        let sum = xxh3_64(&bytes[ENTRY_HEAD..]);
        bytes[..16].copy_from_slice(&key.0.to_le_bytes());
        bytes[16..20].copy_from_slice(&length.to_le_bytes());
        bytes[20..ENTRY_HEAD].copy_from_slice(&sum.to_le_bytes());
        self.append(key, &bytes)
    }

    fn append(&mut self, key: RowsKey, bytes: &[u8]) -> io::Result<()> {
        self.file.seek(SeekFrom::Start(self.end))?;
        self.file.write_all(bytes)?;
        let length = (bytes.len() - ENTRY_HEAD) as u32;
        self.places.insert(key, RowsPlace { at: self.end, length });
        self.end += bytes.len() as u64;
        Ok(())
    }

    /// Writes it anew without the entries that are not among `live`, where those are most of it.
    pub(super) fn tidy(
        mut self,
        path: &Path,
        edition: u64,
        live: &HashSet<RowsKey>,
    ) -> io::Result<()> {
        let size = |place: &RowsPlace| ENTRY_HEAD as u64 + u64::from(place.length);
        let mut kept: Vec<(u64, RowsKey)> = Vec::with_capacity(live.len());
        let mut bytes = 0;
        for (key, place) in self.places.iter().filter(|(key, _)| live.contains(key)) {
            kept.push((place.at, *key));
            bytes += size(place);
        }
        if self.end <= 2 * bytes + LITTLE {
            return Ok(());
        }
        kept.sort_unstable_by_key(|(at, _)| *at);
        let folder = path.parent().unwrap_or(Path::new("."));
        let fresh = tempfile::Builder::new().prefix(".catalog.").tempfile_in(folder)?;
        let mut file = fresh.as_file().try_clone()?;
        file.write_all(&head(edition))?;
        let mut book = RowBook { file, places: HashMap::new(), end: HEAD };
        for (_, key) in kept {
            if let Some(bytes) = self.bytes(key)? {
                book.append(key, &bytes)?;
            }
        }
        // Windows replaces no file that is open.
        drop((self.file, book));
        fresh.persist(path).map_err(|error| error.error)?;
        Ok(())
    }
}

fn head(edition: u64) -> [u8; HEAD as usize] {
    let mut bytes = [0; HEAD as usize];
    bytes[..16].copy_from_slice(MAGIC);
    bytes[16..].copy_from_slice(&edition.to_le_bytes());
    bytes
}

/// Reads the head of an entry: its key, its length, its sum.
fn entry(mut bytes: &[u8]) -> Option<(RowsKey, u32, u64)> {
    let key = RowsKey(u128::from_le_bytes(take_bytes(&mut bytes)?));
    let length = u32::try_from(take_number(&mut bytes)?).ok()?;
    Some((key, length, u64::from_le_bytes(take_bytes(&mut bytes)?)))
}

//! The catalogue: what is known about every file of the library, in one file that is read in a
//! moment, and which state of the index goes with it.
//!
//! It is a cache. One that is damaged or of another edition counts as none; the index keeps the
//! same records, so a catalogue that fell behind it is made of them.

use super::record::{self, Hashes, Record};
use super::stamp::Stamp;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

/// What the file begins with; the last character is the version of the format.
const MAGIC: &[u8; 16] = b"dienvan catalog2";

/// What is known about the files of a library. The records stay bytes until they are asked for:
/// most of a hundred thousand never are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalog {
    /// What made it: the program and the user's rules. Another edition reads texts differently.
    pub edition: u64,
    /// The commit of the index that holds these records; 0 where there is no index.
    pub generation: u64,
    /// What tells the files of the index as they were left from others.
    pub seal: u64,
    /// The records, one after the other, as [`Record::write`] writes them.
    bytes: Vec<u8>,
}

/// A record in its bytes.
#[derive(Clone, Copy, Debug)]
pub struct Slip<'c> {
    /// The path of the file, as bytes.
    pub path: &'c [u8],
    /// When the file was changed.
    pub stamp: Stamp,
    /// What tells its bytes from others.
    pub hashes: Hashes,
    bytes: &'c [u8],
}

impl Slip<'_> {
    /// Reads the record.
    pub fn record(&self) -> Option<Record> {
        Record::read(&mut &*self.bytes)
    }
}

impl Catalog {
    /// Makes an empty catalogue.
    pub fn new(edition: u64) -> Catalog {
        Catalog { edition, ..Catalog::default() }
    }

    /// Reads a catalogue; nothing if there is none, or none of this edition that is sound.
    pub fn load(file: &Path, edition: u64) -> Option<Catalog> {
        let bytes = fs::read(file).ok()?;
        Catalog::parse(bytes).filter(|catalog| catalog.edition == edition)
    }

    fn parse(mut bytes: Vec<u8>) -> Option<Catalog> {
        let (body, sum) = bytes.split_last_chunk::<8>()?;
        if xxh3_64(body) != u64::from_le_bytes(*sum) {
            return None;
        }
        let mut rest = body.strip_prefix(MAGIC)?;
        let mut number = || record::take_bytes(&mut rest).map(u64::from_le_bytes);
        let (edition, generation, seal) = (number()?, number()?, number()?);
        let head = body.len() - rest.len();
        bytes.truncate(bytes.len() - 8);
        bytes.drain(..head);
        Some(Catalog { edition, generation, seal, bytes })
    }

    /// Returns the records, by path.
    pub fn slips(&self) -> impl Iterator<Item = Slip<'_>> {
        let mut rest: &[u8] = &self.bytes;
        std::iter::from_fn(move || {
            let before = rest;
            let (path, stamp, hashes) = record::skim(&mut rest)?;
            let bytes = &before[..before.len() - rest.len()];
            Some(Slip { path, stamp, hashes, bytes })
        })
    }

    /// Returns the records of the files that could be read.
    pub fn records(&self) -> impl Iterator<Item = Record> + '_ {
        self.slips().filter_map(|slip| slip.record()).filter(Record::is_read)
    }

    /// Adds a record.
    pub fn add(&mut self, record: &Record) {
        record.write(&mut self.bytes);
    }

    /// Adds a record of another catalogue.
    pub fn copy(&mut self, slip: Slip<'_>) {
        self.bytes.extend(slip.bytes);
    }

    /// Replaces the file by this catalogue in one step.
    pub fn save(&self, file: &Path) -> io::Result<()> {
        let mut head = Vec::with_capacity(64);
        head.extend(MAGIC);
        for number in [self.edition, self.generation, self.seal] {
            head.extend(number.to_le_bytes());
        }
        let mut sum = Xxh3::new();
        sum.update(&head);
        sum.update(&self.bytes);
        // Its sum tells a file that a power failure left half written, so nothing is synced.
        let mut fresh = tempfile::Builder::new()
            .prefix(".catalog.")
            .tempfile_in(file.parent().unwrap_or(Path::new(".")))?;
        for part in [&head[..], &self.bytes, &sum.digest().to_le_bytes()] {
            fresh.write_all(part)?;
        }
        fresh.persist(file).map_err(|error| error.error)?;
        Ok(())
    }
}

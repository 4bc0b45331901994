//! What the catalogue keeps of a file: when it was changed, and what was in it. As bytes and back.

use super::stamp::Stamp;
use crate::model::{CatalogEntry, Date, Metadata, SpeechId};
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

/// A file of the library, as the catalogue knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The file and what was in it.
    pub known: CatalogEntry,
    /// When it was changed, before it was read.
    pub stamp: Stamp,
}

impl Record {
    /// Makes the record of a file that cannot be read: it is tried again when it has changed.
    pub fn unread(path: PathBuf, stamp: Stamp) -> Option<Record> {
        let id = SpeechId::parse("text")?;
        let (meta, fingerprint) = (Metadata::default(), String::new());
        Some(Record {
            known: CatalogEntry { path, id, meta, fingerprint, items: 0, tasks: 0 },
            stamp,
        })
    }

    /// Tells whether the file could be read.
    pub fn is_read(&self) -> bool {
        !self.known.fingerprint.is_empty()
    }

    /// Writes it to the end of `out`, its length first.
    pub fn write(&self, out: &mut Vec<u8>) {
        let start = out.len();
        put_number(out, 0);
        let CatalogEntry { path, id, meta, fingerprint, items, tasks } = &self.known;
        put(out, &path_bytes(path.as_os_str()));
        out.extend(self.stamp.length.to_le_bytes());
        out.extend(self.stamp.changed.to_le_bytes());
        out.extend(self.stamp.companion.to_le_bytes());
        put(out, id.as_str().as_bytes());
        put(out, fingerprint.as_bytes());
        put_number(out, *items);
        put_number(out, *tasks);
        // By name, so that the compiler tells when there is more to keep.
        let Metadata { title, speaker, office, date, occasion, place, number, url, language } =
            meta;
        put(out, title.as_bytes());
        let date = date.map(|date| date.to_string());
        for text in [speaker, office, &date, occasion, place, number, url] {
            put(out, text.as_deref().unwrap_or_default().as_bytes());
        }
        put(out, language.as_bytes());
        let length = u32::try_from(out.len() - start - 4).unwrap_or(u32::MAX);
        out[start..start + 4].copy_from_slice(&length.to_le_bytes());
    }

    /// Reads one off the front of `bytes`; nothing if they are none.
    pub fn read(bytes: &mut &[u8]) -> Option<Record> {
        let bytes = &mut take(bytes)?;
        let path = PathBuf::from(path_of(take(bytes)?)?);
        let stamp = stamp(bytes)?;
        let id = SpeechId::parse(take_text(bytes)?)?;
        let fingerprint = take_text(bytes)?.to_owned();
        let items = take_number(bytes)?;
        let tasks = take_number(bytes)?;
        let title = take_text(bytes)?.to_owned();
        let mut optional = || Some(take_text(bytes)?.to_owned());
        let mut next = || optional().map(|text| Some(text).filter(|text| !text.is_empty()));
        let (speaker, office, date) = (next()?, next()?, next()?);
        let (occasion, place, number, url) = (next()?, next()?, next()?, next()?);
        let date = date.as_deref().and_then(Date::parse_iso);
        let language = take_text(bytes)?.to_owned();
        let meta =
            Metadata { title, speaker, office, date, occasion, place, number, url, language };
        let known = CatalogEntry { path, id, meta, fingerprint, items, tasks };
        Some(Record { known, stamp })
    }
}

/// Reads the path and the stamp of the record in front of `bytes`, and takes all of it off.
pub(super) fn skim<'b>(bytes: &mut &'b [u8]) -> Option<(&'b [u8], Stamp)> {
    let mut record = take(bytes)?;
    Some((take(&mut record)?, stamp(&mut record)?))
}

fn stamp(bytes: &mut &[u8]) -> Option<Stamp> {
    Some(Stamp {
        length: u64::from_le_bytes(take_eight(bytes)?),
        changed: i64::from_le_bytes(take_eight(bytes)?),
        companion: i64::from_le_bytes(take_eight(bytes)?),
    })
}

fn put(out: &mut Vec<u8>, bytes: &[u8]) {
    put_number(out, bytes.len());
    out.extend(bytes);
}

fn put_number(out: &mut Vec<u8>, number: usize) {
    out.extend(u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes());
}

pub(super) fn take<'b>(bytes: &mut &'b [u8]) -> Option<&'b [u8]> {
    let length = take_number(bytes)?;
    let (taken, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some(taken)
}

fn take_text<'b>(bytes: &mut &'b [u8]) -> Option<&'b str> {
    std::str::from_utf8(take(bytes)?).ok()
}

pub(super) fn take_number(bytes: &mut &[u8]) -> Option<usize> {
    let (taken, rest) = bytes.split_first_chunk::<4>()?;
    *bytes = rest;
    usize::try_from(u32::from_le_bytes(*taken)).ok()
}

pub(super) fn take_eight(bytes: &mut &[u8]) -> Option<[u8; 8]> {
    let (taken, rest) = bytes.split_first_chunk::<8>()?;
    *bytes = rest;
    Some(*taken)
}

/// Gives the name of a file as bytes, whatever is in it.
#[cfg(unix)]
pub fn path_bytes(name: &OsStr) -> Vec<u8> {
    std::os::unix::ffi::OsStrExt::as_bytes(name).to_vec()
}

#[cfg(unix)]
fn path_of(bytes: &[u8]) -> Option<OsString> {
    Some(std::os::unix::ffi::OsStringExt::from_vec(bytes.to_vec()))
}

/// Gives the name of a file as bytes: the system's names are UTF-16, which need not be sound.
#[cfg(windows)]
pub fn path_bytes(name: &OsStr) -> Vec<u8> {
    std::os::windows::ffi::OsStrExt::encode_wide(name).flat_map(u16::to_le_bytes).collect()
}

#[cfg(windows)]
fn path_of(bytes: &[u8]) -> Option<OsString> {
    let (units, rest) = bytes.as_chunks::<2>();
    let units: Vec<u16> = units.iter().map(|unit| u16::from_le_bytes(*unit)).collect();
    rest.is_empty().then(|| std::os::windows::ffi::OsStringExt::from_wide(&units))
}

#[cfg(not(any(unix, windows)))]
pub fn path_bytes(name: &OsStr) -> Vec<u8> {
    name.to_string_lossy().into_owned().into_bytes()
}

#[cfg(not(any(unix, windows)))]
fn path_of(bytes: &[u8]) -> Option<OsString> {
    String::from_utf8(bytes.to_vec()).ok().map(OsString::from)
}

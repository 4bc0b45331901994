//! What the catalogue keeps of a file: when it was changed, and what was in it. As bytes and back.

use super::stamp::Stamp;
use crate::speech::{
    CatalogEntry, Date, Format, Metadata, Role, Sketch, SpeechId, SpeechKind, Standing, TitledBy,
};
use crate::text::Encoding;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

/// What tells the bytes of a file, and of its companion, from others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Hashes {
    /// XXH3 (128 bits) of the file; 0 for one that could not be read.
    pub text: u128,
    /// XXH3 (64 bits) of its companion; 0 where there is none.
    pub companion: u64,
}

/// A file of the library, as the catalogue knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The file and what was in it.
    pub known: CatalogEntry,
    /// When it was changed, before it was read.
    pub stamp: Stamp,
    /// XXH3 (64 bits) of its companion; 0 where there is none.
    pub companion: u64,
}

impl Record {
    /// Returns what tells its bytes from others.
    pub fn hashes(&self) -> Hashes {
        Hashes { text: self.known.hash, companion: self.companion }
    }

    /// Makes the record of a file that cannot be read: it is tried again when it has changed.
    pub fn unread(path: PathBuf, stamp: Stamp, hashes: Hashes) -> Record {
        let known =
            CatalogEntry { hash: hashes.text, ..CatalogEntry::unknown(path, Metadata::default()) };
        Record { known, stamp, companion: hashes.companion }
    }

    /// Tells whether the file could be read.
    pub fn is_read(&self) -> bool {
        !self.known.fingerprint.is_empty()
    }

    /// Writes it to the end of `out`, its length first.
    pub fn write(&self, out: &mut Vec<u8>) {
        let start = out.len();
        put_number(out, 0);
        // By name, so that the compiler tells when there is more to keep.
        let CatalogEntry { path, hash, id, meta, fingerprint, format, encoding, .. } = &self.known;
        let CatalogEntry { items, tasks, series, roles, sketch, .. } = &self.known;
        put(out, &path_bytes(path.as_os_str()));
        out.extend(self.stamp.length.to_le_bytes());
        out.extend(self.stamp.changed.to_le_bytes());
        out.extend(self.stamp.companion.to_le_bytes());
        out.extend(hash.to_le_bytes());
        out.extend(self.companion.to_le_bytes());
        put(out, id.as_str().as_bytes());
        put(out, fingerprint.as_bytes());
        put_number(out, *items);
        put_number(out, *tasks);
        put(out, format.name().as_bytes());
        put(out, encoding.name().as_bytes());
        put_number(out, series.len());
        for (role, number) in series {
            put(out, role.code().as_bytes());
            out.extend(number.to_le_bytes());
        }
        put_number(out, roles.len());
        for role in roles {
            put(out, role.code().as_bytes());
        }
        put_number(out, usize::from(sketch.is_some()));
        out.extend(sketch.map_or(0, Sketch::bits).to_le_bytes());
        // By name, so that the compiler tells when there is more to keep.
        let Metadata {
            title,
            titled_by,
            kind,
            speaker,
            office,
            date,
            meeting_date,
            occasion,
            place,
            number,
            url,
            language,
            standing,
        } = meta;
        put(out, title.as_bytes());
        let date = date.map(|date| date.to_string());
        let met = meeting_date.map(|date| date.to_string());
        for text in [speaker, office, &date, &met, occasion, place, number, url] {
            put(out, text.as_deref().unwrap_or_default().as_bytes());
        }
        put(out, language.as_bytes());
        put(out, kind.map_or("", SpeechKind::name).as_bytes());
        let archived = u8::from(*standing == Standing::Archived);
        out.push(archived | u8::from(*titled_by == TitledBy::FileName) << 1);
        let length = u32::try_from(out.len() - start - 4).unwrap_or(u32::MAX);
        out[start..start + 4].copy_from_slice(&length.to_le_bytes());
    }

    /// Reads one off the front of `bytes`; nothing if they are none.
    pub fn read(bytes: &mut &[u8]) -> Option<Record> {
        let bytes = &mut take(bytes)?;
        let path = PathBuf::from(path_of(take(bytes)?)?);
        let stamp = stamp(bytes)?;
        let hash = u128::from_le_bytes(take_bytes(bytes)?);
        let companion = u64::from_le_bytes(take_bytes(bytes)?);
        let id = SpeechId::parse(take_text(bytes)?)?;
        let fingerprint = take_text(bytes)?.to_owned();
        let items = take_number(bytes)?;
        let tasks = take_number(bytes)?;
        let format = Format::from_name(take_text(bytes)?)?;
        let encoding = Encoding::from_shown_name(take_text(bytes)?)?;
        let mut series = Vec::new();
        for _ in 0..take_number(bytes)? {
            let role = Role::from_code(take_text(bytes)?)?;
            series.push((role, u32::from_le_bytes(take_bytes(bytes)?)));
        }
        let mut roles = Vec::new();
        for _ in 0..take_number(bytes)? {
            roles.push(Role::from_code(take_text(bytes)?)?);
        }
        let has_sketch = take_number(bytes)? > 0;
        let sketch = Sketch::of_bits(u128::from_le_bytes(take_bytes(bytes)?));
        let sketch = has_sketch.then_some(sketch);
        let title = take_text(bytes)?.to_owned();
        let mut optional = || Some(take_text(bytes)?.to_owned());
        let mut next = || optional().map(|text| Some(text).filter(|text| !text.is_empty()));
        let (speaker, office, date, met) = (next()?, next()?, next()?, next()?);
        let (occasion, place, number, url) = (next()?, next()?, next()?, next()?);
        let date = date.as_deref().and_then(Date::parse_iso);
        let meeting_date = met.as_deref().and_then(Date::parse_iso);
        let language = take_text(bytes)?.to_owned();
        let kind = SpeechKind::from_name(take_text(bytes)?);
        let (&bits, _) = bytes.split_first()?;
        let standing = if bits & 1 == 1 { Standing::Archived } else { Standing::Shelved };
        let titled_by = if bits & 2 == 2 { TitledBy::FileName } else { TitledBy::Text };
        let meta = Metadata {
            title,
            titled_by,
            kind,
            speaker,
            office,
            date,
            meeting_date,
            occasion,
            place,
            number,
            url,
            language,
            standing,
        };
        let known = CatalogEntry {
            path,
            hash,
            id,
            meta,
            fingerprint,
            format,
            encoding,
            items,
            tasks,
            series,
            roles,
            sketch,
        };
        Some(Record { known, stamp, companion })
    }
}

/// Reads the path, the stamp and the hashes of the record in front of `bytes`, and takes all of it
/// off.
pub(super) fn skim<'b>(bytes: &mut &'b [u8]) -> Option<(&'b [u8], Stamp, Hashes)> {
    let mut record = take(bytes)?;
    let (path, stamp) = (take(&mut record)?, stamp(&mut record)?);
    let text = u128::from_le_bytes(take_bytes(&mut record)?);
    let companion = u64::from_le_bytes(take_bytes(&mut record)?);
    Some((path, stamp, Hashes { text, companion }))
}

fn stamp(bytes: &mut &[u8]) -> Option<Stamp> {
    Some(Stamp {
        length: u64::from_le_bytes(take_bytes(bytes)?),
        changed: i64::from_le_bytes(take_bytes(bytes)?),
        companion: i64::from_le_bytes(take_bytes(bytes)?),
    })
}

pub(super) fn put(out: &mut Vec<u8>, bytes: &[u8]) {
    put_number(out, bytes.len());
    out.extend(bytes);
}

pub(super) fn put_number(out: &mut Vec<u8>, number: usize) {
    out.extend(u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes());
}

pub(super) fn take<'b>(bytes: &mut &'b [u8]) -> Option<&'b [u8]> {
    let length = take_number(bytes)?;
    let (taken, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some(taken)
}

pub(super) fn take_text<'b>(bytes: &mut &'b [u8]) -> Option<&'b str> {
    std::str::from_utf8(take(bytes)?).ok()
}

pub(super) fn take_number(bytes: &mut &[u8]) -> Option<usize> {
    let (taken, rest) = bytes.split_first_chunk::<4>()?;
    *bytes = rest;
    usize::try_from(u32::from_le_bytes(*taken)).ok()
}

pub(super) fn take_bytes<const N: usize>(bytes: &mut &[u8]) -> Option<[u8; N]> {
    let (taken, rest) = bytes.split_first_chunk::<N>()?;
    *bytes = rest;
    Some(*taken)
}

/// Returns the name of a file as bytes, whatever is in it.
#[cfg(unix)]
pub fn path_bytes(name: &OsStr) -> Vec<u8> {
    std::os::unix::ffi::OsStrExt::as_bytes(name).to_vec()
}

#[cfg(unix)]
fn path_of(bytes: &[u8]) -> Option<OsString> {
    Some(std::os::unix::ffi::OsStringExt::from_vec(bytes.to_vec()))
}

/// Returns the name of a file as bytes: the system's names are UTF-16, which need not be sound.
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

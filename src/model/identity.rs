//! What a text is known by: how much of its words it shares with another, who spoke and when.

use super::{CatalogEntry, Date, Origin, Speech, SpeechId};
use crate::text::{Words, fold};
use std::cell::OnceCell;
use std::collections::HashSet;
use std::fmt;
use std::path::{Path, PathBuf};

/// How many consecutive words are compared at once.
const SHINGLE: usize = 4;
/// How many samples a sketch has; each is one bit of it.
const SAMPLES: usize = 128;
/// How much of a text a sketch is made of, in bytes: far more than any speech has.
const SKETCHED: usize = 4 << 20;

/// A sample of the words of a text, by which another version of it is known without the text.
///
/// One bit of each of 128 minima of hashes of four consecutive words (b-bit minwise hashing by one
/// permutation: Li & König 2010, Li, Owen & Zhang 2012). Case, punctuation, blanks and the place of
/// tone marks do not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sketch(u128);

impl Sketch {
    /// Makes the sketch of a text; nothing of one with fewer than four words.
    pub fn of(text: &str) -> Option<Self> {
        let words = Words::of(&text[..text.floor_char_boundary(SKETCHED)]);
        let mut least = [u64::MAX; SAMPLES];
        for shingle in words.keys().windows(SHINGLE) {
            let hash = shingle.iter().fold(0, |hash: u64, &key| mix(hash ^ u64::from(key)));
            let sample = &mut least[(hash >> 57) as usize];
            *sample = (*sample).min(hash << 7);
        }
        let filled = least.iter().filter(|&&least| least < u64::MAX).count();
        if filled == 0 {
            return None;
        }
        let mut bits = 0;
        for at in 0..SAMPLES {
            // A short text leaves samples empty: they take the next one's, each by its own measure.
            let distance = (0..SAMPLES).find(|by| least[(at + by) % SAMPLES] < u64::MAX)?;
            let taken = mix(least[(at + distance) % SAMPLES] ^ distance as u64);
            bits |= u128::from(taken >> 63) << at;
        }
        Some(Sketch(bits))
    }

    /// Gives about how much two texts have in common, 0 to 100: the share of the runs of four words
    /// in either that are in both. Give or take 10.
    pub fn overlap(self, other: Self) -> u32 {
        let equal = (!(self.0 ^ other.0)).count_ones();
        // Half of the bits are equal by chance.
        (equal.saturating_sub(64) * 100) / 64
    }

    /// Gives it as a number.
    pub fn bits(self) -> u128 {
        self.0
    }

    /// Takes a number that [`Sketch::bits`] gave.
    pub fn of_bits(bits: u128) -> Self {
        Sketch(bits)
    }

    /// Reads what [`fmt::Display`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let hexadecimal = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        hexadecimal.then(|| u128::from_str_radix(text, 16).ok().map(Sketch))?
    }
}

impl fmt::Display for Sketch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

/// What a record of the user's remembers of its speech, besides id, title and fingerprint, so that
/// it knows another version of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kin {
    /// Who spoke.
    pub speaker: Option<String>,
    /// The day it was given.
    pub date: Option<Date>,
    /// A sample of its words.
    pub sketch: Option<Sketch>,
}

impl Kin {
    /// Remembers a speech.
    pub fn of(speech: &Speech) -> Self {
        Kin {
            speaker: speech.meta.speaker.clone(),
            date: speech.meta.date,
            sketch: Sketch::of(&speech.text),
        }
    }
}

/// What a record of the user's says of the speech it is of.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// Its id then.
    pub id: &'a SpeechId,
    /// Its title then.
    pub title: &'a str,
    /// The file it was read from.
    pub source: Option<&'a Path>,
    /// The fingerprint of its text; empty when that was not known.
    pub fingerprint: &'a str,
    /// The rest.
    pub kin: &'a Kin,
}

/// What many records say of the speeches they are of, to be asked by thousands of speeches.
#[derive(Debug, Default)]
pub struct Kindred<'a> {
    fingerprints: HashSet<&'a str>,
    ids: HashSet<&'a SpeechId>,
    sources: HashSet<&'a Path>,
    titles: HashSet<String>,
    sketches: HashSet<Sketch>,
}

impl<'a> Kindred<'a> {
    /// Gathers records.
    pub fn of(records: impl Iterator<Item = Known<'a>>) -> Self {
        let mut kindred = Kindred::default();
        for known in records {
            kindred.fingerprints.extend(Some(known.fingerprint).filter(|print| !print.is_empty()));
            kindred.ids.insert(known.id);
            kindred.sources.extend(known.source);
            kindred.titles.insert(fold(known.title));
            kindred.sketches.extend(known.kin.sketch);
        }
        kindred
    }

    /// Tells whether one of the records may be of a speech of the library. If not, none is for
    /// [`Identity::kinship`], which looks at the text, either.
    pub fn may_have(&self, entry: &CatalogEntry) -> bool {
        let shares = |sketch: Sketch| {
            self.sketches.iter().any(|other| sketch.overlap(*other) >= SHARED_BY_NAME)
        };
        !self.ids.is_empty()
            && (self.fingerprints.contains(entry.fingerprint.as_str())
                || self.ids.contains(&entry.id)
                || self.sources.contains(entry.path.as_path())
                || self.titles.contains(&fold(&entry.meta.title))
                || entry.sketch.is_some_and(shares))
    }
}

/// Whether a speech is the one that a record is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kinship {
    /// It is another one.
    Other,
    /// It is another version of that one.
    Version,
    /// It is that one, with the very same text, whatever its file and title.
    Same,
}

/// How much of its text, in per cent, another version has in common: of itself, where id, title or
/// file agree as well, and where date or speaker do not.
const SHARED: u32 = 60;
const SHARED_BY_NAME: u32 = 30;
const SHARED_AGAINST: u32 = 80;

/// A speech to be told from others by its content and by what is known about it, not by its file.
#[derive(Debug)]
pub struct Identity<'a> {
    speech: &'a Speech,
    sketch: OnceCell<Option<Sketch>>,
    source: Option<PathBuf>,
    title: OnceCell<String>,
}

impl<'a> Identity<'a> {
    /// Makes it of a speech; its sketch is made when it is asked for.
    pub fn of(speech: &'a Speech) -> Self {
        let source = match &speech.origin {
            Origin::File(path) => Some(path.clone()),
            Origin::Shipped(_) | Origin::StandardInput => None,
        };
        Identity { speech, sketch: OnceCell::new(), source, title: OnceCell::new() }
    }

    /// Tells whether the speech is the one that a record is of.
    ///
    /// The same text is the same speech. Another text is another version of it if enough of the
    /// words are the same: fewer where id, title or file agree, more where date or speaker do not.
    /// Where title, date and speaker are all known and all agree, it is one however much of it was
    /// written anew. A record without a sample of the words goes by id, date and speaker.
    pub fn kinship(&self, known: &Known<'_>) -> Kinship {
        let speech = self.speech;
        if !known.fingerprint.is_empty() && known.fingerprint == speech.fingerprint {
            return Kinship::Same;
        }
        let same_id = *known.id == speech.id;
        let version = |is_version: bool| if is_version { Kinship::Version } else { Kinship::Other };
        let sketch = || *self.sketch.get_or_init(|| Sketch::of(&speech.text));
        let shared = known.kin.sketch.and_then(|known| Some(known.overlap(sketch()?)));
        let dates = known.kin.date.zip(speech.meta.date).map(|(one, other)| one == other);
        // Among thousands of records most differ so far that only these two can matter.
        match shared {
            Some(shared) if shared >= SHARED_AGAINST => return Kinship::Version,
            Some(shared) if shared < SHARED_BY_NAME && dates != Some(true) => {
                return Kinship::Other;
            }
            _ if dates == Some(false) => return Kinship::Other,
            _ => {}
        }
        let speakers = known.kin.speaker.as_ref().zip(speech.meta.speaker.as_ref());
        let speakers = speakers.map(|(one, other)| one == other || fold(one) == fold(other));
        let differs = dates == Some(false) || speakers == Some(false);
        match shared {
            _ if differs => Kinship::Other,
            None => version(same_id),
            Some(shared) if shared >= SHARED => Kinship::Version,
            Some(shared) => {
                let all_agree = dates.is_some() && speakers.is_some();
                if shared < SHARED_BY_NAME && !all_agree {
                    return Kinship::Other;
                }
                let same_title = || {
                    let title = self.title.get_or_init(|| fold(&speech.meta.title));
                    known.title == speech.meta.title || fold(known.title) == *title
                };
                let same_file = || known.source.is_some() && known.source == self.source.as_deref();
                version(if shared >= SHARED_BY_NAME {
                    same_id || same_title() || same_file()
                } else {
                    same_title()
                })
            }
        }
    }
}

fn mix(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 32)).wrapping_mul(0x9FB2_1C65_1E98_DF25);
    let hash = (hash ^ (hash >> 29)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    hash ^ (hash >> 32)
}

#[cfg(test)]
mod tests;

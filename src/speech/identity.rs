//! What a text is known by: how much of its words it shares with another, who spoke and when.

use super::{CatalogEntry, Date, Sketch, Speech, SpeechId};
use crate::text::fold;
use std::cell::OnceCell;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

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
pub struct RecordedSpeech<'a> {
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
    pub fn of(records: impl Iterator<Item = RecordedSpeech<'a>>) -> Self {
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
        let shares =
            |sketch: Sketch| self.sketches.iter().any(|other| sketch.overlap(*other) >= IN_FILE);
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

/// How much of its text, in per cent of runs of four words, another version has in common. In the file that
/// the record was made in an eighth of the words may have been written anew and much added; a file of
/// another name has nearly all sentences: papers of one kind share their formulas, which are two thirds of
/// short ones.
const IN_FILE: u32 = 30;
const ELSEWHERE: u32 = 75;
/// The same where id or title agree.
const ELSEWHERE_BY_NAME: u32 = 65;
/// The same where day or speaker differ.
const AGAINST_IN_FILE: u32 = 80;
const AGAINST_ELSEWHERE: u32 = 90;

/// What has become of the file that a record was made in, where that is another one than the speech's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    /// It is gone, or holds another speech now: this one may be what was there.
    Gone,
    /// It is there and has the words: a text that differs is another speech.
    There,
    /// It is there, and what it holds is this speech in another form.
    Twin,
}

/// What a record and a speech say of whether they belong together, before one looks at files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// They do not.
    None,
    /// They do if the file that the record was made in is no longer there, or has the same words.
    Unless,
    /// The speech is another version of the record's.
    Version,
    /// It has the very same text.
    Same,
}

impl Claim {
    /// Decides, asking for the file only where it matters.
    pub fn decide(self, home: impl FnOnce() -> Home) -> Kinship {
        match self {
            Claim::None => Kinship::Other,
            Claim::Version => Kinship::Version,
            Claim::Same => Kinship::Same,
            Claim::Unless => match home() {
                Home::There => Kinship::Other,
                Home::Gone | Home::Twin => Kinship::Version,
            },
        }
    }
}

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
        // Records have the full path.
        let source = speech.origin.full_path();
        Identity { speech, sketch: OnceCell::new(), source, title: OnceCell::new() }
    }

    /// Tells whether the speech is the one that a record is of.
    ///
    /// The same text is the same speech. Another text is another version of it if enough of the
    /// words are the same: fewer in the file that the record was made in, more in another one, and
    /// most where date or speaker differ; and if no other file has the words of the record: two
    /// files that differ are two speeches, whatever they are called. A record without a sample of the
    /// words goes by id, date and speaker.
    pub fn kinship(&self, known: &RecordedSpeech<'_>, home: impl FnOnce() -> Home) -> Kinship {
        self.claim(known).decide(home)
    }

    /// Tells what can be told without looking at other files.
    pub fn claim(&self, known: &RecordedSpeech<'_>) -> Claim {
        let speech = self.speech;
        if !known.fingerprint.is_empty() && known.fingerprint == speech.fingerprint {
            return Claim::Same;
        }
        let sketch = || *self.sketch.get_or_init(|| Sketch::of(&speech.text));
        let shared = known.kin.sketch.map(|known| Some(known.overlap(sketch()?)));
        // Among thousands of records most differ so far that nothing else matters.
        if shared.flatten().is_some_and(|shared| shared < IN_FILE) {
            return Claim::None;
        }
        let dates = known.kin.date.zip(speech.meta.date).map(|(one, other)| one == other);
        let speakers = known.kin.speaker.as_ref().zip(speech.meta.speaker.as_ref());
        let speakers = speakers.map(|(one, other)| one == other || fold(one) == fold(other));
        let differs = dates == Some(false) || speakers == Some(false);
        let same_file = known.source.is_some() && known.source == self.source.as_deref();
        let same_id = *known.id == speech.id;
        let same_name = || {
            let title = self.title.get_or_init(|| fold(&speech.meta.title));
            same_id || known.title == speech.meta.title || fold(known.title) == *title
        };
        let is_version = match shared {
            None => same_id && !differs,
            // Too short for a sample: it has other words, or it would be the same text.
            Some(None) => same_id && same_file && !differs,
            Some(Some(shared)) => {
                let needed = match (same_file, differs) {
                    (true, false) => IN_FILE,
                    (true, true) => AGAINST_IN_FILE,
                    (false, true) => AGAINST_ELSEWHERE,
                    (false, false) if same_name() => ELSEWHERE_BY_NAME,
                    (false, false) => ELSEWHERE,
                };
                shared >= needed
            }
        };
        match is_version {
            false => Claim::None,
            true if same_file || known.source.is_none() => Claim::Version,
            true => Claim::Unless,
        }
    }
}

#[cfg(test)]
mod tests;

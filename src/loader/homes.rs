//! The files that the user's records were made in, looked at again: a record is not of another file as long
//! as its own is there and has the words.

use super::{Reading, open, source};
use crate::model::{Formats, Home, Known, Origin, Sharing, Sketch, Speech};
use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf, absolute};

/// The largest file that is looked at, in bytes.
const LARGEST: u64 = 64 * 1024 * 1024;
/// How much of the text a file must still have of the record's, in per cent, to be the record's own.
const STILL: u32 = 30;

/// Looks at files, at each once.
pub struct Homes<'a> {
    reading: Reading<'a>,
    texts: RefCell<HashMap<PathBuf, Option<String>>>,
}

impl<'a> Homes<'a> {
    /// Makes it; looks at nothing yet.
    pub fn new(reading: Reading<'a>) -> Self {
        Homes { reading, texts: RefCell::default() }
    }

    /// Tells what has become of the file that a record was made in, with regard to a speech of another
    /// file.
    pub fn of(&self, known: &Known<'_>, speech: &Speech) -> Home {
        let Some(path) = known.source else { return Home::Gone };
        let own = match &speech.origin {
            Origin::File(own) => absolute(own).ok(),
            Origin::Shipped(_) | Origin::StandardInput => None,
        };
        if own.as_deref() == Some(path) {
            return Home::Gone;
        }
        let mut texts = self.texts.borrow_mut();
        let text = texts.entry(path.to_owned()).or_insert_with(|| self.read(path));
        let Some(text) = text.as_deref() else { return Home::Gone };
        let is_still = open::fingerprint(text) == known.fingerprint
            || known.kin.sketch.zip(Sketch::of(text)).is_none_or(|(a, b)| a.overlap(b) >= STILL);
        if !is_still {
            return Home::Gone;
        }
        let ending = |path: &Path| path.extension().map(|ending| ending.to_ascii_lowercase());
        let formats = match own.as_deref().map(ending) == Some(ending(path)) {
            true => Formats::Same,
            false => Formats::Different,
        };
        match Sharing::between(text, &speech.text).is_other_form(formats) {
            true => Home::Twin,
            false => Home::There,
        }
    }

    fn read(&self, path: &Path) -> Option<String> {
        let is_one = std::fs::metadata(path)
            .map_or_else(|_| source::exists(path), |file| file.is_file() && file.len() <= LARGEST);
        let bytes = is_one.then(|| source::read_whole(path).ok())??;
        open::text_of(bytes, path, self.reading).ok()
    }
}

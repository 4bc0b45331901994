//! The files that the user's records were made in, looked at again: a record is not of another file as long
//! as its own is there and has the words.

use super::{Reading, open, source};
use crate::speech::{Formats, Home, Origin, RecordedSpeech, Sharing, Sketch, Speech};
use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf, absolute};
use std::rc::Rc;

/// The largest file that is looked at, in bytes.
const LARGEST: u64 = 64 * 1024 * 1024;
/// How much of the text a file must still have of the record's, in per cent, to be the record's own.
const STILL: u32 = 30;

/// How much text is kept in case it is asked for again, in bytes.
const ROOM: usize = 64 * 1024 * 1024;

/// Looks at files, at each once as long as there is room for what they have.
pub struct Homes<'a> {
    reading: Reading<'a>,
    kept: RefCell<FileCache>,
}

/// What files have; nothing for one that cannot be read.
#[derive(Default)]
struct FileCache {
    texts: HashMap<PathBuf, Option<Rc<FileText>>>,
    bytes: usize,
}

/// The text of a file, and what it was found to be.
struct FileText {
    text: String,
    fingerprint: String,
    sketch: Option<Sketch>,
    /// What it is to the speech with this fingerprint that it was compared with last.
    compared: RefCell<Option<(String, Formats, Home)>>,
}

impl<'a> Homes<'a> {
    /// Makes it; looks at nothing yet.
    pub fn new(reading: Reading<'a>) -> Self {
        Homes { reading, kept: RefCell::default() }
    }

    /// Tells what has become of the file that a record was made in, with regard to a speech of another
    /// file.
    pub fn of(&self, known: &RecordedSpeech<'_>, speech: &Speech) -> Home {
        let Some(path) = known.source else { return Home::Gone };
        let own = match &speech.origin {
            Origin::File(own) => absolute(own).ok(),
            Origin::Shipped(_) | Origin::StandardInput => None,
        };
        if own.as_deref() == Some(path) {
            return Home::Gone;
        }
        let Some(text) = self.text(path).filter(|text| text.is_still(known)) else {
            return Home::Gone;
        };
        let ending = |path: &Path| path.extension().map(|ending| ending.to_ascii_lowercase());
        let formats = match own.as_deref().map(ending) == Some(ending(path)) {
            true => Formats::Same,
            false => Formats::Different,
        };
        text.is_to(speech, formats)
    }

    fn text(&self, path: &Path) -> Option<Rc<FileText>> {
        let mut kept = self.kept.borrow_mut();
        if let Some(text) = kept.texts.get(path) {
            return text.clone();
        }
        let text = self.read(path).map(|text| Rc::new(FileText::new(text)));
        let length = text.as_ref().map_or(0, |text| text.text.len());
        if kept.bytes + length > ROOM {
            *kept = FileCache::default();
        }
        kept.bytes += length;
        kept.texts.insert(path.to_owned(), text.clone());
        text
    }

    fn read(&self, path: &Path) -> Option<String> {
        let is_one = std::fs::metadata(path)
            .map_or_else(|_| source::exists(path), |file| file.is_file() && file.len() <= LARGEST);
        let bytes = is_one.then(|| source::read_whole(path).ok())??;
        open::text_of(bytes, path, self.reading).ok()
    }
}

impl FileText {
    fn new(text: String) -> Self {
        let (fingerprint, sketch) = (open::fingerprint(&text), Sketch::of(&text));
        FileText { text, fingerprint, sketch, compared: RefCell::default() }
    }

    /// Tells whether it still has the words of a record.
    fn is_still(&self, known: &RecordedSpeech<'_>) -> bool {
        self.fingerprint == known.fingerprint
            || known.kin.sketch.zip(self.sketch).is_none_or(|(a, b)| a.overlap(b) >= STILL)
    }

    /// Tells what the file is to a speech of another one: the same for all records of that speech.
    fn is_to(&self, speech: &Speech, formats: Formats) -> Home {
        let mut compared = self.compared.borrow_mut();
        if let Some((of, as_formats, home)) = &*compared
            && (of, *as_formats) == (&speech.fingerprint, formats)
        {
            return *home;
        }
        let home = match Sharing::between(&self.text, &speech.text).is_other_form(formats) {
            true => Home::Twin,
            false => Home::There,
        };
        *compared = Some((speech.fingerprint.clone(), formats, home));
        home
    }
}

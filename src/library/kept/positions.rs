//! Where the reader left every speech: `positions.toml` in the state folder.

use super::clean;
use super::entry::TomlEntry;
use super::error::StoreError;
use super::file::StateFile;
use super::notice::FileNotice;
use super::own::{self, OwnEntries};
use super::path::path_from;
use crate::speech::SpeechId;
use crate::speech::anchor::Trace;
use crate::text::{TextPos, path_text};
use jiff::Timestamp;
use std::path::{Path, PathBuf};

const FILE: &str = "positions.toml";
const LIST: &str = "positions";
/// How many places are kept; the oldest go.
const MOST: usize = 1000;

/// Of how many places the words are kept.
const MOST_TRACES: usize = 200;

/// The place in one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// The place.
    pub pos: TextPos,
    /// The fingerprint of the text; empty when that was not known.
    pub fingerprint: String,
    /// The words there, by which it is found in a new version of the text; may be empty.
    pub trace: Trace,
    /// The file it was read from.
    pub source: Option<PathBuf>,
    /// How far through the text it is, 0 to 100.
    pub percent: u8,
    /// How far through the text one ever was, 0 to 100.
    pub furthest: u8,
    /// When it was left; kept to the second.
    pub when: Timestamp,
}

/// All places, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredPositions(Vec<(SpeechId, Position)>);

impl StoredPositions {
    /// Returns the place in the text with this fingerprint, whatever its id and file were; else the
    /// newest in another text of the same file, whose fingerprint then differs. A speech of the same
    /// id in another file is another one: it has the same title.
    pub fn find(
        &self,
        speech: &SpeechId,
        fingerprint: &str,
        source: Option<&Path>,
    ) -> Option<&Position> {
        let of_text =
            |place: &Position| !fingerprint.is_empty() && place.fingerprint == fingerprint;
        let of_file = |id: &SpeechId, place: &Position| match (source, place.source.as_deref()) {
            (Some(one), Some(other)) => one == other,
            (None, None) => id == speech,
            _ => false,
        };
        let find = |fits: &dyn Fn(&SpeechId, &Position) -> bool| {
            self.iter().find(|(id, place)| fits(id, place)).map(|(_, place)| place)
        };
        find(&|id, place| id == speech && of_text(place))
            .or_else(|| find(&|_, place| of_text(place)))
            .or_else(|| find(&of_file))
    }

    /// Returns all of them, the newest first.
    pub fn iter(&self) -> impl Iterator<Item = (&SpeechId, &Position)> {
        self.0.iter().map(|(speech, position)| (speech, position))
    }

    fn put(&mut self, speech: &SpeechId, position: &Position) {
        let of_same = |id: &SpeechId, old: &Position| {
            (id, &old.fingerprint) == (speech, &position.fingerprint)
        };
        let before = self.iter().filter(|(id, old)| of_same(id, old)).map(|(_, old)| old.furthest);
        let furthest = before.max().unwrap_or(0).max(position.furthest);
        self.0.retain(|(id, old)| !of_same(id, old));
        self.0.insert(0, (speech.clone(), Position { furthest, ..position.clone() }));
        self.0.truncate(MOST);
    }

    /// Entries that mean nothing are left out: the program wrote them, and will write new ones.
    fn read(contents: &OwnEntries<'_>) -> Self {
        let mut places: Vec<_> = contents.entries.iter().filter_map(place).collect();
        places.sort_by_key(|(_, position)| std::cmp::Reverse(position.when));
        StoredPositions(places)
    }

    fn write(&self) -> String {
        let mut text = own::header("positions");
        for (count, (speech, position)) in self.iter().enumerate() {
            let fingerprint = own::quoted(&position.fingerprint);
            let Position { pos, percent, when, trace, source, .. } = position;
            text += &format!(
                "\n[[positions]]\nspeech = \"{speech}\"\nfingerprint = {fingerprint}\n\
                 at = {}\npercent = {percent}\nwhen = {}\n",
                pos.get(),
                own::seconds(*when),
            );
            if position.furthest > *percent {
                text += &format!("furthest = {}\n", position.furthest);
            }
            // The file is read before the first screen, so the words of old places go.
            if count < MOST_TRACES && !trace.is_empty() {
                let Trace { quote, before, after } = trace;
                for (key, words) in [("quote", quote), ("before", before), ("after", after)] {
                    text += &format!("{key} = {}\n", own::quoted(words));
                }
            }
            if let Some(source) = source {
                text += &format!("file = {}\n", own::quoted(&path_text(source)));
            }
        }
        text
    }
}

/// The places in a state folder.
#[derive(Debug)]
pub struct Positions {
    file: StateFile,
}

impl Positions {
    /// Names the places in `state_dir`; reads nothing yet.
    pub fn new(state_dir: &Path) -> Self {
        Positions { file: StateFile::new(state_dir, FILE) }
    }

    /// Reads the places. What cannot be read is told and counts as none: reading goes on.
    pub fn load(&self) -> (StoredPositions, Vec<FileNotice>) {
        own::load(&self.file, LIST, StoredPositions::read)
    }

    /// Keeps a place. The last one of a text counts, whichever program wrote it.
    ///
    /// # Errors
    ///
    /// When another program does not give the lock free, the file is of a newer version, or the
    /// system refuses.
    pub fn save(
        &self,
        speech: &SpeechId,
        position: &Position,
    ) -> Result<Vec<FileNotice>, StoreError> {
        own::change(&self.file, LIST, |contents| {
            let mut places = StoredPositions::read(contents);
            places.put(speech, position);
            places.write()
        })
    }
}

fn place(entry: &TomlEntry<'_>) -> Option<(SpeechId, Position)> {
    let speech = SpeechId::parse(entry.text("speech").ok()??)?;
    let part =
        |key| Some(u8::try_from(entry.number(key).ok()?.unwrap_or(0)).unwrap_or(100).min(100));
    let percent = part("percent")?;
    let words = |key: &'static str| entry.text(key).ok().flatten().unwrap_or_default().to_owned();
    let position = Position {
        trace: Trace { quote: words("quote"), before: words("before"), after: words("after") },
        source: entry.text("file").ok().flatten().map(path_from),
        pos: TextPos::new(entry.number("at").ok()??),
        fingerprint: entry.text("fingerprint").ok()?.map(clean::line).unwrap_or_default(),
        percent,
        furthest: part("furthest")?.max(percent),
        when: entry.time("when").ok()?.unwrap_or(Timestamp::UNIX_EPOCH),
    };
    Some((speech, position))
}

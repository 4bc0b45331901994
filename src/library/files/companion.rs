//! The TOML file beside a text, of the same name, with what the text does not say of itself.

use crate::speech::{Date, Metadata, SpeechId, SpeechKind, Standing};
use crate::text::Encoding;
use serde::Deserialize;
use std::path::Path;

/// The largest companion, in bytes.
const LARGEST: u64 = 1024 * 1024;

/// What a companion may say. All of it is optional; it overrides what the text says.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CompanionData {
    id: Option<String>,
    title: Option<String>,
    speaker: Option<String>,
    office: Option<String>,
    date: Option<String>,
    occasion: Option<String>,
    place: Option<String>,
    number: Option<String>,
    url: Option<String>,
    language: Option<String>,
    kind: Option<String>,
    archived: Option<bool>,
    import: Option<Import>,
    #[serde(skip)]
    wrong_line: Option<usize>,
}

/// What is written about an import, as far as it matters for reading the text; the rest is for
/// `imports`.
#[derive(Clone, Debug, Default, Deserialize)]
struct Import {
    encoding: Option<String>,
}

/// Returns the bytes of the companion of a text, if there is one. A pipe, a device or a file that is
/// far too large is none.
pub fn companion_bytes(text: &Path) -> Option<Vec<u8>> {
    let path = text.with_extension("toml");
    let is_one = std::fs::metadata(&path).is_ok_and(|file| file.is_file() && file.len() <= LARGEST);
    is_one.then(|| std::fs::read(path).ok())?
}

/// Does as [`companion_bytes`], for one that is text.
pub fn companion_text(text: &Path) -> Option<String> {
    String::from_utf8(companion_bytes(text)?).ok()
}

impl CompanionData {
    /// Reads the companion of a text. One that is not sound is passed over, and says so.
    pub(super) fn beside(text: &Path) -> Self {
        companion_text(text).as_deref().map(CompanionData::parse).unwrap_or_default()
    }

    /// Reads a companion; one that is not sound says nothing but where it is wrong.
    pub(super) fn parse(text: &str) -> Self {
        toml::from_str(text).unwrap_or_else(|error: toml::de::Error| {
            let at = error.span().map_or(0, |span| span.start.min(text.len()));
            let before = &text.as_bytes()[..at];
            let line = 1 + memchr::memchr_iter(b'\n', before).count();
            CompanionData { wrong_line: Some(line), ..CompanionData::default() }
        })
    }

    /// Returns the line that is wrong, from 1, if one is.
    pub(super) fn wrong_line(&self) -> Option<usize> {
        self.wrong_line
    }

    /// Returns the id, if it names a valid one.
    pub(super) fn id(&self) -> Option<SpeechId> {
        self.id.as_deref().and_then(SpeechId::parse)
    }

    /// Returns the encoding that the user named when the text was imported.
    pub(super) fn encoding(&self) -> Option<Encoding> {
        Encoding::from_shown_name(self.import.as_ref()?.encoding.as_deref()?)
    }

    /// Writes what the companion says over what the text said.
    pub(super) fn apply(&self, meta: &mut Metadata) {
        let clean = |text: &String| crate::text::printable(text).trim().to_owned();
        let set = |to: &mut Option<String>, from: &Option<String>| {
            if let Some(text) = from {
                *to = Some(clean(text));
            }
        };
        set(&mut meta.speaker, &self.speaker);
        set(&mut meta.office, &self.office);
        set(&mut meta.occasion, &self.occasion);
        set(&mut meta.place, &self.place);
        set(&mut meta.number, &self.number);
        set(&mut meta.url, &self.url);
        if let Some(title) = &self.title {
            meta.title = clean(title);
        }
        if let Some(kind) = &self.kind {
            meta.kind = SpeechKind::from_name(kind.trim());
        }
        if self.archived == Some(true) {
            meta.standing = Standing::Archived;
        }
        if let Some(language) = &self.language {
            meta.language = clean(language);
        }
        if let Some(date) = self.date.as_deref().and_then(Date::parse_iso) {
            meta.date = Some(date);
        }
    }
}

//! The TOML file beside a text, of the same name, with what the text does not say of itself.

use crate::model::{Date, Metadata, SpeechId};
use serde::Deserialize;

/// What a companion may say. All of it is optional; it overrides what the text says.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Companion {
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
    #[serde(skip)]
    wrong_line: Option<usize>,
}

impl Companion {
    /// Reads a companion; one that is not sound says nothing but where it is wrong.
    pub(super) fn parse(text: &str) -> Self {
        toml::from_str(text).unwrap_or_else(|error: toml::de::Error| {
            let at = error.span().map_or(0, |span| span.start.min(text.len()));
            let before = &text.as_bytes()[..at];
            let line = 1 + memchr::memchr_iter(b'\n', before).count();
            Companion { wrong_line: Some(line), ..Companion::default() }
        })
    }

    /// Gives the line that is wrong, from 1, if one is.
    pub(super) fn wrong_line(&self) -> Option<usize> {
        self.wrong_line
    }

    /// Gives the id, if it names a valid one.
    pub(super) fn id(&self) -> Option<SpeechId> {
        self.id.as_deref().and_then(SpeechId::parse)
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
        if let Some(language) = &self.language {
            meta.language = clean(language);
        }
        if let Some(date) = self.date.as_deref().and_then(Date::parse_iso) {
            meta.date = Some(date);
        }
    }
}

//! What is cited: a speech, or an item of it.

use crate::speech::{Address, ItemAddress, ItemIndex, Metadata, Series, SeriesIndex, Speech};

/// A speech, or a part of it, as a bibliography sees it.
pub struct CitedSource<'a> {
    /// What is known of the speech.
    pub meta: &'a Metadata,
    /// The address of what is cited.
    address: Address,
    /// The words that name the part.
    label: Option<String>,
}

impl<'a> CitedSource<'a> {
    /// Takes a whole speech.
    pub fn of(speech: &'a Speech) -> Self {
        let address = Address { speech: Some(speech.id.clone()), item: None };
        CitedSource { meta: &speech.meta, address, label: None }
    }

    /// Takes an item of a speech.
    pub fn item(speech: &'a Speech, item: ItemIndex) -> Self {
        let label = speech.line(speech.outline.items[item].label);
        CitedSource::of(speech).part(speech.outline.address(item), label)
    }

    /// Takes a list of a speech.
    pub fn series(speech: &'a Speech, series: SeriesIndex) -> Self {
        let Series { role, number, title, .. } = &speech.outline.series[series];
        let address = ItemAddress { role: *role, number: *number, path: Vec::new() };
        CitedSource::of(speech).part(address, title.clone())
    }

    fn part(mut self, address: ItemAddress, label: String) -> Self {
        self.address.item = Some(address);
        self.label = Some(label);
        self
    }

    /// Returns the name under which it is cited: its address, with a colon in place of the slash.
    pub(super) fn key(&self) -> String {
        self.address.to_string().replace('/', ":")
    }

    /// Says what it is, in its own language.
    pub(super) fn genre(&self) -> &'static str {
        if self.meta.language == "en" { "Speech" } else { "Bài phát biểu" }
    }

    /// Names the language as babel and polyglossia do, as far as that is known.
    pub(super) fn babel(&self) -> Option<&'static str> {
        Some(match self.meta.language.as_str() {
            "vi" => "vietnamese",
            "en" => "english",
            "fr" => "french",
            "de" => "german",
            "ru" => "russian",
            "es" => "spanish",
            _ => return None,
        })
    }

    /// Says which part it is: the item's address within the speech, and its words.
    pub(super) fn note(&self) -> Option<String> {
        let item = self.address.item.as_ref()?;
        let label = self.label.as_deref().filter(|label| !label.is_empty());
        Some(label.map_or(item.to_string(), |label| format!("{item}: {label}")))
    }
}

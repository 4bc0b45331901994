//! What is known about a speech, packed: the reader holds it of a hundred thousand speeches.

use super::{Listed, Progress};
use crate::speech::{
    CatalogEntry, Date, Format, Metadata, Role, SpeechId, SpeechKind, Standing, TitledBy,
};
use std::path::PathBuf;

/// What parts the texts: nothing that is fit to be shown has it.
const PART: char = '\u{1f}';

/// What a list says of a speech, but for its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    /// Title, id, fingerprint, speaker, office, occasion, place, number, address, language.
    texts: Box<str>,
    series: Box<[(Role, u32)]>,
    date: Option<Date>,
    meeting_date: Option<Date>,
    items: u32,
    tasks: u32,
    kind: Option<SpeechKind>,
    format: Format,
    standing: Standing,
    titled_by: TitledBy,
    /// A bit for each role that an item has, in the order of [`Role::ALL`].
    roles: u8,
    /// How far it was read, if it was.
    pub progress: Option<Progress>,
}

impl Brief {
    /// Packs what is known.
    pub fn of(known: &CatalogEntry, progress: Option<Progress>) -> Self {
        let meta = &known.meta;
        let optional =
            [&meta.speaker, &meta.office, &meta.occasion, &meta.place, &meta.number, &meta.url];
        let mut texts = format!("{}{PART}{}{PART}{}", meta.title, known.id, known.fingerprint);
        for text in optional.map(|text| text.as_deref().unwrap_or_default()) {
            texts.push(PART);
            texts.push_str(text);
        }
        texts.push(PART);
        texts.push_str(&meta.language);
        let has = |(at, role): (usize, &Role)| u8::from(known.roles.contains(role)) << at;
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Brief {
            texts: texts.into_boxed_str(),
            series: known.series.clone().into_boxed_slice(),
            date: meta.date,
            meeting_date: meta.meeting_date,
            items: count(known.items),
            tasks: count(known.tasks),
            kind: meta.kind,
            format: known.format,
            standing: meta.standing,
            titled_by: meta.titled_by,
            roles: Role::ALL.iter().enumerate().map(has).sum(),
            progress,
        }
    }

    /// Returns the title.
    pub fn title(&self) -> &str {
        self.text(0)
    }

    /// Returns the fingerprint of the text.
    pub fn fingerprint(&self) -> &str {
        self.text(2)
    }

    /// Returns where it stands.
    pub fn standing(&self) -> Standing {
        self.standing
    }

    /// Unpacks it, for the speech of this file. The sum of its bytes, its encoding and the sample of
    /// its words are not in it.
    pub fn listed(&self, path: PathBuf) -> Listed {
        let optional = |at| Some(self.text(at).to_owned()).filter(|text| !text.is_empty());
        let meta = Metadata {
            title: self.title().to_owned(),
            titled_by: self.titled_by,
            kind: self.kind,
            speaker: optional(3),
            office: optional(4),
            date: self.date,
            meeting_date: self.meeting_date,
            occasion: optional(5),
            place: optional(6),
            number: optional(7),
            url: optional(8),
            language: self.text(9).to_owned(),
            standing: self.standing,
        };
        let roles = Role::ALL.iter().enumerate();
        let known = CatalogEntry {
            id: SpeechId::parse(self.text(1)).unwrap_or_else(SpeechId::unknown),
            fingerprint: self.fingerprint().to_owned(),
            format: self.format,
            items: self.items as usize,
            tasks: self.tasks as usize,
            series: self.series.to_vec(),
            roles: roles
                .filter(|(at, _)| self.roles >> at & 1 == 1)
                .map(|(_, role)| *role)
                .collect(),
            ..CatalogEntry::unknown(path, meta)
        };
        Listed { known, progress: self.progress }
    }

    fn text(&self, at: usize) -> &str {
        self.texts.split(PART).nth(at).unwrap_or_default()
    }
}

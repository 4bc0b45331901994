//! The words that parsing goes by, read from `data/lexicon/`.

use crate::model::Role;
use serde::Deserialize;

/// Words of markers, roles and furniture. See the files for what each entry means.
#[derive(Clone, Debug)]
pub struct Lexicon {
    pub(super) markers: Markers,
    pub(super) roles: Vec<RoleWords>,
    pub(super) asides: Vec<String>,
    pub(super) furniture: Furniture,
}

#[derive(Clone, Debug)]
pub(super) struct RoleWords {
    pub role: Role,
    pub words: Vec<String>,
    pub verbs: Vec<String>,
}

#[derive(Clone, Debug)]
pub(super) struct Markers {
    /// Number words and their values, the longest words first.
    pub spoken: Vec<(String, u32)>,
    pub copula: String,
    pub ordinal_prefix: String,
    pub ordinals: Vec<(String, u32)>,
    pub weekday_before: Vec<String>,
    pub openers: Vec<String>,
    pub closers: Vec<String>,
    pub named: Vec<String>,
    pub letters: Vec<char>,
    pub bullets: Vec<char>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Furniture {
    pub chrome: Chrome,
    pub front: Front,
    pub caption: Caption,
    pub salutation: Salutation,
    pub closing: Closing,
    pub speaker: Speaker,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Chrome {
    pub lines: Vec<String>,
    pub starts: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Front {
    pub phrases: Vec<String>,
    pub starts: Vec<String>,
    pub weekdays: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Caption {
    pub files: Vec<String>,
    pub phrases: Vec<String>,
    pub ends: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Salutation {
    pub starts: Vec<String>,
    pub not: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Closing {
    pub phrases: Vec<String>,
    pub starts: Vec<String>,
    pub wishes: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Speaker {
    pub before: Vec<String>,
}

#[derive(Deserialize)]
struct RawMarkers {
    spoken: RawSpoken,
    ordinal: RawOrdinal,
    opener: RawWords,
    closer: RawWords,
    named: RawWords,
    letter: RawLetter,
    bullet: RawBullet,
}

#[derive(Deserialize)]
struct RawSpoken {
    numbers: Vec<String>,
    copula: String,
}

#[derive(Deserialize)]
struct RawOrdinal {
    prefix: String,
    numbers: Vec<String>,
    weekday_before: Vec<String>,
}

#[derive(Deserialize)]
struct RawWords {
    words: Vec<String>,
}

#[derive(Deserialize)]
struct RawLetter {
    order: String,
}

#[derive(Deserialize)]
struct RawBullet {
    signs: Vec<char>,
}

#[derive(Deserialize)]
struct RawRoles {
    task: RawRole,
    result: RawRole,
    limitation: RawRole,
    cause: RawRole,
    lesson: RawRole,
    viewpoint: RawRole,
    other: RawRole,
    aside: RawWords,
}

#[derive(Deserialize)]
struct RawRole {
    words: Vec<String>,
    verbs: Vec<String>,
}

impl Lexicon {
    /// Reads the words that ship with the program.
    pub fn shipped() -> Self {
        const SOUND: &str = "the shipped lexicon is sound, which a test checks";
        let markers = toml::from_str(include_str!("../../data/lexicon/markers.toml")).expect(SOUND);
        let roles = toml::from_str(include_str!("../../data/lexicon/roles.toml")).expect(SOUND);
        let furniture =
            toml::from_str(include_str!("../../data/lexicon/furniture.toml")).expect(SOUND);
        Self::assemble(markers, roles, furniture)
    }

    fn assemble(markers: RawMarkers, roles: RawRoles, furniture: Furniture) -> Self {
        let RawRoles { task, result, limitation, cause, lesson, viewpoint, other, aside } = roles;
        let roles = [
            (Role::Task, task),
            (Role::Result, result),
            (Role::Limitation, limitation),
            (Role::Cause, cause),
            (Role::Lesson, lesson),
            (Role::Viewpoint, viewpoint),
            (Role::Other, other),
        ];
        Lexicon {
            markers: Markers {
                spoken: numbered(&markers.spoken.numbers),
                copula: markers.spoken.copula,
                ordinal_prefix: markers.ordinal.prefix,
                ordinals: numbered(&markers.ordinal.numbers),
                weekday_before: markers.ordinal.weekday_before,
                openers: markers.opener.words,
                closers: markers.closer.words,
                named: markers.named.words,
                letters: markers.letter.order.chars().collect(),
                bullets: markers.bullet.signs,
            },
            roles: roles
                .into_iter()
                .map(|(role, raw)| RoleWords { role, words: raw.words, verbs: raw.verbs })
                .collect(),
            asides: aside.words,
            furniture,
        }
    }
}

/// Gives each variant of each number word its value, the longest words first.
fn numbered(words: &[String]) -> Vec<(String, u32)> {
    let mut out: Vec<(String, u32)> = (1..)
        .zip(words)
        .flat_map(|(value, variants)| variants.split('|').map(move |word| (word.to_owned(), value)))
        .collect();
    out.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    out
}

//! The words that parsing goes by, read from `data/lexicon/`.

mod beginnings;
mod counting;
mod cues;
mod furniture;
mod markers;
pub(crate) mod offices;
mod phrases;
mod tables;
mod telling;
mod unmarked;

use super::evidence::Classes;
use super::metadata::FactWeights;
use super::metadata::weigh::Weights;
use super::rules::RuleFile;
use crate::speech::Role;
pub(super) use cues::{CueMeaning, CueWeight, Cues};
pub(super) use furniture::{FurnitureWords, Kinds, TitleWords};
pub(super) use markers::Markers;
use markers::RawMarkers;
use offices::{MarkPresence, OfficeWords, Offices};
pub(super) use phrases::Phrases;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;
pub(super) use tables::Tables as TableWords;
pub(super) use telling::{Days, Event, Papers, Speaker, Telling};

/// Words of markers, roles and furniture. See the files for what each entry means.
#[derive(Clone, Debug)]
pub struct Lexicon {
    pub(super) markers: Markers,
    pub(super) roles: Vec<RoleWords>,
    /// The words of roles and of what changes them, to be found in one pass.
    pub(super) cues: Cues,
    /// The classes of words that speak for roles.
    pub(super) classes: Classes,
    /// Role words that are no name of a list.
    pub(super) nameless: Vec<String>,
    /// Verbs that announce spoken words.
    pub(super) dialogue: Vec<String>,
    /// Nouns that a number announces: "6 nhóm nhiệm vụ".
    pub(super) counted: Vec<String>,
    /// Words that may stand before the noun of a heading.
    pub(super) articles: Vec<String>,
    /// What alone before a colon tells nothing of a list.
    pub(super) notes: Vec<String>,
    /// How rules are quoted.
    pub(super) quoting: Quoting,
    /// How offices are named, put together when a text first asks for it.
    office: OfficeWords,
    offices: OnceLock<Box<Offices>>,
    marks: MarkPresence,
    pub(super) furniture: FurnitureWords,
    /// What tables and their columns are for.
    pub(super) tables: TableWords,
    /// What each sign of a fact is worth.
    pub(super) weights: FactWeights,
    /// What each sign is worth that a list lies in an item.
    pub(super) nesting: Weights,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Quoting {
    /// What a paragraph that announces a rule begins with.
    pub starts: Vec<String>,
    /// What it holds.
    pub words: Vec<String>,
    /// What else a paragraph behind a quotation begins with.
    pub resumes: Vec<String>,
}

#[derive(Clone, Debug)]
pub(super) struct RoleWords {
    pub role: Role,
    pub words: Vec<String>,
    /// Words that count only where nothing else is known.
    pub weak: Vec<String>,
    /// Words that count in headings alone.
    pub in_headings: Vec<String>,
    /// Words that are weak in headings.
    pub weak_in_headings: Vec<String>,
}

#[derive(Deserialize)]
struct RawWords {
    words: Vec<String>,
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
    neutral: RawWords,
    purpose: RawWords,
    dialogue: RawWords,
    remedy: RawWords,
    done: RawWords,
    pending: RawWords,
    quoting: Quoting,
    note: RawWords,
    counted: RawWords,
    article: RawWords,
    nameless: RawWords,
    office: OfficeWords,
    signs: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
struct RawRole {
    words: Vec<String>,
    verbs: Vec<String>,
    #[serde(default)]
    signs: Vec<String>,
    #[serde(default)]
    weak: Vec<String>,
    #[serde(default)]
    weak_in_headings: Vec<String>,
    #[serde(default)]
    in_headings: Vec<String>,
}

impl Lexicon {
    /// Reads the words that ship with the program.
    pub fn shipped() -> Self {
        const SOUND: &str = "the shipped lexicon is sound, which a test checks";
        let markers = serde_json::from_str(RuleFile::Markers.compiled()).expect(SOUND);
        let roles = serde_json::from_str(RuleFile::Roles.compiled()).expect(SOUND);
        let furniture = serde_json::from_str(RuleFile::Furniture.compiled()).expect(SOUND);
        let tables = serde_json::from_str(RuleFile::Tables.compiled()).expect(SOUND);
        Self::assemble(markers, roles, furniture, tables)
    }

    /// Makes a lexicon of the tables of its files.
    pub(super) fn of_tables(tables: [toml::Table; 4]) -> Result<Self, toml::de::Error> {
        let [markers, roles, furniture, tables] = tables.map(toml::Value::Table);
        Ok(Self::assemble(
            markers.try_into()?,
            roles.try_into()?,
            furniture.try_into()?,
            tables.try_into()?,
        ))
    }

    fn assemble(
        markers: RawMarkers,
        roles: RawRoles,
        furniture: FurnitureWords,
        tables: TableWords,
    ) -> Self {
        let RawRoles {
            aside,
            neutral,
            purpose,
            dialogue,
            remedy,
            done,
            pending,
            quoting,
            note,
            counted,
            article,
            nameless,
            mut office,
            signs,
            ..
        } = roles;
        let RawRoles { task, result, limitation, cause, lesson, viewpoint, other, .. } = roles;
        let roles = [
            (Role::Task, task),
            (Role::Result, result),
            (Role::Limitation, limitation),
            (Role::Cause, cause),
            (Role::Lesson, lesson),
            (Role::Viewpoint, viewpoint),
            (Role::Other, other),
        ];
        let classes = classes(&roles, &neutral.words, &signs);
        let sign = |name: &str| signs.get(name).cloned().unwrap_or_default();
        (office.actors, office.verbs) = (sign("actor"), sign("aspiration"));
        let roles: Vec<RoleWords> = roles
            .into_iter()
            .map(|(role, raw)| RoleWords {
                role,
                words: raw.words,
                weak: raw.weak,
                weak_in_headings: raw.weak_in_headings,
                in_headings: raw.in_headings,
            })
            .collect();
        let others: [(&[String], CueMeaning); 6] = [
            (&neutral.words, CueMeaning::Nothing),
            (&aside.words, CueMeaning::Aside),
            (&purpose.words, CueMeaning::Purpose),
            (&remedy.words, CueMeaning::Remedy),
            (&done.words, CueMeaning::Done),
            (&pending.words, CueMeaning::Pending),
        ];
        Lexicon {
            classes,
            cues: Cues::new(&roles, others),
            markers: Markers::new(markers),
            roles,
            nameless: nameless.words,
            dialogue: dialogue.words,
            counted: counted.words,
            articles: article.words,
            notes: note.words,
            quoting,
            office,
            offices: OnceLock::new(),
            marks: MarkPresence::Written,
            furniture: furniture.complete(),
            tables,
            weights: FactWeights::shipped(),
            nesting: Weights::nesting(),
        }
    }
}

impl Lexicon {
    /// Returns the words by which offices are known.
    pub(crate) fn offices(&self) -> &Offices {
        let make = || Box::new(Offices::new(&self.office, &self.furniture, self.marks));
        self.offices.get_or_init(make)
    }
}

/// Makes the classes of words that speak for roles: the words of each role, what the items of such lists begin
/// with, and the tables of signs.
fn classes(
    roles: &[(Role, RawRole)],
    neutral: &Vec<String>,
    signs: &BTreeMap<String, Vec<String>>,
) -> Classes {
    let verbs = |role: Role| format!("{}-verbs", role.name());
    let own = roles.iter().flat_map(|(role, raw)| {
        let named = (role.name().to_owned(), &raw.words);
        [named, (verbs(*role), &raw.verbs), (verbs(*role), &raw.signs)]
    });
    let others = signs.iter().map(|(name, words)| (name.clone(), words));
    Classes::new(own.chain([("neutral".to_owned(), neutral)]).chain(others))
}

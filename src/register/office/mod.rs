//! Offices: does a cell of the register name the office that is asked for?
//!
//! A cell stays what the text says. Names are compared in one spelling, with the abbreviations that are common and those of
//! the user; a minister is the ministry, and whoever asks for an office finds those who speak for it. What names nobody ("các
//! sở, ngành") is a group, and counts only where the user says who belongs to it.

mod cell;
mod lexicon;
mod marks;
#[cfg(test)]
mod tests;
mod words;

use cell::{OfficeList, name_words};
use lexicon::OfficeVocabulary;
use marks::Marks;
use std::sync::Arc;
use words::{NameJoint, NameWords};

/// What the user says of offices.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfficeSettings {
    /// Those whose tasks are the user's.
    pub mine: Vec<String>,
    /// Other names of an office.
    pub alias: Vec<(String, Vec<String>)>,
    /// Who belongs to a group that texts name as one.
    pub groups: Vec<(String, Vec<String>)>,
}

/// How a cell names an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfficeFit {
    /// By its name, or by one who speaks for it.
    Named,
    /// As one of a group, by the user's list.
    Shared,
}

/// Compares names of offices, with what the user says of them.
#[derive(Clone, Debug)]
pub struct OfficeBook {
    settings: OfficeSettings,
    exact: Arc<OfficeVocabulary>,
    loose: Arc<OfficeVocabulary>,
}

/// Offices that are asked for.
#[derive(Clone, Debug)]
pub struct WantedOffice {
    exact: WantedNames,
    loose: WantedNames,
    exact_vocabulary: Arc<OfficeVocabulary>,
    loose_vocabulary: Arc<OfficeVocabulary>,
}

/// Names as they are compared.
#[derive(Clone, Debug, Default)]
struct WantedNames {
    names: Vec<NameWords>,
    groups: Vec<NameWords>,
}

impl Default for OfficeBook {
    fn default() -> Self {
        OfficeBook::new(OfficeSettings::default())
    }
}

impl OfficeBook {
    /// Makes a book of the program's words and the user's.
    pub fn new(settings: OfficeSettings) -> Self {
        OfficeBook {
            settings,
            exact: Arc::new(OfficeVocabulary::shipped(Marks::Count)),
            loose: Arc::new(OfficeVocabulary::shipped(Marks::Ignored)),
        }
    }

    /// Asks for an office. A name that is typed without any marks is found in all spellings.
    pub fn wanted(&self, name: &str) -> WantedOffice {
        self.wanted_of(std::slice::from_ref(&name.to_owned()))
    }

    /// Asks for the user's own offices; nothing if there are none.
    pub fn mine(&self) -> Option<WantedOffice> {
        (!self.settings.mine.is_empty()).then(|| self.wanted_of(&self.settings.mine))
    }

    fn wanted_of(&self, asked: &[String]) -> WantedOffice {
        let is_loose = |name: &&String| name.is_ascii();
        let (loose, exact): (Vec<&String>, Vec<&String>) = asked.iter().partition(is_loose);
        WantedOffice {
            exact: self.names(&exact, &self.exact),
            loose: self.names(&loose, &self.loose),
            exact_vocabulary: Arc::clone(&self.exact),
            loose_vocabulary: Arc::clone(&self.loose),
        }
    }

    /// Finds all names of offices, and the groups that they belong to.
    fn names(&self, asked: &[&String], vocabulary: &OfficeVocabulary) -> WantedNames {
        let read = |name: &str| vocabulary.without_head(&name_words(name, vocabulary));
        let mut wanted = WantedNames::default();
        for name in asked {
            let name = read(name);
            for (of, others) in &self.settings.alias {
                let all = || std::iter::once(of).chain(others).map(|other| read(other));
                if all().any(|other| other == name) {
                    wanted.names.extend(all());
                }
            }
            wanted.names.push(name);
        }
        wanted.names.retain(|name| !name.is_empty());
        for (group, members) in &self.settings.groups {
            if members.iter().any(|member| wanted.names.contains(&read(member))) {
                wanted.groups.push(name_words(group, vocabulary));
            }
        }
        wanted
    }

    /// Returns the offices that a cell names, each in its words and as it is compared; groups as they stand there.
    pub fn offices_in(&self, cell: &str) -> Vec<NamedOffice> {
        let list = OfficeList::of(cell, &self.exact);
        let mut out: Vec<NamedOffice> = Vec::new();
        let mut open: Option<std::ops::Range<usize>> = None;
        for name in list.names.iter().filter(|name| !name.is_lead) {
            match name.readings.first() {
                Some(reading) => {
                    let key = self.exact.without_head(reading).join(" ");
                    out.extend(open.take().map(|range| NamedOffice::group(&cell[range])));
                    let places = name.lead.iter().chain(std::iter::once(&name.range));
                    let words: Vec<&str> = places.map(|place| &cell[place.clone()]).collect();
                    out.push(NamedOffice { text: words.join(" "), key });
                }
                None => {
                    let start = open.take().map_or(name.range.start, |range| range.start);
                    open = Some(start..name.range.end);
                }
            }
        }
        out.extend(open.map(|range| NamedOffice::group(&cell[range])));
        out
    }
}

/// An office that a cell names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedOffice {
    /// Its words in the cell; a kind that was said once for several stands before each: "Bộ Công an" of "các Bộ: Quốc phòng,
    /// Công an".
    pub text: String,
    /// What it is compared by: the same for all spellings.
    pub key: String,
}

impl NamedOffice {
    fn group(text: &str) -> Self {
        NamedOffice { text: text.to_owned(), key: Marks::Count.write(text) }
    }
}

impl WantedOffice {
    /// Tells whether and how a cell names one of the offices.
    pub fn fit(&self, cell: &str) -> Option<OfficeFit> {
        let exact = self.exact.fit(cell, &self.exact_vocabulary);
        if exact == Some(OfficeFit::Named) {
            return exact;
        }
        let loose = self.loose.fit(cell, &self.loose_vocabulary);
        [exact, loose].into_iter().flatten().min()
    }

    /// Tells how the first of the cells names one of the offices that does; by name before as one of a group.
    pub fn fit_any<'c>(&self, cells: impl IntoIterator<Item = &'c str>) -> Option<OfficeFit> {
        cells.into_iter().filter_map(|cell| self.fit(cell)).min()
    }
}

impl WantedNames {
    fn fit(&self, cell: &str, vocabulary: &OfficeVocabulary) -> Option<OfficeFit> {
        if self.names.is_empty() {
            return None;
        }
        let list = OfficeList::of(cell, vocabulary);
        let mut readings = list.names.iter().flat_map(|name| &name.readings);
        if readings.any(|reading| self.is_name(reading, vocabulary)) {
            return Some(OfficeFit::Named);
        }
        self.groups
            .iter()
            .any(|group| has_group(&list, group, vocabulary))
            .then_some(OfficeFit::Shared)
    }

    /// Tells whether a name is wanted: itself, that of the office that it heads, or that of the office it speaks for.
    fn is_name(&self, reading: &NameWords, vocabulary: &OfficeVocabulary) -> bool {
        let mut name = vocabulary.without_head(reading);
        loop {
            if self.names.iter().any(|wanted| is_same_or_placed(&name, wanted, vocabulary)) {
                return true;
            }
            match vocabulary.persons.at_start(&name).filter(|&length| length < name.len()) {
                Some(length) => name = vocabulary.without_head(&name[length..]),
                None => return false,
            }
        }
    }
}

/// Tells whether a name is the wanted one, or the wanted one with its place behind it: "UBND tỉnh Đồng Nai" is one of "UBND
/// tỉnh", and of "UBND".
fn is_same_or_placed(name: &[String], wanted: &[String], vocabulary: &OfficeVocabulary) -> bool {
    let places = &vocabulary.places;
    name.strip_prefix(wanted).is_some_and(|rest| {
        rest.is_empty()
            || places.at_start(rest).is_some()
            || (1..wanted.len()).any(|at| places.at_start(&wanted[at..]) == Some(wanted.len() - at))
    })
}

/// Tells whether a cell names a group, and not some of its members.
fn has_group(list: &OfficeList, group: &[String], vocabulary: &OfficeVocabulary) -> bool {
    let texts: Vec<String> = list.words.iter().map(|word| word.text.clone()).collect();
    (0..texts.len()).any(|at| {
        let begins = at == 0 || list.words[at].joint != NameJoint::Blank;
        let behind = at + group.len();
        begins
            && texts[at..].starts_with(group)
            && list.words.get(behind).is_none_or(|next| {
                matches!(next.joint, NameJoint::Comma | NameJoint::And)
                    || next.joint == NameJoint::Blank
                        && vocabulary.open.at_start(&texts[behind..]).is_some()
            })
    })
}

//! Rules of a user's own: words laid over those that ship.
//!
//! A file of rules has tables and names of the shipped file. Lists add to the shipped ones, a word
//! behind "!" is taken away, a plain text stands in the place of the shipped one. What is wrong is
//! left out and told, with its place; the rest holds.

use super::lexicon::Lexicon;
use crate::text::{lowercase, printable};
use std::ops::Range;
use toml::de::{DeArray, DeTable, DeValue};
use toml::{Spanned, Table, Value};

/// A file of rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleFile {
    /// What opens an item.
    Markers,
    /// What tells what a list is for.
    Roles,
    /// What is not the speech itself.
    Furniture,
    /// What tables and their columns are for.
    Tables,
}

/// A rule that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleProblem {
    /// The file it is in.
    pub file: RuleFile,
    /// Where, in bytes.
    pub span: Range<usize>,
    /// The table, or the table and the entry with a dot between; empty for none.
    pub key: String,
    /// What is wrong with it.
    pub fault: RuleFault,
}

/// What is wrong with a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleFault {
    /// The text is no TOML, for the reason that the parser gives; nothing of it holds.
    Syntax(String),
    /// There is no such table or entry; with those there are.
    Unknown(Vec<String>),
    /// A table's name has a plain value.
    NotTable,
    /// A text is wanted.
    NotText,
    /// A list of texts is wanted.
    NotList,
    /// A list of lists of texts is wanted.
    NotLists,
    /// A word without letters and signs.
    Empty,
    /// One sign is wanted.
    NotSign,
    /// A letter that stands twice in the order.
    Twice(char),
    /// A word that another role has; with that role.
    OtherRole(String),
    /// A word that stands for another number; with that number.
    OtherNumber(usize),
    /// A word to be taken away that is not there.
    Missing,
    /// There are no more places in the list.
    NoPlace(usize),
}

impl RuleFile {
    /// All files of rules.
    pub const ALL: [RuleFile; 4] =
        [RuleFile::Markers, RuleFile::Roles, RuleFile::Furniture, RuleFile::Tables];

    /// Returns its name.
    pub fn name(self) -> &'static str {
        match self {
            RuleFile::Markers => "markers.toml",
            RuleFile::Roles => "roles.toml",
            RuleFile::Furniture => "furniture.toml",
            RuleFile::Tables => "tables.toml",
        }
    }

    /// Returns the text of the shipped one.
    pub(super) fn shipped(self) -> &'static str {
        match self {
            RuleFile::Markers => include_str!("../../../data/lexicon/markers.toml"),
            RuleFile::Roles => include_str!("../../../data/lexicon/roles.toml"),
            RuleFile::Furniture => include_str!("../../../data/lexicon/furniture.toml"),
            RuleFile::Tables => include_str!("../../../data/lexicon/tables.toml"),
        }
    }

    /// Returns the same as JSON, as `build.rs` makes it.
    pub(super) fn compiled(self) -> &'static str {
        match self {
            RuleFile::Markers => include_str!(concat!(env!("OUT_DIR"), "/markers.json")),
            RuleFile::Roles => include_str!(concat!(env!("OUT_DIR"), "/roles.json")),
            RuleFile::Furniture => include_str!(concat!(env!("OUT_DIR"), "/furniture.json")),
            RuleFile::Tables => include_str!(concat!(env!("OUT_DIR"), "/tables.json")),
        }
    }
}

impl Lexicon {
    /// Reads the words that ship with the program, and those of a user over them.
    pub fn extended(files: &[(RuleFile, String)]) -> (Self, Vec<RuleProblem>) {
        if files.is_empty() {
            return (Self::shipped(), Vec::new());
        }
        const SOUND: &str = "the shipped lexicon is sound, which a test checks";
        let mut problems = Vec::new();
        let tables = RuleFile::ALL.map(|file| {
            let mut base: Table = file.shipped().parse().expect(SOUND);
            for (_, text) in files.iter().filter(|(own, _)| *own == file) {
                match DeTable::parse(text) {
                    Ok(own) => lay(file, &mut base, own.get_ref(), &mut problems),
                    Err(error) => problems.push(RuleProblem {
                        file,
                        span: error.span().unwrap_or_default(),
                        key: String::new(),
                        fault: RuleFault::Syntax(error.message().to_owned()),
                    }),
                }
            }
            base
        });
        (
            Self::of_tables(tables)
                .expect("what is laid over it has the types of the shipped lexicon"),
            problems,
        )
    }
}

/// Lays the rules of a user over the shipped ones of a file.
fn lay(file: RuleFile, base: &mut Table, own: &DeTable<'_>, problems: &mut Vec<RuleProblem>) {
    let mut layer = Layer { file, base, step: RulePass::Take, problems: Vec::new() };
    layer.tables(own);
    // A word can go from one role to another, in any order.
    layer.step = RulePass::Add;
    layer.tables(own);
    layer.problems.sort_by_key(|problem| problem.span.start);
    problems.append(&mut layer.problems);
}

/// What is done in one pass over the rules of a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RulePass {
    Take,
    Add,
}

struct Layer<'a> {
    file: RuleFile,
    base: &'a mut Table,
    step: RulePass,
    problems: Vec<RuleProblem>,
}

/// An entry of a user's file.
#[derive(Clone, Copy)]
struct RuleEntry<'e> {
    table: &'e str,
    key: &'e str,
}

impl Layer<'_> {
    fn tell(&mut self, span: Range<usize>, key: String, fault: RuleFault) {
        // What is wrong beyond that is seen again when words are added.
        if self.step == RulePass::Add || fault == RuleFault::Missing {
            self.problems.push(RuleProblem { file: self.file, span, key, fault });
        }
    }

    fn tables(&mut self, own: &DeTable<'_>) {
        for (name, value) in own {
            let (table, span) = (name.get_ref().as_ref(), name.span());
            if !self.base.contains_key(table) {
                let known = self.base.keys().cloned().collect();
                self.tell(span, table.to_owned(), RuleFault::Unknown(known));
                continue;
            }
            let DeValue::Table(entries) = value.get_ref() else {
                self.tell(span, table.to_owned(), RuleFault::NotTable);
                continue;
            };
            for (key, value) in entries {
                let known = self.keys(table);
                let (name, key_span) = (key.get_ref().as_ref(), key.span());
                if known.iter().any(|known| known == name) {
                    self.entry(RuleEntry { table, key: name }, value);
                } else {
                    let key = format!("{table}.{name}");
                    let known = known.iter().map(|known| format!("{table}.{known}")).collect();
                    self.tell(key_span, key, RuleFault::Unknown(known));
                }
            }
        }
    }

    /// Returns the names that may stand in a table: those of the shipped one, and in that of a role
    /// those of all roles.
    fn keys(&self, table: &str) -> Vec<String> {
        let of = |table: &Value| -> Vec<String> {
            table.as_table().map(|table| table.keys().cloned().collect()).unwrap_or_default()
        };
        let is_role = |keys: &Vec<String>| keys.iter().any(|key| key == "verbs");
        let own = self.base.get(table).map(of).unwrap_or_default();
        if !is_role(&own) {
            return own;
        }
        let mut all: Vec<String> = self.base.values().map(of).filter(is_role).flatten().collect();
        all.sort();
        all.dedup();
        all
    }

    fn entry(&mut self, place: RuleEntry<'_>, value: &Spanned<DeValue<'_>>) {
        let Some(Value::Table(table)) = self.base.get_mut(place.table) else { return };
        let shipped = table.entry(place.key).or_insert_with(|| Value::Array(Vec::new()));
        let of_lists =
            shipped.as_array().is_some_and(|list| list.first().is_some_and(Value::is_array));
        let is_text = shipped.is_str();
        match value.get_ref() {
            DeValue::String(text) if is_text => self.text(place, text, value.span()),
            DeValue::Array(list) if of_lists => self.lists(place, list),
            DeValue::Array(list) if !is_text => self.list(place, list, None),
            _ => {
                let fault = match (is_text, of_lists) {
                    (true, _) => RuleFault::NotText,
                    (false, true) => RuleFault::NotLists,
                    (false, false) => RuleFault::NotList,
                };
                self.tell(value.span(), place.path(), fault);
            }
        }
    }

    /// Puts a text in the place of the shipped one.
    fn text(&mut self, place: RuleEntry<'_>, text: &str, span: Range<usize>) {
        let Some(word) = word(text) else {
            return self.tell(span, place.path(), RuleFault::Empty);
        };
        let mut seen: Vec<char> = Vec::new();
        let twice = word.chars().find(|c| {
            let known = seen.contains(c);
            seen.push(*c);
            known
        });
        match twice.filter(|_| place.key == "order") {
            Some(letter) => self.tell(span, place.path(), RuleFault::Twice(letter)),
            None => {
                self.base[place.table][place.key] = Value::String(word);
            }
        }
    }

    fn lists(&mut self, place: RuleEntry<'_>, lists: &DeArray<'_>) {
        let most = self.shipped(place, None).len();
        for (index, list) in lists.iter().enumerate() {
            match list.get_ref() {
                _ if index >= most => {
                    self.tell(list.span(), place.path(), RuleFault::NoPlace(most));
                }
                DeValue::Array(words) => self.list(place, words, Some(index)),
                _ => self.tell(list.span(), place.path(), RuleFault::NotLists),
            }
        }
    }

    fn list(&mut self, place: RuleEntry<'_>, list: &DeArray<'_>, within: Option<usize>) {
        // In these lists the place is what the word stands for.
        let counts = matches!(place.key, "numbers" | "ordinals" | "units" | "tens");
        let most = self.shipped(place, within).len();
        for (index, value) in list.iter().enumerate() {
            let DeValue::String(text) = value.get_ref() else {
                self.tell(value.span(), place.path(), RuleFault::NotText);
                continue;
            };
            if counts && index >= most {
                self.tell(value.span(), place.path(), RuleFault::NoPlace(most));
            } else if counts {
                self.variants(place, index, text, value.span());
            } else if let Err(fault) = self.one(place, text, within) {
                self.tell(value.span(), place.path(), fault);
            }
        }
    }

    fn shipped(&mut self, place: RuleEntry<'_>, within: Option<usize>) -> &mut Vec<Value> {
        let list = &mut self.base[place.table][place.key];
        let list = match within {
            Some(index) => &mut list[index],
            None => list,
        };
        list.as_array_mut().expect("a list is laid over a list")
    }

    /// Adds the words for a number, or takes them away; an empty text changes nothing.
    fn variants(&mut self, place: RuleEntry<'_>, index: usize, text: &str, span: Range<usize>) {
        for variant in text.split('|').filter(|variant| !variant.trim().is_empty()) {
            if let Err(fault) = self.variant(place, index, variant) {
                self.tell(span.clone(), place.path(), fault);
            }
        }
    }

    fn variant(&mut self, place: RuleEntry<'_>, index: usize, text: &str) -> Result<(), RuleFault> {
        let (gone, text) = match text.strip_prefix('!') {
            Some(rest) => (RulePass::Take, rest),
            None => (RulePass::Add, text),
        };
        let word = word(text).ok_or(RuleFault::Empty)?;
        let step = self.step;
        let numbers = self.shipped(place, None);
        let of = |entry: &Value| -> Vec<String> {
            entry.as_str().unwrap_or_default().split('|').map(str::to_owned).collect()
        };
        let holder = numbers.iter().position(|entry| of(entry).contains(&word));
        let mut known = of(&numbers[index]);
        match (gone, step) {
            (RulePass::Take, RulePass::Take) if holder != Some(index) => {
                return Err(RuleFault::Missing);
            }
            (RulePass::Take, RulePass::Take) => known.retain(|known| *known != word),
            (RulePass::Add, RulePass::Add) => match holder {
                Some(other) if other != index => return Err(RuleFault::OtherNumber(other + 1)),
                Some(_) => {}
                None => known.push(word),
            },
            (RulePass::Take, RulePass::Add) | (RulePass::Add, RulePass::Take) => {}
        }
        numbers[index] = Value::String(known.join("|"));
        Ok(())
    }

    /// Adds a word, or takes it away.
    fn one(
        &mut self,
        place: RuleEntry<'_>,
        text: &str,
        within: Option<usize>,
    ) -> Result<(), RuleFault> {
        let (gone, text) = match text.strip_prefix('!') {
            // "!" alone is a word: a sign may stand in a list.
            Some(rest) if !rest.trim().is_empty() => (RulePass::Take, rest),
            _ => (RulePass::Add, text),
        };
        if gone != self.step {
            return Ok(());
        }
        // A list of capitals is compared as it is.
        let has_capitals = |word: &Value| word.as_str().is_some_and(|word| lowercase(word) != word);
        let capitals = self.shipped(place, within).iter().any(has_capitals);
        let exact = capitals.then(|| printable(text).into_owned());
        let word = word(text).map(|word| exact.unwrap_or(word)).ok_or(RuleFault::Empty)?;
        if (place.table, place.key) == ("bullet", "signs") && word.chars().count() != 1 {
            return Err(RuleFault::NotSign);
        }
        let other = self.other_role(place, &word);
        let shipped = self.shipped(place, within);
        let at = shipped.iter().position(|known| known.as_str() == Some(&word));
        match (gone, at, other) {
            (RulePass::Take, None, _) => return Err(RuleFault::Missing),
            (RulePass::Take, Some(at), _) => {
                shipped.remove(at);
            }
            (RulePass::Add, None, Some(role)) => return Err(RuleFault::OtherRole(role)),
            (RulePass::Add, None, None) => shipped.push(Value::String(word)),
            (RulePass::Add, Some(_), _) => {}
        }
        Ok(())
    }

    /// Finds the other role that lists a word under the same name.
    fn other_role(&self, place: RuleEntry<'_>, word: &str) -> Option<String> {
        let lists = |table: &Value| {
            let list = table.get("verbs").and(table.get(place.key)).and_then(Value::as_array);
            list.is_some_and(|list| list.iter().any(|known| known.as_str() == Some(word)))
        };
        let is_role = self.base.get(place.table)?.get("verbs").is_some();
        let mut others = self.base.iter().filter(|(name, _)| *name != place.table);
        others.find(|(_, table)| is_role && lists(table)).map(|(name, _)| name.clone())
    }
}

impl RuleEntry<'_> {
    fn path(self) -> String {
        format!("{}.{}", self.table, self.key)
    }
}

/// Makes a word as texts are compared with it: composed, in small letters. Blanks at its ends
/// stay, for some words end with one.
fn word(text: &str) -> Option<String> {
    let word = lowercase(&printable(text)).to_string();
    (!word.trim().is_empty()).then_some(word)
}

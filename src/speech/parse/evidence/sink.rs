//! Where the signs of a unit go: to their rows in the table of weights, or to their names for those who learn.

use super::table;
use super::words::PassageWords;
use crate::speech::parse::key;

/// The place in the names of signs: "last=", "head:".
#[derive(Clone, Copy)]
pub(super) struct SignPlace {
    name: &'static str,
    key: u64,
}

impl SignPlace {
    /// Makes a place of what its signs begin with, which ends in "=" or ":".
    pub const fn new(name: &'static str) -> Self {
        SignPlace { name, key: key::of(name) }
    }
}

/// Takes signs.
pub(super) trait SignSink {
    /// Takes a sign whose name is all parts one after the other. A word of it stands in one part.
    fn sign(&mut self, name: &[&str], value: f32);
    /// Takes the sign of a class, given its name and the key of that.
    fn class(&mut self, place: SignPlace, class: (&str, u64), value: f32);
    /// Takes the sign of a word of a passage.
    fn word(&mut self, place: SignPlace, passage: &PassageWords, at: usize, value: f32);
    /// Takes the sign of a word and the next one.
    fn pair(&mut self, place: SignPlace, passage: &PassageWords, at: usize, value: f32);
    /// Takes all signs of another.
    fn append(&mut self, other: &Self)
    where
        Self: Sized;
}

/// Signs as they are scored: the row of each that the table has, with its value.
#[derive(Clone, Debug, Default)]
pub(super) struct SignRows(pub Vec<(u16, f32)>);

impl SignRows {
    fn add(&mut self, key: u64, value: f32) {
        if let Some(row) = table::row(key) {
            self.0.push((row, value));
        }
    }
}

impl SignSink for SignRows {
    fn sign(&mut self, name: &[&str], value: f32) {
        let key = name.iter().fold(key::of(""), |key, part| key::extend(key, part.as_bytes()));
        self.add(key, value);
    }

    fn class(&mut self, place: SignPlace, (_, class): (&str, u64), value: f32) {
        self.add(key::join(place.key, class), value);
    }

    fn word(&mut self, place: SignPlace, passage: &PassageWords, at: usize, value: f32) {
        self.add(key::join(place.key, passage.words[at].key), value);
    }

    fn pair(&mut self, place: SignPlace, passage: &PassageWords, at: usize, value: f32) {
        let first = key::join(place.key, passage.words[at].key);
        let second = key::join(key::extend(first, b" "), passage.words[at + 1].key);
        self.add(second, value);
    }

    fn append(&mut self, other: &Self) {
        self.0.extend_from_slice(&other.0);
    }
}

/// Signs as they are learned from: all of them, by name.
#[derive(Clone, Debug, Default)]
pub(super) struct NamedSigns(pub Vec<(String, f32)>);

impl SignSink for NamedSigns {
    fn sign(&mut self, name: &[&str], value: f32) {
        self.0.push((name.concat(), value));
    }

    fn class(&mut self, place: SignPlace, (class, _): (&str, u64), value: f32) {
        self.sign(&[place.name, class], value);
    }

    fn word(&mut self, place: SignPlace, passage: &PassageWords, at: usize, value: f32) {
        self.sign(&[place.name, passage.word(at)], value);
    }

    fn pair(&mut self, place: SignPlace, passage: &PassageWords, at: usize, value: f32) {
        self.sign(&[place.name, passage.word(at), " ", passage.word(at + 1)], value);
    }

    fn append(&mut self, other: &Self) {
        self.0.extend_from_slice(&other.0);
    }
}

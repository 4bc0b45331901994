//! The words that larger numbers are made of, from `data/lexicon/markers.toml`.

use super::markers::{longest_first, numbered};
use serde::Deserialize;

/// The words that larger numbers are made of.
#[derive(Clone, Debug)]
pub(in crate::speech::parse) struct Counting {
    /// What stands behind tens, with its value: "mốt", "lăm".
    pub units: Vec<(String, u32)>,
    pub ten: Vec<String>,
    pub hundred: Vec<String>,
    pub thousand: Vec<String>,
    /// What links hundreds and units: "lẻ".
    pub link: Vec<String>,
    /// A hundred in English, with what links it to the rest.
    pub english_hundred: Vec<String>,
}

impl Counting {
    /// Takes the tables of the file.
    pub(super) fn new(raw: RawCounting, english_hundred: Vec<String>) -> Self {
        Counting {
            units: numbered(&raw.units),
            ten: raw.ten,
            hundred: raw.hundred,
            thousand: raw.thousand,
            link: raw.link,
            english_hundred: longest_first(english_hundred, Vec::new()),
        }
    }
}

/// The tables of the file.
#[derive(Deserialize)]
pub(super) struct RawCounting {
    units: Vec<String>,
    ten: Vec<String>,
    hundred: Vec<String>,
    thousand: Vec<String>,
    link: Vec<String>,
}

//! Addresses: `SPEECH/SERIES.N[.M…]`, and how people type them.

use super::{Role, SpeechId};
use std::fmt;
use std::str::FromStr;

/// The place of an item in a speech: `nv.3`, `kq2.1.4`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ItemAddress {
    /// The role of the series.
    pub role: Role,
    /// Which series of that role, from 1.
    pub number: u32,
    /// The numbers after the series, outermost first; empty for the series itself.
    pub path: Vec<u32>,
}

/// A speech, a series of it, or one item.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Address {
    /// The speech; none inside the speech one is in.
    pub speech: Option<SpeechId>,
    /// The series or item; none for the whole speech.
    pub item: Option<ItemAddress>,
}

/// A text that is no address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not an address; write SPEECH/SERIES.N, such as nv.3 for the third task")]
pub struct NotAnAddress(pub String);

impl Address {
    /// Returns the code of a series: `nv`, `nv2`.
    pub fn series_code(role: Role, number: u32) -> String {
        match number {
            0 | 1 => role.code().to_owned(),
            _ => format!("{}{number}", role.code()),
        }
    }
}

impl fmt::Display for ItemAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", Address::series_code(self.role, self.number))?;
        self.path.iter().try_for_each(|number| write!(f, ".{number}"))
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.speech, &self.item) {
            (Some(speech), Some(item)) => write!(f, "{speech}/{item}"),
            (Some(speech), None) => write!(f, "{speech}"),
            (None, Some(item)) => write!(f, "{item}"),
            (None, None) => Ok(()),
        }
    }
}

impl FromStr for ItemAddress {
    type Err = NotAnAddress;

    /// Reads `nv.3`, `NV 3`, `nv2.1.4`; a number glued to the code is the number of the series,
    /// as [`fmt::Display`] writes it.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refuse = || NotAnAddress(text.trim().to_owned());
        let lower = text.trim().to_lowercase();
        let mut parts = lower.split(['.', ' ']).filter(|part| !part.is_empty());
        let series = parts.next().ok_or_else(refuse)?;
        let (code, number) =
            series.split_at(series.find(|c: char| c.is_ascii_digit()).unwrap_or(series.len()));
        let role = Role::from_code(code).ok_or_else(refuse)?;
        let number = match number {
            "" => 1,
            digits => number_of(digits).ok_or_else(refuse)?,
        };
        let path = parts.map(number_of).collect::<Option<Vec<u32>>>().ok_or_else(refuse)?;
        Ok(ItemAddress { role, number, path })
    }
}

/// Reads a number from 1 on: digits and nothing else.
fn number_of(digits: &str) -> Option<u32> {
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|&number| plain && number > 0)
}

impl FromStr for Address {
    type Err = NotAnAddress;

    /// Reads `SPEECH/SERIES.N`, `SPEECH` alone, or `SERIES.N` alone.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        if let Some((speech, item)) = text.split_once('/') {
            let speech = SpeechId::parse(speech).ok_or_else(|| NotAnAddress(text.to_owned()))?;
            let refuse = |_| NotAnAddress(text.to_owned());
            let item = if item.is_empty() { None } else { Some(item.parse().map_err(refuse)?) };
            return Ok(Address { speech: Some(speech), item });
        }
        if let Ok(item) = text.parse::<ItemAddress>() {
            return Ok(Address { speech: None, item: Some(item) });
        }
        let speech = SpeechId::parse(text).ok_or_else(|| NotAnAddress(text.to_owned()))?;
        Ok(Address { speech: Some(speech), item: None })
    }
}

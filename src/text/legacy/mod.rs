//! Text of the Vietnamese fonts from before Unicode: TCVN3 (ABC) and VNI.
//!
//! Those fonts draw Vietnamese letters in the places of western ones: "Céng hoµ" is "Cộng hoà" in
//! TCVN3, "Coäng hoøa" in VNI. Such text comes as bytes, or as the western letters themselves where
//! a program took it for western. The tables are those of TCVN 5712:1993 (VN3) and of the VNI
//! fonts for Windows.

mod common;
mod reading;
mod tables;
#[cfg(test)]
mod tests;

pub use reading::{LegacyRange, LegacyReading, Tally};

use super::offset::{OffsetMap, Runs};
use super::syllable::is_possible;
use unicode_normalization::UnicodeNormalization;

/// A family of fonts with an encoding of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Legacy {
    /// TCVN 5712:1993, one byte a letter: the ABC fonts, ".VnTime".
    Tcvn3,
    /// VNI for Windows, a letter and its mark: "VNI-Times".
    Vni,
}

/// How much of a text is looked at to tell its encoding, in bytes.
pub(super) const SAMPLE: usize = 64 * 1024;

impl Legacy {
    /// Tells the encoding by the name of a font: ".VnTime", "VNI-Times".
    pub fn of_font(name: &str) -> Option<Self> {
        let name = name.trim().trim_matches(['"', '\'']);
        let behind = |prefix: &str| {
            let (head, rest) = name.split_at_checked(prefix.len())?;
            head.eq_ignore_ascii_case(prefix).then_some(rest)
        };
        // "VnTime", as some programs write it; "VNtimes new roman" is of another encoding.
        let undotted = name.starts_with("Vn") && name[2..].starts_with(|c: char| c.is_uppercase());
        if behind(".Vn").is_some() || undotted {
            return Some(Legacy::Tcvn3);
        }
        behind("VNI").filter(|rest| rest.starts_with(['-', ' '])).map(|_| Legacy::Vni)
    }

    /// Tells whether a font of TCVN3 draws small letters as capitals: ".VnTimeH".
    pub fn is_capital_font(name: &str) -> bool {
        let name = name.trim().trim_matches(['"', '\'']);
        Legacy::of_font(name) == Some(Legacy::Tcvn3) && name.ends_with('H')
    }

    /// Turns western letters into the Vietnamese ones that they stand for.
    pub fn convert(self, text: &str) -> String {
        self.convert_with_runs(text).0
    }

    /// Turns a text into Vietnamese as [`Legacy::convert`] does, and gives the way back.
    pub fn convert_with_way(self, text: &str) -> (String, OffsetMap) {
        let (out, runs) = self.convert_with_runs(text);
        let mut way = OffsetMap::default();
        way.push_earlier(runs);
        (out, way)
    }

    /// Turns a text into Vietnamese, and records where every letter came from.
    pub(super) fn convert_with_runs(self, text: &str) -> (String, Runs) {
        let (mut out, runs) = match self {
            Legacy::Tcvn3 => single(text),
            Legacy::Vni => double(text),
        };
        if self == Legacy::Tcvn3 {
            raise_capitals(&mut out, text);
        }
        (out, runs)
    }
}

/// Tells which encoding a text in western letters is in, if it reads as Vietnamese in one: by how
/// many words with letters beyond ASCII are syllables then.
pub fn detect(text: &str) -> Option<Legacy> {
    let sample = &text[..text.floor_char_boundary(SAMPLE)];
    let own = Score::of(sample);
    let scored =
        [Legacy::Tcvn3, Legacy::Vni].map(|legacy| (legacy, Score::of(&legacy.convert(sample))));
    let (best, score) = scored.into_iter().max_by_key(|(_, score)| score.margin())?;
    (score.is_vietnamese() && score.margin() > 2 * own.margin().max(0)).then_some(best)
}

/// Tells whether a text could be in one of these encodings at all: it has western letters beyond
/// ASCII in its beginning, and none that only Vietnamese has.
pub fn is_suspect(text: &str) -> bool {
    let sample = &text.as_bytes()[..text.len().min(SAMPLE)];
    // U+1EA0–1EF9 begin with E1 in UTF-8; western letters begin with C2 or C3.
    memchr::memchr(0xE1, sample).is_none() && memchr::memchr2(0xC2, 0xC3, sample).is_some()
}

/// How well a text reads as Vietnamese.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Score {
    /// Words with letters beyond ASCII that are syllables.
    pub good: i32,
    /// Words with letters beyond ASCII that are none.
    pub bad: i32,
}

impl Score {
    /// Reads a text word by word.
    pub fn of(text: &str) -> Self {
        let mut score = Score::default();
        let is_mark = |c: char| ('\u{300}'..='\u{323}').contains(&c);
        for word in text.split(|c: char| c.is_ascii() && !c.is_ascii_alphabetic()) {
            if word.is_ascii() {
                continue;
            }
            let word = word.trim_matches(|c: char| !c.is_alphabetic() && !is_mark(c));
            if word.is_ascii() {
                continue;
            }
            if is_possible(&word.nfc().collect::<String>()) {
                score.good += 1
            } else {
                score.bad += 1
            }
        }
        score
    }

    /// Returns how many more syllables there are than other words.
    pub fn margin(self) -> i32 {
        self.good - self.bad
    }

    /// Tells whether the text is Vietnamese beyond reasonable doubt.
    pub fn is_vietnamese(self) -> bool {
        const FEW: i32 = 4;
        self.good >= FEW && self.good >= 4 * self.bad
    }
}

fn single(text: &str) -> (String, Runs) {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut runs = Runs::default();
    for (at, c) in text.char_indices() {
        let letter = tables::tcvn3(c).unwrap_or(c);
        runs.mark(out.len(), at);
        out.push(letter);
    }
    runs.mark(out.len(), text.len());
    (out, runs)
}

fn double(text: &str) -> (String, Runs) {
    let mut out = String::with_capacity(text.len());
    let mut runs = Runs::default();
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        runs.mark(out.len(), at);
        let marked = chars.peek().and_then(|&(_, mark)| tables::vni_pair(c, mark));
        match marked {
            Some(letter) => {
                out.push(letter);
                chars.next();
            }
            None => out.push(tables::vni_alone(c).unwrap_or(c)),
        }
    }
    runs.mark(out.len(), text.len());
    (out, runs)
}

/// Makes capitals of the small letters in words and lines that are in capitals otherwise: the fonts
/// with capitals only draw "CéNG" as "CỘNG". A letter has as many bytes in both cases, so that every
/// place stays where it is.
fn raise_capitals(out: &mut String, source: &str) {
    let mut raised = String::with_capacity(out.len());
    for (line, typed) in out.split_inclusive('\n').zip(source.split_inclusive('\n')) {
        let (capital, small) = cases(typed.chars());
        let whole = capital >= 4 && small == 0;
        // One letter of the line is one letter of what was typed.
        let mut typed = typed.chars();
        let mut rest = line;
        while !rest.is_empty() {
            let end =
                |inner: bool| rest.find(|c: char| c.is_alphabetic() != inner).unwrap_or(rest.len());
            let (word, behind) = rest.split_at(end(rest.starts_with(char::is_alphabetic)));
            let (capital, small) = cases(typed.by_ref().take(word.chars().count()));
            if small == 0 && (whole || capital >= 2) {
                raised.extend(word.chars().map(capital_of));
            } else {
                raised.push_str(word);
            }
            rest = behind;
        }
    }
    *out = raised;
}

/// Counts the letters that are capitals, and those of ASCII that are small.
fn cases(typed: impl Iterator<Item = char>) -> (usize, usize) {
    typed.fold((0, 0), |(capital, small), c| {
        let is_capital = c.is_ascii_uppercase() || ('¡'..='§').contains(&c);
        (capital + usize::from(is_capital), small + usize::from(c.is_ascii_lowercase()))
    })
}

/// Tells whether words that are Unicode already were typed for a font that draws capitals, and only
/// their plain letters are capitals: "CộNG HOà".
pub fn is_half_capital(words: &str) -> bool {
    let (capital, small) = cases(words.chars());
    capital >= 2 && small == 0
}

/// Makes capitals of the letters whose capitals are as long in bytes.
pub fn capitals(words: &str) -> String {
    words.chars().map(capital_of).collect()
}

/// Returns the capital of a letter, where it is as long in bytes.
fn capital_of(c: char) -> char {
    let mut upper = c.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(one), None) if one.len_utf8() == c.len_utf8() => one,
        _ => c,
    }
}

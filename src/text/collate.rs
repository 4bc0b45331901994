//! The order of texts as a Vietnamese dictionary has them, as sort keys.
//!
//! It is the order of CLDR for Vietnamese (the root collation of DUCET with the rules of `vi`, its
//! default strength, no numbers as numbers): first the letters decide, a ă â b c d đ e ê …, then
//! the tones, ngang huyền hỏi ngã sắc nặng, then small before capital. Blanks and signs count and
//! come before digits, digits before letters. The same text in NFC and NFD has the same key.
//! Letters of other scripts come behind z by their code points, which is not CLDR's order; and ð,
//! Ð and Ɖ are đ, for which old pages use them.

use super::letter::{Tone, toneless};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// What a text is sorted by.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Collation(Box<[u8]>);

/// Blanks and signs in their order; those that are not here come behind them, before the digits.
const SIGNS: &str =
    "\t\n _-\u{2010}‒–—―,;:!¡?¿.·'‘’‚‹›\"“”„«»()[]{}§¶@*/\\&#%†‡•′`´^¨¸°©®+±÷×<=>¬|~−$£¥₫€";
/// Digits and letters in their order; those that are not here come behind them.
const LETTERS: &str = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
/// Marks in their order; those that are not here come behind them.
const MARKS: [char; 20] = [
    '\u{332}', '\u{313}', '\u{314}', '\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}',
    '\u{306}', '\u{302}', '\u{30C}', '\u{30A}', '\u{342}', '\u{308}', '\u{30B}', '\u{307}',
    '\u{338}', '\u{327}', '\u{328}', '\u{304}',
];
/// What letters of the languages around are taken for.
const TAKEN_FOR: [(char, &str); 5] =
    [('ß', "ss"), ('æ', "ae"), ('œ', "oe"), ('ø', "o\u{338}"), ('ł', "l\u{335}")];

/// What ends a level of a key; less than any weight.
const END: u8 = 1;
/// The first weight of what is in the tables.
const FIRST: u8 = 3;
/// The weight before the code points of signs, and before those of letters.
const OTHER_SIGN: u8 = 0xA0;
const OTHER_LETTER: u8 = 0xFE;
/// The weight of the digit 0.
const ZERO: u8 = OTHER_SIGN + 1;
/// The second weight of a letter without a mark, and that of the first mark.
const PLAIN: u8 = 2;
const MARKED: u8 = 3;

/// The weights of ASCII; 0 for what is not in the tables.
static ASCII: [u8; 128] = {
    let mut out = [0; 128];
    let mut which = 0;
    while which < 2 {
        let (table, first) = if which == 0 { (SIGNS, FIRST) } else { (LETTERS, ZERO) };
        let (mut at, mut place) = (0, first);
        while at < table.len() {
            let byte = table.as_bytes()[at];
            if byte < 128 {
                out[byte as usize] = place;
            }
            at += 1;
            // A character ends where the next one begins.
            if at < table.len() && table.as_bytes()[at] & 0xC0 != 0x80 {
                place += 1;
            }
        }
        which += 1;
    }
    out
};

/// How a character is written, the last thing that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum CaseWeight {
    Small = 2,
    SmallVariant,
    Capital,
    CapitalVariant,
}

#[derive(Default)]
struct CollationLevels {
    letters: Vec<u8>,
    marks: Vec<u8>,
    cases: Vec<u8>,
}

impl Collation {
    /// Makes the sort key of a text.
    pub fn of(text: &str) -> Self {
        let mut levels = CollationLevels {
            letters: Vec::with_capacity(3 * text.len() + 2),
            marks: Vec::with_capacity(text.len()),
            cases: Vec::with_capacity(text.len()),
        };
        text.nfc().for_each(|c| levels.push(c));
        let CollationLevels { mut letters, marks, cases } = levels;
        letters.push(END);
        letters.extend(marks);
        letters.push(END);
        letters.extend(cases);
        Collation(letters.into())
    }
}

impl CollationLevels {
    fn push(&mut self, c: char) {
        let small = c.to_lowercase().next().unwrap_or(c);
        let case = if small == c { CaseWeight::Small } else { CaseWeight::Capital };
        // Letters that fold to đ are no capitals of it for being others.
        let case = if c == 'ð' || c == 'ɖ' { CaseWeight::SmallVariant } else { case };
        let (letter, tone) = toneless(c);
        if let Some(weight) = known(letter) {
            self.letter(weight, case);
            if tone != Tone::Level {
                self.mark(tone_mark(tone));
            }
            return;
        }
        if let Some((_, parts)) = TAKEN_FOR.iter().find(|(other, _)| *other == small) {
            parts.chars().for_each(|part| self.part(part, case));
            return;
        }
        decompose_compatible(c, |part| {
            let small = part.to_lowercase().next().unwrap_or(part);
            // What a ligature or a fullwidth letter is made of is written another way than it.
            let variant = part != c && !is_combining_mark(part) && !starts_with(c, part);
            self.part(
                small,
                match (small == part, variant) {
                    (true, false) => CaseWeight::Small,
                    (true, true) => CaseWeight::SmallVariant,
                    (false, false) => CaseWeight::Capital,
                    (false, true) => CaseWeight::CapitalVariant,
                },
            );
        });
    }

    /// Takes a small letter, a sign or a mark.
    fn part(&mut self, c: char, case: CaseWeight) {
        if is_combining_mark(c) {
            self.mark(c);
        } else if let Some(weight) = known(c) {
            self.letter(weight, case);
        } else {
            let prefix = if c.is_alphanumeric() { OTHER_LETTER } else { OTHER_SIGN };
            self.letter(prefix, case);
            self.letters.extend(&u32::from(c).to_be_bytes()[1..]);
        }
    }

    fn letter(&mut self, weight: u8, case: CaseWeight) {
        self.letters.push(weight);
        self.marks.push(PLAIN);
        self.cases.push(case as u8);
    }

    fn mark(&mut self, mark: char) {
        let place = MARKS.iter().position(|&known| known == mark).unwrap_or(MARKS.len());
        self.marks.push(MARKED + place as u8);
        self.cases.push(CaseWeight::Small as u8);
    }
}

/// Tells whether a letter is `first` with marks.
fn starts_with(c: char, first: char) -> bool {
    let mut parts = std::iter::once(c).nfd();
    parts.next() == Some(first)
}

/// Returns the weight of a small letter without its tone, a digit or a sign of the tables.
fn known(c: char) -> Option<u8> {
    if c.is_ascii() {
        return Some(ASCII[c as usize]).filter(|&weight| weight > 0);
    }
    let place = |table: &str| table.chars().position(|known| known == c);
    if let Some(at) = place(LETTERS) {
        return Some(ZERO + at as u8);
    }
    place(SIGNS).map(|at| FIRST + at as u8)
}

fn tone_mark(tone: Tone) -> char {
    match tone {
        Tone::Level => '\0',
        Tone::Falling => '\u{300}',
        Tone::Dipping => '\u{309}',
        Tone::Broken => '\u{303}',
        Tone::Rising => '\u{301}',
        Tone::Heavy => '\u{323}',
    }
}

//! Numbers in figures and in words.

use super::token::Tokens;
use super::vocabulary::DeadlineVocabulary;

/// A value that was read, and how many words it has.
pub(super) type Read<T> = Option<(T, usize)>;

/// Reads numbers at places of a text.
pub(super) struct Numerals<'t> {
    pub tokens: &'t Tokens,
    pub vocabulary: &'t DeadlineVocabulary,
}

impl Numerals<'_> {
    /// Reads a number in figures.
    pub fn figures(&self, at: usize) -> Option<u16> {
        number(self.tokens.word(at))
    }

    /// Reads a number in figures or words.
    pub fn number(&self, at: usize) -> Read<u16> {
        self.figures(at).map(|value| (value, 1)).or_else(|| self.spoken(at))
    }

    /// Reads a number up to 99 in words: "mười lăm", "ba mươi mốt", "tư".
    pub fn spoken(&self, at: usize) -> Read<u16> {
        let words = &self.vocabulary.numbers;
        let (tens, count) = if self.tokens.word(at) == words.ten {
            (1, 1)
        } else {
            match self.figure(at) {
                Some(tens) if self.tokens.phrase(at + 1, &words.tens).is_some() => (tens, 2),
                found => return found.map(|value| (value, 1)),
            }
        };
        let unit = self.figure(at + count).filter(|_| {
            self.tokens.follows(at + count) && self.tokens.word(at + count) != words.not_behind_ten
        });
        match unit {
            Some(unit) => Some((tens * 10 + unit, count + 1)),
            None => Some((tens * 10, count)),
        }
    }

    /// Reads a word for 1 to 9.
    fn figure(&self, at: usize) -> Option<u16> {
        let word = self.tokens.word(at);
        let is = |names: &String| names.split('|').any(|name| name == word);
        let found = self.vocabulary.numbers.units.iter().position(is)?;
        u16::try_from(found + 1).ok()
    }

    /// Reads "hai nghìn không trăm hai mươi lăm", "hai nghìn lẻ chín".
    pub fn year(&self, at: usize) -> Read<u16> {
        let words = &self.vocabulary.numbers;
        let thousands = self.figure(at)?;
        let mut next = at + 1 + self.tokens.phrase(at + 1, &words.thousand)?;
        let mut year = thousands * 1000;
        let hundreds =
            if self.tokens.word(next) == words.zero { Some(0) } else { self.figure(next) };
        if let Some(hundreds) = hundreds
            && let Some(more) = self.tokens.phrase(next + 1, &words.hundred)
        {
            year += hundreds * 100;
            next += 1 + more;
        }
        next += self.tokens.phrase(next, &words.link).unwrap_or(0);
        if let Some((rest, more)) = self.spoken(next) {
            year += rest;
            next += more;
        }
        Some((year, next - at))
    }
}

/// Reads a number of up to four figures.
pub(super) fn number(text: &str) -> Option<u16> {
    let is_number =
        !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

//! Markers that are a noun of the speaker's own with its number: "Việc thứ nhất:", "Khâu 1:", "Điều thứ hai là".
//!
//! Which nouns there are is not known beforehand; a list shows by the same noun before the next number.

use super::super::lexicon::Markers;
use super::number::small_number;
use super::word::{ordinal_word, sign_end, unornamented, word_ends};
use super::{Family, Marker};
use crate::text::{is_letter, is_word, lowercase};

/// The most words of the noun.
const WORDS: usize = 3;
/// The most words of one that figures follow.
const WORDS_BEFORE_FIGURES: usize = 2;
/// The largest figure behind a noun: "Khóa 2020" is none.
const LARGEST: u32 = 60;
/// From where the numbers of such families begin.
const FIRST: u16 = 1 << 15;

/// A noun and its number at the beginning of a line.
struct NumberedNoun<'a> {
    lower: &'a str,
    family: Family,
    ordinal: u32,
    /// Where the number ends.
    end: usize,
}

/// "Việc thứ nhất: …", "Cái thứ hai là …", "Chặng 1. …": with a sign.
pub(super) fn counted(head: &str, words: &Markers) -> Option<Marker> {
    may_count(head).then_some(())?;
    let lower = lowercase(head);
    let NumberedNoun { family, ordinal, end: at, .. } = find(head, &lower, words)?;
    let tail = unornamented(&lower[at..]);
    let copula = tail.strip_prefix(words.copula.as_str()).filter(|rest| word_ends(rest));
    let figures = lower[..at].ends_with(|c: char| c.is_ascii_digit());
    let end = match copula {
        Some(rest) if !figures => sign_end(&lower, lower.len() - rest.len()),
        _ => sign_end(&lower, at),
    };
    let sign = lower[..end].chars().next_back();
    let signed = end > at
        && match figures {
            true => matches!(sign, Some(':' | '.')) && !lower[end..].starts_with(is_word),
            false => matches!(sign, Some(':' | ',' | '.')) || copula.is_some(),
        };
    signed.then(|| Marker::new(family, ordinal, end))
}

/// "Nguyên nhân thứ nhất của …": without a sign.
pub(super) fn unsigned(head: &str, words: &Markers) -> Option<Marker> {
    may_count(head).then_some(())?;
    let lower = lowercase(head);
    let found = find(head, &lower, words)?;
    let figures = found.lower[..found.end].ends_with(|c: char| c.is_ascii_digit());
    (!figures).then(|| Marker::new(found.family, found.ordinal, found.end))
}

/// Tells quickly whether a number may stand behind the first words of a line.
fn may_count(head: &str) -> bool {
    let behind = head.split(' ').skip(1).take(WORDS);
    let number = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_digit()) || matches!(word, "thứ" | "THỨ" | "thu")
    };
    head.starts_with(char::is_uppercase) && behind.into_iter().any(number)
}

fn find<'a>(head: &str, lower: &'a str, words: &Markers) -> Option<NumberedNoun<'a>> {
    if lower.len() != head.len() {
        return None;
    }
    let mut at = 0;
    for count in 1..=WORDS {
        let word = lower[at..].find(|c: char| !is_letter(c)).filter(|length| *length > 0)?;
        let noun = &lower[..at + word];
        let last = &lower[at..at + word];
        at += word;
        let rest = lower[at..].strip_prefix(' ')?;
        at += 1;
        let figures = rest.bytes().take_while(u8::is_ascii_digit).count();
        let number = match rest
            .strip_prefix(words.ordinal_prefix.as_str())
            .and_then(|rest| rest.strip_prefix(' '))
        {
            Some(behind) => {
                let (length, value) = ordinal_word(behind, words)?;
                Some((value, lower.len() - behind.len() + length))
            }
            None if figures > 0 && count <= WORDS_BEFORE_FIGURES => {
                let value = small_number(&rest[..figures]).filter(|value| *value <= LARGEST)?;
                Some((value, at + figures))
            }
            None => None,
        };
        if let Some((ordinal, end)) = number {
            let is_no_noun = |word: &str| words.no_nouns.iter().any(|known| known == word);
            let counts = !is_no_noun(noun) && !is_no_noun(last) && word_ends(&lower[end..]);
            return counts.then(|| NumberedNoun {
                lower,
                family: family(noun, words),
                ordinal,
                end,
            });
        }
    }
    None
}

/// Returns the family of a noun: that of the lexicon, or one of its own by its letters.
fn family(noun: &str, words: &Markers) -> Family {
    let known = words.named.iter().position(|word| word == noun);
    let sum =
        noun.bytes().fold(0u16, |sum, byte| sum.wrapping_mul(31).wrapping_add(u16::from(byte)));
    Family::Named(known.map_or(FIRST | sum, |place| place as u16))
}

impl Family {
    /// Tells whether the family is that of a noun which the lexicon does not have.
    pub(in crate::speech::parse) fn is_own_noun(self) -> bool {
        matches!(self, Family::Named(noun) if noun >= FIRST)
    }
}

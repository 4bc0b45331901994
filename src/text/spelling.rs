//! One spelling for each syllable: small letters with their marks, the tone in one place.
//!
//! *Hoà* and *hòa*, *uỷ* and *ủy* are one syllable, whoever put the mark where; so are *qúy* and
//! *quý*. No two syllables of Vietnamese differ in nothing but the place of their tone.

use super::fold::fold_char;
use super::letter::{Tone, apart, is_letter, is_marked_letter, is_vowel, toneless, with_tone};
use super::spread::spread;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Spells a text in one way: as [`fold`](super::fold()) does, but marks stay, and the tone of each
/// syllable stands where the newer of the two usages puts it (*hoà*, *uỷ*).
pub fn spelling(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    spell_into(text, &mut out);
    out
}

/// Spells a text to the end of `out`; for a buffer that is used again.
pub fn spell_into(text: &str, out: &mut String) {
    if text.is_ascii() {
        let mut blank = false;
        for byte in text.bytes() {
            let c = if byte == b'\n' { ' ' } else { byte.to_ascii_lowercase().into() };
            if c != ' ' || !blank {
                out.push(c);
            }
            blank = c == ' ';
        }
        return;
    }
    if text.chars().all(|c| c.is_ascii() || is_marked_letter(c)) {
        spell_each(text.chars(), out);
    } else if is_nfc(text) {
        spell_each(text.chars().flat_map(spread), out);
    } else {
        spell_each(text.nfc().flat_map(spread), out);
    }
}

fn spell_each(letters: impl Iterator<Item = char>, out: &mut String) {
    let mut word = SpelledWord::default();
    let mut blank = false;
    for c in letters {
        if is_letter(c) {
            word.push(c, out);
            blank = false;
            continue;
        }
        word.finish(out);
        let Some(folded) = fold_char(c) else { continue };
        if folded != ' ' || !blank {
            out.push(folded);
        }
        blank = folded == ' ';
    }
    word.finish(out);
}

/// The word that is being spelled, which is at the end of what was written.
#[derive(Default)]
struct SpelledWord {
    /// How many bytes, letters and vowels it has so far.
    bytes: usize,
    letters: usize,
    vowels: usize,
    /// The tones that were seen, and where the last of them was.
    tones: usize,
    tone: Option<(usize, Tone)>,
}

impl SpelledWord {
    fn push(&mut self, c: char, out: &mut String) {
        let (letter, tone, small) = apart(c);
        if tone != Tone::Level {
            self.tones += 1;
            self.tone = Some((self.letters, tone));
        }
        self.letters += 1;
        self.vowels += usize::from(is_vowel(letter));
        self.bytes += small.len_utf8();
        out.push(small);
    }

    /// Puts the tone where it belongs. A word that is not one syllable of Vietnamese stays as it is.
    fn finish(&mut self, out: &mut String) {
        let SpelledWord { bytes, vowels, tones, tone, .. } = std::mem::take(self);
        let Some((at, tone)) = tone.filter(|_| tones == 1 && vowels > 1) else { return };
        let start = out.len() - bytes;
        let letters: Vec<char> = out[start..].chars().map(|c| toneless(c).0).collect();
        let place = tone_place(&letters, at);
        if place != at {
            out.truncate(start);
            let toned =
                |(index, letter)| if index == place { with_tone(letter, tone) } else { letter };
            out.extend(letters.into_iter().enumerate().map(toned));
        }
    }
}

/// Finds where the tone of a syllable belongs, given its letters without it and where it stands.
///
/// The rule of the newer usage: on the vowel with a mark of its own (the second of ươ); before a
/// final consonant on the last vowel; of *oa oe uy* on the last; of three on the middle one; else
/// on the first.
pub(super) fn tone_place(letters: &[char], at: usize) -> usize {
    let is_vowel_at = |index: usize| letters.get(index).copied().is_some_and(is_vowel);
    let mut start = at;
    while start > 0 && is_vowel_at(start - 1) {
        start -= 1;
    }
    let mut end = at + 1;
    while is_vowel_at(end) {
        end += 1;
    }
    // The u of qu and the i of gi belong to the consonant, if another vowel follows.
    let before = start.checked_sub(1).map(|index| letters[index]);
    let glide = matches!((before, letters[start]), (Some('q'), 'u') | (Some('g'), 'i'));
    if glide && end - start > 1 {
        start += 1;
    }
    let vowels = &letters[start..end];
    if let Some(shaped) = vowels.iter().rposition(|vowel| !vowel.is_ascii()) {
        return start + shaped;
    }
    let closed = letters.get(end).is_some_and(|letter| letter.is_alphabetic());
    let within = match (vowels, closed) {
        ([_], _) => 0,
        (_, true) => vowels.len() - 1,
        (['o', 'a' | 'e'] | ['u', 'y'], false) => 1,
        ([_, _], false) => 0,
        _ => 1,
    };
    start + within
}

/// Writes i for y where both are in use for one sound, in a folded syllable: *ky* and *ki*, *quy*
/// and *qui*, *y* and *i*. *Thuy* and *thui* are two sounds and stay apart.
pub fn loose_vowel(folded: &str) -> Option<String> {
    let onset = folded.strip_suffix(['i', 'y'])?;
    let consonants =
        onset.bytes().all(|byte| byte.is_ascii_alphabetic() && !b"aeiouy".contains(&byte));
    (consonants || onset == "qu").then(|| format!("{onset}i"))
}

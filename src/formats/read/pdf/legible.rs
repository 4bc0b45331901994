//! Whether the words of a page were recognised: text that a poor recognition left is no Vietnamese.

use crate::text::syllable::is_possible;

/// The fewest words that tell.
const WORDS: usize = 50;

/// Tells whether most words are neither syllables nor words of another language: letters with figures and
/// signs among them, as in "th6ng", "d~t", "HoAxA". The limits lie between 2,600 words of a poor scan (half of the
/// words can be syllables, 24 in 100 have signs in them), texts in English (at most 22 and 2 in 100), and
/// texts without marks (76 in 100 and none).
pub(super) fn is_garbled(text: &str) -> bool {
    let (mut words, mut syllables, mut odd) = (0_usize, 0_usize, 0_usize);
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '/')) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if word.chars().filter(|c| c.is_alphabetic()).nth(1).is_none() {
            continue;
        }
        words += 1;
        syllables += usize::from(is_possible(word));
        odd += usize::from(is_odd(word));
    }
    let of = |count: usize, hundredths: usize| count * 100 >= words * hundredths;
    let poor = of(odd, 6) && of(syllables, 25) && !of(syllables, 75);
    let hopeless = of(odd, 25) && !of(syllables, 60);
    words >= WORDS && (poor || hopeless)
}

/// Tells whether a word has signs or figures within it, or a capital behind a small letter.
fn is_odd(word: &str) -> bool {
    let follows = |before: char, c: char| {
        before.is_lowercase() && c.is_uppercase() || before.is_alphabetic() && c.is_ascii_digit()
    };
    let usual =
        |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '.' | ',' | ':' | '@' | '(');
    word.chars().any(|c| !usual(c))
        || word.chars().zip(word.chars().skip(1)).any(|(a, b)| follows(a, b))
}

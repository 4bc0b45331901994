//! Which letters can be a syllable of Vietnamese.
//!
//! A syllable is an onset, a rime and a tone. The tables are those of Vietnamese orthography; they
//! let a few syllables pass that no word has, and none that a word has is missing.

use super::letter::{Tone, toneless};

/// What a syllable can begin with; the empty onset comes last.
const ONSETS: [&str; 28] = [
    "ngh", "ng", "nh", "n", "ch", "c", "gh", "gi", "g", "kh", "k", "ph", "p", "qu", "th", "tr",
    "t", "b", "d", "đ", "h", "l", "m", "r", "s", "v", "x", "",
];

/// What can follow, without the tone.
const RIMES: &str = "\
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu êng \
i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu \
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăp oăt oc oe oem oen oeo oet \
oi om on ong op ot oong ooc ô ôc ôi ôm ôn ông ôông ôp ôt ơ ơi ơm ơn ơng ơp ơt \
u ua uc ui um un ung up ut uâc uân uâng uât uâu uây uê uêch uên uênh uêt uêu uơ uôc uôi uôm uôn uông uôt \
uy uya uych uym uyn uynh uyp uyt uyu uyên uyêt \
ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu \
y ych ym yn ynh yp yt yêm yên yêng yêt yêu";

/// Tells whether a word, in NFC and any case, can be one syllable of Vietnamese with its marks.
pub fn is_possible(word: &str) -> bool {
    let Some((letters, tone)) = taken_apart(word) else { return false };
    // A syllable that ends in a stop has one of two tones.
    let stopped = letters.ends_with(['c', 'p', 't']) || letters.ends_with("ch");
    if stopped && !matches!(tone, Tone::Rising | Tone::Heavy) {
        return false;
    }
    splits(&letters).any(|rime| RIMES.split(' ').any(|known| known == rime))
}

/// Tells whether a word can be the beginning of a syllable, as it is while it is being typed; the
/// tone may still come.
pub fn may_become_one(word: &str) -> bool {
    let Some((letters, _)) = taken_apart(word) else { return false };
    ONSETS.iter().any(|onset| onset.starts_with(&letters))
        || splits(&letters).any(|rime| RIMES.split(' ').any(|known| known.starts_with(rime)))
}

/// Returns the letters without the tone, and the tone; nothing if there is more than one.
fn taken_apart(word: &str) -> Option<(String, Tone)> {
    let mut letters = String::with_capacity(word.len());
    let mut tone = Tone::Level;
    for c in word.chars() {
        let (letter, its) = toneless(c);
        if its != Tone::Level && std::mem::replace(&mut tone, its) != Tone::Level {
            return None;
        }
        letters.push(letter);
    }
    (!letters.is_empty()).then_some((letters, tone))
}

/// Returns the rimes that are left when an onset is taken off that may stand before them.
fn splits(letters: &str) -> impl Iterator<Item = &str> {
    ONSETS.iter().filter_map(|onset| {
        let rime = letters.strip_prefix(onset)?;
        let front = rime.starts_with(['e', 'ê', 'i', 'y']);
        let fits = match *onset {
            "k" | "gh" | "ngh" => front,
            "c" => !front,
            "ng" => !front,
            // Gì and giếng are written with one i.
            "g" => !front || rime.starts_with('i'),
            _ => true,
        };
        (fits && !rime.is_empty()).then_some(rime)
    })
}

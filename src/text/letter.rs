//! The Vietnamese letters: a vowel, what shape it has (a ă â …), and its tone.
//!
//! Knows single letters only; what a syllable is made of is in [`syllable`](super::syllable).

use std::ops::Range;

/// The tones, in the order of dictionaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tone {
    /// Ngang: no mark.
    Level,
    /// Huyền: à.
    Falling,
    /// Hỏi: ả.
    Dipping,
    /// Ngã: ã.
    Broken,
    /// Sắc: á.
    Rising,
    /// Nặng: ạ.
    Heavy,
}

impl Tone {
    /// Every tone.
    pub const ALL: [Tone; 6] =
        [Tone::Level, Tone::Falling, Tone::Dipping, Tone::Broken, Tone::Rising, Tone::Heavy];
}

/// The vowels, small, each with the six tones in the order of [`Tone::ALL`].
pub const VOWELS: [[char; 6]; 12] = [
    ['a', 'à', 'ả', 'ã', 'á', 'ạ'],
    ['ă', 'ằ', 'ẳ', 'ẵ', 'ắ', 'ặ'],
    ['â', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ'],
    ['e', 'è', 'ẻ', 'ẽ', 'é', 'ẹ'],
    ['ê', 'ề', 'ể', 'ễ', 'ế', 'ệ'],
    ['i', 'ì', 'ỉ', 'ĩ', 'í', 'ị'],
    ['o', 'ò', 'ỏ', 'õ', 'ó', 'ọ'],
    ['ô', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ'],
    ['ơ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ'],
    ['u', 'ù', 'ủ', 'ũ', 'ú', 'ụ'],
    ['ư', 'ừ', 'ử', 'ữ', 'ứ', 'ự'],
    ['y', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ'],
];

/// The capitals of [`VOWELS`].
const CAPITALS: [[char; 6]; 12] = [
    ['A', 'À', 'Ả', 'Ã', 'Á', 'Ạ'],
    ['Ă', 'Ằ', 'Ẳ', 'Ẵ', 'Ắ', 'Ặ'],
    ['Â', 'Ầ', 'Ẩ', 'Ẫ', 'Ấ', 'Ậ'],
    ['E', 'È', 'Ẻ', 'Ẽ', 'É', 'Ẹ'],
    ['Ê', 'Ề', 'Ể', 'Ễ', 'Ế', 'Ệ'],
    ['I', 'Ì', 'Ỉ', 'Ĩ', 'Í', 'Ị'],
    ['O', 'Ò', 'Ỏ', 'Õ', 'Ó', 'Ọ'],
    ['Ô', 'Ồ', 'Ổ', 'Ỗ', 'Ố', 'Ộ'],
    ['Ơ', 'Ờ', 'Ở', 'Ỡ', 'Ớ', 'Ợ'],
    ['U', 'Ù', 'Ủ', 'Ũ', 'Ú', 'Ụ'],
    ['Ư', 'Ừ', 'Ử', 'Ữ', 'Ứ', 'Ự'],
    ['Y', 'Ỳ', 'Ỷ', 'Ỹ', 'Ý', 'Ỵ'],
];

/// What the vowels of each row of [`VOWELS`] fold to.
const BARE: [u8; 12] = *b"aaaeeiooouuy";

/// The first letters of the two stretches of Unicode that Vietnamese letters with marks lie in,
/// and how long these are: Latin-1 to Latin Extended-B, and Latin Extended Additional.
const NEAR: (usize, usize) = (0xC0, 0x1B1 - 0xC0);
const FAR: (usize, usize) = (0x1EA0, 0x1EFA - 0x1EA0);

/// A letter of the tables: its place in [`VOWELS`], or [`DE`].
type LetterIndex = u8;
const NONE: LetterIndex = u8::MAX;
/// The entry of đ and what stands for it.
const DE: LetterIndex = 12 * 6;

static NEAR_LETTERS: [LetterIndex; NEAR.1] = table::<{ NEAR.1 }>(NEAR.0);
static FAR_LETTERS: [LetterIndex; FAR.1] = table::<{ FAR.1 }>(FAR.0);

const fn table<const N: usize>(first: usize) -> [LetterIndex; N] {
    let mut out = [NONE; N];
    let mut row = 0;
    while row < 12 {
        let mut tone = 0;
        while tone < 6 {
            let entry = (row * 6 + tone) as LetterIndex;
            let both = [VOWELS[row][tone] as usize, CAPITALS[row][tone] as usize];
            let mut which = 0;
            while which < 2 {
                if both[which] >= first && both[which] < first + N {
                    out[both[which] - first] = entry;
                }
                which += 1;
            }
            tone += 1;
        }
        row += 1;
    }
    // đ, Đ, and ð, Ð and Ɖ, which old pages use in their place.
    let de = [0x111, 0x110, 0xF0, 0xD0, 0x189];
    let mut which = 0;
    while which < de.len() {
        if de[which] >= first && de[which] < first + N {
            out[de[which] - first] = DE;
        }
        which += 1;
    }
    out
}

fn entry(c: char) -> LetterIndex {
    let at = c as usize;
    if let Some(&entry) = NEAR_LETTERS.get(at.wrapping_sub(NEAR.0)) {
        return entry;
    }
    match FAR_LETTERS.get(at.wrapping_sub(FAR.0)) {
        Some(&entry) => entry,
        // The small letter of Ɖ.
        None if at == 0x256 => DE,
        None => NONE,
    }
}

/// Tells whether a character is a letter or a figure. It does what `char::is_alphanumeric` does, without
/// searching the tables of Unicode for the letters that Vietnamese is written with.
pub fn is_word(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphanumeric()
    } else {
        is_latin(c).unwrap_or_else(|| c.is_alphanumeric())
    }
}

/// Tells whether a character is a letter, as `char::is_alphabetic` does, and as fast as [`is_word`].
pub fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphabetic()
    } else {
        is_latin(c).unwrap_or_else(|| c.is_alphabetic())
    }
}

/// Finds the next run of letters and figures in a text, from a byte on.
pub fn next_word(text: &str, from: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let mut start = from;
    while !word_byte(text, start)? {
        start += width(bytes[start]);
    }
    let mut end = start;
    while word_byte(text, end) == Some(true) {
        end += width(bytes[end]);
    }
    Some(start..end)
}

/// Tells whether the character that begins at a byte is a letter or a figure; nothing at the end.
fn word_byte(text: &str, at: usize) -> Option<bool> {
    let bytes = text.as_bytes();
    Some(match *bytes.get(at)? {
        first @ 0..0x80 => first.is_ascii_alphanumeric(),
        // Latin-1 and Latin Extended-A and -B, but for "×" and "÷".
        0xC3 => !matches!(bytes.get(at + 1), Some(0x97 | 0xB7)),
        0xC4..=0xC8 => true,
        // Latin Extended Additional.
        0xE1 if matches!(bytes.get(at + 1), Some(0xB8..=0xBB)) => true,
        _ => is_word(text[at..].chars().next()?),
    })
}

/// Returns how many bytes the character has that begins with a byte.
fn width(first: u8) -> usize {
    match first {
        0..0xC0 => 1,
        0xC0..0xE0 => 2,
        0xE0..0xF0 => 3,
        _ => 4,
    }
}

/// Tells whether a character beyond ASCII is a letter, if it is one of Latin or a sign between words.
fn is_latin(c: char) -> Option<bool> {
    match c {
        '\u{C0}'..='\u{24F}' => Some(c != '×' && c != '÷'),
        '\u{1E00}'..='\u{1EFF}' => Some(true),
        '\u{2000}'..='\u{206F}' => Some(false),
        _ => None,
    }
}

/// Tells whether a character is one of the letters that [`toneless`] knows by its tables.
pub(super) fn is_marked_letter(c: char) -> bool {
    entry(c) != NONE
}

/// Returns the plain letter, small, that a Vietnamese letter with a mark of any kind folds to.
pub(super) fn bare(c: char) -> Option<u8> {
    match entry(c) {
        NONE => None,
        DE => Some(b'd'),
        entry => Some(BARE[usize::from(entry / 6)]),
    }
}

/// Takes the tone off a letter: gives the letter with its shape, small, and the tone. Every
/// character that is no Vietnamese letter with a mark comes back as its own small letter.
pub fn toneless(c: char) -> (char, Tone) {
    let (letter, tone, _) = apart(c);
    (letter, tone)
}

/// Does the same, and gives the small letter with its tone as well.
pub(super) fn apart(c: char) -> (char, Tone, char) {
    let plain = |letter: char| (letter, Tone::Level, letter);
    if c.is_ascii() {
        return plain(c.to_ascii_lowercase());
    }
    match entry(c) {
        DE => plain('đ'),
        NONE => plain(c.to_lowercase().next().unwrap_or(c)),
        entry => {
            let (row, tone) = (&VOWELS[usize::from(entry / 6)], usize::from(entry % 6));
            (row[0], Tone::ALL[tone], row[tone])
        }
    }
}

/// Puts a tone on a vowel without one; anything else comes back as it is.
pub fn with_tone(letter: char, tone: Tone) -> char {
    let row = VOWELS.iter().find(|row| row[0] == letter);
    row.map_or(letter, |row| row[tone as usize])
}

/// Tells whether a letter, small and without its tone, is a vowel.
pub fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'ă' | 'â' | 'e' | 'ê' | 'i' | 'o' | 'ô' | 'ơ' | 'u' | 'ư' | 'y')
}

//! The Vietnamese letters: a vowel, what shape it has (a ă â …), and its tone.
//!
//! Knows single letters only; what a syllable is made of is in [`syllable`](super::syllable).

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
    if c.is_ascii() {
        return (c.to_ascii_lowercase(), Tone::Level);
    }
    match entry(c) {
        DE => ('đ', Tone::Level),
        NONE => (c.to_lowercase().next().unwrap_or(c), Tone::Level),
        entry => (VOWELS[usize::from(entry / 6)][0], Tone::ALL[usize::from(entry % 6)]),
    }
}

/// Puts a tone on a vowel without one; anything else comes back as it is.
pub fn with_tone(letter: char, tone: Tone) -> char {
    let row = VOWELS.iter().find(|row| row[0] == letter);
    row.map_or(letter, |row| row[tone as usize])
}

/// Tells whether a letter, small and without its tone, is a vowel.
pub fn is_vowel(letter: char) -> bool {
    VOWELS.iter().any(|row| row[0] == letter)
}

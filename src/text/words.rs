//! The words of a text, to be compared with those of another: case, punctuation, blanks and the
//! place of a tone mark do not count, every other mark does.
//!
//! A word is a run of letters and digits. Each has a key; two words of the same key are the same
//! word, however it is typed: "hoà" and "hòa", "ĐẢNG" and "Đảng". Keys are 32-bit hashes: of two
//! words that differ one pair in four thousand million is taken for the same.

use super::spread::spread;
use std::borrow::Cow;
use unicode_normalization::char::is_combining_mark;

/// The letters that bear a tone, and each with it: huyền, hỏi, ngã, sắc, nặng.
const TONED: [(char, [char; 5]); 12] = [
    ('a', ['à', 'ả', 'ã', 'á', 'ạ']),
    ('ă', ['ằ', 'ẳ', 'ẵ', 'ắ', 'ặ']),
    ('â', ['ầ', 'ẩ', 'ẫ', 'ấ', 'ậ']),
    ('e', ['è', 'ẻ', 'ẽ', 'é', 'ẹ']),
    ('ê', ['ề', 'ể', 'ễ', 'ế', 'ệ']),
    ('i', ['ì', 'ỉ', 'ĩ', 'í', 'ị']),
    ('o', ['ò', 'ỏ', 'õ', 'ó', 'ọ']),
    ('ô', ['ồ', 'ổ', 'ỗ', 'ố', 'ộ']),
    ('ơ', ['ờ', 'ở', 'ỡ', 'ớ', 'ợ']),
    ('u', ['ù', 'ủ', 'ũ', 'ú', 'ụ']),
    ('ư', ['ừ', 'ử', 'ữ', 'ứ', 'ự']),
    ('y', ['ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ']),
];
/// U+00E0 to U+01B0, and U+1EA0 to U+1EFF: where the Vietnamese letters are.
const LOW: u32 = 0xE0;
const LOW_END: u32 = 0x1B1;
const HIGH: u32 = 0x1EA0;
const HIGH_END: u32 = 0x1F00;
/// The letter without its tone and the tone, 1 to 5, by code point; 0 where there is none.
const TABLE: [(char, u8); (LOW_END - LOW + HIGH_END - HIGH) as usize] = {
    let mut table = [('\0', 0); (LOW_END - LOW + HIGH_END - HIGH) as usize];
    let mut row = 0;
    while row < TONED.len() {
        let (letter, toned) = TONED[row];
        let mut tone = 0;
        while tone < toned.len() {
            let code = toned[tone] as u32;
            let at = if code >= HIGH { code - HIGH + LOW_END - LOW } else { code - LOW };
            table[at as usize] = (letter, tone as u8 + 1);
            tone += 1;
        }
        row += 1;
    }
    table
};

/// The words of a text, in its order.
#[derive(Clone, Debug)]
pub struct Words<'a> {
    text: &'a str,
    starts: Cow<'a, [u32]>,
    keys: Cow<'a, [u32]>,
}

/// Where the words of a text begin, and their keys, without the text.
#[derive(Clone, Debug)]
pub struct WordIndex {
    starts: Vec<u32>,
    keys: Vec<u32>,
}

impl WordIndex {
    /// Returns the words of the text that the index was made of.
    pub fn words<'a>(&'a self, text: &'a str) -> Words<'a> {
        Words { text, starts: Cow::Borrowed(&self.starts), keys: Cow::Borrowed(&self.keys) }
    }
}

impl<'a> Words<'a> {
    /// Finds the words of a text of at most 4 GiB; what is beyond is passed over.
    pub fn of(text: &'a str) -> Self {
        // Syllables of Vietnamese take five to six bytes with the blank behind them.
        let room = text.len() / 5;
        let mut words =
            WordIndex { starts: Vec::with_capacity(room), keys: Vec::with_capacity(room) };
        let mut key: Option<WordKey> = None;
        for (at, c) in text.char_indices() {
            if !is_of_word(c) {
                words.keys.extend(key.take().map(WordKey::end));
                continue;
            }
            if key.is_none() {
                let Ok(start) = u32::try_from(at) else { break };
                words.starts.push(start);
            }
            key.get_or_insert_default().push(c);
        }
        words.keys.extend(key.map(WordKey::end));
        Words { text, starts: Cow::Owned(words.starts), keys: Cow::Owned(words.keys) }
    }

    /// Keeps where the words are without the text.
    pub fn into_index(self) -> WordIndex {
        WordIndex { starts: self.starts.into_owned(), keys: self.keys.into_owned() }
    }

    /// Tells whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Returns how many there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Returns the keys.
    pub fn keys(&self) -> &[u32] {
        &self.keys
    }

    /// Returns where a word begins, in bytes; the end of the text for one that is not there.
    pub fn start(&self, index: usize) -> usize {
        self.starts.get(index).map_or(self.text.len(), |&start| start as usize)
    }

    /// Returns where a word ends, in bytes.
    pub fn end(&self, index: usize) -> usize {
        self.start(index) + self.word(index).len()
    }

    /// Returns a word as it is written; nothing for one that is not there.
    pub fn word(&self, index: usize) -> &'a str {
        let from = &self.text[self.start(index)..];
        &from[..from.find(|c| !is_of_word(c)).unwrap_or(from.len())]
    }

    /// Returns the first word that begins at a byte or behind it.
    pub fn from(&self, byte: usize) -> usize {
        self.starts.partition_point(|&start| (start as usize) < byte)
    }
}

/// Tells whether a character is part of a word.
pub fn is_of_word(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphanumeric()
    } else {
        c.is_alphanumeric() || is_combining_mark(c)
    }
}

/// The key of a word that is being read.
#[derive(Clone, Copy, Default)]
struct WordKey {
    letters: u32,
    tones: u32,
}

impl WordKey {
    fn push(&mut self, c: char) {
        // A ligature counts as its letters, a letter of full width as that letter.
        spread(c).for_each(|c| self.spell(c));
    }

    fn spell(&mut self, c: char) {
        let (letter, tone) = spelt(c);
        self.letters = (self.letters.rotate_left(5) ^ letter as u32).wrapping_mul(0x9E37_79B1);
        // A tone counts, and not on which letter it is.
        if tone > 0 {
            self.tones = self.tones.wrapping_mul(8).wrapping_add(u32::from(tone));
        }
    }

    fn end(self) -> u32 {
        let mixed = self.letters ^ self.tones.wrapping_mul(0x85EB_CA6B);
        (mixed ^ (mixed >> 15)).wrapping_mul(0xC2B2_AE35)
    }
}

/// Returns a letter in lower case without its tone, and the tone.
fn spelt(c: char) -> (char, u8) {
    if c.is_ascii() {
        return (c.to_ascii_lowercase(), 0);
    }
    let lower = match c {
        'ß'..='ö' | 'ø'..='ÿ' | 'ă' | 'đ' | 'ĩ' | 'ũ' | 'ơ' | 'ư' => c,
        '\u{1EA0}'..='\u{1EFF}' => char::from_u32(c as u32 | 1).unwrap_or(c),
        _ => c.to_lowercase().next().unwrap_or(c),
    };
    let code = lower as u32;
    let at = match code {
        LOW..LOW_END => code - LOW,
        HIGH..HIGH_END => code - HIGH + LOW_END - LOW,
        _ => return (if lower == 'ɖ' { 'đ' } else { lower }, 0),
    };
    match TABLE[at as usize] {
        (_, 0) if lower == 'ð' => ('đ', 0),
        (_, 0) => (lower, 0),
        (letter, tone) => (letter, tone),
    }
}

#[cfg(test)]
mod tests {
    //! Which spellings are one word.
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    fn keys(text: &str) -> Vec<u32> {
        Words::of(text).keys().to_vec()
    }

    #[test]
    fn spellings_of_one_word_have_one_key() {
        for (one, other) in [
            ("hoà", "hòa"),
            ("uỷ", "ủy"),
            ("thuý", "thúy"),
            ("khoẻ", "khỏe"),
            ("ĐẢNG", "đảng"),
            ("ÐẢNG", "Đảng"),
            ("Việt", "VIỆT"),
            ("“Đúng”, đủ; kịp thời.", "\"đúng\" - đủ kịp thời"),
            ("một\n\nhai", "Một  hai"),
            ("ﬁle ﬂa ﬀ ﬃ", "file Fla ff FFI"),
            ("ＵＢＮＤ xã ２０２４", "UBND xã 2024"),
            ("100 m² ①", "100 m2 1"),
        ] {
            assert_eq!(keys(one), keys(other), "{one} {other}");
        }
    }

    #[test]
    fn other_words_have_other_keys() {
        let words = "dương đương đường duong hoa hoà hoá hoả hoã hoạ uy ủy úy ma mà má mả mã mạ mắ \
                     mằ mặ 2023 2024 a b ab ba";
        let all = keys(words);
        let mut distinct = all.clone();
        distinct.sort_unstable();
        distinct.dedup();
        assert_eq!(all.len(), distinct.len());
    }

    #[test]
    fn a_word_may_be_of_any_length() {
        let long = "ữ".repeat(1000);
        assert_eq!(keys(&long), keys(&long.to_uppercase()));
        assert_ne!(keys(&long), keys(&format!("{long}ứ")));
    }

    #[test]
    fn words_lead_back_to_the_text() {
        let text = "— Thứ nhất, “hoà bình” (2024).";
        let words = Words::of(text);
        let all: Vec<&str> = (0..words.len()).map(|at| words.word(at)).collect();
        assert_eq!(all, ["Thứ", "nhất", "hoà", "bình", "2024"]);
        assert_eq!(&text[words.start(2)..words.end(3)], "hoà bình");
        assert_eq!(words.from(words.start(2)), 2);
        assert_eq!(words.from(words.start(2) + 1), 3);
        assert_eq!((words.start(5), words.word(5)), (text.len(), ""));
        assert!(Words::of("— … ").is_empty());
    }

    #[test]
    fn every_vietnamese_letter_leads_to_its_tone() {
        for (letter, toned) in TONED {
            for (at, c) in toned.into_iter().enumerate() {
                let expected = (letter, at as u8 + 1);
                assert_eq!(spelt(c), expected, "{c}");
                let upper = c.to_uppercase().next().expect("a letter");
                assert_eq!(spelt(upper), expected, "{upper}");
                let apart: Vec<char> = c.to_string().nfd().collect();
                assert!(apart.len() > 1);
            }
        }
    }
}

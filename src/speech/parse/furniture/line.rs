//! A block of a text seen as a line of a page: its words without signs, and its shape.

use crate::speech::Block;
use crate::speech::parse::lexicon::Lexicon;
use crate::text::{is_letter, is_word, lowercase};

/// The most bytes of a line whose words are compared.
const COMPARED: usize = 600;

/// A line, its words in the form of the lexicon beside it.
#[derive(Debug)]
pub(in crate::speech::parse) struct FoldedLine<'a> {
    /// Without emphasis, headings, quotes, table bars and blanks around it.
    pub bare: &'a str,
    /// The words of `bare`, or of the beginning of a long one.
    pub words: String,
}

impl<'a> FoldedLine<'a> {
    /// Looks at the text of a block.
    pub fn new(raw: &'a str) -> Self {
        let bare = bare(raw);
        FoldedLine { bare, words: words(&bare[..bare.floor_char_boundary(COMPARED)]) }
    }

    /// Returns the words without the sign at their end.
    pub fn unsigned(&self) -> &str {
        self.words.trim_end_matches([':', '.', '!', ',', ';', '…', ' '])
    }
}

/// Tells whether there is no letter and no figure in a text.
pub(super) fn is_wordless(text: &str) -> bool {
    !text.chars().any(is_word)
}

/// Returns a line without what surrounds its words.
pub(super) fn bare(raw: &str) -> &str {
    let ornament = |c: char| matches!(c, '*' | '_' | '|' | '`' | '~' | '\\') || c.is_whitespace();
    let start = raw.trim_start_matches(|c: char| ornament(c) || matches!(c, '#' | '>' | '“' | '"'));
    start.trim_end_matches(|c: char| ornament(c) || matches!(c, '”' | '"'))
}

/// Where in a line a letter stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LetterPlace {
    /// At the start of a further line.
    Start,
    Within,
}

/// Returns words as the lexicon writes them: in lower case, with single blanks, without emphasis
/// and escapes, one sign for all dashes, and tones as the newer spelling sets them. The signs before further lines
/// of what is quoted are no words.
pub(in crate::speech::parse) fn words(text: &str) -> String {
    let lower = lowercase(text);
    let mut out = String::with_capacity(lower.len());
    let mut chars = lower.chars().peekable();
    let mut before = ' ';
    let mut line = LetterPlace::Within;
    while let Some(c) = chars.next() {
        line = match c {
            '\n' => LetterPlace::Start,
            '>' | ' ' => line,
            _ => LetterPlace::Within,
        };
        let c = match c {
            'a'..='z' => {
                out.push(c);
                before = c;
                continue;
            }
            '>' if line == LetterPlace::Start => continue,
            '*' | '\\' | '`' => continue,
            '_' if chars.peek() == Some(&'_') => continue,
            '–' | '—' | '−' | '‑' => '-',
            c if c.is_whitespace() => ' ',
            c => c,
        };
        if c == ' ' && (before == ' ' || out.is_empty()) {
            continue;
        }
        let glide = matches!(before, 'o' | 'u') && !c.is_ascii();
        let closes = glide && !chars.peek().is_some_and(|next| is_letter(*next));
        match closes.then(|| toned(c)).flatten() {
            Some((plain, tone)) => push_toned(&mut out, plain, tone, c),
            None => out.push(c),
        }
        before = c;
    }
    out.truncate(out.trim_end().len());
    out
}

/// Adds a vowel with a tone, which the newer spelling puts on the vowel before it: "hoà" is
/// "hòa", but "quý" is "quý".
fn push_toned(out: &mut String, plain: char, tone: usize, own: char) {
    let glide = out.pop().expect("the glide was just written");
    if out.ends_with('q') || (glide == 'u') != (plain == 'y') {
        out.push(glide);
        out.push(own);
    } else {
        out.push(with_tone(glide, tone));
        out.push(plain);
    }
}

/// Takes a vowel of the older spelling apart: "oà" is "òa", "uỷ" is "ủy".
fn toned(c: char) -> Option<(char, usize)> {
    const TONED: [(char, [char; 5]); 3] = [
        ('a', ['à', 'á', 'ả', 'ã', 'ạ']),
        ('e', ['è', 'é', 'ẻ', 'ẽ', 'ẹ']),
        ('y', ['ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ']),
    ];
    TONED.iter().find_map(|(plain, tones)| {
        tones.iter().position(|&toned| toned == c).map(|tone| (*plain, tone))
    })
}

fn with_tone(glide: char, tone: usize) -> char {
    match glide {
        'o' => ['ò', 'ó', 'ỏ', 'õ', 'ọ'][tone],
        _ => ['ù', 'ú', 'ủ', 'ũ', 'ụ'][tone],
    }
}

/// Tells whether a block begins on the line right under the one that the block above ends on.
pub(in crate::speech::parse) fn adjacent(text: &str, above: &Block, below: &Block) -> bool {
    let between = &text[above.range.end.get()..below.range.start.get()];
    between.bytes().filter(|&byte| byte == b'\n').count() <= 1
}

/// Tells whether a line begins with the sign of a bullet.
pub(super) fn is_bullet(raw: &str) -> bool {
    let raw = raw.trim_start_matches(['\\', ' ']);
    raw.starts_with(['-', '+', '•', '–']) || raw.starts_with("* ") || raw.starts_with("*\u{a0}")
}

/// Tells whether all letters are capitals, and there are at least two.
pub(in crate::speech::parse) fn is_capitals(text: &str) -> bool {
    let mut letters = 0;
    for c in text.chars() {
        if c.is_lowercase() {
            return false;
        }
        letters += usize::from(is_letter(c));
    }
    letters >= 2
}

/// Tells whether a text ends as a sentence does.
pub(super) fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['”', '"', ')', '*', '_', ' ', '\'', '’', '|']);
    text.ends_with(['.', '!', '?', ':', ';', '…'])
}

/// Tells whether a sentence ends within a text: at a full stop and a blank, unless the stop is
/// that of an initial or a degree ("J. ", "TS. ").
pub(super) fn holds_stop(text: &str, lexicon: &Lexicon) -> bool {
    text.match_indices(". ").any(|(at, _)| {
        let word = text[..at].rsplit([' ', '.', '(']).next().unwrap_or_default();
        if lexicon.furniture.speaker.abbreviations.holds(&lowercase(word)) {
            return false;
        }
        word.chars().count() > 2 && !is_capitals(word) || word.chars().any(|c| c.is_ascii_digit())
    })
}

/// Tells whether a line can be the name of a person: two to six words, each with a capital,
/// perhaps after a degree ("TS. ", "PGS, TS ").
pub(in crate::speech::parse) fn is_name(text: &str) -> bool {
    let text = text.trim_end_matches(['.', '/', ' ', '*', '_', '|']);
    let count = text.split([' ', '\n']).filter(|word| !word.is_empty()).count();
    (2..=6).contains(&count)
        && text.len() <= 60
        && text.split([' ', '\n']).filter(|word| !word.is_empty()).all(|word| {
            let mut chars = word.trim_end_matches('.').chars();
            chars.next().is_some_and(char::is_uppercase)
                && chars.all(|c| is_letter(c) || c == '.' || c == '\'')
        })
}

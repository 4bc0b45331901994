//! What is seen of one line: how long it is, and how it begins and ends.

use super::measure::{Measure, first_word};
use crate::speech::parse::furniture::is_row_of_names;
use crate::text::markup::unquoted;
use crate::text::{is_letter, is_word};

/// A line that is not blank.
#[derive(Clone, Copy, Debug)]
pub(super) struct SourceLine {
    /// Where its words start and end in the text, in bytes.
    pub start: usize,
    pub end: usize,
    /// Its 1-based number in the text.
    pub number: u32,
    /// How long it is, with the blanks in front; in characters or in what the wrap counted.
    pub width: u32,
    /// How long its first word is, in the same.
    pub word: u16,
    /// How many characters it is indented, the signs of what is quoted counted.
    pub indent: u16,
    pub form: LineForm,
    pub opening: LineOpening,
    pub ending: LineEnding,
}

/// What a line is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineForm {
    /// Words of a sentence.
    Prose,
    /// Two words or more, all in capitals.
    Capitals,
    /// A heading of Markdown.
    Heading,
    /// A row of a table or a rule: it stands for itself.
    Apart,
}

/// What the words of a line begin with, behind emphasis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineOpening {
    Small,
    Capital,
    Digit,
    /// A sign that no sentence begins with: it goes on the line before.
    Stop,
    Other,
}

/// What a line ends with, before emphasis and closing quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineEnding {
    /// A full stop, an exclamation or a question mark.
    Sentence,
    Colon,
    Semicolon,
    Comma,
    Open,
}

impl SourceLine {
    /// Returns its words.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        unquoted(&text[self.start..self.end])
    }

    /// Tells whether no blank line stands between this line and `next`.
    pub fn touches(&self, next: &SourceLine) -> bool {
        self.number + 1 == next.number
    }

    /// Tells whether a sentence runs on from this line into `next` by the letters alone.
    pub fn runs_into(&self, next: &SourceLine) -> bool {
        matches!(self.ending, LineEnding::Open | LineEnding::Comma)
            && next.opening == LineOpening::Small
    }
}

/// Finds the lines of a text that are not blank. A line of what is quoted that has nothing but the sign of that
/// is blank.
pub(super) fn lines(text: &str) -> Vec<SourceLine> {
    let mut out = Vec::with_capacity(text.len() / 100 + 16);
    let mut start = 0;
    let mut number = 1;
    loop {
        // Runs of empty lines need no search.
        while text.as_bytes().get(start) == Some(&b'\n') {
            start += 1;
            number += 1;
        }
        let found = memchr::memchr(b'\n', &text.as_bytes()[start..]);
        let end = found.map_or(text.len(), |at| start + at);
        out.extend(line(text, start, end, number));
        if found.is_none() {
            return out;
        }
        start = end + 1;
        number += 1;
    }
}

fn line(text: &str, from: usize, to: usize, number: u32) -> Option<SourceLine> {
    let kept = text[from..to].trim_end();
    let signed = kept.trim_start();
    let words = unquoted(signed);
    let first = words.chars().next()?;
    let indent = &kept[..kept.len() - words.len()];
    let indent = Measure::Letter.of(indent);
    Some(SourceLine {
        start: from + kept.len() - signed.len(),
        end: from + kept.len(),
        number,
        width: (indent + Measure::Letter.of(words)) as u32,
        word: Measure::Letter.of(first_word(words)) as u16,
        indent: indent as u16,
        form: form(words, first),
        opening: opening(words),
        ending: ending(words),
    })
}

fn form(words: &str, first: char) -> LineForm {
    match first {
        '|' => return LineForm::Apart,
        '#' => return LineForm::Heading,
        _ if is_page_number(words) => return LineForm::Apart,
        _ if is_row_of_names(words) => return LineForm::Apart,
        _ => {}
    }
    // Most lines have a small letter among the first few.
    let mut letters = words.chars().filter(|c| is_letter(*c));
    if letters.any(char::is_lowercase) {
        return LineForm::Prose;
    }
    let long = |word: &&str| word.chars().filter(|c| is_letter(*c)).nth(1).is_some();
    if words.split_whitespace().filter(long).nth(1).is_some() {
        return LineForm::Capitals;
    }
    let rule = !is_word(first) && words.chars().nth(2).is_some() && !words.chars().any(is_word);
    if rule { LineForm::Apart } else { LineForm::Prose }
}

/// Tells whether a line is the number of a page between dashes: "- 3 -".
fn is_page_number(words: &str) -> bool {
    let inside =
        words.strip_prefix(['-', '–', '—']).and_then(|rest| rest.strip_suffix(['-', '–', '—']));
    let number = inside.map(str::trim).unwrap_or_default();
    (1..=4).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit())
}

fn opening(words: &str) -> LineOpening {
    let plain = |c: char| matches!(c, '*' | '_' | '~' | '\\');
    let rest = words.trim_start_matches(plain);
    match rest.chars().next() {
        Some(',' | ';' | ':' | '.' | ')' | '!' | '?' | '…' | '”' | '’' | '»') => {
            // "..." and ":----" begin no rest of a sentence.
            let second = rest.chars().nth(1);
            match second.is_none_or(|c| c.is_whitespace() || is_letter(c) || plain(c)) {
                true => LineOpening::Stop,
                false => LineOpening::Other,
            }
        }
        Some('(' | '[' | '“' | '‘' | '«') => {
            let inside = rest.chars().skip(1).find(|c| !plain(*c) && !matches!(c, '“' | '‘'));
            match inside {
                Some(c) if c.is_lowercase() => LineOpening::Small,
                _ => LineOpening::Other,
            }
        }
        Some(c) if c.is_ascii_digit() => LineOpening::Digit,
        Some(c) if c.is_lowercase() => LineOpening::Small,
        Some(c) if c.is_uppercase() => LineOpening::Capital,
        _ => LineOpening::Other,
    }
}

fn ending(words: &str) -> LineEnding {
    let closing = |c: char| {
        matches!(c, '*' | '_' | '~' | '"' | '”' | '’' | '»' | ')' | ']') || c.is_whitespace()
    };
    match words.trim_end_matches(closing).chars().next_back() {
        Some('.' | '!' | '?' | '…') => LineEnding::Sentence,
        Some(':') => LineEnding::Colon,
        Some(';') => LineEnding::Semicolon,
        Some(',') => LineEnding::Comma,
        _ => LineEnding::Open,
    }
}

impl Measure {
    /// Returns lines with their lengths in this measure.
    pub fn apply(self, text: &str, lines: &[SourceLine]) -> Vec<SourceLine> {
        let measured = |line: &SourceLine| {
            let words = line.of(text);
            let word = first_word(words);
            let width = u32::from(line.indent) + self.of(words) as u32;
            SourceLine { width, word: self.of(word) as u16, ..*line }
        };
        lines.iter().map(measured).collect()
    }
}

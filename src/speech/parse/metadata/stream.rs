//! The lines that tell of a speech as one stream of words, with what stands between them.
//!
//! Names, offices and days are read from it word by word; what a line is for is its [`Zone`].

use super::word_look::{FoundAt, WordLook};
use crate::speech::parse::furniture::words;
use crate::speech::parse::lexicon::{Phrases, Speaker};
use crate::speech::parse::phrase_table::key_of_first_word;
use crate::text::fold::fold;
use crate::text::{is_letter, is_word};

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Zone {
    /// The title.
    Title,
    /// Before the speech: head of a document, note under the title, lead of a page.
    Head,
    /// Menus and page data.
    Menu,
    /// A caption.
    Caption,
    /// A salutation.
    Greeting,
    /// The first paragraphs of the speech.
    Opening,
    /// The last paragraphs and the signature.
    Ending,
}

/// A paragraph, plain and on one line.
#[derive(Clone, Debug)]
pub(super) struct StreamLine {
    pub text: String,
    pub zone: Zone,
    /// Whether it stands right under the line before it.
    pub adjacent: bool,
    /// Whether it is a member of a list of the speech: "Một là, …", "- …".
    pub is_item: bool,
}

/// What stands between a word and the next one. Later ones part more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum TokenGap {
    Space,
    Quote,
    Comma,
    Dash,
    Colon,
    Paren,
    Semicolon,
    /// A full stop, a question mark, an exclamation mark.
    Stop,
    /// The end of a line that another one stands right under.
    Line,
    /// The end of a part.
    Break,
}

/// A word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// The line it is in, and where in it, in bytes.
    pub line: usize,
    pub start: usize,
    pub end: usize,
    /// Where its word in lower case begins and ends in [`WordStream::lower`].
    at: usize,
    until: usize,
    /// The key of the letters and figures that it begins with.
    key: u64,
    /// What follows it.
    pub gap: TokenGap,
    look: WordLook,
}

/// How Vietnamese is written in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MarkUse {
    /// With its marks, or another language.
    Full,
    /// Vietnamese typed without any marks.
    None,
    /// English.
    English,
}

/// The words of all lines.
#[derive(Debug)]
pub(super) struct WordStream<'l> {
    pub lines: &'l [StreamLine],
    pub tokens: Vec<Token>,
    /// The first word of each line, and the number of words.
    firsts: Vec<usize>,
    marks: MarkUse,
    words: &'l Speaker,
    /// What was found at each word before.
    pub found: Vec<FoundAt>,
    /// All words as the lexicon writes them, with a sign for each gap.
    lower: String,
}

impl<'l> WordStream<'l> {
    /// Cuts lines into words.
    pub fn new(lines: &'l [StreamLine], marks: MarkUse, words: &'l Speaker) -> Self {
        let (tokens, firsts, lower) = Default::default();
        let found = Vec::new();
        let mut stream = WordStream { lines, tokens, firsts, marks, words, found, lower };
        for index in 0..lines.len() {
            stream.firsts.push(stream.tokens.len());
            stream.cut(index);
        }
        stream.firsts.push(stream.tokens.len());
        stream.found = vec![FoundAt::default(); stream.tokens.len()];
        stream
    }

    /// Tells whether the text is English.
    pub fn is_english(&self) -> bool {
        self.marks == MarkUse::English
    }

    /// Tells whether the text is Vietnamese without marks.
    pub fn is_unmarked(&self) -> bool {
        self.marks == MarkUse::None
    }

    fn cut(&mut self, line: usize) {
        let text = &self.lines[line].text;
        let ends = match self.lines.get(line + 1) {
            Some(next) if next.adjacent && next.zone == self.lines[line].zone => TokenGap::Line,
            _ => TokenGap::Break,
        };
        let mut start = word_start(text, 0);
        while start < text.len() {
            let end = word_end(text, start);
            let next = word_start(text, end);
            let word = words(&text[start..end]);
            let word = if self.marks == MarkUse::None { fold(&word) } else { word };
            let gap = match next >= text.len() {
                true => ends,
                false => gap_of(&text[end..next], &word, &text[..start], self.words),
            };
            let at = self.lower.len();
            let until = at + word.trim_end_matches(|c: char| !is_word(c)).len();
            let (key, look) = (key_of_first_word(&word), WordLook::of(&text[start..end]));
            self.lower.push_str(&word);
            self.lower.push_str(match gap {
                TokenGap::Space => " ",
                TokenGap::Quote => "\"",
                TokenGap::Comma => ", ",
                TokenGap::Dash => " - ",
                TokenGap::Colon => ": ",
                TokenGap::Paren => " (",
                TokenGap::Semicolon => "; ",
                TokenGap::Stop => ". ",
                TokenGap::Line | TokenGap::Break => "\n",
            });
            self.tokens.push(Token { line, start, end, at, until, key, gap, look });
            start = next;
        }
    }

    /// Returns how many words there are.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Returns a word as it is written.
    pub fn text(&self, at: usize) -> &'l str {
        let token = self.tokens[at];
        &self.lines[token.line].text[token.start..token.end]
    }

    /// Returns a word in lower case.
    pub fn word(&self, at: usize) -> &str {
        let token = &self.tokens[at];
        &self.lower[token.at..token.until]
    }

    /// Tells whether a word is one of `phrases`.
    pub fn holds(&self, at: usize, phrases: &Phrases) -> bool {
        phrases.holds_at(self.word(at), self.tokens[at].key)
    }

    /// Returns the gap behind a word.
    pub fn gap(&self, at: usize) -> TokenGap {
        self.tokens[at].gap
    }

    /// Returns the gap before a word.
    pub fn gap_before(&self, at: usize) -> TokenGap {
        at.checked_sub(1).map_or(TokenGap::Break, |before| self.gap(before))
    }

    /// Tells whether a line ends behind a word that may be broken within a sentence.
    pub fn is_broken(&self, at: usize) -> bool {
        let token = self.tokens[at];
        let rest = &self.lines[token.line].text[token.end..];
        self.gap(at) == TokenGap::Line && !rest.contains(['.', ':', ';', '!', '?'])
    }

    /// Tells whether a line of the speech is a member of a list.
    pub fn is_item(&self, line: usize) -> bool {
        self.lines[line].is_item
    }

    /// Returns the zone of a word.
    pub fn zone(&self, at: usize) -> Zone {
        self.lines[self.tokens[at].line].zone
    }

    /// Returns the words of a line.
    pub fn of_line(&self, line: usize) -> std::ops::Range<usize> {
        self.firsts[line]..self.firsts[line + 1]
    }

    /// Returns words as they are written; lines are put together with a blank.
    pub fn said(&self, range: std::ops::Range<usize>) -> String {
        self.listed(range, |_| false)
    }

    /// Returns words as they are written; a comma is put before a line with whose first word another member
    /// of a list begins.
    pub fn listed(&self, range: std::ops::Range<usize>, begins: impl Fn(usize) -> bool) -> String {
        let mut out = String::new();
        let (mut line, mut start) = match self.tokens.get(range.start) {
            Some(token) if !range.is_empty() => (token.line, token.start),
            _ => return out,
        };
        for at in range.clone() {
            let token = self.tokens[at];
            if token.line != line {
                let ended = self.lines[line].text[start..].trim();
                out.push_str(ended);
                let parted = !begins(at) || ended.ends_with([',', '-', ';']);
                out.push_str(if parted { " " } else { ", " });
                (line, start) = (token.line, token.start);
            }
            if at + 1 == range.end {
                out.push_str(&self.lines[line].text[start..token.end]);
            }
        }
        out
    }

    /// Returns words as they are written, in lower case and with one sign for each gap.
    pub fn lower(&self, range: std::ops::Range<usize>) -> &str {
        if range.is_empty() {
            return "";
        }
        &self.lower[self.tokens[range.start].at..self.tokens[range.end - 1].until]
    }

    /// Returns how many words the longest of `phrases` has that begins at a word.
    pub fn phrase(&self, at: usize, phrases: &Phrases) -> Option<usize> {
        let &Token { at: from, key, .. } = self.tokens.get(at)?;
        let end = from + phrases.longest(&self.lower[from..], key)?;
        Some(self.tokens[at..].iter().take_while(|token| token.at < end).count())
    }

    /// Returns how many words the longest of `phrases` has that ends before a word, in one go with it.
    pub fn phrase_before(&self, at: usize, phrases: &Phrases) -> Option<usize> {
        let most = 6.min(at);
        (1..=most)
            .rev()
            .find(|&count| self.phrase(at - count, phrases) == Some(count))
            .filter(|_| self.gap_before(at) == TokenGap::Space)
    }

    /// Returns the first word of the sentence that a word is in.
    pub fn sentence_start(&self, at: usize) -> usize {
        let mut start = at;
        while start > 0 && !self.ends_sentence(start - 1) && at - start < SENTENCE {
            start -= 1;
        }
        start
    }

    /// Returns the word after the last one of the sentence that a word is in.
    pub fn sentence_end(&self, at: usize) -> usize {
        let mut end = at;
        while end < self.len() && end - at < SENTENCE {
            if self.ends_sentence(end) {
                return end + 1;
            }
            end += 1;
        }
        end
    }

    /// Tells whether a sentence ends behind a word. The lines of a title are one.
    fn ends_sentence(&self, at: usize) -> bool {
        match self.gap(at) {
            TokenGap::Line => self.zone(at) != Zone::Title,
            gap => gap >= TokenGap::Stop,
        }
    }

    /// Tells whether a label begins at a word: "Địa điểm:", "Người phát biểu:".
    pub fn is_label(&self, at: usize) -> bool {
        let few = at..(at + 3).min(self.len());
        let colon = few.into_iter().find(|&word| self.gap(word) != TokenGap::Space);
        self.is_capital(at)
            && !self.is_loud(at)
            && colon.is_some_and(|word| self.gap(word) == TokenGap::Colon)
    }

    /// Tells whether a word begins with a capital.
    pub fn is_capital(&self, at: usize) -> bool {
        self.tokens[at].look.capital
    }

    /// Tells whether a word is in capitals: two letters at least.
    pub fn is_loud(&self, at: usize) -> bool {
        self.tokens[at].look.loud
    }

    /// Tells whether a word can be one of a name: a capital, then letters.
    pub fn is_part(&self, at: usize) -> bool {
        self.tokens[at].look.named
    }
}

/// The most words of a sentence to one side that are looked at.
const SENTENCE: usize = 60;

fn word_start(text: &str, from: usize) -> usize {
    text[from..].find(is_word).map_or(text.len(), |at| from + at)
}

/// Returns where a word ends. Signs between figures and strokes or hyphens between letters belong to it.
fn word_end(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut chars = text[start..].char_indices().peekable();
    let mut before = ' ';
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, next)| *next);
        let inner = match c {
            '/' | '-' | '‑' | '&' => is_word(before) && is_word(next),
            '.' | ',' => before.is_ascii_digit() && next.is_ascii_digit(),
            '\'' | '’' => is_letter(before) && is_letter(next),
            _ => false,
        };
        // "thêmPhó": a link was glued to the next word.
        let glued = before.is_lowercase() && !before.is_ascii_digit() && c.is_uppercase();
        if !is_word(c) && !inner || glued && next.is_lowercase() && at >= 3 {
            break;
        }
        end = start + at + c.len_utf8();
        before = c;
    }
    end
}

/// Tells what stands between two words.
fn gap_of(between: &str, word: &str, before: &str, words: &Speaker) -> TokenGap {
    let mut gap = TokenGap::Space;
    for (at, c) in between.char_indices() {
        let own = match c {
            ',' => TokenGap::Comma,
            '-' | '–' | '—' | '−' | '>' | '›' | '+' | '•' | '/' => TokenGap::Dash,
            '|' => TokenGap::Break,
            ':' => TokenGap::Colon,
            '(' | ')' | '[' | ']' => TokenGap::Paren,
            ';' => TokenGap::Semicolon,
            '“' | '”' | '"' | '«' | '»' => TokenGap::Quote,
            '.' | '…' if at == 0 && is_abbreviated(word, before, between, words) => {
                TokenGap::Space
            }
            '.' | '?' | '!' | '…' => TokenGap::Stop,
            _ => TokenGap::Space,
        };
        gap = gap.max(own);
    }
    gap
}

/// Tells whether a full stop behind a word is that of an initial, a degree or a title.
fn is_abbreviated(word: &str, before: &str, between: &str, lexicon: &Speaker) -> bool {
    let spaced = between.len() > 1;
    let letter = word.chars().count() == 1 && word.chars().all(is_letter);
    let before = before.trim_end().rsplit(' ').next().unwrap_or_default();
    // "quý I. Sau đó …"
    let number = || lexicon.numbered.holds(&words(before));
    !spaced || lexicon.abbreviations.holds(word) || letter && !before.is_empty() && !number()
}

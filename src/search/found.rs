//! What a search of the library gives: speeches, the best first, each with its hits.
//!
//! Plain data, made of a speech and its hits; who finds the speeches is not known here.

use super::{Hit, How, WordOrder};
use crate::speech::{CatalogEntry, Date, ItemAddress, Origin, Role, Speech, SpeechId};
use crate::text::width::{ELLIPSIS, width};
use crate::text::{TextPos, TextRange, flowing, printable};
use std::ops::Range;

/// A speech that something was found in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundSpeech {
    /// Its name.
    pub id: SpeechId,
    /// Its title.
    pub title: String,
    /// Who spoke.
    pub speaker: Option<String>,
    /// The day it was given.
    pub date: Option<Date>,
    /// Where it was read from.
    pub origin: Origin,
    /// The fingerprint of the text that was searched.
    pub fingerprint: String,
    /// Whether the words stand in a row, or only all of them in one passage.
    pub order: WordOrder,
    /// The hits, in the order of the text.
    pub hits: Vec<FoundHit>,
}

/// A hit and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundHit {
    /// From the first letter of the first word to the last of the last.
    pub range: TextRange,
    /// The stretches that match, in order.
    pub parts: Vec<TextRange>,
    /// How the words matched.
    pub how: How,
    /// The 1-based line.
    pub line: u32,
    /// The innermost item.
    pub address: Option<ItemAddress>,
    /// That item's role.
    pub role: Option<Role>,
    /// The hit with the words around it; empty but for the first few hits of a speech.
    pub snippet: Snippet,
    /// The same with the whole paragraph, if it is not very long.
    pub paragraph: Snippet,
}

/// Whether the words around a hit are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum HitWords {
    Shown,
    None,
}

/// A hit with the words around it, on one line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    /// The words.
    pub text: String,
    /// Which bytes of them match.
    pub marks: Vec<Range<usize>>,
}

/// How much of the library an answer speaks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// How many speeches were looked into, by the index or one by one.
    pub searched: usize,
    /// How many there are.
    pub total: usize,
    /// Whether more speeches than those given have hits, or may have.
    pub more: bool,
}

/// Of how many hits of a speech the words around them are given.
const SHOWN: usize = 8;
/// How much is shown before a hit, and behind its first word, in cells.
const BEFORE: usize = 40;
const AFTER: usize = 90;
/// How much of a paragraph is given before a hit.
const PARAGRAPH: usize = 600;

impl FoundSpeech {
    /// Puts together what was found in a speech.
    pub fn new(speech: &Speech, hits: &[Hit], order: WordOrder) -> Self {
        FoundSpeech {
            order,
            id: speech.id.clone(),
            title: speech.meta.title.clone(),
            speaker: speech.meta.speaker.clone(),
            date: speech.meta.date,
            origin: speech.origin.clone(),
            fingerprint: speech.fingerprint.clone(),
            hits: hits
                .iter()
                .enumerate()
                .map(|(index, hit)| {
                    let shown = index < SHOWN;
                    FoundHit::new(speech, hit, if shown { HitWords::Shown } else { HitWords::None })
                })
                .collect(),
        }
    }

    /// Tells whether it was found in the file of this record.
    pub fn is_of(&self, known: &CatalogEntry) -> bool {
        self.origin == Origin::File(known.path.clone())
    }
}

impl FoundHit {
    /// Looks up where a hit stands.
    fn new(speech: &Speech, hit: &Hit, words: HitWords) -> Self {
        let around = |before, after| match words {
            HitWords::Shown => Snippet::around(speech, hit, (before, after)),
            HitWords::None => Snippet::default(),
        };
        let outline = &speech.outline;
        let item = outline.item_at(hit.range.start);
        FoundHit {
            range: hit.range,
            parts: hit.parts().to_vec(),
            how: hit.how,
            line: speech.line_at(hit.range.start),
            address: item.map(|item| outline.address(item)),
            role: item.map(|item| outline.items[item].role),
            snippet: around(BEFORE, AFTER),
            paragraph: around(PARAGRAPH, 2 * PARAGRAPH),
        }
    }
}

impl Snippet {
    /// Takes the words around a hit in its paragraphs, a line end being a blank: so many cells before it and from it on.
    fn around(speech: &Speech, hit: &Hit, (most_before, most_after): (usize, usize)) -> Self {
        let block = |at| speech.blocks.get(speech.block_at(at)).map_or(hit.range, |b| b.range);
        let (first, last) = (block(hit.range.start), block(hit.range.end));
        let before = TextRange { start: first.start.min(hit.range.start), end: hit.range.start };
        let before = flowing_words(speech, before);
        let kept = tail(before.trim_start(), most_before);
        let mut snippet = Snippet::default();
        if kept.len() < before.trim_start().len() {
            snippet.text.push(ELLIPSIS);
        }
        snippet.push(kept);
        let end = snippet.add_parts(speech, hit.range.start, hit.parts());
        let after = TextRange { start: end, end: last.end.max(end) };
        let after = flowing_words(speech, after);
        let room = most_after
            .saturating_sub(width(&snippet.text[snippet.marks.first().map_or(0, |m| m.start)..]));
        let kept = head(after.trim_end(), room);
        snippet.push(kept);
        if kept.len() < after.trim_end().len() {
            snippet.text.push(ELLIPSIS);
        }
        snippet
    }

    /// Takes what matches, and of much that stands between the words of a hit only the ends.
    pub fn matched(speech: &Speech, parts: &[TextRange]) -> Self {
        let mut snippet = Snippet::default();
        let start = parts.first().map_or(TextPos::ZERO, |part| part.start);
        snippet.add_parts(speech, start, parts);
        snippet
    }

    /// Adds the stretches that match and what stands between them; gives where the last ends.
    fn add_parts(&mut self, speech: &Speech, start: TextPos, parts: &[TextRange]) -> TextPos {
        let mut end = start;
        for part in parts {
            self.gap(speech, TextRange { start: end, end: part.start });
            let from = self.text.len();
            self.push(&matched(speech, *part));
            self.marks.push(from..self.text.len());
            end = part.end.max(end);
        }
        end
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(&printable(text));
    }

    /// Adds what stands between two words; of much only the ends.
    fn gap(&mut self, speech: &Speech, range: TextRange) {
        if range.start >= range.end {
            return;
        }
        let between = flowing_words(speech, range);
        if width(&between) <= BEFORE {
            self.push(&between);
            return;
        }
        let first = head(&between, BEFORE / 2).to_owned();
        self.push(&first);
        self.text.push_str(" … ");
        self.push(tail(&between, BEFORE / 2));
    }
}

/// Returns words as they are read, on one line with its blanks.
pub fn flowing_words(speech: &Speech, range: TextRange) -> String {
    flowing(&speech.words(range)).into_owned()
}

/// Returns what matches, as it is read. What is found in a sign, the target of a link, stands for itself.
pub fn matched(speech: &Speech, range: TextRange) -> String {
    let words = flowing_words(speech, range);
    if words.is_empty() { flowing(range.of(&speech.text)).into_owned() } else { words }
}

/// Returns the last whole words of a text, of so many cells at most; of one long word its end.
fn tail(text: &str, cells: usize) -> &str {
    if width(text) <= cells {
        return text;
    }
    let mut start = text.len();
    for (at, c) in text.char_indices().rev() {
        if width(&text[at..]) > cells {
            break;
        }
        if c.is_whitespace() {
            start = at + c.len_utf8();
        }
    }
    &text[start..]
}

/// Returns the first whole words of a text, of so many cells at most.
fn head(text: &str, cells: usize) -> &str {
    let kept = crate::text::width::prefix(text, cells);
    if kept.len() == text.len() {
        return text;
    }
    match kept.rfind(char::is_whitespace) {
        Some(blank) => kept[..blank].trim_end(),
        None => "",
    }
}

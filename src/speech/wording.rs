//! The words of a speech as they are read: without the signs of Markdown, as the reader shows them.
//!
//! Whatever leaves the program as words of a speech (citations, bookmarks, tasks, hits) is taken from here.
//! A [`Wording`] is the whole text so, with the way there and back; passages are found in it.

use super::{Block, BlockKind, Item, Speech};
use crate::text::markup::{Markup, between, markup};
use crate::text::{TextPos, TextRange, flowing};
use std::borrow::Cow;
use std::ops::Range;

impl Speech {
    /// Returns the signs of Markdown in a block, as bytes of it.
    pub fn markup(&self, block: &Block) -> Markup {
        let raw = block.range.of(&self.text);
        let mut found = markup(raw);
        let level = raw.len() - raw.trim_start_matches('#').len();
        // A heading may be set off by more than one blank or a tab.
        if (1..=6).contains(&level) && block.kind == BlockKind::Heading {
            let words = raw[level..].trim_start();
            found.signs.retain(|sign| sign.start > 0);
            found.signs.insert(0, 0..raw.len() - words.len());
        }
        found
    }

    /// Returns the words of a passage as they are read, a paragraph a line: a line end within a
    /// paragraph is a blank.
    pub fn words(&self, range: TextRange) -> String {
        let mut out = String::with_capacity(range.len());
        let mut end = range.start;
        for block in &self.blocks[self.block_at(range.start).min(self.blocks.len())..] {
            if block.range.start >= range.end {
                break;
            }
            let Some(part) = block.range.intersection(range) else { continue };
            push_gap(TextRange { start: end, end: part.start.max(end) }.of(&self.text), &mut out);
            let base = block.range.start.get();
            let within = part.start.get() - base..part.end.get() - base;
            let raw = block.range.of(&self.text);
            out.push_str(&flowing(&self.markup(block).shown(raw, within)));
            end = part.end;
        }
        push_gap(TextRange { start: end, end: range.end.max(end) }.of(&self.text), &mut out);
        out
    }

    /// Returns the words of a passage as they are read, on one line with single blanks.
    pub fn line(&self, range: TextRange) -> String {
        self.words(range).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Returns the marker of an item without emphasis and escapes. A bullet may be an asterisk itself.
    pub fn marker(&self, item: &Item) -> String {
        let marker = item.marker.of(&self.text).trim();
        let bare: String =
            marker.chars().filter(|c| !matches!(c, '*' | '_' | '#' | '\\')).collect();
        match bare.trim() {
            "" => marker.replace('\\', ""),
            bare => bare.to_owned(),
        }
    }
}

/// Adds what stands between two paragraphs, without signs.
fn push_gap(gap: &str, out: &mut String) {
    let mut from = 0;
    for sign in between(gap) {
        out.push_str(&gap[from..sign.start]);
        from = sign.end;
    }
    out.push_str(&gap[from..]);
}

/// The text of a speech as it is read, and where its places are in the text as it is kept.
#[derive(Clone, Debug)]
pub struct Wording<'a> {
    text: Cow<'a, str>,
    cuts: Vec<CutMarkup>,
}

/// Signs that are left out.
#[derive(Clone, Copy, Debug)]
struct CutMarkup {
    /// Where they were, in the text as it is read.
    at: usize,
    /// Where they are, in the text as it is kept.
    start: usize,
    end: usize,
}

impl<'a> Wording<'a> {
    /// Takes the signs out of a text.
    pub fn of(speech: &'a Speech) -> Self {
        let text = speech.text.as_str();
        let has_signs = memchr::memchr3(b'*', b'_', b'\\', text.as_bytes()).is_some()
            || memchr::memchr3(b'#', b'[', b'>', text.as_bytes()).is_some();
        let mut cuts: Vec<CutMarkup> = Vec::new();
        let mut out = String::new();
        let (mut from, mut behind) = (0, 0);
        for block in speech.blocks.iter().filter(|_| has_signs) {
            let base = block.range.start.get();
            let last = std::mem::replace(&mut behind, block.range.end.get());
            let gap = between(&text[last..base]).map(|sign| last + sign.start..last + sign.end);
            let own = speech.markup(block).signs.into_iter();
            let own = own.map(|sign| base + sign.start..base + sign.end);
            for Range { start, end } in gap.chain(own) {
                if start < from {
                    continue;
                }
                out.push_str(&text[from..start]);
                cuts.push(CutMarkup { at: out.len(), start, end });
                from = end;
            }
        }
        if cuts.is_empty() {
            return Wording { text: Cow::Borrowed(text), cuts };
        }
        out.push_str(&text[from..]);
        Wording { text: Cow::Owned(out), cuts }
    }

    /// Returns the text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns where a place of the speech is in it; one in a sign is where the sign was.
    pub fn at(&self, pos: TextPos) -> usize {
        let after = self.cuts.partition_point(|cut| cut.start < pos.get());
        match after.checked_sub(1).and_then(|last| self.cuts.get(last)) {
            Some(cut) => cut.at + pos.get().saturating_sub(cut.end),
            None => pos.get(),
        }
    }

    /// Returns where a range of the speech is in it.
    pub fn range_at(&self, range: TextRange) -> TextRange {
        TextRange::new(self.at(range.start), self.at(range.end).max(self.at(range.start)))
    }

    /// Returns the place of the speech where words begin that begin here: behind the signs.
    pub fn start(&self, at: usize) -> TextPos {
        let after = self.cuts.partition_point(|cut| cut.at <= at);
        TextPos::new(self.behind(after, at))
    }

    /// Returns the place of the speech where words end that end here: before the signs.
    pub fn end(&self, at: usize) -> TextPos {
        let after = self.cuts.partition_point(|cut| cut.at < at);
        TextPos::new(self.behind(after, at))
    }

    /// Returns the range of the speech that a range here stands for.
    pub fn range(&self, range: TextRange) -> TextRange {
        let start = self.start(range.start.get());
        TextRange { start, end: self.end(range.end.get()).max(start) }
    }

    /// Returns a place by the signs that were left out before it.
    fn behind(&self, cuts: usize, at: usize) -> usize {
        match cuts.checked_sub(1).and_then(|last| self.cuts.get(last)) {
            Some(cut) => cut.end + (at - cut.at),
            None => at,
        }
    }
}

#[cfg(test)]
mod tests;

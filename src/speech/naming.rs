//! What the items and lists of a speech are called where they are listed: by the markers and the words that the text itself
//! has. Knows no language of the interface and no width.

use super::{BlockKind, ItemIndex, Outline, Role, SeriesIndex, Speech};
use crate::text::boundary::sentence_at;
use crate::text::{TextPos, TextRange};

/// What stands for a marker that says no number.
pub const BULLET: &str = "•";
/// A name that is called by its whole marker is at most so many characters long: "Bước 1".
const LONGEST_MARK: usize = 12;
/// So many siblings before and after an item are asked what their words begin with.
const NEAR: usize = 3;
/// So many items are looked through for them.
const LOOKED_AT: usize = 60;
/// A shared beginning of fewer words is not skipped.
const SHARED_WORDS: usize = 2;
/// As much of an item's words is read, in bytes.
const READ: usize = 400;

/// The words of an item in a list, and whether those before them were skipped since its siblings have them too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemWords {
    /// All of its first words.
    pub whole: String,
    /// Those that tell it from its siblings, where they begin alike.
    pub telling: Option<String>,
}

impl ItemWords {
    /// Returns the first words that its siblings have too.
    pub fn shared(&self) -> &str {
        let telling = self.telling.as_ref().unwrap_or(&self.whole);
        self.whole.strip_suffix(telling.as_str()).unwrap_or_default()
    }
}

impl Speech {
    /// Returns the marker of an item as one looks for it: "II", "3", "b", "1.1", "(i)", "Điều 5", the number of one that is
    /// counted in words, and [`BULLET`] for one without a number.
    pub fn mark(&self, index: ItemIndex) -> String {
        let Some(item) = self.outline.items.get(index) else { return String::new() };
        let marker = self.marker(item);
        let bare = marker.trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')').trim();
        let bare = if bare.contains('(') { bare } else { bare.trim_end_matches(')').trim_end() };
        match item.rule {
            "spoken" | "count" | "ordinal" => item.ordinal.to_string(),
            "bullet" | "made" => BULLET.to_owned(),
            _ if !bare.contains(char::is_alphanumeric) => BULLET.to_owned(),
            _ if bare.chars().count() > LONGEST_MARK => item.ordinal.to_string(),
            _ => bare.to_owned(),
        }
    }

    /// Returns the markers of an item and of those that it lies in, outermost first: "II.3.b". A bullet shows only at the end.
    pub fn mark_path(&self, index: ItemIndex) -> String {
        let items = &self.outline.items;
        let around = std::iter::successors(Some(index), |&inner| items.get(inner)?.parent);
        let mut marks: Vec<String> = around.map(|at| self.mark(at)).collect();
        marks.reverse();
        let own = marks.pop().unwrap_or_default();
        // "1.1" says itself that it lies in "1".
        marks.retain(|mark| mark != BULLET && !own.starts_with(&format!("{mark}.")));
        let path = marks.join(".");
        match (path.is_empty(), own == BULLET) {
            (true, _) => own,
            (false, true) => format!("{path} {own}"),
            (false, false) if own.starts_with('(') => format!("{path}{own}"),
            (false, false) => format!("{path}.{own}"),
        }
    }

    /// Returns what a list is called: its title, else the sentence that announces it, else its first and last markers, else
    /// its first words. Nothing where the name of its role says more.
    pub fn series_words(&self, index: SeriesIndex) -> Option<String> {
        let series = self.outline.series.get(index)?;
        if !series.title.is_empty() {
            return Some(series.title.clone());
        }
        let others = self.outline.series.iter();
        let alike = others.filter(|other| other.role == series.role && other.title.is_empty());
        let is_plain = series.role != Role::Other && alike.count() < 2;
        if is_plain {
            return None;
        }
        let announced = series.lead.map(|lead| self.announcement(lead));
        if let Some(words) = announced.filter(|words| !words.is_empty()) {
            return Some(words);
        }
        if series.role != Role::Other {
            return None;
        }
        let members: Vec<ItemIndex> = self.outline.members(index).collect();
        let (first, last) = (*members.first()?, *members.last()?);
        match (self.mark(first), self.mark(last)) {
            (first_mark, _) if first_mark == BULLET => Some(self.first_words(first)),
            (first_mark, last_mark) if first_mark == last_mark => Some(self.first_words(first)),
            (first_mark, last_mark) => Some(format!("{first_mark}–{last_mark}")),
        }
    }

    /// Returns the last sentence of a paragraph, without what ends it.
    fn announcement(&self, lead: TextRange) -> String {
        let last = TextPos::new(lead.end.get().saturating_sub(1)).clamp_to(&self.text);
        let line = self.line(sentence_at(&self.text, lead, last));
        let end = |c: char| c.is_whitespace() || matches!(c, ':' | ';' | '.' | '…' | '-' | '–');
        line.trim_matches(end).to_owned()
    }

    /// Returns where the first words of an item stand.
    fn opening(&self, index: ItemIndex) -> TextRange {
        let Some(item) = self.outline.items.get(index) else { return TextRange::default() };
        // In a row of a table other cells follow.
        let block = self.blocks.get(self.block_at(item.label.start));
        let block = block.filter(|block| block.kind != BlockKind::Row);
        let end = block.map_or(item.label.end, |block| block.range.end.min(item.range.end));
        let most = TextPos::new(item.label.start.get() + READ).clamp_to(&self.text);
        TextRange { start: item.label.start, end: end.min(most).max(item.label.end) }
    }

    /// Returns the words of a passage on one line, without what ends them.
    fn listed(&self, range: TextRange) -> String {
        let line = self.line(range);
        line.trim_end_matches([':', ';', ',', '.', ' ']).to_owned()
    }

    /// Returns the first words of an item.
    fn first_words(&self, index: ItemIndex) -> String {
        self.listed(self.opening(index))
    }

    /// Returns the words by which an item is listed.
    pub fn item_words(&self, index: ItemIndex) -> ItemWords {
        let range = self.opening(index);
        let own = range.of(&self.text);
        let others = near(&self.outline, index).into_iter();
        let shared = others.map(|other| shared_start(own, self.opening(other).of(&self.text)));
        let shared = shared.max().filter(|&shared| shared > 0);
        let telling = shared.map(|shared| {
            let start = TextPos::new(range.start.get() + shared);
            self.listed(TextRange { start, ..range })
        });
        ItemWords { telling, whole: self.listed(range) }
    }
}

/// Returns the nearest siblings of an item, before it and after.
fn near(outline: &Outline, index: ItemIndex) -> Vec<ItemIndex> {
    let Some(item) = outline.items.get(index) else { return Vec::new() };
    let is_sibling = |other: &ItemIndex| {
        let other = &outline.items[*other];
        other.series == item.series && other.parent == item.parent
    };
    let before = (index.saturating_sub(LOOKED_AT)..index).rev().filter(is_sibling).take(NEAR);
    let last = (index + 1 + LOOKED_AT).min(outline.items.len());
    let after = (index + 1..last).filter(is_sibling).take(NEAR);
    before.chain(after).collect()
}

/// Returns how many bytes of `one` are the words that `other` begins with too; 0 for few words.
fn shared_start(one: &str, other: &str) -> usize {
    let alike = one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
    let alike = &one.as_bytes()[..alike];
    let words = alike.iter().filter(|byte| **byte == b' ').count();
    match alike.iter().rposition(|byte| *byte == b' ') {
        Some(last) if words >= SHARED_WORDS => last + 1,
        _ => 0,
    }
}

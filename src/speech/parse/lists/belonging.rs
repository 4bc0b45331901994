//! Whether a new list lies in the last item of an open one or beside it, where paragraphs without a
//! marker stand between the two.
//!
//! No sign decides this alone, so all are weighed (`data/weights/nesting.toml`): what the item before is like,
//! what the items before that hold, what the announcing paragraph says, and what comes later.

use super::builder::{Builder, OpenList};
use super::{Break, Marker, announces, says_something, without_note};
use crate::speech::parse::lexicon::Lexicon;
use crate::speech::parse::marker::{Family, cardinal};
use crate::speech::parse::metadata::weigh::signs;
use crate::speech::parse::style::LineStyle;
use crate::speech::{BlockKind, FurnitureKind};
use crate::text::{is_word, lowercase};

/// The most words of an item that reads as a title.
const TITLE: usize = 16;
/// How many bytes of a paragraph are read for a number of members, from its end.
const COUNTED: usize = 240;
/// How many bytes of paragraphs are compared by their words.
const COMPARED: usize = 400;
/// How many members before the last are compared with a paragraph.
const MEMBERS: usize = 6;
/// How many members before the last are looked at for what they hold.
const SEEN: usize = 64;
/// How many markers behind the first are looked at to count the members of a list.
const AHEAD: usize = 40;

/// What tells whether a new list lies in an open item. The names are those of the table of weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::speech::parse) enum NestingSign {
    /// The number that follows the open item comes behind the new list.
    ComesBack,
    OuterPart,
    /// The open item is set off.
    SetOff,
    /// It is a few words without a sentence's end.
    Title,
    /// It ends in a colon.
    Opens,
    /// It ends as a sentence does.
    Sentence,
    /// It is the first of its list.
    First,
    /// Paragraphs without a marker follow it before the announcing one.
    Body,
    /// Items before it hold lists.
    SiblingsHold,
    /// Paragraphs without a marker follow items before it.
    SiblingsTell,
    /// An item before it has neither.
    SiblingBare,
    /// It said how many members there are, and all are there.
    Complete,
    /// Some are not.
    Lacking,
    Colon,
    Question,
    /// No sign ends the announcing paragraph.
    Unsigned,
    Stop,
    /// It says how many members the new list has.
    Counts,
    /// It begins with a word that stays with what was said: "Trong đó".
    Inward,
    /// It takes up words of the open item that the others do not have.
    TakesUp,
    /// Those who listen are addressed between.
    Salutation,
    /// It begins with such a word and takes up words of the item.
    Dwells,
    /// The open list lies in an item itself.
    Inner,
}

signs! {
    NestingSign {
        ComesBack = "comes_back",
        OuterPart = "outer_part",
        SetOff = "set_off",
        Title = "title",
        Opens = "opens",
        Sentence = "sentence",
        First = "first",
        Body = "body",
        SiblingsHold = "siblings_hold",
        SiblingsTell = "siblings_tell",
        SiblingBare = "sibling_bare",
        Complete = "complete",
        Lacking = "lacking",
        Colon = "colon",
        Question = "question",
        Unsigned = "unsigned",
        Stop = "stop",
        Counts = "counts",
        Inward = "inward",
        TakesUp = "takes_up",
        Salutation = "salutation",
        Dwells = "dwells",
        Inner = "inner",
    }
}

/// What stands between the last item and a marker.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Between {
    /// The last paragraph without a marker.
    pub lead: Option<usize>,
    pub paragraphs: usize,
    pub salutation: bool,
    /// A heading that is set off.
    pub heading: bool,
    /// A short line that may be one.
    pub caption: bool,
}

impl Builder<'_> {
    /// Sees what stands between the last item and a candidate.
    pub(super) fn between(&self, index: usize) -> Between {
        let mut between = Between::default();
        let Some(last) = self.found.entries.last().map(|entry| entry.block) else { return between };
        let blocks = &self.source.blocks[last + 1..self.candidates[index].block];
        for (at, block) in blocks.iter().enumerate() {
            let plain = self.source.breaks[last + 1 + at] == Break::Pause(LineStyle::Plain);
            match block.kind {
                BlockKind::Furniture(FurnitureKind::Salutation) => between.salutation = true,
                BlockKind::Paragraph | BlockKind::Heading
                    if says_something(self.line(last + 1 + at)) =>
                {
                    between.lead = Some(last + 1 + at);
                    between.paragraphs += 1;
                }
                _ => {}
            }
            match self.source.breaks[last + 1 + at] {
                // A short line that nothing sets off may be a heading or not.
                Break::Pause(_) if plain => between.caption = true,
                Break::Pause(_) => {
                    between.heading |= !matches!(block.kind, BlockKind::Furniture(_))
                }
                Break::None | Break::End => {}
            }
        }
        between
    }

    /// Tells whether the list of a candidate lies in the item of an open one, by all signs and `more`.
    pub(super) fn lies_in<const N: usize>(
        &self,
        index: usize,
        open: &OpenList,
        between: Between,
        more: [NestingSign; N],
    ) -> bool {
        let mut signs = self.signs(index, open, between);
        signs.extend(more);
        self.source.lexicon.nesting.holds(&signs)
    }

    /// Gathers what tells whether the list of a candidate lies in the item of an open one.
    pub(super) fn signs(
        &self,
        index: usize,
        open: &OpenList,
        between: Between,
    ) -> Vec<NestingSign> {
        let mut out = Vec::new();
        let mut add = |sign: NestingSign, holds: bool| {
            if holds {
                out.push(sign);
            }
        };
        add(NestingSign::Salutation, between.salutation);
        let part = matches!(open.family, Family::Capital | Family::Roman | Family::Law(_));
        add(NestingSign::OuterPart, part);
        add(NestingSign::Inner, self.found.lists[open.list].parent.is_some());
        out.extend(self.signs_of_item(open, between));
        out.extend(self.signs_of_list(open));
        if let Some(lead) = between.lead {
            out.extend(self.signs_of_lead(index, open, lead));
        }
        out
    }

    fn line(&self, block: usize) -> &str {
        self.source.blocks[block].range.of(self.source.text)
    }

    fn signs_of_item(&self, open: &OpenList, between: Between) -> Vec<NestingSign> {
        let entry = &self.found.entries[open.entry];
        let line = self.line(entry.block);
        let words = line.get(entry.marker.end..).unwrap_or_default();
        let mut out = Vec::new();
        if entry.style != LineStyle::Plain {
            out.push(NestingSign::SetOff);
        }
        let short = words.split_whitespace().count() <= TITLE;
        // "1." / "Văn bản trình Chính phủ.": what stands below a lone marker is its title.
        let alone = self.source.stands_alone(entry.block, entry.marker.end);
        match last_sign(words) {
            Some(':') => out.push(NestingSign::Opens),
            _ if short && alone => out.push(NestingSign::Title),
            Some('.' | ';' | '!' | '?' | '…' | ',') => out.push(NestingSign::Sentence),
            _ if short => out.push(NestingSign::Title),
            _ => {}
        }
        if self.shapes[open.entry].lists == 0 && between.paragraphs > 1 {
            out.push(NestingSign::Body);
        }
        out
    }

    fn signs_of_list(&self, open: &OpenList) -> Vec<NestingSign> {
        let list = &self.found.lists[open.list];
        let last = list.members.len() - 1;
        let before = &list.members[last.saturating_sub(SEEN)..last];
        let some =
            |holds: fn(ItemFollowers) -> bool| before.iter().any(|&at| holds(self.shapes[at]));
        let mut out = Vec::new();
        let mut add = |sign: NestingSign, holds: bool| {
            if holds {
                out.push(sign);
            }
        };
        add(NestingSign::First, before.is_empty());
        add(NestingSign::SiblingsHold, some(|shape| shape.lists > 0));
        add(NestingSign::SiblingsTell, some(|shape| shape.paragraphs > 0));
        add(NestingSign::SiblingBare, some(|shape| shape.lists == 0 && shape.paragraphs == 0));
        if let Some(lead) = list.announced_by {
            let counted = numbers_in(self.line(lead), self.source.lexicon);
            let members = list.members.len() as u32;
            let complete = counted.contains(&members);
            add(NestingSign::Complete, complete);
            add(NestingSign::Lacking, !complete && counted.iter().any(|&number| number > members));
        }
        out
    }

    fn signs_of_lead(&self, index: usize, open: &OpenList, lead: usize) -> Vec<NestingSign> {
        let line = self.line(lead);
        let mut out = Vec::new();
        match last_sign(line) {
            Some(':') => out.push(NestingSign::Colon),
            Some('?') => out.push(NestingSign::Question),
            Some('.' | ';' | '!' | '…' | ',') => out.push(NestingSign::Stop),
            _ => out.push(NestingSign::Unsigned),
        }
        let lower = lowercase(line);
        let head = lower.trim_start_matches(['*', '_', ' ', '>', '"', '“']);
        let inward = self.source.lexicon.markers.turns.inward.iter().any(|word| {
            let rest = head.strip_prefix(word.as_str());
            rest.is_some_and(|rest| !rest.starts_with(is_word))
        });
        if numbers_in(line, self.source.lexicon).contains(&self.members_ahead(index)) {
            out.push(NestingSign::Counts);
        }
        if inward {
            out.push(NestingSign::Inward);
        }
        if self.takes_up(open, line) {
            out.push(if inward { NestingSign::Dwells } else { NestingSign::TakesUp });
        }
        out
    }

    /// Tells whether a paragraph has two words side by side that the open item has, and neither the
    /// items before it nor what announced them.
    fn takes_up(&self, open: &OpenList, line: &str) -> bool {
        let head = |line: &str| lowercase(&line[..line.floor_char_boundary(COMPARED)]);
        let lead = head(line);
        let item = head(self.line(self.found.entries[open.entry].block));
        let list = &self.found.lists[open.list];
        let before = list.members.iter().rev().skip(1).take(MEMBERS);
        let others = before.map(|&at| self.found.entries[at].block).chain(list.announced_by);
        let others: Vec<String> = others.map(|block| head(self.line(block))).collect();
        let shared = pairs(&lead).filter(|pair| {
            pairs(&item).any(|own| own == *pair)
                && !others.iter().any(|other| pairs(other).any(|own| own == *pair))
        });
        let small = &self.source.lexicon.markers.turns.small;
        shared.into_iter().any(|(one, two)| {
            let is_small = |word: &str| small.iter().any(|known| known == word);
            !is_small(one) && !is_small(two)
        })
    }

    /// Counts the members of the list that a candidate opens, as far as they follow each other.
    fn members_ahead(&self, index: usize) -> u32 {
        let first = self.candidates[index];
        let key = |marker: Marker| (marker.family, marker.sign);
        let mut last = first.marker.ordinal;
        let mut count = 1;
        let mut block = first.block;
        for next in self.candidates[index + 1..].iter().take(AHEAD) {
            let follows = next.marker.family.is_bullet() || next.marker.ordinal == last + 1;
            if key(next.marker) == key(first.marker) && follows {
                // Another paragraph that announces bullets parts them.
                let parted = next.marker.family.is_bullet()
                    && next
                        .before
                        .is_some_and(|before| before > block && announces(self.line(before)));
                if parted {
                    break;
                }
                (count, last) = (count + 1, next.marker.ordinal);
            } else if key(next.marker) == key(first.marker) {
                break;
            }
            block = next.block;
        }
        count
    }
}

/// Returns the sign that a paragraph ends in, if any.
fn last_sign(words: &str) -> Option<char> {
    let end = without_note(words).trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '*' | '_' | '#' | '”' | '"' | '|' | ')')
    });
    end.chars().next_back().filter(|c| !is_word(*c))
}

/// Returns the numbers from 2 on in the last words of a paragraph.
fn numbers_in(paragraph: &str, lexicon: &Lexicon) -> Vec<u32> {
    let from = paragraph.ceil_char_boundary(paragraph.len().saturating_sub(COUNTED));
    let lower = lowercase(&paragraph[from..]);
    let mut out = Vec::new();
    let mut rest = lower.as_str();
    while let Some(start) = rest.find(is_word) {
        rest = &rest[start..];
        let length = rest.find(|c: char| !is_word(c)).unwrap_or(rest.len());
        let word = &rest[..length];
        let figure = || word.parse::<u32>().ok().filter(|_| word.len() <= 2);
        let number = || cardinal(rest, &lexicon.markers).map(|(_, value)| value);
        out.extend(figure().or_else(number).filter(|&value| value >= 2));
        rest = &rest[length..];
    }
    out
}

/// Returns the words of a paragraph that stand side by side, two by two.
fn pairs(line: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut words = line.split_whitespace();
    let mut before = words.next();
    std::iter::from_fn(move || {
        loop {
            let one = before?;
            let two = words.next()?;
            before = Some(two);
            // A sign parts words.
            if one.ends_with(is_word) {
                let trim = |word: &'_ str| {
                    word.len() - word.trim_start_matches(|c: char| !is_word(c)).len()
                };
                let two = two.trim_end_matches(|c: char| !is_word(c));
                if two.is_empty() {
                    continue;
                }
                return Some((&one[trim(one)..], two));
            }
        }
    })
}

/// What follows an item: lists that lie in it, and paragraphs without a marker.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ItemFollowers {
    pub lists: usize,
    pub paragraphs: usize,
}

//! The signs of a unit: everything that is known of it and may tell what it is for.
//!
//! A sign has a name, "PLACE:CLASS" for a class of words, "PLACE=WORD" for a word, and a value from 0 to 1. The
//! places are: `last` (the sentence that announces), `end` (what stands next to its colon), `clause` (what stands before that),
//! `earlier` (the sentences before), `head`, `outer`, `over` (the headings above), `item`, `around` (the items it lies in), `above`,
//! `higher` (paragraphs further up), `behind`, `rest` (the paragraphs after), `list` (what announces the list of a part), `marker`,
//! `in`, `at`, `member`, `first` (its members). Names without a place tell of the unit, `doc` of the document; those in `-says`, `rules`
//! and `counts` are what [`super::rules`] reads.

use super::members;
use super::rules::{self, Ruling};
use super::sink::{SignPlace, SignSink};
use super::unit::{LeadForm, RoleUnit, UnitForm, Units, holds_first};
use super::words::{Classes, PassageWords, Set, Word};
use super::{DocumentEvidence, Ground, is_article};
use crate::speech::parse::lists::{Lists, without_note};
use crate::speech::parse::marker::Family;
use crate::speech::{Block, BlockKind};
use std::ops::Range;

/// How much of a lead-in is looked at, in bytes from its end, and of other paragraphs, from their start.
const LEAD: usize = 1200;
const PARAGRAPH: usize = 240;
/// How many words of the announcing sentence are looked at one by one, from its end.
const WORDS: usize = 12;

const MARKER: SignPlace = SignPlace::new("marker:");
const LIST: SignPlace = SignPlace::new("list:");
const END: SignPlace = SignPlace::new("end:");
const CLAUSE: SignPlace = SignPlace::new("clause:");
const EARLIER: SignPlace = SignPlace::new("earlier:");
const EARLIER_WORD: SignPlace = SignPlace::new("earlier=");
const LAST: SignPlace = SignPlace::new("last=");
const OPENS: SignPlace = SignPlace::new("opens=");
const HEAD: SignPlace = SignPlace::new("head:");
const HEAD_WORD: SignPlace = SignPlace::new("head=");
const OUTER: SignPlace = SignPlace::new("outer:");
const OVER: SignPlace = SignPlace::new("over:");
const ITEM: SignPlace = SignPlace::new("item:");
const ITEM_WORD: SignPlace = SignPlace::new("item=");
const AROUND: SignPlace = SignPlace::new("around:");
const ABOVE: SignPlace = SignPlace::new("above:");
const HIGHER: SignPlace = SignPlace::new("higher:");
const REST: SignPlace = SignPlace::new("rest:");
const BEHIND: SignPlace = SignPlace::new("behind:");

/// What signs are read from.
pub(super) struct SignReader<'a> {
    pub ground: Ground<'a>,
    pub blocks: &'a [Block],
    pub found: &'a Lists,
    pub units: &'a Units,
    pub classes: &'a Classes,
    pub document: &'a DocumentEvidence,
}

impl SignReader<'_> {
    pub fn line(&self, block: usize) -> &str {
        self.blocks[block].range.of(self.ground.text)
    }

    fn start_of(&self, block: usize, most: usize) -> PassageWords {
        let line = self.line(block);
        PassageWords::new(&line[..line.floor_char_boundary(most)])
    }

    pub fn tell_classes(&self, place: SignPlace, words: &[Word], sink: &mut dyn SignSink) {
        let set = self.classes.among(words);
        self.tell_set(place, set, 1.0, sink);
    }

    pub fn tell_set(&self, place: SignPlace, set: Set, value: f32, sink: &mut dyn SignSink) {
        for class in self.classes.names(set) {
            sink.class(place, class, value);
        }
    }

    /// Returns the signs of all units, but those that the roles of other units give them.
    pub fn read_all<S: SignSink + Default>(&self) -> Vec<S> {
        let mut rulings: Vec<Option<Ruling>> = Vec::with_capacity(self.units.units.len());
        let mut document = S::default();
        for sign in &self.document.signs {
            document.sign(&["doc.", sign], 1.0);
        }
        let each = self.units.units.iter().map(|unit| {
            let mut sink = S::default();
            let around = unit.parent.and_then(|parent| rulings[parent]);
            rulings.push(rules::read(self, unit, around, &mut sink));
            self.read(unit, &mut sink);
            sink.append(&document);
            sink
        });
        each.collect()
    }

    fn read(&self, unit: &RoleUnit, sink: &mut dyn SignSink) {
        sink.sign(&["all"], 1.0);
        self.of_shape(unit, sink);
        self.of_lead(unit, sink);
        self.of_headings(unit, sink);
        self.of_items_around(unit, sink);
        self.of_paragraphs(unit, sink);
        self.of_members(unit, sink);
    }

    fn of_shape(&self, unit: &RoleUnit, sink: &mut dyn SignSink) {
        let first = &self.found.entries[unit.members[0]];
        let family = first.marker.family.name();
        sink.sign(&["marker=", family], 1.0);
        let count = match self.found.lists[unit.list].members.len() {
            0 | 1 => "one",
            2 => "two",
            3..=6 => "some",
            _ => "many",
        };
        sink.sign(&["members=", count], 1.0);
        let quarter = 4 * first.block / self.blocks.len().max(1);
        sink.sign(&["quarter=", ["1", "2", "3", "4"][quarter.min(3)]], 1.0);
        if unit.form == UnitForm::Part {
            sink.sign(&["part"], 1.0);
        }
        if matches!(first.marker.family, Family::Law(_)) {
            sink.sign(&["law"], 1.0);
        }
        // "Hạn chế thứ nhất là", "Việc 1:": the marker names what it counts.
        if matches!(first.marker.family, Family::Named(_)) {
            let line = self.line(first.block);
            let marker = line.get(first.marker.start..first.marker.end).unwrap_or_default();
            self.tell_classes(MARKER, &PassageWords::new(marker).words, sink);
        }
    }

    fn of_lead(&self, unit: &RoleUnit, sink: &mut dyn SignSink) {
        let first = &self.found.entries[unit.members[0]];
        let own = match unit.form {
            UnitForm::Part => {
                let line = self.line(first.block);
                let words = line.get(first.marker.end..).unwrap_or_default();
                sink.sign(&["lead=own"], 1.0);
                Some(words)
            }
            UnitForm::Run => unit.lead.map(|lead| {
                let form = match lead.form {
                    LeadForm::Announcement => "lead=announcement",
                    LeadForm::Item => "lead=item",
                    LeadForm::Heading => "lead=heading",
                    LeadForm::Line => "lead=line",
                    LeadForm::Prose => "lead=prose",
                };
                sink.sign(&[form], 1.0);
                let line = self.line(lead.block);
                let first = holds_first(first, line, self.ground.lexicon);
                &line[..first.unwrap_or(line.len())]
            }),
        };
        let Some(lead) = own else {
            sink.sign(&["lead=none"], 1.0);
            return;
        };
        let lead = without_note(lead);
        let lead = &lead[lead.ceil_char_boundary(lead.len().saturating_sub(LEAD))..];
        self.of_sentence(&PassageWords::new(lead), unit, sink);
        if unit.form == UnitForm::Part
            && let Some(lead) = unit.announced_by
        {
            let passage = self.start_of(lead.block, LEAD);
            let (last, _) = last_sentence(&passage);
            self.tell_classes(LIST, &passage.words[last], sink);
        }
    }

    /// Reads the signs of the sentence that announces, and of what stands before it.
    fn of_sentence(&self, lead: &PassageWords, unit: &RoleUnit, sink: &mut dyn SignSink) {
        let prose = unit.lead.is_some_and(|lead| lead.form == LeadForm::Prose);
        let value = if prose && unit.form == UnitForm::Run { 0.5 } else { 1.0 };
        let (last, earlier) = last_sentence(lead);
        let end = last_clause(lead, last.clone());
        let set = self.classes.among(&lead.words[end.clone()]);
        self.tell_set(END, set, value, sink);
        let set = self.classes.among(&lead.words[last.start..end.start]);
        self.tell_set(CLAUSE, set, value, sink);
        let far = earlier.end.saturating_sub(60)..earlier.end;
        self.tell_classes(EARLIER, &lead.words[far], sink);
        let near = earlier.end.saturating_sub(30)..earlier.end;
        tell_words(EARLIER_WORD, lead, near, 0.5, sink);
        // What names a role says that as a class: single words would take it back.
        let named = self.classes.naming(&lead.words);
        let words = last.end.saturating_sub(WORDS).max(last.start)..last.end;
        for at in words.clone().filter(|at| !named[*at]) {
            sink.word(LAST, lead, at, 0.5);
            if at + 1 < words.end && !named[at + 1] {
                sink.pair(LAST, lead, at, 0.5);
            }
        }
        if let Some(first) = (!last.is_empty() && !named[last.start]).then_some(last.start) {
            sink.word(OPENS, lead, first, 0.5);
            if first + 1 < last.end && !named[first + 1] {
                sink.pair(OPENS, lead, first, 0.5);
            }
        }
        if lead.text.contains('?') {
            sink.sign(&["asks"], 1.0);
            let first = &self.found.entries[unit.members[0]];
            sink.sign(&["asks-by=", first.marker.family.name()], 1.0);
        }
    }

    fn of_headings(&self, unit: &RoleUnit, sink: &mut dyn SignSink) {
        let first = &self.found.entries[unit.members[0]];
        let around = self.found.lists[unit.list].parent;
        let inside =
            |block: usize| around.is_none_or(|entry| self.found.entries[entry].block < block);
        let headings = self.ground.headings;
        let above = &headings[..headings.partition_point(|heading| heading.block < first.block)];
        let mut style = None;
        let mut count = 0;
        for heading in above.iter().rev().take(40) {
            if style.is_some_and(|known| heading.style >= known) {
                continue;
            }
            let (place, asks) = match count {
                0 if inside(heading.block) => (HEAD, "head?"),
                0 => (OUTER, "outer?"),
                _ => (OVER, "over?"),
            };
            let words = heading.range.of(self.ground.text);
            let passage = PassageWords::new(&words[..words.floor_char_boundary(PARAGRAPH)]);
            self.tell_classes(place, &passage.words, sink);
            if words.contains('?') {
                sink.sign(&[asks], 1.0);
            }
            if count == 0 {
                let end = passage.words.len();
                let words = end.saturating_sub(10)..end;
                tell_words(HEAD_WORD, &passage, words, 0.5, sink);
                let sign = if is_article(heading.range.of(self.ground.text)) {
                    "in-article"
                } else {
                    "in-part"
                };
                sink.sign(&[sign], 1.0);
            }
            style = Some(heading.style);
            count += 1;
            if count == 2 {
                break;
            }
        }
    }

    fn of_items_around(&self, unit: &RoleUnit, sink: &mut dyn SignSink) {
        let mut around = self.found.lists[unit.list].parent;
        for (distance, place) in [ITEM, AROUND, AROUND].into_iter().enumerate() {
            let Some(entry) = around else { return };
            let passage = self.start_of(self.found.entries[entry].block, 200);
            self.tell_classes(place, &passage.words, sink);
            if distance == 0 {
                let words = 0..passage.words.len().min(14);
                tell_words(ITEM_WORD, &passage, words, 0.5, sink);
            }
            if self.document.quotes[self.found.entries[entry].block] {
                sink.sign(&["item-quotes"], 1.0);
            }
            around = self.found.entries[entry].parent;
        }
    }

    /// Reads the paragraphs around a unit that are no items: further up, and behind it.
    fn of_paragraphs(&self, unit: &RoleUnit, sink: &mut dyn SignSink) {
        let first = &self.found.entries[unit.members[0]];
        let (mut seen, mut told) = (0, 0);
        for at in (0..first.block).rev().take(30) {
            let kind = self.blocks[at].kind;
            if kind == BlockKind::Heading || seen == 5 {
                break;
            }
            if kind.is_hidden() || self.is_entry(at) {
                // Behind an item of another list nothing speaks of this one but a rule that is quoted.
                told = if self.is_entry(at) { 2 } else { told };
                continue;
            }
            seen += 1;
            if self.document.quotes[at] {
                sink.sign(&[if seen == 1 { "quoted" } else { "quoted-above" }], 1.0);
                break;
            }
            if told < 2 && unit.lead.is_none_or(|lead| lead.block != at) {
                let passage = self.start_of(at, LEAD);
                let (last, _) = last_sentence(&passage);
                let place = if told == 0 { ABOVE } else { HIGHER };
                self.tell_classes(place, &passage.words[last], sink);
                told += 1;
            }
        }
        let last = &self.found.entries[unit.members[unit.members.len() - 1]];
        let visible = |&at: &usize| !self.blocks[at].kind.is_hidden();
        let free = |&at: &usize| !self.is_entry(at);
        let within = (last.block + 1..last.end_block).filter(visible).find(free);
        if let Some(at) = within {
            self.tell_classes(REST, &self.start_of(at, PARAGRAPH).words, sink);
        }
        let behind = (last.end_block..self.blocks.len()).take(30).find(visible).filter(free);
        if let Some(at) = behind.filter(|&at| self.blocks[at].kind == BlockKind::Paragraph) {
            self.tell_classes(BEHIND, &self.start_of(at, PARAGRAPH).words, sink);
        }
    }

    fn is_entry(&self, block: usize) -> bool {
        self.found.entries.binary_search_by_key(&block, |entry| entry.block).is_ok()
    }

    fn of_members(&self, unit: &RoleUnit, sink: &mut dyn SignSink) {
        // A part is what it holds: the members of the first list in it.
        let part = unit.members.first().filter(|_| unit.form == UnitForm::Part);
        let held = part.and_then(|&part| self.units.held[part]);
        let members = held.map_or(&unit.members, |list| &self.found.lists[list].members);
        let texts: Vec<&str> = members
            .iter()
            .take(members::ASKED)
            .map(|&member| {
                let entry = &self.found.entries[member];
                self.line(entry.block).get(entry.marker.end..).unwrap_or_default()
            })
            .collect();
        if held.is_some() {
            sink.sign(&["holds"], 1.0);
        }
        members::read(self, &texts, sink);
    }
}

/// Tells each word of a range, once for each time it stands there.
pub(super) fn tell_words(
    place: SignPlace,
    passage: &PassageWords,
    words: Range<usize>,
    value: f32,
    sink: &mut dyn SignSink,
) {
    for at in words {
        sink.word(place, passage, at, value);
    }
}

/// A sentence of fewer words only points back: "Đó là:".
const POINTS_BACK: usize = 4;

/// Returns the words of the last sentence, with the one before it where it only points back, and the words
/// before.
fn last_sentence(passage: &PassageWords) -> (Range<usize>, Range<usize>) {
    let end = passage.words.len();
    let before = |end: usize| -> usize {
        let Some(last) = end.checked_sub(1) else { return 0 };
        let text = &passage.text[..passage.words[last].end];
        let stop = text
            .rmatch_indices(['.', '!', '?', '…'])
            .find(|(at, sign)| text[at + sign.len()..].starts_with(char::is_whitespace));
        stop.map_or(0, |(at, _)| passage.at(at))
    };
    let mut start = before(end);
    if end - start <= POINTS_BACK && start > 0 {
        start = before(start);
    }
    (start..end, 0..start)
}

/// Returns the words of the last clause of a sentence; of the last two where the last has fewer than three.
fn last_clause(passage: &PassageWords, sentence: Range<usize>) -> Range<usize> {
    let before = |end: usize| -> usize {
        let Some(last) = end.checked_sub(1).filter(|_| end > sentence.start) else {
            return sentence.start;
        };
        let from = passage.words[sentence.start].start;
        let text = &passage.text[from..passage.words[last].end];
        let cut = text
            .rmatch_indices([',', ';', '–', '-', ':'])
            .find(|(at, sign)| text[at + sign.len()..].starts_with(char::is_whitespace));
        cut.map_or(sentence.start, |(at, _)| passage.at(from + at))
    };
    let start = before(sentence.end);
    if sentence.end - start < 3 && start > sentence.start {
        return before(start)..sentence.end;
    }
    start..sentence.end
}

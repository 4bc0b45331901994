//! A cell of the register → the offices that it names.
//!
//! "Sở Tài chính, Sở Nội vụ" names two, "các Bộ: Quốc phòng, Công an" the Bộ Quốc phòng and the Bộ Công an, "Bộ Nông nghiệp
//! và Môi trường" one. Where it is not plain what a word behind a comma is, both readings are kept.

use super::lexicon::OfficeVocabulary;
use super::words::{ListWord, NameJoint, NameWords, cut};
use std::ops::Range;

/// The offices that a cell names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct OfficeList {
    /// All its words, one after the other, and which of them begin a name.
    pub words: Vec<ListWord>,
    /// The names, in order.
    pub names: Vec<ListedName>,
}

/// A name in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ListedName {
    /// What it may be read as; nothing where it names nobody: "các bộ, ngành liên quan".
    pub readings: Vec<NameWords>,
    /// Where it is in the cell, in bytes.
    pub range: Range<usize>,
    /// Where the words are that it begins with, if those are said once for several: "Bộ" of "các Bộ: Quốc phòng, Công an".
    pub lead: Vec<Range<usize>>,
    /// Whether it only says what the names behind it are: "các Bộ:".
    pub is_lead: bool,
}

/// Returns the words of a name as they are compared.
pub(super) fn name_words(text: &str, vocabulary: &OfficeVocabulary) -> NameWords {
    let words = unified(cut(text, vocabulary.marks), vocabulary);
    words.into_iter().map(|word| word.text).collect()
}

impl OfficeList {
    /// Reads a cell.
    pub fn of(cell: &str, vocabulary: &OfficeVocabulary) -> Self {
        let words = unified(cut(cell, vocabulary.marks), vocabulary);
        let mut reader =
            ListReader { vocabulary, shared: Vec::new(), said: Vec::new(), is_list: false };
        let mut names: Vec<ListedName> = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let end = reader.piece_end(&words, at);
            let next = words.get(end).map(|word| word.joint);
            let name = reader.name(&words[at..end], next);
            names.push(name);
            at = end;
        }
        OfficeList { words, names }
    }
}

/// Goes through the names of a cell.
struct ListReader<'v> {
    vocabulary: &'v OfficeVocabulary,
    /// What the names that follow begin with, said once.
    shared: Vec<NameWords>,
    /// Where the first of these stands.
    said: Vec<Range<usize>>,
    /// Whether names without a kind of their own follow each other.
    is_list: bool,
}

impl ListReader<'_> {
    /// Returns where the name ends that begins at a word.
    fn piece_end(&self, words: &[ListWord], at: usize) -> usize {
        let begun = texts(&words[at..]);
        let goes_on = words[at].joint == NameJoint::Comma
            && !self.shared.is_empty()
            && (self.vocabulary.bare.at_start(&begun).is_some()
                || self.vocabulary.kinds.at_start(&begun).is_none());
        let is_list = self.is_list || goes_on;
        for (index, word) in words.iter().enumerate().skip(at + 1) {
            match word.joint {
                NameJoint::Blank => {}
                NameJoint::Comma | NameJoint::Colon => return index,
                NameJoint::And => {
                    let rest = texts(&words[index..]);
                    if is_list || self.vocabulary.kinds.at_start(&rest).is_some() {
                        return index;
                    }
                }
            }
        }
        words.len()
    }

    fn name(&mut self, piece: &[ListWord], next: Option<NameJoint>) -> ListedName {
        let name = texts(piece);
        let plural = (0..name.len()).find(|&at| self.plural(&name[at..]).is_some());
        let (readings, own) = match plural {
            Some(at) => self.plural_name(piece, at),
            None => self.single_name(piece, name),
        };
        // A name whose kind was said once goes on behind it.
        let is_behind = plural.is_some() || readings.len() > 1;
        let lead = if is_behind && !readings.is_empty() { self.said.clone() } else { Vec::new() };
        let is_lead = next == Some(NameJoint::Colon) && readings.is_empty();
        let range = piece[own].range.start..piece[piece.len() - 1].range.end;
        ListedName { readings, range, lead, is_lead }
    }

    fn plural(&self, name: &[String]) -> Option<usize> {
        self.vocabulary.plural.at_start(name)
    }

    /// Reads "các Bộ", "Bộ trưởng các Bộ Quốc phòng", "UBND các tỉnh"; and where the words begin that are the name's own.
    fn plural_name(&mut self, piece: &[ListWord], at: usize) -> (Vec<NameWords>, usize) {
        let name = texts(piece);
        let first = if self.vocabulary.is_head(&name[..at]) { at } else { 0 };
        let kind = at + self.plural(&name[at..]).unwrap_or_default();
        self.is_list = true;
        let Some(length) = self.vocabulary.shared.at_start(&name[kind..]) else {
            self.shared.clear();
            return (Vec::new(), 0);
        };
        let own = kind + length;
        let lead = [&name[first..at], &name[kind..own]].concat();
        self.said = places(piece[first..at].iter().chain(&piece[kind..own]));
        self.shared = vec![lead.clone()];
        let proper = &name[own..];
        match proper.is_empty() || self.vocabulary.open.at_start(proper).is_some() {
            true => (Vec::new(), 0),
            false => (vec![[&lead, proper].concat()], own),
        }
    }

    /// Reads a name that is not one of several.
    fn single_name(&mut self, piece: &[ListWord], name: NameWords) -> (Vec<NameWords>, usize) {
        let bare = self.vocabulary.bare.at_start(&name) == Some(name.len());
        if bare || self.vocabulary.kinds.at_start(&name).is_none() {
            self.is_list |= piece[0].joint == NameJoint::Comma && !self.shared.is_empty();
            let behind = |lead: &NameWords| [lead.as_slice(), &name].concat();
            let mut readings: Vec<NameWords> = self.shared.iter().map(behind).collect();
            readings.push(name);
            return (readings, 0);
        }
        let kind = self.vocabulary.shared.at_start(&name);
        let is_kind_alone = kind == Some(name.len());
        if is_kind_alone && self.is_list && !self.shared.is_empty() {
            // "UBND các tỉnh, thành phố: …"
            let first = &self.shared[0];
            let before = first.len() - self.shared_kind_length(first);
            let lead = [&first[..before], &name].concat();
            self.shared.push(lead);
            return (Vec::new(), 0);
        }
        if self.is_list && self.is_group_word(&name) {
            return (Vec::new(), 0);
        }
        self.shared = kind.map(|length| vec![name[..length].to_vec()]).unwrap_or_default();
        self.said = places(piece[..kind.unwrap_or_default()].iter());
        self.is_list = false;
        (vec![name], 0)
    }

    /// Tells whether a name behind "các bộ" names nobody either: "ngành liên quan".
    fn is_group_word(&self, name: &[String]) -> bool {
        self.vocabulary.generic.at_start(name).is_some_and(|length| {
            let rest = &name[length..];
            rest.is_empty() || self.vocabulary.open.at_start(rest).is_some()
        })
    }

    /// Returns how many words the kind has that a lead ends in.
    fn shared_kind_length(&self, lead: &[String]) -> usize {
        (0..lead.len())
            .find(|&at| self.vocabulary.shared.at_start(&lead[at..]) == Some(lead.len() - at))
            .map_or(0, |at| lead.len() - at)
    }
}

/// Returns where words are; those of one abbreviation are in one place.
fn places<'w>(words: impl Iterator<Item = &'w ListWord>) -> Vec<Range<usize>> {
    let mut places: Vec<Range<usize>> = words.map(|word| word.range.clone()).collect();
    places.dedup();
    places
}

fn texts(words: &[ListWord]) -> NameWords {
    words.iter().map(|word| word.text.clone()).collect()
}

/// Writes names in one way: abbreviations in full, names that hold commas without them.
fn unified(words: Vec<ListWord>, vocabulary: &OfficeVocabulary) -> Vec<ListWord> {
    let mut out: Vec<ListWord> = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let first = &words[at];
        let rest = words[at + 1..].iter().map(|word| word.text.as_str());
        let Some((length, name)) = vocabulary.replacement(&first.text, rest) else {
            out.push(first.clone());
            at += 1;
            continue;
        };
        let range = first.range.start..words[at + length - 1].range.end;
        for (index, text) in name.iter().enumerate() {
            let joint = if index == 0 { first.joint } else { NameJoint::Blank };
            out.push(ListWord { text: text.clone(), joint, range: range.clone() });
        }
        at += length;
    }
    out
}

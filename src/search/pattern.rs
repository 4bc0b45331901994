//! Words in a row: what was typed → what of a folded text they match.
//!
//! A syllable matches a whole syllable. Between words that were typed apart, any blanks and signs
//! may stand; what was typed without a blank between must stand without one, but for dashes.
//! Knows folded text; whether marks and capitals are right is looked up in the original text by
//! those who have it (`page`).

use super::mode::Mode;
use super::reading::{How, Reading, Tail, readings};
use crate::text::fold::fold_char;
use memchr::memmem;
use std::ops::Range;

/// How many bytes of blanks and signs may stand between two words.
const WIDEST_GAP: usize = 24;

/// Words in a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pattern {
    atoms: Vec<Atom>,
    tail: Tail,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Atom {
    joint: Joint,
    kind: Kind,
}

/// How something follows what comes before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    /// At once.
    Glued,
    /// After any blanks and signs.
    Apart,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    /// A syllable, in all that it may mean.
    Syllable(Vec<Reading>),
    /// A sign, folded.
    Sign(char),
}

impl Pattern {
    /// Makes a pattern of words, in NFC.
    pub fn new(words: &str, mode: Mode, tail: Tail) -> Self {
        Pattern::made(words, tail, |syllable, tail| readings(syllable, mode, tail))
    }

    /// Makes a pattern of words that nobody typed: they mean what they say.
    pub(super) fn literal(words: &str, mode: Mode) -> Self {
        Pattern::made(words, Tail::Whole, |syllable, _| {
            readings(syllable, mode, Tail::Whole).into_iter().take(1).collect()
        })
    }

    fn made(words: &str, tail: Tail, readings: impl Fn(&str, Tail) -> Vec<Reading>) -> Self {
        let mut atoms = Vec::new();
        let mut joint = Joint::Apart;
        let mut rest = words;
        while let Some(c) = rest.chars().next() {
            let length = syllable_end(rest);
            if length > 0 {
                let (syllable, behind) = rest.split_at(length);
                let tail = if behind.is_empty() { tail } else { Tail::Whole };
                atoms.push(Atom { joint, kind: Kind::Syllable(readings(syllable, tail)) });
                (joint, rest) = (Joint::Glued, behind);
                continue;
            }
            rest = &rest[c.len_utf8()..];
            match fold_char(c) {
                None => {}
                Some(' ') => joint = Joint::Apart,
                Some('-') => {
                    atoms.push(Atom { joint: Joint::Apart, kind: Kind::Sign('-') });
                    joint = Joint::Apart;
                }
                Some(sign) => {
                    atoms.push(Atom { joint, kind: Kind::Sign(sign) });
                    joint = Joint::Glued;
                }
            }
        }
        Pattern { atoms, tail }
    }

    /// Makes one pattern of several, each apart from the one before.
    pub(super) fn joined<'p>(patterns: impl IntoIterator<Item = &'p Pattern>) -> Self {
        let mut all = Pattern::default();
        for pattern in patterns {
            all.tail = pattern.tail;
            all.atoms.extend(pattern.atoms.iter().cloned());
        }
        all
    }

    /// Tells whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.atoms.is_empty()
    }

    /// Tells whether it is made of signs alone.
    pub fn is_signs(&self) -> bool {
        self.syllables().next().is_none()
    }

    /// Tells whether the last syllable may be the beginning of one.
    pub fn tail(&self) -> Tail {
        self.tail
    }

    /// Gives the syllables in order, each in all that it may mean; signs are left out.
    pub fn syllables(&self) -> impl Iterator<Item = &[Reading]> {
        self.atoms.iter().filter_map(|atom| match &atom.kind {
            Kind::Syllable(readings) => Some(readings.as_slice()),
            Kind::Sign(_) => None,
        })
    }

    /// Tells how much looking for it narrows a search: the length of its longest syllable.
    pub(super) fn weight(&self) -> usize {
        self.syllables()
            .filter_map(|all| all.first())
            .map(|own| own.written().len())
            .max()
            .unwrap_or(0)
    }

    /// Tells whether a syllable may mean more than its own letters.
    pub fn has_keys(&self) -> bool {
        self.syllables().any(|readings| readings.iter().any(|reading| reading.how().is_typed()))
    }

    /// Starts looking for the pattern in a folded text, from an offset on.
    pub(super) fn seek<'p, 't>(&'p self, text: &'t str, from: usize) -> Seek<'p, 't> {
        Seek::new(self, text, from)
    }
}

/// Gives the length of the syllable that a text begins with, its combining marks included.
fn syllable_end(text: &str) -> usize {
    let mut end = 0;
    let mut before = None;
    for (at, c) in text.char_indices() {
        let is_mark = fold_char(c).is_none();
        if is_mark && end > 0 {
            end = at + c.len_utf8();
            continue;
        }
        if !c.is_alphanumeric() || before.is_some_and(|before| !joins(before, c)) {
            break;
        }
        (before, end) = (Some(c), at + c.len_utf8());
    }
    end
}

/// Tells whether two characters are of one word. Chữ Nôm and other ideographs stand alone.
fn joins(a: char, b: char) -> bool {
    let alone = |c: char| matches!(c, '\u{2E80}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}');
    a.is_alphanumeric() && b.is_alphanumeric() && !alone(a) && !alone(b)
}

/// Tells whether a word may begin or end at an offset.
fn is_boundary(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at..].chars().next();
    !matches!((before, after), (Some(before), Some(after)) if joins(before, after))
}

/// Where a pattern was found in a folded text.
#[derive(Clone, Debug, Default)]
pub(super) struct Spot {
    /// The stretch of each part; and of a syllable, which of its readings it is.
    parts: Vec<(Range<usize>, usize)>,
}

impl Spot {
    pub(super) fn range(&self) -> Range<usize> {
        let start = self.parts.first().map_or(0, |(range, _)| range.start);
        start..self.parts.last().map_or(start, |(range, _)| range.end)
    }
}

/// The places in a folded text where a pattern is, in order of one of its syllables.
pub(super) struct Seek<'p, 't> {
    pattern: &'p Pattern,
    text: &'t str,
    /// The part that is looked for first: the longest syllable.
    anchor: usize,
    streams: Vec<Stream<'p>>,
    spot: Spot,
}

/// The places of one form of the anchor.
struct Stream<'p> {
    reading: usize,
    fit: Fit,
    finder: memmem::Finder<'p>,
    length: usize,
    next: Option<usize>,
}

/// Whether a form stands for whole syllables alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fit {
    Whole,
    Open,
}

impl<'p, 't> Seek<'p, 't> {
    fn new(pattern: &'p Pattern, text: &'t str, from: usize) -> Self {
        let shortest = |atom: &Atom| match &atom.kind {
            Kind::Syllable(readings) => {
                let forms = readings.iter().flat_map(Reading::forms);
                1 + forms.map(String::len).min().unwrap_or(0)
            }
            Kind::Sign(_) => 0,
        };
        let anchor = (0..pattern.atoms.len()).max_by_key(|&index| shortest(&pattern.atoms[index]));
        let mut seek = Seek {
            pattern,
            text,
            anchor: anchor.unwrap_or(0),
            streams: Vec::new(),
            spot: Spot::default(),
        };
        let Some(atom) = anchor.and_then(|anchor| pattern.atoms.get(anchor)) else { return seek };
        match &atom.kind {
            Kind::Syllable(readings) => {
                for (index, reading) in readings.iter().enumerate() {
                    for (form, fit) in forms(reading, seek.may_be_open(seek.anchor)) {
                        seek.stream(index, fit, form.as_bytes(), from);
                    }
                }
            }
            Kind::Sign(sign) => {
                let mut bytes = [0; 4];
                let bytes = sign.encode_utf8(&mut bytes).as_bytes().to_vec();
                let finder = memmem::Finder::new(&bytes).into_owned();
                let next = find_from(&finder, text, from);
                let length = bytes.len();
                seek.streams.push(Stream { reading: 0, fit: Fit::Whole, finder, length, next });
            }
        }
        seek
    }

    fn stream(&mut self, reading: usize, fit: Fit, form: &'p [u8], from: usize) {
        let finder = memmem::Finder::new(form);
        let next = find_from(&finder, self.text, from);
        self.streams.push(Stream { reading, fit, finder, length: form.len(), next });
    }

    fn may_be_open(&self, atom: usize) -> Fit {
        let last = atom + 1 == self.pattern.atoms.len();
        if last && self.pattern.tail != Tail::Whole { Fit::Open } else { Fit::Whole }
    }

    /// Finds the next place.
    pub(super) fn next(&mut self) -> Option<&Spot> {
        loop {
            let (at, index) = self
                .streams
                .iter()
                .enumerate()
                .filter_map(|(index, stream)| Some((stream.next?, index)))
                .min()?;
            let stream = &mut self.streams[index];
            stream.next = find_from(&stream.finder, self.text, at + 1);
            let (range, reading, fit) = (at..at + stream.length, stream.reading, stream.fit);
            if self.grow(range, reading, fit) {
                return Some(&self.spot);
            }
        }
    }

    /// Gives where the anchor is looked at next, for those who have seen enough of a stretch.
    pub(super) fn skip_to(&mut self, offset: usize) {
        for stream in &mut self.streams {
            if stream.next.is_some_and(|next| next < offset) {
                stream.next = find_from(&stream.finder, self.text, offset);
            }
        }
    }

    /// Tells whether the whole pattern stands around its anchor, and keeps where.
    fn grow(&mut self, anchor: Range<usize>, reading: usize, fit: Fit) -> bool {
        let is_syllable = matches!(self.pattern.atoms[self.anchor].kind, Kind::Syllable(_));
        let bounded = is_boundary(self.text, anchor.start)
            && (fit == Fit::Open || is_boundary(self.text, anchor.end));
        if is_syllable && !bounded {
            return false;
        }
        let atoms = &self.pattern.atoms;
        self.spot.parts.clear();
        self.spot.parts.resize(atoms.len(), (0..0, 0));
        let (mut start, mut end) = (anchor.start, anchor.end);
        self.spot.parts[self.anchor] = (anchor, reading);
        for index in (0..self.anchor).rev() {
            let Some(part) = self.before(&atoms[index], atoms[index + 1].joint, start) else {
                return false;
            };
            start = part.0.start;
            self.spot.parts[index] = part;
        }
        for index in self.anchor + 1..atoms.len() {
            let Some(part) = self.after(index, end) else { return false };
            end = part.0.end;
            self.spot.parts[index] = part;
        }
        true
    }

    /// Finds what an atom matches right before an offset.
    fn before(&self, atom: &Atom, joint: Joint, end: usize) -> Option<(Range<usize>, usize)> {
        let text = &self.text[..end];
        match &atom.kind {
            Kind::Sign(sign) => {
                let at = match joint {
                    Joint::Glued => text.ends_with(*sign).then(|| end - sign.len_utf8()),
                    Joint::Apart => gap_before(text).find(|&(_, c)| c == *sign).map(|(at, _)| at),
                }?;
                Some((at..at + sign.len_utf8(), 0))
            }
            Kind::Syllable(readings) => {
                let gap = match joint {
                    Joint::Glued => end,
                    Joint::Apart => gap_before(text).last().map_or(end, |(at, _)| at),
                };
                let text = &self.text[..gap];
                let mut found = readings.iter().enumerate().flat_map(|(index, reading)| {
                    reading.forms().iter().map(move |form| (index, form))
                });
                found.find_map(|(index, form)| {
                    let start = text.ends_with(form.as_str()).then(|| gap - form.len())?;
                    let whole = is_boundary(self.text, start) && is_boundary(self.text, gap);
                    whole.then_some((start..gap, index))
                })
            }
        }
    }

    /// Finds what an atom matches right behind an offset.
    fn after(&self, index: usize, start: usize) -> Option<(Range<usize>, usize)> {
        let Atom { joint, kind } = &self.pattern.atoms[index];
        let text = &self.text[start..];
        match kind {
            Kind::Sign(sign) => {
                let at = match joint {
                    Joint::Glued => text.starts_with(*sign).then_some(0),
                    Joint::Apart => gap_after(text).find(|&(_, c)| c == *sign).map(|(at, _)| at),
                }?;
                Some((start + at..start + at + sign.len_utf8(), 0))
            }
            Kind::Syllable(readings) => {
                let gap = match joint {
                    Joint::Glued => 0,
                    Joint::Apart => gap_after(text).last().map_or(0, |(at, c)| at + c.len_utf8()),
                };
                let at = start + gap;
                let open = self.may_be_open(index);
                let mut found = readings.iter().enumerate().flat_map(|(index, reading)| {
                    forms(reading, open).map(move |form| (index, form))
                });
                found.find_map(|(index, (form, fit))| {
                    let end = self.text[at..].starts_with(form).then(|| at + form.len())?;
                    let whole = is_boundary(self.text, at)
                        && (fit == Fit::Open || is_boundary(self.text, end));
                    whole.then_some((at..end, index))
                })
            }
        }
    }
}

/// Gives the forms of a reading, and whether each stands for the beginnings of syllables too.
fn forms(reading: &Reading, fit: Fit) -> impl Iterator<Item = (&str, Fit)> {
    let of = move |index| if index == 0 { fit } else { Fit::Whole };
    reading.forms().iter().enumerate().map(move |(index, form)| (form.as_str(), of(index)))
}

fn find_from(finder: &memmem::Finder<'_>, text: &str, from: usize) -> Option<usize> {
    Some(from + finder.find(text.as_bytes().get(from..)?)?)
}

/// Gives the blanks and signs at the end of a text, the last first.
fn gap_before(text: &str) -> impl Iterator<Item = (usize, char)> {
    let end = text.len();
    let in_gap =
        move |&(at, c): &(usize, char)| !c.is_alphanumeric() && c != '\n' && end - at <= WIDEST_GAP;
    text.char_indices().rev().take_while(in_gap)
}

/// Gives the blanks and signs at the start of a text.
fn gap_after(text: &str) -> impl Iterator<Item = (usize, char)> {
    let in_gap = |&(at, c): &(usize, char)| !c.is_alphanumeric() && c != '\n' && at < WIDEST_GAP;
    text.char_indices().take_while(in_gap)
}

impl Pattern {
    /// Tells how a spot matches, given the original text: `source` gives the original of a folded
    /// offset that begins a stretch, and of one that ends it. Nothing if marks or capitals are not
    /// as they must be.
    pub(super) fn verdict<'s>(
        &self,
        spot: &Spot,
        mut original: impl FnMut(Range<usize>) -> (&'s str, &'s str),
    ) -> Option<How> {
        let mut how = How::Unmarked;
        for (atom, (range, reading)) in self.atoms.iter().zip(&spot.parts) {
            let Kind::Syllable(readings) = &atom.kind else { continue };
            let reading = &readings[*reading];
            if reading.is_particular() {
                let (found, whole) = original(range.clone());
                if !reading.fits(found, whole) {
                    return None;
                }
            }
            how = how.max(reading.how());
        }
        Some(how)
    }
}

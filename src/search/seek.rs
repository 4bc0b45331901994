//! Looking for words in a row in a folded text: the longest syllable first, then what stands around it.

use super::cut::Cuts;
use super::pattern::{Atom, AtomKind, Joint, Pattern, joins};
use super::reading::{How, SyllableReading, Tail};
use memchr::memmem;
use std::borrow::Cow;
use std::ops::Range;

/// How many bytes of blanks and signs may stand between two words.
const WIDEST_GAP: usize = 24;

/// Where a pattern was found in a folded text.
#[derive(Clone, Debug, Default)]
pub(super) struct PatternMatch {
    /// The stretch of each part; and of a syllable, which of its readings it is.
    parts: Vec<(Range<usize>, usize)>,
}

impl PatternMatch {
    /// Gives the stretch of each part, and of a syllable which of its readings it is.
    pub(super) fn parts(&self) -> &[(Range<usize>, usize)] {
        &self.parts
    }

    pub(super) fn range(&self) -> Range<usize> {
        let start = self.parts.first().map_or(0, |(range, _)| range.start);
        start..self.parts.last().map_or(start, |(range, _)| range.end)
    }
}

/// The places in a folded text where a pattern is, in order of one of its syllables.
pub(super) struct Seek<'p, 't> {
    pattern: &'p Pattern,
    text: &'t str,
    cuts: &'t Cuts,
    /// The part that is looked for first: the longest syllable.
    anchor: usize,
    streams: Vec<FormMatches<'p>>,
    /// The same for words that were cut.
    cut_streams: Vec<CutStream<'p>>,
    spot: PatternMatch,
}

/// The places of one form of the anchor.
struct FormMatches<'p> {
    reading: usize,
    fit: Fit,
    finder: memmem::Finder<'p>,
    length: usize,
    next: Option<usize>,
}

/// The cut words that are one form of the anchor.
struct CutStream<'p> {
    reading: usize,
    fit: Fit,
    form: &'p str,
    next: Option<Range<usize>>,
}

impl CutStream<'_> {
    fn go_on(&mut self, cuts: &Cuts, from: usize, end: usize) {
        let (form, fit) = (self.form, self.fit);
        self.next = cuts.find(from, end, |word| fit.fits(word, form));
    }
}

/// Whether a form stands for whole syllables alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fit {
    Whole,
    Open,
}

impl Fit {
    /// Tells whether a form stands for a word.
    fn fits(self, word: &str, form: &str) -> bool {
        match self {
            Fit::Whole => word == form,
            Fit::Open => word.starts_with(form),
        }
    }
}

impl<'p, 't> Seek<'p, 't> {
    pub(super) fn new(
        pattern: &'p Pattern,
        (text, cuts): (&'t str, &'t Cuts),
        from: usize,
    ) -> Self {
        let shortest = |atom: &Atom| match &atom.kind {
            AtomKind::Syllable(readings) => {
                let forms = readings.iter().flat_map(SyllableReading::forms);
                1 + forms.map(String::len).min().unwrap_or(0)
            }
            AtomKind::Sign(_) => 0,
        };
        let anchor = (0..pattern.atoms.len()).max_by_key(|&index| shortest(&pattern.atoms[index]));
        let mut seek = Seek {
            pattern,
            text,
            cuts,
            anchor: anchor.unwrap_or(0),
            streams: Vec::new(),
            cut_streams: Vec::new(),
            spot: PatternMatch::default(),
        };
        let Some(atom) = anchor.and_then(|anchor| pattern.atoms.get(anchor)) else { return seek };
        match &atom.kind {
            AtomKind::Syllable(readings) => {
                for (index, reading) in readings.iter().enumerate() {
                    for (form, fit) in forms(reading, seek.may_be_open(seek.anchor)) {
                        seek.stream(index, fit, form.as_bytes(), from);
                        if !cuts.is_empty() {
                            let mut stream = CutStream { reading: index, fit, form, next: None };
                            stream.go_on(cuts, from, text.len());
                            seek.cut_streams.push(stream);
                        }
                    }
                }
            }
            AtomKind::Sign(sign) => {
                let mut bytes = [0; 4];
                let bytes = sign.encode_utf8(&mut bytes).as_bytes().to_vec();
                let finder = memmem::Finder::new(&bytes).into_owned();
                let next = find_from(&finder, text, from);
                let length = bytes.len();
                seek.streams.push(FormMatches {
                    reading: 0,
                    fit: Fit::Whole,
                    finder,
                    length,
                    next,
                });
            }
        }
        seek
    }

    fn stream(&mut self, reading: usize, fit: Fit, form: &'p [u8], from: usize) {
        let finder = memmem::Finder::new(form);
        let next = find_from(&finder, self.text, from);
        self.streams.push(FormMatches { reading, fit, finder, length: form.len(), next });
    }

    fn may_be_open(&self, atom: usize) -> Fit {
        let last = atom + 1 == self.pattern.atoms.len();
        if last && self.pattern.tail != Tail::Whole { Fit::Open } else { Fit::Whole }
    }

    /// Finds the next place.
    pub(super) fn next(&mut self) -> Option<&PatternMatch> {
        loop {
            let found = self.streams.iter().enumerate();
            let found = found.filter_map(|(index, stream)| Some((stream.next?, index))).min();
            let cut = self.cut_streams.iter().enumerate();
            let cut = cut.filter_map(|(index, s)| Some((s.next.as_ref()?.start, index))).min();
            if let Some((at, index)) = cut.filter(|cut| found.is_none_or(|found| cut.0 < found.0)) {
                let (cuts, end) = (self.cuts, self.text.len());
                let stream = &mut self.cut_streams[index];
                let (reading, fit, range) = (stream.reading, stream.fit, stream.next.take()?);
                stream.go_on(cuts, at + 1, end);
                if self.grow(range, reading, fit) {
                    return Some(&self.spot);
                }
                continue;
            }
            let (at, index) = found?;
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
        let (cuts, end) = (self.cuts, self.text.len());
        for stream in &mut self.cut_streams {
            if stream.next.as_ref().is_some_and(|next| next.start < offset) {
                stream.go_on(cuts, offset, end);
            }
        }
    }

    /// Tells whether the whole pattern stands around its anchor, and keeps where.
    fn grow(&mut self, anchor: Range<usize>, reading: usize, fit: Fit) -> bool {
        let is_syllable = matches!(self.pattern.atoms[self.anchor].kind, AtomKind::Syllable(_));
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
            AtomKind::Sign(sign) => {
                let at = match joint {
                    Joint::Glued => text.ends_with(*sign).then(|| end - sign.len_utf8()),
                    Joint::Apart => gap_before(text).find(|&(_, c)| c == *sign).map(|(at, _)| at),
                }?;
                Some((at..at + sign.len_utf8(), 0))
            }
            AtomKind::Syllable(readings) => {
                let gap = match joint {
                    Joint::Glued => end,
                    Joint::Apart => gap_before(text).last().map_or(end, |(at, _)| at),
                };
                let text = &self.text[..gap];
                let mut found = readings.iter().enumerate().flat_map(|(index, reading)| {
                    reading.forms().iter().map(move |form| (index, form))
                });
                found.find_map(|(index, form)| {
                    if let Some(cut) = self.cuts.ending(gap, |word| word == form) {
                        return Some((cut, index));
                    }
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
            AtomKind::Sign(sign) => {
                let at = match joint {
                    Joint::Glued => text.starts_with(*sign).then_some(0),
                    Joint::Apart => gap_after(text).find(|&(_, c)| c == *sign).map(|(at, _)| at),
                }?;
                Some((start + at..start + at + sign.len_utf8(), 0))
            }
            AtomKind::Syllable(readings) => {
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
                    let cut = self.cuts.beginning(at, |word| fit.fits(word, form));
                    if let Some(cut) = cut.filter(|cut| cut.end <= self.text.len()) {
                        return Some((cut, index));
                    }
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
fn forms(reading: &SyllableReading, fit: Fit) -> impl Iterator<Item = (&str, Fit)> {
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

/// Tells whether a word may begin or end at an offset.
fn is_boundary(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at..].chars().next();
    !matches!((before, after), (Some(before), Some(after)) if joins(before, after))
}

impl Pattern {
    /// Tells how a spot matches, given the original text: `source` gives the original of a folded
    /// offset that begins a stretch, and of one that ends it. Nothing if marks or capitals are not
    /// as they must be.
    pub(super) fn verdict<'s>(
        &self,
        spot: &PatternMatch,
        mut original: impl FnMut(Range<usize>) -> (Cow<'s, str>, Cow<'s, str>),
    ) -> Option<How> {
        let mut how = How::Unmarked;
        for (atom, (range, reading)) in self.atoms.iter().zip(spot.parts()) {
            let AtomKind::Syllable(readings) = &atom.kind else { continue };
            let reading = &readings[*reading];
            if reading.is_particular() {
                let (found, whole) = original(range.clone());
                if !reading.fits(&found, &whole) {
                    return None;
                }
            }
            how = how.max(reading.how());
        }
        Some(how)
    }
}

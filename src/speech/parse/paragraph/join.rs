//! Whether a line goes on the line before it.

mod cut;

use super::line::{LineEnding, LineForm, LineOpening, SourceLine};
use super::note::{is_field, is_note, is_subject};
use super::open::{OpenLists, is_alike};
use super::sentences::are_sentences;
use super::wrap::{Gaps, Window, Wrap};
use crate::speech::parse::lexicon::Lexicon;
use crate::speech::parse::marker::{Family, Marker, far_marker_of, marker_of, near};
use crate::text::lowercase;
use std::cell::Cell;

/// The shortest line, in characters, that a small letter goes on in a text that is not wrapped:
/// shorter ones are entries of a menu.
const SENTENCE: u32 = 20;
/// How many lines below a first member its second is looked for.
const AHEAD: usize = 24;
/// The longest number with its sign, in bytes.
const NUMBER: usize = 8;
/// Finds the paragraphs of a text, one after the other.
pub(super) struct Joiner<'t> {
    text: &'t str,
    lines: &'t [SourceLine],
    lexicon: &'t Lexicon,
    shape: ParagraphShape<'t>,
    lists: OpenLists,
    /// The line whose marker was asked for last, and the answer.
    known: Cell<Option<(usize, Option<Marker>)>>,
}

/// How the lines of the text make paragraphs.
enum ParagraphShape<'t> {
    /// A paragraph is a line.
    Lines,
    /// A paragraph is a run of sentences, one a line, between blank lines.
    Sentences,
    /// Lines were broken at a width.
    Wrapped(Wrap, Window<'t>),
}

impl<'t> Joiner<'t> {
    /// Sees how the lines of a text, and of which wrap, make paragraphs.
    pub fn new(
        text: &'t str,
        lines: &'t [SourceLine],
        wrap: Option<Wrap>,
        lexicon: &'t Lexicon,
    ) -> Self {
        let mut lists = OpenLists::default();
        let shape = match wrap {
            Some(wrap) => {
                lists.adjacent = adjacent(text, lines, &wrap, lexicon);
                ParagraphShape::Wrapped(wrap, Window::new(wrap, lines))
            }
            None if are_sentences(text, lines) => ParagraphShape::Sentences,
            None => ParagraphShape::Lines,
        };
        Joiner { text, lines, lexicon, shape, lists, known: Cell::new(None) }
    }

    /// Returns the last line of the paragraph that begins with line `first`.
    pub fn paragraph(&mut self, first: usize) -> usize {
        if !matches!(self.shape, ParagraphShape::Lines) {
            let ended = first.checked_sub(1).map(|at| self.lines[at].ending);
            let marker = self.marker(first);
            self.lists.open(marker, ended);
        }
        if let ParagraphShape::Wrapped(..) = self.shape {
            self.note_inline(first, first);
        }
        let mut last = first;
        while last + 1 < self.lines.len() && self.joins(first, last) {
            last += 1;
            if let ParagraphShape::Wrapped(..) = self.shape {
                self.note_inline(last, first);
            }
        }
        last
    }

    fn line(&self, at: usize) -> &'t str {
        self.lines[at].of(self.text)
    }

    /// Returns the marker that a line begins with. The last answer is kept: a line is asked of as the
    /// next one, and again as the first of its paragraph.
    fn marker(&self, at: usize) -> Option<Marker> {
        if let Some((_, marker)) = self.known.get().filter(|(known, _)| *known == at) {
            return marker;
        }
        // A number that is too large to be believed by itself goes on an open list.
        let (line, lexicon) = (self.line(at), self.lexicon);
        let far = far_marker_of(line, lexicon);
        let marker = far.and_then(|far| near(far, lexicon));
        let marker = marker.or_else(|| far.filter(|far| self.lists.may_hold(far)));
        self.known.set(Some((at, marker)));
        marker
    }

    /// Tells whether the line behind `at` goes on the paragraph of the lines from `first` to `at`.
    fn joins(&mut self, first: usize, at: usize) -> bool {
        let (line, next) = (self.lines[at], self.lines[at + 1]);
        let apart = line.form == LineForm::Apart
            || matches!(next.form, LineForm::Apart | LineForm::Heading);
        let alone = is_note(self.text, self.lines, at + 1)
            || is_field(self.text, self.lines, at + 1, self.lexicon)
            || is_subject(self.line(at + 1), self.lexicon);
        if apart || !line.touches(&next) || alone {
            return false;
        }
        if next.opening == LineOpening::Stop || self.is_reference(at + 1) {
            return true;
        }
        if at == first && self.is_lone_marker(at) && self.marker(at + 1).is_none() {
            return true;
        }
        if self.leaves_bold_open(at) || self.is_range(at) || self.cuts_word(at) {
            return true;
        }
        if line.form == LineForm::Capitals {
            return self.is_heading_cut(first, at);
        }
        match &mut self.shape {
            ParagraphShape::Wrapped(wrap, window) => {
                let wrap = *wrap;
                if window.is_wrapped(at) {
                    self.joins_wrapped(&wrap, first, at)
                } else {
                    self.joins_split(first, at)
                }
            }
            ParagraphShape::Sentences => {
                let ends = line.ending == LineEnding::Sentence && next.form == LineForm::Prose;
                ends && !self.is_salutation(at + 1) && self.marker(at + 1).is_none()
                    || self.joins_split(first, at)
            }
            ParagraphShape::Lines => self.joins_split(first, at),
        }
    }

    /// Tells whether a sentence runs over the end of a line that nothing asked to end.
    fn joins_split(&self, first: usize, at: usize) -> bool {
        let (line, next) = (&self.lines[at], &self.lines[at + 1]);
        let sentence = at > first || line.width >= SENTENCE || line.ending == LineEnding::Comma;
        sentence
            && line.runs_into(next)
            && (line.form, next.form) == (LineForm::Prose, LineForm::Prose)
            && self.marker(at + 1).is_none()
    }

    fn joins_wrapped(&self, wrap: &Wrap, first: usize, at: usize) -> bool {
        let (line, next) = (&self.lines[at], &self.lines[at + 1]);
        let forced = wrap.forces(line, next);
        let open = matches!(line.ending, LineEnding::Open | LineEnding::Comma);
        if line.form == LineForm::Heading && !(forced && open) {
            return false;
        }
        if next.form == LineForm::Capitals {
            return forced && open;
        }
        let runs_on = forced && open;
        if next.opening == LineOpening::Capital && !runs_on && self.is_salutation(at + 1) {
            return false;
        }
        // Most lines go on with a small letter: words that are markers only begin a paragraph
        // with a capital.
        let plain = next.opening == LineOpening::Small && !self.is_signed(at + 1);
        if plain && (runs_on || line.runs_into(next)) {
            return true;
        }
        if let Some(marker) = self.marker(at + 1) {
            return self.joins_marked(wrap, at, &marker);
        }
        if forced {
            return match line.ending {
                LineEnding::Colon => {
                    next.opening != LineOpening::Capital || wrap.gaps == Gaps::Blank
                }
                // The first line of a paragraph is indented, those behind it are not.
                LineEnding::Sentence => at == first || next.indent <= line.indent,
                LineEnding::Semicolon | LineEnding::Comma | LineEnding::Open => true,
            };
        }
        // No paragraph of such a text begins with a small letter.
        if line.runs_into(next) || next.opening == LineOpening::Small && wrap.gaps == Gaps::Blank {
            return true;
        }
        // Where blank lines stand between paragraphs, a line that is too short is one that a
        // converter took something from.
        let long = 5 * line.width >= 3 * wrap.least;
        let begins = at == first && 5 * next.width >= 4 * wrap.least;
        let cut = line.ending == LineEnding::Comma
            || next.opening == LineOpening::Digit
            || long
            || begins;
        wrap.gaps == Gaps::Blank && open && cut
    }

    /// Tells whether a line begins with a short word and a sign: "a)".
    fn is_signed(&self, at: usize) -> bool {
        let words = self.line(at).as_bytes();
        let short = &words[..words.len().min(NUMBER)];
        memchr::memchr3(b')', b'.', b'/', short).is_some() || short.contains(&b'-')
    }

    /// Tells whether what looks like a marker is only what the wrap put at the start of a line.
    fn joins_marked(&self, wrap: &Wrap, at: usize, marker: &Marker) -> bool {
        let (line, next) = (&self.lines[at], &self.lines[at + 1]);
        let forced = wrap.forces(line, next);
        let open = matches!(line.ending, LineEnding::Open | LineEnding::Comma);
        let spoken = !matches!(marker.family, Family::Letter | Family::SmallRoman);
        if spoken && next.opening == LineOpening::Small {
            return (forced || open) && line.ending != LineEnding::Colon;
        }
        let long = wrap.gaps == Gaps::Blank && 5 * line.width >= 3 * wrap.least;
        if (forced || long) && self.lists.goes_on_inline(marker) {
            return true;
        }
        let second = || match marker.ordinal {
            1 => self.second(wrap, at + 1, marker),
            _ => Second::Missing,
        };
        match (open, forced) {
            (true, true) => !self.lists.awaits(marker) && second() != Second::Beginning,
            (true, false) => long && !self.lists.awaits(marker) && !self.lists.is_adjacent(marker),
            (false, true) if wrap.gaps == Gaps::Blank => !self.lists.is_adjacent(marker),
            (false, true) if marker.ordinal > 1 => !self.lists.may_hold(marker),
            (false, true) => second() == Second::Within,
            (false, false) => false,
        }
    }

    /// Finds where the second member of a list is whose first is at the start of line `at`.
    fn second(&self, wrap: &Wrap, at: usize, first: &Marker) -> Second {
        let is_second =
            |marker: Marker| is_alike(first, &marker) && marker.ordinal == first.ordinal + 1;
        let last = (at + AHEAD).min(self.lines.len() - 1);
        for before in at..last {
            let (line, next) = (&self.lines[before], &self.lines[before + 1]);
            if self.within(before, 1).any(is_second) {
                return Second::Within;
            }
            let open = matches!(line.ending, LineEnding::Open | LineEnding::Comma);
            let begins = !(line.touches(next) && open && wrap.forces(line, next));
            if begins
                && next.opening == self.lines[at].opening
                && self.marker(before + 1).is_some_and(is_second)
            {
                return Second::Beginning;
            }
        }
        Second::Missing
    }

    fn is_salutation(&self, at: usize) -> bool {
        let words = self.line(at);
        let head = lowercase(&words[..words.floor_char_boundary(24)]);
        let head = head.trim_start_matches(['*', '_']);
        self.lexicon.furniture.salutation.starts.starts(head)
    }

    /// Remembers the last marker that stands within a line; where the line begins a paragraph, its
    /// first word is not within it.
    fn note_inline(&mut self, at: usize, first: usize) {
        let found = self.within(at, usize::from(at == first)).last();
        self.lists.inline = found.or(self.lists.inline);
    }

    /// Finds the numbers with a sign that stand in a line, from byte `behind` on.
    fn within(&self, at: usize, behind: usize) -> impl Iterator<Item = Marker> {
        let words = self.line(at);
        let blanks = memchr::memchr_iter(b' ', words.as_bytes()).chain([words.len()]);
        let mut from = 0;
        let starts = blanks.filter_map(move |blank| {
            let word = &words.as_bytes()[from..blank];
            let start = from;
            from = blank + 1;
            let signed = matches!(word.last(), Some(b')' | b'.' | b'-' | b'/'));
            // A figure, a bracket or one letter, maybe behind emphasis: "năm." is none.
            let number = word.len() <= 3
                || matches!(word.first(), Some(b'0'..=b'9' | b'(' | b'*' | b'I' | b'V' | b'X'));
            Some(start).filter(|_| signed && number && word.len() <= NUMBER)
        });
        starts
            .filter(move |start| *start >= behind)
            .filter_map(|start| marker_of(&words[start..], self.lexicon))
    }
}

/// Where the second member of a list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Second {
    /// At the start of a line.
    Beginning,
    /// Within a line: the list is within a paragraph.
    Within,
    Missing,
}

/// Finds the families whose items follow each other without a blank line, though nothing forced
/// their lines to end.
fn adjacent(text: &str, lines: &[SourceLine], wrap: &Wrap, lexicon: &Lexicon) -> Vec<Marker> {
    let mut out: Vec<Marker> = Vec::new();
    for [line, next] in lines.array_windows() {
        let meant = line.touches(next)
            && line.form != LineForm::Apart
            && !wrap.forces(line, next)
            && !line.runs_into(next);
        let marker = meant.then(|| marker_of(next.of(text), lexicon)).flatten();
        out.extend(marker.filter(|marker| !out.iter().any(|known| is_alike(known, marker))));
    }
    // One dash alone is that of a name which the wrap broke: "Bưu chính" / "- Viễn thông".
    let again = |known: &Marker| {
        let own = |line: &&SourceLine| {
            marker_of(line.of(text), lexicon).is_some_and(|marker| is_alike(known, &marker))
        };
        lines.iter().filter(own).nth(1).is_some()
    };
    out.retain(|known| !known.family.is_bullet() || again(known));
    out
}

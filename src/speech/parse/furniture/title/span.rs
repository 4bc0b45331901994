//! Where a title ends that begins at a line: which of the lines below go on with it.

use super::part::{self, TitlePart};
use super::{Head, HeadLine, Medium};
use crate::speech::BlockKind;
use crate::speech::parse::furniture::FRONT;
use crate::speech::parse::furniture::line;
use crate::speech::parse::style::LineStyle;

/// The most lines of a title.
const LINES: usize = 8;
/// The longest line under the first one, in bytes.
const LONGEST: usize = 600;
/// The most lines between the name of a kind and its subject: a number, a day.
const GAP: usize = 3;

/// Returns the block behind the last one of the title that begins at block `start`.
pub(super) fn end(head: &Head, start: usize) -> usize {
    let mut title = TitleSpan { head, start, last: start, lines: 1 };
    let mut index = start + 1;
    while index < head.lines.len() && title.lines < LINES {
        if title.takes(index) {
            title.last = index;
            title.lines += 1;
        } else if !title.passes(index) {
            break;
        }
        index += 1;
    }
    title.last + 1
}

/// The lines of a title so far.
struct TitleSpan<'h, 'a> {
    head: &'h Head<'a>,
    start: usize,
    last: usize,
    lines: usize,
}

impl TitleSpan<'_, '_> {
    fn line(&self, index: usize) -> &HeadLine<'_> {
        &self.head.lines[index]
    }

    /// Tells whether only the name of the kind is there yet.
    fn is_bare(&self) -> bool {
        self.start == self.last && self.line(self.start).part == TitlePart::Kind
    }

    /// Tells whether the kind and who issued it are there, and no subject: "LỜI KÊU GỌI" / "CỦA ỦY BAN MẶT
    /// TRẬN XÃ".
    fn is_issued(&self) -> bool {
        let last = &self.line(self.last).line;
        self.lines == 2
            && self.line(self.start).part == TitlePart::Kind
            && last.words.starts_with("của ")
            && is_all_capitals(last.bare)
    }

    /// Tells whether a subject may stand behind a line: a number or a day between it and the kind.
    fn passes(&self, index: usize) -> bool {
        let seen = self.line(index);
        self.is_bare()
            && index - self.last <= GAP
            && seen.part == TitlePart::Around
            && !line::is_wordless(seen.raw)
    }

    /// Tells whether a line goes on with the title.
    fn takes(&self, index: usize) -> bool {
        let (next, last) = (self.line(index), self.line(self.last));
        let letter = self.line(self.start).part == TitlePart::About && next.kind == FRONT;
        if next.kind != BlockKind::Paragraph && !letter || next.raw.len() > LONGEST {
            return false;
        }
        if next.is_named && last.is_named {
            return true;
        }
        let small = next.line.bare.starts_with(char::is_lowercase);
        let further = self.goes_further(next);
        let open = self.is_open(last);
        match next.part {
            TitlePart::About if self.is_bare() => return true,
            TitlePart::Around | TitlePart::Topic | TitlePart::Section | TitlePart::About => {
                return false;
            }
            TitlePart::Person | TitlePart::Issuer if !(small || further || open) => return false,
            TitlePart::Open if part::is_bare_day(&next.line) && !self.has_number() => return false,
            TitlePart::Prose if !self.ends_with_stop(index) => return false,
            _ => {}
        }
        if self.is_bare() || self.is_issued() {
            let subject = self.is_subject(index, small || further);
            if subject || self.is_bare() {
                return subject;
            }
        }
        // What is marked as a heading of another level heads something else.
        let level = |style| match style {
            LineStyle::Marked(level) => level,
            _ => 0,
        };
        if level(next.style) > 0 && level(next.style) != level(last.style) {
            return false;
        }
        let ended =
            line::ends_sentence(last.line.bare) && !last.line.bare.ends_with("...") && !open;
        // "BÁO CÁO CỦA BAN GIÁM ĐỐC" / "trình đại hội": what is whole goes on with few words alone.
        let goes_on = small && (further || open || !is_all_capitals(last.line.bare));
        !ended && (goes_on || open || self.is_like(index) || further && self.is_set(index))
    }

    /// Tells whether a line may be the subject under the name of a kind.
    fn is_subject(&self, index: usize, further: bool) -> bool {
        let (next, kind) = (self.line(index), self.line(self.start));
        let words = self.head.words(next);
        if is_all_capitals(next.line.bare) || next.style < LineStyle::Plain || further {
            return next.part != TitlePart::Prose || further && self.is_set(index);
        }
        if words.subjects.starts(&next.line.words) {
            return next.part != TitlePart::Prose;
        }
        let set = is_all_capitals(kind.line.bare) || kind.style < LineStyle::Plain;
        let shape =
            next.line.bare.starts_with(|c: char| {
                c.is_uppercase() || c.is_ascii_digit() || c == '“' || c == '"'
            }) && next.part != TitlePart::Prose
                && !next.line.bare.ends_with(',');
        set && shape && self.is_set(index)
    }

    /// Tells whether a line is set like the last one of the title, and nothing stands between them but
    /// what stands between all of its lines.
    fn is_like(&self, index: usize) -> bool {
        let (first, last, next) = (self.line(self.start), self.line(self.last), self.line(index));
        let adjacent = self.adjacent(self.last, index);
        let capitals = is_all_capitals(next.line.bare) && is_all_capitals(last.line.bare);
        let marked = matches!((last.style, next.style), (LineStyle::Marked(one), LineStyle::Marked(other)) if one == other);
        let bold = last.style == LineStyle::Bold && next.style == LineStyle::Bold;
        if !(capitals || marked || bold) {
            // A line that was broken stands on the next one, and a blank line behind both.
            let small = next.line.bare.starts_with(char::is_lowercase);
            let named = matches!(first.part, TitlePart::Named | TitlePart::Kind) && !small;
            return named
                && adjacent
                && self.lines == 1 + usize::from(first.part == TitlePart::Kind)
                && !self.adjacent(index, index + 1)
                && self.is_set(index);
        }
        // Where blank lines stand between the other lines of the title too, they part nothing.
        let apart = self.last > self.start && !self.adjacent(self.start, self.start + 1);
        adjacent || (apart || self.head.medium != Medium::Plain) && self.is_set(index)
    }

    /// Tells whether the title has a number so far, with which its day goes: "THÔNG TƯ SỐ 05/2010/TT-BTC".
    fn has_number(&self) -> bool {
        (self.start..=self.last).any(|index| {
            let behind = self.line(index).line.words.split("số ").skip(1);
            behind.into_iter().any(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        })
    }

    /// Tells whether a line may be of the title for what stands behind it. Only what is set off from the text
    /// and has prose right behind may be the heading of a part.
    fn is_set(&self, index: usize) -> bool {
        let Some(behind) = self.head.lines.get(index + 1) else { return true };
        let next = self.line(index);
        let set_off = is_all_capitals(next.line.bare) || next.style < LineStyle::Plain;
        let over_prose = behind.part == TitlePart::Prose && behind.kind == BlockKind::Paragraph;
        // What is set off over prose may be the heading of a part.
        !(set_off && over_prose)
            || self.is_bare()
            || self.head.words(next).ties.starts(&next.line.words)
            || self.is_base(behind)
            || self.is_open(self.line(self.last))
    }

    fn is_base(&self, seen: &HeadLine) -> bool {
        self.head.lexicon.furniture.front.bases.starts(&seen.line.words)
    }

    /// Tells whether a line begins with words that go on from the line above.
    fn goes_further(&self, next: &HeadLine) -> bool {
        self.head.words(next).further.starts(&next.line.words)
    }

    /// Tells whether a line leaves its words open.
    fn is_open(&self, seen: &HeadLine) -> bool {
        let end = seen.line.words.trim_end_matches(['"', '”']);
        let colon = seen.part == TitlePart::Prose && end.ends_with(':');
        self.head.words(seen).leaves_open(end) || colon && is_all_capitals(seen.line.bare)
    }

    /// Tells whether a line in small letters is the last of a title for all its full stop.
    fn ends_with_stop(&self, index: usize) -> bool {
        let next = self.line(index);
        let words = self.line(self.start);
        next.line.bare.len() <= part::LONGEST / 3
            && next.line.bare.ends_with('.')
            && !line::holds_stop(next.line.bare, self.head.lexicon)
            && next.line.bare.starts_with(char::is_lowercase)
            && words.part == TitlePart::Named
            && self.adjacent(index - 1, index)
            && !self.adjacent(index, index + 1)
    }

    fn adjacent(&self, above: usize, below: usize) -> bool {
        let (Some(above), Some(below)) = (self.head.blocks.get(above), self.head.blocks.get(below))
        else {
            return false;
        };
        line::adjacent(self.head.text, above, below)
    }
}

/// Tells whether a line has no small letter: also one of a single letter.
pub(super) fn is_all_capitals(bare: &str) -> bool {
    part::is_in_capitals(bare)
        || !bare.contains(char::is_lowercase) && bare.contains(char::is_uppercase)
}

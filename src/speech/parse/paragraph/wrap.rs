//! Whether a text was wrapped, and at which width.
//!
//! A program that wraps breaks a line only where the next word would not fit: a break between two
//! lines can come from every width from the length of the first to that with the first word of the
//! second. The width that most breaks can come from is that of the text. It counts only if sentences run
//! over these breaks: lists and menus have lines of like lengths, too.

use super::line::{LineEnding, LineForm, LineOpening, SourceLine};
use super::measure::Measure;

/// The narrowest and the widest wrap that is looked for, in characters.
const NARROWEST: u32 = 40;
const WIDEST: u32 = 130;
/// How many lines before and behind a break tell whether the text is wrapped there.
const AROUND: usize = 16;
/// How much a break counts for the width when a sentence runs over it.
const RUNS_ON: u32 = 3;

/// The wrap of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wrap {
    /// The width is between these, both included; in characters.
    pub least: u32,
    pub most: u32,
    /// Whether blank lines stand between the paragraphs.
    pub gaps: Gaps,
}

/// What stands between the paragraphs of a wrapped text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gaps {
    /// A blank line, so that lines without one between them belong together.
    Blank,
    /// Often nothing.
    None,
}

impl Wrap {
    /// Finds the width that a text was wrapped at. The lines get the lengths that were counted.
    pub fn find(text: &str, lines: &mut Vec<SourceLine>) -> Option<Self> {
        let running = breaks(lines).filter(|(line, next)| line.runs_into(next)).count();
        let reached = |wrap: &Wrap, lines: &[SourceLine]| Count::of(wrap, lines).running;
        let mut best = Self::of_lines(lines)?;
        let mut most = reached(&best, lines);
        if 20 * most >= 19 * running {
            return Some(best);
        }
        // Text in NFD, and programs that count bytes: one of these must do better.
        for measure in [Measure::Mark, Measure::Byte] {
            let measured = measure.apply(text, lines);
            let Some(wrap) = Self::of_lines(&measured) else { continue };
            let now = reached(&wrap, &measured);
            if now > most + running / 50 {
                (best, most, *lines) = (wrap, now, measured);
            }
        }
        Some(best)
    }

    fn of_lines(lines: &[SourceLine]) -> Option<Self> {
        let (least, most) = width(lines)?;
        let mut wrap = Wrap { least, most, gaps: Gaps::None };
        let found = Count::of(&wrap, lines);
        // In Vietnamese prose two of three words begin with a small letter.
        if found.running == 0 || 3 * found.running < found.forced {
            return None;
        }
        // No line is longer than the width; but where a converter took signs out, some lines are
        // shorter than they were.
        let longest = lines.iter().map(|line| line.width).filter(|width| *width <= most).max();
        let close = Wrap { least: least.max(longest.unwrap_or(least)), ..wrap };
        if Count::of(&close, lines).running == found.running {
            wrap = close;
        }
        wrap.gaps = gaps(&wrap, lines);
        Some(wrap)
    }

    /// Tells whether the break between two lines was made because the next word did not fit.
    pub fn forces(&self, line: &SourceLine, next: &SourceLine) -> bool {
        let fits = line.width <= self.most;
        let alone = line.width == u32::from(line.word) + u32::from(line.indent);
        (fits || alone) && line.width + u32::from(next.word) >= self.least
    }
}

/// Finds the widths that most breaks can come from.
fn width(lines: &[SourceLine]) -> Option<(u32, u32)> {
    let mut changes = [0i64; (WIDEST - NARROWEST + 2) as usize];
    for (line, next) in breaks(lines) {
        let from = line.width.max(NARROWEST);
        let to = (line.width + u32::from(next.word)).min(WIDEST);
        if from <= to {
            let weight = i64::from(if line.runs_into(next) { RUNS_ON } else { 1 });
            changes[(from - NARROWEST) as usize] += weight;
            changes[(to + 1 - NARROWEST) as usize] -= weight;
        }
    }
    let mut votes = 0;
    let mut best = (0, 0, 0);
    for (width, change) in (NARROWEST..=WIDEST).zip(changes) {
        votes += change;
        if votes > best.0 {
            best = (votes, width, width);
        } else if votes == best.0 && best.2 + 1 == width {
            best.2 = width;
        }
    }
    (best.0 > 0).then_some((best.1, best.2))
}

/// Returns the pairs of lines of prose with no blank line between them.
fn breaks(lines: &[SourceLine]) -> impl Iterator<Item = (&SourceLine, &SourceLine)> {
    lines
        .array_windows()
        .filter(|[line, next]| is_break(line, next))
        .map(|[line, next]| (line, next))
}

fn is_break(line: &SourceLine, next: &SourceLine) -> bool {
    line.touches(next) && line.form == LineForm::Prose && next.form == LineForm::Prose
}

/// Tells whether paragraphs have blank lines between them, by how those of several lines end.
fn gaps(wrap: &Wrap, lines: &[SourceLine]) -> Gaps {
    let (mut blank, mut meant) = (0, 0);
    for [before, line, next] in lines.array_windows() {
        let goes_on = |line: &SourceLine, next: &SourceLine| {
            is_break(line, next) && (wrap.forces(line, next) || line.runs_into(next))
        };
        if !goes_on(before, line) {
            continue;
        }
        // A dash behind a long open line is that of a broken name: "Bưu chính" / "- Viễn thông".
        let long = 5 * line.width >= 3 * wrap.least;
        let open = line.ending == LineEnding::Open && (next.opening != LineOpening::Other || long);
        blank += usize::from(!line.touches(next));
        meant += usize::from(is_break(line, next) && !goes_on(line, next) && !open);
    }
    if blank > 2 * meant { Gaps::Blank } else { Gaps::None }
}

/// What the breaks around a place are.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    /// Breaks that the width forced.
    forced: usize,
    /// Those of them over which a sentence runs.
    running: usize,
    /// Lines that are much longer than the width.
    long: usize,
}

impl Count {
    fn of(wrap: &Wrap, lines: &[SourceLine]) -> Self {
        let mut count = Count::default();
        for [line, next] in lines.array_windows() {
            count.add(Self::one(wrap, line, next));
        }
        count
    }

    fn one(wrap: &Wrap, line: &SourceLine, next: &SourceLine) -> Self {
        let forced = is_break(line, next) && wrap.forces(line, next);
        // Signs that a converter put in make a line a little longer.
        let long = 8 * line.width > 9 * wrap.most && line.form == LineForm::Prose;
        Count {
            forced: usize::from(forced),
            running: usize::from(forced && line.runs_into(next)),
            long: usize::from(long && !forced),
        }
    }

    fn add(&mut self, other: Count) {
        self.forced += other.forced;
        self.running += other.running;
        self.long += other.long;
    }

    fn remove(&mut self, other: Count) {
        self.forced -= other.forced;
        self.running -= other.running;
        self.long -= other.long;
    }
}

/// Walks along the lines and tells where they are wrapped.
#[derive(Clone, Debug)]
pub(super) struct Window<'l> {
    wrap: Wrap,
    lines: &'l [SourceLine],
    count: Count,
    /// The breaks in `count`, by the index of the line before them.
    from: usize,
    to: usize,
}

impl<'l> Window<'l> {
    pub fn new(wrap: Wrap, lines: &'l [SourceLine]) -> Self {
        Window { wrap, lines, count: Count::default(), from: 0, to: 0 }
    }

    /// Tells whether the text is wrapped around the break behind line `at`; asked in order.
    pub fn is_wrapped(&mut self, at: usize) -> bool {
        while self.to + 1 < self.lines.len() && self.to <= at + AROUND {
            self.count.add(Count::one(&self.wrap, &self.lines[self.to], &self.lines[self.to + 1]));
            self.to += 1;
        }
        while self.from + AROUND < at {
            let (line, next) = (&self.lines[self.from], &self.lines[self.from + 1]);
            self.count.remove(Count::one(&self.wrap, line, next));
            self.from += 1;
        }
        self.count.running > 0 && self.count.long <= self.count.forced
    }
}

//! How the paragraphs of a document are set, learned from the lines whose words tell surely enough
//! whether they go on with the line before.

use super::column::PdfColumn;
use super::line::{LineEnd, LineStart, PdfLine};

/// The fewest lines that a habit is learned from.
const FEW: usize = 3;

/// How the paragraphs of a document are set. Lengths are in sizes of the letters.
#[derive(Clone, Copy, Debug)]
pub(super) struct PdfStyle {
    /// How far apart the lines of a paragraph stand.
    pub leading: f32,
    /// How far the first line of a paragraph stands from the one before it, if that is known.
    pub between: Option<f32>,
    /// How far first lines are indented; 0 where they are not.
    pub indent: f32,
    /// How lines end.
    pub setting: TextAlignment,
    /// How wide most lines are, in their widths by the usual widths of letters.
    pub stretch: f32,
}

/// How the lines of a paragraph end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TextAlignment {
    /// All but the last one at the right edge.
    Justified,
    /// Where the next word did not fit.
    Ragged,
}

/// What is measured while a style is learned.
#[derive(Default)]
struct Measured {
    leading: Vec<f32>,
    /// The smallest gap between any two lines.
    least: Option<f32>,
    between: Vec<f32>,
    indents: Vec<f32>,
    stretch: Vec<f32>,
    /// How far lines that are not the last of theirs end from the edge.
    short: Vec<f32>,
}

impl PdfStyle {
    /// Learns the style of some pages.
    pub fn learn(pages: &[(&[PdfLine], &[PdfColumn])]) -> Self {
        let mut found = Measured::default();
        for (lines, columns) in pages {
            for column in *columns {
                let own = lines[column.lines.clone()].iter();
                found
                    .stretch
                    .extend(own.map(|line| (line.right - line.left) / line.natural.max(1.0)));
                for pair in lines[column.lines.clone()].windows(2) {
                    found.take(&pair[0], &pair[1], column);
                }
            }
        }
        let leading = middle(&mut found.leading).or(found.least).unwrap_or(1.2);
        let even = found.short.iter().filter(|short| **short < 0.3).count();
        let ragged = found.short.len() < FEW || even * 10 < found.short.len() * 7;
        PdfStyle {
            leading,
            between: middle(&mut found.between).filter(|between| *between > leading + 0.1),
            indent: middle(&mut found.indents).filter(|indent| *indent > 0.7).unwrap_or(0.0),
            stretch: middle(&mut found.stretch).unwrap_or(1.0),
            setting: if ragged { TextAlignment::Ragged } else { TextAlignment::Justified },
        }
    }
}

impl Measured {
    fn take(&mut self, before: &PdfLine, line: &PdfLine, column: &PdfColumn) {
        let size = line.size;
        let gap = (before.y - line.y) / size;
        if (before.size - size).abs() > 0.3 || !(0.9..4.0).contains(&gap) {
            return;
        }
        self.least = Some(self.least.map_or(gap, |least| least.min(gap)));
        let room = column.right - before.right;
        match (before.end(), line.start()) {
            (LineEnd::Word | LineEnd::Open, LineStart::Small)
                if room * 2.0 < column.width() && gap < 2.8 =>
            {
                self.leading.push(gap);
                self.short.push(room / size);
            }
            (LineEnd::Stop, LineStart::Capital | LineStart::Marker)
                if room * 4.0 > column.width() =>
            {
                self.between.push(gap);
                self.indents.push((line.left - column.left) / size);
            }
            _ => {}
        }
    }
}

/// Returns the middle one of some values, if there are a few.
fn middle(values: &mut [f32]) -> Option<f32> {
    values.sort_by(f32::total_cmp);
    values.get(values.len() / 2).copied().filter(|_| values.len() >= FEW)
}

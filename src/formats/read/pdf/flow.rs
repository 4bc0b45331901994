//! From the lines of pages to paragraphs, which go on over the ends of columns and pages.

use super::super::paragraph::Paragraph;
use super::column::{PdfColumn, columns};
use super::evidence::{Meeting, OpenParagraph, indent};
use super::join::join;
use super::line::PdfLine;
use super::style::PdfStyle;

/// A paragraph or table, and on which page it begins, from 0.
pub(super) struct Flowed {
    pub page: usize,
    pub content: PdfContent,
}

/// What pages hold.
pub(super) enum PdfContent {
    Paragraph(Paragraph),
    /// The table of this number.
    Table(usize),
}

/// A paragraph while its lines come in.
struct Growing<'a> {
    page: usize,
    paragraph: Paragraph,
    open: OpenParagraph,
    last: &'a PdfLine,
    column: &'a PdfColumn,
}

/// Puts the lines of pages together to paragraphs. A page without lines does not part any.
pub(super) fn flow(pages: &[Vec<PdfLine>]) -> Vec<Flowed> {
    flow_in(pages, &columns(pages))
}

/// Puts the lines of pages together to paragraphs, where their columns are known.
pub(super) fn flow_in(pages: &[Vec<PdfLine>], parted: &[Vec<PdfColumn>]) -> Vec<Flowed> {
    let whole: Vec<(&[PdfLine], &[PdfColumn])> = pages
        .iter()
        .zip(parted)
        .map(|(lines, columns)| (lines.as_slice(), columns.as_slice()))
        .collect();
    let style = PdfStyle::learn(&whole);
    let mut out = Vec::new();
    let mut growing: Option<Growing> = None;
    for (page, (lines, columns)) in whole.into_iter().enumerate() {
        for column in columns {
            for (index, line) in lines[column.lines.clone()].iter().enumerate() {
                if let Some(table) = line.table {
                    out.extend(growing.take().map(Growing::end));
                    out.push(Flowed { page, content: PdfContent::Table(table) });
                    continue;
                }
                let goes_on = growing
                    .as_mut()
                    .is_some_and(|growing| growing.take(line, column, index > 0, &style));
                if !goes_on {
                    out.extend(growing.take().map(Growing::end));
                    growing = Some(Growing::of(page, line, column));
                }
            }
        }
    }
    out.extend(growing.map(Growing::end));
    out
}

impl<'a> Growing<'a> {
    fn of(page: usize, line: &'a PdfLine, column: &'a PdfColumn) -> Self {
        let mut paragraph = Paragraph::default();
        paragraph.push(&line.words, line.look);
        let open = OpenParagraph {
            indent: indent(line, column),
            further: None,
            leading: None,
            ended: None,
            start: line.start(),
        };
        Growing { page, paragraph, open, last: line, column }
    }

    fn end(self) -> Flowed {
        Flowed { page: self.page, content: PdfContent::Paragraph(self.paragraph) }
    }

    /// Takes a line up if it goes on with the paragraph. `below` tells whether it stands below the last one
    /// in the same column.
    fn take(
        &mut self,
        line: &'a PdfLine,
        column: &'a PdfColumn,
        below: bool,
        style: &PdfStyle,
    ) -> bool {
        let gap = below.then_some(self.last.y - line.y);
        let meeting = Meeting {
            before: self.last,
            line,
            left_column: self.column,
            column,
            gap,
            open: self.open,
        };
        if line.opens || meeting.begins(style) {
            return false;
        }
        join(&mut self.paragraph, &line.words, line.look);
        self.open.further.get_or_insert(indent(line, column));
        if let Some(gap) = gap {
            self.open.leading.get_or_insert(gap / line.size);
        }
        self.open.ended = below.then_some(self.last.right);
        (self.last, self.column) = (line, column);
        true
    }
}

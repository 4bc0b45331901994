//! Promises of wrapping and layout.

use crate::layout::{Layout, LayoutKey, Row, RowKind, RowRef, Widths, markup_of, wrap};
use crate::speech::Speech;
use crate::text::{TextRange, flowing, width::width};
use unicode_segmentation::UnicodeSegmentation;

/// Lines cover a paragraph in order but for the blanks between them, begin and end with whole
/// characters as people see them, and fit unless one such character is wider.
///
/// # Panics
///
/// If one of these does not hold.
pub fn wrapping(text: &str, range: TextRange, widths: Widths) {
    let lines = wrap(text, range, widths);
    let inside = range.of(text);
    let base = range.start.get();
    let mut end = base;
    for (index, line) in lines.iter().enumerate() {
        let room = if index == 0 { widths.first } else { widths.rest };
        let gap = text.get(end..line.start.get());
        let gap = gap.unwrap_or_else(|| panic!("line {index} of {inside:?} is in order"));
        assert!(gap.chars().all(|c| c == ' ' || c == '\n'), "{gap:?} is lost in {inside:?}");
        end = line.end.get();
        let shown = text.get(line.start.get()..end);
        let shown = shown.unwrap_or_else(|| panic!("line {index} of {inside:?} is on boundaries"));
        assert!(
            width(&flowing(shown)) <= room || shown.graphemes(true).count() == 1,
            "{shown:?} is at most {room} wide in {inside:?}"
        );
        for at in [line.start.get() - base, end - base] {
            let mut cursor = unicode_segmentation::GraphemeCursor::new(at, inside.len(), true);
            // A mark on a blank is no character that people see.
            let whole = inside[..at].ends_with(' ') || cursor.is_boundary(inside, 0) == Ok(true);
            assert!(whole, "line {index} of {inside:?} cuts no character");
        }
    }
    let rest = &text[end..range.end.get()];
    assert!(rest.chars().all(|c| c == ' ' || c == '\n'), "{rest:?} is lost in {inside:?}");
}

/// Going down and up a layout are inverse; every row has a place of its own by which it is found;
/// every row fits; and what is shown is the whole text but for what is said to be hidden.
///
/// # Panics
///
/// If one of these does not hold.
pub fn laying_out(speech: &Speech, key: LayoutKey) {
    let layout = Layout::new(key);
    let mut at = layout.row(speech, RowRef::default()).map(|_| RowRef::default());
    if at.is_none() {
        at = layout.next(speech, RowRef::default());
    }
    let mut before: Option<RowRef> = None;
    let mut shown = String::new();
    let mut cells = Cells { speech, key, ranges: Vec::new() };
    while let Some(here) = at {
        let row = layout.row(speech, here).unwrap_or_else(|| panic!("{here:?} is a row"));
        assert_eq!(layout.previous(speech, here), before, "up from {here:?} is where it came from");
        assert_eq!(layout.find(speech, row.range.start), here, "{row:?} is found by its place");
        let text = row.range.of(&speech.text);
        if speech.row_of(row.block).is_some() && !key.furniture {
            cells.take(&layout, &row);
            before = Some(here);
            at = layout.next(speech, here);
            if at.is_none_or(|next| next.block != here.block) {
                shown.push_str(cells.finish(row.block));
            }
            continue;
        }
        match row.kind {
            RowKind::Rule => panic!("only a table has a rule"),
            RowKind::Gap => {
                assert!(row.range.is_empty() && key.gaps, "a gap is empty");
                let block = speech.blocks[row.block].range;
                // A gap at the start of a block stands for it.
                if row.range.start == block.start {
                    let bar = block.of(&speech.text);
                    assert!(!bar.contains(char::is_alphanumeric), "no words are hidden: {bar:?}");
                    shown.push_str(bar);
                }
            }
            RowKind::Notes => panic!("nothing was noted"),
            RowKind::Hidden(lines) => {
                assert!(lines > 0 && !key.furniture, "a note tells of what is hidden");
                shown.push_str(text);
            }
            RowKind::First | RowKind::More => {
                let block = speech.blocks[row.block].range;
                let base = block.start.get();
                let part = row.range.start.get() - base..row.range.end.get() - base;
                let signs = markup_of(speech, row.block, key);
                let seen = signs.shown(block.of(&speech.text), part);
                let used = usize::from(row.indent) + width(&flowing(&seen));
                let fits = used <= usize::from(key.width) || text.graphemes(true).count() == 1;
                assert!(fits, "{text:?} behind {} blanks fits {}", row.indent, key.width);
                shown.push_str(text);
            }
        }
        before = Some(here);
        at = layout.next(speech, here);
    }
    // A quoted line without words is blank, and the sign before others is no letter.
    let letters = |text: &str| text.replace('>', "").split_whitespace().collect::<String>();
    assert_eq!(letters(&shown), letters(&speech.text), "all of the text is shown or told of");
    assert_eq!(layout.last(speech), before.unwrap_or_default(), "the last row is the last");
}

/// The words of a row of a table, as its lines show them.
struct Cells<'a> {
    speech: &'a Speech,
    key: LayoutKey,
    ranges: Vec<TextRange>,
}

impl<'a> Cells<'a> {
    fn take(&mut self, layout: &Layout, row: &Row) {
        let line = layout.line(self.speech, row);
        let is_text = matches!(row.kind, RowKind::First | RowKind::More);
        assert!(is_text || line.spans.is_empty() && row.range.is_empty(), "{row:?} has no words");
        let block = self.speech.blocks[row.block].range;
        let signs = markup_of(self.speech, row.block, self.key);
        let mut end = 0;
        for span in line.spans {
            assert!(usize::from(span.x) >= end, "{span:?} stands behind the one before");
            let base = block.start.get();
            let part = span.range.start.get() - base..span.range.end.get() - base;
            let seen = signs.shown(block.of(&self.speech.text), part);
            let wide = width(&flowing(&seen));
            end = usize::from(span.x) + wide;
            let fits = end <= usize::from(self.key.width) || seen.graphemes(true).count() == 1;
            assert!(fits, "{seen:?} at {} fits {}", span.x, self.key.width);
            self.ranges.push(span.range);
        }
    }

    /// Returns the text of the row, of which nothing but bars was not shown.
    fn finish(&mut self, block: usize) -> &'a str {
        let text = self.speech.blocks[block].range;
        let is_sign = |c: char| c.is_whitespace() || matches!(c, '|' | '-' | ':' | '=');
        let mut at = text.start;
        self.ranges.sort_by_key(|range| range.start);
        for range in self.ranges.drain(..).chain([TextRange { start: text.end, end: text.end }]) {
            assert!(at <= range.start, "{range:?} is shown once");
            let between = TextRange { start: at, end: range.start }.of(&self.speech.text);
            assert!(between.chars().all(is_sign), "{between:?} is not shown");
            at = range.end;
        }
        text.of(&self.speech.text)
    }
}

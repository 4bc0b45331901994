//! From a line to the cells of a row.

use crate::speech::{Cell, Hint, HintKind};
use crate::text::TextRange;

/// Tells whether a line may be a row of a table.
pub(super) fn is_row(line: &str) -> bool {
    line.starts_with('|')
}

/// Tells whether a line may be a row of a table whose rows have no bar before the first cell; below the first
/// of them a line parts head and body.
pub(super) fn is_bare_row(line: &str) -> bool {
    line.contains('|')
}

/// Tells whether a line parts the head of a table from its body: "|---|:-:|".
pub(super) fn is_rule(line: &str) -> bool {
    line.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b'=' | b' ')) && line.contains("--")
}

/// Cuts a line of the text into its cells. `spans` are what the format says of the cells of this
/// line, in order.
pub(super) fn cells(text: &str, line: TextRange, spans: &[Hint]) -> Vec<Cell> {
    let mut spans = spans.iter().peekable();
    let mut out: Vec<Cell> = Vec::new();
    let mut column = 0;
    // How many empty cells stand for columns that the one before spans.
    let mut spanned: u16 = 0;
    for range in parts(text, line) {
        if spanned > 0 && range.is_empty() {
            spanned -= 1;
            continue;
        }
        while spans.next_if(|hint| hint.range.end <= range.start).is_some() {}
        let said = spans.next_if(|hint| !range.is_empty() && hint.range.start < range.end);
        let (columns, rows) = match said.map(|hint| hint.kind) {
            Some(HintKind::Spans { columns, rows }) => (columns.max(1), rows.max(1)),
            _ => (1, 1),
        };
        out.push(Cell { range, column, columns, rows });
        column = column.saturating_add(columns);
        spanned = columns - 1;
    }
    out
}

/// Returns what stands between the bars of a line, without blanks at its ends. A bar behind "\" is
/// part of a cell.
fn parts(text: &str, line: TextRange) -> impl Iterator<Item = TextRange> {
    let bytes = line.of(text).as_bytes();
    let base = line.start.get();
    let bars = memchr::memchr_iter(b'|', bytes).filter(|&at| at == 0 || bytes[at - 1] != b'\\');
    // Where a part begins, and where the one before it ended. The first bar may be left out.
    let first = (!bytes.starts_with(b"|")).then_some((0, 0));
    let bars = bars.map(|at| (at + 1, at)).chain([(bytes.len(), bytes.len())]);
    let bars: Vec<(usize, usize)> = first.into_iter().chain(bars).collect();
    let count = bars.len();
    let part = move |index: usize| {
        let (start, end) = (base + bars[index].0, base + bars[index + 1].1);
        let raw = text.get(start..end).unwrap_or_default();
        let skipped = raw.len() - raw.trim_start().len();
        let range = TextRange::new(start + skipped, start + skipped + raw.trim().len());
        // Behind the last bar there is no cell.
        (index + 2 < count || !range.is_empty()).then_some(range)
    };
    (0..count.saturating_sub(1)).filter_map(part)
}

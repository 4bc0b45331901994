//! The signs before the lines of what is quoted, as in the answer to a mail: "> Hai là, …".

use std::ops::Range;

/// Returns a line without the signs that it is quoted, and without the blanks around these.
pub fn unquoted(line: &str) -> &str {
    match line.starts_with('>') {
        true => line.trim_start_matches(|c: char| c == '>' || c.is_whitespace()),
        false => line,
    }
}

/// Finds the signs of the lines between two paragraphs, as bytes of what stands there: a quoted line without words
/// is a blank line.
pub fn between(gap: &str) -> impl Iterator<Item = Range<usize>> {
    let quoted = if gap.contains('>') { gap } else { "" };
    lines(quoted).filter(|line| !line.is_empty())
}

/// Finds the signs before the lines of a quoted paragraph, as bytes of it. Those of its first line are left
/// to be seen: they tell that it is quoted.
pub(super) fn signs(paragraph: &str) -> impl Iterator<Item = Range<usize>> {
    let quoted = if paragraph.starts_with('>') { paragraph } else { "" };
    lines(quoted).skip(1).filter_map(|line| {
        let words = unquoted(quoted[line.clone()].trim_start());
        let signs = line.start..line.end - words.len();
        (!signs.is_empty()).then_some(signs)
    })
}

/// Returns the lines of a text without their ends.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    text.split('\n').map(move |line| {
        let range = start..start + line.len();
        start = range.end + 1;
        range
    })
}

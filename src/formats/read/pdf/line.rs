//! A line of a page, measured: its words, where its ink begins and ends, how its words begin and end.

use super::super::paragraph::{Look, Paragraph};
use super::table::Tabled;
use unpdf::parser::{TextLine, TextSpan};

/// How wide a blank is, in sizes of the letters, in the faces that documents are set in.
const BLANK: f32 = 0.25;

/// A line of a page. Lengths are in points, heights grow upwards.
#[derive(Clone, Debug)]
pub(super) struct PdfLine {
    /// The words, with one blank between them.
    pub words: String,
    /// Where the first letter begins.
    pub left: f32,
    /// Where the last letter ends; blanks behind it count for nothing.
    pub right: f32,
    /// The height of the line its letters stand on.
    pub y: f32,
    /// The size of its letters.
    pub size: f32,
    /// How all of it looks.
    pub look: Look,
    /// How much room the first word takes.
    pub first: f32,
    /// How wide the words would be by the usual widths of letters, if nothing stretched them.
    pub natural: f32,
    /// Numbers that are set smaller than the line: they lead to notes.
    pub raised: Vec<u32>,
    /// What of the page it belongs to.
    pub place: PageZone,
    /// Which group of the page's words it belongs to: what goes over the page, or a column.
    pub group: usize,
    /// The table that stands in its place.
    pub table: Option<usize>,
    /// Whether it surely begins a paragraph.
    pub opens: bool,
}

/// What of a page a line belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum PageZone {
    /// What pages repeat, and their numbers, in the upper half of the page.
    Head,
    /// The text.
    #[default]
    Body,
    /// Notes at the foot of the page.
    Notes,
    /// What pages repeat, and their numbers, in the lower half of the page.
    Foot,
}

/// How the words of a line begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineStart {
    /// With the sign or number of an item: "a)", "1.", "–".
    Marker,
    /// With a dash before a small letter: an item, or the rest of a compound such as "kinh tế - xã hội".
    Dash,
    /// With a number in brackets before a small letter: an item, or a part of a sentence.
    Bracket,
    /// With a small letter.
    Small,
    /// With a capital, or a quotation mark before one.
    Capital,
    /// With anything else, such as a figure.
    Other,
}

/// How the words of a line end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineEnd {
    /// With the sign that ends a sentence, or an item of a list.
    Stop,
    /// With a comma, a hyphen, an opening bracket: more is to come.
    Open,
    /// With a word.
    Word,
}

impl PdfLine {
    /// Measures a line; gives nothing if it has no words.
    pub fn of(line: &TextLine, group: usize) -> Option<Self> {
        let words = line.text().split_whitespace().collect::<Vec<_>>().join(" ");
        if words.is_empty() {
            return None;
        }
        let inked = || line.spans.iter().filter(|span| !span.text.trim().is_empty());
        let left = inked().map(ink_left).fold(f32::MAX, f32::min);
        let right = inked().map(ink_right).fold(left, f32::max);
        let size = line.font_size.max(1.0);
        let first = inked().next().map_or(size, first_word);
        let natural = words.chars().map(usual).sum::<f32>() * size;
        let look = if line.is_all_bold() { Look::default().bold() } else { Look::default() };
        let small = inked().filter(|span| span.font_size < 0.8 * size);
        let raised = small.filter_map(|span| span.text.trim().parse().ok()).collect();
        let (y, place, table, opens) = (line.y, PageZone::Body, None, false);
        Some(PdfLine {
            words,
            left,
            right,
            y,
            size,
            look,
            first,
            natural,
            raised,
            place,
            group,
            table,
            opens,
        })
    }

    /// Makes the line that stands for a table, with all its words.
    pub fn of_table(tabled: &Tabled, table: usize, group: usize) -> Self {
        let cells = tabled.rows.iter().flatten().flat_map(|cell| &cell.paragraphs);
        let words = cells.map(Paragraph::words).collect::<Vec<_>>().join(" ");
        let (left, right) = (tabled.grid.columns[0], tabled.grid.columns[tabled.grid.width()]);
        PdfLine {
            words,
            left,
            right,
            y: tabled.grid.rows[0],
            size: f32::MAX,
            look: Look::default(),
            first: right - left,
            natural: right - left,
            raised: Vec::new(),
            place: PageZone::Body,
            group,
            table: Some(table),
            opens: true,
        }
    }

    /// Tells how the words begin.
    pub fn start(&self) -> LineStart {
        start(&self.words)
    }

    /// Tells how the words end.
    pub fn end(&self) -> LineEnd {
        end(&self.words)
    }
}

/// Tells how words begin.
pub(super) fn start(words: &str) -> LineStart {
    if let Some(length) = marker(words) {
        let small = words[length..].trim_start().starts_with(char::is_lowercase);
        return match words.chars().next() {
            Some('-' | '–') if small => LineStart::Dash,
            Some('(') if small => LineStart::Bracket,
            _ => LineStart::Marker,
        };
    }
    let is_opening = |c: char| matches!(c, '"' | '“' | '(' | '«' | '‘' | '\'' | '[');
    let words = words.trim_start_matches(is_opening);
    match words.chars().next() {
        Some(c) if c.is_lowercase() => LineStart::Small,
        Some(c) if c.is_uppercase() => LineStart::Capital,
        _ => LineStart::Other,
    }
}

/// Tells how words end.
pub(super) fn end(words: &str) -> LineEnd {
    let is_closing = |c: char| matches!(c, '"' | '”' | ')' | '»' | '’' | '\'' | ']');
    match words.trim_end().trim_end_matches(is_closing).chars().next_back() {
        Some('.' | '!' | '?' | ':' | ';' | '…') => LineEnd::Stop,
        Some(',' | '-' | '–' | '(' | '“' | '/' | '&' | '=') => LineEnd::Open,
        _ => LineEnd::Word,
    }
}

/// Gives how many bytes of a text are the sign or number of an item, if one comes first and words
/// follow: "-", "+", "•"; "a)", "(1)", "1.", "2.3.", "IV.", "1/".
pub(super) fn marker(words: &str) -> Option<usize> {
    let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
    let next = rest.trim_start_matches(|c: char| !c.is_alphanumeric()).chars().next();
    let mut signs = first.chars();
    if let (Some(sign), None) = (signs.next(), signs.next()) {
        // A dash before a figure goes on with a span of years or a sum.
        let bullet = matches!(
            sign,
            '-' | '–'
                | '—'
                | '+'
                | '*'
                | '•'
                | '·'
                | '●'
                | '○'
                | '▪'
                | '■'
                | '◦'
                | '❖'
                | '➢'
                | '✓'
        ) || ('\u{e000}'..='\u{f8ff}').contains(&sign);
        return (bullet && next.is_some_and(char::is_alphabetic)).then_some(first.len());
    }
    let bare = first.trim_start_matches('(');
    // The words may stand right behind the sign: "a)Rà soát".
    let count = bare.find(|c: char| !c.is_alphanumeric() && c != '.').unwrap_or(bare.len());
    let (number, behind) = bare.split_at(count);
    let sign = behind.chars().next();
    let length = first.len() - bare.len() + count;
    let dotted = number.strip_suffix('.').unwrap_or(number);
    let figures = dotted.split('.').all(|part| {
        !part.is_empty() && part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit())
    });
    let letter = dotted.chars().count() == 1 && dotted.starts_with(char::is_alphabetic);
    let is = |all: &str| {
        !dotted.is_empty() && dotted.len() <= 5 && dotted.chars().all(|c| all.contains(c))
    };
    let roman = is("IVX") || is("ivx");
    if !(figures || letter || roman) {
        return None;
    }
    let ended = number.len() > dotted.len() && behind.is_empty() && !rest.is_empty();
    match sign {
        Some('/') if behind.len() > 1 => None,
        Some(')' | '/') => {
            let follows = behind.chars().nth(1).or(next);
            let item = |c: char| c.is_alphabetic() || c.is_numeric() && sign == Some(')');
            follows.is_some_and(item).then_some(length + 1)
        }
        _ if ended && next.is_some_and(char::is_alphabetic) => Some(first.len()),
        _ => None,
    }
}

/// Gives where the letters of a run begin.
fn ink_left(span: &TextSpan) -> f32 {
    let blanks = span.text.len() - span.text.trim_start().len();
    span.x + blanks as f32 * BLANK * span.font_size
}

/// Gives where the letters of a run end. The library leaves out the blanks behind them where it
/// can tell them from letters, which it cannot in fonts of two bytes a letter.
pub(super) fn ink_right(span: &TextSpan) -> f32 {
    let words = span.text.trim_end();
    let blanks = span.text[words.len()..].chars().count();
    let bare = span.width - blanks as f32 * BLANK * span.font_size;
    let right = match span.ink_width {
        Some(ink) if blanks == 0 => ink,
        Some(ink) => ink.min(span.width),
        None => bare,
    };
    span.x + right.max(0.0)
}

/// Gives how much room the first word of a run takes, by the usual widths of letters.
fn first_word(span: &TextSpan) -> f32 {
    let words = span.text.trim();
    let first = words.split_whitespace().next().unwrap_or_default();
    let of = |text: &str| text.chars().map(usual).sum::<f32>();
    let width = ink_right(span) - ink_left(span);
    width * of(first) / of(words).max(0.1)
}

/// Gives the usual width of a letter, in sizes: only the shares of one run are used.
fn usual(c: char) -> f32 {
    match c {
        ' ' | '.' | ',' | ':' | ';' | '\'' | 'i' | 'l' | 'j' | 'í' | 'ì' | 'ỉ' | 'ĩ' | 'ị' => {
            0.27
        }
        'f' | 't' | 'r' | '(' | ')' | '-' | '/' | 'I' => 0.34,
        'm' | 'w' => 0.75,
        'M' | 'W' => 0.9,
        c if c.is_uppercase() => 0.68,
        _ => 0.48,
    }
}

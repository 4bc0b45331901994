//! What pages repeat: running heads and feet, and the numbers of pages.

use super::line::{PageZone, PdfLine};
use std::collections::{HashMap, HashSet};

/// How many lines at the top and at the foot of a page are looked at.
const EDGE: usize = 4;
/// The longest line that pages may repeat, in bytes.
const LONGEST: usize = 160;
/// How far what pages repeat may stand from its place on other pages, in points.
const NEAR: f32 = 6.0;
/// How far it may where nothing stands above it, or nothing below it.
const FAR: f32 = 24.0;

/// A line at the edge of a page.
struct EdgeLine {
    page: usize,
    index: usize,
    /// Whether nothing stands above it, or nothing below it.
    outermost: bool,
}

/// Where what pages repeat stands, and on which pages.
#[derive(Default)]
struct RepeatedLine {
    pages: Vec<usize>,
    places: Vec<(f32, f32)>,
    numbers: Vec<i64>,
}

/// Marks running heads and feet, and the numbers of pages.
pub(super) fn mark(pages: &mut [Vec<PdfLine>]) {
    let edges: Vec<EdgeLine> =
        pages.iter().enumerate().flat_map(|(page, lines)| edges(page, lines)).collect();
    number(pages, &edges);
    repeat(pages, &edges);
}

/// Returns the lines at the edges of a page.
fn edges(page: usize, lines: &[PdfLine]) -> Vec<EdgeLine> {
    let mut order: Vec<usize> = (0..lines.len()).collect();
    order.sort_by(|a, b| lines[*b].y.total_cmp(&lines[*a].y));
    let (Some(top), Some(foot)) = (order.first(), order.last()) else { return Vec::new() };
    let (top, foot) = (lines[*top].y, lines[*foot].y);
    let length = order.len();
    let near = (0..length.min(EDGE)).chain(length.saturating_sub(EDGE).max(EDGE)..length);
    near.map(|at| {
        let index = order[at];
        let line = &lines[index];
        let outermost = (line.y - top).abs() < 2.0 || (line.y - foot).abs() < 2.0;
        EdgeLine { page, index, outermost }
    })
    .collect()
}

/// Marks the numbers of pages: those that count the pages wherever they stand at an edge, else a number at
/// the very top or foot.
fn number(pages: &mut [Vec<PdfLine>], edges: &[EdgeLine]) {
    let found: Vec<(&EdgeLine, PageNumber)> = edges
        .iter()
        .filter_map(|edge| Some((edge, page_number(&pages[edge.page][edge.index].words)?)))
        .collect();
    let mut offsets: HashMap<i64, usize> = HashMap::new();
    for (edge, number) in &found {
        *offsets.entry(number.value - edge.page as i64).or_default() += 1;
    }
    let counted = |edge: &EdgeLine, number: &PageNumber| {
        offsets.get(&(number.value - edge.page as i64)).is_some_and(|count| *count >= 2)
    };
    let mut has: Vec<bool> = vec![false; pages.len()];
    for (edge, number) in &found {
        if counted(edge, number) || number.form == PageNumberStyle::Marked {
            furnish(&mut pages[edge.page], edge.index);
            has[edge.page] = true;
        }
    }
    for (edge, _) in &found {
        if edge.outermost && !has[edge.page] {
            furnish(&mut pages[edge.page], edge.index);
        }
    }
}

/// Marks what page after page has at its edge.
fn repeat(pages: &mut [Vec<PdfLine>], edges: &[EdgeLine]) {
    let mut seen: HashMap<String, RepeatedLine> = HashMap::new();
    for edge in edges {
        let line = &pages[edge.page][edge.index];
        for (words, number) in running(line) {
            let seen = seen.entry(words.to_owned()).or_default();
            if seen.pages.last() != Some(&edge.page) {
                seen.pages.push(edge.page);
                seen.numbers.extend(number.map(|number| number - edge.page as i64));
            }
            seen.places.push((line.y, line.size));
        }
    }
    let count = pages.len();
    seen.retain(|words, seen| seen.is_running(words, count));
    if seen.is_empty() {
        return;
    }
    let outermost: HashSet<(usize, usize)> =
        edges.iter().filter(|edge| edge.outermost).map(|edge| (edge.page, edge.index)).collect();
    for (page, lines) in pages.iter_mut().enumerate() {
        for index in 0..lines.len() {
            let line = &lines[index];
            let reach = if outermost.contains(&(page, index)) { FAR } else { NEAR };
            let is_running = running(line).any(|(words, _)| {
                let places = seen.get(words).map(|seen| seen.places.as_slice()).unwrap_or_default();
                let near = places.iter().filter(|(y, size)| {
                    (y - line.y).abs() <= reach && (size - line.size).abs() < 1.0
                });
                // One of them is the line itself where it is at the edge.
                near.count() >= 2
            });
            if is_running {
                furnish(lines, index);
            }
        }
    }
}

impl RepeatedLine {
    fn is_running(&self, words: &str, count: usize) -> bool {
        let repeats = self.pages.len();
        // A number that does not count the pages tells one form from the next: "Mẫu số 1".
        let counts = self.numbers.windows(2).all(|pair| pair[0] == pair[1]);
        let counts = self.numbers.is_empty() || counts && words.split(' ').count() >= 3;
        let (low, high) = self
            .places
            .iter()
            .fold((f32::MAX, f32::MIN), |(low, high), (y, _)| (low.min(*y), high.max(*y)));
        // Odd and even pages may differ in theirs, and parts of a long document too.
        let often = repeats * 5 >= count * 2;
        let even = repeats >= 3 && high - low <= NEAR;
        // A sentence that goes on is none.
        let sentence = words.starts_with(char::is_lowercase) && words.contains(' ');
        !sentence
            && repeats >= 2
            && counts
            && (often && (repeats > 2 || high - low <= NEAR) || even)
    }
}

/// Returns the words of a line, and those without a number at either end, which may be that of the page, with
/// this number; nothing for a line that is too long.
fn running(line: &PdfLine) -> impl Iterator<Item = (&str, Option<i64>)> {
    let words = Some(line.words.as_str()).filter(|words| words.len() <= LONGEST);
    let figures = |word: &str| (word.len() <= 4).then(|| word.parse::<i64>().ok()).flatten();
    let behind = words.and_then(|words| words.rsplit_once(' '));
    let behind = behind.and_then(|(rest, last)| Some((rest, Some(figures(last)?))));
    let before = words.and_then(|words| words.split_once(' '));
    let before = before.and_then(|(first, rest)| Some((rest, Some(figures(first)?))));
    words.map(|words| (words, None)).into_iter().chain(behind).chain(before)
}

/// A number that may be that of a page.
struct PageNumber {
    value: i64,
    form: PageNumberStyle,
}

/// How the number of a page is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PageNumberStyle {
    /// "5".
    Bare,
    /// "- 5 -", "Trang 5/9", "5/9": no other text looks like it.
    Marked,
}

/// Reads the number of a page.
fn page_number(words: &str) -> Option<PageNumber> {
    let lower = words.to_lowercase();
    let named = lower.strip_prefix("trang").or_else(|| lower.strip_prefix("page"));
    let bare = named.unwrap_or(&lower).trim_matches([' ', '-', '–', '—', '|', '[', ']', '.']);
    let figures = bare.bytes().take_while(u8::is_ascii_digit).count();
    let value = bare[..figures].parse::<i64>().ok().filter(|_| figures <= 4)?;
    let rest = bare[figures..].trim();
    let of = rest.strip_prefix('/').or_else(|| rest.strip_prefix("of"));
    let all = of.map(|all| all.trim().parse::<i64>());
    let dashed = lower.starts_with(['-', '–', '—']) && lower.ends_with(['-', '–', '—']);
    let form = match all {
        None if !rest.is_empty() => return None,
        Some(Err(_)) => return None,
        Some(Ok(all)) if named.is_some() && value <= all => PageNumberStyle::Marked,
        None if named.is_some() || dashed => PageNumberStyle::Marked,
        _ => PageNumberStyle::Bare,
    };
    Some(PageNumber { value, form })
}

/// Takes a line for furniture: a head or a foot, by the half of the page's lines it stands in.
fn furnish(lines: &mut [PdfLine], index: usize) {
    let (low, high) = lines
        .iter()
        .fold((f32::MAX, f32::MIN), |(low, high), line| (low.min(line.y), high.max(line.y)));
    let upper = lines[index].y > (low + high) / 2.0 || low == high;
    lines[index].place = if upper { PageZone::Head } else { PageZone::Foot };
}

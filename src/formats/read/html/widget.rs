//! The small machines of a web page: counters of visitors, clocks, polls, the weather, share bars.

use super::css::ElementDisplay;
use super::piece::{HtmlLine, HtmlPiece};
use super::state::PageRegion;

/// What they say, one a line.
const WORDS: &str = include_str!("../../../../data/lexicon/widgets.txt");
/// The longest line of one, in bytes.
const SHORT: usize = 160;
/// The days of the week, as clocks say them.
const DAYS: [&str; 16] = [
    "thứ hai",
    "thứ ba",
    "thứ tư",
    "thứ năm",
    "thứ sáu",
    "thứ bảy",
    "chủ nhật",
    "chúa nhật",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "thứ 2",
];
/// The longest clock, in bytes.
const CLOCK: usize = 80;

/// The most figures of a counter, each a line of its own.
const FIGURES: usize = 16;

/// Shows what the page hides, if that is most of it: its scripts show it in a browser.
pub(super) fn reveal(pieces: &mut [HtmlPiece]) {
    let bytes = |shown: ElementDisplay| -> usize {
        let those = pieces.iter().map(HtmlPiece::line).filter(|said| said.shown == shown);
        those.filter(|said| said.place < PageRegion::Beside).map(|said| said.paragraph.len()).sum()
    };
    if bytes(ElementDisplay::No) > bytes(ElementDisplay::Yes) {
        pieces.iter_mut().filter_map(line).for_each(|said| said.shown = ElementDisplay::Yes);
    }
}

/// Puts the lines of widgets beside the text.
pub(super) fn set_aside(pieces: &mut [HtmlPiece]) {
    let mut figures = 0;
    for said in pieces.iter_mut().filter_map(line) {
        figures = match widget_of(&said.paragraph.words()) {
            Some(Widget::Named) => FIGURES,
            Some(Widget::Figures) if figures > 0 => figures - 1,
            _ => {
                figures = 0;
                continue;
            }
        };
        said.place = PageRegion::Beside;
    }
}

/// Puts clocks beside the text: above a title the day and the time are those of now.
pub(super) fn set_clocks_aside(pieces: &mut [HtmlPiece]) {
    for said in pieces.iter_mut().filter_map(line) {
        if widget_of(&said.paragraph.words()) == Some(Widget::Clock) {
            said.place = PageRegion::Beside;
        }
    }
}

fn line(piece: &mut HtmlPiece) -> Option<&mut HtmlLine> {
    match piece {
        HtmlPiece::Line(said) => Some(said),
        HtmlPiece::Table(..) => None,
    }
}

/// What a short line of a page is by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Widget {
    /// Words that only a widget has; figures may follow.
    Named,
    /// Nothing but figures: of a counter, if one is before it.
    Figures,
    /// The day of the week and the time: a clock, or when a page was published.
    Clock,
}

/// Tells what a line is, if it may be of a widget.
pub(super) fn widget_of(words: &str) -> Option<Widget> {
    if words.len() > SHORT {
        return None;
    }
    let words = words.to_lowercase();
    if is_clock(&words) {
        return Some(Widget::Clock);
    }
    if words.contains("°c") && words.len() <= CLOCK {
        return Some(Widget::Named);
    }
    let parts = words.split(|c: char| !c.is_alphabetic()).filter(|part| !part.is_empty());
    let letters = parts.collect::<Vec<_>>().join(" ");
    if letters.is_empty() {
        return words.contains(|c: char| c.is_ascii_digit()).then_some(Widget::Figures);
    }
    is_row(&letters).then_some(Widget::Named)
}

/// Tells whether words are a row of those that widgets say.
fn is_row(words: &str) -> bool {
    let mut rest = words;
    while !rest.is_empty() {
        let begins = |phrase: &&str| {
            let behind = rest.strip_prefix(*phrase);
            behind.is_some_and(|behind| behind.is_empty() || behind.starts_with(' '))
        };
        let phrases = WORDS.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let Some(longest) = phrases.filter(begins).max_by_key(|phrase| phrase.len()) else {
            return false;
        };
        rest = rest[longest.len()..].trim_start();
    }
    true
}

/// Tells whether a line in small letters is nothing but a day and a time: "thứ năm, 08 08 2019 08:52".
fn is_clock(words: &str) -> bool {
    if words.len() > CLOCK || !DAYS.iter().any(|day| words.contains(day)) {
        return false;
    }
    let figures = words.bytes().filter(u8::is_ascii_digit).count();
    let minutes = words.split(|c: char| !(c.is_ascii_digit() || c == ':')).any(|part| {
        let fields: Vec<&str> = part.split(':').collect();
        (2..=3).contains(&fields.len()) && fields.iter().all(|field| matches!(field.len(), 1 | 2))
    });
    let letters: Vec<&str> =
        words.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    minutes && figures >= 7 && letters.len() <= 8
}

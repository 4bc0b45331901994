//! What speaks for a line as the first of the title, and what against it.

use super::part::{self, TitlePart};
use super::span::{self, is_all_capitals};
use super::{Head, HeadLine};
use crate::speech::BlockKind;
use crate::speech::parse::furniture::line;
use crate::speech::parse::furniture::{CAPTION, FRONT, SALUTATION};
use crate::speech::parse::style::LineStyle;

/// The fewest bytes of a title that is no name of a kind.
const SHORTEST: usize = 6;
/// The fewest words that a title usually has.
const FEW_WORDS: usize = 4;
/// The most syllables of the name of a section of a paper.
const SECTION: usize = 5;
/// From so many bytes on a line is too long for most titles.
const LONG: usize = 260;
/// The shortest sentence that ends the lines above a text, in bytes.
const SENTENCE: usize = 60;
/// How many paragraphs of a lead may stand above a title.
const LEADS: usize = 12;
/// How many lines that could be a title are passed at no cost.
const NEAR: i32 = 1;
/// The least weight of a title.
const LEAST: i32 = 2;

/// How far down a head is.
#[derive(Clone, Copy, Debug, Default)]
struct HeadPosition {
    /// How many paragraphs of prose stand above.
    prose: usize,
    /// How many lines that could be a title stand above, those of menus not counted.
    open: i32,
    /// Whether the head of a document stands above.
    papers: bool,
    /// Whether that head stands below the first prose.
    papers_below: bool,
    /// Whether the head of a mail stands above.
    mail: bool,
}

/// Finds the line with which the title begins best; the first of several that are as good.
pub(super) fn best(head: &Head) -> Option<usize> {
    let mut place = HeadPosition::default();
    let mut best: Option<(i32, usize)> = None;
    for (index, seen) in head.lines.iter().enumerate() {
        if place.prose > LEADS {
            break;
        }
        if let Some(weight) = weight(head, index, place)
            && best.is_none_or(|(most, _)| weight > most)
        {
            best = Some((weight, index));
        }
        let is_text = seen.kind == BlockKind::Paragraph;
        let long = seen.raw.len() >= SENTENCE || seen.raw.starts_with(|c: char| c.is_ascii_digit());
        place.prose += usize::from(
            is_text && seen.part == TitlePart::Prose && long || seen.kind == SALUTATION,
        );
        let is_open = matches!(seen.part, TitlePart::Open | TitlePart::Named | TitlePart::Section);
        place.open += i32::from(is_text && is_open);
        let papers = seen.kind == FRONT && is_state(head, seen);
        place.papers |= papers;
        place.papers_below |= papers && place.prose > 0;
        place.mail |= seen.part == TitlePart::Topic;
    }
    best.filter(|(weight, _)| *weight >= LEAST).map(|(_, index)| index)
}

/// Tells whether a line is the state's name in the head of a document.
fn is_state(head: &Head, seen: &HeadLine) -> bool {
    let front = &head.lexicon.furniture.front;
    front.states.iter().any(|state| seen.line.bare.contains(state.as_str()))
}

/// Weighs a line as the first of a title; nothing if it cannot be.
fn weight(head: &Head, index: usize, place: HeadPosition) -> Option<i32> {
    let seen = &head.lines[index];
    let menu = seen.is_in_menu(head.lexicon);
    let front = matches!(seen.part, TitlePart::Kind | TitlePart::About | TitlePart::Named)
        && seen.kind == FRONT;
    if !(seen.kind == BlockKind::Paragraph || menu || front) || !has_shape(seen) {
        return None;
    }
    let first = place.open == 0 && !menu;
    let far = if menu { 3 } else { (place.open - NEAR).clamp(0, 4) };
    let repeats = is_repeated(head, index);
    Some(
        by_part(head, index)?
            + by_style(head, index, place)
            + below_prose(head, index, place)?
            + by_shape(head, index)
            + 4 * i32::from(repeats)
            + 2 * i32::from(first)
            + i32::from(place.papers)
            - far
            + follows(head, index),
    )
}

/// Weighs what a line is.
fn by_part(head: &Head, index: usize) -> Option<i32> {
    let seen = &head.lines[index];
    match seen.part {
        TitlePart::Kind => Some(6),
        TitlePart::Named => Some(7),
        TitlePart::About => Some(8),
        TitlePart::Open => Some(3),
        TitlePart::Topic => Some(0),
        TitlePart::Issuer | TitlePart::Person => Some(-3),
        TitlePart::Section => Some(-6),
        TitlePart::Prose if seen.is_named || seen.style == LineStyle::Marked(1) => Some(3),
        TitlePart::Prose if heads_second(head, index) => Some(3),
        TitlePart::Around | TitlePart::Prose => None,
    }
}

/// Tells whether a line in capitals ends in a colon and goes on in another: "NGUỒN NƯỚC Ở XÃ NÚI:" / "NHỮNG VIỆC
/// CẦN LÀM".
fn heads_second(head: &Head, index: usize) -> bool {
    let bare = head.lines[index].line.bare;
    let second = head.lines.get(index + 1);
    bare.ends_with(':')
        && is_all_capitals(bare)
        && !is_short(&head.lines[index])
        && second.is_some_and(|next| {
            next.part == TitlePart::Open && is_all_capitals(next.line.bare) && !is_short(next)
        })
        && span::end(head, index) > index + 1
}

/// Weighs how a line is set off. A heading among others of its level is that of a part.
fn by_style(head: &Head, index: usize, place: HeadPosition) -> i32 {
    let seen = &head.lines[index];
    match seen.style {
        _ if seen.is_named => 14,
        LineStyle::Marked(1) if head.has_rivals(index, 1) => 2,
        LineStyle::Marked(level) if head.has_rivals(index, level) => {
            -6 * i32::from(place.prose > 0 && seen.part == TitlePart::Open)
        }
        LineStyle::Marked(1) => 10,
        LineStyle::Marked(2) => 4,
        LineStyle::Marked(_) => 3,
        _ if seen.part == TitlePart::Kind && is_all_capitals(seen.line.bare) => 4,
        LineStyle::Capitals | LineStyle::Bold => 2,
        LineStyle::Plain => 0,
    }
}

/// Weighs how far below the first prose a line stands; nothing if it is too far down for what it is.
fn below_prose(head: &Head, index: usize, place: HeadPosition) -> Option<i32> {
    let seen = &head.lines[index];
    let strong = seen.is_named
        || matches!(seen.part, TitlePart::Kind | TitlePart::Named) && is_set_off(seen)
        || matches!(seen.style, LineStyle::Marked(level) if !head.has_rivals(index, level))
        || is_repeated(head, index);
    match (place.prose, place.papers_below) {
        (0, _) => Some(0),
        // Who sends a text on may say so before it.
        _ if place.mail && (seen.part == TitlePart::Named || seen.raw.starts_with('>')) => Some(-1),
        _ if !strong => None,
        (_, true) => Some(-3),
        (_, false) => Some(-8),
    }
}

/// Weighs the length of a line, its last sign, and whether it goes on from another or names a picture.
fn by_shape(head: &Head, index: usize) -> i32 {
    let seen = &head.lines[index];
    let few = is_short(seen);
    let further = head.words(seen).further.starts(&seen.line.words);
    let goes_on = further && seen.part == TitlePart::Open && is_all_capitals(seen.line.bare);
    let picture = index.checked_sub(1).is_some_and(|above| head.lines[above].kind == CAPTION);
    let ended = seen.line.bare.ends_with('.') && !is_set_off(seen);
    -(4 * i32::from(few)
        + 2 * i32::from(few && seen.line.words.split(' ').count() < 3)
        + 8 * i32::from(goes_on)
        + i32::from(seen.raw.len() > LONG)
        + 4 * i32::from(picture)
        + 3 * i32::from(ended))
}

fn is_set_off(seen: &HeadLine) -> bool {
    is_all_capitals(seen.line.bare) || seen.style < LineStyle::Plain
}

/// Tells whether a line has fewer words than titles have that do not name a kind.
fn is_short(seen: &HeadLine) -> bool {
    seen.line.words.split(' ').count() < FEW_WORDS
        && !matches!(seen.part, TitlePart::Kind | TitlePart::Named | TitlePart::About)
}

/// Tells whether another line says the same, as on pages that give a title twice.
fn is_repeated(head: &Head, index: usize) -> bool {
    let seen = &head.lines[index];
    let may = !is_short(seen) && !matches!(seen.part, TitlePart::Kind | TitlePart::Issuer);
    may && head.repeated[index]
}

/// Tells whether a line has the shape of the first line of a title.
fn has_shape(seen: &HeadLine) -> bool {
    let bare = seen.line.bare;
    let name = matches!(seen.part, TitlePart::Kind);
    bare.len() < part::LONGEST
        && (name || bare.len() >= SHORTEST)
        && (bare.contains(' ') || name)
        && bare.starts_with(|c: char| {
            c.is_uppercase() || c.is_ascii_digit() || matches!(c, '\'' | '‘' | '“' | '"')
        })
        && !line::is_bullet(seen.raw)
}

/// Weighs what stands behind the title that begins at a line.
fn follows(head: &Head, index: usize) -> i32 {
    let end = span::end(head, index);
    let Some(behind) = head.lines.get(end) else { return 2 };
    let closed = matches!(behind.part, TitlePart::Around | TitlePart::Person | TitlePart::Issuer)
        || behind.kind == SALUTATION
        || behind.kind == FRONT;
    let prose = behind.part == TitlePart::Prose;
    // A title is not left open.
    let open = head.lines[end - 1].line.bare.ends_with(',');
    // A few words in capitals above another line name a section of a paper: "XÃ HỘI - ĐỜI SỐNG".
    let seen = &head.lines[index];
    let syllables = seen.line.words.split(' ').filter(|word| word.len() > 1).count();
    let section = seen.part == TitlePart::Open
        && syllables <= SECTION
        && is_all_capitals(seen.line.bare)
        && !(closed || prose);
    2 * i32::from(closed || prose) + i32::from(end > index + 1)
        - 6 * i32::from(open)
        - 4 * i32::from(section)
}

//! What a correction is about: from a place on the command line and a wish to words of the text
//! and the change there.

use super::args::{Lines, Wish};
use super::what::{Spot, Target};
use crate::i18n::Messages;
use crate::speech::correction::{of_blocks, of_item, of_series};
use crate::speech::{Change, ItemForm, ItemIndex, SeriesIndex, Speech};
use crate::text::TextRange;

/// Why something cannot be corrected as wished.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Refusal {
    /// The text is not that long.
    #[error("line {line} of {last}")]
    NoLine { line: u32, last: u32 },
    /// The line goes on a paragraph.
    #[error("line {line} is inside the paragraph of line {first}")]
    Inside { line: u32, first: u32 },
    /// There are no words on that line.
    #[error("line {0} is empty")]
    EmptyLine(u32),
    /// No item begins on that line.
    #[error("no item on line {0}")]
    NoItemThere(u32),
    /// Neither a line nor an address was given.
    #[error("correct which place?")]
    NoPlace,
    /// Both a line and an address were given.
    #[error("a line and an address")]
    TwoPlaces,
    /// Only a change of paragraphs takes several lines.
    #[error("one line at a time")]
    OneLine,
    /// The line opens this item already.
    #[error("already {0}")]
    AlreadyItem(String),
    /// A list can only be renamed or be given a role.
    #[error("{0} is a list")]
    IsList(String),
    /// An item has no title; its list does.
    #[error("{item} is in {series}")]
    IsItem { item: String, series: String },
    /// A title of no words.
    #[error("a title of no words")]
    EmptyTitle,
    /// No correction has that id.
    #[error("no correction {0}")]
    Unknown(String),
    /// There are no corrections.
    #[error("no corrections")]
    None,
}

impl Refusal {
    /// Gives the exit status: 1 where nothing was found, 2 for an error.
    pub(super) fn status(&self) -> u8 {
        match self {
            Refusal::NoLine { .. } | Refusal::EmptyLine(_) | Refusal::NoItemThere(_) => 1,
            Refusal::Unknown(_) | Refusal::None => 1,
            Refusal::NoPlace | Refusal::TwoPlaces | Refusal::OneLine | Refusal::EmptyTitle => 2,
            Refusal::AlreadyItem(_) | Refusal::IsList(_) | Refusal::IsItem { .. } => 2,
            Refusal::Inside { .. } => 2,
        }
    }

    /// Says it, and what to do.
    pub(super) fn message(&self, messages: &Messages) -> String {
        let line = |line: &u32| ("line", line.to_string().into());
        match self {
            Refusal::NoLine { line: wanted, last } => {
                messages.with("refuse-no-line", &[line(wanted), ("last", last.to_string().into())])
            }
            Refusal::Inside { line: wanted, first } => {
                messages.with("refuse-inside", &[line(wanted), ("first", first.to_string().into())])
            }
            Refusal::EmptyLine(wanted) => messages.with("refuse-empty-line", &[line(wanted)]),
            Refusal::NoItemThere(wanted) => messages.with("refuse-no-item", &[line(wanted)]),
            Refusal::NoPlace => messages.get("refuse-no-place"),
            Refusal::TwoPlaces => messages.get("refuse-two-places"),
            Refusal::OneLine => messages.get("refuse-one-line"),
            Refusal::AlreadyItem(item) => messages.with("refuse-already", &[("item", item.into())]),
            Refusal::IsList(code) => messages.with("refuse-list", &[("code", code.into())]),
            Refusal::IsItem { item, series } => {
                messages.with("refuse-item", &[("item", item.into()), ("series", series.into())])
            }
            Refusal::EmptyTitle => messages.get("refuse-empty-title"),
            Refusal::Unknown(id) => {
                let id = crate::text::printable(id).into_owned();
                messages.with("refuse-unknown", &[("id", id.into())])
            }
            Refusal::None => messages.get("refuse-none"),
        }
    }
}

/// What is meant by a place: paragraphs, an item, or a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Aim {
    Lines(Lines, TextRange),
    Item(ItemIndex),
    Series(SeriesIndex),
}

/// Finds the words to hold on to, and what is to be different there.
pub(super) fn aim(
    target: &Target,
    lines: Option<Lines>,
    wish: &Wish,
) -> Result<(TextRange, Change), Refusal> {
    let speech = &target.speech;
    let aim = match (target.spot, lines) {
        (Spot::Whole, None) => return Err(Refusal::NoPlace),
        (Spot::Whole, Some(lines)) => Aim::Lines(lines, range_of(speech, lines)?),
        (Spot::Item(_) | Spot::Series(_), Some(_)) => return Err(Refusal::TwoPlaces),
        (Spot::Item(item), None) => Aim::Item(item),
        (Spot::Series(series), None) => Aim::Series(series),
    };
    match wish {
        Wish::Item => one_line(aim)
            .and_then(|aim| not_yet_item(speech, aim))
            .map(|range| (range, Change::Item)),
        Wish::Furniture(kind) => Ok((paragraphs(speech, aim)?, Change::Furniture(*kind))),
        Wish::Text => Ok((paragraphs(speech, aim)?, Change::Text)),
        Wish::Drop => Ok((item(speech, one_line(aim)?)?, Change::Drop)),
        Wish::Level(level) => Ok((item(speech, one_line(aim)?)?, Change::Level(*level))),
        Wish::Role(role) => match one_line(aim)? {
            Aim::Series(series) => Ok((list(speech, series)?, Change::SeriesRole(*role))),
            aim => Ok((item(speech, aim)?, Change::Role(*role))),
        },
        Wish::Title(title) => match one_line(aim)? {
            Aim::Series(series) => {
                let title = crate::text::printable(title).trim().to_owned();
                if title.is_empty() {
                    return Err(Refusal::EmptyTitle);
                }
                Ok((list(speech, series)?, Change::SeriesTitle(title)))
            }
            aim => {
                let index = item_of(speech, aim)?;
                Err(Refusal::IsItem {
                    item: speech.outline.address(index).to_string(),
                    series: speech.outline.series[speech.outline.items[index].series].code(),
                })
            }
        },
    }
}

/// Gives the range of lines of the input, without the blanks around them.
fn range_of(speech: &Speech, lines: Lines) -> Result<TextRange, Refusal> {
    let mut starts = vec![0];
    starts.extend(memchr::memchr_iter(b'\n', speech.text.as_bytes()).map(|at| at + 1));
    if starts.last() == Some(&speech.text.len()) && starts.len() > 1 {
        starts.pop();
    }
    let last = u32::try_from(starts.len()).unwrap_or(u32::MAX);
    let start_of = |line: u32| starts.get(line as usize - 1).copied();
    let no_line = |line| Refusal::NoLine { line, last };
    let start = start_of(lines.first).ok_or_else(|| no_line(lines.first))?;
    start_of(lines.last).ok_or_else(|| no_line(lines.last))?;
    let end = start_of(lines.last.saturating_add(1)).unwrap_or(speech.text.len());
    let text = &speech.text[start..end];
    if text.trim().is_empty() {
        return Err(Refusal::EmptyLine(lines.first));
    }
    let blanks = text.len() - text.trim_start().len();
    Ok(TextRange::new(start + blanks, start + text.trim_end().len()))
}

fn one_line(aim: Aim) -> Result<Aim, Refusal> {
    match aim {
        Aim::Lines(lines, _) if lines.first != lines.last => Err(Refusal::OneLine),
        aim => Ok(aim),
    }
}

fn paragraphs(speech: &Speech, aim: Aim) -> Result<TextRange, Refusal> {
    match aim {
        Aim::Lines(lines, range) => of_blocks(speech, range).ok_or(Refusal::EmptyLine(lines.first)),
        Aim::Item(index) => item(speech, Aim::Item(index)),
        Aim::Series(series) => Err(Refusal::IsList(speech.outline.series[series].code())),
    }
}

fn not_yet_item(speech: &Speech, aim: Aim) -> Result<TextRange, Refusal> {
    match (aim, item_of(speech, aim)) {
        (_, Ok(index)) => Err(Refusal::AlreadyItem(speech.outline.address(index).to_string())),
        (Aim::Lines(lines, range), Err(_)) => {
            let block = speech.blocks.get(speech.block_at(range.start));
            match block.filter(|block| block.line < lines.first) {
                Some(block) => Err(Refusal::Inside { line: lines.first, first: block.line }),
                None => paragraphs(speech, aim),
            }
        }
        (aim, Err(_)) => paragraphs(speech, aim),
    }
}

fn item(speech: &Speech, aim: Aim) -> Result<TextRange, Refusal> {
    let index = item_of(speech, aim)?;
    of_item(speech, index).ok_or(Refusal::NoItemThere(speech.outline.items[index].line))
}

fn list(speech: &Speech, series: SeriesIndex) -> Result<TextRange, Refusal> {
    let list = &speech.outline.series[series];
    of_series(speech, series).ok_or(Refusal::NoItemThere(list.line))
}

fn item_of(speech: &Speech, aim: Aim) -> Result<ItemIndex, Refusal> {
    match aim {
        Aim::Item(index) => Ok(index),
        Aim::Series(series) => Err(Refusal::IsList(speech.outline.series[series].code())),
        Aim::Lines(lines, range) => {
            let on_line = |index: &ItemIndex| {
                let item = &speech.outline.items[*index];
                item.form == ItemForm::Paragraph
                    && (item.line == lines.first || range.contains(item.marker.start))
            };
            (0..speech.outline.items.len()).find(on_line).ok_or(Refusal::NoItemThere(lines.first))
        }
    }
}

//! What a correction is about: from a place on the command line and a wish to words of the text
//! and the change there.

use super::refusal::Refusal;
use crate::cli::part::{RequestedPart, Spot};
use crate::speech::correction::{of_blocks, of_item, of_series};
use crate::speech::{Change, FurnitureKind, ItemForm, ItemIndex, Role, SeriesIndex, Speech};
use crate::text::TextRange;
use std::str::FromStr;

/// LineRange of the input, from 1, the last included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LineRange {
    first: u32,
    last: u32,
}

impl FromStr for LineRange {
    type Err = String;

    /// Reads `24` or `24-27`.
    fn from_str(text: &str) -> Result<Self, String> {
        let number = |text: &str| text.trim().parse().ok().filter(|&line: &u32| line > 0);
        let (first, last) = text.split_once(['-', '–']).unwrap_or((text, text));
        match (number(first), number(last)) {
            (Some(first), Some(last)) if first <= last => Ok(LineRange { first, last }),
            _ => Err("24, 24-27".to_owned()),
        }
    }
}

/// What is to be different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum WantedChange {
    Item,
    Drop,
    Level(u8),
    Role(Role),
    Title(String),
    Furniture(FurnitureKind),
    Text,
}

/// What is meant by a place: paragraphs, an item, or a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CorrectionAim {
    Lines(LineRange, TextRange),
    Item(ItemIndex),
    Series(SeriesIndex),
}

/// Finds the words to hold on to, and what is to be different there.
pub(super) fn aim(
    target: &RequestedPart,
    lines: Option<LineRange>,
    wanted: &WantedChange,
) -> Result<(TextRange, Change), Refusal> {
    let speech = &target.speech;
    let aim = match (target.spot, lines) {
        (Spot::Whole, None) => return Err(Refusal::NoPlace),
        (Spot::Whole, Some(lines)) => CorrectionAim::Lines(lines, range_of(speech, lines)?),
        (Spot::Item(_) | Spot::Series(_), Some(_)) => return Err(Refusal::TwoPlaces),
        (Spot::Item(item), None) => CorrectionAim::Item(item),
        (Spot::Series(series), None) => CorrectionAim::Series(series),
    };
    match wanted {
        WantedChange::Item => one_line(aim)
            .and_then(|aim| not_yet_item(speech, aim))
            .map(|range| (range, Change::Item)),
        WantedChange::Furniture(kind) => Ok((paragraphs(speech, aim)?, Change::Furniture(*kind))),
        WantedChange::Text => Ok((paragraphs(speech, aim)?, Change::Text)),
        WantedChange::Drop => Ok((item(speech, one_line(aim)?)?, Change::Drop)),
        WantedChange::Level(level) => Ok((item(speech, one_line(aim)?)?, Change::Level(*level))),
        WantedChange::Role(role) => match one_line(aim)? {
            CorrectionAim::Series(series) => Ok((list(speech, series)?, Change::SeriesRole(*role))),
            aim => Ok((item(speech, aim)?, Change::Role(*role))),
        },
        WantedChange::Title(title) => match one_line(aim)? {
            CorrectionAim::Series(series) => {
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

/// Returns the range of lines of the input, without the blanks around them.
fn range_of(speech: &Speech, lines: LineRange) -> Result<TextRange, Refusal> {
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

fn one_line(aim: CorrectionAim) -> Result<CorrectionAim, Refusal> {
    match aim {
        CorrectionAim::Lines(lines, _) if lines.first != lines.last => Err(Refusal::OneLine),
        aim => Ok(aim),
    }
}

fn paragraphs(speech: &Speech, aim: CorrectionAim) -> Result<TextRange, Refusal> {
    match aim {
        CorrectionAim::Lines(lines, range) => {
            of_blocks(speech, range).ok_or(Refusal::EmptyLine(lines.first))
        }
        CorrectionAim::Item(index) => item(speech, CorrectionAim::Item(index)),
        CorrectionAim::Series(series) => Err(Refusal::IsList(speech.outline.series[series].code())),
    }
}

fn not_yet_item(speech: &Speech, aim: CorrectionAim) -> Result<TextRange, Refusal> {
    match (aim, item_of(speech, aim)) {
        (_, Ok(index)) => Err(Refusal::AlreadyItem(speech.outline.address(index).to_string())),
        (CorrectionAim::Lines(lines, range), Err(_)) => {
            let block = speech.blocks.get(speech.block_at(range.start));
            match block.filter(|block| block.line < lines.first) {
                Some(block) => Err(Refusal::Inside { line: lines.first, first: block.line }),
                None => paragraphs(speech, aim),
            }
        }
        (aim, Err(_)) => paragraphs(speech, aim),
    }
}

fn item(speech: &Speech, aim: CorrectionAim) -> Result<TextRange, Refusal> {
    let index = item_of(speech, aim)?;
    of_item(speech, index).ok_or(Refusal::NoItemThere(speech.outline.items[index].line))
}

fn list(speech: &Speech, series: SeriesIndex) -> Result<TextRange, Refusal> {
    let list = &speech.outline.series[series];
    of_series(speech, series).ok_or(Refusal::NoItemThere(list.line))
}

fn item_of(speech: &Speech, aim: CorrectionAim) -> Result<ItemIndex, Refusal> {
    match aim {
        CorrectionAim::Item(index) => Ok(index),
        CorrectionAim::Series(series) => Err(Refusal::IsList(speech.outline.series[series].code())),
        CorrectionAim::Lines(lines, range) => {
            let on_line = |index: &ItemIndex| {
                let item = &speech.outline.items[*index];
                item.form == ItemForm::Paragraph
                    && (item.line == lines.first || range.contains(item.marker.start))
            };
            (0..speech.outline.items.len()).find(on_line).ok_or(Refusal::NoItemThere(lines.first))
        }
    }
}

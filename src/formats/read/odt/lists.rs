//! The automatic numbers of OpenDocument: which label an item of a list gets (ODF 1.3, part 3, §16.31).

use crate::formats::read::numbering::bullet;
use crate::formats::read::numbers::{Beyond, Numeral};
use crate::formats::read::xml::Element;
use std::collections::HashMap;

/// The most levels of a list.
pub(super) const LEVELS: usize = 10;

/// A level of a list style.
#[derive(Clone, Debug)]
pub(super) struct OdtLevel {
    form: OdtLabelForm,
    prefix: String,
    suffix: String,
    start: i64,
    /// How many levels are written.
    shown: usize,
    /// The whole label, with %1% for the number of the first level.
    pattern: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum OdtLabelForm {
    Number(Numeral),
    Bullet(String),
}

/// The levels of a list style, by their numbers from 0.
pub(super) type ListStyle = HashMap<usize, OdtLevel>;

/// How far a list has counted on each of its levels.
pub(super) type Counts = [Option<i64>; LEVELS];

/// Reads one level of a list style: its place and what it writes.
pub(super) fn level(element: &Element) -> Option<(usize, OdtLevel)> {
    let at = usize::try_from(element.number("level")?.checked_sub(1)?).ok()?;
    let text = |name: &str| element.attr(name).unwrap_or_default();
    let form = match element.name() {
        "list-level-style-number" | "outline-level-style" => {
            let beyond = match element.attr("num-letter-sync").as_deref() {
                Some("true") => Beyond::Doubled,
                _ => Beyond::Counted,
            };
            OdtLabelForm::Number(numeral(&text("num-format"), beyond))
        }
        "list-level-style-bullet" => OdtLabelForm::Bullet(bullet(&text("bullet-char"))),
        _ => return None,
    };
    let level = OdtLevel {
        form,
        prefix: text("num-prefix"),
        suffix: text("num-suffix"),
        start: element.number("start-value").unwrap_or(1),
        shown: element.number("display-levels").and_then(|n| usize::try_from(n).ok()).unwrap_or(1),
        pattern: element.attr("num-list-format"),
    };
    (at < LEVELS).then_some((at, level))
}

fn numeral(format: &str, beyond: Beyond) -> Numeral {
    match format.trim() {
        "" => Numeral::None,
        "I" => Numeral::UpperRoman,
        "i" => Numeral::LowerRoman,
        "A" => Numeral::UpperLetter(beyond),
        "a" => Numeral::LowerLetter(beyond),
        format if format.starts_with("01") => Numeral::PaddedDecimal,
        format if format.starts_with("một") || format.starts_with("Một") => Numeral::Words,
        _ => Numeral::Decimal,
    }
}

/// Counts an item of a list at level `at` and gives its label.
pub(super) fn label(
    style: &ListStyle,
    counts: &mut Counts,
    at: usize,
    start: Option<i64>,
) -> String {
    let at = at.min(LEVELS - 1);
    let begin = |at: usize| style.get(&at).map_or(1, |level| level.start);
    counts[at] = Some(match (start, counts[at]) {
        (Some(start), _) => start,
        (None, Some(count)) => count.saturating_add(1),
        (None, None) => begin(at),
    });
    counts[at + 1..].fill(None);
    let Some(level) = style.get(&at) else { return String::new() };
    let numeral = match &level.form {
        OdtLabelForm::Bullet(sign) => return sign.clone(),
        OdtLabelForm::Number(numeral) => *numeral,
    };
    let mut number = |index: usize| {
        let numeral = match style.get(&index).map(|level| &level.form) {
            _ if index == at => numeral,
            Some(OdtLabelForm::Number(numeral)) => *numeral,
            Some(OdtLabelForm::Bullet(_)) | None => Numeral::None,
        };
        numeral.write(*counts[index].get_or_insert_with(|| begin(index)))
    };
    if let Some(pattern) = &level.pattern {
        let mut out = String::new();
        for (index, part) in pattern.split('%').enumerate() {
            let place = part.parse::<usize>().ok().filter(|place| (1..=LEVELS).contains(place));
            match place {
                Some(place) if index % 2 == 1 => out.push_str(&number(place - 1)),
                _ => out.push_str(part),
            }
        }
        return if numeral == Numeral::None && out.chars().all(|c| c == '.') {
            String::new()
        } else {
            out
        };
    }
    if numeral == Numeral::None {
        return format!("{}{}", level.prefix, level.suffix);
    }
    let first = (at + 1).saturating_sub(level.shown.max(1));
    let numbers: Vec<String> =
        (first..=at).map(&mut number).filter(|number| !number.is_empty()).collect();
    format!("{}{}{}", level.prefix, numbers.join("."), level.suffix)
}

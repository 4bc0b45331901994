//! Where a part is that a text names: units and numbers → items, sections and paragraphs.

use super::reading::{NamedPart, PartNumber, PartStep};
use super::vocabulary::{ReferenceWords, Unit};
use super::word::ReferenceWord;
use crate::speech::{ItemIndex, SectionKind, Speech};
use crate::text::{TextPos, TextRange, lowercase};

/// The letters of small and large Roman numbers by their value, up to 20.
const ROMAN: [&str; 20] = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv",
    "xvi", "xvii", "xviii", "xix", "xx",
];
/// How long the line of an appendix may be that names it, in bytes.
const HEADING: usize = 160;

/// A stretch of the text that a part was found in, or the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct ReferenceContainer {
    range: TextRange,
    item: Option<ItemIndex>,
}

/// Finds the places of a part: one where the text tells which is meant, none where it has no such part.
pub(super) fn places(speech: &Speech, part: &NamedPart, of: &ReferenceWords) -> Vec<TextPos> {
    let mut steps = part.steps.clone();
    // The outermost first: "khoản 2 Điều 5" and "Điều 5 khoản 2" alike.
    steps.sort_by_key(|step| step.unit);
    let here = part.range.start;
    let mut around: Vec<ReferenceContainer> = enclosing(speech, here);
    match steps.iter().position(|step| step.number == PartNumber::This) {
        // "khoản 2 Điều này"
        Some(at) => {
            let unit = steps.remove(at).unit;
            let is_own = |one: &ReferenceContainer| {
                one.item.is_some_and(|item| unit_of(speech, item, of) == Some(unit))
            };
            around = around.into_iter().find(is_own).into_iter().collect();
        }
        // "khoản 2" alone is of the article that it stands in.
        None if steps.first().is_some_and(|step| ReferenceWords::is_clause(step.unit)) => {
            let is_article = |one: &ReferenceContainer| {
                let unit = one.item.and_then(|item| unit_of(speech, item, of));
                unit.is_some_and(ReferenceWords::is_article)
            };
            around = around.into_iter().find(is_article).into_iter().collect();
        }
        None => {
            let range = TextRange::new(0, speech.text.len());
            around.push(ReferenceContainer { range, item: None });
        }
    }
    for container in around {
        let found = steps.iter().try_fold(vec![container], |within, step| {
            let found: Vec<ReferenceContainer> =
                within.iter().flat_map(|one| step_in(speech, *one, step, of)).collect();
            (!found.is_empty()).then_some(found)
        });
        let found = found.unwrap_or_default();
        let starts: Vec<TextPos> = found.iter().map(|one| one.range.start).collect();
        if starts.len() == 1 || !starts.is_empty() && container.item.is_none() {
            return starts;
        }
    }
    Vec::new()
}

/// Returns the items around a place, the innermost first.
fn enclosing(speech: &Speech, at: TextPos) -> Vec<ReferenceContainer> {
    let items = &speech.outline.items;
    let mut around: Vec<ItemIndex> =
        (0..items.len()).filter(|index| items[*index].range.contains(at)).collect();
    around.sort_by_key(|index| std::cmp::Reverse(items[*index].range.start));
    around
        .into_iter()
        .map(|item| ReferenceContainer { range: items[item].range, item: Some(item) })
        .collect()
}

fn step_in(
    speech: &Speech,
    within: ReferenceContainer,
    step: &PartStep,
    of: &ReferenceWords,
) -> Vec<ReferenceContainer> {
    if ReferenceWords::is_annex(step.unit) {
        return headings(speech, within, step, of);
    }
    let by_item = items_in(speech, within, step, of);
    if by_item.is_empty() { headings(speech, within, step, of) } else { by_item }
}

/// Finds the outermost items in a stretch that bear the number of a step.
fn items_in(
    speech: &Speech,
    within: ReferenceContainer,
    step: &PartStep,
    of: &ReferenceWords,
) -> Vec<ReferenceContainer> {
    let items = &speech.outline.items;
    let bears = |index: &ItemIndex| {
        let inside = within.item != Some(*index)
            && within.range.covers(items[*index].range)
            && items[*index].rule != "bullet";
        inside && is_number(speech, *index, step, of)
    };
    let found: Vec<ItemIndex> = (0..items.len()).filter(bears).collect();
    if let (PartNumber::Written(number), true) = (&step.number, found.is_empty())
        && let Some((first, rest)) = number.split_once('.')
    {
        // "mục II.3" is 3 in II where no marker is "II.3".
        let step = |number: &str| PartStep {
            unit: step.unit,
            number: PartNumber::Written(number.to_owned()),
        };
        let outer = items_in(speech, within, &step(first), of);
        return outer.iter().flat_map(|one| items_in(speech, *one, &step(rest), of)).collect();
    }
    let depth = |index: ItemIndex| {
        items.iter().filter(|other| other.range.covers(items[index].range)).count()
    };
    let least = found.iter().map(|index| depth(*index)).min();
    let found = found.into_iter().filter(|index| Some(depth(*index)) == least);
    found.map(|index| ReferenceContainer { range: items[index].range, item: Some(index) }).collect()
}

/// Tells whether the marker of an item is the number of a step.
fn is_number(speech: &Speech, index: ItemIndex, step: &PartStep, of: &ReferenceWords) -> bool {
    let marker = lowercase(&speech.marker(&speech.outline.items[index]));
    let range = TextRange::new(0, marker.len());
    let words = ReferenceWord::all(&marker, range);
    let own = of.unit(&words);
    match own {
        Some((unit, _)) if unit != step.unit => return false,
        None if of.is_named(step.unit) => return false,
        _ => {}
    }
    let rest = &words[own.map_or(0, |(_, count)| count).min(words.len())..];
    let written: Vec<String> = rest.iter().map(|word| word.text.to_owned()).collect();
    match &step.number {
        PartNumber::Written(number) => match written.as_slice() {
            [one] => one == number,
            // "Phần thứ hai" is called "Phần II" as well.
            _ => of.ordinal(rest).is_some_and(|(value, _)| is_value(number, value)),
        },
        PartNumber::Ordinal(value) => {
            of.ordinal(rest).is_some_and(|(other, _)| other == *value)
                || matches!(written.as_slice(), [one] if is_value(one, *value))
        }
        PartNumber::This | PartNumber::Only => false,
    }
}

/// Tells whether figures, or Roman ones, are a number.
fn is_value(written: &str, value: usize) -> bool {
    written.parse() == Ok(value) || ROMAN.get(value - 1).is_some_and(|roman| *roman == written)
}

/// Returns the unit that an item's marker names.
fn unit_of(speech: &Speech, index: ItemIndex, of: &ReferenceWords) -> Option<Unit> {
    let marker = speech.marker(&speech.outline.items[index]);
    of.unit(&ReferenceWord::all(&marker, TextRange::new(0, marker.len()))).map(|(unit, _)| unit)
}

/// Finds headings and short paragraphs in a stretch that begin with the unit and number of a step: "PHỤ LỤC I".
fn headings(
    speech: &Speech,
    within: ReferenceContainer,
    step: &PartStep,
    of: &ReferenceWords,
) -> Vec<ReferenceContainer> {
    let sections = speech.outline.sections.iter().filter_map(|section| match section.kind {
        SectionKind::Heading(heading) => Some((heading, section.range)),
        SectionKind::Opening | SectionKind::Series(_) | SectionKind::Closing => None,
    });
    let short = speech.blocks.iter().filter(|block| block.range.len() <= HEADING);
    let blocks = short.map(|block| (block.range, block.range));
    let mut found: Vec<ReferenceContainer> = Vec::new();
    for (heading, range) in sections.chain(blocks) {
        let names = || begins_with(speech.line(heading).as_str(), step, of);
        let is_known = found.iter().any(|one| one.range.contains(heading.start));
        if within.range.covers(heading) && !is_known && names() {
            found.push(ReferenceContainer { range, item: None });
        }
    }
    found.truncate(if step.number == PartNumber::Only { 1 } else { found.len() });
    found
}

fn begins_with(line: &str, step: &PartStep, of: &ReferenceWords) -> bool {
    let words = ReferenceWord::all(line, TextRange::new(0, line.len()));
    let Some((unit, count)) = of.unit(&words).filter(|(unit, _)| *unit == step.unit) else {
        return false;
    };
    let rest = &words[count..];
    let next = rest.first().map(ReferenceWord::lower);
    match &step.number {
        PartNumber::Written(number) => {
            next.as_ref() == Some(number)
                || of.ordinal(rest).is_some_and(|(value, _)| is_value(number, value))
        }
        PartNumber::Ordinal(value) => {
            of.ordinal(rest).is_some_and(|(other, _)| other == *value)
                || next.is_some_and(|next| is_value(&next, *value))
        }
        // "PHỤ LỤC" in capitals, or alone on its line.
        PartNumber::Only => {
            ReferenceWords::is_annex(unit)
                && (rest.is_empty()
                    || words[..count].iter().all(|word| word.text == word.text.to_uppercase()))
        }
        PartNumber::This => false,
    }
}

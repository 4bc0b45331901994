//! Letters of lists that have more letters than the order: "a) ă) â)", "e) f) g)", "y) z) aa)".
//!
//! Where such a letter follows one that it may follow, all letters of its list are numbered anew; the
//! lists that keep to the order keep their numbers.

use super::{Family, ListSource, MarkerCandidate};
use crate::speech::parse::lexicon::Markers;
use crate::speech::parse::marker::OUTSIDE;
use crate::text::is_letter;
use std::collections::HashMap;

/// A list of letters while it is gone through.
#[derive(Default)]
struct LetterRun {
    members: Vec<(usize, Letters)>,
    last: Option<char>,
    besides: Vec<char>,
}

/// The letters of a marker, small.
#[derive(Clone, Copy)]
struct Letters {
    first: char,
    second: Option<char>,
}

/// Numbers the letters of lists anew that have letters besides those of the order.
pub(super) fn number(candidates: &mut [MarkerCandidate], source: ListSource<'_>) {
    if !candidates.iter().any(|candidate| candidate.marker.ordinal == OUTSIDE) {
        return;
    }
    let words = &source.lexicon.markers;
    let mut open: HashMap<(Family, char), LetterRun> = HashMap::new();
    let mut runs = Vec::new();
    for (index, candidate) in candidates.iter().enumerate() {
        let marker = candidate.marker;
        let other = marker.other.map(|(family, _)| family);
        let is_letter = |family: &Family| matches!(family, Family::Letter | Family::Capital);
        let family = [Some(marker.family), other].into_iter().flatten().find(is_letter);
        let line = source.blocks[candidate.block].range.of(source.text);
        let (Some(family), Some(letters)) = (family, letters_of(line, marker.start)) else {
            continue;
        };
        let run = open.entry((family, marker.sign)).or_default();
        let alone = letters.second.is_none();
        if alone && Some(&letters.first) == words.letters.first() {
            runs.push(std::mem::take(run));
        }
        if alone && marker.ordinal == OUTSIDE {
            let follows = words.letters_besides.iter().any(|(own, before)| {
                *own == letters.first && run.last.is_some_and(|last| before.contains(&last))
            });
            if !follows {
                continue;
            }
            run.besides.push(letters.first);
        }
        run.last = Some(letters.first);
        run.members.push((index, letters));
    }
    runs.extend(open.into_values());
    for run in runs.iter().filter(|run| !run.besides.is_empty()) {
        let order = order(run, words);
        for &(index, letters) in &run.members {
            renumber(&mut candidates[index], letters, &order);
        }
    }
}

/// Reads the letters of a marker.
fn letters_of(line: &str, start: usize) -> Option<Letters> {
    let mut chars = line.get(start..)?.trim_start_matches('(').chars().flat_map(char::to_lowercase);
    let first = chars.next().filter(|c| is_letter(*c))?;
    Some(Letters { first, second: chars.next().filter(|c| is_letter(*c)) })
}

/// Returns the order of a list: each letter besides behind the one that it follows. English letters leave
/// out "đ", unless the list has it.
fn order(run: &LetterRun, words: &Markers) -> Vec<char> {
    let has = |letter: char| run.members.iter().any(|(_, letters)| letters.first == letter);
    let english = run.besides.iter().any(char::is_ascii);
    let mut order: Vec<char> = words.letters.clone();
    order.retain(|&letter| letter != 'đ' || !english || has('đ'));
    for &(own, ref before) in &words.letters_besides {
        if !run.besides.contains(&own) {
            continue;
        }
        let place = order.iter().rposition(|letter| before.contains(letter));
        order.insert(place.map_or(order.len(), |place| place + 1), own);
    }
    order
}

fn renumber(candidate: &mut MarkerCandidate, letters: Letters, order: &[char]) {
    let place =
        |letter: char| order.iter().position(|&c| c == letter).map(|place| place as u32 + 1);
    let all = order.len() as u32;
    let Some(first) = place(letters.first) else { return };
    let second = match letters.second.map(place) {
        None => None,
        Some(Some(second)) => Some(second),
        Some(None) => return,
    };
    let ordinal = second.map_or(first, |second| match second == first {
        true => all + first,
        false => all * first + second,
    });
    let marker = &mut candidate.marker;
    let is_letter = |family| matches!(family, Family::Letter | Family::Capital);
    if is_letter(marker.family) {
        marker.ordinal = ordinal;
        if second == Some(first) {
            marker.other = Some((marker.family, all * first + first));
        }
    } else if let Some((family, _)) = marker.other.filter(|&(family, _)| is_letter(family)) {
        marker.other = Some((family, ordinal));
    }
}

//! What the user corrected in assignments: which are none, and whose or by when they are.

use super::assignment::Assignment;
use super::deadline::{Basis, Deadline, DeadlineVocabulary, Due, Edge, find};
use super::vocabulary::RegisterVocabulary;
use crate::speech::{Change, Date, Fix, Speech};
use crate::text::TextRange;

/// How much of an assignment and of what was corrected, in per cent, is the same where they are one.
const AGREES: usize = 60;

/// Returns the assignments of a speech as the user corrected them. A correction whose words are not in the text changes
/// nothing.
pub fn corrected(
    speech: &Speech,
    mut assignments: Vec<Assignment>,
    vocabulary: &RegisterVocabulary,
) -> Vec<Assignment> {
    for fix in &speech.outline.task_fixes {
        let Some(at) = assignments.iter().position(|known| is_of(fix, known)) else { continue };
        match &fix.change {
            Change::NoTask => drop(assignments.remove(at)),
            change => amend(speech, &mut assignments[at], change, &vocabulary.deadlines),
        }
    }
    assignments
}

fn is_of(fix: &Fix, known: &Assignment) -> bool {
    let common = fix.range.intersection(known.words).map_or(0, TextRange::len);
    100 * common >= AGREES * fix.range.union(known.words).len()
}

fn amend(
    speech: &Speech,
    assignment: &mut Assignment,
    change: &Change,
    vocabulary: &DeadlineVocabulary,
) {
    match change {
        Change::TaskOffice(None) => assignment.actors.clear(),
        Change::TaskOffice(Some(words)) => {
            if let Some(range) = words_near(&speech.text, words, assignment.words) {
                assignment.actors = vec![range];
            }
        }
        Change::TaskDeadline(None) => assignment.deadline = None,
        Change::TaskDeadline(Some(words)) => {
            let range = words_near(&speech.text, words, assignment.words);
            let is_own = range.is_some_and(|range| assignment.words.intersection(range).is_some());
            if let (Some(day), Some(deadline), false) =
                (Date::parse(words), &mut assignment.deadline, is_own)
            {
                // The words stay; the user says which day they mean.
                deadline.due = Due::Day(day);
                deadline.basis = Basis::Corrected;
            } else if let Some(range) = range {
                let base = speech.meta.date.or(speech.meta.meeting_date);
                // "15/6" means the deadline that it is a part of.
                let around = range.union(assignment.words);
                let mut found = find(&speech.text, around, base, vocabulary).into_iter();
                let found = found.find(|known| known.words.intersection(range).is_some());
                // Words that name no day stay words.
                let fuzzy = Deadline {
                    words: range,
                    edge: Edge::By,
                    due: Due::Fuzzy,
                    basis: Basis::Stated,
                };
                assignment.deadline = Some(found.unwrap_or(fuzzy));
            }
        }
        _ => {}
    }
}

/// Finds words in a text, whatever blanks and line ends are between them: in a range, else the last before it, else the
/// first behind it.
pub fn words_near(text: &str, words: &str, range: TextRange) -> Option<TextRange> {
    let first = words.split_whitespace().next()?;
    let found: Vec<TextRange> = text
        .match_indices(first)
        .filter(|(at, _)| !text[..*at].ends_with(char::is_alphanumeric))
        .filter_map(|(at, _)| Some(TextRange::new(at, match_at(text, at, words)?)))
        .collect();
    let inside = found.iter().find(|found| range.start <= found.start && found.end <= range.end);
    let before = || found.iter().rfind(|found| found.start < range.start);
    inside.or_else(before).or(found.first()).copied()
}

/// Returns where words end that begin at a place.
fn match_at(text: &str, at: usize, words: &str) -> Option<usize> {
    let mut end = at;
    for (index, word) in words.split_whitespace().enumerate() {
        let rest = &text[end..];
        let trimmed = rest.trim_start();
        if index > 0 && trimmed.len() == rest.len() {
            return None;
        }
        trimmed.strip_prefix(word)?;
        end = text.len() - trimmed.len() + word.len();
    }
    let goes_on = text[end..].starts_with(char::is_alphanumeric);
    (!goes_on).then_some(end)
}

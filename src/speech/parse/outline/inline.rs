//! What an enumeration inside a paragraph is for.

use super::Ground;
use crate::speech::parse::lists::announces;
use crate::speech::parse::role::{Force, announced, counts_members};
use crate::speech::{Evidence, Item, Role, RoleSource};
use crate::text::TextRange;
use crate::text::is_word;

/// How sure the role of an enumeration is that its words tell, of 100.
const SURE: u8 = 80;

/// Reads the role of an enumeration from the words of its paragraph before it.
pub(super) fn of_inline(
    ground: Ground<'_>,
    before: TextRange,
    parent: Option<&Item>,
) -> (Role, Evidence, String) {
    let words = before.of(ground.text);
    let said = announced(words, ground.lexicon).filter(|found| found.force != Force::Weak);
    let asked = said.filter(|_| announces(words) || counts_members(words, ground.lexicon));
    // "đã hoàn thành 08 nhiệm vụ, như: (1) …": tasks that are done are no tasks.
    let asked = asked.filter(|found| found.role != Role::Task || !tells_what_was_done(words));
    if let Some(found) = asked {
        let base = before.start.get();
        let cue = (!found.cue.is_empty())
            .then(|| TextRange::new(base + found.cue.start, base + found.cue.end));
        return (
            found.role,
            Evidence { cue, ..Evidence::plain(RoleSource::LeadIn, SURE) },
            found.title,
        );
    }
    // What is told in a paragraph behind the item's own, "Tuy nhiên, còn mấy việc …", need not be what the item is.
    let own = |item: &&Item| before.start <= item.marker.start || item.role == Role::Task;
    match parent.filter(own) {
        Some(item) => {
            let evidence = Evidence { source: RoleSource::Parent, ..item.evidence.clone() };
            (item.role, evidence, String::new())
        }
        None => (Role::Other, Evidence::plain(RoleSource::Nothing, SURE), String::new()),
    }
}

/// Tells whether the last sentence of some words says that something was done.
fn tells_what_was_done(words: &str) -> bool {
    let last = words.trim_end_matches(|c: char| !is_word(c)).rsplit(". ").next();
    last.is_some_and(|last| last.contains(" đã "))
}

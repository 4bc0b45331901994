//! Lists that are none: of one member, or of words that open any sentence.

use super::{BlockOverride, Family, IsItem, List, ListExtent, ListSource, Lists, MemberGap};
use crate::speech::parse::inline::first_member;
use crate::speech::parse::role::announces_speech;
use crate::speech::parse::style::LineStyle;

/// How doubtful the only member of a list is, in points of a hundred.
const ALONE: u8 = 20;

/// Whether an item has lists in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Children {
    None,
    Some,
    /// One that counts in its number: "1.1." in "1."
    Counted,
    /// One with an item that the user put there.
    Moved,
}

/// Drops lists of one member: a lone "5." or "(7)" is text (docs/dev/structure.md). Articles and headings
/// with a list of their own stay, and bullets in an item. What lies in a dropped item moves out to
/// where that lay.
pub(super) fn without(
    mut found: Lists,
    source: ListSource<'_>,
    said: &dyn Fn(usize) -> BlockOverride,
) -> Lists {
    let mut children = vec![Children::None; found.entries.len()];
    for list in &found.lists {
        let moved = |&member: &usize| said(found.entries[member].block).level.is_some();
        if let Some(parent) = list.parent {
            let counted =
                matches!(found.entries[list.members[0]].marker.family, Family::Decimal(_));
            let now = match counted {
                _ if list.members.iter().any(moved) => Children::Moved,
                true => Children::Counted,
                false => Children::Some,
            };
            children[parent] = children[parent].max(now);
        }
    }
    // Lists come in the order they open, so what a list lies in is judged before it.
    let mut dropped = vec![false; found.lists.len()];
    for index in 0..found.lists.len() {
        let list = &found.lists[index];
        let mut around = list.parent;
        while let Some(entry) = around.filter(|&entry| dropped[found.entries[entry].list]) {
            around = found.entries[entry].parent;
        }
        let inside = around.is_some();
        dropped[index] = !stays(&found, index, inside, &children, source, said)
            || is_dialogue(&found, list, inside, source);
        if let ([only], false) = (list.members.as_slice(), dropped[index]) {
            let only = *only;
            let law = matches!(found.entries[only].marker.family, Family::Law(_) | Family::Made);
            found.entries[only].doubt += if law { 0 } else { ALONE };
        }
    }
    if !dropped.contains(&true) {
        return found;
    }
    let mut outer = vec![None; found.entries.len()];
    let mut kept = Lists::default();
    #[cfg(test)]
    kept.weighed.append(&mut found.weighed);
    let mut list_place = vec![None; found.lists.len()];
    for (index, entry) in found.entries.into_iter().enumerate() {
        // Parents come before their children, so `outer` of the parent is known.
        let parent = entry.parent.and_then(|parent: usize| outer[parent]);
        if dropped[entry.list] {
            outer[index] = parent;
            continue;
        }
        let list = *list_place[entry.list].get_or_insert_with(|| {
            let List { lead, announced_by, run, .. } = found.lists[entry.list];
            let members = Vec::new();
            kept.lists.push(List { parent, members, lead, announced_by, table: None, run });
            kept.lists.len() - 1
        });
        let new = kept.entries.len();
        kept.lists[list].members.push(new);
        kept.entries.push(super::ListEntry { list, parent, ..entry });
        outer[index] = Some(new);
    }
    kept
}

fn stays(
    found: &Lists,
    list_index: usize,
    inside: bool,
    children: &[Children],
    source: ListSource<'_>,
    said: &dyn Fn(usize) -> BlockOverride,
) -> bool {
    let list = &found.lists[list_index];
    let entry = |member: usize| &found.entries[member];
    if list.members.iter().any(|&member| said(entry(member).block).item == Some(IsItem::Yes)) {
        return true;
    }
    if list.run == ListExtent::GoesOn {
        return true;
    }
    // What the user put into an item keeps it one.
    if list.members.iter().any(|&member| children[member] == Children::Moved) {
        return true;
    }
    let [only] = list.members.as_slice() else {
        // "Trước hết, … Cuối cùng, …" open any two sentences.
        let opens = |family| matches!(family, Family::Opener | Family::Closer);
        return !list.members.iter().all(|&member| opens(entry(member).marker.family));
    };
    let heads = match children[*only] {
        Children::None => false,
        Children::Some => entry(*only).style != LineStyle::Plain,
        Children::Counted | Children::Moved => true,
    };
    let holds = inside && children[*only] != Children::None;
    // What was left out or is quoted in part may leave one.
    let elided = match entry(*only).gap {
        MemberGap::None => false,
        MemberGap::Elided => inside,
        MemberGap::Quoted => inside || children[*only] != Children::None,
    };
    // "- kỹ thuật thì không phải nộp": the rest of a line that was broken at a dash.
    let line = source.blocks[entry(*only).block].range.of(source.text);
    let words = line.get(entry(*only).marker.end..).unwrap_or_default();
    let goes_on = words.trim_start().starts_with(char::is_lowercase);
    match entry(*only).marker.family {
        family if family.is_own_noun() => holds,
        Family::Law(_) | Family::Named(_) | Family::Roman | Family::Made => true,
        Family::Bullet(_) => {
            (inside && !goes_on && !answers(source, entry(*only).block)) || list.lead.is_some()
        }
        Family::Decimal(_) => inside || heads || elided,
        Family::Arabic | Family::Capital | Family::Letter => heads || holds || elided,
        Family::Spoken | Family::Ordinal => is_second(source, entry(*only)),
        Family::Count | Family::Opener | Family::Middle | Family::Closer => false,
        Family::Bracketed | Family::SmallRoman => holds || elided,
    }
}

/// Tells whether a lone "Hai là" follows a first member in the paragraph before it.
fn is_second(source: ListSource<'_>, entry: &super::ListEntry) -> bool {
    let visible = |&at: &usize| !source.blocks[at].kind.is_hidden();
    let before = (0..entry.block).rev().take(8).find(visible);
    entry.ordinal == 2
        && before.is_some_and(|before| {
            let line = source.blocks[before].range.of(source.text);
            first_member(line, entry.marker.family, source.lexicon).is_some()
        })
}

/// Tells whether a lone dash is the answer to a question right before it.
fn answers(source: ListSource<'_>, block: usize) -> bool {
    let before = (0..block).rev().take(8).find(|&at| !source.blocks[at].kind.is_hidden());
    before
        .is_some_and(|before| source.blocks[before].range.of(source.text).trim_end().ends_with('?'))
}

/// Tells whether the dashes of a list are those of people who speak, as in a tale: it lies in no
/// item, and is announced by a verb of speaking or one in four members is a question or a call.
fn is_dialogue(found: &Lists, list: &List, inside: bool, source: ListSource<'_>) -> bool {
    let line = |block: usize| source.blocks[block].range.of(source.text);
    let entry = |member: &usize| &found.entries[*member];
    let bullets = list.members.iter().all(|member| entry(member).marker.family.is_bullet());
    if !bullets || inside {
        return false;
    }
    let calls = |member: &&usize| {
        let words = line(entry(member).block).trim_end_matches(['"', '”', '»', ' ', '*', '_']);
        words.ends_with(['?', '!'])
    };
    let many = 4 * list.members.iter().filter(calls).count() > list.members.len();
    // "… có ba điều ai cũng nói:" / "- đường xấu;": what is enumerated.
    let enumerates = |member: &usize| {
        let words = line(entry(member).block);
        let first = words.get(entry(member).marker.end..).unwrap_or_default().trim_start();
        words.trim_end().ends_with(';')
            || first.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
    };
    many || !list.members.iter().any(enumerates)
        && list.lead.is_some_and(|lead| announces_speech(line(lead), source.lexicon))
}

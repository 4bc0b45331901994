//! What gives a list its role: lead-in, heading, own words, parent, verbs, the kind of document.

use super::Ground;
use crate::model::{Block, BlockKind, Evidence, Item, Role, Source};
use crate::parse::inline::first_member;
use crate::parse::lists::{Entry, Lists, announces, without_note};
use crate::parse::marker::Family;
use crate::parse::quote::rule_word;
use crate::parse::role::{
    Announced, Force, announced, capitalised, counts_members, headed, headed_first, is_pending,
    role_of_verb,
};
use crate::parse::style::Style;
use crate::text::{TextRange, boundary, lowercase, markup};

/// The longest paragraph that reads as a heading, in bytes.
const HEADING: usize = 240;
/// How many syllables of a heading are the title of its series.
const TITLE: usize = 12;
/// How many members are asked for their verbs.
const ASKED: usize = 20;

/// What a list is for, and what said so.
#[derive(Clone, Debug)]
pub(super) struct Verdict {
    pub role: Role,
    pub evidence: Evidence,
    pub title: String,
    /// The paragraph that announces the list.
    pub lead: Option<usize>,
}

/// The item that a list lies in, as far as its role goes.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    pub item: &'a Item,
    /// What said its role first, of it or of what it lies in.
    pub origin: Source,
}

impl Around<'_> {
    /// Tells whether only verbs or the kind of document told the role.
    fn is_weak(&self) -> bool {
        matches!(self.origin, Source::Verbs | Source::Title | Source::Nothing)
    }
}

/// Asks what can tell what a list is for, in the order of STRUCTURE §3.
pub(super) fn of_list(
    ground: Ground<'_>,
    blocks: &[Block],
    found: &Lists,
    list: usize,
    around: Option<Around<'_>>,
) -> Verdict {
    let parent = around.map(|around| around.item);
    let judge = Judge { ground, blocks, found };
    let first = &found.entries[found.lists[list].members[0]];
    let lead = judge.lead(list, first);
    // What enacts the articles of a law does not say what they are for.
    let law = matches!(first.marker.family, Family::Law(_));
    let said = lead.filter(|_| !law).and_then(|lead| judge.by_lead(lead, first));
    let said = said.filter(|(verdict, _)| !judge.is_only_a_topic(verdict.role, lead, list, around));
    let strong = said.clone().filter(|verdict| verdict.1 != Force::Weak);
    let named = || judge.by_name(first);
    let heading = || judge.by_heading(first, parent);
    let by_parent = |weak: bool| {
        let item =
            around.filter(|around| around.is_weak() == weak && around.origin != Source::Nothing);
        item.map(|around| judge.by_parent(around.item))
    };
    let mut verdict = strong
        .map(|(verdict, _)| verdict)
        .or_else(named)
        .or_else(heading)
        .or_else(|| by_parent(false))
        .or_else(|| judge.by_own_words(list))
        .or_else(|| said.map(|(verdict, _)| verdict))
        .or_else(|| by_parent(true))
        .or_else(|| judge.by_verbs(list))
        .or_else(|| judge.by_kind_of_document())
        .unwrap_or_else(|| Verdict {
            role: parent.map_or(Role::Other, |item| item.role),
            evidence: Evidence { source: Source::Nothing, cue: None },
            title: String::new(),
            lead: None,
        });
    verdict.lead = lead;
    verdict
}

/// Whether the members of a list are headings that say themselves what they are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Headings {
    None,
    /// Most have a noun of their own, all of the role of the list.
    Agreeing,
    /// Most have a noun of their own, of several roles.
    Mixed,
}

/// Tells whether a list is one of headings: most members have the shape of one and a noun of their
/// own.
pub(super) fn headings_of(
    ground: Ground<'_>,
    blocks: &[Block],
    found: &Lists,
    list: usize,
    role: Role,
) -> Headings {
    let members = &found.lists[list].members;
    let asked = members.len().min(ASKED);
    let own = members.iter().take(ASKED).filter_map(|&member| {
        let entry = &found.entries[member];
        let (own, _) = of_item(ground, blocks[entry.block], entry)?;
        (own.force != Force::Weak).then_some(own.role)
    });
    let own: Vec<Role> = own.collect();
    // One heading alone: what it says itself counts if that is no task.
    let alone = asked == 1 && own == [Role::Other];
    if !alone && (asked < 2 || 3 * own.len() < 2 * asked) {
        return Headings::None;
    }
    if own.iter().all(|&own| own == role) { Headings::Agreeing } else { Headings::Mixed }
}

/// Reads the role of an item from its own first line, if that is a heading.
pub(super) fn of_item(
    ground: Ground<'_>,
    block: Block,
    entry: &Entry,
) -> Option<(Announced, usize)> {
    let line = block.range.of(ground.text);
    let line = &line[..heading_end(line, entry.marker.end)];
    let words = line.get(entry.marker.end..)?;
    let end = words.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_'));
    let short = line.len() <= HEADING && !end.ends_with(['.', ';', ',']);
    let heads = entry.marker.family.heads_parts() || entry.style != Style::Plain;
    if !(short && heads) {
        return None;
    }
    let skipped = words.len() - words.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    let found = headed_first(&words[skipped..], ground.lexicon)?;
    Some((found, entry.marker.end + skipped))
}

/// Gives where the heading that opens a long item ends: "**3.4. Độ tuổi:** …", "a) Về kinh phí: …".
fn heading_end(line: &str, from: usize) -> usize {
    if line.len() <= HEADING {
        return line.len();
    }
    let head = &line[..line.floor_char_boundary(HEADING)];
    let rest = head.get(from..).unwrap_or_default();
    let bold = line.starts_with("**").then(|| rest.find("**")).flatten();
    bold.or_else(|| rest.find(": ")).map_or(line.len(), |at| from + at)
}

struct Judge<'a> {
    ground: Ground<'a>,
    blocks: &'a [Block],
    found: &'a Lists,
}

impl Judge<'_> {
    fn line(&self, block: usize) -> &str {
        self.blocks[block].range.of(self.ground.text)
    }

    /// Gives the place of words found in a block.
    fn place(
        &self,
        block: usize,
        offset: usize,
        cue: &std::ops::Range<usize>,
    ) -> Option<TextRange> {
        let base = self.blocks[block].range.start.get() + offset;
        (!cue.is_empty()).then(|| TextRange::new(base + cue.start, base + cue.end))
    }

    /// Finds the paragraph that announces a list: right before it, ending in a colon, or naming
    /// the number of its members.
    fn lead(&self, list: usize, first: &Entry) -> Option<usize> {
        if let Some(lead) = self.found.lists[list].lead {
            return Some(lead);
        }
        let before =
            (0..first.block).rev().take(12).find(|&at| !self.blocks[at].kind.is_hidden())?;
        if first.ordinal == 2
            && first_member(self.line(before), first.marker.family, self.ground.lexicon).is_some()
        {
            return Some(before);
        }
        let opens_item = self.found.lists[list]
            .parent
            .is_some_and(|parent| self.found.entries[parent].block == before);
        let free = self.blocks[before].kind == BlockKind::Paragraph;
        let is_entry =
            self.found.entries.binary_search_by_key(&before, |entry| entry.block).is_ok();
        let counts = free
            && (opens_item || !is_entry)
            && counts_members(self.line(before), self.ground.lexicon);
        counts.then_some(before).or_else(|| self.quoted(before).filter(|_| !is_entry))
    }

    /// Tells whether the item that a list lies in names tasks as what it reports on: "1. Về nhiệm vụ thu
    /// ngân sách:" among results. What is still to be done says so.
    fn is_only_a_topic(
        &self,
        role: Role,
        lead: Option<usize>,
        list: usize,
        around: Option<Around<'_>>,
    ) -> bool {
        let Some(around) = around.filter(|around| !around.is_weak()) else { return false };
        let reports = matches!(around.item.role, Role::Result | Role::Limitation | Role::Cause);
        let entry = self.found.lists[list].parent.map(|parent| self.found.entries[parent].block);
        let Some(lead) = lead.filter(|_| lead == entry && reports && role == Role::Task) else {
            return false;
        };
        !is_pending(self.line(lead), self.ground.lexicon)
    }

    /// Finds what announces an article of a law, over its title: "… quy định như sau:" / "Mức phạt tiền"
    /// / "1. …".
    fn quoted(&self, title: usize) -> Option<usize> {
        let words = self.line(title);
        let before = (0..title).rev().take(12).find(|&at| !self.blocks[at].kind.is_hidden())?;
        let lead = self.line(before);
        let short = words.len() <= HEADING && !words.ends_with(['.', ';', ':', ',', '?', '!']);
        (short && announces(lead) && rule_word(lead, self.ground.lexicon).is_some())
            .then_some(before)
    }

    /// A list whose members are named has the role of their name: "Giải pháp thứ nhất: …".
    fn by_name(&self, first: &Entry) -> Option<Verdict> {
        let Family::Named(_) = first.marker.family else { return None };
        let line = self.line(first.block);
        let words = line.get(first.marker.start..first.marker.end)?;
        let found =
            headed(words, self.ground.lexicon).filter(|found| found.force != Force::Weak)?;
        let cue = self.place(first.block, first.marker.start, &found.cue);
        let evidence = Evidence { source: Source::OwnWords, cue };
        Some(Verdict { role: found.role, evidence, title: found.title, lead: None })
    }

    fn by_lead(&self, lead: usize, first: &Entry) -> Option<(Verdict, Force)> {
        let line = self.line(lead);
        // The first member may stand in the paragraph that announces the list.
        let inside = (first.ordinal == 2)
            .then(|| first_member(line, first.marker.family, self.ground.lexicon))
            .flatten();
        let line = without_note(&line[..inside.unwrap_or(line.len())]);
        if let Some(cue) = rule_word(line, self.ground.lexicon) {
            let evidence = Evidence { source: Source::LeadIn, cue: self.place(lead, 0, &cue) };
            let verdict = Verdict { role: Role::Other, evidence, title: String::new(), lead: None };
            return Some((verdict, Force::Full));
        }
        let found = announced(line, self.ground.lexicon)?;
        let cue = self.place(lead, 0, &found.cue);
        let evidence = Evidence { source: Source::LeadIn, cue };
        Some((Verdict { role: found.role, evidence, title: found.title, lead: None }, found.force))
    }

    /// Asks the nearest heading without a marker, if it stands inside the item that the list
    /// lies in.
    fn by_heading(&self, first: &Entry, parent: Option<&Item>) -> Option<Verdict> {
        let headings = self.ground.headings;
        let after = headings.partition_point(|heading| heading.block < first.block);
        let heading = headings[..after].last()?;
        if parent.is_some_and(|item| heading.range.start < item.range.start) {
            return None;
        }
        let words = heading.range.of(self.ground.text);
        let found = headed(words, self.ground.lexicon)?;
        let base = heading.range.start.get();
        let cue = (!found.cue.is_empty())
            .then(|| TextRange::new(base + found.cue.start, base + found.cue.end));
        let evidence = Evidence { source: Source::Heading, cue };
        (found.force != Force::Weak).then(|| Verdict {
            role: found.role,
            evidence,
            title: heading_title(words),
            lead: None,
        })
    }

    fn by_parent(&self, item: &Item) -> Verdict {
        let own = item.evidence.source == Source::OwnWords;
        let title =
            if own { heading_title(item.label.of(self.ground.text)) } else { String::new() };
        let evidence = Evidence { source: Source::Parent, cue: item.evidence.cue };
        Verdict { role: item.role, evidence, title, lead: None }
    }

    /// A list of headings has the role that all speak for; if they differ, each has its own.
    fn by_own_words(&self, list: usize) -> Option<Verdict> {
        let members = &self.found.lists[list].members;
        let own = members.iter().filter_map(|&member| {
            let entry = &self.found.entries[member];
            let (found, offset) = of_item(self.ground, self.blocks[entry.block], entry)?;
            (found.force != Force::Weak).then_some((entry.block, found, offset))
        });
        let own: Vec<(usize, Announced, usize)> = own.take(ASKED).collect();
        let (block, first, offset) = own.first()?;
        let agree = own.iter().all(|(_, found, _)| found.role == first.role);
        let most = 3 * own.len() >= 2 * members.len().min(ASKED);
        let cue = self.place(*block, *offset, &first.cue);
        let same = agree && most;
        let evidence = Evidence { source: Source::OwnWords, cue: cue.filter(|_| same) };
        let role = if same { first.role } else { Role::Other };
        (same || !agree).then_some(Verdict { role, evidence, title: String::new(), lead: None })
    }

    /// Takes the role that most members' first verbs speak for, if that is at least half of them.
    fn by_verbs(&self, list: usize) -> Option<Verdict> {
        let members = &self.found.lists[list].members;
        // What a law orders is no task, and one verb is no list of them.
        if members.len() < 2 || self.is_law(list) {
            return None;
        }
        let mut votes: Vec<(Role, usize, Option<TextRange>)> = Vec::new();
        for &member in members.iter().take(ASKED) {
            let entry = &self.found.entries[member];
            let line = self.line(entry.block);
            let words = &line[entry.marker.end..];
            let skipped =
                words.len() - words.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
            if let Some((role, cue)) = role_of_verb(&words[skipped..], self.ground.lexicon) {
                match votes.iter_mut().find(|(known, ..)| *known == role) {
                    Some((_, count, _)) => *count += 1,
                    None => {
                        let place = self.place(entry.block, entry.marker.end + skipped, &cue);
                        votes.push((role, 1, place));
                    }
                }
            }
        }
        let (role, count, cue) = votes.into_iter().max_by_key(|(_, count, _)| *count)?;
        let evidence = Evidence { source: Source::Verbs, cue };
        // One of two is no half.
        let enough = count >= 2 && 2 * count >= members.len().min(ASKED);
        enough.then_some(Verdict { role, evidence, title: String::new(), lead: None })
    }

    /// Tells whether a list is of the parts of a law, or lies in one.
    fn is_law(&self, list: usize) -> bool {
        let entries = &self.found.entries;
        let first = self.found.lists[list].members[0];
        let mut around = std::iter::successors(Some(first), |&at| entries[at].parent);
        around.any(|at| matches!(entries[at].marker.family, Family::Law(_)))
    }

    /// The lists of a directive are tasks where nothing else is said.
    fn by_kind_of_document(&self) -> Option<Verdict> {
        let orders = &self.ground.lexicon.orders;
        let head = self.blocks.iter().take(self.ground.furniture.body.max(1)).filter(|block| {
            matches!(block.kind, BlockKind::Title | BlockKind::Furniture(_))
                && block.range.len() <= HEADING * 2
        });
        let mut head = head.take(60).filter_map(|block| {
            let lower = lowercase(&markup::plain(block.range.of(self.ground.text)));
            let found = orders.iter().any(|order| lower.starts_with(order.as_str()));
            found.then_some(block.range)
        });
        let cue = head.next()?;
        let evidence = Evidence { source: Source::Title, cue: Some(cue) };
        Some(Verdict { role: Role::Task, evidence, title: String::new(), lead: None })
    }
}

/// Makes a short title of a heading: its first words, not all in capitals.
fn heading_title(heading: &str) -> String {
    let plain = markup::plain(heading);
    let plain =
        plain.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '.' | ',' | ';'));
    let plain = &plain[..boundary::first_syllables(plain, TITLE)];
    let small = plain.chars().any(char::is_lowercase);
    if small { plain.to_owned() } else { capitalised(&lowercase(plain), None) }
}

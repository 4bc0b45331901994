//! What is told of a list's role: a short title, where the words stand, how sure it is.

use super::Ground;
use crate::speech::parse::evidence::{LeadForm, UnitForm, Verdict, holds_first};
use crate::speech::parse::lists::{ListEntry, without_note};
use crate::speech::parse::marker::Family;
use crate::speech::parse::role::{Announced, announced, capitalised, headed};
use crate::speech::{Block, Evidence, Item, Role, RoleSource};
use crate::text::{TextRange, boundary, lowercase, markup};

/// How many syllables of a heading are the title of its series.
const TITLE: usize = 12;

/// What is told of a list.
#[derive(Clone, Debug)]
pub(super) struct ListEvidence {
    pub role: Role,
    pub evidence: Evidence,
    pub title: String,
}

/// Tells what was decided of the unit that begins with `first` and lies in `parent`.
pub(super) fn told(
    ground: Ground<'_>,
    blocks: &[Block],
    verdict: &Verdict,
    first: &ListEntry,
    parent: Option<&Item>,
) -> ListEvidence {
    let role = verdict.role;
    let words = named(ground, blocks, first)
        .or_else(|| by_lead(ground, blocks, verdict, first))
        .or_else(|| by_heading(ground, first, parent))
        .filter(|(found, _)| found.role == role);
    let source = match verdict.reasons.first() {
        Some(reason) => match source_of(reason.sign) {
            RoleSource::LeadIn if verdict.form == UnitForm::Part => RoleSource::OwnWords,
            RoleSource::LeadIn if verdict.lead_form == Some(LeadForm::Heading) => {
                RoleSource::Heading
            }
            source => source,
        },
        None => RoleSource::Nothing,
    };
    let cue = words.as_ref().and_then(|(_, cue)| *cue);
    let title = match words {
        Some((found, _)) => found.title,
        None if source == RoleSource::Parent || verdict.lead_form == Some(LeadForm::Item) => parent
            .map_or_else(String::new, |item| match item.evidence.source {
                RoleSource::OwnWords => heading_title(item.label.of(ground.text)),
                _ => String::new(),
            }),
        None => String::new(),
    };
    let evidence = Evidence {
        source,
        cue,
        confidence: verdict.confidence,
        reasons: verdict.reasons.as_slice().into(),
    };
    ListEvidence { role, evidence, title }
}

/// Tells where the words of a sign stand.
fn source_of(sign: &str) -> RoleSource {
    match sign.split([':', '=', '.', '?']).next().unwrap_or_default() {
        "head" | "outer" | "over" | "heading-says" => RoleSource::Heading,
        "item" | "around" | "around-is" | "item-quotes" => RoleSource::Parent,
        "in" | "at" | "first" | "member" | "begins" | "marker" | "members" | "verbs-say" => {
            RoleSource::Verbs
        }
        "doc" => RoleSource::Title,
        "before" | "member-before" | "spoken" | "written" => RoleSource::Order,
        "part" | "holds" | "own-says" | "marker-says" => RoleSource::OwnWords,
        _ => RoleSource::LeadIn,
    }
}

type AnnouncedWords = (Announced, Option<TextRange>);

/// Reads the name in the marker of a list whose members are named: "Giải pháp thứ nhất: …".
fn named(ground: Ground<'_>, blocks: &[Block], first: &ListEntry) -> Option<AnnouncedWords> {
    let Family::Named(_) = first.marker.family else { return None };
    let line = blocks[first.block].range.of(ground.text);
    let found = headed(line.get(first.marker.start..first.marker.end)?, ground.lexicon)?;
    let base = blocks[first.block].range.start.get() + first.marker.start;
    let cue = located(base, &found);
    Some((found, cue))
}

fn by_lead(
    ground: Ground<'_>,
    blocks: &[Block],
    verdict: &Verdict,
    first: &ListEntry,
) -> Option<AnnouncedWords> {
    let lead = blocks[verdict.lead?];
    let line = lead.range.of(ground.text);
    let line = &line[..holds_first(first, line, ground.lexicon).unwrap_or(line.len())];
    let found = announced(without_note(line), ground.lexicon)?;
    let cue = located(lead.range.start.get(), &found);
    Some((found, cue))
}

/// Reads the nearest heading without a marker, if it stands inside the item that the list lies in.
fn by_heading(
    ground: Ground<'_>,
    first: &ListEntry,
    parent: Option<&Item>,
) -> Option<AnnouncedWords> {
    let after = ground.headings.partition_point(|heading| heading.block < first.block);
    let heading = ground.headings[..after].last()?;
    if parent.is_some_and(|item| heading.range.start < item.range.start) {
        return None;
    }
    let words = heading.range.of(ground.text);
    let mut found = headed(words, ground.lexicon)?;
    found.title = heading_title(words);
    let cue = located(heading.range.start.get(), &found);
    Some((found, cue))
}

fn located(base: usize, found: &Announced) -> Option<TextRange> {
    (!found.cue.is_empty()).then(|| TextRange::new(base + found.cue.start, base + found.cue.end))
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

//! What rules say of a unit by themselves: the role that the first place which names one gives it.
//!
//! Words that name a role ("nhiệm vụ", "tồn tại") stand in the sentence that announces, in the nearest heading, in the
//! heading of a part. What they say is one more sign among others ([`super::signs`]).

use super::is_question;
use super::signs::SignReader;
use super::sink::SignSink;
use super::unit::{LeadForm, RoleUnit, UnitForm, holds_first};
use crate::speech::Role;
use crate::speech::parse::lists::without_note;
use crate::speech::parse::marker::Family;
use crate::speech::parse::quote::rule_word;
use crate::speech::parse::role::{
    Announced, Force, announced, counts_members, headed, headed_first,
};
use crate::text::is_word;

/// The longest line that reads as the heading of a part, in bytes.
const HEADING: usize = 240;
/// From so many words on a clause can announce by itself.
const CLAUSE: usize = 6;
/// How many members are asked for their first words.
const ASKED: usize = 20;

/// Which place named the role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RolePlace {
    Lead,
    Marker,
    Heading,
    Own,
    Verbs,
}

impl RolePlace {
    fn name(self) -> &'static str {
        match self {
            RolePlace::Lead => "lead",
            RolePlace::Marker => "marker",
            RolePlace::Heading => "heading",
            RolePlace::Own => "own",
            RolePlace::Verbs => "verbs",
        }
    }
}

/// What the rules say of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ruling {
    role: Role,
    place: RolePlace,
    /// Whether it was said of the item that the unit lies in.
    inherited: bool,
}

/// What each place of a unit says.
struct RoleEvidence {
    lead: Option<(Role, Force)>,
    marker: Option<Announced>,
    heading: Option<Announced>,
    own: Option<Announced>,
    verbs: Option<Role>,
}

/// Reads what the rules say of a unit, given what they said of the item it lies in, and tells it as signs.
pub(super) fn read(
    reader: &SignReader<'_>,
    unit: &RoleUnit,
    around: Option<Ruling>,
    sink: &mut dyn SignSink,
) -> Option<Ruling> {
    let said = RoleEvidence {
        lead: of_lead(reader, unit, sink),
        marker: of_marker(reader, unit),
        heading: of_heading(reader, unit),
        own: of_own(reader, unit),
        verbs: of_verbs(reader, unit),
    };
    let mut tell = |place: &str, role: Role, force: Force| {
        let force = ["", ".local", ".weak"][force as usize];
        sink.sign(&[place, role.name(), force], 1.0);
    };
    if let Some((role, force)) = said.lead {
        tell("lead-says=", role, force);
    }
    let places = [
        ("marker-says=", &said.marker),
        ("heading-says=", &said.heading),
        ("own-says=", &said.own),
    ];
    for (place, found) in places {
        if let Some(found) = found {
            tell(place, found.role, found.force);
        }
    }
    if let Some(role) = said.verbs {
        sink.sign(&["verbs-say=", role.name()], 1.0);
    }
    let ruling = said.first(unit.form, around);
    match ruling {
        Some(ruling) => {
            let from = if ruling.inherited { ".around" } else { "" };
            sink.sign(&["rules=", ruling.role.name()], 1.0);
            sink.sign(&["rules=", ruling.role.name(), ".", ruling.place.name(), from], 1.0);
        }
        None => sink.sign(&["rules=none"], 1.0),
    }
    ruling
}

impl RoleEvidence {
    /// Returns what the first place says that says something.
    fn first(&self, form: UnitForm, around: Option<Ruling>) -> Option<Ruling> {
        let of = |place: RolePlace| move |role: Role| Ruling { role, place, inherited: false };
        let strong = |found: &Option<Announced>| {
            found.as_ref().filter(|found| found.force != Force::Weak).map(|found| found.role)
        };
        let lead = self.lead.filter(|(_, force)| *force != Force::Weak).map(|(role, _)| role);
        let own = strong(&self.own).map(of(RolePlace::Own));
        let around = around.map(|around| Ruling { inherited: true, ..around });
        let sure = around.filter(|around| around.place != RolePlace::Verbs);
        own.filter(|_| form == UnitForm::Part)
            .or_else(|| lead.map(of(RolePlace::Lead)))
            .or_else(|| strong(&self.marker).map(of(RolePlace::Marker)))
            .or_else(|| strong(&self.heading).map(of(RolePlace::Heading)))
            .or(sure)
            .or(own)
            .or_else(|| self.lead.map(|(role, _)| role).map(of(RolePlace::Lead)))
            .or(around)
            .or_else(|| self.verbs.map(of(RolePlace::Verbs)))
    }
}

fn of_lead(
    reader: &SignReader<'_>,
    unit: &RoleUnit,
    sink: &mut dyn SignSink,
) -> Option<(Role, Force)> {
    let first = &reader.found.entries[unit.members[0]];
    // What enacts the articles of a law does not say what they are for.
    let lead = unit.announced_by.filter(|_| !matches!(first.marker.family, Family::Law(_)))?;
    if lead.form == LeadForm::Heading || !lead.announces {
        return None;
    }
    let lexicon = reader.ground.lexicon;
    let line = reader.line(lead.block);
    let line = &line[..holds_first(first, line, lexicon).unwrap_or(line.len())];
    let line = without_note(line);
    if counts_members(line, lexicon) {
        sink.sign(&["counts"], 1.0);
    }
    // "Câu 3: Nghị quyết yêu cầu … nào?" asks what others know.
    if is_question(line) || line.contains('?') && first.marker.family == Family::Capital {
        return None;
    }
    if rule_word(line, lexicon).is_some() {
        sink.sign(&["lead-quotes"], 1.0);
        return Some((Role::Other, Force::Full));
    }
    // "Rút kinh nghiệm …, để …, trong đó tập trung một số nhiệm vụ sau:": a clause that announces by
    // itself is not hidden by what stands before it.
    let end = line.trim_end_matches(|c: char| !is_word(c));
    let clause = end.rfind([',', ';']).map(|at| &line[at + 1..]);
    let whole = |clause: &&str| clause.split_whitespace().count() >= CLAUSE;
    let full = |found: &Announced| found.force == Force::Full && found.role != Role::Other;
    let nearest = clause.filter(whole).and_then(|clause| announced(clause, lexicon)).filter(full);
    nearest.or_else(|| announced(line, lexicon)).map(|found| (found.role, found.force))
}

fn of_marker(reader: &SignReader<'_>, unit: &RoleUnit) -> Option<Announced> {
    let first = &reader.found.entries[unit.members[0]];
    let Family::Named(_) = first.marker.family else { return None };
    let line = reader.line(first.block);
    headed(line.get(first.marker.start..first.marker.end)?, reader.ground.lexicon)
}

fn of_heading(reader: &SignReader<'_>, unit: &RoleUnit) -> Option<Announced> {
    let first = &reader.found.entries[unit.members[0]];
    let headings = reader.ground.headings;
    let above = headings.partition_point(|heading| heading.block < first.block);
    let heading = headings[..above].last()?;
    let around = reader.found.lists[unit.list].parent;
    if around.is_some_and(|entry| heading.block < reader.found.entries[entry].block) {
        return None;
    }
    headed(heading.range.of(reader.ground.text), reader.ground.lexicon)
}

/// Reads what the headings of parts say: of one that is a unit, or of all members where they agree.
fn of_own(reader: &SignReader<'_>, unit: &RoleUnit) -> Option<Announced> {
    let own = |&member: &usize| {
        let entry = &reader.found.entries[member];
        let line = reader.line(entry.block);
        let short = &line[..line.floor_char_boundary(HEADING)];
        let words = short.get(entry.marker.end..)?;
        // "a) Về kinh phí: …"
        let cut = if short.len() < line.len() { words.find(": ")? } else { words.len() };
        let words = words[..cut].trim_start_matches(|c: char| !is_word(c));
        headed_first(words, reader.ground.lexicon)
    };
    let all: Vec<Announced> = unit.members.iter().take(ASKED).filter_map(own).collect();
    let agree = all.windows(2).all(|two| two[0].role == two[1].role);
    let most = 3 * all.len() >= 2 * unit.members.len().min(ASKED);
    all.into_iter().next().filter(|_| agree && most)
}

/// Returns the role that the first words of at least half the members speak for, and at least two.
fn of_verbs(reader: &SignReader<'_>, unit: &RoleUnit) -> Option<Role> {
    let verbs = Role::ALL.map(|role| reader.classes.set(&format!("{}-verbs", role.name())));
    let mut votes = [0; Role::ALL.len()];
    for &member in unit.members.iter().take(ASKED) {
        let entry = &reader.found.entries[member];
        let line = reader.line(entry.block);
        let words = line.get(entry.marker.end..).unwrap_or_default();
        let set = reader.classes.at_start(&words[..words.floor_char_boundary(HEADING)]);
        if let Some(role) = verbs.iter().position(|verbs| verbs & set != 0) {
            votes[role] += 1;
        }
    }
    let (role, count) = votes.into_iter().enumerate().max_by_key(|(_, count)| *count)?;
    (count >= 2 && 2 * count >= unit.members.len().min(ASKED)).then_some(Role::ALL[role])
}

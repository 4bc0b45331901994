//! From signs to roles: the likeliest roles of all units, from the first to the last.
//!
//! The role of a unit depends on that of the item it lies in, of the unit before it and of those that were
//! already there, so a few of the best ways to read the document are carried along (a beam search).

use super::Verdict;
use super::signs::{SignRows, SignSink};
use super::table::{self, Scores};
use super::unit::RoleUnit;
use crate::speech::{Reason, Role, UNSURE};

/// How many ways to read the document are carried along.
const BEAM: usize = 6;
/// How many reasons for a role are kept.
const REASONS: usize = 3;
/// Signs that say nothing in words: of the form of a list, and of the kind of text.
const BARE: [&str; 11] = [
    "all",
    "doc.",
    "lead=",
    "members=",
    "marker=",
    "part",
    "quarter=",
    "asks-by=",
    "rules=",
    "spoken.seen",
    "written.seen",
];
/// What the logarithms of odds are divided by before they are told as a probability (docs/accuracy.md).
const TEMPERATURE: f32 = 1.0;

/// A way to read the units so far.
#[derive(Clone)]
struct RolePath {
    worth: f32,
    roles: Vec<u8>,
    /// The roles that units outside of items had.
    seen: u8,
}

/// Decides the roles of units; `fixed` are those that are known.
pub(super) fn decide(
    units: &[RoleUnit],
    rows: &[SignRows],
    fixed: &[Option<Role>],
    spoken: bool,
) -> Vec<Verdict> {
    let own: Vec<Scores> = rows.iter().map(scores).collect();
    let mut ways = vec![RolePath { worth: 0.0, roles: Vec::new(), seen: 0 }];
    for (at, unit) in units.iter().enumerate() {
        let mut next: Vec<(f32, usize, u8)> = Vec::with_capacity(ways.len() * Role::ALL.len());
        for (index, way) in ways.iter().enumerate() {
            let mut all = own[at];
            let context = UnitContext { units, way, spoken };
            let mut rows = SignRows::default();
            context.read(unit, &mut rows);
            rows.0.iter().for_each(|&(row, value)| table::add(&mut all, row, value));
            let total = log_sum(&all);
            for (role, score) in all.iter().enumerate() {
                if fixed[at].is_none_or(|fixed| fixed == Role::ALL[role]) {
                    next.push((way.worth + score - total, index, role as u8));
                }
            }
        }
        next.sort_by(|a, b| b.0.total_cmp(&a.0));
        next.truncate(BEAM);
        let top = unit.parent.is_none();
        ways = next
            .into_iter()
            .map(|(worth, index, role)| {
                let mut way = ways[index].clone();
                way.worth = worth;
                way.roles.push(role);
                way.seen |= u8::from(top) << role;
                way
            })
            .collect();
    }
    let Some(best) = ways.into_iter().next() else { return Vec::new() };
    tell(units, rows, &own, &best.roles, spoken)
}

fn scores(rows: &SignRows) -> Scores {
    let mut scores = Scores::default();
    rows.0.iter().for_each(|&(row, value)| table::add(&mut scores, row, value));
    scores
}

fn log_sum(scores: &Scores) -> f32 {
    let most = scores.iter().copied().fold(f32::MIN, f32::max);
    most + scores.iter().map(|score| (score - most).exp()).sum::<f32>().ln()
}

/// What other units tell of one.
struct UnitContext<'a> {
    units: &'a [RoleUnit],
    way: &'a RolePath,
    spoken: bool,
}

impl UnitContext<'_> {
    fn role(&self, unit: Option<usize>) -> &'static str {
        unit.map_or("none", |unit| Role::ALL[usize::from(self.way.roles[unit])].name())
    }

    fn read(&self, unit: &RoleUnit, sink: &mut dyn SignSink) {
        let around = self.role(unit.parent);
        sink.sign(&["around-is=", around], 1.0);
        if unit.parent.is_some() {
            sink.sign(&["around-is=", around, ".", unit.relation.name()], 1.0);
        }
        let before = self.role(unit.before);
        let same = unit.before.is_some_and(|before| self.units[before].list == unit.list);
        let place = if same { "member-before=" } else { "before=" };
        let speech = if self.spoken { "spoken." } else { "written." };
        sink.sign(&[place, before], 1.0);
        sink.sign(&[speech, place, before], 1.0);
        if unit.parent.is_none() {
            let seen =
                Role::ALL.iter().enumerate().filter(|(role, _)| self.way.seen >> role & 1 == 1);
            for (_, role) in seen {
                sink.sign(&[speech, "seen=", role.name()], 1.0);
            }
            let count =
                ["0", "1", "2", "3", "4", "5", "5", "5"][self.way.seen.count_ones() as usize];
            sink.sign(&[speech, "seen-roles=", count], 1.0);
        }
    }
}

/// Tells the roles with how sure they are, and the reasons.
fn tell(
    units: &[RoleUnit],
    rows: &[SignRows],
    own: &[Scores],
    roles: &[u8],
    spoken: bool,
) -> Vec<Verdict> {
    let mut way = RolePath { worth: 0.0, roles: Vec::with_capacity(roles.len()), seen: 0 };
    let mut out = Vec::with_capacity(units.len());
    for (at, unit) in units.iter().enumerate() {
        let mut more = SignRows::default();
        UnitContext { units, way: &way, spoken }.read(unit, &mut more);
        let mut all = own[at];
        more.0.iter().for_each(|&(row, value)| table::add(&mut all, row, value));
        let role = usize::from(roles[at]);
        let scaled = all.map(|score| score / TEMPERATURE);
        let sure = (scaled[role] - log_sum(&scaled)).exp();
        let rival = (0..all.len())
            .filter(|&other| other != role)
            .max_by(|&a, &b| all[a].total_cmp(&all[b]));
        let confidence = (sure * 100.0).round() as u8;
        let shown = if confidence < UNSURE { Role::Other } else { Role::ALL[role] };
        out.push(Verdict {
            role: shown,
            confidence,
            reasons: reasons(rows[at].0.iter().chain(&more.0), role, rival.unwrap_or(role)),
            lead: unit.lead.filter(|lead| lead.announces).map(|lead| lead.block),
            lead_form: unit.lead.map(|lead| lead.form),
            form: unit.form,
        });
        way.roles.push(roles[at]);
        way.seen |= u8::from(unit.parent.is_none()) << role;
    }
    out
}

/// Picks the weightiest signs for a role, beside its strongest rival, and the weightiest against it.
fn reasons<'a>(
    rows: impl Iterator<Item = &'a (u16, f32)>,
    role: usize,
    rival: usize,
) -> Vec<Reason> {
    let points = |&(row, value): &(u16, f32)| {
        (row, (table::worth(row, role) - table::worth(row, rival)) * value)
    };
    let mut each: Vec<(u16, f32)> = rows.map(points).collect();
    each.sort_unstable_by_key(|(row, _)| *row);
    let mut all: Vec<Reason> = Vec::with_capacity(each.len());
    for same in each.chunk_by(|one, two| one.0 == two.0) {
        let points = same.iter().map(|(_, points)| points).sum();
        all.push(Reason { sign: table::name(same[0].0), points });
    }
    // What words say is told before what only the form of the list or the kind of the text makes likely.
    let tells = |reason: &Reason| !BARE.iter().any(|bare| reason.sign.starts_with(bare));
    if all.iter().any(|reason| reason.points > 0.0 && tells(reason)) {
        all.retain(tells);
    }
    all.sort_by(|a, b| b.points.total_cmp(&a.points));
    let against = all.last().copied().filter(|reason| reason.points < 0.0);
    all.truncate(REASONS);
    all.retain(|reason| reason.points > 0.0);
    all.extend(against);
    all
}

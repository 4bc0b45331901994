//! From signs to roles: the likeliest roles of all units, from the first to the last.
//!
//! The role of a unit depends on that of the item it lies in, of the unit before it and of those that were
//! already there, so a few of the best ways to read the document are carried along (a beam search).

use super::Verdict;
use super::sink::SignRows;
use super::table::{self, Scores};
use super::unit::{RoleUnit, UnitRelation};
use crate::speech::parse::key;
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
/// What the logarithms of odds are divided by before they are told as a probability (docs/dev/accuracy.md).
const TEMPERATURE: f32 = 1.0;

/// After how many units what all ways have in common is settled.
const SETTLED: usize = 16;

/// A way to read the units so far.
#[derive(Clone)]
struct RolePath {
    worth: f32,
    /// The roles of the units behind those that are settled.
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
    let context = UnitContext { units, signs: ContextSigns::new(spoken) };
    let mut settled: Vec<u8> = Vec::with_capacity(units.len());
    let mut ways = vec![RolePath { worth: 0.0, roles: Vec::new(), seen: 0 }];
    for (at, unit) in units.iter().enumerate() {
        let mut next: Vec<(f32, usize, u8)> = Vec::with_capacity(BEAM + 1);
        let mut known: Vec<(Nearby, Scores, f32)> = Vec::with_capacity(ways.len());
        for (index, way) in ways.iter().enumerate() {
            let around = context.around(unit, &settled, way);
            let found = known.iter().position(|(own, ..)| *own == around);
            let place = found.unwrap_or_else(|| {
                let mut all = own[at];
                context.read(unit, around, |row| table::add(&mut all, row, 1.0));
                known.push((around, all, log_sum(&all)));
                known.len() - 1
            });
            let (_, all, total) = &known[place];
            for (role, score) in all.iter().enumerate() {
                if fixed[at].is_none_or(|fixed| fixed == Role::ALL[role]) {
                    keep(&mut next, (way.worth + score - total, index, role as u8));
                }
            }
        }
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
        if at % SETTLED == 0 {
            settle(&mut ways, &mut settled);
        }
    }
    let Some(best) = ways.into_iter().next() else { return Vec::new() };
    settled.extend(best.roles);
    tell(&context, rows, &own, &settled)
}

/// Keeps a step among the best ones, behind those that are as good.
fn keep(best: &mut Vec<(f32, usize, u8)>, step: (f32, usize, u8)) {
    let place = best.partition_point(|known| known.0.total_cmp(&step.0).is_ge());
    if place < BEAM {
        best.truncate(BEAM - 1);
        best.insert(place, step);
    }
}

/// Moves the roles with which all ways begin to those that are settled.
fn settle(ways: &mut [RolePath], settled: &mut Vec<u8>) {
    let Some((first, others)) = ways.split_first() else { return };
    let same = others.iter().fold(first.roles.len(), |same, other| {
        let pairs = first.roles[..same].iter().zip(&other.roles);
        pairs.take_while(|(one, other)| one == other).count()
    });
    settled.extend_from_slice(&first.roles[..same]);
    ways.iter_mut().for_each(|way| drop(way.roles.drain(..same)));
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

/// The place in [`ContextSigns`] of what is no role.
const NO_ROLE: usize = Role::ALL.len();

/// The rows of the signs that roles of other units give, by role; behind the roles that of no unit.
struct ContextSigns {
    around: [Option<u16>; NO_ROLE + 1],
    /// By relation as well, in the order of [`UnitRelation`].
    related: [[Option<u16>; 3]; NO_ROLE],
    /// Of the unit before in the same list, and of one of another list; each in every text, then in
    /// one that is spoken or written as this one.
    before: [[[Option<u16>; 2]; NO_ROLE + 1]; 2],
    seen: [Option<u16>; NO_ROLE],
    /// By how many roles were seen.
    count: [Option<u16>; NO_ROLE + 1],
}

impl ContextSigns {
    fn new(spoken: bool) -> Self {
        let row = |name: &[&str]| {
            table::row(name.iter().fold(key::of(""), |key, part| key::extend(key, part.as_bytes())))
        };
        let name = |role: usize| Role::ALL.get(role).map_or("none", |role| role.name());
        let speech = if spoken { "spoken." } else { "written." };
        let relations =
            [UnitRelation::Own, UnitRelation::Free, UnitRelation::Bare].map(UnitRelation::name);
        ContextSigns {
            around: std::array::from_fn(|role| row(&["around-is=", name(role)])),
            related: std::array::from_fn(|role| {
                relations.map(|relation| row(&["around-is=", name(role), ".", relation]))
            }),
            before: ["member-before=", "before="].map(|place| {
                std::array::from_fn(|role| {
                    [row(&[place, name(role)]), row(&[speech, place, name(role)])]
                })
            }),
            seen: std::array::from_fn(|role| row(&[speech, "seen=", name(role)])),
            count: ["0", "1", "2", "3", "4", "5", "5", "5"]
                .map(|count| row(&[speech, "seen-roles=", count])),
        }
    }
}

/// The roles of other units that tell of one: of the item it lies in, of the unit before, and those seen.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Nearby {
    parent: usize,
    before: usize,
    seen: u8,
}

/// What other units tell of one.
struct UnitContext<'a> {
    units: &'a [RoleUnit],
    signs: ContextSigns,
}

impl UnitContext<'_> {
    fn around(&self, unit: &RoleUnit, settled: &[u8], way: &RolePath) -> Nearby {
        let role = |unit: Option<usize>| {
            let of = |unit: usize| match settled.get(unit) {
                Some(role) => *role,
                None => way.roles[unit - settled.len()],
            };
            unit.map_or(NO_ROLE, |unit| usize::from(of(unit)))
        };
        let seen = if unit.parent.is_none() { way.seen } else { 0 };
        Nearby { parent: role(unit.parent), before: role(unit.before), seen }
    }

    /// Returns the rows of the signs, each with the value 1.
    fn read(&self, unit: &RoleUnit, around: Nearby, mut take: impl FnMut(u16)) {
        let mut tell = |row: Option<u16>| row.into_iter().for_each(&mut take);
        tell(self.signs.around[around.parent]);
        if unit.parent.is_some() {
            tell(self.signs.related[around.parent][unit.relation as usize]);
        }
        let same = unit.before.is_some_and(|before| self.units[before].list == unit.list);
        self.signs.before[usize::from(!same)][around.before].into_iter().for_each(&mut tell);
        if unit.parent.is_none() {
            let seen = (0..NO_ROLE).filter(|role| around.seen >> role & 1 == 1);
            seen.for_each(|role| tell(self.signs.seen[role]));
            tell(self.signs.count[around.seen.count_ones() as usize]);
        }
    }
}

/// Tells the roles with how sure they are, and the reasons.
fn tell(
    context: &UnitContext<'_>,
    rows: &[SignRows],
    own: &[Scores],
    roles: &[u8],
) -> Vec<Verdict> {
    let mut way = RolePath { worth: 0.0, roles: Vec::new(), seen: 0 };
    let mut out = Vec::with_capacity(roles.len());
    let mut tally = SignTally::new();
    for (at, unit) in context.units.iter().enumerate() {
        let mut more: Vec<(u16, f32)> = Vec::new();
        let mut all = own[at];
        let around = context.around(unit, roles, &way);
        context.read(unit, around, |row| {
            more.push((row, 1.0));
            table::add(&mut all, row, 1.0);
        });
        let role = usize::from(roles[at]);
        let scaled = all.map(|score| score / TEMPERATURE);
        let sure = (scaled[role] - log_sum(&scaled)).exp();
        let rival = (0..all.len())
            .filter(|&other| other != role)
            .max_by(|&a, &b| all[a].total_cmp(&all[b]));
        let rival = rival.unwrap_or(role);
        for &(row, value) in rows[at].0.iter().chain(&more) {
            tally.add(row, (table::worth(row, role) - table::worth(row, rival)) * value);
        }
        let confidence = (sure * 100.0).round() as u8;
        let shown = if confidence < UNSURE { Role::Other } else { Role::ALL[role] };
        out.push(Verdict {
            role: shown,
            confidence,
            reasons: tally.take(),
            lead: unit.lead.filter(|lead| lead.announces).map(|lead| lead.block),
            lead_form: unit.lead.map(|lead| lead.form),
            form: unit.form,
        });
        way.seen |= u8::from(unit.parent.is_none()) << role;
    }
    out
}

/// The points of signs, added up by their rows.
struct SignTally {
    /// By row; not a number where the row did not come.
    points: Vec<f32>,
    met: Vec<u16>,
    /// Whether the sign of a row is one of [`BARE`], once that was asked.
    bare: Vec<Option<bool>>,
}

impl SignTally {
    fn new() -> Self {
        let rows = table::rows();
        SignTally { points: vec![f32::NAN; rows], met: Vec::new(), bare: vec![None; rows] }
    }

    fn add(&mut self, row: u16, points: f32) {
        let sum = &mut self.points[usize::from(row)];
        if sum.is_nan() {
            self.met.push(row);
            *sum = points;
        } else {
            *sum += points;
        }
    }

    /// Picks the weightiest signs for a role, and the weightiest against it, and forgets all.
    fn take(&mut self) -> Vec<Reason> {
        let SignTally { points, met, bare } = self;
        let all = met.iter().map(|&row| (row, points[usize::from(row)]));
        let mut tells = |row: u16| {
            let bare = bare[usize::from(row)]
                .get_or_insert_with(|| BARE.iter().any(|bare| table::name(row).starts_with(bare)));
            !*bare
        };
        // What words say is told before what only the form of the list or the kind of the text makes likely.
        let told = all.clone().any(|(row, points)| points > 0.0 && tells(row));
        let mut best: Vec<(u16, f32)> = Vec::with_capacity(REASONS + 1);
        let mut last: Option<(u16, f32)> = None;
        let order = |one: &(u16, f32), other: &(u16, f32)| {
            other.1.total_cmp(&one.1).then(one.0.cmp(&other.0))
        };
        for sign in all.filter(|(row, _)| !told || tells(*row)) {
            let place = best.partition_point(|known| order(known, &sign).is_lt());
            if place < REASONS {
                best.truncate(REASONS - 1);
                best.insert(place, sign);
            }
            if last.is_none_or(|last| order(&last, &sign).is_lt()) {
                last = Some(sign);
            }
        }
        let against = last.filter(|(_, points)| *points < 0.0);
        let best = best.into_iter().filter(|(_, points)| *points > 0.0).chain(against);
        let out = best.map(|(row, points)| Reason { sign: table::name(row), points }).collect();
        met.drain(..).for_each(|row| points[usize::from(row)] = f32::NAN);
        out
    }
}

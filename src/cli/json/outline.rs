//! What JSON says of an outline.
//!
//! Fields may be added here, never renamed: scripts rely on them.

use super::speech::SpeechJson;
use super::tables::{FieldsJson, TableJson, fields_of, tables_in};
use crate::cli::part::{RequestedPart, Spot};
use crate::speech::parse::UnitSigns;
use crate::speech::{
    Duty, Evidence, Item, ItemForm, Outline, Reason, Section, SectionKind, Speech,
};
use crate::text::TextRange;
use serde::Serialize;
use std::collections::BTreeMap;

/// An outline with its speech.
#[derive(Serialize)]
pub(in crate::cli) struct OutlineJson<'a> {
    speech: SpeechJson<'a>,
    series: Vec<SeriesJson<'a>>,
    items: Vec<ItemJson<'a>>,
    headings: Vec<HeadingJson>,
    furniture: Vec<FurnitureJson>,
    diagnostics: Vec<DiagnosticJson>,
    tables: Vec<TableJson>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    units: Vec<UnitJson>,
}

/// What gave a role.
#[derive(Serialize)]
struct EvidenceJson {
    source: &'static str,
    cue: Option<String>,
    confidence: f64,
    reasons: Vec<ReasonJson>,
}

/// A sign that spoke for a role, or with points below 0 against it.
#[derive(Serialize)]
struct ReasonJson {
    sign: &'static str,
    points: f32,
}

/// All that is known of a unit of a list, by which the weights of roles are learned.
#[derive(Serialize)]
struct UnitJson {
    lines: Vec<u32>,
    parent: Option<usize>,
    before: Option<usize>,
    same_list: bool,
    relation: &'static str,
    part: bool,
    spoken: bool,
    signs: BTreeMap<String, f32>,
}

impl From<UnitSigns> for UnitJson {
    fn from(unit: UnitSigns) -> Self {
        let mut signs = BTreeMap::new();
        for (name, value) in unit.signs {
            *signs.entry(name).or_default() += value;
        }
        UnitJson {
            lines: unit.lines,
            parent: unit.parent,
            before: unit.before,
            same_list: unit.same_list,
            relation: unit.relation,
            part: unit.part,
            spoken: unit.spoken,
            signs,
        }
    }
}

/// A heading without a marker.
#[derive(Serialize)]
struct HeadingJson {
    line: u32,
    depth: u8,
    title: String,
}

/// What looks like a slip.
#[derive(Serialize)]
struct DiagnosticJson {
    kind: &'static str,
    line: u32,
    address: String,
}

#[derive(Serialize)]
struct SeriesJson<'a> {
    code: String,
    role: &'static str,
    title: &'a str,
    line: u32,
    count: u32,
    evidence: EvidenceJson,
}

#[derive(Serialize)]
struct ItemJson<'a> {
    address: String,
    line: u32,
    level: u8,
    marker: String,
    ordinal: u32,
    label: String,
    role: &'static str,
    series: String,
    rule: &'a str,
    confidence: f64,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    inline: bool,
    sequence: &'static str,
    evidence: EvidenceJson,
    /// What the other columns of its table tell of it.
    #[serde(skip_serializing_if = "FieldsJson::is_empty")]
    fields: FieldsJson,
    /// What its words are to the work in it, if they are none themselves.
    #[serde(skip_serializing_if = "Option::is_none")]
    duty: Option<&'static str>,
    /// Whose work it is, or lies in it, in the words of the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<String>,
}

#[derive(Serialize)]
struct FurnitureJson {
    kind: &'static str,
    first_line: u32,
    last_line: u32,
}

impl<'a> OutlineJson<'a> {
    /// Adds what the roles of the lists were decided by.
    pub(in crate::cli) fn with_signs(mut self, units: Vec<UnitSigns>) -> Self {
        self.units = units.into_iter().map(UnitJson::from).collect();
        self
    }

    /// Tells of an outline what a target has of it.
    pub(in crate::cli) fn within(target: &'a RequestedPart) -> Self {
        let speech = &target.speech;
        let mut all = OutlineJson::of(speech);
        if target.spot == Spot::Whole {
            return all;
        }
        let range = target.range();
        let inside = |line: u32| {
            let lines = speech.line_at(range.start)..=speech.line_at(range.end);
            lines.contains(&line)
        };
        let items = &speech.outline.items;
        let has: Vec<bool> = (0..items.len()).map(|item| range.covers(items[item].range)).collect();
        let mut at = 0;
        all.items.retain(|_| {
            at += 1;
            has[at - 1]
        });
        let mut at = 0;
        all.series.retain(|_| {
            at += 1;
            speech.outline.series[at - 1].items.iter().any(|&item| has[item])
        });
        all.headings.retain(|heading| inside(heading.line));
        all.furniture.retain(|piece| inside(piece.first_line) && inside(piece.last_line));
        let known: Vec<&str> = all.items.iter().map(|item| item.address.as_str()).collect();
        all.diagnostics.retain(|slip| known.contains(&slip.address.as_str()));
        all.tables = tables_in(speech, range);
        all
    }

    /// Tells all of an outline.
    pub(in crate::cli) fn of(speech: &'a Speech) -> Self {
        let outline: &Outline = &speech.outline;
        let item = |(index, item): (usize, &'a Item)| ItemJson {
            address: format!("{}/{}", speech.id, outline.address(index)),
            line: item.line,
            level: item.level,
            marker: speech.marker(item),
            ordinal: item.ordinal,
            label: speech.line(item.label),
            role: item.role.name(),
            series: outline.series[item.series].code(),
            rule: item.rule,
            confidence: f64::from(item.confidence) / 100.0,
            inline: item.form == ItemForm::Inline,
            sequence: item.sequence.name(),
            evidence: evidence(&item.evidence, speech),
            fields: fields_of(speech, index),
            duty: Some(item.duty).filter(|duty| *duty != Duty::Work).map(Duty::name),
            owner: item.owner.map(|range| speech.line(range)),
        };
        OutlineJson {
            speech: SpeechJson::of(speech),
            series: outline
                .series
                .iter()
                .map(|series| SeriesJson {
                    code: series.code(),
                    role: series.role.name(),
                    title: &series.title,
                    line: series.line,
                    count: series.count,
                    evidence: evidence(&series.evidence, speech),
                })
                .collect(),
            items: outline.items.iter().enumerate().map(item).collect(),
            headings: outline
                .sections
                .iter()
                .filter_map(|section| heading(section, speech))
                .collect(),
            furniture: outline
                .furniture
                .iter()
                .map(|furniture| FurnitureJson {
                    kind: furniture.kind.name(),
                    first_line: furniture.first_line,
                    last_line: furniture.last_line,
                })
                .collect(),
            units: Vec::new(),
            diagnostics: outline
                .diagnostics
                .iter()
                .map(|slip| DiagnosticJson {
                    kind: slip.problem.name(),
                    line: outline.items[slip.item].line,
                    address: format!("{}/{}", speech.id, outline.address(slip.item)),
                })
                .collect(),
            tables: tables_in(speech, TextRange::new(0, speech.text.len())),
        }
    }
}

fn evidence(evidence: &Evidence, speech: &Speech) -> EvidenceJson {
    let cue = evidence.cue.map(|cue| speech.line(cue));
    let reason = |reason: &Reason| ReasonJson {
        sign: reason.sign,
        points: (reason.points * 100.0).round() / 100.0,
    };
    EvidenceJson {
        source: evidence.source.name(),
        cue,
        confidence: f64::from(evidence.confidence) / 100.0,
        reasons: evidence.reasons.iter().map(reason).collect(),
    }
}

fn heading(section: &Section, speech: &Speech) -> Option<HeadingJson> {
    let SectionKind::Heading(range) = section.kind else { return None };
    let line = speech.line_at(range.start);
    Some(HeadingJson { line, depth: section.depth, title: speech.line(range) })
}

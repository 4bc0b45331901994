//! Who speaks, and in which office: the candidates, and the choice among them.

use super::mention::{Mention, Sign, Unnamed};
use super::office;
use super::recase;
use super::signature::{self, Signature};
use super::stream::{Stream, Zone};
use super::weigh::{Weights, signs};
use crate::parse::lexicon::Speaker;
use std::ops::Range;

signs!(Sign {
    TitleOwns = "title_owns",
    TitleSubject = "title_subject",
    Owns = "owns",
    Label = "label",
    Myself = "myself",
    Note = "note",
    Speaks = "speaks",
    Concludes = "concludes",
    Chairs = "chairs",
    ChairConcludes = "chair_concludes",
    Attends = "attends",
    Guest = "guest",
    Addressed = "addressed",
    Writes = "writes",
    Heard = "heard",
    Caption = "caption",
    HasOffice = "has_office",
    Near = "near",
    Late = "late",
    Signed = "signed",
    SignedAlone = "signed_alone",
    SignedNotice = "signed_notice",
    SignedMinutes = "signed_minutes",
    SignedFor = "signed_for",
    Agrees = "agrees",
    Disagrees = "disagrees",
    Twice = "twice",
    InMinutes = "in_minutes",
    Fits = "fits",
});

/// What a document is, as far as it matters for whose words it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paper {
    /// What somebody said or wrote under their name.
    Own,
    /// A notice of what another one said.
    Notice,
    Minutes,
    /// Minutes with the chair's conclusion as a part of its own.
    ConcludedMinutes,
}

/// A person who may be the speaker.
#[derive(Debug)]
pub(super) struct Candidate {
    pub name: String,
    pub signs: Vec<Sign>,
    offices: Vec<Range<usize>>,
    mentions: usize,
}

/// What is known of who speaks.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub name: Option<String>,
    pub office: Option<String>,
}

/// Gathers the candidates of a text.
pub(super) fn candidates(
    stream: &Stream,
    (mentions, unnamed): (&[Mention], &[Unnamed]),
    paper: Paper,
    words: &Speaker,
) -> Vec<Candidate> {
    let mut all: Vec<Candidate> = Vec::new();
    let first_of_body = stream.lines.iter().rposition(|line| line.zone == Zone::Title);
    for mention in mentions {
        let name = recase::name(&stream.said(mention.name.clone()));
        let mut signs = mention.signs.clone();
        let line = stream.tokens[mention.name.start].line;
        let near = line <= first_of_body.unwrap_or(0) + NEAR && mention.zone != Zone::Title;
        if near {
            signs.push(Sign::Near);
        }
        if mention.zone == Zone::Ending {
            signs.push(Sign::Late);
        }
        add(&mut all, name, signs, mention.office.clone());
    }
    for Signature { name, office, form } in signature::find(stream, words) {
        let sign = match (form, paper) {
            (signature::Form::ForAnother, _) => Sign::SignedFor,
            (signature::Form::Own, Paper::Own) if office.is_none() => Sign::SignedAlone,
            (signature::Form::Own, Paper::Own) => Sign::Signed,
            (signature::Form::Own, Paper::Notice) => Sign::SignedNotice,
            (signature::Form::Own, Paper::Minutes | Paper::ConcludedMinutes) => Sign::SignedMinutes,
        };
        let name = recase::name(&stream.said(name));
        let mut signs = vec![sign];
        signs.extend(office.is_some().then_some(Sign::HasOffice));
        add(&mut all, name, signs, office);
    }
    for candidate in &mut all {
        if paper == Paper::ConcludedMinutes && candidate.signs.contains(&Sign::Chairs) {
            candidate.signs.push(Sign::ChairConcludes);
        }
        if matches!(paper, Paper::Minutes | Paper::ConcludedMinutes) {
            candidate.signs.push(Sign::InMinutes);
        }
        if candidate.mentions > 1 {
            candidate.signs.push(Sign::Twice);
        }
    }
    agree(stream, &mut all, unnamed, words);
    all
}

/// Compares the offices of the candidates with those that are said to speak.
fn agree(stream: &Stream, all: &mut [Candidate], unnamed: &[Unnamed], words: &Speaker) {
    let titled = unnamed.iter().any(|office| office.zone == Zone::Title);
    let heads: Vec<String> =
        unnamed.iter().filter_map(|office| head_of(stream, office.office.start, words)).collect();
    for candidate in all {
        let own: Vec<String> = candidate
            .offices
            .iter()
            .flat_map(|office| heads_in(stream, office.clone(), words))
            .collect();
        if heads.is_empty() {
            continue;
        }
        if own.is_empty() {
            let signed = candidate.signs.contains(&Sign::SignedAlone);
            candidate.signs.extend((titled && signed).then_some(Sign::Fits));
            continue;
        }
        // "Thủ tướng" is "Thủ tướng Chính phủ".
        let same = |one: &String| {
            heads
                .iter()
                .any(|other| one.starts_with(other.as_str()) || other.starts_with(one.as_str()))
        };
        let agrees = own.iter().any(same);
        candidate.signs.push(if agrees { Sign::Agrees } else { Sign::Disagrees });
    }
}

/// How many lines behind the title are near it.
const NEAR: usize = 4;

fn add(all: &mut Vec<Candidate>, name: String, signs: Vec<Sign>, office: Option<Range<usize>>) {
    let known = all.iter_mut().find(|candidate| candidate.name == name);
    match known {
        Some(candidate) => {
            candidate.signs.extend(signs);
            candidate.offices.extend(office);
            candidate.mentions += 1;
        }
        None => {
            let offices = office.into_iter().collect();
            all.push(Candidate { name, signs, offices, mentions: 1 });
        }
    }
}

/// Gives the head of an office, in lower case.
fn head_of(stream: &Stream, at: usize, words: &Speaker) -> Option<String> {
    let count = office::head(stream, at, words)?;
    Some(stream.lower(at..at + count).to_owned())
}

/// Gives the heads of all offices in a row.
fn heads_in(stream: &Stream, range: Range<usize>, words: &Speaker) -> Vec<String> {
    let mut out = Vec::new();
    let mut at = range.start;
    while at < range.end {
        match office::head(stream, at, words) {
            Some(count) => {
                out.push(stream.lower(at..at + count).to_owned());
                at += count;
            }
            None => at += 1,
        }
    }
    out
}

/// Chooses the speaker and the office.
pub(super) fn choose(
    stream: &Stream,
    (candidates, unnamed): (&[Candidate], &[Unnamed]),
    weights: &Weights,
    words: &Speaker,
) -> Found {
    let signs: Vec<Vec<Sign>> =
        candidates.iter().map(|candidate| candidate.signs.clone()).collect();
    let said = |office: &Range<usize>| recase::office(&stream.said(office.clone()), words);
    let Some(best) = weights.best(&signs).map(|index| &candidates[index]) else {
        let office = unnamed.iter().find(|office| office.zone != Zone::Ending);
        return Found { name: None, office: office.map(|office| said(&office.office)) };
    };
    let longest =
        best.offices.iter().max_by_key(|office| (office.len(), usize::MAX - office.start));
    let office = longest.or_else(|| {
        let titled = unnamed.iter().find(|office| office.zone == Zone::Title)?;
        Some(&titled.office)
    });
    Found { name: Some(best.name.clone()), office: office.map(said) }
}

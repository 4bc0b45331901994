//! Who speaks, and in which office: the candidates, and the choice among them.

use super::mention::{Mention, MentionSign, Unnamed};
use super::office;
use super::recase;
use super::signature::{self, Signature};
use super::stated_office::Office;
use super::stream::{WordStream, Zone};
use super::weigh::{Weights, signs};
use crate::speech::parse::lexicon::Speaker;
use std::ops::Range;

signs!(MentionSign {
    TitleOwns = "title_owns",
    TitleSubject = "title_subject",
    Owns = "owns",
    Label = "label",
    Myself = "myself",
    Note = "note",
    Speaks = "speaks",
    Concludes = "concludes",
    Resumed = "resumed",
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
pub(super) struct SpeakerCandidate {
    pub name: String,
    pub signs: Vec<MentionSign>,
    offices: Vec<Office>,
    mentions: usize,
}

/// What is known of who speaks.
#[derive(Debug, Default)]
pub(super) struct FoundSpeaker {
    pub name: Option<String>,
    pub office: Option<String>,
}

/// Gathers the candidates of a text.
pub(super) fn candidates(
    stream: &WordStream,
    (mentions, unnamed): (&[Mention], &[Unnamed]),
    paper: Paper,
    words: &Speaker,
) -> Vec<SpeakerCandidate> {
    let mut all: Vec<SpeakerCandidate> = Vec::new();
    let title = stream.lines.iter().rposition(|line| line.zone == Zone::Title);
    for mention in mentions {
        let name = recase::name(&stream.said(mention.name.clone()));
        let mut signs = mention.signs.clone();
        let line = stream.tokens[mention.name.start].line;
        let near = line <= title.unwrap_or(0) + NEAR && mention.zone != Zone::Title;
        if near {
            signs.push(MentionSign::Near);
        }
        if mention.zone == Zone::Ending {
            signs.push(MentionSign::Late);
        }
        let office = mention.office.clone().map(|words| Office { words, of: None });
        add(&mut all, name, signs, office);
    }
    for Signature { name, office, form } in signature::find(stream, words) {
        let sign = match (form, paper) {
            (signature::SignatureKind::ForAnother, _) => MentionSign::SignedFor,
            (signature::SignatureKind::Own, Paper::Own) if office.is_none() => {
                MentionSign::SignedAlone
            }
            (signature::SignatureKind::Own, Paper::Own) => MentionSign::Signed,
            (signature::SignatureKind::Own, Paper::Notice) => MentionSign::SignedNotice,
            (signature::SignatureKind::Own, Paper::Minutes | Paper::ConcludedMinutes) => {
                MentionSign::SignedMinutes
            }
        };
        let name = recase::name(&stream.said(name));
        let mut signs = vec![sign];
        signs.extend(office.is_some().then_some(MentionSign::HasOffice));
        add(&mut all, name, signs, office);
    }
    for candidate in &mut all {
        if paper == Paper::ConcludedMinutes && candidate.signs.contains(&MentionSign::Chairs) {
            candidate.signs.push(MentionSign::ChairConcludes);
        }
        if matches!(paper, Paper::Minutes | Paper::ConcludedMinutes) {
            candidate.signs.push(MentionSign::InMinutes);
        }
        if candidate.mentions > 1 {
            candidate.signs.push(MentionSign::Twice);
        }
    }
    agree(stream, &mut all, unnamed, words);
    // "Buôn trưởng nói: …" in minutes without a part for it.
    for candidate in &mut all {
        let has = |sign| candidate.signs.contains(&sign);
        if paper == Paper::Minutes && has(MentionSign::Chairs) && has(MentionSign::Agrees) {
            candidate.signs.push(MentionSign::ChairConcludes);
        }
    }
    all
}

/// Compares the offices of the candidates with those that are said to speak.
fn agree(stream: &WordStream, all: &mut [SpeakerCandidate], unnamed: &[Unnamed], words: &Speaker) {
    let titled = unnamed.iter().any(|office| office.zone == Zone::Title);
    let heads: Vec<String> =
        unnamed.iter().filter_map(|office| head_of(stream, office.office.start, words)).collect();
    for candidate in all {
        let own: Vec<String> = candidate
            .offices
            .iter()
            .flat_map(|office| heads_in(stream, office.words.clone(), words))
            .collect();
        if heads.is_empty() {
            continue;
        }
        if own.is_empty() {
            let signed = candidate.signs.contains(&MentionSign::SignedAlone);
            candidate.signs.extend((titled && signed).then_some(MentionSign::Fits));
            continue;
        }
        // "Thủ tướng" is "Thủ tướng Chính phủ".
        let same = |one: &String| {
            heads
                .iter()
                .any(|other| one.starts_with(other.as_str()) || other.starts_with(one.as_str()))
        };
        let agrees = own.iter().any(same);
        candidate.signs.push(if agrees { MentionSign::Agrees } else { MentionSign::Disagrees });
    }
}

/// How many lines behind the title are near it.
const NEAR: usize = 4;

fn add(
    all: &mut Vec<SpeakerCandidate>,
    name: String,
    signs: Vec<MentionSign>,
    office: Option<Office>,
) {
    let known = all.iter_mut().find(|candidate| candidate.name == name);
    match known {
        Some(candidate) => {
            candidate.signs.extend(signs);
            candidate.offices.extend(office);
            candidate.mentions += 1;
        }
        None => {
            let offices = office.into_iter().collect();
            all.push(SpeakerCandidate { name, signs, offices, mentions: 1 });
        }
    }
}

/// Returns the head of an office, in lower case.
fn head_of(stream: &WordStream, at: usize, words: &Speaker) -> Option<String> {
    let count = office::head(stream, at, words)?;
    Some(stream.lower(at..at + count).to_owned())
}

/// Returns the heads of all offices in a row.
fn heads_in(stream: &WordStream, range: Range<usize>, words: &Speaker) -> Vec<String> {
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
    stream: &WordStream,
    (candidates, unnamed): (&[SpeakerCandidate], &[Unnamed]),
    weights: &Weights,
    words: &Speaker,
) -> FoundSpeaker {
    let said = |office: Office| office.said(stream, words);
    let plain = |office: &Unnamed| Office { words: office.office.clone(), of: None };
    let best = weights.best(candidates.iter().map(|candidate| &candidate.signs));
    let Some(best) = best.map(|index| &candidates[index]) else {
        let office = unnamed.iter().find(|office| office.zone != Zone::Ending);
        return FoundSpeaker { name: None, office: office.map(|office| said(plain(office))) };
    };
    let longest = best
        .offices
        .iter()
        .max_by_key(|office| (office.len(), usize::MAX - office.words.start))
        .cloned();
    let office = match longest {
        Some(own) => Some(fuller(stream, own, unnamed, words)),
        None => unnamed.iter().find(|office| office.zone == Zone::Title).map(plain),
    };
    FoundSpeaker { name: Some(best.name.clone()), office: office.map(said) }
}

/// Returns an office, or the fuller form of it that the text says to speak: "Giám đốc" beside the name is
/// "Giám đốc Sở Y tế" of the title.
fn fuller(stream: &WordStream, own: Office, unnamed: &[Unnamed], words: &Speaker) -> Office {
    let said = stream.lower(own.words.clone());
    let more = unnamed.iter().find(|office| {
        let other = stream.lower(office.office.clone());
        let rest = other.strip_prefix(said);
        let head = head_of(stream, office.office.start, words);
        let alone = head.as_deref() == Some(said);
        // "Chủ tịch Hội" is "Chủ tịch Hội Chữ thập đỏ tỉnh".
        let agency = own.words.len() > 1 && stream.holds(own.words.end - 1, &words.orgs);
        own.len() < office.office.len()
            && (alone || agency && head.is_some_and(|head| said.starts_with(&head)))
            && rest.is_some_and(|rest| rest.starts_with(' '))
    });
    more.map_or(own, |more| Office { words: more.office.clone(), of: None })
}

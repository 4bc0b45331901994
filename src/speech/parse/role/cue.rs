//! The words of a sentence that tell a role, and how they stand to each other.

use super::force::Force;
use crate::speech::Role;
use crate::speech::parse::lexicon::{CueMeaning, CueWeight, Lexicon};
use crate::text::is_word;
use std::ops::Range;

/// How near before a shortcoming its remedy stands, in bytes.
const REMEDY: usize = 40;

/// Where words stand that are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CuePlace {
    LeadIn,
    Heading,
}

#[derive(Clone, Debug)]
pub(super) struct Cue {
    pub start: usize,
    pub end: usize,
    /// Nothing for phrases that only hide the role words in them.
    pub role: Option<Role>,
    pub force: Force,
}

/// What a sentence holds that tells a role.
pub(super) struct SentenceCues {
    /// The role words in order; of those that overlap the longest.
    pub cues: Vec<Cue>,
    /// The stretches that do not count.
    pub asides: Vec<Range<usize>>,
    /// Where it says that something is done.
    pub done: Vec<usize>,
    /// Where it says that something is still to be done.
    pub pending: Vec<usize>,
}

pub(super) fn find(sentence: &str, place: CuePlace, lexicon: &Lexicon) -> SentenceCues {
    let mut cues: Vec<Cue> = Vec::new();
    let (mut asides, mut purposes, mut remedies) = (Vec::new(), Vec::new(), Vec::new());
    let (mut done, mut pending) = (Vec::new(), Vec::new());
    for (start, end, tells) in lexicon.cues.find(sentence) {
        match tells {
            CueMeaning::Role(_, CueWeight::Heading) if place == CuePlace::LeadIn => {}
            CueMeaning::Role(role, weight) => {
                let force = match weight {
                    CueWeight::Full => Force::Full,
                    CueWeight::Heading => Force::Local,
                    CueWeight::Weak => Force::Weak,
                };
                cues.push(Cue { start, end, role: Some(role), force });
            }
            CueMeaning::Nothing => cues.push(Cue { start, end, role: None, force: Force::Weak }),
            // Without a comma there is no aside.
            CueMeaning::Aside => {
                asides.extend(sentence[start..].find(", ").map(|at| start..start + at))
            }
            CueMeaning::Purpose => purposes.push(start),
            CueMeaning::Remedy => remedies.push(end),
            CueMeaning::Done => done.push(start),
            CueMeaning::Pending => pending.push(start),
        }
    }
    cues.sort_by_key(|cue| (cue.start, std::cmp::Reverse(cue.end)));
    let mut end = 0;
    cues.retain(|cue| {
        let keep = cue.start >= end;
        if keep {
            end = cue.end;
        }
        keep && cue.role.is_some()
    });
    // "khắc phục các bất cập": a shortcoming that is to be mended is something to do.
    for cue in cues.iter_mut().filter(|cue| cue.role == Some(Role::Limitation)) {
        let near = |&end: &usize| {
            (end..=end + REMEDY).contains(&cue.start)
                && !sentence[end..cue.start].contains([',', ';', ':', '.'])
        };
        if remedies.iter().any(near) {
            (cue.role, cue.force) = (Some(Role::Task), Force::Weak);
        }
    }
    // A purpose behind a role word does not count, to the end of the sentence.
    let full = cues.iter().find(|cue| {
        cue.force != Force::Weak && !asides.iter().any(|aside| aside.contains(&cue.start))
    });
    let first = full.map(|cue| cue.end);
    let purpose = purposes.into_iter().find(|&start| first.is_some_and(|first| start >= first));
    asides.extend(purpose.map(|start| start..sentence.len()));
    SentenceCues { cues, asides, done, pending }
}

/// Tells whether the task named at `at` is done: "đã triển khai các nhiệm vụ sau", but not "đã đạt
/// kết quả, cần làm các việc sau".
pub(super) fn is_done(done: &[usize], pending: &[usize], at: usize) -> bool {
    let last = done.iter().rev().find(|&&done| done < at);
    last.is_some_and(|last| !pending.iter().any(|pending| (*last..=at).contains(pending)))
}

/// Widens the deciding word over its neighbours of the same role: "tồn tại, hạn chế".
pub(super) fn run_of(cues: &[Cue], deciding: &Cue, sentence: &str) -> Range<usize> {
    let (mut start, mut end) = (deciding.start, deciding.end);
    for cue in
        cues.iter().rev().filter(|cue| cue.role == deciding.role && cue.end <= deciding.start)
    {
        if !matches!(sentence[cue.end..start].trim(), "," | "và" | ", và" | "and") {
            break;
        }
        start = cue.start;
    }
    let qualified = ["trọng tâm", "chủ yếu", "chỉ đạo"];
    // "nhiệm vụ trọng tâm" is one cue; its qualifier does not belong into a short title.
    for word in qualified {
        if let Some(cut) = sentence[start..end].strip_suffix(word) {
            end = start + cut.trim_end().len();
        }
    }
    start..end
}

/// Tells whether a sentence ends in "gồm" and the role word before it stands in another clause:
/// "Quỹ hỗ trợ các nhiệm vụ, hoạt động của tỉnh, bao gồm:".
pub(super) fn is_about_parts(cues: &[Cue], deciding: &Cue, sentence: &str) -> bool {
    let last = cues.last().filter(|cue| cue.force == Force::Weak && cue.role == Some(Role::Other));
    last.is_some_and(|last| {
        let after = sentence[last.end..].trim_matches(|c: char| !is_word(c));
        let between = sentence.get(deciding.end..last.start).unwrap_or_default();
        let words = between.trim_matches(|c: char| !is_word(c));
        after.is_empty() && between.contains(',') && !words.is_empty()
    })
}

/// Returns the role of the deciding word and the one right before it: of two roles side by side
/// neither counts ("các tiêu chí, nguyên tắc"), but tasks count beside aims ("mục tiêu, nhiệm vụ").
pub(super) fn coordinated(cues: &[Cue], deciding: &Cue, sentence: &str) -> Option<Role> {
    let role = deciding.role?;
    let before = cues.iter().rev().find(|cue| cue.end <= deciding.start);
    let beside = before.filter(|cue| {
        let between = sentence[cue.end..deciding.start].trim();
        cue.force != Force::Weak && matches!(between, "," | "và" | ", và" | "and")
    });
    let other = beside.and_then(|cue| cue.role).is_some_and(|other| other != role);
    Some(if other && role != Role::Task { Role::Other } else { role })
}

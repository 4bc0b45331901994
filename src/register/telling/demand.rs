//! Whether a sentence that names nobody says that something must be done.

use super::super::cues::{
    ASIDE, COMPOUND, CONDITION, GROUND, JOIN, MUST, NO_GIVER, OPENER, PAST, REPORTING, STRICT,
    TALE, VERB,
};
use super::super::line::{Gap, Line};
use super::{ASIDE_WORDS, ASKING};
use std::ops::Range;

/// How many words may name a thing of which something is demanded.
const THING_WORDS: usize = 14;
/// How many words may tell the ground of an order.
const GROUND_WORDS: usize = 8;

/// Tells whether a sentence says that something must be done, without naming who; a phrase may stand in front.
pub(in crate::register) fn demands(line: &Line<'_>, sentence: Range<usize>) -> bool {
    let mut at = sentence.start;
    if line.cue(at, TALE).is_some() {
        return false;
    }
    // "Trường hợp có vướng mắc thì kịp thời báo cáo …".
    let order = |at: usize| line.is(at, "thì") && orders_at(line, at + 1, sentence.end);
    if line.cue(at, CONDITION).is_some() && sentence.clone().any(order) {
        return true;
    }
    while let Some(count) = line.cue(at, OPENER) {
        at += count;
    }
    if line.cue(at, ASIDE).is_some() && line.cue(at, MUST | VERB).is_none() {
        let last = sentence.end.min(at + ASIDE_WORDS);
        let comma = (at + 1..last).find(|at| line.gap(*at) == Gap::Comma);
        return comma.is_some_and(|at| line.is(at, "cần") || line.is(at, "phải"));
    }
    line.cue(at, PAST | GROUND).is_none() && orders_at(line, at, sentence.end)
}

/// Tells whether a word begins an order; not "cải cách ruộng đất là tất yếu", nor "thực hiện được khẩu hiệu".
fn orders_at(line: &Line<'_>, at: usize, end: usize) -> bool {
    let Some(count) = line.cue(at, MUST | VERB) else { return false };
    let behind = at + count;
    let mut clause = (behind..end).take_while(|at| line.gap(*at) == Gap::Blank);
    let is_copula = |at: usize| line.is(at, "là") && !line.is(at - 1, "không");
    let is_subject = clause.any(|at| is_copula(at) && !line.is_behind(at + 1, JOIN));
    !is_subject && !line.is(behind, "được")
}

/// Tells whether a sentence orders something behind the ground of it: "Căn cứ chức năng, nhiệm vụ, chủ động xây dựng …".
pub(in crate::register) fn orders_behind_ground(line: &Line<'_>, sentence: Range<usize>) -> bool {
    let last = sentence.end.min(sentence.start + ASIDE_WORDS);
    let orders = |at: usize| line.cue(at, MUST | VERB).is_some();
    orders(sentence.start)
        || line.cue(sentence.start, ASIDE | GROUND | OPENER).is_some()
            && (sentence.start + 1..last).any(|at| {
                // "Theo chức năng, nhiệm vụ đôn đốc các bộ": an order of two words needs no comma.
                let whole = line.cue(at, VERB).is_some_and(|count| count > 1);
                line.gap(at) == Gap::Comma && orders(at)
                    || at < sentence.start + GROUND_WORDS
                        && whole
                        && line.cue(at, COMPOUND).is_none()
            })
}

/// Tells whether a sentence says of a thing that it must be so: "Việc chuẩn bị nhân sự cần kết hợp …".
pub(in crate::register) fn obliges(line: &Line<'_>, sentence: Range<usize>) -> bool {
    if line.cue(sentence.start, TALE | PAST).is_some() {
        return false;
    }
    for at in sentence.start..sentence.end.min(sentence.start + THING_WORDS) {
        let halts = ["đã", "là", "sẽ", "chúng", "ta", "tôi"].iter().any(|word| line.is(at, word));
        if halts || line.cue(at, REPORTING).is_some() {
            return false;
        }
        if line.cue(at, STRICT).is_some() && line.cue(at, COMPOUND).is_none() {
            return true;
        }
    }
    false
}

/// Tells whether a sentence reports that its speaker asks for something: "Bộ trưởng cũng yêu cầu tập trung …".
pub(in crate::register) fn is_asked(
    line: &Line<'_>,
    sentence: Range<usize>,
    is_narrator: &dyn Fn(&str) -> bool,
) -> bool {
    let names = |at: usize| {
        line.offices(at).is_some_and(|end| is_narrator(line.words(at..end.min(sentence.end))))
    };
    if line.cue(sentence.start, TALE).is_some() {
        return false;
    }
    let Some(narrator) = sentence.clone().find(|at| names(*at)) else { return false };
    let asks = |at: usize| {
        let count = line.cue(at, ASKING)?;
        (!line.is_behind(at, NO_GIVER) || line.is(at - 1, "và")).then_some(at + count)
    };
    (narrator + 1..sentence.end).filter_map(asks).any(|behind| {
        line.tells(behind)
            || line.is(behind, "việc")
            || (behind..sentence.end).any(|at| line.is(at, "cần") || line.is(at, "phải"))
            || (behind..sentence.end).any(|at| line.gap(at) >= Gap::Comma && line.tells(at))
    })
}

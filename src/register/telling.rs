//! Who a sentence tells to do something.

mod demand;

use super::cues::{
    ANNOUNCING, ASIDE, COMPOUND, GIVER, ISSUING, MUST, NO_GIVER, OPENER, PAST, REPORT, REPORTING,
    SHARING, STRICT, TALE, THROUGH, VERB, WILL, WITH,
};
use super::line::{Gap, Line};
use crate::speech::parse::lexicon::offices::ASSIGNS;
pub(super) use demand::{demands, is_asked, obliges, orders_behind_ground};
use std::ops::Range;

/// How many words may stand between an office and what tells it to do something.
const ASIDE_WORDS: usize = 40;

/// How many words may name who stands before a colon.
const COLON_WORDS: usize = 9;
/// How many words may tell the work that an office is named by.
const WORK_WORDS: usize = 10;
/// How many words of a name may be unknown.
const NAME_WORDS: usize = 22;
/// What asks for something.
const ASKING: super::cues::Cue = GIVER | super::cues::ASKING;

/// How a sentence tells somebody to do something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Force {
    /// "Giao Sở Y tế …", "yêu cầu các xã …", "do Sở Y tế chủ trì".
    Given,
    /// "Sở Y tế phải …".
    Must,
    /// "Sở Y tế tiếp tục …".
    Urged,
    /// "Sở Y tế rà soát …": what it does, or is to do.
    Verb,
    /// "Sở Y tế sẽ …".
    Will,
    /// "Sở Y tế" and a word that is not known to begin an order: it counts among tasks.
    Bare,
}

/// What a sentence says of who is to do something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Telling {
    /// The words that name who.
    pub actors: Range<usize>,
    /// How they are told.
    pub force: Force,
    /// The place behind which the work is told.
    pub behind: usize,
}

/// Whether a line is read as a whole sentence or as one that announces what follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Completeness {
    Sentence,
    LeadIn,
}

/// Reads who a sentence tells to do something. Whom the text reports as its speaker ("Thủ tướng") gives tasks to others.
pub(super) fn telling(
    line: &Line<'_>,
    sentence: Range<usize>,
    whole: Completeness,
    is_narrator: &dyn Fn(&str) -> bool,
) -> Option<Telling> {
    let mut at = sentence.start;
    if line.cue(at, TALE).is_some() || line.is(at, "ngày") && line.is_number(at + 1) {
        return None;
    }
    while let Some(count) = line.cue(at, OPENER).filter(|_| at < sentence.end) {
        at += count;
    }
    // An order names nobody before its verb.
    let order = line.cue(at, VERB | MUST | PAST);
    let orders = order.is_some_and(|count| line.offices(at).is_none() || line.tells(at + count));
    if orders && whole == Completeness::LeadIn {
        // "Không để lặp lại khuyết điểm cũ, các địa phương tập trung:".
        let last = (at + 1..sentence.end).rev().find(|at| line.gap(*at) == Gap::Comma);
        let named = last.and_then(|from| Some((from, line.offices(from)?)));
        let says = |end: usize| line.cue(end, GIVER | ISSUING | REPORTING).is_some();
        let named =
            named.filter(|(from, end)| !says(*end) && !is_narrator(line.words(*from..*end)));
        if let Some((from, end)) = named.filter(|(_, end)| *end < sentence.end && line.tells(*end))
        {
            return Some(Telling { actors: from..end, force: Force::Must, behind: end });
        }
    }
    let first = at;
    if whole == Completeness::Sentence
        && let Some(found) = named_by_colon(line, at, sentence.end)
    {
        return Some(found);
    }
    let topic = at > sentence.start || line.cue(at, ASIDE).is_some() || line.is(at, "về");
    let mut begins = true;
    while at < sentence.end {
        begins |= at > sentence.start && line.gap(at) >= Gap::Comma;
        if begins && let Some(count) = line.cue(at, OPENER) {
            at += count;
            continue;
        }
        // In an order "yêu cầu các xã" is what the one who is ordered does.
        let may_give = !orders || at == first || line.gap(at) >= Gap::Semicolon;
        if let Some(found) = given(line, at, sentence.clone(), whole).filter(|_| may_give) {
            return Some(found);
        }
        if line.is(at, "do")
            && let Some(end) = line.offices(at + 1).filter(|end| *end < sentence.end)
            && line.sense(end, ASSIGNS).is_some()
            && !(sentence.start..at).any(|at| line.is(at, "đã"))
        {
            return Some(Telling { actors: at + 1..end, force: Force::Given, behind: end });
        }
        if let Some(count) = line.cue(at, COMPOUND) {
            (at, begins) = (at + count, false);
            continue;
        }
        let Some(end) = line.offices(at).filter(|end| *end <= sentence.end) else {
            let count = line.cue(at, REPORTING).filter(|_| begins);
            begins = count.is_some() || line.is(at, "rằng") || line.is(at, "thì");
            at += count.unwrap_or(1);
            continue;
        };
        if begins && let Some(count) = line.cue(end, GIVER).filter(|_| line.gap(end) == Gap::Blank)
        {
            // "Ban Thường vụ phân công từng đồng chí phụ trách …": who shares out work among its own people has the task.
            let own = end + count;
            if line.cue(end, SHARING) == Some(count)
                && at == first
                && !is_narrator(line.words(at..end))
                && line
                    .offices(own)
                    .is_some_and(|behind| !(own..behind).any(|at| line.is_capital(at)))
            {
                return Some(Telling { actors: at..end, force: Force::Verb, behind: end });
            }
            // "Thủ tướng Chính phủ yêu cầu các ngành …": who asks is not who is asked.
            if let Some(found) = given(line, end, sentence.clone(), whole) {
                return Some(found);
            }
            (at, begins) = (end + count, true);
            continue;
        }
        if begins && !orders {
            let narrates = is_narrator(line.words(at..end));
            let reported = line.cue(end, REPORTING);
            if narrates && let Some(count) = reported {
                if let Some(asked) = line.offices(end + count).filter(|asked| *asked < sentence.end)
                    && line.gap(end + count) == Gap::Blank
                    && predicate(line, asked, sentence.end).is_some()
                {
                    return Some(Telling {
                        actors: end + count..asked,
                        force: Force::Given,
                        behind: asked,
                    });
                }
                (at, begins) = (end + count, true);
                continue;
            }
            // "Cơ quan chủ trì giải quyết thủ tục có trách nhiệm …": what the office does is its name.
            if at == first
                && let Some(found) = named_by_work(line, at..end, sentence.end, whole)
            {
                return Some(found);
            }
            // "Bộ", "Sở" alone are named where they are told in plain words.
            let bare = end == at + 1;
            let issues = whole == Completeness::LeadIn && line.cue(end, ISSUING).is_some();
            let addressed = line.is_addressed(at..end);
            if !narrates
                && !issues
                && let Some(force) = predicate(line, end, sentence.end)
                && (addressed || at == first || force == Force::Must && !bare)
                && (!bare || force == Force::Must || whole == Completeness::Sentence)
            {
                return Some(Telling { actors: at..end, force, behind: end });
            }
            if !narrates && let Some((end, force)) = long_name(line, end, sentence.end) {
                return Some(Telling { actors: at..end, force, behind: end });
            }
            if !narrates && at == first && is_subject(line, at, end, sentence.end) {
                return Some(Telling { actors: at..end, force: Force::Bare, behind: end });
            }
            let alone = (first..at).all(|at| line.gap(at) != Gap::Comma || at == first);
            if whole == Completeness::LeadIn && end == sentence.end && alone {
                return Some(Telling { actors: at..end, force: Force::Must, behind: end });
            }
        }
        // "Đối với các xã, Thủ tướng yêu cầu", "trên cơ sở nghị quyết của Chính phủ, các bộ …": behind a comma of what looks like a list
        // there may be who is told.
        let splits = begins || topic && !line.is_behind(at, WITH | REPORT | THROUGH);
        let inside = (at + 1..end).find(|inside| splits && line.gap(*inside) >= Gap::Comma);
        at = inside.unwrap_or(end);
        begins = inside.is_some();
    }
    None
}

/// Reads who stands before a colon, and an order behind it: "Ban Quản lý dự án dân dụng: thay nhà thầu", "Cẩm Vân: bàn giao 4 km".
fn named_by_colon(line: &Line<'_>, from: usize, end: usize) -> Option<Telling> {
    let last = end.min(from + COLON_WORDS + 1);
    let colon = (from + 1..last).find(|at| line.gap(*at) == Gap::Colon)?;
    // "Công an xã cùng Ban Quản lý chợ: …": who takes part is not in charge.
    let whole =
        (from + 1..colon).all(|at| line.gap(at) == Gap::Blank && line.cue(at, WITH).is_none());
    let office = line.offices(from).filter(|end| *end > from + 1 || line.is_capital(from));
    // A name of a place or person has capitals alone.
    let proper = colon > from + 1 && (from..colon).all(|at| line.is_capital(at));
    let small = !line.is_capital(colon) && !line.is_number(colon);
    let orders = small && line.cue(colon, VERB | MUST).is_some();
    let is_office = office.is_some_and(|end| end <= colon) && line.is_capital(from);
    let told = whole && (orders && proper || small && is_office);
    told.then_some(Telling { actors: from..colon, force: Force::Verb, behind: colon })
}

/// Reads an office that is named by its work: "Cơ quan phối hợp có trách nhiệm …", "Cơ quan chủ trì giải quyết thủ tục:".
fn named_by_work(
    line: &Line<'_>,
    office: Range<usize>,
    end: usize,
    whole: Completeness,
) -> Option<Telling> {
    let is_general =
        office.len() <= 2 && !(office.start + 1..office.end).any(|at| line.is_capital(at));
    if !is_general || !line.tells(office.end) || line.cue(office.end, STRICT).is_some() {
        return None;
    }
    let near = end.min(office.end + WORK_WORDS);
    let strict = (office.end + 1..near).find(|at| line.cue(*at, STRICT).is_some());
    let is_heading = whole == Completeness::LeadIn
        && end <= near
        && !(office.end..end).any(|at| line.cue(at, ANNOUNCING).is_some() || line.is(at, "sau"));
    let last = strict.or(is_heading.then_some(end))?;
    let plain = (office.end..last).all(|at| line.gap(at) == Gap::Blank);
    let told = Telling { actors: office.start..last, force: Force::Must, behind: last };
    plain.then_some(told)
}

/// Returns where a name ends that goes on with words in small letters up to what tells its bearer to do something: "Ban Chỉ đạo phòng
/// thủ dân sự quốc gia chủ trì".
fn long_name(line: &Line<'_>, from: usize, end: usize) -> Option<(usize, Force)> {
    let last = end.min(from + NAME_WORDS);
    for at in from..last {
        let halts = ["đã", "là", "được", "sẽ", "vừa", "không"].iter().any(|word| line.is(at, word));
        let speaks =
            line.cue(at, REPORTING).is_some() || line.cue(at, WITH).is_some_and(|count| count > 1);
        let other = line.gap(at) == Gap::Comma
            && line.offices(at).is_some_and(|end| line.is_addressed(at..end));
        if line.gap(at) >= Gap::Semicolon || other {
            return None;
        }
        let urged = line.cue(at, MUST).is_some() && line.sense(at, ASSIGNS).is_some();
        let whole = (from..=at).all(|at| line.gap(at) == Gap::Blank);
        let strict = line.cue(at, STRICT).is_some();
        if at > from && (strict || urged && whole) {
            return Some((at, if strict { Force::Must } else { Force::Urged }));
        }
        if halts || speaks {
            return None;
        }
    }
    None
}

/// Tells whether an office that a sentence begins with is followed by a word that may be a verb.
fn is_subject(line: &Line<'_>, at: usize, end: usize, sentence: usize) -> bool {
    const OTHER: super::cues::Cue =
        REPORTING | PAST | ASIDE | OPENER | WITH | super::cues::TAIL | super::cues::QUALIFIER;
    end + 1 < sentence
        && end > at + 1
        && line.cue(at, VERB | MUST).is_none()
        && line.is_capital(at)
        && !line.is_capital(end)
        && !line.is_number(end)
        && line.gap(end) == Gap::Blank
        && line.cue(end, OTHER).is_none()
}

/// "Giao X …", "yêu cầu X …".
fn given(
    line: &Line<'_>,
    at: usize,
    sentence: Range<usize>,
    whole: Completeness,
) -> Option<Telling> {
    let end = sentence.end;
    let count = line.cue(at, GIVER).filter(|_| line.cue(at, COMPOUND).is_none())?;
    if line.gap(at) == Gap::Blank && line.is_behind(at, NO_GIVER) {
        return None;
    }
    let start = at + count;
    let told_before =
        (sentence.start..at).rev().take_while(|at| line.gap(*at + 1) < Gap::Semicolon);
    if whole == Completeness::Sentence && told_before.into_iter().any(|at| line.is(at, "đã")) {
        return None;
    }
    let behind = line.offices(start).filter(|behind| *behind <= end)?;
    let goes_on = behind < end
        && !line.tells(behind)
        && line.cue(behind, ASIDE | super::cues::TAIL | super::cues::THROUGH).is_none();
    let longer = long_name(line, behind, end)
        .filter(|(longer, _)| goes_on && !(behind..*longer).any(|at| line.is_number(at)));
    let behind = longer.map_or(behind, |(behind, _)| behind);
    let told = match whole {
        Completeness::LeadIn if behind == end => true,
        _ => behind < end && line.gap(start) <= Gap::Colon && line.cue(behind, PAST).is_none(),
    };
    let told = told && line.is_addressed(start..behind);
    told.then_some(Telling { actors: start..behind, force: Force::Given, behind })
}

/// Reads whether what stands behind an office tells it to do something; an aside may stand between.
fn predicate(line: &Line<'_>, from: usize, end: usize) -> Option<Force> {
    let mut at = from;
    let last = end.min(from + ASIDE_WORDS);
    for _ in 0..8 {
        if at >= last || line.gap(at) >= Gap::Semicolon && at > from {
            return None;
        }
        if let Some(count) = line.cue(at, WILL) {
            return line.tells(at + count).then_some(Force::Will);
        }
        if line.tells(at) {
            let strict = line.cue(at, STRICT).is_some();
            let urged = line.cue(at, MUST).is_some();
            return Some(match (strict, urged) {
                (true, _) => Force::Must,
                (_, true) => Force::Urged,
                _ => Force::Verb,
            });
        }
        if line.cue(at, PAST).is_some() {
            return None;
        }
        let aside = line.gap(at) == Gap::Comma || line.cue(at, ASIDE).is_some();
        if !aside {
            return None;
        }
        let next = (at + 1..last).find(|next| {
            line.gap(*next) == Gap::Comma
                || line.gap(*next) == Gap::Blank
                    && line.cue(*next, MUST).is_some()
                    && line.sense(*next, ASSIGNS).is_some()
        })?;
        // "Đối với các hộ, UBND xã khẩn trương …": somebody else is told.
        let other =
            line.offices(next).filter(|end| line.gap(next) == Gap::Comma && line.tells(*end));
        if other.is_some_and(|end| line.is_addressed(next..end)) {
            return None;
        }
        at = next;
    }
    None
}

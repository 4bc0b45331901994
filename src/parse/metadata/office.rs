//! Offices: where one begins and ends, and how it is written.
//!
//! An office is a head ("Phó Chủ tịch") and what it is of ("UBND tỉnh Hà Lâm"); several may follow
//! each other. It ends where a name, a verb, a day or another clause begins.

use super::name::{self, Called};
use super::stream::{Gap, Stream};
use crate::parse::lexicon::Speaker;
use std::ops::Range;

/// The most words of one office, and of offices in a row.
const LONGEST: usize = 22;
const MOST: usize = 45;

/// Gives how many words the head of an office has that begins at a word.
pub(super) fn head(stream: &Stream, at: usize, words: &Speaker) -> Option<usize> {
    if at >= stream.len() {
        return None;
    }
    // "nguyên Bí thư", "quyền Giám đốc", "Phó Trưởng phòng".
    let before = stream.phrase(at, &words.former).unwrap_or(0);
    if before > 0 && stream.gap(at + before - 1) != Gap::Space {
        return None;
    }
    let at = at + before;
    let plain = stream.phrase(at, &words.offices);
    // "Trưởng" and "Phó" are heads with what is headed behind them.
    let leader = || {
        let count = stream.phrase(at, &words.leaders)?;
        let next = at + count;
        let headed = stream.gap(next - 1) == Gap::Space
            && (stream.phrase(next, &words.units).is_some()
                || stream.phrase(next, &words.offices).is_some());
        headed.then_some(count)
    };
    let count = plain.or_else(leader)?;
    Some(before + count)
}

/// Gives where offices that begin at a word end.
pub(super) fn chain(stream: &Stream, at: usize, words: &Speaker) -> Option<usize> {
    let mut end = one(stream, at, words)?;
    while end < stream.len() && end - at < MOST {
        let gap = stream.gap(end - 1);
        let joined = match gap {
            Gap::Comma | Gap::Dash => end,
            Gap::Line => end,
            Gap::Space if words.joiners.holds(stream.word(end)) => end + 1,
            _ => break,
        };
        let lower = joined < stream.len() && !stream.is_capital(joined);
        if lower && gap != Gap::Space {
            break;
        }
        match one(stream, joined, words) {
            Some(next) => end = next,
            None => break,
        }
    }
    Some(end)
}

/// Gives the offices that follow a name, past the sign between them.
pub(super) fn behind(stream: &Stream, end: usize, words: &Speaker) -> Option<Range<usize>> {
    if end >= stream.len() || end == 0 {
        return None;
    }
    let signed = matches!(
        stream.gap(end - 1),
        Gap::Comma | Gap::Dash | Gap::Paren | Gap::Line | Gap::Colon | Gap::Space
    );
    let parted = stream.gap(end - 1) != Gap::Space;
    let skip = match stream.phrase(end, &words.copulas) {
        Some(count) => end + count,
        None => end,
    };
    if !signed || skip >= stream.len() || !(stream.is_capital(skip) || parted) {
        return None;
    }
    chain(stream, skip, words).map(|last| skip..last)
}

/// Tells whether an office follows a name, past the sign between them.
pub(super) fn is_behind(stream: &Stream, end: usize, words: &Speaker) -> bool {
    end < stream.len()
        && end > 0
        && matches!(stream.gap(end - 1), Gap::Comma | Gap::Dash | Gap::Paren | Gap::Line)
        && head(stream, end, words).is_some()
}

/// Gives where one office ends.
fn one(stream: &Stream, at: usize, words: &Speaker) -> Option<usize> {
    let mut end = at + head(stream, at, words)?;
    if stream.is_english() {
        return Some(english(stream, end, words));
    }
    // Whether an agency is named, whose name may hold a comma or a dash.
    let mut agency = words.orgs.holds(stream.word(end - 1));
    while end < stream.len() && end - at < LONGEST {
        let gap = stream.gap(end - 1);
        let goes_on = match gap {
            Gap::Space => true,
            // A line that was cut within the office.
            Gap::Line => !stream.is_capital(end) && !agency_ends(stream, end, words),
            Gap::Comma => agency && list_goes_on(stream, end, words),
            Gap::Dash => agency && dash_goes_on(stream, end, words),
            _ => false,
        };
        if !goes_on || stream.is_label(end) || ends(stream, end, words) {
            break;
        }
        agency |= stream.phrase(end, &words.orgs).is_some();
        end += 1;
    }
    // "Giám đốc Sở Tài chính và" goes no further than its last noun.
    while end > at + 1 && words.joiners.holds(stream.word(end - 1)) {
        end -= 1;
    }
    Some(end)
}

/// "Secretary of State", "Governor of the State of Victoria", "Minister for Trade": what follows the
/// head. Of four capitals in a row the last two are a name.
fn english(stream: &Stream, from: usize, words: &Speaker) -> usize {
    let mut end = from;
    while end < stream.len() && stream.gap(end - 1) == Gap::Space {
        let mut next = end;
        while next < stream.len()
            && stream.gap(next - 1) == Gap::Space
            && matches!(stream.word(next), "of" | "for" | "the" | "and")
        {
            next += 1;
        }
        if next == end || next >= stream.len() || !stream.is_capital(next) {
            break;
        }
        let mut last = next;
        while last < stream.len()
            && stream.is_capital(last)
            && (last == next || stream.gap(last - 1) == Gap::Space)
            && head(stream, last, words).is_none()
        {
            last += 1;
        }
        // "Secretary of State Jane Doe": a name may be among the capitals.
        let run = last - next;
        let ended = last >= stream.len() || stream.gap(last - 1) != Gap::Space;
        let named = run >= 3 && (!ended || stream.gap(last - 1) >= Gap::Line);
        end = if named { last - 2 } else { last };
        if named {
            break;
        }
    }
    end
}

/// Tells whether an office is over before a word.
fn ends(stream: &Stream, at: usize, words: &Speaker) -> bool {
    if words.joiners.holds(stream.word(at)) {
        // "Bộ Giáo dục và Đào tạo", but not "Chủ tịch và ông …" or "và Giám đốc …".
        let next = at + 1;
        return next >= stream.len()
            || !stream.is_capital(next)
            || head(stream, next, words).is_some()
            || name::name_at(stream, next, Called::Not, words).is_some();
    }
    if stream.text(at).starts_with(|c: char| c.is_ascii_digit()) {
        return !is_ordinal(stream, at);
    }
    // "Ban Chỉ đạo", "Ban Chỉ huy" are agencies.
    let board = at > 0 && stream.word(at - 1) == "ban";
    let verb = (!stream.is_capital(at) || stream.is_loud(at)) && !board;
    let compound = stream.phrase(at, &words.compounds).is_some()
        || at > 0 && stream.phrase(at - 1, &words.compounds).is_some_and(|count| count > 1);
    verb && !compound
        && (stream.phrase(at, &words.stops).is_some()
            || stream.phrase(at, &words.speaks).is_some()
            || stream.phrase(at, &words.honorifics).is_some())
        || stream.is_capital(at) && words.after_name.holds(stream.word(at))
        || head(stream, at, words).is_some() && !is_part_of_agency(stream, at)
        || name_follows(stream, at, words)
}

/// "Chi bộ 3", "Quân khu 4", "khối 2": a figure right behind a noun.
fn is_ordinal(stream: &Stream, at: usize) -> bool {
    stream.gap_before(at) == Gap::Space
        && stream.text(at).len() <= 3
        && stream.text(at).bytes().all(|byte| byte.is_ascii_digit())
}

/// "Văn phòng Chủ tịch nước", "Trợ lý Bộ trưởng": an office within an agency's name.
fn is_part_of_agency(stream: &Stream, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| stream.word(before));
    matches!(before, "phòng" | "lý" | "ký" | "phong" | "ly" | "ky")
}

/// Tells whether a person's name begins here rather than that of a place.
fn name_follows(stream: &Stream, at: usize, words: &Speaker) -> bool {
    let Some(end) = name::name_at(stream, at, Called::Not, words) else {
        return short_name(stream, at, words);
    };
    end - at >= 3 || short_name(stream, at, words)
}

/// "Tổng Bí thư Tô Lâm": two words behind an office that is complete.
fn short_name(stream: &Stream, at: usize, words: &Speaker) -> bool {
    if stream.gap_before(at) != Gap::Space {
        return false;
    }
    let place = stream.phrase_before(at, &words.areas).is_some()
        || stream.phrase_before(at, &words.orgs).is_some()
        || stream.phrase_before(at, &words.schools).is_some();
    let end = name::name_at(stream, at, Called::So, words);
    // Behind a noun in small letters or the head itself; "Hà Nội" stands behind its kind.
    end.is_some_and(|end| {
        end - at == 2
            && !place
            && words.surnames.holds(stream.word(at))
            && (!stream.is_capital(at - 1) || complete(stream, at, words))
    })
}

/// Tells whether an office needs nothing behind it: "Tổng Bí thư", "Thủ tướng".
fn complete(stream: &Stream, at: usize, words: &Speaker) -> bool {
    stream.phrase_before(at, &words.offices).is_some()
        || stream.phrase_before(at, &words.whole).is_some()
}

fn agency_ends(stream: &Stream, at: usize, words: &Speaker) -> bool {
    stream.phrase(at, &words.stops).is_some() || stream.phrase(at, &words.speaks).is_some()
}

/// "Sở Văn hóa, Thể thao và Du lịch": what follows a comma is of the list of a name.
fn list_goes_on(stream: &Stream, at: usize, words: &Speaker) -> bool {
    if !stream.is_capital(at) || head(stream, at, words).is_some() {
        return false;
    }
    if name::name_at(stream, at, Called::Not, words).is_some() {
        return false;
    }
    (at + 1..(at + 7).min(stream.len()))
        .take_while(|&next| {
            stream.gap(next - 1) == Gap::Space
                || stream.gap(next - 1) == Gap::Comma && stream.is_capital(next)
        })
        .any(|next| words.joiners.holds(stream.word(next)))
}

/// "Sở Lao động - Thương binh và Xã hội", "Ban Kinh tế - Ngân sách".
fn dash_goes_on(stream: &Stream, at: usize, words: &Speaker) -> bool {
    stream.is_capital(at)
        && head(stream, at, words).is_none()
        && stream.phrase(at, &words.stops).is_none()
        && stream.phrase(at, &words.orgs).is_none()
        && stream.phrase(at, &words.after_name).is_none()
        && name::name_at(stream, at, Called::Not, words).is_none()
}

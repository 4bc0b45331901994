//! Offices: where one begins and ends, and how it is written.
//!
//! An office is a head ("Phó Chủ tịch") and what it is of ("UBND tỉnh Hà Lâm"); several may follow
//! each other. It ends where a name, a verb, a day or another clause begins.

use super::name::{self, Called};
use super::stream::{TokenGap, WordStream};
use crate::speech::parse::lexicon::Speaker;
use std::ops::Range;

/// The most words of one office, and of offices in a row.
const LONGEST: usize = 22;
const MOST: usize = 45;

/// Returns how many words the head of an office has that begins at a word.
pub(super) fn head(stream: &WordStream, at: usize, words: &Speaker) -> Option<usize> {
    let found = stream.found.get(at)?;
    let count = found.head.get_or_init(|| {
        let count = find_head(stream, at, words);
        count.map(|count| u16::try_from(count).expect("the head of an office has a few words"))
    });
    count.map(usize::from)
}

fn find_head(stream: &WordStream, at: usize, words: &Speaker) -> Option<usize> {
    // "nguyên Bí thư", "quyền Giám đốc".
    let former = stream.phrase(at, &words.former).unwrap_or(0);
    if former > 0 && stream.gap(at + former - 1) != TokenGap::Space {
        return None;
    }
    let begin = at + former;
    let modifier = || {
        // "Country Director", but "Chief Justice" is a head of its own.
        let count = stream.phrase(begin, &words.modifiers).filter(|_| stream.is_english())?;
        let next = begin + count;
        let office = stream.phrase(next, &words.offices).filter(|_| next < stream.len())?;
        (stream.gap(next - 1) == TokenGap::Space).then_some(count + office)
    };
    // "Trưởng" and "Phó" are heads with what is headed behind them.
    let leader = || {
        let count = stream.phrase(begin, &words.leaders)?;
        let next = begin + count;
        let headed = stream.gap(next - 1) == TokenGap::Space
            && (stream.phrase(next, &words.units).is_some()
                || stream.phrase(next, &words.offices).is_some());
        headed.then_some(count)
    };
    // "Đại sứ quán" is a house.
    let compound = stream.phrase(begin, &words.compounds).unwrap_or(0);
    let plain = stream.phrase(begin, &words.offices).filter(|count| *count >= compound);
    plain.or_else(leader).or_else(modifier).map(|count| former + count)
}

/// Whether the name of the one who holds an office is still to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holder {
    ToCome,
    /// It stands before the office: what follows a kind of place is a place.
    Named,
}

/// Returns where offices that begin at a word end; a name may stand behind them.
pub(super) fn chain(stream: &WordStream, at: usize, words: &Speaker) -> Option<usize> {
    row(stream, at, Holder::ToCome, words)
}

fn row(stream: &WordStream, at: usize, holder: Holder, words: &Speaker) -> Option<usize> {
    let mut end = one(stream, at, holder, words)?;
    while end < stream.len() && end - at < MOST {
        let gap = stream.gap(end - 1);
        let joined = match gap {
            TokenGap::Comma | TokenGap::Dash => end,
            TokenGap::Line => end,
            TokenGap::Space if stream.holds(end, &words.joiners) => end + 1,
            _ => break,
        };
        let lower = joined < stream.len() && !stream.is_capital(joined);
        if lower && gap != TokenGap::Space {
            break;
        }
        match one(stream, joined, holder, words) {
            Some(next) => end = next,
            None => break,
        }
    }
    Some(end)
}

/// Tells whether a word of address stands at a word: "bà", but not that of "bà con".
pub(super) fn is_address(stream: &WordStream, at: usize, words: &Speaker) -> bool {
    let compound = stream.phrase(at, &words.compounds).unwrap_or(0);
    stream.phrase(at, &words.honorifics).is_some_and(|count| count >= compound)
}

/// Returns the offices that follow a name, past the sign between them.
pub(super) fn behind(stream: &WordStream, end: usize, words: &Speaker) -> Option<Range<usize>> {
    if end >= stream.len() || end == 0 {
        return None;
    }
    let signed = matches!(
        stream.gap(end - 1),
        TokenGap::Comma
            | TokenGap::Dash
            | TokenGap::Paren
            | TokenGap::Line
            | TokenGap::Colon
            | TokenGap::Space
    );
    let parted = stream.gap(end - 1) != TokenGap::Space;
    let skip = match stream.phrase(end, &words.copulas) {
        Some(count) => end + count,
        None => end,
    };
    if !signed || skip >= stream.len() || !(stream.is_capital(skip) || parted) {
        return None;
    }
    row(stream, skip, Holder::Named, words).map(|last| skip..last)
}

/// Tells whether an office follows a name, past the sign between them.
pub(super) fn is_behind(stream: &WordStream, end: usize, words: &Speaker) -> bool {
    end < stream.len()
        && end > 0
        && matches!(
            stream.gap(end - 1),
            TokenGap::Comma | TokenGap::Dash | TokenGap::Paren | TokenGap::Line
        )
        && head(stream, end, words).is_some()
}

/// Returns where one office ends.
fn one(stream: &WordStream, at: usize, holder: Holder, words: &Speaker) -> Option<usize> {
    let mut end = at + head(stream, at, words)?;
    if stream.is_english() {
        return Some(english(stream, end, words));
    }
    // Whether an agency is named, whose name may hold a comma or a dash.
    let mut agency = stream.holds(end - 1, &words.orgs);
    while end < stream.len() && end - at < LONGEST {
        let gap = stream.gap(end - 1);
        // "Bộ Công Thương": what an agency is of holds no name.
        if let Some(count) = agency_at(stream, end, words) {
            end += count;
            continue;
        }
        let goes_on = match gap {
            TokenGap::Space => true,
            // A line that was cut within the office.
            TokenGap::Line => !stream.is_capital(end) && !agency_ends(stream, end, words),
            TokenGap::Comma => agency && list_goes_on(stream, end, words),
            TokenGap::Dash => agency && dash_goes_on(stream, end, words),
            _ => false,
        };
        let named = holder == Holder::ToCome || !is_behind_area(stream, end, words);
        let over = ends(stream, end, words) || named && name_follows(stream, end, words);
        if !goes_on || stream.is_label(end) || over {
            break;
        }
        agency |= stream.phrase(end, &words.orgs).is_some();
        end += 1;
    }
    // "Giám đốc Sở Tài chính và" goes no further than its last noun.
    while end > at + 1 && stream.holds(end - 1, &words.joiners) {
        end -= 1;
    }
    Some(end)
}

/// "Công Thương" behind "Bộ": gives how many words the name of an agency has that begins at a word.
fn agency_at(stream: &WordStream, at: usize, words: &Speaker) -> Option<usize> {
    let noun = at > 0 && stream.holds(at - 1, &words.orgs) && stream.gap(at - 1) == TokenGap::Space;
    let capital = stream.is_capital(at);
    stream.phrase(at, &words.agencies).filter(|_| noun && capital)
}

/// "Secretary of State", "Governor of the State of Victoria", "Minister for Trade": what follows the
/// head. Of four capitals in a row the last two are a name.
fn english(stream: &WordStream, from: usize, words: &Speaker) -> usize {
    let mut end = from;
    while end < stream.len() && stream.gap(end - 1) == TokenGap::Space {
        let mut next = end;
        while next < stream.len()
            && stream.gap(next - 1) == TokenGap::Space
            && stream.holds(next, &words.ties)
        {
            next += 1;
        }
        if next == end || next >= stream.len() || !stream.is_capital(next) {
            break;
        }
        let mut last = next;
        while last < stream.len()
            && stream.is_capital(last)
            && (last == next || stream.gap(last - 1) == TokenGap::Space)
            && head(stream, last, words).is_none()
        {
            last += 1;
        }
        // "Secretary of State Jane Doe": a name may be among the capitals.
        let run = last - next;
        let ended = last >= stream.len() || stream.gap(last - 1) != TokenGap::Space;
        // "the Women's Union" is none.
        let possessive = (next..last).any(|at| stream.word(at).contains(['\'', '’']));
        let named = run >= 3 && !possessive && (!ended || stream.gap(last - 1) >= TokenGap::Line);
        end = if named { last - 2 } else { last };
        if named {
            break;
        }
    }
    end
}

/// Tells whether an office is over before a word.
fn ends(stream: &WordStream, at: usize, words: &Speaker) -> bool {
    if stream.holds(at, &words.joiners) {
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
    // "Đoàn đại biểu Quốc hội": within a compound nothing begins.
    let within = at > 0 && stream.phrase(at - 1, &words.compounds).is_some_and(|count| count > 1);
    let compound = within || stream.phrase(at, &words.compounds).is_some();
    verb && !compound
        && (stream.phrase(at, &words.stops).is_some()
            || stream.phrase(at, &words.speaks).is_some()
            || is_address(stream, at, words))
        || stream.is_capital(at) && stream.holds(at, &words.after_name)
        || head(stream, at, words).is_some()
            && !within
            && stream.phrase_before(at, &words.within).is_none()
}

/// Tells whether a kind of place stands before a word: "xã".
fn is_behind_area(stream: &WordStream, at: usize, words: &Speaker) -> bool {
    stream.gap_before(at) == TokenGap::Space && stream.phrase_before(at, &words.areas).is_some()
}

/// "Chi bộ 3", "Quân khu 4", "khối 2": a figure right behind a noun.
fn is_ordinal(stream: &WordStream, at: usize) -> bool {
    stream.gap_before(at) == TokenGap::Space
        && stream.text(at).len() <= 3
        && stream.text(at).bytes().all(|byte| byte.is_ascii_digit())
}

/// Tells whether a person's name begins here rather than that of a place.
fn name_follows(stream: &WordStream, at: usize, words: &Speaker) -> bool {
    let named = name::name_at(stream, at, Called::Not, words).is_some_and(|end| end - at >= 3);
    named
        || short_name(stream, at, words)
        || unknown_name(stream, at, words)
        || name::is_one_word(stream.text(at)) && !next_is_capital(stream, at)
}

/// "huyện K'Bang Lê Văn An": what seems to be a name of one word is a place.
fn next_is_capital(stream: &WordStream, at: usize) -> bool {
    stream.gap(at) == TokenGap::Space && at + 1 < stream.len() && stream.is_capital(at + 1)
}

/// "Chi cục trưởng Chi cục Kiểm lâm Điêu Chính Tới chủ trì": three or four capitals behind a word in small
/// letters that has no place behind it, and then a verb or the end of the clause.
fn unknown_name(stream: &WordStream, at: usize, words: &Speaker) -> bool {
    let behind = |phrases| stream.phrase_before(at, phrases).is_some();
    if at == 0
        || stream.gap(at - 1) != TokenGap::Space
        || stream.is_capital(at - 1)
        || behind(&words.areas)
        || behind(&words.features)
        || behind(&words.orgs)
        || behind(&words.schools)
        || behind(&words.joiners)
    {
        return false;
    }
    let Some(end) = name::name_at(stream, at, Called::So, words) else { return false };
    let agency = (at..end).any(|at| {
        stream.phrase(at, &words.orgs).is_some() || stream.phrase(at, &words.areas).is_some()
    });
    let verb = || {
        [&words.speaks, &words.chairs, &words.stops, &words.attends]
            .into_iter()
            .any(|verbs| stream.phrase(end, verbs).is_some())
    };
    let over = end >= stream.len() || stream.gap(end - 1) != TokenGap::Space || verb();
    (3..=4).contains(&(end - at)) && !agency && over
}

/// "Tổng Bí thư Tô Lâm", "Giám đốc Sở Y tế Lê Lan": two words behind an office that is complete. Behind
/// "Trung tâm Y tế" they are a place.
fn short_name(stream: &WordStream, at: usize, words: &Speaker) -> bool {
    let end = name::name_at(stream, at, Called::So, words);
    stream.gap_before(at) == TokenGap::Space
        && end.is_some_and(|end| end - at == 2)
        && stream.holds(at, &words.surnames)
        && (complete(stream, at, words) || is_behind_ministry(stream, at, words))
}

/// Tells whether the whole name of a ministry or a department stands before a word.
fn is_behind_ministry(stream: &WordStream, at: usize, words: &Speaker) -> bool {
    (1..=LONGEST.min(at)).any(|count| {
        let start = at - count;
        stream.holds(start, &words.ministries)
            && start + 1 < at
            && stream.phrase(start + 1, &words.agencies) == Some(count - 1)
    })
}

/// Tells whether an office needs nothing behind it: "Tổng Bí thư", "Thủ tướng".
fn complete(stream: &WordStream, at: usize, words: &Speaker) -> bool {
    stream.phrase_before(at, &words.offices).is_some()
        || stream.phrase_before(at, &words.whole).is_some()
}

fn agency_ends(stream: &WordStream, at: usize, words: &Speaker) -> bool {
    stream.phrase(at, &words.stops).is_some() || stream.phrase(at, &words.speaks).is_some()
}

/// "Sở Văn hóa, Thể thao và Du lịch": what follows a comma is of the list of a name.
fn list_goes_on(stream: &WordStream, at: usize, words: &Speaker) -> bool {
    if !stream.is_capital(at) || head(stream, at, words).is_some() {
        return false;
    }
    if name::name_at(stream, at, Called::Not, words).is_some() {
        return false;
    }
    (at + 1..(at + 7).min(stream.len()))
        .take_while(|&next| {
            stream.gap(next - 1) == TokenGap::Space
                || stream.gap(next - 1) == TokenGap::Comma && stream.is_capital(next)
        })
        .any(|next| stream.holds(next, &words.joiners))
}

/// "Sở Lao động - Thương binh và Xã hội", "Ban Kinh tế - Ngân sách".
fn dash_goes_on(stream: &WordStream, at: usize, words: &Speaker) -> bool {
    stream.is_capital(at)
        && head(stream, at, words).is_none()
        && stream.phrase(at, &words.stops).is_none()
        && stream.phrase(at, &words.orgs).is_none()
        && stream.phrase(at, &words.after_name).is_none()
        && name::name_at(stream, at, Called::Not, words).is_none()
}

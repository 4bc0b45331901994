//! How far the name of an occasion reaches: "hội nghị tổng kết năm 2024" ends before a day, a place, a
//! person, a clause.

use super::fact_words::FactWords;
use super::office;
use super::stream::{TokenGap, WordStream, Zone};
use std::ops::Range;

/// The most words of an occasion.
const LONGEST: usize = 44;
/// The most words in brackets that are of a name: "(sửa đổi)", "khóa XI (bất thường)".
const BRACKETED: usize = 4;
/// How many words before a dash the noun of an agency may stand.
const AGENCY: usize = 4;
/// The most words behind a dash that are of a name: "Hải quan - Doanh nghiệp lần 2".
const BEHIND_DASH: usize = 8;

/// Returns where the name ends that begins with these words, up to its noun.
pub(super) fn end_of(
    stream: &WordStream,
    noun: Range<usize>,
    days: &[Range<usize>],
    words: FactWords<'_>,
) -> usize {
    let at = noun.start;
    let title = stream.zone(at) == Zone::Title;
    // "buổi làm việc với …": with whom is part of the name.
    let with = (at..noun.end + 3)
        .any(|index| index < stream.len() && stream.phrase(index, &words.event.with).is_some());
    let mut met = (at..noun.end).any(|index| stream.holds(index, &words.event.company));
    let mut end = noun.end;
    while end < stream.len() && end - at < LONGEST {
        let goes_on = match stream.gap(end - 1) {
            TokenGap::Space | TokenGap::Quote => true,
            TokenGap::Line => stream.is_broken(end - 1) && (title || !stream.is_capital(end)),
            TokenGap::Dash => dash_goes_on(stream, end, title, words),
            TokenGap::Comma => comma_goes_on(stream, end, title, words),
            TokenGap::Paren if title => match bracketed(stream, end) {
                Some(last) => {
                    end = last;
                    continue;
                }
                None => false,
            },
            _ => false,
        };
        // A colon may stand right behind a name, but a label is something else.
        let labelled = stream.gap(end - 1) != TokenGap::Space
            && stream.gap(end) != TokenGap::Colon
            && stream.is_label(end);
        if !goes_on || labelled || days.iter().any(|day| day.start == end) {
            break;
        }
        // Between quotation marks a name has whatever words it has.
        if within_quotes(stream, at..end) {
            end += 1;
            continue;
        }
        let person = end + 1 < stream.len() && stream.word(end + 1) == "sự";
        if stream.holds(end, &words.event.company) && !person {
            if !with || met {
                break;
            }
            met = true;
        } else if with && met && stream.holds(end, &words.event.topics)
            || ends(stream, end, title, words)
        {
            break;
        }
        end += 1;
    }
    while end > noun.end && stream.holds(end - 1, &words.event.hanging) {
        end -= 1;
    }
    end
}

/// "(sửa đổi)": gives the word behind what stands in brackets before `at`, if it is of the name.
fn bracketed(stream: &WordStream, at: usize) -> Option<usize> {
    let token = stream.tokens[at];
    let text = &stream.lines[token.line].text;
    let opens = text[..token.start].trim_end().ends_with('(');
    let few = at..(at + BRACKETED).min(stream.len());
    let last = few.into_iter().find(|&index| stream.gap(index) != TokenGap::Space)?;
    let closes = text[stream.tokens[last].end..].starts_with(')');
    let plain = !stream.is_capital(at) && stream.tokens[last].line == token.line;
    (opens && closes && plain).then_some(last + 1)
}

/// Tells whether a quotation mark opened among these words is still open behind them.
fn within_quotes(stream: &WordStream, words: Range<usize>) -> bool {
    let said = stream.said(words.start..words.end + 1);
    let last = stream.text(words.end);
    let before = &said[..said.len() - last.len()];
    before.matches('"').count() % 2 == 1
        || before.matches('“').count() > before.matches('”').count()
}

/// Tells whether a name is over before a word.
fn ends(stream: &WordStream, at: usize, title: bool, words: FactWords<'_>) -> bool {
    if stream.phrase(at, &words.event.ends).is_some() {
        return true;
    }
    // "của Chủ tịch …", "do đồng chí …": whose speech it was.
    let next = at + 1;
    let owned = (stream.holds(at, &words.speaker.links) || stream.holds(at, &words.speaker.gives))
        && next < stream.len()
        && (stream.phrase(next, &words.speaker.honorifics).is_some()
            || office::head(stream, next, words.speaker).is_some());
    // "sáng ngày", "chiều 5/3".
    let hour = stream.phrase(at, &words.event.day_parts).is_some()
        && next < stream.len()
        && (stream.text(next).starts_with(|c: char| c.is_ascii_digit())
            || stream.phrase(next, &words.event.day_parts).is_some());
    let person = !title && office::is_address(stream, at, words.speaker);
    owned || hour || person || is_place(stream, at, title, words)
}

/// Tells whether a word leads to where people met.
fn is_place(stream: &WordStream, at: usize, title: bool, words: FactWords<'_>) -> bool {
    let event = words.event;
    let word = stream.word(at);
    let leads = match stream.is_english() {
        true => event.english_at.holds(word),
        false => event.at.holds(word) || event.about.holds(word),
    };
    let next = at + 1;
    let over = event.over.holds(word) && next < stream.len();
    if over && stream.phrase(next, &event.venues).is_some() {
        return true;
    }
    leads
        && next < stream.len()
        && !(title && stream.phrase(next, &event.occasions).is_some())
        && (!title && !stream.is_english()
            || stream.is_capital(next) && !stream.is_loud(next)
            || stream.phrase(next, &event.venues).is_some()
            || stream.phrase(next, &words.speaker.areas).is_some())
}

/// "giai đoạn 2020 - 2025", "kinh tế - xã hội"; a person or a capital begins something else, but for
/// "Hải quan - Doanh nghiệp lần 2".
fn dash_goes_on(stream: &WordStream, at: usize, title: bool, words: FactWords<'_>) -> bool {
    let is_figure = |index: usize| stream.text(index).starts_with(|c: char| c.is_ascii_digit());
    if is_figure(at) && is_figure(at - 1) || stream.is_loud(at) && stream.is_loud(at - 1) {
        return true;
    }
    let occasion = stream.phrase(at, &words.event.occasions).is_some();
    if !stream.is_capital(at) {
        return !occasion;
    }
    let person = office::head(stream, at, words.speaker).is_some()
        || stream.phrase(at, &words.speaker.honorifics).is_some();
    // "Ủy ban Kinh tế - Ngân sách"
    let agency = (at.saturating_sub(AGENCY)..at).any(|index| {
        stream.is_capital(index)
            && stream
                .phrase(index, &words.speaker.orgs)
                .is_some_and(|count| index + count < at && stream.is_capital(index + count))
    });
    if agency && !person && !occasion && stream.phrase(at, &words.speaker.orgs).is_none() {
        return true;
    }
    let line = stream.of_line(stream.tokens[at].line);
    let last = (at..line.end).find(|&index| stream.gap(index) != TokenGap::Space);
    let last = last.unwrap_or(line.end - 1);
    // A number of its own at the end: both sides together met for the second time.
    let counted = (at + 1..=last).any(|index| stream.phrase(index, &words.event.counts).is_some());
    title && !occasion && !person && counted && last - at < BEHIND_DASH
}

/// A comma ends a name where a clause or a person begins behind it.
fn comma_goes_on(stream: &WordStream, at: usize, title: bool, words: FactWords<'_>) -> bool {
    if stream.is_english() {
        return false;
    }
    let whom = stream.phrase(at, &words.event.clauses).unwrap_or(0);
    if stream.phrase(at, &words.event.goes_on).is_some_and(|count| count >= whom) {
        return true;
    }
    let person = stream.phrase(at, &words.speaker.honorifics).is_some()
        || office::head(stream, at, words.speaker).is_some() && stream.is_capital(at)
        || stream.phrase(at, &words.event.day_parts).is_some()
        || stream.phrase(at, &words.event.occasions).is_some();
    if person || stream.phrase(at, &words.event.venues).is_some() {
        return false;
    }
    if title {
        return true;
    }
    // "nông, lâm nghiệp", "phòng, chống tham nhũng, tiêu cực": a list of small words.
    !stream.is_capital(at)
        && stream.phrase(at, &words.speaker.stops).is_none()
        && stream.phrase(at, &words.event.clauses).is_none()
}

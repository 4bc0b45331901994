//! Where a speech was given.

use super::event::Words;
use super::office;
use super::stream::{Gap, Stream, Zone};
use super::weigh::{Weights, signs};
use std::ops::Range;

/// The most words of a place.
const LONGEST: usize = 14;
/// How many lines of the speech are searched.
const LINES: usize = 3;

/// What a mention of a place tells of whether the speech was given there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sign {
    /// "Địa điểm: …".
    Label,
    /// "Hà Lâm, ngày …".
    Dateline,
    /// The same of a notice of what was said earlier.
    NoticeDateline,
    /// Behind "tại", a hall, a seat, a house.
    Venue,
    /// Behind "tại", a province, a town, a village.
    Area,
    /// Behind "tại", another name.
    Named,
    Title,
    Head,
    Opening,
    Ending,
    /// In a sentence that a day begins or that tells of a meeting.
    Dated,
    Earliest,
}

signs!(Sign {
    Label = "label",
    Dateline = "dateline",
    NoticeDateline = "notice_dateline",
    Venue = "venue",
    Area = "area",
    Named = "named",
    Title = "title",
    Head = "head",
    Opening = "opening",
    Ending = "ending",
    Dated = "dated",
    Earliest = "earliest",
});

/// A place that a text names.
#[derive(Debug)]
pub(super) struct Candidate {
    pub words: Range<usize>,
    pub signs: Vec<Sign>,
}

/// Gathers the candidates of a text.
pub(super) fn candidates(
    stream: &Stream,
    days: &[Range<usize>],
    is_notice: bool,
    words: Words<'_>,
) -> Vec<Candidate> {
    let mut all: Vec<Candidate> = Vec::new();
    for day in days {
        if let Some(place) = before_day(stream, day, words) {
            let sign = if is_notice { Sign::NoticeDateline } else { Sign::Dateline };
            let signs = vec![sign, zone_of(stream, day.start)];
            all.push(Candidate { words: place, signs });
        }
    }
    let first = stream.lines.iter().position(|line| line.zone == Zone::Opening);
    for at in 0..stream.len() {
        let far = first.is_some_and(|first| stream.tokens[at].line >= first + LINES);
        let zone = stream.zone(at);
        if far || matches!(zone, Zone::Menu | Zone::Ending) {
            continue;
        }
        let Some((place, kind)) = labelled(stream, at, words).or_else(|| led(stream, at, words))
        else {
            continue;
        };
        let mut signs = vec![kind, zone_of(stream, at)];
        let sentence = stream.sentence_start(at)..stream.sentence_end(at);
        if days.iter().any(|day| sentence.contains(&day.start)) {
            signs.push(Sign::Dated);
        }
        all.push(Candidate { words: place, signs });
    }
    all.sort_by_key(|candidate| candidate.words.start);
    if let Some(first) = all.first_mut() {
        first.signs.push(Sign::Earliest);
    }
    all
}

fn zone_of(stream: &Stream, at: usize) -> Sign {
    match stream.zone(at) {
        Zone::Title => Sign::Title,
        Zone::Greeting | Zone::Opening => Sign::Opening,
        Zone::Ending => Sign::Ending,
        _ => Sign::Head,
    }
}

/// "Hà Lâm, ngày 20/8/2025", "(Hội trường Công an tỉnh, 25/7/2022)", "Xã Tả Phàng, thứ hai, ngày …".
fn before_day(stream: &Stream, day: &Range<usize>, words: Words<'_>) -> Option<Range<usize>> {
    let line = stream.of_line(stream.tokens[day.start].line);
    let mut end = day.start;
    if end == line.start || stream.gap(end - 1) != Gap::Comma {
        return None;
    }
    // A weekday or an hour between.
    let mut start = end - 1;
    while start > line.start && stream.gap(start - 1) == Gap::Space {
        start -= 1;
    }
    let is_hour = stream.phrase(start, &words.event.day_parts).is_some()
        || stream.word(start) == "thứ"
        || stream.word(start) == "thu";
    if is_hour && start > line.start && stream.gap(start - 1) == Gap::Comma {
        end = start;
        start = end - 1;
        while start > line.start && stream.gap(start - 1) == Gap::Space {
            start -= 1;
        }
    }
    // "… Số: 5/TB-UBND Hà Lâm, ngày …": the last run of capitals of a row of a table.
    let opens = start == line.start || stream.gap(start - 1) >= Gap::Dash;
    let row = stream.zone(start) == Zone::Head
        && line.clone().filter(|&at| stream.is_loud(at)).count() >= 2;
    if !opens && !row {
        return None;
    }
    if row && !opens || stream.text(start).starts_with(|c: char| c.is_ascii_digit()) {
        start = end - 1;
        while start > line.start
            && stream.gap(start - 1) == Gap::Space
            && stream.is_capital(start - 1)
            && !stream.is_loud(start - 1)
            && stream.text(start - 1).chars().all(char::is_alphabetic)
        {
            start -= 1;
        }
    }
    let venue = stream.phrase(start, &words.event.venues).is_some()
        || stream.phrase(start, &words.speaker.areas).is_some()
        || stream.phrase(start, &words.speaker.orgs).is_some();
    let person = office::head(stream, start, words.speaker).is_some()
        || stream.phrase(start, &words.speaker.honorifics).is_some()
        || (start..end).any(|at| office::head(stream, at, words.speaker).is_some());
    let own = (start..end).all(|at| stream.text(at).chars().all(|c| c.is_alphabetic() || c == '.'));
    let named = (start..end).all(|at| stream.is_capital(at)) && end - start <= 4 && own;
    let hour = stream.phrase(start, &words.event.day_parts).is_some()
        || stream.phrase(line.start, &words.event.mail_days).is_some();
    let loud = (start..end).all(|at| stream.is_loud(at));
    let said = stream.phrase(start, &words.event.occasions).is_some();
    (!person
        && !said
        && !hour
        && stream.is_capital(start)
        && (venue && end - start <= LONGEST || named)
        && !loud)
        .then_some(start..end)
}

/// "Địa điểm: xã Đồng Vôi, huyện Yên Khê".
fn labelled(stream: &Stream, at: usize, words: Words<'_>) -> Option<(Range<usize>, Sign)> {
    let count = stream.phrase(at, &words.event.place_labels)?;
    let start = at + count;
    (start < stream.len() && stream.gap(start - 1) == Gap::Colon).then_some(())?;
    let line = stream.of_line(stream.tokens[at].line);
    let end = (start..line.end).find(|&index| stream.gap(index) >= Gap::Paren)? + 1;
    Some((start..end.min(line.end), Sign::Label))
}

/// "tại trụ sở UBND tỉnh", "tại thành phố Thạch Bằng".
fn led(stream: &Stream, at: usize, words: Words<'_>) -> Option<(Range<usize>, Sign)> {
    let loose = matches!(stream.word(at), "ở" | "o");
    let leads = matches!(stream.word(at), "tại" | "tai" | "at" | "in") || loose;
    if !leads || stream.gap(at) != Gap::Space {
        return None;
    }
    let start = at + 1;
    if start >= stream.len() || stream.phrase(start, &words.event.occasions).is_some() {
        return None;
    }
    let english = matches!(stream.word(at), "at" | "in");
    let kind = if stream.phrase(start, &words.event.venues).is_some() {
        Sign::Venue
    } else if loose {
        return None;
    } else if stream.phrase(start, &words.speaker.areas).is_some() {
        Sign::Area
    } else if stream.is_capital(start)
        && (!stream.is_loud(start)
            || stream.phrase(start, &words.speaker.orgs).is_some() && !english)
    {
        Sign::Named
    } else {
        return None;
    };
    let noun = stream.phrase(start, &words.event.venues).unwrap_or(1);
    let mut end = start + noun;
    while end < stream.len() && end - start < LONGEST {
        let goes_on = match stream.gap(end - 1) {
            Gap::Space | Gap::Quote => true,
            // "nhà văn hóa thôn Đông, xã Hạ": the house alone is the place.
            Gap::Comma => {
                kind == Sign::Area
                    && !stream.is_capital(end)
                    && stream.phrase(end, &words.speaker.areas).is_some()
            }
            _ => false,
        };
        let and = words.speaker.joiners.holds(stream.word(end))
            && !(end + 1 < stream.len() && stream.is_capital(end + 1));
        let compound = stream.phrase(end, &words.speaker.compounds).is_some();
        let stops = and
            || stream.phrase(end, &words.speaker.stops).is_some() && !compound
            || stream.phrase(end, &words.event.ends).is_some()
            || stream.phrase(end, &words.event.day_parts).is_some()
            || stream.phrase(end, &words.speaker.speaks).is_some()
            || stream.phrase(end, &words.speaker.honorifics).is_some()
            || stream.phrase(end, &words.event.clauses).is_some();
        if !goes_on || stops && !stream.is_capital(end) {
            break;
        }
        end += 1;
    }
    Some((start..end, kind))
}

/// Chooses the place.
pub(super) fn choose(candidates: &[Candidate], weights: &Weights) -> Option<usize> {
    let signs: Vec<Vec<Sign>> =
        candidates.iter().map(|candidate| candidate.signs.clone()).collect();
    weights.best(&signs)
}

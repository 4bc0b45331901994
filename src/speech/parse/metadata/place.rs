//! Where a speech was given.

use super::FactWords;
use super::office;
use super::stream::{TokenGap, WordStream, Zone};
use super::weigh::signs;
use crate::text::is_letter;
use std::ops::Range;

/// The most words of a place.
const LONGEST: usize = 14;
/// The most words of a place that is nothing but a name: "Hà Lâm".
const NAME: usize = 4;
/// How many lines of the speech are searched.
const LINES: usize = 3;
/// How many lines under the title may be a place alone.
const UNDER: usize = 4;

/// What a mention of a place tells of whether the speech was given there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum PlaceSign {
    /// "Địa điểm: …".
    Label,
    /// "Hà Lâm, ngày …".
    Dateline,
    /// The same of a notice of what was said earlier.
    NoticeDateline,
    /// "Tối 9/10/2018, khách sạn Bến Xanh": behind the day, in the head.
    BehindDay,
    /// A line of its own under the title.
    Lone,
    /// Behind "tại", a hall, a seat, a house.
    Venue,
    /// Behind "tại", a province, a town, a village.
    Area,
    /// Behind "tại", another name.
    Named,
    /// A hall without a name: "hội trường".
    Bare,
    Title,
    Head,
    Opening,
    Ending,
    /// In a sentence that a day begins or that tells of a meeting.
    Dated,
    Earliest,
}

signs!(PlaceSign {
    Label = "label",
    Dateline = "dateline",
    NoticeDateline = "notice_dateline",
    BehindDay = "behind_day",
    Lone = "lone",
    Venue = "venue",
    Area = "area",
    Named = "named",
    Bare = "bare",
    Title = "title",
    Head = "head",
    Opening = "opening",
    Ending = "ending",
    Dated = "dated",
    Earliest = "earliest",
});

/// A place that a text names.
#[derive(Debug)]
pub(super) struct PlaceCandidate {
    pub words: Range<usize>,
    pub signs: Vec<PlaceSign>,
}

/// Gathers the candidates of a text.
pub(super) fn candidates(
    stream: &WordStream,
    days: &[Range<usize>],
    is_notice: bool,
    words: FactWords<'_>,
) -> Vec<PlaceCandidate> {
    let mut all: Vec<PlaceCandidate> = Vec::new();
    for day in days {
        let zone = zone_of(stream, day.start);
        if let Some(place) = before_day(stream, day, words) {
            let sign = if is_notice { PlaceSign::NoticeDateline } else { PlaceSign::Dateline };
            all.push(PlaceCandidate { words: place, signs: vec![sign, zone] });
        } else if let Some(place) = behind_day(stream, day, words) {
            all.push(PlaceCandidate { words: place, signs: vec![PlaceSign::BehindDay, zone] });
        }
    }
    let first = stream.lines.iter().position(|line| line.zone == Zone::Opening);
    for at in 0..stream.len() {
        let far = first.is_some_and(|first| stream.tokens[at].line >= first + LINES);
        let zone = stream.zone(at);
        if far || matches!(zone, Zone::Menu | Zone::Ending) {
            continue;
        }
        let found = labelled(stream, at, words)
            .or_else(|| led(stream, at, words))
            .or_else(|| lone(stream, at, words));
        let Some((place, kind)) = found else { continue };
        let mut signs = vec![kind, zone_of(stream, at)];
        let sentence = stream.sentence_start(at)..stream.sentence_end(at);
        if days.iter().any(|day| sentence.contains(&day.start)) {
            signs.push(PlaceSign::Dated);
        }
        let noun = stream.phrase(place.start, &words.event.venues);
        if kind == PlaceSign::Venue && noun.is_some_and(|count| count >= place.len()) {
            signs.push(PlaceSign::Bare);
        }
        all.push(PlaceCandidate { words: place, signs });
    }
    all.sort_by_key(|candidate| candidate.words.start);
    if let Some(first) = all.first_mut() {
        first.signs.push(PlaceSign::Earliest);
    }
    all
}

fn zone_of(stream: &WordStream, at: usize) -> PlaceSign {
    match stream.zone(at) {
        Zone::Title => PlaceSign::Title,
        Zone::Greeting | Zone::Opening => PlaceSign::Opening,
        Zone::Ending => PlaceSign::Ending,
        _ => PlaceSign::Head,
    }
}

/// "Hà Lâm, ngày 20/8/2025", "(Hội trường Công an tỉnh, 25/7/2022)", "Xã Tả Phàng, thứ hai, ngày …",
/// "Ben Tre, Viet Nam, March 19, 2024".
fn before_day(
    stream: &WordStream,
    day: &Range<usize>,
    words: FactWords<'_>,
) -> Option<Range<usize>> {
    let line = stream.of_line(stream.tokens[day.start].line);
    let mut end = day.start;
    while end > line.start && is_of_day(stream, end - 1, words) {
        end -= 1;
    }
    let parted = |gap| matches!(gap, TokenGap::Comma | TokenGap::Dash);
    if end == line.start || !parted(stream.gap(end - 1)) {
        return None;
    }
    let mut start = segment_start(stream, end, line.start);
    // "… Số: 5/TB-UBND Hà Lâm, ngày …": the last run of capitals of a row of a table.
    let bracketed = stream.lines[stream.tokens[start].line].text.starts_with('(');
    let opens = start == line.start
        || stream.gap(start - 1) >= TokenGap::Dash
        || bracketed && stream.phrase(start, &words.event.venues).is_some();
    let row = stream.zone(start) == Zone::Head
        && line.clone().filter(|&at| stream.is_loud(at)).count() >= 2;
    if !opens {
        let before = segment_start(stream, start, line.start);
        let further = stream.gap(start - 1) == TokenGap::Comma
            && before == line.start
            && (stream.is_english() && stream.is_capital(start)
                || stream.phrase(start, &words.speaker.areas).is_some());
        match (further, row) {
            (true, _) => start = before,
            (false, true) => {}
            (false, false) => return None,
        }
    }
    if row && !opens || stream.text(start).starts_with(|c: char| c.is_ascii_digit()) {
        start = end - 1;
        while start > line.start
            && stream.gap(start - 1) == TokenGap::Space
            && stream.is_capital(start - 1)
            && !stream.is_loud(start - 1)
            && stream.text(start - 1).chars().all(is_letter)
        {
            start -= 1;
        }
    }
    // "VĂN PHÒNG      Hà Lâm, ngày …": the first words are of another cell.
    let loud = (start..end).take_while(|&at| stream.is_loud(at)).count();
    if loud >= 2 && loud < end - start {
        start += loud;
    }
    let mail = stream.phrase(line.start, &words.event.mail_days).is_some();
    (!mail && names_place(stream, start..end, words)).then_some(start..end)
}

/// Returns where the words begin that stand before `end` without a sign between.
fn segment_start(stream: &WordStream, end: usize, least: usize) -> usize {
    let mut start = end - 1;
    while start > least && stream.gap(start - 1) == TokenGap::Space {
        start -= 1;
    }
    start
}

/// Tells whether a word is of the day behind it: an hour, a part of the day, a day of the week.
fn is_of_day(stream: &WordStream, at: usize, words: FactWords<'_>) -> bool {
    let begins = |count: &usize| {
        at.checked_sub(*count).is_some_and(|start| {
            stream.phrase(start, &words.event.day_parts).is_some_and(|found| found > *count)
        })
    };
    let week =
        at > 0 && stream.holds(at - 1, &words.day.week) && stream.holds(at, &words.day.week_days);
    (0..2).any(|count| begins(&count)) || week
}

/// "Tối 9/10/2018, khách sạn Bến Xanh", "October 4, 2022 - Nam Kha".
fn behind_day(
    stream: &WordStream,
    day: &Range<usize>,
    words: FactWords<'_>,
) -> Option<Range<usize>> {
    let line = stream.of_line(stream.tokens[day.start].line);
    let start = day.end;
    let head = matches!(stream.zone(day.start), Zone::Head | Zone::Title | Zone::Opening);
    if !head
        || line.len() > LONGEST
        || start >= line.end
        || !matches!(stream.gap(start - 1), TokenGap::Comma | TokenGap::Dash)
    {
        return None;
    }
    let mut end = start + 1;
    while end < line.end && stream.gap(end - 1) == TokenGap::Space {
        end += 1;
    }
    // Only the end of the line or of its brackets is behind it.
    let last = end >= line.end || stream.gap(end - 1) == TokenGap::Paren;
    let begins = (line.start..day.start).all(|at| is_of_day(stream, at, words))
        || stream.lines[stream.tokens[day.start].line].text.starts_with('(');
    (last && begins && names_place(stream, start..end, words)).then_some(start..end)
}

/// Tells whether words that stand alone between signs name a place: a hall, a village, or nothing but a
/// name.
fn names_place(stream: &WordStream, range: Range<usize>, words: FactWords<'_>) -> bool {
    let start = range.start;
    let kind = stream.phrase(start, &words.event.venues).is_some()
        || stream.phrase(start, &words.speaker.areas).is_some();
    let agency = stream.phrase(start, &words.speaker.orgs).is_some();
    let person = stream.phrase(start, &words.speaker.honorifics).is_some()
        || range.clone().any(|at| office::head(stream, at, words.speaker).is_some());
    let sign = if stream.is_english() { "., " } else { "." };
    let plain = |at: usize| stream.text(at).chars().all(|c| is_letter(c) || sign.contains(c));
    let named = range.clone().all(|at| stream.is_capital(at) && plain(at)) && range.len() <= NAME;
    let hour = stream.phrase(start, &words.event.day_parts).is_some();
    let loud = range.clone().all(|at| stream.is_loud(at));
    let told = |at: usize| stream.phrase(at, &words.event.occasions).is_some();
    let said = told(start) || stream.is_english() && range.clone().any(told);
    let begins = stream.is_capital(start) || kind;
    // "Tổ 9" is who met.
    let counted = stream.text(range.end - 1).starts_with(|c: char| c.is_ascii_digit());
    !person
        && !said
        && !hour
        && !loud
        && begins
        && (kind && range.len() <= LONGEST || agency && range.len() <= LONGEST && !counted || named)
}

/// "Địa điểm: xã Đồng Vôi, huyện Yên Khê".
fn labelled(
    stream: &WordStream,
    at: usize,
    words: FactWords<'_>,
) -> Option<(Range<usize>, PlaceSign)> {
    let count = stream.phrase(at, &words.event.place_labels)?;
    let start = at + count;
    (start < stream.len() && stream.gap(start - 1) == TokenGap::Colon).then_some(())?;
    let line = stream.of_line(stream.tokens[at].line);
    let end = (start..line.end).find(|&index| stream.gap(index) >= TokenGap::Paren)? + 1;
    Some((start..end.min(line.end), PlaceSign::Label))
}

/// A hall or a village alone on a line under the title: "Nhà văn hóa xã Tả Phàng".
fn lone(stream: &WordStream, at: usize, words: FactWords<'_>) -> Option<(Range<usize>, PlaceSign)> {
    let index = stream.tokens[at].line;
    let line = stream.of_line(index);
    let title = stream.lines.iter().rposition(|line| line.zone == Zone::Title)?;
    let under = index > title && index <= title + UNDER && stream.zone(at) == Zone::Head;
    let kind = stream.phrase(at, &words.event.venues).is_some()
        || stream.phrase(at, &words.speaker.areas).is_some();
    let whole =
        |at: usize| matches!(stream.gap(at), TokenGap::Space | TokenGap::Comma | TokenGap::Paren);
    let range = line.start..line.end;
    (at == line.start
        && under
        && kind
        && range.clone().skip(1).all(|at| whole(at - 1))
        && names_place(stream, range.clone(), words))
    .then_some((range, PlaceSign::Lone))
}

/// "tại trụ sở UBND tỉnh", "tại thành phố Thạch Bằng"; "in Ben Tre" in an English text alone.
fn led(stream: &WordStream, at: usize, words: FactWords<'_>) -> Option<(Range<usize>, PlaceSign)> {
    let word = stream.word(at);
    let english = stream.is_english();
    let loose = !english && words.event.about.holds(word);
    let item = stream.is_item(stream.tokens[at].line);
    let leads = !item
        && match english {
            true => words.event.english_at.holds(word),
            false => words.event.at.holds(word) || loose,
        };
    let start = at + 1;
    if !leads || stream.gap(at) != TokenGap::Space || start >= stream.len() {
        return None;
    }
    if stream.phrase(start, &words.event.occasions).is_some() {
        return None;
    }
    if english {
        return english_place(stream, start, words);
    }
    let venue = stream.phrase(start, &words.event.venues);
    let kind = match venue {
        Some(_) => PlaceSign::Venue,
        None if loose => return None,
        None if stream.phrase(start, &words.speaker.areas).is_some() => PlaceSign::Area,
        None => PlaceSign::Named,
    };
    let named = stream.is_capital(start)
        && (!stream.is_loud(start) || stream.phrase(start, &words.speaker.orgs).is_some());
    if kind == PlaceSign::Named && !named {
        return None;
    }
    let mut end = start + venue.unwrap_or(1);
    while end < stream.len() && end - start < LONGEST {
        let goes_on = match stream.gap(end - 1) {
            TokenGap::Space | TokenGap::Quote => true,
            // "nhà văn hóa thôn Đông, xã Hạ": the house alone is the place.
            TokenGap::Comma => {
                kind == PlaceSign::Area
                    && !stream.is_capital(end)
                    && stream.phrase(end, &words.speaker.areas).is_some()
            }
            _ => false,
        };
        // "Tòa án thụ lý 412 vụ": what is said in a sentence of figures is no place.
        if goes_on && is_figure(stream, end) {
            return None;
        }
        if !goes_on || ends(stream, end, words) {
            break;
        }
        end += 1;
    }
    Some((start..end, kind))
}

/// "412", "86%": a figure that is no name of a room or a hamlet.
fn is_figure(stream: &WordStream, at: usize) -> bool {
    let text = stream.text(at);
    text.starts_with(|c: char| c.is_ascii_digit()) && text.len() > 2
}

/// "the Grand Palace Hotel", "Ben Tre": a house among the words, or names alone.
fn english_place(
    stream: &WordStream,
    start: usize,
    words: FactWords<'_>,
) -> Option<(Range<usize>, PlaceSign)> {
    let article = usize::from(stream.holds(start, &words.speaker.articles));
    let mut end = start + article;
    while end < stream.len()
        && end - start < LONGEST
        && (stream.is_capital(end) || stream.holds(end, &words.speaker.ties))
        && (end == start || stream.gap(end - 1) == TokenGap::Space)
    {
        end += 1;
    }
    while end > start + article && stream.holds(end - 1, &words.speaker.ties) {
        end -= 1;
    }
    let holds = |phrases| (start..end).any(|at| stream.phrase(at, phrases).is_some());
    if end == start + article || holds(&words.event.occasions) || holds(&words.event.months) {
        return None;
    }
    let kind = if holds(&words.event.venues) { PlaceSign::Venue } else { PlaceSign::Named };
    (kind == PlaceSign::Venue || article == 0).then_some((start..end, kind))
}

/// Tells whether the name of a place is over before a word.
fn ends(stream: &WordStream, at: usize, words: FactWords<'_>) -> bool {
    let and = stream.holds(at, &words.speaker.joiners)
        && !(at + 1 < stream.len() && stream.is_capital(at + 1));
    let compound = stream.phrase(at, &words.speaker.compounds).is_some();
    let stops = and
        || stream.phrase(at, &words.speaker.stops).is_some() && !compound
        || stream.phrase(at, &words.event.ends).is_some()
        || stream.phrase(at, &words.event.day_parts).is_some()
        || stream.phrase(at, &words.speaker.speaks).is_some()
        || office::is_address(stream, at, words.speaker)
        || stream.phrase(at, &words.event.clauses).is_some();
    stops && !stream.is_capital(at)
}

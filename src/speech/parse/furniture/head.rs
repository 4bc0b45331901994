//! What stands before a speech: the head of a document, date lines, the lead of a page,
//! addressees, legal bases.

use super::line::{self, FoldedLine, is_capitals};
use super::{FRONT, SHORT, chrome, title};
use crate::speech::parse::lexicon::{FurnitureWords, Lexicon};
use crate::speech::parse::metadata::find_date;
use crate::speech::{Block, BlockKind};
use crate::text::is_letter;
use std::ops::Range;

/// How many paragraphs of prose at the start may be the lead of a page.
const LEAD: usize = 3;
/// The most lines of an agency's name above the rest of a document's head.
const AGENCY: usize = 5;
/// The most lines between two parts of a document's head.
const GAP: usize = 12;
/// The most addressees, in lines.
const ADDRESSEES: usize = 40;
/// The longest paragraph that can be the lead of a page, in bytes.
const LONGEST_LEAD: usize = 3000;

/// Finds the head of a document among the first blocks: from the agency's name to the number and
/// the day. Empty if there is none.
pub(super) fn document_head(text: &str, blocks: &[Block], lexicon: &Lexicon) -> Range<usize> {
    let words = &lexicon.furniture.front;
    let raw = |index: usize| blocks[index].range.of(text);
    let part = |index: usize| {
        let raw = raw(index);
        raw.len() <= SHORT && {
            let line = FoldedLine::new(raw);
            is_state(line.bare, words.states.as_slice())
                || words.mottos.starts(&line.words)
                || is_place_and_day(&line)
                || is_number(&line)
        }
    };
    let state = |index: &usize| {
        let raw = raw(*index);
        raw.len() <= SHORT && is_state(FoldedLine::new(raw).bare, words.states.as_slice())
    };
    let Some(first) = (0..blocks.len()).find(state) else { return 0..0 };
    let mut end = first + 1;
    for index in first + 1..blocks.len() {
        if index > end + GAP || title::is_kind_line(raw(index), lexicon) {
            break;
        }
        if part(index) {
            end = index + 1;
        }
    }
    // A day that a wrap broke: "Hà Nội, ngày 18" / "tháng 11 năm 2025".
    while end < blocks.len()
        && (FoldedLine::new(raw(end)).words.starts_with("tháng ") && raw(end).len() < 40
            || line::is_wordless(raw(end)))
    {
        end += 1;
    }
    let mut start = first;
    while start > 0 && first - start < 2 * AGENCY {
        let line = FoldedLine::new(raw(start - 1));
        let agency = line.bare.len() <= 100
            && (is_capitals(line.bare) || line::is_wordless(line.bare) || is_number(&line))
            || raw(start - 1).len() <= SHORT && says_front(&line, &lexicon.furniture);
        if !agency || blocks[start - 1].kind == BlockKind::Title {
            break;
        }
        start -= 1;
    }
    start..end
}

fn is_state(bare: &str, states: &[String]) -> bool {
    bare.len() <= 200 && states.iter().any(|state| bare.contains(state.as_str())) && {
        let own = bare.chars().filter(|c| c.is_uppercase()).count();
        let small = bare.chars().filter(|c| c.is_lowercase()).count();
        own >= small || bare.starts_with(|c: char| c.is_uppercase()) && bare.contains("---")
    }
}

/// "Số: 627/TB-VPCP", "Số 45-HD/BTCTW", "Số:".
pub(super) fn is_number(line: &FoldedLine) -> bool {
    let Some(rest) = line.words.strip_prefix("số") else { return false };
    let colon = rest.starts_with(':');
    let rest = rest.trim_start_matches([':', ' ', '.', '…', '-']);
    let code = rest.starts_with(|c: char| c.is_ascii_digit()) && rest.contains(['/', '-']);
    line.words.len() <= 60 && (code || (colon && (rest.is_empty() || rest.contains('/'))))
}

/// "Hà Nội, ngày 18 tháng 11 năm 2025", also where the day is left open or the line is broken.
pub(super) fn is_place_and_day(line: &FoldedLine) -> bool {
    let Some(at) = line.words.find(", ngày") else { return false };
    let rest = &line.words[at + ", ngày".len()..];
    let numbers = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '.' | '…' | '/' | ',' | '|');
    let said = rest.replace("tháng", "").replace("năm", "");
    at <= 60
        && line.bare.starts_with(char::is_uppercase)
        && line.words[..at].split(' ').count() <= 6
        && (said.chars().all(numbers) || is_titled_day(line.bare))
}

/// "Hà Nội, ngày 17 tháng 11 năm 2020 NGHỊ QUYẾT VỀ …": a day with the title on its line.
fn is_titled_day(bare: &str) -> bool {
    let Some(at) = bare.find("năm ") else { return false };
    let rest = bare[at + "năm ".len()..].trim_start_matches(|c: char| c.is_ascii_digit());
    at <= 80 && is_capitals(rest) && rest.len() <= 600
}

/// Marks what of the head is no title: days, leads, bases, addressees. `body` is where the head
/// can end at the latest; `salutation` says that a salutation stands there.
pub(super) fn mark_front(text: &str, blocks: &mut [Block], greeted: bool, lexicon: &Lexicon) {
    let words = &lexicon.furniture;
    let mut prose = 0;
    let mut bases = false;
    for index in 0..blocks.len() {
        let raw = blocks[index].range.of(text);
        if prose > LEAD {
            break;
        }
        let long = chrome::is_prose(raw) && raw.len() > SHORT;
        prose += usize::from(long);
        if blocks[index].kind != BlockKind::Paragraph {
            continue;
        }
        let line = FoldedLine::new(raw);
        let base = if bases { &words.front.further_bases } else { &words.front.bases };
        let is_base = base.starts(&line.words)
            && (line.bare.ends_with(';') || bases && line.bare.ends_with(['.', ',']));
        let broken = bases && !is_base && base.starts(&line.words);
        if let Some(end) = broken.then(|| broken_base(text, blocks, index)).flatten() {
            blocks[index..=end].iter_mut().for_each(|block| block.kind = FRONT);
            continue;
        }
        let enacts = (bases || index == 0)
            && is_capitals(line.bare)
            && words.front.enacting.holds(line.unsigned())
            && line.bare.ends_with(':');
        bases |= is_base;
        let front = is_base
            || enacts
            || is_place_and_day(&line)
            || is_number(&line)
            || says_front(&line, words)
            || (long && prose <= LEAD && raw.len() <= LONGEST_LEAD && has_agency_name(line.bare))
            || is_dateline(&line, lexicon)
            || is_reading_note(&line);
        if front {
            blocks[index].kind = FRONT;
        }
    }
    mark_agencies(text, blocks, words);
    if greeted {
        mark_before_greeting(text, blocks, words);
    }
    mark_before_promise(text, blocks, words);
}

/// Finds the block that a legal base of several lines ends with: "Căn cứ Nghị định số" / "8/2018/NĐ-CP
/// của Chính phủ;".
fn broken_base(text: &str, blocks: &[Block], at: usize) -> Option<usize> {
    let mut end = at;
    while end - at < GAP {
        let bare = line::bare(blocks[end].range.of(text));
        if bare.ends_with(':') || blocks[end].kind != BlockKind::Paragraph {
            return None;
        }
        if bare.ends_with([';', '.']) {
            return Some(end);
        }
        let next = blocks.get(end + 1)?;
        if !line::adjacent(text, &blocks[end], next) {
            return None;
        }
        end += 1;
    }
    None
}

/// Marks who decides, in capitals between the title and the legal bases: "QUỐC HỘI".
fn mark_agencies(text: &str, blocks: &mut [Block], words: &FurnitureWords) {
    let title = blocks.iter().rposition(|block| block.kind == BlockKind::Title);
    let base = blocks.iter().position(|block| {
        let raw = block.range.of(text);
        block.kind == FRONT && words.front.bases.starts(&FoldedLine::new(raw).words)
    });
    let (Some(title), Some(base)) = (title, base) else { return };
    for block in blocks.iter_mut().take(base).skip(title + 1) {
        let bare = FoldedLine::new(block.range.of(text)).bare;
        if block.kind == BlockKind::Paragraph && is_capitals(bare) && bare.len() <= SHORT {
            block.kind = FRONT;
        }
    }
}

/// Marks the few paragraphs before a salutation that opens a speech, if nobody speaks in them.
fn mark_before_greeting(text: &str, blocks: &mut [Block], words: &FurnitureWords) {
    let open = |block: &Block| block.kind == BlockKind::Paragraph;
    let speaks = |block: &Block| {
        let lower = FoldedLine::new(block.range.of(text)).words;
        words.front.first_person.iter().any(|word| lower.contains(word.as_str()))
    };
    let count = blocks.iter().filter(|block| open(block)).count();
    if count > 2 * LEAD || blocks.iter().any(|block| open(block) && speaks(block)) {
        return;
    }
    for block in blocks.iter_mut().filter(|block| open(block)) {
        block.kind = FRONT;
    }
}

/// Marks the paragraphs of a page's lead above its last line, the one that promises the text.
fn mark_before_promise(text: &str, blocks: &mut [Block], words: &FurnitureWords) {
    let promise = blocks.iter().rposition(|block| {
        let raw = block.range.of(text);
        block.kind == FRONT
            && raw.len() <= SHORT
            && words.front.phrases.within(&FoldedLine::new(raw).words)
    });
    let Some(promise) = promise else { return };
    let open = |block: &&mut Block| block.kind == BlockKind::Paragraph;
    let says = |block: &Block| {
        let lower = FoldedLine::new(block.range.of(text)).words;
        lower.contains(" tôi ") || lower.contains("chúng ta")
    };
    let above = &mut blocks[..promise];
    if above.iter_mut().filter(open).count() <= LEAD && !above.iter().any(says) {
        above.iter_mut().filter(open).for_each(|block| block.kind = FRONT);
    }
}

/// "(Do đồng chí …, đọc tại phiên khai mạc …)".
fn is_reading_note(line: &FoldedLine) -> bool {
    let text = line.words.trim_end_matches('.');
    text.starts_with("(do ") && text.ends_with(')') && text.contains("đọc") && text.len() <= 500
}

/// Tells whether a line begins or speaks as what stands before a speech does.
pub(super) fn says_front(line: &FoldedLine, words: &FurnitureWords) -> bool {
    words.front.starts.starts(&line.words) || words.front.phrases.within(&line.words)
}

/// "(QBĐT) - Sáng 4/4, …", "NDO - Chiều 20/1, …": the name of who reports, then a dash.
fn has_agency_name(bare: &str) -> bool {
    let head = &bare[..bare.floor_char_boundary(40)];
    let Some(at) = head.find(" - ").or_else(|| head.find(" – ")) else { return false };
    let name = &head[..at];
    let bracketed = name.starts_with('(') && name.ends_with(')');
    let inner = name.trim_matches(['(', ')']);
    let own = inner.chars().filter(|c| c.is_uppercase()).count() >= 2;
    let one_word = !inner.contains(' ');
    own && (bracketed || (one_word && (is_capitals(inner) || inner.contains(['.', '+']))))
}

/// "Thứ Năm, 15/10/2020, 16:21 (GMT+7)", "04/04/2022 - 08:59", "Cập nhật: 20/12/2023".
pub(super) fn is_dateline(line: &FoldedLine, lexicon: &Lexicon) -> bool {
    let words = line.words.as_str();
    let day = words.starts_with(|c: char| c.is_ascii_digit())
        || lexicon.furniture.front.days.starts(words);
    words.len() <= 70
        && day
        && words.contains(['/', '-'])
        && !words.trim_end_matches(['.', ' ']).contains(". ")
        && find_date(words).is_some()
        && words.chars().filter(|c| is_letter(*c)).count() <= 26
}

/// Returns the end of the addressees that begin at block `at`: "Kính gửi:" with what follows, or
/// "THỦ TƯỚNG CHÍNH PHỦ điện:" with the bullets under it. None if no addressees begin there.
pub(super) fn addressees(
    text: &str,
    blocks: &[Block],
    at: usize,
    lexicon: &Lexicon,
) -> Option<usize> {
    let words = &lexicon.furniture.front;
    let raw = |index: usize| blocks[index].range.of(text);
    if raw(at).len() > 2 * SHORT {
        return None;
    }
    let line = FoldedLine::new(raw(at));
    let wire = words.wires.iter().any(|end| line.words.ends_with(end.as_str()))
        && raw(at).len() <= 120
        && line.bare.chars().filter(|c| c.is_uppercase()).count() >= 8;
    // "Hà Nội, ngày 27 tháng 01 năm 2021 Kính gửi:"
    let behind = raw(at).len() <= SHORT
        && line.words.ends_with(':')
        && line.words.contains(", ngày")
        && words.addresses.iter().any(|call| line.unsigned().ends_with(call));
    let calls = words.addresses.starts(&line.words);
    if !wire && !calls && !behind {
        return None;
    }
    let mut end = at + 1;
    // Whether addressees can begin here, and whether one goes on from the line above.
    let mut open = line.words.ends_with(':');
    let mut goes_on = false;
    while end < blocks.len() && end - at <= ADDRESSEES {
        let raw = raw(end);
        let narrow = raw.len() <= SHORT;
        let bullet = narrow && line::is_bullet(raw);
        let adjacent = line::adjacent(text, &blocks[end - 1], &blocks[end]);
        let calls = narrow && words.addresses.starts(&FoldedLine::new(raw).words);
        let ended = raw.trim_end_matches(['*', '_', ' ']).ends_with(['.', ';']);
        if line::is_wordless(raw) {
            goes_on = false;
        } else if bullet {
            (open, goes_on) = (false, !ended);
        } else if calls {
            open = raw.trim_end_matches(['*', '_', ' ']).ends_with(':');
            goes_on = !open && !ended;
        } else if narrow && adjacent && goes_on {
            goes_on = !ended;
        } else if narrow && open && !chrome::is_prose(raw) && !raw.ends_with(':') {
            (open, goes_on) = (raw.ends_with(';'), !ended);
        } else {
            break;
        }
        end += 1;
    }
    Some(end)
}

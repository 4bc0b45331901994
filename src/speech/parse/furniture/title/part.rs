//! What a line of the head is by its words and its shape: the name of a kind of document, an agency,
//! a person, the name of a site, a sentence, or a line that may be anything.

use super::super::head;
use super::super::line::{self, FoldedLine, is_capitals, is_name};
use crate::speech::parse::lexicon::{Lexicon, TitleWords};
use crate::speech::parse::marker::marker_of;
use crate::text::is_word;

/// The longest title, in bytes.
pub(super) const LONGEST: usize = 600;
/// The longest name of an agency, and the longest line about a person, in bytes.
const NARROW: usize = 160;
/// The most words of a part of a path: "Trang chủ > Tin tức", and of one set apart by a sign that
/// titles have too.
const STEP: usize = 8;
const SHORT_STEP: usize = 4;
/// Among how many words an English title says what it is.
const FIRST_WORDS: usize = 8;
/// The most words of a field's name.
const KEY: usize = 4;
/// The longest sentence that can be a title, in bytes.
const SENTENCE: usize = 300;

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TitlePart {
    /// The name of a kind of document alone: "BÁO CÁO TÓM TẮT", "CÔNG VĂN 96/STC".
    Kind,
    /// A line that begins with such a name: "Báo cáo tóm tắt công tác năm".
    Named,
    /// The subject of a letter: "V/v rà soát hóa đơn".
    About,
    /// Who issues a document: "ỦY BAN NHÂN DÂN TỈNH".
    Issuer,
    /// Who speaks or wrote: "Đồng chí Lê Văn An, Bí thư Huyện ủy".
    Person,
    /// The subject of a mail: "Chủ đề: Kết luận giao ban".
    Topic,
    /// The name of a part of a text: "Mở đầu".
    Section,
    /// What stands around a title: numbers, days, fields, notes in brackets, names of sites, paths.
    Around,
    /// A sentence, an item, what announces a list.
    Prose,
    /// A line that may be anything.
    Open,
}

/// Tells what a line is.
pub(super) fn part(raw: &str, line: &FoldedLine, lexicon: &Lexicon) -> TitlePart {
    let words = lexicon.furniture.title.of(&line.words);
    if line::is_wordless(raw) || is_row(raw) || is_around(line, lexicon) || is_field(line, words) {
        return if is_topic(line, words) { TitlePart::Topic } else { TitlePart::Around };
    }
    // A title that was broken may go on with a word that is a number: "tư, đấu thầu".
    let word = line.bare.chars().take(2).all(char::is_lowercase);
    if !word && marker_of(raw, lexicon).is_some() {
        return TitlePart::Prose;
    }
    if words.about.starts(&line.words) {
        return TitlePart::About;
    }
    let ended = ends_open(line.bare) || is_sentence(line.bare, lexicon);
    if let Some(rest) = words.kinds.behind(&line.words).filter(|_| !words.not.starts(&line.words)) {
        return match (is_unsaid(rest, words), ended) {
            (true, _) if line.bare.ends_with(':') && !is_headed(line, lexicon) => TitlePart::Prose,
            (true, _) => TitlePart::Kind,
            (false, true) if !is_name_with_stop(line, lexicon) => TitlePart::Prose,
            (false, _) => TitlePart::Named,
        };
    }
    if words.parts.holds(line.unsigned()) {
        return TitlePart::Section;
    }
    if ends_with_day(line, lexicon) {
        return TitlePart::Around;
    }
    if head::says_front(line, &lexicon.furniture) {
        return TitlePart::Around;
    }
    if is_issuer(line, words) {
        return TitlePart::Issuer;
    }
    if is_byline(line, lexicon) || is_person(line, lexicon) {
        return TitlePart::Person;
    }
    if ended || line.bare.len() > LONGEST {
        return TitlePart::Prose;
    }
    if is_english(line, words) { TitlePart::Named } else { TitlePart::Open }
}

/// Tells whether a line is in capitals, or was in a font that drew its letters with marks as capitals:
/// "NGàY 4 THáNG 9 NăM 1945".
pub(super) fn is_in_capitals(text: &str) -> bool {
    let plain = || text.chars().filter(|c| c.is_ascii_alphabetic());
    is_capitals(text) || plain().count() > 3 && plain().all(|c| c.is_ascii_uppercase())
}

/// Tells whether a line is a row of a table.
fn is_row(raw: &str) -> bool {
    raw.starts_with('|') && raw.trim_matches(['|', ' ']).contains('|')
}

fn is_around(line: &FoldedLine, lexicon: &Lexicon) -> bool {
    let words = lexicon.furniture.title.of(&line.words);
    line.bare.starts_with('(')
        || head::is_number(line)
        || head::is_place_and_day(line)
        || head::is_dateline(line, lexicon)
        || is_day(line)
        || begins_with_day(line, lexicon)
        || is_english_day(line, lexicon)
        || is_site(line, words)
        || is_path(line.bare)
        || words.issues.within(&line.words)
        || !line.bare.contains(' ') && line.bare.contains(['.', '/', '@'])
        || line.bare.contains(" <") && line.bare.contains('@')
}

/// A title may end in a day, but it does not begin with one.
fn is_day(line: &FoldedLine) -> bool {
    let named = ["ngày ", "ngay "].iter().find_map(|word| line.words.strip_prefix(word));
    let day = named.unwrap_or(&line.words);
    // "NGÀY 14 THÁNG 01 NĂM 2010" goes on with a title in capitals.
    let capitals = day.len() < line.words.len() && is_in_capitals(line.bare);
    day.starts_with(|c: char| c.is_ascii_digit())
        && !capitals
        && line.words.len() <= 60
        && crate::speech::parse::metadata::find_date(&line.words).is_some()
}

/// "NGÀY 02 THÁNG 12 NĂM 2023": tells whether a line is a day and nothing else.
pub(super) fn is_bare_day(line: &FoldedLine) -> bool {
    const WORDS: usize = 6;
    line.words.split(' ').count() <= WORDS
        && line
            .words
            .split(' ')
            .filter(|word| word.starts_with(|c: char| c.is_ascii_digit()))
            .count()
            <= 3
        && (line.words.starts_with("ngày ") || line.words.starts_with("ngay "))
        && crate::speech::parse::metadata::find_date(&line.words).is_some()
}

/// "Sáng 19 tháng Tám, đồng chí …", "17 giờ, thứ Tư 11/10": what is reported begins with its day.
fn begins_with_day(line: &FoldedLine, lexicon: &Lexicon) -> bool {
    let figure = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let mut words = line.words.split([' ', ',']).filter(|word| !word.is_empty());
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let day = format!("{first} ");
    let dated = lexicon.furniture.front.days.holds(&day) && (figure(second) || second == "ngày");
    let hour = figure(first) && second == "giờ";
    (dated || hour) && !line.bare.contains(':') && !is_in_capitals(line.bare)
}

/// "Thành phố Bến Tre, 10 tháng 7 năm 2020", "Ben Tre, 12 April 2024": a place, and the day behind it.
fn ends_with_day(line: &FoldedLine, lexicon: &Lexicon) -> bool {
    // "Ben Tre, April 12, 2024"
    let english =
        || line.words.split_once(", ").is_some_and(|(_, day)| begins_english_day(day, lexicon));
    if line.words.len() <= NARROW / 2 && english() {
        return true;
    }
    let Some((place, day)) =
        [", ", " - ", " | "].iter().find_map(|sign| line.words.rsplit_once(sign))
    else {
        return false;
    };
    // "Trường Tiểu học Suối Nhỏ, chiều 15/11/2023"
    let is_hour = |word: &str| lexicon.furniture.front.days.holds(&format!("{word} "));
    let day = day.split_once(' ').filter(|(word, _)| is_hour(word)).map_or(day, |(_, day)| day);
    let day = day.trim_start_matches("ngày ");
    let months = &lexicon.furniture.event.months;
    let named = day.split(' ').any(|word| months.iter().any(|month| month == word));
    line.words.len() <= NARROW / 2
        && place.split(' ').count() <= STEP
        && day.starts_with(|c: char| c.is_ascii_digit())
        && (named || crate::speech::parse::metadata::find_date(day).is_some())
}

/// "February 2, 2005".
fn is_english_day(line: &FoldedLine, lexicon: &Lexicon) -> bool {
    begins_english_day(&line.words, lexicon)
}

fn begins_english_day(words: &str, lexicon: &Lexicon) -> bool {
    let months = &lexicon.furniture.event.months;
    let behind = months.iter().find_map(|month| words.strip_prefix(month));
    let day = behind.and_then(|rest| rest.strip_prefix(' '));
    words.len() <= 24 && day.is_some_and(|day| day.starts_with(|c: char| c.is_ascii_digit()))
}

/// "Báo Sông Xanh điện tử", "Cổng thông tin điện tử tỉnh".
fn is_site(line: &FoldedLine, words: &TitleWords) -> bool {
    let second = line.bare.split(' ').nth(1).unwrap_or_default();
    // "Báo cáo", "Báo chí cách mạng" are no newspapers.
    let named = !line.words.starts_with("báo ") || second.starts_with(char::is_uppercase);
    let report = words.kinds.behind(&line.words).is_some();
    // "An ninh Trung du điện tử"
    let online = line.words.split(' ').count() <= STEP && words.site_ends.ends(&line.words);
    (words.sites.starts(&line.words) && named || online) && !report && line.bare.len() <= NARROW
}

/// "Trang nhất > Thời sự", "Trang chủ / Giáo dục", "CHÍNH TRỊ | KINH TẾ | XÃ HỘI".
fn is_path(bare: &str) -> bool {
    let steps = |signs: &[char], most: usize| {
        let mut count = 0;
        let mut parts = bare.split(signs).map(str::trim);
        let short = parts.by_ref().all(|part| {
            count += 1;
            let last = count > 2;
            part.starts_with(char::is_uppercase)
                && !part.contains(|c: char| c.is_ascii_digit() && !last)
                && part.split(' ').count() <= if last { 3 * STEP } else { most }
        });
        short && count > 1
    };
    is_row_of_names(bare)
        || bare.contains(['>', '›', '»', '→'])
            && !bare.contains("\n>")
            && steps(&['>', '›', '»', '→'], STEP)
        || bare.contains(" / ") && steps(&['/'], SHORT_STEP)
        || bare.contains(" | ") && steps(&['|'], SHORT_STEP)
        || bare.contains(" & ") && steps(&['&'], SHORT_STEP)
}

/// "Thời sự  Kinh tế  Văn hoá": short names with wide blanks between.
pub(in crate::speech::parse) fn is_row_of_names(bare: &str) -> bool {
    if !bare.contains("  ") {
        return false;
    }
    let names = bare.split("  ").map(str::trim).filter(|name| !name.is_empty());
    let short = |name: &str| {
        name.starts_with(char::is_uppercase)
            && name.split(' ').count() <= SHORT_STEP
            && !name.ends_with(['.', ',', ':', ';'])
    };
    names.clone().count() > 2 && names.clone().all(short)
}

/// "Người phát biểu: …", "From: …".
fn is_field(line: &FoldedLine, words: &TitleWords) -> bool {
    let Some((key, _)) = line.words.split_once(':') else { return false };
    let known = |field: &String| match field.strip_suffix(' ') {
        Some(begin) => key.strip_prefix(begin).is_some_and(|rest| rest.starts_with(' ')),
        None => key == field,
    };
    key.split(' ').count() <= KEY && words.fields.iter().any(known)
}

fn is_topic(line: &FoldedLine, words: &TitleWords) -> bool {
    let topic = line.words.split_once(':').filter(|(key, _)| words.topics.holds(key));
    topic.is_some_and(|(_, said)| said.trim().contains(' '))
}

/// Tells whether what stands behind the name of a kind says nothing of what it is about: more of the
/// name, or a number.
fn is_unsaid(rest: &str, words: &TitleWords) -> bool {
    let mut rest = rest.trim_start_matches([' ', ',', '-', '/', '.', ':', '!', '"', '”']);
    loop {
        if rest.is_empty() || is_code(rest) {
            return true;
        }
        let more = words.qualifiers.behind(rest).or_else(|| words.kinds.behind(rest));
        let Some(more) = more else { return false };
        rest = more.trim_start_matches([' ', ',', '-', '/', '.', ':', '!', '"', '”']);
    }
}

/// "số 12-KL/TU", "967/STC-QLG".
fn is_code(text: &str) -> bool {
    let code = text.strip_prefix("số").unwrap_or(text).trim_start_matches([':', ' ']);
    !code.is_empty()
        && code.split(' ').count() <= 2
        && (text.starts_with("số") && code.len() < 30 || code.contains(['/', '-']))
        && code.contains(|c: char| c.is_ascii_digit())
}

/// "THÔNG BÁO:" over what it is about; "QUYẾT ĐỊNH:" enacts.
fn is_headed(line: &FoldedLine, lexicon: &Lexicon) -> bool {
    is_in_capitals(line.bare) && !lexicon.furniture.front.enacting.holds(line.unsigned())
}

/// Tells whether a line ends in a sign after which more is to come.
fn ends_open(bare: &str) -> bool {
    bare.ends_with([':', ';'])
}

fn is_sentence(bare: &str, lexicon: &Lexicon) -> bool {
    let stop = bare.ends_with(['.', '!']) && !bare.ends_with("...") && !is_in_capitals(bare);
    // "THƯ VIỆN PHÁP LUẬT. Mọi hành vi …": so long a word is no degree.
    let name =
        |at: usize| bare[..at].rsplit(' ').next().is_some_and(|word| word.chars().count() > 3);
    let small = bare.chars().any(char::is_lowercase);
    let stops = || bare.match_indices(". ").any(|(at, _)| name(at) && is_in_capitals(&bare[..at]));
    stop || line::holds_stop(bare, lexicon) || small && stops()
}

/// Tells whether a line that ends in a full stop names a document and says nothing more: "Kết luận của
/// giám đốc tại hội nghị tổng kết." No verb stands in such a name.
fn is_name_with_stop(line: &FoldedLine, lexicon: &Lexicon) -> bool {
    let verbs = &lexicon.furniture.title.verbs;
    line.bare.len() <= SENTENCE
        && line.bare.ends_with('.')
        && !line::holds_stop(line.bare, lexicon)
        && line.words.split(' ').count() >= 6
        && !line.words.split(' ').any(|word| verbs.holds(word))
}

/// Tells whether a line in capitals is the name of an agency or an office.
fn is_issuer(line: &FoldedLine, words: &TitleWords) -> bool {
    is_in_capitals(line.bare) && line.bare.len() <= NARROW && is_named_issuer(line, words)
}

/// Tells whether a line begins as the name of an agency does, and says neither where nor on which
/// occasion something was said.
pub(super) fn is_named_issuer(line: &FoldedLine, words: &TitleWords) -> bool {
    let spoken = |word: &str| line.words.contains(&format!(" {word} "));
    let padded = format!("{} ", line.unsigned());
    words.issuers.starts(&padded)
        && !words.no_issuers.starts(&padded)
        && !words.spoken.iter().any(spoken)
        && !line.bare.contains([':', '?', '!'])
        && line.words.split(' ').count() <= 24
}

/// "DO ÔNG LÊ VĂN AN, GIÁM ĐỐC XÍ NGHIỆP TRÌNH BÀY": tells whether a line says who gave the speech.
fn is_byline(line: &FoldedLine, lexicon: &Lexicon) -> bool {
    let speaker = &lexicon.furniture.speaker;
    // "Delivered by Ms. Jane Doe on …"
    let labelled = speaker.labels.behind(&line.words).is_some()
        && speaker.speeches.behind(&line.words).is_none();
    if line.bare.is_ascii() && labelled {
        return true;
    }
    let Some(who) = speaker.gives.behind(&line.words).map(str::trim_start) else { return false };
    line.bare.len() <= NARROW
        && (speaker.honorifics.behind(who).is_some() || speaker.offices.behind(who).is_some())
}

/// Tells whether a line is about who speaks: a name, perhaps with offices around it.
fn is_person(line: &FoldedLine, lexicon: &Lexicon) -> bool {
    if line.bare.len() > NARROW || line.bare.contains(['?', '“', '"']) {
        return false;
    }
    let words = lexicon.furniture.title.of(&line.words);
    let speaker = &lexicon.furniture.speaker;
    let of_office = |part: &str| {
        let part = part.trim();
        speaker.offices.iter().any(|office| part.starts_with(office))
    };
    let mut rest = line.bare;
    let mut lower = line.words.as_str();
    while let Some(more) = words.honorifics.iter().find_map(|title| lower.strip_prefix(title)) {
        let skipped = rest.len().saturating_sub(more.len());
        let Some(behind) = rest.get(skipped..) else { break };
        (rest, lower) = (behind.trim_start(), more.trim_start());
    }
    let titled = rest.len() < line.bare.len();
    let end =
        [", ", " - ", " – ", "; ", " (", ". "].iter().filter_map(|sign| rest.find(sign)).min();
    let name = &rest[..end.unwrap_or(rest.len())];
    let surname = name.split(' ').next().unwrap_or_default().to_lowercase();
    let known = speaker.surnames.holds(&surname);
    // "Ông Lê Văn An, Giám đốc Sở: Dân phải được biết trước": a headline.
    if rest[name.len()..].contains(": ") {
        return false;
    }
    if is_name(name) && !is_in_capitals(name) && (titled || known) {
        return true;
    }
    // "Chánh Thanh tra tỉnh Lê Văn An", "Bí thư Huyện ủy, Chủ tịch HĐND huyện".
    let offices = line.words.split([',', '-']).filter(|part| !part.trim().is_empty());
    let all = offices.clone().count() > 1 && offices.clone().all(of_office);
    let tail: Vec<&str> = line.bare.rsplit(' ').take(3).collect();
    let named = tail.len() == 3
        && tail.iter().all(|word| word.starts_with(char::is_uppercase) && !is_in_capitals(word))
        && speaker.surnames.holds(&tail[2].to_lowercase());
    let plain = !line.bare.contains(':') && line.words.split(' ').count() <= 30;
    plain && (all || titled && named || of_office(&line.words) && named)
}

/// "Remarks by the Chairman …", "Closing speech of …".
fn is_english(line: &FoldedLine, words: &TitleWords) -> bool {
    let name = |word: &str| words.english.holds(word.trim_matches(|c: char| !is_word(c)));
    line.words.split(' ').take(FIRST_WORDS).any(name) && line.words.is_ascii()
}

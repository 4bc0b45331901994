//! Who speaks: a name with an office before or behind it, or with what a speaker does behind it.

use super::{Parts, words};
use crate::parse::furniture::{is_capitals, is_name};
use crate::parse::lexicon::Furniture;

/// The most syllables of a name.
const LONGEST: usize = 5;
/// The longest office, in bytes.
const OFFICE: usize = 160;
/// What a name must be worth to be that of the speaker.
const ENOUGH: u32 = 4;

/// What is worth so much needs no more mentions.
const SURE: u32 = 7;

/// A name that a text mentions.
#[derive(Clone, Debug)]
struct Mention {
    name: String,
    office: Option<String>,
    worth: u32,
}

/// Finds the speaker and the office. In a `document` who signs counts before those whom its
/// first paragraphs name.
pub(super) fn speaker(
    parts: &Parts,
    document: bool,
    words: &Furniture,
) -> Option<(String, Option<String>)> {
    let mut named: Vec<Mention> = Vec::new();
    let add = |line: &str, place: u32, named: &mut Vec<Mention>| {
        for mention in mentions(line, words) {
            let worth = if mention.worth > 0 { mention.worth + place } else { 0 };
            match named.iter_mut().find(|known| known.name == mention.name) {
                Some(known) => {
                    known.worth += worth;
                    let longer = mention.office.as_ref().map(String::len)
                        > known.office.as_ref().map(String::len);
                    if known.office.is_none() || (longer && place > 1) {
                        known.office = mention.office;
                    }
                }
                None => named.push(Mention { worth, ..mention }),
            }
        }
    };
    add(&parts.title, 4, &mut named);
    if let Some(best) = best(&named) {
        return Some(best);
    }
    let signed = signed(&parts.closing, words);
    if document && signed.is_some() {
        return signed;
    }
    for line in &parts.front {
        add(line, 2, &mut named);
    }
    for line in parts.captions.iter() {
        add(line, 1, &mut named);
    }
    if named.iter().all(|mention| mention.worth < SURE) {
        for line in &parts.opening {
            add(line, 0, &mut named);
        }
    }
    best(&named).or(signed)
}

fn best(named: &[Mention]) -> Option<(String, Option<String>)> {
    let mut best: Option<&Mention> = None;
    for mention in named.iter().filter(|mention| mention.worth >= ENOUGH) {
        if best.is_none_or(|known| mention.worth > known.worth) {
            best = Some(mention);
        }
    }
    best.map(|mention| (mention.name.clone(), mention.office.clone()))
}

/// Finds who signed: the name under offices in capitals.
fn signed(closing: &[String], words: &Furniture) -> Option<(String, Option<String>)> {
    let at = closing.iter().enumerate().position(|(index, line)| {
        let above = index.checked_sub(1).map(|above| closing[above].as_str());
        let office = above
            .is_some_and(|above| is_capitals(above) || self::words(above).starts_with("(đã ký"));
        is_name(line) && !is_capitals(line) && office
    });
    if let Some(at) = at {
        let offices: Vec<&str> = closing[..at]
            .iter()
            .rev()
            .map(String::as_str)
            .skip_while(|line| self::words(line).starts_with("(đã ký"))
            .take_while(|line| is_capitals(line) && !words.closing.signs.starts(&self::words(line)))
            .collect();
        let office: Vec<&str> = offices.into_iter().rev().collect();
        let office = sentence_case(&office.join(" "));
        return Some((closing[at].clone(), (!office.is_empty()).then_some(office)));
    }
    closing.iter().find_map(|line| {
        let small = line.char_indices().find(|(_, c)| c.is_lowercase())?.0;
        let split = line[..small].rfind(' ')?;
        let (office, name) = (line[..split].trim(), line[split..].trim());
        let office = match office.split_once(' ') {
            Some((sign, office)) if words.closing.signs.starts(&self::words(sign)) => office,
            _ => office,
        };
        (is_capitals(office) && is_name(name))
            .then(|| (name.to_owned(), Some(sentence_case(office))))
    })
}

/// Finds the names in a line, with what speaks for each.
fn mentions(line: &str, words: &Furniture) -> Vec<Mention> {
    let mut out: Vec<Mention> = Vec::new();
    let mut from = 0;
    let starts: Vec<usize> = std::iter::once(0)
        .chain(line.match_indices([' ', '“', '"', '(']).map(|(at, sign)| at + sign.len()))
        .collect();
    for start in starts {
        if start < from || !line[start..].starts_with(char::is_uppercase) {
            continue;
        }
        let first = first_word(&line[start..]);
        let lower = self::words(first);
        let before = &line[..start];
        let called = ["ngài ", "ông ", "bà ", "đồng chí ", "NGÀI ", "ÔNG ", "BÀ ", "ĐỒNG CHÍ "]
            .iter()
            .any(|word| before.ends_with(word));
        let surname = words.speaker.surnames.contains(&lower);
        if !surname && !called || starts_with_office(&line[start..], words) {
            continue;
        }
        let Some(end) = name_end(&line[start..], words) else { continue };
        let end = start + end;
        let name = &line[start..end];
        let syllables = name.split(' ').count();
        let office_before = office_before(before, words);
        if syllables < 2 || (syllables == 2 && office_before.is_none() && !called) {
            continue;
        }
        let loud = is_capitals(name);
        let name_words = self::words(name);
        if (loud && office_before.is_none() && !called) || words.speaker.never.holds(&name_words) {
            continue;
        }
        let (office_behind, rest) = office_behind(&line[end..], words);
        let does = self::words(&rest[..rest.floor_char_boundary(40)]);
        let does = does.trim_start_matches([',', ' ', '-', ')']);
        let speaks = words.speaker.after.starts(does);
        let intro = words.speaker.before.iter().any(|word| {
            let lower = self::words(
                &before[before.floor_char_boundary(before.len().saturating_sub(OFFICE))..],
            );
            lower.ends_with(word.trim_end())
        });
        let given = of_speech(before, words);
        let office = office_before.or(office_behind);
        let worth = u32::from(office.is_some())
            + 2 * u32::from(speaks)
            + u32::from(intro)
            + 3 * u32::from(given);
        let name = if loud { title_case(name) } else { name.to_owned() };
        out.push(Mention {
            name,
            office: office.map(|office| if loud { sentence_case(&office) } else { office }),
            worth: if office_is_alone(worth) { 0 } else { worth },
        });
        from = end;
    }
    out
}

/// An office alone speaks for nobody: those who take part have offices as well.
fn office_is_alone(worth: u32) -> bool {
    worth <= 1
}

/// Tells whether what stands before a name makes the speech theirs: "bài phát biểu của …", "kết
/// luận của …", "do … đọc".
fn of_speech(before: &str, words: &Furniture) -> bool {
    let from = before.floor_char_boundary(before.len().saturating_sub(OFFICE + 60));
    let lower = self::words(&before[from..]);
    let clause = lower.rsplit(['.', ';', '“']).next().unwrap_or_default();
    words.speaker.speeches.iter().any(|speech| {
        clause.rfind(speech).is_some_and(|at| {
            let between = &clause[at + speech.len()..];
            between.contains("của ") || between.ends_with("của") || speech.starts_with("(do")
        })
    })
}

fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphabetic() && c != '\'').unwrap_or(text.len());
    &text[..end]
}

/// Gives where a name ends: at the first word without a capital, or behind a sign.
fn name_end(text: &str, words: &Furniture) -> Option<usize> {
    let loud = is_capitals(first_word(text));
    let (mut end, mut count) = (0, 0);
    for word in text.split(' ') {
        let bare = word.trim_end_matches([',', '.', ';', ':', ')', '”', '"', '!', '?']);
        let own = bare.starts_with(char::is_uppercase)
            && bare.chars().all(|c| c.is_alphabetic() || c == '\'');
        let stops = loud && words.speaker.stops.contains(&self::words(bare));
        if !own
            || stops
            || count >= LONGEST
            || (!loud && is_capitals(bare) && count > 0 && bare.chars().count() > 2)
        {
            break;
        }
        end += usize::from(count > 0) + bare.len();
        count += 1;
        if bare.len() < word.len() {
            break;
        }
    }
    (count >= 1).then_some(end)
}

fn starts_with_office(text: &str, words: &Furniture) -> bool {
    let head = self::words(&text[..text.floor_char_boundary(60)]);
    words.speaker.offices.iter().any(|office| {
        head.strip_prefix(office.as_str())
            .is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    })
}

/// Reads the office right before a name: "Bí thư Tỉnh ủy - Chủ tịch HĐND tỉnh ".
fn office_before(before: &str, words: &Furniture) -> Option<String> {
    let from = before.floor_char_boundary(before.len().saturating_sub(OFFICE));
    let near = &before[from..];
    let clause_at = near
        .rfind(['.', ';', ':', '(', '“', '"'])
        .map_or(0, |at| at + near[at..].chars().next().map_or(1, char::len_utf8));
    let clause = &near[clause_at..];
    // From the name to the left, part by part between commas and dashes.
    let mut start = None;
    let mut end = clause.len();
    loop {
        let part_at = clause[..end]
            .rfind([',', '-', '–'])
            .map_or(0, |at| at + clause[at..].chars().next().map_or(1, char::len_utf8));
        let part = &clause[part_at..end];
        let at = office_in(part, words);
        match at {
            Some(0) => start = Some(part_at + part.len() - part.trim_start().len()),
            Some(at) => {
                start = Some(part_at + at);
                break;
            }
            None => break,
        }
        if part_at == 0 {
            break;
        }
        end = clause[..part_at].trim_end_matches([',', '-', '–', ' ']).len();
        if end == 0 {
            break;
        }
    }
    let office = clause[start?..].trim();
    let office = ["đồng chí", "ông", "bà", "ngài"]
        .iter()
        .fold(office, |office, word| office.strip_suffix(word).unwrap_or(office))
        .trim_matches([',', ' ']);
    (!office.is_empty() && office.len() <= OFFICE).then(|| office.to_owned())
}

/// Finds the first office in a part of a clause, after the blanks at its start: 0 if it begins
/// with one.
fn office_in(part: &str, words: &Furniture) -> Option<usize> {
    let trimmed = part.trim_start();
    if starts_with_office(trimmed, words) {
        return Some(0);
    }
    let skipped = part.len() - trimmed.len();
    trimmed
        .match_indices(' ')
        .map(|(at, _)| at + 1)
        .find(|&at| {
            trimmed[at..].starts_with(char::is_uppercase)
                && starts_with_office(&trimmed[at..], words)
        })
        .map(|at| skipped + at)
}

/// Reads the offices right behind a name: " - Ủy viên Trung ương Đảng - Bí thư Tỉnh ủy". Gives
/// them and what follows.
fn office_behind<'a>(behind: &'a str, words: &Furniture) -> (Option<String>, &'a str) {
    let mut rest = behind;
    let mut parts: Vec<&str> = Vec::new();
    loop {
        let next = rest.trim_start_matches([' ', ',', '-', '–']);
        let signed = next.len() < rest.len() && rest.trim_start().starts_with([',', '-', '–']);
        if !signed || !starts_with_office(next, words) {
            break;
        }
        let lower = next;
        let sign = lower.find([',', '.', ';', '(', ')', ':', '–']).unwrap_or(lower.len());
        let dash = lower.find(" - ").unwrap_or(lower.len());
        let verb = lower
            .match_indices(' ')
            .map(|(at, _)| at)
            .find(|&at| {
                let tail = &lower[at + 1..];
                tail.starts_with(char::is_lowercase)
                    && words
                        .speaker
                        .after
                        .starts(&self::words(&tail[..tail.floor_char_boundary(30)]))
            })
            .unwrap_or(lower.len());
        let end = sign.min(dash).min(verb);
        if end == 0 || end > OFFICE {
            break;
        }
        parts.push(lower[..end].trim());
        rest = &lower[end..];
    }
    ((!parts.is_empty()).then(|| parts.join(" - ")), rest)
}

fn title_case(text: &str) -> String {
    text.split(' ')
        .map(|word| {
            let mut chars = word.chars();
            chars
                .next()
                .map_or(String::new(), |first| first.to_string() + &chars.as_str().to_lowercase())
        })
        .collect::<Vec<_>>()
        .join(" ")
}

fn sentence_case(text: &str) -> String {
    if !is_capitals(text) {
        return text.to_owned();
    }
    const PROPER: [&str; 14] = [
        "Quốc hội",
        "Chính phủ",
        "Nhà nước",
        "Đảng",
        "Trung ương",
        "Bộ Chính trị",
        "Ban Bí thư",
        "Ban Chấp hành",
        "Ủy ban",
        "Ban Chỉ đạo",
        "Tỉnh ủy",
        "Thành ủy",
        "Hội đồng",
        "Việt Nam",
    ];
    let lower = text.to_lowercase();
    let mut chars = lower.chars();
    let first = chars.next().map(|first| first.to_uppercase().chain(chars).collect::<String>());
    PROPER
        .iter()
        .fold(first.unwrap_or_default(), |text, name| text.replace(&name.to_lowercase(), name))
}

//! The occasion of a speech and its place.

use super::words;
use crate::parse::lexicon::Event;

/// The most syllables of an occasion, and of a place.
const OCCASION: usize = 30;
const PLACE: usize = 8;

/// Finds what the speech was given at: "hội nghị tổng kết …" behind a word that leads to it.
pub(super) fn occasion(leads: &[&str], event: &Event) -> Option<String> {
    leads.iter().find_map(|lead| {
        let lower = words(lead);
        let same = lower.len() == lead.len();
        let found = event.before.iter().filter_map(|before| {
            lower.match_indices(before.as_str()).find_map(|(at, _)| {
                let start = at + before.len();
                let whole = at == 0 || lower[..at].ends_with([' ', '(', ',']);
                let opens = event.occasions.iter().any(|o| lower[start..].starts_with(o.as_str()));
                (whole && opens).then_some(start)
            })
        });
        let start = found.min()?;
        let source = if same { lead } else { lower.as_str() };
        let rest = source.get(start..)?;
        let name = cut(rest, &event.ends, OCCASION);
        (name.split(' ').count() >= 3).then(|| capital(name))
    })
}

/// Finds where it was given: "Hà Nội, ngày …", "tại Trụ sở Trung ương Đảng".
pub(super) fn place(front: &[String], leads: &[&str], event: &Event) -> Option<String> {
    let dated = front.iter().find_map(|line| {
        let at = line.find(", ngày")?;
        // The place is the last run of capitalised words before the day.
        let mut place: Vec<&str> = Vec::new();
        for word in line[..at].rsplit(' ') {
            let own = word.chars().next().is_some_and(char::is_uppercase);
            let small = word.chars().any(char::is_lowercase);
            if !own || !small || !word.chars().all(char::is_alphabetic) || place.len() >= 4 {
                break;
            }
            place.insert(0, word);
        }
        let day = line[at + ", ngày".len()..].trim_start();
        let is_day = day.starts_with(|c: char| c.is_ascii_digit() || c == '…' || c == '.')
            || day.starts_with("tháng");
        (!place.is_empty() && is_day).then(|| place.join(" "))
    });
    dated.or_else(|| {
        leads.iter().find_map(|lead| {
            lead.match_indices("tại ").find_map(|(at, word)| {
                let rest = &lead[at + word.len()..];
                let lower = words(rest);
                let named = rest.starts_with(char::is_uppercase)
                    && !event.occasions.iter().any(|o| lower.starts_with(o.as_str()))
                    && (at == 0 || lead[..at].ends_with([' ', ',']));
                if !named {
                    return None;
                }
                let end = rest.find([',', '.', ';', '(', ')', ':'])?;
                let place = &rest[..end];
                (place.split(' ').count() <= PLACE).then(|| place.to_owned())
            })
        })
    })
}

/// Cuts a name at the first sign or word that ends it.
fn cut<'a>(text: &'a str, ends: &[String], syllables: usize) -> &'a str {
    let mut end = text.find(['.', ';', ':', '(', '“', '"', '?', '!']).unwrap_or(text.len());
    for word in ends {
        if let Some(at) = text[..end].find(word.as_str()) {
            end = at;
        }
    }
    // A comma ends it where no list goes on: "… công tác nội chính, cải cách tư pháp và …".
    let mut from = 0;
    while let Some(at) = text[from..end].find(", ") {
        let at = from + at;
        let rest = &text[at + 2..end];
        // "phòng, chống" is one word in two.
        let one_word = words(&text[..at]).ends_with(" phòng") && words(rest).starts_with("chống");
        if !one_word && (!rest.contains(" và ") || rest.starts_with(char::is_uppercase)) {
            end = at;
            break;
        }
        from = at + 2;
    }
    let long = text[..end].match_indices(' ').nth(syllables).map(|(at, _)| at);
    text[..long.unwrap_or(end)].trim_end_matches([' ', ',', '-', '*'])
}

fn capital(name: &str) -> String {
    let mut chars = name.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

//! Names and offices that stand in capitals, as they are usually written.

use crate::speech::parse::furniture::{is_capitals, words};
use crate::speech::parse::lexicon::Speaker;
use crate::text::is_word;

/// Writes a name with capitals at the beginnings of its words.
pub(super) fn name(text: &str) -> String {
    let text = unpossessed(text);
    if !is_capitals(text) {
        return text.to_owned();
    }
    text.split(' ').map(capital).collect::<Vec<_>>().join(" ")
}

/// Writes an office that stands in capitals as it is usual: "Phó Thủ tướng Chính phủ", "Chủ tịch UBND
/// tỉnh Hà Lâm".
pub(super) fn office(text: &str, lexicon: &Speaker) -> String {
    let text = unpossessed(text);
    if !is_capitals(text) {
        return text.to_owned();
    }
    let parts: Vec<&str> = text.split(' ').collect();
    let lower: Vec<String> = parts.iter().map(|part| words(part)).collect();
    let mut out: Vec<String> = Vec::new();
    let mut at = 0;
    // Whether the words are those of a place, which all have capitals.
    let mut place = false;
    while at < parts.len() {
        let rest = lower[at..].join(" ");
        let written = lexicon.written.iter().filter(|form| {
            let form = words(form);
            rest.strip_prefix(form.as_str()).is_some_and(|rest| !rest.starts_with(is_word))
        });
        if let Some(form) = written.max_by_key(|form| form.len()) {
            at += form.split(' ').count();
            let last = parts[at - 1];
            let sign = last.trim_start_matches(is_word);
            out.push(format!("{form}{sign}"));
            place = lexicon.areas.holds(&words(form));
            continue;
        }
        out.push(match place {
            true => capital(parts[at]),
            false if at == 0 => capital(parts[at]),
            false => parts[at].to_lowercase(),
        });
        at += 1;
    }
    out.join(" ")
}

/// "the Prime Minister's": gives the words without the sign that something is theirs.
fn unpossessed(text: &str) -> &str {
    ["'S", "'s", "’S", "’s"].iter().find_map(|sign| text.strip_suffix(sign)).unwrap_or(text)
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().map(String::from).unwrap_or_default();
    first + &chars.as_str().to_lowercase()
}

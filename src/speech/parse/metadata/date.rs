//! Days as texts write them.

use crate::speech::Date;

/// How many bytes are searched.
const SEARCHED: usize = 6000;

/// Finds the first date in a text: 20/12/2023, 4-4-2022, 20.12.2023, ngày 20 tháng 12 năm 2023.
pub(in crate::speech::parse) fn find_date(text: &str) -> Option<Date> {
    let text = &text[..text.floor_char_boundary(SEARCHED)];
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        if let Some(date) = date_at(&text[at..]) {
            return Some(date);
        }
        while at < bytes.len() && bytes[at].is_ascii_digit() {
            at += 1;
        }
    }
    None
}

fn date_at(text: &str) -> Option<Date> {
    let (day, rest) = number(text)?;
    let (month, rest, year) = match rest.chars().next()? {
        sign @ ('/' | '-' | '.') => {
            let (month, rest) = number(&rest[1..])?;
            (month, rest, rest.strip_prefix(sign))
        }
        _ => {
            let (month, rest) = number(rest.trim_start().strip_prefix("tháng ")?)?;
            (month, rest, rest.trim_start().strip_prefix("năm "))
        }
    };
    let (year, _) = number(year?)?;
    let _ = rest;
    Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

fn number(text: &str) -> Option<(u16, &str)> {
    let length = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    Some((text[..length].parse().ok()?, &text[length..]))
}

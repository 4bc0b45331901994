//! What a document says of itself beside its text: title, author, the day it was made (the property
//! set "SummaryInformation": MS-OLEPS).

use super::bytes::{Bytes, wide};
use crate::formats::read::draft::FileProperties;
use crate::formats::read::facts;
use crate::speech::Date;
use crate::text::{Encoding, decode_as};

const TITLE: u32 = 2;
const AUTHOR: u32 = 4;
const CREATED: u32 = 12;

/// Reads the properties; what cannot be read is not there.
pub(super) fn read(stream: &[u8]) -> FileProperties {
    let mut out = FileProperties::default();
    let Some(set) = stream.place_at(44).and_then(|at| stream.get(at..)) else { return out };
    out.title = text(set, TITLE).and_then(facts::title);
    out.author = text(set, AUTHOR);
    out.date = property(set, CREATED).and_then(|at| date(set, at));
    out
}

/// Returns where a property lies: its kind first.
fn property(set: &[u8], id: u32) -> Option<usize> {
    const MOST: usize = 256;
    let count = set.place_at(4)?.min(MOST);
    let index = (0..count).find(|index| set.u32_at(8 + index * 8) == Some(id))?;
    set.place_at(12 + index * 8)
}

fn text(set: &[u8], id: u32) -> Option<String> {
    const BYTES: u32 = 30;
    const WIDE: u32 = 31;
    const UTF_8: u16 = 65001;
    const UTF_16: u16 = 1200;
    const PAGE: u32 = 1;
    let at = property(set, id)?;
    let length = set.place_at(at + 4)?;
    let page = property(set, PAGE).and_then(|at| set.u16_at(at + 4)).unwrap_or(0);
    let found = match set.u32_at(at)? {
        WIDE => set.wide_at(at + 8, length)?,
        BYTES if page == UTF_16 => wide(set.part(at + 8, length)?),
        BYTES => {
            let bytes = set.part(at + 8, length)?;
            let bytes = bytes.split(|byte| *byte == 0).next().unwrap_or_default().to_vec();
            // Old Vietnamese letters are found as in any text.
            let encoding = (page == UTF_8).then_some(Encoding::Utf8);
            decode_as(bytes, encoding).text
        }
        _ => return None,
    };
    let found = found.split('\0').next().unwrap_or_default().trim().to_owned();
    (!found.is_empty()).then_some(found)
}

/// Reads a day, counted by Windows in tenths of microseconds from 1601.
fn date(set: &[u8], at: usize) -> Option<Date> {
    const TIME: u32 = 64;
    const DAY: u64 = 24 * 60 * 60 * 10_000_000;
    if set.u32_at(at)? != TIME {
        return None;
    }
    let (low, high) = (u64::from(set.u32_at(at + 4)?), u64::from(set.u32_at(at + 8)?));
    let days = i32::try_from((high << 32 | low) / DAY).ok()?;
    let first = jiff::civil::date(1601, 1, 1);
    let day = first.checked_add(jiff::Span::new().try_days(days).ok()?).ok()?;
    Date::new(u16::try_from(day.year()).ok()?, day.month().unsigned_abs(), day.day().unsigned_abs())
}

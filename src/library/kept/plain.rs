//! A quick reader for the layout that the program itself writes.
//!
//! Through the TOML parser 10,000 bookmarks take five times as long. This reader understands a
//! small part of TOML (one `key = value` a line, texts without escapes and lists of them, whole numbers,
//! UTC times, one list of tables) and gives up on everything else, including what is wrong: then TOML
//! decides. Where it gives an answer, TOML gives the same.

use super::entry::{Contents, TomlEntry, TomlValue};
use memchr::{memchr, memchr2, memmem};
use std::borrow::Cow;

/// How large an entry is at least, as a rule; room is made for as many as the file may hold.
const BYTES_PER_ENTRY: usize = 512;

/// Reads a file whose tables are all `[[list]]` and takes `each` of them; nothing if the file is
/// not that plain.
pub(super) fn read<'a, T>(
    text: &'a str,
    list: &str,
    each: impl Fn(&TomlEntry<'a>) -> T,
) -> Option<Contents<'a, T>> {
    if text.as_bytes().chunks(4096).any(has_control) {
        return None;
    }
    let header = format!("[[{list}]]");
    let mut top = None;
    let mut entries = Vec::with_capacity(text.len() / BYTES_PER_ENTRY);
    // One entry for all, as 10,000 of them would cost more than reading them.
    let mut entry = TomlEntry { line: 1, fields: Vec::with_capacity(16) };
    let mut rest = text;
    let mut line = 1;
    while !rest.is_empty() {
        let mut taken = memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        let row = &rest[..taken];
        match row.as_bytes().first() {
            None | Some(b'#') => {}
            Some(b'[') if row == header => {
                match top {
                    None => top = Some(entry.clone()),
                    Some(_) => entries.push(each(&entry)),
                }
                entry.line = line;
                entry.fields.clear();
            }
            Some(b'a'..=b'z') => {
                let is_of_key = |byte: &u8| byte.is_ascii_lowercase() || *byte == b'_';
                let key = &row[..row.bytes().position(|byte| !is_of_key(&byte))?];
                if !row[key.len()..].starts_with(" = ") {
                    return None;
                }
                let (value, length) = value(&rest[key.len() + 3..])?;
                let end = key.len() + 3 + length;
                if end > taken {
                    line += memchr::memchr_iter(b'\n', &rest.as_bytes()[taken..end]).count();
                    taken = end;
                }
                if entry.get(key).is_some() || (top.is_none() && key == list) {
                    return None;
                }
                entry.fields.push((Cow::Borrowed(key), value));
            }
            Some(_) => return None,
        }
        line += 1;
        rest = rest.get(taken + 1..).unwrap_or("");
    }
    let top = match top {
        None => entry,
        Some(top) => {
            entries.push(each(&entry));
            top
        }
    };
    Some(Contents { top, entries })
}

/// Tells whether there is a control character other than a line feed.
fn has_control(bytes: &[u8]) -> bool {
    // Without an early end, so that it runs on many bytes at once.
    bytes
        .iter()
        .fold(false, |found, &byte| found | ((byte < 0x20) & (byte != b'\n')) | (byte == 0x7F))
}

/// Reads the value that `rest` begins with, and its length; it must end its line.
fn value(rest: &str) -> Option<(TomlValue<'_>, usize)> {
    let text = |text, length| Some((TomlValue::Text(Cow::Borrowed(text)), length));
    for quote in ["\"\"\"", "'''"] {
        if let Some(inside) = rest.strip_prefix(quote) {
            let end = memmem::find(inside.as_bytes(), quote.as_bytes())?;
            let words = &inside[..end];
            let length = end + 6;
            let ends_line = matches!(rest.as_bytes().get(length), None | Some(b'\n'));
            let is_plain = quote == "'''" || memchr(b'\\', words.as_bytes()).is_none();
            return (ends_line && is_plain)
                .then(|| text(words.strip_prefix('\n').unwrap_or(words), length))?;
        }
    }
    let row = &rest[..memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len())];
    match row.as_bytes().first()? {
        quote @ (b'"' | b'\'') => {
            let words =
                row.get(1..row.len() - 1).filter(|_| row.as_bytes().ends_with(&[*quote]))?;
            let stop = if *quote == b'"' { b'\\' } else { b'\'' };
            memchr2(*quote, stop, words.as_bytes()).is_none().then(|| text(words, row.len()))?
        }
        b'0'..=b'9' if row.ends_with('Z') => {
            let digits = b"dddd-dd-ddTdd:dd:ddZ";
            let fits = row.len() == digits.len()
                && row.bytes().zip(digits).all(|(byte, &wanted)| match wanted {
                    b'd' => byte.is_ascii_digit(),
                    wanted => byte == wanted,
                });
            let time = fits.then(|| row.parse().ok())??;
            Some((TomlValue::Time(time), row.len()))
        }
        b'0' if row.len() > 1 => None,
        b'0'..=b'9' if row.len() < 19 && row.bytes().all(|byte| byte.is_ascii_digit()) => {
            Some((TomlValue::Number(row.parse().ok()?), row.len()))
        }
        b'[' => Some((TomlValue::Texts(texts(row)?), row.len())),
        _ if row == "true" || row == "false" => Some((TomlValue::Flag(row == "true"), row.len())),
        _ => None,
    }
}

/// Reads `["a", "b"]`, as the program writes lists.
fn texts(row: &str) -> Option<Vec<Cow<'_, str>>> {
    let inside = row.strip_prefix('[')?.strip_suffix(']')?;
    if inside.is_empty() {
        return Some(Vec::new());
    }
    let words = inside.strip_prefix('"')?.strip_suffix('"')?;
    let texts = words.split("\", \"");
    texts
        .map(|text| memchr2(b'"', b'\\', text.as_bytes()).is_none().then_some(Cow::Borrowed(text)))
        .collect()
}

//! Web pages saved with all their parts (MHTML): the page among the parts of a message.
//!
//! The form is that of RFC 2557: a message of several parts, each with a head of its own, encoded
//! as base64 or quoted-printable.

use super::ImportError;
use super::draft::Draft;
use super::html;
use super::limits::Budget;
use crate::speech::Format;
use crate::text::Encoding;

const MHTML: Format = Format::Mhtml;
/// How many messages may lie in one another.
const NESTED: usize = 4;

/// Reads a saved page.
pub(super) fn read(
    bytes: &[u8],
    encoding: Option<Encoding>,
    budget: &Budget,
) -> Result<Draft, ImportError> {
    let page =
        page(bytes, NESTED, budget)?.ok_or_else(|| ImportError::damaged(MHTML, "no page"))?;
    let told = page.head.parameter("content-type", "charset");
    let told = told.and_then(|name| Encoding::from_name(&name));
    let mut draft = html::read(page.body, encoding.or(told), budget)?;
    draft.hints.format = MHTML;
    let own = MimePart { head: head(bytes).0, body: Vec::new() };
    let address =
        own.head.field("snapshot-content-location").or(page.head.field("content-location"));
    draft.facts.url = address.filter(|url| url.starts_with("http")).or(draft.facts.url);
    Ok(draft)
}

/// A part of a message.
struct MimePart {
    head: MimeHeaders,
    body: Vec<u8>,
}

/// The fields of a head, their names in small letters.
#[derive(Debug, Default)]
struct MimeHeaders(Vec<(String, String)>);

impl MimeHeaders {
    fn field(&self, name: &str) -> Option<String> {
        self.0.iter().find(|(field, _)| field == name).map(|(_, value)| value.clone())
    }

    /// Returns a parameter of a field: the boundary of a content type.
    fn parameter(&self, field: &str, name: &str) -> Option<String> {
        let value = self.field(field)?;
        value.split(';').skip(1).find_map(|part| {
            let (key, value) = part.split_once('=')?;
            let value = value.trim().trim_matches('"');
            key.trim().eq_ignore_ascii_case(name).then(|| value.to_owned())
        })
    }
}

/// Finds the page: the first part of HTML.
fn page(bytes: &[u8], nested: usize, budget: &Budget) -> Result<Option<MimePart>, ImportError> {
    let (head, start) = head(bytes);
    let body = &bytes[start..];
    let kind = head.field("content-type").unwrap_or_default().to_ascii_lowercase();
    if kind.starts_with("text/html") || kind.starts_with("application/xhtml") {
        let encoding = head.field("content-transfer-encoding").unwrap_or_default();
        let body = decoded(body, &encoding);
        return Ok(Some(MimePart { head, body }));
    }
    let Some(boundary) = head.parameter("content-type", "boundary").filter(|b| !b.is_empty())
    else {
        return Ok(None);
    };
    if nested == 0 {
        return Ok(None);
    }
    let mark = format!("--{boundary}");
    let finder = memchr::memmem::Finder::new(&mark);
    let at_line = |at: &usize| *at == 0 || body[at - 1] == b'\n';
    let marks: Vec<usize> = finder.find_iter(body).filter(at_line).collect();
    for (index, &mark_at) in marks.iter().enumerate() {
        budget.step()?;
        let end = marks.get(index + 1).copied().unwrap_or(body.len());
        let part = &body[mark_at + mark.len()..end];
        if part.starts_with(b"--") {
            break;
        }
        let line = memchr::memchr(b'\n', part).map_or(part.len(), |at| at + 1);
        if let Some(found) = page(&part[line..], nested - 1, budget)? {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

/// Reads the head of a message or part, and gives where its body begins.
fn head(bytes: &[u8]) -> (MimeHeaders, usize) {
    const LONGEST: usize = 64 * 1024;
    let mut head = MimeHeaders::default();
    let mut at = 0;
    while at < bytes.len().min(LONGEST) {
        let end = memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |found| at + found + 1);
        let line = String::from_utf8_lossy(&bytes[at..end]);
        let text = line.trim_end_matches(['\r', '\n']);
        at = end;
        if text.is_empty() {
            break;
        }
        if text.starts_with([' ', '\t']) {
            if let Some((_, value)) = head.0.last_mut() {
                value.push(' ');
                value.push_str(text.trim());
            }
        } else if let Some((name, value)) = text.split_once(':') {
            head.0.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
    }
    (head, at)
}

fn decoded(body: &[u8], encoding: &str) -> Vec<u8> {
    match encoding.trim().to_ascii_lowercase().as_str() {
        "base64" => base64(body),
        "quoted-printable" => quoted_printable(body),
        _ => body.to_vec(),
    }
}

/// Decodes base64 (RFC 4648); what is none of its letters is passed over.
fn base64(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() * 3 / 4);
    let (mut bits, mut count) = (0u32, 0);
    for byte in body {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
        }
    }
    out
}

/// Decodes quoted-printable (RFC 2045, §6.7); what is not valid stays as it is.
fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut at = 0;
    while at < body.len() {
        let rest = &body[at..];
        match rest {
            [b'=', b'\r', b'\n', ..] => at += 3,
            [b'=', b'\n', ..] => at += 2,
            [b'=', high, low, ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                let digit = |byte: u8| (byte as char).to_digit(16).unwrap_or(0) as u8;
                out.push(digit(*high) << 4 | digit(*low));
                at += 3;
            }
            [byte, ..] => {
                out.push(*byte);
                at += 1;
            }
            [] => break,
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{base64, quoted_printable};

    #[test]
    fn both_codes_of_messages_are_read() {
        assert_eq!(base64(b"TeG7mXQg\r\nbMOg"), "Một là".as_bytes());
        assert_eq!(base64(b"TQ=="), b"M");
        assert_eq!(quoted_printable(b"M=E1=BB=99t=\r\n l=C3=A0 = =ZZ"), "Một là = =ZZ".as_bytes());
    }
}

//! An entry of a BibTeX file, for BibTeX and for biblatex.
//!
//! `@misc` is what both know; `eventtitle`, `venue`, `date` and `langid` are biblatex's, and BibTeX
//! passes over them. Names and titles stand in double braces, so that no style turns a Vietnamese
//! name round or takes its capitals away.

use super::source::CitedSource;
use std::fmt::Write as _;

/// Writes the entry of a speech, or of a part of it.
pub fn bibtex(source: &CitedSource<'_>) -> String {
    let meta = source.meta;
    let mut out = format!("@misc{{{},\n", source.key());
    let mut field = |name: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            // Writing to a string does not fail.
            let _ = writeln!(out, "  {name:<12} = {value},");
        }
    };
    let plain = |text: &str| format!("{{{}}}", escape(text));
    let kept = |text: &str| format!("{{{{{}}}}}", escape(text));
    field("author", meta.speaker.as_deref().map(kept));
    field("title", Some(kept(&meta.title)));
    field("howpublished", Some(plain(source.genre())));
    field("eventtitle", meta.occasion.as_deref().map(kept));
    field("venue", meta.place.as_deref().map(plain));
    field("number", meta.number.as_deref().map(plain));
    field("date", meta.date.map(|date| format!("{{{date}}}")));
    field("year", meta.date.map(|date| format!("{{{:04}}}", date.year())));
    field("month", meta.date.map(|date| MONTHS[usize::from(date.month() - 1) % 12].to_owned()));
    field("langid", source.babel().map(plain));
    field("url", meta.url.as_deref().map(|url| format!("{{{}}}", verbatim(url))));
    field("note", source.note().as_deref().map(plain));
    out.push_str("}\n");
    out
}

/// The months as BibTeX's styles define them.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Writes a text so that TeX prints it and nothing else: its ten special characters are commands.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '$' | '&' | '#' | '_' | '%' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// Writes an address for a field that is taken as it is: only what would end the field, or is no
/// part of an address, is percent-encoded.
fn verbatim(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for byte in url.bytes() {
        match byte {
            b'{' | b'}' | b'\\' | b' ' | b'"' | 0..=0x20 | 0x7F.. => {
                let _ = write!(out, "%{byte:02X}");
            }
            byte => out.push(char::from(byte)),
        }
    }
    out
}

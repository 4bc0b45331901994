//! XHTML by the rules of XML: turned into HTML that says the same.
//!
//! In XML any element may be empty (`<title/>`, `<script/>`), which HTML takes for the begin of one, and
//! words may stand in CDATA sections. What is not well-formed gives nothing: it is read as HTML.

use crate::formats::read::limits::Budget;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Elements of HTML that have no end.
const VOID: [&str; 15] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "basefont",
];
/// Elements whose words are no text of the page.
const UNSHOWN: [&str; 2] = ["script", "template"];
/// The namespace of XHTML.
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// Tells whether a page says that it is XHTML.
pub(super) fn is_told(source: &str) -> bool {
    const HEAD: usize = 2048;
    let head = &source[..source.floor_char_boundary(HEAD)];
    let start = head.trim_start_matches('\u{feff}').trim_start();
    start.starts_with("<?xml") || head.contains(XHTML)
}

/// Turns XHTML into HTML; gives nothing if it is not well-formed, or costs too much.
pub(super) fn to_html(source: &str, budget: &Budget) -> Option<String> {
    let mut reader = Reader::from_str(source);
    let mut out = String::with_capacity(source.len() + source.len() / 16);
    let mut open: Vec<Box<str>> = Vec::new();
    let mut prefix = String::new();
    let mut unshown = 0;
    let mut elements = 0;
    loop {
        budget.step().ok()?;
        match reader.read_event().ok()? {
            Event::Start(start) => {
                elements += 1;
                prefix = prefix_of(&start).unwrap_or(prefix);
                let name = local(start.name().into_inner(), &prefix).to_ascii_lowercase();
                unshown += usize::from(UNSHOWN.contains(&name.as_str()));
                if unshown == 0 {
                    begin(&start, &name, &mut out)?;
                }
                if open.len() >= budget.limits.depth {
                    return None;
                }
                open.push(name.into());
            }
            Event::Empty(start) => {
                elements += 1;
                prefix = prefix_of(&start).unwrap_or(prefix);
                let name = local(start.name().into_inner(), &prefix).to_ascii_lowercase();
                if unshown == 0 && !UNSHOWN.contains(&name.as_str()) {
                    begin(&start, &name, &mut out)?;
                    end(&name, &mut out);
                }
            }
            Event::End(_) => {
                let name = open.pop()?;
                if unshown == 0 {
                    end(&name, &mut out);
                }
                unshown -= usize::from(UNSHOWN.contains(&&*name));
            }
            Event::Text(text) if unshown == 0 => out.push_str(&text.xml10_content()),
            Event::CData(text) if unshown == 0 => {
                let text = text.xml10_content();
                match open.last().map(|name| &**name) {
                    // Its words are not marked up in HTML.
                    Some("style") => out.push_str(&text.replace("</", "< /")),
                    _ => escape(&text, &mut out),
                }
            }
            Event::GeneralRef(reference) if unshown == 0 => {
                out.push('&');
                out.push_str(&reference.into_inner());
                out.push(';');
            }
            Event::Eof => break,
            _ => {}
        }
    }
    (open.is_empty() && elements > 0).then_some(out)
}

/// Returns the prefix that stands for XHTML, if an element says so.
fn prefix_of(start: &BytesStart) -> Option<String> {
    let mut attributes = start.attributes();
    attributes.with_checks(false).flatten().find_map(|attribute| {
        let prefix = attribute.key.into_inner().strip_prefix("xmlns:")?;
        (attribute.value == XHTML).then(|| prefix.to_owned())
    })
}

/// Returns the name of an element of HTML without its prefix.
fn local<'n>(name: &'n str, prefix: &str) -> &'n str {
    match name.split_once(':') {
        Some((own, rest)) if own == prefix => rest,
        _ => name,
    }
}

fn begin(start: &BytesStart, name: &str, out: &mut String) -> Option<()> {
    out.push('<');
    out.push_str(name);
    for attribute in start.attributes() {
        let attribute = attribute.ok()?;
        out.push(' ');
        out.push_str(attribute.key.into_inner());
        out.push_str("=\"");
        out.push_str(&attribute.value.replace('"', "&quot;"));
        out.push('"');
    }
    out.push('>');
    Some(())
}

fn end(name: &str, out: &mut String) {
    if !VOID.contains(&name) {
        out.push_str("</");
        out.push_str(name);
        out.push('>');
    }
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            c => out.push(c),
        }
    }
}

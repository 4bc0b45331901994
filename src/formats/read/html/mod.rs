//! Web pages: the article with its headings, lists and tables; menus and links as furniture.
//!
//! A page of ordinary size is made a tree, in which the article is looked for. One that is very
//! large or nests very deep is read as a stream, in little memory, and only what the page itself
//! calls navigation becomes furniture.

mod article;
mod css;
mod flow;
mod lists;
mod piece;
mod source;
mod state;
mod tag;
#[cfg(test)]
mod tests;
mod title;
mod widget;
mod xhtml;

use super::ImportError;
use super::draft::{Draft, DraftNotice, FileProperties};
use super::limits::{Budget, Limit};
use super::sheet::DraftBuilder;
use crate::speech::{Format, Headings};
use crate::text::encoding::by_mark;
use crate::text::{Encoding, decode_as};
use article::{PiecePlace, WholePage};
pub(super) use css::Stylesheet;
use dom_query::Document;
use flow::HtmlFlow;

/// The largest page that is made a tree, in bytes.
const TREE: usize = 4 * 1024 * 1024;
/// The deepest nesting of one that is.
const DEPTH: usize = 400;
/// Where in a page its encoding is told, in bytes from the start.
const TOLD: usize = 4096;

/// Reads a web page.
pub(super) fn read(
    bytes: Vec<u8>,
    encoding: Option<Encoding>,
    budget: &Budget,
) -> Result<Draft, ImportError> {
    if bytes.len() as u64 > budget.limits.page {
        return Err(ImportError::Limit(Limit::Bytes));
    }
    let told = encoding.or_else(|| by_mark(&bytes)).or_else(|| told_encoding(&bytes));
    let (source, encoding, replaced) = decoded(bytes, told);
    let mut sheet = DraftBuilder::default();
    let (facts, notices) = page(&source, Stylesheet::default(), &mut sheet, budget)?;
    drop(source);
    let exported = facts.stated.id.is_some();
    let mut draft = sheet.finish(Format::Html, encoding, facts);
    if exported {
        // It is of this program, which marks every heading.
        draft.hints.headings = Headings::Marked;
    }
    draft.replaced = replaced;
    draft.notices.extend(notices);
    Ok(draft)
}

/// Reads the source of a page into a sheet, with the stylesheets that come beside it.
fn page(
    source: &str,
    styles: Stylesheet,
    sheet: &mut DraftBuilder,
    budget: &Budget,
) -> Result<(FileProperties, Vec<DraftNotice>), ImportError> {
    let read = by_rules(source, budget);
    let source = read.as_deref().unwrap_or(source);
    let mut notices = Vec::new();
    let mut facts = if is_tree(source) {
        let document = Document::from(source);
        let holder = article::holder(&document);
        let mut pieces = Vec::new();
        let mut flow = HtmlFlow::new(budget, |piece| {
            pieces.push(piece);
            Ok(())
        })
        .styled(styles);
        source::walk(&document, holder, &mut flow)?;
        let mut about = flow.finish()?;
        let page = WholePage { pieces, document, about: &mut about };
        notices = article::arrange(page, sheet, budget)?;
        about.facts
    } else {
        stream(source, styles, sheet, budget)?
    };
    facts.url = facts.url.or_else(|| saved_from(source));
    Ok((facts, notices))
}

/// Reads a chapter of a book into a sheet: all of it is text but for what it calls navigation itself.
pub(super) fn chapter(
    source: &str,
    styles: Stylesheet,
    sheet: &mut DraftBuilder,
    budget: &Budget,
) -> Result<FileProperties, ImportError> {
    let read = by_rules(source, budget);
    let source = read.as_deref().unwrap_or(source);
    if !is_tree(source) {
        return stream(source, styles, sheet, budget);
    }
    let document = Document::from(source);
    let put = |piece| article::put(piece, PiecePlace::Article, sheet, budget);
    let mut flow = HtmlFlow::new(budget, put).styled(styles);
    source::walk(&document, None, &mut flow)?;
    Ok(flow.finish()?.facts)
}

/// Tells whether a source is small and flat enough to be made a tree.
fn is_tree(source: &str) -> bool {
    source.len() <= TREE && depth(source) <= DEPTH
}

fn stream(
    source: &str,
    styles: Stylesheet,
    sheet: &mut DraftBuilder,
    budget: &Budget,
) -> Result<FileProperties, ImportError> {
    let put = |piece| article::put(piece, PiecePlace::Article, sheet, budget);
    let mut flow = HtmlFlow::new(budget, put).styled(styles);
    source::stream(source, &mut flow)?;
    Ok(flow.finish()?.facts)
}

/// Makes HTML of XHTML that is well-formed; anything else is HTML as it is.
fn by_rules(source: &str, budget: &Budget) -> Option<String> {
    xhtml::is_told(source).then(|| xhtml::to_html(source, budget)).flatten()
}

/// Tells whether a source has words in its body, as far as one can see without reading it.
pub(super) fn has_words(source: &str) -> bool {
    let body = source.find("<body").map_or(source, |at| &source[at..]);
    let mut rest = body;
    while let Some(open) = rest.find('<') {
        if rest[..open].contains(char::is_alphanumeric) {
            return true;
        }
        let behind = &rest[open..];
        let unshown = ["<script", "<style", "<svg", "<!--"]
            .iter()
            .zip(["</script", "</style", "</svg", "-->"]);
        let end = unshown.filter(|(begin, _)| behind.starts_with(**begin)).find_map(|(_, end)| {
            let tag = behind.find('>').filter(|close| !behind[..*close].ends_with('/'));
            tag.map(|_| behind.find(end).unwrap_or(behind.len()))
        });
        let from = end.unwrap_or(0);
        let close = behind[from..].find('>').map_or(behind.len(), |at| from + at + 1);
        rest = &behind[close..];
    }
    rest.contains(char::is_alphanumeric)
}

/// Decodes the source, without cleaning it: the text in it is cleaned in the end. Where the encoding
/// is told, the way back to the bytes is not kept: it would be longer than the page.
fn decoded(bytes: Vec<u8>, told: Option<Encoding>) -> (String, Encoding, usize) {
    match told {
        // What a page says of itself is often wrong where it is UTF-8.
        None | Some(Encoding::Utf8 | Encoding::Utf8Bom | Encoding::Web(_)) => {
            match String::from_utf8(bytes) {
                Ok(text) if told == Some(Encoding::Utf8Bom) => {
                    (text.trim_start_matches('\u{feff}').to_owned(), Encoding::Utf8Bom, 0)
                }
                Ok(text) => (text, Encoding::Utf8, 0),
                Err(error) => match told {
                    Some(Encoding::Web(web)) => {
                        let bytes = error.into_bytes();
                        let (text, bad) = web.decode_without_bom_handling(&bytes);
                        (text.into_owned(), Encoding::Web(web), usize::from(bad))
                    }
                    _ => {
                        let decoded = decode_as(error.into_bytes(), None);
                        (decoded.text, decoded.encoding, decoded.replaced)
                    }
                },
            }
        }
        Some(told @ (Encoding::Utf16Le | Encoding::Utf16Be)) => {
            let web = match told {
                Encoding::Utf16Be => encoding_rs::UTF_16BE,
                _ => encoding_rs::UTF_16LE,
            };
            let (text, bad) = web.decode_with_bom_removal(&bytes);
            (text.into_owned(), told, usize::from(bad))
        }
        Some(told) => {
            let decoded = decode_as(bytes, Some(told));
            (decoded.text, decoded.encoding, decoded.replaced)
        }
    }
}

/// Reads the encoding that a page says it has: `<meta charset="…">`, `<?xml encoding="…"?>`.
fn told_encoding(bytes: &[u8]) -> Option<Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(TOLD)]).to_ascii_lowercase();
    let at = ["charset", "encoding"].iter().find_map(|key| {
        head.match_indices(key).find_map(|(at, _)| {
            let rest = head[at + key.len()..].trim_start().strip_prefix('=')?;
            let rest = rest.trim_start().trim_start_matches(['"', '\'']);
            let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c)));
            Encoding::from_name(&rest[..end.unwrap_or(rest.len())])
        })
    });
    // A page whose bytes tell this in letters of one byte is not in UTF-16.
    at.filter(|encoding| !matches!(encoding, Encoding::Utf16LeBare | Encoding::Utf16BeBare))
}

/// Reads where a browser saved a page from.
fn saved_from(source: &str) -> Option<String> {
    let head = &source[..source.floor_char_boundary(TOLD)];
    let rest = head.split_once("<!-- saved from url=(")?.1;
    let url = rest.split_once(')')?.1;
    let url = url.split_ascii_whitespace().next()?;
    url.starts_with("http").then(|| url.to_owned())
}

/// Estimates how deep elements lie in one another, by their tags alone.
fn depth(source: &str) -> usize {
    // Their ends are often left out, and then they do not nest.
    const FLAT: [&[u8]; 20] = [
        b"p", b"li", b"td", b"th", b"tr", b"option", b"dt", b"dd", b"br", b"hr", b"img", b"input",
        b"meta", b"link", b"col", b"area", b"param", b"source", b"wbr", b"base",
    ];
    let bytes = source.as_bytes();
    let (mut depth, mut deepest) = (0usize, 0usize);
    for at in memchr::memchr_iter(b'<', bytes) {
        let closes = bytes.get(at + 1) == Some(&b'/');
        let from = at + 1 + usize::from(closes);
        let rest = &bytes[from.min(bytes.len())..bytes.len().min(from + 12)];
        let end = rest.iter().position(|byte| !byte.is_ascii_alphanumeric());
        let name = rest[..end.unwrap_or(rest.len())].to_ascii_lowercase();
        if name.is_empty() || FLAT.contains(&name.as_slice()) {
            continue;
        }
        if closes {
            depth = depth.saturating_sub(1);
        } else {
            depth += 1;
            deepest = deepest.max(depth);
        }
    }
    deepest
}

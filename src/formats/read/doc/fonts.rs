//! The fonts of a document: their names, and which letters their bytes are.

use super::bytes::{Bytes, wide};
use super::fib::{Age, Fib, TableStreamPart};
use crate::formats::read::rtf::page_of_charset;
use crate::text::Legacy;

/// A font.
#[derive(Clone, Debug)]
pub(super) struct DocFont {
    pub name: String,
    /// The encoding that its name tells.
    pub legacy: Option<Legacy>,
    /// The code page of its bytes; none for that of the document.
    pub page: Option<&'static encoding_rs::Encoding>,
    pub signs: FontKind,
}

/// What a font draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FontKind {
    Letters,
    /// Bullets, arrows and the like, at the places of letters.
    Symbols,
}

impl FontKind {
    /// Tells by the name of a font. Its character set does not: old Vietnamese fonts lie in it.
    fn of_font(name: &str) -> Self {
        const SYMBOLS: [&str; 7] = [
            "symbol",
            "wingdings",
            "webdings",
            "monotype sorts",
            "zapf dingbats",
            "marlett",
            "opensymbol",
        ];
        let name = name.to_lowercase();
        match SYMBOLS.iter().any(|symbols| name.starts_with(symbols)) {
            true => FontKind::Symbols,
            false => FontKind::Letters,
        }
    }
}

/// Reads the table of fonts (SttbfFfn: MS-DOC §2.9.286); a font that cannot be read has no name.
pub(super) fn fonts(fib: &Fib, table: &[u8]) -> Vec<DocFont> {
    /// Where names begin.
    const NAME6: usize = 6;
    const NAME97: usize = 40;
    /// The most fonts: texts name them by two bytes.
    const MOST: usize = 0x1_0000;
    let bytes = fib.part(TableStreamPart::Fonts, table);
    let mut at = if fib.age == Age::Word6 { 2 } else { 4 };
    let mut out = Vec::new();
    while let Some(length) = bytes.u8_at(at).filter(|_| out.len() < MOST) {
        let font = bytes.part(at, 1 + usize::from(length)).unwrap_or_default();
        let charset = font.u8_at(4).unwrap_or(0);
        let page = page_of_charset(i64::from(charset)).filter(|_| charset != 0);
        let name = match fib.age {
            Age::Word6 => {
                let name = font.get(NAME6..).unwrap_or_default();
                page.unwrap_or(encoding_rs::WINDOWS_1252).decode_without_bom_handling(name).0.into()
            }
            Age::Word97 => wide(font.get(NAME97..).unwrap_or_default()),
        };
        let name = name.split('\0').next().unwrap_or_default().to_owned();
        out.push(DocFont {
            legacy: Legacy::of_font(&name),
            signs: FontKind::of_font(&name),
            name,
            page,
        });
        at += 1 + usize::from(length);
    }
    out
}

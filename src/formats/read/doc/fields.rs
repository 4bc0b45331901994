//! Fields: a code that is not shown, then what it gave when the document was last brought up to date.

use super::bytes::Bytes;
use super::document::DocFile;
use super::pieces::Width;
use crate::formats::read::ImportError;
use crate::formats::read::numbering::bullet;
use std::collections::HashSet;
use std::ops::Range;

/// The longest code that is looked at, in bytes.
const CODE: usize = 256;
/// How many signs are looked at in one step.
const AT_ONCE: usize = 64;

/// The fields that are open where a story is read, the outermost first.
#[derive(Debug, Default)]
pub(super) struct OpenFields {
    open: Vec<OpenField>,
    /// Where fields begin that have an end: others hide nothing.
    whole: HashSet<usize>,
}

#[derive(Debug)]
enum OpenField {
    Code(String),
    Result,
    /// It has no end.
    Broken,
}

impl OpenFields {
    /// Finds the fields of a story.
    pub fn of(document: &DocFile, range: Range<usize>) -> Result<Self, ImportError> {
        const BEGIN: u16 = 19;
        const END: u16 = 21;
        let (mut begun, mut whole) = (Vec::new(), HashSet::new());
        for piece in document.pieces.within(range) {
            let width = piece.width.bytes();
            let end = piece.at + (piece.to - piece.from) * width;
            for (count, at) in (piece.at..end).step_by(width).enumerate() {
                if count.is_multiple_of(AT_ONCE) {
                    document.budget.step()?;
                }
                let sign = match piece.width {
                    Width::One => document.main.u8_at(at).map(u16::from),
                    Width::Two => document.main.u16_at(at),
                };
                match sign {
                    Some(BEGIN) => begun.push(at),
                    Some(END) => whole.extend(begun.pop()),
                    _ => {}
                }
            }
        }
        Ok(OpenFields { open: Vec::new(), whole })
    }

    /// A field begins at a place.
    pub fn begin(&mut self, at: usize) {
        let field = match self.whole.contains(&at) {
            true => OpenField::Code(String::new()),
            false => OpenField::Broken,
        };
        self.open.push(field);
    }

    /// What it gave comes.
    pub fn result(&mut self) {
        if let Some(field) = self.open.last_mut() {
            *field = OpenField::Result;
        }
    }

    /// It ends; gives the sign that it stands for, if its code says so.
    pub fn end(&mut self) -> Option<String> {
        while let Some(OpenField::Broken) = self.open.last() {
            self.open.pop();
        }
        match self.open.pop()? {
            OpenField::Code(code) if !self.is_code() => symbol(&code),
            _ => None,
        }
    }

    /// Tells whether signs are of a code.
    pub fn is_code(&self) -> bool {
        self.open.iter().any(|field| matches!(field, OpenField::Code(_)))
    }

    /// Adds words to the code that is open.
    pub fn code(&mut self, words: &str) {
        let code = self.open.iter_mut().rev().find_map(|field| match field {
            OpenField::Code(code) => Some(code),
            OpenField::Result | OpenField::Broken => None,
        });
        if let Some(code) = code.filter(|code| code.len() < CODE) {
            code.push_str(words);
        }
    }
}

/// Returns the sign of a field such as `SYMBOL 183 \f "Symbol"`.
fn symbol(code: &str) -> Option<String> {
    let mut words = code.split_whitespace();
    if !words.next()?.eq_ignore_ascii_case("symbol") {
        return None;
    }
    let number = words.next()?;
    let number = match number.strip_prefix("0x").or_else(|| number.strip_prefix("0X")) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    let font = code.to_lowercase();
    let is_symbol = ["symbol\"", "wingdings", "webdings"].iter().any(|name| font.contains(name));
    match char::from_u32(if is_symbol && number < 0x100 { number | 0xF000 } else { number })? {
        sign if is_symbol => Some(bullet(&sign.to_string())),
        sign => Some(sign.to_string()),
    }
}

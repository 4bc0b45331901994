//! From bytes to clean text: encoding, controls, Unicode form. It never fails.

use super::clean::{compose, strip_controls};
use super::offset::{OffsetMap, Runs};

/// How a text's bytes were encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8 without a byte order mark.
    Utf8,
    /// UTF-8 with a byte order mark.
    Utf8Bom,
    /// UTF-16, low byte first, with a byte order mark.
    Utf16Le,
    /// UTF-16, high byte first, with a byte order mark.
    Utf16Be,
}

impl Encoding {
    /// Gives the name to show.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf8Bom => "UTF-8 (BOM)",
            Encoding::Utf16Le => "UTF-16LE",
            Encoding::Utf16Be => "UTF-16BE",
        }
    }
}

/// A text as the rest of the program works on it, and what was done to get it.
#[derive(Clone, Debug)]
pub struct Decoded {
    /// The text: NFC, printable characters and `\n` only, as many `\n` as the input has LFs.
    pub text: String,
    /// The way back to the bytes.
    pub offsets: OffsetMap,
    /// How the bytes were encoded.
    pub encoding: Encoding,
    /// How many stretches of invalid bytes were shown as U+FFFD.
    pub replaced: usize,
    /// How many control characters and escape sequences were taken out.
    pub removed: usize,
}

/// Decodes a text. Bytes that are not valid become U+FFFD and are counted.
pub fn decode(bytes: Vec<u8>) -> Decoded {
    let mut offsets = OffsetMap::default();
    let (mut text, encoding, first, replaced) = match bytes.as_slice() {
        [0xFF, 0xFE, ..] => {
            let (text, runs, bad) = utf16(&bytes, u16::from_le_bytes);
            (text, Encoding::Utf16Le, runs, bad)
        }
        [0xFE, 0xFF, ..] => {
            let (text, runs, bad) = utf16(&bytes, u16::from_be_bytes);
            (text, Encoding::Utf16Be, runs, bad)
        }
        [0xEF, 0xBB, 0xBF, ..] => {
            let (text, mut runs, bad) = utf8(bytes[3..].to_vec());
            runs.shift_source(3);
            (text, Encoding::Utf8Bom, runs, bad)
        }
        _ => {
            let (text, runs, bad) = utf8(bytes);
            (text, Encoding::Utf8, runs, bad)
        }
    };
    let mut stages = vec![first];
    let mut removed = 0;
    if let Some((clean, runs, count)) = strip_controls(&text) {
        (text, removed) = (clean, count);
        stages.push(runs);
    }
    if let Some((composed, runs)) = compose(&text) {
        text = composed;
        stages.push(runs);
    }
    for stage in stages.into_iter().rev() {
        offsets.push_earlier(stage);
    }
    Decoded { text, offsets, encoding, replaced, removed }
}

fn utf8(bytes: Vec<u8>) -> (String, Runs, usize) {
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return (text, Runs::default(), 0),
        Err(error) => error.into_bytes(),
    };
    let mut text = String::with_capacity(bytes.len());
    let mut runs = Runs::default();
    let mut replaced = 0;
    let mut source = 0;
    for chunk in bytes.utf8_chunks() {
        runs.mark(text.len(), source);
        text.push_str(chunk.valid());
        source += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            runs.mark(text.len(), source);
            text.push(char::REPLACEMENT_CHARACTER);
            source += chunk.invalid().len();
            replaced += 1;
        }
    }
    runs.mark(text.len(), source);
    (text, runs, replaced)
}

/// Decodes UTF-16 behind its byte order mark, and records where every character came from.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (String, Runs, usize) {
    let units = bytes[2..].chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    let mut text = String::with_capacity(bytes.len());
    let mut runs = Runs::default();
    let mut replaced = 0;
    let mut source = 2;
    for decoded in char::decode_utf16(units) {
        runs.mark(text.len(), source);
        let c = decoded.unwrap_or_else(|_| {
            replaced += 1;
            char::REPLACEMENT_CHARACTER
        });
        text.push(c);
        source += 2 * c.len_utf16();
    }
    if bytes.len() % 2 == 1 {
        runs.mark(text.len(), source);
        text.push(char::REPLACEMENT_CHARACTER);
        replaced += 1;
        source += 1;
    }
    runs.mark(text.len(), source);
    (text, runs, replaced)
}

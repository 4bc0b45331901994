//! From bytes to clean text: encoding, controls, Unicode form. It never fails.

use super::clean::{compose, strip_controls};
use super::encoding::{Encoding, Unicode, bare_utf16, by_mark, of_bytes, western};
use super::legacy;
use super::offset::{OffsetMap, Runs};

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

/// Decodes a text. Its encoding is told by the bytes; bytes that are not valid become U+FFFD and
/// are counted.
pub fn decode(bytes: Vec<u8>) -> Decoded {
    decode_as(bytes, None)
}

/// Decodes a text whose encoding is known, or is to be told by the bytes.
pub fn decode_as(bytes: Vec<u8>, encoding: Option<Encoding>) -> Decoded {
    let said = encoding.map(|encoding| encoding.marked(&bytes));
    let told = said.or_else(|| by_mark(&bytes)).or_else(|| bare_utf16(&bytes));
    let (text, stages, encoding, replaced) = match told {
        Some(encoding) => {
            let (text, stages, bad) = stages_of(bytes, encoding);
            let unicode = encoding.unicode().filter(|_| said.is_none());
            match unicode {
                Some(unicode) => unfonted(text, stages, (encoding, unicode), bad),
                None => (text, stages, encoding, bad),
            }
        }
        None => unmarked(bytes),
    };
    cleaned(text, encoding, stages, replaced)
}

/// A text, the stages of the way back from it, how it was encoded, and how much of it was not valid.
type Made = (String, Vec<Runs>, Encoding, usize);

/// Makes Vietnamese letters of those of an old font in a text of Unicode, if it has such.
fn unfonted(
    text: String,
    mut stages: Vec<Runs>,
    (encoding, unicode): (Encoding, Unicode),
    bad: usize,
) -> Made {
    match legacy::is_suspect(&text).then(|| legacy::detect(&text)).flatten() {
        Some(legacy) => {
            let (text, runs) = legacy.convert_with_runs(&text);
            stages.push(runs);
            (text, stages, Encoding::LegacyIn(legacy, unicode), bad)
        }
        None => (text, stages, encoding, bad),
    }
}

/// Cleans a text that was put together of decoded parts, as [`decode`] does. Where its letters
/// stand for those of an old font, they become the Vietnamese ones.
pub fn clean_text(text: String, encoding: Encoding) -> Decoded {
    let (text, stages, encoding, _) = unfonted(text, Vec::new(), (encoding, Unicode::Utf8), 0);
    cleaned(text, encoding, stages, 0)
}

fn cleaned(
    mut text: String,
    encoding: Encoding,
    mut stages: Vec<Runs>,
    replaced: usize,
) -> Decoded {
    let mut removed = 0;
    if let Some((clean, runs, count)) = strip_controls(&text) {
        (text, removed) = (clean, count);
        stages.push(runs);
    }
    if let Some((composed, runs)) = compose(&text) {
        text = composed;
        stages.push(runs);
    }
    let mut offsets = OffsetMap::default();
    for stage in stages.into_iter().rev() {
        offsets.push_earlier(stage);
    }
    Decoded { text, offsets, encoding, replaced, removed }
}

/// Decodes what has no mark: UTF-8, or else what the bytes tell.
fn unmarked(bytes: Vec<u8>) -> Made {
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return unfonted(text, Vec::new(), (Encoding::Utf8, Unicode::Utf8), 0),
        Err(error) => error.into_bytes(),
    };
    let encoding = of_bytes(&bytes);
    let (text, stages, bad) = stages_of(bytes, encoding);
    (text, stages, encoding, bad)
}

/// Decodes bytes. Gives the text, the stages of the way back, the first one first, and how many
/// stretches were not valid.
fn stages_of(bytes: Vec<u8>, encoding: Encoding) -> (String, Vec<Runs>, usize) {
    let one = |(text, runs, bad): (String, Runs, usize)| (text, vec![runs], bad);
    match encoding {
        Encoding::Utf8 => one(utf8(bytes)),
        Encoding::Utf8Bom => {
            let (text, mut runs, bad) = utf8(bytes[3..].to_vec());
            runs.shift_source(3);
            one((text, runs, bad))
        }
        Encoding::Utf16Le => one(utf16(&bytes, 2, u16::from_le_bytes)),
        Encoding::Utf16Be => one(utf16(&bytes, 2, u16::from_be_bytes)),
        Encoding::Utf16LeBare => one(utf16(&bytes, 0, u16::from_le_bytes)),
        Encoding::Utf16BeBare => one(utf16(&bytes, 0, u16::from_be_bytes)),
        Encoding::Legacy(legacy) => {
            let (text, runs, bad) = single_bytes(&bytes, western);
            let (text, converted) = legacy.convert_with_runs(&text);
            (text, vec![runs, converted], bad)
        }
        Encoding::LegacyIn(legacy, unicode) => {
            let plain = match unicode {
                Unicode::Utf8 => Encoding::Utf8,
                Unicode::Utf16Le => Encoding::Utf16LeBare,
                Unicode::Utf16Be => Encoding::Utf16BeBare,
            };
            let marked = by_mark(&bytes).filter(|mark| mark.unicode() == Some(unicode));
            let (text, mut stages, bad) = stages_of(bytes, marked.unwrap_or(plain));
            let (text, converted) = legacy.convert_with_runs(&text);
            stages.push(converted);
            (text, stages, bad)
        }
        Encoding::Web(web) if web.is_single_byte() => {
            one(single_bytes(&bytes, |bytes| web.decode_without_bom_handling(bytes).0.into_owned()))
        }
        Encoding::Web(web) => one(stepwise(&bytes, web)),
    }
}

/// Decodes an encoding in which one byte is one character.
fn single_bytes(bytes: &[u8], decode: impl Fn(&[u8]) -> String) -> (String, Runs, usize) {
    let mut text = decode(bytes);
    let mut runs = Runs::default();
    let mut replaced = 0;
    let mut ascii = true;
    for (source, (at, c)) in text.char_indices().enumerate() {
        // Behind a run of ASCII or of equally long letters every place follows from the first.
        if !(ascii && c.is_ascii()) {
            runs.mark(at, source);
        }
        ascii = c.is_ascii();
        replaced += usize::from(c == char::REPLACEMENT_CHARACTER);
    }
    runs.mark(text.len(), bytes.len());
    text.shrink_to_fit();
    (text, runs, replaced)
}

/// Decodes an encoding of which a character has several bytes: byte by byte, so that each character
/// leads back to its first one.
fn stepwise(bytes: &[u8], web: &'static encoding_rs::Encoding) -> (String, Runs, usize) {
    let mut decoder = web.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len() * 3 / 2);
    let mut runs = Runs::default();
    let mut replaced = 0;
    // One byte completes at most two characters: an invalid one and itself.
    let mut space = [0; 16];
    let mut begin = 0;
    for at in 0..=bytes.len() {
        let byte = &bytes[at..bytes.len().min(at + 1)];
        let (_, _, length, bad) = decoder.decode_to_utf8(byte, &mut space, byte.is_empty());
        replaced += usize::from(bad);
        let said = std::str::from_utf8(&space[..length]).unwrap_or_default();
        for (index, c) in said.chars().enumerate() {
            runs.mark(text.len(), if index == 0 { begin } else { at });
            text.push(c);
        }
        if length > 0 {
            begin = at + 1;
        }
    }
    runs.mark(text.len(), bytes.len());
    (text, runs, replaced)
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

/// Decodes UTF-16 from byte `start` on, and records where every character came from.
fn utf16(bytes: &[u8], start: usize, unit: fn([u8; 2]) -> u16) -> (String, Runs, usize) {
    let units = bytes[start..].chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    let mut text = String::with_capacity(bytes.len());
    let mut runs = Runs::default();
    let mut replaced = 0;
    let mut source = start;
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

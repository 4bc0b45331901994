//! Promises of decoding, folding and measuring.

use crate::text::encoding::{Encoding, Unicode};
use crate::text::spread::spread;
use crate::text::width::{pad, prefix, truncate, width};
use crate::text::{decode, decode_as, fold, fold_with_map, printable};
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{UnicodeNormalization, is_nfc};
use unicode_segmentation::UnicodeSegmentation;

/// Characters that nothing may let through, besides the controls: they turn the direction of a
/// line, or are there without being seen.
const UNSEEN: [(char, char); 10] = [
    ('\u{AD}', '\u{AD}'),
    ('\u{34F}', '\u{34F}'),
    ('\u{61C}', '\u{61C}'),
    ('\u{200B}', '\u{200F}'),
    ('\u{2028}', '\u{202E}'),
    ('\u{2060}', '\u{206F}'),
    ('\u{FE00}', '\u{FE0F}'),
    ('\u{FEFF}', '\u{FEFF}'),
    ('\u{FFF9}', '\u{FFFB}'),
    ('\u{E0000}', '\u{E0FFF}'),
];

/// Tells whether a character may be shown: it is no control and not one of those unseen.
pub fn is_printable(c: char) -> bool {
    !c.is_control() && !UNSEEN.iter().any(|&(first, last)| (first..=last).contains(&c))
}

/// Any bytes become text that is in NFC, holds nothing but printable characters and as many `\n`
/// as there were LFs, decodes to itself, and leads back to the bytes it was made from.
///
/// # Panics
///
/// If one of these does not hold.
pub fn decoding(bytes: &[u8]) {
    let decoded = decode(bytes.to_vec());
    let text = &decoded.text;
    let bad = text.chars().find(|&c| c != '\n' && !is_printable(c));
    assert_eq!(bad, None, "only what is printable passes");
    assert!(is_nfc(text), "the text is in NFC");
    let line_ends = text.matches('\n').count();
    assert_eq!(line_ends, line_feeds(bytes, decoded.encoding), "every LF stays, none is made");

    let again = decode(text.clone().into_bytes());
    assert_eq!(&again.text, text, "a decoded text decodes to itself");
    assert_eq!((again.removed, again.replaced), (0, 0), "nothing is left to take out");
    assert!(again.offsets.is_identity(), "where nothing was done every place is its own source");

    let mut last = decoded.offsets.to_source(0);
    for (at, grapheme) in text.grapheme_indices(true) {
        let start = decoded.offsets.to_source(at);
        let end = decoded.offsets.to_source(at + grapheme.len());
        assert!(last <= start && start < end, "sources are in order at {at} of {text:?}");
        assert!(end <= bytes.len(), "sources are in the bytes at {at} of {text:?}");
        last = start;
        if !grapheme.contains(char::REPLACEMENT_CHARACTER) {
            let found = decode_part(&bytes[start..end], decoded.encoding);
            // The letters of a word in capitals may be drawn as capitals by the font alone.
            let same =
                |one: &str, other: &str| one.to_lowercase().starts_with(&other.to_lowercase());
            assert!(same(&found, grapheme), "{grapheme:?} at {at} came from {found:?}");
        }
    }
    assert_eq!(decoded.offsets.to_source(text.len()), bytes.len(), "the end leads to the end");

    let line = printable(text);
    assert_eq!(line, text.replace('\n', " "), "what is decoded is printable but for line ends");
}

/// The encodings that a user may name.
const NAMED: [&str; 10] = [
    "utf-8",
    "utf-16le",
    "utf-16be",
    "windows-1258",
    "windows-1252",
    "tcvn3",
    "vni",
    "gbk",
    "iso-2022-jp",
    "macintosh",
];

/// Any bytes, in an encoding that the first of them names, become text as in [`decoding`], and
/// every place leads back into them, in order.
///
/// # Panics
///
/// If one of these does not hold.
pub fn encoded(bytes: &[u8]) {
    let Some((first, bytes)) = bytes.split_first() else { return };
    let name = NAMED[usize::from(*first) % NAMED.len()];
    let encoding = Encoding::from_name(name).unwrap_or_else(|| panic!("{name} is an encoding"));
    let decoded = decode_as(bytes.to_vec(), Some(encoding));
    let text = &decoded.text;
    let bad = text.chars().find(|&c| c != '\n' && !is_printable(c));
    assert_eq!(bad, None, "only what is printable passes");
    assert!(is_nfc(text), "the text is in NFC");
    let mut last = 0;
    for (at, _) in text.char_indices() {
        let source = decoded.offsets.to_source(at);
        assert!(last <= source && source <= bytes.len(), "{name}: {at} of {text:?} is at {source}");
        last = source;
    }
}

fn line_feeds(bytes: &[u8], encoding: Encoding) -> usize {
    let units =
        |from: usize, lf: [u8; 2]| bytes[from..].chunks_exact(2).filter(|unit| *unit == lf).count();
    match encoding {
        Encoding::Utf16Le => units(2, [b'\n', 0]),
        Encoding::Utf16Be => units(2, [0, b'\n']),
        Encoding::Utf16LeBare | Encoding::LegacyIn(_, Unicode::Utf16Le) => units(0, [b'\n', 0]),
        Encoding::Utf16BeBare | Encoding::LegacyIn(_, Unicode::Utf16Be) => units(0, [0, b'\n']),
        Encoding::Utf8
        | Encoding::Utf8Bom
        | Encoding::Legacy(_)
        | Encoding::LegacyIn(_, Unicode::Utf8)
        | Encoding::Web(_) => memchr::memchr_iter(b'\n', bytes).count(),
    }
}

fn decode_part(bytes: &[u8], encoding: Encoding) -> String {
    // A part has no mark, and is too short to tell its encoding.
    let encoding = match encoding {
        Encoding::Utf16Le => Encoding::Utf16LeBare,
        Encoding::Utf16Be => Encoding::Utf16BeBare,
        other => other,
    };
    decode_as(bytes.to_vec(), Some(encoding)).text
}

/// Folding twice folds no further; NFC and NFD fold alike; every stretch of a folded text leads
/// back to one on character boundaries that folds to it.
///
/// # Panics
///
/// If one of these does not hold.
pub fn folding(text: &str) {
    let folded = fold(text);
    assert_eq!(fold(&folded), folded, "folding {text:?} twice folds no further");
    let (nfc, nfd): (String, String) = (text.nfc().collect(), text.nfd().collect());
    if nfd.chars().all(is_plain_when_apart) {
        assert_eq!(fold(&nfc), fold(&nfd), "{text:?} folds alike in NFC and NFD");
    }
    let mapped = fold_with_map(text);
    assert_eq!(mapped.text, folded, "both ways of folding {text:?} agree");
    let bounds: Vec<usize> =
        folded.char_indices().map(|(at, _)| at).chain([folded.len()]).collect();
    for (index, &start) in bounds.iter().enumerate() {
        for &end in bounds[index + 1..].iter().take(3).chain(bounds.last()) {
            if start >= end {
                continue;
            }
            let source = mapped.source_range(start..end);
            let found = text.get(source.clone());
            let found = found.unwrap_or_else(|| panic!("{source:?} is no range of {text:?}"));
            // What begins or ends within a ligature leads back to all of it.
            let again = fold(found);
            let agrees = match found.chars().any(|c| spread(c).count() > 1) {
                true => again.contains(&folded[start..end]),
                false => again == folded[start..end],
            };
            assert!(agrees, "a stretch of {text:?} folds to itself: {again:?}");
        }
    }
}

/// Tells whether folding treats a character of a decomposed text as it does the composed one:
/// marks of other scripts, and parts of Hangul syllables, are letters to it.
fn is_plain_when_apart(c: char) -> bool {
    let hangul = ('\u{1100}'..='\u{11FF}').contains(&c);
    !hangul && (!is_combining_mark(c) || ('\u{300}'..='\u{36F}').contains(&c))
}

/// What is cut fits and is a start of the text; what is filled up is exactly as wide as asked.
///
/// # Panics
///
/// If one of these does not hold.
pub fn measuring(text: &str, cells: usize) {
    let start = prefix(text, cells);
    assert!(text.starts_with(start) && width(start) <= cells, "{start:?} begins {text:?}");
    let cut = truncate(text, cells);
    assert!(width(&cut) <= cells, "{cut:?} is at most {cells} wide");
    assert_eq!(cut == text, width(text) <= cells, "{text:?} is cut only if it must be");
    assert_eq!(width(&pad(&cut, cells)), cells, "{cut:?} is filled up to {cells}");
}

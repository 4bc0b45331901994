//! How the bytes of a text are encoded: names, and telling by the bytes.

use super::legacy::{self, Legacy, Score};

/// How a text's bytes were encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8 without a byte order mark.
    Utf8,
    /// UTF-8 with a byte order mark.
    Utf8Bom,
    /// UTF-16, low byte first, with a byte order mark.
    Utf16Le,
    /// UTF-16, high byte first, with a byte order mark.
    Utf16Be,
    /// UTF-16, low byte first, without a byte order mark.
    Utf16LeBare,
    /// UTF-16, high byte first, without a byte order mark.
    Utf16BeBare,
    /// Bytes of a Vietnamese font from before Unicode.
    Legacy(Legacy),
    /// Unicode of the western letters in whose places such a font draws Vietnamese ones, with or
    /// without a byte order mark.
    LegacyIn(Legacy, Unicode),
    /// One of the encodings of the web: windows-1258, windows-1252, GBK.
    Web(&'static encoding_rs::Encoding),
}

/// The forms of Unicode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unicode {
    /// UTF-8.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
}

/// Half of the bytes of a text in UTF-16 are zero if its letters are Latin; of a Vietnamese one at
/// least so many in a hundred.
const ZEROS: usize = 20;

impl Encoding {
    /// Returns the name to show.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf8Bom => "UTF-8 (BOM)",
            Encoding::Utf16Le | Encoding::Utf16LeBare => "UTF-16LE",
            Encoding::Utf16Be | Encoding::Utf16BeBare => "UTF-16BE",
            Encoding::Legacy(Legacy::Tcvn3) | Encoding::LegacyIn(Legacy::Tcvn3, _) => "TCVN3 (ABC)",
            Encoding::Legacy(Legacy::Vni) | Encoding::LegacyIn(Legacy::Vni, _) => "VNI",
            Encoding::Web(encoding) => encoding.name(),
        }
    }

    /// Tells whether the bytes are Unicode and stand for what they say.
    pub fn is_unicode(self) -> bool {
        !matches!(self, Encoding::Legacy(_) | Encoding::LegacyIn(..) | Encoding::Web(_))
    }

    /// Reads the name of an encoding as a user or a web page writes it: "tcvn3", "windows-1258".
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.trim().to_ascii_lowercase();
        Some(match name.as_str() {
            "tcvn3" | "tcvn" | "abc" | "tcvn5712" | "tcvn-5712" => Encoding::Legacy(Legacy::Tcvn3),
            "vni" | "vni-windows" => Encoding::Legacy(Legacy::Vni),
            "cp1258" => Encoding::Web(encoding_rs::WINDOWS_1258),
            "utf-16be" | "utf16be" => Encoding::Utf16BeBare,
            "utf-16" | "utf16" | "utf-16le" | "utf16le" => Encoding::Utf16LeBare,
            _ => match encoding_rs::Encoding::for_label_no_replacement(name.as_bytes())? {
                web if web == encoding_rs::UTF_8 => Encoding::Utf8,
                web if web == encoding_rs::UTF_16LE => Encoding::Utf16LeBare,
                web if web == encoding_rs::UTF_16BE => Encoding::Utf16BeBare,
                web => Encoding::Web(web),
            },
        })
    }

    /// Finds the encoding that [`Encoding::name`] shows by this name; one of those, if several are
    /// shown by it.
    pub fn from_shown_name(name: &str) -> Option<Self> {
        if name == Encoding::Utf8Bom.name() {
            return Some(Encoding::Utf8Bom);
        }
        Encoding::from_name(name.split(" (").next().unwrap_or(name))
    }

    /// Returns the form of Unicode that this is one of.
    pub(super) fn unicode(self) -> Option<Unicode> {
        Some(match self {
            Encoding::Utf8 | Encoding::Utf8Bom => Unicode::Utf8,
            Encoding::Utf16Le | Encoding::Utf16LeBare => Unicode::Utf16Le,
            Encoding::Utf16Be | Encoding::Utf16BeBare => Unicode::Utf16Be,
            Encoding::LegacyIn(_, unicode) => unicode,
            Encoding::Legacy(_) | Encoding::Web(_) => return None,
        })
    }

    /// Returns the form of this encoding that `bytes` are in: with the byte order mark that they begin
    /// with, and of an old font its letters in Unicode where a program wrote them so.
    pub(super) fn marked(self, bytes: &[u8]) -> Self {
        if let Encoding::Legacy(legacy) = self {
            let told = by_mark(bytes).or_else(|| bare_utf16(bytes)).and_then(Encoding::unicode);
            let unicode = told.or_else(|| is_wide_utf8(bytes).then_some(Unicode::Utf8));
            return unicode.map_or(self, |unicode| Encoding::LegacyIn(legacy, unicode));
        }
        match (self, bytes) {
            (Encoding::Utf8 | Encoding::Utf8Bom, [0xEF, 0xBB, 0xBF, ..]) => Encoding::Utf8Bom,
            (Encoding::Utf8Bom, _) => Encoding::Utf8,
            (Encoding::Utf16Le | Encoding::Utf16LeBare, [0xFF, 0xFE, ..]) => Encoding::Utf16Le,
            (Encoding::Utf16Le, _) => Encoding::Utf16LeBare,
            (Encoding::Utf16Be | Encoding::Utf16BeBare, [0xFE, 0xFF, ..]) => Encoding::Utf16Be,
            (Encoding::Utf16Be, _) => Encoding::Utf16BeBare,
            (other, _) => other,
        }
    }
}

/// Tells whether bytes are UTF-8 with letters beyond ASCII. Those of an old font hardly ever are.
fn is_wide_utf8(bytes: &[u8]) -> bool {
    !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok()
}

/// Tells the encoding by a byte order mark.
pub fn by_mark(bytes: &[u8]) -> Option<Encoding> {
    match bytes {
        [0xFF, 0xFE, ..] => Some(Encoding::Utf16Le),
        [0xFE, 0xFF, ..] => Some(Encoding::Utf16Be),
        [0xEF, 0xBB, 0xBF, ..] => Some(Encoding::Utf8Bom),
        _ => None,
    }
}

/// Tells whether bytes are UTF-16 without a mark: many zeros, nearly all at the odd places or
/// nearly all at the even ones.
pub(super) fn bare_utf16(bytes: &[u8]) -> Option<Encoding> {
    const FEW: usize = 16;
    let sample = &bytes[..bytes.len().min(4096) & !1];
    if sample.len() < FEW || memchr::memchr(0, sample).is_none() {
        return None;
    }
    let (mut even, mut odd) = (0, 0);
    for pair in sample.chunks_exact(2) {
        // A pair of zeros is data, no text.
        even += usize::from(pair[0] == 0 && pair[1] != 0);
        odd += usize::from(pair[1] == 0 && pair[0] != 0);
    }
    let pairs = sample.len() / 2;
    let many = |some: usize, other: usize| some * 100 >= pairs * ZEROS && other * 50 <= some;
    match () {
        () if many(odd, even) => Some(Encoding::Utf16LeBare),
        () if many(even, odd) => Some(Encoding::Utf16BeBare),
        () => None,
    }
}

/// Tells the encoding of bytes that are not UTF-8. It is UTF-8 with some bytes that are wrong
/// unless another one gives a text that reads as Vietnamese, or is plainly western.
pub(super) fn of_bytes(bytes: &[u8]) -> Encoding {
    let valid = bytes.utf8_chunks().next().map_or(0, |chunk| chunk.valid().len());
    let start = valid.saturating_sub(1024);
    let sample = &bytes[start..bytes.len().min(start + legacy::SAMPLE)];
    let (mut good, mut bad) = (0, 0);
    for chunk in sample.utf8_chunks() {
        // The longer a character, the less it is one by chance.
        let wide = chunk.valid().chars().filter(|c| !c.is_ascii());
        good += wide.map(|c| if c.len_utf8() > 2 { 3 } else { 1 }).sum::<usize>();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    if good >= bad {
        return Encoding::Utf8;
    }
    let western = western(sample);
    let (web, _) = encoding_rs::WINDOWS_1258.decode_without_bom_handling(sample);
    let candidates = [
        (Encoding::Web(encoding_rs::WINDOWS_1258), Score::of(&web)),
        (Encoding::Legacy(Legacy::Tcvn3), Score::of(&Legacy::Tcvn3.convert(&western))),
        (Encoding::Legacy(Legacy::Vni), Score::of(&Legacy::Vni.convert(&western))),
    ];
    let best = candidates.into_iter().max_by_key(|(_, score)| score.margin());
    match best {
        Some((encoding, score)) if score.is_vietnamese() => encoding,
        _ => other(sample, bad),
    }
}

/// Decodes bytes as windows-1252, in which every byte is a letter or sign.
pub(super) fn western(bytes: &[u8]) -> String {
    encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()
}

/// Tells the encoding of a text that is not Vietnamese: what chardetng takes it for, if nearly all
/// of it is plain letters.
fn other(sample: &[u8], bad: usize) -> Encoding {
    const FEW: usize = 32;
    let plain = sample.iter().filter(|byte| matches!(byte, b' '..=b'~' | b'\n' | b'\r' | b'\t'));
    if sample.len() < FEW || bad == 0 || plain.count() * 10 < sample.len() * 8 {
        return Encoding::Utf8;
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    let encoding = detector.guess(None, chardetng::Utf8Detection::Deny);
    match encoding.is_single_byte() {
        true => Encoding::Web(encoding),
        false => Encoding::Utf8,
    }
}

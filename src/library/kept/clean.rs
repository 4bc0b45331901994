//! Texts from the user's files, made fit to be shown.
//!
//! Whatever is read from or written to a file passes through here once, so nothing above needs to
//! doubt a title, a note or a quote: NFC, no escape sequences, line ends kept where they belong.

use crate::text::printable;

/// Makes a text of several lines fit to be shown; line ends stay.
pub(super) fn lines(text: &str) -> String {
    if is_harmless(text) {
        return text.to_owned();
    }
    let lines = text.split('\n').map(|line| printable(line.strip_suffix('\r').unwrap_or(line)));
    lines.collect::<Vec<_>>().join("\n")
}

/// Makes a text of one line fit to be shown; line ends become blanks.
pub(super) fn line(text: &str) -> String {
    if is_harmless(text) && !text.contains('\n') {
        return text.to_owned();
    }
    printable(text).into_owned()
}

/// Tells, at the price of one pass over the bytes, that a text needs no cleaning: it holds only
/// printable ASCII, line feeds, the letters of U+00C0 to U+02FF and U+1E80 to U+1EFF, which are
/// all in NFC, and common punctuation. A text with anything else may be clean all the same.
fn is_harmless(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (second, third) = (bytes.get(1..).unwrap_or(&[]), bytes.get(2..).unwrap_or(&[]));
    // Every byte is judged by itself and together with the next ones, and without an early end,
    // so that it runs on many bytes at once.
    let alone = bytes.iter().fold(false, |bad, &byte| {
        let control = (byte < 0x20) & (byte != b'\n') | (byte == 0x7F);
        bad | control | (byte == 0xC2) | ((byte >= 0xCC) & (byte != 0xE1) & (byte != 0xE2))
    });
    let in_twos = bytes.iter().zip(second).fold(false, |bad, (&byte, &next)| {
        bad | ((byte == 0xE1) & (next != 0xBA) & (next != 0xBB)) | ((byte == 0xE2) & (next != 0x80))
    });
    // U+2010 to U+2027: dashes, quotation marks, the bullet, the ellipsis.
    let in_threes = bytes
        .iter()
        .zip(third)
        .fold(false, |bad, (&byte, &last)| bad | ((byte == 0xE2) & !(0x90..=0xA7).contains(&last)));
    !(alone | in_twos | in_threes)
}

#[cfg(test)]
mod tests {
    //! The quick answer agrees with the thorough one.
    use super::*;

    #[test]
    fn harmless_characters_are_left_alone_by_the_thorough_way() {
        for c in ('\0'..=char::MAX).filter(|c| is_harmless(&c.to_string()) && *c != '\n') {
            assert_eq!(printable(&c.to_string()), c.to_string(), "{c:?}");
        }
    }

    #[test]
    fn line_ends_stay_and_escapes_go() {
        assert_eq!(lines("một\u{1b}[31m\r\nha\u{300}i\n"), "một\nhài\n");
        assert_eq!(line("một\u{1b}]0;x\u{7}\nhai"), "một hai");
    }
}

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
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += match byte {
            b'\n' | 0x20..=0x7E => 1,
            0xC3..=0xCB => 2,
            0xE1 if matches!(bytes.get(at + 1), Some(0xBA | 0xBB)) => 3,
            // U+2010 to U+2027: dashes, quotation marks, the bullet, the ellipsis.
            0xE2 if bytes.get(at + 1) == Some(&0x80)
                && matches!(bytes.get(at + 2), Some(0x90..=0xA7)) =>
            {
                3
            }
            _ => return false,
        };
    }
    true
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

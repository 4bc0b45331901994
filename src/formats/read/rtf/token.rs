//! RTF as a stream of braces, words of control and text.

/// A piece of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RtfToken<'a> {
    Open,
    Close,
    /// `\word` with its number.
    Word(&'a str, Option<i64>),
    /// `\~`, `\*`: a control of one sign.
    Symbol(u8),
    /// `\'e1`, and signs that are escaped.
    Byte(u8),
    Text(&'a [u8]),
}

/// The pieces of a document, one after the other.
pub(super) struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Tokens { bytes, at: 0 }
    }

    /// Passes over bytes that are no text.
    pub fn pass(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes).min(self.bytes.len());
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn control(&mut self) -> Option<RtfToken<'a>> {
        let start = self.at;
        let first = self.peek()?;
        if !first.is_ascii_alphabetic() {
            self.at += 1;
            return Some(match first {
                b'\\' | b'{' | b'}' => RtfToken::Byte(first),
                b'\'' => {
                    let digits = self.bytes.get(self.at..self.at + 2);
                    let hex = digits.and_then(|digits| std::str::from_utf8(digits).ok());
                    match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
                        Some(byte) => {
                            self.at += 2;
                            RtfToken::Byte(byte)
                        }
                        None => RtfToken::Symbol(b'\''),
                    }
                }
                symbol => RtfToken::Symbol(symbol),
            });
        }
        while self.peek().is_some_and(|byte| byte.is_ascii_alphabetic()) {
            self.at += 1;
        }
        let word = std::str::from_utf8(&self.bytes[start..self.at]).unwrap_or_default();
        let digits = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        let number = std::str::from_utf8(&self.bytes[digits..self.at]).unwrap_or_default();
        let number = number.parse().ok();
        if self.peek() == Some(b' ') {
            self.at += 1;
        }
        Some(RtfToken::Word(word, number))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = RtfToken<'a>;

    fn next(&mut self) -> Option<RtfToken<'a>> {
        loop {
            let byte = self.peek()?;
            self.at += 1;
            match byte {
                b'{' => return Some(RtfToken::Open),
                b'}' => return Some(RtfToken::Close),
                b'\\' => return self.control(),
                b'\r' | b'\n' | 0 => {}
                _ => {
                    let start = self.at - 1;
                    let rest = &self.bytes[self.at..];
                    let stop = |byte: &u8| matches!(byte, b'{' | b'}' | b'\\' | b'\r' | b'\n' | 0);
                    self.at += rest.iter().position(stop).unwrap_or(rest.len());
                    return Some(RtfToken::Text(&self.bytes[start..self.at]));
                }
            }
        }
    }
}

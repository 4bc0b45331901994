//! How far two texts say the same, a run of whitespace counting as one blank.

/// How far a remembered text and the text at hand agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Agreement {
    /// How many characters agree; a run of whitespace is one.
    pub chars: usize,
    /// How many bytes of the text at hand they take.
    pub bytes: usize,
    /// Whether all of the remembered text is there.
    pub whole: bool,
}

/// Compares from the start of both.
pub(super) fn forward(remembered: &str, text: &str) -> Agreement {
    compare(remembered.chars(), text.chars())
}

/// Compares from the end of both.
pub(super) fn backward(remembered: &str, text: &str) -> Agreement {
    compare(remembered.chars().rev(), text.chars().rev())
}

fn compare(remembered: impl Iterator<Item = char>, text: impl Iterator<Item = char>) -> Agreement {
    let mut remembered = Squeezed { chars: remembered, ahead: None };
    let mut text = Squeezed { chars: text, ahead: None };
    let mut agreement = Agreement { chars: 0, bytes: 0, whole: false };
    loop {
        let Some((wanted, _)) = remembered.next() else {
            agreement.whole = true;
            return agreement;
        };
        match text.next() {
            Some((found, bytes)) if found == wanted => {
                agreement.chars += 1;
                agreement.bytes += bytes;
            }
            _ => return agreement,
        }
    }
}

/// Characters with their length in bytes, every run of whitespace as one blank.
struct Squeezed<I> {
    chars: I,
    ahead: Option<char>,
}

impl<I: Iterator<Item = char>> Iterator for Squeezed<I> {
    type Item = (char, usize);

    fn next(&mut self) -> Option<(char, usize)> {
        let first = self.ahead.take().or_else(|| self.chars.next())?;
        if !first.is_whitespace() {
            return Some((first, first.len_utf8()));
        }
        let mut bytes = first.len_utf8();
        for c in self.chars.by_ref() {
            if !c.is_whitespace() {
                self.ahead = Some(c);
                break;
            }
            bytes += c.len_utf8();
        }
        Some((' ', bytes))
    }
}

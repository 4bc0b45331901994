//! Characters that stand for others: ligatures (ﬁ), full-width letters and signs (Ａ), figures in circles.
//!
//! PDFs give them. Only what is read as letters and figures is taken apart; "½" and "…" stay.

use super::letter::bare;
use unicode_normalization::char::decompose_compatible;

/// The most characters that one stands for.
const MOST: usize = 4;

/// The characters that one stands for, in order.
#[derive(Clone, Copy, Debug)]
pub struct Spread {
    chars: [char; MOST],
    at: usize,
    end: usize,
}

impl Spread {
    fn one(c: char) -> Self {
        Spread { chars: [c; MOST], at: 0, end: 1 }
    }

    fn push(&mut self, c: char) {
        if let Some(place) = self.chars.get_mut(self.end) {
            *place = c;
        }
        self.end += 1;
    }

    fn parts(&self) -> &[char] {
        &self.chars[self.at..self.end.min(MOST)]
    }
}

impl Iterator for Spread {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        let c = *self.parts().first()?;
        self.at += 1;
        Some(c)
    }
}

/// Returns the characters that one stands for; of almost all that is the character itself.
pub fn spread(c: char) -> Spread {
    let wide = ('\u{FF01}'..='\u{FF5E}').contains(&c);
    if c.is_ascii() || bare(c).is_some() || !(wide || c.is_alphanumeric()) {
        return Spread::one(c);
    }
    let mut apart = Spread { chars: [c; MOST], at: 0, end: 0 };
    decompose_compatible(c, |part| apart.push(part));
    let read = apart.parts().iter().all(|part| part.is_ascii_alphanumeric() || wide);
    if apart.end == 0 || apart.end > MOST || !read { Spread::one(c) } else { apart }
}

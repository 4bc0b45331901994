//! How long a text takes to be read and to be spoken, by its words.

use super::Speech;
use crate::text::{TextRange, Words};

/// How many words a minute; in Vietnamese a word is a syllable, as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Read silently.
    pub reading: u16,
    /// Spoken before an audience.
    pub speaking: u16,
}

impl Default for Pace {
    /// 250 read and 150 spoken; docs/dev/pace.md says from where.
    fn default() -> Self {
        Pace { reading: 250, speaking: 150 }
    }
}

/// How long something takes, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadingTime {
    /// How many words it has.
    pub words: usize,
    /// To be read silently.
    pub reading: u64,
    /// To be spoken.
    pub speaking: u64,
}

impl Pace {
    /// Tells how long a stretch of a speech takes; what is not the speech does not count.
    pub fn time(self, speech: &Speech, range: TextRange) -> ReadingTime {
        let blocks = speech.blocks.iter().filter(|block| !block.kind.is_hidden());
        let words = blocks
            .filter_map(|block| block.range.intersection(range))
            .map(|part| Words::of(part.of(&speech.text)).len())
            .sum();
        ReadingTime { words, reading: at(words, self.reading), speaking: at(words, self.speaking) }
    }

    /// Returns how long words take to be spoken, in milliseconds.
    pub fn spoken(self, words: &str) -> u64 {
        at(Words::of(words).len(), self.speaking)
    }
}

/// Returns how many milliseconds so many words take at so many a minute.
fn at(words: usize, a_minute: u16) -> u64 {
    let words = u64::try_from(words).unwrap_or(u64::MAX);
    words.saturating_mul(60_000) / u64::from(a_minute.max(1))
}

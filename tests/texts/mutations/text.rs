//! A text as words that know where they come from, so that it is known where each of them is after
//! the text was changed.

/// A word with what stands behind it.
#[derive(Clone, Debug)]
pub struct Word {
    /// Which word of the first text it is; nothing for one that was added.
    pub origin: Option<usize>,
    /// As it is written, with the signs on it.
    pub text: String,
    /// What stands behind it: a blank, or line ends.
    pub gap: String,
}

/// A text.
#[derive(Clone, Debug, Default)]
pub struct Text(pub Vec<Word>);

impl Text {
    /// Takes a text whose words are all its own.
    pub fn new(text: &str) -> Self {
        let mut words = added(text);
        for (origin, word) in words.0.iter_mut().enumerate() {
            word.origin = Some(origin);
        }
        words
    }

    /// Writes it.
    pub fn written(&self) -> String {
        self.0.iter().map(|word| format!("{}{}", word.text, word.gap)).collect()
    }

    /// Gives where every word of the first text is in what is written, in bytes.
    pub fn places(&self, count: usize) -> Vec<Option<(usize, usize)>> {
        let mut places = vec![None; count];
        let mut at = 0;
        for word in &self.0 {
            if let Some(origin) = word.origin {
                places[origin] = Some((at, at + word.text.len()));
            }
            at += word.text.len() + word.gap.len();
        }
        places
    }

    /// Gives the paragraphs, as ranges of words.
    pub fn paragraphs(&self) -> Vec<std::ops::Range<usize>> {
        self.cut(|word| word.gap.contains('\n'))
    }

    /// Gives the sentences.
    pub fn sentences(&self) -> Vec<std::ops::Range<usize>> {
        self.cut(|word| {
            let end = word.text.trim_end_matches(['”', '"', ')']);
            word.gap.contains('\n') || (end.ends_with(['.', '!', ';']) && end.len() > 3)
        })
    }

    fn cut(&self, ends: impl Fn(&Word) -> bool) -> Vec<std::ops::Range<usize>> {
        let mut parts = Vec::new();
        let mut from = 0;
        for (at, word) in self.0.iter().enumerate() {
            if ends(word) {
                parts.push(from..at + 1);
                from = at + 1;
            }
        }
        if from < self.0.len() {
            parts.push(from..self.0.len());
        }
        parts
    }

    /// Changes words as they are written.
    pub fn map(&self, mut change: impl FnMut(&str) -> String) -> Text {
        let word = |word: &Word| Word { text: change(&word.text), ..word.clone() };
        Text(self.0.iter().map(word).collect())
    }

    /// Puts words in before the word at `at`.
    pub fn insert(&mut self, at: usize, words: Text) {
        self.0.splice(at..at, words.0);
    }
}

/// Takes a text whose words were not there at first.
pub fn added(text: &str) -> Text {
    let mut words: Vec<Word> = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let gap = rest[end..].find(|c: char| !c.is_whitespace()).map_or(rest.len(), |at| end + at);
        words.push(Word {
            origin: None,
            text: rest[..end].to_owned(),
            gap: rest[end..gap].to_owned(),
        });
        rest = &rest[gap..];
    }
    Text(words)
}

/// Numbers that look random and are the same in every run.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963);
        ((self.0 >> 33) as usize) % below.max(1)
    }

    pub fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.roll(all.len())]
    }
}

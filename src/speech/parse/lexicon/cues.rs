//! The words that are looked for in every sentence, found in one pass over it.

use super::RoleWords;
use super::beginnings::Beginnings;
use crate::speech::Role;
use crate::text::is_word;
use std::collections::BTreeMap;

/// What a word tells where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::speech::parse) enum CueMeaning {
    /// A role.
    Role(Role, CueWeight),
    /// Nothing, though role words stand in it.
    Nothing,
    /// That what follows does not count, up to a comma.
    Aside,
    /// That what follows is a purpose.
    Purpose,
    /// That a shortcoming behind it is to be mended.
    Remedy,
    /// That a task behind it is done.
    Done,
    /// That a task behind it is still to be done.
    Pending,
}

/// How much a role word says, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::speech::parse) enum CueWeight {
    /// Everywhere.
    Full,
    /// Only where nothing else is known.
    Weak,
    /// In headings alone.
    Heading,
}

/// All words that tell something, by the two bytes that they begin with.
#[derive(Clone, Debug)]
pub(in crate::speech::parse) struct Cues {
    words: BTreeMap<[u8; 2], Vec<(String, CueMeaning)>>,
    begins: Beginnings,
}

impl Cues {
    pub fn new(roles: &[RoleWords], others: [(&[String], CueMeaning); 6]) -> Self {
        let mut cues = Cues { words: BTreeMap::new(), begins: Beginnings::default() };
        for entry in roles {
            let lists = [
                (&entry.words, CueWeight::Full),
                (&entry.weak, CueWeight::Weak),
                (&entry.in_headings, CueWeight::Heading),
            ];
            for (words, weight) in lists {
                words.iter().for_each(|word| cues.add(word, CueMeaning::Role(entry.role, weight)));
            }
        }
        for (words, tells) in others {
            words.iter().for_each(|word| cues.add(word, tells));
        }
        cues
    }

    fn add(&mut self, word: &str, tells: CueMeaning) {
        let &[one, two, ..] = word.as_bytes() else { return };
        self.begins.add(word);
        self.words.entry([one, two]).or_default().push((word.to_owned(), tells));
    }

    /// Finds every word that stands by itself in a text in small letters: where it begins, where it
    /// ends, and what it tells.
    pub fn find<'t>(
        &'t self,
        text: &'t str,
    ) -> impl Iterator<Item = (usize, usize, CueMeaning)> + 't {
        starts(text).flat_map(move |at| self.at(text, at))
    }

    /// Tells whether a word that stands by itself begins at a place of a text in small letters.
    pub fn is_at(&self, text: &str, at: usize) -> bool {
        self.at(text, at).next().is_some()
    }

    fn at<'t>(
        &'t self,
        text: &'t str,
        at: usize,
    ) -> impl Iterator<Item = (usize, usize, CueMeaning)> + 't {
        let rest = &text[at..];
        let known = match *rest.as_bytes() {
            [one, two, ..] if self.begins.has(one, two) => self.words.get(&[one, two]),
            _ => None,
        };
        known.into_iter().flatten().filter_map(move |(word, tells)| {
            let after = rest.strip_prefix(word.as_str())?;
            (!after.starts_with(is_word)).then_some((at, at + word.len(), *tells))
        })
    }
}

/// Returns where words begin: behind what is no letter or figure.
fn starts(text: &str) -> impl Iterator<Item = usize> + '_ {
    let bytes = text.as_bytes();
    let inside = |byte: u8| byte.is_ascii_alphanumeric() || byte >= 0x80;
    (0..bytes.len()).filter(move |&at| {
        let begins = inside(bytes[at]) && text.is_char_boundary(at);
        // A letter that is not ASCII may be a sign, such as a dash or a quotation mark.
        begins && (at == 0 || !inside(bytes[at - 1]) || is_sign_before(text, at))
    })
}

fn is_sign_before(text: &str, at: usize) -> bool {
    let byte = text.as_bytes()[at - 1];
    byte >= 0x80 && text[..at].chars().next_back().is_some_and(|c| !is_word(c))
}

//! What a typed syllable may mean: itself, or what the keys give under Telex or VNI.
//!
//! Knows one syllable; how syllables follow each other is in [`pattern`](super::pattern).

use super::mode::Mode;
use crate::text::fold::{fold_char, is_marked};
use crate::text::letter::{Tone, toneless};
use crate::text::spelling::loose_vowel;
use crate::text::spread::spread;
use crate::text::syllable::{is_possible, may_become_one};
use crate::text::{fold, spelling};

/// The longest syllable with a mark has seven letters (*nghiêng*) and takes ten keys.
const MOST_KEYS: usize = 11;

/// How typed words matched a text. A later one is said before an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum How {
    /// Typed without marks, which then do not count ("không dấu").
    Unmarked,
    /// Typed with marks, which then must match ("có dấu").
    Marked,
    /// By what the keys give under VNI.
    Vni,
    /// By what the keys give under Telex.
    Telex,
}

impl How {
    /// Every way.
    pub const ALL: [How; 4] = [How::Unmarked, How::Marked, How::Vni, How::Telex];

    /// Returns the name that JSON uses, and that messages are known by.
    pub fn name(self) -> &'static str {
        match self {
            How::Unmarked => "unmarked",
            How::Marked => "marked",
            How::Vni => "vni",
            How::Telex => "telex",
        }
    }

    /// Tells whether the words were read as keys of an input method.
    pub fn is_typed(self) -> bool {
        match self {
            How::Vni | How::Telex => true,
            How::Unmarked | How::Marked => false,
        }
    }
}

/// One meaning of a typed syllable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyllableReading {
    how: How,
    /// The syllable, in NFC, with its capitals.
    written: String,
    forms: Vec<String>,
    spelled: String,
    marks: MarkRule,
    capitals: Capitals,
}

/// Which marks the found syllable must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MarkRule {
    /// Any.
    Free,
    /// Those of the reading.
    Same,
    /// Those of the reading but for the tone, whose key may still come.
    Shape,
}

/// Which capitals the found syllable must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Capitals {
    Free,
    /// At least those of the reading.
    Kept,
    /// Those of the reading and no other.
    Same,
}

impl SyllableReading {
    fn new(written: String, how: How, mode: Mode) -> Self {
        let folded = fold(&written);
        let marked = written.chars().any(is_marked);
        let (marks, capitals) = match mode {
            Mode::Exact => (MarkRule::Same, Capitals::Same),
            Mode::Smart if marked => (MarkRule::Same, Capitals::Kept),
            Mode::Smart => (MarkRule::Free, Capitals::Kept),
            Mode::Loose => (MarkRule::Free, Capitals::Free),
        };
        let capitals = match capitals {
            Capitals::Kept if !written.chars().any(char::is_uppercase) => Capitals::Free,
            other => other,
        };
        let mut forms = vec![folded.clone()];
        if mode == Mode::Loose
            && let Some(with_i) = loose_vowel(&folded)
        {
            let with_y = format!("{}y", &with_i[..with_i.len() - 1]);
            forms.extend([with_i, with_y].into_iter().filter(|form| *form != folded));
        }
        SyllableReading { how, spelled: spelling(&written), written, forms, marks, capitals }
    }

    /// Returns the way of matching it stands for.
    pub fn how(&self) -> How {
        self.how
    }

    /// Returns the syllable as it is meant: *nhiệm* for `nhieemj`.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// Returns the folded forms, the first the syllable's own; the others are those with i for y and
    /// y for i, in loose mode, which stand for whole syllables alone.
    pub fn forms(&self) -> &[String] {
        &self.forms
    }

    fn has_tone(&self) -> bool {
        tone(&self.written) != Tone::Level
    }

    /// Returns the spelling (see [`spelling()`]) that a syllable must have to match, or to begin with
    /// if it is the last and open; nothing if any marks do.
    pub fn must_spell(&self) -> Option<&str> {
        match self.marks {
            MarkRule::Same => Some(&self.spelled),
            MarkRule::Free | MarkRule::Shape => None,
        }
    }

    /// Tells whether what was found needs to be looked at in the original text.
    pub(super) fn is_particular(&self) -> bool {
        self.marks != MarkRule::Free || self.capitals != Capitals::Free
    }

    /// Tells whether a stretch of text that folds like this reading also has its marks and
    /// capitals. `found` is what stands for the typed letters, `whole` the syllable it begins.
    pub(super) fn fits(&self, found: &str, whole: &str) -> bool {
        let marks = match self.marks {
            MarkRule::Free => true,
            MarkRule::Same => {
                spelling(found) == self.spelled
                    // The tone may stand on a letter that is still to be typed: hò, hoà.
                    || (found.len() < whole.len()
                        && self.has_tone()
                        && tone(whole) == tone(&self.written)
                        && shape(found) == shape(&self.written))
            }
            MarkRule::Shape => shape(found) == shape(&self.written),
        };
        let letters = |text| str::chars(text).flat_map(spread).filter(|&c| fold_char(c).is_some());
        let mut pairs = letters(found).zip(letters(&self.written));
        marks
            && match self.capitals {
                Capitals::Free => true,
                Capitals::Kept => {
                    pairs.all(|(is, wanted)| !wanted.is_uppercase() || is.is_uppercase())
                }
                Capitals::Same => {
                    pairs.all(|(is, wanted)| wanted.is_uppercase() == is.is_uppercase())
                }
            }
    }
}

/// Returns the letters of a syllable without its tone, small.
fn shape(syllable: &str) -> String {
    syllable.chars().map(|c| toneless(c).0).collect()
}

/// Returns the tone of a syllable.
fn tone(syllable: &str) -> Tone {
    syllable.chars().map(|c| toneless(c).1).max().unwrap_or(Tone::Level)
}

/// Whether more letters of a syllable may still be typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tail {
    /// The syllable is whole.
    #[default]
    Whole,
    /// It is being typed: it may be the beginning of one, and more keys may come.
    Typing,
}

/// Returns what a typed syllable may mean, its own letters first.
pub(super) fn readings(typed: &str, mode: Mode, tail: Tail) -> Vec<SyllableReading> {
    let how = if typed.chars().any(is_marked) { How::Marked } else { How::Unmarked };
    let mut all = vec![SyllableReading::new(typed.to_owned(), how, mode)];
    let keys = typed.is_ascii() && typed.len() <= MOST_KEYS;
    // The `vi` crate takes the marks off letters that have some, so it gets none of those.
    if keys && typed.starts_with(|c: char| c.is_ascii_alphabetic()) {
        for (method, how) in [(&vi::TELEX, How::Telex), (&vi::VNI, How::Vni)] {
            let mut written = String::new();
            vi::transform_buffer(method, typed.chars(), &mut written);
            if !written.chars().any(is_marked) || !written.chars().all(char::is_alphabetic) {
                continue;
            }
            if is_possible(&written) {
                all.push(SyllableReading::new(written.clone(), how, mode));
            }
            if tail == Tail::Typing
                && tone(&written) == Tone::Level
                && mode != Mode::Loose
                && may_become_one(&written)
            {
                // The key of the tone comes last.
                all.retain(|reading| reading.how != how);
                all.push(SyllableReading {
                    marks: MarkRule::Shape,
                    ..SyllableReading::new(written, how, mode)
                });
            }
        }
    }
    all
}

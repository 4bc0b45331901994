//! What differs between the old and the new words of a passage.

use crate::text::Words;
use crate::text::words::is_of_word;

/// The longest passages, in words, whose differences are found in their middle too.
const COMPARED: usize = 600;

/// Whether a stretch of words is in the other passage as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiffKind {
    /// It is.
    Kept,
    /// It is not.
    Changed,
}

/// Two passages in stretches, each with the signs and blanks behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassageDiff {
    /// The old words.
    pub old: Vec<(String, DiffKind)>,
    /// The new ones.
    pub new: Vec<(String, DiffKind)>,
}

/// Compares two passages word by word; case, punctuation and blanks do not count.
pub fn compare(old: &str, new: &str) -> PassageDiff {
    let (old_words, new_words) = (Words::of(old), Words::of(new));
    let (a, b) = (old_words.keys(), new_words.keys());
    let head = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let most = a.len().min(b.len()) - head;
    let tail = a.iter().rev().zip(b.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    let (mid_a, mid_b) = (&a[head..a.len() - tail], &b[head..b.len() - tail]);
    let mut kept_old = vec![false; a.len()];
    let mut kept_new = vec![false; b.len()];
    for at in (0..head).chain(a.len() - tail..a.len()) {
        kept_old[at] = true;
    }
    for at in (0..head).chain(b.len() - tail..b.len()) {
        kept_new[at] = true;
    }
    if mid_a.len() <= COMPARED && mid_b.len() <= COMPARED {
        for (at, to) in common(mid_a, mid_b) {
            kept_old[head + at] = true;
            kept_new[head + to] = true;
        }
    }
    PassageDiff {
        old: stretches(old, &old_words, &kept_old),
        new: stretches(new, &new_words, &kept_new),
    }
}

/// Finds a longest common subsequence.
fn common(a: &[u32], b: &[u32]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    // How much is common from a place in each to their ends.
    let mut lengths = vec![0_u16; (a.len() + 1) * width];
    for at in (0..a.len()).rev() {
        for to in (0..b.len()).rev() {
            lengths[at * width + to] = if a[at] == b[to] {
                lengths[(at + 1) * width + to + 1] + 1
            } else {
                lengths[(at + 1) * width + to].max(lengths[at * width + to + 1])
            };
        }
    }
    let (mut at, mut to) = (0, 0);
    let mut pairs = Vec::new();
    while at < a.len() && to < b.len() {
        if a[at] == b[to] {
            pairs.push((at, to));
            (at, to) = (at + 1, to + 1);
        } else if lengths[(at + 1) * width + to] >= lengths[at * width + to + 1] {
            at += 1;
        } else {
            to += 1;
        }
    }
    pairs
}

fn stretches(text: &str, words: &Words<'_>, kept: &[bool]) -> Vec<(String, DiffKind)> {
    let mut parts: Vec<(String, DiffKind)> = Vec::new();
    for (at, &kept) in kept.iter().enumerate() {
        // Signs before the first word go with it.
        let start = if at == 0 { 0 } else { words.start(at) };
        let part = &text[start..words.start(at + 1)];
        let stretch = if kept { DiffKind::Kept } else { DiffKind::Changed };
        match parts.last_mut() {
            Some((words, last)) if *last == stretch => words.push_str(part),
            _ => parts.push((part.to_owned(), stretch)),
        }
    }
    if parts.is_empty() && !text.is_empty() {
        parts.push((text.to_owned(), DiffKind::Changed));
    }
    parts
}

impl PassageDiff {
    /// Writes the old words with what is gone in `[-…-]`.
    pub fn old_marked(&self) -> String {
        marked(&self.old, ("[-", "-]"))
    }

    /// Writes the new words with what is new in `{+…+}`.
    pub fn new_marked(&self) -> String {
        marked(&self.new, ("{+", "+}"))
    }
}

/// Returns a stretch without the signs and blanks behind its last word.
pub fn core(stretch: &str) -> &str {
    let words = stretch.trim_end_matches(|c| !is_of_word(c));
    if words.is_empty() { stretch.trim_end() } else { words }
}

/// Writes stretches with signs around the changed ones; blanks stay outside of the signs.
fn marked(parts: &[(String, DiffKind)], (open, close): (&str, &str)) -> String {
    let mut out = String::new();
    for (text, stretch) in parts {
        match stretch {
            DiffKind::Kept => out.push_str(text),
            DiffKind::Changed => {
                let words = core(text);
                out.push_str(&format!("{open}{words}{close}{}", &text[words.len()..]));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    //! Two texts in, both with their differences marked out.
    use super::*;

    #[track_caller]
    fn check(old: &str, new: &str, expected: (&str, &str)) {
        let difference = compare(old, new);
        let told = (difference.old_marked(), difference.new_marked());
        assert_eq!((told.0.as_str(), told.1.as_str()), expected);
        let whole = |parts: &[(String, DiffKind)]| -> String {
            parts.iter().map(|(text, _)| text.as_str()).collect()
        };
        assert_eq!((whole(&difference.old).as_str(), whole(&difference.new).as_str()), (old, new));
    }

    #[test]
    fn what_differs_is_marked() {
        check(
            "đạt trên 95% kế hoạch.",
            "đạt trên 97% kế hoạch.",
            ("đạt trên [-95-]% kế hoạch.", "đạt trên {+97+}% kế hoạch."),
        );
        check(
            "Một là: rà soát",
            "Hai là: rà soát kỹ",
            ("[-Một-] là: rà soát", "{+Hai+} là: rà soát {+kỹ+}"),
        );
        check("“Hoà bình”", "\"hòa bình\"", ("“Hoà bình”", "\"hòa bình\""));
        check("một hai ba", "", ("[-một hai ba-]", ""));
        check("", "", ("", ""));
        check("—", "…", ("[-—-]", "{+…+}"));
    }

    #[test]
    fn long_passages_are_compared_at_their_ends() {
        let many = |word: &str| format!("đầu {}cuối", format!("{word} ").repeat(700));
        let difference = compare(&many("cũ"), &many("mới"));
        assert_eq!(difference.old.len(), 3);
        assert_eq!(difference.new[1].1, DiffKind::Changed);
    }
}

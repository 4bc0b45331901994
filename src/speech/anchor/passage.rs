//! The words of a passage, whole although the passage may cut the first and the last of them.

use super::alike::WordPattern;
use super::context::{AnchorContext, ContextReach};
use crate::speech::Anchor;
use crate::text::words::is_of_word;
use crate::text::{TextRange, Words};

/// What is looked for.
#[derive(Debug)]
pub(super) struct SoughtPassage {
    /// Its words, whole.
    pub pattern: WordPattern,
    /// What stood around it.
    pub context: AnchorContext,
    /// How much of the first and of the last word is not in it, in bytes.
    cut: (usize, usize),
    /// How many signs it has before its first and behind its last word.
    signs: (usize, usize),
}

impl SoughtPassage {
    /// Takes what an anchor remembers.
    pub fn of(anchor: &Anchor) -> Self {
        let quote = anchor.quote.trim();
        let is_cut = |outside: Option<char>, inside: Option<char>| {
            outside.is_some_and(is_of_word) && inside.is_some_and(is_of_word)
        };
        let trimmed_start = anchor.quote.starts_with(char::is_whitespace);
        let trimmed_end = anchor.quote.ends_with(char::is_whitespace);
        let (mut before, mut after) = (anchor.before.as_str(), anchor.after.as_str());
        let (mut head, mut tail) = ("", "");
        if !trimmed_start && is_cut(before.chars().next_back(), quote.chars().next()) {
            let at = before.trim_end_matches(is_of_word).len();
            (before, head) = before.split_at(at);
        }
        if !trimmed_end && is_cut(quote.chars().next_back(), after.chars().next()) {
            let at = after.len() - after.trim_start_matches(is_of_word).len();
            (tail, after) = after.split_at(at);
        }
        let whole = format!("{head}{quote}{tail}");
        let measure = if anchor.copies > 1 { ContextReach::All } else { ContextReach::Nearest };
        let signs = |text: &mut dyn Iterator<Item = char>| {
            text.take_while(|&c| !is_of_word(c)).filter(|c| !c.is_whitespace()).count()
        };
        SoughtPassage {
            pattern: WordPattern::of(&Words::of(&whole)),
            context: AnchorContext::new(before, after, measure),
            cut: (head.len(), tail.len()),
            signs: (signs(&mut quote.chars()), signs(&mut quote.chars().rev())),
        }
    }

    /// Returns the range of some words of a text, with the signs around them and without what the
    /// passage cuts off.
    pub fn range(&self, text: &str, words: &Words<'_>, first: usize, last: usize) -> TextRange {
        let (mut start, mut end) = (words.start(first), words.start(first));
        if last > first {
            end = words.end(last - 1);
        }
        let cut = |word: &str, by: usize| if word.is_char_boundary(by) { by } else { 0 };
        if self.cut.0 > 0 {
            start += cut(words.word(first), self.cut.0.min(words.word(first).len()));
        } else {
            let signs = text[..start].chars().rev().take_while(|&c| is_sign(c)).take(self.signs.0);
            start -= signs.map(char::len_utf8).sum::<usize>();
        }
        if self.cut.1 > 0 && last > first {
            let word = words.word(last - 1);
            let kept = word.len().saturating_sub(self.cut.1);
            if word.is_char_boundary(kept) && end - word.len() + kept >= start {
                end = end - word.len() + kept;
            }
        } else {
            let signs = text[end..].chars().take_while(|&c| is_sign(c)).take(self.signs.1);
            end += signs.map(char::len_utf8).sum::<usize>();
        }
        TextRange::new(start, end.max(start))
    }
}

fn is_sign(c: char) -> bool {
    !is_of_word(c) && !c.is_whitespace()
}

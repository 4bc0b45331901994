//! Whether a text has one sentence a line.

use super::line::{LineEnding, SourceLine};

/// The fewest lines that show a text to have one sentence a line.
const FEW: usize = 8;

/// Tells whether a text has one sentence a line, with blank lines between its paragraphs.
pub(super) fn are_sentences(text: &str, lines: &[SourceLine]) -> bool {
    let ends = |line: &&SourceLine| line.ending == LineEnding::Sentence;
    let many = |some: usize, all: usize| 10 * some >= 9 * all;
    let run = |pair: &&[SourceLine; 2]| pair[0].touches(&pair[1]);
    let blank = lines.len() - lines.array_windows().filter(run).count();
    lines.len() >= FEW
        && (3..=lines.len() / 2).contains(&blank)
        && many(lines.iter().filter(ends).count(), lines.len())
        && many(lines.iter().filter(|line| is_sentence(line.of(text))).count(), lines.len())
}

/// Tells whether no sentence ends within a line.
fn is_sentence(words: &str) -> bool {
    let ends = memchr::memchr3_iter(b'.', b'!', b'?', words.as_bytes());
    ends.map(|at| &words[at + 1..]).all(|rest| {
        let behind = rest.trim_start();
        behind.len() == rest.len() || !behind.starts_with(char::is_uppercase)
    })
}

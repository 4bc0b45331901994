//! A query into its pieces: words, quoted words, conditions.

use super::error::{LocatedProblem, QueryProblem};
use super::filter::FilterKey;
use super::purpose::QueryPurpose;
use super::sign::TermSign;
use crate::text::fold::fold_char;
use std::ops::Range;

/// A piece of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct QueryPiece<'q> {
    /// Whether it is wanted.
    pub sign: TermSign,
    /// What it is.
    pub shape: PieceShape<'q>,
    /// Where it stands, its sign included.
    pub range: Range<usize>,
}

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PieceShape<'q> {
    /// What stands between two blanks.
    Word(&'q str),
    /// What stands between quotation marks; whether the second is there.
    Quoted { words: &'q str, closed: bool },
    /// A condition.
    Condition { key: FilterKey, value: &'q str },
}

/// Cuts a query, with single blanks, into its pieces.
pub(super) fn pieces(query: &str, purpose: QueryPurpose) -> Vec<QueryPiece<'_>> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < query.len() {
        if query[at..].starts_with(' ') {
            at += 1;
            continue;
        }
        let piece = piece(query, at, purpose);
        at = piece.range.end;
        out.push(piece);
    }
    out
}

/// Returns the words of a text in which nothing has a meaning of its own.
pub(super) fn words(text: &str) -> impl Iterator<Item = QueryPiece<'_>> {
    let mut at = 0;
    text.split(' ').filter_map(move |word| {
        let range = at..at + word.len();
        at = range.end + 1;
        (!word.is_empty()).then_some(QueryPiece {
            sign: TermSign::With,
            shape: PieceShape::Word(word),
            range,
        })
    })
}

fn piece(query: &str, start: usize, purpose: QueryPurpose) -> QueryPiece<'_> {
    let refused = query[start..]
        .strip_prefix('-')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric() || is_quote(c)));
    let sign = if refused { TermSign::Without } else { TermSign::With };
    let at = start + usize::from(refused);
    if let Some((words, closed, end)) = quoted(query, at) {
        return QueryPiece { sign, shape: PieceShape::Quoted { words, closed }, range: start..end };
    }
    let end = word_end(query, at);
    if let Some((key, from)) = key(&query[at..end], purpose) {
        let from = at + from;
        let (value, end) = match quoted(query, from) {
            Some((words, _, end)) => (words, end),
            None if key.takes_words() && purpose == QueryPurpose::Tasks => {
                let end = words_end(query, end, purpose);
                (&query[from..end], end)
            }
            None => {
                let end = known_end(query, from, key).unwrap_or(end);
                (&query[from..end], end)
            }
        };
        return QueryPiece { sign, shape: PieceShape::Condition { key, value }, range: start..end };
    }
    QueryPiece { sign, shape: PieceShape::Word(&query[at..end]), range: start..end }
}

fn word_end(query: &str, at: usize) -> usize {
    query[at..].find(' ').map_or(query.len(), |length| at + length)
}

/// How many words a known value may have: "không phải của tôi", "qua hạn khi ban hành".
const MOST_WORDS: usize = 5;

/// Returns where the longest value of several words ends that a key knows: "nhiệm vụ" of "loại:nhiệm vụ rà soát".
fn known_end(query: &str, from: usize, key: FilterKey) -> Option<usize> {
    let blanks = query[from..].match_indices(' ').map(|(at, _)| from + at);
    let ends: Vec<usize> = blanks.chain([query.len()]).take(MOST_WORDS).collect();
    ends.into_iter().skip(1).rev().find(|&end| key.knows(&query[from..end]))
}

/// Returns where the words end that go on from a blank: before a condition, a quotation mark or a minus sign.
fn words_end(query: &str, mut end: usize, purpose: QueryPurpose) -> usize {
    while query[end..].starts_with(' ') {
        let start = end + 1;
        let next = word_end(query, start);
        let word = &query[start..next];
        let ends = word.starts_with(|c: char| is_quote(c) || c == '-');
        if ends || word.is_empty() || key(word, purpose).is_some() {
            break;
        }
        end = next;
    }
    end
}

fn is_quote(c: char) -> bool {
    fold_char(c) == Some('"')
}

/// Returns what stands between quotation marks from `at` on, whether it has its second, and where
/// that ends.
fn quoted(query: &str, at: usize) -> Option<(&str, bool, usize)> {
    let mark = query[at..].chars().next().filter(|&c| is_quote(c))?;
    let from = at + mark.len_utf8();
    Some(match query[from..].find(is_quote) {
        Some(length) => {
            let end = from + length;
            let mark = query[end..].chars().next().map_or(0, char::len_utf8);
            (&query[from..end], true, end + mark)
        }
        None => (&query[from..], false, query.len()),
    })
}

/// Finds the key of a condition at the start of a word, and where its value begins. In a search of texts "hạn:" alone is a
/// word.
fn key(word: &str, purpose: QueryPurpose) -> Option<(FilterKey, usize)> {
    let (name, value) = word.split_once(':')?;
    let key = FilterKey::from_name(name)?;
    let is_word = value.is_empty() && matches!(key, FilterKey::Task(_)) && !key.is_for(purpose);
    (!is_word).then_some((key, name.len() + 1))
}

/// Tells of a word that looks like a condition with a slip in its key: `rol:task`.
pub(super) fn misspelled(piece: &QueryPiece<'_>, purpose: QueryPurpose) -> Option<LocatedProblem> {
    let PieceShape::Word(word) = piece.shape else { return None };
    let (name, value) = word.split_once(':')?;
    let is_name = name.len() >= 3 && name.bytes().all(|byte| byte.is_ascii_lowercase());
    if !is_name || value.is_empty() || value.starts_with('/') {
        return None;
    }
    let nearest = FilterKey::nearest(name, purpose)?;
    let problem = QueryProblem::UnknownKey { typed: name.to_owned(), nearest: nearest.name() };
    Some(LocatedProblem { range: piece.range.start..piece.range.start + name.len() + 1, problem })
}

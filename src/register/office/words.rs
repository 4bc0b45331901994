//! A text → the words of the names in it, and what joins them.

use super::marks::Marks;
use std::ops::Range;

/// Words of a name, in one spelling.
pub(super) type NameWords = Vec<String>;

/// A word of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ListWord {
    pub text: String,
    /// What stands before it.
    pub joint: NameJoint,
    /// Where it is in the cell, in bytes.
    pub range: Range<usize>,
}

/// What stands between two words of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameJoint {
    Blank,
    And,
    Comma,
    Colon,
}

/// Returns the words of a text, without what joins them.
pub(super) fn words(text: &str, marks: Marks) -> NameWords {
    cut(text, marks).into_iter().map(|word| word.text).collect()
}

/// Cuts a text into words.
pub(super) fn cut(text: &str, marks: Marks) -> Vec<ListWord> {
    let mut out: Vec<ListWord> = Vec::new();
    let mut joint = NameJoint::Blank;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        if !c.is_alphanumeric() {
            joint = stronger(joint, sign(c));
            at += c.len_utf8();
            continue;
        }
        let rest = &text[at..];
        let length = rest.find(|c: char| !is_of_word(c)).unwrap_or(rest.len());
        let word = marks.write(&rest[..length]);
        let range = at..at + length;
        at += length;
        if is_bracketed_short(text, &range) {
            joint = NameJoint::Blank;
            at += 1;
            continue;
        }
        if is_and(&word, &text[at..]) && !out.is_empty() {
            joint = stronger(joint, NameJoint::And);
            continue;
        }
        out.push(ListWord { text: word, joint, range });
        joint = NameJoint::Blank;
    }
    out
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || ('\u{300}'..='\u{36F}').contains(&c)
}

/// Tells whether a word joins names: "cùng" and "với" do where a name follows, not in "cấp ủy cùng cấp".
fn is_and(word: &str, behind: &str) -> bool {
    match word {
        "và" | "va" | "hoặc" | "hoac" => true,
        "cùng" | "với" | "cung" | "voi" => behind.trim_start().starts_with(char::is_uppercase),
        _ => false,
    }
}

/// Tells whether a word is the short form of the name before it: "Ủy ban nhân dân (UBND) tỉnh".
fn is_bracketed_short(text: &str, word: &Range<usize>) -> bool {
    let is_capital = |text: &str| text.chars().all(|c| c.is_uppercase() || c.is_ascii_digit());
    text[..word.start].ends_with('(')
        && text[word.end..].starts_with(')')
        && is_capital(&text[word.clone()])
}

fn sign(c: char) -> NameJoint {
    match c {
        '&' | '+' => NameJoint::And,
        ',' | ';' | '/' | '(' | ')' | '\n' => NameJoint::Comma,
        ':' => NameJoint::Colon,
        _ => NameJoint::Blank,
    }
}

fn stronger(one: NameJoint, other: NameJoint) -> NameJoint {
    match (one, other) {
        (NameJoint::Blank, joint) | (joint, NameJoint::Blank) => joint,
        (NameJoint::Colon, _) | (_, NameJoint::Colon) => NameJoint::Colon,
        (NameJoint::Comma, _) | (_, NameJoint::Comma) => NameJoint::Comma,
        (NameJoint::And, NameJoint::And) => NameJoint::And,
    }
}

//! Words as Markdown shows them: whatever would be taken for a sign is written with "\\" before it.
//!
//! The signs are those of CommonMark and of what is common beyond it (tables, footnotes, lists of
//! definitions, mathematics). Only what would be misread is escaped, so that a text stays one.

use super::runs::{RunEmphasis, TextRun};

/// Where words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    /// They begin a paragraph.
    Paragraph,
    /// They are a heading.
    Heading,
}

/// Writes runs of words, with their look.
pub(super) fn runs(runs: &[TextRun], stand: Stand) -> String {
    let all: Vec<(char, RunEmphasis)> =
        runs.iter().flat_map(|run| run.words.chars().map(|c| (c, run.look))).collect();
    let looks = sound(&all);
    let escaper = Escaper::new(&all, stand);
    let mut out = String::with_capacity(all.len() * 2);
    let mut open = RunEmphasis::Plain;
    for (at, look) in looks.iter().enumerate() {
        if *look != open {
            out.push_str(signs(open));
            out.push_str(signs(*look));
            open = *look;
        }
        if escaper.escapes(at) {
            out.push('\\');
        }
        out.push(all[at].0);
    }
    out.push_str(signs(open));
    out
}

/// Writes runs of words as a cell of a table: a bar in it is no end of it.
pub(super) fn cell(words: &[TextRun]) -> String {
    let mut out = String::new();
    let mut escaped = false;
    for c in runs(words, Stand::Paragraph).chars() {
        if c == '|' && !escaped {
            out.push('\\');
        }
        escaped = c == '\\' && !escaped;
        out.push(c);
    }
    out
}

fn signs(look: RunEmphasis) -> &'static str {
    match look {
        RunEmphasis::Plain => "",
        RunEmphasis::Emphasis => "*",
        RunEmphasis::Strong => "**",
    }
}

/// Gives the look of each character such that the signs around are understood: no blank inside
/// beside them, no punctuation inside where a letter is outside, and something between two looks.
fn sound(all: &[(char, RunEmphasis)]) -> Vec<RunEmphasis> {
    let mut out: Vec<RunEmphasis> = all.iter().map(|(_, look)| *look).collect();
    let mut start = 0;
    while start < all.len() {
        let look = all[start].1;
        let end = start + all[start..].iter().take_while(|(_, its)| *its == look).count();
        if look != RunEmphasis::Plain {
            let (mut from, mut to) = (start, end);
            let is_open =
                |at: Option<usize>| at.and_then(|at| all.get(at)).is_none_or(|(c, _)| is_gap(*c));
            let touches = from > 0 && out[from - 1] != RunEmphasis::Plain;
            // A sign that is no letter must not be the first or last where a letter is outside.
            while from < to && !fits(all[from].0, is_open(from.checked_sub(1))) {
                from += 1;
            }
            while from < to && !fits(all[to - 1].0, is_open(Some(to))) {
                to -= 1;
            }
            for (at, own) in out[start..end].iter_mut().enumerate() {
                if touches || !(from..to).contains(&(start + at)) {
                    *own = RunEmphasis::Plain;
                }
            }
        }
        start = end;
    }
    out
}

/// Tells whether a character surely parts words for every program: a blank or a sign of punctuation.
fn is_gap(c: char) -> bool {
    c.is_whitespace()
        || c.is_ascii_punctuation()
        || matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '«' | '»' | '§' | '¶' | '·')
}

fn fits(c: char, open: bool) -> bool {
    !c.is_whitespace() && (c.is_alphanumeric() || open)
}

struct Escaper<'a> {
    all: &'a [(char, RunEmphasis)],
    stand: Stand,
    /// Whether a "[" may open a link: where the last "]" is that something follows.
    linked: usize,
    dollars: usize,
    /// Where the sign is by which a program takes the start for the number of a list.
    number: Option<usize>,
    /// Where the signs at the end of a heading begin.
    tail: usize,
}

impl<'a> Escaper<'a> {
    fn new(all: &'a [(char, RunEmphasis)], stand: Stand) -> Self {
        let is = |at: usize, wanted: &[char]| all.get(at).is_some_and(|(c, _)| wanted.contains(c));
        let closes = |at: &usize| is(*at, &[']']) && is(at + 1, &['(', '[', ':']);
        let linked = (0..all.len()).rev().find(closes).unwrap_or(0);
        let hashes = all.iter().rev().take_while(|(c, _)| *c == '#').count();
        Escaper {
            all,
            stand,
            linked,
            dollars: all.iter().filter(|(c, _)| *c == '$').count(),
            number: number(all),
            tail: all.len() - hashes,
        }
    }

    fn at(&self, at: usize) -> Option<char> {
        self.all.get(at).map(|(c, _)| *c)
    }

    fn escapes(&self, at: usize) -> bool {
        let c = self.all[at].0;
        let next = self.at(at + 1);
        let before = at.checked_sub(1).and_then(|at| self.at(at));
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let always = match c {
            '\\' | '*' | '`' => true,
            '_' => !(letter(before) && letter(next)),
            '~' => !(blank(before) && blank(next)),
            '$' => self.dollars > 1,
            '[' => matches!(next, Some('^' | '[')) || at < self.linked,
            '<' => next.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')),
            '&' => self.is_entity(at),
            _ => false,
        };
        always || self.begins(at, c, next)
    }

    fn begins(&self, at: usize, c: char, next: Option<char>) -> bool {
        let blank = next.is_none_or(char::is_whitespace);
        match self.stand {
            Stand::Heading => c == '#' && at == self.tail || c == '{',
            Stand::Paragraph if at == 0 => match c {
                '#' | '>' | ':' => true,
                '+' | '~' | '|' => blank,
                '(' if next == Some('@') => true,
                '-' => blank || next == Some('-'),
                '=' => next == Some('='),
                _ => self.number == Some(at),
            },
            Stand::Paragraph => self.number == Some(at),
        }
    }

    /// Tells whether "&" begins the name of a sign: "&amp;", "&#38;".
    fn is_entity(&self, at: usize) -> bool {
        const LONGEST: usize = 34;
        let rest = &self.all[at + 1..self.all.len().min(at + LONGEST)];
        let name = rest.iter().take_while(|(c, _)| c.is_ascii_alphanumeric() || *c == '#').count();
        name > 0 && rest.get(name).is_some_and(|(c, _)| *c == ';')
    }
}

/// Finds the sign by which some program takes the start of a paragraph for the number of a list: "1." for
/// all of them; "a)", "ii.", "(1)" for those that know more than CommonMark.
fn number(all: &[(char, RunEmphasis)]) -> Option<usize> {
    const LONGEST: usize = 9;
    let bracket = usize::from(all.first().is_some_and(|(c, _)| *c == '('));
    let word = all[bracket..].iter().take(LONGEST + 1);
    let word: String = word.map(|(c, _)| *c).take_while(char::is_ascii_alphanumeric).collect();
    let end = bracket + word.len();
    let sign = all.get(end).map(|(c, _)| *c);
    let behind = all.get(end + 1).is_none_or(|(c, _)| c.is_whitespace());
    let digits = word.bytes().all(|byte| byte.is_ascii_digit());
    let roman = word.bytes().all(|byte| b"ivxlcdmIVXLCDM".contains(&byte));
    let counts = !word.is_empty() && (digits || roman || word.len() == 1);
    if !counts || !behind {
        return None;
    }
    match (bracket, sign) {
        (1, Some(')')) => Some(0),
        (0, Some('.' | ')')) => Some(end),
        _ => None,
    }
}

//! The signs of Markdown in a text: which they are, and the text without them.

mod link;
mod quoted;

pub use quoted::{between, unquoted};

use super::letter::is_word;
use std::borrow::Cow;
use std::ops::Range;

/// Returns a text on one line without signs of Markdown. Of what is a part of a paragraph, and so may have
/// one of two signs that belong together, that is taken out as well if it has two signs or three.
pub fn plain(text: &str) -> String {
    let bare = unmarked(text);
    let bare = bare.trim_start_matches(|c: char| matches!(c, '#' | '>') || c.is_whitespace());
    let mut out = String::with_capacity(bare.len());
    for word in bare.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Returns a text of any number of paragraphs without signs of Markdown, as [`plain`] does, and with its
/// blanks and line ends.
pub fn unmarked(text: &str) -> Cow<'_, str> {
    if memchr::memchr3(b'_', b'*', b'\\', text.as_bytes()).is_none()
        && memchr::memchr2(b'[', b'#', text.as_bytes()).is_none()
        && !text.starts_with('>')
    {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for paragraph in text.split_inclusive("\n\n") {
        let mut found = markup(paragraph);
        found.take_strays(paragraph);
        out.push_str(&found.shown(paragraph, 0..paragraph.len()));
    }
    Cow::Owned(out)
}

/// The signs of one paragraph, as bytes of it, each list in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup {
    /// The signs themselves.
    pub signs: Vec<Range<usize>>,
    /// The words between signs of strong emphasis.
    pub strong: Vec<Range<usize>>,
    /// The words between signs of emphasis.
    pub emphasis: Vec<Range<usize>>,
}

/// Finds the signs of Markdown in a paragraph: "#" before a heading, "*", "**" and "__" around words,
/// "\" before a sign, brackets around the words of a link with its target, ">" before the lines of a quoted paragraph but the first. Pairs may be broken, as converters leave them ("*Thứ nhất,**"); a sign that has
/// no other, or stands between blanks, in brackets or between figures, is part of the text.
pub fn markup(paragraph: &str) -> Markup {
    let mut found = Markup::default();
    let heading = paragraph.len() - paragraph.trim_start_matches('#').len();
    if (1..=6).contains(&heading) && paragraph[heading..].starts_with(' ') {
        let words = paragraph[heading..].trim_start_matches(' ');
        found.signs.push(0..paragraph.len() - words.len());
    }
    let bytes = paragraph.as_bytes();
    let mut links = link::links(paragraph).into_iter().peekable();
    let mut open = [None, None];
    let mut at = 0;
    while let Some(next) = memchr::memchr3(b'*', b'_', b'\\', &bytes[at..]) {
        at += next;
        // What stands in the target of a link is no sign of its own.
        while let Some(sign) = links.next_if(|sign| sign.end <= at) {
            found.signs.push(sign);
        }
        if let Some(sign) = links.peek().filter(|sign| sign.contains(&at)) {
            at = sign.end;
            continue;
        }
        let run = bytes[at..].iter().take_while(|&&byte| byte == bytes[at]).count();
        let (sign, end) = (bytes[at], at + run);
        if sign == b'\\' {
            if bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) {
                found.signs.push(at..at + 1);
            }
            at = (at + 2).min(bytes.len());
            continue;
        }
        let before = paragraph[..at].chars().next_back();
        let after = paragraph[end..].chars().next();
        let mut sides = Sides { before, after, misplaced: false };
        // "**Hướng 2: **Sau khi": the blank stands on the wrong side of the sign.
        let stray = run <= 2 && !sides.closes() && would_close(&open, at..end);
        sides.misplaced =
            stray && (after.is_none() || sides.opens() && !closes_later(paragraph, end, run, sign));
        if run <= 3 && sides.is_sign(sign, run) {
            found.take(at..end, sides, &mut open);
        }
        at = end;
    }
    found.signs.extend(links);
    found.signs.extend(quoted::signs(paragraph));
    found.signs.sort_by_key(|sign| sign.start);
    found.strong.sort_by_key(|words| words.start);
    found.emphasis.sort_by_key(|words| words.start);
    found
}

/// A run of signs that emphasis began with.
#[derive(Clone)]
struct EmphasisStart {
    sign: Range<usize>,
    /// Whether it was taken for a sign, as that of the other emphasis, which it began too.
    is_taken: bool,
}

/// What stands on both sides of a run of signs.
#[derive(Clone, Copy)]
struct Sides {
    before: Option<char>,
    after: Option<char>,
    /// Whether the blank before it belongs behind it.
    misplaced: bool,
}

/// Tells whether a run of signs would end what is open: one sign alone only a few words, because
/// it may be that of a note.
fn would_close(open: &[Option<EmphasisStart>; 2], run: Range<usize>) -> bool {
    const FEW: usize = 24;
    match (run.len(), open) {
        (1, [Some(start), None]) => run.start - start.sign.end <= FEW,
        (2, [None, Some(_)]) => true,
        _ => false,
    }
}

/// Tells whether the next run of as many signs stands right behind a word, as one that ends emphasis does.
fn closes_later(paragraph: &str, from: usize, run: usize, sign: u8) -> bool {
    let bytes = paragraph.as_bytes();
    let mut at = from;
    while let Some(next) = memchr::memchr(sign, &bytes[at..]) {
        at += next;
        let length = bytes[at..].iter().take_while(|&&byte| byte == sign).count();
        if length == run {
            return paragraph[..at].chars().next_back().is_some_and(|c| !c.is_whitespace());
        }
        at += length;
    }
    false
}

impl Sides {
    fn opens(self) -> bool {
        self.after.is_some_and(|c| !c.is_whitespace())
    }

    fn closes(self) -> bool {
        self.misplaced || self.before.is_some_and(|c| !c.is_whitespace())
    }

    /// Tells whether a run of signs can stand for emphasis.
    fn is_sign(self, sign: u8, run: usize) -> bool {
        let is = |side: Option<char>, what: fn(char) -> bool| side.is_some_and(what);
        let both = |what: fn(char) -> bool| is(self.before, what) && is(self.after, what);
        let bracketed = self.before == Some('(') && self.after == Some(')');
        let inside_word = sign == b'_' && (run == 1 || both(is_word));
        (self.opens() || self.closes())
            && !bracketed
            && !inside_word
            && !both(|c| c.is_ascii_digit())
    }
}

impl Markup {
    /// Takes runs of two or three "*" or "_" that have no other for signs: the text is a part of a
    /// paragraph. One sign alone may be that of a note, and many are a line to write on.
    fn take_strays(&mut self, part: &str) {
        let bytes = part.as_bytes();
        let (mut at, mut known, mut strays) = (0, 0, Vec::new());
        while let Some(next) = memchr::memchr2(b'*', b'_', &bytes[at..]) {
            at += next;
            known += self.signs[known..].iter().take_while(|sign| sign.end <= at).count();
            let run = bytes[at..].iter().take_while(|&&byte| byte == bytes[at]).count();
            let is_free = self.signs.get(known).is_none_or(|sign| at < sign.start);
            let before = part[..at].chars().next_back();
            let after = part[at + run..].chars().next();
            let beside = |c: Option<char>| match bytes[at] {
                b'_' => c.is_some_and(is_word),
                _ => c.is_some_and(|c| !c.is_whitespace()),
            };
            let is_sign = match bytes[at] {
                b'_' => beside(before) != beside(after),
                _ => beside(before) || beside(after),
            };
            if (2..=3).contains(&run) && is_free && is_sign {
                strays.push(at..at + run);
            }
            at += run;
        }
        self.signs.extend(strays);
        self.signs.sort_by_key(|sign| sign.start);
    }

    /// Takes a run of signs for the end of what is open, or else for the start of emphasis. `open`
    /// holds the signs that emphasis and strong emphasis began with.
    fn take(&mut self, run: Range<usize>, sides: Sides, open: &mut [Option<EmphasisStart>; 2]) {
        let wanted: &[usize] = match run.len() {
            1 => &[0],
            2 => &[1],
            _ => &[0, 1],
        };
        // A broken pair: what is open is closed by whatever signs there are.
        let any = || (0..2).filter(|&kind| open[kind].is_some()).collect::<Vec<_>>();
        let exact = wanted.iter().any(|&kind| open[kind].is_some());
        let closed = match sides.closes() {
            true if exact => wanted.iter().copied().filter(|&kind| open[kind].is_some()).collect(),
            true if !sides.opens()
                || sides.misplaced
                || sides.before.is_some_and(|c| c.is_ascii_punctuation()) =>
            {
                any()
            }
            _ => Vec::new(),
        };
        if !closed.is_empty() {
            for kind in closed {
                let Some(EmphasisStart { sign, is_taken }) = open[kind].take() else { continue };
                let words = sign.end..run.start;
                match kind {
                    0 => self.emphasis.push(words),
                    _ => self.strong.push(words),
                }
                if !is_taken {
                    if let Some(other) = open[1 - kind].as_mut().filter(|it| it.sign == sign) {
                        other.is_taken = true;
                    }
                    self.signs.push(sign);
                }
            }
            self.signs.push(run);
        } else if sides.opens() {
            for &kind in wanted {
                open[kind] = Some(EmphasisStart { sign: run.clone(), is_taken: false });
            }
        }
    }

    /// Returns what of a part of the paragraph is no sign.
    pub fn shown<'t>(&self, paragraph: &'t str, part: Range<usize>) -> Cow<'t, str> {
        // Signs do not overlap: they end in the order in which they begin.
        let first = self.signs.partition_point(|sign| sign.end <= part.start);
        let mut hidden =
            self.signs[first..].iter().take_while(|sign| sign.start < part.end).peekable();
        if hidden.peek().is_none() {
            return Cow::Borrowed(&paragraph[part]);
        }
        let mut out = String::with_capacity(part.len());
        let mut from = part.start;
        for sign in hidden {
            out.push_str(&paragraph[from..sign.start.max(from)]);
            from = sign.end.min(part.end);
        }
        out.push_str(&paragraph[from..part.end]);
        Cow::Owned(out)
    }
}

//! Links that lead to a passage of a web page: `#:~:text=[prefix-,]start[,end][,-suffix]`
//! (URL Fragment Text Directives, Draft Community Group Report of the WICG).
//!
//! Start and end must each lie in one block of the page, and begin and end with whole words; what is
//! not unique is told by the words around it.

use super::iri;
use super::outgoing::Outgoing;
use crate::speech::Wording;

/// A passage of up to so many characters is written out.
const WRITTEN_OUT: usize = 300;
/// How many words of each end a longer passage is told by.
const ENDS: usize = 8;
/// How many words around a passage are taken at most.
const AROUND: usize = 6;

/// Returns the link to a passage; nothing where the web address of its speech is not known.
pub fn fragment(out: &Outgoing<'_>) -> Option<String> {
    let url = out.url()?;
    let directive = directive(out)?;
    // A fragment of the page's own comes before the directive.
    let hash = if url.contains('#') { "" } else { "#" };
    Some(format!("{url}{hash}:~:text={directive}"))
}

fn directive(out: &Outgoing<'_>) -> Option<String> {
    let anchor = &out.bookmark.anchor;
    let words = anchor.words();
    let paragraphs: Vec<String> =
        words.lines().map(squeeze).filter(|line| !line.is_empty()).collect();
    let (before, after) = anchor.around();
    let (first, last) = (paragraphs.first()?, paragraphs.last()?);
    let text = out.speech.map(|speech| squeeze(Wording::of(speech).text()));
    let is_unique = |words: &str| match &text {
        Some(text) => text.matches(words).take(2).count() == 1,
        None => false,
    };
    let (start, end) = if paragraphs.len() == 1 && first.chars().count() <= WRITTEN_OUT {
        (first.clone(), None)
    } else {
        (ends(first, FragmentEnd::First), Some(ends(last, FragmentEnd::Last)))
    };
    let mut parts = Vec::new();
    let unique = is_unique(&start);
    if !unique {
        parts
            .extend(around(&before, FragmentEnd::Last).map(|words| format!("{}-", encode(&words))));
    }
    parts.push(encode(&start));
    parts.extend(end.as_deref().map(encode));
    if !unique {
        parts
            .extend(around(&after, FragmentEnd::First).map(|words| format!("-{}", encode(&words))));
    }
    Some(parts.join(","))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum FragmentEnd {
    First,
    Last,
}

/// Returns the words at one end of a text of one line.
fn ends(line: &str, end: FragmentEnd) -> String {
    let words: Vec<&str> = line.split_whitespace().collect();
    let taken = words.len().min(ENDS);
    match end {
        FragmentEnd::First => words[..taken].join(" "),
        FragmentEnd::Last => words[words.len() - taken..].join(" "),
    }
}

/// Returns the words of a context that are next to the passage, in the block next to it. A word that
/// the context may have cut is left out.
fn around(context: &str, end: FragmentEnd) -> Option<String> {
    let mut lines = context.lines().filter(|line| !line.trim().is_empty());
    let (line, is_cut) = match end {
        FragmentEnd::Last => {
            let line = lines.next_back()?;
            (line, context.starts_with(line))
        }
        FragmentEnd::First => {
            let line = lines.next()?;
            (line, context.ends_with(line))
        }
    };
    let mut words: Vec<&str> = line.split_whitespace().collect();
    if is_cut && words.len() > 1 {
        match end {
            FragmentEnd::Last => drop(words.remove(0)),
            FragmentEnd::First => drop(words.pop()),
        }
    }
    let taken = words.len().min(AROUND);
    let words = match end {
        FragmentEnd::Last => &words[words.len() - taken..],
        FragmentEnd::First => &words[..taken],
    };
    (!words.is_empty()).then(|| words.join(" "))
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Percent-encodes a part of a directive: in it `-`, `,` and `&` have a meaning of their own.
fn encode(words: &str) -> String {
    iri::encode(words, b"._~")
}

//! Names of persons: which words are one.

use super::office;
use super::stream::{TokenGap, WordStream};
use crate::speech::parse::lexicon::Speaker;
use std::ops::Range;

/// The most words of a name.
const LONGEST: usize = 5;

/// What lets words be a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Called {
    /// Nothing but the words themselves.
    Not,
    /// A word of address, a rank, an office or a label before them: any family name will do.
    So,
}

/// Returns where a name that begins at a word ends.
pub(super) fn name_at(
    stream: &WordStream,
    at: usize,
    called: Called,
    words: &Speaker,
) -> Option<usize> {
    if at >= stream.len() || !stream.is_part(at) {
        return None;
    }
    let found = stream.found[at].names[called as usize].get_or_init(|| {
        let end = find_end(stream, at, called, words);
        end.map(|end| u16::try_from(end - at).expect("a name has a few words"))
    });
    found.map(|count| at + usize::from(count))
}

fn find_end(stream: &WordStream, at: usize, called: Called, words: &Speaker) -> Option<usize> {
    // The second word of "nhà văn", "doanh nhân".
    let inner =
        |phrases| at > 0 && stream.phrase(at - 1, phrases).is_some_and(|count: usize| count > 1);
    if inner(&words.ranks) || inner(&words.compounds) {
        return None;
    }
    if stream.is_english() {
        return english(stream, at, called, words);
    }
    let own = stream.holds(at, &words.surnames) || middle_follows(stream, at, words);
    // In a line of capitals nothing sets a name apart but a family name that is known.
    let in_capitals = at > 0 && stream.is_loud(at) && stream.is_loud(at - 1);
    let unknown = called == Called::Not || in_capitals;
    if !own && (unknown || stream.holds(at, &words.unnamed)) {
        return None;
    }
    if starts_otherwise(stream, at, words) {
        return None;
    }
    let end = end_of(stream, at, words);
    // Two names side by side, as two signatures are.
    if end - at == LONGEST
        && stream.gap(end - 1) == TokenGap::Space
        && end < stream.len()
        && stream.is_part(end)
    {
        return None;
    }
    let count = end - at;
    if called == Called::Not && within_run(stream, at, words) {
        return None;
    }
    // "tỉnh Đông Lĩnh Khuất Văn Ngoạn": a place, then a name of three words.
    let placed = at > 0
        && stream.gap_before(at) == TokenGap::Space
        && stream.phrase_before(at, &words.areas).is_some();
    let two_names = count >= 5
        && stream.holds(at + 2, &words.surnames)
        && !stream.holds(at + 1, &words.middles);
    if placed && two_names {
        return None;
    }
    let enough = match called {
        Called::So if is_one_word(stream.text(at)) => 1,
        Called::So => 2,
        // Two words alone are more often a place.
        Called::Not if office::is_behind(stream, end, words) => 2,
        Called::Not => 3,
    };
    (count >= enough && !is_place(stream, at..end, called, words)).then_some(end)
}

/// Returns where an English name ends: two to four words with capitals, initials among them. Only what
/// stands before or behind tells that it is one.
fn english(stream: &WordStream, at: usize, called: Called, words: &Speaker) -> Option<usize> {
    if starts_otherwise(stream, at, words) || stream.holds(at, &words.stops_loud) {
        return None;
    }
    let mut end = at;
    while end < stream.len() && end - at < 4 && stream.is_part(end) {
        let stops = stream.holds(end, &words.stops_loud)
            || stream.phrase(end, &words.speeches).is_some()
            || office::head(stream, end, words).is_some();
        if end > at && stops {
            break;
        }
        end += 1;
        if stream.gap(end - 1) != TokenGap::Space || is_possessive(stream, end - 1) {
            break;
        }
    }
    let named = called == Called::So || office::is_behind(stream, end, words);
    (named && end - at >= 2).then_some(end)
}

/// "Bush's".
fn is_possessive(stream: &WordStream, at: usize) -> bool {
    let text = stream.text(at);
    ["'s", "’s", "'S", "’S"].iter().any(|sign| text.ends_with(sign))
}

fn end_of(stream: &WordStream, at: usize, words: &Speaker) -> usize {
    let loud = stream.is_loud(at);
    let mut end = at;
    while end < stream.len() && end - at < LONGEST && stream.is_part(end) {
        if end > at {
            let other = stream.is_loud(end) != loud && stream.text(end).chars().count() > 2;
            let stops = stream.holds(end, &words.after_name)
                || stream.phrase(end, &words.honorifics).is_some_and(|count| count > 1)
                || loud && stream.holds(end, &words.stops_loud);
            if other || stops || office::head(stream, end, words).is_some() {
                break;
            }
        }
        end += 1;
        if stream.gap(end - 1) != TokenGap::Space {
            break;
        }
    }
    end
}

/// Tells whether a word stands within a run of capitals that another name or a place begins: "Thị Chín
/// Vương Đình Quế", "Lạc Lường Thị Hảo" behind "huyện Thanh".
fn within_run(stream: &WordStream, at: usize, words: &Speaker) -> bool {
    let mut start = at;
    while start > 0 && stream.gap(start - 1) == TokenGap::Space && stream.is_part(start - 1) {
        start -= 1;
    }
    let run = at - start;
    let named = run > 0 && run != 2 && stream.holds(start, &words.surnames);
    let placed = run == 1
        && !is_one_word(stream.text(start))
        && stream.phrase_before(start, &words.areas).is_some();
    (named || placed) && !stream.is_loud(start)
}

/// "Kha Thị Diễm": what only names have in their middle stands behind a word.
fn middle_follows(stream: &WordStream, at: usize, words: &Speaker) -> bool {
    at + 2 < stream.len()
        && stream.gap(at) == TokenGap::Space
        && stream.gap(at + 1) == TokenGap::Space
        && stream.holds(at + 1, &words.middles)
        && stream.is_part(at + 1)
        && stream.is_part(at + 2)
}

/// "K'Brơi", "H'Lim": names of one word, with a capital on both sides of the sign.
pub(super) fn is_one_word(word: &str) -> bool {
    let mut parts = word.split(['\'', '’']);
    let (first, second) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    first.chars().count() <= 2 && second.starts_with(char::is_uppercase)
}

/// Tells whether the words are an office, an agency or a word of address rather than a name.
fn starts_otherwise(stream: &WordStream, at: usize, words: &Speaker) -> bool {
    office::head(stream, at, words).is_some()
        || stream.phrase(at, &words.honorifics).is_some()
        || stream.phrase(at, &words.ranks).is_some()
        || stream.phrase(at, &words.orgs).is_some()
        || stream.phrase(at, &words.never).is_some()
        || stream.phrase(at, &words.areas).is_some_and(|count| count > 1)
}

/// Tells whether the words name a place or an institution: "huyện Lam Giang", "Trường Nguyễn Trãi".
fn is_place(stream: &WordStream, name: Range<usize>, called: Called, words: &Speaker) -> bool {
    if called == Called::So || stream.gap_before(name.start) != TokenGap::Space || name.start == 0 {
        return false;
    }
    let after = |phrases| stream.phrase_before(name.start, phrases).is_some();
    if after(&words.features) {
        return true;
    }
    after(&words.schools) && !after(&words.compounds) || after(&words.areas) && name.len() < 3
}

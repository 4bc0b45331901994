//! What a list is for, told from its lead-in, and its short title.

use super::lexicon::Lexicon;
use crate::model::Role;
use crate::text::lowercase;

/// What a lead-in says of the list it announces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Announced {
    pub role: Role,
    pub title: String,
}

struct Cue {
    start: usize,
    end: usize,
    role: Role,
}

/// How much of a lead-in is looked at, in bytes from its end.
const LONGEST: usize = 2000;

/// Reads the role and a title from a lead-in or heading: the last role word before the colon
/// wins, but for words in an aside ("Bên cạnh những kết quả đạt được, …").
pub(super) fn announced(lead: &str, lexicon: &Lexicon) -> Option<Announced> {
    let lead = &lead[lead.ceil_char_boundary(lead.len().saturating_sub(LONGEST))..];
    let lower = lowercase(lead);
    let sentence = last_sentence(&lower);
    let cues = cues(sentence, lexicon);
    let asides = asides(sentence, lexicon);
    let mut counted =
        cues.iter().filter(|cue| !asides.iter().any(|aside| aside.contains(&cue.start)));
    let deciding = counted.next_back()?;
    let run = run_of(&cues, deciding, sentence);
    let words = &sentence[run];
    let year = year_after(&lower, words);
    Some(Announced { role: deciding.role, title: capitalised(words, year) })
}

/// Reads a role from the first words of an item.
pub(super) fn role_of_verb(label: &str, lexicon: &Lexicon) -> Option<Role> {
    let head = lowercase(&label[..label.floor_char_boundary(160)]);
    lexicon
        .roles
        .iter()
        .filter_map(|entry| {
            let at = entry.verbs.iter().filter_map(|verb| find_word(&head, verb)).min()?;
            Some((at, entry.role))
        })
        .min_by_key(|(at, _)| *at)
        .map(|(_, role)| role)
}

fn last_sentence(lower: &str) -> &str {
    let end = lower.trim_end_matches(|c: char| !c.is_alphanumeric());
    let start = end.rmatch_indices(['.', '!', '?']).find_map(|(at, sign)| {
        let after = &end[at + sign.len()..];
        after.starts_with(char::is_whitespace).then_some(at + sign.len())
    });
    end[start.unwrap_or(0)..].trim_start()
}

/// Finds the role words of a sentence in order; of those that overlap the longest.
fn cues(sentence: &str, lexicon: &Lexicon) -> Vec<Cue> {
    let mut all: Vec<Cue> = Vec::new();
    for entry in &lexicon.roles {
        for word in &entry.words {
            all.extend(find_words(sentence, word).map(|start| Cue {
                start,
                end: start + word.len(),
                role: entry.role,
            }));
        }
    }
    all.sort_by_key(|cue| (cue.start, std::cmp::Reverse(cue.end)));
    let mut end = 0;
    all.retain(|cue| {
        let keep = cue.start >= end;
        if keep {
            end = cue.end;
        }
        keep
    });
    all
}

/// Gives the stretches from an aside's opening words to the next comma; without a comma there is
/// no aside.
fn asides(sentence: &str, lexicon: &Lexicon) -> Vec<std::ops::Range<usize>> {
    let opened = |word: &String| {
        find_words(sentence, word)
            .filter_map(|start| Some(start..start + sentence[start..].find(", ")?))
            .collect::<Vec<_>>()
    };
    lexicon.asides.iter().flat_map(opened).collect()
}

/// Widens the deciding word over its neighbours of the same role: "tồn tại, hạn chế".
fn run_of(cues: &[Cue], deciding: &Cue, sentence: &str) -> std::ops::Range<usize> {
    let (mut start, mut end) = (deciding.start, deciding.end);
    for cue in
        cues.iter().rev().filter(|cue| cue.role == deciding.role && cue.end <= deciding.start)
    {
        if !matches!(sentence[cue.end..start].trim(), "," | "và" | ", và") {
            break;
        }
        start = cue.start;
    }
    let qualified = ["trọng tâm", "chủ yếu"];
    // "nhiệm vụ trọng tâm" is one cue; its qualifier does not belong into a short title.
    for word in qualified {
        if let Some(cut) = sentence[start..end].strip_suffix(word) {
            end = start + cut.trim_end().len();
        }
    }
    start..end
}

/// Finds "năm 2024" right behind the title's words, anywhere in the lead-in.
fn year_after<'t>(lower: &'t str, words: &str) -> Option<&'t str> {
    find_words(lower, words).find_map(|at| {
        let rest = lower[at + words.len()..].strip_prefix(" năm ")?;
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        (digits == 4).then(|| &rest[..4])
    })
}

fn capitalised(words: &str, year: Option<&str>) -> String {
    let mut letters = words.chars();
    let first: String = letters.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
    let year = year.map(|year| format!(" năm {year}")).unwrap_or_default();
    format!("{first}{}{year}", letters.as_str())
}

fn find_word(text: &str, word: &str) -> Option<usize> {
    find_words(text, word).next()
}

/// Finds `word` in `text` where it does not stand inside a longer word.
fn find_words<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = usize> + 't {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(word).map(|(at, _)| at).filter(move |&at| {
        !letter(text[..at].chars().next_back()) && !letter(text[at + word.len()..].chars().next())
    })
}

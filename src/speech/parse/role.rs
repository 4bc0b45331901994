//! What a list is for, told from its lead-in, its heading or its items, and its short title.

mod cue;
mod force;

use super::lexicon::Lexicon;
use crate::speech::Role;
use crate::text::{is_word, lowercase, next_word};
use cue::{Cue, CuePlace, SentenceCues, coordinated, find, is_about_parts, is_done, run_of};
pub(super) use force::Force;
use std::ops::Range;

/// What words say of the list that they announce.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Announced {
    pub role: Role,
    pub title: String,
    /// The deciding words, in bytes of the text that was asked.
    pub cue: Range<usize>,
    /// Whether the words may also be of no meaning in a heading: "Yêu cầu" after "Mục đích".
    pub force: Force,
}

/// How much of a lead-in is looked at, in bytes from its end.
const LONGEST: usize = 2000;
/// The longest sentence that may only point back, in bytes.
const POINTS_BACK: usize = 24;
/// How near before the end of a lead-in a weak word counts, in bytes.
const NEAR: usize = 160;
/// How much of a sentence is looked at for the verb that announces spoken words, in bytes.
const VERB: usize = 160;

/// Reads the role and a title from a lead-in: the last role word before the colon wins, but for
/// words in an aside ("Bên cạnh những kết quả đạt được, …").
pub(super) fn announced(lead: &str, lexicon: &Lexicon) -> Option<Announced> {
    let base = lead.ceil_char_boundary(lead.len().saturating_sub(LONGEST));
    let lead = &lead[base..];
    let lower = flat(lead);
    let (mut sentence, told) = last_sentence(&lower);
    // "Lưu ý:" alone.
    if is_note(sentence, lexicon) {
        return None;
    }
    let mut found = find(sentence, CuePlace::LeadIn, lexicon);
    if let Some(told) = told.filter(|_| found.cues.is_empty()) {
        // Of a sentence that is only pointed back to, nouns count.
        found = find(told, CuePlace::LeadIn, lexicon);
        found
            .cues
            .retain(|cue| !lexicon.nameless.iter().any(|word| *word == told[cue.start..cue.end]));
        sentence = told;
    }
    let SentenceCues { cues, asides, done, pending } = found;
    let counted = || {
        let free = |cue: &&Cue| !asides.iter().any(|aside| aside.contains(&cue.start));
        cues.iter().rev().filter(free)
    };
    let full = counted().find(|cue| cue.force != Force::Weak);
    // "Thực hiện quy định tại …, Bộ hướng dẫn như sau:": a weak word counts near the colon alone.
    let near = |cue: &&Cue| sentence.len() - cue.end <= NEAR;
    let Some(deciding) = full.or_else(|| counted().find(near)).cloned() else {
        return orders(&lower, sentence, &pending);
    };
    let parts = !counts_members(sentence, lexicon) && is_about_parts(&cues, &deciding, sentence);
    let role = match parts {
        true => Role::Other,
        false => coordinated(&cues, &deciding, sentence)?,
    };
    // Tasks that are done are no tasks, and no name of a list.
    let tasks_done = role == Role::Task && is_done(&done, &pending, deciding.start);
    let role = if tasks_done { Role::Result } else { role };
    let run = run_of(&cues, &deciding, sentence);
    // A weak word is no name of a list.
    let named = deciding.force != Force::Weak
        && !tasks_done
        && !lexicon.nameless.iter().any(|word| *word == sentence[deciding.start..deciding.end]);
    let words = if named { &sentence[run] } else { "" };
    let year = year_after(&lower, words).filter(|_| !words.is_empty());
    let offset = sentence.as_ptr() as usize - lower.as_ptr() as usize;
    let cue = located(lead, &lower, offset + deciding.start..offset + deciding.end, base);
    Some(Announced { role, title: capitalised(words, year), cue, force: deciding.force })
}

/// Reads the role of a heading: its first noun decides ("Nguyên nhân của những hạn chế"), nouns of
/// several roles side by side make it [`Role::Other`] ("Thành tựu và thách thức").
pub(super) fn headed(heading: &str, lexicon: &Lexicon) -> Option<Announced> {
    let heading = &heading[..heading.floor_char_boundary(LONGEST)];
    let lower = flat(heading);
    if is_note(&lower, lexicon) {
        return None;
    }
    let SentenceCues { cues, asides, .. } = find(&lower, CuePlace::Heading, lexicon);
    let first =
        cues.iter().position(|cue| !asides.iter().any(|aside| aside.contains(&cue.start)))?;
    let mut deciding = cues[first].clone();
    let words = &lower[deciding.start..deciding.end];
    if lexicon.roles.iter().any(|entry| entry.weak_in_headings.iter().any(|weak| weak == words)) {
        deciding.force = Force::Weak;
    }
    let mut last = &cues[first];
    for cue in &cues[first + 1..] {
        let between = &lower[last.end..cue.start];
        let words = between.trim_matches(|c: char| !is_word(c));
        let joined = between.contains([',', ';', '/', '-', '–', '&'])
            || words.split_whitespace().any(|word| matches!(word, "và" | "and"));
        let near = words.is_empty()
            || words.split_whitespace().all(|word| {
                matches!(word, "và" | "and") || lexicon.articles.iter().any(|known| known == word)
            });
        if !(joined && near) {
            break;
        }
        last = cue;
    }
    let same = last.role == deciding.role;
    let role = deciding.role.filter(|_| same).unwrap_or(Role::Other);
    let force = if same { deciding.force } else { Force::Full };
    let words = &lower[deciding.start..last.end];
    let title = capitalised(words, year_after(&lower, words));
    let cue = located(heading, &lower, deciding.start..last.end, 0);
    Some(Announced { role, title, cue, force })
}

/// Reads the role of a heading that begins with the noun that decides, but for articles and numbers.
pub(super) fn headed_first(heading: &str, lexicon: &Lexicon) -> Option<Announced> {
    if !may_be_headed_first(heading, lexicon) {
        return None;
    }
    let found = headed(heading, lexicon)?;
    let before = flat(heading.get(..found.cue.start)?);
    let mut words = before.split_whitespace().map(|word| word.trim_matches(|c: char| !is_word(c)));
    let article = |word: &str| {
        word.is_empty()
            || word.bytes().all(|byte| byte.is_ascii_digit())
            || lexicon.articles.iter().any(|known| known == word)
    };
    words.all(article).then_some(found)
}

/// How far in a heading the noun is looked for quickly, in bytes.
const FIRST: usize = 60;

/// Tells quickly whether a heading may begin with the noun that decides.
fn may_be_headed_first(heading: &str, lexicon: &Lexicon) -> bool {
    let lower = flat(heading);
    if lower.len() != heading.len() {
        return true;
    }
    let mut from = 0;
    while let Some(word) = next_word(&lower, from).filter(|word| word.start < FIRST) {
        if lexicon.cues.is_at(&lower, word.start) {
            return true;
        }
        let text = &lower[word.clone()];
        let figures = text.bytes().all(|byte| byte.is_ascii_digit());
        if !figures && !lexicon.articles.iter().any(|known| known == text) {
            return false;
        }
        from = word.end;
    }
    true
}

/// Tells whether a sentence announces a list by its count: "nhấn mạnh 6 nhóm nhiệm vụ", "07 điểm
/// nổi bật", "bốn bài học".
pub(super) fn counts_members(sentence: &str, lexicon: &Lexicon) -> bool {
    let lower = flat(&sentence[..sentence.floor_char_boundary(LONGEST)]);
    let (last, _) = last_sentence(&lower);
    let mut words = last.split_whitespace().peekable();
    let mut before = "";
    while let Some(word) = words.next() {
        let bare = word.trim_matches(|c: char| !is_word(c));
        let figure = bare.len() <= 2 && bare.parse::<u32>().is_ok_and(|number| number >= 2);
        let number = figure
            || lexicon.markers.may_begin(bare)
                && lexicon.markers.spoken.iter().any(|(known, value)| *value >= 2 && known == bare);
        // "một số bài học" announces, "một số vấn đề" does not.
        let some = bare == "số" && before == "một";
        let counted = |rest: &str| {
            lexicon.counted.iter().any(|noun| {
                let named = !some || lexicon.roles.iter().any(|entry| entry.words.contains(noun));
                let noun = rest.strip_prefix(noun.as_str()).filter(|_| named);
                noun.is_some_and(|rest| !rest.starts_with(is_word))
            })
        };
        before = bare;
        if (number || some)
            && let Some(next) = words.peek()
        {
            let at = next.as_ptr() as usize - last.as_ptr() as usize;
            if counted(&last[at..]) {
                return true;
            }
        }
    }
    false
}

/// Tells whether a sentence announces what somebody says: "Bà lão hỏi:".
pub(super) fn announces_speech(sentence: &str, lexicon: &Lexicon) -> bool {
    let from = sentence.ceil_char_boundary(sentence.len().saturating_sub(VERB));
    let lower = flat(&sentence[from..]);
    let Some(words) = lower.trim_end().strip_suffix(':') else { return false };
    lexicon
        .dialogue
        .iter()
        .any(|verb| words.strip_suffix(verb.as_str()).is_some_and(|rest| !rest.ends_with(is_word)))
}

/// Returns a text in small letters, with line ends as blanks.
fn flat(text: &str) -> String {
    let lower = lowercase(text);
    if lower.contains("\n") { lower.replace("\n", " ") } else { lower }
}

/// Leads a place in small letters back to the text, whose letters are as long but for rare ones.
fn located(text: &str, lower: &str, place: Range<usize>, base: usize) -> Range<usize> {
    let same = text.len() == lower.len()
        && text.is_char_boundary(place.start)
        && text.is_char_boundary(place.end);
    if same { base + place.start..base + place.end } else { base..base }
}

/// Returns the last sentence, and the one before it where it only points back: "Đó là:".
fn last_sentence(lower: &str) -> (&str, Option<&str>) {
    let end = lower.trim_end_matches(|c: char| !is_word(c));
    let before = |end: &str| {
        let found = end.rmatch_indices(['.', '!', '?']).find_map(|(at, sign)| {
            let after = &end[at + sign.len()..];
            after.starts_with(char::is_whitespace).then_some(at)
        });
        found.map_or(0, |at| at + 1)
    };
    let start = before(end);
    let earlier = &end[..start.saturating_sub(1)];
    let back = before(earlier);
    let points = start > 0 && end[start..].trim().len() <= POINTS_BACK;
    let told = points && earlier[back..].trim().len() > POINTS_BACK;
    (end[start..].trim_start(), told.then(|| earlier[back..].trim_start()))
}

/// Tells whether words are those of a note and nothing more: "Lưu ý:".
fn is_note(lower: &str, lexicon: &Lexicon) -> bool {
    let bare = lower.trim_matches(|c: char| !is_word(c));
    lexicon.notes.iter().any(|note| *note == bare)
}

/// "…, cần nắm vững một số vấn đề sau:": what is to be done without a noun for it.
fn orders(lower: &str, sentence: &str, pending: &[usize]) -> Option<Announced> {
    let last = *pending.last()?;
    let near = sentence.len() - last <= NEAR;
    let ends = sentence.trim_end_matches(|c: char| !is_word(c));
    let announces = [" sau", " sau đây", " là"].iter().any(|word| ends.ends_with(word));
    let title = String::new();
    let at = sentence.as_ptr() as usize - lower.as_ptr() as usize + last;
    let cue = at..at;
    (near && announces).then_some(Announced { role: Role::Task, title, cue, force: Force::Weak })
}

/// Finds "năm 2024" right behind the title's words, anywhere in the lead-in.
fn year_after<'t>(lower: &'t str, words: &str) -> Option<&'t str> {
    find_words(lower, words).find_map(|at| {
        let rest = lower[at + words.len()..].strip_prefix(" năm ")?;
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        (digits == 4).then(|| &rest[..4])
    })
}

pub(super) fn capitalised(words: &str, year: Option<&str>) -> String {
    let mut letters = words.chars();
    let first: String = letters.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
    let year = year.map(|year| format!(" năm {year}")).unwrap_or_default();
    format!("{first}{}{year}", letters.as_str())
}

/// Finds `word` in `text` where it does not stand inside a longer word.
fn find_words<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = usize> + 't {
    let letter = |c: Option<char>| c.is_some_and(is_word);
    text.match_indices(word).map(|(at, _)| at).filter(move |&at| {
        !letter(text[..at].chars().next_back()) && !letter(text[at + word.len()..].chars().next())
    })
}

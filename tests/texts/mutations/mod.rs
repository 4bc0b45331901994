//! Bookmarks in texts that change afterwards: every kind of change, hundreds of bookmarks each.
//!
//! A wrong place is worse than none: no bookmark may be found where it is not. What survives is
//! found again, what was deleted is lost, and what could be one of several is uncertain.
//!
//! `cargo test --test texts mutations -- --nocapture` prints the table that `docs/dev/bookmarks.md` shows.

mod kinds;
mod speeches;
mod tasks;
mod text;

use self::kinds::{KINDS, Kind};
use self::text::{Dice, Text, added};
use dienvan::library::files::from_bytes;
use dienvan::speech::anchor::{Finder, Place, PlaceState, capture};
use dienvan::speech::parse::Lexicon;
use dienvan::speech::{Anchor, Origin, Speech};
use dienvan::text::{TextRange, Words};
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// How many speeches are changed in every way, besides the shipped one.
const SPEECHES: u64 = 11;
/// How many bookmarks are set in each.
const BOOKMARKS: usize = 18;

/// What became of the bookmarks under one kind of change.
#[derive(Clone, Debug, Default)]
struct Tally {
    states: [usize; 5],
    survivors: usize,
    resolved: usize,
    deleted: usize,
    lost: usize,
    wrong: Vec<String>,
    missed: Vec<String>,
    kept: Vec<String>,
}

fn speech(text: &str, lexicon: &Lexicon) -> Speech {
    from_bytes(text.as_bytes().to_vec(), Origin::StandardInput, lexicon).expect("a text").speech
}

/// Picks passages of all sorts: sentences, parts of them, paragraphs, and as many of these as an item has.
fn passages(text: &Text, dice: &mut Dice) -> Vec<Range<usize>> {
    let (sentences, paragraphs) = (text.sentences(), text.paragraphs());
    (0..BOOKMARKS)
        .map(|number| {
            let sentence = dice.pick(&sentences).clone();
            match number % 5 {
                0 | 1 => sentence,
                2 => {
                    let length = (4 + dice.roll(8)).min(sentence.len());
                    let start = sentence.start + dice.roll(sentence.len() - length + 1);
                    start..start + length
                }
                3 => dice.pick(&paragraphs).clone(),
                _ => {
                    let first = dice.roll(paragraphs.len() - 1);
                    let last = (first + 1 + number / 5).min(paragraphs.len() - 1);
                    paragraphs[first].start..paragraphs[last].end
                }
            }
        })
        .collect()
}

fn anchor(text: &Text, speech: &Speech, passage: &Range<usize>, count: usize) -> Anchor {
    let places = text.places(count);
    let at = |index: usize| {
        let origin = text.0[index].origin.expect("a word of the first text");
        places[origin].expect("a place")
    };
    let (start, end) = (at(passage.start).0, at(passage.end - 1).1);
    capture(speech, TextRange::new(start, end))
}

/// Gives where the words of a passage are now: nothing if they are gone, a wrong guess if some are.
fn truth(places: &[Option<(usize, usize)>], passage: &Range<usize>) -> Option<TextRange> {
    let here: Vec<_> = places[passage.clone()].iter().flatten().collect();
    let start = here.iter().map(|place| place.0).min()?;
    let end = here.iter().map(|place| place.1).max()?;
    Some(TextRange::new(start, end))
}

/// Tells whether a range that was found is the passage, give or take a few words; or all its words
/// within it, where one of its sentences was put in a second time beside it.
fn agrees(one: TextRange, other: TextRange, quote: &str, text: &str) -> bool {
    if other.covers(one) && Words::of(one.of(text)).keys() == Words::of(quote).keys() {
        return true;
    }
    let common = one.intersection(other).map_or(0, TextRange::len);
    10 * common >= 7 * one.union(other).len()
}

fn run(kind: &Kind, number: u64, original: &str, lexicon: &Lexicon, tally: &mut Tally) {
    let mut dice = Dice(number.wrapping_mul(977) + 13);
    // What the reader first saw: for most kinds the text itself.
    let clean = Text::new(original.trim_start());
    let count = clean.0.len();
    let first = (kind.before)(&clean, &mut dice);
    let passages = passages(&first, &mut dice);
    let before = speech(&first.written(), lexicon);
    let mut changed = (kind.change)(&clean, &mut dice);
    if number % 2 == 1 {
        changed.insert(0, added("Ghi chú của biên tập: bản này thay cho bản đăng hôm trước.\n\n"));
    }
    let written = (kind.write)(&changed);
    let after = speech(&written, lexicon);
    let (flat, places) = places_in(kind, changed, &after, count);
    let finder = Finder::new(&after);
    for passage in passages {
        let anchor = anchor(&first, &before, &passage, count);
        let survivors = places[passage.clone()].iter().flatten().count();
        if (survivors > 0 && survivors < passage.len()) || is_torn(&flat, &passage) {
            // Half of it is gone or elsewhere: there is no one right answer.
            continue;
        }
        let place = finder.place(&anchor);
        tally.states[place.state() as usize] += 1;
        let truth = truth(&places, &passage);
        let said = || format!("{:?} {:?}: {}", place.state(), anchor.quote, told(&place, &after));
        match (truth, place.range()) {
            (Some(truth), found) => {
                tally.survivors += 1;
                match found {
                    Some(found) if agrees(found, truth, &anchor.quote, &after.text) => {
                        tally.resolved += 1
                    }
                    Some(_) => tally.wrong.push(format!("{} / {}", said(), truth.of(&after.text))),
                    None => tally.missed.push(said()),
                }
            }
            (None, Some(_)) => {
                tally.deleted += 1;
                tally.wrong.push(said());
            }
            (None, None) => {
                tally.deleted += 1;
                match place.state() {
                    PlaceState::Lost => tally.lost += 1,
                    _ => tally.kept.push(said()),
                }
            }
        }
    }
}

/// Finds the words of the first text in a changed one as it was read.
fn places_in(
    kind: &Kind,
    changed: Text,
    after: &Speech,
    count: usize,
) -> (Text, Vec<Option<(usize, usize)>>) {
    let flat: Text = match kind.name {
        "NFD" => changed.map(|word| word.nfc().collect()),
        _ => changed,
    };
    let places = match flat.written() == *after.text {
        true => flat.places(count),
        false => relocated(&flat, &after.text, count),
    };
    (flat, places)
}

/// Tells whether words of the first text stand between those of a passage that were not there.
fn is_torn(text: &Text, passage: &Range<usize>) -> bool {
    let origins = text.0.iter().filter_map(|word| word.origin);
    let mut last = None;
    for (at, origin) in origins.enumerate() {
        if passage.contains(&origin) {
            if last.is_some_and(|(before, from)| before + 1 != at || from + 1 != origin) {
                return true;
            }
            last = Some((at, origin));
        }
    }
    false
}

fn told(place: &Place, speech: &Speech) -> String {
    let words = |range: &TextRange| range.of(&speech.text).to_owned();
    place.ranges().iter().take(3).map(words).collect::<Vec<_>>().join(" | ")
}

/// Finds the words again, one after the other, in a text with other blanks between them.
fn relocated(text: &Text, read: &str, count: usize) -> Vec<Option<(usize, usize)>> {
    let mut places = vec![None; count];
    let mut at = 0;
    for word in &text.0 {
        let start = at + read[at..].find(&word.text).expect("the words are all there");
        at = start + word.text.len();
        if let Some(origin) = word.origin {
            places[origin] = Some((start, at));
        }
    }
    places
}

#[test]
fn no_bookmark_is_found_where_it_is_not() {
    let lexicon = Lexicon::shipped();
    let mut table = format!(
        "{:<34}{:>9}{:>7}{:>7}{:>7}{:>11}{:>6}{:>7}{:>10}{:>9}{:>7}\n",
        "change",
        "bookmarks",
        "same",
        "moved",
        "edited",
        "uncertain",
        "lost",
        "wrong",
        "survivors",
        "found",
        "gone"
    );
    let mut failures = String::new();
    for kind in &KINDS {
        let mut tally = Tally::default();
        for number in 0..SPEECHES {
            run(kind, number, &speeches::written(number), &lexicon, &mut tally);
        }
        for number in SPEECHES..SPEECHES + 2 {
            run(kind, number, speeches::SHIPPED, &lexicon, &mut tally);
        }
        let Tally { states, survivors, resolved, deleted, lost, wrong, missed, kept } = &tally;
        let all: usize = states.iter().sum();
        let share = 100.0 * *resolved as f64 / (*survivors).max(1) as f64;
        table += &format!(
            "{:<34}{all:>9}{:>7}{:>7}{:>7}{:>11}{:>6}{:>7}{survivors:>10}{share:>8.2}%{:>7}\n",
            kind.name,
            states[0],
            states[1],
            states[2],
            states[3],
            states[4],
            wrong.len(),
            format!("{lost}/{deleted}"),
        );
        let mut list = |what: &str, all: &[String]| {
            for one in all.iter().take(6) {
                failures += &format!("{} {what}: {one}\n", kind.name);
            }
        };
        list("WRONG", wrong);
        list("not lost", kept);
        list("missed", missed);
        assert!(all >= 200, "{}: only {all} bookmarks", kind.name);
        if !wrong.is_empty() || 100 * resolved < 99 * survivors || lost < deleted {
            failures += &format!("{} FAILS\n", kind.name);
        }
    }
    println!("{table}");
    println!("{failures}");
    assert!(!failures.contains("FAILS"));
}

#[test]
fn of_two_that_nothing_tells_apart_neither_is_chosen() {
    let lexicon = Lexicon::shipped();
    let mut all = 0;
    for number in 0..SPEECHES {
        let mut dice = Dice(number + 5);
        let text = Text::new(speeches::written(number).trim_start());
        let count = text.0.len();
        let before = speech(&text.written(), &lexicon);
        let after = speech(&kinds::twice(&text), &lexicon);
        let finder = Finder::new(&after);
        // What stands at an end of the text has other neighbours in one of the two.
        let inner = 40..count - 40;
        for passage in passages(&text, &mut dice) {
            if !inner.contains(&passage.start) || !inner.contains(&passage.end) {
                continue;
            }
            let anchor = anchor(&text, &before, &passage, count);
            let place = finder.place(&anchor);
            assert_eq!(
                place.state(),
                PlaceState::Uncertain,
                "{:?}: {}",
                anchor,
                told(&place, &after)
            );
            assert!(place.ranges().len() >= 2);
            all += 1;
        }
    }
    println!("printed twice: {all} bookmarks, all uncertain");
    assert!(all >= 150, "{all}");
}

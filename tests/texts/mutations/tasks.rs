//! States of tasks in texts that change afterwards, by the changes that bookmarks go through: no state may come to
//! another assignment than the one it was said of.

use super::kinds::KINDS;
use super::text::{Dice, Text, added};
use super::{Kind, SPEECHES, is_torn, places_in, speech, speeches, truth};
use dienvan::register::{
    Assignment, KeptTask, RegisterRow, RegisterVocabulary, TaskState, TrackedText, assignments_of,
    rows_of, track,
};
use dienvan::speech::Speech;
use dienvan::speech::parse::Lexicon;
use dienvan::text::TextRange;
use jiff::Timestamp;

/// Of how many rows of a text something is said.
const SAID: usize = 16;

/// How the rows of a text are made.
type Rows = fn(&Speech) -> Vec<RegisterRow>;

/// Takes every sentence for an assignment: more of them, and more that are alike, than any real text has.
fn sentences(speech: &Speech) -> Vec<RegisterRow> {
    let text = Text::new(&speech.text);
    let places = text.places(text.0.len());
    let at = |word: usize| places[word].expect("a word of its own");
    let range =
        |words: &std::ops::Range<usize>| TextRange::new(at(words.start).0, at(words.end - 1).1);
    let sentences = text.sentences();
    let assignment = |words| Assignment { words: range(words), ..Assignment::default() };
    rows_of(speech, &sentences.iter().map(assignment).collect::<Vec<_>>())
}

/// Takes what the register finds.
fn register(speech: &Speech) -> Vec<RegisterRow> {
    rows_of(speech, &assignments_of(speech, &RegisterVocabulary::shipped()))
}

/// What became of the states under one kind of change.
#[derive(Debug, Default)]
struct Outcome {
    states: usize,
    survivors: usize,
    found: usize,
    wrong: Vec<String>,
}

fn run(kind: &Kind, number: u64, rows: Rows, lexicon: &Lexicon, outcome: &mut Outcome) {
    let mut dice = Dice(number.wrapping_mul(977) + 13);
    let original =
        if number < SPEECHES { speeches::written(number) } else { speeches::SHIPPED.to_owned() };
    let clean = Text::new(original.trim_start());
    let count = clean.0.len();
    let first = (kind.before)(&clean, &mut dice);
    let before = speech(&first.written(), lexicon);
    let mut changed = (kind.change)(&clean, &mut dice);
    if number % 2 == 1 {
        changed.insert(0, added("Ghi chú của biên tập: bản này thay cho bản đăng hôm trước.\n\n"));
    }
    let after = speech(&(kind.write)(&changed), lexicon);
    let (flat, places) = places_in(kind, changed, &after, count);
    // Where the words of the first text stood in it.
    let stood = first.places(count);
    let known = rows(&before);
    let kept: Vec<KeptTask> = known
        .iter()
        .step_by(known.len().div_ceil(SAID).max(1))
        .enumerate()
        .map(|(at, row)| KeptTask {
            id: at.to_string(),
            state: TaskState::Done,
            ..KeptTask::new(&before, row, Timestamp::UNIX_EPOCH)
        })
        .collect();
    let all: Vec<&KeptTask> = kept.iter().collect();
    let tracked = track(rows(&after), &all, TrackedText::Open(&after));
    for task in &kept {
        let range = task.anchor.range;
        let inside = |place: &Option<(usize, usize)>| {
            place.is_some_and(|(start, end)| range.start.get() <= start && end <= range.end.get())
        };
        let Some(start) = stood.iter().position(inside) else { continue };
        let passage = start..stood.iter().rposition(inside).unwrap_or(start) + 1;
        let survivors = places[passage.clone()].iter().flatten().count();
        if (survivors > 0 && survivors < passage.len()) || is_torn(&flat, &passage) {
            // Half of it is gone or elsewhere: there is no one right answer.
            continue;
        }
        outcome.states += 1;
        let truth = truth(&places, &passage);
        outcome.survivors += usize::from(truth.is_some());
        let mut holders =
            tracked.entries.iter().filter(|entry| entry.status.kept.as_ref() == Some(&task.id));
        let Some(holder) = holders.next() else {
            let strays = tracked.strays.iter().filter(|stray| stray.kept.id == task.id);
            assert_eq!(strays.count(), 1, "what was said is not lost: {}", task.anchor.quote);
            continue;
        };
        assert!(holders.next().is_none(), "one state, one row");
        let row = holder.row.range;
        // An assignment that has grown or was cut begins where it began.
        let begins = truth.is_some_and(|truth| truth.start == row.start);
        let common = truth.and_then(|truth| truth.intersection(row)).map_or(0, TextRange::len);
        match begins || 2 * common > row.len() {
            true => outcome.found += 1,
            false => outcome.wrong.push(format!("{:?}: {}", task.anchor.quote, holder.row.task)),
        }
    }
}

/// Runs every kind of change; `least` is how many in a hundred of those whose words are there have their state.
fn check(name: &str, rows: Rows, least: f64) {
    let lexicon = Lexicon::shipped();
    let mut failures = String::new();
    println!("{:<34}{:>9}{:>10}{:>9}{:>7}", name, "states", "survivors", "found", "wrong");
    for kind in &KINDS {
        let mut outcome = Outcome::default();
        for number in (0..SPEECHES).step_by(3).chain([SPEECHES]) {
            run(kind, number, rows, &lexicon, &mut outcome);
        }
        let Outcome { states, survivors, found, wrong } = &outcome;
        let share = 100.0 * *found as f64 / (*survivors).max(1) as f64;
        println!("{:<34}{states:>9}{survivors:>10}{share:>8.2}%{:>7}", kind.name, wrong.len());
        for one in wrong.iter().take(3) {
            failures += &format!("{}: WRONG {one}\n", kind.name);
        }
        assert!(*states >= 30, "{}: only {states}", kind.name);
        if share < least {
            failures += &format!("{}: only {share:.2} % found\n", kind.name);
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn no_state_comes_to_another_sentence() {
    check("sentences", sentences, 85.0);
}

#[test]
fn no_state_comes_to_another_assignment() {
    // Where a text has changed, its outline may have changed, and what an assignment holds.
    check("register", register, 50.0);
}

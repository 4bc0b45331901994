//! The signs of the members of a unit: what share of them begins so, holds that, ends thus.

use super::signs::SignReader;
use super::sink::{SignPlace, SignSink};
use super::words::{PassageWords, Set};
use crate::text::is_word;

/// How many members are asked.
pub(super) const ASKED: usize = 12;
/// How much of a member is looked at, in bytes, and how much of that are its first words.
const LENGTH: usize = 300;
const FIRST: usize = 120;
/// How far a day may stand from the word that makes it a deadline, in words.
const NEAR: usize = 6;

const AT: SignPlace = SignPlace::new("at:");
const IN: SignPlace = SignPlace::new("in:");
const FIRST_MEMBER: SignPlace = SignPlace::new("first:");
const MEMBER: SignPlace = SignPlace::new("member=");
const BEGINS: SignPlace = SignPlace::new("begins=");

/// Reads the signs of members, given their words behind the markers.
pub(super) fn read(reader: &SignReader<'_>, texts: &[&str], sink: &mut dyn SignSink) {
    let all: Vec<PassageWords> = texts
        .iter()
        .map(|text| PassageWords::new(&text[..text.floor_char_boundary(LENGTH)]))
        .collect();
    let count = all.len().max(1) as f32;
    let each = 1.0 / count;
    let (until, calendar) = (reader.classes.set("until"), reader.classes.set("calendar"));
    for (passage, text) in all.iter().zip(texts) {
        let first = passage.at(FIRST.min(passage.text.len()));
        let words = &passage.words[..first];
        let classes = reader.classes.each(&passage.words);
        let at = reader.classes.at(words);
        reader.tell_set(AT, at, each, sink);
        let rest = words.get(1..).unwrap_or_default();
        let begins = reader.classes.among_first(rest, classes.get(1..).unwrap_or_default());
        reader.tell_set(IN, at | begins, each, sink);
        for place in 0..first {
            sink.word(MEMBER, passage, place, each);
        }
        if first > 0 {
            sink.word(BEGINS, passage, 0, each);
        }
        if first > 1 {
            sink.pair(BEGINS, passage, 0, each);
        }
        of_shape(passage, text, each, sink);
        if has_deadline(&classes, passage, (until, calendar)) {
            sink.sign(&["member.deadline"], each);
        }
    }
    if let Some(first) = all.first() {
        reader.tell_classes(
            FIRST_MEMBER,
            &first.words[..first.at(FIRST.min(first.text.len()))],
            sink,
        );
    }
}

fn of_shape(passage: &PassageWords, text: &str, value: f32, sink: &mut dyn SignSink) {
    let end = text.trim_end();
    let shapes = [
        (
            "figure",
            passage
                .text
                .get(..passage.text.floor_char_boundary(FIRST))
                .is_some_and(|t| t.contains(|c: char| c.is_ascii_digit())),
        ),
        ("percent", passage.text.contains('%')),
        ("question", passage.text.contains('?')),
        ("short", text.len() < 60),
        ("long", text.len() > 400),
        (
            "named",
            passage
                .text
                .get(..passage.text.floor_char_boundary(100))
                .is_some_and(|t| t.contains(':')),
        ),
        ("listed", end.ends_with([';', ','])),
        ("sentence", end.ends_with('.')),
        ("small", text.trim_start_matches(|c: char| !is_word(c)).starts_with(char::is_lowercase)),
    ];
    for (shape, holds) in shapes {
        if holds {
            sink.sign(&["member.", shape], value);
        }
    }
}

/// Tells whether a day or a month stands near a word of time: "xong trước 30/3", "trong quý II".
fn has_deadline(classes: &[Set], passage: &PassageWords, (until, calendar): (Set, Set)) -> bool {
    (0..classes.len()).any(|at| {
        classes[at] & until != 0
            && (at + 1..classes.len().min(at + 1 + NEAR)).any(|near| {
                let word = passage.word(near);
                let day = passage.text[passage.words[near].end..].starts_with(['/', '-', '.'])
                    && word.bytes().all(|byte| byte.is_ascii_digit());
                day || classes[near] & calendar != 0
            })
    })
}

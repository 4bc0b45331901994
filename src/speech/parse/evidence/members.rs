//! The signs of the members of a unit: what share of them begins so, holds that, ends thus.

use super::signs::{SignReader, SignSink};
use super::words::PassageWords;

/// How many members are asked.
pub(super) const ASKED: usize = 12;
/// How much of a member is looked at, in bytes, and how much of that are its first words.
const MEMBER: usize = 300;
const FIRST: usize = 120;
/// How far a day may stand from the word that makes it a deadline, in words.
const NEAR: usize = 6;

/// Reads the signs of members, given their words behind the markers.
pub(super) fn read(reader: &SignReader<'_>, texts: &[&str], sink: &mut dyn SignSink) {
    let all: Vec<PassageWords> = texts
        .iter()
        .map(|text| PassageWords::new(&text[..text.floor_char_boundary(MEMBER)]))
        .collect();
    let count = all.len().max(1) as f32;
    let each = 1.0 / count;
    for (passage, text) in all.iter().zip(texts) {
        let first = passage.at(FIRST.min(passage.text.len()));
        let words = &passage.words[..first];
        let at = reader.classes.at(words);
        reader.tell_set("at", at, each, sink);
        let begins = words.get(1..).map_or(0, |rest| reader.classes.among(rest));
        reader.tell_set("in", at | begins, each, sink);
        for place in 0..first {
            sink.sign(&["member=", passage.word(place)], each);
        }
        if first > 0 {
            sink.sign(&["begins=", passage.word(0)], each);
        }
        if first > 1 {
            sink.sign(&["begins=", passage.word(0), " ", passage.word(1)], each);
        }
        of_shape(passage, text, each, sink);
        if has_deadline(reader, passage) {
            sink.sign(&["member.deadline"], each);
        }
    }
    if let Some(first) = all.first() {
        reader.tell_classes("first", &first.words[..first.at(FIRST.min(first.text.len()))], sink);
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
        (
            "small",
            text.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_lowercase),
        ),
    ];
    for (shape, holds) in shapes {
        if holds {
            sink.sign(&["member.", shape], value);
        }
    }
}

/// Tells whether a day or a month stands near a word of time: "xong trước 30/3", "trong quý II".
fn has_deadline(reader: &SignReader<'_>, passage: &PassageWords) -> bool {
    let (until, calendar) = (reader.classes.set("until"), reader.classes.set("calendar"));
    (0..passage.words.len()).any(|at| {
        reader.classes.at(&passage.words[at..]) & until != 0
            && (at + 1..passage.words.len().min(at + 1 + NEAR)).any(|near| {
                let word = passage.word(near);
                let day = passage.text[passage.words[near].end..].starts_with(['/', '-', '.'])
                    && word.bytes().all(|byte| byte.is_ascii_digit());
                day || reader.classes.at(&passage.words[near..]) & calendar != 0
            })
    })
}

//! What is in the container of Word and does not open, and what is broken.

use super::super::fib::{Age, Story, TableStreamPart};
use super::builder::{Builder, words};
use super::parts::{Style, numbers, said, styles};
use super::{AGES, NONE, doc};
use crate::formats::read::limits::{Limit, Limits};
use crate::formats::read::{ImportError, Options, UnsupportedKind, import};
use crate::properties::{contained, importing_part};
use crate::speech::Format;

fn refusal(bytes: Vec<u8>) -> ImportError {
    import(bytes, &Options::default()).expect_err("it is refused")
}

#[test]
fn what_does_not_open_says_why() {
    let stream = |name: &str| refusal(contained(&[(name, b"a")]));
    let office = |name| ImportError::Kind(UnsupportedKind::Office(name));
    assert_eq!(stream("Workbook"), office("XLS"));
    assert_eq!(stream("Book"), office("XLS"));
    assert_eq!(stream("PowerPoint Document"), office("PPT"));
    assert_eq!(stream("__properties_version1.0"), office("MSG"));
    assert_eq!(stream("EncryptedPackage"), ImportError::Encrypted(Format::Docx));
    let is_damaged = |error| matches!(error, ImportError::Damaged { format: Format::Doc, .. });
    assert!(is_damaged(stream("Khac")));
    assert!(is_damaged(stream("WordDocument")));
    assert!(is_damaged(refusal(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 va gi do".to_vec())));
    for (age, reason) in [(Age::Word97, "lost"), (Age::Word6, "cut off")] {
        // The table of pieces, or the length of the text, leads past the end.
        let mut cut = Builder::new(age, vec![words("mat")]).build();
        let at = if age == Age::Word97 { 0x9A + 33 * 8 } else { 0x34 };
        cut[at + 2] = 0xFF;
        let part = if age == Age::Word97 { 0 } else { 0x58 + 33 * 8 + 4 };
        if part > 0 {
            cut[part..part + 4].fill(0);
        }
        let error = refusal(doc(&cut));
        assert!(
            matches!(&error, ImportError::Damaged { reason: told, .. } if told.contains(reason)),
            "{error}"
        );
    }
    for age in AGES {
        let secret = Builder::new(age, vec![words("kin")]).flags(0x0100).build();
        assert_eq!(refusal(doc(&secret)), ImportError::Encrypted(Format::Doc));
    }
    let mut old = Builder::new(Age::Word6, vec![words("cu")]).build();
    old[2] = 0x2D;
    assert_eq!(refusal(doc(&old)), ImportError::Kind(UnsupportedKind::OldWord));
    for head in [b"\xDB\xA5\x2D\0", b"\x31\xBE\0\0", b"\x9B\xA5\x21\0"] {
        assert_eq!(
            refusal([&head[..], b"\0 text"].concat()),
            ImportError::Kind(UnsupportedKind::OldWord)
        );
    }
}

/// The table of pieces: where they end, how their signs lie (bytes of Word 97 from `at`), and a change
/// that all of them refer to by the number 0.
fn pieces(places: &[usize], at: usize, change: &[u8]) -> Vec<u8> {
    let mut plc = numbers(places.iter().copied());
    for _ in 1..places.len() {
        let at = ((at * 2) | 0x4000_0000) as u32;
        plc.extend([&[0, 0][..], &at.to_le_bytes(), &1u16.to_le_bytes()].concat());
    }
    let head = [&[1][..], &(change.len() as u16).to_le_bytes(), change, &[2]].concat();
    [head, numbers([plc.len()]), plc].concat()
}

#[test]
fn signs_that_lie_in_several_pieces_are_read_once() {
    let text = |places: &[usize]| {
        let builder = Builder::new(Age::Word97, vec![words("mot hai\u{9}ba bon")]);
        let pieces = pieces(places, super::builder::TEXT, &[]);
        import(
            doc(&builder.narrow().part(TableStreamPart::Pieces, pieces).build()),
            &Options::default(),
        )
    };
    let whole = text(&[0, 15]).expect("a text").text;
    assert_eq!(whole.trim(), "mot hai ba bon");
    // The second piece begins before the end of the first one.
    assert_eq!(text(&[0, 15, 4, 15]).expect("a text").text, whole);
    // A thousand pieces lead to the same bytes.
    let error =
        text(&(0..1_000).map(|piece| piece * 500).collect::<Vec<_>>()).expect_err("it is refused");
    assert!(error.to_string().contains("over itself"), "{error}");
}

#[test]
fn what_is_said_of_signs_costs_steps() {
    let limits = Limits { steps: 10_000, ..Limits::default() };
    let options = Options { limits, ..Options::default() };
    let import = |change: &[u8]| {
        let builder = Builder::new(Age::Word97, vec![words(&"a\u{9}".repeat(100))]);
        let pieces = pieces(&[0, 201], super::builder::TEXT, change);
        import(doc(&builder.narrow().part(TableStreamPart::Pieces, pieces).build()), &options)
    };
    let bold = said(Age::Word97, 0x0835, &[1]);
    assert!(import(&bold).is_ok());
    let error = import(&bold.repeat(1_000)).expect_err("it is refused");
    assert_eq!(error, ImportError::Limit(Limit::Steps));
}

/// A document with something of everything.
fn full(age: Age) -> Vec<u8> {
    let cell = words("o").mark('\u{7}').said(&[&said(age, 0x2416, &[1])]);
    let text = vec![words("\u{13} REF a \u{14}Mot la\u{15}: ra soat"), cell, words("het")];
    let sheet = styles(
        age,
        &[
            Style(0, "Normal", NONE, vec![], vec![]),
            Style(1, "heading 1", 0, vec![], said(age, 0x0835, &[1])),
        ],
    );
    Builder::new(age, text)
        .story(Story::Notes, vec![words("ghi chu")])
        .part(TableStreamPart::NoteReferences, [numbers([3, 30]), vec![1, 0]].concat())
        .part(TableStreamPart::NoteTexts, numbers([0, 8, 9]))
        .part(TableStreamPart::Styles, sheet)
        .scattered(85 << 1 | 1 << 8)
        .build()
}

#[test]
fn whatever_is_broken_there_is_a_text_or_an_error() {
    for age in AGES {
        let whole = full(age);
        assert!(import(doc(&whole), &Options::default()).is_ok());
        for length in (0..whole.len()).step_by(97) {
            importing_part("doc", &whole[..length]);
        }
        // Each number of the head in turn is as large as it can be.
        for at in (0..0x390).step_by(2) {
            let mut broken = whole.clone();
            broken[at..at + 4].fill(0xFF);
            importing_part("doc", &broken);
        }
        for at in (2048..whole.len() - 4).step_by(5) {
            for byte in [0xFF, 0x7F, 0] {
                let mut broken = whole.clone();
                broken[at] = byte;
                importing_part("doc", &broken);
            }
        }
    }
}

#[test]
fn styles_that_are_based_on_one_another_end() {
    for age in AGES {
        let sheet = styles(
            age,
            &[
                Style(0, "Normal", 1, vec![], said(age, 0x0835, &[0x81])),
                Style(1, "heading 1", 0, vec![], said(age, 0x4A30, &[1, 0])),
                // There is none of this number.
                Style(2, "heading 2", 0x7FF, vec![], vec![]),
            ],
        );
        let text = vec![words("Mot").style(0), words("Hai").style(1), words("Ba").style(2)];
        let bytes = Builder::new(age, text).part(TableStreamPart::Styles, sheet).build();
        assert!(import(doc(&bytes), &Options::default()).is_ok());
    }
}

//! Answers whole and in pieces, and keys that only look like one.

use super::*;

/// Returns the key presses that a terminal's bytes are when they come in these pieces.
fn presses(pieces: &[&str]) -> Vec<KeyPress> {
    let mut presses = Vec::new();
    for piece in pieces {
        let mut chars = piece.chars().peekable();
        while let Some(c) = chars.next() {
            presses.push(match c {
                '\x1b' => match chars.next() {
                    Some(c) => KeyPress::new(Key::Char(c), false, true, false),
                    None => KeyPress::new(Key::Esc, false, false, false),
                },
                '\x07' => KeyPress::new(Key::Char('g'), true, false, false),
                c => KeyPress::char(c),
            });
        }
    }
    presses
}

/// Returns the shades and the keys that are heard.
fn hear(pieces: &[&str]) -> (Vec<Shade>, Vec<KeyPress>) {
    let mut reply = Reply::default();
    reply.expect();
    let (mut shades, mut keys) = (Vec::new(), Vec::new());
    for press in presses(pieces) {
        match reply.hear(press) {
            Heard::Key => keys.push(press),
            Heard::Part => {}
            Heard::Shade(shade) => shades.push(shade),
            Heard::Keys(more) => keys.extend(more),
        }
    }
    (shades, keys)
}

#[test]
fn answers_of_every_kind() {
    for (answer, shade) in [
        ("\x1b]11;rgb:ffff/ffff/ffff\x1b\\", Shade::Light),
        ("\x1b]11;rgb:ffff/ffff/ffff\x07", Shade::Light),
        ("\x1b]11;rgb:ff/ff/ff\x07", Shade::Light),
        ("\x1b]11;rgb:f/f/f\x07", Shade::Light),
        ("\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\", Shade::Dark),
        ("\x1b]11;rgb:0000/0000/ffff\x07", Shade::Dark),
        ("\x1b]11;rgb:ffff/ffff/0000\x07", Shade::Light),
    ] {
        assert_eq!(hear(&[answer]), (vec![shade], Vec::new()), "{answer:?}");
    }
}

#[test]
fn an_answer_torn_anywhere_is_no_keys() {
    for answer in ["\x1b]11;rgb:ffff/ffff/ffff\x1b\\", "\x1b]11;rgb:ffff/ffff/ffff\x07"] {
        for at in 1..answer.len() {
            let (shades, keys) = hear(&[&answer[..at], &answer[at..]]);
            assert_eq!(shades, [Shade::Light], "{at}");
            // The first ESC alone may as well be the reader's.
            let escape = presses(&["\x1b"]);
            assert_eq!(keys, if at == 1 { escape } else { Vec::new() }, "{at}");
        }
    }
}

#[test]
fn keys_are_handed_on_before_an_answer_and_after() {
    let (shades, keys) = hear(&["3t", "\x1b]11;rgb:0/0/0\x07", "\\j"]);
    assert_eq!(shades, [Shade::Dark]);
    assert_eq!(keys, presses(&["3t\\j"]));
    let (_, keys) = hear(&["\x1b", "j", "\x1b", "q"]);
    assert_eq!(keys, presses(&["\x1b", "j", "\x1b", "q"]));
}

#[test]
fn what_only_looks_like_an_answer_is_handed_on() {
    for typed in ["\x1b]q", "\x1b]11;x", "\x1b]11;rgb:zz\x07", "\x1b]12;rgb:0/0/0\x07"] {
        let (shades, keys) = hear(&[typed]);
        assert_eq!(shades, [], "{typed:?}");
        assert_eq!(keys, presses(&[typed]), "{typed:?}");
    }
}

#[test]
fn nothing_is_an_answer_to_no_question() {
    let mut reply = Reply::default();
    for press in presses(&["\x1b]11;rgb:0/0/0\x07"]) {
        assert!(matches!(reply.hear(press), Heard::Key));
    }
}

//! Lines of input.

use crate::app::InputLine;
use crate::settings::keymap::{Key, KeyPress};
use proptest::prelude::*;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Presses keys, parted by blanks, in a line with text in it; "|" in the result is the cursor.
fn check(text: &str, keys: &str, expected: &str) {
    let mut line = InputLine::with_text(text);
    for word in keys.split_whitespace() {
        match KeyPress::parse(word) {
            Some(press) => {
                line.key(press);
            }
            None => line.paste(word),
        }
        line.compose();
    }
    let before = crate::text::width::prefix(line.text(), line.cursor());
    let shown = format!("{before}|{}", &line.text()[before.len()..]);
    assert_eq!(shown, expected, "{text} {keys}");
}

#[test]
fn letters_go_in_where_the_cursor_is() {
    check("", "a b", "ab|");
    check("nhiệm", "space v ụ", "nhiệm vụ|");
    check("nhiệm", "home x", "x|nhiệm");
    check("nhiệm", "left left x", "nhix|ệm");
}

#[test]
fn letters_are_taken_out_one_and_a_word_at_a_time() {
    check("nhiệm vụ", "backspace", "nhiệm v|");
    check("nhiệm vụ", "home delete", "|hiệm vụ");
    check("nhiệm vụ", "ctrl-w", "nhiệm |");
    check("nhiệm vụ", "ctrl-backspace", "nhiệm |");
    check("nhiệm vụ", "home ctrl-k", "|");
    check("nhiệm vụ", "ctrl-u", "|");
    check("", "backspace delete ctrl-w", "|");
}

/// Backspace may come as 0x08, which is control with h.
#[test]
fn control_h_is_backspace() {
    check("nhiệm vụ", "ctrl-h", "nhiệm v|");
    check("nhiệm vụ", "left ctrl-h", "nhiệm |ụ");
    check("nhiệm vụ", "ctrl-alt-h", "nhiệm |");
    check("", "ctrl-h", "|");
    // What an input method sends for "nhieemj".
    check("", "n h i e ctrl-h ê m ctrl-h ctrl-h ệ m", "nhiệm|");
    check("", "n h i e ctrl-h e \u{302} m ctrl-h ctrl-h e \u{323} \u{302} m", "nhiệm|");
}

#[test]
fn what_is_pasted_is_one_clean_line() {
    for (pasted, expected) in [
        ("nhiệm vụ", "anhiệm vụ|b"),
        ("nhie\u{302}\u{323}m", "anhiệm|b"),
        ("\u{302} nữa", "â nữa|b"),
        ("một\nhai\r\n\r\n  ba\rbốn\n", "amột hai ba bốn|b"),
        ("một\thai \u{1b}[31mba", "amột hai ba|b"),
        ("", "a|b"),
        ("\n", "a|b"),
    ] {
        let mut line = InputLine::with_text("ab");
        line.key(KeyPress::parse("left").expect("a key"));
        line.paste(pasted);
        let before = crate::text::width::prefix(line.text(), line.cursor());
        let shown = format!("{before}|{}", &line.text()[before.len()..]);
        assert_eq!(shown, expected, "{pasted:?}");
    }
}

#[test]
fn the_cursor_moves_by_letters_and_words() {
    check("nhiệm vụ", "ctrl-left", "nhiệm |vụ");
    check("nhiệm vụ", "ctrl-left ctrl-left", "|nhiệm vụ");
    check("nhiệm vụ", "home right right", "nh|iệm vụ");
    check("nhiệm vụ", "ctrl-a ctrl-e", "nhiệm vụ|");
}

#[test]
fn a_mark_typed_behind_its_letter_joins_it_where_it_stands() {
    check("tham nhu", "\u{303} n g", "tham nhũng|");
    check("a", "\u{302} \u{301}", "ấ|");
    // In the middle of a line the cursor stays behind the letter.
    check("nhu vậy", "home right right right \u{1b0}", "nhuư| vậy");
    check("cu noi", "home right right \u{309} x", "củx| noi");
}

#[test]
fn a_paste_is_one_clean_line() {
    check("", "một\u{1b}[31m\u{7}\u{202e}hai", "mộthai|");
    let mut line = InputLine::default();
    line.paste("một\r\nhai\tba\n");
    assert_eq!(line.text().trim_end(), "một hai ba");
}

proptest! {
    #[test]
    fn whatever_is_typed_the_line_is_composed_and_the_cursor_in_it(
        typed in prop::collection::vec(prop_oneof![
            prop::sample::select("aăâeêioôơuưyđ \u{300}\u{301}\u{303}\u{309}\u{323}".chars().collect::<Vec<_>>())
                .prop_map(|c| KeyPress::new(Key::Char(c), false, false, false)),
            prop::sample::select(vec![
                Key::Left, Key::Right, Key::Home, Key::End, Key::Backspace, Key::Delete,
            ]).prop_map(|key| KeyPress::new(key, false, false, false)),
        ], 0..40),
    ) {
        let mut line = InputLine::default();
        for press in typed {
            line.key(press);
            line.compose();
            prop_assert!(is_nfc(line.text()));
            prop_assert!(line.cursor() <= crate::text::width::width(line.text()));
        }
    }
}

#[test]
fn a_line_with_text_takes_it_as_it_is() {
    let apart: String = "Sở Tư pháp".nfd().collect();
    let mut line = InputLine::with_text(&apart);
    line.compose();
    assert_eq!(line.text(), "Sở Tư pháp");
}

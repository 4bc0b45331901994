//! Keys as terminals and input methods send them.

use super::driver::*;
use crate::app::Event;
use crate::settings::action::Context;
use crate::settings::keymap::InputMethod;

/// Starts a reader where `i` has led from one item to the next.
fn reader(method: InputMethod) -> Reader {
    let mut setup = Setup::new(vec![shipped()]);
    setup.settings.terminal.input_method = method;
    for (key, action) in [("d", "half-page-down"), ("u", "half-page-up")] {
        setup.settings.keymap.patch(Context::Reader, key, action).expect("a key");
    }
    let mut reader = setup.start();
    reader.press("3t");
    reader
}

fn at(reader: &Reader) -> String {
    reader.app.whereabouts()
}

/// Telex or VNI is on: the second key of a pair comes as Backspace and a letter with its mark.
#[test]
fn the_second_key_of_a_pair_is_the_one_that_was_pressed() {
    for backspace in ["backspace", "ctrl-h"] {
        for letter in ["í", "i \u{301}"] {
            let mut reader = reader(InputMethod::Auto);
            assert!(reader.has_sidebar());
            reader.press("i").press(backspace).press(letter);
            assert_eq!(at(&reader), "Nhiệm vụ 4/8", "{letter}: `i` once");
            assert!(!reader.has_sidebar(), "{letter}: and `s`");
        }
        let mut reader = reader(InputMethod::Auto);
        reader.press("u");
        let place = reader.top();
        reader.press(backspace).press("ụ k");
        assert_eq!(reader.top(), place, "`u`, `j`, and `k` back");
        let mut reader = self::reader(InputMethod::Vni);
        reader.press("i").press(backspace).press("ì t");
        assert_eq!(at(&reader), "Nhiệm vụ 2/8", "`i`, `2`, `t`");
        let mut reader = self::reader(InputMethod::Telex);
        reader.press("d").press(backspace).press("đ");
        let twice = reader.top();
        let mut plain = self::reader(InputMethod::Telex);
        plain.press("d d");
        assert_eq!(plain.top(), twice);
        // `x` is the menu of corrections.
        let mut reader = self::reader(InputMethod::Telex);
        reader.press("i").press(backspace).press("ĩ");
        assert_eq!(at(&reader), "Nhiệm vụ 4/8");
        assert!(reader.screen().contains("Sửa “Bốn là"), "{}", reader.screen());
    }
}

/// A hand on Backspace is told from an input method by the pause behind it.
#[test]
fn a_key_behind_backspace_waits_for_a_mark_only_a_moment() {
    let mut reader = reader(InputMethod::Auto);
    reader.press("i backspace i");
    assert_eq!(at(&reader), "Nhiệm vụ 4/8");
    assert!(reader.app.holds_keys());
    reader.event(Event::NoKeyFollowed);
    assert_eq!(at(&reader), "Nhiệm vụ 5/8");
    assert!(!reader.app.holds_keys());
    reader.press("1 2 backspace t");
    assert_eq!(at(&reader), "Nhiệm vụ 6/8", "Backspace takes a number back");
}

/// tmux sends Escape and a key pressed within half a second as that key with Alt.
#[test]
fn escape_and_the_next_key_both_arrive() {
    let mut reader = reader(InputMethod::Auto);
    reader.press("/").write("tham").press("alt-i");
    assert_eq!(at(&reader), "Nhiệm vụ 4/8", "the prompt is left, then the next item");
    for (open, closed) in
        [("b", "Dấu trang của"), ("?", "Trợ giúp"), ("o", "Mục lục"), ("l", "Thư viện (")]
    {
        let mut reader = self::reader(InputMethod::Auto);
        reader.press(open);
        assert!(reader.screen().contains(closed), "{open}\n{}", reader.screen());
        reader.press("alt-i");
        assert!(!reader.screen().contains(closed), "{open}\n{}", reader.screen());
        assert_eq!(at(&reader), "Nhiệm vụ 4/8", "{open}");
    }
    let mut reader = self::reader(InputMethod::Auto);
    reader.press("v alt-/").write("tham");
    assert!(reader.app.selection().is_none());
    assert!(reader.foot().starts_with(" Tìm: tham"), "{}", reader.foot());
    // A digit, a letter with a mark, Enter.
    let mut reader = self::reader(InputMethod::Auto);
    reader.press("/ alt-5 t");
    assert_eq!(at(&reader), "Nhiệm vụ 5/8");
    reader.press("/ alt-enter");
    assert!(reader.app.overlays().is_empty());
    // What edits, and what has a command, stays what it is.
    reader.press("/").write("một hai").press("alt-backspace");
    assert!(reader.foot().starts_with(" Tìm: một "), "{}", reader.foot());
    let mut setup = Setup::new(vec![shipped()]);
    setup
        .settings
        .keymap
        .patch(crate::settings::action::Context::Reader, "alt-i", "next-task")
        .expect("a key");
    let mut reader = setup.start();
    reader.press("v alt-i");
    assert!(reader.app.selection().is_none(), "not in a selection");
}

/// Backspace may come as 0x08: in every line that is typed in, and in a note.
#[test]
fn control_h_deletes_wherever_one_types() {
    for open in ["/", "&", "S", "o", "a", ":", "l", "M", "H", "p"] {
        let mut reader = reader(InputMethod::Auto);
        reader.press(open).write("xyz").press("ctrl-h");
        let screen = reader.screen();
        assert!(screen.contains("xy") && !screen.contains("xyz"), "{open}\n{screen}");
    }
}

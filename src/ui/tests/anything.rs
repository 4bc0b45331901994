//! Whatever is pressed, wherever, at whatever size: a frame that fits.

use super::driver::*;
use crate::app::Event;
use crate::settings::action::{Action, Context};
use crate::settings::keymap::{Key, KeyPress, Keymap};
use proptest::prelude::*;

/// Texts that leave out what most texts have, or have too much of it.
fn odd_texts() -> Vec<(&'static str, String)> {
    vec![
        ("empty", String::new()),
        ("blank", "\n \n\t\n\n".to_owned()),
        ("plain", PLAIN.to_owned()),
        ("one letter", "ữ".to_owned()),
        ("no line end", "Một là: hết".to_owned()),
        ("a long word", "ă".repeat(5000)),
        ("wide", "漢字かな交じり文。".repeat(300)),
        ("marks", format!("a{}", "\u{301}".repeat(200))),
        ("emoji", "👨‍👩‍👧‍👦🇻🇳👍🏽 ".repeat(80)),
        ("only markers", "Một là:\n\nHai là:\n\nBa là:\n".to_owned()),
        ("many items", (1..200).map(|n| format!("{n}. Mục số {n}\n\n")).collect()),
        ("deep", "I. Một\n\n1. Hai\n\na) Ba\n\n- Bốn\n\n+ Năm\n\nII. Sáu\n".to_owned()),
        ("hostile", "\u{1b}]0;x\u{7}a\u{0}b\u{9b}2Jc\u{202e}d\u{200b}e\r\nf\u{85}g".to_owned()),
    ]
}

/// A keymap with every action on a key of its own, in every context.
fn every_action() -> (Keymap, Vec<KeyPress>) {
    let mut keymap = Keymap::default_map();
    let mut keys = Vec::new();
    for (number, action) in (0u32..).zip(Action::ALL) {
        // Letters of another alphabet, which nothing is bound to.
        let letter = char::from_u32(0x0410 + number).expect("a letter");
        for context in Context::ALL {
            keymap.patch(context, &letter.to_string(), action.name()).expect("a free key");
        }
        keys.push(KeyPress::char(letter));
    }
    (keymap, keys)
}

#[test]
fn every_action_in_every_context_leaves_a_frame_that_fits() {
    let (keymap, keys) = every_action();
    let contexts = [
        "",
        "3t",
        "tab",
        "v",
        "v p j",
        "b",
        "m b",
        "m b e",
        "?",
        "? G",
        "/",
        "/ tham",
        "a",
        "p",
        "M",
        "o",
        "l",
        ":",
        "G",
        "/ tham enter",
        "f",
        "5 '",
    ];
    let texts = ["empty"];
    let odd: Vec<_> = odd_texts().into_iter().filter(|(name, _)| texts.contains(name)).collect();
    let mut speeches = vec![("shipped", vec![shipped()])];
    speeches.extend(odd.iter().map(|(name, text)| (*name, vec![speech("bai.txt", text)])));
    let sizes = [(40, 10), (8, 2)];
    for (name, speeches) in speeches {
        for context in contexts {
            for (&key, action) in keys.iter().zip(Action::ALL) {
                let mut setup = Setup::new(speeches.clone());
                setup.settings.keymap = keymap.clone();
                let mut reader = setup.start();
                reader.press(context);
                reader.event(Event::Key(key));
                for size in sizes {
                    reader.resize(size.0, size.1).frame();
                }
                let says = format!("{name}, {context}, {action:?}");
                reader.event(Event::Key(key));
                reader.frame();
                assert!(reader.app.overlays().len() <= 4, "{says}");
            }
        }
    }
}

#[test]
fn odd_texts_are_shown_at_every_size() {
    for (name, text) in odd_texts() {
        for size in [(120, 40), (80, 24), (40, 10), (24, 5), (25, 6)] {
            let mut reader = Setup::new(vec![speech("bai.txt", &text)]).size(size).start();
            for keys in [
                "",
                "j",
                "pgdn",
                "G",
                "k",
                "g",
                "t",
                "i",
                "}",
                "50%",
                "v j j p o",
                "m",
                "esc",
                "b",
                "esc",
                "tab",
                "left",
                "esc",
                "o",
                "esc",
                "/ m",
                "enter",
                "n",
                "f",
                "y",
                "3G",
            ] {
                reader.press(keys).frame();
            }
            assert!(!reader.screen().is_empty(), "{name}");
        }
    }
}

#[test]
fn an_empty_text_says_so() {
    for (lang, words) in LANGS.into_iter().zip(["Văn bản này trống.", "This text is empty."])
    {
        for text in ["", "\n\n", "  \t \n"] {
            let reader = Setup::new(vec![speech("rong.txt", text)]).lang(lang).start();
            assert!(reader.screen().contains(words), "{text:?}\n{}", reader.screen());
            assert!(reader.status().contains("rong"), "{}", reader.status());
        }
    }
}

#[test]
fn keys_that_mean_nothing_do_nothing() {
    let mut reader = seed();
    reader.press("3t");
    let screen = reader.screen();
    for keys in
        ["w", "@", "ctrl-x", "alt-delete", "f20", "backspace", "' f5", "\" 1", "insert", "0", "漢"]
    {
        reader.press(keys);
        assert_eq!(reader.screen(), screen, "{keys}");
    }
    assert!(reader.done.is_empty());
}

#[test]
fn nothing_of_a_hostile_text_is_in_a_cell() {
    let text = "Một là: a\u{1b}]52;c;ZGllbg==\u{7}b\u{1b}[6nc\u{90}q\u{9c}d\u{202e}e\u{2066}f\
                \u{200b}g\u{0}h\u{7f}i\u{feff}j\u{e0041}k\n";
    let mut reader = Setup::new(vec![speech("xau.txt", text)]).start();
    for keys in ["", "m", "b", "esc", "o", "esc", "y", "e", "esc", "l", "esc", "/ abc", "enter"] {
        reader.press(keys);
        for cell in &reader.frame().buffer.content {
            for c in cell.symbol().chars() {
                let acts = c.is_control()
                    || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
                    || matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..);
                assert!(!acts, "{keys}: {:?}", cell.symbol());
            }
        }
        assert!(!reader.screen().contains("ZGllbg"), "{}", reader.screen());
    }
    assert!(!reader.copied[0].chars().any(|c| c.is_control() && c != '\n'), "{:?}", reader.copied);
}

fn a_key() -> impl Strategy<Value = KeyPress> {
    let named = prop::sample::select(vec![
        Key::Enter,
        Key::Esc,
        Key::Tab,
        Key::BackTab,
        Key::Backspace,
        Key::Delete,
        Key::Insert,
        Key::Up,
        Key::Down,
        Key::Left,
        Key::Right,
        Key::Home,
        Key::End,
        Key::PageUp,
        Key::PageDown,
    ]);
    let letters = prop::sample::select(
        "tTiIoOjkdugGmMbvysflnNpaceLcJKU/:?'\"{}<>+-%0123459 đĐưƯơăệ\u{301}"
            .chars()
            .collect::<Vec<_>>(),
    );
    let held = (any::<bool>(), any::<bool>(), any::<bool>());
    prop_oneof![
        6 => letters.prop_map(KeyPress::char),
        3 => named.prop_map(|key| KeyPress::new(key, false, false, false)),
        1 => (1u8..=12, held)
            .prop_map(|(number, (_, _, shift))| KeyPress::new(Key::F(number), false, false, shift)),
        1 => (prop::char::range('a', 'z'), any::<bool>())
            .prop_map(|(c, ctrl)| KeyPress::new(Key::Char(c), ctrl, !ctrl, false)),
    ]
}

fn an_event() -> impl Strategy<Value = Event> {
    prop_oneof![
        20 => a_key().prop_map(Event::Key),
        1 => (1u16..160, 1u16..60).prop_map(|(columns, rows)| Event::Resize(columns, rows)),
        1 => "\\PC{0,12}".prop_map(Event::Paste),
        1 => (-9isize..9).prop_map(Event::Wheel),
        1 => (0u16..160, 0u16..60).prop_map(|(x, y)| Event::Click(x, y)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_keys_leave_a_frame_that_fits(
        which in 0usize..14,
        events in prop::collection::vec(an_event(), 1..80),
    ) {
        let mut speeches = vec![shipped()];
        if let Some((_, text)) = odd_texts().get(which) {
            speeches.insert(0, speech("bai.txt", text));
        }
        let file = "Bài khác\n\nMột là: Làm.\n";
        let mut reader = Setup::new(speeches).file("khac.txt", Ok(file)).start();
        for event in events {
            reader.event(event).frame();
            if let Some(open) = reader.app.shelf().document() {
                prop_assert!(open.top().get() <= open.speech.text.len());
                prop_assert!(open.speech.text.is_char_boundary(open.place().get()));
            }
        }
    }
}

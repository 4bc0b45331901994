//! Keys as users write them, the default keys, looking up, and laying entries over them.

use super::*;
use toml::de::DeTable;

fn presses(keys: &str) -> Vec<KeyPress> {
    key::parse_sequence(keys).unwrap_or_else(|part| panic!("{keys:?}: {part:?}"))
}

/// Looks keys up in the default map with all that holds in a context.
fn check(context: Context, keys: &str, expected: Lookup) {
    let map = Keymap::default_map();
    assert_eq!(map.lookup(stack(context), &presses(keys)), expected, "{context:?} {keys}");
}

#[test]
fn key_presses_are_read_and_written() {
    let table = [
        ("j", Key::Char('j'), "", "j"),
        ("G", Key::Char('G'), "", "G"),
        ("shift-g", Key::Char('G'), "", "G"),
        ("Đ", Key::Char('Đ'), "", "Đ"),
        ("shift-đ", Key::Char('Đ'), "", "Đ"),
        ("e\u{302}", Key::Char('ê'), "", "ê"),
        ("space", Key::Char(' '), "", "space"),
        ("ctrl-space", Key::Char(' '), "c", "ctrl-space"),
        ("-", Key::Char('-'), "", "-"),
        ("ctrl--", Key::Char('-'), "c", "ctrl--"),
        ("ctrl-D", Key::Char('d'), "c", "ctrl-d"),
        ("Ctrl-shift-d", Key::Char('d'), "c", "ctrl-d"),
        ("alt-ctrl-x", Key::Char('x'), "ca", "ctrl-alt-x"),
        ("alt-X", Key::Char('X'), "a", "alt-X"),
        ("alt-left", Key::Left, "a", "alt-left"),
        ("ctrl-alt-shift-up", Key::Up, "cas", "ctrl-alt-shift-up"),
        ("shift-tab", Key::BackTab, "", "shift-tab"),
        ("backtab", Key::BackTab, "", "shift-tab"),
        ("ctrl-i", Key::Tab, "", "tab"),
        ("ctrl-m", Key::Enter, "", "enter"),
        ("ctrl-[", Key::Esc, "", "esc"),
        ("PgDn", Key::PageDown, "", "pgdn"),
        ("page-up", Key::PageUp, "", "pgup"),
        ("alt-page-up", Key::PageUp, "a", "alt-pgup"),
        ("Return", Key::Enter, "", "enter"),
        ("F3", Key::F(3), "", "f3"),
        ("shift-f12", Key::F(12), "s", "shift-f12"),
        ("f", Key::Char('f'), "", "f"),
        ("'", Key::Char('\''), "", "'"),
    ];
    for (text, key, held, shown) in table {
        let press = KeyPress::parse(text).unwrap_or_else(|| panic!("{text}"));
        let held = ["c", "a", "s"].map(|sign| held.contains(sign));
        assert_eq!((press.key, [press.ctrl, press.alt, press.shift]), (key, held), "{text}");
        assert_eq!(press.to_string(), shown);
        assert_eq!(KeyPress::parse(shown), Some(press), "{shown}");
    }
    let wrong = [
        "",
        " ",
        "\t",
        "jj",
        "ctrl-",
        "ctrl",
        "super-j",
        "ctrl-ctrl-j",
        "f0",
        "f25",
        "f03",
        "f+3",
        "shift-1",
        "shift-ư-",
        "ctrl+d",
        "\u{7}",
    ];
    for text in wrong {
        assert_eq!(KeyPress::parse(text), None, "{text:?}");
    }
}

#[test]
fn presses_of_a_terminal_take_one_form() {
    let table = [
        (KeyPress::new(Key::Char('G'), false, false, true), "G"),
        (KeyPress::new(Key::Char('g'), false, false, true), "G"),
        (KeyPress::new(Key::Char('?'), false, false, true), "?"),
        (KeyPress::new(Key::Char('D'), true, false, true), "ctrl-d"),
        (KeyPress::new(Key::BackTab, false, false, true), "shift-tab"),
        (KeyPress::new(Key::Tab, false, false, true), "shift-tab"),
        (KeyPress::new(Key::F(3), false, false, true), "shift-f3"),
        (KeyPress::new(Key::Char('ß'), false, false, true), "ß"),
        (KeyPress::char('đ'), "đ"),
    ];
    for (press, text) in table {
        assert_eq!(KeyPress::parse(text), Some(press), "{text}");
        assert_eq!(press.to_string(), text);
    }
}

#[test]
fn sequences() {
    assert_eq!(presses("' '"), [KeyPress::char('\''), KeyPress::char('\'')]);
    assert_eq!(display_sequence(&presses("  g   ctrl-D ")), "g ctrl-d");
    assert_eq!(key::parse_sequence("g xx"), Err("xx"));
    assert_eq!(key::parse_sequence(" "), Err(" "));
}

/// Returns the default text's entries: context, keys, name of the action.
fn defaults() -> Vec<(String, String, String)> {
    let tables = DeTable::parse(DEFAULT).unwrap().into_inner();
    let mut out = Vec::new();
    for (context, table) in &tables {
        for (keys, action) in table.get_ref().as_table().unwrap() {
            let action = action.get_ref().as_str().unwrap();
            out.push((context.to_string(), keys.get_ref().to_string(), action.to_owned()));
        }
    }
    out
}

#[test]
fn the_default_text_is_right_and_in_its_shown_form() {
    for (context, keys, action) in defaults() {
        assert!(Context::ALL.iter().any(|known| known.name() == context), "{context}");
        assert!(Action::from_name(&action).is_some(), "{action}");
        assert_eq!(display_sequence(&presses(&keys)), keys);
    }
    let bound: usize = Keymap::default_map().contexts.iter().map(BTreeMap::len).sum();
    assert_eq!(bound, defaults().len(), "no two entries are the same keys");
}

#[test]
fn every_action_has_a_key_or_a_reason() {
    let bound: Vec<_> = defaults().into_iter().map(|(_, _, action)| action).collect();
    for action in Action::ALL {
        let excused = NO_KEY.iter().any(|(other, _)| other == action);
        let has_key = bound.iter().any(|name| name == action.name());
        assert_ne!(has_key, excused, "{}", action.name());
    }
}

/// A letter does one thing wherever it does anything, so that a slip of the hand does no harm.
#[test]
fn a_letter_means_the_same_everywhere() {
    use Action as A;
    // What is one thing, done to other things.
    let alike: [&[Action]; 8] = [
        &[A::Quit, A::Cancel],
        &[A::Register, A::Cancel],
        &[A::Search, A::FilterBookmarks, A::FilterTasks],
        &[A::SearchNext, A::NextCandidate],
        &[A::Select, A::Reattach],
        &[A::EditNote, A::TaskNote],
        &[A::Explain, A::ExplainTask],
        &[A::ToggleScope, A::TaskScope],
    ];
    let mut meanings: BTreeMap<String, Vec<Action>> = BTreeMap::new();
    for (_, keys, action) in defaults() {
        if keys.chars().count() == 1 {
            meanings.entry(keys).or_default().extend(Action::from_name(&action));
        }
    }
    for (keys, actions) in meanings {
        let same = actions.iter().all(|action| *action == actions[0]);
        let kin = alike.iter().any(|alike| actions.iter().all(|action| alike.contains(action)));
        assert!(same || kin, "{keys}: {actions:?}");
    }
}

/// Every key that went is told, and no key that still means the same is.
#[test]
fn former_keys_are_right() {
    let tables =
        DeTable::parse(include_str!("../../../data/keymap/former.toml")).unwrap().into_inner();
    let map = Keymap::default_map();
    let mut count = 0;
    for (name, table) in &tables {
        let context = Context::ALL.into_iter().find(|context| context.name() == name.get_ref());
        let context = context.unwrap_or_else(|| panic!("{name:?}"));
        for (keys, action) in table.get_ref().as_table().unwrap() {
            let action = Action::from_name(action.get_ref().as_str().unwrap());
            let action = action.unwrap_or_else(|| panic!("{keys:?}"));
            let keys = presses(keys.get_ref());
            assert_ne!(map.find(stack(context), &keys), Some(Lookup::Action(action)), "{keys:?}");
            assert_eq!(FormerKeys::read().action(stack(context), &keys), Some(action));
            count += 1;
        }
    }
    assert_eq!(FormerKeys::read().count(), count);
}

/// The head of the table says how many keys the text has.
#[test]
fn the_number_of_keys_is_told() {
    let count = defaults().into_iter().filter(|(context, ..)| context == "reader").count();
    assert!(DEFAULT.contains(&format!("makes {count} keys, where there were 94")), "{count}");
}

#[test]
fn no_keys_hide_longer_ones() {
    let map = Keymap::default_map();
    for context in Context::ALL {
        let all = || {
            let levels = stack(context).iter().map(|level| &map.contexts[*level as usize]);
            levels.flat_map(|bindings| bindings.keys())
        };
        for long in all() {
            for short in all() {
                let hidden = short.len() < long.len() && long.starts_with(short);
                assert!(!hidden, "{context:?}: {short:?} hides {long:?}");
            }
        }
    }
}

/// Brackets, digits and shifted digits are letters or tones on some Vietnamese layouts.
#[test]
fn brackets_and_digits_are_never_the_only_way() {
    let awkward = |keys: &str| keys.contains(|c: char| "[]{}0123456789!@#$%^&*()=".contains(c));
    let named = |keys: &str| keys.contains('f') && keys.len() > 1;
    for (context, keys, action) in defaults() {
        if awkward(&keys) && !named(&keys) {
            let easy = defaults().into_iter().any(|(other, keys, same)| {
                other == context
                    && same == action
                    && (!awkward(&keys) || named(&keys))
                    && !keys.chars().any(is_marked)
            });
            assert!(easy, "{action} in {context} has {keys} alone");
        }
        assert!(!keys.chars().all(|c| c.is_ascii_digit()), "{keys}: a number counts");
        assert!(!keys.contains("backspace"), "input methods send backspace");
    }
}

/// What the keys of every keyboard reach: the palette, which runs any action, and its entries.
#[test]
fn named_keys_are_enough() {
    for (context, keys, action) in [
        (Context::Reader, "f2", Action::Palette),
        (Context::Sidebar, "f2", Action::Palette),
        (Context::Prompt, "down", Action::LineDown),
        (Context::Prompt, "pgdn", Action::PageDown),
        (Context::Prompt, "enter", Action::Accept),
        (Context::Prompt, "esc", Action::Cancel),
        (Context::List, "end", Action::GoEnd),
        (Context::List, "esc", Action::Cancel),
        (Context::Reader, "f10", Action::Quit),
        (Context::Reader, "tab", Action::SwitchPane),
    ] {
        check(context, keys, Lookup::Action(action));
    }
    let frequent = [
        Action::NextTask,
        Action::PreviousTask,
        Action::NextSection,
        Action::FilterOutline,
        Action::JumpBack,
        Action::Search,
        Action::SearchNext,
        Action::SearchHere,
        Action::Select,
        Action::Bookmark,
        Action::Bookmarks,
        Action::Library,
        Action::Help,
    ];
    let map = Keymap::default_map();
    for action in frequent {
        let keys = map.keys_of(stack(Context::Reader), action);
        let named = |keys: &String| presses(keys).iter().all(|p| !matches!(p.key, Key::Char(_)));
        assert!(keys.iter().any(named), "{}: {keys:?}", action.name());
    }
}

#[test]
fn the_keys_that_readers_know() {
    let table = [
        ("j", Action::LineDown),
        ("k", Action::LineUp),
        ("ctrl-d", Action::HalfPageDown),
        ("ctrl-u", Action::HalfPageUp),
        ("ctrl-e", Action::ScrollDown),
        ("ctrl-y", Action::ScrollUp),
        ("z z", Action::Centre),
        ("*", Action::SearchHere),
        ("u", Action::Undo),
        ("g", Action::GoStart),
        ("G", Action::GoEnd),
        ("/", Action::Search),
        ("n", Action::SearchNext),
        ("N", Action::SearchPrevious),
        ("q", Action::Quit),
        ("?", Action::Help),
        (":", Action::Palette),
        ("' '", Action::JumpBack),
        ("m", Action::Bookmark),
        ("M", Action::BookmarkNote),
        ("t", Action::NextTask),
        ("T", Action::PreviousTask),
        ("i", Action::NextItem),
        ("I", Action::PreviousItem),
        ("}", Action::NextSection),
        ("{", Action::PreviousSection),
        ("b", Action::Bookmarks),
        ("o", Action::FilterOutline),
        ("l", Action::Library),
        ("v", Action::Select),
        ("y", Action::Copy),
        ("ctrl-z", Action::Suspend),
    ];
    for (keys, action) in table {
        check(Context::Reader, keys, Lookup::Action(action));
    }
}

#[test]
fn contexts_and_sequences() {
    check(Context::Reader, "'", Lookup::Prefix);
    check(Context::Reader, "' x", Lookup::Action(Action::GoLetter));
    check(Context::Reader, "' Đ", Lookup::Action(Action::GoLetter));
    check(Context::Reader, "\" a", Lookup::Action(Action::SetLetter));
    check(Context::Reader, "\" 1", Lookup::None);
    check(Context::Reader, "' ctrl-x", Lookup::None);
    check(Context::Reader, "' ' '", Lookup::None);
    check(Context::Reader, "z", Lookup::Prefix);
    check(Context::Reader, "w", Lookup::None);
    check(Context::Sidebar, "space", Lookup::Action(Action::ToggleFold));
    check(Context::Sidebar, "t", Lookup::Action(Action::NextTask));
    check(Context::Select, "q", Lookup::Action(Action::Cancel));
    check(Context::Select, "T", Lookup::None);
    check(Context::List, "?", Lookup::Action(Action::Help));
    check(Context::Prompt, "?", Lookup::None);
    check(Context::Prompt, "q", Lookup::None);
    check(Context::Prompt, "ctrl-c", Lookup::Action(Action::Cancel));
    let map = Keymap::default_map();
    assert_eq!(map.lookup(&[Context::Reader], &[]), Lookup::Prefix);
}

#[test]
fn a_composed_letter_counts_as_its_base() {
    for (keys, action) in [
        ("ư", Action::Undo),
        ("ị", Action::NextItem),
        ("Ỉ", Action::PreviousItem),
        ("ỷ", Action::Copy),
        ("Ư", Action::NextSection),
    ] {
        check(Context::Reader, keys, Lookup::Action(action));
        check(Context::Prompt, keys, Lookup::None);
    }
    check(Context::List, "Ê", Lookup::Action(Action::EditNote));
    check(Context::Register, "đ", Lookup::Action(Action::TaskDoing));
    check(Context::Reader, "ê", Lookup::Action(Action::Explain));
    check(Context::Reader, "õ", Lookup::Action(Action::FilterOutline));
    check(Context::Sidebar, "ŵ", Lookup::None);
    let mut map = Keymap::default_map();
    map.patch(Context::Reader, "đ", "choose-theme").unwrap();
    let found = map.lookup(stack(Context::Reader), &presses("đ"));
    assert_eq!(found, Lookup::Action(Action::ChooseTheme), "bound, it is itself");
    map.patch(Context::Reader, "' e", "redraw").unwrap();
    let found = map.lookup(stack(Context::Reader), &presses("' ế"));
    assert_eq!(found, Lookup::Action(Action::Redraw));
}

#[test]
fn entries_are_laid_over_the_defaults() {
    type Entry<'a> = (Context, &'a str, &'a str);
    let check = |entries: &[Entry<'_>], context, keys: &str, expected| {
        let mut map = Keymap::default_map();
        for (context, keys, action) in entries {
            map.patch(*context, keys, action).unwrap_or_else(|why| panic!("{keys}: {why:?}"));
        }
        assert_eq!(map.lookup(stack(context), &presses(keys)), expected, "{entries:?} {keys}");
    };
    use Context::{Global, Reader, Sidebar};
    let action = Lookup::Action;
    check(&[(Reader, "t", "quit")], Reader, "t", action(Action::Quit));
    check(&[(Reader, "x", "next-task")], Sidebar, "x", action(Action::NextTask));
    check(&[(Reader, "q", "none")], Reader, "q", Lookup::None);
    check(&[(Global, "q", "none")], Reader, "q", Lookup::None);
    check(&[(Reader, "q", "none")], Context::Global, "q", action(Action::Quit));
    // A longer sequence takes the place of the default key it begins with, and the other way.
    check(&[(Reader, "g g", "go-start")], Reader, "g", Lookup::Prefix);
    check(&[(Reader, "g g", "go-start")], Reader, "g g", action(Action::GoStart));
    check(&[(Reader, "'", "go-end")], Reader, "'", action(Action::GoEnd));
    check(&[(Reader, "'", "none"), (Reader, "' x", "quit")], Reader, "'", Lookup::Prefix);
    check(&[(Reader, "'", "none"), (Reader, "' x", "quit")], Reader, "' n", Lookup::None);
    check(&[(Reader, "x", "quit"), (Reader, "x", "help")], Reader, "x", action(Action::Help));
}

#[test]
fn wrong_entries_change_nothing() {
    let mut map = Keymap::default_map();
    map.patch(Context::Reader, "x y", "quit").unwrap();
    let before = map.clone();
    let table = [
        ("", "quit", KeymapProblem::Key(String::new())),
        ("g ctrl-", "quit", KeymapProblem::Key("ctrl-".to_owned())),
        ("x", "thoát", KeymapProblem::Action("thoát".to_owned())),
        ("x", "quit", KeymapProblem::Conflict("x y".to_owned())),
        ("x y z", "quit", KeymapProblem::Conflict("x y".to_owned())),
    ];
    for (keys, action, expected) in table {
        assert_eq!(map.patch(Context::Reader, keys, action), Err(expected), "{keys}");
        assert_eq!(map, before);
    }
}

#[test]
fn keys_of_an_action() {
    let map = Keymap::default_map();
    let table = [
        (Context::Reader, Action::LineDown, vec!["j", "down"]),
        (Context::Reader, Action::JumpBack, vec!["' '", "ctrl-o", "alt-left"]),
        (Context::Reader, Action::GoPercent, vec!["p", "%"]),
        (Context::Reader, Action::Quit, vec!["q", "f10", "ctrl-c"]),
        (Context::List, Action::Quit, vec!["f10", "ctrl-c"]),
        (Context::Sidebar, Action::PageDown, vec!["pgdn", "ctrl-f"]),
        (Context::Reader, Action::NextSection, vec!["}", "shift-right", "Ư"]),
        (Context::Reader, Action::ChooseTheme, vec![]),
        (Context::Reader, Action::EditNote, vec!["E"]),
        (Context::Reader, Action::GoLetter, vec!["' letter"]),
        (Context::Reader, Action::FilterBookmarks, vec![]),
    ];
    for (context, action, expected) in table {
        assert_eq!(map.keys_of(stack(context), action), expected, "{context:?} {action:?}");
    }
}

#[test]
fn entries_read_back() {
    let mut map = Keymap::default_map();
    map.patch(Context::Reader, "x", "quit").unwrap();
    map.patch(Context::Global, "q", "none").unwrap();
    map.patch(Context::Reader, "g g", "go-start").unwrap();
    let mut again = Keymap::default_map();
    for context in Context::ALL {
        for (keys, action) in map.entries(context) {
            again.patch(context, &keys, action).unwrap();
        }
    }
    for context in Context::ALL {
        assert_eq!(again.entries(context), map.entries(context));
    }
}

#[test]
fn groups_hold_every_action() {
    for action in Action::ALL {
        assert!(Group::ALL.contains(&Group::of(*action)));
    }
}

proptest::proptest! {
    #[test]
    fn a_key_that_is_read_reads_back(text in "(ctrl-|alt-|shift-){0,2}(.|space|f[0-9]{1,2}|tab)") {
        if let Some(press) = KeyPress::parse(&text) {
            assert_eq!(KeyPress::parse(&press.to_string()), Some(press), "{text:?}");
        }
    }
}

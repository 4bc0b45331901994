//! What needs no run of the program: the first look, tables, JSON, what words mean.

use super::args::{ListOrder, Order, ShowForm};
use super::json;
use super::scan::Scan;
use std::ffi::OsString;

fn words(line: &str) -> Vec<OsString> {
    line.split(' ').filter(|word| !word.is_empty()).map(OsString::from).collect()
}

#[test]
fn a_first_look_finds_language_and_command() {
    let table = [
        ("", None, None),
        ("list", None, Some("list")),
        ("--lang en list", Some("en"), Some("list")),
        ("list --lang=vi", Some("vi"), Some("list")),
        ("--color never --config c.toml show nv.3", None, Some("show")),
        ("ket luan list", None, None),
        ("./list", None, None),
        ("-- list --lang en", None, None),
        ("- --lang en", Some("en"), None),
        ("-V list", None, Some("list")),
        ("--lang", None, None),
        ("--lang list", Some("list"), None),
        ("--khong-co show", None, Some("show")),
    ];
    for (line, lang, command) in table {
        let scan = Scan::of(&words(line));
        assert_eq!(scan.lang.as_deref(), lang, "{line}");
        assert_eq!(scan.command, command, "{line}");
    }
}

#[test]
fn command_lines_become_orders() {
    let order = |line: &str| {
        let args = words(line);
        super::matches::parse(&args, &Scan::of(&args)).map(|invocation| invocation.order).ok()
    };
    let what = |line: &str| words(line);
    let read = |line: &str| Some(Order::Read { what: what(line) });
    assert_eq!(order(""), read(""));
    assert_eq!(order("a.txt b.txt"), read("a.txt b.txt"));
    assert_eq!(order("ket luan list"), read("ket luan list"));
    assert_eq!(order("-- show"), read("show"));
    assert_eq!(order("-"), read("-"));
    assert_eq!(
        order("list --json --lang en"),
        Some(Order::List(ListOrder { json: true, ..ListOrder::default() }))
    );
    let show = |line: &str, form| Some(Order::Show { what: what(line), form });
    assert_eq!(order("show nv 3"), show("nv 3", ShowForm::Text));
    assert_eq!(order("show --original -"), show("-", ShowForm::Original));
    assert_eq!(order("show"), None);
    assert_eq!(order("list extra"), None);
}

#[test]
fn json_escapes_what_a_terminal_would_act_on() {
    let table = [
        ("Nhiệm vụ\n", "\"Nhiệm vụ\\n\"\n"),
        ("a\u{1b}[6n", "\"a\\u001b[6n\"\n"),
        ("a\u{9b}6n\u{7f}", "\"a\\u009b6n\\u007f\"\n"),
        ("\u{202e}đ\u{2066}", "\"\\u202eđ\\u2066\"\n"),
        ("\u{e0041}", "\"\\udb40\\udc41\"\n"),
        ("a\u{2028}b c", "\"a\\u2028b c\"\n"),
        ("e\u{302}\u{323}", "\"e\u{302}\u{323}\"\n"),
    ];
    for (text, expected) in table {
        let mut out = Vec::new();
        json::write(&text, &mut out).unwrap();
        assert_eq!(String::from_utf8(out.clone()).unwrap(), expected);
        let back: String = serde_json::from_slice(&out).unwrap();
        assert_eq!(back, text);
    }
}

#[test]
fn the_parser_is_sound_with_and_without_texts() {
    for lang in crate::i18n::Lang::ALL {
        let messages = crate::i18n::Messages::new(lang);
        let mut command = super::command::command(super::command::Scope::All, Some(&messages));
        command.build();
        let help = command.render_long_help().to_string();
        assert!(!help.contains('⟨'), "{help}");
    }
    super::command::command(super::command::Scope::All, None).debug_assert();
    super::command::command(super::command::Scope::Reading, None).debug_assert();
}

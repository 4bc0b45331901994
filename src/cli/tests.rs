//! What needs no run of the program: the first look, tables, JSON, what words mean.

use super::command_line::{Command, CommandLine, parser};
use super::json;
use super::scan::Scan;
use crate::i18n::{Lang, Messages};
use std::collections::BTreeSet;
use std::ffi::OsString;

fn words(line: &str) -> Vec<OsString> {
    line.split(' ').filter(|word| !word.is_empty()).map(OsString::from).collect()
}

#[test]
fn a_first_look_finds_language_and_first_word() {
    let table = [
        ("", None, None),
        ("list", None, Some("list")),
        ("--lang en list", Some("en"), Some("list")),
        ("list --lang=vi", Some("vi"), Some("list")),
        ("--color never --config c.toml show nv.3", None, Some("show")),
        ("ket luan list", None, Some("ket")),
        ("./list", None, Some("./list")),
        ("-- list --lang en", None, None),
        ("- --lang en", Some("en"), Some("-")),
        ("-V list", None, Some("list")),
        ("--lang", None, None),
        ("--lang list", Some("list"), None),
        ("--khong-co show", None, Some("show")),
    ];
    for (line, lang, first_word) in table {
        let scan = Scan::of(&words(line));
        assert_eq!(scan.lang.as_deref(), lang, "{line}");
        assert_eq!(scan.first_word.as_deref(), first_word, "{line}");
    }
}

#[test]
fn the_first_word_may_name_a_command() {
    let table = [
        ("", "read []"),
        ("a.txt b.txt", "read [a.txt, b.txt]"),
        ("ket luan list", "read [ket, luan, list]"),
        ("-- show", "read [show]"),
        ("-", "read [-]"),
        ("list --json --lang en", "list"),
        ("show nv 3", "show"),
        ("show --original -", "show"),
        ("show", "error"),
        ("list extra", "error"),
    ];
    for (line, expected) in table {
        let args = words(line);
        let told = match CommandLine::parse(&args, &Scan::of(&args)) {
            Err(_) => "error".to_owned(),
            Ok(CommandLine { command: Some(Command::List(_)), .. }) => "list".to_owned(),
            Ok(CommandLine { command: Some(Command::Show(_)), .. }) => "show".to_owned(),
            Ok(CommandLine { command: Some(other), .. }) => format!("{other:?}"),
            Ok(CommandLine { read, .. }) => {
                let what: Vec<_> = read.what.iter().map(|word| word.to_string_lossy()).collect();
                format!("read [{}]", what.join(", "))
            }
        };
        assert_eq!(told, expected, "{line}");
    }
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

/// Gathers the ids of the texts that a command and those under it may ask for.
fn text_ids(command: &clap::Command, path: &str, ids: &mut BTreeSet<String>) {
    ids.insert(format!("cli-about-{path}"));
    for arg in command.get_arguments() {
        let name = arg.get_id().as_str().replace('_', "-");
        ids.insert(format!("cli-arg-{path}-{name}"));
        ids.insert(format!("cli-arg-{name}"));
    }
    for child in command.get_subcommands() {
        let name = child.get_name();
        let path = if path == "dienvan" { name.to_owned() } else { format!("{path}-{name}") };
        text_ids(child, &path, ids);
    }
}

#[test]
fn every_command_and_option_has_its_text_and_every_text_its_option() {
    parser(None).debug_assert();
    let mut asked = BTreeSet::new();
    text_ids(&parser(None), "dienvan", &mut asked);
    let files = [
        include_str!("../../data/locales/en/cli.ftl"),
        include_str!("../../data/locales/en/text.ftl"),
    ];
    let lines = files.iter().flat_map(|file| file.lines());
    for id in lines.filter_map(|line| line.split_once(" = ")).map(|(id, _)| id) {
        let is_text = id.starts_with("cli-arg-") || id.starts_with("cli-about-");
        assert!(!is_text || asked.contains(id), "{id} is the text of no command or option");
    }
    for lang in Lang::ALL {
        let messages = Messages::new(lang);
        check_texts(parser(Some(&messages)));
    }
}

/// Checks that no text of a command, or of those under it, is missing.
fn check_texts(mut command: clap::Command) {
    let help = command.render_long_help().to_string();
    assert!(!help.contains('⟨'), "{help}");
    command.get_subcommands().cloned().for_each(check_texts);
}

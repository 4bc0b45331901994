//! The question for the terminal's background, and every way it can be answered.

use super::support::*;
use dienvan::settings::theme::{Face, Theme};
use ratatui::style::Color;

const LIGHT: &[u8] = b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\";

/// Waits until the status line has the colour of a theme.
fn wears(terminal: &Terminal, theme: &str, rows: u16) {
    let indexed = Theme::builtin(theme).expect("it is built in").indexed();
    let Some(Color::Indexed(wanted)) = indexed.style(Face::Status).bg else {
        panic!("the status line of {theme} has no colour");
    };
    terminal
        .wait_for(theme, |screen| Terminal::behind(screen, rows - 2) == vt100::Color::Idx(wanted));
}

/// Checks that an answer chooses the light theme and is never taken for keys.
fn check(parts: &[&'static [u8]]) {
    let home = Home::new();
    let mut terminal = Run::new(&home).answer(parts).start();
    wears(&terminal, "light", 30);
    terminal.press("3t").sees("Nhiệm vụ 3/8");
    let contents = terminal.contents();
    assert!(!contents.contains("rgb") && !contents.contains("ffff"), "{contents}");
    assert!(contents.contains("thoát"), "nothing lies over the text: {contents}");
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
    terminal.is_given_back();
    assert_eq!(terminal.typed_ahead(), 0);
}

#[test]
fn an_answer_chooses_the_theme() {
    check(&[LIGHT]);
    check(&[b"\x1b]11;rgb:ffff/ffff/ffff\x07"]);
    check(&[b"\x1b]11;rgb:ff/ff/ff\x1b\\"]);
}

#[test]
fn an_answer_in_pieces_does_too() {
    for at in 1..LIGHT.len() {
        check(&[&LIGHT[..at], &LIGHT[at..]]);
    }
}

#[test]
fn the_next_start_takes_the_theme_at_once() {
    let home = Home::new();
    let mut terminal = Run::new(&home).answer(&[LIGHT]).start();
    wears(&terminal, "light", 30);
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
    let terminal = home.start("");
    terminal.sees("Phần mở đầu");
    wears(&terminal, "light", 30);
}

#[test]
fn no_answer_is_not_waited_for() {
    let home = Home::new();
    let mut terminal = home.start("");
    terminal.got(QUESTION).sees("Phần mở đầu").press("3t").sees("Nhiệm vụ 3/8");
    wears(&terminal, "dark", 30);
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn an_answer_that_comes_with_the_end_is_not_left_to_the_shell() {
    let home = Home::new();
    let mut terminal = home.start("");
    terminal.got(QUESTION).press([b"q", LIGHT].concat());
    assert_eq!(terminal.ends(), 0);
    terminal.is_given_back();
    assert_eq!(terminal.typed_ahead(), 0);
}

#[test]
fn it_is_asked_only_where_the_answer_counts() {
    for (config, args, env) in [
        ("theme = \"dark\"\n", "", ("A", "a")),
        ("[terminal]\nask_background = false\n", "", ("A", "a")),
        ("", "--color never", ("A", "a")),
        ("", "", ("NO_COLOR", "1")),
    ] {
        let home = Home::new();
        home.write("kept/config/config.toml", config);
        let mut terminal = Run::new(&home).args(args).env(env.0, env.1).start();
        terminal.sees("Phần mở đầu").press("q");
        assert_eq!(terminal.ends(), 0);
        let raw = terminal.raw();
        assert!(!raw.windows(QUESTION.len()).any(|window| window == QUESTION), "{config}{args}");
    }
}

#[test]
fn without_colours_none_are_sent() {
    for (name, value) in [("NO_COLOR", "1"), ("TERM", "vt100"), ("TERM", "vt220")] {
        let home = Home::new();
        let mut terminal = Run::new(&home).env(name, value).start();
        terminal.sees("Phần mở đầu").press("3tmv").sees("CHỌN CÂU").leaves("CHỌN CÂU");
        terminal.press("/tham\rq");
        assert_eq!(terminal.ends(), 0);
        has_no_colours(&terminal);
    }
}

fn has_no_colours(terminal: &Terminal) {
    let raw = String::from_utf8(terminal.raw()).expect("UTF-8");
    for (at, _) in raw.match_indices("\x1b[") {
        let end = raw[at..].find(|c: char| c.is_ascii_alphabetic()).expect("an end") + at;
        if &raw[end..=end] == "m" {
            let codes = raw[at + 2..end].split(';');
            for code in codes.filter_map(|code| code.parse::<u16>().ok()) {
                let colour = matches!(code, 30..=38 | 40..=48 | 90..=107);
                assert!(!colour, "{:?}", &raw[at..=end]);
            }
        }
    }
}

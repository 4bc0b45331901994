//! Stopping and going on.

use super::support::*;
use rustix::process::{Signal, WaitOptions, waitpid};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

/// Waits until the program is stopped.
pub fn is_stopped(terminal: &Terminal) {
    let pid = terminal.pid();
    let (sender, receiver) = channel();
    thread::spawn(move || sender.send(waitpid(Some(pid), WaitOptions::UNTRACED)));
    let status = receiver.recv_timeout(Duration::from_secs(30)).expect("the program stops");
    let (_, status) = status.expect("it is ours").expect("it was waited for");
    assert!(status.stopped(), "{status:?}");
}

fn stops_and_goes_on(stop: impl Fn(&Terminal)) {
    let home = Home::new();
    let mut terminal = home.start("");
    terminal.sees("Phần mở đầu").press("3t").sees("Nhiệm vụ 3/8");
    for _ in 0..2 {
        stop(&terminal);
        is_stopped(&terminal);
        terminal.is_given_back();
        terminal.signal(Signal::CONT);
        terminal.sees("Nhiệm vụ 3/8").wait_for("the reader's own screen", |screen| {
            screen.alternate_screen() && screen.hide_cursor() && screen.bracketed_paste()
        });
    }
    terminal.press("4t").sees("Nhiệm vụ 4/8").press("q");
    assert_eq!(terminal.ends(), 0);
    terminal.is_given_back();
}

#[test]
fn control_z_stops_the_program_and_leaves_the_terminal_to_the_shell() {
    stops_and_goes_on(|terminal| {
        terminal.press("\x1a");
    });
}

#[test]
fn so_does_the_signal() {
    stops_and_goes_on(|terminal| {
        terminal.signal(Signal::TSTP);
    });
}

#[test]
fn a_screen_that_was_resized_meanwhile_is_drawn_as_it_is() {
    let home = Home::new();
    let terminal = home.start("");
    terminal.sees("Phần mở đầu").press("3t").sees("Nhiệm vụ 3/8").press("\x1a");
    is_stopped(&terminal);
    terminal.is_given_back();
    terminal.resize(60, 14).signal(Signal::CONT);
    terminal.sees("Ba là: Nâng cao").wait_for("a foot on the last line", |screen| {
        screen.rows(0, 60).last().is_some_and(|line| line.trim_end().ends_with("thoát"))
    });
}

#[test]
fn one_who_was_stopped_from_outside_draws_anew() {
    let home = Home::new();
    let terminal = home.start("");
    terminal.sees("Phần mở đầu").press("3t").sees("Nhiệm vụ 3/8").signal(Signal::STOP);
    is_stopped(&terminal);
    let before = terminal.raw().len();
    terminal.signal(Signal::CONT).got_since(before, "Tồn".as_bytes());
    terminal.sees("Nhiệm vụ 3/8").press("4t").sees("Nhiệm vụ 4/8");
}

#[test]
fn a_shell_gets_its_terminal_back_and_gives_it_again() {
    let home = Home::new();
    let line = "set -m; dienvan; echo \"dung $?\"; fg >/dev/null; echo \"het $?\"";
    let mut terminal = Run::new(&home).shell(line).start();
    terminal.sees("Phần mở đầu").press("3t").sees("Nhiệm vụ 3/8").press("\x1a");
    terminal.got(b"dung 1").sees("Nhiệm vụ 3/8").press("4t").sees("Nhiệm vụ 4/8").press("q");
    terminal.sees("het 0");
    assert_eq!(terminal.ends(), 0);
    terminal.is_given_back();
}

#[test]
fn one_who_is_stopped_can_still_be_ended() {
    for (signal, status) in [(Signal::HUP, 129), (Signal::TERM, 143)] {
        let home = Home::new();
        let mut terminal = home.start("");
        terminal.sees("Phần mở đầu").press("5t").sees("Nhiệm vụ 5/8").press("\x1a");
        is_stopped(&terminal);
        terminal.signal(signal).signal(Signal::CONT);
        assert_eq!(terminal.ends(), status);
        terminal.is_given_back();
        assert!(home.positions().contains(ID), "{}", home.positions());
    }
}

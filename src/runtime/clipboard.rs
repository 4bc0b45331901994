//! The clipboard of tmux: its paste buffer, which it can pass on to the terminal.

use std::io::Write;
use std::process::{Command, Stdio};

/// How far a text is to reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// To the terminal that tmux runs in (tmux 3.2 and later).
    Terminal,
    /// Only to tmux.
    Tmux,
}

/// Gives a text to tmux, and tells whether it took it.
pub(super) fn load(text: &str, reach: Reach) -> bool {
    match reach {
        // An older tmux does not know the flag.
        Reach::Terminal => run(&["load-buffer", "-w", "-"], text) || load(text, Reach::Tmux),
        Reach::Tmux => run(&["load-buffer", "-"], text),
    }
}

fn run(args: &[&str], text: &str) -> bool {
    let mut command = Command::new("tmux");
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let Ok(mut child) = command.spawn() else { return false };
    let written =
        child.stdin.take().is_some_and(|mut stdin| stdin.write_all(text.as_bytes()).is_ok());
    child.wait().is_ok_and(|status| status.success()) && written
}

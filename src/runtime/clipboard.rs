//! The clipboard of tmux: its paste buffer, which it can pass on to the terminal.

use std::io::{self, Seek, Write};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long tmux may take; one that hangs is given up.
const PATIENCE: Duration = Duration::from_secs(2);
/// How long to wait before looking again whether it has ended.
const PAUSE: Duration = Duration::from_millis(5);

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
    let run = |args| run(Command::new("tmux").args::<&[&str], _>(args), text).unwrap_or(false);
    match reach {
        // An older tmux does not know the flag.
        Reach::Terminal => run(&["load-buffer", "-w", "-"]) || load(text, Reach::Tmux),
        Reach::Tmux => run(&["load-buffer", "-"]),
    }
}

/// Runs a command with a text, and tells whether it ended well in time.
fn run(command: &mut Command, text: &str) -> io::Result<bool> {
    // A pipe would make one wait for a program that does not read it.
    let mut file = tempfile::tempfile()?;
    file.write_all(text.as_bytes())?;
    file.rewind()?;
    wait(command.stdin(file).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?)
}

fn wait(mut child: Child) -> io::Result<bool> {
    let end = Instant::now() + PATIENCE;
    while Instant::now() < end {
        if let Some(status) = child.try_wait()? {
            return Ok(status.success());
        }
        sleep(PAUSE);
    }
    child.kill()?;
    child.wait()?;
    Ok(false)
}

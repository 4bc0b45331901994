//! Handing a file or an address to the system, which opens it with a program of the user's. This program itself opens no
//! connection.

use crate::app::{Event, Notice};
use crate::i18n::Message;
use crate::text::printable;
use std::process::{Command, Stdio};
use std::thread;

/// The commands that open things, the first that is there.
#[cfg(target_os = "macos")]
const OPENERS: &[&str] = &["open"];
#[cfg(windows)]
const OPENERS: &[&str] = &["explorer"];
#[cfg(not(any(target_os = "macos", windows)))]
const OPENERS: &[&str] = &["xdg-open", "wslview"];

/// Opens a file or an address, and says what came of it.
pub(super) fn open_outside(what: &str) -> Event {
    let name = printable(what).into_owned();
    for opener in OPENERS {
        let mut command = Command::new(opener);
        command.arg(what);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        if let Ok(mut child) = command.spawn() {
            // Its end is waited for, so that nothing is left of it.
            let _ = thread::Builder::new().name("opener".to_owned()).spawn(move || child.wait());
            let args = [("what", name.into()), ("command", (*opener).into())];
            return Event::Told(Notice::plain(Message::with("opened-outside", args)));
        }
    }
    let args = [("what", name.into()), ("commands", OPENERS.join(", ").into())];
    Event::Told(Notice::trouble(Message::with("opener-none", args)))
}

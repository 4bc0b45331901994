//! The terminal, the keys, the signals, the files: what the reader's state is run with.
//!
//! The loop blocks on one channel, which keys, signals and finished work come through; there is no
//! tick. Whatever ends it, the terminal is given back and the place is kept.

mod background;
mod bench;
mod clipboard;
mod crash;
mod editor;
mod effects;
mod ending;
mod exporting;
mod files;
mod gate;
mod gathering;
mod importing;
mod input;
mod jobs;
mod librarian;
mod opening;
mod outside;
mod paths_typed;
mod screen;
mod session;
mod settings_editor;
mod start;
mod stream;
mod tasks;
mod terminal;
#[cfg(unix)]
mod unix;
mod watch;
#[cfg(windows)]
mod windows;
mod writing;

pub use session::{Colors, Entry, Opening, Session};
pub use tasks::today;
pub use writing::{Existing, write_file};

use crate::app::{App, Effect, Event};
use crate::i18n::{Lang, Messages};
use crate::ui;
use anyhow::Context as _;
use effects::Effects;
use ending::Ending;
use gate::Gate;
use input::Input;
use jiff::Timestamp;
use outside::{Outside, Outsides};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::time::{Duration, Instant};
use terminal::{Taken, Terminal};
#[cfg(unix)]
use unix as system;
#[cfg(windows)]
use windows as system;

/// How long an answer of the terminal is waited for when the program ends.
const LATE_REPLY: Duration = Duration::from_millis(100);

/// How long the next key is waited for that tells what those before it are: an input method sends
/// them at once, a hand does not.
const NEXT_KEY: Duration = Duration::from_millis(50);

/// Why the loop ended.
enum End {
    /// The reader wanted to.
    Quit,
    /// A signal said so, or the terminal is gone.
    Ending(Ending),
}

/// Runs the reader until it ends.
///
/// # Errors
///
/// When the terminal cannot be used. Trouble with the reader's files is told on the screen, or on
/// standard error once the screen is gone.
pub fn run(session: Session) -> anyhow::Result<ExitCode> {
    system::take_keyboard().context("no terminal to read keys from")?;
    let crash = crash::Report::install();
    let (outsides, teller) = Outsides::new();
    let signals = system::Signals::catch()?;
    let watcher = teller.clone();
    let taken = Taken::default();
    system::guard(taken.clone(), restoring(session.lang))?;
    let mut terminal = Terminal::enter(&session.settings.terminal, taken)?;
    let state_dir = session.paths.state_dir.clone();
    let asks = start::asks_background(&session);
    let size = terminal.size();
    let gate = Gate::default();
    let (mut app, mut effects) = start::app(session, size, teller, gate.clone());
    let mut input = Input::default();
    let ended = catch_unwind(AssertUnwindSafe(|| {
        let first = app.begin();
        terminal.draw(|buffer| ui::render(&app, buffer))?;
        signals.watch(watcher.clone(), gate.clone())?;
        input::watch(watcher, gate)?;
        if asks {
            terminal.ask_background()?;
            input.expect_background();
        }
        effects.follow_streams();
        effects.carry_out(first, &mut terminal)?;
        effects.attend_kept();
        run_loop(&mut app, &mut effects, &mut terminal, &mut input, &outsides)
    }));
    swallow_reply(&mut input, &outsides);
    terminal.leave();
    effects.finish();
    match ended {
        Ok(Ok(End::Quit)) => {
            effects.tell_last_trouble(app.messages());
            Ok(ExitCode::SUCCESS)
        }
        Ok(Ok(End::Ending(ending))) => {
            effects.keep_place(&app);
            Ok(ExitCode::from(ending.exit_status()))
        }
        Ok(Err(error)) => {
            effects.keep_place(&app);
            if is_gone(&error) {
                Ok(ExitCode::from(Ending::Hangup.exit_status()))
            } else {
                Err(error)
            }
        }
        Err(_) => {
            // The state is only read, and only for the place: a broken one costs no more than it.
            let _ = catch_unwind(AssertUnwindSafe(|| effects.keep_place(&app)));
            Err(crash.error(&state_dir, app.messages()))
        }
    }
}

/// Returns what an abort writes to the terminal: what gives it back, and a line for the reader. Rust's
/// own words were on the screen that is gone then.
fn restoring(lang: Lang) -> Vec<u8> {
    let said = Messages::new(lang).get("aborted");
    let mut bytes = terminal::restoring();
    bytes.extend_from_slice(format!("dienvan: {said}\r\n").as_bytes());
    bytes
}

/// Tells whether an error is that of a terminal that is gone, met by a frame before the signal.
fn is_gone(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(system::is_gone)
}

/// Tells whether there are keys to be pressed: on standard input, or on the terminal behind it.
pub fn has_keyboard() -> bool {
    system::has_keyboard()
}

/// Returns the width of the terminal that standard output is, if it says so.
pub fn columns() -> Option<u16> {
    system::columns().ok().filter(|&columns| columns > 0)
}

/// Waits a moment for an answer of the terminal that is still under way: else the shell would take
/// it for typed.
fn swallow_reply(input: &mut Input, outsides: &Outsides) {
    while input.expects_background() {
        let told = outsides.receive(Some(LATE_REPLY));
        if told.is_empty() {
            return;
        }
        for outside in told {
            if let Outside::Input(happened) = outside {
                input.take(happened, &mut Vec::new());
            }
        }
    }
}

/// When the text moves on by itself; nothing while it stands.
#[derive(Default)]
struct NextLine(Option<Instant>);

impl NextLine {
    /// Waits for what is told, and says what came of waiting: no key has followed, or the time of a line is over.
    fn receive(&mut self, app: &App, outsides: &Outsides, events: &mut Vec<Event>) -> Vec<Outside> {
        let holds = app.holds_keys();
        let at = self.0;
        let due = |time| Instant::now() + Duration::from_millis(time);
        self.0 = app.next_line_in().map(|time| at.unwrap_or_else(|| due(time)));
        let left = self.0.map(|at| at.saturating_duration_since(Instant::now()));
        let told = outsides.receive(holds.then_some(NEXT_KEY).into_iter().chain(left).min());
        if self.0.is_some_and(|at| at <= Instant::now()) {
            self.0 = None;
            events.push(Event::NextLine);
        } else if holds && told.is_empty() {
            events.push(Event::NoKeyFollowed);
        }
        told
    }
}

fn run_loop(
    app: &mut App,
    effects: &mut Effects,
    terminal: &mut Terminal,
    input: &mut Input,
    outsides: &Outsides,
) -> anyhow::Result<End> {
    let mut next_line = NextLine::default();
    loop {
        let mut events = Vec::new();
        let told = next_line.receive(app, outsides, &mut events);
        for outside in told {
            match outside {
                Outside::Event(event) => events.push(*event),
                Outside::Input(happened) => input.take(happened, &mut events),
                Outside::NotCopied(copied) => {
                    events.push(effects.copy_by_terminal(copied, terminal)?);
                }
                Outside::Resized => {
                    let (columns, rows) = terminal.take_size()?;
                    events.push(Event::Resize(columns, rows));
                }
                #[cfg(unix)]
                Outside::Stopped => events.extend(back(terminal.suspend()?)),
                #[cfg(unix)]
                Outside::Continued => events.extend(back(terminal.reenter()?)),
                Outside::Ending(ending) => return Ok(End::Ending(ending)),
            }
        }
        if events.is_empty() {
            continue;
        }
        for event in events {
            effects.note(&event);
            let wanted = app.update(event, Timestamp::now());
            if wanted.iter().any(|effect| matches!(effect, Effect::Quit)) {
                // The user has the terminal at once; storing the place takes some milliseconds more.
                swallow_reply(input, outsides);
                terminal.leave();
            }
            if effects.carry_out(wanted, terminal)? == effects::After::Quit {
                return Ok(End::Quit);
            }
            // What answers want may be answered in its turn.
            loop {
                let answers = effects.take_answers();
                if answers.is_empty() {
                    break;
                }
                for event in answers {
                    let wanted = app.update(event, Timestamp::now());
                    effects.carry_out(wanted, terminal)?;
                }
            }
        }
        terminal.draw(|buffer| ui::render(app, buffer))?;
        effects.keep_place_now_and_then(app);
    }
}

/// Returns what happens when the program has the terminal again, which has another size by now.
fn back((columns, rows): (u16, u16)) -> [Event; 2] {
    [Event::Resize(columns, rows), Event::Resumed]
}

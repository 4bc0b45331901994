//! The command line: from arguments to the reader, or to text on standard output.
//!
//! One subcommand a file. Scripts rely on the names, the exit statuses (0 done, 1 nothing found,
//! 2 an error told on standard error) and the JSON; people get sentences in their language.

mod aim;
mod args;
mod bookmarks;
mod check;
mod command;
mod completions;
mod config;
mod correct;
mod corrections;
mod destination;
mod difference;
mod error;
mod export;
mod exporting;
mod import;
mod importing;
mod json;
mod kept;
mod known;
mod library;
mod list;
mod man;
mod matches;
mod outline;
mod output;
mod read;
mod rows;
mod rules;
mod scan;
mod search;
mod setup;
mod shelving;
mod show;
mod table;
mod tasks;
mod upkeep;
mod usage;
mod what;
mod whole;

#[cfg(test)]
mod tests;

use crate::i18n::Messages;
use crate::library::files::{self, Isolation};
use crate::library::kept::StoreError;
use crate::paths::{Environment, NoHome};
use args::Order;
use error::CliError;
use output::{Output, complain, is_closed_pipe};
use scan::Scan;
use setup::{Kept, Setup};
use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

/// Does what the command line says, and gives the exit status.
pub fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().skip(1).collect();
    if args.first().is_some_and(|word| word == files::APART) {
        return files::serve_apart();
    }
    let scan = Scan::of(&args);
    let invocation = match matches::parse(&args, &scan) {
        Ok(invocation) => invocation,
        Err(error) => return usage::answer(&error, &args, &scan),
    };
    let out = Output::new(invocation.globals.color, &Environment::read());
    if invocation.order.needs_nothing() {
        let messages = Messages::new(setup::language(&scan));
        let done = perform_alone(&invocation.order, &messages, out);
        return done.map_or_else(|error| fail(&error, &messages), |()| ExitCode::SUCCESS);
    }
    let setup = match Setup::new(&invocation.globals, Isolation::Apart) {
        Ok(setup) => setup,
        Err(error) => return fail(&error, &Messages::new(setup::language(&scan))),
    };
    // The reader takes the setup; what goes wrong in it is still told in the same language.
    let messages = Messages::new(setup.messages.lang());
    match run(invocation.order, setup, out) {
        Ok(status) => status,
        Err(error) => fail(&error, &messages),
    }
}

/// Prints what depends on neither files nor folders, so that it can be had without a home.
fn perform_alone(order: &Order, messages: &Messages, mut out: Output) -> anyhow::Result<()> {
    match order {
        Order::Completions(shell) => completions::run(messages, *shell, &mut out)?,
        Order::Man => man::run(messages, &mut out)?,
        _ => config::example(&mut out)?,
    }
    out.flush()?;
    Ok(())
}

fn run(order: Order, setup: Setup, mut out: Output) -> anyhow::Result<ExitCode> {
    let order = match order {
        Order::Read { what } => {
            let done = read::run(setup, &what, &mut out);
            return done.map_err(|error| CliError::with_command(error, &what));
        }
        order => order,
    };
    if !matches!(order, Order::Config(_)) {
        setup.tell_problems();
    }
    let done = perform(order, &setup, &mut out);
    // What was found goes out before it is said what was not.
    out.flush()?;
    match (done, setup.kept.get()) {
        (done, Kept::Sound) => done.map(|()| ExitCode::SUCCESS),
        (Ok(()), Kept::Broken) => Ok(ExitCode::from(2)),
        // That nothing was found in a broken file has been told.
        (Err(error), Kept::Broken) => match error.downcast_ref::<CliError>() {
            Some(CliError::NoBookmarks) => Ok(ExitCode::from(2)),
            _ => {
                fail(&error, &setup.messages);
                Ok(ExitCode::from(2))
            }
        },
    }
}

fn perform(order: Order, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
    match order {
        Order::Read { what } => show::all(setup, &what, out),
        Order::List(order) => list::run(setup, &order, out),
        Order::Show { what, form } => show::run(setup, &what, form, out),
        Order::Outline { what, json, explain } => {
            let form = match (json, explain) {
                (true, false) => outline::Form::Json,
                (true, true) => outline::Form::ExplainedJson,
                (false, true) => outline::Form::Explained,
                (false, false) => outline::Form::Text,
            };
            outline::run(setup, &what, form, out)
        }
        Order::Correct { what, correcting, run } => {
            correct::run(setup, &what, (&correcting, run), out)
        }
        Order::Corrections { what, json } => corrections::run(setup, &what, json, out),
        Order::Tasks { what, format, scope } => tasks::run(setup, &what, (format, scope), out),
        Order::Search { query, what, limit, json } => {
            search::run(setup, &query, search::Wish { what: &what, limit, json }, out)
        }
        Order::Import { what, manner } => import::run(setup, &what, manner, out),
        Order::Library(order) => shelving::run(setup, order, out),
        Order::Export { what, wish } => export::run(setup, &what, &wish, out),
        Order::Bookmarks(order) => bookmarks::run(setup, order, out),
        Order::Config(order) => config::run(setup, order, out),
        Order::Completions(shell) => completions::run(&setup.messages, shell, out),
        Order::Man => man::run(&setup.messages, out),
    }
}

/// Says what went wrong, in one message, and gives the exit status.
fn fail(error: &anyhow::Error, messages: &Messages) -> ExitCode {
    if is_closed_pipe(error) {
        return ExitCode::SUCCESS;
    }
    if let Some(error) = error.downcast_ref::<CliError>() {
        complain(&error.message(messages));
        return ExitCode::from(error.status());
    }
    let text = match error.downcast_ref::<StoreError>() {
        Some(error) => error::say(error.message(), messages),
        None => match error.downcast_ref::<NoHome>() {
            Some(error) => error::say(error.message(), messages),
            None => {
                let reason = crate::text::printable(&format!("{error:#}")).into_owned();
                messages.with("error-other", &[("reason", reason.into())])
            }
        },
    };
    complain(&text);
    ExitCode::from(2)
}

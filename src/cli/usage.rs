//! Help, and what is said of a command line that cannot be read.

use super::command_line::{CommandLine, parser};
use super::globals::When;
use super::help::localized_usage;
use super::output::{Output, complain, is_closed_pipe};
use super::scan::Scan;
use super::setup::language;
use super::values::glossed;
use crate::i18n::{Arg, Messages};
use crate::paths::Environment;
use crate::text::printable;
use clap::ColorChoice;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

/// Shows the help or the version that was asked for, or says what is wrong.
pub(super) fn answer(error: &clap::Error, args: &[OsString], scan: &Scan) -> ExitCode {
    let messages = Messages::new(language(scan));
    let when = match scan.color.as_deref() {
        Some("always") => Some(When::Always),
        Some("never") => Some(When::Never),
        _ => None,
    };
    let mut out = Output::new(when, &Environment::read());
    let written = match error.kind() {
        ErrorKind::DisplayVersion => {
            writeln!(out, "dienvan {}", env!("CARGO_PKG_VERSION")).and_then(|()| out.flush())
        }
        ErrorKind::DisplayHelp => {
            let help = help(args, &messages, &out);
            out.write_all(help.as_bytes()).and_then(|()| out.flush())
        }
        _ => {
            let hint = messages.get("usage-hint");
            // Read again, its placeholders are in the reader's language.
            let told = CommandLine::check(args, scan, &messages);
            let said = describe(told.as_ref().err().unwrap_or(error), scan, &messages);
            complain(&format!("{said}\n{hint}"));
            return ExitCode::from(2);
        }
    };
    match written.map_err(anyhow::Error::from) {
        Err(error) if !is_closed_pipe(&error) => ExitCode::from(2),
        _ => ExitCode::SUCCESS,
    }
}

fn help(args: &[OsString], messages: &Messages, out: &Output) -> String {
    let color = if out.is_colored() { ColorChoice::Always } else { ColorChoice::Never };
    let help = match parser(Some(messages)).color(color).try_get_matches_from(args) {
        Err(error) if out.is_colored() => error.render().ansi().to_string(),
        Err(error) => error.render().to_string(),
        // The arguments asked for help before, so they do again.
        Ok(_) => String::new(),
    };
    localized_usage(&help, messages)
}

fn describe(error: &clap::Error, scan: &Scan, messages: &Messages) -> String {
    let text = |kind: ContextKind| -> String {
        let value = match error.get(kind) {
            Some(ContextValue::String(text)) => text.clone(),
            Some(ContextValue::Strings(all)) if kind == ContextKind::ValidValue => {
                let arg = error.get(ContextKind::InvalidArg).map(ToString::to_string);
                let arg = arg.unwrap_or_default();
                let option = arg.trim_start_matches('-').split(' ').next().unwrap_or_default();
                let values = all.iter().map(|value| glossed(option, value, messages.lang()));
                values.collect::<Vec<_>>().join(", ")
            }
            Some(ContextValue::Strings(all)) => all.join(", "),
            Some(ContextValue::StyledStr(text)) => text.to_string(),
            Some(other) => other.to_string(),
            None => String::new(),
        };
        printable(&value).into_owned()
    };
    let arg = text(ContextKind::InvalidArg).replace("...", "");
    let value = text(ContextKind::InvalidValue);
    let valid = text(ContextKind::ValidValue);
    let say = |id: &str, args: &[(&str, &String)]| {
        let args: Vec<(&str, Arg)> =
            args.iter().map(|(name, value)| (*name, Arg::from(*value))).collect();
        messages.with(id, &args)
    };
    match error.kind() {
        ErrorKind::UnknownArgument => say("usage-unknown", &[("arg", &arg)]),
        ErrorKind::InvalidValue if value.is_empty() => say("usage-no-value", &[("arg", &arg)]),
        ErrorKind::InvalidValue => {
            say("usage-bad-value", &[("arg", &arg), ("value", &value), ("valid", &valid)])
        }
        ErrorKind::ValueValidation => say("usage-wrong-value", &[("arg", &arg), ("value", &value)]),
        ErrorKind::MissingRequiredArgument => say("usage-missing", &[("arg", &arg)]),
        ErrorKind::MissingSubcommand => {
            let valid = text(ContextKind::ValidSubcommand);
            say("usage-no-command", &[("valid", &valid)])
        }
        ErrorKind::ArgumentConflict if text(ContextKind::PriorArg) == arg => {
            say("usage-twice", &[("arg", &arg)])
        }
        ErrorKind::ArgumentConflict => {
            let other = text(ContextKind::PriorArg);
            say("usage-conflict", &[("arg", &arg), ("other", &other)])
        }
        ErrorKind::TooManyValues => say("usage-surplus", &[("arg", &arg), ("value", &value)]),
        ErrorKind::InvalidUtf8 => messages.get("usage-not-utf8"),
        ErrorKind::InvalidSubcommand => {
            let arg = text(ContextKind::InvalidSubcommand);
            say("usage-no-such-command", &[("arg", &arg), ("valid", &subcommands(scan))])
        }
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            say("usage-no-value", &[("arg", &arg)])
        }
        _ => messages.get("usage-other"),
    }
}

/// Returns the names of the subcommands that may follow the first word.
fn subcommands(scan: &Scan) -> String {
    let all = parser(None);
    let named = scan.first_word.as_deref().and_then(|word| all.find_subcommand(word));
    let names = named.unwrap_or(&all).get_subcommands().map(clap::Command::get_name);
    names.collect::<Vec<_>>().join(", ")
}

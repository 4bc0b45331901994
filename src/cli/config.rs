//! `dienvan config`: what is set, where, and whether it is right.

use super::args::ConfigOrder;
use super::error::CliError;
use super::output::Output;
use super::setup::Setup;
use crate::config::{self, Paint};
use crate::text::printable;
use std::fs;
use std::io::Write;

/// Tells about the configuration.
pub(super) fn run(setup: &Setup, order: ConfigOrder, out: &mut Output) -> anyhow::Result<()> {
    let file = &setup.paths.config_file;
    match order {
        ConfigOrder::Show => {
            setup.tell_problems();
            write!(out, "{}", config::to_toml(&setup.settings).trim_start())?;
        }
        ConfigOrder::Path => writeln!(out, "{}", printable(&file.to_string_lossy()))?,
        ConfigOrder::Example => example(out)?,
        ConfigOrder::Check => return check(setup, out),
    }
    Ok(())
}

/// Prints the example.
pub(super) fn example(out: &mut Output) -> anyhow::Result<()> {
    out.write_all(config::example().as_bytes())?;
    Ok(())
}

/// Shows every problem in the file, or says that there is none.
fn check(setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
    let messages = &setup.messages;
    let file = &setup.paths.config_file;
    let name = printable(&file.to_string_lossy()).into_owned();
    let Ok(bytes) = fs::read(file) else {
        writeln!(out, "{}", messages.with("config-none", &[("file", name.into())]))?;
        return Ok(());
    };
    if setup.problems.is_empty() {
        writeln!(out, "{}", messages.with("config-good", &[("file", name.into())]))?;
        return Ok(());
    }
    let text = String::from_utf8_lossy(&bytes);
    let paint = if out.is_colored() { Paint::Coloured } else { Paint::Plain };
    for problem in &setup.problems {
        writeln!(out, "{}\n", config::picture(problem, &text, messages, paint))?;
    }
    Err(CliError::BadConfig(setup.problems.len()).into())
}

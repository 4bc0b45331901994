//! `dienvan config`: what is set, where, and whether it is right.

use super::error::CliError;
use super::output::Output;
use super::setup::Setup;
use crate::settings::{self, PictureMode, Settings, ValueSource};
use crate::text::printable;
use clap::Subcommand;
use std::fs;
use std::io::Write;
use std::path::Path;

/// What is told about the configuration.
#[derive(Clone, Copy, Debug, Subcommand)]
pub(super) enum ConfigCommand {
    /// What holds now.
    Show,
    /// Where the file is.
    Path,
    /// Whether the file is right.
    Check,
    /// An example with every option.
    Example,
}

impl ConfigCommand {
    /// Tells about the configuration.
    pub(super) fn run(self, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
        let file = &setup.paths.config_file;
        match self {
            ConfigCommand::Show => {
                setup.tell_problems();
                write!(out, "{}", shown(setup).trim_start())?;
            }
            ConfigCommand::Path => writeln!(out, "{}", printable(&file.to_string_lossy()))?,
            ConfigCommand::Example => example(out)?,
            ConfigCommand::Check => return check(setup, out),
        }
        Ok(())
    }
}

/// Writes all that holds, and where it comes from.
fn shown(setup: &Setup) -> String {
    let text = fs::read(&setup.paths.config_file).unwrap_or_default();
    let in_file = settings::options_in(&String::from_utf8_lossy(&text));
    let source = |key: &str| match key {
        "language" if setup.asked_lang.is_some() => ValueSource::CommandLine,
        key if setup.chosen().any(|choice| choice.option == key) => ValueSource::Reader,
        key if in_file.contains(&key) => ValueSource::Configuration,
        _ => ValueSource::Default,
    };
    let settings =
        Settings { lang: setup.asked_lang.or(setup.settings.lang), ..setup.settings.clone() };
    settings::to_toml_remarked(&settings, |key| {
        let id = match source(key) {
            ValueSource::Default => "config-from-default",
            ValueSource::Configuration => "config-from-file",
            ValueSource::Reader => "config-from-reader",
            ValueSource::CommandLine => "config-from-command-line",
        };
        setup.messages.get(id)
    })
}

/// Prints the example.
pub(super) fn example(out: &mut Output) -> anyhow::Result<()> {
    out.write_all(settings::example().as_bytes())?;
    Ok(())
}

/// Shows every problem in the configuration and the rules, or says that there is none.
fn check(setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
    let messages = &setup.messages;
    let file = &setup.paths.config_file;
    let told = |id: &str, file: &Path| {
        let name = printable(&file.to_string_lossy()).into_owned();
        messages.with(id, &[("file", name.into())])
    };
    let settings = fs::read(file).ok();
    let settings = settings.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    if settings.is_none() {
        writeln!(out, "{}", told("config-none", file))?;
    }
    let settings = settings.as_deref().map(|text| (file.as_path(), text, &setup.problems));
    let rules = setup.rules.files.iter();
    let rules = rules.map(|own| (own.path.as_path(), own.text.as_str(), &own.problems));
    let paint = if out.is_colored() { PictureMode::Coloured } else { PictureMode::Plain };
    let mut count = 0;
    for (file, text, problems) in settings.into_iter().chain(rules) {
        if problems.is_empty() {
            writeln!(out, "{}", told("config-good", file))?;
        }
        for problem in problems {
            writeln!(out, "{}\n", settings::picture(problem, text, messages, paint))?;
        }
        count += problems.len();
    }
    if count == 0 { Ok(()) } else { Err(CliError::BadConfig(count).into()) }
}

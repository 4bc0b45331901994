//! What every subcommand works with: folders, settings, language.

use super::args::Globals;
use super::error::{CliError, open_message};
use super::output::complain;
use super::scan::Scan;
use crate::config::{self, Problem, Settings};
use crate::i18n::{Lang, Messages};
use crate::loader::OpenError;
use crate::paths::{Environment, Paths};
use std::fs;
use std::io;
use std::path::PathBuf;

/// What holds while the program runs.
pub(super) struct Setup {
    /// Where things are kept.
    pub paths: Paths,
    /// What the environment says.
    pub environment: Environment,
    /// The user's settings.
    pub settings: Settings,
    /// What is wrong in them.
    pub problems: Vec<Problem>,
    /// The messages of the language that was chosen.
    pub messages: Messages,
}

impl Setup {
    /// Reads the environment and the settings.
    pub(super) fn new(globals: &Globals) -> anyhow::Result<Setup> {
        let environment = Environment::read();
        let paths = Paths::find(globals.config.as_deref(), globals.data_dir.as_deref())?;
        let (settings, problems) = settings(&paths, globals, &environment)?;
        let lang = globals.lang.or(settings.lang).unwrap_or_else(|| of_locale(&environment));
        let messages = Messages::new(lang);
        Ok(Setup { paths, environment, settings, problems, messages })
    }

    /// Gives the folders of the library: `~/` is the home folder, and what is no full path is
    /// beside the configuration file.
    pub(super) fn folders(&self) -> Vec<PathBuf> {
        let folders = self.settings.library.folders.iter();
        let beside = self.paths.config_file.parent();
        folders
            .map(|folder| match folder.strip_prefix("~") {
                Ok(rest) => match &self.environment.home {
                    Some(home) => home.join(rest),
                    None => folder.clone(),
                },
                Err(_) => beside.map_or_else(|| folder.clone(), |beside| beside.join(folder)),
            })
            .collect()
    }

    /// Says in one line that the settings have problems, if they have.
    pub(super) fn tell_problems(&self) {
        if !self.problems.is_empty() {
            let file = self.paths.config_file.to_string_lossy();
            let file = crate::text::printable(&file).into_owned();
            let count = self.problems.len().into();
            complain(
                &self.messages.with("config-problems", &[("file", file.into()), ("count", count)]),
            );
        }
    }
}

fn settings(
    paths: &Paths,
    globals: &Globals,
    environment: &Environment,
) -> Result<(Settings, Vec<Problem>), CliError> {
    let file = &paths.config_file;
    match fs::read(file) {
        Ok(bytes) => Ok(config::read(&String::from_utf8_lossy(&bytes), file)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => match globals.config {
            Some(_) => Err(CliError::NoConfig(file.clone())),
            None => Ok((Settings::default(), Vec::new())),
        },
        Err(source) => {
            let error = OpenError::Io { path: file.clone(), source };
            match globals.config {
                Some(_) => Err(error.into()),
                // Reading goes on with the defaults.
                None => {
                    let lang = globals.lang.unwrap_or_else(|| of_locale(environment));
                    complain(&open_message(&error, &Messages::new(lang)));
                    Ok((Settings::default(), Vec::new()))
                }
            }
        }
    }
}

fn of_locale(environment: &Environment) -> Lang {
    environment.locale.as_deref().map(Lang::from_locale).unwrap_or_default()
}

/// Gives the language to speak where the command line could not be read, or did not get to be.
pub(super) fn language(scan: &Scan) -> Lang {
    let named = scan.lang.as_deref().and_then(Lang::from_code);
    let configured = || {
        let paths = Paths::find(scan.config.as_deref(), scan.data_dir.as_deref()).ok()?;
        let text = fs::read_to_string(&paths.config_file).ok()?;
        config::read(&text, &paths.config_file).0.lang
    };
    named.or_else(configured).unwrap_or_else(|| of_locale(&Environment::read()))
}

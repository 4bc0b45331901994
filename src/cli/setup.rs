//! What every subcommand works with: folders, settings, language.

use super::error::CliError;
use super::globals::GlobalArgs;
use super::output::complain;
use super::rules::Rules;
use super::scan::Scan;
use crate::i18n::{Lang, Message, Messages};
use crate::library::files::{Isolation, OpenError, Reading};
use crate::library::imports::Collection;
use crate::library::index::{Means, SMALL};
use crate::library::kept::FileNotice;
use crate::paths::{Environment, Paths};
use crate::settings::{self, Settings, SettingsProblem};
use crate::text::Encoding;
use std::cell::Cell;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Whether the user's own files, bookmarks and corrections, could be understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kept {
    /// As far as they were read.
    Sound,
    /// One could not be; it was told, and the program does not end well.
    Broken,
}

/// What holds while the program runs.
pub(super) struct Setup {
    /// Where things are kept.
    pub paths: Paths,
    /// What the environment says.
    pub environment: Environment,
    /// The user's settings.
    pub settings: Settings,
    /// What is wrong in them.
    pub problems: Vec<SettingsProblem>,
    /// The words that texts are parsed with.
    pub rules: Rules,
    /// The messages of the language that was chosen.
    pub messages: Messages,
    /// Whether the user's own files could be understood.
    pub kept: Cell<Kept>,
    /// How texts are encoded, where the user said so.
    pub encoding: Option<Encoding>,
    /// Where a file is read whose format may end the process that reads it.
    pub isolation: Isolation,
}

impl Setup {
    /// Reads the environment and the settings.
    pub(super) fn new(globals: &GlobalArgs, isolation: Isolation) -> anyhow::Result<Setup> {
        let environment = Environment::read();
        let paths = Paths::find(globals.config.as_deref(), globals.data_dir.as_deref())?;
        let (settings, problems) = settings(&paths, globals, &environment)?;
        let lang = globals.lang.or(settings.lang).unwrap_or_else(|| of_locale(&environment));
        let messages = Messages::new(lang);
        let rules = Rules::read(&paths.rules_dir());
        let encoding = match &globals.encoding {
            Some(name) => match Encoding::from_name(name) {
                Some(encoding) => Some(encoding),
                None => return Err(CliError::UnknownEncoding(name.clone()).into()),
            },
            None => None,
        };
        let kept = Cell::new(Kept::Sound);
        Ok(Setup {
            paths,
            environment,
            settings,
            problems,
            rules,
            messages,
            kept,
            encoding,
            isolation,
        })
    }

    /// Gives what files are opened with.
    pub(super) fn reading(&self) -> Reading<'_> {
        Reading { lexicon: &self.rules.lexicon, encoding: self.encoding, isolation: self.isolation }
    }

    /// Gives the imported speeches.
    pub(super) fn collection(&self) -> Collection {
        Collection::new(&self.paths.data_dir)
    }

    /// Gives the folders of the library, that of the imported speeches last if there is one: `~/`
    /// is the home folder, and what is no full path is beside the configuration file.
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
            .chain(self.collection().existing().map(Path::to_owned))
            .collect()
    }

    /// Gives the library, and how it is read and searched.
    pub(super) fn means(&self) -> Means {
        Means {
            shipped: self.settings.library.shipped,
            folders: self.folders(),
            cache_dir: self.paths.cache_dir.clone(),
            lexicon: std::sync::Arc::clone(&self.rules.lexicon),
            isolation: self.isolation,
            rules: self.rules.sum(),
            small: self.environment.test_small.unwrap_or(SMALL),
        }
    }

    /// Says something on standard error.
    pub(super) fn say(&self, message: impl Into<Message>) {
        complain(&self.messages.say(&message.into()));
    }

    /// Says what is to be told of files that were read or written.
    pub(super) fn mention(&self, notices: &[FileNotice]) {
        notices.iter().for_each(|notice| self.say(notice.message()));
    }

    /// Says the same of the user's own files. One that could not be understood makes the program
    /// end as after an error.
    pub(super) fn tell(&self, notices: &[FileNotice]) {
        self.mention(notices);
        if notices
            .iter()
            .any(|it| matches!(it, FileNotice::Broken { .. } | FileNotice::SetAside { .. }))
        {
            self.kept.set(Kept::Broken);
        }
    }

    /// Says in one line a file that the settings and the rules have problems, if they have.
    pub(super) fn tell_problems(&self) {
        let settings = (self.paths.config_file.as_path(), self.problems.len());
        let rules = self.rules.files.iter().map(|own| (own.path.as_path(), own.problems.len()));
        for (file, count) in std::iter::once(settings).chain(rules) {
            if count > 0 {
                let file = crate::text::printable(&file.to_string_lossy()).into_owned();
                let args = [("file", file.into()), ("count", count.into())];
                complain(&self.messages.with("config-problems", &args));
            }
        }
    }
}

fn settings(
    paths: &Paths,
    globals: &GlobalArgs,
    environment: &Environment,
) -> Result<(Settings, Vec<SettingsProblem>), CliError> {
    let file = &paths.config_file;
    match fs::read(file) {
        Ok(bytes) => Ok(settings::read(&String::from_utf8_lossy(&bytes), file)),
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
                    complain(&Messages::new(lang).say(&error.message().into()));
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
        settings::read(&text, &paths.config_file).0.lang
    };
    named.or_else(configured).unwrap_or_else(|| of_locale(&Environment::read()))
}

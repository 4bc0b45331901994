//! What every subcommand works with: folders, settings, language.

use super::error::CliError;
use super::globals::GlobalArgs;
use super::output::complain;
use super::rules::Rules;
use super::scan::Scan;
use super::update_bar::UpdateBar;
use crate::i18n::{Lang, Message, Messages};
use crate::library::files::{Isolation, OpenError, Reading};
use crate::library::imports::Collection;
use crate::library::index::{Means, SMALL};
use crate::library::kept::{Choice, Choices, FileNotice};
use crate::library::{Holdings, Library, LibraryNews};
use crate::paths::{Environment, Paths};
use crate::settings::{self, Chosen, Settings, SettingsProblem};
use crate::text::Encoding;
use std::cell::Cell;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

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
    /// The user's settings: what the configuration says, and over it what was chosen in the reader.
    pub settings: Settings,
    /// What the configuration alone says.
    pub configured: Settings,
    /// What was chosen in the reader, whether it holds or not.
    pub choices: Vec<Choice>,
    /// What is to be told of the file of choices.
    pub choices_told: Vec<FileNotice>,
    /// The language that the command line asks for.
    pub asked_lang: Option<Lang>,
    /// What is wrong in them.
    pub problems: Vec<SettingsProblem>,
    /// The words that texts are parsed with.
    pub rules: Rules,
    /// The messages of the language that was chosen.
    pub messages: Messages,
    /// Whether the user's own files could be understood.
    pub kept: Cell<Kept>,
    /// The library.
    pub library: Library,
}

impl Setup {
    /// Reads the environment and the settings.
    pub(super) fn new(globals: &GlobalArgs, isolation: Isolation) -> anyhow::Result<Setup> {
        let environment = Environment::read();
        let paths = Paths::find(globals.config.as_deref(), globals.data_dir.as_deref())?;
        let (configured, problems) = settings(&paths, globals, &environment)?;
        let (choices, choices_told) = Choices::new(&paths.state_dir).load();
        let settings = settings::with_chosen(&configured, choices.iter().map(chosen));
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
        let means = Means {
            shipped: settings.library.shipped,
            folders: folders(&settings, &paths, &environment),
            cache_dir: paths.cache_dir.clone(),
            lexicon: Arc::clone(&rules.lexicon),
            isolation,
            rules: rules.sum(),
            small: environment.test_small.unwrap_or(SMALL),
        };
        let (data_dir, state_dir) = (paths.data_dir.clone(), paths.state_dir.clone());
        let library = Library { means, encoding, data_dir, state_dir };
        Ok(Setup {
            paths,
            environment,
            settings,
            configured,
            choices,
            choices_told,
            asked_lang: globals.lang,
            problems,
            rules,
            messages,
            kept,
            library,
        })
    }

    /// Returns the choices that hold.
    pub(super) fn chosen(&self) -> impl Iterator<Item = Chosen<'_>> {
        self.choices.iter().map(chosen).filter(|choice| choice.holds(&self.configured))
    }

    /// Returns what files are opened with.
    pub(super) fn reading(&self) -> Reading<'_> {
        self.library.reading()
    }

    /// Returns the library to be read; what is wrong with it is said on standard error.
    pub(super) fn holdings(&self) -> Holdings<'_> {
        let bar = UpdateBar::default();
        Holdings::new(&self.library, move |news| self.hear(&news, &bar))
    }

    /// Returns the same for the reader, which tells itself what is wrong with the corrections.
    pub(super) fn holdings_for_reader(&self) -> Holdings<'_> {
        let bar = UpdateBar::default();
        Holdings::new(&self.library, move |news| match news {
            LibraryNews::Corrections(_) | LibraryNews::NoCorrections(_) => {}
            news => self.hear(&news, &bar),
        })
    }

    fn hear(&self, news: &LibraryNews<'_>, bar: &UpdateBar) {
        match news {
            LibraryNews::Unread(error) => self.say(error.message()),
            LibraryNews::Corrections(notices) => self.tell(notices),
            LibraryNews::NoCorrections(error) => self.say(error.message()),
            LibraryNews::Updating(progress) => bar.show(*progress, &self.messages),
            LibraryNews::Updated => bar.finish(),
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

/// Returns the folders of the library, that of the imported speeches last if there is one: `~/` is
/// the home folder, and what is no full path is beside the configuration file.
fn folders(settings: &Settings, paths: &Paths, environment: &Environment) -> Vec<PathBuf> {
    let beside = paths.config_file.parent();
    let resolved = |folder: &PathBuf| match (folder.strip_prefix("~"), &environment.home) {
        (Ok(rest), Some(home)) => home.join(rest),
        (Ok(_), None) => folder.clone(),
        (Err(_), _) => beside.map_or_else(|| folder.clone(), |beside| beside.join(folder)),
    };
    let imports = Collection::new(&paths.data_dir);
    let folders = settings.library.folders.iter().map(resolved);
    folders.chain(imports.existing().map(Path::to_owned)).collect()
}

fn chosen(choice: &Choice) -> Chosen<'_> {
    Chosen { option: &choice.option, value: &choice.value, over: &choice.over }
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

/// Returns the language to speak where the command line could not be read, or did not get to be.
pub(super) fn language(scan: &Scan) -> Lang {
    let named = scan.lang.as_deref().and_then(Lang::from_code);
    let configured = || {
        let paths = Paths::find(scan.config.as_deref(), scan.data_dir.as_deref()).ok()?;
        let text = fs::read_to_string(&paths.config_file).unwrap_or_default();
        let configured = settings::read(&text, &paths.config_file).0;
        let choices = Choices::new(&paths.state_dir).load().0;
        settings::with_chosen(&configured, choices.iter().map(chosen)).lang
    };
    named.or_else(configured).unwrap_or_else(|| of_locale(&Environment::read()))
}

//! Where the user's files are, and what the environment says: the only reader of both.
//!
//! Everything else gets its folders and settings handed in, so tests need neither a home folder
//! nor environment variables.

use directories::ProjectDirs;
use std::io;
use std::path::{Path, PathBuf};

/// The name of the program and of its folders.
pub const NAME: &str = "dienvan";
/// The name of the configuration file.
const CONFIG_FILE: &str = "config.toml";

/// The files and folders of one user. None of them need exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// The configuration file.
    pub config_file: PathBuf,
    /// The folder of the user's themes; the configuration file is in it unless named otherwise.
    pub config_dir: PathBuf,
    /// The folder of the user's own work: bookmarks, notes, corrections.
    pub data_dir: PathBuf,
    /// The folder of positions and history.
    pub state_dir: PathBuf,
    /// The folder of what can be made again.
    pub cache_dir: PathBuf,
}

/// Returns the file of the program that runs, whatever its name.
///
/// # Errors
///
/// If the system does not tell it.
pub fn program() -> io::Result<PathBuf> {
    // On Linux this is the very program that runs, also where its file was replaced or deleted
    // since it started; the path that it had may lead to another version by now.
    let this = PathBuf::from("/proc/self/exe");
    if cfg!(target_os = "linux") && this.exists() { Ok(this) } else { std::env::current_exe() }
}

/// The system knows no home folder for this user, and no folder was named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no home folder is known; set HOME, or name a folder with --data-dir")]
pub struct NoHome;

impl NoHome {
    /// Returns the message to show: its id in the locale, and its arguments.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        ("store-no-home", Vec::new())
    }
}

impl Paths {
    /// Returns the folder of the user's own rules.
    pub fn rules_dir(&self) -> PathBuf {
        self.config_dir.join("lexicon")
    }

    /// Finds the user's files. `data_dir` puts all folders under one, `config` names another
    /// configuration file.
    ///
    /// # Errors
    ///
    /// When there is no home folder; never when `data_dir` is given.
    pub fn find(config: Option<&Path>, data_dir: Option<&Path>) -> Result<Paths, NoHome> {
        let mut paths = match data_dir {
            Some(folder) => Paths::under(folder),
            None => Paths::of_system(&ProjectDirs::from("", "", NAME).ok_or(NoHome)?),
        };
        if let Some(config) = config {
            paths.config_file = config.to_path_buf();
        }
        Ok(paths)
    }

    fn under(folder: &Path) -> Paths {
        let config_dir = folder.join("config");
        Paths {
            config_file: config_dir.join(CONFIG_FILE),
            config_dir,
            data_dir: folder.join("data"),
            state_dir: folder.join("state"),
            cache_dir: folder.join("cache"),
        }
    }

    fn of_system(dirs: &ProjectDirs) -> Paths {
        // Only Linux has a folder for state.
        let state_dir =
            dirs.state_dir().map_or_else(|| dirs.data_local_dir().join("state"), Path::to_path_buf);
        Paths {
            config_file: dirs.config_dir().join(CONFIG_FILE),
            config_dir: dirs.config_dir().to_path_buf(),
            data_dir: dirs.data_dir().to_path_buf(),
            state_dir,
            cache_dir: dirs.cache_dir().to_path_buf(),
        }
    }
}

/// What the environment variables say, as far as the program listens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Environment {
    /// The locale of messages, such as `vi_VN.UTF-8`.
    pub locale: Option<String>,
    /// Whether `NO_COLOR` is set to anything.
    pub no_color: bool,
    /// The kind of terminal.
    pub term: Option<String>,
    /// The terminal's colours as some terminals tell them, such as `15;0`.
    pub colorfgbg: Option<String>,
    /// How many colours the terminal says it has, such as `truecolor`.
    pub colorterm: Option<String>,
    /// The home folder, for paths that begin with `~`.
    pub home: Option<PathBuf>,
    /// The command of the editor that the user likes.
    pub editor: Option<String>,
    /// Whether the terminal is one of tmux.
    pub tmux: bool,
    /// For tests: the name of the action that is to fail, and how.
    pub test_panic: Option<String>,
    /// For tests: up to how many bytes a library is small.
    pub test_small: Option<u64>,
}

impl Environment {
    /// Reads the environment of the process.
    pub fn read() -> Environment {
        let mut environment = Environment::of(|name| {
            std::env::var_os(name).map(|value| value.to_string_lossy().into_owned())
        });
        if environment.locale.is_none() {
            environment.locale = sys_locale::get_locale();
        }
        environment.home = directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_path_buf());
        environment
    }

    /// Reads variables through `variable`. An empty one counts as not set.
    fn of(variable: impl Fn(&str) -> Option<String>) -> Environment {
        let variable = |name: &str| variable(name).filter(|value| !value.is_empty());
        // Only a program that is built for tests listens to these.
        let hook = |name: &str| variable(name).filter(|_| cfg!(feature = "checks"));
        Environment {
            // The order of POSIX.
            locale: ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable),
            no_color: variable("NO_COLOR").is_some(),
            term: variable("TERM"),
            colorfgbg: variable("COLORFGBG"),
            colorterm: variable("COLORTERM"),
            home: None,
            editor: ["VISUAL", "EDITOR"].into_iter().find_map(variable),
            tmux: variable("TMUX").is_some(),
            test_panic: hook("DIENVAN_TEST_PANIC"),
            test_small: hook("DIENVAN_TEST_SMALL").and_then(|bytes| bytes.parse().ok()),
        }
    }

    /// Tells whether the terminal can show a screen: a dumb one only prints, and of one that says
    /// that it is unknown nobody knows.
    pub fn has_screen(&self) -> bool {
        let term = self.term.as_deref().unwrap_or_default();
        !matches!(term, "dumb" | "unknown" | "network" | "emacs") && !term.starts_with("dumb-")
    }

    /// Tells whether the terminal may have colours: DEC's of before 1990 have none, nor has what
    /// says so in its name (terminfo's `-m` and `-mono`).
    pub fn has_colors(&self) -> bool {
        let term = self.term.as_deref().unwrap_or_default();
        let model = term.strip_prefix("vt").unwrap_or_default();
        let is_dec = model.starts_with(|c: char| c.is_ascii_digit()) && !model.starts_with("525");
        let is_plain = is_dec && !term.contains("color");
        self.has_screen() && !is_plain && !term.ends_with("-m") && !term.ends_with("-mono")
    }
}

#[cfg(test)]
mod tests;

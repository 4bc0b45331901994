//! A user's folder, and how the program is run in it.

use super::support::Terminal;
use portable_pty::CommandBuilder;
use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

/// A folder with all that a user's runs of the program keep, and texts to read.
pub struct Home {
    folder: TempDir,
}

impl Home {
    pub fn new() -> Self {
        let home = Home { folder: TempDir::new().expect("a temporary folder") };
        // The line of the first run would take the place of the hints.
        home.write("kept/config/config.toml", "[reader]\nwelcome = false\n");
        home
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file; its folders are made.
    pub fn write(&self, name: &str, contents: impl AsRef<[u8]>) -> &Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, contents).expect("a file");
        self
    }

    /// Reads a file that the program keeps; one that is not there is empty.
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_default()
    }

    pub fn bookmarks(&self) -> String {
        self.read("kept/data/bookmarks.toml")
    }

    pub fn positions(&self) -> String {
        self.read("kept/state/positions.toml")
    }

    /// Starts the program with arguments that hold no blanks.
    pub fn start(&self, args: &str) -> Terminal {
        Run::new(self).args(args).start()
    }
}

/// How the program is to be run.
pub struct Run {
    folder: PathBuf,
    words: Vec<String>,
    env: Vec<(&'static str, &'static str)>,
    size: (u16, u16),
    answer: Vec<&'static [u8]>,
    shell: Option<String>,
}

impl Run {
    pub fn new(home: &Home) -> Self {
        Run {
            folder: home.folder.path().to_owned(),
            words: Vec::new(),
            env: vec![("TERM", "xterm-256color"), ("LANG", "vi_VN.UTF-8")],
            size: (100, 30),
            answer: Vec::new(),
            shell: None,
        }
    }

    pub fn args(mut self, args: &str) -> Self {
        self.words.extend(args.split_whitespace().map(str::to_owned));
        self
    }

    pub fn env(mut self, name: &'static str, value: &'static str) -> Self {
        self.env.push((name, value));
        self
    }

    pub fn size(mut self, columns: u16, rows: u16) -> Self {
        self.size = (columns, rows);
        self
    }

    /// Answers the question for the background, in so many writes.
    pub fn answer(mut self, parts: &[&'static [u8]]) -> Self {
        self.answer = parts.to_vec();
        self
    }

    /// Runs a line of shell, in which `dienvan` is the program with its folder.
    pub fn shell(mut self, line: &str) -> Self {
        self.shell = Some(line.to_owned());
        self
    }

    pub fn start(self) -> Terminal {
        let program = env!("CARGO_BIN_EXE_dienvan");
        let kept = self.folder.join("kept");
        let mut command = match &self.shell {
            None => {
                let mut command = CommandBuilder::new(program);
                command.args([OsStr::new("--data-dir"), kept.as_os_str()]);
                command
            }
            Some(line) => {
                let mut command = CommandBuilder::new("/bin/sh");
                let named = "dienvan() { \"$0\" --data-dir \"$KEPT\" \"$@\"; }";
                command.args(["-c", &format!("{named}\n{line}"), program]);
                command
            }
        };
        command.args(&self.words);
        command.env_clear();
        command.env("PATH", "/usr/bin:/bin");
        command.env("KEPT", &kept);
        for (name, value) in &self.env {
            command.env(name, value);
        }
        command.cwd(&self.folder);
        Terminal::open(command, self.size, self.answer)
    }
}

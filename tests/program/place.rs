//! A place to run the program in: a folder of its own for all that it keeps, and an environment without
//! a locale.

use assert_cmd::Command;
use assert_cmd::cargo::cargo_bin;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A place to run in.
pub struct Place {
    pub folder: TempDir,
}

/// What a run gave.
pub struct Run {
    /// The exit status.
    pub status: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Place {
    pub fn new() -> Self {
        Place { folder: TempDir::new().expect("a temporary folder") }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, contents: impl AsRef<[u8]>) -> &Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, contents).expect("a file");
        self
    }

    pub fn run(&self, args: &[&str]) -> Run {
        self.run_with(args, "", &[])
    }

    pub fn run_with(&self, args: &[&str], input: &str, env: &[(&str, &str)]) -> Run {
        self.run_in(&self.path("kept"), args, input, env)
    }

    /// Runs with what is kept in another folder.
    pub fn run_in(&self, kept: &Path, args: &[&str], input: &str, env: &[(&str, &str)]) -> Run {
        let output = Command::new(cargo_bin!("dienvan"))
            .current_dir(self.folder.path())
            .env_clear()
            .envs(env.iter().copied())
            .arg("--data-dir")
            .arg(kept)
            .args(args)
            .write_stdin(input)
            .output()
            .expect("the program runs");
        Run {
            status: output.status.code().expect("no signal"),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }

    /// Runs, and checks the status and parts of what is said. A part that starts with `!` must be
    /// missing.
    #[track_caller]
    pub fn check(&self, args: &[&str], status: i32, out: &[&str], err: &[&str]) -> Run {
        let run = self.run(args);
        assert_eq!(run.status, status, "{args:?}: {}{}", run.out, run.err);
        for (text, parts) in [(&run.out, out), (&run.err, err)] {
            for part in parts {
                match part.strip_prefix('!') {
                    Some(part) => assert!(!text.contains(part), "{args:?} has {part:?}: {text}"),
                    None => assert!(text.contains(part), "{args:?} lacks {part:?}: {text}"),
                }
            }
        }
        assert_eq!(run.err.is_empty(), err.is_empty(), "{args:?}: {}", run.err);
        run
    }

    #[track_caller]
    pub fn json(&self, args: &[&str]) -> Value {
        let run = self.run(args);
        serde_json::from_str(&run.out).unwrap_or_else(|error| {
            panic!("{args:?}: {error}: {}{}", run.out, run.err);
        })
    }
}

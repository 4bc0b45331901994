//! A first look at the command line, before it is parsed: in which language to speak about it, and
//! whether it names a subcommand.
//!
//! Parsing needs to know both. This look never fails: what it does not understand it passes over,
//! and the parser tells.

use super::args::COMMANDS;
use std::ffi::OsString;
use std::path::PathBuf;

/// What a first look tells.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Scan {
    /// The value of `--config`.
    pub config: Option<PathBuf>,
    /// The value of `--data-dir`.
    pub data_dir: Option<PathBuf>,
    /// The value of `--lang`, valid or not.
    pub lang: Option<String>,
    /// The value of `--color`, valid or not.
    pub color: Option<String>,
    /// The subcommand, if the first word is one.
    pub command: Option<&'static str>,
}

impl Scan {
    /// Looks at arguments, those behind the program's name.
    pub(super) fn of(args: &[OsString]) -> Scan {
        let mut scan = Scan::default();
        let mut words = 0;
        let mut rest = args.iter();
        while let Some(arg) = rest.next() {
            let text = arg.to_string_lossy();
            if text == "--" {
                break;
            }
            if !text.starts_with("--") {
                let is_word = text == "-" || !text.starts_with('-');
                if is_word && words == 0 {
                    scan.command = COMMANDS.into_iter().find(|name| *name == text);
                }
                words += usize::from(is_word);
                continue;
            }
            let (name, glued) = match text.split_once('=') {
                Some((name, value)) => (name.to_owned(), Some(OsString::from(value))),
                None => (text.into_owned(), None),
            };
            if !matches!(
                name.as_str(),
                "--config" | "--data-dir" | "--lang" | "--color" | "--encoding"
            ) {
                continue;
            }
            let Some(value) = glued.or_else(|| rest.next().cloned()) else { break };
            match name.as_str() {
                "--config" => scan.config = Some(value.into()),
                "--data-dir" => scan.data_dir = Some(value.into()),
                "--lang" => scan.lang = Some(value.to_string_lossy().into_owned()),
                "--encoding" => {}
                _ => scan.color = Some(value.to_string_lossy().into_owned()),
            }
        }
        scan
    }
}

//! A first look at the command line, before it is parsed: in which language to speak about it, and
//! what its first word is, which may be a subcommand.
//!
//! Parsing needs to know both. This look never fails: what it does not understand it passes over,
//! and the parser tells.

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
    /// The first word that is neither an option nor the value of one.
    pub first_word: Option<String>,
}

impl Scan {
    /// Looks at arguments, those behind the program's name.
    pub(super) fn of(args: &[OsString]) -> Scan {
        let mut scan = Scan::default();
        let mut rest = args.iter();
        while let Some(arg) = rest.next() {
            let text = arg.to_string_lossy();
            if text == "--" {
                break;
            }
            if !text.starts_with("--") {
                if text == "-" || !text.starts_with('-') {
                    scan.first_word.get_or_insert_with(|| text.into_owned());
                }
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

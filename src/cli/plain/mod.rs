//! `dienvan --plain`: a speech paragraph by paragraph, for screen readers and pipes: lines in, lines out, no box and nothing
//! drawn anew.

mod command;
mod reader;
#[cfg(test)]
mod tests;

use super::error::CliError;
use super::output::Output;
use super::request;
use super::setup::Setup;
use reader::PlainReader;
use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};

/// Reads the first text that is meant; without words the library is listed.
pub(super) fn run(setup: &Setup, words: &[OsString], out: &mut Output) -> anyhow::Result<()> {
    if words.is_empty() {
        return super::list::ListArgs::default().run(setup, out);
    }
    let library = setup.holdings();
    let choice = request::choose(words, &library)?.into_iter().next();
    let target = choice.ok_or(CliError::EmptyLibrary)?.open(&library)?;
    let mut reader = PlainReader::new(setup, target);
    reader.begin(out)?;
    // A text that came from standard input leaves no commands to be read from it.
    if words.iter().any(|word| word == "-") {
        reader.read_all(out)?;
        return Ok(());
    }
    let asks = io::stdin().is_terminal();
    let mut lines = io::stdin().lines();
    loop {
        if asks {
            write!(out, "{} ", setup.messages.get("plain-prompt"))?;
        }
        out.flush()?;
        let Some(line) = lines.next() else { break };
        if !reader.take(&line?, out)? {
            break;
        }
    }
    Ok(())
}

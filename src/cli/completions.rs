//! `dienvan completions`: a script that completes the command line.

use super::command::{Scope, command};
use super::output::Output;
use crate::i18n::Messages;
use clap_complete::Shell;
use std::io::Write;

/// Prints the script for a shell; descriptions are in the reader's language.
pub(super) fn run(messages: &Messages, shell: Shell, out: &mut Output) -> anyhow::Result<()> {
    let mut script = Vec::new();
    // The name is the program's, not an argument's.
    let mut command = command(Scope::All, Some(messages)).no_binary_name(false);
    clap_complete::generate(shell, &mut command, "dienvan", &mut script);
    out.write_all(&script)?;
    Ok(())
}

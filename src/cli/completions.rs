//! `dienvan completions`: a script that completes the command line.

use super::output::Output;
use clap::{Args, Command};
use clap_complete::Shell;
use std::io::Write;

/// Which script is wanted.
#[derive(Clone, Debug, Args)]
pub(super) struct CompletionsArgs {
    /// The shell.
    shell: Shell,
}

impl CompletionsArgs {
    /// Prints the script for a command line; descriptions are in the language of its texts.
    pub(super) fn run(&self, command: Command, out: &mut Output) -> anyhow::Result<()> {
        let mut script = Vec::new();
        // The name is the program's, not an argument's.
        let mut command = command.no_binary_name(false);
        clap_complete::generate(self.shell, &mut command, "dienvan", &mut script);
        out.write_all(&script)?;
        Ok(())
    }
}

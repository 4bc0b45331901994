//! The `dienvan` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    dienvan::cli::main()
}

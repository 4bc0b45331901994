//! PDF and DOC read apart from the program: in another process of it, with limits of its own.
//!
//! The library that reads PDF recurses as deep as a file nests, and unpacks what it is told to: a
//! few kilobytes that mean harm can overflow the stack, or take all memory, and neither can be
//! caught in a program. Old Word documents say of themselves how much of what they have. So the program
//! starts itself once more for each. That process gets the
//! bytes, and gives back the text or dies; a file that kills it is damaged, and the others go on.

mod limits;
mod told;

use super::Isolation;
use crate::formats::read::{self, Draft, ImportError, Limit, Options, Sniffed};
use crate::paths;
use crate::speech::Format;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Command, ExitCode, ExitStatus, Stdio};
use told::Told;

/// The word that tells the program to read one file apart. It is no part of the command line.
pub const WORD: &str = "--read-one-apart";

/// Makes a draft of a file, as [`read::import`] does; of one whose format is risky apart, if that is
/// wanted.
pub(super) fn import(
    bytes: Vec<u8>,
    options: &Options,
    isolation: Isolation,
) -> Result<Draft, ImportError> {
    let format = match isolation {
        Isolation::Apart => risky(&bytes, options),
        Isolation::Here => None,
    };
    let Some(format) = format else { return read::import(bytes, options) };
    // Where the other process cannot be started, the file is not read: it may do harm here.
    let found = paths::program().and_then(|program| ask(&program, &bytes, format));
    found.unwrap_or_else(|error| Err(ImportError::Apart(error.to_string())))
}

/// Returns the format of a file if reading it may end the process that does it.
fn risky(bytes: &[u8], options: &Options) -> Option<Format> {
    let sniffed = read::sniff(bytes, options.name).ok()?;
    let format = match sniffed {
        Sniffed::Format(Format::Pdf) if cfg!(feature = "pdf") => Format::Pdf,
        Sniffed::Format(Format::Doc) if cfg!(feature = "doc") => Format::Doc,
        Sniffed::Format(_) | Sniffed::Zip => return None,
    };
    (bytes.len() as u64 <= options.limits.largest(sniffed)).then_some(format)
}

/// Has another process read a file.
fn ask(program: &Path, bytes: &[u8], format: Format) -> io::Result<Result<Draft, ImportError>> {
    let mut command = Command::new(program);
    command.arg(WORD).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::arg0(&mut command, paths::NAME);
    let mut child = command.spawn()?;
    if let Some(mut to) = child.stdin.take() {
        // One that is gone already has its reasons told below.
        let _ = to.write_all(bytes);
    }
    // All is read before anything is written back, so neither waits for the other.
    let mut told = Vec::new();
    let read = child.stdout.take().map_or(Ok(0), |mut from| from.read_to_end(&mut told));
    let status = child.wait()?;
    read?;
    let found = status.success().then(|| serde_json::from_slice::<Told>(&told).ok()).flatten();
    let draft = found.and_then(|told| told.into_draft(format));
    Ok(draft.unwrap_or_else(|| Err(death(status, format))))
}

/// Tells why a process that read a file died.
fn death(status: ExitStatus, format: Format) -> ImportError {
    if limits::is_out_of_time(status) {
        return ImportError::Limit(Limit::Steps);
    }
    let reason = format!("reading it failed: {status}");
    ImportError::Damaged { format, reason }
}

/// Is the other process: reads a file from standard input, and writes what it found.
pub fn serve() -> ExitCode {
    limits::set();
    let mut bytes = Vec::new();
    if io::stdin().lock().read_to_end(&mut bytes).is_err() {
        return ExitCode::FAILURE;
    }
    let told = Told::of(read::import(bytes, &Options::default()));
    let written = serde_json::to_writer(io::BufWriter::new(io::stdout().lock()), &told);
    if written.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

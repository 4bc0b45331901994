//! Standard output: one buffered writer, and what is known about who reads it.

use super::globals::When;
use crate::paths::Environment;
use crate::runtime;
use std::io::{self, BufWriter, IsTerminal, Stdout, Write};

/// How much is gathered before it is written, in bytes.
const BUFFER: usize = 32 * 1024;
/// The width of a terminal that does not say how wide it is.
const COLUMNS: usize = 80;

/// Standard output.
pub(super) struct Output {
    sink: BufWriter<Stdout>,
    audience: Audience,
    colored: bool,
}

/// Who reads the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Audience {
    /// A person at a terminal of so many columns.
    Terminal(usize),
    /// A file or another program.
    Pipe,
}

/// How a stretch of output stands out where there is colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Emphasis {
    /// The words that were searched for.
    Hit,
    /// The head of a table, a title.
    Strong,
    /// What one reads past.
    Dim,
}

impl Output {
    /// Looks at standard output, and at what the environment says of colours.
    pub(super) fn new(when: Option<When>, environment: &Environment) -> Output {
        let plain = environment.no_color || !environment.has_colors();
        let stdout = io::stdout();
        let audience = match stdout.is_terminal() {
            true => Audience::Terminal(runtime::columns().map_or(COLUMNS, usize::from)),
            false => Audience::Pipe,
        };
        let colored = match when {
            Some(When::Always) => true,
            Some(When::Never) => false,
            Some(When::Auto) | None => audience != Audience::Pipe && !plain,
        };
        Output { sink: BufWriter::with_capacity(BUFFER, stdout), audience, colored }
    }

    /// Tells who reads.
    pub(super) fn audience(&self) -> Audience {
        self.audience
    }

    /// Tells whether to colour.
    pub(super) fn is_colored(&self) -> bool {
        self.colored
    }

    /// Writes a text, set off from what is around it where there is colour.
    pub(super) fn emphasized(&mut self, emphasis: Emphasis, text: &str) -> io::Result<()> {
        if !self.colored || text.is_empty() {
            return self.write_all(text.as_bytes());
        }
        let code = match emphasis {
            Emphasis::Hit => "1;31",
            Emphasis::Strong => "1",
            Emphasis::Dim => "2",
        };
        write!(self, "\x1b[{code}m{text}\x1b[0m")
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.sink.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.sink.flush()
    }
}

/// Tells whether an error is that the reader of a pipe has gone, which is not one.
pub(super) fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let io = cause.downcast_ref::<io::Error>().map(io::Error::kind);
        let json = cause.downcast_ref::<serde_json::Error>().and_then(|json| json.io_error_kind());
        let csv = cause.downcast_ref::<csv::Error>().and_then(|error| match error.kind() {
            csv::ErrorKind::Io(error) => Some(error.kind()),
            _ => None,
        });
        io.or(json).or(csv) == Some(io::ErrorKind::BrokenPipe)
    })
}

/// Writes a line to standard error; there is nobody left to tell if that fails.
pub(super) fn complain(text: &str) {
    let _ = writeln!(io::stderr(), "dienvan: {text}");
}

//! How much one file may cost: bytes, memory, and time counted in steps.
//!
//! All limits of all importers are here. A file that goes over one is refused with what to do;
//! the others go on.

use super::error::ImportError;
pub use super::error::Limit;
use super::sniff::Sniffed;
use crate::speech::Format;
use std::cell::Cell;

/// The limits of one import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The largest file of a format without a limit of its own, in bytes.
    pub bytes: u64,
    /// The largest source of a web page, in bytes: it may be decoded to twice as much.
    pub page: u64,
    /// How many bytes all that is read of an archive may become.
    pub inflated: u64,
    /// How many bytes all texts in an archive may become that are speeches of their own, each read
    /// for itself.
    pub members: u64,
    /// How many times larger an entry of an archive may become, past the first MiB.
    pub ratio: u64,
    /// How many entries an archive may have.
    pub entries: usize,
    /// How deep elements, groups and lists may lie in one another.
    pub depth: usize,
    /// The largest plain text or Markdown in UTF-8, in bytes; in another encoding it is `bytes`.
    pub plain: u64,
    /// How many bytes of text may come out.
    pub text: usize,
    /// How many lines may come out.
    pub lines: usize,
    /// How many lines a plain text may have: each costs memory besides its bytes.
    pub plain_lines: usize,
    /// How many steps may be taken: tags, words of control, cells.
    pub steps: u64,
    /// How many pages of a PDF are read.
    pub pages: u32,
    /// The largest PDF, in bytes: its objects are held in memory several times over.
    pub pdf: u64,
    /// The largest Word document of before 2007, in bytes: its text is held in memory twice.
    pub doc: u64,
}

impl Default for Limits {
    fn default() -> Self {
        const MIB: u64 = 1024 * 1024;
        Limits {
            bytes: 256 * MIB,
            page: 128 * MIB,
            inflated: 128 * MIB,
            members: 1024 * MIB,
            ratio: 200,
            entries: 20_000,
            depth: 1_000,
            plain: 1024 * MIB,
            text: 64 * MIB as usize,
            lines: 1_000_000,
            plain_lines: 5_000_000,
            steps: 50_000_000,
            pages: 5_000,
            pdf: 64 * MIB,
            doc: 128 * MIB,
        }
    }
}

impl Limits {
    /// Returns the largest file of a format, in bytes.
    pub fn largest(&self, sniffed: Sniffed) -> u64 {
        match sniffed {
            Sniffed::Format(format) if format.is_text() => self.plain,
            Sniffed::Format(Format::Html) => self.page,
            Sniffed::Format(Format::Pdf) => self.pdf,
            Sniffed::Format(Format::Doc) => self.doc,
            Sniffed::Format(_) | Sniffed::Zip => self.bytes,
        }
    }

    /// Returns up to which length a file of any format is read, in bytes.
    pub fn least(&self) -> u64 {
        self.pdf.min(self.bytes)
    }
}

/// What is left of the limits while a file is read.
#[derive(Debug)]
pub(super) struct Budget {
    pub limits: Limits,
    steps: Cell<u64>,
    inflated: Cell<u64>,
}

impl Budget {
    pub fn new(limits: Limits) -> Self {
        Budget { limits, steps: Cell::new(limits.steps), inflated: Cell::new(limits.inflated) }
    }

    /// Takes a step.
    pub fn step(&self) -> Result<(), ImportError> {
        self.steps(1)
    }

    /// Takes so many steps.
    pub fn steps(&self, count: u64) -> Result<(), ImportError> {
        let left = self.steps.get().checked_sub(count).ok_or(ImportError::Limit(Limit::Steps))?;
        self.steps.set(left);
        Ok(())
    }

    /// Returns how many bytes an entry of `compressed` bytes may become.
    pub fn entry(&self, compressed: u64) -> u64 {
        const FREE: u64 = 1024 * 1024;
        self.inflated.get().min(FREE.max(compressed.saturating_mul(self.limits.ratio)))
    }

    /// Counts what an entry became.
    pub fn inflate(&self, bytes: u64) {
        self.inflated.set(self.inflated.get().saturating_sub(bytes));
    }
}

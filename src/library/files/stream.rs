//! A text that comes bit by bit: standard input, a pipe. What has come can be read before the rest.

use super::OpenError;
use super::head;
use super::open::{Opened, from_bytes_as, open_read};
use super::reading::Reading;
use super::source::STREAM;
use crate::formats::read::{self, Sniffed};
use crate::speech::{Extent, Origin};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::OFlags;
use rustix::io::Errno;
use std::fs::{File, OpenOptions};
use std::io::ErrorKind::{Interrupted, WouldBlock};
use std::io::Read;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::{Duration, Instant};

/// How much is read at once, in bytes.
const PIECE: usize = 64 * 1024;

/// A text that comes bit by bit.
#[derive(Debug)]
pub struct Stream {
    source: File,
    origin: Origin,
    bytes: Vec<u8>,
}

/// Whether more of a text may come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// More may come.
    Open,
    /// That was all.
    Ended,
}

impl Stream {
    /// Takes what the text comes from; reads nothing yet.
    pub fn new(source: File, origin: Origin) -> Stream {
        Stream { source, origin, bytes: Vec::new() }
    }

    /// Tells whether a path is that of something that can be read but once, and may come slowly: a
    /// pipe with a name, a device.
    pub fn is_for(path: &Path) -> bool {
        path.metadata().is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir())
    }

    /// Opens what is no file: a pipe with a name, a device.
    ///
    /// # Errors
    ///
    /// If the system refuses.
    pub fn open(path: &Path) -> Result<Stream, OpenError> {
        let mut options = OpenOptions::new();
        // Opening a pipe would wait until somebody writes to it.
        let flag = i32::try_from(OFlags::NONBLOCK.bits()).unwrap_or_default();
        let source = options.read(true).custom_flags(flag).open(path);
        let source = source.map_err(|error| OpenError::from_io(path, error))?;
        Ok(Stream::new(source, Origin::File(path.to_owned())))
    }

    /// Reads what comes within a time.
    ///
    /// # Errors
    ///
    /// If the system refuses, or there are more than 256 MiB.
    pub fn read_for(&mut self, time: Duration) -> Result<Flow, OpenError> {
        let end = Instant::now() + time;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            if !self.is_ready(Some(left))? {
                return Ok(Flow::Open);
            }
            if self.read_piece()? == Flow::Ended {
                return Ok(Flow::Ended);
            }
            if left.is_zero() {
                return Ok(Flow::Open);
            }
        }
    }

    /// Waits until something comes, however long that takes, and reads on for a time.
    ///
    /// # Errors
    ///
    /// As [`Stream::read_for`].
    pub fn wait_and_read_for(&mut self, time: Duration) -> Result<Flow, OpenError> {
        while !self.is_ready(None)? {}
        self.read_for(time)
    }

    /// Makes a speech of what has come so far: an [`Extent::Head`]. Of what can only be read as a
    /// whole it is an empty one.
    ///
    /// # Errors
    ///
    /// If what has come is nothing that can be read.
    pub fn head(&self, reading: Reading<'_>) -> Result<Opened, OpenError> {
        let is_text = match read::sniff(&self.bytes, None) {
            Ok(Sniffed::Format(format)) => format.is_text(),
            Ok(Sniffed::Zip) => false,
            Err(error) => {
                return Err(OpenError::Import { path: self.path().to_owned(), error });
            }
        };
        let end = if is_text { head::end(&self.bytes) } else { 0 };
        let bytes = self.bytes.get(..end).unwrap_or_default().to_vec();
        let mut opened = from_bytes_as(bytes, self.origin.clone(), None, reading)?;
        opened.speech.extent = Extent::Head;
        opened.speech.fingerprint.clear();
        opened.notices.clear();
        Ok(opened)
    }

    /// Makes the speech of all that has come.
    ///
    /// # Errors
    ///
    /// If it is nothing that can be read.
    pub fn whole(self, reading: Reading<'_>) -> Result<Opened, OpenError> {
        match &self.origin {
            Origin::File(path) => open_read(self.bytes, path, reading),
            Origin::Shipped(_) | Origin::StandardInput => {
                from_bytes_as(self.bytes, self.origin, None, reading)
            }
        }
    }

    fn path(&self) -> &Path {
        match &self.origin {
            Origin::File(path) => path,
            Origin::Shipped(_) | Origin::StandardInput => Path::new("-"),
        }
    }

    /// Tells whether something can be read, or the end, within a time.
    fn is_ready(&self, limit: Option<Duration>) -> Result<bool, OpenError> {
        let limit = limit.map(|limit| Timespec {
            tv_sec: limit.as_secs().try_into().unwrap_or(i64::MAX),
            tv_nsec: limit.subsec_nanos().into(),
        });
        let mut fds = [PollFd::new(&self.source, PollFlags::IN)];
        match poll(&mut fds, limit.as_ref()) {
            Ok(ready) => Ok(ready > 0),
            Err(Errno::INTR) => Ok(false),
            Err(error) => Err(OpenError::from_io(self.path(), error.into())),
        }
    }

    fn read_piece(&mut self) -> Result<Flow, OpenError> {
        let before = self.bytes.len();
        self.bytes.resize(before + PIECE, 0);
        let read = self.source.read(self.bytes.get_mut(before..).unwrap_or_default());
        self.bytes.truncate(before + read.as_ref().map_or(0, |read| *read));
        match read {
            Ok(0) => Ok(Flow::Ended),
            Ok(_) if self.bytes.len() as u64 > STREAM => {
                Err(OpenError::Endless(self.path().to_owned()))
            }
            Ok(_) => Ok(Flow::Open),
            Err(error) if matches!(error.kind(), Interrupted | WouldBlock) => Ok(Flow::Open),
            Err(error) => Err(OpenError::from_io(self.path(), error)),
        }
    }
}

//! A text that comes bit by bit: standard input, a pipe. What has come can be read before the rest.

use super::OpenError;
use super::head;
use super::open::{Opened, from_bytes_as, open_read};
use super::reading::Reading;
use super::source::STREAM;
use crate::formats::read::{self, Sniffed};
use crate::speech::{Extent, Origin};
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

/// How much is read at once, in bytes.
const PIECE: usize = 64 * 1024;
/// How many pieces are read before the first of them is taken.
const AHEAD: usize = 4;
/// How long to wait before a source is asked again that does not block.
const PAUSE: Duration = Duration::from_millis(20);

/// A text that comes bit by bit. A thread reads it, which blocks as long as nothing comes.
#[derive(Debug)]
pub struct Stream {
    pieces: Receiver<io::Result<Vec<u8>>>,
    origin: Origin,
    bytes: Vec<u8>,
}

/// Whether more of a text may come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StreamState {
    /// More may come.
    Open,
    /// That was all.
    Ended,
}

impl Stream {
    /// Begins to read standard input, which the program may then replace by the terminal.
    ///
    /// # Errors
    ///
    /// If the system refuses.
    pub fn of_standard_input() -> io::Result<Stream> {
        let source = standard_input()?;
        Stream::start(Origin::StandardInput, || Ok(source))
    }

    /// Tells whether a path is that of something that can be read but once, and may come slowly: a
    /// pipe with a name, a device.
    pub fn is_for(path: &Path) -> bool {
        path.metadata().is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir())
    }

    /// Begins to read what is no file: a pipe with a name, a device. Where it cannot be opened, the
    /// first read says so: opening a pipe waits until somebody writes to it.
    ///
    /// # Errors
    ///
    /// If the system refuses.
    pub fn open(path: &Path) -> Result<Stream, OpenError> {
        let at = path.to_owned();
        let stream = Stream::start(Origin::File(path.to_owned()), || File::open(at));
        stream.map_err(|error| OpenError::from_io(path, error))
    }

    fn start(
        origin: Origin,
        open: impl FnOnce() -> io::Result<File> + Send + 'static,
    ) -> io::Result<Stream> {
        let (sender, pieces) = sync_channel(AHEAD);
        let read = move || match open() {
            Ok(source) => send_pieces(source, &sender),
            // Without a receiver nobody is interested any more.
            Err(error) => drop(sender.send(Err(error))),
        };
        thread::Builder::new().name("source".to_owned()).spawn(read)?;
        Ok(Stream { pieces, origin, bytes: Vec::new() })
    }

    /// Reads what comes within a time.
    ///
    /// # Errors
    ///
    /// If the system refuses, or there are more than 256 MiB.
    pub fn read_for(&mut self, time: Duration) -> Result<StreamState, OpenError> {
        let end = Instant::now() + time;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            match self.pieces.recv_timeout(left) {
                Ok(piece) => self.take(piece)?,
                Err(RecvTimeoutError::Timeout) => return Ok(StreamState::Open),
                Err(RecvTimeoutError::Disconnected) => return Ok(StreamState::Ended),
            }
            if left.is_zero() {
                return Ok(StreamState::Open);
            }
        }
    }

    /// Waits until something comes, however long that takes, and reads on for a time.
    ///
    /// # Errors
    ///
    /// As [`Stream::read_for`].
    pub fn wait_and_read_for(&mut self, time: Duration) -> Result<StreamState, OpenError> {
        match self.pieces.recv() {
            Ok(piece) => self.take(piece)?,
            Err(_) => return Ok(StreamState::Ended),
        }
        self.read_for(time)
    }

    /// Tells whether nothing has come so far.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
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

    fn take(&mut self, piece: io::Result<Vec<u8>>) -> Result<(), OpenError> {
        let piece = piece.map_err(|error| OpenError::from_io(self.path(), error))?;
        self.bytes.extend_from_slice(&piece);
        if self.bytes.len() as u64 > STREAM {
            return Err(OpenError::Endless(self.path().to_owned()));
        }
        Ok(())
    }
}

/// Reads until the end, an error, or until nobody takes the pieces any more.
fn send_pieces(mut source: File, sender: &SyncSender<io::Result<Vec<u8>>>) {
    loop {
        let mut piece = vec![0; PIECE];
        let read = source.read(&mut piece);
        let piece = match read {
            Ok(0) => return,
            Ok(length) => {
                piece.truncate(length);
                Ok(piece)
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            // Whoever else has this source made it not block.
            Err(error) if error.kind() == ErrorKind::WouldBlock => {
                thread::sleep(PAUSE);
                continue;
            }
            Err(error) => Err(error),
        };
        let is_last = piece.is_err();
        if sender.send(piece).is_err() || is_last {
            return;
        }
    }
}

#[cfg(unix)]
fn standard_input() -> io::Result<File> {
    std::os::fd::AsFd::as_fd(&io::stdin()).try_clone_to_owned().map(File::from)
}

#[cfg(windows)]
fn standard_input() -> io::Result<File> {
    std::os::windows::io::AsHandle::as_handle(&io::stdin()).try_clone_to_owned().map(File::from)
}

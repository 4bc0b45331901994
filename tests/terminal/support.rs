//! A terminal with the program in it.

pub use super::home::{Home, Run};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::fs::{Mode, OFlags};
use rustix::process::{Pid, Signal};
use rustix::termios::{LocalModes, OutputModes, Termios};
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How long anything may take. A loaded machine is slow; a test that passes never waits.
const DEADLINE: Duration = Duration::from_secs(30);
/// What the program asks the terminal for its background with.
pub const QUESTION: &[u8] = b"\x1b]11;?\x1b\\";
/// The shipped speech.
pub const SPEECH: &str = include_str!("../../data/speeches/2023-12-20-ket-luan-noi-chinh.txt");
/// Its id.
pub const ID: &str = "2023-12-20-ket-luan-noi-chinh";

/// What the terminal has seen so far.
struct Seen {
    parser: vt100::Parser,
    raw: Vec<u8>,
    /// Whether nothing more will come.
    closed: bool,
    /// Whether the reading thread is to let go of the terminal.
    let_go: bool,
}

impl Seen {
    /// Tells whether no frame is half drawn.
    fn is_whole(&self) -> bool {
        let tail = &self.raw[self.raw.len().saturating_sub(1 << 17)..];
        let last = |mark: &[u8]| tail.windows(mark.len()).rposition(|window| window == mark);
        last(b"\x1b[?2026h") <= last(b"\x1b[?2026l")
    }
}

type Shared = Arc<(Mutex<Seen>, Condvar)>;
type Keys = Arc<Mutex<Option<Box<dyn Write + Send>>>>;

/// A terminal with a program in it.
pub struct Terminal {
    shared: Shared,
    keys: Keys,
    master: Option<Box<dyn MasterPty + Send>>,
    tty: PathBuf,
    child: Option<Box<dyn Child + Send + Sync>>,
    pid: Pid,
    reading: Option<JoinHandle<()>>,
}

fn cells(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).expect("a screen has cells")
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

impl Terminal {
    /// Starts a command in a terminal of so many columns and rows.
    pub fn open(command: CommandBuilder, size: (u16, u16), answer: Vec<&'static [u8]>) -> Self {
        let pair = native_pty_system().openpty(pty_size(size)).expect("a pseudo-terminal");
        let reader = pair.master.try_clone_reader().expect("a reading end");
        let keys: Keys = Arc::new(Mutex::new(Some(pair.master.take_writer().expect("keys"))));
        let child = pair.slave.spawn_command(command).expect("the program starts");
        drop(pair.slave);
        let tty = pair.master.tty_name().expect("a name");
        let pid = child.process_id().and_then(|pid| Pid::from_raw(pid.cast_signed()));
        let parser = vt100::Parser::new(cells(size.1), cells(size.0), 0);
        let seen = Seen { parser, raw: Vec::new(), closed: false, let_go: false };
        let shared: Shared = Arc::new((Mutex::new(seen), Condvar::new()));
        let reading = Reading {
            shared: Arc::clone(&shared),
            keys: Arc::clone(&keys),
            tty: tty.clone(),
            answer,
        };
        let reading = thread::spawn(move || reading.run(reader));
        Terminal {
            shared,
            keys,
            master: Some(pair.master),
            tty,
            child: Some(child),
            pid: pid.expect("a process has a number"),
            reading: Some(reading),
        }
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.shared.0.lock().expect("the reading thread is well")
    }

    /// Waits until what was seen is as wished.
    fn wait(&self, what: &str, done: impl Fn(&Seen) -> bool) {
        let end = Instant::now() + DEADLINE;
        let mut seen = self.seen();
        while !done(&seen) {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                let contents = seen.parser.screen().contents();
                drop(seen);
                panic!("waited for {what}:\n{contents}");
            }
            let (next, _) = self.shared.1.wait_timeout(seen, left).expect("the thread is well");
            seen = next;
        }
    }

    /// Waits until a whole frame is as wished.
    pub fn wait_for(&self, what: &str, done: impl Fn(&vt100::Screen) -> bool) -> &Self {
        self.wait(what, |seen| seen.is_whole() && done(seen.parser.screen()));
        self
    }

    /// Waits until words are on the screen.
    pub fn sees(&self, words: &str) -> &Self {
        self.wait_for(words, |screen| screen.contents().contains(words))
    }

    /// Waits until words are no longer on the screen.
    pub fn sees_no(&self, words: &str) -> &Self {
        let what = format!("no {words}");
        self.wait_for(&what, |screen| !screen.contents().contains(words))
    }

    /// Waits until the program has sent these bytes.
    pub fn got(&self, bytes: &[u8]) -> &Self {
        self.got_since(0, bytes)
    }

    /// Waits until the program has sent these bytes, not counting the first `before` it sent.
    pub fn got_since(&self, before: usize, bytes: &[u8]) -> &Self {
        let what = format!("{:?}", String::from_utf8_lossy(bytes));
        let has = |seen: &Seen| seen.raw[before..].windows(bytes.len()).any(|some| some == bytes);
        self.wait(&what, has);
        self
    }

    /// Sends what is typed.
    pub fn press(&self, keys: impl AsRef<[u8]>) -> &Self {
        send(&self.keys, keys.as_ref());
        self
    }

    /// Presses Escape, and waits until words have gone from the screen: with a key right behind
    /// Escape a terminal would send the same as for that key with Alt.
    pub fn leaves(&self, words: &str) -> &Self {
        self.press("\x1b").sees_no(words)
    }

    /// Gives all that the program has sent.
    pub fn raw(&self) -> Vec<u8> {
        self.seen().raw.clone()
    }

    /// Gives what the program has copied (OSC 52) first.
    pub fn copied(&self) -> String {
        let raw = String::from_utf8(self.raw()).expect("UTF-8");
        let (_, rest) = raw.split_once("\x1b]52;c;").expect("OSC 52");
        let end = rest.find(['\x07', '\x1b']).expect("an end");
        String::from_utf8(base64(&rest[..end])).expect("UTF-8")
    }

    pub fn contents(&self) -> String {
        self.seen().parser.screen().contents()
    }

    /// Gives the screen as it is.
    pub fn screen(&self) -> vt100::Screen {
        self.seen().parser.screen().clone()
    }

    /// Gives the colour behind a cell.
    pub fn behind(screen: &vt100::Screen, row: u16) -> vt100::Color {
        screen.cell(row, 0).map_or(vt100::Color::Default, vt100::Cell::bgcolor)
    }

    pub fn resize(&self, columns: u16, rows: u16) -> &Self {
        self.seen().parser.set_size(cells(rows), cells(columns));
        let master = self.master.as_ref().expect("the terminal is there");
        master.resize(pty_size((columns, rows))).expect("the size is taken");
        self
    }

    pub fn signal(&self, signal: Signal) -> &Self {
        rustix::process::kill_process(self.pid, signal).expect("the program is there");
        self
    }

    pub fn pid(&self) -> Pid {
        self.pid
    }

    /// Takes the terminal away from the program.
    pub fn vanish(&mut self) {
        self.seen().let_go = true;
        // The thread lets go once something comes.
        self.press("j");
        self.reading.take().expect("a thread").join().expect("it is well");
        *self.keys.lock().expect("nobody failed") = None;
        self.master = None;
    }

    /// Waits until the program has ended, and gives its exit status.
    pub fn ends(&mut self) -> u32 {
        let status = self.status();
        assert_eq!(status.signal(), None, "{}", self.contents());
        status.exit_code()
    }

    /// Waits until a signal has ended the program, and gives its name.
    pub fn ends_by_signal(&mut self) -> String {
        self.status().signal().expect("a signal").to_owned()
    }

    /// Ends the program at once, without a word to it.
    pub fn kill(&mut self) {
        self.signal(Signal::KILL);
        self.ends_by_signal();
    }

    fn status(&mut self) -> portable_pty::ExitStatus {
        let mut child = self.child.take().expect("the program was not waited for before");
        let (sender, receiver) = std::sync::mpsc::channel();
        thread::spawn(move || sender.send(child.wait()));
        let status = receiver.recv_timeout(DEADLINE);
        if status.is_err() {
            let _ = rustix::process::kill_process(self.pid, Signal::KILL);
            panic!("the program did not end:\n{}", self.contents());
        }
        if self.master.is_some() {
            self.wait("the end of the output", |seen| seen.closed);
        }
        status.expect("checked").expect("the program was ours")
    }

    /// Waits until the program has given the terminal back.
    pub fn is_given_back(&self) -> &Self {
        self.wait("the terminal is given back", |seen| {
            let screen = seen.parser.screen();
            seen.is_whole()
                && !screen.alternate_screen()
                && !screen.hide_cursor()
                && !screen.bracketed_paste()
                && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
                && screen.bgcolor() == vt100::Color::Default
        });
        let modes = modes(&self.tty);
        for mode in [LocalModes::ICANON, LocalModes::ECHO, LocalModes::ISIG, LocalModes::IEXTEN] {
            assert!(modes.local_modes.contains(mode), "{mode:?}");
        }
        assert!(modes.output_modes.contains(OutputModes::OPOST));
        self
    }

    /// Tells how many bytes wait for whoever reads the terminal next.
    pub fn typed_ahead(&self) -> u64 {
        rustix::io::ioctl_fionread(open(&self.tty)).expect("a number")
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.kill();
            let _ = rustix::process::kill_process(self.pid, Signal::KILL);
            let _ = child.wait();
        }
    }
}

fn send(keys: &Keys, bytes: &[u8]) {
    let mut keys = keys.lock().expect("nobody failed");
    let keys = keys.as_mut().expect("the terminal is there");
    keys.write_all(bytes).and_then(|()| keys.flush()).expect("the keys are taken");
}

fn open(tty: &Path) -> OwnedFd {
    rustix::fs::open(tty, OFlags::RDWR | OFlags::NOCTTY, Mode::empty()).expect("the terminal")
}

fn modes(tty: &Path) -> Termios {
    rustix::termios::tcgetattr(open(tty)).expect("its modes")
}

/// Waits until the program has read what has come to the terminal's end of the line.
fn is_read(tty: &Path) {
    let tty = open(tty);
    let end = Instant::now() + DEADLINE;
    while rustix::io::ioctl_fionread(&tty).is_ok_and(|waiting| waiting > 0) {
        assert!(Instant::now() < end, "the program does not read");
        thread::yield_now();
    }
}

/// The thread that reads what the program sends.
struct Reading {
    shared: Shared,
    keys: Keys,
    tty: PathBuf,
    answer: Vec<&'static [u8]>,
}

impl Reading {
    fn run(mut self, mut reader: Box<dyn Read + Send>) {
        let mut buffer = [0; 1 << 16];
        loop {
            // At the end of the program reading fails on some systems.
            let read = reader.read(&mut buffer).unwrap_or(0);
            // A test that failed while it looked has said so.
            let Ok(mut seen) = self.shared.0.lock() else { return };
            seen.raw.extend_from_slice(&buffer[..read]);
            seen.parser.process(&buffer[..read]);
            seen.closed |= read == 0;
            let asked = seen.raw.windows(QUESTION.len()).any(|window| window == QUESTION);
            let done = seen.closed || seen.let_go;
            drop(seen);
            self.shared.1.notify_all();
            if done {
                return;
            }
            if asked {
                self.answer();
            }
        }
    }

    /// Answers part by part, each once the program has read the one before.
    fn answer(&mut self) {
        for part in std::mem::take(&mut self.answer) {
            send(&self.keys, part);
            is_read(&self.tty);
        }
    }
}

/// Decodes base64 (RFC 4648 §4).
pub fn base64(text: &str) -> Vec<u8> {
    const DIGITS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bits, mut held, mut out) = (0u32, 0, Vec::new());
    for c in text.trim_end_matches('=').chars() {
        bits = bits << 6 | DIGITS.find(c).expect("a digit of base64") as u32;
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push((bits >> held) as u8);
        }
    }
    out
}

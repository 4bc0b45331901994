//! What is left of a panic: a short message for the reader, a report for the makers.

use crate::i18n::Messages;
use std::fmt::Write as _;
use std::panic::PanicHookInfo;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

/// Collects what panics say, in place of printing it over the screen.
pub(super) struct Report {
    said: Arc<Mutex<String>>,
}

impl Report {
    /// From now on panics are collected.
    pub(super) fn install() -> Self {
        let said = Arc::new(Mutex::new(String::new()));
        let shared = Arc::clone(&said);
        std::panic::set_hook(Box::new(move |info: &PanicHookInfo<'_>| {
            let mut said = shared.lock().unwrap_or_else(PoisonError::into_inner);
            let thread = std::thread::current();
            let trace = std::backtrace::Backtrace::force_capture();
            let name = thread.name().unwrap_or("?");
            // Writing to a string does not fail.
            let _ = writeln!(said, "thread {name}: {info}\n{trace}");
        }));
        Report { said }
    }

    /// Writes the report to the state folder and gives the error to end with.
    pub(super) fn error(&self, state_dir: &Path, messages: &Messages) -> anyhow::Error {
        let said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        let path = state_dir.join("crash.txt");
        let version = env!("CARGO_PKG_VERSION");
        let written = std::fs::create_dir_all(state_dir)
            .and_then(|()| std::fs::write(&path, format!("dienvan {version}\n{said}")));
        let shown = crate::text::printable(&path.to_string_lossy()).into_owned();
        anyhow::Error::msg(match written {
            Ok(()) => messages.with("crashed", &[("path", shown.into())]),
            Err(_) => format!("{}\n{said}", messages.get("crashed-unwritten")),
        })
    }
}

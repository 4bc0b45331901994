//! The reader's own editor, for a note: the text goes into a file, the editor gets the terminal, and
//! what is in the file then comes back. A file whose text did not come back is left where it is.

use super::gate::Gate;
use super::system;
use super::terminal::Terminal;
use crate::app::Event;
use crate::i18n::Message;
use crate::library::kept::Drafts;
use crate::notebook::Draft;
use crate::text::printable;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitStatus;
use tempfile::TempPath;

/// The largest note that is taken back, in bytes.
const LARGEST: u64 = 1 << 20;

/// What editing needs.
pub(super) struct Editor<'a> {
    /// The command, as `VISUAL` or `EDITOR` have it.
    pub command: Option<&'a str>,
    /// Where the file is put, so that it outlives the system's temporary files.
    pub folder: &'a Path,
}

impl Editor<'_> {
    /// Lets the reader edit a text, and gives what came of it. The terminal is given to the editor
    /// and taken back, whatever happens.
    pub(super) fn edit(
        &self,
        draft: &Draft,
        gate: &Gate,
        terminal: &mut Terminal,
    ) -> io::Result<(Event, (u16, u16))> {
        let text = draft.text();
        let path = match self.write(text) {
            Ok(path) => path,
            Err(error) => return Ok((self.failed(None, &error), terminal.size())),
        };
        if let Err(error) = gate.close() {
            return Ok((self.failed(None, &error), terminal.size()));
        }
        let _held = self.note(draft, &path);
        terminal.leave();
        let ended = system::edit(self.command(), &path);
        let size = terminal.reenter();
        gate.open();
        Ok((self.outcome(text, path, ended), size?))
    }

    fn write(&self, text: &str) -> io::Result<TempPath> {
        let mut builder = tempfile::Builder::new();
        builder.prefix("note-").suffix(".md");
        let here = fs::create_dir_all(self.folder).and_then(|()| builder.tempfile_in(self.folder));
        let mut file = here.or_else(|_| builder.tempfile())?;
        file.write_all(text.as_bytes())?;
        if !text.is_empty() && !text.ends_with('\n') {
            file.write_all(b"\n")?;
        }
        file.flush()?;
        Ok(file.into_temp_path())
    }

    /// Notes with the draft which file the editor writes it in: should the program end before the
    /// editor does, the next start finds it. As long as what it gives is there no program deletes it.
    fn note(&self, draft: &Draft, path: &Path) -> Option<File> {
        if path.parent() != Some(self.folder) {
            return None;
        }
        let file = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let drafts = Drafts::new(self.folder);
        // The file of an editor that died goes while none is held. Where drafts cannot be kept, that
        // was told while one typed.
        let _ = drafts.keep(draft);
        let held = drafts.hold_files();
        let _ = drafts.keep(&Draft { file, ..draft.clone() });
        held
    }

    /// Returns the command to run.
    fn command(&self) -> &str {
        self.command.unwrap_or(system::EDITOR)
    }

    fn outcome(&self, before: &str, path: TempPath, ended: io::Result<ExitStatus>) -> Event {
        let read = read(&path);
        let command = printable(self.command()).into_owned();
        let say = |id: &str| Some(Message::with(id, [("command", command.as_str().into())]));
        match (ended, read) {
            (Err(error), _) => self.failed(None, &error),
            (Ok(_), Err(error)) => self.failed(path.keep().ok(), &error),
            (Ok(status), Ok(text)) if status.success() => {
                Event::Edited { text: Some(text), trouble: None }
            }
            (Ok(status), Ok(text)) => {
                let is_new = text.trim_end() != before.trim_end();
                let missing = status.code() == Some(system::NO_COMMAND) && !is_new;
                let id = match (missing, is_new) {
                    (true, _) => "editor-missing",
                    (false, true) => "editor-failed-changed",
                    (false, false) => "editor-failed",
                };
                Event::Edited { text: is_new.then_some(text), trouble: say(id) }
            }
        }
    }

    /// Says that something did not work, and where the text is, if it is only there.
    fn failed(&self, kept: Option<PathBuf>, error: &io::Error) -> Event {
        let reason = printable(&error.to_string()).into_owned();
        let trouble = match kept {
            None => Message::with("editor-trouble", [("reason", reason.into())]),
            Some(path) => {
                let path = printable(&path.to_string_lossy()).into_owned();
                let args = [("reason", reason.into()), ("path", path.into())];
                Message::with("editor-kept", args)
            }
        };
        Event::Edited { text: None, trouble: Some(trouble) }
    }
}

fn read(path: &Path) -> io::Result<String> {
    if fs::metadata(path)?.len() > LARGEST {
        return Err(io::Error::other("more than 1 MiB"));
    }
    let bytes = fs::read(path)?;
    String::from_utf8(bytes).map_err(|_| io::Error::other("UTF-8"))
}

//! The configuration file in the user's own editor: made of the example if there is none, and read again after.

use super::gate::Gate;
use super::system;
use super::terminal::Terminal;
use crate::app::Notice;
use crate::i18n::Message;
use crate::library::kept::Choices;
use crate::settings::{self, Chosen, Settings};
use crate::text::printable;
use std::fs;
use std::io;
use std::path::Path;

/// What editing the configuration needs.
pub(super) struct SettingsEditing<'a> {
    /// The command, as `VISUAL` or `EDITOR` have it.
    pub command: Option<&'a str>,
    /// The configuration file.
    pub config_file: &'a Path,
    /// The folder of what was chosen in the reader.
    pub state_dir: &'a Path,
}

/// What the configuration says alone, the same with what was chosen in the reader, and what is wrong in it.
type ReadSettings = (Box<Settings>, Box<Settings>, Vec<Notice>);

impl SettingsEditing<'_> {
    /// Lets the user edit the file. The terminal is given to the editor and taken back, whatever happens.
    pub(super) fn edit(
        &self,
        gate: &Gate,
        terminal: &mut Terminal,
    ) -> io::Result<(Result<ReadSettings, Message>, (u16, u16))> {
        if let Err(error) = self.make().and_then(|()| gate.close()) {
            return Ok((Err(trouble(&error)), terminal.size()));
        }
        terminal.leave();
        let ended = system::edit(self.command.unwrap_or(system::EDITOR), self.config_file);
        let size = terminal.reenter();
        gate.open();
        let command = self.command.unwrap_or(system::EDITOR);
        let read = match ended {
            Err(error) => Err(trouble(&error)),
            Ok(status) if status.code() == Some(system::NO_COMMAND) => Err(Message::with(
                "editor-missing",
                [("command", printable(command).into_owned().into())],
            )),
            Ok(_) => self.read().map_err(|error| trouble(&error)),
        };
        Ok((read, size?))
    }

    /// Makes the file of the example, if it is not there.
    fn make(&self) -> io::Result<()> {
        if self.config_file.exists() {
            return Ok(());
        }
        if let Some(folder) = self.config_file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(self.config_file, settings::example())
    }

    fn read(&self) -> io::Result<ReadSettings> {
        let bytes = fs::read(self.config_file)?;
        let (configured, problems) =
            settings::read(&String::from_utf8_lossy(&bytes), self.config_file);
        let choices = Choices::new(self.state_dir).load().0;
        let chosen = choices.iter().map(|choice| Chosen {
            option: &choice.option,
            value: &choice.value,
            over: &choice.over,
        });
        let now = settings::with_chosen(&configured, chosen);
        let notices = problems.into_iter().map(Notice::problem).collect();
        Ok((Box::new(configured), Box::new(now), notices))
    }
}

fn trouble(error: &io::Error) -> Message {
    let reason = printable(&error.to_string()).into_owned();
    Message::with("editor-trouble", [("reason", reason.into())])
}

//! The configuration, and what was chosen in the reader over it: changed from inside.

use super::{Effects, back};
use crate::app::{Event, Notice};
use crate::library::kept::{Choice, Choices};
use crate::runtime::jobs::Job;
use crate::runtime::settings_editor::SettingsEditing;
use crate::runtime::terminal::Terminal;
use crate::settings;
use std::io;

impl Effects {
    /// Keeps what was chosen in the reader, an option and its value, or forgets all that was.
    pub(super) fn choose(&mut self, chosen: Option<(&'static str, String)>) {
        let choice = chosen.map(|(option, value)| Choice {
            over: settings::value_of(&self.configured, option).unwrap_or_default(),
            option: option.to_owned(),
            value,
        });
        self.keeping.give(Job::Choose(Choices::new(&self.files.state_dir), choice));
    }

    /// Lets the user edit the configuration, made of the example if there is none, and reads it again.
    pub(super) fn edit_settings(&mut self, terminal: &mut Terminal) -> io::Result<()> {
        self.keeping.finish();
        let editing = SettingsEditing {
            command: self.editor.as_deref(),
            config_file: &self.files.config_file,
            state_dir: &self.files.state_dir,
        };
        let (edited, size) = editing.edit(&self.gate, terminal)?;
        self.answers.extend(back(size));
        if let Ok((configured, ..)) = &edited {
            self.configured = (**configured).clone();
        }
        self.answers.push(match edited {
            Ok((_, settings, notices)) => Event::SettingsRead(settings, notices),
            Err(trouble) => Event::Told(Notice::trouble(trouble)),
        });
        Ok(())
    }
}

//! What the user chose in the reader, theme, width, sidebar, language: `choices.toml` in the state folder.
//!
//! A choice is an option of the configuration, its value as TOML, and what the configuration said when it was made. What a
//! value means is known elsewhere.

use super::entry::TomlEntry;
use super::error::StoreError;
use super::file::StateFile;
use super::notice::FileNotice;
use super::own::{self, OwnEntries};
use std::path::Path;

const FILE: &str = "choices.toml";
const LIST: &str = "choices";

/// A value that the user chose in the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The option of the configuration.
    pub option: String,
    /// Its value, as TOML.
    pub value: String,
    /// What the configuration said then, as TOML.
    pub over: String,
}

/// The choices in a state folder.
#[derive(Debug)]
pub struct Choices {
    file: StateFile,
}

impl Choices {
    /// Names the choices in `state_dir`; reads nothing yet.
    pub fn new(state_dir: &Path) -> Self {
        Choices { file: StateFile::new(state_dir, FILE) }
    }

    /// Reads the choices. What cannot be read is told and counts as none: reading goes on.
    pub fn load(&self) -> (Vec<Choice>, Vec<FileNotice>) {
        own::load(&self.file, LIST, read)
    }

    /// Keeps a choice, in place of an earlier one of the same option.
    ///
    /// # Errors
    ///
    /// When another program does not give the lock free, the file is of a newer version, or the
    /// system refuses.
    pub fn save(&self, choice: &Choice) -> Result<Vec<FileNotice>, StoreError> {
        own::change(&self.file, LIST, |contents| {
            let mut choices = read(contents);
            choices.retain(|known| known.option != choice.option);
            choices.push(choice.clone());
            write(&choices)
        })
    }

    /// Forgets all choices.
    ///
    /// # Errors
    ///
    /// As [`Choices::save`].
    pub fn forget(&self) -> Result<Vec<FileNotice>, StoreError> {
        own::change(&self.file, LIST, |_| write(&[]))
    }
}

/// Entries that mean nothing are left out: the program wrote them.
fn read(contents: &OwnEntries<'_>) -> Vec<Choice> {
    contents.entries.iter().filter_map(choice).collect()
}

fn choice(entry: &TomlEntry<'_>) -> Option<Choice> {
    let text = |key: &'static str| Some(entry.text(key).ok()??.to_owned());
    Some(Choice { option: text("option")?, value: text("value")?, over: text("over")? })
}

fn write(choices: &[Choice]) -> String {
    let mut text = own::header("choices");
    for Choice { option, value, over } in choices {
        let [option, value, over] = [option, value, over].map(|text| own::quoted(text));
        text += &format!("\n[[choices]]\noption = {option}\nvalue = {value}\nover = {over}\n");
    }
    text
}

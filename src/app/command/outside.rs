//! Handing the file of a speech, or its address, to the system. An address is only handed on after it was asked.

use crate::app::App;
use crate::app::event::Effect;
use crate::app::layer::PickerSource;

impl App {
    /// Opens the file of the speech being read with a program of the system.
    pub(super) fn open_original(&mut self) {
        let path = self.shelf.current_entry().and_then(|entry| entry.path());
        match path.map(|path| path.to_string_lossy().into_owned()) {
            Some(path) => self.out.want(Effect::OpenOutside(path)),
            None => self.out.say("original-none"),
        }
    }

    /// Returns the web address of the speech being read.
    pub(super) fn address(&self) -> Option<String> {
        let url = self.shelf.document()?.speech.meta.url.clone()?;
        (url.starts_with("https://") || url.starts_with("http://")).then_some(url)
    }

    /// Asks whether the web address of the speech is to be opened: it leads out of the program, and onto a network.
    pub(super) fn ask_open_address(&mut self) {
        match self.address() {
            Some(_) => self.pick(PickerSource::Address),
            None => self.out.say("address-none"),
        }
    }

    /// Opens the web address of the speech, which was asked.
    pub(super) fn open_address(&mut self) {
        if let Some(url) = self.address() {
            self.out.want(Effect::OpenOutside(url));
        }
    }
}

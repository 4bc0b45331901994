//! The list of themes: each shows as the cursor comes to it, and the one that is picked stays.

use crate::app::App;
use crate::app::layer::{Overlay, Picker, PickerChoice, PickerSource, PickerTarget};
use crate::app::themes::ThemeSource;

impl App {
    pub(super) fn theme_picker(&self) -> Picker {
        let messages = self.look.messages();
        let choices = self.look.themes().all().iter().enumerate().map(|(index, source)| {
            let detail = match source {
                ThemeSource::Builtin(name) => (*name).to_owned(),
                ThemeSource::User(..) => messages.get("theme-own"),
            };
            let name = self.theme_name(source);
            PickerChoice::new(name, detail, source.name(), PickerTarget::Theme(index))
        });
        Picker::new(PickerSource::Theme, choices.collect(), self.look.themes().current())
    }

    /// Names a theme in the language of the reader.
    fn theme_name(&self, source: &ThemeSource) -> String {
        match source {
            ThemeSource::Builtin(name) => self.look.messages().get(&format!("theme-{name}")),
            ThemeSource::User(name, _) => name.clone(),
        }
    }

    pub(super) fn take_theme(&mut self, index: usize) {
        self.look.take_theme(index);
        let Some(source) = self.look.themes().all().get(index) else { return };
        let (option, shown) = (format!("\"{}\"", source.name()), self.theme_name(source));
        self.choose(("theme", option), "theme-set", vec![("name", shown.into())]);
    }

    /// Shows the theme at the cursor of the list of themes, where that is open; else the one in use.
    pub(in crate::app) fn show_theme(&mut self) {
        let place = match self.layers.top() {
            Some(Overlay::Picker(picker)) => match picker.picked() {
                Some(PickerTarget::Theme(place)) => Some(place),
                _ => None,
            },
            _ => None,
        };
        self.look.show_theme(place);
    }
}

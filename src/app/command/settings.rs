//! The configuration, edited while the reader runs.

use crate::app::App;
use crate::app::notice::Notice;
use crate::settings::Settings;

impl App {
    /// Takes settings that were read anew.
    pub(in crate::app) fn take_settings(&mut self, settings: Settings, notices: Vec<Notice>) {
        self.look.take_settings(&self.settings, &settings);
        self.screen.take_settings(&settings);
        if settings.offices != self.settings.offices {
            self.register.set_offices(settings.offices.clone());
        }
        self.settings = settings;
        self.translate_layers();
        self.out.say("settings-read");
        notices.into_iter().for_each(|notice| self.out.notice(notice));
    }
}

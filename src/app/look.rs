//! How the reader looks and in which language it speaks.

use super::event::Choosing;
use super::themes::Themes;
use crate::i18n::{Lang, Messages};
use crate::settings::Settings;
use crate::settings::theme::{Shade, Theme};

/// The language and the theme.
pub(super) struct Appearance {
    messages: Messages,
    themes: Themes,
    theme: ThemeBy,
    choosing: Choosing,
}

/// What the theme follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ThemeBy {
    /// The settings and the background of the terminal.
    Settings,
    /// The reader's choice in this session.
    Choice,
}

impl Appearance {
    pub(super) fn new(messages: Messages, themes: Themes, choosing: Choosing) -> Self {
        Appearance { messages, themes, theme: ThemeBy::Settings, choosing }
    }

    /// Notes that the user chose something that is kept; returns whether that was known before.
    pub(super) fn note_choice(&mut self) -> Choosing {
        std::mem::replace(&mut self.choosing, Choosing::Known)
    }

    /// Notes that nothing is chosen any more.
    pub(super) fn forget_choices(&mut self) {
        self.choosing = Choosing::First;
        self.theme = ThemeBy::Settings;
    }

    /// Returns the messages in the language of now.
    pub(super) fn messages(&self) -> &Messages {
        &self.messages
    }

    /// Returns the theme in use.
    pub(super) fn theme(&self) -> &Theme {
        self.themes.theme()
    }

    /// Takes the theme that the settings name for a background, unless the reader chose one.
    pub(super) fn follow(&mut self, shade: Shade, settings: &Settings) {
        if self.theme == ThemeBy::Settings {
            self.themes.choose(settings.theme_name(Some(shade)));
        }
    }

    /// Takes other settings: their language and theme, where these are not as before.
    pub(super) fn take_settings(&mut self, before: &Settings, settings: &Settings) {
        if let Some(lang) = settings.lang.filter(|_| settings.lang != before.lang) {
            self.messages = Messages::new(lang);
        }
        if settings.theme != before.theme {
            self.theme = ThemeBy::Settings;
            self.themes.choose(settings.theme_name(None));
        }
    }

    /// Returns the themes that can be chosen.
    pub(super) fn themes(&self) -> &Themes {
        &self.themes
    }

    /// Takes the theme that the reader chose, by its number.
    pub(super) fn take_theme(&mut self, place: usize) {
        self.themes.take(place);
        self.theme = ThemeBy::Choice;
    }

    /// Shows a theme without taking it; the one in use for nothing.
    pub(super) fn show_theme(&mut self, place: Option<usize>) {
        self.themes.show(place);
    }

    /// Speaks the other language.
    pub(super) fn switch_language(&mut self) {
        self.messages = Messages::new(match self.messages.lang() {
            Lang::Vi => Lang::En,
            Lang::En => Lang::Vi,
        });
    }
}

//! What is chosen in the reader and holds the next time too: theme, width, sidebar, language.
//!
//! It is kept apart from the configuration, which the program does not write here. The first time that is said.

use crate::app::App;
use crate::app::event::{Choosing, Effect};
use crate::i18n::{Message, Value};

impl App {
    /// Keeps a value, as TOML, for an option of the configuration, and says what was done.
    pub(super) fn choose(
        &mut self,
        (option, value): (&'static str, String),
        id: &'static str,
        args: Vec<(&'static str, Value)>,
    ) {
        self.out.want(Effect::Choose(option, value));
        match self.look.note_choice() {
            Choosing::Known => self.out.tell(id, args),
            Choosing::First => {
                let what = Value::Message(Message::with(id, args));
                self.out.tell("choice-first", [("what", what)]);
            }
        }
    }

    /// Forgets what was chosen in the reader.
    pub(super) fn forget_choices(&mut self) {
        self.look.forget_choices();
        self.out.want(Effect::ForgetChoices);
        self.out.say("choices-forgotten");
    }
}

//! The help, made from the keymap as it is.

use crate::app::App;
use crate::app::layer::{About, Help, HelpLine, Overlay};
use crate::i18n::Messages;
use crate::settings::action::{Action, Context};
use crate::settings::keymap::{Group, Keymap, stack};

/// What is different in a context: the id of the heading, the context, the actions.
type HelpPart = (&'static str, Context, &'static [Action]);

const PARTS: [HelpPart; 5] = [
    (
        "help-in-select",
        Context::Select,
        &[
            Action::LineDown,
            Action::LineUp,
            Action::Select,
            Action::SearchHere,
            Action::SelectSwap,
            Action::Bookmark,
            Action::BookmarkNote,
            Action::SetKind,
            Action::EditTags,
            Action::SetLetter,
            Action::Copy,
            Action::Cancel,
        ],
    ),
    (
        "help-in-sidebar",
        Context::Sidebar,
        &[Action::Accept, Action::Unfold, Action::Fold, Action::ToggleFold, Action::SwitchPane],
    ),
    (
        "help-in-lists",
        Context::List,
        &[
            Action::Accept,
            Action::EditNote,
            Action::EditTags,
            Action::SetKind,
            Action::SetLetter,
            Action::GoLetter,
            Action::FilterBookmarks,
            Action::SortBookmarks,
            Action::Delete,
            Action::Undo,
            Action::ToggleScope,
            Action::Review,
            Action::NextCandidate,
            Action::Reattach,
            Action::KeepLost,
            Action::AcceptAll,
            Action::Copy,
            Action::Cancel,
        ],
    ),
    (
        "help-in-register",
        Context::Register,
        &[
            Action::Accept,
            Action::NextCell,
            Action::PreviousCell,
            Action::TaskDone,
            Action::TaskDoing,
            Action::NotMyTask,
            Action::TaskNote,
            Action::TaskProof,
            Action::Undo,
            Action::RegroupTasks,
            Action::TaskScope,
            Action::FilterTasks,
            Action::MyTasks,
            Action::TakeOffice,
            Action::ExplainTask,
            Action::Correct,
            Action::Cancel,
        ],
    ),
    (
        "help-in-note",
        Context::Note,
        &[Action::Accept, Action::NewLine, Action::OpenEditor, Action::Cancel],
    ),
];

/// Makes the lines of the help.
pub fn lines(keymap: &Keymap, messages: &Messages) -> Vec<HelpLine> {
    let mut lines = vec![HelpLine::Text(messages.get("help-intro")), HelpLine::Blank];
    let keys = |context, action| keymap.keys_of(stack(context), action).join("  ");
    for group in Group::ALL {
        lines.push(HelpLine::Heading(messages.get(group.message())));
        for &action in Action::ALL.iter().filter(|&&action| Group::of(action) == group) {
            let keys = keys(Context::Reader, action);
            if !keys.is_empty() {
                lines.push(HelpLine::Keys(keys, messages.get(&action.message())));
            }
        }
        lines.push(HelpLine::Blank);
    }
    for (heading, context, actions) in PARTS {
        lines.push(HelpLine::Heading(messages.get(heading)));
        for &action in actions {
            let keys = keys(context, action);
            lines.push(HelpLine::Keys(keys, messages.get(&action.message())));
        }
        lines.push(HelpLine::Blank);
    }
    lines.push(HelpLine::Heading(messages.get("help-more")));
    for id in [
        "help-count",
        "help-address",
        "help-search-marks",
        "help-search-language",
        "help-register-signs",
        "help-clipboard",
    ] {
        lines.push(HelpLine::Text(messages.get(id)));
    }
    lines
}

impl App {
    pub(super) fn open_help(&mut self) {
        let help = self.help();
        self.layers.open(Overlay::Help(help));
    }

    /// Returns the help about something in the language of now.
    pub(super) fn help_about(&self, about: About) -> Option<Help> {
        match about {
            About::Keys => Some(self.help()),
            About::Outline => self.explanation(),
            About::ShortForms => self.short_form_help(),
            About::Task => self.task_explanation(),
        }
    }

    fn help(&self) -> Help {
        let lines = lines(&self.settings.keymap, self.look.messages());
        Help { about: About::Keys, title: self.look.messages().get("help-title"), lines, scroll: 0 }
    }
}

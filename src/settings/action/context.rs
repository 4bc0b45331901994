//! Where keys are pressed: each place has its own part of the keymap.

/// Where keys are pressed. Each has its own part of the keymap, and `Global` holds in all but
/// `Prompt` and `Note`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Context {
    /// Everywhere but in prompts, unless the context itself says otherwise.
    Global,
    /// In the reading pane.
    Reader,
    /// In the sidebar.
    Sidebar,
    /// While a passage is being selected.
    Select,
    /// In a list without an input line: bookmarks, help.
    List,
    /// In the register of tasks.
    Register,
    /// In an input line, alone or over a list. Keys not bound here are typed.
    Prompt,
    /// In a note. Keys not bound here are typed.
    Note,
}

impl Context {
    /// Every context.
    pub const ALL: [Context; 8] = [
        Context::Global,
        Context::Reader,
        Context::Sidebar,
        Context::Select,
        Context::List,
        Context::Register,
        Context::Prompt,
        Context::Note,
    ];

    /// Returns the name that keymap files use.
    pub fn name(self) -> &'static str {
        match self {
            Context::Global => "global",
            Context::Reader => "reader",
            Context::Sidebar => "sidebar",
            Context::Select => "select",
            Context::List => "list",
            Context::Register => "register",
            Context::Prompt => "prompt",
            Context::Note => "note",
        }
    }
}

//! What lies over the text: prompts and popups, the last one opened on top.
//!
//! A layer answers for itself: which keys hold in it, what its cursor does, what is typed into it, what
//! is hinted at below it. What its actions do to the rest of the state is in `command`, and how it
//! looks in `ui`.

mod base;
mod bookmarks;
mod corrections;
mod cursor;
mod found;
mod help;
mod library;
mod line;
mod note;
mod picker;
mod prompt;
mod register;
mod review;
mod stack;
mod wanted;

pub use base::{OverlayLayer, Under};
pub use bookmarks::{BookmarkList, BookmarkRow, Scope};
pub use corrections::CorrectionList;
pub use cursor::ListCursor;
pub use found::FoundList;
pub use help::{About, HELP_GAP, Help, HelpLine};
pub use library::{LibraryList, LibraryRow};
pub use line::InputLine;
pub use note::{NoteEditor, NoteStanding};
pub use picker::{Picker, PickerAnswer, PickerChoice, PickerSource, PickerTarget, RoleOf};
pub use prompt::{PathPurpose, Prompt, PromptPurpose, SearchOrigin, Subject};
pub use register::{
    RegisterHeading, RegisterLine, RegisterList, RegisterScope, RegisterView, TaskColumn,
    TaskCounts,
};
pub(super) use review::rows as review_rows;
pub use review::{Review, ReviewRow};
pub(super) use stack::Layers;
pub use stack::Overlay;

//! The headings under which the help lists actions.

use crate::settings::action::Action;

/// A heading of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// Moving by lines and pages.
    Move,
    /// Jumping by what the speech is made of.
    Jump,
    /// Searching in the speech.
    Search,
    /// Selecting and copying.
    Select,
    /// Bookmarks.
    Bookmark,
    /// Why the outline is as it is, and making it right.
    Outline,
    /// The register of tasks.
    Register,
    /// What the screen shows, and how.
    Look,
    /// The speeches.
    Speech,
    /// The program itself.
    Program,
}

impl Group {
    /// Every group, in the order of the help.
    pub const ALL: [Group; 10] = [
        Group::Move,
        Group::Jump,
        Group::Search,
        Group::Select,
        Group::Bookmark,
        Group::Outline,
        Group::Register,
        Group::Look,
        Group::Speech,
        Group::Program,
    ];

    /// Returns the group of an action.
    pub fn of(action: Action) -> Group {
        use Action as A;
        match action {
            A::LineDown | A::LineUp | A::HalfPageDown | A::HalfPageUp | A::PageDown => Group::Move,
            A::ScrollDown | A::ScrollUp | A::Centre => Group::Move,
            A::PageUp | A::GoStart | A::GoEnd | A::GoPercent => Group::Move,
            A::NextTask | A::PreviousTask | A::NextItem | A::PreviousItem => Group::Jump,
            A::NextSection | A::PreviousSection | A::GoAddress => Group::Jump,
            A::FilterOutline | A::JumpBack | A::JumpForward => Group::Jump,
            A::FollowReference | A::ShortForms => Group::Jump,
            A::ReadingTime | A::AutoScroll => Group::Speech,
            A::Search | A::SearchNext | A::SearchPrevious | A::NarrowItems => Group::Search,
            A::SearchMode | A::SearchBackward | A::SearchHere => Group::Search,
            A::SearchLibrary | A::NextLibraryHit | A::PreviousLibraryHit => Group::Search,
            A::SaveSearch | A::CopyHits | A::BookmarkHits | A::ExportHits => Group::Search,
            A::RegisterHits => Group::Search,
            A::Select | A::SelectLine | A::SelectSentence | A::SelectParagraph => Group::Select,
            A::SelectSwap | A::Copy => Group::Select,
            A::Bookmark | A::BookmarkNote | A::Bookmarks | A::NextBookmark => Group::Bookmark,
            A::PreviousBookmark | A::EditNote | A::Delete | A::Undo => Group::Bookmark,
            A::Review | A::NextCandidate | A::AcceptAll | A::Reattach => Group::Bookmark,
            A::KeepLost => Group::Bookmark,
            A::ToggleScope | A::SetLetter | A::GoLetter | A::EditTags => Group::Bookmark,
            A::SetKind | A::FilterBookmarks | A::SortBookmarks => Group::Bookmark,
            A::NewLine | A::OpenEditor | A::ResumeNote => Group::Bookmark,
            A::Explain | A::Correct | A::MakeItem | A::DropItem | A::Deeper => Group::Outline,
            A::Shallower | A::ItemRole | A::SeriesRole | A::RenameSeries => Group::Outline,
            A::MarkFurniture | A::MarkText | A::UndoCorrection => Group::Outline,
            A::Corrections => Group::Outline,
            A::Register | A::TaskScope | A::RegroupTasks | A::FilterTasks => Group::Register,
            A::MyTasks | A::NextCell | A::PreviousCell | A::TaskDone => Group::Register,
            A::TaskDoing | A::NotMyTask | A::TaskNote | A::TaskProof => Group::Register,
            A::ExplainTask | A::NoTask | A::TaskOffice | A::TaskDeadline => Group::Register,
            A::TakeOffice => Group::Register,
            A::ToggleFurniture | A::ToggleSidebar | A::SwitchPane | A::Unfold => Group::Look,
            A::Fold
            | A::ToggleFold
            | A::Widen
            | A::Narrow
            | A::ChooseTheme
            | A::ToggleNotes
            | A::ToggleColumns => Group::Look,
            A::AsideNotes | A::AsideTasks | A::AsideSpeech => Group::Look,
            A::SwitchLanguage | A::ForgetChoices | A::Redraw => Group::Look,
            A::Library | A::NextSpeech | A::PreviousSpeech => Group::Speech,
            A::OpenPath | A::ImportPath | A::ImportOpen | A::ExportSpeech => Group::Speech,
            A::ExportTasks => Group::Register,
            A::ExportBookmarks => Group::Bookmark,
            A::OpenOriginal | A::OpenAddress => Group::Speech,
            A::CopyCells | A::CopyMarkdown => Group::Select,
            A::EditSettings => Group::Program,
            A::EditSpeech | A::ArchiveSpeech | A::DeleteSpeech => Group::Speech,
            A::SortLibrary | A::ReverseLibrary => Group::Speech,
            A::Accept | A::Cancel | A::Help | A::Palette | A::Suspend | A::Quit => Group::Program,
        }
    }

    /// Returns the id of the message that is the heading.
    pub fn message(self) -> &'static str {
        match self {
            Group::Move => "group-move",
            Group::Jump => "group-jump",
            Group::Search => "group-search",
            Group::Select => "group-select",
            Group::Bookmark => "group-bookmark",
            Group::Outline => "group-outline",
            Group::Register => "group-register",
            Group::Look => "group-look",
            Group::Speech => "group-speech",
            Group::Program => "group-program",
        }
    }
}

//! The parts that text plays on the screen.

macro_rules! faces {
    ($($(#[doc = $doc:literal])* $face:ident = $name:literal,)*) => {
        /// What a piece of the screen is, which a theme gives a style.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Face {
            $($(#[doc = $doc])* $face,)*
        }

        impl Face {
            /// Every face.
            pub const ALL: &'static [Face] = &[$(Face::$face),*];

            /// Returns the name that theme files use, in kebab-case.
            pub fn name(self) -> &'static str {
                match self { $(Face::$face => $name),* }
            }
        }
    };
}

faces! {
    /// The text of a speech. The whole screen is filled with it first.
    Text = "text",
    /// What steps back behind the text.
    Dim = "dim",
    /// The title of a speech.
    Title = "title",
    /// A heading in the text.
    Heading = "heading",
    /// Words of the text that it sets off strongly.
    Strong = "strong",
    /// Words of the text that it sets off.
    Emphasis = "emphasis",
    /// The words that mark an item, where its role has no face of its own.
    Marker = "marker",
    /// The marker and label of a task.
    Task = "task",
    /// Those of a result.
    Result = "result",
    /// Those of a limitation.
    Limitation = "limitation",
    /// Those of a cause.
    Cause = "cause",
    /// Those of a lesson.
    Lesson = "lesson",
    /// Those of a viewpoint.
    Viewpoint = "viewpoint",
    /// Those of an item of any other role.
    Other = "other",
    /// Page furniture, when it is shown.
    Furniture = "furniture",
    /// A salutation or closing formula.
    Salutation = "salutation",
    /// The line that a jump has led to.
    Landing = "landing",
    /// The bar beside the paragraph where the reader is.
    Here = "here",
    /// The selected passage.
    Selection = "selection",
    /// A hit of the search.
    Hit = "hit",
    /// The hit at which the reader is.
    HitCurrent = "hit-current",
    /// The sign of a bookmark in the margin.
    Bookmark = "bookmark",
    /// The sign of a bookmark with a note.
    BookmarkNote = "bookmark-note",
    /// A note beside its passage or below it.
    Note = "note",
    /// A bookmarked passage.
    Highlight = "highlight",
    /// One not to be overlooked.
    HighlightImportant = "highlight-important",
    /// One about something to be done.
    HighlightTodo = "highlight-todo",
    /// One to be asked about.
    HighlightQuestion = "highlight-question",
    /// One that says what was not said before.
    HighlightNew = "highlight-new",
    /// One to be quoted.
    HighlightQuote = "highlight-quote",
    /// An entry of the sidebar.
    SidebarText = "sidebar-text",
    /// The entry of the sidebar where the text is.
    SidebarCurrent = "sidebar-current",
    /// The entry at the cursor while the sidebar has the keys.
    SidebarFocus = "sidebar-focus",
    /// The number of entries behind a branch.
    SidebarCount = "sidebar-count",
    /// The line between sidebar and text.
    Separator = "separator",
    /// The status line.
    Status = "status",
    /// The part of the status line that says where one is.
    StatusStrong = "status-strong",
    /// The mode in the status line.
    Mode = "mode",
    /// What a key does, in the hint line.
    Hint = "hint",
    /// The key, in the hint line and the help.
    HintKey = "hint-key",
    /// A message.
    Notice = "notice",
    /// A message of what went wrong.
    Error = "error",
    /// The sign before an input line.
    Prompt = "prompt",
    /// The frame of a popup.
    PopupBorder = "popup-border",
    /// The title of a popup.
    PopupTitle = "popup-title",
    /// The chosen entry of a list.
    Selected = "selected",
    /// The letters of an entry that match what was typed.
    Match = "match",
    /// Those letters in the chosen entry.
    MatchSelected = "match-selected",
}

impl Face {
    /// Finds the face that [`Face::name`] calls `name`.
    pub fn from_name(name: &str) -> Option<Face> {
        Face::ALL.iter().copied().find(|face| face.name() == name)
    }
}

//! Every command of the reader: its name, and where it makes sense.
//!
//! A key press becomes an [`Action`] in the keymap and nowhere else. What an action does is in
//! `app`; its help text is the message `action-NAME` of the locale.

mod context;

pub use context::Context;

/// A command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Action {
    // Moving: in the text, in the sidebar and in every list.
    /// One line or entry down.
    LineDown,
    /// One line or entry up.
    LineUp,
    /// Half a page down.
    HalfPageDown,
    /// Half a page up.
    HalfPageUp,
    /// A page down.
    PageDown,
    /// A page up.
    PageUp,
    /// Scrolls the screen a line down; the reader stays while their line shows.
    ScrollDown,
    /// Scrolls the screen a line up.
    ScrollUp,
    /// Puts the line where the reader is in the middle of the screen.
    Centre,
    /// To the start.
    GoStart,
    /// To the end, or with a number before the key to that line of the file.
    GoEnd,
    /// To a per cent of the text, given by the number before the key or asked for.
    GoPercent,
    // Jumping.
    /// To the next task; with a number N to task N.
    NextTask,
    /// To the previous task; with a number, that many back.
    PreviousTask,
    /// To the next item of any series; with a number N to item N of this series.
    NextItem,
    /// To the previous item; with a number, that many back.
    PreviousItem,
    /// To the next section; with a number N to section N.
    NextSection,
    /// To the previous section; with a number, that many back.
    PreviousSection,
    /// Asks for an address and goes there.
    GoAddress,
    /// Opens the outline with a filter prompt.
    FilterOutline,
    /// Back to where one jumped from.
    JumpBack,
    /// Forward again.
    JumpForward,
    // Searching.
    /// Asks for words and finds them while they are typed.
    Search,
    /// Asks for words and finds them backward.
    SearchBackward,
    /// Searches for the selected words, or the first ones where the reader is.
    SearchHere,
    /// To the next hit.
    SearchNext,
    /// To the previous hit.
    SearchPrevious,
    /// Asks for words and shows only the items that have them.
    NarrowItems,
    /// Takes marks and capitals more or less strictly.
    SearchMode,
    /// Asks for words and finds them in the library.
    SearchLibrary,
    /// To the next hit in the library, in whichever speech it is.
    NextLibraryHit,
    /// To the previous hit in the library.
    PreviousLibraryHit,
    /// Keeps what is searched for in the library.
    SaveSearch,
    /// Copies all hits in the library as citations.
    CopyHits,
    /// Bookmarks the passages of all hits in the library.
    BookmarkHits,
    /// Writes all hits in the library to a file.
    ExportHits,
    /// Opens the register of the library, narrowed to what was searched for.
    RegisterHits,
    // Selecting, copying.
    /// Starts a selection; inside one, takes the next larger unit.
    Select,
    /// Selects by line.
    SelectLine,
    /// Selects by sentence.
    SelectSentence,
    /// Selects by paragraph.
    SelectParagraph,
    /// Moves the other end of the selection.
    SelectSwap,
    /// Copies the selection or the passage at hand with its citation.
    Copy,
    // Bookmarks.
    /// Bookmarks the selection, the item or the paragraph at hand, at once.
    Bookmark,
    /// The same, and asks for a note.
    BookmarkNote,
    /// Opens the list of bookmarks.
    Bookmarks,
    /// Opens the review of bookmarks that are not where they were.
    Review,
    /// Shows the next passage that may be meant.
    NextCandidate,
    /// Takes all moved and edited passages as they were found.
    AcceptAll,
    /// Attaches a bookmark to a passage chosen in the text.
    Reattach,
    /// Keeps a bookmark for its words, although they are gone.
    KeepLost,
    /// To the next bookmark in the text.
    NextBookmark,
    /// To the previous bookmark in the text.
    PreviousBookmark,
    /// Edits the note of the bookmark at hand.
    EditNote,
    /// Deletes a bookmark (in the list).
    Delete,
    /// Brings back what was deleted last.
    Undo,
    /// Switches the list between this speech and all.
    ToggleScope,
    /// Returns a bookmark the letter pressed next.
    SetLetter,
    /// To the bookmark that has the letter pressed next.
    GoLetter,
    /// Edits the tags of a bookmark.
    EditTags,
    /// Chooses the kind of a bookmark.
    SetKind,
    /// Narrows the list of bookmarks by tags, roles, kinds, words.
    FilterBookmarks,
    /// Lists bookmarks by place or by time.
    SortBookmarks,
    /// Begins a new line of a note.
    NewLine,
    /// Returns a note to the reader's own editor.
    OpenEditor,
    /// Opens the note that was left unfinished last.
    ResumeNote,
    // The outline.
    /// Says why the outline is as it is at hand.
    Explain,
    /// Opens the menu of corrections.
    Correct,
    /// Makes the paragraph an item.
    MakeItem,
    /// Makes the item none.
    DropItem,
    /// Puts the item one level deeper.
    Deeper,
    /// Puts the item one level further out.
    Shallower,
    /// Returns the item a role.
    ItemRole,
    /// Returns the list a role.
    SeriesRole,
    /// Returns the list a name.
    RenameSeries,
    /// Makes the paragraphs furniture.
    MarkFurniture,
    /// Makes the paragraphs text.
    MarkText,
    /// Takes back the correction made last.
    UndoCorrection,
    /// Opens the list of corrections.
    Corrections,
    // The register of tasks.
    /// Opens the register: who is to do what, with whom, by when.
    Register,
    /// Shows the tasks of this speech, of the open ones, or of the library.
    TaskScope,
    /// Groups the tasks by date, by office or by speech.
    RegroupTasks,
    /// Narrows the tasks by words and conditions.
    FilterTasks,
    /// Shows the tasks of the user's own offices, or all.
    MyTasks,
    /// To the next cell of the task.
    NextCell,
    /// To the previous cell of the task.
    PreviousCell,
    /// Says that the task is done, or that it is not.
    TaskDone,
    /// Says that the task is being done, or that it is not.
    TaskDoing,
    /// Says that the task is none of the user's, or that it is.
    NotMyTask,
    /// Writes a note on the task.
    TaskNote,
    /// Writes what proves that the task is done.
    TaskProof,
    /// Says why the cells of the task are as they are.
    ExplainTask,
    /// Says that the words are no task.
    NoTask,
    /// Says which words name who is in charge.
    TaskOffice,
    /// Says which words tell by when.
    TaskDeadline,
    /// Counts the office at hand among the user's own.
    TakeOffice,
    // What the text refers to.
    /// Goes to what the passage refers to.
    FollowReference,
    /// Tells the short forms that the text defines.
    ShortForms,
    // Speaking.
    /// Tells how long the text takes to be read and spoken.
    ReadingTime,
    /// Lets the text move on by itself, or stops it.
    AutoScroll,
    // Looking.
    /// Shows or hides page furniture.
    ToggleFurniture,
    /// Shows or hides the sidebar.
    ToggleSidebar,
    /// Moves between the sidebar and the text.
    SwitchPane,
    /// Opens a branch of the sidebar.
    Unfold,
    /// Closes a branch of the sidebar.
    Fold,
    /// Opens or closes a branch of the sidebar.
    ToggleFold,
    /// Makes the text wider.
    Widen,
    /// Makes the text narrower.
    Narrow,
    /// Takes the next theme.
    ChooseTheme,
    /// Shows notes below their passages too.
    ToggleNotes,
    /// Puts the text in two columns.
    ToggleColumns,
    /// Lists the notes of the speech in a third pane.
    AsideNotes,
    /// Lists its tasks there.
    AsideTasks,
    /// Keeps the speech there while another is read.
    AsideSpeech,
    /// Switches the language of the interface.
    SwitchLanguage,
    /// Forgets the theme, width, sidebar and language that were chosen in the reader.
    ForgetChoices,
    /// Draws the screen anew.
    Redraw,
    // Speeches.
    /// Opens the list of the library.
    Library,
    /// Asks for a file or a folder and reads it.
    OpenPath,
    /// Asks for a file or a folder and takes it into the library.
    ImportPath,
    /// Takes the open speeches that are not of the library into it.
    ImportOpen,
    /// Writes the speech to a file.
    ExportSpeech,
    /// Writes the tasks of the register to a file.
    ExportTasks,
    /// Writes the bookmarks to a file.
    ExportBookmarks,
    /// Opens the file of the speech with a program of the system.
    OpenOriginal,
    /// Opens the web address of the speech with a program of the system.
    OpenAddress,
    /// Copies the table or the items at hand as cells for a spreadsheet.
    CopyCells,
    /// Copies the table or the items at hand as a table in Markdown.
    CopyMarkdown,
    /// Changes what is known about a speech of the list.
    EditSpeech,
    /// Puts a speech of the list away, or back.
    ArchiveSpeech,
    /// Deletes an imported speech of the list.
    DeleteSpeech,
    /// Puts the list into its next order.
    SortLibrary,
    /// Turns the order of the list round.
    ReverseLibrary,
    /// Opens the next speech.
    NextSpeech,
    /// Opens the previous speech.
    PreviousSpeech,
    // The program.
    /// Does what the entry at hand is for.
    Accept,
    /// Leaves what is open; takes back a pending number, the search's marks, a message.
    Cancel,
    /// Shows the help.
    Help,
    /// Opens the palette: every action by name.
    Palette,
    /// Edits the configuration file.
    EditSettings,
    /// Stops the program until the shell resumes it.
    Suspend,
    /// Ends the program.
    Quit,
}

macro_rules! names {
    ($($action:ident = $name:literal),* $(,)?) => {
        impl Action {
            /// Every action, in the order of the help.
            pub const ALL: &'static [Action] = &[$(Action::$action),*];

            /// Returns the name that keymap files and the palette use, in kebab-case.
            pub fn name(self) -> &'static str {
                match self { $(Action::$action => $name),* }
            }
        }
    };
}

names! {
    LineDown = "line-down", LineUp = "line-up", HalfPageDown = "half-page-down", HalfPageUp = "half-page-up",
    PageDown = "page-down", PageUp = "page-up", ScrollDown = "scroll-down", ScrollUp = "scroll-up", Centre = "centre",
    GoStart = "go-start", GoEnd = "go-end", GoPercent = "go-percent", NextTask = "next-task",
    PreviousTask = "previous-task", NextItem = "next-item", PreviousItem = "previous-item",
    NextSection = "next-section", PreviousSection = "previous-section", GoAddress = "go-address",
    FilterOutline = "filter-outline", JumpBack = "jump-back", JumpForward = "jump-forward", Search = "search",
    SearchBackward = "search-backward", SearchHere = "search-here", SearchNext = "search-next",
    SearchPrevious = "search-previous", NarrowItems = "narrow-items", SearchMode = "search-mode",
    SearchLibrary = "search-library", NextLibraryHit = "next-library-hit",
    PreviousLibraryHit = "previous-library-hit", SaveSearch = "save-search", CopyHits = "copy-hits",
    BookmarkHits = "bookmark-hits", ExportHits = "export-hits", RegisterHits = "register-hits", Select = "select",
    SelectLine = "select-line", SelectSentence = "select-sentence", SelectParagraph = "select-paragraph",
    SelectSwap = "select-swap", Copy = "copy", Bookmark = "bookmark", BookmarkNote = "bookmark-note",
    Bookmarks = "bookmarks", Review = "review", NextCandidate = "next-candidate", AcceptAll = "accept-all",
    Reattach = "reattach", KeepLost = "keep-lost", NextBookmark = "next-bookmark",
    PreviousBookmark = "previous-bookmark", EditNote = "edit-note", Delete = "delete", Undo = "undo",
    ToggleScope = "toggle-scope", SetLetter = "set-letter", GoLetter = "go-letter", EditTags = "edit-tags",
    SetKind = "set-kind", FilterBookmarks = "filter-bookmarks", SortBookmarks = "sort-bookmarks",
    NewLine = "new-line", OpenEditor = "open-editor", ResumeNote = "resume-note", Explain = "explain",
    Correct = "correct", MakeItem = "make-item", DropItem = "drop-item", Deeper = "deeper", Shallower = "shallower",
    ItemRole = "item-role", SeriesRole = "series-role", RenameSeries = "rename-series",
    MarkFurniture = "mark-furniture", MarkText = "mark-text", UndoCorrection = "undo-correction",
    Corrections = "corrections", Register = "register", TaskScope = "task-scope", RegroupTasks = "regroup-tasks",
    FilterTasks = "filter-tasks", MyTasks = "my-tasks", NextCell = "next-cell", PreviousCell = "previous-cell",
    TaskDone = "task-done", TaskDoing = "task-doing", NotMyTask = "not-my-task", TaskNote = "task-note",
    TaskProof = "task-proof", ExplainTask = "explain-task", NoTask = "no-task", TaskOffice = "task-office",
    TaskDeadline = "task-deadline", TakeOffice = "take-office", FollowReference = "follow-reference",
    ShortForms = "short-forms", ReadingTime = "reading-time", AutoScroll = "auto-scroll",
    ToggleFurniture = "toggle-furniture", ToggleSidebar = "toggle-sidebar", SwitchPane = "switch-pane",
    Unfold = "unfold", Fold = "fold", ToggleFold = "toggle-fold", Widen = "widen", Narrow = "narrow",
    ChooseTheme = "choose-theme", ToggleNotes = "toggle-notes", ToggleColumns = "toggle-columns",
    SwitchLanguage = "switch-language", ForgetChoices = "forget-choices", AsideNotes = "aside-notes",
    AsideTasks = "aside-tasks", AsideSpeech = "aside-speech", Redraw = "redraw", Library = "library",
    OpenPath = "open", ImportPath = "import", ImportOpen = "import-open", ExportSpeech = "export-speech",
    ExportTasks = "export-tasks", ExportBookmarks = "export-bookmarks", OpenOriginal = "open-original",
    OpenAddress = "open-address", CopyCells = "copy-cells", CopyMarkdown = "copy-markdown",
    EditSpeech = "edit-speech", ArchiveSpeech = "archive-speech", DeleteSpeech = "delete-speech",
    SortLibrary = "sort-library", ReverseLibrary = "reverse-library", NextSpeech = "next-speech",
    PreviousSpeech = "previous-speech", Accept = "accept", Cancel = "cancel", Help = "help", Palette = "palette",
    EditSettings = "edit-settings", Suspend = "suspend", Quit = "quit",
}

impl Action {
    /// Finds the action that [`Action::name`] calls `name`.
    pub fn from_name(name: &str) -> Option<Action> {
        Action::ALL.iter().copied().find(|action| action.name() == name)
    }

    /// Returns the id of the message that says what the action does.
    pub fn message(self) -> String {
        format!("action-{}", self.name())
    }
}

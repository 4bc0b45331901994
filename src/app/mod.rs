//! The state of the reader: an [`Event`] goes in, [`Effect`]s come out.
//!
//! Knows the screen's size and what is on it; does no IO, reads no clock and draws nothing. After
//! every event the state is settled: what depends on it (rows, sidebar, lists) is made anew, so
//! that drawing changes nothing.
//!
//! [`App`] is made of sub-states, each in a file of its own, which do not know it nor each other's
//! fields. What touches more than one of them is a method of `App` in `command`.

pub mod amended;
mod aside;
mod autoscroll;
mod command;
mod corrections;
mod document;
mod entry;
mod event;
pub mod explain;
mod fields;
mod file_work;
mod following;
mod id;
mod jumps;
mod keys;
mod layer;
mod library;
mod library_search;
mod look;
mod narrowing;
mod node;
mod notebook;
mod notice;
mod out;
mod place;
mod query_history;
mod reading;
mod reasons;
mod recent;
mod register;
mod scope;
mod screen;
mod seen;
mod selection;
mod shelf;
mod sidebar;
#[cfg(test)]
mod tests;
mod text_search;
mod themes;
pub mod whereabouts;

pub use aside::{Aside, AsideContent, AsideEntry};
pub use autoscroll::AutoScroll;
pub use document::{Here, Highlight, NoteRows, OpenSpeech};
pub use entry::{Content, ShelfEntry, Shelved};
pub use event::{
    Amended, Choosing, Copied, CopyWay, Effect, Event, Failure, Find, Keeping, NewSpeech, Stock,
    Stored,
};
pub use fields::field_id;
pub use file_work::{ExportMatter, FileExport, HitGathering, HitPurpose, ImportedTexts};
pub use id::EntryId;
pub use layer::{
    BookmarkList, BookmarkRow, CorrectionList, FoundList, HELP_GAP, Help, HelpLine, InputLine,
    LibraryList, LibraryRow, ListCursor, NoteEditor, NoteStanding, Overlay, OverlayLayer,
    PathPurpose, Picker, PickerChoice, PickerSource, PickerTarget, Prompt, PromptPurpose,
    RegisterHeading, RegisterLine, RegisterList, RegisterScope, RegisterView, Review, ReviewRow,
    RoleOf, Scope, Subject, TaskColumn, TaskCounts,
};
pub use library_search::{
    At, FoundRow, LibraryAnswer, LibraryRequest, LibrarySearchState, SearchProgress,
};
pub use narrowing::{Narrowed, Narrowing, Shown};
pub use node::{Fold, Node, SidebarRow};
pub use notice::{Notice, NoticeWeight, Saying};
pub use place::{LeftPlace, Remembered};
pub use register::{RegisterState, Tasks, TasksProgress, TasksRead};
pub use scope::ShelfScope;
pub use screen::FurnitureView;
pub use selection::{Selection, SelectionUnit};
pub use shelf::Shelf;
pub use sidebar::{Focus, Sidebar};
pub use text_search::{Completeness, TextSearch};
pub use themes::{ColorDepth, ThemeSource, Themes};

use crate::i18n::Messages;
use crate::layout::{AsidePane, Panes};
use crate::notebook::{Bookmark, Draft};
use crate::settings::Settings;
use crate::speech::anchor::Trace;
use crate::speech::{Date, Origin};
use corrections::UndoneCorrections;
use jiff::Timestamp;
use keys::PendingKeys;
use layer::{Layers, Under};
use library::LibraryState;
use look::Appearance;
use notebook::Notebook;
use out::Out;
use reading::ReadingState;
use recent::RecentActions;
use screen::ScreenState;

/// What the reader starts with.
pub struct ReaderStart {
    /// The settings.
    pub settings: Settings,
    /// The texts of the interface.
    pub messages: Messages,
    /// The themes, and the one to begin with.
    pub themes: Themes,
    /// The speeches at hand, at least one.
    pub shelf: Shelf,
    /// The reader's bookmarks.
    pub bookmarks: Vec<Bookmark>,
    /// Notes that were written and are not kept.
    pub drafts: Vec<Draft>,
    /// Whether the library is among them.
    pub stock: Stock,
    /// Whether anything was chosen in the reader yet.
    pub choosing: Choosing,
    /// What to say first.
    pub notices: Vec<Notice>,
    /// Whether the program runs for the first time.
    pub first_run: bool,
    /// The screen's columns and rows.
    pub size: (u16, u16),
    /// The name of an action that is to fail, and how, for the test of what happens then.
    pub fail_on: Option<String>,
}

/// The state of the reader.
pub struct App {
    settings: Settings,
    now: Timestamp,
    look: Appearance,
    screen: ScreenState,
    keys: PendingKeys,
    shelf: Shelf,
    reading: ReadingState,
    library: LibraryState,
    notebook: Notebook,
    corrections: UndoneCorrections,
    register: RegisterState,
    layers: Layers,
    aside: Aside,
    recent: RecentActions,
    out: Out,
}

impl App {
    /// Starts the reader.
    pub fn new(start: ReaderStart, now: Timestamp) -> Self {
        let settings = start.settings;
        let mut screen = ScreenState::new(&settings, start.size);
        if start.first_run && settings.reader.welcome {
            screen.welcome();
        }
        let mut app = App {
            now,
            look: Appearance::new(start.messages, start.themes, start.choosing),
            screen,
            keys: PendingKeys::new(start.fail_on),
            shelf: match start.stock {
                Stock::Named => start.shelf.all_named(),
                Stock::Listed | Stock::Coming => start.shelf,
            },
            reading: ReadingState::new(settings.search.mode),
            library: LibraryState::new(start.stock),
            notebook: Notebook::new(start.bookmarks, start.drafts),
            corrections: UndoneCorrections::default(),
            register: RegisterState::new(settings.offices.clone()),
            layers: Layers::default(),
            aside: Aside::default(),
            recent: RecentActions::default(),
            out: Out::new(start.notices),
            settings,
        };
        // One speech alone is searched by other keys.
        if app.shelf.session() == ShelfScope::Open && app.shelf.len() > 1 {
            app.library.search.scope = ShelfScope::Open;
        }
        app.mark_all();
        app.tell_review();
        app.offer_draft();
        app.settle();
        app
    }

    /// Takes an event that happened at `now`, and gives what is to be done.
    pub fn update(&mut self, event: Event, now: Timestamp) -> Vec<Effect> {
        self.now = now;
        self.take(event);
        self.renew_waiting();
        self.look_up_homes();
        self.resume_waiting();
        self.want_tasks();
        self.arrive_at_task();
        self.show_theme();
        self.settle();
        self.out.take()
    }

    fn take(&mut self, event: Event) {
        match event {
            Event::Key(press) => self.key(press),
            Event::NoKeyFollowed => self.no_key_followed(),
            Event::NextLine => self.move_on(),
            Event::Paste(text) => self.paste(&text),
            Event::Wheel(rows) => self.wheel(rows),
            Event::Click(x, y) => self.click(x, y),
            Event::Drag(x) => self.screen.drag(x),
            Event::Resize(columns, rows) => self.screen.resize((columns, rows)),
            Event::Opened(entry, result) => self.opened(entry, result),
            Event::Grown(entry, speech) => self.grown(entry, *speech),
            Event::Found(revision, hits, completeness) => self.found(revision, hits, completeness),
            Event::Bookmarks(result) => self.stored(result),
            Event::Loaded(bookmarks) => self.loaded(bookmarks),
            Event::BookmarksTouched => self.read_bookmarks(),
            Event::Renewed(stores, bookmarks) => self.renewed(stores, bookmarks),
            Event::Copied(way, copied) => self.copied(way, &copied),
            Event::Edited { text, trouble } => self.edited(text, trouble),
            Event::Shade(shade) => self.look.follow(shade, &self.settings),
            Event::Shelved(scope, files) => self.shelved(scope, files),
            Event::Gone(paths) => self.gone(&paths),
            Event::Touched(path) => self.touched(&path),
            Event::Reloaded(entry, result) => self.reloaded(entry, result),
            Event::Hunted(revision, hunted) => self.hunted(revision, *hunted),
            Event::Saved(result) => self.saved(result),
            Event::Keeping(keeping) => self.take_keeping(keeping),
            Event::OfficesTaken(result) => self.offices_taken(result),
            Event::TasksRead(entry, read) => self.tasks_read(entry, *read),
            Event::LibraryTasksRead(scope, asked, read, progress) => {
                self.register.take_library((scope, asked), *read, progress);
            }
            Event::Amended(entry, result) => self.amended(entry, result),
            Event::Removed(entry, result) => self.removed(entry, result),
            Event::Restored(result) => self.restored(result),
            Event::Places(read) => self.shelf.note_progress(&read),
            Event::Homes(entry, homes) => self.homes(entry, homes),
            Event::KeptTasks(result) => self.kept_tasks(result),
            Event::TasksTouched => self.read_kept_tasks(),
            Event::History(earlier) => self.reading.search.history.take_earlier(earlier),
            Event::TextsFound(found) => self.texts_found(found),
            Event::Imported(result) => self.imported(result),
            Event::SettingsRead(settings, notices) => self.take_settings(*settings, notices),
            Event::ToCopy(copied) => self.out.want(Effect::Copy(copied)),
            Event::Gathered(bookmarks) => self.keep_hits(bookmarks),
            Event::Completed(typed, found) => self.completed(&typed, &found),
            Event::Resumed => self.out.want(Effect::Redraw),
            Event::Told(notice) => self.out.notice(notice),
        }
    }

    /// Returns what is to be done at the start: reading the rest of a large text, looking after the
    /// library and the files.
    pub fn begin(&mut self) -> Vec<Effect> {
        self.grow_current();
        if self.library.is_in_use() {
            self.out.want(Effect::Shelve(ShelfScope::Library));
        } else if self.shelf.has_unknown() {
            self.out.want(Effect::Shelve(ShelfScope::Open));
        }
        self.want_tasks();
        self.attend_open();
        self.look_up_homes();
        self.settle();
        self.out.take()
    }

    /// Returns where the reader is, to come back to it. Nothing while that is not known for sure.
    pub fn remembered(&self) -> Option<Remembered> {
        let open = self.shelf.document().filter(|open| open.is_whole())?;
        let source = match &open.speech.origin {
            Origin::File(path) => Some(path.clone()),
            Origin::Shipped(_) | Origin::StandardInput => None,
        };
        Some(Remembered {
            speech: open.speech.id.clone(),
            fingerprint: open.speech.fingerprint.clone(),
            pos: open.place(),
            percent: open.percent(),
            trace: Trace::of(&open.speech, open.place()),
            source,
        })
    }

    /// Returns the day it is where the user is, once the register was read.
    pub fn today(&self) -> Option<Date> {
        self.register.today()
    }

    /// Tells whether a row of the sidebar has a task of the user's offices.
    pub fn is_mine(&self, row: SidebarRow) -> bool {
        let Some(open) = self.shelf.document() else { return false };
        let mine = self.register.mine_in(self.shelf.current());
        mine.iter().any(|&pos| open.stands_for(row, pos))
    }

    /// Makes anew what depends on the rest of the state.
    fn settle(&mut self) {
        let wanted = if self.aside.is_open() { AsidePane::Open } else { AsidePane::Closed };
        self.screen.settle(&mut self.shelf, &self.settings, wanted);
        let area = self.screen.panes().and_then(|panes| panes.aside).map(Panes::below_title);
        let key = self.screen.key(0, &self.settings);
        let entries = self.aside_entries().len();
        self.aside.settle(area, key, entries);
        let App { layers, notebook, shelf, screen, library, register, .. } = self;
        library.search.narrow_to(shelf);
        layers.settle(&Under {
            bookmarks: notebook.bookmarks(),
            shelf,
            register,
            screen: screen.size(),
            found: library.search.rows().len(),
        });
    }

    /// Returns what lies under the layers.
    fn under(&self) -> Under<'_> {
        Under {
            bookmarks: self.notebook.bookmarks(),
            shelf: &self.shelf,
            register: &self.register,
            screen: self.screen.size(),
            found: self.library.search.rows().len(),
        }
    }
}

//! The state of the reader: an [`Event`] goes in, [`Effect`]s come out.
//!
//! Knows the screen's size and what is on it; does no IO, reads no clock and draws nothing. After
//! every event the state is settled: what depends on it (rows, sidebar, lists) is made anew, so
//! that drawing changes nothing.

mod act;
pub mod amended;
mod copying;
mod correcting;
mod document;
mod event;
pub mod explain;
mod explaining;
mod finding;
mod going;
mod growing;
mod help;
mod hunting;
mod jumps;
mod keys;
mod labelling;
mod lacking;
mod library;
mod listing;
mod marking;
mod narrowing;
mod note;
mod notebook;
mod notice;
mod noting;
mod out;
mod overlay;
mod picker;
mod prompt;
mod prompting;
mod reasons;
mod renewing;
mod review;
mod searching;
mod seen;
mod select;
mod shelf;
mod shelving;
mod sidebar;
mod storing;
#[cfg(test)]
mod tests;
mod themes;
pub mod whereabouts;

pub use correcting::RoleOf;
pub use document::{Document, Highlight, Landing};
pub use event::{
    Amended, Copied, Effect, Event, Failure, Find, Keeping, Left, NewSpeech, Remembered, Stock,
    Stored, Way,
};
pub use hunting::{At, Hunt, HuntList, HuntRow, HuntState, Hunted, Hunting};
pub use labelling::Subject;
pub use library::{LibraryList, LibraryRow};
pub use narrowing::{Narrowed, Narrowing, Shown};
pub use note::{NoteEditor, Standing};
pub use notebook::{BookmarkList, BookmarkRow, Scope};
pub use notice::{Notice, Saying, Weight};
pub use overlay::{CorrectionList, HELP_COLUMNS, Help, HelpLine, Overlay, Prompt, Purpose};
pub use picker::{Choice, Picker, Source, Target};
pub use prompt::Line as InputLine;
pub use review::{Review, ReviewRow};
pub use searching::Searching;
pub use select::{Selection, Unit};
pub use shelf::{Content, Entry, Shelf, Shelved};
pub use shelving::field_id;
pub use sidebar::{Fold, Node, Sidebar, SidebarRow};
pub use themes::{ColorDepth, ThemeSource, Themes};

use crate::i18n::Messages;
use crate::layout::{LayoutKey, PaneOptions, Panes, Row, panes};
use crate::library::catalog::{Direction, Order};
use crate::notebook::{Bookmark, Draft};
use crate::settings::Settings;
use crate::settings::keymap::{Composed, KeyPress};
use crate::settings::theme::Shade;
use crate::speech::anchor::{self};
use crate::speech::correction::Filed;
use crate::text::TextPos;
use jiff::Timestamp;
use out::Out;
use shelving::Undoing;

/// Which pane has the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The reading pane.
    Text,
    /// The sidebar.
    Sidebar,
}

/// What the reader starts with.
pub struct Start {
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
    messages: Messages,
    themes: Themes,
    theme_chosen: bool,
    shelf: Shelf,
    bookmarks: Vec<Bookmark>,
    /// How many times changes of them were stored.
    stores: u64,
    deleted: Vec<Bookmark>,
    /// Corrections taken back, the last one last.
    undone: Vec<Filed>,
    size: (u16, u16),
    panes: Option<Panes>,
    rows: Vec<Row>,
    sidebar: Sidebar,
    sidebar_shown: bool,
    focus: Focus,
    measure: u16,
    furniture: bool,
    overlays: Vec<Overlay>,
    selection: Option<Selection>,
    searching: Searching,
    hunting: Hunting,
    pending: Vec<KeyPress>,
    /// What an input method makes of the keys pressed.
    composed: Composed,
    count: Option<u32>,
    welcome: bool,
    now: Timestamp,
    fail_on: Option<String>,
    /// Notes that were written and are not kept, the last one last.
    drafts: Vec<Draft>,
    /// The unfinished note to open once its speech is.
    resuming: Option<Draft>,
    /// Whether the note that is open is being stored.
    storing_note: bool,
    /// The bookmark made or changed last, and where the reader was then.
    touched: Option<(String, TextPos)>,
    /// The letter that completed the keys pressed last.
    letter: Option<char>,
    /// The bookmark that the reader is choosing a passage for.
    reattaching: Option<String>,
    /// The bookmark to go to once its speech is open.
    going_to: Option<String>,
    /// What is being done for the library.
    keeping: Keeping,
    /// The order of the list of the library.
    library_order: (Order, Direction),
    /// What can be taken back in it, the last one last.
    shelvings: Vec<Undoing>,
    /// Whether the change that is being stored takes one back.
    taking_back: bool,
    stock: Stock,
    /// The new version of the speech being read, which waits until nothing lies over the text.
    fresh: Option<(usize, Box<NewSpeech>)>,
    /// What is wanted of the outside and told to the reader.
    out: Out,
}

impl App {
    /// Starts the reader.
    pub fn new(start: Start, now: Timestamp) -> Self {
        let Start { settings, messages, themes, shelf, bookmarks, .. } = start;
        let welcome = settings.reader.welcome;
        let mode = settings.search.mode;
        let mut app = App {
            sidebar_shown: settings.sidebar.visible,
            measure: settings.reader.measure,
            furniture: settings.reader.furniture,
            settings,
            messages,
            themes,
            theme_chosen: false,
            shelf,
            bookmarks,
            stores: 0,
            deleted: Vec::new(),
            undone: Vec::new(),
            size: start.size,
            panes: None,
            rows: Vec::new(),
            sidebar: Sidebar::default(),
            focus: Focus::Text,
            overlays: Vec::new(),
            selection: None,
            searching: Searching::in_mode(mode),
            hunting: Hunting::default(),
            pending: Vec::new(),
            composed: Composed::default(),
            count: None,
            welcome: start.first_run && welcome,
            now,
            fail_on: start.fail_on,
            drafts: start.drafts,
            resuming: None,
            storing_note: false,
            touched: None,
            letter: None,
            reattaching: None,
            going_to: None,
            library_order: (Order::Date, Direction::Usual),
            shelvings: Vec::new(),
            taking_back: false,
            keeping: match start.stock {
                Stock::Coming => Keeping::Listing,
                Stock::Named | Stock::Listed => Keeping::Done,
            },
            stock: start.stock,
            fresh: None,
            out: Out::new(start.notices),
        };
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
        self.settle();
        self.out.take()
    }

    fn take(&mut self, event: Event) {
        match event {
            Event::Key(press) => self.key(press),
            Event::NoKeyFollowed => self.no_key_followed(),
            Event::Paste(text) => self.paste(&text),
            Event::Wheel(rows) => self.wheel(rows),
            Event::Click(x, y) => self.click(x, y),
            Event::Resize(columns, rows) => self.size = (columns, rows),
            Event::Opened(entry, result) => self.opened(entry, result),
            Event::Grown(entry, speech) => self.grown(entry, *speech),
            Event::Found(revision, hits, complete) => self.found(revision, hits, complete),
            Event::Bookmarks(result) => self.stored(result),
            Event::Loaded(bookmarks) => self.loaded(bookmarks),
            Event::BookmarksTouched => self.read_bookmarks(),
            Event::Renewed(stores, bookmarks) => self.renewed(stores, bookmarks),
            Event::Copied(way, copied) => self.copied(way, &copied),
            Event::Edited { text, trouble } => self.edited(text, trouble),
            Event::Shade(shade) => self.shade(shade),
            Event::Shelved(files) => self.shelved(files),
            Event::Gone(paths) => self.gone(&paths),
            Event::Touched(path) => self.touched(&path),
            Event::Reloaded(entry, result) => self.reloaded(entry, result),
            Event::Hunted(revision, hunted) => self.hunted(revision, *hunted),
            Event::Saved(result) => self.saved(result),
            Event::Keeping(keeping) => self.keeping = keeping,
            Event::Amended(index, result) => self.amended(index, result),
            Event::Removed(index, result) => self.removed(index, result),
            Event::Restored(result) => self.restored(result),
            Event::Places(read) => self.shelf.note_progress(&read),
            Event::Homes(index, homes) => self.homes(index, homes),
            Event::Resumed => self.out.want(Effect::Redraw),
            Event::Told(notice) => self.out.notice(notice),
        }
    }

    /// Gives what is to be done at the start: reading the rest of a large text, looking after the
    /// library and the files.
    pub fn begin(&mut self) -> Vec<Effect> {
        self.grow_current();
        match self.stock {
            Stock::Named => {}
            Stock::Listed | Stock::Coming => self.out.want(Effect::Shelve),
        }
        self.attend_open();
        self.look_up_homes();
        self.settle();
        self.out.take()
    }

    /// Gives where the reader is, to come back to it. Nothing while that is not known for sure.
    pub fn remembered(&self) -> Option<Remembered> {
        let open = self.shelf.document().filter(|open| open.is_whole())?;
        let source = match &open.speech.origin {
            crate::speech::Origin::File(path) => Some(path.clone()),
            _ => None,
        };
        Some(Remembered {
            speech: open.speech.id.clone(),
            fingerprint: open.speech.fingerprint.clone(),
            pos: open.place(),
            percent: open.percent(),
            trace: anchor::Trace::of(&open.speech, open.place()),
            source,
        })
    }

    fn shade(&mut self, shade: Shade) {
        if self.theme_chosen {
            return;
        }
        self.themes.choose(self.settings.theme_name(Some(shade)));
    }

    /// Makes anew what depends on the rest of the state.
    fn settle(&mut self) {
        let sidebar_in_use = self.focus == Focus::Sidebar;
        let wanted = self.sidebar_shown || sidebar_in_use;
        let wish = PaneOptions {
            sidebar: wanted.then_some(self.settings.sidebar.width),
            min_columns: self.settings.sidebar.min_columns,
            sidebar_in_use,
            measure: self.measure,
            centred: self.settings.reader.center,
        };
        self.panes = panes(self.size.0, self.size.1, wish);
        let furniture = self.furniture;
        if let Some(panes) = self.panes {
            // Under a sidebar that takes the whole screen the text keeps its shape.
            let text = panes.text;
            if let Some(open) = self.shelf.document_mut() {
                if text.width > 0 {
                    open.fit(
                        LayoutKey {
                            width: text.width,
                            furniture,
                            gaps: self.settings.reader.paragraph_gap > 0,
                        },
                        text.height,
                    );
                }
                self.rows = open.rows();
            } else {
                self.rows.clear();
            }
            let height = panes.sidebar.map_or(0, |area| usize::from(area.height));
            self.sidebar.settle(&self.shelf, height, self.focus == Focus::Text);
        }
        self.settle_overlays();
    }
}

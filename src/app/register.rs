//! The register's rows at hand: those of open speeches, read when they are asked for, and those of the library.

use super::id::EntryId;
use super::layer::{RegisterScope, RegisterView, TaskColumn};
use super::scope::ShelfScope;
use crate::register::{
    KeptTask, OfficeBook, OfficeSettings, RegisterEntry, StrayTask, WantedOffice, retrack,
};
use crate::speech::{Date, Outline};
use crate::text::{TextPos, TextRange};
use std::collections::{BTreeMap, HashSet};
use std::rc::Rc;
use std::sync::Arc;

/// Rows of the register, shared by those that show them.
pub type Tasks = Rc<Vec<RegisterEntry>>;

/// The rows of the register at hand.
#[derive(Debug)]
pub struct RegisterState {
    speeches: BTreeMap<EntryId, SpeechTasks>,
    library: LibraryTasks,
    /// Those of speeches that were named and are not open.
    named: LibraryTasks,
    offices: Offices,
    /// Another number whenever rows may have changed.
    revision: u64,
    today: Option<Date>,
    /// How the register is looked at.
    pub(super) view: RegisterView,
    /// A task that is gone to once its speech is open.
    errand: Option<TaskErrand>,
    /// Tasks of which something was said, as they were before, the last one last.
    said: Vec<RegisterEntry>,
}

/// The offices that the user names, and how names are compared; made when they are needed.
#[derive(Debug)]
enum Offices {
    Settings(OfficeSettings),
    Book(Rc<OfficeBook>, Option<Rc<WantedOffice>>),
}

/// The rows of an open speech.
#[derive(Debug)]
struct SpeechTasks {
    /// The outline that they were asked for with: another one asks anew.
    made_of: Arc<Outline>,
    rows: Option<Tasks>,
    /// Where those of the user's offices begin.
    mine: Vec<TextPos>,
}

/// The rows of the library.
#[derive(Debug, Default)]
struct LibraryTasks {
    asked: u64,
    progress: TasksProgress,
    rows: Tasks,
}

/// How far rows have come in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TasksProgress {
    /// Nobody asked for them.
    #[default]
    Unasked,
    /// Some are still to come.
    Coming,
    /// All are here.
    Done,
}

/// Rows of the register that were read.
#[derive(Clone, Debug)]
pub struct TasksRead {
    /// The rows with what the user said of them.
    pub entries: Vec<RegisterEntry>,
    /// What the user said of tasks that have no row any more.
    pub strays: Vec<StrayTask>,
    /// The day it is where the user is.
    pub today: Date,
}

/// A task that is gone to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TaskErrand {
    /// The entry of its speech.
    pub entry: EntryId,
    /// The id of its row.
    pub id: String,
    /// The cell that is meant.
    pub column: TaskColumn,
    /// The words to go to.
    pub words: TextRange,
    /// The fingerprint of the text that the words are in.
    pub fingerprint: String,
}

impl RegisterState {
    /// Starts without rows.
    pub(super) fn new(offices: OfficeSettings) -> Self {
        RegisterState {
            speeches: BTreeMap::new(),
            library: LibraryTasks::default(),
            named: LibraryTasks::default(),
            offices: Offices::Settings(offices),
            revision: 0,
            today: None,
            view: RegisterView::default(),
            errand: None,
            said: Vec::new(),
        }
    }

    /// Returns a number that is another one whenever rows may have changed.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Returns the day it is where the user is, as of when rows were read last.
    pub fn today(&self) -> Option<Date> {
        self.today
    }

    /// Returns how names of offices are compared, and the user's own offices.
    pub(super) fn offices(&mut self) -> (Rc<OfficeBook>, Option<Rc<WantedOffice>>) {
        if let Offices::Settings(settings) = &self.offices {
            let book = OfficeBook::new(settings.clone());
            let mine = book.mine().map(Rc::new);
            self.offices = Offices::Book(Rc::new(book), mine);
        }
        match &self.offices {
            Offices::Book(book, mine) => (Rc::clone(book), mine.clone()),
            Offices::Settings(_) => (Rc::default(), None),
        }
    }

    /// Takes other offices of the user's.
    pub(super) fn set_offices(&mut self, offices: OfficeSettings) {
        self.offices = Offices::Settings(offices);
        self.revision += 1;
        for entry in self.speeches.keys().copied().collect::<Vec<_>>() {
            self.mark(entry);
        }
    }

    /// Tells whether the user says which offices are theirs.
    pub(super) fn has_mine(&self) -> bool {
        match &self.offices {
            Offices::Settings(settings) => !settings.mine.is_empty(),
            Offices::Book(_, mine) => mine.is_some(),
        }
    }

    /// Finds the items of a speech that have tasks of the user's offices.
    fn mark(&mut self, entry: EntryId) {
        let mine = self.has_mine().then(|| self.offices().1).flatten();
        let Some(tasks) = self.speeches.get_mut(&entry) else { return };
        let rows = tasks.rows.iter().flat_map(|rows| rows.iter());
        let is_mine = |entry: &&RegisterEntry| {
            mine.as_ref().is_some_and(|mine| entry.row.fit(mine).is_some())
        };
        tasks.mine = rows.filter(is_mine).map(|entry| entry.row.range.start).collect();
    }

    /// Returns where the tasks of the user's offices begin in an open speech, in the order of the text.
    pub fn mine_in(&self, entry: EntryId) -> &[TextPos] {
        self.speeches.get(&entry).map(|tasks| tasks.mine.as_slice()).unwrap_or_default()
    }

    /// Returns the rows of a scope, in the order of the shelf.
    pub fn rows(&self, scope: RegisterScope, current: EntryId) -> Tasks {
        match scope {
            RegisterScope::Speech => self.rows_of(current),
            RegisterScope::Open => {
                let open = self.speeches.values().filter_map(|tasks| tasks.rows.as_deref());
                let open: Vec<&RegisterEntry> = open.flatten().collect();
                let known: HashSet<&str> =
                    open.iter().map(|entry| entry.row.speech.fingerprint.as_str()).collect();
                let is_new =
                    |entry: &&RegisterEntry| !known.contains(entry.row.speech.fingerprint.as_str());
                let named = self.named.rows.iter().filter(is_new);
                Rc::new(open.iter().copied().chain(named).cloned().collect())
            }
            RegisterScope::Library => Rc::clone(&self.library.rows),
        }
    }

    /// Returns the rows of an open speech.
    pub fn rows_of(&self, entry: EntryId) -> Tasks {
        self.speeches.get(&entry).and_then(|tasks| tasks.rows.clone()).unwrap_or_default()
    }

    /// Returns how far the rows of a scope have come in.
    pub fn progress(&self, scope: RegisterScope, current: EntryId) -> TasksProgress {
        let of = |tasks: Option<&SpeechTasks>| match tasks.map(|tasks| tasks.rows.is_some()) {
            None => TasksProgress::Unasked,
            Some(false) => TasksProgress::Coming,
            Some(true) => TasksProgress::Done,
        };
        match scope {
            RegisterScope::Speech => of(self.speeches.get(&current)),
            RegisterScope::Open => {
                let coming = self.speeches.values().any(|tasks| tasks.rows.is_none())
                    || self.named.progress == TasksProgress::Coming;
                if coming { TasksProgress::Coming } else { TasksProgress::Done }
            }
            RegisterScope::Library => self.library.progress,
        }
    }

    /// Notes that the rows of a speech are asked for; returns whether they were not yet, with this outline.
    pub(super) fn ask(&mut self, entry: EntryId, outline: &Arc<Outline>) -> bool {
        let known = self.speeches.get(&entry);
        if known.is_some_and(|tasks| Arc::ptr_eq(&tasks.made_of, outline)) {
            return false;
        }
        // The rows of before show until the new ones are there.
        let before = self.speeches.remove(&entry).map(|tasks| (tasks.rows, tasks.mine));
        let (rows, mine) = before.unwrap_or_default();
        self.speeches.insert(entry, SpeechTasks { made_of: Arc::clone(outline), rows, mine });
        true
    }

    /// Takes the rows of an open speech.
    pub(super) fn take(&mut self, entry: EntryId, read: TasksRead) {
        self.revision += 1;
        self.today = Some(read.today);
        if let Some(tasks) = self.speeches.get_mut(&entry) {
            tasks.rows = Some(Rc::new(read.entries));
        }
        self.mark(entry);
    }

    /// Notes that the rows of the library, or of what was named, are asked for; returns the number of the request, or nothing if they are
    /// here or coming.
    pub(super) fn ask_library(&mut self, scope: ShelfScope) -> Option<u64> {
        let tasks = self.of_scope(scope);
        (tasks.progress == TasksProgress::Unasked).then(|| {
            tasks.progress = TasksProgress::Coming;
            tasks.asked += 1;
            tasks.asked
        })
    }

    fn of_scope(&mut self, scope: ShelfScope) -> &mut LibraryTasks {
        match scope {
            ShelfScope::Open => &mut self.named,
            ShelfScope::Library => &mut self.library,
        }
    }

    /// Takes it that the library has changed: its rows are asked for anew when they are wanted.
    pub(super) fn forget_library(&mut self) {
        for tasks in [&mut self.library, &mut self.named] {
            tasks.progress = TasksProgress::Unasked;
        }
    }

    /// Takes the rows of the library that are there so far, for the request with this number.
    pub(super) fn take_library(
        &mut self,
        (scope, asked): (ShelfScope, u64),
        read: TasksRead,
        progress: TasksProgress,
    ) {
        let tasks = self.of_scope(scope);
        // Rows of before show until as many are there again.
        let is_less = read.entries.len() < tasks.rows.len();
        if asked != tasks.asked || (progress == TasksProgress::Coming && is_less) {
            return;
        }
        tasks.progress = progress;
        tasks.rows = Rc::new(read.entries);
        self.revision += 1;
        self.today = Some(read.today);
    }

    /// Takes what is kept of tasks now.
    pub(super) fn take_kept(&mut self, kept: &[KeptTask]) {
        self.revision += 1;
        let speeches = self.speeches.values_mut().filter_map(|tasks| tasks.rows.as_mut());
        for rows in speeches.chain([&mut self.library.rows, &mut self.named.rows]) {
            retrack(Rc::make_mut(rows).iter_mut(), kept);
        }
    }

    /// Keeps a task as it is before something is said of it.
    pub(super) fn note_said(&mut self, before: RegisterEntry) {
        self.said.push(before);
    }

    /// Returns the task of which something was said last, as it was before.
    pub(super) fn unsay(&mut self) -> Option<RegisterEntry> {
        self.said.pop()
    }

    /// Returns a task as it is now.
    pub(super) fn now(&self, before: &RegisterEntry) -> Option<RegisterEntry> {
        let speeches = self.speeches.values().filter_map(|tasks| tasks.rows.as_ref());
        let kept = [&self.library.rows, &self.named.rows];
        let mut all = speeches.chain(kept).flat_map(|rows| rows.iter());
        all.find(|entry| entry.row.id == before.row.id).cloned()
    }

    /// Notes a task that is to be gone to.
    pub(super) fn begin(&mut self, errand: TaskErrand) {
        self.errand = Some(errand);
    }

    /// Returns the entry of the task that is to be gone to.
    pub(super) fn going(&self) -> Option<EntryId> {
        self.errand.as_ref().map(|errand| errand.entry)
    }

    /// Returns the task that is to be gone to in the speech that is being read; one of another speech, which was left, is
    /// given up.
    pub(super) fn arrive(&mut self, entry: EntryId) -> Option<TaskErrand> {
        self.errand.take().filter(|errand| errand.entry == entry)
    }
}

//! A reader without a terminal: keys in the user's syntax go in, the screen comes out as text.
//!
//! What the state wants done outside is done at once, on values in place of files.

use super::assigned::assigned;
use super::frame::Frame;
use crate::app::{
    Amended, App, Choosing, ColorDepth, Completeness, Content, CopyWay, Effect, EntryId, Event,
    FileExport, HitGathering, ImportedTexts, LeftPlace, LibraryAnswer, NewSpeech, Notice,
    OpenSpeech, ReaderStart, Remembered, SearchProgress, Shelf, ShelfEntry, ShelfScope, Shelved,
    Stock, Stored, TasksProgress, TasksRead, ThemeSource, Themes,
};
use crate::i18n::{Lang, Message, Messages};
use crate::library::catalog::Progress;
use crate::library::files::{self, Opened};
use crate::notebook::{Bookmark, Change, Draft};
use crate::register::{
    KeptTask, OfficeSettings, RegisterEntry, RegisterVocabulary, TaskChange, TaskStatus, TaskWish,
    corrected, rows_of,
};
use crate::search;
use crate::search::found::{Coverage, FoundSpeech};
use crate::settings::Settings;
use crate::settings::keymap::{Key, KeyPress};
use crate::settings::theme::{Face, Theme};
use crate::speech::correction::{Checked, Edit, Filed};
use crate::speech::parse::Lexicon;
use crate::speech::{
    Amendment, Date, Extent, Field, Origin, SavedSearch, Saving, Speech, SpeechId, SpeechKind,
};
use crate::text::width;
use jiff::Timestamp;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::collections::{HashMap, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The sizes that every screen is looked at in.
pub const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (40, 10)];
/// Both languages.
pub const LANGS: [Lang; 2] = [Lang::Vi, Lang::En];
/// A text without items.
pub const PLAIN: &str = "Thư gửi bạn đọc\n\nĐây là một đoạn văn không có mục nào.\n\nHết.\n";

/// Trouble of the store's: the disk of this folder is full.
pub fn full(path: &str) -> Message {
    Message::with("store-full", [("path", path.into())])
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::shipped);
static SHIPPED: LazyLock<Speech> =
    LazyLock::new(|| files::shipped(&LEXICON).into_iter().next().expect("a speech ships").speech);

/// Returns the shipped speech.
pub fn shipped() -> Speech {
    SHIPPED.clone()
}

/// Makes a speech of a text, as if it stood in the file `name`.
pub fn speech(name: &str, text: &str) -> Speech {
    let origin = Origin::File(PathBuf::from(name));
    files::from_bytes(text.as_bytes().to_vec(), origin, &LEXICON).expect("a text").speech
}

/// A file of the reader's: read when it is asked for.
#[derive(Clone)]
pub struct File {
    pub path: PathBuf,
    pub text: Result<String, Message>,
}

/// What a reader is started with.
#[derive(Clone)]
pub struct Setup {
    pub speeches: Vec<Speech>,
    pub files: Vec<File>,
    pub lang: Lang,
    pub size: (u16, u16),
    pub settings: Settings,
    pub bookmarks: Vec<Bookmark>,
    pub drafts: Vec<Draft>,
    pub theme: &'static str,
    pub first_run: bool,
    pub choosing: Choosing,
    pub stock: Stock,
}

impl Setup {
    pub fn new(speeches: Vec<Speech>) -> Self {
        Setup {
            speeches,
            files: Vec::new(),
            lang: Lang::Vi,
            size: (120, 40),
            settings: Settings::default(),
            bookmarks: Vec::new(),
            drafts: Vec::new(),
            theme: "dark",
            first_run: false,
            choosing: Choosing::Known,
            stock: Stock::Listed,
        }
    }

    pub fn lang(self, lang: Lang) -> Self {
        Setup { lang, ..self }
    }

    pub fn size(self, size: (u16, u16)) -> Self {
        Setup { size, ..self }
    }

    pub fn file(mut self, path: &str, text: Result<&str, Message>) -> Self {
        let text = text.map(str::to_owned);
        self.files.push(File { path: PathBuf::from(path), text });
        self
    }

    pub fn start(self) -> Reader {
        self.start_with(None)
    }

    /// Starts with what the background answers held back.
    pub fn start_held(self) -> Reader {
        self.start_with(Some(VecDeque::new()))
    }

    fn start_with(self, held: Option<VecDeque<Event>>) -> Reader {
        let open = |speech: Speech| ShelfEntry::open(OpenSpeech::new(speech));
        let mut entries: Vec<ShelfEntry> = self.speeches.into_iter().map(open).collect();
        let unread = |file: &File| {
            let open = |entry: &ShelfEntry| {
                entry
                    .document()
                    .is_some_and(|open| open.speech.origin == Origin::File(file.path.clone()))
            };
            (!entries.iter().any(open)).then(|| ShelfEntry::unread(file.path.clone()))
        };
        let unread: Vec<ShelfEntry> = self.files.iter().filter_map(unread).collect();
        entries.extend(unread);
        let themes = Theme::builtin_names().iter().map(|name| ThemeSource::Builtin(name));
        let offices = self.settings.offices.clone();
        let start = ReaderStart {
            settings: self.settings,
            messages: Messages::new(self.lang),
            themes: Themes::new(themes.collect(), self.theme, ColorDepth::True),
            shelf: Shelf::new(entries, 0),
            bookmarks: self.bookmarks.clone(),
            drafts: self.drafts.clone(),
            stock: self.stock,
            choosing: self.choosing,
            notices: Vec::new(),
            first_run: self.first_run,
            size: self.size,
            fail_on: None,
        };
        let mut reader = Reader {
            app: App::new(start, now()),
            stored: self.bookmarks,
            drafts: self.drafts,
            filed: Vec::new(),
            made: 0,
            files: self.files,
            done: Vec::new(),
            attended: Vec::new(),
            remembered: Vec::new(),
            shelved: Vec::new(),
            hunted: Vec::new(),
            history: Vec::new(),
            imported: Vec::new(),
            exported: Vec::new(),
            opened_outside: Vec::new(),
            gathered: Vec::new(),
            chosen: Vec::new(),
            searches: Vec::new(),
            places: HashMap::new(),
            deleted: Vec::new(),
            offices,
            kept_tasks: Vec::new(),
            copied: Vec::new(),
            way: CopyWay::Terminal,
            given: Vec::new(),
            edits: Vec::new(),
            looked_up: 0,
            store_fails: None,
            held,
        };
        let effects = reader.app.begin();
        reader.carry_out(effects);
        reader.done.retain(|done| *done != "shelve");
        reader
    }
}

/// The shipped speech, in Vietnamese, on a screen of 120 by 40.
pub fn seed() -> Reader {
    Setup::new(vec![shipped()]).start()
}

/// A running reader.
pub struct Reader {
    pub app: App,
    pub stored: Vec<Bookmark>,
    /// The drafts as they are kept.
    pub drafts: Vec<Draft>,
    pub filed: Vec<Filed>,
    made: usize,
    files: Vec<File>,
    /// The names of the effects that were only noted.
    pub done: Vec<&'static str>,
    pub remembered: Vec<Remembered>,
    /// The speeches that were to be listed.
    pub shelved: Vec<ShelfScope>,
    /// The scopes that were searched.
    pub hunted: Vec<ShelfScope>,
    /// What was searched for, the last one last.
    pub history: Vec<String>,
    /// The files that were to be taken into the library.
    pub imported: Vec<PathBuf>,
    /// What was to be written to files.
    pub exported: Vec<FileExport>,
    /// What was handed to the system.
    pub opened_outside: Vec<String>,
    /// The hits whose passages were wanted.
    pub gathered: Vec<HitGathering>,
    /// What was chosen to hold the next time: options and values.
    pub chosen: Vec<(&'static str, String)>,
    /// The files that are looked after.
    pub attended: Vec<PathBuf>,
    pub copied: Vec<String>,
    /// How copying ends.
    pub way: CopyWay,
    /// The saved searches as they are stored.
    pub searches: Vec<SavedSearch>,
    /// How far speeches were read.
    pub places: HashMap<String, Progress>,
    /// What was deleted.
    pub deleted: Vec<(SpeechId, PathBuf)>,
    /// What the configuration says of offices.
    pub offices: OfficeSettings,
    /// What is kept of tasks.
    pub kept_tasks: Vec<KeptTask>,
    /// The notes given to an editor outside.
    pub given: Vec<String>,
    /// What that editor makes of them: a text, and what went wrong; the last one first.
    pub edits: Vec<(Option<String>, Option<Message>)>,
    /// Of how many bookmarks the files were looked up.
    pub looked_up: usize,
    /// What storing fails with.
    pub store_fails: Option<Message>,
    /// Answers of the background that are held back.
    pub held: Option<VecDeque<Event>>,
}

fn now() -> Timestamp {
    Timestamp::from_second(1_735_689_600).expect("a time in range")
}

/// The day it is.
fn today() -> Date {
    Date::new(2025, 6, 20).expect("a day")
}

/// Reads the tasks of a speech.
fn tasks_of(speech: &Speech) -> TasksRead {
    let vocabulary = RegisterVocabulary::shipped();
    let assignments = corrected(speech, assigned(speech), &vocabulary);
    let rows = rows_of(speech, &assignments).into_iter();
    let entry = |row| RegisterEntry { row, status: TaskStatus::default() };
    TasksRead { entries: rows.map(entry).collect(), strays: Vec::new(), today: today() }
}

impl Reader {
    /// Presses keys, parted by blanks: names of keys ("enter", "ctrl-d"), or letters to be typed
    /// one by one ("3t", "phong").
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for word in keys.split_whitespace() {
            match KeyPress::parse(word) {
                Some(press) => self.event(Event::Key(press)),
                None => self.write(word),
            };
        }
        self
    }

    /// Types every character of a text, blanks too.
    pub fn write(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            self.event(Event::Key(KeyPress::new(Key::Char(c), false, false, false)));
        }
        self
    }

    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.event(Event::Resize(columns, rows))
    }

    pub fn event(&mut self, event: Event) -> &mut Self {
        let effects = self.app.update(event, now());
        self.carry_out(effects);
        self
    }

    /// Changes what is in a file, or makes one, and has the reader told.
    pub fn change(&mut self, path: &str, text: Result<&str, Message>) -> &mut Self {
        let text = text.map(str::to_owned);
        let path = PathBuf::from(path);
        match self.files.iter_mut().find(|file| file.path == path) {
            Some(file) => file.text = text,
            None => self.files.push(File { path: path.clone(), text }),
        }
        self.event(Event::Touched(path))
    }

    /// Lets what was held back arrive.
    pub fn arrive(&mut self) -> &mut Self {
        for event in self.held.take().into_iter().flatten() {
            self.event(event);
        }
        self
    }

    fn wished(&self, TaskWish { entry, edit, speech }: TaskWish) -> TaskChange {
        let known =
            self.kept_tasks.iter().find(|task| Some(&task.id) == entry.status.kept.as_ref());
        let new = || {
            let speech = speech.as_deref().expect("an open speech");
            KeptTask::new(speech, &entry.row, Timestamp::UNIX_EPOCH)
        };
        TaskChange { of: known.cloned().unwrap_or_else(new), edit }
    }

    /// Keeps what is said of tasks, and answers with all that is kept.
    fn change_tasks(&mut self, changes: Vec<TaskChange>) {
        for TaskChange { mut of, edit } in changes {
            let at = self.kept_tasks.iter().position(|task| task.id == of.id);
            if at.is_none() {
                of.id = format!("task{}", self.kept_tasks.len());
            }
            let at = at.unwrap_or(self.kept_tasks.len());
            let end = (at + 1).min(self.kept_tasks.len());
            self.kept_tasks.splice(at..end, [of.edited(&edit)]);
        }
        self.answer(Event::KeptTasks(Ok(self.kept_tasks.clone())));
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Quit => self.done.push("quit"),
                Effect::Suspend => self.done.push("suspend"),
                Effect::Redraw => self.done.push("redraw"),
                Effect::ReadHistory => self.answer(Event::History(self.history.clone())),
                Effect::KeepQuery(query) => self.history.push(query),
                Effect::Complete(typed) => {
                    let fits =
                        self.files.iter().map(|file| file.path.to_string_lossy().into_owned());
                    let found = fits.filter(|path| path.starts_with(&typed)).collect();
                    self.answer(Event::Completed(typed, found));
                }
                Effect::FindTexts(path) => {
                    let all = self.files.iter().map(|file| file.path.clone());
                    let found: Vec<PathBuf> =
                        all.filter(|file| file.starts_with(&path) || *file == path).collect();
                    let found = match found.is_empty() {
                        true => Err(Message::from("file-gone")),
                        false => Ok(found),
                    };
                    self.answer(Event::TextsFound(found));
                }
                Effect::Import(paths) => {
                    self.imported.extend(paths.iter().cloned());
                    let new = paths.iter().map(|path| Path::new("/lib").join(path));
                    let told = ImportedTexts { new: new.collect(), ..ImportedTexts::default() };
                    self.answer(Event::Imported(Ok(Box::new(told))));
                }
                Effect::Export(wanted) => self.exported.push(*wanted),
                Effect::OpenOutside(what) => self.opened_outside.push(what),
                Effect::EditSettings => self.done.push("settings"),
                Effect::Gather(wanted) => self.gathered.push(*wanted),
                Effect::Choose(option, value) => self.chosen.push((option, value)),
                Effect::ForgetChoices => self.chosen.clear(),
                Effect::Welcomed => self.done.push("welcomed"),
                Effect::Shelve(scope) => {
                    self.done.push("shelve");
                    self.shelved.push(scope);
                }
                Effect::Attend(path) => self.attended.push(path),
                Effect::Reload(index, speech) => {
                    let path = PathBuf::from(speech.origin.to_string());
                    let read = self.read(&path);
                    self.answer(Event::Reloaded(index, read));
                }
                Effect::Hunt(hunt) => {
                    self.hunted.push(hunt.scope);
                    let speeches = self.files.iter().filter_map(|file| {
                        let text = file.text.as_ref().ok()?;
                        let speech = speech(&file.path.to_string_lossy(), text);
                        let page = search::Page::of(&speech.text, &speech.blocks);
                        let sought = search::Sought::from(&speech);
                        let (order, hits) = search::find_rows_first(sought, &page, &hunt.query);
                        (!hits.is_empty()).then(|| FoundSpeech::new(&speech, &hits, order))
                    });
                    let speeches: Vec<FoundSpeech> = speeches.collect();
                    let total = self.files.len();
                    let coverage = Coverage { searched: total, total, more: false };
                    let hunted = LibraryAnswer { speeches, coverage, state: SearchProgress::Done };
                    self.answer(Event::Hunted(hunt.revision, Box::new(hunted)));
                }
                Effect::Save(changes) => {
                    let event = self.save(changes);
                    self.event(event);
                }
                Effect::Amend(index, _, after) => {
                    let amended = self.amend(index, after);
                    self.answer(Event::Amended(index, amended));
                }
                Effect::DeleteSpeech(index, path) => {
                    let removed = match &self.store_fails {
                        Some(trouble) => Err(trouble.clone()),
                        None => Ok(self
                            .app
                            .shelf()
                            .entry(index)
                            .expect("an entry")
                            .listed()
                            .known
                            .id
                            .clone()),
                    };
                    if let Ok(id) = &removed {
                        self.deleted.push((id.clone(), path));
                    }
                    self.answer(Event::Removed(index, removed));
                }
                Effect::RestoreSpeech(id) => {
                    let at = self.deleted.iter().position(|(deleted, _)| *deleted == id);
                    let (_, path) = self.deleted.remove(at.expect("it was deleted"));
                    self.answer(Event::Restored(Ok(Box::new(Shelved { path, about: None }))));
                }
                Effect::ReadKeptTasks => self.answer(Event::KeptTasks(Ok(self.kept_tasks.clone()))),
                Effect::KeepTasks(wishes) => {
                    let changes = wishes.into_iter().map(|wish| self.wished(wish)).collect();
                    self.change_tasks(changes);
                }
                Effect::TakeOffice(office) => {
                    let taken = self.take_office(&office);
                    self.answer(Event::OfficesTaken(taken));
                }
                Effect::ReadTasks(index, speech) => {
                    let read = tasks_of(&speech);
                    self.answer(Event::TasksRead(index, Box::new(read)));
                }
                Effect::ReadLibraryTasks(scope, asked) => {
                    let read = self.library_tasks();
                    self.answer(Event::LibraryTasksRead(scope, asked, read, TasksProgress::Done));
                }
                Effect::ListPlaces => self.answer(Event::Places(self.places.clone())),
                Effect::Fail(failure) => panic!("{failure:?}"),
                Effect::Copy(copied) => {
                    self.copied.push(copied.text.clone());
                    self.event(Event::Copied(self.way, copied));
                }
                Effect::ReadBookmarks(stores) => {
                    self.answer(Event::Renewed(stores, self.stored.clone()));
                }
                Effect::KeepDraft(draft) => {
                    self.drafts.retain(|other| !other.is_of(&draft.bookmark));
                    self.drafts.push(*draft);
                }
                Effect::ForgetDraft(draft) => {
                    self.drafts.retain(|other| !other.is_of(&draft.bookmark));
                }
                Effect::Edit(draft) => {
                    self.given.push(draft.text().to_owned());
                    self.drafts.retain(|other| !other.is_of(&draft.bookmark));
                    self.drafts.push(Draft { file: Some("note-1.md".to_owned()), ..*draft });
                    if let Some((text, trouble)) = self.edits.pop() {
                        self.event(Event::Edited { text, trouble });
                    }
                }
                Effect::Remember(remembered) => self.remembered.push(remembered),
                Effect::Correct(index, edits, speech) => {
                    if let Some(trouble) = &self.store_fails {
                        let notice = Notice::trouble(trouble.clone());
                        self.event(Event::Told(notice));
                        continue;
                    }
                    for edit in edits {
                        self.file(edit);
                    }
                    let opened =
                        files::correct_anew(&speech, &self.filed, files::Reading::of(&LEXICON));
                    let Opened { speech, corrections, .. } = opened;
                    let new = NewSpeech { speech, notices: Vec::new(), left: None, corrections };
                    self.answer(Event::Grown(index, Box::new(new)));
                }
                Effect::LookUp(index, speech, bookmarks) => {
                    self.looked_up += bookmarks.len();
                    let homes = files::Homes::new(files::Reading::of(&LEXICON));
                    let of = bookmarks
                        .iter()
                        .map(|one| (one.id.clone(), homes.of(&one.known(), &speech)));
                    self.event(Event::Homes(index, of.collect()));
                }
                Effect::Store(changes) => {
                    let result = self.store(changes);
                    self.event(Event::Bookmarks(result));
                }
                Effect::Open(index, path) => {
                    let opened = self.read(&path);
                    self.answer(Event::Opened(index, opened));
                }
                Effect::Grow(index, speech) => {
                    let path = PathBuf::from(speech.origin.to_string());
                    if let Ok(whole) = self.read(&path) {
                        let mut text = whole.clone();
                        text.speech.extent = Extent::Unparsed;
                        text.speech.outline = speech.outline.clone();
                        self.answer(Event::Grown(index, text));
                        self.answer(Event::Grown(index, whole));
                    }
                }
                Effect::Find(find) => {
                    let speech = &find.speech;
                    let page = search::Page::of(&speech.text, &speech.blocks);
                    let sought = search::Sought::from(speech).with_hidden(find.hidden);
                    if find.query.is_empty() {
                        continue;
                    }
                    let first = search::find_next(sought, &page, &find.query, find.from);
                    let all = search::find(sought, &page, &find.query);
                    let first = first.into_iter().collect();
                    self.answer(Event::Found(find.revision, first, Completeness::Partial));
                    self.answer(Event::Found(find.revision, all, Completeness::Complete));
                }
            }
        }
    }

    /// Counts an office among the user's own, as the configuration would.
    fn take_office(&mut self, office: &str) -> Result<Box<OfficeSettings>, Message> {
        if let Some(trouble) = &self.store_fails {
            return Err(trouble.clone());
        }
        self.offices.mine.push(office.to_owned());
        Ok(Box::new(self.offices.clone()))
    }

    /// Reads the tasks of all files, as the library would.
    fn library_tasks(&self) -> Box<TasksRead> {
        let mut all = TasksRead { entries: Vec::new(), strays: Vec::new(), today: today() };
        for file in &self.files {
            if let Ok(text) = &file.text {
                let speech = speech(&file.path.to_string_lossy(), text);
                all.entries.extend(tasks_of(&speech).entries);
            }
        }
        Box::new(all)
    }

    /// Changes what is known about a speech, as its companion would.
    fn amend(&mut self, index: EntryId, after: Amendment) -> Result<Box<Amended>, Message> {
        if let Some(trouble) = &self.store_fails {
            return Err(trouble.clone());
        }
        let known = self.app.shelf().entry(index).expect("an entry").listed().known.clone();
        let mut meta = known.meta.clone();
        let before = match &after {
            Amendment::Standing(standing) => {
                Amendment::Standing(std::mem::replace(&mut meta.standing, *standing))
            }
            Amendment::Field(field, value) => {
                let old = match field {
                    Field::Title => std::mem::replace(&mut meta.title, value.clone()),
                    Field::Kind => {
                        let old = meta.kind.map(|kind| kind.name().to_owned());
                        meta.kind = SpeechKind::from_name(value);
                        old.unwrap_or_default()
                    }
                    Field::Date => {
                        let old = meta.date.map(|date| date.to_string());
                        meta.date = Date::parse_iso(value);
                        old.unwrap_or_default()
                    }
                    _ => meta.speaker.replace(value.clone()).unwrap_or_default(),
                };
                Amendment::Field(*field, old)
            }
        };
        Ok(Box::new(Amended { before, after, id: known.id, meta }))
    }

    /// Stores changes of saved searches, as the data folder would.
    fn save(&mut self, changes: Vec<Saving>) -> Event {
        for change in changes {
            match change {
                Saving::Add(saved) => {
                    let id = format!("s{}", self.searches.len());
                    self.searches.push(SavedSearch { id, ..saved });
                }
                Saving::Remove(id) => self.searches.retain(|saved| saved.id != id),
            }
        }
        Event::Saved(Ok(self.searches.clone()))
    }

    fn answer(&mut self, event: Event) {
        match &mut self.held {
            Some(held) => held.push_back(event),
            None => {
                self.event(event);
            }
        }
    }

    fn read(&self, path: &Path) -> Result<Box<NewSpeech>, Message> {
        let file = self.files.iter().find(|file| file.path == path).ok_or("file-gone")?;
        let speech = speech(&path.to_string_lossy(), &file.text.clone()?);
        let left = self.remembered.iter().rfind(|place| place.speech == speech.id);
        let left = left.map(|place| LeftPlace {
            pos: place.pos,
            fingerprint: place.fingerprint.clone(),
            trace: place.trace.clone(),
        });
        Ok(Box::new(NewSpeech { speech, notices: Vec::new(), left, corrections: Vec::new() }))
    }

    /// Lets the corrections of the open speech be these.
    pub fn correct_as(&mut self, corrections: Vec<Checked>) -> &mut Self {
        let speech = self.open().speech.clone();
        let new = NewSpeech { speech, notices: Vec::new(), left: None, corrections };
        self.event(Event::Grown(EntryId::new(0), Box::new(new)))
    }

    fn file(&mut self, edit: Edit) {
        match edit {
            Edit::Add(mut filed) => {
                if filed.correction.id.is_empty() {
                    self.made += 1;
                    filed.correction.id = format!("c{}", self.made);
                }
                self.filed.push(filed);
            }
            Edit::Remove(id) => self.filed.retain(|filed| filed.correction.id != id),
        }
    }

    fn store(&mut self, changes: Vec<Change>) -> Result<Stored, Message> {
        if let Some(trouble) = &self.store_fails {
            return Err(trouble.clone());
        }
        let mut gone = Vec::new();
        for change in changes {
            match change {
                Change::Add(mut bookmark) => {
                    if bookmark.id.is_empty() {
                        self.made += 1;
                        bookmark.id = format!("m{}", self.made);
                    }
                    for other in &mut self.stored {
                        if bookmark.labels.letter == other.labels.letter {
                            other.labels.letter = None;
                        }
                    }
                    self.stored.push(bookmark);
                }
                Change::Remove(id) => self.stored.retain(|bookmark| bookmark.id != id),
                Change::Settle(settled) => {
                    for bookmark in self.stored.iter_mut().filter(|old| old.id == settled.id) {
                        bookmark.settle(settled.clone());
                    }
                }
                Change::SetNote(id, note) => {
                    if !self.stored.iter().any(|bookmark| bookmark.id == id) {
                        gone.push(id.clone());
                    }
                    for bookmark in self.stored.iter_mut().filter(|bookmark| bookmark.id == id) {
                        bookmark.note = note.clone();
                    }
                }
                Change::SetTags(id, tags) => {
                    for bookmark in self.stored.iter_mut().filter(|bookmark| bookmark.id == id) {
                        bookmark.labels.tags = tags.clone();
                    }
                }
                Change::SetKind(id, kind) => {
                    for bookmark in self.stored.iter_mut().filter(|bookmark| bookmark.id == id) {
                        bookmark.labels.kind = kind;
                    }
                }
                Change::SetLetter(id, letter) => {
                    for bookmark in &mut self.stored {
                        if bookmark.id == id {
                            bookmark.labels.letter = letter;
                        } else if bookmark.labels.letter == letter {
                            bookmark.labels.letter = None;
                        }
                    }
                }
            }
        }
        Ok(Stored { bookmarks: self.stored.clone(), gone })
    }

    /// Draws a frame and checks what holds for every frame.
    pub fn frame(&self) -> Frame {
        let (columns, rows) = self.app.size();
        let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
        let cursor = super::super::render(&self.app, &mut buffer);
        assert!(cursor.is_none_or(|cursor| buffer.area.contains(cursor)), "cursor {cursor:?}");
        let frame = Frame { buffer, cursor };
        for y in 0..rows {
            let line = frame.line(y);
            assert!(width::width(&line) <= usize::from(columns), "{columns} columns: {line:?}");
            assert!(!line.chars().any(char::is_control), "{line:?}");
        }
        frame
    }

    /// Returns the screen as text.
    pub fn screen(&self) -> String {
        self.frame().text()
    }

    /// Returns what the reading pane shows.
    pub fn pane(&self) -> String {
        let panes = self.app.panes().expect("the screen is large enough");
        let cut = |line: String| {
            let beside = width::prefix(&line, usize::from(panes.pane.x)).len();
            line[beside..].to_owned()
        };
        let frame = self.frame();
        let lines: Vec<String> = (0..panes.pane.height).map(|y| cut(frame.line(y))).collect();
        lines.join("\n")
    }

    /// Returns the status line.
    pub fn status(&self) -> String {
        let rows = self.app.size().1;
        let y = self.app.panes().map_or(0, |panes| panes.status.y).min(rows - 1);
        self.frame().line(y)
    }

    /// Returns the last line: a prompt, a notice, or hints.
    pub fn foot(&self) -> String {
        self.frame().line(self.app.size().1 - 1)
    }

    /// Returns the notice shown, or nothing.
    pub fn notice(&self) -> String {
        let notice = self.app.notice();
        notice.map(|notice| notice.words(self.app.messages())).unwrap_or_default()
    }

    /// Returns what is at the top of the reading pane.
    pub fn top(&self) -> usize {
        self.open().top().get()
    }

    /// Returns the open speech.
    pub fn open(&self) -> &OpenSpeech {
        self.app.shelf().document().expect("a speech is open")
    }

    /// Returns the text of the row that the last jump led to.
    pub fn landed_on(&self) -> String {
        let landing = self.open().landing().expect("a jump landed");
        let row = self.app.rows().iter().find(|row| row.range.contains(landing));
        row.expect("the landing is on the screen").range.of(&self.open().speech.text).to_owned()
    }

    /// Runs an action by its name in the palette.
    pub fn run(&mut self, action: &str) -> &mut Self {
        self.press(":").write(action).press("enter")
    }

    /// Returns the text of the row where the reader is.
    pub fn line_here(&self) -> String {
        let place = self.open().place();
        let row = self.app.rows().iter().find(|row| row.range.contains(place));
        row.expect("the reader is on the screen").range.of(&self.open().speech.text).to_owned()
    }

    /// Returns the text where the row of the sidebar's cursor is, without its sign.
    pub fn sidebar_row(&self) -> String {
        let area = self.app.panes().and_then(|panes| panes.sidebar).expect("a sidebar");
        let row = self.app.sidebar().cursor() - self.app.sidebar().scroll();
        let line = self.frame().line(area.y + row as u16);
        width::prefix(&line, usize::from(area.width)).trim_end().to_owned()
    }

    /// Tells whether the sidebar is on the screen.
    pub fn has_sidebar(&self) -> bool {
        self.app.panes().is_some_and(|panes| panes.sidebar.is_some())
    }

    /// Tells whether a file is unread, is being read, could not be read, or is open.
    pub fn entry(&self, index: usize) -> &'static str {
        match self.app.shelf().entry(EntryId::new(index)).expect("an entry").content {
            Content::Unread(_) => "unread",
            Content::Reading(_) => "reading",
            Content::Failed(..) | Content::Moved => "failed",
            Content::Open(_) => "open",
        }
    }

    pub fn style(&self, face: Face) -> Style {
        self.app.theme().style(face)
    }
}

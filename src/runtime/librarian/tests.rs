//! The librarian as the loop has it: tasks and files in, events out. Nothing waits for time to
//! pass but for the event that is to come, up to a limit.

use super::super::outside::{Outside, Outsides};
use super::*;
use crate::app::{LibraryRequest, ShelfScope, Shelved};
use crate::library::catalog::{Listed, Progress as Read};
use crate::library::files::Isolation;
use crate::library::index::Means;
use crate::library::kept::{Position, Positions};
use crate::search::{Mode, Query, Stage};
use crate::speech::parse::Lexicon;
use crate::text::TextPos;
use std::collections::VecDeque;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// How long an event is waited for.
const LIMIT: Duration = Duration::from_secs(30);
/// From so many bytes on a library has an index: one without, and one with it.
const BOTH: [u64; 2] = [u64::MAX, 0];

/// A library, and folders for all that is kept.
struct Place {
    folder: TempDir,
    small: u64,
}

/// Who looks after a library, and what was told.
struct Hired {
    librarian: Librarian,
    outsides: Outsides,
    told: VecDeque<Event>,
}

impl Place {
    fn new(small: u64) -> Self {
        let place = Place { folder: tempfile::tempdir().expect("a folder"), small };
        fs::create_dir_all(place.path("bài/trong")).expect("a folder");
        place.write("bài/đê.txt", &text("đê điều"));
        place.write("bài/trong/đường.txt", &text("đường sá"));
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Replaces a file in one step.
    fn write(&self, name: &str, text: &str) {
        let beside = self.path("mới viết");
        fs::write(&beside, text).expect("written");
        fs::rename(beside, self.path(name)).expect("put there");
    }

    /// Starts who looks after it, as a program does.
    fn hire(&self) -> Hired {
        let means = Means {
            shipped: false,
            folders: vec![self.path("bài")],
            cache_dir: self.path("cache"),
            lexicon: Arc::new(Lexicon::shipped()),
            isolation: Isolation::Here,
            rules: 0,
            small: self.small,
        };
        let (data_dir, state_dir) = (self.path("kept"), self.path("kept/state"));
        let library = Library { means, encoding: None, data_dir, state_dir };
        let (outsides, teller) = Outsides::new();
        let librarian = Librarian::new(library, ShelfScope::Library, teller);
        Hired { librarian, outsides, told: VecDeque::new() }
    }

    /// The same, with the library on the shelf and known.
    fn hire_and_shelve(&self) -> Hired {
        let mut hired = self.hire();
        hired.librarian.give(Task::Shelve);
        hired.about(&self.path("bài/đê.txt"), "Kết luận về đê điều");
        hired
    }
}

impl Hired {
    /// Waits for an event of which `wanted` makes something, and passes over all others.
    #[track_caller]
    fn wait<T>(&mut self, what: &str, mut wanted: impl FnMut(Event) -> Option<T>) -> T {
        loop {
            while let Some(event) = self.told.pop_front() {
                if let Some(found) = wanted(event) {
                    return found;
                }
            }
            let told = self.outsides.receive(Some(LIMIT));
            assert!(!told.is_empty(), "nothing was told of {what}");
            self.told.extend(told.into_iter().filter_map(|outside| match outside {
                Outside::Event(event) => Some(*event),
                _ => None,
            }));
        }
    }

    /// Waits for files.
    #[track_caller]
    fn shelved(&mut self) -> Vec<Shelved> {
        self.wait("files", |event| match event {
            Event::Shelved(_, files) => Some(files),
            _ => None,
        })
    }

    /// Waits until a file is told of with its title.
    #[track_caller]
    fn about(&mut self, path: &Path, title: &str) -> Listed {
        self.wait(title, |event| {
            let Event::Shelved(_, files) = event else { return None };
            let file = files.into_iter().find(|file| file.path == path)?;
            let about = file.about?.listed(file.path);
            (about.known.meta.title == title).then_some(about)
        })
    }

    #[track_caller]
    fn gone(&mut self, path: &Path) {
        self.wait("a file that is gone", |event| match event {
            Event::Gone(paths) => paths.iter().any(|gone| gone == path).then_some(()),
            _ => None,
        });
    }

    #[track_caller]
    fn touched(&mut self, path: &Path) {
        self.wait("a file that has changed", |event| match event {
            Event::Touched(file) => (file == path).then_some(()),
            _ => None,
        });
    }

    /// Looks after an open file; waits until that has begun.
    #[track_caller]
    fn attend(&mut self, path: &Path) {
        // One that was written just now, or will be, is to be read once more.
        let file = path.ancestors().find(|part| part.is_file()).expect("a file");
        let later = std::time::SystemTime::now() + Duration::from_secs(60);
        let file = fs::File::options().append(true).open(file).expect("opens");
        file.set_modified(later).expect("set");
        self.librarian.give(Task::Attend(path.to_owned()));
        self.touched(path);
    }

    /// Searches, and gives the titles that were found.
    #[track_caller]
    fn hunt(&mut self, revision: u64, typed: &str) -> Vec<String> {
        let query = Query::parse(typed, Mode::Smart, Stage::Finished).expect("a query");
        self.librarian.give(Task::Hunt(Box::new(LibraryRequest {
            revision,
            query,
            scope: ShelfScope::Library,
        })));
        let found = self.wait(typed, |event| match event {
            Event::Hunted(number, hunted) if number == revision => {
                (hunted.state == SearchProgress::Done).then_some(hunted.speeches)
            }
            _ => None,
        });
        let mut titles: Vec<String> = found.into_iter().map(|found| found.title).collect();
        titles.sort();
        titles
    }
}

fn text(about: &str) -> String {
    format!("Kết luận về {about}\n\nMột là: rà soát {about}.\n\nHai là: báo cáo kết quả.\n")
}

#[test]
fn the_library_is_listed_first_and_known_then() {
    for small in BOTH {
        let place = Place::new(small);
        let mut hired = place.hire();
        hired.librarian.give(Task::Shelve);
        let files = hired.shelved();
        let all = ["bài/trong/đường.txt", "bài/đê.txt"].map(|name| place.path(name));
        assert_eq!(files.iter().map(|file| file.path.clone()).collect::<Vec<_>>(), all);
        assert!(files.iter().all(|file| file.about.is_none()), "nothing is known yet");
        let about = hired.about(&all[1], "Kết luận về đê điều");
        assert_eq!((about.known.items, about.progress), (2, None));
        drop(hired);
        // The next time it is known at once, and how far it was read.
        let fingerprint = about.known.fingerprint;
        let when = jiff::Timestamp::from_second(1_700_000_000).expect("a time");
        let position = Position {
            pos: TextPos::new(9),
            fingerprint,
            percent: 40,
            furthest: 40,
            when,
            trace: Default::default(),
            source: None,
        };
        let positions = Positions::new(&place.path("kept/state"));
        positions.save(&about.known.id, &position).expect("saved");
        let mut hired = place.hire();
        hired.librarian.give(Task::Shelve);
        let files = hired.shelved();
        let progress = files[1].about.as_ref().and_then(|about| about.progress);
        assert_eq!(progress, Some(Read { percent: 40, furthest: 40, when }));
        assert!(files[0].about.is_some());
    }
}

#[test]
fn files_that_come_change_and_go_are_told_of() {
    for small in BOTH {
        let place = Place::new(small);
        let mut hired = place.hire_and_shelve();
        place.write("bài/trong/rừng.txt", &text("trồng rừng"));
        hired.about(&place.path("bài/trong/rừng.txt"), "Kết luận về trồng rừng");
        place.write("bài/đê.txt", &text("kênh mương"));
        hired.about(&place.path("bài/đê.txt"), "Kết luận về kênh mương");
        // What a companion says counts.
        place.write("bài/đê.toml", "title = \"Kênh\"\n");
        hired.about(&place.path("bài/đê.txt"), "Kênh");
        fs::remove_file(place.path("bài/trong/đường.txt")).expect("removed");
        hired.gone(&place.path("bài/trong/đường.txt"));
        // In a folder that was not there before.
        fs::create_dir_all(place.path("bài/2024")).expect("a folder");
        place.write("bài/2024/hồ.txt", &text("hồ chứa"));
        hired.about(&place.path("bài/2024/hồ.txt"), "Kết luận về hồ chứa");
        fs::remove_dir_all(place.path("bài/trong")).expect("removed");
        hired.gone(&place.path("bài/trong/rừng.txt"));
        assert_eq!(hired.hunt(1, "kênh mương"), ["Kênh"]);
        assert_eq!(hired.hunt(2, "rà soát"), ["Kênh", "Kết luận về hồ chứa"]);
    }
}

#[test]
fn a_file_that_moved_is_told_of_before_it_is_gone() {
    for small in BOTH {
        let place = Place::new(small);
        let mut hired = place.hire_and_shelve();
        hired.attend(&place.path("bài/đê.txt"));
        fs::rename(place.path("bài/đê.txt"), place.path("bài/trong/đê.txt")).expect("moved");
        let new = place.path("bài/trong/đê.txt");
        let about = hired.wait("the new file", |event| match event {
            Event::Shelved(_, files) => {
                let file = files.into_iter().find(|file| file.path == new)?;
                Some(file.about?.listed(file.path))
            }
            Event::Gone(_) => panic!("it is told of too early"),
            _ => None,
        });
        hired.gone(&place.path("bài/đê.txt"));
        assert_eq!(about.known.path, place.path("bài/trong/đê.txt"));
        assert_eq!(hired.hunt(1, "đê điều").len(), 1);
    }
}

#[test]
fn the_files_of_open_speeches_are_looked_after_wherever_they_are() {
    let place = Place::new(u64::MAX);
    place.write("ngoài.txt", &text("ngoài thư viện"));
    place.write("bên cạnh.txt", &text("bên cạnh"));
    let mut hired = place.hire();
    let path = place.path("ngoài.txt");
    hired.attend(&path);
    // Replaced, written in place, and beside it what nobody asked for.
    place.write("bên cạnh.txt", &text("thứ khác"));
    place.write("ngoài.txt", &text("phiên bản hai"));
    hired.touched(&path);
    fs::write(&path, text("phiên bản thứ ba")).expect("written");
    hired.touched(&path);
    place.write("ngoài.toml", "title = \"Ngoài\"\n");
    hired.touched(&path);
    fs::remove_file(&path).expect("removed");
    hired.gone(&path);
    place.write("ngoài.txt", &text("phiên bản bốn"));
    hired.touched(&path);
    assert!(!place.path("cache").exists(), "nobody asked for the library");
}

#[test]
fn a_file_in_an_archive_is_looked_after_by_its_archive() {
    use crate::formats::read::tests::packed;
    let place = Place::new(u64::MAX);
    let archive = |text: &str| packed(&[("trong/bài.txt", text.as_bytes())]);
    fs::write(place.path("gói.zip"), archive("Một.")).expect("written");
    let mut hired = place.hire();
    let path = place.path("gói.zip/trong/bài.txt");
    hired.attend(&path);
    fs::write(place.path("gói.zip"), archive("Một hai.")).expect("written");
    hired.touched(&path);
}

/// A link leads to a file in another folder; that is where it changes.
#[cfg(unix)]
#[test]
fn a_link_is_looked_after_where_it_leads_to() {
    let place = Place::new(u64::MAX);
    place.write("bài/thật.txt", &text("bản thật"));
    fs::create_dir(place.path("khác")).expect("a folder");
    let link = place.path("khác/liên kết.txt");
    std::os::unix::fs::symlink(place.path("bài/thật.txt"), &link).expect("a link");
    let mut hired = place.hire();
    hired.attend(&link);
    place.write("bài/thật.txt", &text("bản mới"));
    hired.touched(&link);
}

/// A cache that cannot be written leaves titles unknown, and nothing else.
#[test]
fn without_a_cache_files_come_and_go_all_the_same() {
    let place = Place::new(u64::MAX);
    fs::write(place.path("cache"), "không phải thư mục").expect("written");
    let mut hired = place.hire();
    hired.librarian.give(Task::Shelve);
    assert_eq!(hired.shelved().len(), 2);
    // Whoever answers to a search has begun to watch.
    assert_eq!(hired.hunt(1, "rà soát").len(), 2);
    let new = place.path("bài/rừng.txt");
    place.write("bài/rừng.txt", &text("trồng rừng"));
    hired.wait("a new file", |event| match event {
        Event::Shelved(_, files) => files.iter().any(|file| file.path == new).then_some(()),
        Event::Told(notice) => panic!("{notice:?}"),
        _ => None,
    });
    fs::remove_file(&new).expect("removed");
    hired.gone(&new);
}

/// Another program is writing the catalogue: its turn is waited for.
#[test]
fn another_program_is_waited_for() {
    let place = Place::new(u64::MAX);
    let mut hired = place.hire();
    let lock = hired.librarian.library.means.place().lock().expect("a lock").expect("it is free");
    hired.librarian.give(Task::Shelve);
    assert_eq!(hired.shelved().len(), 2);
    hired.wait("the first try", |event| {
        matches!(event, Event::Keeping(Keeping::Done)).then_some(())
    });
    drop(lock);
    hired.about(&place.path("bài/đê.txt"), "Kết luận về đê điều");
}

/// A large library is brought up to date by the first search, though nobody asked for the list.
#[test]
fn a_search_has_the_library_kept_but_not_listed() {
    let place = Place::new(0);
    let mut hired = place.hire();
    assert_eq!(hired.hunt(1, "rà soát").len(), 2);
    hired.wait("the work", |event| matches!(event, Event::Keeping(Keeping::Done)).then_some(()));
    assert_eq!(place.path("cache").read_dir().expect("it is there").count(), 1);
    place.write("bài/rừng.txt", &text("trồng rừng"));
    hired.wait("the work", |event| match event {
        Event::Keeping(Keeping::Done) => Some(()),
        Event::Shelved(..) => panic!("it was not asked for"),
        _ => None,
    });
    assert_eq!(hired.hunt(2, "trồng rừng").len(), 1);
}

#[test]
fn a_search_that_is_not_wanted_any_more_gives_no_answer() {
    let place = Place::new(u64::MAX);
    let mut hired = place.hire_and_shelve();
    hired.librarian.wanted.store(9, Ordering::Relaxed);
    let query = Query::parse("rà soát", Mode::Smart, Stage::Finished).expect("a query");
    let tasks = hired.librarian.tasks.clone().expect("it has begun");
    tasks
        .send(Task::Hunt(Box::new(LibraryRequest {
            revision: 3,
            query,
            scope: ShelfScope::Library,
        })))
        .expect("taken");
    // It is told of none but the next.
    assert_eq!(hired.hunt(10, "báo cáo").len(), 2);
    assert!(hired.told.iter().all(|event| !matches!(event, Event::Hunted(3, _))));
}

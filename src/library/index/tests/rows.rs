//! The register's rows beside the catalogue: the same as the texts give, whatever happens to files and cache.

use super::*;
use crate::library::Library;
use crate::library::kept::KeptTasks;
use crate::register::{TaskEdit, TaskState, TaskWish, TrackedRegister};
use std::path::Path;

impl Shelf {
    fn library(&self) -> Library {
        Library {
            means: self.means.clone(),
            encoding: None,
            data_dir: self.folder.path().join("data"),
            state_dir: self.folder.path().join("state"),
        }
    }

    /// Returns the register as the cache has it.
    fn register(&self) -> Vec<TrackedRegister> {
        let library = self.library();
        let register = library.register(|| library.means.on_disk());
        register.speeches().map(|read| read.expect("it opens")).collect()
    }

    /// Returns the register as the texts have it.
    fn register_of_texts(&self) -> Vec<TrackedRegister> {
        let (library, kept) = (self.library(), KeptTasks::new(&self.folder.path().join("data")));
        let kept = kept.load().expect("loads").tasks;
        let words = library.register_vocabulary();
        let open =
            |path: PathBuf| library.open(&path, &library.corrections()).expect("opens").speech;
        let paths = library.means.paths().into_iter();
        paths.map(|path| library.tracked(&open(path), &kept, &words)).collect()
    }

    /// Asserts that cache and texts say the same; returns the tasks.
    #[track_caller]
    fn check(&self) -> Vec<String> {
        let (cached, read) = (self.register(), self.register_of_texts());
        assert_eq!(cached, read);
        let rows = cached.iter().flat_map(|speech| &speech.entries);
        rows.map(|entry| format!("{} {}", entry.status.state.name(), entry.row.task)).collect()
    }

    /// Takes away what texts are read from, so that only the cache can tell.
    fn blank(&self, name: &str) {
        let path = self.path(name);
        let time = fs::metadata(&path).expect("a file").modified().expect("a time");
        let length = fs::read(&path).expect("a file").len();
        fs::write(&path, " ".repeat(length)).expect("written");
        let file = fs::File::options().write(true).open(&path).expect("a file");
        file.set_modified(time).expect("the time is set");
    }
}

const SPEECH: &str = "KẾT LUẬN HỘI NGHỊ\n\nNgày 02 tháng 6 năm 2025\n\nCác nhiệm vụ sau:\n\n\
    Một là: Giao Sở Tài chính chủ trì, phối hợp với Sở Nội vụ rà soát biên chế theo Nghị quyết số 57-NQ/TW, \
    đạt trên 95% kế hoạch, báo cáo Ủy ban nhân dân tỉnh trước ngày 30/6/2025.\n\n\
    Hai là: Giao Sở Y tế kiểm tra các bệnh viện, hoàn thành trong tháng 7, báo cáo hằng tháng.\n";

fn shelf() -> Shelf {
    let shelf = Shelf::new();
    shelf.write("a.txt", SPEECH);
    shelf.write("b.txt", "Thư\n\nKhông có việc gì.");
    shelf.write(
        "c.txt",
        &SPEECH.replace("HỘI NGHỊ", "CUỘC HỌP").replace("Sở Y tế", "Sở Công Thương"),
    );
    shelf.update();
    shelf
}

#[test]
fn rows_are_those_of_the_texts_and_need_them_not() {
    let shelf = shelf();
    let tasks = shelf.check();
    assert!(tasks.len() >= 4, "{tasks:?}");
    // Rows come from the cache alone.
    shelf.blank("a.txt");
    let cached = shelf.register();
    let lines: usize = cached.iter().map(|speech| speech.entries.len()).sum();
    assert_eq!(lines, tasks.len());
    assert!(shelf.update().read.is_empty());
    // A changed file is read again, before the catalogue knows it and after.
    shelf.write("a.txt", &SPEECH.replace("bệnh viện", "trạm y tế"));
    assert!(shelf.check().iter().any(|task| task.contains("trạm y tế")));
    assert_eq!(shelf.update().read.len(), 1);
    assert!(shelf.check().iter().any(|task| task.contains("trạm y tế")));
    fs::remove_file(shelf.path("c.txt")).expect("deleted");
    assert!(!shelf.check().iter().any(|task| task.contains("Công Thương")));
    // Moved files keep what is known, and renamed ones have the name they have now.
    fs::rename(shelf.path("a.txt"), shelf.path("d.txt")).expect("renamed");
    assert_eq!(shelf.update().taken.len(), 1);
    shelf.check();
}

#[test]
fn what_is_said_of_a_task_is_found_without_its_text_and_in_a_changed_one() {
    let shelf = shelf();
    let library = shelf.library();
    let entry = shelf.register().remove(0).entries.remove(0);
    let edit = TaskEdit::SetState(TaskState::Done, None);
    library.keep_tasks(vec![TaskWish { entry, edit, speech: None }]).expect("kept");
    let done = |shelf: &Shelf| shelf.check().iter().filter(|task| task.starts_with("done")).count();
    assert_eq!(done(&shelf), 1);
    shelf.write(
        "a.txt",
        &SPEECH.replace("Một là: Giao", "Một là: Trước hết, giao").replace("30/6", "31/8"),
    );
    assert_eq!(done(&shelf), 1, "before the catalogue knows");
    shelf.update();
    assert_eq!(done(&shelf), 1, "after");
    let entries: Vec<_> = shelf.register().into_iter().flat_map(|speech| speech.entries).collect();
    let said =
        entries.iter().find(|entry| entry.status.state == TaskState::Done).expect("it is there");
    assert_eq!(said.status.was_due.as_deref(), Some("2025-06-30"), "it is to be asked again");
    // Said again, it is of the text of now.
    let edit = TaskEdit::SetState(TaskState::Done, None);
    let wish = TaskWish { entry: said.clone(), edit, speech: None };
    assert_eq!(library.keep_tasks(vec![wish]).expect("kept").tasks.len(), 1);
    let entries = shelf.register().into_iter().flat_map(|speech| speech.entries);
    assert!(
        entries
            .filter(|entry| entry.status.state == TaskState::Done)
            .all(|entry| entry.status.was_due.is_none())
    );
    // Where the file holds another speech, nothing of it is done.
    shelf.write("a.txt", "Thư khác\n\nKhông có việc gì nữa.");
    let file = shelf.path("a.txt");
    let kept = KeptTasks::new(&library.data_dir).load().expect("loads").tasks;
    assert_eq!(kept[0].speech.source.as_deref(), Some(file.as_path()));
    assert_eq!(done(&shelf), 0);
}

#[test]
fn a_cache_that_is_damaged_cut_or_of_another_edition_costs_time_alone() {
    let shelf = shelf();
    let path = shelf.means.place().rows();
    let whole = fs::read(&path).expect("the file");
    let tasks = shelf.check();
    for (name, bytes) in [
        ("empty", Vec::new()),
        ("cut in a head", whole[..30].to_vec()),
        ("cut in rows", whole[..whole.len() - 9].to_vec()),
        ("longer", [&whole[..], b"nothing"].concat()),
        ("of another edition", [&whole[..16], &[7; 8], &whole[24..]].concat()),
        (
            "damaged",
            whole.iter().enumerate().map(|(at, byte)| byte ^ u8::from(at % 97 == 96)).collect(),
        ),
    ] {
        fs::write(&path, bytes).expect("written");
        assert_eq!(shelf.check(), tasks, "{name}");
        assert!(shelf.update().read.is_empty(), "{name}: the rest is known");
        assert_eq!(shelf.check(), tasks, "{name}, brought up to date");
    }
    fs::remove_file(&path).expect("deleted");
    assert_eq!(shelf.check(), tasks);
    shelf.update();
    assert_eq!(fs::read(&path).expect("the file").len(), whole.len());
}

#[test]
fn rows_of_what_is_gone_do_not_pile_up() {
    let shelf = shelf();
    let path = shelf.folder.path().join("register");
    let rows: Vec<_> =
        shelf.register().remove(0).entries.into_iter().map(|entry| entry.row).collect();
    let rows: Vec<_> = std::iter::repeat_n(rows, 200).flatten().collect();
    let key = |number: u128| RowsKey::of(Hashes { text: number, companion: 0 }, Path::new("a.txt"));
    let mut sizes = Vec::new();
    for number in 0..30 {
        let mut book = RowBook::open_to_write(&path, 1).expect("opened");
        book.add(key(number), &rows).expect("added");
        let live = (number.saturating_sub(1)..=number).map(key).collect();
        book.tidy(&path, 1, &live).expect("tidied");
        sizes.push(fs::metadata(&path).expect("the file").len());
    }
    let one = sizes[0];
    assert!(sizes.iter().all(|size| *size <= 6 * one + (1 << 20)), "{sizes:?}");
    let mut book = RowBook::open(&path, 1).expect("a book");
    let speech = &rows[0].speech;
    assert_eq!(book.rows(key(28), speech).as_ref(), Some(&rows));
    assert_eq!(book.rows(key(29), speech).as_ref(), Some(&rows));
    assert!(RowBook::open(&path, 2).is_none());
}

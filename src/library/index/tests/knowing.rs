//! What the catalogue knows: by content, whatever the files are called and when they were changed.

use super::*;
use crate::formats::read::tests::packed;
use crate::speech::CatalogEntry;
use crate::text::fold;
use std::fs::File;
use std::time::{Duration, SystemTime};

/// Returns the libraries that everything holds for: one without an index and one with it.
fn both() -> [Shelf; 2] {
    let mut small = Shelf::of(6, 900);
    small.means.small = SMALL;
    [small, Shelf::of(6, 900)]
}

impl Shelf {
    fn touch(&self, name: &str) {
        let file = File::options().append(true).open(self.path(name)).expect("opens");
        let later = SystemTime::now() + Duration::from_secs(60);
        file.set_modified(later).expect("touched");
    }

    fn known(&self) -> Vec<CatalogEntry> {
        let catalog = Catalog::load(&self.means.place().catalog(), self.means.edition());
        let mut known: Vec<CatalogEntry> =
            catalog.expect("a catalogue").records().map(|record| record.known).collect();
        known.sort_by(|a, b| a.path.cmp(&b.path));
        known
    }

    /// Asserts that the catalogue says of every file what the file says.
    #[track_caller]
    fn is_right(&self) {
        let read = |path: PathBuf| -> Option<CatalogEntry> {
            let bytes = crate::library::files::read_original(&path).ok()?;
            let opened = self.means.open(&path, &[]).ok()?;
            Some(CatalogEntry::of(&opened.speech, path, xxhash_rust::xxh3::xxh3_128(&bytes)))
        };
        let mut read: Vec<CatalogEntry> = self.means.paths().into_iter().filter_map(read).collect();
        read.sort_by(|a, b| a.path.cmp(&b.path));
        assert_eq!(self.known(), read);
        if self.means.small == 0 {
            for typed in ["hội nghị", "role:task", "series:nv", "year:1990..2030 và"] {
                assert_eq!(self.hunt(typed, &[]).speeches, self.scan(typed, &[]), "{typed}");
            }
        }
    }
}

#[test]
fn a_small_library_has_a_catalogue_and_no_index() {
    let [small, large] = both();
    assert_eq!(small.means.size(&small.means.on_disk()), LibrarySize::Small);
    for shelf in [&small, &large] {
        assert_eq!(shelf.update().read.len(), 6);
        assert_eq!(shelf.update(), Updated { complete: true, ..Updated::default() });
        shelf.is_right();
    }
    assert!(!small.means.place().index().exists());
    assert_eq!(small.scan("hội nghị", &[]).len(), 6);
}

#[test]
fn an_empty_library_leaves_nothing_behind() {
    let shelf = Shelf::new();
    assert_eq!(shelf.update(), Updated { complete: true, ..Updated::default() });
    assert!(!shelf.means.cache_dir.exists());
}

#[test]
fn a_file_with_another_time_and_the_same_bytes_is_not_parsed_again() {
    for shelf in both() {
        shelf.update();
        for number in 0..6 {
            shelf.touch(&format!("{number:04}.txt"));
        }
        let same = Updated { same: 6, complete: true, ..Updated::default() };
        assert_eq!(shelf.update(), same);
        assert_eq!(shelf.update(), Updated { complete: true, ..Updated::default() });
        shelf.is_right();
        // A file that is no text is not tried again either.
        fs::write(shelf.path("ảnh.txt"), b"%PDF-1.4 khong phai van ban").expect("written");
        assert_eq!(shelf.update().failed, [shelf.path("ảnh.txt")]);
        shelf.touch("ảnh.txt");
        assert_eq!(shelf.update(), Updated { same: 1, complete: true, ..Updated::default() });
        shelf.is_right();
    }
}

#[test]
fn a_companion_counts_by_its_content() {
    for shelf in both() {
        shelf.write("0002.toml", "speaker = \"Bà Hoà\"\n");
        shelf.update();
        shelf.touch("0002.toml");
        assert_eq!(shelf.update().same, 1);
        shelf.write("0002.toml", "speaker = \"Bà Huệ\"\n");
        assert_eq!(shelf.update().read, [shelf.path("0002.txt")]);
        assert_eq!(shelf.known()[2].meta.speaker.as_deref(), Some("Bà Huệ"));
        fs::remove_file(shelf.path("0002.toml")).expect("removed");
        assert_eq!(shelf.update().read, [shelf.path("0002.txt")]);
        shelf.is_right();
    }
}

/// A companion beside a text in a folder of a folder, where the outer one has a companion, too.
#[test]
fn companions_count_in_every_folder() {
    let shelf = Shelf::new();
    for (text, companion) in [("a.txt", "a.toml"), ("trong/b.txt", "trong/b.toml")] {
        fs::create_dir_all(shelf.path(text).parent().expect("a folder")).expect("a folder");
        shelf.write(text, "Kết luận\n\nMột là: đắp đê.\n\nHai là: nạo vét kênh.\n");
        shelf.write(companion, "title = \"Tre\"\n");
    }
    shelf.update();
    shelf.write("trong/b.toml", "title = \"Nứa\"\n");
    assert_eq!(shelf.update().read, [shelf.path("trong/b.txt")]);
    shelf.is_right();
}

#[test]
fn a_file_that_moved_takes_over_what_is_known() {
    for shelf in both() {
        shelf.update();
        fs::create_dir(shelf.path("2023")).expect("a folder");
        fs::rename(shelf.path("0001.txt"), shelf.path("2023/0001.txt")).expect("moved");
        fs::rename(shelf.path("0004.txt"), shelf.path("tên khác.txt")).expect("renamed");
        fs::copy(shelf.path("0005.txt"), shelf.path("bản sao.txt")).expect("copied");
        let updated = shelf.update();
        assert_eq!(updated.read, Vec::<PathBuf>::new());
        let taken = ["2023/0001.txt", "bản sao.txt", "tên khác.txt"].map(|name| shelf.path(name));
        assert_eq!((updated.taken, updated.removed), (taken.to_vec(), 2));
        shelf.is_right();
        // The name of a file that is overwritten by another does not count either.
        fs::rename(shelf.path("0002.txt"), shelf.path("0003.txt")).expect("moved");
        let updated = shelf.update();
        assert_eq!((updated.read.len(), updated.taken), (0, vec![shelf.path("0003.txt")]));
        shelf.is_right();
        // With a companion it is known otherwise.
        fs::rename(shelf.path("0003.txt"), shelf.path("kèm.txt")).expect("moved");
        shelf.write("kèm.toml", "title = \"Tre\"\n");
        assert_eq!(shelf.update().read, [shelf.path("kèm.txt")]);
        shelf.is_right();
    }
}

#[test]
fn a_text_that_is_called_by_its_file_is_read_again_when_that_is_renamed() {
    for shelf in both() {
        shelf.write("đê điều.txt", "(1)\n\n(2)\n");
        shelf.write("kênh.md", "# Kênh mương\n\nMột là: đắp đê.\n");
        shelf.update();
        let title = |name: &str| {
            let known = shelf.known().into_iter().find(|known| known.path == shelf.path(name));
            known.expect("it is known").meta.title
        };
        assert_eq!(fold(&title("đê điều.txt")), "de dieu");
        fs::rename(shelf.path("đê điều.txt"), shelf.path("hồ chứa.txt")).expect("renamed");
        // Its ending says how a text is read.
        fs::rename(shelf.path("kênh.md"), shelf.path("kênh.txt")).expect("renamed");
        let read = ["hồ chứa.txt", "kênh.txt"].map(|name| shelf.path(name));
        assert_eq!(shelf.update().read, read);
        assert_eq!(fold(&title("hồ chứa.txt")), "ho chua");
        shelf.is_right();
    }
}

#[test]
fn files_in_an_archive_are_known_and_found() {
    for shelf in both() {
        let one = speeches::speech(20, 900);
        let two = speeches::speech(21, 900);
        let archive =
            |two: &str| packed(&[("một.txt", one.as_bytes()), ("trong/hai.txt", two.as_bytes())]);
        fs::write(shelf.path("gói.zip"), archive(&two)).expect("written");
        let inside = ["gói.zip/một.txt", "gói.zip/trong/hai.txt"].map(|name| shelf.path(name));
        assert_eq!(shelf.update().read.len(), 8);
        shelf.is_right();
        assert_eq!(shelf.known()[6].path, inside[0]);
        let wanted = query("hội nghị");
        let files = shelf.means.on_disk();
        assert_eq!(files[6].stamp, files[7].stamp, "that of the archive");
        let wanted = LibraryQuery {
            query: &wanted,
            speeches: usize::MAX,
            looks: usize::MAX,
            corrections: &[],
        };
        let found =
            Hunter::new(shelf.means.clone()).hunt(wanted, Some(&files), &mut |_| SearchControl::On);
        assert_eq!(found.speeches.len(), 8);
        shelf.touch("gói.zip");
        assert_eq!(shelf.update(), Updated { same: 2, complete: true, ..Updated::default() });
        let other = speeches::speech(22, 900);
        fs::write(shelf.path("gói.zip"), archive(&other)).expect("written");
        let updated = shelf.update();
        assert_eq!((updated.read, updated.same), (vec![inside[1].clone()], 1));
        // An archive that moved, and one that was taken apart.
        fs::rename(shelf.path("gói.zip"), shelf.path("hộp.zip")).expect("moved");
        assert_eq!(shelf.update().taken.len(), 2);
        shelf.write("một.txt", &one);
        fs::remove_file(shelf.path("hộp.zip")).expect("removed");
        assert_eq!(shelf.update().taken, [shelf.path("một.txt")]);
        shelf.is_right();
    }
}

/// Thousands of small texts take as long to be searched one by one as a few large ones.
#[test]
fn many_small_files_make_a_large_library() {
    let shelf = Shelf { means: Means { small: SMALL, ..Shelf::new().means }, ..Shelf::new() };
    let file = |number: usize| OnDisk {
        path: PathBuf::from(format!("{number}.txt")),
        stamp: Stamp { length: 100, ..Stamp::default() },
        archive: None,
    };
    let files: Vec<OnDisk> = (0..3000).map(file).collect();
    assert_eq!(shelf.means.size(&files[..2000]), LibrarySize::Small);
    assert_eq!(shelf.means.size(&files), LibrarySize::Large);
}

/// An archive counts once, however many files are in it.
#[test]
fn an_archive_makes_a_library_no_larger_than_it_is() {
    let mut shelf = Shelf::new();
    let texts: Vec<(String, String)> =
        (0..40).map(|n| (format!("{n}.txt"), speeches::speech(n, 2_000))).collect();
    let texts: Vec<(&str, &[u8])> =
        texts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    let archive = packed(&texts);
    fs::write(shelf.path("gói.zip"), &archive).expect("written");
    shelf.means.small = archive.len() as u64 * 20;
    let files = shelf.means.on_disk();
    assert_eq!((files.len(), shelf.means.size(&files)), (40, LibrarySize::Small));
    shelf.means.small -= 1;
    assert_eq!(shelf.means.size(&files), LibrarySize::Large);
}

#[test]
fn a_library_may_grow_and_shrink() {
    let mut shelf = Shelf::of(6, 900);
    for small in [SMALL, 0, SMALL, 0] {
        shelf.means.small = small;
        let updated = shelf.update();
        assert!(updated.complete && updated.failed.is_empty());
        assert_eq!(shelf.means.place().index().exists(), cfg!(feature = "fulltext") && small == 0);
        shelf.is_right();
        shelf.write("0003.txt", &speeches::speech(30, 700));
        assert!(shelf.update().read.contains(&shelf.path("0003.txt")));
        shelf.is_right();
        fs::write(shelf.path("0003.txt"), speeches::speech(3, 900)).expect("written");
        shelf.update();
    }
}

#[test]
fn the_cache_may_be_deleted_at_any_time() {
    for shelf in both() {
        for _ in 0..2 {
            assert_eq!(shelf.update().read.len(), 6);
            shelf.is_right();
            fs::remove_dir_all(&shelf.means.cache_dir).expect("removed");
        }
        // While a program has its place open.
        shelf.update();
        let lock = shelf.means.place().lock().expect("a lock");
        fs::remove_dir_all(&shelf.means.cache_dir).expect("removed");
        assert_eq!(shelf.update().read.len(), 6);
        drop(lock);
        shelf.is_right();
    }
}

#[test]
fn a_damaged_catalogue_counts_as_none() {
    for shelf in both() {
        shelf.update();
        let file = shelf.means.place().catalog();
        let bytes = fs::read(&file).expect("read");
        let mut other = bytes.clone();
        other[bytes.len() / 2] ^= 1;
        for damaged in [&b""[..], &bytes[..bytes.len() / 2], &bytes[..bytes.len() - 1], &other] {
            fs::write(&file, damaged).expect("written");
            assert!(Catalog::load(&file, shelf.means.edition()).is_none());
            let updated = shelf.update();
            // The index has the records, too.
            let has_index = cfg!(feature = "fulltext") && shelf.means.small == 0;
            assert_eq!(updated.read.len(), if has_index { 0 } else { 6 });
            shelf.is_right();
        }
    }
}

/// A program that is stopped before it has read what changed leaves the catalogue as it was, so
/// that the next one reads it, and no file is in the index twice.
#[test]
fn what_was_not_read_is_read_the_next_time() {
    for shelf in both() {
        shelf.update();
        shelf.write("0001.txt", &speeches::speech(40, 900));
        shelf.write("mới.txt", &speeches::speech(41, 900));
        fs::remove_file(shelf.path("0005.txt")).expect("removed");
        let files = shelf.means.on_disk();
        let stopped = update(&shelf.means, &files, &AtomicBool::new(true), &mut |_| ());
        let stopped = stopped.expect("it ends well");
        assert_eq!((stopped.complete, stopped.read.len(), stopped.removed), (false, 0, 1));
        assert_eq!(shelf.known().len(), 5);
        let updated = shelf.update();
        assert_eq!(updated.read, [shelf.path("0001.txt"), shelf.path("mới.txt")]);
        shelf.is_right();
    }
}

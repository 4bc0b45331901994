//! Broken files, full disks, folders that refuse, programs that die.

use super::super::error::Doing;
use super::super::file::StateFile;
use super::super::generations;
use super::super::replace;
use super::*;
use std::io::{self, Write};

#[test]
fn a_file_that_is_not_toml_is_left_alone_then_set_aside() {
    let cases: [(&[u8], usize); 4] = [
        (b"version = 1\n[[bookmarks]\nquote = 1\n", 2),
        (b"a = 1\n\xff\n", 2),
        (b"bookmarks = 3\n", 1),
        (b"\0\0\0\0", 1),
    ];
    for (broken, line) in cases {
        let folder = folder();
        let path = folder.path().join("bookmarks.toml");
        fs::write(&path, broken).expect("written");
        fs::write(folder.path().join("bookmarks.broken-1.toml"), "cũ").expect("written");
        let mut store = Bookmarks::new(folder.path());
        let loaded = store.load().expect("loads");
        assert_eq!(loaded.bookmarks, []);
        assert!(
            matches!(&loaded.notices[..], [FileNotice::Broken { path: p, line: l, .. }] if *p == path && *l == line),
            "{:?}",
            loaded.notices
        );
        assert_eq!(fs::read(&path).expect("read"), broken, "reading changes nothing");
        let applied = store.apply(&[Change::Add(bookmark("mới"))]).expect("added");
        let aside = folder.path().join("bookmarks.broken-2.toml");
        assert!(
            matches!(&applied.notices[..], [FileNotice::SetAside { aside: a, .. }] if *a == aside),
            "{:?}",
            applied.notices
        );
        assert_eq!(fs::read(&aside).expect("kept"), broken);
        let first = folder.path().join("bookmarks.broken-1.toml");
        assert_eq!(fs::read_to_string(first).expect("kept"), "cũ");
        assert_eq!(quotes(&store.load().expect("loads").bookmarks), ["mới"]);
        // What is gone now is gone: the note of a bookmark in the old file.
        assert_eq!(store.apply(&[]).expect("applied").notices, []);
    }
}

#[test]
fn a_newer_file_is_read_and_not_written() {
    for (version, found) in [("2", 2), ("\"hai\"", i64::MAX)] {
        let folder = folder();
        let text =
            format!("version = {version}\n[[bookmarks]]\nspeech = \"bai\"\nquote = \"câu\"\n");
        write(folder.path(), &text);
        let mut store = Bookmarks::new(folder.path());
        let loaded = store.load().expect("loads");
        assert_eq!(quotes(&loaded.bookmarks), ["câu"]);
        let path = store.path().to_path_buf();
        assert_eq!(loaded.notices, [FileNotice::ReadOnly { path, found, known: 1 }]);
        let error = store.apply(&[Change::Add(bookmark("mới"))]).expect_err("refused");
        assert_eq!(error.message().0, "store-newer");
        assert_eq!(read(folder.path()), text);
    }
    let folder = folder();
    fs::write(folder.path().join("positions.toml"), "version = 9\n").expect("written");
    let position = Position {
        trace: Trace::default(),
        source: None,
        pos: TextPos::ZERO,
        fingerprint: String::new(),
        percent: 0,
        furthest: 0,
        when: Timestamp::UNIX_EPOCH,
    };
    let store = Positions::new(folder.path());
    let error = store.save(&speech("bai"), &position).expect_err("refused");
    assert!(matches!(error, StoreError::Newer { found: 9, known: 1, .. }), "{error}");
}

#[test]
fn a_lock_that_is_held_is_waited_for_and_then_told() {
    let folder = folder();
    let mut store = Bookmarks::new(folder.path());
    add(&mut store, "một");
    let other = StateFile::new(folder.path(), "bookmarks.toml");
    let held = other.lock().expect("locked");
    store.set_patience(Duration::from_millis(20));
    let error = store.apply(&[Change::Add(bookmark("hai"))]).expect_err("locked");
    assert_eq!(error.message().0, "store-busy");
    // Reading needs no lock.
    assert_eq!(quotes(&store.load().expect("loads").bookmarks), ["một"]);
    drop(held);
    add(&mut store, "hai");
    assert_eq!(store.load().expect("loads").bookmarks.len(), 2);
}

#[test]
fn what_a_killed_program_left_does_not_matter() {
    let folder = folder();
    let mut store = Bookmarks::new(folder.path());
    add(&mut store, "một");
    // It died while it wrote: a lock file that nobody holds, and half of a new file.
    fs::write(folder.path().join(".bookmarks.toml.lock"), "9999").expect("written");
    fs::write(folder.path().join(".bookmarks.toml.Ab12.tmp"), "version = 1\n[[book")
        .expect("written");
    fs::write(folder.path().join("của-người-dùng.tmp"), "khác").expect("written");
    assert_eq!(quotes(&store.load().expect("loads").bookmarks), ["một"]);
    add(&mut store, "hai");
    assert_eq!(quotes(&store.load().expect("loads").bookmarks), ["một", "hai"]);
    let mut names: Vec<_> = fs::read_dir(folder.path())
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8"))
        .collect();
    names.sort();
    assert_eq!(
        names,
        [".bookmarks.toml.lock", "bookmarks.older-1.toml", "bookmarks.toml", "của-người-dùng.tmp"]
    );
}

#[test]
fn three_generations_are_kept() {
    let folder = folder();
    let mut store = Bookmarks::new(folder.path());
    let older = generations::paths(store.path());
    let held = |number: usize| fs::read_to_string(&older[number - 1]).ok();
    let has = |number: usize, words: &str| held(number).is_some_and(|text| text.contains(words));
    let ids: Vec<String> = ["một", "hai", "ba", "bốn"].map(|words| add(&mut store, words)).to_vec();
    // The first three places are filled at once.
    assert!(has(1, "\"ba\"") && !has(1, "\"bốn\""));
    assert!(has(2, "\"hai\"") && !has(2, "\"ba\""));
    assert!(has(3, "\"một\"") && !has(3, "\"hai\""));
    // Many changes in a row do not push out what was there before them.
    for id in &ids {
        store.apply(&[Change::Remove(id.clone())]).expect("removed");
    }
    assert_eq!(store.load().expect("loads").bookmarks, []);
    assert!(has(1, "\"bốn\"") && !has(1, "\"ba\""));
    assert!(has(2, "\"hai\"") && has(3, "\"một\""));
    // After an hour the first becomes the second, after a day the second the third.
    let age = |number: usize, seconds: u64| {
        let file = fs::File::options().write(true).open(&older[number - 1]).expect("opened");
        let now = std::time::SystemTime::now();
        file.set_modified(now - Duration::from_secs(seconds)).expect("set");
    };
    age(2, 2 * 3600);
    add(&mut store, "năm");
    assert!(has(2, "\"bốn\"") && has(3, "\"một\""));
    age(2, 2 * 3600);
    age(3, 30 * 3600);
    add(&mut store, "sáu");
    assert!(has(3, "\"bốn\"") && !has(3, "\"một\""));
    assert_eq!(quotes(&store.load().expect("loads").bookmarks), ["năm", "sáu"]);
    // An older one can be put back.
    fs::copy(&older[0], store.path()).expect("copied");
    assert_eq!(quotes(&store.load().expect("loads").bookmarks), ["năm"]);
}

#[test]
fn a_full_disk_changes_nothing() {
    let folder = folder();
    let mut store = Bookmarks::new(folder.path());
    add(&mut store, "một");
    let before = read(folder.path());
    // The disk fills up half-way; where the system has a full device, the error is a real one.
    let full = |file: &mut fs::File| {
        file.write_all(b"version = 1\n[[boo")?;
        match fs::File::options().write(true).open("/dev/full") {
            Ok(mut device) => device.write_all(b"x"),
            Err(_) => Err(io::ErrorKind::StorageFull.into()),
        }
    };
    let error = replace::replace(store.path(), replace::Older::Kept, full).expect_err("full");
    assert!(matches!(error, StoreError::Full { .. }), "{error}");
    assert_eq!(error.message().0, "store-full");
    assert_eq!(read(folder.path()), before);
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 2, "nothing is left over");
}

#[test]
fn errors_of_the_system_name_the_file_and_what_it_means() {
    use io::ErrorKind::{
        NotFound, PermissionDenied, QuotaExceeded, ReadOnlyFilesystem, StorageFull,
    };
    for (kind, doing, expected) in [
        (PermissionDenied, Doing::Read, "store-read-denied"),
        (PermissionDenied, Doing::Write, "store-write-denied"),
        (ReadOnlyFilesystem, Doing::Write, "store-write-denied"),
        (StorageFull, Doing::Write, "store-full"),
        (QuotaExceeded, Doing::Write, "store-full"),
        (NotFound, Doing::Read, "store-read-failed"),
        (NotFound, Doing::Write, "store-write-failed"),
        (io::ErrorKind::Unsupported, Doing::Lock, "store-lock-failed"),
    ] {
        let (id, args) = StoreError::io(doing, Path::new("/x/\u{1b}[2Jtệp"), kind.into()).message();
        assert_eq!((id, &args[0]), (expected, &("path", "/x/tệp".to_owned())));
    }
}

#[test]
fn a_folder_or_a_fifo_in_place_of_the_file_is_an_error() {
    let folder = folder();
    fs::create_dir(folder.path().join("bookmarks.toml")).expect("made");
    let error = Bookmarks::new(folder.path()).load().expect_err("no file");
    assert_eq!(error.message().0, "store-read-failed");
    // A file where the folder should be.
    let file = folder.path().join("tệp");
    fs::write(&file, "").expect("written");
    assert!(Bookmarks::new(&file).apply(&[Change::Add(bookmark("a"))]).is_err());
    // Positions go on without.
    fs::create_dir(folder.path().join("positions.toml")).expect("made");
    let (places, notices) = Positions::new(folder.path()).load();
    assert_eq!(places, StoredPositions::default());
    assert!(matches!(&notices[..], [FileNotice::Unreadable { .. }]), "{notices:?}");
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).expect("there").permissions().mode() & 0o777
    }

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("set");
    }

    #[test]
    fn modes_are_private_at_first_and_kept_later() {
        let folder = folder();
        let deep = folder.path().join("một/hai");
        let mut store = Bookmarks::new(&deep);
        add(&mut store, "một");
        assert_eq!((mode(&deep), mode(deep.parent().expect("one"))), (0o700, 0o700));
        assert_eq!(mode(store.path()), 0o600);
        set_mode(store.path(), 0o664);
        add(&mut store, "hai");
        assert_eq!(mode(store.path()), 0o664);
        // A file that its owner made read-only stays as it is, whoever runs the program.
        set_mode(store.path(), 0o444);
        let error = store.apply(&[Change::Add(bookmark("ba"))]).expect_err("read-only");
        assert_eq!(error.message().0, "store-write-denied");
        assert_eq!(store.load().expect("loads").bookmarks.len(), 2);
    }

    #[test]
    fn a_link_stays_a_link() {
        let (folder, elsewhere) = (folder(), folder());
        let target = elsewhere.path().join("dấu-trang.toml");
        let link = folder.path().join("bookmarks.toml");
        symlink(&target, &link).expect("linked");
        let mut store = Bookmarks::new(folder.path());
        // The target is made, then replaced, then set aside: all where it is.
        add(&mut store, "một");
        add(&mut store, "hai");
        assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
        assert!(fs::read_to_string(&target).expect("there").contains("hai"));
        fs::write(&target, "hỏng").expect("written");
        add(&mut store, "ba");
        assert!(elsewhere.path().join("dấu-trang.broken-1.toml").exists());
        assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
        // A link to itself, and a link into a folder that is not there (a disk not mounted).
        for to in [link.clone(), elsewhere.path().join("không/có.toml")] {
            fs::remove_file(&link).expect("removed");
            symlink(&to, &link).expect("linked");
            assert!(store.apply(&[Change::Add(bookmark("bốn"))]).is_err());
        }
    }

    #[test]
    fn a_folder_that_refuses_is_told() {
        let folder = folder();
        let mut store = Bookmarks::new(folder.path());
        add(&mut store, "một");
        let before = read(folder.path());
        set_mode(folder.path(), 0o500);
        // The superuser writes all the same: then there is nothing to test.
        let refuses = fs::write(folder.path().join("thử"), "").is_err();
        if refuses {
            let error = store.apply(&[Change::Add(bookmark("hai"))]).expect_err("refused");
            assert_eq!(error.message().0, "store-write-denied");
            assert_eq!(read(folder.path()), before);
            set_mode(store.path(), 0o000);
            assert_eq!(store.load().expect_err("refused").message().0, "store-read-denied");
        }
        set_mode(folder.path(), 0o700);
    }
}

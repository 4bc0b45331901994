//! What is told of the files of the library, and of those of open speeches.

use super::{Desk, JUST_NOW, KeptFile, QUIET};
use crate::app::{Event, Keeping, Shelved};
use crate::library::catalog::{Brief, Progress};
use crate::library::index::{Catalog, OnDisk, Record, Slip, Stamp, path_bytes};
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

impl Desk {
    /// Tells of all files of the library, with what was known about them last time.
    pub(super) fn shelve(&mut self) {
        let paths = self.library.means.paths();
        let catalog = self.library.catalog();
        let slips = by_path(catalog.as_ref());
        let read = self.library.progress().0;
        self.told = HashMap::with_capacity(paths.len());
        let mut files = Vec::with_capacity(paths.len());
        for path in paths {
            let slip = slips.get(&*path_bytes(path.as_os_str())).copied();
            self.told.insert(path.clone(), slip.map(|slip| slip.stamp));
            files.push(Shelved { about: slip.and_then(|slip| about(slip, &read)), path });
        }
        self.tell(Event::Shelved(self.scope, files));
        self.tell(Event::Keeping(Keeping::Done));
    }

    /// Tells of files that are new, or have changed since they were told of, whoever read them;
    /// and of those that are gone.
    pub(super) fn shelve_changed(&mut self, on_disk: &[OnDisk]) {
        let catalog = self.library.catalog();
        let slips = by_path(catalog.as_ref());
        let mut read = None;
        let mut files = Vec::new();
        for OnDisk { path, stamp, .. } in on_disk {
            let slip = slips.get(&*path_bytes(path.as_os_str())).copied();
            let slip = slip.filter(|slip| slip.stamp == *stamp);
            let known = slip.map(|slip| slip.stamp);
            if self.told.get(path) == Some(&known) {
                continue;
            }
            self.told.insert(path.clone(), known);
            let read = read.get_or_insert_with(|| self.library.progress().0);
            let about = slip.and_then(|slip| about(slip, read));
            files.push(Shelved { path: path.clone(), about });
        }
        if !files.is_empty() {
            self.tell(Event::Shelved(self.scope, files));
        }
        if self.told.len() > on_disk.len() {
            let here: HashSet<&Path> = on_disk.iter().map(|file| file.path.as_path()).collect();
            let gone = self.told.extract_if(|path, _| !here.contains(path.as_path()));
            let mut gone: Vec<PathBuf> = gone.map(|(path, _)| path).collect();
            gone.sort();
            self.tell(Event::Gone(gone));
        }
    }

    /// Tells from now on when a file changes.
    pub(super) fn attend(&mut self, path: PathBuf) {
        self.watch.file(&path);
        let stamp = Stamp::of_file(&path);
        // It may have changed between its being read and now.
        let recent = stamp.is_none_or(|stamp| stamp.age().is_none_or(|age| age < JUST_NOW));
        self.attended.insert(path.clone(), stamp);
        if recent && stamp.is_some() {
            self.tell(Event::Touched(path));
        }
    }

    /// Tells which files of the user's have changed.
    pub(super) fn look_at_kept(&mut self) {
        let mut events = Vec::new();
        for KeptFile { path, stamp, touched } in &mut self.kept {
            // Its folder may be new, and the file may come later; what came before the watch is seen here.
            self.watch.kept(path);
            let now = Stamp::of_file(path);
            if now != *stamp {
                *stamp = now;
                events.push(touched());
            }
        }
        events.into_iter().for_each(|event| self.tell(event));
    }

    /// Tells which files of open speeches have changed; tells whether some are still being
    /// written.
    pub(super) fn look_at_attended(&mut self) -> bool {
        let mut writing = false;
        let mut events = Vec::new();
        for (path, before) in &mut self.attended {
            let now = Stamp::of_file(path);
            if now == *before {
                continue;
            }
            if now.and_then(Stamp::age).is_some_and(|age| age < QUIET) {
                writing = true;
                continue;
            }
            *before = now;
            match now {
                Some(_) => events.push(Event::Touched(path.clone())),
                // It may have moved: that is told with the rest of the library.
                None if self.told.contains_key(path) => {}
                None => events.push(Event::Gone(vec![path.clone()])),
            }
        }
        events.into_iter().for_each(|event| self.tell(event));
        writing
    }
}

fn by_path(catalog: Option<&Catalog>) -> HashMap<&[u8], Slip<'_>> {
    catalog.into_iter().flat_map(Catalog::slips).map(|slip| (slip.path, slip)).collect()
}

/// Returns what the catalogue knows of a file, if that could be read.
fn about(slip: Slip<'_>, read: &HashMap<String, Progress>) -> Option<Box<Brief>> {
    let known = slip.record().filter(Record::is_read)?.known;
    let progress = read.get(&known.fingerprint).copied();
    Some(Box::new(Brief::of(&known, progress)))
}

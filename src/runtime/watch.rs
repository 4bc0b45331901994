//! What the system tells of files that change.
//!
//! Where it tells nothing (no more watches, a network drive), changes are seen at the next start.

use super::librarian::Task;
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::HashSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex};

/// Folders and files that the system is asked to tell of.
pub(super) struct Watch {
    tasks: Sender<Task>,
    watcher: Option<RecommendedWatcher>,
    wanted: Arc<Mutex<Wanted>>,
    /// The folders that are watched, and whether with all in them.
    watched: Vec<(PathBuf, RecursiveMode)>,
}

/// What is of interest in the folders that are watched.
#[derive(Default)]
struct Wanted {
    /// All in these.
    folders: Vec<PathBuf>,
    /// What is called so in the others.
    names: HashSet<OsString>,
}

impl Wanted {
    fn has(&self, path: &Path) -> bool {
        self.folders.iter().any(|folder| path.starts_with(folder))
            || path.file_name().is_some_and(|name| self.names.contains(name))
    }
}

impl Watch {
    /// Makes one that sends [`Task::Changed`]; asks the system for nothing yet.
    pub(super) fn new(tasks: Sender<Task>) -> Self {
        Watch { tasks, watcher: None, wanted: Arc::default(), watched: Vec::new() }
    }

    /// Tells of all that changes in some folders and those inside.
    pub(super) fn folders(&mut self, folders: &[PathBuf]) {
        if let Ok(mut wanted) = self.wanted.lock() {
            wanted.folders.extend(folders.iter().cloned());
        }
        for folder in folders {
            self.watch(folder, RecursiveMode::Recursive);
        }
    }

    /// Tells when a file changes, or its companion, or the archive that it lies in. Programs
    /// replace files rather than write them, so its folder is watched; where a link leads to, too.
    pub(super) fn file(&mut self, path: &Path) {
        let archive = path.ancestors().find(|part| part.is_file());
        let path = archive.unwrap_or(path);
        let real = path.canonicalize().ok();
        for path in std::iter::once(path).chain(real.as_deref()) {
            if let Ok(mut wanted) = self.wanted.lock() {
                let names = [path.to_owned(), path.with_extension("toml")];
                let names = names.iter().filter_map(|path| path.file_name());
                wanted.names.extend(names.map(ToOwned::to_owned));
            }
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
            self.watch(folder.unwrap_or(Path::new(".")), RecursiveMode::NonRecursive);
        }
    }

    /// Tells when a file of the user's changes, also where its folder is still to be made: then its
    /// folders are waited for in the nearest one that is there.
    pub(super) fn kept(&mut self, path: &Path) {
        let there = path.ancestors().skip(1).find(|folder| folder.is_dir());
        let Some(there) = there else { return };
        if let Ok(mut wanted) = self.wanted.lock() {
            let parts = path.ancestors().take_while(|part| *part != there);
            wanted.names.extend(parts.filter_map(Path::file_name).map(ToOwned::to_owned));
        }
        self.watch(there, RecursiveMode::NonRecursive);
    }

    fn watch(&mut self, folder: &Path, mode: RecursiveMode) {
        let covers = |(other, its): &(PathBuf, RecursiveMode)| match its {
            RecursiveMode::Recursive => folder.starts_with(other),
            RecursiveMode::NonRecursive => other == folder && mode == RecursiveMode::NonRecursive,
        };
        if self.watched.iter().any(covers) {
            return;
        }
        if self.watcher.is_none() {
            self.watcher = self.start();
        }
        if let Some(watcher) = &mut self.watcher
            && watcher.watch(folder, mode).is_ok()
        {
            self.watched.push((folder.to_owned(), mode));
        }
    }

    fn start(&self) -> Option<RecommendedWatcher> {
        let (tasks, wanted) = (self.tasks.clone(), Arc::clone(&self.wanted));
        let hear = move |event: notify::Result<notify::Event>| {
            let counts = event.is_ok_and(|event| {
                // Without a path the system says that it has lost count.
                let of_interest = || {
                    let wanted = wanted.lock();
                    wanted.is_ok_and(|wanted| event.paths.iter().any(|path| wanted.has(path)))
                };
                !event.kind.is_access() && (event.paths.is_empty() || of_interest())
            });
            if counts {
                let _ = tasks.send(Task::Changed);
            }
        };
        notify::recommended_watcher(hear).ok()
    }
}

//! The folder of a library in the cache: its files, and the lock of the one that writes there.

use super::record::path_bytes;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use xxhash_rust::xxh3::Xxh3;

/// The folder that belongs to the library of some folders. It need not exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexFolder(PathBuf);

/// The right to write; it ends with the value, or with the program.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl IndexFolder {
    /// Returns the place of a library: each set of folders has its own.
    pub fn of(cache_dir: &Path, folders: &[PathBuf]) -> IndexFolder {
        let mut sum = Xxh3::new();
        for folder in folders {
            let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.clone());
            sum.update(&path_bytes(folder.as_os_str()));
            sum.update(&[0]);
        }
        IndexFolder(cache_dir.join(format!("library-{:016x}", sum.digest())))
    }

    /// Returns the folder.
    pub fn folder(&self) -> &Path {
        &self.0
    }

    /// Returns the file of the catalogue.
    pub fn catalog(&self) -> PathBuf {
        self.0.join("catalog")
    }

    /// Returns the file of the register's rows.
    pub fn rows(&self) -> PathBuf {
        self.0.join("register")
    }

    /// Returns the folder of the index.
    pub fn index(&self) -> PathBuf {
        self.0.join("index")
    }

    fn aside(&self) -> PathBuf {
        self.0.join("index.old")
    }

    /// Takes the right to write; nothing while another program or thread has it.
    pub fn lock(&self) -> io::Result<Option<Lock>> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&self.0)?;
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        let file = options.open(self.0.join("lock"))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Lock { _file: file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    /// Puts an index that cannot be used out of the way, for a new one. Those who are reading in
    /// it go on.
    pub fn set_aside(&self, _lock: &Lock) -> io::Result<()> {
        self.sweep(_lock);
        match fs::rename(self.index(), self.aside()) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// Deletes what was put out of the way, and what a killed program left half written.
    pub fn sweep(&self, _lock: &Lock) {
        let _ = fs::remove_dir_all(self.aside());
        for entry in fs::read_dir(&self.0).into_iter().flatten().flatten() {
            if entry.file_name().to_string_lossy().starts_with(".catalog.") {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    /// Tells the files of the index, as they are now, from others: by name, length and time.
    pub fn seal(&self) -> u64 {
        let mut files: Vec<(String, u64, Option<std::time::SystemTime>)> =
            fs::read_dir(self.index())
                .into_iter()
                .flatten()
                .flatten()
                .filter_map(|entry| {
                    let metadata = entry.metadata().ok()?;
                    let name = entry.file_name().to_string_lossy().into_owned();
                    // Locks and the list of files are touched by those who only read.
                    let kept = !name.starts_with('.');
                    kept.then(|| (name, metadata.len(), metadata.modified().ok()))
                })
                .collect();
        files.sort();
        let mut sum = Xxh3::new();
        for (name, length, time) in files {
            sum.update(format!("{name} {length} {time:?}\n").as_bytes());
        }
        sum.digest()
    }
}

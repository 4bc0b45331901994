//! The index of the library under bad luck: the program killed while it writes, a disk that takes
//! no more, two programs at once. Whatever happened, the next search is right.

use assert_cmd::cargo::cargo_bin;
use dienvan::properties::speeches;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;
use tempfile::TempDir;

/// How many speeches there are.
const COUNT: usize = 60;
/// How long they are, in bytes.
const BYTES: usize = 1500;

/// A library, and folders for all that the program keeps.
struct Library {
    folder: TempDir,
}

impl Library {
    fn new() -> Self {
        let library = Library { folder: TempDir::new().expect("a folder") };
        fs::create_dir_all(library.path("bai")).expect("a folder");
        fs::create_dir_all(library.path("all/config")).expect("a folder");
        let config = format!(
            "[library]\nshipped = false\nfolders = [{:?}]\n",
            library.path("bai").to_string_lossy()
        );
        fs::write(library.path("all/config/config.toml"), config).expect("written");
        library
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes all speeches anew, each with the words of this round; gives these words.
    fn write(&self, round: usize) -> String {
        let tones = ["ngang", "huyền", "hỏi", "ngã", "sắc", "nặng"];
        let words = format!("đợt {} {}", tones[round % 6], tones[round / 6 % 6]);
        for number in 0..COUNT {
            let text = speeches::speech(number, BYTES);
            let text = format!("{text}\nViết trong {words}.\n");
            fs::write(self.path(&format!("bai/{number:03}.txt")), text).expect("written");
        }
        words
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(cargo_bin!("dienvan"));
        self.set_up(&mut command);
        command.args(self.args(args));
        command
    }

    fn args(&self, args: &[&str]) -> Vec<String> {
        let data = format!("--data-dir={}", self.path("all").display());
        args.iter().map(|&arg| arg.to_owned()).chain([data, "--lang=vi".to_owned()]).collect()
    }

    fn set_up(&self, command: &mut Command) {
        command.current_dir(self.folder.path()).env_clear().env("DIENVAN_TEST_SMALL", "0");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    }

    /// Searches, and gives the files of the speeches that were found, the exit status, and what
    /// was complained of.
    fn search(&self, query: &str) -> (BTreeSet<String>, i32, String) {
        let output = self
            .command(&["search", query, "--json", "--limit", "0"])
            .output()
            .expect("the program runs");
        let hits: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let names = hits.as_array().expect("a list").iter();
        let names = names.map(|hit| hit["speech"].as_str().expect("a name").to_owned());
        let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
        (names.collect(), output.status.code().expect("a status"), complaint)
    }

    /// Asserts that the words of a round, and those alone, are found in all speeches.
    #[track_caller]
    fn is_right(&self, words: &str, before: &str) {
        let (found, status, complaint) = self.search(&format!("\"{words}\""));
        assert_eq!((found.len(), status, complaint.as_str()), (COUNT, 0, ""), "{words}");
        let (found, status, _) = self.search(&format!("\"{before}\""));
        assert_eq!((found.len(), status), (0, 1), "{before} is gone");
    }

    /// Counts the files of the index.
    fn index_files(&self) -> usize {
        let caches = fs::read_dir(self.path("all/cache")).into_iter().flatten().flatten();
        let files = caches.filter_map(|cache| fs::read_dir(cache.path().join("index")).ok());
        files.map(Iterator::count).sum()
    }
}

#[test]
fn killed_at_any_moment_it_is_right_the_next_time() {
    let library = Library::new();
    let mut before = "đợt không".to_owned();
    for round in 0..10 {
        let words = library.write(round);
        let there = library.index_files();
        let mut child = library.command(&["search", &words]).spawn().expect("the program runs");
        // The files of the index tell how far it is: a commit writes a dozen, one after the other.
        let wanted = there + 2 * round;
        while library.index_files() < wanted && matches!(child.try_wait(), Ok(None)) {
            thread::yield_now();
        }
        child.kill().expect("killed");
        child.wait().expect("it ended");
        library.is_right(&words, &before);
        before = words;
    }
}

#[cfg(unix)]
#[test]
fn a_disk_that_takes_no_more_is_told_and_the_texts_are_searched() {
    let library = Library::new();
    let words = library.write(1);
    library.is_right(&words, "đợt không");
    for blocks in [0, 8, 64] {
        let words = library.write(2 + blocks);
        // No file may grow larger than so many blocks of 512 bytes, or the write fails.
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
        let query = format!("\"{words}\"");
        let mut limited = Command::new("/bin/sh");
        library.set_up(&mut limited);
        limited.arg("-c").arg(script).arg(cargo_bin!("dienvan"));
        limited.args(library.args(&["search", &query, "--limit", "0"]));
        let output = limited.output().expect("the program runs");
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert!(complaint.contains("Không ghi được chỉ mục"), "{blocks}: {complaint}");
        let lines = String::from_utf8_lossy(&output.stdout).lines().count();
        assert_eq!((lines, output.status.code()), (COUNT, Some(0)), "{blocks}");
        library.is_right(&words, "đợt huyền ngang");
    }
}

#[test]
fn two_programs_at_once_are_both_right_in_the_end() {
    let library = Library::new();
    let mut before = "đợt không".to_owned();
    for round in 0..3 {
        let words = library.write(round);
        let query = format!("\"{words}\"");
        let children: Vec<_> = (0..3)
            .map(|_| library.command(&["search", &query, "--limit", "0"]).spawn().expect("runs"))
            .collect();
        for child in children {
            let output = child.wait_with_output().expect("it ended");
            let complaint = String::from_utf8_lossy(&output.stderr);
            // One writes; the others answer from what is there, and say so if that is not all.
            let all = String::from_utf8_lossy(&output.stdout).lines().count() >= COUNT;
            assert!(all || complaint.contains("đang lập chỉ mục"), "{complaint}");
        }
        library.is_right(&words, &before);
        before = words;
    }
}

//! Programs that keep something of the user's, killed at any moment and two at once: nothing that was acknowledged
//! is lost, and the file can be read after each.

use crate::place::Place;
use assert_cmd::cargo::cargo_bin;
use std::collections::HashSet;
use std::fs;
use std::process::{Command, Stdio};
use std::time::Instant;

/// A command that keeps a record, whose note is a number.
pub struct Writer {
    /// The text that it is about, as `bai.txt`.
    pub text: String,
    /// The file in the data folder, and its list.
    pub file: &'static str,
    pub list: &'static str,
    /// The command that keeps the record of this number.
    pub command: fn(usize) -> String,
}

impl Writer {
    fn place(&self) -> Place {
        let place = Place::new();
        place.write("bai.txt", &self.text);
        place
    }

    /// Returns the notes in the file.
    fn notes(&self, place: &Place) -> HashSet<String> {
        let path = place.path("kept/data").join(self.file);
        let text = fs::read_to_string(path).expect("readable");
        let kept: toml::Table = text.parse().unwrap_or_else(|error| panic!("{error}: {text}"));
        let all = kept[self.list].as_array().expect("a list");
        all.iter().filter_map(|one| Some(one.get("note")?.as_str()?.to_owned())).collect()
    }

    /// Kills the program with `kill -9` at moments that cover its run.
    pub fn killed(&self, rounds: usize) {
        let place = self.place();
        let keep = |number: usize| {
            let mut command = Command::new(cargo_bin!("dienvan"));
            command.current_dir(place.folder.path()).env_clear().arg("--data-dir");
            command.arg(place.path("kept")).args((self.command)(number).split(' '));
            command.stdout(Stdio::null()).stderr(Stdio::null());
            command.spawn().expect("the program starts")
        };
        let start = Instant::now();
        assert!(keep(0).wait().expect("it ends").success());
        let whole = start.elapsed();
        let mut acknowledged = vec!["0".to_owned()];
        for round in 1..=rounds {
            // From a third of a run to the end of it, in an order that jumps.
            let part = (round * 7919 % 1000) as f64 / 1000.0;
            let moment = whole.mul_f64(0.3 + 0.9 * part);
            let start = Instant::now();
            let mut child = keep(round);
            let mut ended = None;
            while start.elapsed() < moment && ended.is_none() {
                ended = child.try_wait().expect("a child");
                std::thread::yield_now();
            }
            let status = match ended {
                Some(status) => status,
                None => {
                    child.kill().expect("killed");
                    child.wait().expect("it ends")
                }
            };
            if status.success() {
                acknowledged.push(round.to_string());
            }
            let notes = self.notes(&place);
            assert!(
                acknowledged.iter().all(|note| notes.contains(note)),
                "round {round}: one is lost"
            );
        }
        let count = self.notes(&place).len();
        println!("{rounds} rounds, {} acknowledged, {count} kept", acknowledged.len());
    }

    /// Lets two programs keep so many records each at the same time.
    pub fn two_at_once(&self, each: usize) {
        let place = self.place();
        std::thread::scope(|scope| {
            for first in [0, 1] {
                let place = &place;
                scope.spawn(move || {
                    for number in 0..each {
                        let command = (self.command)(2 * number + first);
                        let words: Vec<&str> = command.split(' ').collect();
                        let run = place.run(&words);
                        assert_eq!(run.status, 0, "{command}: {}", run.err);
                    }
                });
            }
        });
        let count = self.notes(&place).len();
        println!("two programs, {each} each: {count} kept");
        assert_eq!(count, 2 * each);
    }
}

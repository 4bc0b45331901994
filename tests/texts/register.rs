//! Speeches whose tasks a reader wrote down: who, with whom, by when.
//!
//! `cargo test --test texts register -- --nocapture` shows the figures; `DIENVAN_REGISTER=FOLDER` has another folder
//! measured, `NAME.toml` beside the documents that they name.

use dienvan::library::files::open;
use dienvan::register::{RegisterCell, RegisterRow, RegisterVocabulary, assignments_of, rows_of};
use dienvan::speech::parse::Lexicon;
use serde::Deserialize;
use std::fs;
use std::path::{Path, PathBuf};

/// What a reader wrote down of a document.
#[derive(Deserialize)]
struct WrittenRegister {
    file: String,
    /// The lines that were read; all of them if there are none.
    #[serde(default)]
    scope: Vec<(u32, u32)>,
    #[serde(default)]
    records: Vec<WrittenTask>,
}

#[derive(Deserialize)]
struct WrittenTask {
    line: u32,
    /// Its first words.
    quote: String,
    #[serde(default)]
    actors: Vec<String>,
    #[serde(default)]
    partners: Vec<String>,
    due: Option<String>,
    recurs: Option<String>,
}

/// How many there are in what was written, in what was found, and in both.
#[derive(Clone, Copy, Default)]
struct Agreement {
    written: usize,
    found: usize,
    both: usize,
}

impl Agreement {
    fn count(&mut self, written: &[String], found: &[&str]) {
        self.written += written.len();
        self.found += found.len();
        let same = |one: &&String| found.iter().any(|other| is_same(one, other));
        self.both += written.iter().filter(same).count().min(found.len());
    }

    fn f1(self) -> f64 {
        match self.written + self.found {
            0 => 1.0,
            all => 2.0 * self.both as f64 / all as f64,
        }
    }
}

/// Tells whether two names, or the beginnings of two sentences, are one: the shorter is in the longer and has half its words.
fn is_same(one: &str, other: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        parts.map(str::to_lowercase).collect()
    };
    let (one, other) = (words(one), words(other));
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    !short.is_empty()
        && short.len() * 2 >= long.len()
        && long.windows(short.len()).any(|part| part == short)
}

fn texts(cells: &[RegisterCell]) -> Vec<&str> {
    cells.iter().map(|cell| cell.text.as_str()).collect()
}

/// Returns a deadline as it is written down: a date, or the first word of a rhythm.
fn due(row: &RegisterRow) -> Option<String> {
    let due = &row.deadline.as_ref()?.due;
    due.iso().or_else(|| due.rhythm().map(|rhythm| rhythm.name().to_owned()))
}

/// Compares one document; records are paired by line and first words.
fn compare(written: &WrittenRegister, rows: &[RegisterRow], out: &mut [Agreement; 4]) {
    let in_scope = |line: u32| {
        written.scope.is_empty()
            || written.scope.iter().any(|(from, to)| (*from..=*to).contains(&line))
    };
    let mut left: Vec<&RegisterRow> = rows.iter().filter(|row| in_scope(row.line)).collect();
    let [records, actors, partners, deadlines] = out;
    records.found += left.len();
    for task in &written.records {
        records.written += 1;
        let is_it = |row: &&RegisterRow| {
            let words = task.quote.split_whitespace().count();
            let first: Vec<&str> = row.task.split_whitespace().take(words).collect();
            row.line.abs_diff(task.line) <= 1 && is_same(&task.quote, &first.join(" "))
        };
        let at = left.iter().position(is_it);
        let row = at.map(|at| left.remove(at));
        records.both += usize::from(row.is_some());
        let found = row.map(|row| (texts(&row.actors), texts(&row.partners), due(row)));
        let (by, beside, when) = found.unwrap_or_default();
        actors.count(&task.actors, &by);
        partners.count(&task.partners, &beside);
        let rhythm = task.recurs.as_deref().and_then(|words| words.split_whitespace().next());
        let asked = task.due.as_deref().or(rhythm);
        deadlines.written += usize::from(asked.is_some());
        deadlines.found += usize::from(when.is_some());
        deadlines.both += usize::from(asked.is_some() && asked == when.as_deref());
    }
    for row in left {
        actors.found += row.actors.len();
        partners.found += row.partners.len();
        deadlines.found += usize::from(due(row).is_some());
    }
}

#[test]
fn tasks_are_found_with_who_and_when() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let given = std::env::var_os("DIENVAN_REGISTER").map(PathBuf::from);
    let folder = given.clone().unwrap_or_else(|| corpus.join("register"));
    let documents = given.clone().unwrap_or(corpus);
    let (lexicon, vocabulary) = (Lexicon::shipped(), RegisterVocabulary::shipped());
    let mut all = [Agreement::default(); 4];
    let files = fs::read_dir(&folder).expect("the folder can be read");
    let mut paths: Vec<PathBuf> = files.map(|file| file.expect("a file").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    paths.sort();
    for path in &paths {
        let text = fs::read_to_string(path).expect("it can be read");
        let written: WrittenRegister =
            toml::from_str(&text).unwrap_or_else(|error| panic!("{path:?}: {error}"));
        let opened =
            open(&documents.join(&written.file), &lexicon).expect("the document can be read");
        let rows = rows_of(&opened.speech, &assignments_of(&opened.speech, &vocabulary));
        let mut one = [Agreement::default(); 4];
        compare(&written, &rows, &mut one);
        let figures = one.map(|field| format!("{:.3}", field.f1()));
        println!("{:28} {}", written.file, figures.join("  "));
        for (sum, field) in all.iter_mut().zip(one) {
            sum.written += field.written;
            sum.found += field.found;
            sum.both += field.both;
        }
    }
    let figures = all.map(Agreement::f1);
    println!("records, actors, partners, deadlines: {figures:.3?} of {} records", all[0].written);
    if given.is_none() {
        // As they were when this was written.
        let floors = [0.92, 0.87, 0.90, 0.88];
        for ((name, figure), floor) in
            ["records", "actors", "partners", "deadlines"].into_iter().zip(figures).zip(floors)
        {
            assert!(figure >= floor, "{name}: {figure:.3} is less than {floor}");
        }
    }
}

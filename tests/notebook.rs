//! Bookmarks from the command line: labels, filters, going out and coming in, citations.
//!
//! Every run has a folder of its own for all that it keeps, and an environment without a locale.

use assert_cmd::Command;
use assert_cmd::cargo::cargo_bin;
use serde_json::Value;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A place to run in.
struct Place {
    folder: TempDir,
}

/// What a run gave.
struct Run {
    status: i32,
    out: String,
    err: String,
}

impl Place {
    fn new() -> Self {
        Place { folder: TempDir::new().expect("a temporary folder") }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs with what is kept in `kept`.
    fn run_in(&self, kept: &Path, args: &[&str], input: &str) -> Run {
        let output = Command::new(cargo_bin!("dienvan"))
            .current_dir(self.folder.path())
            .env_clear()
            .arg("--data-dir")
            .arg(kept)
            .args(args)
            .write_stdin(input)
            .output()
            .expect("the program runs");
        Run {
            status: output.status.code().expect("no signal"),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }

    /// Runs, and checks the status and parts of what is said. A part that starts with `!` must be
    /// missing.
    #[track_caller]
    fn check(&self, args: &[&str], status: i32, out: &[&str], err: &[&str]) -> Run {
        let run = self.run_in(&self.path("kept"), args, "");
        assert_eq!(run.status, status, "{args:?}: {}{}", run.out, run.err);
        for (text, parts) in [(&run.out, out), (&run.err, err)] {
            for part in parts {
                match part.strip_prefix('!') {
                    Some(part) => assert!(!text.contains(part), "{args:?} has {part:?}: {text}"),
                    None => assert!(text.contains(part), "{args:?} lacks {part:?}: {text}"),
                }
            }
        }
        assert_eq!(run.err.is_empty(), err.is_empty(), "{args:?}: {}", run.err);
        run
    }

    #[track_caller]
    fn json(&self, args: &[&str]) -> Value {
        let run = self.run_in(&self.path("kept"), args, "");
        assert_eq!(run.status, 0, "{args:?}: {}", run.err);
        serde_json::from_str(&run.out).expect("JSON")
    }
}

const ID: &str = "2023-12-20-ket-luan-noi-chinh";

#[test]
fn speeches_and_items_are_cited() {
    let place = Place::new();
    let show = |what: &str, form: &str| {
        place.check(&["show", what, "--cite", form], 0, &["!{quote}"], &[]).out
    };
    let text = show("nv.3", "text");
    assert!(text.starts_with("“Ba là: Nâng cao vai trò"), "{text}");
    assert!(text.ends_with(&format!("20/12/2023 [{ID}/nv.3]\n")), "{text}");
    assert!(show(ID, "text").starts_with("— Lê Thị Thủy"), "a whole speech is not quoted");
    let entry = show("nv.3", "bibtex");
    assert!(entry.starts_with(&format!("@misc{{{ID}:nv.3,\n")), "{entry}");
    for part in ["{{Lê Thị Thủy}}", "{2023-12-20}", "= dec,", "{vietnamese}", "{nv.3: Nâng cao"]
    {
        assert!(entry.contains(part), "{part} in {entry}");
    }
    let csl = place.json(&["show", "nv", "--cite", "csl"]);
    assert_eq!((&csl[0]["type"], &csl[0]["language"]), (&"speech".into(), &"vi".into()));
    assert_eq!(csl[0]["author"][0]["family"], "Lê");
    assert!(csl[0]["note"].as_str().is_some_and(|note| note.starts_with("nv: ")), "{csl}");
    place.check(&["show", "nv.3", "--cite", "mla"], 2, &[], &["text, bibtex, csl"]);
    place.check(&["show", "nv.3", "--cite", "csl", "--json"], 2, &[], &["--json"]);
}

#[test]
fn bookmarks_are_labelled_filtered_and_sorted() {
    let place = Place::new();
    let add = |args: &[&str]| {
        let args = [&["bookmarks", "add"], args].concat();
        place.check(&args, 0, &["!error"], &[]);
    };
    add(&["nv.3", "--tag", "gấp, quý I", "--tag", "#Gấp", "--kind", "todo", "--letter", "a"]);
    add(&["nv.1", "--note", "hỏi lại", "--kind", "question", "--letter", "a"]);
    let list = place.json(&["bookmarks", "list", "--json"]);
    assert_eq!(list[0]["tags"], serde_json::json!(["gấp", "quý I"]));
    assert_eq!((&list[0]["kind"], &list[0]["letter"]), (&"todo".into(), &Value::Null));
    assert_eq!(list[1]["letter"], "a", "the letter went to the one that asked for it last");
    let first = |args: &[&str]| {
        let args = [&["bookmarks", "list", "--json"], args].concat();
        place.json(&args)[0]["address"].as_str().expect("an address").to_owned()
    };
    assert!(first(&["--filter", "#gap"]).ends_with("/nv.3"));
    assert!(first(&["--filter", "kind:question hoi"]).ends_with("/nv.1"));
    assert!(first(&["--sort", "place"]).ends_with("/nv.1"));
    place.check(&["bookmarks", "list"], 0, &["■ #gấp #quý I", "● 'a hỏi lại"], &[]);
    place.check(
        &["bookmarks", "list", "--filter", "#khác"],
        1,
        &[],
        &["Không có dấu trang nào khớp"],
    );
    place.check(&["bookmarks", "list", "--filter", "role:x"], 2, &[], &["vai trò “x”"]);
    place.check(&["bookmarks", "add", "nv.2", "--letter", "ab"], 2, &[], &["--letter"]);
    place.check(&["bookmarks", "add", "nv.2", "--kind", "x"], 2, &[], &["important"]);
}

//! Every command that the pages for users show is run as it stands there.

use crate::place::Place;
use std::fs;
use std::path::{Path, PathBuf};

const SPEECH: &str = "Kết luận hội nghị giao ban quý II năm 2025

Ngày 02/6/2025, đồng chí Nguyễn Văn An, Chủ tịch UBND tỉnh, kết luận như sau:

Đề nghị thực hiện các nhiệm vụ sau:

Một là: Giao Sở Tài chính rà soát biên chế, hoàn thành trước ngày 30/12/2025.

Hai là: Giao Sở Y tế kiểm tra công tác giám định tại các bệnh viện.

Ba là: Công an tỉnh bảo đảm an ninh, trật tự.

Xin cảm ơn các đồng chí.
";
const SETTINGS: &str = "[offices]\nmine = [\"Sở Tài chính\"]\n";
/// What stands for the id of a speech.
const IDS: [&str; 2] = ["ID", "MÃ"];

/// Gives the pages for users in both languages.
fn pages() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut pages = vec![root.join("README.md"), root.join("README.vi.md")];
    for language in ["docs/en", "docs/vi"] {
        let entries = fs::read_dir(root.join(language)).expect("there are pages");
        pages.extend(entries.map(|entry| entry.expect("the folder can be listed").path()));
    }
    pages.sort();
    pages
}

/// Gives the commands of a page: the indented lines, without what explains them, and the short ones within a sentence.
fn commands(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in page.lines() {
        match line.strip_prefix("    ") {
            Some(shown) => found.push(shown.split(" #").next().unwrap_or(shown)),
            // One of two words is a name.
            None => found.extend(
                line.split('`').skip(1).step_by(2).filter(|code| code.split(' ').count() > 2),
            ),
        }
    }
    found.retain(|command| command.split(' ').next() == Some("dienvan"));
    // Where a word stands for others there is nothing to run.
    let stands = |word: &str| {
        word.chars().count() > 1 && word.chars().all(char::is_uppercase) && !IDS.contains(&word)
    };
    found
        .retain(|command| !command.contains(['…', '\\']) && !command.split([' ', '-']).any(stands));
    found.into_iter().map(|command| command.trim().to_owned()).collect()
}

/// Cuts a command into words as a shell does, up to a pipe, and tells the file that its output goes to.
fn words(command: &str) -> (Vec<String>, Option<String>) {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in command.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().expect("there is one").push(c),
        }
    }
    words.retain(|word| !word.is_empty());
    let pipe = words.iter().position(|word| word == "|").unwrap_or(words.len());
    words.truncate(pipe);
    let into = words.iter().position(|word| word == ">");
    let into = into.and_then(|at| words.drain(at..).next_back());
    (words.split_off(1), into)
}

/// A place with the files that the pages speak of, one of them imported, with a bookmark, and the id of that.
fn place() -> (Place, String) {
    let place = Place::new();
    place.write("kept/config/config.toml", SETTINGS);
    for name in ["bai.docx", "ket-luan.docx", "a.docx", "b.docx", "a.txt", "c.pdf", "van-ban/a.txt"]
    {
        place.write(name, SPEECH);
    }
    place.check(&["import", "ket-luan.docx"], 0, &["+"], &[]);
    place.check(&["bookmarks", "add", "bai.docx", "nv.3"], 0, &["nv.3"], &[]);
    let list = place.json(&["list", "--filter", "giao ban", "--json"]);
    let id = list[0]["id"].as_str().expect("it was imported").to_owned();
    (place, id)
}

#[test]
fn commands_of_the_pages_hold() {
    let mut count = 0;
    for page in pages() {
        let (place, id) = place();
        for command in commands(&fs::read_to_string(&page).expect("a page")) {
            let (args, into) = words(&command);
            let args: Vec<String> = args
                .iter()
                .map(|arg| IDS.iter().fold(arg.clone(), |arg, name| arg.replace(name, &id)))
                .collect();
            let run = place.run(&args.iter().map(String::as_str).collect::<Vec<_>>());
            // Nothing found is an answer too.
            assert!(run.status < 2, "{}: {command}: {}{}", page.display(), run.out, run.err);
            if let Some(name) = into {
                place.write(&name, run.out);
            }
            count += 1;
        }
    }
    assert!(count > 80, "{count} commands were found");
}

/// Gives the keys in the first column of the tables of keys of a page.
fn keys(page: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut of_keys = false;
    for line in page.lines() {
        let Some(row) = line.strip_prefix('|') else {
            of_keys = false;
            continue;
        };
        let first = row.split(" | ").next().unwrap_or_default();
        of_keys |= first.starts_with(" key") || first.starts_with(" phím");
        if of_keys {
            found.extend(first.split('`').skip(1).step_by(2));
        }
    }
    found
}

#[test]
fn keys_of_the_pages_are_bound() {
    let bound = include_str!("../../data/keymap/default.toml");
    let mut count = 0;
    for page in pages() {
        for key in keys(&fs::read_to_string(&page).expect("a page")) {
            let entry = format!("\n{:?} = ", key.trim_start_matches(|c: char| c.is_ascii_digit()));
            assert!(bound.contains(&entry), "{}: {key}", page.display());
            count += 1;
        }
    }
    assert!(count > 80, "{count} keys were found");
}

#[test]
fn commands_are_read() {
    let page = "Try `dienvan a.txt nv.3` with `dienvan show`, `dienvan outline WHAT`.\n\n    dienvan show \"a b\" > c.md   # why\n    dienvan x \\| y\n";
    assert_eq!(commands(page), ["dienvan a.txt nv.3", "dienvan show \"a b\" > c.md"]);
    let (args, into) = words("dienvan show \"a b\" -o d | jq");
    assert_eq!(
        (args, into),
        (vec!["show".to_owned(), "a b".into(), "-o".into(), "d".into()], None)
    );
    assert_eq!(words("dienvan list > c.md").1.as_deref(), Some("c.md"));
}

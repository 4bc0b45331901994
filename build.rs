//! Makes the tables that the first screen waits for quick to read: from TOML, which people write, to
//! JSON, which takes a fraction of the time.

use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "src/speech/parse/key.rs"]
mod key;

type Fallible<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Fallible<()> {
    let out = env::var("OUT_DIR")?;
    for source in [
        "data/keymap/default.toml",
        "data/lexicon/furniture.toml",
        "data/lexicon/markers.toml",
        "data/lexicon/roles.toml",
        "data/lexicon/tables.toml",
        "data/weights/facts.toml",
        "data/weights/nesting.toml",
    ] {
        println!("cargo::rerun-if-changed={source}");
        let name = Path::new(source).file_stem().ok_or("a file has a name")?.to_string_lossy();
        let table: toml::Table = fs::read_to_string(source)?.parse()?;
        let json = serde_json::to_string(&table)?;
        fs::write(Path::new(&out).join(format!("{name}.json")), json)?;
    }
    fs::write(Path::new(&out).join("roles_table.rs"), role_table("data/weights/roles.toml")?)?;
    fs::write(Path::new(&out).join("query_words.rs"), word_table("data/lexicon/query.toml")?)?;
    fs::write(
        Path::new(&out).join("reference_words.rs"),
        word_table("data/lexicon/references.toml")?,
    )?;
    fs::write(Path::new(&out).join("plain_words.rs"), word_table("data/lexicon/plain.toml")?)?;
    fs::write(Path::new(&out).join("reasons.rs"), word_table("data/lexicon/reasons.toml")?)?;
    println!("cargo::rustc-env=REGISTER_EDITION={:016x}", register_edition()?);
    at_a_fixed_address();
    Ok(())
}

/// Tells the program and the tables that read the register from others: rows that are kept are of one edition.
fn register_edition() -> Fallible<u64> {
    let mut files: Vec<PathBuf> = Vec::new();
    let mut folders: Vec<PathBuf> =
        ["src/register", "src/speech/parse", "data/lexicon", "data/weights"]
            .map(PathBuf::from)
            .into();
    while let Some(folder) = folders.pop() {
        println!("cargo::rerun-if-changed={}", folder.display());
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    let mut sum = DefaultHasher::new();
    for file in files {
        sum.write(&fs::read(file)?);
    }
    Ok(sum.finish())
}

/// The roles, in the order of `model::Role::ALL`.
const ROLES: [&str; 7] = ["task", "result", "limitation", "cause", "lesson", "viewpoint", "other"];
/// How many points of the table are 1 of the logarithm of the odds.
const POINTS: f64 = 16.0;

/// Makes the table of what each sign is worth for each role: names, points, and slots that find a row by
/// the key of its name, so that nothing is read at the start of the program.
fn role_table(source: &str) -> Fallible<String> {
    println!("cargo::rerun-if-changed={source}");
    println!("cargo::rerun-if-changed=src/speech/parse/key.rs");
    let table: toml::Table = fs::read_to_string(source)?.parse()?;
    let mut rows: Vec<(&str, [i8; ROLES.len()])> = Vec::new();
    for (name, worth) in &table {
        let worth = worth.as_table().ok_or("a sign has a table")?;
        let points = ROLES.map(|role| {
            let worth = worth.get(role).and_then(toml::Value::as_float).unwrap_or_default();
            (worth * POINTS).round().clamp(-127.0, 127.0) as i8
        });
        rows.push((name, points));
    }
    let keys: Vec<u64> = rows.iter().map(|(name, _)| key::of(name)).collect();
    let mut sorted = keys.clone();
    sorted.sort_unstable();
    if sorted.windows(2).any(|two| two[0] == two[1]) {
        return Err("two signs have the same key".into());
    }
    let mut slots = vec![u16::MAX; (2 * rows.len() + 1).next_power_of_two()];
    for (row, key) in keys.iter().enumerate() {
        let mut at = key::place(*key) % slots.len();
        while slots[at] != u16::MAX {
            at = (at + 1) % slots.len();
        }
        slots[at] = u16::try_from(row)?;
    }
    let names: Vec<&str> = rows.iter().map(|(name, _)| *name).collect();
    let points: Vec<[i8; ROLES.len()]> = rows.iter().map(|(_, points)| *points).collect();
    Ok(format!(
        "static NAMES: &[&str] = &{names:?};\nstatic WORTH: &[[i8; {}]] = &{points:?};\n\
         static KEYS: &[u64] = &{keys:?};\nstatic SLOTS: &[u16] = &{slots:?};\n",
        ROLES.len()
    ))
}

/// Makes a table of names and their words: what they name, the name, the words. They are asked for at each key press, so
/// nothing is left to be read.
fn word_table(source: &str) -> Fallible<String> {
    println!("cargo::rerun-if-changed={source}");
    let table: toml::Table = fs::read_to_string(source)?.parse()?;
    let mut rows = String::new();
    for (of, names) in &table {
        for (name, words) in names.as_table().ok_or("names stand in tables")? {
            let words = words.as_array().ok_or("words stand in lists")?;
            let words: Option<Vec<&str>> = words.iter().map(toml::Value::as_str).collect();
            rows += &format!("({of:?}, {name:?}, &{:?}),\n", words.ok_or("words are text")?);
        }
    }
    Ok(format!("&[\n{rows}]"))
}

/// Links the program to run at one address. Moving it to another at its start, as is the default,
/// costs a quarter of the time to the first screen: 48,000 places are written anew, most of them of
/// libraries that a reader of plain text never uses.
fn at_a_fixed_address() {
    let target = |name: &str| env::var(format!("CARGO_CFG_TARGET_{name}")).unwrap_or_default();
    if target("OS") == "linux" && target("ENV") == "gnu" {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}

//! The rules of the source: which module may import which, who touches the terminal, the
//! environment and the system, and what is written nowhere.
//!
//! The table below is the layering. A file that breaks a rule is named with its line.

mod counts;
mod licences;
mod pages;
mod rules;
mod source;

use counts::Counts;
use rules::{Rule, breaches};
use std::fs;
use std::path::Path;

/// Reads every Rust file below `folder`: its path from there, and its text.
fn files(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).expect("the source can be listed") {
            let path = entry.expect("the source can be listed").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(folder).expect("it is below the folder");
                let name = name.to_string_lossy().replace('\\', "/");
                found.push((name, fs::read_to_string(&path).expect("the source can be read")));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn the_source_keeps_the_rules() {
    let files = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    assert!(files.len() > 50, "the source was found");
    let told: Vec<String> = files
        .iter()
        .flat_map(|(name, text)| {
            let tell = move |breach: rules::Breach| format!("src/{name}:{}", breach.tell());
            breaches(name, text).into_iter().map(tell)
        })
        .collect();
    assert!(told.is_empty(), "\n{}\n", told.join("\n"));
}

/// Asserts that there are no more of a kind than there may be.
#[track_caller]
fn at_most(limit: usize, what: &str, found: &[String]) {
    assert!(
        found.len() <= limit,
        "{} {what}, more than {limit}:\n{}",
        found.len(),
        found.join("\n")
    );
}

#[test]
fn the_source_stays_small_and_plain() {
    let counts = Counts::of(&files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")));
    at_most(0, "files of more than 400 lines", &counts.long_files);
    at_most(19, "functions of more than four parameters", &counts.wide_functions);
    at_most(23, "parameters of type bool", &counts.flags);
    let rings: Vec<String> = counts.rings.iter().map(|ring| ring.join(" ")).collect();
    at_most(6, "rings of files that import each other", &rings);
    let shared = counts.shared_percent();
    assert!(shared <= 4, "{shared} % of types share a name: {:#?}", counts.shared_names);
}

#[test]
fn counts_are_right() {
    let files = [
        (
            "a/mod.rs",
            "mod b; mod c; pub use b::Bee; pub struct Same; fn f(a: u8, b: (u8, u8), c: Vec<u8>, d: bool) {}",
        ),
        ("a/b.rs", "use super::c::Sea; pub struct Bee; impl Iterator for Bee { type Item = u8; }"),
        (
            "a/c.rs",
            "use super::Bee; use crate::d; pub struct Sea; fn g<T: Fn(u8) -> u8>(&self, a: T, b: u8, c: u8, d: u8, e: bool) {}",
        ),
        (
            "d.rs",
            "pub enum Same { A(bool) } #[cfg(test)] mod tests { use crate::a; fn h(a: bool) {} }",
        ),
        ("d/tests.rs", "use crate::a::Same; struct Sea; fn i(a: bool, b: bool) {}"),
    ];
    let files: Vec<(String, String)> =
        files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    let counts = Counts::of(&files);
    assert_eq!(counts.long_files, Vec::<String>::new());
    assert_eq!(counts.wide_functions, ["a/c.rs:1 g"]);
    assert_eq!(counts.flags, ["a/mod.rs:1 f", "a/c.rs:1 g"]);
    assert_eq!(counts.shared_names.keys().collect::<Vec<_>>(), ["Same"]);
    assert_eq!((counts.types, counts.shared_percent()), (4, 50));
    assert_eq!(counts.rings, [["a/b.rs", "a/c.rs"]]);
}

#[test]
fn every_module_has_a_place_in_the_table() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs");
    let library = fs::read_to_string(source).expect("the source can be read");
    let modules = library.lines().filter_map(|line| line.strip_prefix("pub mod "));
    for module in modules.map(|rest| rest.trim_end_matches(';')) {
        assert!(rules::listed(module).is_some(), "{module} is in no layer");
    }
}

#[test]
fn the_map_is_that_of_the_table() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md");
    let page = fs::read_to_string(page).expect("the page can be read");
    // The page has other tables behind that of the map.
    let lines = page.lines().skip_while(|line| !line.starts_with("| `"));
    let rows = lines.map_while(|line| line.strip_prefix("| `"));
    let told: Vec<(&str, &str)> = rows
        .filter_map(|row| {
            Some((row.split_once('`')?.0, row.rsplit("| ").next()?.trim_end_matches(" |")))
        })
        .collect();
    let names = |part: &'static str| {
        let listed = rules::listed(part).into_iter().flatten();
        let listed: Vec<String> = listed
            .map(|entry| match entry.strip_prefix("..") {
                Some(other) => format!("{other} and what it may"),
                None => (*entry).to_owned(),
            })
            .collect();
        if listed.is_empty() { "–".to_owned() } else { listed.join(", ") }
    };
    let wanted: Vec<(&str, String)> = rules::parts().map(|part| (part, names(part))).collect();
    let told: Vec<(&str, String)> =
        told.iter().map(|(part, all)| (*part, (*all).to_owned())).collect();
    assert_eq!(told, wanted, "the table of ARCHITECTURE.md: part, what it is, what it may import");
}

/// Asserts which rules a file breaks, and on which lines.
#[track_caller]
fn check(name: &str, text: &str, expected: &[(usize, Rule)]) {
    let found: Vec<(usize, Rule)> =
        breaches(name, text).into_iter().map(|breach| (breach.line, breach.rule)).collect();
    assert_eq!(found, expected, "{name}: {text}");
}

#[test]
fn imports_run_one_way() {
    let bad = |line: usize| vec![(line, Rule::Import)];
    for (name, text) in [
        ("text/fold.rs", "use crate::speech::Speech;"),
        ("speech/date.rs", "fn f() -> crate::speech::parse::Lexicon {}"),
        ("speech/parse/mod.rs", "use crate::search::find;"),
        ("i18n/messages.rs", "use crate::speech::Speech;"),
        ("i18n/messages.rs", "use crate::speech::{Date, Speech};"),
        ("app/mod.rs", "use crate::{text::TextPos, files::open};"),
        (
            "app/mod.rs",
            "use crate::{\n    text::{TextPos, TextRange},\n    speech::parse::{Lexicon, parse},\n};",
        ),
        ("app/mod.rs", "use crate::library::kept as kept;"),
        ("app/mod.rs", "pub(crate) use crate::paths::Paths;"),
        ("ui/reader.rs", "use crate::runtime;"),
        ("library/files/open.rs", "let app = crate :: app :: App::new();"),
        ("library/kept/mod.rs", "use crate::library::files::open;"),
        ("paths.rs", "use crate::settings::read;"),
        ("runtime/mod.rs", "use crate::cli::main;"),
        ("settings/mod.rs", "use crate::speech::anchor::resolve;"),
        ("text/mod.rs", "use super::speech::Speech;"),
        ("text/fold.rs", "use super::super::speech::Speech;"),
        ("app/deep/more.rs", "use super::super::super::library::files::open;"),
        ("paths.rs", "use super::cli;"),
        ("speech/mod.rs", "use crate::nowhere::Thing;"),
        ("speech/parse/mod.rs", "use super::anchor::resolve;"),
        ("speech/parse/lists/mod.rs", "use crate::speech::correction::find;"),
        ("library/catalog/mod.rs", "use crate::library::files::open;"),
        ("library/files/mod.rs", "use crate::properties::parsing;"),
    ] {
        let line = if text.contains('\n') { 3 } else { 1 };
        check(name, text, &bad(line));
    }
    for (name, text) in [
        ("speech/date.rs", "use crate::text::TextPos;"),
        ("speech/date.rs", "use crate::speech::Speech;"),
        ("i18n/messages.rs", "use crate::speech::Date;\nfn f(date: crate::speech::Date) {}"),
        ("app/mod.rs", "use crate::{text::TextPos, layout::{Layout, Row}};"),
        ("speech/mod.rs", "pub use anchor::Anchor; use crate::speech::parse::Lexicon;"),
        ("speech/parse/lists/mod.rs", "use super::super::{Block, Outline};"),
        ("library/imports/mod.rs", "use super::files::open;"),
        (
            "app/mod.rs",
            "/// See [`crate::runtime`].\n// use crate::library::files;\nlet s = \"crate::cli\";",
        ),
        (
            "app/mod.rs",
            "/* use crate::library::files; */ let s = r#\"use crate::cli;\"#; let c = '\"';",
        ),
        ("app/deep/more.rs", "use super::super::App;"),
        ("app/tests.rs", "use crate::speech::parse::parse;"),
        ("app/tests/frames.rs", "use crate::library::files::open;"),
        ("app/deep.rs", "use super::App;"),
        ("main.rs", "fn main() { dienvan::cli::main() }"),
        ("lib.rs", "pub mod text;\npub mod cli;"),
        ("text/mod.rs", "macro_rules! m { () => { my_crate::speech } }"),
    ] {
        check(name, text, &[]);
    }
    check("main.rs", "use dienvan::app::App;", &bad(1));
}

#[test]
fn the_system_is_touched_where_it_may_be() {
    for (name, text, rule) in [
        ("app/mod.rs", "use std::fs::read;", Rule::System),
        ("app/mod.rs", "use std::{collections::HashMap, time::Instant};", Rule::System),
        ("layout/mod.rs", "let now = std::time::SystemTime::now();", Rule::System),
        ("ui/mod.rs", "std::thread::spawn(f);", Rule::System),
        ("library/files/open.rs", "use std::net::TcpStream;", Rule::System),
        ("app/mod.rs", "use crossterm::event::Event;", Rule::Terminal),
        ("ui/mod.rs", "use ratatui::crossterm::style;", Rule::Terminal),
        ("settings/read.rs", "let home = std::env::var(\"HOME\");", Rule::Environment),
        ("cli/args.rs", "let here = std::env::current_dir();", Rule::Environment),
        ("cli/args.rs", "use std::{env, fs};", Rule::Environment),
        ("library/kept/lock.rs", "env::temp_dir()", Rule::Environment),
        ("speech/speech.rs", "#[derive(Clone, serde::Serialize)]", Rule::Serialised),
        ("library/files/open.rs", "let text = read(path).unwrap();", Rule::Unwrap),
    ] {
        check(name, text, &[(1, rule)]);
    }
    for (name, text) in [
        ("runtime/terminal.rs", "use crossterm::event::Event; use std::time::Instant;"),
        ("runtime/jobs.rs", "std::thread::spawn(f);"),
        ("paths.rs", "std::env::var_os(name)"),
        ("paths/read.rs", "std::env::var_os(name)"),
        ("cli/mod.rs", "std::env::args_os().skip(1)"),
        ("cli/args.rs", "env!(\"CARGO_PKG_VERSION\")"),
        ("library/kept/record.rs", "#[derive(serde::Serialize)] struct Record; use std::fs;"),
        ("library/files/open.rs", "a.unwrap_or(b); // .unwrap()\nlet s = \".unwrap()\";"),
        ("library/files/tests.rs", "read(path).unwrap(); std::env::temp_dir();"),
        ("library/files/open.rs", "#[cfg(test)]\nmod tests {\n    fn f() { read().unwrap(); }\n}"),
        ("app/mod.rs", "use std::sync::Arc; use std::collections::HashMap;"),
    ] {
        check(name, text, &[]);
    }
}

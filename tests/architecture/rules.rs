//! The rules, and finding what breaks them in one file.

use crate::source::{Token, tokens};

/// What may import what: a room or a part of one, and all that it may name. Lowest first; a part that is not named
/// here belongs to its room, and a room may name its own parts. "..app" is `app` and all that it may import.
const LAYERS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("speech", &["text"]),
    ("speech::anchor", &["text", "speech"]),
    ("speech::parse", &["text", "speech"]),
    ("speech::correction", &["text", "speech", "speech::anchor"]),
    // Dates are written as each language has them; nothing else of speeches is.
    ("i18n", &["text", "speech::Date"]),
    ("formats::read", &["text", "speech"]),
    ("formats::write", &["text", "speech", "i18n"]),
    ("formats", &[]),
    ("layout", &["text", "speech"]),
    // What is wrong with a query is said in the reader's language.
    ("search", &["text", "speech", "i18n"]),
    // It is asked in the language of search.
    ("register", &["text", "speech", "speech::anchor", "speech::parse", "search"]),
    ("register::formats", &["text", "speech", "i18n", "formats::write", "register"]),
    ("settings::action", &[]),
    ("settings::keymap", &["text", "settings::action"]),
    ("settings::theme", &["text"]),
    (
        "settings",
        &[
            "text",
            "i18n",
            "search",
            "register",
            "settings::action",
            "settings::keymap",
            "settings::theme",
        ],
    ),
    // Bookmarks are asked for in the words of queries.
    ("notebook", &["text", "speech", "search"]),
    ("notebook::formats", &["text", "speech", "speech::anchor", "i18n", "settings", "notebook"]),
    ("paths", &[]),
    ("library::catalog", &["text", "speech", "search"]),
    ("library::files", FILES),
    ("library::kept", KEPT),
    ("library::imports", &["text", "speech", "library::files", "library::kept"]),
    (
        "library::index",
        &[
            "text",
            "speech",
            "speech::parse",
            "speech::correction",
            "register",
            "search",
            "library::files",
        ],
    ),
    // What the reader and the commands ask; its parts do not know of it.
    ("library", LIBRARY),
    ("app", APP),
    ("ui", &["..app"]),
    (
        "runtime",
        &[
            "..ui",
            "speech::parse",
            "formats::read",
            "formats::write",
            "register::formats",
            "paths",
            "library",
            "library::files",
            "library::kept",
            "library::imports",
            "library::index",
        ],
    ),
    ("cli", &["..runtime"]),
    // The checks that tests share: they ask the pure rooms and nobody asks them.
    ("properties", PROPERTIES),
];

const FILES: &[&str] =
    &["text", "speech", "speech::parse", "speech::correction", "formats::read", "paths"];
const KEPT: &[&str] =
    &["text", "speech", "speech::anchor", "speech::correction", "register", "notebook"];
const LIBRARY: &[&str] = &[
    "text",
    "speech",
    "speech::correction",
    "register",
    "library::catalog",
    "library::files",
    "library::kept",
    "library::imports",
    "library::index",
];
const PROPERTIES: &[&str] = &[
    "text",
    "speech",
    "speech::anchor",
    "speech::parse",
    "i18n",
    "formats::read",
    "formats::write",
    "layout",
    "search",
];

/// All pure rooms but the parts that make speeches out of bytes.
const APP: &[&str] = &[
    "text",
    "speech",
    "speech::anchor",
    "speech::correction",
    "i18n",
    "layout",
    "search",
    "settings",
    "settings::action",
    "settings::keymap",
    "settings::theme",
    "notebook",
    "notebook::formats",
    "register",
    "library::catalog",
];

/// The rooms that may reach the system: files, clock, processes, threads.
const SHELL: &[&str] = &["library", "paths", "runtime", "cli", "main"];
/// The part of the library that is a function of its arguments.
const PURE: &str = "library::catalog";
/// What reaches the system, behind `std::`.
const SYSTEM: &[&str] = &["fs", "time", "process", "thread", "os"];

/// A rule of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Imports run one way.
    Import,
    /// Only the shell reaches the system, and nothing the network.
    System,
    /// Only the runtime knows the terminal.
    Terminal,
    /// Only `paths` reads the environment; the command line reads its arguments.
    Environment,
    /// The values of a speech are not serialised: each format has types of its own for that.
    Serialised,
    /// Nothing is unwrapped: `expect` says why it holds.
    Unwrap,
}

/// A rule broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    pub rule: Rule,
    pub line: usize,
    pub found: String,
}

impl Breach {
    /// Says what is wrong, with its line.
    pub fn tell(&self) -> String {
        format!("{}: {:?}: {}", self.line, self.rule, self.found)
    }
}

/// Returns the names of all rooms and parts, lowest first.
pub fn parts() -> impl Iterator<Item = &'static str> {
    LAYERS.iter().map(|(name, _)| *name)
}

/// Returns what a room or part may import, as the table has it.
pub fn listed(part: &str) -> Option<&'static [&'static str]> {
    LAYERS.iter().find(|(name, _)| *name == part).map(|(_, listed)| *listed)
}

/// Returns whether a room or part may import another, or an item of it.
fn allows(part: &str, wanted: &str) -> bool {
    listed(part).into_iter().flatten().any(|entry| match entry.strip_prefix("..") {
        Some(other) => other == wanted || allows(other, wanted),
        None => *entry == wanted,
    })
}

/// Returns the part that a path from the crate's root leads into: two words if the table has them, else one.
fn part_of(words: &[&str]) -> String {
    let two = words.iter().take(2).copied().collect::<Vec<_>>().join("::");
    match listed(&two) {
        Some(_) => two,
        None => words.first().copied().unwrap_or("").to_owned(),
    }
}

/// Returns the module of a file from its path below `src`, as the words of its path.
pub fn module(name: &str) -> Vec<&str> {
    let mut words: Vec<&str> = name.trim_end_matches(".rs").split('/').collect();
    words.pop_if(|last| *last == "mod");
    words
}

/// Something that a file names in a `use` line: its path from the crate's root, and whether it hands it on.
pub struct Used<'t> {
    pub path: Vec<&'t str>,
    pub is_public: bool,
}

/// Finds what a file's `use` lines name of the crate.
pub fn used<'t>(text: &'t str, module: &[&'t str]) -> Vec<Used<'t>> {
    let tokens = tokens(text);
    let mut out = Vec::new();
    for at in 0..tokens.len() {
        if tokens[at].text != "use" {
            continue;
        }
        let mut found = Vec::new();
        collect(&tokens, at + 1, Vec::new(), &mut found);
        for mut path in found {
            from_root(&mut path, module);
            let is_child = !matches!(path.words.first(), Some(&("crate" | "std" | "self")));
            let path = match path.words.as_slice() {
                ["crate", rest @ ..] => rest.to_vec(),
                ["self", rest @ ..] => [module, rest].concat(),
                words if is_child => [module, words].concat(),
                _ => continue,
            };
            let path = path.into_iter().filter(|&word| word != "self").collect();
            let is_public = at > 0 && matches!(tokens[at - 1].text, "pub" | ")");
            out.push(Used { path, is_public });
        }
    }
    out
}

/// Finds what breaks a rule in a file: its path below `src`, and its text. Tests may do anything.
pub fn breaches(name: &str, text: &str) -> Vec<Breach> {
    let module = module(name);
    if module.contains(&"tests") || name == "properties/any.rs" {
        return Vec::new();
    }
    let part = part_of(&module);
    let tokens = tokens(text);
    let mut out = Vec::new();
    for path in paths(&tokens, &module) {
        // A room's own file declares its parts and hands on what they have.
        if let ([room], ["crate", first, ..]) = (module.as_slice(), path.words.as_slice())
            && room == first
        {
            continue;
        }
        out.extend(breach(&part, &path).map(|rule| Breach {
            rule,
            line: path.line,
            found: path.words.join("::"),
        }));
    }
    for pair in tokens.windows(3) {
        if pair.iter().map(|token| token.text).eq([".", "unwrap", "("]) {
            let found = ".unwrap()".to_owned();
            out.push(Breach { rule: Rule::Unwrap, line: pair[1].line, found });
        }
    }
    out.sort_by_key(|breach| breach.line);
    out.dedup_by_key(|breach| (breach.line, breach.rule));
    out
}

fn breach(part: &str, path: &Path<'_>) -> Option<Rule> {
    let room = part.split("::").next().unwrap_or(part);
    let is_shell = SHELL.contains(&room) && part != PURE;
    let [first, rest @ ..] = path.words.as_slice() else { return None };
    let second = rest.first().copied().unwrap_or("");
    match *first {
        "crossterm" if room != "runtime" => Some(Rule::Terminal),
        "ratatui" if second == "crossterm" => Some(Rule::Terminal),
        "serde" if part == "speech" => Some(Rule::Serialised),
        "std" if second == "env" => {
            let arguments = room == "cli" && rest.get(1) == Some(&"args_os");
            (room != "paths" && !arguments).then_some(Rule::Environment)
        }
        // Somebody imported it by its short name.
        "env" if !second.is_empty() && room != "paths" => Some(Rule::Environment),
        "std" if second == "net" => Some(Rule::System),
        "std" if SYSTEM.contains(&second) && !is_shell => Some(Rule::System),
        "crate" | "dienvan" => (!may_import(part, rest)).then_some(Rule::Import),
        _ => None,
    }
}

fn may_import(part: &str, path: &[&str]) -> bool {
    let target = part_of(path);
    let item = path.iter().take(2).copied().collect::<Vec<_>>().join("::");
    match part {
        "lib" => true,
        "main" => target == "cli",
        _ if path.is_empty() || target == part => true,
        _ => allows(part, &target) || allows(part, &item),
    }
}

/// A path in the source, from its root, with all its words; a group gives one for each of its
/// members.
struct Path<'t> {
    words: Vec<&'t str>,
    line: usize,
}

/// Finds all paths of a module. One that climbs by `super` is told from the crate's root.
fn paths<'t>(tokens: &[Token<'t>], module: &[&'t str]) -> Vec<Path<'t>> {
    let is_word =
        |token: &Token<'_>| token.text.starts_with(|c: char| c.is_alphanumeric() || c == '_');
    let mut out = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let inside = at > 0 && matches!(tokens[at - 1].text, "::" | ".");
        let leads = tokens.get(at + 1).is_some_and(|next| next.text == "::");
        if is_word(&tokens[at]) && leads && !inside {
            let first = out.len();
            at = collect(tokens, at, Vec::new(), &mut out);
            for path in &mut out[first..] {
                from_root(path, module);
            }
        } else {
            at += 1;
        }
    }
    out
}

fn from_root<'t>(path: &mut Path<'t>, module: &[&'t str]) {
    let climbs = path.words.iter().take_while(|word| **word == "super").count();
    if climbs > 0 {
        let above = &module[..module.len().saturating_sub(climbs)];
        path.words.splice(..climbs, ["crate"].into_iter().chain(above.iter().copied()));
    }
}

/// Collects the path that begins at `at`, with `before` in front; gives where it ends.
fn collect<'t>(
    tokens: &[Token<'t>],
    mut at: usize,
    mut before: Vec<&'t str>,
    out: &mut Vec<Path<'t>>,
) -> usize {
    let line = tokens[at].line;
    while let Some(token) = tokens.get(at) {
        match token.text {
            "{" => {
                at += 1;
                while tokens.get(at).is_some_and(|token| token.text != "}") {
                    match tokens[at].text {
                        "," => at += 1,
                        _ => at = collect(tokens, at, before.clone(), out),
                    }
                }
                return at + 1;
            }
            word if word.starts_with(|c: char| c.is_alphanumeric() || c == '_') => {
                before.push(word);
                at += 1;
                if tokens.get(at).is_some_and(|next| next.text == "::") {
                    at += 1;
                    continue;
                }
                // "a as b" in a group.
                if tokens.get(at).is_some_and(|next| next.text == "as") {
                    at += 2;
                }
                break;
            }
            // "a::*", "Vec::<u8>".
            _ => {
                at += 1;
                break;
            }
        }
    }
    out.push(Path { words: before, line });
    at
}

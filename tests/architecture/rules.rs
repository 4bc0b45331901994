//! The rules, and finding what breaks them in one file.

use crate::source::{Token, tokens};

/// What may import what: a module, and all modules it may name. Lowest layer first.
const LAYERS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("model", &["text"]),
    // Dates are written as each language has them; nothing else of the model is.
    ("i18n", &["text", "model::Date"]),
    ("action", &["text", "i18n"]),
    ("keymap", &["text", "i18n", "action"]),
    ("theme", &["text"]),
    ("import", &["text", "model"]),
    ("parse", &["text", "model", "import"]),
    // What is wrong with a query is said in the reader's language.
    ("search", &["text", "model", "i18n"]),
    ("catalog", &["text", "model", "search"]),
    ("bookmark", &["text", "model"]),
    ("correction", &["text", "model", "bookmark"]),
    ("layout", &["text", "model"]),
    ("config", &["text", "model", "i18n", "action", "keymap", "theme", "search", "layout"]),
    ("exchange", &["text", "model", "i18n", "bookmark", "config"]),
    ("export", &["text", "model", "i18n"]),
    ("app", APP),
    ("ui", UI),
    ("loader", &["text", "model", "import", "parse", "bookmark", "correction", "paths"]),
    ("store", &["text", "model", "bookmark", "correction"]),
    ("collection", &["text", "model", "parse", "bookmark", "correction", "loader", "store"]),
    ("index", &["text", "model", "parse", "search", "correction", "loader"]),
    ("paths", &[]),
    ("runtime", RUNTIME),
    ("cli", CLI),
    // The checks that tests share: they ask the pure modules and nobody asks them.
    (
        "properties",
        &["text", "model", "i18n", "import", "parse", "search", "bookmark", "layout", "export"],
    ),
];

/// All pure modules but those that make speeches out of bytes.
const APP: &[&str] = &[
    "text",
    "model",
    "i18n",
    "action",
    "keymap",
    "theme",
    "search",
    "catalog",
    "bookmark",
    "correction",
    "layout",
    "config",
    "exchange",
];
const UI: &[&str] = &[
    "text",
    "model",
    "i18n",
    "action",
    "keymap",
    "theme",
    "search",
    "catalog",
    "bookmark",
    "correction",
    "layout",
    "config",
    "exchange",
    "app",
];
const RUNTIME: &[&str] = &[
    "text",
    "model",
    "i18n",
    "action",
    "keymap",
    "theme",
    "search",
    "catalog",
    "bookmark",
    "correction",
    "layout",
    "config",
    "exchange",
    "app",
    "import",
    "parse",
    "ui",
    "loader",
    "store",
    "collection",
    "index",
    "paths",
];
const CLI: &[&str] = &[
    "text",
    "model",
    "i18n",
    "action",
    "keymap",
    "theme",
    "search",
    "catalog",
    "bookmark",
    "correction",
    "layout",
    "config",
    "exchange",
    "export",
    "app",
    "import",
    "parse",
    "ui",
    "loader",
    "store",
    "collection",
    "index",
    "paths",
    "runtime",
];

/// The modules that may reach the system: files, clock, processes, threads.
const SHELL: &[&str] =
    &["loader", "store", "collection", "index", "paths", "runtime", "cli", "main"];
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
    /// The model is not serialised: the rims have twins for that.
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

/// Gives what a module may import.
pub fn allowed(module: &str) -> Option<&'static [&'static str]> {
    LAYERS.iter().find(|(name, _)| *name == module).map(|(_, allowed)| *allowed)
}

/// Finds what breaks a rule in a file: its path below `src`, and its text. Tests may do anything.
pub fn breaches(name: &str, text: &str) -> Vec<Breach> {
    let parts: Vec<&str> = name.trim_end_matches(".rs").split('/').collect();
    if parts.contains(&"tests") || name == "properties/any.rs" {
        return Vec::new();
    }
    let module = parts[0];
    let tokens = tokens(text);
    let mut out = Vec::new();
    for path in paths(&tokens, depth(&parts)) {
        out.extend(breach(module, &path).map(|rule| Breach {
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

/// Gives how many `super` lead from a file to the crate's root but one.
fn depth(parts: &[&str]) -> usize {
    parts.len() - usize::from(parts.last() == Some(&"mod"))
}

fn breach(module: &str, path: &Path<'_>) -> Option<Rule> {
    let [first, rest @ ..] = path.words.as_slice() else { return None };
    let second = rest.first().copied().unwrap_or("");
    match *first {
        "crossterm" if module != "runtime" => Some(Rule::Terminal),
        "ratatui" if second == "crossterm" => Some(Rule::Terminal),
        "serde" if module == "model" => Some(Rule::Serialised),
        "std" if second == "env" => {
            let arguments = module == "cli" && rest.get(1) == Some(&"args_os");
            (module != "paths" && !arguments).then_some(Rule::Environment)
        }
        // Somebody imported it by its short name.
        "env" if !second.is_empty() && module != "paths" => Some(Rule::Environment),
        "std" if second == "net" => Some(Rule::System),
        "std" if SYSTEM.contains(&second) && !SHELL.contains(&module) => Some(Rule::System),
        "crate" | "dienvan" => (!may_import(module, rest)).then_some(Rule::Import),
        _ => None,
    }
}

fn may_import(module: &str, path: &[&str]) -> bool {
    let Some(&target) = path.first() else { return true };
    let item = format!("{target}::{}", path.get(1).copied().unwrap_or(""));
    match module {
        "lib" => true,
        "main" => target == "cli",
        _ if target == module => true,
        _ => allowed(module)
            .is_some_and(|allowed| allowed.contains(&target) || allowed.contains(&item.as_str())),
    }
}

/// A path in the source, from its root, with all its words; a group gives one for each of its
/// members.
struct Path<'t> {
    words: Vec<&'t str>,
    line: usize,
}

/// Finds all paths. One that climbs out of its module by `super` is told from the crate's root.
fn paths<'t>(tokens: &[Token<'t>], depth: usize) -> Vec<Path<'t>> {
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
                from_root(path, depth);
            }
        } else {
            at += 1;
        }
    }
    out
}

fn from_root(path: &mut Path<'_>, depth: usize) {
    let climbs = path.words.iter().take_while(|word| **word == "super").count();
    if climbs >= depth && climbs > 0 {
        path.words.splice(..climbs, ["crate"]);
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

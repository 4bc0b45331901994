//! What can be counted in the source: long files, parameters, type names, rings of files.

use crate::rules::{module, used};
use crate::source::{Token, tokens};
use std::collections::{BTreeMap, BTreeSet};

/// How many lines a file may have.
const LINES: usize = 400;
/// How many parameters a function may have.
const PARAMETERS: usize = 4;

/// The counts of a source tree, each with the places that it comes from.
#[derive(Debug, Default)]
pub struct Counts {
    /// Files that are too long.
    pub long_files: Vec<String>,
    /// Functions with too many parameters.
    pub wide_functions: Vec<String>,
    /// Parameters of type `bool`.
    pub flags: Vec<String>,
    /// All types.
    pub types: usize,
    /// Types that share their name with another, as `Name: file, file`.
    pub shared_names: BTreeMap<String, Vec<String>>,
    /// Groups of files of which each imports another of the group, directly or through others.
    pub rings: Vec<Vec<String>>,
}

impl Counts {
    /// Counts in files: their paths below `src`, and their texts. Tests and what they share are left out.
    pub fn of(files: &[(String, String)]) -> Self {
        let files: Vec<_> = files
            .iter()
            .filter(|(name, _)| {
                !name.starts_with("properties/")
                    && !name.split(['/', '.']).any(|part| part == "tests")
            })
            .collect();
        let mut counts = Self::default();
        let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (name, text) in &files {
            let tokens = tokens(text);
            if text.lines().count() > LINES {
                counts.long_files.push(name.clone());
            }
            for function in functions(&tokens) {
                let place = || format!("{name}:{} {}", function.line, function.name);
                if function.parameters > PARAMETERS {
                    counts.wide_functions.push(place());
                }
                counts.flags.extend((0..function.flags).map(|_| place()));
            }
            for type_name in types(&tokens) {
                names.entry(type_name.to_owned()).or_default().push(name.clone());
            }
        }
        counts.types = names.values().map(Vec::len).sum();
        counts.shared_names = names.into_iter().filter(|(_, places)| places.len() > 1).collect();
        counts.rings = rings(
            &files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect::<Vec<_>>(),
        );
        counts
    }

    /// Returns how many types share their name, in percent of all.
    pub fn shared_percent(&self) -> usize {
        let shared: usize = self.shared_names.values().map(Vec::len).sum();
        100 * shared / self.types.max(1)
    }
}

struct Function<'t> {
    name: &'t str,
    line: usize,
    parameters: usize,
    flags: usize,
}

/// Finds the functions with their parameters; `self` without a type is none.
fn functions<'t>(tokens: &[Token<'t>]) -> Vec<Function<'t>> {
    let mut out = Vec::new();
    for (at, pair) in tokens.windows(2).enumerate() {
        if pair[0].text != "fn" || pair[1].text == "(" {
            continue;
        }
        let Some(open) = opening(&tokens[at..]) else { continue };
        let mut function =
            Function { name: pair[1].text, line: pair[1].line, parameters: 0, flags: 0 };
        let (mut depth, mut parameter) = (0, Vec::new());
        for token in &tokens[at + open..] {
            depth += match token.text {
                "(" | "[" | "<" | "{" => 1,
                ")" | "]" | ">" | "}" => -1,
                _ => 0,
            };
            if depth == 0 || (depth == 1 && token.text == ",") {
                function.parameters += usize::from(parameter.contains(&":"));
                function.flags += usize::from(parameter.ends_with(&[":", "bool"]));
                parameter.clear();
            } else {
                parameter.push(token.text);
            }
            if depth == 0 {
                break;
            }
        }
        out.push(function);
    }
    out
}

/// Returns where the list of parameters opens behind `fn`: behind the generics.
fn opening(tokens: &[Token<'_>]) -> Option<usize> {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate() {
        match token.text {
            "<" => depth += 1,
            ">" if tokens[at - 1].text != "-" => depth -= 1,
            "(" if depth == 0 => return Some(at),
            "{" | ";" => return None,
            _ => {}
        }
    }
    None
}

/// Finds the names of types that are declared, associated types left out.
fn types<'t>(tokens: &[Token<'t>]) -> Vec<&'t str> {
    let starts = |text: &str| matches!(text, "pub" | ")" | "]" | "}" | ";");
    let mut out = Vec::new();
    for at in 0..tokens.len().saturating_sub(1) {
        let is_start = at == 0 || starts(tokens[at - 1].text);
        if is_start && matches!(tokens[at].text, "struct" | "enum" | "trait") {
            out.push(tokens[at + 1].text);
        }
    }
    out
}

/// Finds the rings among files by what their `use` lines name, looking through what a file hands on.
fn rings(files: &[(&str, &str)]) -> Vec<Vec<String>> {
    let names: Vec<Vec<&str>> = files.iter().map(|(name, _)| module(name)).collect();
    let place: BTreeMap<&[&str], usize> =
        names.iter().enumerate().map(|(at, name)| (name.as_slice(), at)).collect();
    let resolve = |path: &[&str]| -> Option<(usize, Option<String>)> {
        (1..=path.len()).rev().find_map(|length| {
            let file = *place.get(&path[..length])?;
            Some((file, path.get(length).map(|&next| next.to_owned())))
        })
    };
    let mut handed_on: BTreeMap<(usize, String), usize> = BTreeMap::new();
    let mut uses = Vec::new();
    for (at, (_, text)) in files.iter().enumerate() {
        for used in used(text, &names[at]) {
            let Some((file, rest)) = resolve(&used.path).filter(|(file, _)| *file != at) else {
                continue;
            };
            if used.is_public {
                let last = used.path.last().copied().unwrap_or_default().to_owned();
                handed_on.insert((at, last), file);
            } else {
                uses.push((at, file, rest));
            }
        }
    }
    let mut edges = vec![BTreeSet::new(); files.len()];
    for (from, mut file, rest) in uses {
        let mut seen = BTreeSet::new();
        while let Some(&further) =
            rest.as_ref().and_then(|rest| handed_on.get(&(file, rest.clone())))
            && seen.insert(file)
        {
            file = further;
        }
        if file != from {
            edges[from].insert(file);
        }
    }
    let groups = strong(&edges);
    groups.iter().map(|group| group.iter().map(|&at| files[at].0.to_owned()).collect()).collect()
}

/// Finds the groups of more than one node from each of which all others of the group are reached.
fn strong(edges: &[BTreeSet<usize>]) -> Vec<Vec<usize>> {
    let reached: Vec<BTreeSet<usize>> = (0..edges.len())
        .map(|start| {
            let mut seen = BTreeSet::new();
            let mut todo = vec![start];
            while let Some(next) = todo.pop() {
                todo.extend(edges[next].iter().filter(|&&node| seen.insert(node)));
            }
            seen
        })
        .collect();
    let mut out: Vec<Vec<usize>> = Vec::new();
    for node in 0..edges.len() {
        if !reached[node].contains(&node) || out.iter().any(|group| group.contains(&node)) {
            continue;
        }
        out.push(
            reached[node].iter().copied().filter(|&other| reached[other].contains(&node)).collect(),
        );
    }
    out
}

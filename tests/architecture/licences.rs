//! The licences of the libraries that the program is linked with, as their packages state them.
//!
//! Asks cargo for the packages of this system, which lie here once the tests were built: needs no network.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// The licences that a library may be under: they ask for no more than a notice.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];
/// The licence of libraries that `NOTICES.md` names with their source, as it asks for.
const TO_NAME: &str = "MPL-2.0";
/// Packages that state no licence but have its text, and which one that is.
const BY_TEXT: &[(&str, &str)] = &[("vi", "MIT")];

/// Tells whether a licence expression (SPDX; also with `/` for OR, as packages once wrote) can be
/// complied with under licences that `allows` answers for.
fn allows(expression: &str, allowed: &dyn Fn(&str) -> bool) -> bool {
    let expression = expression.trim();
    for (operator, every) in [(" AND ", true), (" OR ", false), ("/", false)] {
        let parts = split(expression, operator);
        if parts.len() > 1 {
            let mut parts = parts.into_iter();
            return match every {
                true => parts.all(|part| allows(part, allowed)),
                false => parts.any(|part| allows(part, allowed)),
            };
        }
    }
    match expression.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) => allows(inner, allowed),
        None => allowed(expression),
    }
}

/// Splits an expression at an operator that stands outside parentheses.
fn split<'e>(expression: &'e str, operator: &str) -> Vec<&'e str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, _) in expression.match_indices(operator) {
        let before = &expression[start..at];
        if before.matches('(').count() == before.matches(')').count() {
            parts.push(before);
            start = at + operator.len();
        }
    }
    parts.push(&expression[start..]);
    parts
}

/// Returns the name and the licence of every package that is linked or helps to build.
fn licences() -> BTreeMap<String, String> {
    let listed = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--locked", "--edges", "normal,build", "--prefix", "none"])
        .args(["--format", "{p}|{l}"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(listed.status.success(), "{}", String::from_utf8_lossy(&listed.stderr));
    let listed = String::from_utf8(listed.stdout).expect("cargo writes UTF-8");
    let packages = listed.lines().filter_map(|line| {
        let (package, licence) = line.trim_end_matches(" (*)").split_once('|')?;
        let (name, _) = package.split_once(' ')?;
        let by_text = BY_TEXT.iter().find(|(known, _)| *known == name && licence.is_empty());
        let licence = by_text.map_or(licence, |(_, licence)| licence);
        Some((name.to_owned(), licence.to_owned()))
    });
    packages.collect()
}

#[test]
fn expressions_are_read_as_spdx_writes_them() {
    let mit = |licence: &str| licence == "MIT";
    for (expression, expected) in [
        ("MIT", true),
        ("MIT OR GPL-2.0", true),
        ("GPL-2.0/MIT", true),
        ("Apache-2.0 / MIT", true),
        ("MIT AND GPL-2.0", false),
        ("(MIT OR GPL-2.0) AND MIT", true),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", false),
        ("GPL-2.0 WITH exception OR MIT", true),
        ("", false),
    ] {
        assert_eq!(allows(expression, &mit), expected, "{expression}");
    }
}

#[test]
fn every_library_is_under_a_licence_that_the_program_may_be_passed_on_with() {
    let licences = licences();
    assert_eq!(licences.get("dienvan").map(String::as_str), Some("MIT OR Apache-2.0"));
    assert!(licences.len() > 100, "the packages were listed: {licences:?}");
    let allowed = |licence: &str| licence == TO_NAME || ALLOWED.contains(&licence);
    let others: Vec<_> = licences.iter().filter(|(_, it)| !allows(it, &allowed)).collect();
    assert!(others.is_empty(), "neither allowed nor to be named: {others:?}");
}

#[test]
fn the_notices_name_the_libraries_whose_source_must_be_named() {
    let notices = Path::new(env!("CARGO_MANIFEST_DIR")).join("NOTICES.md");
    let notices = std::fs::read_to_string(notices).expect("there are notices");
    let rows = notices.lines().filter_map(|line| line.strip_prefix("| "));
    let rows = rows.filter(|row| row.contains("<https://"));
    let named: Vec<&str> = rows.filter_map(|row| row.split(" |").next()).collect();
    let allowed = |licence: &str| ALLOWED.contains(&licence);
    let licences = licences();
    let to_name: Vec<&str> = licences
        .iter()
        .filter(|(_, licence)| !allows(licence, &allowed))
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(named, to_name);
}

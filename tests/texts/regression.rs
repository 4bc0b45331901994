//! What fuzzing found once, and inputs that are hostile by design: each importer is given every
//! file of its folder again, and files that are near them.

use dienvan::properties::{encoded, importing, importing_part};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;

/// How many files near each are tried by every run of the tests, and by a long one.
const NEAR: usize = 12;
const FAR: usize = 3_000;

/// Pieces that mean something in one format or another.
const PIECES: [&[u8]; 32] = [
    b"<",
    b">",
    b"</p>",
    b"<table><tr><td>",
    b"<ol start=-3>",
    b"<!--",
    b"]]>",
    b"&#1114112;",
    b"&amp;",
    b"{",
    b"}",
    b"\\par ",
    b"\\'e9",
    b"\\u-1?",
    b"\\bin9 ",
    b"\\trowd\\cell\\row",
    b"**",
    b"__",
    b"# ",
    b"- ",
    b"\n\n",
    b"\r\n",
    b"\0",
    b"\x1b[",
    b"\xc2\x9b",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xcc\xa3\xcc\x81",
    b"PK\x01\x02",
    b"/Kids [2 0 R]",
    b"99999999999",
    b"--b\nContent-Type: text/html\n\n",
];

/// Numbers by chance, the same in every run (xorshift, Marsaglia 2003).
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most.max(1) as u64) as usize
    }
}

/// The inputs of every target.
fn inputs() -> Vec<(String, String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/regression");
    let mut out = Vec::new();
    for target in fs::read_dir(&folder).expect("the folder is there").flatten() {
        let name = target.file_name().to_string_lossy().into_owned();
        for file in fs::read_dir(target.path()).expect("a folder a target").flatten() {
            let bytes = fs::read(file.path()).expect("a file");
            out.push((name.clone(), file.file_name().to_string_lossy().into_owned(), bytes));
        }
    }
    out.sort();
    out
}

fn check(target: &str, bytes: &[u8]) {
    match target {
        "docx" | "odt" | "epub" | "doc" => importing_part(target, bytes),
        "encoding" => encoded(bytes),
        _ => importing(target, bytes),
    }
}

/// Changes some places of an input.
fn change(input: &[u8], others: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = input.to_vec();
    for _ in 0..=chance.below(5) {
        let at = chance.below(bytes.len() + 1);
        let to = (at + chance.below(24)).min(bytes.len());
        match chance.below(6) {
            0 => drop(bytes.splice(at..to, [])),
            1 => drop(bytes.splice(at..at, PIECES[chance.below(PIECES.len())].iter().copied())),
            2 => {
                let again = bytes[at..to].repeat(1 + chance.below(20));
                drop(bytes.splice(at..at, again));
            }
            3 if at < bytes.len() => bytes[at] = chance.below(256) as u8,
            4 => bytes.truncate(at),
            _ => {
                let from = chance.below(others.len() + 1);
                let piece = &others[from..(from + chance.below(80)).min(others.len())];
                drop(bytes.splice(at..to, piece.iter().copied()));
            }
        }
    }
    bytes
}

/// Tries files near every input, and says of the first one that breaks a promise what it is.
fn try_near(count: usize) {
    let inputs = inputs();
    let all: Vec<u8> = inputs.iter().flat_map(|(.., bytes)| bytes.iter().copied()).collect();
    let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
    for (target, name, input) in &inputs {
        for _ in 0..count {
            let bytes = change(input, &all, &mut chance);
            if let Err(panic) = catch_unwind(AssertUnwindSafe(|| check(target, &bytes))) {
                eprintln!("{target}, near {name}: b\"{}\"", bytes.escape_ascii());
                resume_unwind(panic);
            }
        }
    }
}

#[test]
fn what_was_found_once_is_found_no_more() {
    let inputs = inputs();
    for (target, name, bytes) in &inputs {
        eprintln!("{target}: {name}");
        check(target, bytes);
    }
    let of = |wanted: &str| inputs.iter().filter(|(target, ..)| target == wanted).count();
    for target in [
        "archive", "doc", "docx", "encoding", "epub", "html", "markdown", "mhtml", "odt", "pdf",
        "rtf", "text",
    ] {
        assert!(of(target) >= 4, "{target} has a handful of inputs: {}", of(target));
    }
}

#[test]
fn what_is_near_an_input_keeps_the_promises() {
    try_near(NEAR);
}

/// A long run: `cargo test --test texts regression -- --ignored --nocapture`.
#[test]
#[ignore = "takes minutes"]
fn what_is_further_from_an_input_keeps_the_promises() {
    try_near(FAR);
}

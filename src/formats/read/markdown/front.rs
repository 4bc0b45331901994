//! The block of data before a text: "title: …" between two "---".
//!
//! It is read line by line, an entry a line, as nearly all of them are written. What this program
//! writes there, and what somebody wrote who names a speaker, is about the speech and counts more
//! than its text; else it is about the page.

use crate::formats::read::draft::{FileProperties, Stated};
use crate::formats::read::facts;

/// How many lines the block may have.
const LONGEST: usize = 60;

/// What stands before a text.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    pub facts: FileProperties,
    pub maker: Generator,
}

/// Who made a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Generator {
    /// Anybody.
    #[default]
    Other,
    /// This program: every heading is marked, and remarks say what the words do not tell.
    Dienvan,
}

/// Reads the block.
pub(super) fn read(text: &str) -> FrontMatter {
    let mut out = FrontMatter::default();
    let mut lines = text.lines().take(LONGEST);
    if lines.next().map(str::trim_end) != Some("---") {
        return out;
    }
    let facts = &mut out.facts;
    let mut title = None;
    let mut date = None;
    for line in lines.take_while(|line| line.trim_end() != "---") {
        let Some((key, value)) = line.split_once(':') else { continue };
        let value = unquoted(value.trim());
        if value.is_empty() {
            continue;
        }
        let stated = &mut facts.stated;
        match key.trim() {
            "title" => title = Some(value),
            "date" => date = facts::date(&value),
            "author" => facts.author = Some(value),
            "url" | "source" | "canonical_url" if value.starts_with("http") => {
                facts.url = Some(value)
            }
            "generator" if value.starts_with("dienvan") => out.maker = Generator::Dienvan,
            name => stated.set(name, value),
        }
    }
    if out.maker == Generator::Dienvan || facts.stated.speaker.is_some() {
        facts.stated.title.clone_from(&title);
        facts.stated.date = date;
    } else {
        facts.stated = Stated::default();
    }
    facts.title = title.and_then(facts::title);
    facts.date = date;
    FrontMatter { facts: out.facts.clean(), maker: out.maker }
}

/// Takes the quotation marks off a value, and the signs that stand for others in it.
fn unquoted(value: &str) -> String {
    if let Some(inner) = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        let mut out = String::with_capacity(inner.len());
        let mut chars = inner.chars();
        while let Some(c) = chars.next() {
            match c {
                '\\' => out.extend(chars.next()),
                c => out.push(c),
            }
        }
        return out;
    }
    if let Some(inner) = value.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')) {
        return inner.replace("''", "'");
    }
    value.trim_matches(['"', '\'']).to_owned()
}

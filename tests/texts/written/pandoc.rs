//! Markdown as another program reads it: pandoc, in three dialects.

use super::again::{SHIPPED, corpus, read};
use dienvan::formats::write::{FurniturePolicy, Notes, Page, PagePart, PieceKind, markdown_with};
use dienvan::i18n::{Lang, Messages};
use dienvan::library::files::open;
use dienvan::speech::Speech;
use dienvan::speech::parse::Lexicon;
use serde_json::Value;
use std::io::Write;
use std::process::{Command, Stdio};

/// Returns the words that pandoc reads, and whatever it takes for more than headings and paragraphs.
#[track_caller]
fn words(markdown: &str, dialect: &str) -> Vec<String> {
    let mut child = Command::new("pandoc")
        .args(["-f", dialect, "-t", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pandoc is needed");
    let mut input = child.stdin.take().expect("a pipe");
    input.write_all(markdown.as_bytes()).expect("it reads");
    drop(input);
    let output = child.wait_with_output().expect("an end");
    let document: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let mut out = String::new();
    say(&document["blocks"], &mut out);
    out.split_whitespace().map(str::to_owned).collect()
}

fn say(value: &Value, out: &mut String) {
    if let Some(all) = value.as_array() {
        return all.iter().for_each(|value| say(value, out));
    }
    let content = &value["c"];
    match value["t"].as_str().unwrap_or_default() {
        "Str" => out.push_str(content.as_str().unwrap_or_default()),
        "Space" | "SoftBreak" | "LineBreak" => out.push(' '),
        "Para" | "Plain" => {
            say(content, out);
            out.push(' ');
        }
        "Header" => {
            say(&content[2], out);
            out.push(' ');
        }
        "Strong" | "Emph" => say(content, out),
        // An address of the web, which some dialects link.
        "Link" => say(&content[1], out),
        "RawBlock" | "RawInline" => {}
        other => out.push_str(&format!(" ⟨{other}⟩ ")),
    }
}

/// Compares what pandoc reads with the words of the pieces.
#[track_caller]
fn shows(name: &str, speech: &Speech) {
    // Tables are read by some dialects only.
    if !speech.outline.tables.is_empty() {
        return;
    }
    let page = Page::of(speech, PagePart::Whole);
    let all =
        markdown_with(&page, FurniturePolicy::Kept, &Messages::new(Lang::Vi), &Notes::default());
    let body = all.splitn(3, "---\n").nth(2).expect("a text below the data");
    let shown = page.pieces.iter().filter(|piece| !Page::is_hidden(piece));
    let mut wanted: Vec<String> = match page.pieces.iter().any(|p| p.kind == PieceKind::Title) {
        true => Vec::new(),
        false => vec![speech.meta.title.clone()],
    };
    wanted.extend(shown.map(dienvan::formats::write::PagePiece::words));
    let wanted: Vec<&str> = wanted.iter().flat_map(|words| words.split_whitespace()).collect();
    for (dialect, text) in [("commonmark", body), ("gfm-emoji", body), ("markdown-smart", &all)] {
        let found = words(text, dialect);
        let differs = found.iter().zip(&wanted).find(|(found, wanted)| found != wanted);
        assert_eq!(differs, None, "{name} as {dialect}");
        assert_eq!(found.len(), wanted.len(), "{name} as {dialect}");
    }
}

#[test]
#[ignore = "needs pandoc"]
fn pandoc_shows_the_same_words() {
    let lexicon = Lexicon::shipped();
    shows("the shipped speech", &read(SHIPPED.as_bytes(), &lexicon));
    let marked = "Nhiệm vụ *sau* đây:\n\n1. Một <b>hai</b>.\n\na) ba | bốn;\n\n(ii) năm_sáu_bảy; 2*3*4.\n\n\
        - tám ~~chín~~ `mười`;\n\n+ $a$ và $b$, [^1] và [x](y).\n\n| a | b |\n\n#1 > # hết.\n";
    shows("signs", &read(marked.as_bytes(), &lexicon));
    for path in corpus() {
        let speech = open(&path, &lexicon).expect("a document opens").speech;
        shows(&path.display().to_string(), &speech);
    }
}

//! Every speech of the corpus, written in every format and read again.
//!
//! `cargo test --test texts written::corpus -- --nocapture` shows the figures of each.

use super::again::{all, corpus, read};
use dienvan::formats::write::{RoundTrip, shared, sketch};
use dienvan::library::files::open;
use dienvan::speech::parse::Lexicon;
use std::collections::BTreeMap;

/// How many documents, and how many lines of their outlines, come back.
#[derive(Default)]
struct Figures {
    documents: usize,
    whole: usize,
    lines: usize,
    same: usize,
}

#[test]
fn documents_come_back() {
    let lexicon = Lexicon::shipped();
    let mut figures: BTreeMap<&str, Figures> = BTreeMap::new();
    let (mut remarks, mut signs) = (0, 0);
    for path in corpus() {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let speech = open(&path, &lexicon).expect("a document opens").speech;
        let wanted = sketch(&speech);
        for (format, bytes, kept) in all(&speech, &lexicon) {
            let found = sketch(&read(&bytes, &lexicon));
            let same = shared(&wanted, &found);
            let whole = found == wanted;
            if let Some(kept) = kept {
                assert_eq!(kept == RoundTrip::Whole, whole, "{name} {format}: it is known");
            }
            let text = String::from_utf8_lossy(&bytes);
            match format {
                "md" => remarks += text.matches("<!-- dienvan:").count(),
                "txt" => signs += usize::from(text.lines().any(|line| line.starts_with("##"))),
                _ => {}
            }
            if !whole {
                eprintln!("{name}: {format} gives {same} of {} lines", wanted.len());
            }
            let sum = figures.entry(format).or_default();
            sum.documents += 1;
            sum.whole += usize::from(whole);
            sum.lines += wanted.len();
            sum.same += same;
        }
    }
    for (format, Figures { documents, whole, lines, same }) in &figures {
        eprintln!("{format:5} {whole} of {documents} documents, {same} of {lines} lines");
        assert!(same * 100 >= lines * 95, "{format}: {same} of {lines}");
    }
    eprintln!("remarks in Markdown: {remarks}; texts with signs of headings: {signs}");
}

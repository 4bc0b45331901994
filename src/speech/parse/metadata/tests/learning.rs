//! What the weights are learned from: the signs of every candidate, beside what is right.
//!
//!     DIENVAN_GOLD=FOLDER cargo test --lib write_the_signs -- --ignored --nocapture
//!
//! writes a line of JSON for each candidate of each text of a folder. `tools/learn_facts.py` reads them.

use crate::speech::Hints;
use crate::speech::parse::Lexicon;
use crate::speech::parse::metadata::weigh::Sign;
use crate::speech::parse::metadata::{candidates_of, event};
use crate::speech::parse::paragraph;
use crate::speech::parse::told::BlockHints;
use crate::text::decode;
use serde_json::json;
use std::path::{Path, PathBuf};

#[test]
#[ignore = "writes what the weights are learned from"]
fn write_the_signs() {
    let folders = std::env::var("DIENVAN_GOLD").expect("DIENVAN_GOLD names folders of texts");
    let lexicon = Lexicon::shipped();
    for folder in folders.split(':') {
        let mut texts: Vec<PathBuf> = std::fs::read_dir(folder)
            .expect("the folder is there")
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|end| end == "txt" || end == "md"))
            .collect();
        texts.sort();
        for path in texts {
            write(&path, &lexicon);
        }
    }
}

fn write(path: &Path, lexicon: &Lexicon) {
    let bytes = std::fs::read(path).expect("a text is read");
    let text = decode(bytes).text;
    let mut blocks = paragraph::blocks(&text, lexicon);
    let flat = paragraph::flat(&text, &blocks);
    let found = BlockHints::new(&Hints::default(), &blocks).mark(&flat, &mut blocks, lexicon);
    let slug = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    candidates_of(&flat, &blocks, &found, lexicon, |stream, all| {
        let line = |fact: &str, value: String, signs: Vec<&str>| {
            println!("{}", json!({"text": slug, "fact": fact, "value": value, "signs": signs}));
        };
        for one in &all.speakers {
            line("speaker", one.name.clone(), names(&one.signs));
        }
        for one in &all.days {
            line("date", one.date.to_string(), names(&one.signs));
        }
        for one in &all.occasions {
            line("occasion", event::said(stream, one.words.clone()), names(&one.signs));
        }
        for one in &all.places {
            line("place", stream.said(one.words.clone()), names(&one.signs));
        }
    });
}

fn names<S: Sign>(signs: &[S]) -> Vec<&'static str> {
    let mut names: Vec<&str> = signs.iter().map(|sign| sign.name()).collect();
    names.sort_unstable();
    names.dedup();
    names
}

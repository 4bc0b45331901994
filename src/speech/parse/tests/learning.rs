//! What the weights of nesting are learned from: the signs of every question that they decide, beside what is right.
//!
//!     DIENVAN_GOLD=FOLDER:FOLDER cargo test --lib write_the_signs_of_nesting -- --ignored --nocapture
//!
//! writes a line of JSON for each question in each text of the folders. `tools/learn_nesting.py` reads them.

use crate::speech::Hints;
use crate::speech::parse::metadata::weigh::Sign;
use crate::speech::parse::outline::{self, Ground};
use crate::speech::parse::told::BlockHints;
use crate::speech::parse::{Lexicon, fixes, heading, lists, paragraph};
use crate::text::decode;
use serde_json::json;
use std::path::{Path, PathBuf};

#[test]
#[ignore = "writes what the weights are learned from"]
fn write_the_signs_of_nesting() {
    let folders = std::env::var("DIENVAN_GOLD").expect("DIENVAN_GOLD names folders of texts");
    let lexicon = Lexicon::shipped();
    for folder in folders.split(':') {
        let mut texts: Vec<PathBuf> = std::fs::read_dir(folder)
            .expect("the folder is there")
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|end| end == "txt" || end == "md"))
            .collect();
        texts.sort();
        texts.iter().for_each(|path| write(path, &lexicon));
    }
}

fn write(path: &Path, lexicon: &Lexicon) {
    let source = decode(std::fs::read(path).expect("a text is read")).text;
    let mut blocks = paragraph::blocks(&source, lexicon);
    let flat = paragraph::flat(&source, &blocks);
    let told = BlockHints::new(&Hints::default(), &blocks);
    let mut found = told.mark(&flat, &mut blocks, lexicon);
    let fixes = fixes::Fixes::apply(&[], &mut blocks, &mut found);
    let headings = heading::mark(&flat, &mut blocks, &found, &told, lexicon);
    let (furniture, headings) = (&found, headings.as_slice());
    let ground = Ground {
        text: &flat,
        source: &source,
        lexicon,
        furniture,
        headings,
        fixes: &fixes,
        told: &told,
        tables: &[],
    };
    let slug = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    for asked in outline::find(ground, &blocks).weighed {
        let signs: Vec<&str> = asked.signs.iter().map(|sign| sign.name()).collect();
        let (line, within) = (blocks[asked.block].line, blocks[asked.within].line);
        println!("{}", json!({"text": slug, "line": line, "within": within, "signs": signs}));
    }
}

#[test]
fn every_weight_of_nesting_has_its_sign() {
    assert_eq!(Lexicon::shipped().nesting.unknown::<lists::NestingSign>(), Vec::<&str>::new());
}

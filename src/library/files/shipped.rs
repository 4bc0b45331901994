//! The speeches that ship inside the program.

use super::companion::CompanionData;
use super::open::{Opened, assemble};
use crate::formats::read::Draft;
use crate::speech::parse::Lexicon;
use crate::speech::{Format, Origin};
use crate::text::decode;

struct Shipped {
    file: &'static str,
    text: &'static [u8],
    companion: &'static str,
}

const SHIPPED: [Shipped; 1] = [Shipped {
    file: "2023-12-20-ket-luan-noi-chinh.txt",
    text: include_bytes!("../../../data/speeches/2023-12-20-ket-luan-noi-chinh.txt"),
    companion: include_str!("../../../data/speeches/2023-12-20-ket-luan-noi-chinh.toml"),
}];

/// Loads the speeches that ship with the program.
pub fn shipped(lexicon: &Lexicon) -> Vec<Opened> {
    SHIPPED
        .iter()
        .map(|entry| {
            let companion = CompanionData::parse(entry.companion);
            let draft = Draft::of_text(decode(entry.text.to_vec()), Format::Text);
            assemble(draft, Origin::Shipped(entry.file), &companion, lexicon)
        })
        .collect()
}

/// Returns the bytes of a shipped speech by its file name.
pub fn original(file: &str) -> Option<&'static [u8]> {
    SHIPPED.iter().find(|entry| entry.file == file).map(|entry| entry.text)
}

//! What holds for every text: the promises of the lower layers, as checks.
//!
//! Each check takes any input and panics with the promise that was broken. Tests, fuzzing and the
//! replay of whole folders of texts share them, so a promise is written down once. Nothing in the
//! program calls them.

#[cfg(test)]
pub(crate) mod any;
mod exported;
mod hits;
mod imported;
mod outline;
mod rows;
pub mod speeches;
#[cfg(test)]
mod tests;
mod text;
mod wrapped;

pub use exported::{exporting, publishing, speech_of_file};
pub use hits::{finding, finding_itself, loosening};
#[cfg(all(test, feature = "doc"))]
pub(crate) use imported::contained;
pub use imported::{importing, importing_part};
pub use outline::{correcting, parsing};
pub use rows::{laying_out, wrapping};
pub use text::{decoding, encoded, folding, is_printable, measuring};
pub use wrapped::{Between, rewrapped, rewrapping};

use crate::speech::parse::{Lexicon, parse};
use crate::speech::{Extent, Metadata, Origin, Speech, SpeechId};
use crate::text::decode;
use std::sync::Arc;

/// Makes a speech of any text, as a loader does.
pub fn speech_of(text: &str, lexicon: &Lexicon) -> Speech {
    let decoded = decode(text.as_bytes().to_vec());
    let parsed = parse(&decoded.text, lexicon);
    Speech {
        id: SpeechId::parse("text").expect("\"text\" is a valid id"),
        meta: Metadata::default(),
        text: Arc::new(decoded.text),
        blocks: Arc::new(parsed.blocks),
        outline: Arc::new(parsed.outline),
        origin: Origin::StandardInput,
        hints: Arc::default(),
        encoding: decoded.encoding,
        offsets: Arc::new(decoded.offsets),
        fingerprint: String::new(),
        extent: Extent::Whole,
    }
}

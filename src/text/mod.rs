//! Unicode text: from bytes to clean NFC text, and questions about it.
//!
//! Everything above this layer works on text that passed through [`decode()`]: valid UTF-8 in NFC,
//! one `\n` for every LF of the input, and nothing in it that could act on a terminal. The layer
//! knows nothing of speeches, files or screens.

pub mod boundary;
pub mod case;
pub mod clean;
pub mod collate;
pub mod decode;
pub mod encoding;
pub mod fold;
pub mod hyphen;
pub mod legacy;
pub mod letter;
pub mod markup;
pub mod offset;
pub mod path;
pub mod position;
pub mod slug;
pub mod spelling;
pub mod spread;
pub mod syllable;
#[cfg(test)]
mod tests;
pub mod width;
pub mod words;

pub use case::lowercase;
pub use clean::{flowing, printable};
pub use collate::Collation;
pub use decode::{Decoded, decode, decode_as};
pub use encoding::Encoding;
pub use fold::{Folded, fold, fold_char, fold_with_map};
pub use legacy::Legacy;
pub use letter::{is_letter, is_word, next_word};
pub use offset::OffsetMap;
pub use path::path_text;
pub use position::{TextPos, TextRange};
pub use spelling::spelling;
pub use words::Words;

//! Speeches from files, folders, standard input and the program's own data.
//!
//! The one place where speech files are read. Knows how to turn bytes into a [`Speech`](crate::speech::Speech); knows
//! nothing of the library's shape or of what is on the screen.

mod apart;
mod companion;
mod correct;
mod error;
mod folder;
mod head;
mod homes;
mod open;
mod reading;
mod shipped;
mod source;
mod stream;
#[cfg(test)]
mod tests;
mod walk;

pub use apart::{WORD as APART, serve as serve_apart};
pub use companion::{companion_bytes, companion_text};
pub use correct::{correct, correct_anew};
pub use error::OpenError;
pub use folder::{FolderText, files, files_if_few, first_file, is_plain, listed};
pub use homes::Homes;
pub use open::{
    Opened, TextNotice, from_bytes, from_bytes_as, is_named_alike, open, open_as, open_head,
    open_head_as, open_read, outline_of, read_rest, text_of,
};
pub use reading::{Isolation, Reading};
pub use shipped::{original, shipped};
pub use source::{Shelves, exists, read_original, read_stream};
pub use stream::{Stream, StreamState};
pub use walk::{FoundText, Walk, walk};

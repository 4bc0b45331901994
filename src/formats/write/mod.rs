//! Speeches on their way out: to plain text, Markdown, a web page, an e-book.
//!
//! A speech or a part of it goes in, a text or bytes come out; nothing here opens a file, reads a
//! clock or makes a speech. [`Page`] says what there is to write, a file a format writes it. What a
//! format cannot tell by its words alone Markdown tells in remarks ([`Notes`]), so that reading it
//! again gives the same outline.

mod about;
mod epub;
mod escape;
mod html;
mod kept;
mod levels;
mod mark;
mod markdown;
mod note;
mod page;
mod render;
mod runs;
mod same;
#[cfg(test)]
mod tests;
mod text;
mod toc;

pub use epub::{Moment, epub};
pub use html::html;
pub use kept::RoundTrip;
pub use mark::{attribute, escaped};
pub use markdown::{markdown, markdown_with};
pub use note::Notes;
pub use page::{FurniturePolicy, Page, PagePart, PagePiece, PieceCell, PieceKind};
pub use runs::{RunEmphasis, TextRun};
pub use same::{shared, sketch};
pub use text::text;

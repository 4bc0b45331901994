//! The notebook: bookmarks with their notes, tags and letters, and the [`formats`] in which they leave and come back.
//!
//! A [`Bookmark`] holds an [`Anchor`](crate::speech::Anchor) into a speech and what its reader hung on it. Everything
//! here is a function of its arguments: ids are made where bookmarks are stored.

mod bookmark;
mod draft;
mod filter;
pub mod formats;
mod labels;

pub use bookmark::{Bookmark, Change, Settled};
pub use draft::Draft;
pub use filter::{BookmarkFilter, NotAFilter, NotebookOrder};
pub use labels::{Kind, Labels, letter, tag, tags, unique};

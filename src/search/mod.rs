//! Finding words in a speech, as people type Vietnamese.
//!
//! ```text
//! typed ─ language ─► Query ─┐
//! text ─── page ────► Page ──┴─ find ─► hits: ranges of the original text, and how they match
//! ```
//!
//! Text and query are folded (case, diacritics, typographic variants) and found with `memchr`; a hit
//! is then checked against what the query does spell out. `docs/dev/search.md` says what matches what.
//! Knows one speech; the library has its own index, made of the same folding.

mod cut;
mod find;
pub mod found;
mod hit;
pub mod language;
mod mode;
mod page;
mod passage;
pub mod pattern;
pub mod reading;
mod seek;
mod sought;
#[cfg(test)]
mod tests;

pub use find::{MOST_HITS, WordOrder, find, find_in_order, find_next, find_rows_first, find_while};
pub use hit::Hit;
pub use language::{Query, QueryError, Stage};
pub use mode::Mode;
pub use page::Page;
pub use passage::{Passage, Passages};
pub use reading::{How, Tail};
pub use sought::{Hidden, Sought};

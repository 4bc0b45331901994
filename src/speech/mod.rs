//! Speeches: the values they are made of, how a text becomes one, and passages that are found again.
//!
//! The values are plain data: they do not know where a speech came from, how it is drawn, or how it is stored.
//! [`parse`] recovers the structure of a text, [`anchor`] remembers a passage by its words and finds it in a text
//! that may have changed, [`correction`] does so for what users correct in outlines. Nothing here does IO.

pub mod address;
pub mod amendment;
pub mod anchor;
pub mod block;
pub mod catalog;
pub mod correction;
pub mod date;
mod duties;
pub mod duty;
pub mod hint;
pub mod id;
pub mod identity;
pub mod kind;
mod memory;
pub mod naming;
pub mod outline;
pub mod pace;
pub mod parse;
pub mod provenance;
pub mod reference;
pub mod role;
pub mod saved;
pub mod sharing;
mod sketch;
#[expect(clippy::module_inception, reason = "the noun that the room is named after")]
pub mod speech;
pub mod table;
mod table_items;
#[cfg(test)]
mod tests;
pub mod wording;

pub use address::{Address, ItemAddress, NotAnAddress};
pub use amendment::{Amendment, Field};
pub use anchor::Anchor;
pub use block::{Block, BlockKind, FurnitureKind};
pub use catalog::CatalogEntry;
pub use correction::change::{Change, Correction, Fix};
pub use date::{Date, years_told};
pub use duty::Duty;
pub use hint::{Format, Headings, Hint, HintKind, Hints};
pub use id::SpeechId;
pub use identity::{Claim, Home, Identity, Kin, Kindred, Kinship, RecordedSpeech};
pub use kind::SpeechKind;
pub use memory::SpeechMemory;
pub use naming::{BULLET, ItemWords};
pub use outline::{
    Diagnostic, Evidence, Furniture, Item, ItemForm, ItemIndex, Outline, Problem, Reason,
    RoleSource, Section, SectionKind, Sequence, Series, SeriesIndex, UNSURE,
};
pub use pace::{Pace, ReadingTime};
pub use provenance::{Original, Provenance, Relation};
pub use reference::{Reference, ReferenceTarget, ShortForm, references, short_forms};
pub use role::Role;
pub use saved::{SavedSearch, Saving};
pub use sharing::{Formats, Sharing};
pub use sketch::Sketch;
pub use speech::{Extent, Metadata, Origin, Speech, Standing, TitledBy};
pub use table::{Cell, Column, RowPart, Table, TableRow};
pub use wording::Wording;

//! The domain as values: speeches, their blocks and outlines, and anchors into them.
//!
//! Plain data with questions about itself. The model does not know where a speech came from, how
//! it is drawn, or how it is stored; it is never serialised itself (the rims have twins for that).

pub mod address;
pub mod amendment;
pub mod anchor;
pub mod block;
pub mod catalog;
pub mod correction;
pub mod date;
pub mod duty;
pub mod hint;
pub mod identity;
pub mod kind;
pub mod outline;
pub mod provenance;
pub mod role;
pub mod saved;
pub mod sharing;
pub mod speech;
pub mod table;
#[cfg(test)]
mod tests;
pub mod wording;

pub use address::{Address, ItemAddress, NotAnAddress};
pub use amendment::{Amendment, Field};
pub use anchor::Anchor;
pub use block::{Block, BlockKind, FurnitureKind};
pub use catalog::CatalogEntry;
pub use correction::{Change, Correction, Fix};
pub use date::Date;
pub use duty::Duty;
pub use hint::{Format, Headings, Hint, HintKind, Hints};
pub use identity::{Claim, Home, Identity, Kin, Kindred, Kinship, Known, Sketch};
pub use kind::SpeechKind;
pub use outline::{
    Diagnostic, Evidence, Furniture, Item, ItemForm, ItemIndex, Outline, Problem, Reason, Section,
    SectionKind, Sequence, Series, SeriesIndex, Source, UNSURE,
};
pub use provenance::{Original, Provenance, Relation};
pub use role::Role;
pub use saved::{SavedSearch, Saving};
pub use sharing::{Formats, Sharing};
pub use speech::{Extent, Metadata, Origin, Speech, SpeechId, Standing, TitledBy};
pub use table::{Cell, Column, Row, RowPart, Table};
pub use wording::Wording;

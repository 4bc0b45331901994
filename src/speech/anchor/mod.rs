//! Anchors: remembering a passage by its words, and finding it again in a text that may have changed.
//!
//! [`capture()`] turns a range of a speech into an [`Anchor`], [`resolve`] turns an anchor and a speech into a
//! [`Place`]. Everything here is a function of its arguments: the module reads no file and no clock.

mod agree;
mod alike;
mod capture;
mod compare;
mod context;
mod finder;
mod passage;
mod place;
mod raw;
mod trace;
mod value;
mod weigh;

pub use capture::{capture, renew};
pub use compare::{DiffKind, PassageDiff, compare, core};
pub use finder::{Finder, resolve};
pub use place::{Place, PlaceState};
pub use trace::{Follower, Trace};
pub use value::Anchor;

#[cfg(test)]
mod tests;

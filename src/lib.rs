//! A terminal reader for structured Vietnamese speeches, as a library.
//!
//! `ARCHITECTURE.md` has the map. Modules are listed lowest layer first; imports run upward in
//! this list only, which a test checks.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod text;

pub mod model;

pub mod action;

pub mod bookmark;

pub mod paths;
pub mod store;

//! A terminal reader for structured Vietnamese speeches, as a library.
//!
//! `ARCHITECTURE.md` has the map. The rooms are listed lowest first; imports run upward in this list only, which
//! a test checks.

#![deny(unsafe_code)]
#![warn(missing_docs)]

pub mod text;

pub mod speech;

pub mod i18n;

pub mod formats;
pub mod layout;
pub mod register;
pub mod search;

pub mod settings;

pub mod notebook;

pub mod paths;

pub mod library;

pub mod app;

pub mod ui;

pub mod runtime;

pub mod cli;

#[cfg(any(test, feature = "checks"))]
#[doc(hidden)]
pub mod properties;

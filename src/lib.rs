//! A terminal reader for structured Vietnamese speeches, as a library.
//!
//! `ARCHITECTURE.md` has the map. Modules are listed lowest layer first; imports run upward in
//! this list only, which a test checks.

#![deny(unsafe_code)]
#![warn(missing_docs)]

pub mod text;

pub mod model;

pub mod i18n;

pub mod action;

pub mod keymap;

pub mod theme;

pub mod bookmark;
pub mod correction;
pub mod import;
pub mod layout;
pub mod parse;
pub mod search;

pub mod catalog;

pub mod config;
pub mod exchange;
pub mod export;

pub mod app;

pub mod ui;

pub mod loader;
pub mod store;

pub mod collection;
pub mod index;

pub mod paths;

pub mod runtime;

pub mod cli;

#[doc(hidden)]
pub mod properties;

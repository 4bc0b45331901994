//! Speeches written to files: what reads them again finds the same outline, and other programs
//! find them sound.

mod again;
mod book;
mod browser;
mod command;
mod corpus;
mod pandoc;
#[path = "../place/mod.rs"]
mod place;

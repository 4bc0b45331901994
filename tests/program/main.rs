//! The program from outside: arguments and input in; text, JSON, files and exit status out.
//!
//! Every run has a folder of its own for all that it keeps, and an environment without a locale.

mod addresses;
mod bookmarks;
mod cli;
mod corrections;
mod export;
mod hostile;
mod identity;
#[cfg(feature = "fulltext")]
mod index;
mod library;
mod list;
mod notebook;
mod older;
mod pages;
mod place;
mod plain;
mod task_states;
mod tasks;
mod vietnamese;
mod words;
mod writers;

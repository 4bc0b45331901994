//! The real program in a pseudo-terminal, read through a terminal emulator.
//!
//! Every run has a folder of its own for all that it keeps and an environment of four variables.
//! Nothing waits for time to pass: a test waits for what is to be on the screen, up to a deadline.

#![cfg(unix)]

mod background;
mod correcting;
mod ending;
mod files;
mod home;
mod hostile;
mod jobs;
mod noting;
mod older;
mod picture;
mod reading;
mod shelving;
mod support;
mod suspending;
mod typing;
mod watching;

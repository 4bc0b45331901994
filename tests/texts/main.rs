//! Texts through the library: what is read of them, what is written of them, and what is found in them again.

mod corpus;
mod formats;
mod mutations;
mod register;
mod regression;
mod written;

//! Files of speeches: [`read`] makes a draft of the bytes of a file, [`write`](mod@write) makes a file of a speech.
//!
//! Bytes and values go in and come out; nothing here opens a file.

pub mod read;
pub mod write;

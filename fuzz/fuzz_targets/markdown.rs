//! Bytes of Markdown, as they are.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| dienvan::properties::importing("markdown", data));

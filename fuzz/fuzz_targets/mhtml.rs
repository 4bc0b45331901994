//! Bytes of mhtml, as they are.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| dienvan::properties::importing("mhtml", data));

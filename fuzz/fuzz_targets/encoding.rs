//! Bytes of text in an encoding that the first byte names, whatever they say of themselves.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| dienvan::properties::encoded(data));

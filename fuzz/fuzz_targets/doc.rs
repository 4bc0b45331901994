//! Bytes of every stream of a Word document of before 2007, or of a whole one.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| dienvan::properties::importing_part("doc", data));

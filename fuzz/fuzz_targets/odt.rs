//! The parts of a ODT file, packed anew for every input.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| dienvan::properties::importing_part("odt", data));

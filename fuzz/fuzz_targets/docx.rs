//! The parts of a DOCX file, packed anew for every input.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| dienvan::properties::importing_part("docx", data));

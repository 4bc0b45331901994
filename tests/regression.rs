//! What fuzzing found once, and inputs that are hostile by design: each importer is given every
//! file of its folder again.

use dienvan::properties::{encoded, importing, importing_part};
use std::fs;
use std::path::Path;

#[test]
fn what_was_found_once_is_found_no_more() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/regression");
    let mut seen = 0;
    for target in fs::read_dir(&folder).expect("the folder is there").flatten() {
        let name = target.file_name().to_string_lossy().into_owned();
        for file in fs::read_dir(target.path()).expect("a folder a target").flatten() {
            let bytes = fs::read(file.path()).expect("a file");
            eprintln!("{name}: {}", file.file_name().to_string_lossy());
            match name.as_str() {
                "docx" | "odt" | "epub" => importing_part(&name, &bytes),
                "encoding" => encoded(&bytes),
                _ => importing(&name, &bytes),
            }
            seen += 1;
        }
    }
    assert!(seen >= 9, "every importer has an input: {seen}");
}

//! Makes the tables that the first screen waits for quick to read: from TOML, which people write, to
//! JSON, which takes a fraction of the time.

use std::path::Path;
use std::{env, fs};

type Fallible<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Fallible<()> {
    let out = env::var("OUT_DIR")?;
    for source in [
        "data/keymap/default.toml",
        "data/lexicon/furniture.toml",
        "data/lexicon/markers.toml",
        "data/lexicon/roles.toml",
        "data/lexicon/tables.toml",
        "data/weights/facts.toml",
        "data/weights/nesting.toml",
    ] {
        println!("cargo::rerun-if-changed={source}");
        let name = Path::new(source).file_stem().ok_or("a file has a name")?.to_string_lossy();
        let table: toml::Table = fs::read_to_string(source)?.parse()?;
        let json = serde_json::to_string(&table)?;
        fs::write(Path::new(&out).join(format!("{name}.json")), json)?;
    }
    at_a_fixed_address();
    Ok(())
}

/// Links the program to run at one address. Moving it to another at its start, as is the default,
/// costs a quarter of the time to the first screen: 48,000 places are written anew, most of them of
/// libraries that a reader of plain text never uses.
fn at_a_fixed_address() {
    let target = |name: &str| env::var(format!("CARGO_CFG_TARGET_{name}")).unwrap_or_default();
    if target("OS") == "linux" && target("ENV") == "gnu" {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}

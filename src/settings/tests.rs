//! Reading settings, what is said of wrong entries, and that the example is the defaults.

mod chosen;
mod example;
mod mine;
mod problems;
mod values;

use super::*;
use crate::i18n::{Lang, Messages};
use std::path::Path;

/// Reads a text as the file `config.toml`.
fn read_text(text: &str) -> (Settings, Vec<SettingsProblem>) {
    read(text, Path::new("/nhà/cấu hình/config.toml"))
}

/// Reads a text with nothing wrong in it.
fn right(text: &str) -> Settings {
    let (settings, problems) = read_text(text);
    assert_eq!(problems, [], "{text}");
    settings
}

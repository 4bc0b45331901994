//! Bringing the catalogue and the index up to date, with a bar of progress where that takes long.

use super::setup::Setup;
use crate::library::index::{IndexProgress, Means, OnDisk, UpdateError, Updated, update};
use indicatif::{ProgressBar, ProgressStyle};
use std::sync::atomic::AtomicBool;

/// A bar of progress is shown from this many texts on: fewer are read in a moment.
const MANY: usize = 500;

/// Brings the library's cache up to date with these files.
pub(super) fn update_telling(
    setup: &Setup,
    means: &Means,
    files: &[OnDisk],
) -> Result<Updated, UpdateError> {
    let mut bar: Option<ProgressBar> = None;
    let mut tell = |IndexProgress { done, total }: IndexProgress| {
        let bar = bar.get_or_insert_with(|| {
            if total < MANY {
                return ProgressBar::hidden();
            }
            let style = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len}");
            let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
            let message = setup.messages.get("search-indexing");
            ProgressBar::new(total as u64).with_style(style).with_message(message)
        });
        bar.set_position(done as u64);
    };
    let updated = update(means, files, &AtomicBool::new(false), &mut tell);
    if let Some(bar) = bar {
        bar.finish_and_clear();
    }
    updated
}

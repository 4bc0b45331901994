//! A bar on standard error that shows how far the library's catalogue and index are up to date.

use crate::i18n::Messages;
use crate::library::index::IndexProgress;
use indicatif::{ProgressBar, ProgressStyle};
use std::cell::RefCell;

/// A bar is shown from this many texts on: fewer are read in a moment.
const MANY: usize = 500;

/// The bar, while an update goes on.
#[derive(Default)]
pub(super) struct UpdateBar(RefCell<Option<ProgressBar>>);

impl UpdateBar {
    /// Shows how far the update is.
    pub(super) fn show(&self, IndexProgress { done, total }: IndexProgress, messages: &Messages) {
        let mut bar = self.0.borrow_mut();
        let bar = bar.get_or_insert_with(|| {
            if total < MANY {
                return ProgressBar::hidden();
            }
            let style = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len}");
            let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
            let message = messages.get("search-indexing");
            ProgressBar::new(total as u64).with_style(style).with_message(message)
        });
        bar.set_position(done as u64);
    }

    /// Takes the bar away.
    pub(super) fn finish(&self) {
        if let Some(bar) = self.0.take() {
            bar.finish_and_clear();
        }
    }
}

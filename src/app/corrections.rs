//! UndoneCorrections that were taken back, to be made again.

use crate::speech::correction::Filed;

/// The corrections taken back in this session.
#[derive(Default)]
pub(super) struct UndoneCorrections {
    /// The last one last.
    undone: Vec<Filed>,
}

impl UndoneCorrections {
    /// Notes that a correction was taken back.
    pub(super) fn take_back(&mut self, filed: Filed) {
        self.undone.push(filed);
    }

    /// Returns the correction taken back last, to be made again.
    pub(super) fn redo(&mut self) -> Option<Filed> {
        self.undone.pop()
    }
}

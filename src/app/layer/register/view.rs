//! How the register is looked at.

use crate::register::GroupBy;

/// How the register is looked at: what stays when it is closed and opened again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegisterView {
    /// Whose tasks it shows.
    pub scope: RegisterScope,
    /// What they are grouped by.
    pub group_by: GroupBy,
    /// The filter as it was typed.
    pub typed: String,
    /// The id of the task at the cursor.
    pub at: Option<String>,
}

/// Whose tasks the register shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RegisterScope {
    /// Those of the speech being read.
    #[default]
    Speech,
    /// Those of all open speeches.
    Open,
    /// Those of the library.
    Library,
}

impl RegisterView {
    /// Takes the next way to group the tasks.
    pub fn regroup(&mut self) {
        let at = GroupBy::ALL.iter().position(|by| *by == self.group_by).unwrap_or(0);
        self.group_by = GroupBy::ALL[(at + 1) % GroupBy::ALL.len()];
    }
}

impl RegisterScope {
    /// Returns the next scope.
    pub fn next(self) -> Self {
        match self {
            RegisterScope::Speech => RegisterScope::Open,
            RegisterScope::Open => RegisterScope::Library,
            RegisterScope::Library => RegisterScope::Speech,
        }
    }
}

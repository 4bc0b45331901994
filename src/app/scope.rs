//! Which speeches a list, a search or the register covers.

/// Which speeches a list, a search or the register covers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ShelfScope {
    /// Those that were named at the start, and those that were opened since.
    Open,
    /// Those of the library.
    #[default]
    Library,
}

impl ShelfScope {
    /// Returns the other one.
    pub fn other(self) -> Self {
        match self {
            ShelfScope::Open => ShelfScope::Library,
            ShelfScope::Library => ShelfScope::Open,
        }
    }
}

//! What a sentence tells, before it is an assignment.

use super::deadline::Deadline;
use std::ops::Range;

/// An assignment that is being read.
pub(super) struct Draft {
    pub words: Range<usize>,
    /// Who its own words name.
    pub actors: Range<usize>,
    pub work: usize,
    pub deadline: Option<Deadline>,
    /// Whether it tells somebody to do something.
    pub directs: bool,
    /// Whether it goes on the sentence before it, whose subject it takes.
    pub link: Link,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    Sentence,
    Clause,
}

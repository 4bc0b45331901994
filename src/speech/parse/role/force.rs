//! How much a word says of a role.

/// How much a word says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::speech::parse) enum Force {
    Full,
    /// Over all but the role of what the heading lies in: "Kinh phí" among tasks.
    Local,
    Weak,
}

//! What is asked with a query: texts, or the tasks that the register keeps.

/// What is asked with a query.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum QueryPurpose {
    /// Texts, or a list of them.
    #[default]
    Texts,
    /// The tasks of the register.
    Tasks,
}

/// What a condition on tasks is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TaskKey {
    /// The office in charge.
    Who,
    /// Who takes part.
    With,
    /// By when.
    Due,
    /// How far it is.
    State,
    /// A document that it cites.
    Cites,
}

impl TaskKey {
    /// Returns its name in queries.
    pub fn name(self) -> &'static str {
        match self {
            TaskKey::Who => "who",
            TaskKey::With => "with",
            TaskKey::Due => "due",
            TaskKey::State => "state",
            TaskKey::Cites => "cites",
        }
    }
}

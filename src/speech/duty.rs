//! Whether the words of an item are work, or tell whose the work in it is.

/// Whether an item's words are work, or tell whose the work in it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Duty {
    /// They are work, if the item is a task.
    #[default]
    Work,
    /// They name an office or a person and nothing else ("3. Bộ Tài chính:"): the work is what lies in it.
    Office,
    /// They stand over such items and order nothing ("II. Phân công nhiệm vụ").
    Group,
}

impl Duty {
    /// Returns the name that JSON uses.
    pub fn name(self) -> &'static str {
        match self {
            Duty::Work => "work",
            Duty::Office => "office",
            Duty::Group => "group",
        }
    }
}

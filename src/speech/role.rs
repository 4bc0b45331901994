//! What a list of items is for.

/// The role of a series and of the items in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Nhiệm vụ, giải pháp, yêu cầu: something to be done.
    Task,
    /// Kết quả, thành tựu: something achieved.
    Result,
    /// Tồn tại, hạn chế: something that fell short.
    Limitation,
    /// Nguyên nhân: why it was so.
    Cause,
    /// Bài học kinh nghiệm: what was learnt.
    Lesson,
    /// Quan điểm, nguyên tắc: how to look at it.
    Viewpoint,
    /// Anything else.
    Other,
}

impl Role {
    /// Every role, in the order of docs/dev/structure.md.
    pub const ALL: [Role; 7] = [
        Role::Task,
        Role::Result,
        Role::Limitation,
        Role::Cause,
        Role::Lesson,
        Role::Viewpoint,
        Role::Other,
    ];

    /// Returns the name that JSON, TOML and the lexicon use.
    pub fn name(self) -> &'static str {
        match self {
            Role::Task => "task",
            Role::Result => "result",
            Role::Limitation => "limitation",
            Role::Cause => "cause",
            Role::Lesson => "lesson",
            Role::Viewpoint => "viewpoint",
            Role::Other => "other",
        }
    }

    /// Returns the two letters that open a series code in an address.
    pub fn code(self) -> &'static str {
        match self {
            Role::Task => "nv",
            Role::Result => "kq",
            Role::Limitation => "hc",
            Role::Cause => "nn",
            Role::Lesson => "bh",
            Role::Viewpoint => "qd",
            Role::Other => "md",
        }
    }

    /// Finds the role that [`Role::name`] calls `name`.
    pub fn from_name(name: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.name() == name)
    }

    /// Finds the role whose [`Role::code`] is `code`.
    pub fn from_code(code: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.code() == code)
    }
}

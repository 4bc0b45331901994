//! What the mention of a person tells, by name.

/// What a mention tells of whether the speech is theirs. The names are those of the table of weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum MentionSign {
    /// "Kết luận của …" in the title.
    TitleOwns,
    /// The title begins with the person, who speaks in it.
    TitleSubject,
    /// "Bài phát biểu của …" elsewhere.
    Owns,
    /// "Người phát biểu: …".
    Label,
    /// "Tôi là …".
    Myself,
    /// A line of its own near the title.
    Note,
    /// What they do is said to be speaking.
    Speaks,
    /// "… kết luận như sau:".
    Concludes,
    /// The words that follow are said to be those of "đồng chí", "ông Lâm", who is this person.
    Resumed,
    Chairs,
    /// Chairs a meeting whose minutes have the chair's conclusion.
    ChairConcludes,
    Attends,
    /// Attends and speaks.
    Guest,
    /// "Thưa …", "cảm ơn …".
    Addressed,
    /// Takes the minutes, reports for a paper, sends the mail.
    Writes,
    /// "Sau khi nghe …".
    Heard,
    /// A caption says that they speak.
    Caption,
    HasOffice,
    /// In the first lines behind the title.
    Near,
    /// Named in the last lines otherwise than in a signature.
    Late,
    Signed,
    /// Signs without an office.
    SignedAlone,
    /// Signs a notice of what another one said.
    SignedNotice,
    SignedMinutes,
    /// Signs for another.
    SignedFor,
    /// The title or the text says that such an office speaks.
    Agrees,
    /// It says that another office does.
    Disagrees,
    Twice,
    /// The text is minutes, in which many speak.
    InMinutes,
    /// Signs without an office what the title says that an office said.
    Fits,
}

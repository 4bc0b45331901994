//! What a speech is: a conclusion, a directive, an address at an opening.

/// The kind of a speech, as its title names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SpeechKind {
    /// What was concluded at a meeting: *kết luận*.
    Conclusion,
    /// *Chỉ thị*.
    Directive,
    /// *Nghị quyết*.
    Resolution,
    /// *Quyết định*, and other acts of law.
    Decision,
    /// *Công điện*.
    Dispatch,
    /// *Kế hoạch*, *chương trình*, *đề án*.
    Plan,
    /// *Khai mạc*.
    Opening,
    /// *Bế mạc*.
    Closing,
    /// *Báo cáo*, *tham luận*.
    Report,
    /// *Thư*.
    Letter,
    /// *Lời kêu gọi*, *tuyên bố*.
    Appeal,
    /// *Hỏi đáp*, *trả lời phỏng vấn*.
    Interview,
    /// *Thông báo* of nothing more special.
    Notice,
    /// *Phát biểu*, *diễn văn* of nothing more special.
    Address,
}

impl SpeechKind {
    /// All kinds, those that say more before those that say less.
    pub const ALL: [SpeechKind; 14] = [
        SpeechKind::Conclusion,
        SpeechKind::Directive,
        SpeechKind::Resolution,
        SpeechKind::Decision,
        SpeechKind::Dispatch,
        SpeechKind::Plan,
        SpeechKind::Opening,
        SpeechKind::Closing,
        SpeechKind::Report,
        SpeechKind::Letter,
        SpeechKind::Appeal,
        SpeechKind::Interview,
        SpeechKind::Notice,
        SpeechKind::Address,
    ];

    /// Returns the name in files and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            SpeechKind::Conclusion => "conclusion",
            SpeechKind::Directive => "directive",
            SpeechKind::Resolution => "resolution",
            SpeechKind::Decision => "decision",
            SpeechKind::Dispatch => "dispatch",
            SpeechKind::Plan => "plan",
            SpeechKind::Opening => "opening",
            SpeechKind::Closing => "closing",
            SpeechKind::Report => "report",
            SpeechKind::Letter => "letter",
            SpeechKind::Appeal => "appeal",
            SpeechKind::Interview => "interview",
            SpeechKind::Notice => "notice",
            SpeechKind::Address => "address",
        }
    }

    /// Reads a name.
    pub fn from_name(name: &str) -> Option<Self> {
        SpeechKind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

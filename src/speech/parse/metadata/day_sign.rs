//! What a day tells, by name.

use super::weigh::signs;

/// What a day tells of whether it is that of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum DaySign {
    Title,
    Head,
    Menu,
    Caption,
    Opening,
    /// In the first paragraph of the speech.
    First,
    Ending,
    /// "Hà Lâm, ngày …": a place, then the day, and nothing else.
    Dateline,
    /// The same below a notice of what was said earlier.
    NoticeDateline,
    /// The line is the day, perhaps with an hour.
    Alone,
    /// An hour and minutes beside it.
    Clock,
    /// In brackets, or in a short line with a name.
    Note,
    /// The sentence begins with it.
    Leads,
    /// "hôm nay, ngày …".
    Today,
    /// A meeting is told in its sentence.
    Meets,
    /// "Số … ngày …", "Nghị quyết … ngày …".
    Cited,
    /// The number and the day of the document itself, in its title.
    OwnNumber,
    /// A legal base.
    Base,
    /// Two days with a dash between: from when to when.
    Span,
    /// The later one of two such days of different years: an anniversary.
    Anniversary,
    /// Of a founding, a birth, a death.
    Founded,
    /// "trước ngày …", "đến ngày …".
    Until,
    /// The day a mail was sent.
    Mail,
    /// "Ngày nói:", "Thời gian:".
    Label,
    /// "đăng", "cập nhật".
    Published,
    /// "ghi ngày".
    Recorded,
    /// Without a year.
    Partial,
    /// Another day of the text is the same.
    Twice,
    /// The first day of the text.
    Earliest,
    /// More than a year before the latest day.
    Old,
    /// People met on it, and a page or a mail tells of it on a day of its own soon after.
    Reported,
    /// The day of such a page or mail.
    Reporting,
}

signs!(DaySign {
    Title = "title",
    Head = "head",
    Menu = "menu",
    Caption = "caption",
    Opening = "opening",
    First = "first",
    Ending = "ending",
    Dateline = "dateline",
    NoticeDateline = "notice_dateline",
    Alone = "alone",
    Clock = "clock",
    Note = "note",
    Leads = "leads",
    Today = "today",
    Meets = "meets",
    Cited = "cited",
    OwnNumber = "own_number",
    Base = "base",
    Span = "span",
    Anniversary = "anniversary",
    Founded = "founded",
    Until = "until",
    Mail = "mail",
    Label = "label",
    Published = "published",
    Recorded = "recorded",
    Partial = "partial",
    Twice = "twice",
    Earliest = "earliest",
    Old = "old",
    Reported = "reported",
    Reporting = "reporting",
});

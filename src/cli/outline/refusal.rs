//! Why an outline cannot be corrected as wished, and what to do instead.

use crate::i18n::{Message, Value};

/// Why something cannot be corrected as wished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Refusal {
    /// The text is not that long.
    NoLine { line: u32, last: u32 },
    /// The line goes on a paragraph.
    Inside { line: u32, first: u32 },
    /// There are no words on that line.
    EmptyLine(u32),
    /// No item begins on that line.
    NoItemThere(u32),
    /// Neither a line nor an address was given.
    NoPlace,
    /// Both a line and an address were given.
    TwoPlaces,
    /// Only a change of paragraphs takes several lines.
    OneLine,
    /// The line opens this item already.
    AlreadyItem(String),
    /// A list can only be renamed or be given a role.
    IsList(String),
    /// An item has no title; its list does.
    IsItem { item: String, series: String },
    /// A title of no words.
    EmptyTitle,
    /// No correction has that id.
    Unknown(String),
    /// There are no corrections.
    None,
}

impl Refusal {
    /// Returns the exit status, 1 where nothing was found and 2 for an error, and the message.
    pub(in crate::cli) fn told(&self) -> (u8, Message) {
        match self {
            Refusal::NoLine { line, last } => {
                (1, of_line("refuse-no-line", *line, Some(("last", *last))))
            }
            Refusal::Inside { line, first } => {
                (2, of_line("refuse-inside", *line, Some(("first", *first))))
            }
            Refusal::EmptyLine(line) => (1, of_line("refuse-empty-line", *line, None)),
            Refusal::NoItemThere(line) => (1, of_line("refuse-no-item", *line, None)),
            Refusal::NoPlace => (2, "refuse-no-place".into()),
            Refusal::TwoPlaces => (2, "refuse-two-places".into()),
            Refusal::OneLine => (2, "refuse-one-line".into()),
            Refusal::AlreadyItem(item) => {
                (2, Message::with("refuse-already", [("item", item.into())]))
            }
            Refusal::IsList(code) => (2, Message::with("refuse-list", [("code", code.into())])),
            Refusal::IsItem { item, series } => {
                let args = [("item", item.into()), ("series", series.into())];
                (2, Message::with("refuse-item", args))
            }
            Refusal::EmptyTitle => (2, "refuse-empty-title".into()),
            Refusal::Unknown(id) => {
                let id = crate::text::printable(id).into_owned();
                (1, Message::with("refuse-unknown", [("id", id.into())]))
            }
            Refusal::None => (1, "refuse-none".into()),
        }
    }
}

/// Makes a message about a line. Numbers of lines are text: their digits are not grouped.
fn of_line(id: &str, line: u32, other: Option<(&'static str, u32)>) -> Message {
    let args = [("line", line)].into_iter().chain(other);
    Message::with(id, args.map(|(name, line)| (name, Value::Text(line.to_string()))))
}

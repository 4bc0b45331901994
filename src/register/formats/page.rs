//! Rows of the register as a page for the wall: A4 across, groups, a head on each sheet, boxes to be ticked.

use super::sheet::{RegisterSheet, SheetColumn, actors, deadline, due_date, group_words, place};
use crate::formats::write::{attribute, escaped};
use crate::register::{RegisterEntry, TaskStanding, TaskState};
use std::fmt::Write as _;

const STYLE: &str = include_str!("page/style.css");

/// What stands over the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageHead {
    /// The name of the document, or what the tasks are of.
    pub title: String,
    /// What else is known of it: its number, its day.
    pub facts: Vec<String>,
}

/// Writes the page. It fetches nothing and runs nothing.
pub fn page(sheet: &RegisterSheet<'_>, head: &PageHead) -> String {
    let messages = sheet.messages;
    let title = messages.get("page-title");
    let mut out = String::from("<!DOCTYPE html>\n");
    // Writing to a string does not fail.
    let _ = writeln!(out, "<html{}>", attribute("lang", messages.lang().code()));
    out.push_str("<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    let _ = writeln!(out, "<title>{}: {}</title>", escaped(&title), escaped(&head.title));
    let _ = writeln!(out, "<style>\n{STYLE}</style>\n</head>\n<body>\n<header>");
    let _ =
        writeln!(out, "<h1>{}</h1>\n<p class=\"of\">{}</p>", escaped(&title), escaped(&head.title));
    let count = sheet.rows().count();
    let made = messages
        .with("page-made", &[("date", messages.date(sheet.today).into()), ("count", count.into())]);
    let facts = head.facts.iter().chain(std::iter::once(&made));
    let facts: Vec<String> = facts.map(|fact| escaped(fact)).collect();
    let _ = writeln!(out, "<p class=\"facts\">{}</p>\n</header>", facts.join(" · "));
    table(sheet, &mut out);
    let _ = writeln!(
        out,
        "<footer><p>{}</p></footer>\n</body>\n</html>",
        escaped(&messages.get("page-foot"))
    );
    out
}

/// The columns of the page.
const COLUMNS: [&str; 8] = [
    "page-tick",
    "sheet-number",
    "sheet-task",
    "sheet-actors",
    "sheet-partners",
    "sheet-deadline",
    "page-place",
    "sheet-note",
];

fn table(sheet: &RegisterSheet<'_>, out: &mut String) {
    out.push_str("<table>\n<thead><tr>");
    for id in COLUMNS {
        let _ = write!(out, "<th scope=\"col\">{}</th>", escaped(&sheet.messages.get(id)));
    }
    out.push_str("</tr></thead>\n");
    let mut number = 0;
    for (head, rows) in sheet.groups {
        out.push_str("<tbody>\n");
        if let Some(head) = head {
            let words = group_words(head, sheet.messages);
            let _ = writeln!(
                out,
                "<tr class=\"group\"><th colspan=\"{}\" scope=\"rowgroup\">{} ({})</th></tr>",
                COLUMNS.len(),
                escaped(&words),
                sheet.messages.count(rows.len())
            );
        }
        for index in rows {
            number += 1;
            row(&sheet.entries[*index], sheet, number, out);
        }
        out.push_str("</tbody>\n");
    }
    out.push_str("</table>\n");
}

fn row(entry: &RegisterEntry, sheet: &RegisterSheet<'_>, number: usize, out: &mut String) {
    let messages = sheet.messages;
    let standing = TaskStanding::of(entry, sheet.today);
    let tick = match entry.status.state {
        TaskState::Done => "☒",
        TaskState::Doing => "◩",
        TaskState::Open => "☐",
        TaskState::NotMine => "–",
    };
    let state = SheetColumn::State.words(entry, messages);
    let _ = write!(
        out,
        "<tr class=\"{}\"><td class=\"tick\"><span role=\"img\"{}>{tick}</span></td><td class=\"number\">{number}</td>",
        standing.name(),
        attribute("aria-label", &state)
    );
    let said = [SheetColumn::Proof, SheetColumn::Note].map(|column| column.words(entry, messages));
    let said: Vec<&str> = said.iter().map(String::as_str).filter(|said| !said.is_empty()).collect();
    let when = match due_date(&entry.row) {
        Some(day) => format!("{} — {}", messages.date(day), deadline(&entry.row, messages)),
        None => deadline(&entry.row, messages),
    };
    let when = match standing {
        TaskStanding::PastWhenIssued => {
            format!("{when} ({})", messages.get("standing-past"))
        }
        _ => when,
    };
    let place = match sheet.is_of_one_speech() {
        true => place(&entry.row, messages),
        false => {
            let speech = SheetColumn::Speech.words(entry, messages);
            format!("{speech}, {}", place(&entry.row, messages))
        }
    };
    for words in [
        entry.row.task.clone(),
        actors(&entry.row, messages),
        SheetColumn::Partners.words(entry, messages),
        when,
        place,
        said.join(" · "),
    ] {
        let _ = write!(out, "<td>{}</td>", escaped(&words));
    }
    out.push_str("</tr>\n");
}

//! Rows of the register as a Markdown checklist.

use super::sheet::{self, RegisterSheet, SheetColumn, group_words};
use crate::register::{RegisterEntry, TaskState};

/// Writes the rows as boxes to be ticked, under the heads of their groups. Tasks that are none of the user's are struck out.
pub fn checklist(sheet: &RegisterSheet<'_>) -> String {
    let mut out = String::new();
    for (head, rows) in sheet.groups {
        if let Some(head) = head {
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(&format!("## {}\n\n", plain(&group_words(head, sheet.messages))));
        }
        for index in rows {
            out.push_str(&line(&sheet.entries[*index], sheet));
        }
    }
    out
}

fn line(entry: &RegisterEntry, sheet: &RegisterSheet<'_>) -> String {
    let (row, messages) = (&entry.row, sheet.messages);
    let tick = if entry.status.state == TaskState::Done { 'x' } else { ' ' };
    let task = plain(&row.task);
    let task = match entry.status.state {
        TaskState::NotMine => format!("~~{task}~~"),
        _ => task,
    };
    let mut facts = vec![format!("**{}**", plain(&sheet::actors(row, messages)))];
    let labelled = |column: SheetColumn| {
        let words = column.words(entry, messages);
        let label = messages.get(column.message());
        (!words.is_empty()).then(|| format!("{label}: {}", plain(&words)))
    };
    facts.extend([SheetColumn::Partners, SheetColumn::Deadline].into_iter().filter_map(labelled));
    if entry.status.state == TaskState::Doing {
        facts.push(SheetColumn::State.words(entry, messages));
    }
    let speech = SheetColumn::Speech.words(entry, messages);
    facts.push(plain(&format!("{speech}, {}", sheet::place(row, messages))));
    facts.extend([SheetColumn::Proof, SheetColumn::Note].into_iter().filter_map(labelled));
    format!("- [{tick}] {task} — {} <!-- {} -->\n", facts.join(" · "), row.id)
}

/// Keeps signs of Markdown in words from meaning anything.
fn plain(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~') {
            out.push('\\');
        }
        out.push(if c == '\n' { ' ' } else { c });
    }
    out
}

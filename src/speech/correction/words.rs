//! A change as two words, as files and scripts write it: what changes, and to what.

use crate::speech::{Change, FurnitureKind, Role};

/// What stands for words where there are none.
const NOTHING: &str = "-";

/// Returns the name of a change.
pub fn name(change: &Change) -> &'static str {
    match change {
        Change::Item => "item",
        Change::Drop => "drop",
        Change::Level(_) => "level",
        Change::Role(_) => "role",
        Change::SeriesRole(_) => "series-role",
        Change::SeriesTitle(_) => "series-title",
        Change::Furniture(_) => "furniture",
        Change::Text => "text",
        Change::NoTask => "no-task",
        Change::TaskOffice(_) => "task-office",
        Change::TaskDeadline(_) => "task-deadline",
    }
}

/// Returns what is changed to, if the change says that.
pub fn value(change: &Change) -> Option<String> {
    match change {
        Change::Item | Change::Drop | Change::Text | Change::NoTask => None,
        Change::TaskOffice(words) | Change::TaskDeadline(words) => {
            Some(words.clone().unwrap_or_else(|| NOTHING.to_owned()))
        }
        Change::Level(level) => Some(level.to_string()),
        Change::Role(role) | Change::SeriesRole(role) => Some(role.name().to_owned()),
        Change::SeriesTitle(title) => Some(title.clone()),
        Change::Furniture(kind) => Some(kind.name().to_owned()),
    }
}

/// Which of the two words of a change is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongWord {
    /// There is no change of that name.
    Name,
    /// It cannot be changed to that, or it is not said to what.
    Value,
}

/// Reads a change from what [`name`] and [`value`] give.
pub fn change_of(name: &str, value: Option<&str>) -> Result<Change, WrongWord> {
    let value = value.map(str::trim).filter(|value| !value.is_empty());
    let role = || value.and_then(Role::from_name).ok_or(WrongWord::Value);
    let words = || {
        let words = value.ok_or(WrongWord::Value)?;
        Ok((words != NOTHING).then(|| words.to_owned()))
    };
    Ok(match name.trim() {
        "item" => Change::Item,
        "drop" => Change::Drop,
        "text" => Change::Text,
        "no-task" => Change::NoTask,
        "task-office" => Change::TaskOffice(words()?),
        "task-deadline" => Change::TaskDeadline(words()?),
        "level" => {
            let level = value.and_then(|value| value.parse().ok()).filter(|&level: &u8| level > 0);
            Change::Level(level.ok_or(WrongWord::Value)?)
        }
        "role" => Change::Role(role()?),
        "series-role" => Change::SeriesRole(role()?),
        "series-title" => Change::SeriesTitle(value.ok_or(WrongWord::Value)?.to_owned()),
        "furniture" => {
            let kind = value.and_then(FurnitureKind::from_name);
            Change::Furniture(kind.ok_or(WrongWord::Value)?)
        }
        _ => return Err(WrongWord::Name),
    })
}

//! How an assignment stands on a day: overdue, soon, later, or without a day.

use super::deadline::Due;
use super::row::RegisterRow;
use super::state::{RegisterEntry, TaskState};
use crate::speech::Date;

/// How many days ahead "soon" goes.
pub const SOON: u16 = 7;

/// How an assignment stands on a day, in the order of lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TaskStanding {
    /// Its last day is over.
    Overdue,
    /// Its last day is today or within a week.
    Soon,
    /// Its last day is further away.
    Later,
    /// It is to be done again and again.
    Rhythm,
    /// Words say when, and no day follows from them: "đầu quý III", "từ ngày 1/7".
    Fuzzy,
    /// Nothing says when.
    Undated,
    /// Its last day was over before the document was issued; that is nobody's fault.
    PastWhenIssued,
    /// The user says that it is done, or none of theirs.
    Settled,
}

impl TaskStanding {
    /// Every standing, in the order of lists.
    pub const ALL: [TaskStanding; 8] = [
        TaskStanding::Overdue,
        TaskStanding::Soon,
        TaskStanding::Later,
        TaskStanding::Rhythm,
        TaskStanding::Fuzzy,
        TaskStanding::Undated,
        TaskStanding::PastWhenIssued,
        TaskStanding::Settled,
    ];

    /// Tells how an assignment stands on a day, by its deadline and what the user said.
    pub fn of(entry: &RegisterEntry, today: Date) -> Self {
        match entry.status.state {
            TaskState::Done | TaskState::NotMine => TaskStanding::Settled,
            TaskState::Open | TaskState::Doing => TaskStanding::of_row(&entry.row, today),
        }
    }

    /// Tells how an assignment stands on a day, by its deadline alone. It is overdue from the day after its last day.
    pub fn of_row(row: &RegisterRow, today: Date) -> Self {
        let Some(deadline) = &row.deadline else { return TaskStanding::Undated };
        match (&deadline.due, deadline.last_day()) {
            (_, Some(last)) if row.speech.date.is_some_and(|issued| last < issued) => {
                TaskStanding::PastWhenIssued
            }
            (_, Some(last)) => match last.days_since(today) {
                ..0 => TaskStanding::Overdue,
                days if days <= i64::from(SOON) => TaskStanding::Soon,
                _ => TaskStanding::Later,
            },
            (Due::Rhythm(_), None) => TaskStanding::Rhythm,
            (_, None) => TaskStanding::Fuzzy,
        }
    }

    /// Returns the name that files and filters use.
    pub fn name(self) -> &'static str {
        match self {
            TaskStanding::Overdue => "overdue",
            TaskStanding::Soon => "soon",
            TaskStanding::Later => "later",
            TaskStanding::Rhythm => "rhythm",
            TaskStanding::Fuzzy => "fuzzy",
            TaskStanding::Undated => "none",
            TaskStanding::PastWhenIssued => "past",
            TaskStanding::Settled => "settled",
        }
    }
}

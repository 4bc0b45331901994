//! The cells of a task.

use crate::register::{RegisterCell, RegisterEntry};

/// A cell of a task.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TaskColumn {
    /// What is to be done.
    #[default]
    Task,
    /// Who is in charge.
    Actors,
    /// Who carries it out under them.
    Executors,
    /// Who takes part.
    Partners,
    /// By when.
    Deadline,
    /// Figures to be reached.
    Targets,
    /// Who gets a report.
    ReportTo,
    /// Documents cited.
    Documents,
}

impl TaskColumn {
    /// Every column, in the order in which a task tells them.
    pub const ALL: [TaskColumn; 8] = [
        TaskColumn::Task,
        TaskColumn::Actors,
        TaskColumn::Executors,
        TaskColumn::Partners,
        TaskColumn::Deadline,
        TaskColumn::Targets,
        TaskColumn::ReportTo,
        TaskColumn::Documents,
    ];

    /// Returns what the ids of messages call it.
    pub fn name(self) -> &'static str {
        match self {
            TaskColumn::Task => "task",
            TaskColumn::Actors => "actors",
            TaskColumn::Executors => "executors",
            TaskColumn::Partners => "partners",
            TaskColumn::Deadline => "deadline",
            TaskColumn::Targets => "targets",
            TaskColumn::ReportTo => "report-to",
            TaskColumn::Documents => "documents",
        }
    }

    /// Returns what a task has in this column; the task itself is no cell.
    pub fn cells(self, entry: &RegisterEntry) -> Vec<&RegisterCell> {
        let row = &entry.row;
        match self {
            TaskColumn::Task => Vec::new(),
            TaskColumn::Actors => row.actors.iter().collect(),
            TaskColumn::Executors => row.executors.iter().collect(),
            TaskColumn::Partners => row.partners.iter().collect(),
            TaskColumn::Deadline => row.deadline.iter().map(|deadline| &deadline.cell).collect(),
            TaskColumn::Targets => row.targets.iter().collect(),
            TaskColumn::ReportTo => row.report_to.iter().collect(),
            TaskColumn::Documents => row.documents.iter().map(|(cell, _)| cell).collect(),
        }
    }
}

//! The open register: whose tasks it shows, in which groups, narrowed by a filter.

use super::base::{OverlayLayer, Under};
use super::cursor::ListCursor;
use crate::app::id::EntryId;
use crate::app::register::{RegisterState, TasksProgress};
use crate::register::{RegisterCell, RegisterEntry};
use crate::settings::action::{Action, Context};
use std::rc::Rc;

/// The open register.
#[derive(Debug)]
pub struct RegisterList {
    /// How it is looked at.
    pub view: RegisterView,
    /// How far its rows have come in.
    pub progress: TasksProgress,
    /// What it shows.
    pub lines: Vec<RegisterLine>,
    /// The place of the cursor; it stands on tasks alone.
    pub cursor: ListCursor,
    /// The cell of the task at the cursor that is chosen.
    pub column: TaskColumn,
    /// How many tasks there are without the filter, and with it.
    pub counts: TaskCounts,
    made_of: Option<MadeOf>,
}

/// How the register is looked at: what stays when it is closed and opened again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegisterView {
    /// Whose tasks it shows.
    pub scope: RegisterScope,
    /// The filter as it was typed.
    pub typed: String,
    /// The id of the task at the cursor.
    pub at: Option<String>,
}

/// Whose tasks the register shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RegisterScope {
    /// Those of the speech being read.
    #[default]
    Speech,
    /// Those of all open speeches.
    Open,
    /// Those of the library.
    Library,
}

/// How many tasks the register has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TaskCounts {
    /// Without the filter.
    pub total: usize,
    /// With it.
    pub shown: usize,
    /// How many of these are overdue and not done.
    pub overdue: usize,
}

/// A line of the register.
#[derive(Clone, Debug)]
pub enum RegisterLine {
    /// What heads the tasks below it.
    Heading(String),
    /// A task.
    Task(Rc<RegisterEntry>),
}

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

/// What the lines were made of.
#[derive(Clone, Debug, PartialEq, Eq)]
struct MadeOf {
    scope: RegisterScope,
    typed: String,
    current: EntryId,
    revision: u64,
}

impl RegisterScope {
    /// Returns the next scope.
    pub fn next(self) -> Self {
        match self {
            RegisterScope::Speech => RegisterScope::Open,
            RegisterScope::Open => RegisterScope::Library,
            RegisterScope::Library => RegisterScope::Speech,
        }
    }
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

impl RegisterList {
    /// Opens the register as it was looked at.
    pub fn new(view: RegisterView) -> Self {
        RegisterList {
            view,
            progress: TasksProgress::Unasked,
            lines: Vec::new(),
            cursor: ListCursor::default(),
            column: TaskColumn::Task,
            counts: TaskCounts::default(),
            made_of: None,
        }
    }

    /// Returns the task at the cursor.
    pub fn at_cursor(&self) -> Option<&Rc<RegisterEntry>> {
        match self.lines.get(self.cursor.at())? {
            RegisterLine::Task(entry) => Some(entry),
            RegisterLine::Heading(_) => None,
        }
    }

    /// Takes the rows where something has changed. The cursor stays on its task.
    pub fn take(&mut self, register: &RegisterState, current: EntryId) {
        self.progress = register.progress(self.view.scope, current);
        let made_of = MadeOf {
            scope: self.view.scope,
            typed: self.view.typed.clone(),
            current,
            revision: register.revision(),
        };
        if self.made_of.as_ref() == Some(&made_of) {
            return;
        }
        let rows = register.rows(self.view.scope, current);
        self.counts = TaskCounts { total: rows.len(), shown: rows.len(), overdue: 0 };
        self.lines = rows.into_iter().map(RegisterLine::Task).collect();
        self.made_of = Some(made_of);
        self.point_to_kept();
    }

    /// Puts the cursor on the task that it was on, or where that is gone on the nearest.
    fn point_to_kept(&mut self) {
        let is_kept = |line: &RegisterLine| match line {
            RegisterLine::Task(entry) => Some(&entry.row.id) == self.view.at.as_ref(),
            RegisterLine::Heading(_) => false,
        };
        if let Some(at) = self.lines.iter().position(is_kept) {
            self.cursor = ListCursor::new(at);
        }
        self.cursor.fit(self.lines.len());
        self.settle_on_task(1);
    }

    /// Moves the cursor off a heading, in a direction; at the end of the list the other way.
    fn settle_on_task(&mut self, direction: isize) {
        let is_task = |line: &RegisterLine| matches!(line, RegisterLine::Task(_));
        let at = self.cursor.at();
        let below = || (at..self.lines.len()).find(|&line| is_task(&self.lines[line]));
        let above = || (0..at.min(self.lines.len())).rfind(|&line| is_task(&self.lines[line]));
        let found = if direction < 0 { above().or_else(below) } else { below().or_else(above) };
        if !self.lines.get(at).is_some_and(is_task)
            && let Some(line) = found
        {
            self.cursor = ListCursor::new(line);
        }
        self.view.at = self.at_cursor().map(|entry| entry.row.id.clone());
    }

    /// Chooses the next cell that the task has something in, or an earlier one.
    pub fn step_cell(&mut self, by: isize) {
        let Some(entry) = self.at_cursor() else { return };
        let filled: Vec<TaskColumn> = TaskColumn::ALL
            .into_iter()
            .filter(|&column| column == TaskColumn::Task || !column.cells(entry).is_empty())
            .collect();
        let at = filled.iter().position(|&column| column == self.column).unwrap_or(0);
        let to = (at as isize + by).rem_euclid(filled.len() as isize);
        self.column = filled[to as usize];
    }
}

impl OverlayLayer for RegisterList {
    fn context(&self) -> Context {
        Context::Register
    }

    fn hints(&self) -> &'static [Action] {
        use Action as A;
        match self.lines.is_empty() {
            true => &[A::TaskScope, A::FilterTasks, A::Help, A::Cancel],
            false => &[
                A::Accept,
                A::TaskDone,
                A::FilterTasks,
                A::RegroupTasks,
                A::TaskScope,
                A::NextCell,
                A::ExplainTask,
                A::TaskDoing,
                A::TaskNote,
                A::Help,
                A::Cancel,
            ],
        }
    }

    fn step(&mut self, by: isize) {
        self.column = TaskColumn::Task;
        self.cursor.step(by, self.lines.len());
        self.settle_on_task(by);
    }

    fn settle(&mut self, under: &Under<'_>) {
        self.take(under.register, under.shelf.current());
    }
}

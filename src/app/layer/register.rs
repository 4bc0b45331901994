//! The open register: whose tasks it shows, in which groups, narrowed by a filter.

mod column;
mod view;

use super::base::{OverlayLayer, Under};
use super::cursor::ListCursor;
use crate::app::id::EntryId;
use crate::app::register::{RegisterState, Tasks, TasksProgress};
use crate::register::{
    GroupBy, GroupHead, GroupedRows, OfficeBook, OfficeFit, RegisterCell, RegisterEntry,
    RegisterFilter, TaskStanding, WantedOffice,
};
use crate::search::language::{Query, QueryError};
use crate::search::{Mode, Stage};
use crate::settings::action::{Action, Context};
pub use column::TaskColumn;
use std::collections::HashMap;
use std::rc::Rc;
pub use view::{RegisterScope, RegisterView};

/// The open register.
#[derive(Debug)]
pub struct RegisterList {
    /// How it is looked at.
    pub view: RegisterView,
    /// How far its rows have come in.
    pub progress: TasksProgress,
    /// What is wrong with the filter; then the one before holds.
    pub problem: Option<QueryError>,
    /// What it shows.
    pub lines: Vec<RegisterLine>,
    /// The place of the cursor; it stands on tasks alone.
    pub cursor: ListCursor,
    /// The cell of the task at the cursor that is chosen.
    pub column: TaskColumn,
    /// How many tasks there are without the filter, and with it.
    pub counts: TaskCounts,
    tasks: Tasks,
    /// How each task is of the user's offices; empty where these are not known.
    fits: Vec<Option<OfficeFit>>,
    filter: RegisterFilter,
    offices: (Rc<OfficeBook>, Option<Rc<WantedOffice>>),
    made_of: Option<MadeOf>,
}

/// How many tasks the register has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TaskCounts {
    /// Without the filter.
    pub total: usize,
    /// With it.
    pub shown: usize,
    /// How many of these are overdue.
    pub overdue: usize,
    /// Of how many the deadline has changed since a state was set.
    pub unsure: usize,
}

/// A line of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegisterLine {
    /// What heads the tasks below it, and how many they are.
    Heading(RegisterHeading, usize),
    /// A task, by its number among all.
    Task(usize),
}

/// What heads tasks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegisterHeading {
    /// What they have in common.
    Group(GroupHead),
    /// The year and month that they are due in.
    Month(u16, u8),
}

/// What the lines were made of.
#[derive(Clone, Debug, PartialEq, Eq)]
struct MadeOf {
    scope: RegisterScope,
    group_by: GroupBy,
    typed: String,
    current: EntryId,
    revision: u64,
}

impl RegisterList {
    /// Opens the register as it was looked at.
    pub fn new(view: RegisterView) -> Self {
        RegisterList {
            view,
            progress: TasksProgress::Unasked,
            problem: None,
            lines: Vec::new(),
            cursor: ListCursor::default(),
            column: TaskColumn::Task,
            counts: TaskCounts::default(),
            tasks: Tasks::default(),
            fits: Vec::new(),
            filter: RegisterFilter::default(),
            offices: (Rc::default(), None),
            made_of: None,
        }
    }

    /// Takes how offices are compared, and which are the user's.
    pub fn set_offices(&mut self, offices: (Rc<OfficeBook>, Option<Rc<WantedOffice>>)) {
        self.offices = offices;
        self.made_of = None;
    }

    /// Tells whether it is known which offices are the user's.
    pub fn knows_mine(&self) -> bool {
        self.offices.1.is_some()
    }

    /// Returns a task by its number among all.
    pub fn task(&self, index: usize) -> Option<&RegisterEntry> {
        self.tasks.get(index)
    }

    /// Returns how a task is of the user's offices, if it is.
    pub fn fit(&self, index: usize) -> Option<OfficeFit> {
        self.fits.get(index).copied().flatten()
    }

    /// Returns the task at the cursor, with its number among all.
    pub fn at_cursor(&self) -> Option<(usize, &RegisterEntry)> {
        match *self.lines.get(self.cursor.at())? {
            RegisterLine::Task(index) => Some((index, self.tasks.get(index)?)),
            RegisterLine::Heading(..) => None,
        }
    }

    /// Takes the rows where something has changed. The cursor stays on its task.
    pub fn take(&mut self, register: &RegisterState, current: EntryId) {
        self.progress = register.progress(self.view.scope, current);
        let made_of = MadeOf {
            scope: self.view.scope,
            group_by: self.view.group_by,
            typed: self.view.typed.clone(),
            current,
            revision: register.revision(),
        };
        if self.made_of.as_ref() == Some(&made_of) {
            return;
        }
        let rows = |of: &MadeOf| (of.scope, of.current, of.revision);
        let same_rows = self.made_of.as_ref().is_some_and(|of| rows(of) == rows(&made_of));
        if !same_rows {
            self.tasks = register.rows(self.view.scope, current);
            self.fits = self.fits();
        }
        if self.made_of.as_ref().is_none_or(|of| of.typed != made_of.typed) {
            self.read_filter();
        }
        self.made_of = Some(made_of);
        self.arrange(register);
        self.point_to_kept();
    }

    /// Finds how each task is of the user's offices: cells say the same again and again.
    fn fits(&self) -> Vec<Option<OfficeFit>> {
        let Some(mine) = &self.offices.1 else { return Vec::new() };
        let mut known: HashMap<&str, Option<OfficeFit>> = HashMap::new();
        let mut fit = |cell| *known.entry(cell).or_insert_with(|| mine.fit(cell));
        self.tasks
            .iter()
            .map(|entry| {
                let cells = entry.row.actors.iter().chain(&entry.row.executors);
                cells.flat_map(RegisterCell::names).filter_map(&mut fit).min()
            })
            .collect()
    }

    /// Reads the filter; one that is wrong leaves the one before.
    fn read_filter(&mut self) {
        let book = &self.offices.0;
        let read = Query::parse_tasks(&self.view.typed, Mode::Smart, Stage::Typing);
        match read.and_then(|query| RegisterFilter::of(&query, book)) {
            Ok(filter) => {
                self.filter = filter;
                self.problem = None;
            }
            Err(problem) => self.problem = Some(problem),
        }
    }

    /// Puts the tasks that fit the filter in groups, those that are due later by month.
    fn arrange(&mut self, register: &RegisterState) {
        self.lines.clear();
        // Nothing was read yet.
        let Some(today) = register.today() else { return };
        let kept = self.filter.keep(&self.tasks, today);
        let is_overdue =
            |index: &&usize| TaskStanding::of(&self.tasks[**index], today) == TaskStanding::Overdue;
        self.counts = TaskCounts {
            total: self.tasks.len(),
            shown: kept.len(),
            overdue: kept.iter().filter(is_overdue).count(),
            unsure: kept
                .iter()
                .filter(|index| self.tasks[**index].status.was_due.is_some())
                .count(),
        };
        let (entries, book) = (self.tasks.as_slice(), self.offices.0.as_ref());
        let rows = GroupedRows { entries, kept: &kept, today, book };
        let mut lines = Vec::with_capacity(kept.len() + 8);
        for group in self.view.group_by.groups(&rows) {
            let month = |&index: &usize| {
                let last = entries[index].row.deadline.as_ref()?.last_day()?;
                Some((last.year(), last.month()))
            };
            if group.head != GroupHead::Standing(TaskStanding::Later) {
                let heading = RegisterHeading::Group(group.head);
                lines.push(RegisterLine::Heading(heading, group.rows.len()));
                lines.extend(group.rows.into_iter().map(RegisterLine::Task));
                continue;
            }
            for rows in group.rows.chunk_by(|one, other| month(one) == month(other)) {
                if let Some((year, month)) = month(&rows[0]) {
                    let heading = RegisterHeading::Month(year, month);
                    lines.push(RegisterLine::Heading(heading, rows.len()));
                }
                lines.extend(rows.iter().copied().map(RegisterLine::Task));
            }
        }
        self.lines = lines;
    }

    /// Puts the cursor on the task that it was on, or where that is gone on the nearest.
    fn point_to_kept(&mut self) {
        let is_kept = |line: &RegisterLine| match line {
            RegisterLine::Task(index) => {
                self.view.at.as_ref().is_some_and(|at| self.tasks[*index].row.id == *at)
            }
            RegisterLine::Heading(..) => false,
        };
        // A task of two offices stands in the groups of both.
        let kept = self.lines.iter().enumerate().filter(|(_, line)| is_kept(line));
        let nearest = kept.map(|(at, _)| at).min_by_key(|at| at.abs_diff(self.cursor.at()));
        self.cursor = nearest.map_or(self.cursor, ListCursor::new);
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
    }

    /// Holds on to the task at the cursor, wherever it comes to stand. While nobody does that, the cursor stays where it
    /// is on the screen: tasks of a library come in from above, too.
    pub fn hold(&mut self) {
        let at = self.at_cursor().map(|(_, task)| task.row.id.clone());
        self.view.at = at.or(self.view.at.take());
    }

    /// Goes to the first task.
    pub fn go_to_first(&mut self) {
        self.view.at = None;
        self.cursor = ListCursor::default();
    }

    /// Returns the rows that show, in their order.
    pub fn shown(&self) -> Vec<RegisterEntry> {
        let tasks = self.lines.iter().filter_map(|line| match line {
            RegisterLine::Task(index) => self.tasks.get(*index).cloned(),
            RegisterLine::Heading(..) => None,
        });
        tasks.collect()
    }

    /// Gives back the rows, to be changed; they are taken anew.
    pub fn release(&mut self) {
        self.tasks = Tasks::default();
    }

    /// Puts what the cursor is to be on to the task below it, or that above.
    pub fn leave_task(&mut self) {
        let is_task = |line: &RegisterLine| match line {
            RegisterLine::Task(index) => Some(*index),
            RegisterLine::Heading(..) => None,
        };
        let at = self.cursor.at();
        let below = self.lines.iter().skip(at + 1).find_map(is_task);
        let next = below.or_else(|| self.lines.iter().take(at).rev().find_map(is_task));
        if let Some(task) = next.and_then(|index| self.tasks.get(index)) {
            self.view.at = Some(task.row.id.clone());
        }
    }

    /// Chooses the next cell that the task has something in, or an earlier one.
    pub fn step_cell(&mut self, by: isize) {
        let Some((_, entry)) = self.at_cursor() else { return };
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

    fn hint(&self, action: Action) -> Option<&'static str> {
        (action == Action::Accept).then_some("hint-go")
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
        self.hold();
    }

    fn settle(&mut self, under: &Under<'_>) {
        self.take(under.register, under.shelf.current());
    }
}

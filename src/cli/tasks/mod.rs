//! `dienvan tasks`: what is to be done, by whom, by when.
//!
//! Without an option of the register a row is an item of the outline; with one it is an assignment.

mod asked;
mod items;
mod mark;
mod reading;
mod register;
mod returned;

use super::output::Output;
use super::setup::Setup;
pub(super) use asked::RegisterArgs;
use clap::{Args, Subcommand, ValueEnum};
use mark::MarkCommand;
use returned::ReturnedArgs;
use std::ffi::OsString;

/// Which tasks are printed, and how.
#[derive(Clone, Debug, Default, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct TasksArgs {
    /// What to do instead of printing.
    #[command(subcommand)]
    command: Option<TasksCommand>,
    /// Speeches or places in them; the whole library if there are none.
    what: Vec<OsString>,
    /// How they are written.
    #[arg(long)]
    format: Option<TaskFormat>,
    /// Whether the parts of a task are printed as well.
    #[arg(long)]
    all: bool,
    /// Whether of tasks with parts only the innermost are printed.
    #[arg(long, conflicts_with = "all")]
    leaves: bool,
    #[command(flatten)]
    register: RegisterArgs,
}

/// What to do with tasks.
#[derive(Clone, Debug, Subcommand)]
enum TasksCommand {
    #[command(flatten)]
    Mark(MarkCommand),
    Import(ReturnedArgs),
}

/// How tasks are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum TaskFormat {
    /// A table for the eye.
    Table,
    /// A JSON array.
    Json,
    /// A JSON object a line.
    Jsonl,
    /// Comma-separated values as in RFC 4180, with a header.
    Csv,
    /// A Markdown table of items, a checklist of assignments.
    Md,
    /// A spreadsheet.
    Xlsx,
    /// Tasks of a calendar.
    Ics,
    /// A line a task, as todo.txt has them.
    Todo,
    /// A page for the wall.
    Html,
}

impl TasksArgs {
    /// Asks for the page of assignments of speeches.
    pub(super) fn page(what: &[OsString], register: RegisterArgs) -> Self {
        TasksArgs {
            what: what.to_vec(),
            format: Some(TaskFormat::Html),
            register,
            ..TasksArgs::default()
        }
    }

    /// Prints tasks, or does what is told with them.
    pub(super) fn run(&self, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
        match &self.command {
            Some(TasksCommand::Mark(mark)) => return mark.run(setup, out),
            Some(TasksCommand::Import(args)) => return args.run(setup, out),
            None => {}
        }
        match self.register.is_asked() || self.format.is_some_and(TaskFormat::is_of_register) {
            true => self.print_assignments(setup, out),
            false => self.print_items(setup, out),
        }
    }
}

impl TaskFormat {
    /// Tells whether only assignments are written so.
    fn is_of_register(self) -> bool {
        matches!(self, TaskFormat::Xlsx | TaskFormat::Ics | TaskFormat::Todo | TaskFormat::Html)
    }

    /// Finds the format that the ending of a file's name stands for.
    fn of_ending(ending: &str) -> Option<Self> {
        Some(match ending.to_ascii_lowercase().as_str() {
            "json" => TaskFormat::Json,
            "jsonl" | "ndjson" => TaskFormat::Jsonl,
            "csv" => TaskFormat::Csv,
            "md" | "markdown" => TaskFormat::Md,
            "xlsx" => TaskFormat::Xlsx,
            "ics" => TaskFormat::Ics,
            "txt" => TaskFormat::Todo,
            "html" | "htm" => TaskFormat::Html,
            _ => return None,
        })
    }
}

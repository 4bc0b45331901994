//! `dienvan import`: texts taken into the library, each as it came.

use super::error::CliError;
use super::json;
use super::output::{Emphasis, Output, complain};
use super::request;
use super::setup::Setup;
use super::show::notice_text;
use crate::i18n::{Arg, Messages};
use crate::library::files::{self, FoundText, OpenError, Shelves, Walk};
use crate::library::imports::{
    Better, Changes, ImportMode, ImportResult, IncomingText, Outcome, TakeError,
};
use crate::text::printable;
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf, absolute};

/// Up to how many files each is told of; of more only those that need a look.
const FEW: usize = 30;
/// From how many files on a bar shows how far it is.
const MANY: usize = 2;

/// What is taken into the library.
#[derive(Clone, Debug, Args)]
pub(super) struct ImportArgs {
    /// Files, folders, archives or standard input.
    #[arg(required = true, value_name = "PATH")]
    what: Vec<OsString>,
    /// Whether it is only tried.
    #[arg(long)]
    dry_run: bool,
    /// Whether the report is JSON.
    #[arg(long)]
    json: bool,
}

/// What became of each file, and how many there were of each kind.
#[derive(Debug, Default, Serialize)]
struct IntakeJson {
    dry_run: bool,
    new: usize,
    updated: usize,
    same: usize,
    form: usize,
    failed: usize,
    skipped: usize,
    files: Vec<FileJson>,
}

/// What became of a file.
#[derive(Debug, Default, Serialize)]
struct FileJson {
    path: String,
    result: &'static str,
    id: Option<String>,
    title: Option<String>,
    format: Option<&'static str>,
    encoding: Option<&'static str>,
    items: Option<usize>,
    tasks: Option<usize>,
    sha256: Option<String>,
    stored: Option<String>,
    alike: Option<String>,
    changes: Option<ChangesJson>,
    error: Option<String>,
    /// Whether this file is what is read of the speech from now on.
    read: Option<bool>,
}

#[derive(Debug, Serialize)]
struct ChangesJson {
    paragraphs_added: usize,
    paragraphs_removed: usize,
    items_added: Vec<String>,
    items_removed: Vec<String>,
}

impl ImportArgs {
    /// Takes texts into the library, and tells what became of each.
    pub(super) fn run(&self, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
        let mut all = Walk::default();
        for word in &self.what {
            let path = match word == "-" {
                true => PathBuf::from("-"),
                false => absolute(word).unwrap_or_else(|_| PathBuf::from(word)),
            };
            match word == "-" {
                true => all.texts.push(FoundText { path, archive: None }),
                false => {
                    let walk = files::walk(&path);
                    all.texts.extend(walk.texts);
                    all.problems.extend(walk.problems);
                    all.others += walk.others;
                }
            }
        }
        let run = if self.dry_run { ImportMode::Trial } else { ImportMode::Real };
        let mut report = IntakeReport {
            setup,
            told: IntakeJson {
                dry_run: self.dry_run,
                skipped: all.others,
                ..IntakeJson::default()
            },
            every: all.texts.len() + all.problems.len() <= FEW,
            json: self.json,
            out,
        };
        for problem in &all.problems {
            report.failed(problem.path(), problem)?;
        }
        let stopped = take_all(setup, &all.texts, run, &mut report);
        report.end()?;
        if stopped.is_err() {
            let left = all.texts.len() + all.problems.len() - report.told.files.len();
            let args = [("left", setup.messages.count(left).into())];
            report.out.flush()?;
            complain(&setup.messages.with("intake-stopped", &args));
        }
        stopped?;
        match (report.told.failed, report.told.files.is_empty()) {
            (0, false) => Ok(()),
            (0, true) => Err(CliError::NoTexts.into()),
            (failed, _) => Err(CliError::NotTaken(failed).into()),
        }
    }
}

/// Takes in all texts one after the other. What cannot be read is told, and the others go on; what
/// cannot be kept ends it, and what was kept before stays.
fn take_all(
    setup: &Setup,
    texts: &[FoundText],
    run: ImportMode,
    report: &mut IntakeReport<'_>,
) -> anyhow::Result<()> {
    if texts.is_empty() {
        return Ok(());
    }
    let mut intake = setup.library.import(run)?;
    let mut shelves = Shelves::default();
    let bar = bar(texts.len(), &setup.messages);
    let mut stopped = Ok(());
    for found in texts {
        bar.set_message(name_of(&found.path));
        let taken = read(found, &mut shelves, setup).map_err(TakeError::from);
        match taken.and_then(|incoming| intake.take(incoming)) {
            Ok(taken) => bar.suspend(|| report.taken(&found.path, &taken))?,
            Err(TakeError::Open(error)) => {
                bar.suspend(|| report.failed(&found.path, &error))?;
            }
            Err(TakeError::Store(error)) => {
                stopped = Err(error);
                break;
            }
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    // What was taken in before it stopped is to last as well.
    let settled = intake.end();
    stopped?;
    settled?;
    Ok(())
}

fn read(
    found: &FoundText,
    shelves: &mut Shelves,
    setup: &Setup,
) -> Result<IncomingText, OpenError> {
    let encoding = setup.library.encoding;
    if found.path.as_os_str() != "-" {
        return IncomingText::read(found, shelves, encoding);
    }
    let bytes = match request::standard_input() {
        Ok(bytes) => bytes,
        Err(CliError::Open(error)) => return Err(error),
        Err(_) => Vec::new(),
    };
    Ok(IncomingText::of(bytes, found.path.clone(), None, encoding))
}

/// Makes the bar that shows how far it is; none where standard error is no terminal.
fn bar(total: usize, messages: &Messages) -> ProgressBar {
    if total < MANY {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{prefix} {bar:30} {pos}/{len} {wide_msg}");
    let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(total as u64).with_style(style).with_prefix(messages.get("intake-bar"))
}

fn name_of(path: &Path) -> String {
    printable(&path.file_name().unwrap_or_default().to_string_lossy()).into_owned()
}

/// Tells what becomes of the files, line by line or as JSON at the end.
struct IntakeReport<'a> {
    setup: &'a Setup,
    told: IntakeJson,
    /// Whether every file is told of, or only those that need a look.
    every: bool,
    json: bool,
    out: &'a mut Output,
}

impl IntakeReport<'_> {
    fn taken(&mut self, path: &Path, taken: &ImportResult) -> anyhow::Result<()> {
        let messages = &self.setup.messages;
        self.setup.mention(&taken.notices);
        let (result, count, (sign, message)) = match &taken.outcome {
            Outcome::New { .. } => ("new", &mut self.told.new, ("+", "intake-new")),
            Outcome::Updated(_) => ("updated", &mut self.told.updated, ("~", "intake-updated")),
            Outcome::Same => ("same", &mut self.told.same, ("=", "intake-same")),
            Outcome::Form(better) => {
                let said = match better {
                    Better::Before => ("=", "intake-form"),
                    Better::This => ("~", "intake-form-better"),
                };
                ("form", &mut self.told.form, said)
            }
        };
        *count += 1;
        let speech = taken.speech.as_deref();
        let counted = speech.map(|speech| (speech.outline.items.len(), speech.outline.tasks()));
        let (alike, changes) = match &taken.outcome {
            Outcome::New { alike } => (alike.as_ref(), None),
            Outcome::Updated(changes) => (None, Some(changes)),
            Outcome::Same | Outcome::Form(_) => (None, None),
        };
        if !self.json {
            for notice in &taken.text_notices {
                let file = printable(&path.to_string_lossy()).into_owned();
                complain(&notice_text(*notice, &file, messages));
            }
            let is_form = matches!(taken.outcome, Outcome::Form(_));
            let needs_a_look = changes.is_some() || alike.is_some() || is_form;
            if self.every || needs_a_look {
                let title = speech.map(|speech| printable(&speech.meta.title).into_owned());
                let (items, tasks) = counted.unwrap_or_default();
                let args: [(&str, Arg); 4] = [
                    ("title", title.unwrap_or_default().into()),
                    ("items", messages.count(items).into()),
                    ("tasks", messages.count(tasks).into()),
                    ("name", name_of(path).into()),
                ];
                let text = messages.with(message, &args);
                self.out.emphasized(Emphasis::Strong, &format!("{sign} {}", taken.id))?;
                writeln!(self.out, "  {text}")?;
            }
            if let Some(alike) = alike {
                let args = [("id", alike.to_string().into())];
                writeln!(self.out, "    {}", messages.with("intake-alike", &args))?;
            }
            if let Some(changes) = changes {
                self.changes(changes)?;
            }
            self.out.flush()?;
        }
        self.told.files.push(FileJson {
            path: path.to_string_lossy().into_owned(),
            result,
            id: Some(taken.id.to_string()),
            title: speech.map(|speech| speech.meta.title.clone()),
            format: speech.map(|speech| speech.hints.format.name()),
            encoding: speech.map(|speech| speech.encoding.name()),
            items: counted.map(|(items, _)| items),
            tasks: counted.map(|(_, tasks)| tasks),
            sha256: Some(taken.hash.clone()),
            stored: Some(taken.stored.to_string_lossy().into_owned()),
            alike: alike.map(ToString::to_string),
            changes: changes.map(|changes| ChangesJson {
                paragraphs_added: changes.added,
                paragraphs_removed: changes.removed,
                items_added: changes.items_added.clone(),
                items_removed: changes.items_removed.clone(),
            }),
            error: None,
            read: match &taken.outcome {
                Outcome::New { .. } | Outcome::Updated(_) | Outcome::Form(Better::This) => {
                    Some(true)
                }
                Outcome::Form(Better::Before) => Some(false),
                Outcome::Same => None,
            },
        });
        Ok(())
    }

    /// Tells what a newer version changed.
    fn changes(&mut self, changes: &Changes) -> anyhow::Result<()> {
        let messages = &self.setup.messages;
        let args = [
            ("added", messages.count(changes.added).into()),
            ("removed", messages.count(changes.removed).into()),
        ];
        writeln!(self.out, "    {}", messages.with("intake-paragraphs", &args))?;
        let items = [("+", &changes.items_added), ("-", &changes.items_removed)];
        for (sign, labels) in items {
            for label in labels {
                writeln!(self.out, "    {sign} {}", printable(label))?;
            }
        }
        Ok(())
    }

    fn failed(&mut self, path: &Path, error: &OpenError) -> anyhow::Result<()> {
        self.told.failed += 1;
        let message = self.setup.messages.say(&error.message().into());
        complain(&message);
        self.told.files.push(FileJson {
            path: path.to_string_lossy().into_owned(),
            result: "failed",
            error: Some(message),
            ..FileJson::default()
        });
        Ok(())
    }

    /// Writes the JSON, or how many files there were of each kind.
    fn end(&mut self) -> anyhow::Result<()> {
        if self.json {
            return json::write(&self.told, self.out);
        }
        let messages = &self.setup.messages;
        let told = &self.told;
        let counts = [
            ("intake-count-new", told.new),
            ("intake-count-updated", told.updated),
            ("intake-count-form", told.form),
            ("intake-count-same", told.same),
            ("intake-count-failed", told.failed),
            ("intake-count-skipped", told.skipped),
        ];
        let parts: Vec<String> = counts
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(id, count)| messages.with(id, &[("count", messages.count(count).into())]))
            .collect();
        if !parts.is_empty() {
            writeln!(self.out, "{}", parts.join(" · "))?;
        }
        if told.dry_run {
            writeln!(self.out, "{}", messages.get("intake-dry-run"))?;
        }
        Ok(())
    }
}

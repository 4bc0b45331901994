//! `dienvan outline correct`: making an outline right, and taking that back.

use super::aim::{LineRange, WantedChange, aim};
use super::corrections;
use super::difference::OutlineDifference;
use super::refusal::Refusal;
use crate::cli::error::CliError;
use crate::cli::output::Output;
use crate::cli::part::RequestedPart;
use crate::cli::request;
use crate::cli::setup::Setup;
use crate::cli::values::called;
use crate::library::Holdings;
use crate::library::files;
use crate::library::kept::Corrections;
use crate::search::language::QueryWords;
use crate::speech::correction::{Edit, Filed};
use crate::speech::{FurnitureKind, Role};
use clap::{ArgGroup, Args};
use std::ffi::OsString;
use std::io::Write;

/// One change of an outline, or taking one back.
#[derive(Clone, Debug, Args)]
#[command(group = ArgGroup::new("change").required(true).args([
    "item", "drop", "level", "role", "title", "furniture", "text", "undo",
]))]
pub(super) struct CorrectArgs {
    /// A speech or a place in one.
    #[arg(required = true)]
    what: Vec<OsString>,
    /// The lines to correct; otherwise the address says where.
    #[arg(long, value_name = "LINE")]
    line: Option<LineRange>,
    #[arg(long)]
    item: bool,
    #[arg(long)]
    drop: bool,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=20))]
    level: Option<u8>,
    #[arg(long, value_parser = called(Role::ALL, Role::name, QueryWords::Roles))]
    role: Option<Role>,
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    #[arg(long, value_name = "KIND", value_parser = called(FurnitureKind::ALL, FurnitureKind::name, QueryWords::Furniture))]
    furniture: Option<FurnitureKind>,
    #[arg(long)]
    text: bool,
    /// The id of the correction to take back; the last if it is left out.
    #[arg(long, value_name = "ID", conflicts_with = "line")]
    undo: Option<Option<String>>,
    /// Whether it is only tried.
    #[arg(long)]
    dry_run: bool,
}

impl CorrectArgs {
    /// Corrects the outline of what one `WHAT` means, or takes a correction of it back.
    pub(super) fn run(&self, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
        let library = setup.holdings();
        let target = request::one(&self.what, &library)?.open(&library)?;
        let edit = match &self.undo {
            None => self.change(&target),
            Some(id) => removal(id.as_deref().filter(|id| !id.is_empty()), &target),
        };
        self.carry_out(&edit.map_err(CliError::Correction)?, (setup, &library, &target), out)
    }

    fn change(&self, target: &RequestedPart) -> Result<Edit, Refusal> {
        let (range, change) = aim(target, self.line, &self.wanted())?;
        Ok(Edit::Add(Filed::new(&target.speech, range, change, jiff::Timestamp::now())))
    }

    fn wanted(&self) -> WantedChange {
        match (self.level, self.role, &self.title, self.furniture) {
            (Some(level), ..) => WantedChange::Level(level),
            (_, Some(role), ..) => WantedChange::Role(role),
            (_, _, Some(title), _) => WantedChange::Title(title.clone()),
            (.., Some(kind)) => WantedChange::Furniture(kind),
            _ if self.drop => WantedChange::Drop,
            _ if self.text => WantedChange::Text,
            _ => WantedChange::Item,
        }
    }

    /// Stores an edit unless this is a trial, and shows what it changes.
    fn carry_out(
        &self,
        edit: &Edit,
        (setup, library, target): (&Setup, &Holdings<'_>, &RequestedPart),
        out: &mut Output,
    ) -> anyhow::Result<()> {
        let mut known = library.corrections().to_vec();
        let shown = match edit {
            Edit::Add(filed) => filed.clone(),
            Edit::Remove(id) => {
                let place = known.iter().position(|filed| filed.correction.id == *id);
                let place = place.ok_or(CliError::Correction(Refusal::Unknown(id.clone())))?;
                known[place].clone()
            }
        };
        let (after, shown) = match self.dry_run {
            true => {
                match edit {
                    Edit::Add(filed) => known.push(filed.clone()),
                    Edit::Remove(id) => known.retain(|filed| filed.correction.id != *id),
                }
                (known, shown)
            }
            false => {
                let mut store = Corrections::new(&setup.paths.data_dir);
                let corrected = store.apply(std::slice::from_ref(edit))?;
                setup.mention(&corrected.notices);
                let mut stored = corrected.corrections.iter();
                let added = corrected.added.first();
                let added =
                    added.and_then(|id| stored.find(|filed| filed.correction.id == *id).cloned());
                (corrected.corrections, added.unwrap_or(shown))
            }
        };
        let speech = &target.speech;
        let corrected = files::correct_anew(speech, &after, setup.reading()).speech;
        let messages = &setup.messages;
        let id = match (edit, self.dry_run) {
            (Edit::Add(_), true) => "correct-would",
            (Edit::Add(_), false) => "correct-done",
            (Edit::Remove(_), true) => "correct-would-undo",
            (Edit::Remove(_), false) => "correct-undone",
        };
        writeln!(out, "{}", messages.get(id))?;
        corrections::brief(setup, &shown).write(out)?;
        let difference = OutlineDifference::between(speech, &corrected);
        if difference.is_empty() {
            writeln!(out, "{}", messages.get("correct-same"))?;
        } else {
            difference.write(out)?;
        }
        Ok(())
    }
}

/// Takes the correction of this id back, or the last.
fn removal(id: Option<&str>, target: &RequestedPart) -> Result<Edit, Refusal> {
    let mut ours = target.corrections.iter().map(|checked| &checked.filed.correction.id);
    let id = match id {
        None => ours.next_back().ok_or(Refusal::None),
        Some(id) => ours.find(|known| *known == id).ok_or(Refusal::Unknown(id.to_owned())),
    };
    Ok(Edit::Remove(id?.clone()))
}

//! `dienvan outline correct`: making an outline right, and taking that back.

use super::aim::{Refusal, aim};
use super::args::{Correcting, Lines, Run, Wish};
use super::corrections;
use super::difference::Difference;
use super::error::{CliError, say};
use super::library::Library;
use super::output::{Output, complain};
use super::setup::Setup;
use super::what::{self, Target};
use crate::library::files;
use crate::library::kept::Corrections;
use crate::speech::correction::{Edit, Filed};
use std::ffi::OsString;
use std::io::Write;

/// Corrects the outline of what one `WHAT` means, or takes a correction of it back.
pub(super) fn run(
    setup: &Setup,
    words: &[OsString],
    (correcting, run): (&Correcting, Run),
    out: &mut Output,
) -> anyhow::Result<()> {
    let library = Library::new(setup);
    let target = what::one(words, &library)?.open(&library)?;
    let task = Task { setup, library: &library, target: &target, run };
    match correcting {
        Correcting::Make { lines, wish } => task.make(*lines, wish, out),
        Correcting::Undo(id) => task.undo(id.as_deref(), out),
    }
}

struct Task<'a> {
    setup: &'a Setup,
    library: &'a Library<'a>,
    target: &'a Target,
    run: Run,
}

impl Task<'_> {
    fn make(&self, lines: Option<Lines>, wish: &Wish, out: &mut Output) -> anyhow::Result<()> {
        let (range, change) = aim(self.target, lines, wish).map_err(CliError::Correction)?;
        let filed = Filed::new(&self.target.speech, range, change, jiff::Timestamp::now());
        self.carry_out(Edit::Add(filed), out)
    }

    fn undo(&self, id: Option<&str>, out: &mut Output) -> anyhow::Result<()> {
        let ours = || self.target.corrections.iter().map(|checked| &checked.filed.correction.id);
        let id = match id {
            None => ours().next_back().ok_or(Refusal::None),
            Some(id) => ours().find(|known| *known == id).ok_or(Refusal::Unknown(id.to_owned())),
        };
        let id = id.map_err(CliError::Correction)?.clone();
        self.carry_out(Edit::Remove(id), out)
    }

    /// Stores an edit unless this is a trial, and shows what it changes.
    fn carry_out(&self, edit: Edit, out: &mut Output) -> anyhow::Result<()> {
        let mut known = self.library.corrections().to_vec();
        let shown = match &edit {
            Edit::Add(filed) => filed.clone(),
            Edit::Remove(id) => {
                let place = known.iter().position(|filed| filed.correction.id == *id);
                let place = place.ok_or(CliError::Correction(Refusal::Unknown(id.clone())))?;
                known[place].clone()
            }
        };
        let (after, shown) = match self.run {
            Run::Trial => {
                match &edit {
                    Edit::Add(filed) => known.push(filed.clone()),
                    Edit::Remove(id) => known.retain(|filed| filed.correction.id != *id),
                }
                (known, shown)
            }
            Run::Real => {
                let mut store = Corrections::new(&self.setup.paths.data_dir);
                let corrected = store.apply(std::slice::from_ref(&edit))?;
                for notice in &corrected.notices {
                    complain(&say(notice.message(), &self.setup.messages));
                }
                let mut stored = corrected.corrections.iter();
                let added = corrected.added.first();
                let added =
                    added.and_then(|id| stored.find(|filed| filed.correction.id == *id).cloned());
                (corrected.corrections, added.unwrap_or(shown))
            }
        };
        let speech = &self.target.speech;
        let corrected = files::correct_anew(speech, &after, self.setup.reading()).speech;
        let messages = &self.setup.messages;
        let id = match (&edit, self.run) {
            (Edit::Add(_), Run::Trial) => "correct-would",
            (Edit::Add(_), Run::Real) => "correct-done",
            (Edit::Remove(_), Run::Trial) => "correct-would-undo",
            (Edit::Remove(_), Run::Real) => "correct-undone",
        };
        writeln!(out, "{}", messages.get(id))?;
        corrections::brief(self.setup, &shown).write(out)?;
        let difference = Difference::between(speech, &corrected);
        if difference.is_empty() {
            writeln!(out, "{}", messages.get("correct-same"))?;
        } else {
            difference.write(out)?;
        }
        Ok(())
    }
}

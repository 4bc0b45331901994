//! `dienvan outline`: the structure of a speech, and what is corrected in it.

mod aim;
mod correct;
mod corrections;
mod difference;
mod listing;
pub(super) mod refusal;

use super::json::{self, OutlineJson};
use super::output::{Output, complain};
use super::request;
use super::setup::Setup;
use crate::speech::parse;
use clap::{Args, Subcommand};
use correct::CorrectArgs;
use corrections::CorrectionsArgs;
use listing::{Detail, Listing};
use std::ffi::OsString;

/// Which outline is printed, and how; or what is done with corrections.
#[derive(Clone, Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(super) struct OutlineArgs {
    /// A speech or a place in one.
    #[arg(required = true)]
    what: Vec<OsString>,
    /// Whether to write JSON, of the whole speech.
    #[arg(long)]
    json: bool,
    /// Whether to tell why each item is one, what looks like a slip, and the furniture; in JSON the
    /// signs that tell what each list is for.
    #[arg(long)]
    explain: bool,
    #[command(subcommand)]
    command: Option<OutlineCommand>,
}

#[derive(Clone, Debug, Subcommand)]
enum OutlineCommand {
    Correct(CorrectArgs),
    Corrections(CorrectionsArgs),
}

impl OutlineArgs {
    /// Prints the outline of what one `WHAT` means, or does what the subcommand says.
    pub(super) fn run(&self, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
        match &self.command {
            Some(OutlineCommand::Correct(args)) => return args.run(setup, out),
            Some(OutlineCommand::Corrections(args)) => return args.run(setup, out),
            None => {}
        }
        let library = setup.holdings();
        let target = request::one(&self.what, &library)?.open(&library)?;
        let unfit = target.corrections.iter().filter(|checked| checked.state.is_unfit()).count();
        if unfit > 0 {
            let file = target.speech.origin.to_string();
            let said = setup.messages.with("corrections-unfit", &[("count", unfit.into())]);
            let hint = setup.messages.get("corrections-hint");
            complain(&format!("{file}: {said} {hint}"));
        }
        if self.json {
            let speech = &target.speech;
            let signs = match self.explain {
                true => parse::signs(&speech.text, &speech.hints, &library.library().means.lexicon),
                false => Vec::new(),
            };
            return json::write(&OutlineJson::of(speech).with_signs(signs), out);
        }
        let detail = if self.explain { Detail::Explained } else { Detail::Plain };
        Listing::new(&target, setup, detail).write(out)
    }
}

//! `dienvan library edit`: what is known of a speech.

use super::own_file::{OwnFile, own_files};
use crate::cli::error::CliError;
use crate::cli::output::Output;
use crate::cli::setup::Setup;
use crate::cli::values::english;
use crate::i18n;
use crate::search::language::QueryWords;
use crate::speech::{Amendment, Date, Field, SpeechKind};
use crate::text::printable;
use clap::{Arg, ArgGroup, ArgMatches, Args, Command, FromArgMatches};
use std::ffi::OsString;
use std::io::Write;

/// Which speech is changed, and what is known of it then.
#[derive(Clone, Debug, Args)]
pub(in crate::cli) struct EditArgs {
    /// A speech that has a file of its own.
    #[arg(required = true)]
    what: Vec<OsString>,
    #[command(flatten)]
    changes: FieldChanges,
}

/// Fields and what they are to be; an empty one goes back to what the text says.
#[derive(Clone, Debug)]
struct FieldChanges(Vec<(Field, String)>);

impl EditArgs {
    /// Changes the companion of the speech.
    pub(super) fn run(&self, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
        let found = own_files(setup, &self.what)?;
        let [OwnFile { id, path }] = found.as_slice() else {
            let words = self.what.iter().map(|word| word.to_string_lossy());
            let what = words.collect::<Vec<_>>().join(" ");
            let candidates = found.iter().map(|it| it.id.to_string()).collect();
            return Err(CliError::Ambiguous { what, candidates }.into());
        };
        let changes = self.changes.0.iter().map(|(field, value)| match field {
            Field::Date if !value.trim().is_empty() => {
                let date = Date::parse(value).ok_or_else(|| CliError::NotADate(value.clone()))?;
                Ok(Amendment::Field(*field, date.to_string()))
            }
            field => Ok(Amendment::Field(*field, value.clone())),
        });
        let changes = changes.collect::<Result<Vec<_>, CliError>>()?;
        setup.tell(&setup.library.amend(path, &changes)?.notices);
        let file = printable(&path.with_extension("toml").to_string_lossy()).into_owned();
        let args: [(&str, i18n::Arg); 2] = [("id", id.to_string().into()), ("file", file.into())];
        writeln!(out, "{}", setup.messages.with("library-edited", &args))?;
        Ok(())
    }
}

/// An option for each field.
impl Args for FieldChanges {
    fn augment_args(command: Command) -> Command {
        let names = Field::ALL.map(Field::name);
        let group = ArgGroup::new("field").args(names).multiple(true).required(true);
        command.args(Field::ALL.map(option)).group(group)
    }

    fn augment_args_for_update(command: Command) -> Command {
        FieldChanges::augment_args(command)
    }
}

impl FromArgMatches for FieldChanges {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let typed = |field: Field| Some((field, matches.get_one::<String>(field.name())?.clone()));
        Ok(FieldChanges(Field::ALL.into_iter().filter_map(typed).collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = FieldChanges::from_arg_matches(matches)?;
        Ok(())
    }
}

fn option(field: Field) -> Arg {
    let option = Arg::new(field.name()).long(field.name());
    match field {
        Field::Kind => {
            // An empty value goes back to what the text says.
            let mut names = [""; SpeechKind::ALL.len() + 1];
            names[1..].copy_from_slice(&SpeechKind::ALL.map(SpeechKind::name));
            option.value_name("KIND").value_parser(english(names, QueryWords::Kinds))
        }
        Field::Date => option.value_name("DATE"),
        _ => option.value_name("TEXT"),
    }
}

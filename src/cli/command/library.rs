//! What is done with the library on the command line.

use super::{Texts, flag, json, text, what};
use crate::cli::shelving::FIELDS;
use crate::library::catalog;
use crate::speech::SpeechKind;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgGroup, Command, ValueHint};
use std::ffi::OsString;

/// Builds `list`.
pub(super) fn list(command: Command, say: &Texts) -> Command {
    command
        .about(say.get("cli-about-list"))
        .arg(
            Arg::new("sort")
                .long("sort")
                .value_name("ORDER")
                .value_parser(PossibleValuesParser::new(
                    catalog::Order::ALL.map(catalog::Order::name),
                ))
                .hide_possible_values(true)
                .help(say.get("cli-arg-list-sort")),
        )
        .arg(flag("reverse", say.get("cli-arg-reverse")))
        .arg(
            Arg::new("filter")
                .long("filter")
                .value_name("QUERY")
                // A condition that is refused begins with one.
                .allow_hyphen_values(true)
                .help(say.get("cli-arg-list-filter")),
        )
        .arg(flag("archived", say.get("cli-arg-archived")))
        .arg(json(say))
}

/// Builds `import`.
pub(super) fn import(command: Command, say: &Texts) -> Command {
    command
        .about(say.get("cli-about-import"))
        .arg(
            Arg::new("what")
                .value_name("PATH")
                .num_args(1..)
                .required(true)
                .value_hint(ValueHint::AnyPath)
                .value_parser(clap::value_parser!(OsString))
                .help(say.get("cli-arg-import")),
        )
        .arg(flag("dry-run", say.get("cli-arg-import-trial")))
        .arg(json(say))
}

/// Builds `library`.
pub(super) fn library(command: Command, say: &Texts) -> Command {
    command
        .about(say.get("cli-about-library"))
        .subcommand_required(true)
        .subcommand_value_name("COMMAND")
        .subcommands([
            edit(say),
            Command::new("archive").about(say.get("cli-about-library-archive")).arg(what(say, 1)),
            Command::new("unarchive")
                .about(say.get("cli-about-library-unarchive"))
                .arg(what(say, 1)),
            Command::new("delete").about(say.get("cli-about-library-delete")).arg(what(say, 1)),
            Command::new("restore").about(say.get("cli-about-library-restore")).arg(
                Arg::new("id").value_name("ID").num_args(0..).help(say.get("cli-arg-restore")),
            ),
            Command::new("versions")
                .about(say.get("cli-about-library-versions"))
                .arg(what(say, 1))
                .arg(json(say)),
        ])
}

/// Builds `library edit`: an option for each entry of a companion.
fn edit(say: &Texts) -> Command {
    let kinds = SpeechKind::ALL.map(SpeechKind::name);
    let option = |(name, help): (&'static str, &'static str)| {
        let option = text(name, say.get(help));
        match name {
            // An empty one takes back what was said.
            "kind" => option
                .value_name("KIND")
                .value_parser(PossibleValuesParser::new(kinds.into_iter().chain([""])))
                .hide_possible_values(true),
            "date" => option.value_name("DATE"),
            _ => option,
        }
    };
    Command::new("edit")
        .about(say.get("cli-about-library-edit"))
        .arg(what(say, 1))
        .args(FIELDS.map(option))
        .group(
            ArgGroup::new("field").args(FIELDS.map(|(name, _)| name)).multiple(true).required(true),
        )
}

//! What of a speech is read and written on the command line: its text, its outline, its tasks, what is found in it.

use super::{Texts, flag, json, text, what};
use crate::cli::args::{Cite, Format, Lines, PageFormat};
use crate::speech::{FurnitureKind, Role};
use clap::builder::{EnumValueParser, PossibleValuesParser};
use clap::{Arg, ArgGroup, Command, ValueHint};
use std::path::PathBuf;

/// Builds `show`.
pub(super) fn show(command: Command, say: &Texts) -> Command {
    command
        .about(say.get("cli-about-show"))
        .arg(what(say, 1))
        .arg(json(say))
        .arg(flag("original", say.get("cli-arg-original")).conflicts_with("json"))
        .arg(
            Arg::new("cite")
                .long("cite")
                .value_name("FORMAT")
                .value_parser(EnumValueParser::<Cite>::new())
                .hide_possible_values(true)
                .conflicts_with_all(["json", "original"])
                .help(say.get("cli-arg-cite")),
        )
}

/// Builds `outline`.
pub(super) fn outline(command: Command, say: &Texts) -> Command {
    command
        .about(say.get("cli-about-outline"))
        .arg(what(say, 1))
        .arg(json(say))
        .arg(flag("explain", say.get("cli-arg-explain")))
        .args_conflicts_with_subcommands(true)
        .subcommand_negates_reqs(true)
        .subcommand_value_name("COMMAND")
        .subcommands([
            correct(say),
            Command::new("corrections")
                .about(say.get("cli-about-corrections"))
                .arg(what(say, 0))
                .arg(json(say)),
        ])
}

/// Builds `tasks`.
pub(super) fn tasks(command: Command, say: &Texts) -> Command {
    command
        .about(say.get("cli-about-tasks"))
        .arg(what(say, 0))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .value_parser(EnumValueParser::<Format>::new())
                .hide_possible_values(true)
                .help(say.get("cli-arg-format")),
        )
        .arg(flag("all", say.get("cli-arg-all")))
}

/// Builds `search`.
pub(super) fn search(command: Command, say: &Texts) -> Command {
    command
        .about(say.get("cli-about-search"))
        .arg(Arg::new("query").value_name("QUERY").required(true).help(say.get("cli-arg-query")))
        .arg(what(say, 0))
        .arg(
            Arg::new("limit")
                .long("limit")
                .value_name("N")
                .value_parser(clap::value_parser!(usize))
                .help(say.get("cli-arg-limit")),
        )
        .arg(json(say))
}

/// Builds `export`.
pub(super) fn export(command: Command, say: &Texts) -> Command {
    command
        .about(say.get("cli-about-export"))
        .arg(what(say, 1))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .value_parser(EnumValueParser::<PageFormat>::new())
                .hide_possible_values(true)
                .help(say.get("cli-arg-page-format")),
        )
        .arg(
            Arg::new("output")
                .short('o')
                .long("output")
                .value_name("FILE")
                .value_hint(ValueHint::AnyPath)
                .value_parser(clap::value_parser!(PathBuf))
                .help(say.get("cli-arg-output")),
        )
        .arg(flag("force", say.get("cli-arg-force")))
        .arg(flag("no-furniture", say.get("cli-arg-no-furniture")))
}

/// Builds `outline correct`: one change, or taking one back.
fn correct(say: &Texts) -> Command {
    let named = |name: &'static str, value: &'static str, names: Vec<&'static str>| {
        Arg::new(name)
            .long(name)
            .value_name(value)
            .value_parser(PossibleValuesParser::new(names))
            .hide_possible_values(true)
    };
    let roles = Role::ALL.map(Role::name).to_vec();
    let kinds = FurnitureKind::ALL.map(FurnitureKind::name).to_vec();
    Command::new("correct")
        .about(say.get("cli-about-correct"))
        .arg(what(say, 1))
        .arg(
            Arg::new("line")
                .long("line")
                .value_name("LINE")
                .value_parser(clap::value_parser!(Lines))
                .help(say.get("cli-arg-line")),
        )
        .arg(flag("item", say.get("cli-arg-item")))
        .arg(flag("drop", say.get("cli-arg-drop")))
        .arg(
            Arg::new("level")
                .long("level")
                .value_name("N")
                .value_parser(clap::value_parser!(u8).range(1..=20))
                .help(say.get("cli-arg-level")),
        )
        .arg(named("role", "ROLE", roles).help(say.get("cli-arg-role")))
        .arg(text("title", say.get("cli-arg-title")))
        .arg(named("furniture", "KIND", kinds).help(say.get("cli-arg-furniture")))
        .arg(flag("text", say.get("cli-arg-text")))
        .arg(
            Arg::new("undo")
                .long("undo")
                .value_name("ID")
                .num_args(0..=1)
                .default_missing_value("")
                .conflicts_with("line")
                .help(say.get("cli-arg-undo")),
        )
        .arg(flag("dry-run", say.get("cli-arg-dry-run")))
        .group(
            ArgGroup::new("change")
                .args(["item", "drop", "level", "role", "title", "furniture", "text", "undo"])
                .required(true),
        )
}

//! What is done with bookmarks on the command line.

use super::{Texts, flag, json, text, what};
use crate::cli::args::{ExportFormat, Sort};
use crate::notebook::{self, Kind};
use clap::builder::{EnumValueParser, PossibleValuesParser};
use clap::{Arg, ArgAction, Command, ValueHint};
use std::ffi::OsString;

/// Builds `bookmarks`.
pub(super) fn bookmarks(command: Command, say: &Texts) -> Command {
    command
        .about(say.get("cli-about-bookmarks"))
        .subcommand_required(true)
        .subcommand_value_name("COMMAND")
        .subcommands([
            Command::new("list")
                .about(say.get("cli-about-bookmarks-list"))
                .arg(what(say, 0))
                .args(narrowing(say))
                .arg(json(say)),
            Command::new("add")
                .about(say.get("cli-about-bookmarks-add"))
                .arg(what(say, 1))
                .arg(text("note", say.get("cli-arg-note")))
                .arg(text("quote", say.get("cli-arg-quote")))
                .args(labels(say)),
            Command::new("remove").about(say.get("cli-about-bookmarks-remove")).arg(
                Arg::new("id")
                    .value_name("ID")
                    .num_args(1..)
                    .required(true)
                    .help(say.get("cli-arg-id")),
            ),
            Command::new("check").about(say.get("cli-about-bookmarks-check")).arg(json(say)),
            Command::new("export")
                .about(say.get("cli-about-bookmarks-export"))
                .arg(what(say, 0))
                .arg(
                    Arg::new("format")
                        .long("format")
                        .value_name("FORMAT")
                        .value_parser(EnumValueParser::<ExportFormat>::new())
                        .hide_possible_values(true)
                        .help(say.get("cli-arg-export-format")),
                )
                .args(narrowing(say)),
            Command::new("import")
                .about(say.get("cli-about-bookmarks-import"))
                .arg(
                    Arg::new("file")
                        .value_name("FILE")
                        .num_args(1..)
                        .required(true)
                        .value_hint(ValueHint::FilePath)
                        .value_parser(clap::value_parser!(OsString))
                        .help(say.get("cli-arg-import-file")),
                )
                .arg(flag("dry-run", say.get("cli-arg-import-trial")))
                .arg(json(say)),
        ])
}

/// Gives the options that narrow and sort a list of bookmarks.
fn narrowing(say: &Texts) -> [Arg; 2] {
    [
        text("filter", say.get("cli-arg-filter")),
        Arg::new("sort")
            .long("sort")
            .value_name("ORDER")
            .value_parser(EnumValueParser::<Sort>::new())
            .hide_possible_values(true)
            .help(say.get("cli-arg-sort")),
    ]
}

/// Gives the options that label a bookmark.
fn labels(say: &Texts) -> [Arg; 3] {
    let a_letter = |typed: &str| {
        let mut chars = typed.chars();
        let c = chars.next().filter(|_| chars.next().is_none()).and_then(notebook::letter);
        c.ok_or_else(|| "a, B, đ".to_owned())
    };
    [
        Arg::new("tag")
            .long("tag")
            .value_name("TAG")
            .action(ArgAction::Append)
            .help(say.get("cli-arg-tag")),
        Arg::new("kind")
            .long("kind")
            .value_name("KIND")
            .value_parser(PossibleValuesParser::new(Kind::ALL.map(Kind::name)))
            .hide_possible_values(true)
            .help(say.get("cli-arg-kind")),
        Arg::new("letter")
            .long("letter")
            .value_name("LETTER")
            .value_parser(a_letter)
            .help(say.get("cli-arg-letter")),
    ]
}

//! What may be typed on the command line, for clap to parse.
//!
//! The parser is built without a word of help; only where help is to be shown it is built again
//! with the texts of the reader's language.

use super::args::{COMMANDS, Cite, ExportFormat, Format, Lines, PageFormat, Sort, When};
use super::shelving::FIELDS;
use crate::bookmark::{self, Kind};
use crate::catalog;
use crate::i18n::{Lang, Messages};
use crate::model::{FurnitureKind, Role, SpeechKind};
use clap::builder::{EnumValueParser, PossibleValuesParser};
use clap::{Arg, ArgAction, ArgGroup, ColorChoice, Command, ValueHint};
use std::ffi::OsString;
use std::path::PathBuf;

/// Behind a subcommand's own options, help shows those that all have.
const LAST: usize = 100;

/// How much of the command line to build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// What opens the reader; no subcommands.
    Reading,
    /// All of it.
    All,
}

/// Builds the parser, with the texts of a language or without any.
pub(super) fn command(scope: Scope, texts: Option<&Messages>) -> Command {
    let say = Texts(texts);
    let root = Command::new("dienvan")
        .version(env!("CARGO_PKG_VERSION"))
        .bin_name("dienvan")
        .no_binary_name(true)
        .about(say.get("cli-about"))
        .after_help(say.get("cli-after-help"))
        .arg(what(&say, 0).help(say.get("cli-arg-read")))
        .args(globals(&say))
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .display_order(LAST)
                .help(say.get("cli-arg-version")),
        );
    let root = match scope {
        Scope::Reading => root,
        Scope::All => root
            .subcommand_value_name("COMMAND")
            .subcommands(COMMANDS.map(|name| subcommand(name, &say))),
    };
    finish(root, &say)
}

struct Texts<'a>(Option<&'a Messages>);

impl Texts<'_> {
    fn get(&self, id: &str) -> String {
        self.0.map(|texts| texts.get(id)).unwrap_or_default()
    }
}

/// Gives a command, and those under it, the help flag and the form of the help.
fn finish(command: Command, say: &Texts) -> Command {
    let mut template = String::new();
    if say.0.is_some() {
        let mut part = |tag: &str, heading: String| {
            template += &format!("\n\n{heading}\n{tag}");
        };
        part("  {usage}", say.get("cli-heading-usage"));
        if command.has_subcommands() {
            part("{subcommands}", say.get("cli-heading-commands"));
        }
        if command.get_positionals().next().is_some() {
            part("{positionals}", say.get("cli-heading-arguments"));
        }
        part("{options}", say.get("cli-heading-options"));
        template = format!("{{about}}{template}{{after-help}}\n");
    }
    command
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .help_template(template)
        .mut_subcommands(|child| finish(child, say))
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .display_order(LAST)
                .help(say.get("cli-arg-help")),
        )
}

fn globals(say: &Texts) -> [Arg; 5] {
    let path = |name: &'static str, value: &'static str, hint: ValueHint| {
        Arg::new(name)
            .long(name)
            .value_name(value)
            .value_hint(hint)
            .value_parser(clap::value_parser!(PathBuf))
            .global(true)
            .display_order(LAST)
    };
    [
        path("config", "FILE", ValueHint::FilePath).help(say.get("cli-arg-config")),
        path("data-dir", "DIR", ValueHint::DirPath).help(say.get("cli-arg-data-dir")),
        Arg::new("lang")
            .long("lang")
            .value_name("LANG")
            .value_parser(PossibleValuesParser::new(Lang::ALL.map(Lang::code)))
            .hide_possible_values(true)
            .global(true)
            .display_order(LAST)
            .help(say.get("cli-arg-lang")),
        Arg::new("color")
            .long("color")
            .value_name("WHEN")
            .value_parser(EnumValueParser::<When>::new())
            .hide_possible_values(true)
            .global(true)
            .display_order(LAST)
            .help(say.get("cli-arg-color")),
        Arg::new("encoding")
            .long("encoding")
            .value_name("NAME")
            .global(true)
            .display_order(LAST)
            .help(say.get("cli-arg-encoding")),
    ]
}

fn what(say: &Texts, least: usize) -> Arg {
    Arg::new("what")
        .value_name("WHAT")
        .num_args(least..)
        .required(least > 0)
        .value_hint(ValueHint::AnyPath)
        .value_parser(clap::value_parser!(OsString))
        .help(say.get("cli-arg-what"))
}

fn flag(name: &'static str, help: String) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
}

fn text(name: &'static str, help: String) -> Arg {
    Arg::new(name).long(name).value_name("TEXT").help(help)
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
        let c = chars.next().filter(|_| chars.next().is_none()).and_then(bookmark::letter);
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

fn subcommand(name: &'static str, say: &Texts) -> Command {
    let command = Command::new(name);
    let json = || flag("json", say.get("cli-arg-json"));
    match name {
        "list" => command
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
            .arg(json()),
        "show" => command
            .about(say.get("cli-about-show"))
            .arg(what(say, 1))
            .arg(json())
            .arg(flag("original", say.get("cli-arg-original")).conflicts_with("json"))
            .arg(
                Arg::new("cite")
                    .long("cite")
                    .value_name("FORMAT")
                    .value_parser(EnumValueParser::<Cite>::new())
                    .hide_possible_values(true)
                    .conflicts_with_all(["json", "original"])
                    .help(say.get("cli-arg-cite")),
            ),
        "outline" => command
            .about(say.get("cli-about-outline"))
            .arg(what(say, 1))
            .arg(json())
            .arg(flag("explain", say.get("cli-arg-explain")))
            .args_conflicts_with_subcommands(true)
            .subcommand_negates_reqs(true)
            .subcommand_value_name("COMMAND")
            .subcommands([
                correct(say),
                Command::new("corrections")
                    .about(say.get("cli-about-corrections"))
                    .arg(what(say, 0))
                    .arg(json()),
            ]),
        "tasks" => command
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
            .arg(flag("all", say.get("cli-arg-all"))),
        "search" => command
            .about(say.get("cli-about-search"))
            .arg(
                Arg::new("query").value_name("QUERY").required(true).help(say.get("cli-arg-query")),
            )
            .arg(what(say, 0))
            .arg(
                Arg::new("limit")
                    .long("limit")
                    .value_name("N")
                    .value_parser(clap::value_parser!(usize))
                    .help(say.get("cli-arg-limit")),
            )
            .arg(json()),
        "import" => command
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
            .arg(json()),
        "library" => command
            .about(say.get("cli-about-library"))
            .subcommand_required(true)
            .subcommand_value_name("COMMAND")
            .subcommands([
                edit(say),
                Command::new("archive")
                    .about(say.get("cli-about-library-archive"))
                    .arg(what(say, 1)),
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
                    .arg(json()),
            ]),
        "export" => command
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
            .arg(flag("no-furniture", say.get("cli-arg-no-furniture"))),
        "bookmarks" => command
            .about(say.get("cli-about-bookmarks"))
            .subcommand_required(true)
            .subcommand_value_name("COMMAND")
            .subcommands([
                Command::new("list")
                    .about(say.get("cli-about-bookmarks-list"))
                    .arg(what(say, 0))
                    .args(narrowing(say))
                    .arg(json()),
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
                Command::new("check").about(say.get("cli-about-bookmarks-check")).arg(json()),
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
                    .arg(json()),
            ]),
        "config" => command
            .about(say.get("cli-about-config"))
            .subcommand_required(true)
            .subcommand_value_name("COMMAND")
            .subcommands([
                Command::new("show").about(say.get("cli-about-config-show")),
                Command::new("path").about(say.get("cli-about-config-path")),
                Command::new("check").about(say.get("cli-about-config-check")),
                Command::new("example").about(say.get("cli-about-config-example")),
            ]),
        "completions" => command.about(say.get("cli-about-completions")).arg(
            Arg::new("shell")
                .value_name("SHELL")
                .required(true)
                .value_parser(EnumValueParser::<clap_complete::Shell>::new())
                .hide_possible_values(true)
                .help(say.get("cli-arg-shell")),
        ),
        _ => command.about(say.get("cli-about-man")),
    }
}

/// Gives clap's own name for when to colour its help.
pub(super) fn clap_color(colored: bool) -> ColorChoice {
    if colored { ColorChoice::Always } else { ColorChoice::Never }
}

//! What may be typed on the command line, for clap to parse.
//!
//! The parser is built without a word of help; only where help is to be shown it is built again
//! with the texts of the reader's language.

mod library;
mod notebook;
mod reading;

use super::args::{COMMANDS, When};
use crate::i18n::{Lang, Messages};
use clap::builder::{EnumValueParser, PossibleValuesParser};
use clap::{Arg, ArgAction, ColorChoice, Command, ValueHint};
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

fn json(say: &Texts) -> Arg {
    flag("json", say.get("cli-arg-json"))
}

fn subcommand(name: &'static str, say: &Texts) -> Command {
    let command = Command::new(name);
    match name {
        "list" => library::list(command, say),
        "show" => reading::show(command, say),
        "outline" => reading::outline(command, say),
        "tasks" => reading::tasks(command, say),
        "search" => reading::search(command, say),
        "import" => library::import(command, say),
        "library" => library::library(command, say),
        "export" => reading::export(command, say),
        "bookmarks" => notebook::bookmarks(command, say),
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

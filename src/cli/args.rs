//! What was typed on the command line, as values.

use super::command::{Scope, command};
use super::importing::Manner;
use super::scan::Scan;
use super::shelving::{FIELDS, LibraryOrder};
use crate::bookmark::{Kind, Labels, letter, tags, unique};
use crate::catalog::{self, Direction};
use crate::export::Chrome;
use crate::i18n::Lang;
use crate::model::{FurnitureKind, Role};
use clap::{ArgMatches, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;
use std::str::FromStr;

/// The names of the subcommands, in the order of the help.
pub(super) const COMMANDS: [&str; 12] = [
    "list",
    "show",
    "outline",
    "tasks",
    "search",
    "import",
    "library",
    "export",
    "bookmarks",
    "config",
    "completions",
    "man",
];

/// How many speeches of the library `search` gives unless told otherwise.
const LIMIT: usize = 100;

/// What holds for every subcommand.
#[derive(Clone, Debug)]
pub(super) struct Globals {
    /// A configuration file to take in place of the user's.
    pub config: Option<PathBuf>,
    /// A folder to keep everything in.
    pub data_dir: Option<PathBuf>,
    /// The language to speak.
    pub lang: Option<Lang>,
    /// When to colour.
    pub color: When,
    /// How texts are encoded, as the user wrote it.
    pub encoding: Option<String>,
}

/// When to colour what is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum When {
    /// On a terminal that has colours, unless `NO_COLOR` is set.
    Auto,
    /// In files and pipes too.
    Always,
    /// Not at all.
    Never,
}

/// How tasks are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// A table for the eye.
    Table,
    /// A JSON array.
    Json,
    /// Comma-separated values as in RFC 4180, with a header.
    Csv,
    /// A Markdown table.
    Md,
}

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// Open the reader.
    Read { what: Vec<OsString> },
    /// List the speeches of the library.
    List(ListOrder),
    /// Print a text.
    Show { what: Vec<OsString>, form: ShowForm },
    /// Print an outline.
    Outline { what: Vec<OsString>, json: bool, explain: bool },
    /// Correct an outline.
    Correct { what: Vec<OsString>, correcting: Correcting, run: Run },
    /// List corrections.
    Corrections { what: Vec<OsString>, json: bool },
    /// Print tasks.
    Tasks { what: Vec<OsString>, format: Format, scope: TaskScope },
    /// Print the places where words occur.
    Search { query: String, what: Vec<OsString>, limit: usize, json: bool },
    /// Take texts into the library.
    Import { what: Vec<OsString>, manner: Manner },
    /// Change what is in the library.
    Library(LibraryOrder),
    /// Write speeches to files.
    Export { what: Vec<OsString>, wish: ExportWish },
    /// Keep bookmarks.
    Bookmarks(BookmarkOrder),
    /// Tell about the configuration.
    Config(ConfigOrder),
    /// Print a completion script.
    Completions(clap_complete::Shell),
    /// Print the manual page.
    Man,
}

impl Order {
    /// Tells whether it can be done without the user's files and settings.
    pub(super) fn needs_nothing(&self) -> bool {
        matches!(self, Order::Completions(_) | Order::Man | Order::Config(ConfigOrder::Example))
    }
}

/// In which form `show` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ShowForm {
    /// The text as it is read.
    Text,
    /// An object with the text in it.
    Json,
    /// The bytes of the input.
    Original,
    /// A citation of it.
    Cite(Cite),
}

/// In which form something is cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Cite {
    /// As copying does, by the template of the configuration.
    Text,
    /// As an entry of a BibTeX file.
    Bibtex,
    /// As CSL JSON.
    Csl,
}

/// How speeches are written to files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ExportWish {
    /// The format; that of the file's name where none is wished for.
    pub format: Option<PageFormat>,
    /// The file or folder; standard output where there is none.
    pub output: Option<PathBuf>,
    /// What becomes of a file that is there.
    pub existing: Existing,
    /// What becomes of a page's furniture.
    pub chrome: Chrome,
}

/// What becomes of a file that is in the way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Existing {
    /// It stays, and that is an error.
    #[default]
    Kept,
    /// It is replaced.
    Replaced,
}

/// The format of a file that a speech is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum PageFormat {
    /// Plain text.
    Txt,
    /// Markdown.
    Md,
    /// A web page.
    Html,
    /// An e-book.
    Epub,
    /// The outline and the text for programs.
    Json,
}

impl PageFormat {
    /// Gives the ending of its files.
    pub(super) fn ending(self) -> &'static str {
        match self {
            PageFormat::Txt => "txt",
            PageFormat::Md => "md",
            PageFormat::Html => "html",
            PageFormat::Epub => "epub",
            PageFormat::Json => "json",
        }
    }

    /// Finds the format that an ending stands for.
    pub(super) fn of_ending(ending: &str) -> Option<Self> {
        Some(match ending.to_ascii_lowercase().as_str() {
            "txt" | "text" => PageFormat::Txt,
            "md" | "markdown" => PageFormat::Md,
            "html" | "htm" | "xhtml" => PageFormat::Html,
            "epub" => PageFormat::Epub,
            "json" => PageFormat::Json,
            _ => return None,
        })
    }
}

/// Which tasks are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TaskScope {
    /// Those that are not part of another task.
    Whole,
    /// Their parts as well.
    Parts,
}

/// How to correct an outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Correcting {
    /// Make something different; at lines, or where the address says.
    Make { lines: Option<Lines>, wish: Wish },
    /// Take back the correction of this id, or the last.
    Undo(Option<String>),
}

/// What is to be different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    Item,
    Drop,
    Level(u8),
    Role(Role),
    Title(String),
    Furniture(FurnitureKind),
    Text,
}

/// Lines of the input, from 1, the last included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lines {
    pub first: u32,
    pub last: u32,
}

/// Whether something is done or only tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Run {
    Real,
    Trial,
}

impl FromStr for Lines {
    type Err = String;

    /// Reads `24` or `24-27`.
    fn from_str(text: &str) -> Result<Self, String> {
        let number = |text: &str| text.trim().parse().ok().filter(|&line: &u32| line > 0);
        let (first, last) = text.split_once(['-', '–']).unwrap_or((text, text));
        match (number(first), number(last)) {
            (Some(first), Some(last)) if first <= last => Ok(Lines { first, last }),
            _ => Err("24, 24-27".to_owned()),
        }
    }
}

/// What to do with bookmarks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum BookmarkOrder {
    /// List them, all or those of some speeches.
    List { what: Vec<OsString>, json: bool, wish: ListWish },
    /// Set one.
    Add { what: Vec<OsString>, quote: Option<String>, note: Option<String>, labels: Labels },
    /// Remove some by their ids.
    Remove { ids: Vec<String> },
    /// Tell which are still where they were.
    Check { json: bool },
    /// Write them for other programs.
    Export { what: Vec<OsString>, format: ExportFormat, wish: ListWish },
    /// Take them in from files.
    Import { files: Vec<OsString>, manner: Manner },
}

/// Which bookmarks to list, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ListWish {
    /// A filter, as it is typed in the reader.
    pub filter: Option<String>,
    /// The order; that of the file where none is wished for.
    pub sort: Option<Sort>,
}

/// In which form bookmarks go out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ExportFormat {
    /// Markdown.
    Md,
    /// Comma-separated values as in RFC 4180, with a header.
    Csv,
    /// The project's own JSON, which has all there is.
    Json,
    /// W3C Web Annotations in JSON-LD.
    W3c,
    /// Links to the passages on the web.
    Fragment,
}

/// What is wanted of a list of speeches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ListOrder {
    /// Whether to write JSON.
    pub json: bool,
    /// In which order; that of the library unless said.
    pub sort: Option<catalog::Order>,
    /// Which end of it comes first.
    pub direction: Direction,
    /// What they are to fit.
    pub filter: Option<String>,
    /// Whether those that were put away are listed, too.
    pub archived: bool,
}

/// In which order bookmarks are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Sort {
    /// By speech, and in it by place.
    Place,
    /// The newest first.
    Time,
}

/// What to tell about the configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ConfigOrder {
    /// What holds now.
    Show,
    /// Where the file is.
    Path,
    /// Whether the file is right.
    Check,
    /// An example with every option.
    Example,
}

/// A command line, understood.
#[derive(Clone, Debug)]
pub(super) struct Invocation {
    /// What holds for every subcommand.
    pub globals: Globals,
    /// What to do.
    pub order: Order,
}

/// Reads the arguments behind the program's name.
///
/// An error says what clap makes of them, without texts: [`command()`] gives those.
pub(super) fn parse(args: &[OsString], scan: &Scan) -> Result<Invocation, clap::Error> {
    let scope = if scan.command.is_some() { Scope::All } else { Scope::Reading };
    let mut matches = command(scope, None).try_get_matches_from(args)?;
    let globals = Globals {
        config: matches.remove_one("config"),
        data_dir: matches.remove_one("data-dir"),
        lang: matches.remove_one::<String>("lang").and_then(|code| Lang::from_code(&code)),
        color: matches.remove_one("color").unwrap_or(When::Auto),
        encoding: matches.remove_one("encoding"),
    };
    let order = match matches.remove_subcommand() {
        Some((name, matches)) => order(&name, matches),
        None => Order::Read { what: words(&mut matches) },
    };
    Ok(Invocation { globals, order })
}

fn order(name: &str, mut m: ArgMatches) -> Order {
    let flag = |m: &ArgMatches, name: &str| m.get_flag(name);
    match name {
        "list" => Order::List(ListOrder {
            json: flag(&m, "json"),
            sort: m.remove_one::<String>("sort").and_then(|name| catalog::Order::from_name(&name)),
            direction: match flag(&m, "reverse") {
                true => Direction::Reversed,
                false => Direction::Usual,
            },
            filter: m.remove_one("filter"),
            archived: flag(&m, "archived"),
        }),
        "show" => {
            let cite = m.remove_one("cite").map(ShowForm::Cite);
            let form = match (flag(&m, "json"), flag(&m, "original")) {
                (true, _) => ShowForm::Json,
                (_, true) => ShowForm::Original,
                _ => ShowForm::Text,
            };
            Order::Show { form: cite.unwrap_or(form), what: words(&mut m) }
        }
        "outline" if m.subcommand_name().is_some() => match m.remove_subcommand() {
            Some((name, m)) if name == "correct" => correct_order(m),
            Some((_, mut m)) => Order::Corrections { json: flag(&m, "json"), what: words(&mut m) },
            None => Order::Corrections { json: false, what: Vec::new() },
        },
        "outline" => {
            let (json, explain) = (flag(&m, "json"), flag(&m, "explain"));
            Order::Outline { json, explain, what: words(&mut m) }
        }
        "tasks" => {
            let scope = if flag(&m, "all") { TaskScope::Parts } else { TaskScope::Whole };
            let format = m.remove_one("format").unwrap_or(Format::Table);
            Order::Tasks { format, scope, what: words(&mut m) }
        }
        "search" => {
            let query = m.remove_one("query").unwrap_or_default();
            let limit = m.remove_one("limit").unwrap_or(LIMIT);
            Order::Search { query, limit, json: flag(&m, "json"), what: words(&mut m) }
        }
        "import" => {
            let manner = Manner { trial: flag(&m, "dry-run"), json: flag(&m, "json") };
            Order::Import { manner, what: words(&mut m) }
        }
        "library" => Order::Library(library_order(m)),
        "export" => {
            let wish = ExportWish {
                format: m.remove_one("format"),
                output: m.remove_one("output"),
                existing: if flag(&m, "force") { Existing::Replaced } else { Existing::Kept },
                chrome: if flag(&m, "no-furniture") { Chrome::LeftOut } else { Chrome::Kept },
            };
            Order::Export { wish, what: words(&mut m) }
        }
        "bookmarks" => Order::Bookmarks(bookmark_order(m)),
        "config" => Order::Config(match m.subcommand_name() {
            Some("path") => ConfigOrder::Path,
            Some("check") => ConfigOrder::Check,
            Some("example") => ConfigOrder::Example,
            _ => ConfigOrder::Show,
        }),
        "completions" => {
            Order::Completions(m.remove_one("shell").unwrap_or(clap_complete::Shell::Bash))
        }
        _ => Order::Man,
    }
}

fn correct_order(mut m: ArgMatches) -> Order {
    let run = if m.get_flag("dry-run") { Run::Trial } else { Run::Real };
    let lines = m.remove_one("line");
    let undo: Option<String> = m.remove_one("undo");
    let name = |m: &mut ArgMatches, id: &str| m.remove_one::<String>(id);
    let wish = if let Some(level) = m.remove_one("level") {
        Wish::Level(level)
    } else if let Some(role) = name(&mut m, "role").and_then(|name| Role::from_name(&name)) {
        Wish::Role(role)
    } else if let Some(title) = name(&mut m, "title") {
        Wish::Title(title)
    } else if let Some(kind) =
        name(&mut m, "furniture").and_then(|name| FurnitureKind::from_name(&name))
    {
        Wish::Furniture(kind)
    } else if m.get_flag("drop") {
        Wish::Drop
    } else if m.get_flag("text") {
        Wish::Text
    } else {
        Wish::Item
    };
    let correcting = match undo {
        Some(id) => Correcting::Undo(Some(id).filter(|id| !id.is_empty())),
        None => Correcting::Make { lines, wish },
    };
    Order::Correct { correcting, run, what: words(&mut m) }
}

fn library_order(mut m: ArgMatches) -> LibraryOrder {
    match m.remove_subcommand() {
        Some((name, mut m)) if name == "edit" => LibraryOrder::Edit {
            changes: FIELDS
                .iter()
                .filter_map(|(key, _)| Some((*key, m.remove_one::<String>(key)?)))
                .collect(),
            what: words(&mut m),
        },
        Some((name, mut m)) if name == "archive" => LibraryOrder::Archive { what: words(&mut m) },
        Some((name, mut m)) if name == "unarchive" => {
            LibraryOrder::Unarchive { what: words(&mut m) }
        }
        Some((name, mut m)) if name == "delete" => LibraryOrder::Delete { what: words(&mut m) },
        Some((name, mut m)) if name == "versions" => {
            LibraryOrder::Versions { json: m.get_flag("json"), what: words(&mut m) }
        }
        Some((_, mut m)) => {
            LibraryOrder::Restore { ids: m.remove_many("id").unwrap_or_default().collect() }
        }
        None => LibraryOrder::Restore { ids: Vec::new() },
    }
}

fn bookmark_order(mut m: ArgMatches) -> BookmarkOrder {
    match m.remove_subcommand() {
        Some((name, mut m)) if name == "add" => BookmarkOrder::Add {
            note: m.remove_one("note"),
            quote: m.remove_one("quote"),
            labels: labels(&mut m),
            what: words(&mut m),
        },
        Some((name, mut m)) if name == "remove" => {
            BookmarkOrder::Remove { ids: m.remove_many("id").unwrap_or_default().collect() }
        }
        Some((name, mut m)) if name == "export" => BookmarkOrder::Export {
            format: m.remove_one("format").unwrap_or(ExportFormat::Md),
            wish: ListWish { filter: m.remove_one("filter"), sort: m.remove_one("sort") },
            what: words(&mut m),
        },
        Some((name, mut m)) if name == "import" => BookmarkOrder::Import {
            manner: Manner { trial: m.get_flag("dry-run"), json: m.get_flag("json") },
            files: m.remove_many("file").unwrap_or_default().collect(),
        },
        Some((name, m)) if name == "check" => BookmarkOrder::Check { json: m.get_flag("json") },
        Some((_, mut m)) => BookmarkOrder::List {
            json: m.get_flag("json"),
            wish: ListWish { filter: m.remove_one("filter"), sort: m.remove_one("sort") },
            what: words(&mut m),
        },
        None => BookmarkOrder::List { json: false, what: Vec::new(), wish: ListWish::default() },
    }
}

fn labels(m: &mut ArgMatches) -> Labels {
    let typed: Vec<String> = m.remove_many("tag").unwrap_or_default().collect();
    Labels {
        tags: unique(typed.iter().flat_map(|typed| tags(typed))),
        kind: m.remove_one::<String>("kind").and_then(|name| Kind::from_name(&name)),
        letter: m.remove_one("letter").and_then(letter),
    }
}

fn words(matches: &mut ArgMatches) -> Vec<OsString> {
    matches.remove_many("what").unwrap_or_default().collect()
}

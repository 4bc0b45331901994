//! What was typed on the command line, as values.

use super::importing::Manner;
use super::shelving::LibraryOrder;
use crate::formats::write::Chrome;
use crate::i18n::Lang;
use crate::library::catalog::{self, Direction};
use crate::notebook::Labels;
use crate::speech::{FurnitureKind, Role};
use clap::ValueEnum;
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

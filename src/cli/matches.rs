//! From the command line to what was meant by it: clap's matches become an [`Order`].

use super::args::*;
use super::command::{Scope, command};
use super::importing::Manner;
use super::scan::Scan;
use super::shelving::{FIELDS, LibraryOrder};
use crate::formats::write::Chrome;
use crate::i18n::Lang;
use crate::library::catalog::{self, Direction};
use crate::notebook::{Kind, Labels, letter, tags, unique};
use crate::speech::{FurnitureKind, Role};
use clap::ArgMatches;
use std::ffi::OsString;

/// How many speeches of the library `search` gives unless told otherwise.
const LIMIT: usize = 100;

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

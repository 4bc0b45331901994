//! `dienvan library`: what is known of a speech changed, speeches put away, deleted and brought back.

use super::error::{CliError, say};
use super::json;
use super::library::Library;
use super::output::{Output, complain};
use super::setup::{Kept, Setup};
use super::table::Table;
use super::what::{self, Source};
use crate::i18n::Arg;
use crate::library::imports::Deleted;
use crate::library::kept::Companion;
use crate::speech::{Date, Origin, Original, Relation, SpeechId};
use crate::text::printable;
use serde::Serialize;
use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;

/// What to do with speeches of the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum LibraryOrder {
    /// Change what is known of one: keys of its companion and their values, empty ones to be
    /// forgotten.
    Edit { what: Vec<OsString>, changes: Vec<(&'static str, String)> },
    /// Put some away.
    Archive { what: Vec<OsString> },
    /// Put some back.
    Unarchive { what: Vec<OsString> },
    /// Delete imported ones.
    Delete { what: Vec<OsString> },
    /// Bring deleted ones back; without a name, list them.
    Restore { ids: Vec<String> },
    /// List the bytes that are kept of one.
    Versions { what: Vec<OsString>, json: bool },
}

/// The options of `edit`, each with the entry of the companion that it changes.
pub(super) const FIELDS: [(&str, &str); 9] = [
    ("title", "cli-arg-edit-title"),
    ("kind", "cli-arg-edit-kind"),
    ("speaker", "cli-arg-edit-speaker"),
    ("office", "cli-arg-edit-office"),
    ("date", "cli-arg-edit-date"),
    ("occasion", "cli-arg-edit-occasion"),
    ("place", "cli-arg-edit-place"),
    ("number", "cli-arg-edit-number"),
    ("url", "cli-arg-edit-url"),
];

/// Bytes that are kept, as JSON tells of them.
#[derive(Serialize)]
struct VersionJson<'a> {
    is: &'static str,
    file: String,
    sha256: &'a str,
    bytes: u64,
    source: &'a str,
    imported: String,
    encoding: Option<&'a str>,
}

/// Does what is to be done.
pub(super) fn run(setup: &Setup, order: LibraryOrder, out: &mut Output) -> anyhow::Result<()> {
    match order {
        LibraryOrder::Edit { what, changes } => edit(setup, &what, &changes, out),
        LibraryOrder::Archive { what } => archive(setup, &what, true, out),
        LibraryOrder::Unarchive { what } => archive(setup, &what, false, out),
        LibraryOrder::Delete { what } => delete(setup, &what, out),
        LibraryOrder::Restore { ids } if ids.is_empty() => list_deleted(setup, out),
        LibraryOrder::Restore { ids } => restore(setup, &ids, out),
        LibraryOrder::Versions { what, json } => versions(setup, &what, json, out),
    }
}

/// A speech that has a file of its own, and so may have a companion.
struct Filed {
    id: SpeechId,
    path: PathBuf,
}

/// Finds the files of the speeches that are meant.
fn filed(setup: &Setup, words: &[OsString]) -> Result<Vec<Filed>, CliError> {
    let library = Library::new(setup);
    let choices = what::choose(words, &library)?;
    choices
        .into_iter()
        .map(|choice| {
            let (id, origin) = match choice.source {
                Source::StandardInput => return Err(CliError::NoFile("-".to_owned())),
                Source::File(path) => {
                    let speech = library.open(&path)?.speech;
                    (speech.id, Origin::File(path))
                }
                Source::Library(opened) => (opened.speech.id, opened.speech.origin),
            };
            match origin {
                Origin::File(path) if path.is_file() => Ok(Filed { id, path }),
                _ => Err(CliError::NoFile(id.to_string())),
            }
        })
        .collect()
}

fn edit(
    setup: &Setup,
    words: &[OsString],
    changes: &[(&'static str, String)],
    out: &mut Output,
) -> anyhow::Result<()> {
    let found = filed(setup, words)?;
    let [Filed { id, path }] = found.as_slice() else {
        let what = words.iter().map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ");
        let candidates = found.iter().map(|it| it.id.to_string()).collect();
        return Err(CliError::Ambiguous { what, candidates }.into());
    };
    let changes: Vec<(&str, String)> = changes
        .iter()
        .map(|(key, value)| match *key {
            "date" if !value.trim().is_empty() => {
                let date = Date::parse(value).ok_or_else(|| CliError::NotADate(value.clone()))?;
                Ok((*key, date.to_string()))
            }
            key => Ok((key, value.clone())),
        })
        .collect::<Result<_, CliError>>()?;
    let notices = Companion::amend(path, |companion| {
        changes.iter().for_each(|(key, value)| companion.set(key, value));
    })?;
    tell(setup, &notices);
    let file = printable(&path.with_extension("toml").to_string_lossy()).into_owned();
    let args: [(&str, Arg); 2] = [("id", id.to_string().into()), ("file", file.into())];
    writeln!(out, "{}", setup.messages.with("library-edited", &args))?;
    Ok(())
}

fn archive(
    setup: &Setup,
    words: &[OsString],
    archived: bool,
    out: &mut Output,
) -> anyhow::Result<()> {
    for Filed { id, path } in filed(setup, words)? {
        let notices = Companion::amend(&path, |companion| companion.set_archived(archived))?;
        tell(setup, &notices);
        let message = if archived { "library-archived" } else { "library-unarchived" };
        writeln!(out, "{}", setup.messages.with(message, &[("id", id.to_string().into())]))?;
    }
    Ok(())
}

fn tell(setup: &Setup, notices: &[crate::library::kept::Notice]) {
    for notice in notices {
        let kept: Kept = setup.kept.get().after(notice);
        setup.kept.set(kept);
        complain(&say(notice.message(), &setup.messages));
    }
}

fn delete(setup: &Setup, words: &[OsString], out: &mut Output) -> anyhow::Result<()> {
    let collection = setup.collection();
    let found = filed(setup, words)?;
    // All or none: a wrong name among them is found before anything is gone.
    for Filed { path, .. } in &found {
        if collection.id_of(path).is_none() {
            return Err(CliError::NotImported(path.clone()).into());
        }
    }
    for Filed { path, .. } in found {
        let deleted = collection.delete(&path).map_err(CliError::Removal)?;
        let args = [("id", deleted.id.to_string().into())];
        writeln!(out, "{}", setup.messages.with("library-deleted", &args))?;
    }
    Ok(())
}

fn list_deleted(setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
    let deleted = setup.collection().deleted_speeches();
    if deleted.is_empty() {
        return Err(CliError::NothingDeleted.into());
    }
    for Deleted { id, .. } in deleted {
        writeln!(out, "{id}")?;
    }
    Ok(())
}

fn restore(setup: &Setup, ids: &[String], out: &mut Output) -> anyhow::Result<()> {
    let collection = setup.collection();
    for id in ids {
        let all = collection.deleted_speeches();
        let deleted = all.iter().find(|deleted| deleted.id.as_str() == id);
        let deleted = deleted.ok_or_else(|| CliError::NotDeleted(id.clone()))?;
        collection.restore(deleted).map_err(CliError::Removal)?;
        let args = [("id", id.as_str().into())];
        writeln!(out, "{}", setup.messages.with("library-restored", &args))?;
    }
    Ok(())
}

fn versions(
    setup: &Setup,
    words: &[OsString],
    as_json: bool,
    out: &mut Output,
) -> anyhow::Result<()> {
    let messages = &setup.messages;
    let folder = setup.collection().folder().to_owned();
    let mut all: Vec<Original> = Vec::new();
    for Filed { path, .. } in filed(setup, words)? {
        let provenance = Companion::read(&path)?.provenance();
        let provenance = provenance.ok_or_else(|| CliError::NotImported(path.clone()))?;
        all.extend(provenance.originals().cloned());
    }
    if as_json {
        let told: Vec<VersionJson<'_>> = all
            .iter()
            .map(|original| VersionJson {
                is: original.relation.name(),
                file: folder.join(&original.file).to_string_lossy().into_owned(),
                sha256: &original.hash,
                bytes: original.length,
                source: &original.source,
                imported: original.imported.to_string(),
                encoding: original.encoding.as_deref(),
            })
            .collect();
        return json::write(&told, out);
    }
    let header = ["column-is", "column-imported", "column-bytes", "column-source", "column-file"];
    let header = header.map(|id| messages.get(id)).to_vec();
    let mut table = Table::new(header, 3).with_numbers(&[2]);
    for original in all {
        table.push(vec![
            messages.get(match original.relation {
                Relation::Current => "version-current",
                Relation::Older => "version-older",
                Relation::Form => "version-form",
            }),
            original.imported.to_string(),
            messages.count(usize::try_from(original.length).unwrap_or(usize::MAX)),
            original.source,
            folder.join(&original.file).to_string_lossy().into_owned(),
        ]);
    }
    table.write(out)?;
    Ok(())
}

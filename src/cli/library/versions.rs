//! `dienvan library versions`: the original files that are kept of a speech.

use super::own_file::{OwnFile, own_files};
use crate::cli::error::CliError;
use crate::cli::json;
use crate::cli::output::Output;
use crate::cli::setup::Setup;
use crate::cli::table::TextTable;
use crate::library::imports::RemovalError;
use crate::library::kept::Companion;
use crate::speech::{Original, Relation};
use clap::Args;
use serde::Serialize;
use std::ffi::OsString;

/// Whose original files are listed, and how.
#[derive(Clone, Debug, Args)]
pub(in crate::cli) struct VersionsArgs {
    /// Speeches that were imported.
    #[arg(required = true)]
    what: Vec<OsString>,
    /// Whether to write JSON.
    #[arg(long)]
    json: bool,
}

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

impl VersionsArgs {
    /// Lists the files.
    pub(super) fn run(&self, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
        let messages = &setup.messages;
        let folder = setup.library.imports().folder().to_owned();
        let mut all: Vec<Original> = Vec::new();
        for OwnFile { path, .. } in own_files(setup, &self.what)? {
            let provenance = Companion::read(&path)?.provenance();
            let provenance = provenance
                .ok_or_else(|| CliError::Removal(RemovalError::NotImported(path.clone())))?;
            all.extend(provenance.originals().cloned());
        }
        if self.json {
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
        let header =
            ["column-is", "column-imported", "column-bytes", "column-source", "column-file"];
        let header = header.map(|id| messages.get(id)).to_vec();
        let mut table = TextTable::new(header, 3).with_numbers(&[2]);
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
}

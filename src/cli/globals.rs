//! The options that every subcommand takes.

use super::values::named;
use crate::i18n::Lang;
use clap::{Args, ValueEnum, ValueHint};
use std::path::PathBuf;

/// What holds for every subcommand.
#[derive(Clone, Debug, Args)]
pub(super) struct GlobalArgs {
    /// A configuration file to take in place of the user's.
    #[arg(long, global = true, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub config: Option<PathBuf>,
    /// A folder to keep everything in.
    #[arg(long, global = true, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub data_dir: Option<PathBuf>,
    /// The language to speak.
    #[arg(long, global = true, value_parser = named(Lang::ALL, Lang::code))]
    pub lang: Option<Lang>,
    /// When to colour.
    #[arg(long, global = true, value_name = "WHEN")]
    pub color: Option<When>,
    /// How texts are encoded, as the user wrote it.
    #[arg(long, global = true, value_name = "NAME")]
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

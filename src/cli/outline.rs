//! `dienvan outline`: the structure of a speech.

use super::json::{self, OutlineJson, marker_text, plain};
use super::library::Library;
use super::output::{Audience, Emphasis, Output};
use super::setup::Setup;
use super::what::{self, Target};
use crate::text::printable;
use crate::text::width::{pad, truncate, width};
use std::ffi::OsString;
use std::io::Write;

/// The least room that an item's words are cut to, in cells.
const NARROWEST: usize = 12;

/// How an outline is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// As an indented list.
    Text,
    /// The same, with the rule that found each item and the furniture.
    Explained,
    /// As JSON, of the whole speech.
    Json,
}

/// Prints the outline of what one `WHAT` means.
pub(super) fn run(
    setup: &Setup,
    words: &[OsString],
    form: Form,
    out: &mut Output,
) -> anyhow::Result<()> {
    let library = Library::new(setup);
    let target = what::one(words, &library)?.open(&library)?;
    if form == Form::Json {
        return json::write(&OutlineJson::of(&target.speech), out);
    }
    head(&target, setup, out)?;
    series(&target, setup, form, out)?;
    if form == Form::Explained {
        furniture(&target, setup, out)?;
    }
    Ok(())
}

fn head(target: &Target, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
    let meta = &target.speech.meta;
    out.emphasized(Emphasis::Strong, &printable(&meta.title))?;
    out.write_all(b"\n")?;
    let date = meta.date.map(|date| setup.messages.date(date));
    let known: Vec<String> = meta.speaker.iter().cloned().chain(date).collect();
    if !known.is_empty() {
        writeln!(out, "{}", printable(&known.join(" · ")))?;
    }
    Ok(())
}

fn series(target: &Target, setup: &Setup, form: Form, out: &mut Output) -> anyhow::Result<()> {
    let speech = &target.speech;
    let outline = &speech.outline;
    if outline.items.is_empty() {
        writeln!(out, "{}", setup.messages.get("outline-no-items"))?;
    }
    let addresses: Vec<String> =
        (0..outline.items.len()).map(|item| outline.address(item).to_string()).collect();
    let widest = addresses.iter().map(|address| width(address)).max().unwrap_or(0);
    let lines = outline.items.last().map_or(1, |item| item.line.to_string().len());
    for (index, item) in outline.items.iter().enumerate().filter(|(item, _)| target.has(*item)) {
        let series = &outline.series[item.series];
        if series.items.first() == Some(&index) {
            let title = if series.title.is_empty() { series.role.name() } else { &series.title };
            let title = format!("{}  {} ({})", series.code(), printable(title), series.count);
            out.write_all(b"\n")?;
            out.emphasized(Emphasis::Strong, &title)?;
            out.write_all(b"\n")?;
        }
        let indent = "  ".repeat(usize::from(item.level.saturating_sub(1)));
        let (address, line) = (pad(&addresses[index], widest), item.line);
        let words = format!("{} {}", marker_text(speech, item), plain(item.label, speech));
        let rule = match form {
            Form::Explained => format!("  [{}, {}%]", item.rule, item.confidence),
            Form::Text | Form::Json => String::new(),
        };
        let room = match out.audience() {
            Audience::Terminal(columns) => {
                let used = 6 + widest + lines + indent.len() + width(&rule);
                columns.saturating_sub(used).max(NARROWEST)
            }
            Audience::Pipe => usize::MAX,
        };
        write!(out, "  {address}  ")?;
        out.emphasized(Emphasis::Dim, &format!("{line:>lines$}"))?;
        write!(out, "  {indent}{}", truncate(&printable(words.trim()), room))?;
        out.emphasized(Emphasis::Dim, &rule)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

fn furniture(target: &Target, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
    let all = &target.speech.outline.furniture;
    if all.is_empty() {
        return Ok(());
    }
    out.write_all(b"\n")?;
    out.emphasized(Emphasis::Strong, &setup.messages.get("outline-furniture"))?;
    out.write_all(b"\n")?;
    for piece in all {
        let lines = format!("{}–{}", piece.first_line, piece.last_line);
        writeln!(out, "  {}  {lines}", pad(piece.kind.name(), 10))?;
    }
    Ok(())
}

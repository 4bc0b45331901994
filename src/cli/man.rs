//! `dienvan man`: the manual page, every subcommand on it.

use super::help::localized_usage;
use super::output::Output;
use crate::i18n::Messages;
use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};
use std::io::Write;

/// Prints the page on a command line whose texts are in the reader's language.
pub(super) fn print(
    mut root: Command,
    messages: &Messages,
    out: &mut Output,
) -> anyhow::Result<()> {
    root.build();
    let version = env!("CARGO_PKG_VERSION");
    let man = Man::new(root.clone())
        .title("DIENVAN")
        .source(format!("dienvan {version}"))
        .manual(messages.get("man-manual"));
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_options_section(&mut page)?;
    let mut page = localized(&String::from_utf8_lossy(&page), messages);
    let mut commands = Roff::new();
    commands.control("SH", [messages.get("man-commands").as_str()]);
    page += &commands.render();
    for child in root.get_subcommands() {
        page += &section(child, messages)?;
        for grandchild in child.get_subcommands() {
            page += &section(grandchild, messages)?;
        }
    }
    let mut more = Roff::new();
    more.control("SH", [messages.get("man-more").as_str()]);
    for line in root.get_after_help().map(ToString::to_string).unwrap_or_default().lines() {
        match line.trim() {
            "" => more.control("PP", []),
            line => more.text([roman(line)]).control("br", []),
        };
    }
    page += &without_preamble(&more.render());
    out.write_all(page.as_bytes())?;
    Ok(())
}

/// Returns the part on one subcommand: how to call it, what it does, its own options.
fn section(command: &Command, messages: &Messages) -> anyhow::Result<String> {
    let mut command = command.clone();
    let usage = command.render_usage().to_string();
    // "Usage: " is clap's, in English alone.
    let usage = usage.split_once(": ").map_or(usage.as_str(), |(_, usage)| usage);
    let usage = localized_usage(usage, messages);
    let mut head = Roff::new();
    head.control("SS", []).text([bold(usage)]);
    if let Some(about) = command.get_about() {
        head.control("PP", []).text([roman(about.to_string())]);
    }
    let own = command.mut_args(|arg| {
        let general = arg.is_global_set() || arg.get_id() == "help";
        arg.hide(general)
    });
    let mut options = Vec::new();
    Man::new(own).render_options_section(&mut options)?;
    let options = without_preamble(&String::from_utf8_lossy(&options));
    let options: String =
        options.lines().filter(|line| !line.starts_with(".SH")).map(|l| format!("{l}\n")).collect();
    Ok(without_preamble(&head.render()) + &options)
}

/// Puts the headings of a page into the reader's language.
fn localized(page: &str, messages: &Messages) -> String {
    let mut preamble_done = false;
    let mut out = String::new();
    for line in page.lines() {
        let heading = match line {
            ".SH NAME" => Some("man-name"),
            ".SH SYNOPSIS" => Some("man-synopsis"),
            ".SH OPTIONS" => Some("man-options"),
            _ => None,
        };
        match heading {
            Some(id) => out += &format!(".SH \"{}\"\n", messages.get(id)),
            None if is_preamble(line) && preamble_done => {}
            None => out += &format!("{}\n", localized_usage(line, messages)),
        }
        preamble_done |= line.starts_with(".TH");
    }
    out
}

fn is_preamble(line: &str) -> bool {
    line.starts_with(".ie ") || line.starts_with(".el ")
}

/// Takes away what every piece of a page starts with; once is enough.
fn without_preamble(piece: &str) -> String {
    piece.lines().filter(|line| !is_preamble(line)).map(|line| format!("{line}\n")).collect()
}

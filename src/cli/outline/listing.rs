//! The structure of a speech as people read it.

use crate::app::explain;
use crate::app::whereabouts::series_title;
use crate::cli::json::tables::fields_line;
use crate::cli::output::{Audience, Emphasis, Output};
use crate::cli::part::{RequestedPart, Spot};
use crate::cli::setup::Setup;
use crate::speech::{ItemIndex, Section, SectionKind};
use crate::text::printable;
use crate::text::width::{pad, truncate, width};
use std::io::Write;

/// The least room that an item's words are cut to, in cells.
const NARROWEST: usize = 12;

/// How much is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detail {
    /// The items, indented.
    Plain,
    /// Why each item is one as well, what looks like a slip, and the furniture.
    Explained,
}

/// The items of a target with the lists and headings they stand under.
pub(super) struct Listing<'a> {
    target: &'a RequestedPart,
    setup: &'a Setup,
    detail: Detail,
    addresses: Vec<String>,
    /// The widest address, with the sign of a doubtful item.
    widest: usize,
    /// The digits of the last line.
    digits: usize,
}

impl<'a> Listing<'a> {
    pub(super) fn new(target: &'a RequestedPart, setup: &'a Setup, detail: Detail) -> Self {
        let outline = &target.speech.outline;
        let doubt = |item: ItemIndex| if outline.items[item].is_doubtful() { "?" } else { "" };
        let addresses: Vec<String> = (0..outline.items.len())
            .map(|item| format!("{}{}", outline.address(item), doubt(item)))
            .collect();
        let widest = addresses.iter().map(|address| width(address)).max().unwrap_or(0);
        let last = outline.items.last().map_or(1, |item| item.line);
        Listing { target, setup, detail, addresses, widest, digits: last.to_string().len() }
    }

    /// Writes the listing below a heading of what is known of the speech.
    pub(super) fn write(&self, out: &mut Output) -> anyhow::Result<()> {
        head(self.target, self.setup, out)?;
        self.items(out)?;
        if self.detail == Detail::Explained {
            slips(self.target, self.setup, out)?;
            furniture(self.target, self.setup, out)?;
        }
        Ok(())
    }

    fn items(&self, out: &mut Output) -> anyhow::Result<()> {
        let outline = &self.target.speech.outline;
        if outline.items.is_empty() {
            writeln!(out, "{}", self.setup.messages.get("outline-no-items"))?;
        }
        let whole = self.target.spot == Spot::Whole;
        let mut sections = outline.sections.iter().filter(|_| whole).peekable();
        for (index, item) in outline.items.iter().enumerate() {
            while let Some(section) = sections.next_if(|next| next.range.start <= item.range.start)
            {
                self.heading(section, out)?;
            }
            if self.target.has(index) {
                self.item(index, out)?;
            }
        }
        sections.try_for_each(|section| self.heading(section, out))
    }

    fn heading(&self, section: &Section, out: &mut Output) -> anyhow::Result<()> {
        let SectionKind::Heading(range) = section.kind else { return Ok(()) };
        let speech = &self.target.speech;
        let indent = "  ".repeat(usize::from(section.depth));
        let line = speech.line_at(range.start);
        let title = printable(&speech.line(range)).into_owned();
        out.write_all(b"\n")?;
        out.emphasized(Emphasis::Strong, &format!("{indent}{title}"))?;
        out.emphasized(Emphasis::Dim, &format!("  {line}"))?;
        out.write_all(b"\n")?;
        Ok(())
    }

    fn item(&self, index: ItemIndex, out: &mut Output) -> anyhow::Result<()> {
        let speech = &self.target.speech;
        let item = &speech.outline.items[index];
        let series = &speech.outline.series[item.series];
        let why = self.detail == Detail::Explained;
        if series.items.first() == Some(&index) {
            let title = series_title(speech, item.series, &self.setup.messages);
            let title = format!("{}  {} ({})", series.code(), printable(&title), series.count);
            out.write_all(b"\n")?;
            out.emphasized(Emphasis::Strong, &title)?;
            out.write_all(b"\n")?;
            if why {
                let role = explain::series(speech, item.series, &self.setup.messages);
                self.reason(4, &role, out)?;
            }
        }
        let indent = "  ".repeat(usize::from(item.level.saturating_sub(1)));
        let (address, line) = (pad(&self.addresses[index], self.widest), item.line);
        let marker = speech.marker(item);
        let words = format!("{marker} {}", speech.line(item.label));
        let digits = self.digits;
        let used = 6 + self.widest + digits + indent.len();
        let room = match out.audience() {
            Audience::Terminal(columns) => columns.saturating_sub(used).max(NARROWEST),
            Audience::Pipe => usize::MAX,
        };
        write!(out, "  {address}  ")?;
        out.emphasized(Emphasis::Dim, &format!("{line:>digits$}"))?;
        writeln!(out, "  {indent}{}", truncate(&printable(words.trim()), room))?;
        if let Some(fields) = fields_line(speech, index) {
            self.reason(used, &fields, out)?;
        }
        if why {
            let reasons = explain::item(speech, index, &self.setup.messages).lines();
            self.reason(used, &reasons.join(" · "), out)?;
        }
        Ok(())
    }

    /// Writes why something is as it is, under it; never cut, for that is what was asked for.
    fn reason(&self, indent: usize, text: &str, out: &mut Output) -> anyhow::Result<()> {
        write!(out, "{}", " ".repeat(indent))?;
        out.emphasized(Emphasis::Dim, &printable(text))?;
        out.write_all(b"\n")?;
        Ok(())
    }
}

fn head(target: &RequestedPart, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
    let meta = &target.speech.meta;
    out.emphasized(Emphasis::Strong, &printable(&meta.title))?;
    out.write_all(b"\n")?;
    let date = meta.date.map(|date| setup.messages.date(date));
    let speaker = meta.speaker.as_ref().map(|name| match &meta.office {
        Some(office) => format!("{name}, {office}"),
        None => name.clone(),
    });
    let given = [speaker, date, meta.place.clone()];
    let about = [meta.number.clone(), meta.occasion.clone()];
    for line in [&given[..], &about[..]] {
        let known: Vec<&str> = line.iter().flatten().map(String::as_str).collect();
        if !known.is_empty() {
            writeln!(out, "{}", printable(&known.join(" · ")))?;
        }
    }
    Ok(())
}

fn slips(target: &RequestedPart, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
    let speech = &target.speech;
    let all = speech.outline.diagnostics.iter().filter(|slip| target.has(slip.item));
    let mut all = all.peekable();
    if all.peek().is_none() {
        return Ok(());
    }
    out.write_all(b"\n")?;
    out.emphasized(Emphasis::Strong, &setup.messages.get("explain-slips"))?;
    out.write_all(b"\n")?;
    for slip in all {
        let line = speech.outline.items[slip.item].line.to_string();
        let line = setup.messages.with("explain-line", &[("line", line.into())]);
        let said = explain::slip(speech, *slip, &setup.messages);
        writeln!(out, "  {line}: {}", printable(&said))?;
    }
    Ok(())
}

fn furniture(target: &RequestedPart, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
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

//! `dienvan outline`: the structure of a speech.

use super::json::{self, OutlineJson};
use super::library::Library;
use super::output::{Audience, Emphasis, Output, complain};
use super::setup::Setup;
use super::what::{self, Target};
use crate::app::explain;
use crate::app::whereabouts::series_title;
use crate::speech::parse;
use crate::speech::{ItemIndex, SectionKind};
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
    /// The same, with why each item is one, what looks like a slip, and the furniture.
    Explained,
    /// As JSON, of the whole speech.
    Json,
    /// As JSON, with the signs that tell what each list is for.
    ExplainedJson,
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
    let unfit = target.corrections.iter().filter(|checked| checked.state.is_unfit()).count();
    if unfit > 0 {
        let file = target.speech.origin.to_string();
        let said = setup.messages.with("corrections-unfit", &[("count", unfit.into())]);
        let hint = setup.messages.get("corrections-hint");
        complain(&format!("{file}: {said} {hint}"));
    }
    if matches!(form, Form::Json | Form::ExplainedJson) {
        let speech = &target.speech;
        let signs = match form {
            Form::ExplainedJson => parse::signs(&speech.text, &speech.hints, &library.lexicon),
            _ => Vec::new(),
        };
        return json::write(&OutlineJson::of(speech).with_signs(signs), out);
    }
    head(&target, setup, out)?;
    Listing::new(&target, setup, form).write(out)?;
    if form == Form::Explained {
        slips(&target, setup, out)?;
        furniture(&target, setup, out)?;
    }
    Ok(())
}

fn head(target: &Target, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
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

/// The items of a target with the lists and headings they stand under.
struct Listing<'a> {
    target: &'a Target,
    setup: &'a Setup,
    form: Form,
    addresses: Vec<String>,
    /// The widest address, with the sign of a doubtful item.
    widest: usize,
    /// The digits of the last line.
    digits: usize,
}

impl<'a> Listing<'a> {
    fn new(target: &'a Target, setup: &'a Setup, form: Form) -> Self {
        let outline = &target.speech.outline;
        let doubt = |item: ItemIndex| if outline.items[item].is_doubtful() { "?" } else { "" };
        let addresses: Vec<String> = (0..outline.items.len())
            .map(|item| format!("{}{}", outline.address(item), doubt(item)))
            .collect();
        let widest = addresses.iter().map(|address| width(address)).max().unwrap_or(0);
        let last = outline.items.last().map_or(1, |item| item.line);
        Listing { target, setup, form, addresses, widest, digits: last.to_string().len() }
    }

    fn write(&self, out: &mut Output) -> anyhow::Result<()> {
        let outline = &self.target.speech.outline;
        if outline.items.is_empty() {
            writeln!(out, "{}", self.setup.messages.get("outline-no-items"))?;
        }
        let whole = self.target.spot == what::Spot::Whole;
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

    fn heading(&self, section: &crate::speech::Section, out: &mut Output) -> anyhow::Result<()> {
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
        let why = self.form == Form::Explained;
        if series.items.first() == Some(&index) {
            let title = series_title(series, &self.setup.messages);
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
        if let Some(fields) = super::rows::fields_line(speech, index) {
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

fn slips(target: &Target, setup: &Setup, out: &mut Output) -> anyhow::Result<()> {
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

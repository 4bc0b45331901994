//! What is known about a speech, and about the part of it that is written, in words.

use super::page::{Page, PagePart, PagePiece, PieceKind};
use crate::i18n::Messages;
use crate::speech::{Address, ItemAddress, Role};
use crate::text::{TextRange, printable};

/// The longest title that is made of an item's words, in bytes.
const LONGEST: usize = 160;

/// Returns the title of what is written: that of the speech, or of the part.
pub(super) fn title(page: &Page<'_>, messages: &Messages) -> String {
    let speech = page.speech;
    let title = match page.part {
        PagePart::Whole => speech.meta.title.clone(),
        PagePart::Series(series) => series_title(page, series, messages),
        PagePart::Item(item) => {
            let item = &speech.outline.items[item];
            let marker = speech.marker(item);
            let label = speech.line(item.label);
            let block = speech.blocks.get(speech.block_at(item.label.start));
            // The label is the first words: more may follow.
            let more = block.is_some_and(|block| {
                let rest = TextRange { start: item.label.end, end: block.range.end };
                rest.of(&speech.text).contains(char::is_alphanumeric)
            });
            let cut = cut(&label);
            let label = if more && !cut.ends_with('…') { format!("{cut}…") } else { cut };
            [marker, label].join(" ").trim().to_owned()
        }
    };
    printable(&title).into_owned()
}

/// Returns what heads a page: the words of the text's own title, if it has one.
pub(super) fn heading(page: &Page<'_>, messages: &Messages) -> String {
    let own: Vec<String> = page
        .pieces
        .iter()
        .filter(|piece| page.part == PagePart::Whole && piece.kind == PieceKind::Title)
        .map(PagePiece::words)
        .collect();
    let words = if own.is_empty() { title(page, messages) } else { own.join(" ") };
    if words.trim().is_empty() { page.speech.id.to_string() } else { words }
}

/// Cuts words to the length of a title.
fn cut(words: &str) -> String {
    if words.len() <= LONGEST {
        return words.trim_end_matches(['.', ';', ',', ':']).to_owned();
    }
    let end = words[..words.floor_char_boundary(LONGEST)].rfind(' ').unwrap_or(LONGEST);
    format!("{}…", words[..words.floor_char_boundary(end)].trim_end())
}

/// Names a series: by the words of the text, or by its role.
pub(super) fn series_title(page: &Page<'_>, series: usize, messages: &Messages) -> String {
    let role = page.speech.outline.series[series].role;
    let title = page.speech.series_words(series).unwrap_or_else(|| role_name(role, messages));
    printable(&title).into_owned()
}

/// Says of a series what it is for, if its title does not, and how many items it has.
pub(super) fn series_note(
    page: &Page<'_>,
    series: usize,
    title: &str,
    messages: &Messages,
) -> String {
    let series = &page.speech.outline.series[series];
    let role = role_name(series.role, messages);
    let count = messages.with("export-items", &[("count", (series.count as usize).into())]);
    match role == title {
        true => count,
        false => format!("{role} · {count}"),
    }
}

/// Names a role.
pub(super) fn role_name(role: Role, messages: &Messages) -> String {
    messages.get(&format!("role-{}", role.name()))
}

/// Returns the address of what is written.
pub(super) fn address(page: &Page<'_>) -> Address {
    let outline = &page.speech.outline;
    let item = match page.part {
        PagePart::Whole => None,
        PagePart::Item(item) => Some(outline.address(item)),
        PagePart::Series(series) => {
            let series = &outline.series[series];
            Some(ItemAddress { role: series.role, number: series.number, path: Vec::new() })
        }
    };
    Address { speech: Some(page.speech.id.clone()), item }
}

/// Returns what is known about the speech: the name of each fact, and what it is.
pub(super) fn facts(page: &Page<'_>, messages: &Messages) -> Vec<(String, String)> {
    let meta = &page.speech.meta;
    let speaker = meta.speaker.as_ref().map(|name| match &meta.office {
        Some(office) => format!("{name}, {office}"),
        None => name.clone(),
    });
    let known = [
        ("export-speaker", speaker.or(meta.office.clone())),
        ("export-date", meta.date.map(|date| messages.date(date))),
        ("export-occasion", meta.occasion.clone()),
        ("export-place", meta.place.clone()),
        ("export-number", meta.number.clone()),
    ];
    let said = |(id, value): (&str, Option<String>)| {
        let value = printable(&value?).trim().to_owned();
        (!value.is_empty()).then(|| (messages.get(id), value))
    };
    let mut out: Vec<(String, String)> = known.into_iter().filter_map(said).collect();
    if page.part != PagePart::Whole {
        out.insert(0, (messages.get("export-from"), printable(&meta.title).into_owned()));
        out.insert(1, (messages.get("export-address"), address(page).to_string()));
    }
    out
}

/// Returns the address of the web where the speech is published, if it is one that may be linked to.
pub(super) fn link(page: &Page<'_>) -> Option<String> {
    let url = page.speech.meta.url.as_deref()?.trim();
    let lower = url.to_ascii_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"))?;
    let clean = url.chars().all(|c| !c.is_whitespace() && !c.is_control());
    (clean && rest.starts_with(|c: char| c.is_alphanumeric() || c == '[')).then(|| url.to_owned())
}

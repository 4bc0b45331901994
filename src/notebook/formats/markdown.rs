//! Bookmarks as Markdown (CommonMark), for a notebook: by speech, by item, each with its source.

use super::citation::{citation, remembered};
use super::fragment::fragment;
use super::outgoing::Outgoing;
use crate::i18n::Messages;
use crate::settings::CitationTemplate;
use std::fmt::Write as _;

/// Writes bookmarks, those of one speech together and in the order of its text. Notes are taken for
/// Markdown as they are; all else is escaped.
pub fn markdown(all: &[Outgoing<'_>], template: &CitationTemplate, messages: &Messages) -> String {
    let mut speeches: Vec<Vec<&Outgoing<'_>>> = Vec::new();
    for out in all {
        match speeches.iter_mut().find(|of| of[0].is_beside(out)) {
            Some(of) => of.push(out),
            None => speeches.push(vec![out]),
        }
    }
    let mut text = String::new();
    for mut of in speeches {
        of.sort_by_key(|out| out.range.unwrap_or(out.bookmark.anchor.range).start);
        if !text.is_empty() {
            text.push('\n');
        }
        speech(&of, &mut text, (template, messages));
    }
    text
}

fn speech(
    of: &[&Outgoing<'_>],
    text: &mut String,
    (template, messages): (&CitationTemplate, &Messages),
) {
    let Some(first) = of.first() else { return };
    let title = first.meta().map_or(&first.bookmark.title, |meta| &meta.title);
    // Writing to a string does not fail.
    let _ = writeln!(text, "# {}\n", escape(title));
    let mut facts: Vec<String> = Vec::new();
    if let Some(meta) = first.meta() {
        facts.extend([&meta.speaker, &meta.office, &meta.occasion].into_iter().flatten().cloned());
        facts.extend(meta.date.map(|date| messages.date(date)));
    } else {
        facts.extend(first.bookmark.kin.speaker.clone());
        facts.extend(first.bookmark.kin.date.map(|date| messages.date(date)));
    }
    if !facts.is_empty() {
        let _ = writeln!(text, "{}  ", escape(&facts.join(" · ")));
    }
    let link = first.url().map(|url| format!(" · <{url}>")).unwrap_or_default();
    let _ = writeln!(text, "`{}`{link}", first.bookmark.speech);
    let mut item = None;
    for out in of {
        let here = out.address().item.map(|item| item.to_string());
        if here != item {
            let label = out.label();
            let dash = if label.is_empty() { "" } else { " — " };
            if let Some(here) = &here {
                let _ = writeln!(text, "\n## {here}{dash}{}", escape(&label));
            }
            item = here;
        }
        entry(out, text, (template, messages));
    }
}

fn entry(
    out: &Outgoing<'_>,
    text: &mut String,
    (template, messages): (&CitationTemplate, &Messages),
) {
    let bookmark = out.bookmark;
    text.push('\n');
    for line in bookmark.anchor.words().trim().lines() {
        let quoted = format!("> {}", escape(line.trim()));
        let _ = writeln!(text, "{}", quoted.trim_end());
    }
    if let Some(note) = &bookmark.note {
        let _ = writeln!(text, "\n{}", note.trim());
    }
    let source = match (out.speech, out.range) {
        (Some(speech), Some(range)) => {
            let whole = citation(template, speech, Some(range), messages);
            without_quote(&whole, speech.words(range).trim())
        }
        _ => {
            without_quote(&remembered(template, bookmark, messages), bookmark.anchor.words().trim())
        }
    };
    let mut below: Vec<String> = vec![escape(&source)];
    below.extend(fragment(out).map(|link| format!("[↗]({link})")));
    let labels = &bookmark.labels;
    let kind = labels
        .kind
        .map(|kind| format!("{} {}", kind.sign(), escape(&messages.get(kind.message()))));
    let tags = labels.tags.iter().map(|tag| format!("\\#{}", escape(tag)));
    let mut marks: Vec<String> = kind.into_iter().chain(tags).collect();
    marks.extend(labels.letter.map(|letter| format!("'{letter}")));
    below.extend((!marks.is_empty()).then(|| marks.join(" · ")));
    below.retain(|part| !part.trim().is_empty());
    let _ = writeln!(text, "\n{}", below.join("  \n"));
}

/// Takes the words out of a citation, with the quotation marks around them: they stand above it.
fn without_quote(citation: &str, quote: &str) -> String {
    let Some((before, after)) = citation.split_once(quote) else { return citation.to_owned() };
    let marks: &[char] = &['“', '”', '"', '«', '»', '‘', '’', '\n', ' '];
    let (before, after) = (before.trim_end_matches(marks), after.trim_start_matches(marks));
    let joint = if before.is_empty() || after.is_empty() { "" } else { " " };
    format!("{before}{joint}{after}").replace('\n', " ")
}

/// Writes a text so that Markdown shows it as it is.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in text.char_indices() {
        let opens = at == 0 && matches!(c, '#' | '+' | '-' | '=' | '>' | '~');
        // "1." at the start of a line would begin a list.
        let numbers = at > 0 && at == digits && matches!(c, '.' | ')');
        let acts = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|');
        if opens || numbers || acts {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

//! A speech as a web page of its own: no script, nothing fetched, an outline to go by, readable by
//! eye, on paper, and by screen readers.

use super::about;
use super::mark::{attribute, escaped};
use super::page::{FurniturePolicy, Page, PagePart, PagePiece};
use super::render::{Links, language, of_speech, render};
use super::toc;
use crate::i18n::Messages;
use crate::speech::SpeechKind;
use std::fmt::Write as _;

const STYLE: &str = include_str!("html/style.css");
/// The longest description of a page, in bytes: more is not shown.
const DESCRIBED: usize = 300;

/// Writes a speech.
pub fn html(page: &Page<'_>, chrome: FurniturePolicy, messages: &Messages) -> String {
    let title = about::heading(page, messages);
    let mut out = String::from("<!DOCTYPE html>\n");
    // Writing to a string does not fail.
    let _ = writeln!(out, "<html{}>", attribute("lang", of_speech(page)));
    head(page, &title, messages, &mut out);
    let local = language(page, messages);
    let entries = toc::entries(page, messages);
    out.push_str("<body>\n");
    let _ = writeln!(
        out,
        "<p class=\"dienvan-note skip\"{local}><a href=\"#noi-dung\">{}</a></p>",
        escaped(&messages.get("export-skip"))
    );
    header(page, &title, messages, &mut out);
    if !entries.is_empty() {
        let name = messages.get("export-outline");
        let _ = writeln!(
            out,
            "<nav class=\"dienvan-note\"{} id=\"muc-luc\">",
            attribute("aria-label", &name)
        );
        let _ =
            writeln!(out, "<details open>\n<summary{local}><h2>{}</h2></summary>", escaped(&name));
        toc::list(&entries, &|id| format!("#{id}"), &mut out);
        out.push_str("</details>\n</nav>\n");
    }
    out.push_str("<main id=\"noi-dung\" tabindex=\"-1\">\n<article>\n");
    for stretch in render(page, messages, Links::Kept, &|_, _| false) {
        out.push_str(&stretch.body);
    }
    out.push_str("</article>\n</main>\n");
    if chrome == FurniturePolicy::Kept {
        furniture(page, messages, &mut out);
    }
    footer(page, messages, &mut out);
    out.push_str("</body>\n</html>\n");
    out
}

fn head(page: &Page<'_>, title: &str, messages: &Messages, out: &mut String) {
    let facts = about::facts(page, messages);
    let said: Vec<String> = facts.into_iter().map(|(_, value)| value).collect();
    let said = [vec![title.to_owned()], said].concat().join(" · ");
    let described = match said.len() > DESCRIBED {
        true => format!("{}…", &said[..said.floor_char_boundary(DESCRIBED)]),
        false => said,
    };
    out.push_str("<head>\n<meta charset=\"utf-8\">\n");
    // Nothing that came with the text can run or fetch anything, whatever it is.
    out.push_str(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n",
    );
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    let _ = writeln!(out, "<title>{}</title>", escaped(title));
    let mut meta = |name: &str, value: Option<&str>| {
        if let Some(value) = value {
            let value = attribute("content", &crate::text::printable(value));
            let _ = writeln!(out, "<meta{}{value}>", attribute("name", name));
        }
    };
    let about = &page.speech.meta;
    meta("description", Some(&described));
    meta("author", about.speaker.as_deref());
    meta("generator", Some(concat!("dienvan ", env!("CARGO_PKG_VERSION"))));
    meta("color-scheme", Some("light dark"));
    if page.part == PagePart::Whole {
        let date = about.date.map(|date| date.to_string());
        meta("dienvan.id", Some(page.speech.id.as_str()));
        meta("dienvan.title", Some(&about.title));
        meta("dienvan.kind", about.kind.map(SpeechKind::name));
        meta("dienvan.speaker", about.speaker.as_deref());
        meta("dienvan.office", about.office.as_deref());
        meta("dienvan.date", date.as_deref());
        meta("dienvan.occasion", about.occasion.as_deref());
        meta("dienvan.place", about.place.as_deref());
        meta("dienvan.number", about.number.as_deref());
    }
    if let Some(link) = about::link(page) {
        let _ = writeln!(out, "<link rel=\"canonical\"{}>", attribute("href", &link));
    }
    let _ = writeln!(out, "<style>\n{STYLE}</style>\n</head>");
}

fn header(page: &Page<'_>, title: &str, messages: &Messages, out: &mut String) {
    let _ = writeln!(out, "<header>\n<h1>{}</h1>", escaped(title));
    let facts = about::facts(page, messages);
    if !facts.is_empty() {
        let local = language(page, messages);
        out.push_str("<dl class=\"dienvan-note\">\n");
        for (name, value) in facts {
            let _ = writeln!(
                out,
                "<div><dt{local}>{}</dt><dd>{}</dd></div>",
                escaped(&name),
                escaped(&value)
            );
        }
        out.push_str("</dl>\n");
    }
    out.push_str("</header>\n");
}

/// Writes what was around the text on its page, to be opened by who wants it.
fn furniture(page: &Page<'_>, messages: &Messages, out: &mut String) {
    let hidden: Vec<&PagePiece> =
        page.pieces.iter().filter(|piece| Page::is_hidden(piece)).collect();
    if hidden.is_empty() {
        return;
    }
    let local = language(page, messages);
    let name = messages.get("export-furniture");
    let _ = writeln!(out, "<aside{}>\n<details>", attribute("aria-label", &name));
    let _ = writeln!(out, "<summary class=\"dienvan-note\"{local}>{}</summary>", escaped(&name));
    for piece in hidden {
        let _ = writeln!(out, "<p>{}</p>", escaped(&piece.words()));
    }
    out.push_str("</details>\n</aside>\n");
}

fn footer(page: &Page<'_>, messages: &Messages, out: &mut String) {
    let local = language(page, messages);
    let _ = writeln!(out, "<footer class=\"dienvan-note\"{local}>");
    if let Some(link) = about::link(page) {
        let _ = writeln!(
            out,
            "<p>{}: <a{} rel=\"noopener noreferrer\">{}</a></p>",
            escaped(&messages.get("export-link")),
            attribute("href", &link),
            escaped(&link)
        );
    }
    let address = about::address(page).to_string();
    let _ = writeln!(
        out,
        "<p>{} · {}</p>\n</footer>",
        escaped(&address),
        escaped(&messages.get("export-made"))
    );
}

//! Promises of exporting: whatever the speech, it goes out with all its words and comes back with
//! its outline.

use crate::formats::read::{Options, import};
use crate::formats::write::{
    FurniturePolicy, Moment, Page, PagePart, PagePiece, PieceCell, PieceKind, RoundTrip, epub,
    html, markdown, sketch, text,
};
use crate::i18n::{Lang, Messages};
use crate::speech::parse::{Lexicon, parse_hinted};
use crate::speech::{Extent, Fix, Metadata, Origin, Speech, SpeechId};
use crate::text::decode;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::collections::HashSet;
use std::io::{Cursor, Read};
use std::sync::Arc;

/// Makes a speech of a file of this name, as a loader does, with what a user corrected.
///
/// # Panics
///
/// If the file is of a format that is refused.
pub fn speech_of_file(bytes: &[u8], name: &str, lexicon: &Lexicon, fixes: &[Fix]) -> Speech {
    let options = Options { name: Some(name), ..Options::default() };
    let draft = import(bytes.to_vec(), &options).expect("the file is one that is read");
    let parsed = parse_hinted(&draft.text, &draft.hints, lexicon, fixes);
    let title = parsed.title.map(|title| crate::text::markup::plain(&title));
    let meta = Metadata {
        title: draft.facts.stated.title.or(title).unwrap_or_default(),
        ..Metadata::default()
    };
    Speech {
        id: SpeechId::parse("text").expect("\"text\" is a valid id"),
        meta,
        text: Arc::new(draft.text),
        blocks: Arc::new(parsed.blocks),
        outline: Arc::new(parsed.outline),
        origin: Origin::StandardInput,
        hints: Arc::new(draft.hints),
        encoding: draft.encoding,
        offsets: Arc::new(draft.offsets),
        fingerprint: String::new(),
        extent: Extent::Whole,
    }
}

/// A text of this name, as a user corrected it, becomes Markdown that has the same words for every
/// program, and a text with all its words; whether they keep the outline is known.
///
/// # Panics
///
/// If that does not hold.
pub fn exporting(source: &str, name: &str, fixes: &[Fix], lexicon: &Lexicon) -> RoundTrip {
    let clean = decode(source.as_bytes().to_vec()).text;
    let speech = speech_of_file(clean.as_bytes(), name, lexicon, fixes);
    let page = Page::of(&speech, PagePart::Whole);
    let messages = Messages::new(Lang::Vi);
    let again = |text: &str| speech_of_file(text.as_bytes(), "a", lexicon, &[]);
    let (out, kept) = markdown(&page, FurniturePolicy::Kept, &messages, &|text| Some(again(text)));
    let whole = sketch(&again(&out)) == sketch(&speech);
    assert_eq!(
        whole,
        kept == RoundTrip::Whole,
        "it is known whether the outline is kept by\n{out}"
    );
    words(&page, &out);
    let (out, text_kept) = text(&page, &messages, &|text| Some(again(text)));
    let whole = sketch(&again(&out)) == sketch(&speech);
    assert_eq!(
        whole,
        text_kept == RoundTrip::Whole,
        "it is known whether the outline is kept by\n{out}"
    );
    let said = |text: &str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        words.join(" ").replace("**", "")
    };
    let lines: Vec<String> = out.lines().map(said).collect();
    for piece in page.pieces.iter().filter(|piece| !Page::is_hidden(piece)) {
        let words = said(&piece.words());
        let found = lines.iter().any(|line| line.contains(&words));
        assert!(found || piece.kind == PieceKind::Title, "{words:?} is in\n{out}");
    }
    kept
}

/// Compares what a program for Markdown shows with the pieces, paragraph by paragraph.
fn words(page: &Page<'_>, out: &str) {
    let said = |text: &str| {
        text.split([' ', '\n', '\u{a0}']).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let shown: Vec<&PagePiece> = page
        .pieces
        .iter()
        .filter(|piece| !Page::is_hidden(piece) && piece.kind != PieceKind::Title)
        .collect();
    let cell = |cell: &PieceCell| {
        said(&cell.runs.iter().map(|run| run.words.as_str()).collect::<String>())
    };
    let wanted = shown.iter().flat_map(|piece| match piece.kind {
        PieceKind::Row(_) => piece.cells.iter().map(cell).filter(|cell| !cell.is_empty()).collect(),
        _ => vec![said(&piece.words())],
    });
    let wanted: Vec<String> = wanted.collect();
    let body = out.splitn(3, "---\n").nth(2).unwrap_or_default();
    let mut found: Vec<String> = Vec::new();
    let mut titles = 0;
    let mut open: Option<String> = None;
    // Quotation marks and dashes are made typographic by who wants that.
    let all = pulldown_cmark::Options::all();
    let all = all.difference(pulldown_cmark::Options::ENABLE_SMART_PUNCTUATION);
    // Braces at the end of a heading count there even where they are escaped.
    let all = all.difference(pulldown_cmark::Options::ENABLE_HEADING_ATTRIBUTES);
    for event in Parser::new_ext(body, all) {
        match event {
            Event::Start(Tag::Paragraph) => open = Some(String::new()),
            Event::Start(Tag::Heading { level, .. }) => {
                titles += usize::from(level as u8 == 1);
                open = Some(String::new());
            }
            Event::End(TagEnd::Heading(level)) => {
                let words = open.take().unwrap_or_default();
                if level as u8 > 1 {
                    found.push(said(&words));
                }
            }
            Event::Start(Tag::TableCell) => open = Some(String::new()),
            Event::End(TagEnd::TableCell) => {
                let words = said(&open.take().unwrap_or_default());
                found.extend((!words.is_empty()).then_some(words));
            }
            Event::Start(Tag::Table(_) | Tag::TableHead | Tag::TableRow)
            | Event::End(TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow) => {}
            Event::End(TagEnd::Paragraph) => found.push(said(&open.take().unwrap_or_default())),
            Event::Text(words) => open.iter_mut().for_each(|open| open.push_str(&words)),
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::HtmlBlock)
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::HtmlBlock)
            | Event::Html(_) => {}
            other => panic!("Markdown has {other:?} in\n{out}"),
        }
    }
    assert!(titles <= 1, "one title in\n{out}");
    assert_eq!(found, wanted, "any program shows the words of\n{out}");
}

/// A text of this name becomes a page that nothing in it can act on, whose links lead somewhere, and a
/// book whose parts are sound XML.
///
/// # Panics
///
/// If that does not hold.
pub fn publishing(source: &str, name: &str, lexicon: &Lexicon) {
    let clean = decode(source.as_bytes().to_vec()).text;
    let mut speech = speech_of_file(clean.as_bytes(), name, lexicon, &[]);
    let words: String = source.chars().take(80).collect();
    speech.meta.speaker = Some(words.clone());
    speech.meta.url = Some(format!("https://a.vn/{words}"));
    speech.meta.language = words;
    let page = Page::of(&speech, PagePart::Whole);
    let messages = Messages::new(Lang::En);
    let out = html(&page, FurniturePolicy::Kept, &messages);
    let document = dom_query::Document::from(out.as_str());
    let mut ids = HashSet::new();
    let mut titles = 0;
    for node in document.select("*").nodes() {
        let element = node.node_name().unwrap_or_default().to_string();
        let known = PAGE.split(' ').any(|known| known == element);
        assert!(known, "a page has no {element}:\n{out}");
        titles += usize::from(element == "h1");
        for attribute in node.attrs() {
            let name = attribute.name.local.to_string();
            assert!(!name.starts_with("on"), "{element} has {name}:\n{out}");
            if name == "id" {
                let id = attribute.value.to_string();
                assert!(ids.insert(id.clone()), "{id} is twice:\n{out}");
            }
        }
    }
    assert_eq!(titles, 1, "one h1:\n{out}");
    for link in document.select("a").nodes() {
        let href = link.attr("href").unwrap_or_default();
        let leads = match href.strip_prefix('#') {
            Some(id) => ids.contains(id),
            None => href.starts_with("https://a.vn/"),
        };
        assert!(leads, "{href} leads nowhere:\n{out}");
    }
    let moment = Moment::new([2023, 12, 20, 8, 0, 0]);
    let book = epub(&page, &moment, &messages).expect("memory takes a book");
    let mut archive = zip::ZipArchive::new(Cursor::new(book)).expect("an archive");
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).expect("a file");
        let name = file.name().expect("a name in UTF-8").into_owned();
        let mut text = String::new();
        file.read_to_string(&mut text).expect("UTF-8");
        if name.ends_with("ml") || name.ends_with("opf") {
            sound_xml(&text);
        }
    }
}

/// The elements that a page may have.
const PAGE: &str = "html head meta title link style body p a header h1 h2 h3 h4 h5 h6 dl div dt dd nav \
    details summary ol li small main article span em strong b aside footer table thead tbody tr th td";

fn sound_xml(text: &str) {
    let mut reader = quick_xml::Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let mut open = 0;
    loop {
        match reader.read_event() {
            Ok(quick_xml::events::Event::Eof) => break,
            Ok(quick_xml::events::Event::Start(element)) => {
                open += 1;
                for attribute in element.attributes() {
                    assert!(attribute.is_ok(), "attributes are sound in\n{text}");
                }
            }
            Ok(quick_xml::events::Event::End(_)) => open -= 1,
            Ok(quick_xml::events::Event::GeneralRef(name)) => {
                let name: &str = name.as_ref();
                let known = ["amp", "lt", "gt", "quot"].contains(&name);
                assert!(known || name.starts_with('#'), "XML knows no &{name}; in\n{text}");
            }
            Ok(_) => {}
            Err(error) => panic!("{error} in\n{text}"),
        }
    }
    assert_eq!(open, 0, "all elements end in\n{text}");
    let forbidden =
        |c: char| c < ' ' && !matches!(c, '\n' | '\t') || matches!(c, '\u{fffe}' | '\u{ffff}');
    assert!(!text.contains(forbidden), "XML has no such signs");
}

//! Promises of exporting: whatever the speech, it goes out with all its words and comes back with
//! its outline.

use crate::export::{Chrome, Kept, Page, Part, Piece, PieceKind, markdown, sketch, text};
use crate::i18n::{Lang, Messages};
use crate::import::{Options, import};
use crate::model::{Extent, Fix, Metadata, Origin, Speech, SpeechId};
use crate::parse::{Lexicon, parse_hinted};
use crate::text::decode;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
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
pub fn exporting(source: &str, name: &str, fixes: &[Fix], lexicon: &Lexicon) -> Kept {
    let clean = decode(source.as_bytes().to_vec()).text;
    let speech = speech_of_file(clean.as_bytes(), name, lexicon, fixes);
    let page = Page::of(&speech, Part::Whole);
    let messages = Messages::new(Lang::Vi);
    let again = |text: &str| speech_of_file(text.as_bytes(), "a", lexicon, &[]);
    let (out, kept) = markdown(&page, Chrome::Kept, &messages, &|text| Some(again(text)));
    let whole = sketch(&again(&out)) == sketch(&speech);
    assert_eq!(whole, kept == Kept::Whole, "it is known whether the outline is kept by\n{out}");
    words(&page, &out);
    let (out, text_kept) = text(&page, &messages, &|text| Some(again(text)));
    let whole = sketch(&again(&out)) == sketch(&speech);
    assert_eq!(
        whole,
        text_kept == Kept::Whole,
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
    let shown: Vec<&Piece> = page
        .pieces
        .iter()
        .filter(|piece| !Page::is_hidden(piece) && piece.kind != PieceKind::Title)
        .collect();
    let wanted: Vec<String> = shown.iter().map(|piece| said(&piece.words())).collect();
    let body = out.splitn(3, "---\n").nth(2).unwrap_or_default();
    let mut found: Vec<String> = Vec::new();
    let mut titles = 0;
    let mut open: Option<String> = None;
    for event in Parser::new_ext(body, pulldown_cmark::Options::all()) {
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
            Event::End(TagEnd::Paragraph) => found.push(said(&open.take().unwrap_or_default())),
            Event::Text(words) => open.iter_mut().for_each(|open| open.push_str(&words)),
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::HtmlBlock)
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::HtmlBlock)
            | Event::Html(_) => {}
            other => panic!("Markdown has {other:?} in\n{out}"),
        }
    }
    assert!(titles <= 1, "one title in\n{out}");
    let letters = |all: &[String]| {
        all.iter()
            .map(|words| words.replace(['“', '”', '‘', '’'], "\"").replace('\'', "\""))
            .collect::<Vec<_>>()
    };
    assert_eq!(letters(&found), letters(&wanted), "any program shows the words of\n{out}");
}

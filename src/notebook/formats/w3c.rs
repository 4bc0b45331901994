//! W3C Web Annotations going out: a collection of one page in JSON-LD (Web Annotation Data Model,
//! W3C Recommendation of 23 February 2017).
//!
//! What the model has no words for stands in properties of the program's own, under a prefix that the
//! context declares, so that a bookmark comes back as it was.

use super::iri;
use super::kept::MarkdownQuote;
use super::outgoing::Outgoing;
use crate::notebook::Settled;
use crate::text::path_text;
use serde::{Deserialize, Serialize};

/// The context that every annotation must have.
const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
/// The property with what the model has no words for.
pub(super) const PASSAGE: &str = "dienvan:passage";
/// The name of the collection.
const COLLECTION: &str = "urn:dienvan:bookmarks";
/// The name of its page.
const PAGE: &str = "urn:dienvan:bookmarks:1";

/// A collection of annotations (section 5.1).
#[derive(Serialize)]
pub struct AnnotationCollection {
    #[serde(rename = "@context")]
    context: (&'static str, Prefixes),
    id: &'static str,
    r#type: &'static str,
    total: usize,
    first: AnnotationPage,
}

#[derive(Serialize)]
struct Prefixes {
    dienvan: &'static str,
}

/// A page of annotations (section 5.2).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AnnotationPage {
    id: &'static str,
    r#type: &'static str,
    part_of: &'static str,
    start_index: usize,
    items: Vec<Annotation>,
}

/// An annotation (section 3).
#[derive(Serialize)]
struct Annotation {
    id: String,
    r#type: &'static str,
    motivation: &'static str,
    created: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    body: Vec<AnnotationBody>,
    target: AnnotationTarget,
    #[serde(rename = "dienvan:passage")]
    passage: AnnotatedPassage,
}

/// An embedded text (section 3.2.4).
#[derive(Serialize)]
struct AnnotationBody {
    r#type: &'static str,
    purpose: &'static str,
    format: &'static str,
    value: String,
}

/// A part of a resource (section 4).
#[derive(Serialize)]
struct AnnotationTarget {
    r#type: &'static str,
    source: String,
    selector: Vec<AnnotationSelector>,
}

/// How the part is told (sections 4.2.4 and 4.2.5).
#[derive(Serialize)]
#[serde(tag = "type")]
enum AnnotationSelector {
    TextQuoteSelector {
        exact: String,
        #[serde(skip_serializing_if = "String::is_empty")]
        prefix: String,
        #[serde(skip_serializing_if = "String::is_empty")]
        suffix: String,
    },
    /// In code points of the text, from 0; the end is behind the last.
    TextPositionSelector { start: usize, end: usize },
}

/// What the model has no words for.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct AnnotatedPassage {
    #[serde(rename = "dienvan:speech")]
    pub speech: String,
    #[serde(rename = "dienvan:title", skip_serializing_if = "Option::is_none", default)]
    pub title: Option<String>,
    #[serde(rename = "dienvan:file", skip_serializing_if = "Option::is_none", default)]
    pub file: Option<String>,
    #[serde(rename = "dienvan:fingerprint", skip_serializing_if = "Option::is_none", default)]
    pub fingerprint: Option<String>,
    #[serde(rename = "dienvan:speaker", skip_serializing_if = "Option::is_none", default)]
    pub speaker: Option<String>,
    #[serde(rename = "dienvan:date", skip_serializing_if = "Option::is_none", default)]
    pub date: Option<String>,
    #[serde(rename = "dienvan:sketch", skip_serializing_if = "Option::is_none", default)]
    pub sketch: Option<String>,
    #[serde(rename = "dienvan:item", skip_serializing_if = "Option::is_none", default)]
    pub item: Option<String>,
    #[serde(rename = "dienvan:label", skip_serializing_if = "Option::is_none", default)]
    pub label: Option<String>,
    #[serde(rename = "dienvan:copies", skip_serializing_if = "Option::is_none", default)]
    pub copies: Option<u32>,
    #[serde(rename = "dienvan:alike", skip_serializing_if = "Option::is_none", default)]
    pub alike: Option<u8>,
    #[serde(rename = "dienvan:start")]
    pub start: usize,
    #[serde(rename = "dienvan:end")]
    pub end: usize,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub kept: Option<KeptTerms>,
    #[serde(rename = "dienvan:lost", skip_serializing_if = "std::ops::Not::not", default)]
    pub lost: bool,
}

/// [`MarkdownQuote`] under names that the context declares.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(super) struct KeptTerms {
    #[serde(rename = "dienvan:kept-quote")]
    quote: String,
    #[serde(rename = "dienvan:kept-before")]
    before: String,
    #[serde(rename = "dienvan:kept-after")]
    after: String,
}

impl From<MarkdownQuote> for KeptTerms {
    fn from(MarkdownQuote { quote, before, after }: MarkdownQuote) -> Self {
        KeptTerms { quote, before, after }
    }
}

impl From<KeptTerms> for MarkdownQuote {
    fn from(KeptTerms { quote, before, after }: KeptTerms) -> Self {
        MarkdownQuote { quote, before, after }
    }
}

impl AnnotationCollection {
    /// Tells of bookmarks, in their order.
    pub fn of(all: &[Outgoing<'_>]) -> Self {
        AnnotationCollection {
            context: (CONTEXT, Prefixes { dienvan: "urn:dienvan:" }),
            id: COLLECTION,
            r#type: "AnnotationCollection",
            total: all.len(),
            first: AnnotationPage {
                id: PAGE,
                r#type: "AnnotationPage",
                part_of: COLLECTION,
                start_index: 0,
                items: all.iter().map(Annotation::of).collect(),
            },
        }
    }
}

impl Annotation {
    fn of(out: &Outgoing<'_>) -> Self {
        let bookmark = out.bookmark;
        let body = |purpose, format, value| AnnotationBody {
            r#type: "TextualBody",
            purpose,
            format,
            value,
        };
        let labels = &bookmark.labels;
        let note = bookmark.note.clone();
        let mut bodies: Vec<AnnotationBody> =
            note.map(|note| body("commenting", "text/markdown", note)).into_iter().collect();
        let plain = |purpose, value| body(purpose, "text/plain", value);
        bodies.extend(labels.tags.iter().map(|tag| plain("tagging", tag.clone())));
        bodies.extend(labels.kind.map(|kind| plain("classifying", kind.name().to_owned())));
        bodies.extend(labels.letter.map(|letter| plain("identifying", letter.to_string())));
        Annotation {
            id: iri::bookmark(&bookmark.id),
            r#type: "Annotation",
            motivation: if bookmark.note.is_some() { "commenting" } else { "bookmarking" },
            created: bookmark.created.to_string(),
            body: bodies,
            target: AnnotationTarget {
                r#type: "SpecificResource",
                source: out.source(),
                selector: selectors(out),
            },
            passage: AnnotatedPassage::of(out),
        }
    }
}

fn selectors(out: &Outgoing<'_>) -> Vec<AnnotationSelector> {
    let anchor = &out.bookmark.anchor;
    let (before, after) = anchor.around();
    let quote = AnnotationSelector::TextQuoteSelector {
        exact: anchor.words().into_owned(),
        prefix: before.into_owned(),
        suffix: after.into_owned(),
    };
    let position = out.speech.zip(out.range).and_then(|(speech, range)| {
        let start = speech.text.get(..range.start.get())?.chars().count();
        let length = speech.text.get(range.bytes())?.chars().count();
        Some(AnnotationSelector::TextPositionSelector { start, end: start + length })
    });
    [Some(quote), position].into_iter().flatten().collect()
}

impl AnnotatedPassage {
    fn of(out: &Outgoing<'_>) -> Self {
        let bookmark = out.bookmark;
        let anchor = &bookmark.anchor;
        let text = |text: &String| (!text.is_empty()).then(|| text.clone());
        AnnotatedPassage {
            speech: bookmark.speech.to_string(),
            title: text(&bookmark.title),
            file: bookmark.source.as_ref().map(|path| path_text(path).into_owned()),
            fingerprint: text(&bookmark.fingerprint),
            speaker: bookmark.kin.speaker.clone(),
            date: bookmark.kin.date.map(|date| date.to_string()),
            sketch: bookmark.kin.sketch.map(|sketch| sketch.to_string()),
            item: anchor.item.as_ref().map(|item| item.to_string()),
            label: text(&anchor.label),
            copies: (anchor.copies > 0).then_some(anchor.copies),
            alike: anchor.alike,
            start: anchor.range.start.get(),
            end: anchor.range.end.get(),
            kept: MarkdownQuote::of(anchor).map(KeptTerms::from),
            lost: bookmark.settled == Settled::Lost,
        }
    }
}

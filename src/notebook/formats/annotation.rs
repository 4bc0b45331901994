//! W3C Web Annotations coming in: what others wrote, taken as far as it says what a bookmark needs.
//!
//! Of a target its quote is wanted; annotations of whole documents are passed over. What this program
//! wrote is known by its own properties and comes back as it was.

use super::incoming::{IncomingBookmark, IncomingSpeech};
use super::iri;
use super::kept::MarkdownQuote;
use super::w3c::{AnnotatedPassage, PASSAGE};
use crate::notebook::{self, Bookmark, Kind, Labels, Settled};
use crate::speech::{Anchor, Date, Kin, Sketch, SpeechId};
use crate::text::TextRange;
use crate::text::slug::slug;
use serde_json::Value;
use std::path::PathBuf;

/// How many syllables of an address make the id of a speech that is not known.
const SYLLABLES: usize = 12;

/// Reads an annotation, an array of them, a page or a collection; nothing if it is none of these.
pub(super) fn read(value: &Value, now: jiff::Timestamp) -> Option<Vec<IncomingBookmark>> {
    let mut found = Vec::new();
    gather(value, &mut found)?;
    Some(found.into_iter().flat_map(|annotation| bookmarks(annotation, now)).collect())
}

/// Finds the annotations in a value.
fn gather<'a>(value: &'a Value, found: &mut Vec<&'a Value>) -> Option<()> {
    if let Value::Array(all) = value {
        return all.iter().try_for_each(|value| gather(value, found));
    }
    let is = |name: &str| one_or_more(&value["type"]).any(|kind| kind.as_str() == Some(name));
    // Hypothesis gives its answers as rows, which have all of an annotation but the type.
    let rows = value.get("rows").filter(|rows| rows.is_array());
    if let Some(inner) = rows {
        for row in inner.as_array()? {
            found.push(row);
        }
        Some(())
    } else if is("Annotation") {
        found.push(value);
        Some(())
    } else if is("AnnotationPage") {
        value.get("items").map_or(Some(()), |items| gather(items, found))
    } else if is("AnnotationCollection") {
        // A page that is only named would have to be fetched.
        value
            .get("first")
            .filter(|page| page.is_object())
            .map_or(Some(()), |page| gather(page, found))
    } else {
        None
    }
}

fn one_or_more(value: &Value) -> impl Iterator<Item = &Value> {
    let (many, one) = match value {
        Value::Array(all) => (all.as_slice(), None),
        Value::Null => (&[][..], None),
        value => (&[][..], Some(value)),
    };
    many.iter().chain(one)
}

/// Makes a bookmark of each quoted target of an annotation.
fn bookmarks(annotation: &Value, now: jiff::Timestamp) -> Vec<IncomingBookmark> {
    let time = annotation["created"].as_str().and_then(|time| time.parse().ok());
    let created = time.unwrap_or(now);
    let (note, labels) = bodies(annotation);
    let id = annotation["id"].as_str().and_then(iri::bookmark_of).unwrap_or_default();
    let targets = one_or_more(&annotation["target"]).filter_map(|target| {
        let quoted = Quoted::of(target)?;
        let source = source_of(target).or_else(|| annotation["uri"].as_str())?.to_owned();
        Some((quoted, source))
    });
    let passage = annotation
        .get(PASSAGE)
        .and_then(|own| serde_json::from_value::<AnnotatedPassage>(own.clone()).ok());
    targets
        .map(|(quoted, source)| {
            let position = quoted.position;
            let (note, labels, id) = (note.clone(), labels.clone(), id.clone());
            let known = passage.as_ref().and_then(|own| known(own, &quoted));
            match known {
                Some(known) => IncomingBookmark {
                    bookmark: Bookmark { id, note, labels, created, ..known },
                    home: IncomingSpeech::Known,
                    position,
                },
                None => IncomingBookmark {
                    bookmark: Bookmark { id, note, labels, created, ..foreign(&source, quoted) },
                    home: IncomingSpeech::Of(source),
                    position,
                },
            }
        })
        .collect()
}

/// What the selectors of a target say.
struct Quoted {
    exact: String,
    prefix: String,
    suffix: String,
    position: Option<(usize, usize)>,
}

impl Quoted {
    fn of(target: &Value) -> Option<Self> {
        let mut quoted: Option<Quoted> = None;
        let mut position = None;
        let mut open: Vec<&Value> = one_or_more(&target["selector"]).collect();
        while let Some(selector) = open.pop() {
            open.extend(one_or_more(&selector["refinedBy"]));
            let text = |key: &str| selector[key].as_str().unwrap_or_default().to_owned();
            match selector["type"].as_str() {
                Some("TextQuoteSelector") if selector["exact"].is_string() => {
                    quoted = Some(Quoted {
                        exact: text("exact"),
                        prefix: text("prefix"),
                        suffix: text("suffix"),
                        position: None,
                    });
                }
                Some("TextPositionSelector") => {
                    let number = |key: &str| usize::try_from(selector[key].as_u64()?).ok();
                    position = number("start").zip(number("end"));
                }
                _ => {}
            }
        }
        quoted.map(|quoted| Quoted { position, ..quoted })
    }
}

fn source_of(target: &Value) -> Option<&str> {
    let source = &target["source"];
    source.as_str().or_else(|| source["id"].as_str())
}

/// Reads note, tags, kind and letter from bodies.
fn bodies(annotation: &Value) -> (Option<String>, Labels) {
    let mut notes: Vec<&str> = annotation["bodyValue"].as_str().into_iter().collect();
    let mut labels = Labels::default();
    let mut tags: Vec<String> = Vec::new();
    let value_of = |body: &'_ Value| body["value"].as_str().map(str::to_owned);
    for body in one_or_more(&annotation["body"]) {
        let Some(value) = body["value"].as_str() else { continue };
        match body["purpose"].as_str() {
            Some("tagging") => tags.extend(value_of(body)),
            Some("classifying") if Kind::from_name(value).is_some() => {
                labels.kind = Kind::from_name(value);
            }
            Some("identifying") if single(value).is_some() => labels.letter = single(value),
            _ => notes.push(value),
        }
    }
    // As Hypothesis has them.
    notes.extend(annotation["text"].as_str());
    tags.extend(one_or_more(&annotation["tags"]).filter_map(|tag| Some(tag.as_str()?.to_owned())));
    labels.tags = notebook::unique(tags.iter().filter_map(|tag| notebook::tag(tag)));
    notes.retain(|note| !note.trim().is_empty());
    ((!notes.is_empty()).then(|| notes.join("\n\n")), labels)
}

fn single(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.next().is_none()).and_then(notebook::letter)
}

/// Makes a bookmark of what this program wrote; but for id, note, labels and time.
fn known(own: &AnnotatedPassage, quoted: &Quoted) -> Option<Bookmark> {
    let speech = SpeechId::parse(&own.speech)?;
    Some(Bookmark {
        title: own.title.clone().unwrap_or_else(|| speech.to_string()),
        speech,
        source: own.file.clone().map(PathBuf::from),
        fingerprint: own.fingerprint.clone().unwrap_or_default(),
        kin: Kin {
            speaker: own.speaker.clone(),
            date: own.date.as_deref().and_then(Date::parse_iso),
            sketch: own.sketch.as_deref().and_then(Sketch::parse),
        },
        anchor: MarkdownQuote::restore(
            own.kept.clone().map(MarkdownQuote::from),
            Anchor {
                range: TextRange::new(own.start, own.end.max(own.start)),
                item: own.item.as_deref().and_then(|item| item.parse().ok()),
                label: own.label.clone().unwrap_or_default(),
                copies: own.copies.unwrap_or(0),
                alike: own.alike.map(|alike| alike.min(100)),
                ..anchor(quoted)
            },
        ),
        settled: if own.lost { Settled::Lost } else { Settled::Open },
        ..foreign("", Quoted { position: None, ..clone(quoted) })
    })
}

fn clone(quoted: &Quoted) -> Quoted {
    Quoted {
        exact: quoted.exact.clone(),
        prefix: quoted.prefix.clone(),
        suffix: quoted.suffix.clone(),
        position: quoted.position,
    }
}

fn anchor(quoted: &Quoted) -> Anchor {
    Anchor {
        quote: quoted.exact.clone(),
        before: quoted.prefix.clone(),
        after: quoted.suffix.clone(),
        range: TextRange::new(0, quoted.exact.len()),
        ..Anchor::default()
    }
}

/// Makes a bookmark of a speech of which only an address is known: its id is made of that, and its
/// title is the address.
fn foreign(source: &str, quoted: Quoted) -> Bookmark {
    let words = source.split_once("://").map_or(source, |(_, rest)| rest);
    let id = SpeechId::parse(&slug(words, SYLLABLES));
    Bookmark {
        id: String::new(),
        speech: id.or_else(|| SpeechId::parse("-")).expect("a hyphen is an id"),
        title: source.to_owned(),
        source: iri::path_of(source),
        fingerprint: String::new(),
        kin: Kin::default(),
        anchor: anchor(&quoted),
        settled: Settled::Open,
        note: None,
        labels: Labels::default(),
        created: jiff::Timestamp::UNIX_EPOCH,
    }
}

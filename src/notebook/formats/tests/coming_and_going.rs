//! What goes out and comes in again is what it was; what others wrote is taken as far as it goes.

use super::model::check;
use super::*;
use crate::notebook::{Bookmark, Kind, Labels, Settled};
use crate::speech::anchor::capture;
use crate::speech::{Anchor, Kin, Sketch};
use crate::text::TextRange;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::path::PathBuf;

fn now() -> jiff::Timestamp {
    "2025-01-01T00:00:00Z".parse().expect("a time")
}

/// Makes a bookmark of the words of [`TEXT`].
pub(super) fn of_words(speech: &Speech, words: &str) -> Bookmark {
    let start = speech.text.find(words).expect("the words");
    Bookmark {
        id: "k3x9qa".to_owned(),
        speech: speech.id.clone(),
        title: speech.meta.title.clone(),
        source: Some(PathBuf::from("/tmp/bài nói.txt")),
        fingerprint: "0123456789abcdef".to_owned(),
        kin: Kin::of(speech),
        anchor: capture(speech, TextRange::new(start, start + words.len())),
        settled: Settled::Open,
        note: Some("Hỏi lại **văn phòng**.\n\nTrước 30/6.".to_owned()),
        labels: Labels {
            tags: vec!["quý I".to_owned(), "gấp".to_owned()],
            kind: Some(Kind::Question),
            letter: Some('đ'),
        },
        created: "2024-01-05T08:30:00Z".parse().expect("a time"),
    }
}

/// Texts as they are kept: NFC, one line or several.
fn text() -> impl Strategy<Value = String> {
    "[ -~àảđĐươờắ“”…–\u{a0}\u{1F600}\n]{0,40}"
}

fn word() -> impl Strategy<Value = String> {
    "[a-zđàắ]{1,8}"
}

fn anchor() -> impl Strategy<Value = Anchor> {
    let item = option::of("(nv|kq|hc2|md)\\.[1-9](\\.[1-9]){0,2}");
    (
        text(),
        text(),
        text(),
        (0..9000usize, 0..900usize),
        item,
        word(),
        0..9u32,
        option::of(0..=100u8),
    )
        .prop_map(|(quote, before, after, (start, length), item, label, copies, alike)| {
            Anchor {
                quote,
                before,
                after,
                range: TextRange::new(start, start + length + 1),
                item: item.map(|item| item.parse().expect("an address")),
                label,
                copies,
                alike,
            }
        })
}

fn labels() -> impl Strategy<Value = Labels> {
    let kind = option::of(proptest::sample::select(Kind::ALL.to_vec()));
    let letter = option::of(proptest::sample::select(vec!['a', 'Z', 'đ', 'ư']));
    (vec(word(), 0..4), kind, letter).prop_map(|(tags, kind, letter)| Labels {
        tags: crate::notebook::unique(tags),
        kind,
        letter,
    })
}

prop_compose! {
    fn any_bookmark()(
        id in "[a-z2-9]{6}|[ -~đ]{1,12}",
        speech in "[a-z0-9-]{1,20}",
        title in word(),
        source in option::of("/[a-z /%đ]{1,20}"),
        fingerprint in "([0-9a-f]{16})?",
        speaker in option::of(word()),
        day in option::of(1..=28u8),
        sketch in option::of("[0-9a-f]{32}"),
        anchor in anchor(),
        lost in any::<bool>(),
        note in option::of(text()),
        labels in labels(),
        created in 0..4_000_000_000i64,
    ) -> Bookmark {
        Bookmark {
            id,
            speech: SpeechId::parse(&speech).expect("an id"),
            title,
            source: source.map(PathBuf::from),
            fingerprint,
            kin: Kin {
                speaker,
                date: day.and_then(|day| Date::new(2023, 12, day)),
                sketch: sketch.as_deref().and_then(Sketch::parse),
            },
            anchor,
            settled: if lost { Settled::Lost } else { Settled::Open },
            note: note.filter(|note| !note.trim().is_empty()),
            labels,
            created: jiff::Timestamp::from_second(created).expect("a time"),
        }
    }
}

fn bookmarks(text: &str) -> Vec<Bookmark> {
    let read = read(text, now()).unwrap_or_else(|error| panic!("{error}: {text}"));
    read.into_iter()
        .inspect(|incoming| assert_eq!(incoming.home, IncomingSpeech::Known))
        .map(|incoming| incoming.bookmark)
        .collect()
}

fn outgoing(all: &[Bookmark]) -> Vec<Outgoing<'_>> {
    all.iter().map(|bookmark| Outgoing { bookmark, speech: None, range: None }).collect()
}

proptest! {
    #[test]
    fn what_goes_out_comes_in_as_it_was(all in vec(any_bookmark(), 0..6)) {
        let own = serde_json::to_string(&BookmarksFile::of(all.iter())).expect("JSON");
        prop_assert_eq!(bookmarks(&own), all.clone(), "the project's own JSON");
        let w3c = serde_json::to_string(&AnnotationCollection::of(&outgoing(&all))).expect("JSON");
        prop_assert_eq!(bookmarks(&w3c), all, "W3C Web Annotation");
    }

    #[test]
    fn what_goes_out_keeps_to_the_model(all in vec(any_bookmark(), 0..6)) {
        let mut seen = std::collections::HashSet::new();
        let all: Vec<Bookmark> =
            all.into_iter().filter(|bookmark| seen.insert(bookmark.id.clone())).collect();
        let value = serde_json::to_value(AnnotationCollection::of(&outgoing(&all))).expect("JSON");
        prop_assert_eq!(check(&value), Vec::<String>::new(), "{}", value);
    }

    #[test]
    fn positions_are_in_characters_of_the_text(at in 0..60usize, length in 1..60usize) {
        let speech = speech();
        let starts: Vec<usize> = speech.text.char_indices().map(|(at, _)| at).collect();
        let (from, to) = (at.min(starts.len() - 2), (at + length).min(starts.len() - 1));
        let range = TextRange::new(starts[from], starts[to]);
        let mut bookmark = of_words(&speech, "Rà soát");
        bookmark.anchor = capture(&speech, range);
        let all = [Outgoing { bookmark: &bookmark, speech: Some(&speech), range: Some(range) }];
        let value = serde_json::to_value(AnnotationCollection::of(&all)).expect("JSON");
        prop_assert_eq!(check(&value), Vec::<String>::new());
        let selector = &value["first"]["items"][0]["target"]["selector"][1];
        prop_assert_eq!(selector["start"].as_u64(), Some(from as u64));
        prop_assert_eq!(selector["end"].as_u64(), Some(to as u64));
        let words: String = speech.text.chars().skip(from).take(to - from).collect();
        prop_assert_eq!(&words, range.of(&speech.text));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,60}", cut in 0..400usize) {
        let _ = read(&text, now());
        let whole = serde_json::to_string(&json!({"type": "Annotation", "body": [1, null, {"value": []}],
            "target": ["a", {"source": 3, "selector": {"type": "TextQuoteSelector", "exact": "b"}}]})).expect("JSON");
        let _ = read(&whole[..cut.min(whole.len())], now());
    }
}

#[test]
fn a_passage_of_a_known_speech_as_annotation() {
    let speech = speech();
    let bookmark = of_words(&speech, "Rà soát các quy định.");
    let range = bookmark.anchor.range;
    let all = [Outgoing { bookmark: &bookmark, speech: Some(&speech), range: Some(range) }];
    let value = serde_json::to_value(AnnotationCollection::of(&all)).expect("JSON");
    let item = &value["first"]["items"][0];
    assert_eq!(item["id"], "urn:dienvan:bookmark:k3x9qa");
    assert_eq!(item["motivation"], "commenting");
    assert_eq!(item["target"]["source"], "https://example.vn/ket-luan?id=1");
    let purposes: Vec<_> = (0..5).map(|at| item["body"][at]["purpose"].clone()).collect();
    assert_eq!(purposes, ["commenting", "tagging", "tagging", "classifying", "identifying"]);
    assert_eq!(item["target"]["selector"][0]["exact"], "Rà soát các quy định.");
    assert_eq!(
        item["target"]["selector"][1],
        json!({"type": "TextPositionSelector", "start": 79, "end": 100})
    );
    // Without a web address its file, and without a file its id.
    let mut bare = speech.clone();
    bare.meta.url = None;
    let all = [Outgoing { bookmark: &bookmark, speech: Some(&bare), range: None }];
    let value = serde_json::to_value(AnnotationCollection::of(&all)).expect("JSON");
    let target = &value["first"]["items"][0]["target"];
    assert_eq!(target["source"], "file:///tmp/b%C3%A0i%20n%C3%B3i.txt");
    assert_eq!(target["selector"].as_array().map(Vec::len), Some(1));
    let homeless = Bookmark { source: None, ..bookmark };
    let value =
        serde_json::to_value(AnnotationCollection::of(&outgoing(&[homeless]))).expect("JSON");
    let source = &value["first"]["items"][0]["target"]["source"];
    assert_eq!(source, "urn:dienvan:speech:2022-04-04-ket-luan");
}

/// What a foreign annotation tells: its source, quote, note, tags, position.
type Told = (String, String, Option<String>, Vec<String>, Option<(usize, usize)>);

/// Reads foreign annotations.
#[track_caller]
fn foreign(value: &Value) -> Vec<Told> {
    let read = read(&value.to_string(), now()).expect("annotations");
    let tell = |incoming: IncomingBookmark| {
        let IncomingSpeech::Of(source) = incoming.home else { panic!("it is foreign") };
        let Bookmark { anchor, note, labels, .. } = incoming.bookmark;
        (source, anchor.quote, note, labels.tags, incoming.position)
    };
    read.into_iter().map(tell).collect()
}

#[test]
fn annotations_of_others_are_taken_in_every_form_of_the_model() {
    let quote = json!({"type": "TextQuoteSelector", "exact": "rà soát", "prefix": "là: ", "suffix": " các"});
    let position = json!({"type": "TextPositionSelector", "start": 4, "end": 11});
    let target = json!({"source": "https://example.vn/a", "selector": [quote, position]});
    let full = |note: Option<&str>, tags: &[&str]| {
        vec![(
            "https://example.vn/a".to_owned(),
            "rà soát".to_owned(),
            note.map(str::to_owned),
            tags.iter().map(|tag| (*tag).to_owned()).collect::<Vec<_>>(),
            Some((4, 11)),
        )]
    };
    let annotation = |body: Value| {
        json!({"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "id": "https://h.is/1",
            "body": body, "target": target})
    };
    assert_eq!(foreign(&annotation(Value::Null)), full(None, &[]));
    let body = json!({"type": "TextualBody", "value": "hỏi lại", "purpose": "commenting"});
    assert_eq!(foreign(&annotation(body)), full(Some("hỏi lại"), &[]));
    let bodies = json!([
        {"type": "TextualBody", "value": "một"},
        {"type": "TextualBody", "value": "#gấp", "purpose": "tagging"},
        {"type": "TextualBody", "value": "hai", "purpose": "replying"},
        {"type": "TextualBody", "value": "nhóm riêng", "purpose": "classifying"},
        "https://example.vn/picture.png",
    ]);
    assert_eq!(foreign(&annotation(bodies)), full(Some("một\n\nhai\n\nnhóm riêng"), &["gấp"]));
    let mut plain = annotation(Value::Null);
    plain["bodyValue"] = "chữ thường".into();
    plain["type"] = json!(["Annotation", "https://example.vn/Own"]);
    assert_eq!(foreign(&plain), full(Some("chữ thường"), &[]));
    // A page, a collection, an array; a source with properties; selectors one in the other.
    let mut nested = annotation(Value::Null);
    nested["target"] = json!([{
        "source": {"id": "https://example.vn/a", "format": "text/html"},
        "selector": {"type": "FragmentSelector", "value": "main", "refinedBy": {
            "type": "TextPositionSelector", "start": 4, "end": 11, "refinedBy": target["selector"][0]}}
    }]);
    for value in [
        json!([nested]),
        json!({"type": "AnnotationPage", "items": [nested]}),
        json!({"type": "AnnotationCollection", "first": {"type": "AnnotationPage", "items": [nested]}}),
    ] {
        assert_eq!(foreign(&value), full(None, &[]), "{value}");
    }
    // As Hypothesis exports them.
    let rows = json!({"total": 1, "rows": [{"id": "x", "uri": "https://example.vn/a", "text": "hỏi",
        "tags": ["gấp"], "target": [target]}]});
    assert_eq!(foreign(&rows), full(Some("hỏi"), &["gấp"]));
    // A whole document has no quote, and a page that is only named cannot be fetched.
    let mut whole = annotation(Value::Null);
    whole["target"] = "https://example.vn/a".into();
    assert_eq!(foreign(&whole), []);
    let named = json!({"type": "AnnotationCollection", "first": "https://example.vn/page1"});
    assert_eq!(foreign(&named), []);
}

#[test]
fn what_is_no_bookmarks_is_refused() {
    for (text, expected) in [
        ("{}", NotBookmarks::Unknown),
        ("[1]", NotBookmarks::Unknown),
        ("{\"type\": \"Note\"}", NotBookmarks::Unknown),
        (
            "{\"format\": \"dienvan-bookmarks\", \"version\": 2, \"bookmarks\": []}",
            NotBookmarks::Newer { found: 2, known: 1 },
        ),
        (
            "{\"format\": \"dienvan-bookmarks\", \"version\": 1, \"bookmarks\": [{\"speech\": \"a\"}]}",
            NotBookmarks::Lacks { entry: 1 },
        ),
        (
            "{\"format\": \"dienvan-bookmarks\", \"version\": 1, \"bookmarks\": [{\"speech\": \"Á\", \"quote\": \"b\"}]}",
            NotBookmarks::Lacks { entry: 1 },
        ),
    ] {
        assert_eq!(read(text, now()), Err(expected), "{text}");
    }
    assert!(matches!(read("{", now()), Err(NotBookmarks::Broken(_))));
    assert_eq!(read("\u{feff}[]", now()), Ok(Vec::new()));
}

#[test]
fn two_bookmarks_of_a_passage_become_one() {
    let speech = speech();
    let known = of_words(&speech, "Rà soát");
    let free = |_| true;
    assert_eq!(merge(&known, &known, free), []);
    let mut other = known.clone();
    other.note = Some("Trước 30/6.".to_owned());
    other.labels =
        Labels { tags: vec!["Gấp".to_owned()], kind: Some(Kind::New), letter: Some('b') };
    assert_eq!(merge(&known, &other, free), [], "it has all of that, or its own");
    other.note = Some("Đã hỏi.".to_owned());
    other.labels.tags.push("tòa án".to_owned());
    let both = "Hỏi lại **văn phòng**.\n\nTrước 30/6.\n\nĐã hỏi.".to_owned();
    let tags = ["quý I", "gấp", "tòa án"].map(str::to_owned).to_vec();
    use crate::notebook::Change::{SetKind, SetLetter, SetNote, SetTags};
    let id = || known.id.clone();
    assert_eq!(merge(&known, &other, free), [SetNote(id(), Some(both)), SetTags(id(), tags)]);
    let mut bare = known.clone();
    (bare.note, bare.labels) = (None, Labels::default());
    other.note = None;
    other.labels.tags.clear();
    assert_eq!(
        merge(&bare, &other, free),
        [SetKind(id(), Some(Kind::New)), SetLetter(id(), Some('b'))]
    );
    assert_eq!(merge(&bare, &other, |_| false), [SetKind(id(), Some(Kind::New))]);
}

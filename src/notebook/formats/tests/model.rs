//! The Web Annotation Data Model as a checker: what it says must be, and nothing that it does not
//! know but under a prefix that the context declares.

use serde_json::Value;

const MOTIVATIONS: [&str; 13] = [
    "assessing",
    "bookmarking",
    "classifying",
    "commenting",
    "describing",
    "editing",
    "highlighting",
    "identifying",
    "linking",
    "moderating",
    "questioning",
    "replying",
    "tagging",
];

/// The terms of the model that this program uses.
const TERMS: [&str; 23] = [
    "@context",
    "id",
    "type",
    "motivation",
    "created",
    "body",
    "target",
    "purpose",
    "format",
    "value",
    "source",
    "selector",
    "exact",
    "prefix",
    "suffix",
    "start",
    "end",
    "total",
    "first",
    "items",
    "partOf",
    "startIndex",
    "label",
];

/// Checks a collection; gives what is wrong, as paths and reasons.
pub fn check(collection: &Value) -> Vec<String> {
    let mut wrong = Wrong(Vec::new());
    wrong.context(&collection["@context"]);
    wrong.terms("", collection);
    wrong.is_type("", collection, "AnnotationCollection");
    wrong.iri("/id", &collection["id"]);
    let page = &collection["first"];
    wrong.is_type("/first", page, "AnnotationPage");
    wrong.iri("/first/id", &page["id"]);
    wrong.must("/first/partOf is its collection", page["partOf"] == collection["id"]);
    wrong.must("/first/startIndex is a number", page["startIndex"].is_u64());
    let items = page["items"].as_array().cloned().unwrap_or_default();
    wrong.must("/first/items is an array", page["items"].is_array());
    wrong.must("/total counts", collection["total"] == items.len());
    let mut ids: Vec<&str> = items.iter().filter_map(|item| item["id"].as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    wrong.must("ids differ", ids.len() == items.len());
    for (at, item) in items.iter().enumerate() {
        wrong.annotation(&format!("/first/items/{at}"), item);
    }
    wrong.0
}

struct Wrong(Vec<String>);

impl Wrong {
    fn must(&mut self, what: &str, holds: bool) {
        if !holds {
            self.0.push(what.to_owned());
        }
    }

    /// "The Annotation must have 1 or more @context values and http://www.w3.org/ns/anno.jsonld must
    /// be one of them" (3.1).
    fn context(&mut self, context: &Value) {
        let all: Vec<&Value> = match context {
            Value::Array(all) => all.iter().collect(),
            one => vec![one],
        };
        let has = all.iter().any(|one| **one == "http://www.w3.org/ns/anno.jsonld");
        self.must("/@context has anno.jsonld", has);
        let prefix = all.iter().any(|one| one["dienvan"].is_string());
        self.must("/@context declares dienvan", prefix);
    }

    /// Every key is a term of the model or has the declared prefix.
    fn terms(&mut self, path: &str, value: &Value) {
        match value {
            Value::Object(fields) => {
                for (key, value) in fields {
                    if path.is_empty() && key == "@context" {
                        continue;
                    }
                    let known = TERMS.contains(&key.as_str()) || key.starts_with("dienvan:");
                    self.must(&format!("{path}/{key} is a term"), known);
                    self.terms(&format!("{path}/{key}"), value);
                }
            }
            Value::Array(all) => {
                for (at, value) in all.iter().enumerate() {
                    self.terms(&format!("{path}/{at}"), value);
                }
            }
            _ => {}
        }
    }

    fn is_type(&mut self, path: &str, value: &Value, name: &str) {
        self.must(&format!("{path}/type is {name}"), value["type"] == name);
    }

    /// An IRI: a scheme, a colon, and none of the characters that RFC 3987 rules out.
    fn iri(&mut self, path: &str, value: &Value) {
        let good = value.as_str().is_some_and(|iri| {
            let (scheme, rest) = iri.split_once(':').unwrap_or_default();
            let mut letters = scheme.chars();
            letters.next().is_some_and(|c| c.is_ascii_alphabetic())
                && letters.all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
                && !rest.is_empty()
                && !iri.contains(|c: char| c <= ' ' || "<>\"{}|\\^`".contains(c) || c == '\u{7f}')
                && iri.match_indices('%').all(|(at, _)| {
                    let digits = iri.get(at + 1..at + 3).unwrap_or_default();
                    digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
                })
        });
        self.must(&format!("{path} is an IRI: {value}"), good);
    }

    fn annotation(&mut self, path: &str, item: &Value) {
        self.is_type(path, item, "Annotation");
        self.iri(&format!("{path}/id"), &item["id"]);
        let motivation = item["motivation"].as_str().unwrap_or_default();
        self.must(&format!("{path}/motivation is one"), MOTIVATIONS.contains(&motivation));
        // "an xsd:dateTime with the UTC timezone expressed as Z" (3.3.1)
        let created = item["created"].as_str().unwrap_or_default();
        let is_time = created.len() >= 20
            && created.ends_with('Z')
            && created.as_bytes()[10] == b'T'
            && created.parse::<jiff::Timestamp>().is_ok();
        self.must(&format!("{path}/created is a time in UTC: {created}"), is_time);
        let bodies = item["body"].as_array().cloned().unwrap_or_default();
        self.must(
            &format!("{path}/body is left out where empty"),
            item["body"].is_null() || !bodies.is_empty(),
        );
        for (at, body) in bodies.iter().enumerate() {
            let path = format!("{path}/body/{at}");
            self.is_type(&path, body, "TextualBody");
            self.must(&format!("{path}/value is one text"), body["value"].is_string());
            let purpose = body["purpose"].as_str().unwrap_or_default();
            self.must(&format!("{path}/purpose is one"), MOTIVATIONS.contains(&purpose));
            let format = body["format"].as_str().unwrap_or_default();
            self.must(&format!("{path}/format is a media type"), format.starts_with("text/"));
        }
        let target = &item["target"];
        let path = format!("{path}/target");
        self.is_type(&path, target, "SpecificResource");
        self.iri(&format!("{path}/source"), &target["source"]);
        let selectors = target["selector"].as_array().cloned().unwrap_or_default();
        self.must(&format!("{path}/selector is there"), !selectors.is_empty());
        for (at, selector) in selectors.iter().enumerate() {
            let path = format!("{path}/selector/{at}");
            match selector["type"].as_str() {
                Some("TextQuoteSelector") => {
                    self.must(&format!("{path}/exact is one text"), selector["exact"].is_string());
                    for key in ["prefix", "suffix"] {
                        let one = selector[key].is_null() || selector[key].is_string();
                        self.must(&format!("{path}/{key} is one text at most"), one);
                    }
                }
                Some("TextPositionSelector") => {
                    let (start, end) = (selector["start"].as_u64(), selector["end"].as_u64());
                    let whole = start.is_some() && end.is_some() && start <= end;
                    self.must(&format!("{path} has start and end"), whole);
                }
                _ => self.must(&format!("{path}/type is known"), false),
            }
        }
    }
}

#[test]
fn the_checker_finds_what_is_wrong() {
    let good = serde_json::json!({
        "@context": ["http://www.w3.org/ns/anno.jsonld", {"dienvan": "urn:dienvan:"}],
        "id": "urn:x:1", "type": "AnnotationCollection", "total": 1,
        "first": {
            "id": "urn:x:2", "type": "AnnotationPage", "partOf": "urn:x:1", "startIndex": 0,
            "items": [{
                "id": "urn:x:3", "type": "Annotation", "motivation": "commenting",
                "created": "2024-01-05T08:30:00Z",
                "body": [{"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": "a"}],
                "target": {
                    "type": "SpecificResource", "source": "https://example.vn/",
                    "selector": [
                        {"type": "TextQuoteSelector", "exact": "a", "prefix": "b"},
                        {"type": "TextPositionSelector", "start": 1, "end": 2}
                    ]
                },
                "dienvan:passage": {"dienvan:speech": "a"}
            }]
        }
    });
    assert_eq!(check(&good), Vec::<String>::new());
    for (pointer, value) in [
        ("/@context", serde_json::json!("http://www.w3.org/ns/other.jsonld")),
        ("/id", "không phải IRI".into()),
        ("/total", 2.into()),
        ("/first/partOf", "urn:x:9".into()),
        ("/first/items/0/type", "Note".into()),
        ("/first/items/0/id", "k3x9qa".into()),
        ("/first/items/0/created", "2024-01-05T08:30:00+07:00".into()),
        ("/first/items/0/motivation", "liking".into()),
        ("/first/items/0/body/0/value", 1.into()),
        ("/first/items/0/target/source", "https://a b".into()),
        ("/first/items/0/target/selector", serde_json::json!([])),
        ("/first/items/0/target/selector/0/exact", Value::Null),
        ("/first/items/0/target/selector/1/start", (-1).into()),
        ("/first/items/0/target/selector/1/end", 0.into()),
        ("/first/items/0/dienvan:passage", serde_json::json!({"speech": 1})),
    ] {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).expect(pointer) = value;
        assert!(!check(&bad).is_empty(), "{pointer}");
    }
}

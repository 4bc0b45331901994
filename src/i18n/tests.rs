//! Languages, numbers and dates; and that every message exists, in both languages, and is used.

use super::catalog::{self, AREAS};
use super::{Lang, Messages};
use crate::settings::action::Action;
use crate::speech::Date;
use crate::text::width::width;
use fluent_bundle::FluentResource;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Messages whose ids the program puts together: the prefix, and what follows it.
///
/// * `action-`: the name of an action
/// * `option-`: a key of the configuration file, its dots and underscores written as hyphens
/// * the others: what an enum of the model calls its members
const FAMILIES: &[&str] = &[
    "reason-",
    "cli-value-",
    "cli-about-",
    "cli-arg-",
    "place-",
    "class-",
    "sign-",
    "speech-kind-",
    "theme-",
    "check-",
    "review-count-",
    "review-state-",
    "action-",
    "option-",
    "hint-",
    "rule-",
    "sequence-",
    "source-",
    "kind-",
    "problem-",
    "change-",
    "state-",
    "task-state-",
    "register-group-",
    "register-part-",
    "task-column-",
    "month-",
    "rhythm-",
];

/// Returns the ids of a Fluent file with the source of each.
fn ids(text: &'static str) -> Vec<(&'static str, &'static str)> {
    let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1));
    let lines = starts.filter(|at| text[*at..].starts_with(|c: char| c.is_ascii_alphabetic()));
    lines
        .map(|at| {
            let source = catalog::entry(&text[at..]);
            let (id, _) =
                source.split_once(" = ").or(source.split_once(" =\n")).unwrap_or_else(|| {
                    panic!("a message is written `id = text`: {:?}", source.lines().next())
                });
            (id, source)
        })
        .collect()
}

/// Returns the names of the arguments in the source of a message.
fn arguments(source: &str) -> BTreeSet<&str> {
    source
        .split('$')
        .skip(1)
        .map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_'))
        .filter_map(|mut parts| parts.next())
        .collect()
}

/// Returns every message of a language: id, file, source.
fn all(lang: Lang) -> BTreeMap<&'static str, (&'static str, &'static str)> {
    let mut found = BTreeMap::new();
    for area in AREAS {
        for (id, source) in ids(area.text(lang)) {
            let earlier = found.insert(id, (area.name, source));
            assert_eq!(earlier, None, "{id} is defined twice");
        }
    }
    found
}

/// Returns the path and text of every Rust file of the program.
fn sources() -> Vec<(String, String)> {
    fn walk(folder: &Path, out: &mut Vec<(String, String)>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, out);
            } else if path.extension().is_some_and(|end| end == "rs") {
                out.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let mut out = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut out);
    out.retain(|(path, _)| !path.ends_with("i18n/tests.rs"));
    out
}

#[test]
fn every_file_parses_and_keeps_to_the_form_that_finding_needs() {
    for area in AREAS {
        for lang in Lang::ALL {
            let (name, text) = (area.name, area.text(lang));
            assert!(text.starts_with('#'), "{name} {lang:?} starts with a comment");
            let resource = FluentResource::try_new(text.to_owned());
            let resource = resource.unwrap_or_else(|(_, errors)| panic!("{name}: {errors:?}"));
            assert_eq!(resource.entries().count(), ids(text).len(), "{name} {lang:?}");
            for (id, source) in ids(text) {
                assert_eq!(catalog::find(lang, id), Some(source), "{id} {lang:?}");
                let one = FluentResource::try_new(source.to_owned());
                assert!(one.is_ok_and(|one| one.entries().count() == 1), "{id} stands alone");
            }
        }
    }
}

#[test]
fn a_message_refers_to_no_other() {
    for lang in Lang::ALL {
        for (id, (_, source)) in all(lang) {
            for place in source.split('{').skip(1) {
                let first = place.trim_start().chars().next();
                let allowed = matches!(first, Some('$' | '"'));
                assert!(allowed, "{id}: only arguments and quoted text may stand in braces");
            }
        }
    }
}

#[test]
fn every_message_exists_in_both_languages_with_the_same_arguments() {
    let (vi, en) = (all(Lang::Vi), all(Lang::En));
    for id in vi.keys().chain(en.keys()) {
        let (Some(vi), Some(en)) = (vi.get(id), en.get(id)) else {
            panic!("{id} is in one language alone");
        };
        assert_eq!(vi.0, en.0, "{id} is in the same file in both languages");
        assert_eq!(arguments(vi.1), arguments(en.1), "arguments of {id}");
    }
}

#[test]
fn every_action_has_a_short_help_text() {
    for lang in Lang::ALL {
        let messages = Messages::new(lang);
        for action in Action::ALL {
            let text = messages.get(&action.message());
            assert!(!text.contains('⟨'), "{text}");
            assert!(width(&text) <= 60, "{text}");
        }
        let known = |id: &str| Action::from_name(id.trim_start_matches("action-")).is_some();
        for id in all(lang).into_keys().filter(|id| id.starts_with("action-")) {
            assert!(known(id), "{id} belongs to no action");
        }
    }
}

/// Returns the ids that a source text asks for with a literal: `messages.get("…")` whatever the id,
/// `.with("…"` and `.get("…")` where the literal has the form of an id with a hyphen.
fn asked(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    for call in [".get(", ".with("] {
        for (at, _) in text.match_indices(call) {
            let rest = text[at + call.len()..].trim_start();
            let Some((id, _)) = rest.strip_prefix('"').and_then(|rest| rest.split_once('"')) else {
                continue;
            };
            let before = text[..at].trim_end();
            let messages = before.ends_with("messages") || before.ends_with("messages()");
            let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            if messages || (id.contains('-') && id.chars().all(kebab)) {
                out.push(id);
            }
        }
    }
    out
}

#[test]
fn every_id_in_the_source_exists() {
    let known = all(Lang::Vi);
    for (path, text) in sources() {
        for id in asked(&text) {
            assert!(known.contains_key(id), "{path} asks for {id}, which no .ftl file has");
        }
    }
}

#[test]
fn no_message_is_unused() {
    let sources = sources();
    for (id, (area, _)) in all(Lang::Vi) {
        let literal = format!("\"{id}\"");
        let used = FAMILIES.iter().any(|family| id.starts_with(family))
            || sources.iter().any(|(_, text)| text.contains(&literal));
        assert!(used, "{id} in {area}.ftl is used nowhere");
    }
}

#[test]
fn locales() {
    let table = [
        ("vi_VN.UTF-8", Lang::Vi),
        ("vi-VN", Lang::Vi),
        ("VI", Lang::Vi),
        ("", Lang::Vi),
        ("C", Lang::Vi),
        ("C.UTF-8", Lang::Vi),
        ("POSIX", Lang::Vi),
        ("en_GB.UTF-8", Lang::En),
        ("en", Lang::En),
        ("fr_FR@euro", Lang::En),
        ("vie", Lang::En),
    ];
    for (locale, expected) in table {
        assert_eq!(Lang::from_locale(locale), expected, "{locale}");
    }
    for lang in Lang::ALL {
        assert_eq!(Lang::from_code(lang.code()), Some(lang));
    }
    assert_eq!(Lang::from_code("auto"), None);
}

#[test]
fn numbers_and_dates() {
    let (vi, en) = (Messages::new(Lang::Vi), Messages::new(Lang::En));
    for (number, in_vi, in_en) in [
        (0, "0", "0"),
        (999, "999", "999"),
        (1234, "1.234", "1,234"),
        (12_345_678, "12.345.678", "12,345,678"),
    ] {
        assert_eq!(vi.count(number), in_vi);
        assert_eq!(en.count(number), in_en);
    }
    let date = Date::new(2023, 12, 2).unwrap();
    assert_eq!(vi.date(date), "02/12/2023");
    assert_eq!(en.date(date), "2 December 2023");
    assert_eq!(vi.percent(45), "45%");
}

#[test]
fn an_unknown_id_is_shown() {
    let messages = Messages::new(Lang::Vi);
    assert_eq!(messages.get("không-có"), "⟨không-có⟩");
    assert_eq!(messages.get("quit"), "⟨quit⟩");
}

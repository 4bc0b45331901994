//! An item of CSL JSON, as citeproc and Zotero read it: the type `speech`.

use super::names;
use super::source::CitedSource;
use serde::Serialize;

/// A speech, or a part of it, as CSL JSON tells it (schema `csl-data.json`, version 1.0.2).
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct CslItem {
    id: String,
    r#type: &'static str,
    title: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<CslName>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<CslDate>,
    genre: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    event_title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event_place: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event_date: Option<CslDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    language: String,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

/// A name: in parts that are never turned round, or as it is.
#[derive(Serialize)]
#[serde(untagged)]
enum CslName {
    Parts {
        family: String,
        given: String,
        #[serde(rename = "static-ordering")]
        static_ordering: bool,
    },
    Literal {
        literal: String,
    },
}

/// A day.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct CslDate {
    date_parts: [[u16; 3]; 1],
}

impl CslItem {
    /// Tells of a speech, or of a part of it.
    pub fn of(source: &CitedSource<'_>) -> Self {
        let meta = source.meta;
        let date = || {
            let date = meta.date?;
            let parts = [date.year(), u16::from(date.month()), u16::from(date.day())];
            Some(CslDate { date_parts: [parts] })
        };
        CslItem {
            id: source.key(),
            r#type: "speech",
            title: meta.title.clone(),
            author: meta.speaker.as_deref().map(name).into_iter().collect(),
            issued: date(),
            genre: source.genre().to_owned(),
            event_title: meta.occasion.clone(),
            event_place: meta.place.clone(),
            event_date: meta.occasion.as_ref().and_then(|_| date()),
            number: meta.number.clone(),
            language: meta.language.clone(),
            url: meta.url.clone(),
            note: source.note(),
        }
    }
}

fn name(name: &str) -> CslName {
    match names::parts(name) {
        Some((family, given)) => CslName::Parts {
            family: family.to_owned(),
            given: given.to_owned(),
            static_ordering: true,
        },
        None => CslName::Literal { literal: name.to_owned() },
    }
}

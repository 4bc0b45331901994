//! What the process that reads a file apart tells of it.

use crate::formats::read::{
    Draft, DraftNotice, FileProperties, ImportError, Limit, UnsupportedKind,
};
use crate::speech::{Date, Format, FurnitureKind, Hint, HintKind, Hints};
use crate::text::{Encoding, OffsetMap, TextRange};
use serde::{Deserialize, Serialize};

/// A draft, or why there is none.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Told {
    Draft(Box<Twin>),
    Damaged(String),
    Limit(Over),
    Encrypted(String),
    Kind(String),
    Scan,
}

/// A draft.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Twin {
    text: String,
    marks: Vec<(usize, usize, TwinMark)>,
    encoding: String,
    replaced: usize,
    removed: usize,
    title: Option<String>,
    author: Option<String>,
    date: Option<String>,
    url: Option<String>,
    empty_pages: u32,
    #[serde(default)]
    legibility: Legibility,
    #[serde(default)]
    hidden: u32,
}

/// Whether the words of a PDF are those that were written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
enum Legibility {
    #[default]
    Clear,
    Garbled,
}

#[derive(Debug, Serialize, Deserialize)]
enum TwinMark {
    Title,
    Heading(u8),
    Bold,
    Italic,
    Furniture(String),
    Spans(u16, u16),
}

/// A limit that a file may go over.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) enum Over {
    Bytes,
    Inflated,
    Entries,
    Depth,
    Text,
    Lines,
    Steps,
    Pages,
}

impl Told {
    pub(super) fn of(found: Result<Draft, ImportError>) -> Self {
        match found {
            Ok(draft) => Told::Draft(Box::new(Twin::of(draft))),
            Err(ImportError::Damaged { reason, .. }) => Told::Damaged(reason),
            Err(ImportError::Limit(limit)) => Told::Limit(match limit {
                Limit::Bytes => Over::Bytes,
                Limit::Inflated => Over::Inflated,
                Limit::Entries => Over::Entries,
                Limit::Depth => Over::Depth,
                Limit::Text => Over::Text,
                Limit::Lines => Over::Lines,
                Limit::Steps => Over::Steps,
                Limit::Pages => Over::Pages,
            }),
            Err(ImportError::Encrypted(format)) => Told::Encrypted(format.name().to_owned()),
            Err(ImportError::Kind(kind)) => Told::Kind(kind.name().to_owned()),
            Err(ImportError::Scan) => Told::Scan,
            Err(
                error @ (ImportError::EmptyArchive | ImportError::Archive | ImportError::Apart(_)),
            ) => Told::Damaged(error.to_string()),
        }
    }

    /// Returns what was told of a file of this format; nothing if it is not sound.
    pub(super) fn into_draft(self, format: Format) -> Option<Result<Draft, ImportError>> {
        Some(match self {
            Told::Draft(twin) => Ok(twin.into_draft(format)?),
            Told::Damaged(reason) => Err(ImportError::Damaged { format, reason }),
            Told::Limit(over) => Err(ImportError::Limit(match over {
                Over::Bytes => Limit::Bytes,
                Over::Inflated => Limit::Inflated,
                Over::Entries => Limit::Entries,
                Over::Depth => Limit::Depth,
                Over::Text => Limit::Text,
                Over::Lines => Limit::Lines,
                Over::Steps => Limit::Steps,
                Over::Pages => Limit::Pages,
            })),
            Told::Encrypted(name) => Err(ImportError::Encrypted(Format::from_name(&name)?)),
            Told::Kind(name) => Err(ImportError::Kind(UnsupportedKind::of_old_office(&name)?)),
            Told::Scan => Err(ImportError::Scan),
        })
    }
}

impl Twin {
    fn of(draft: Draft) -> Self {
        let mark = |hint: &Hint| {
            let mark = match hint.kind {
                HintKind::Title => TwinMark::Title,
                HintKind::Heading(level) => TwinMark::Heading(level),
                HintKind::Bold => TwinMark::Bold,
                HintKind::Italic => TwinMark::Italic,
                HintKind::Furniture(kind) => TwinMark::Furniture(kind.name().to_owned()),
                HintKind::Spans { columns, rows } => TwinMark::Spans(columns, rows),
            };
            (hint.range.start.get(), hint.range.end.get(), mark)
        };
        let (mut empty, mut hidden) = (0, 0);
        for notice in &draft.notices {
            match notice {
                DraftNotice::EmptyPages(count) => empty += count,
                DraftNotice::Hidden(count) => hidden += count,
                // That is told beside, the others are of other formats.
                DraftNotice::Garbled
                | DraftNotice::HiddenOnPage(_)
                | DraftNotice::LostChapters(_)
                | DraftNotice::PageWithoutText
                | DraftNotice::PageOfLinks
                | DraftNotice::PageOfFile => {}
            }
        }
        Twin {
            marks: draft.hints.marks.iter().map(mark).collect(),
            encoding: draft.encoding.name().to_owned(),
            replaced: draft.replaced,
            removed: draft.removed,
            empty_pages: empty,
            hidden,
            legibility: match draft.notices.contains(&DraftNotice::Garbled) {
                true => Legibility::Garbled,
                false => Legibility::Clear,
            },
            title: draft.facts.title,
            author: draft.facts.author,
            date: draft.facts.date.map(|date| date.to_string()),
            url: draft.facts.url,
            text: draft.text,
        }
    }

    fn into_draft(self, format: Format) -> Option<Draft> {
        let text = self.text;
        let mark = |(start, end, mark)| {
            text.get(start..end)?;
            let kind = match mark {
                TwinMark::Title => HintKind::Title,
                TwinMark::Heading(level) => HintKind::Heading(level),
                TwinMark::Bold => HintKind::Bold,
                TwinMark::Italic => HintKind::Italic,
                TwinMark::Spans(columns, rows) => HintKind::Spans { columns, rows },
                TwinMark::Furniture(name) => HintKind::Furniture(
                    FurnitureKind::ALL.into_iter().find(|kind| kind.name() == name)?,
                ),
            };
            Some(Hint { range: TextRange::new(start, end), kind })
        };
        let marks = self.marks.into_iter().map(mark).collect::<Option<Vec<Hint>>>()?;
        let empty = Some(self.empty_pages).filter(|count| *count > 0);
        let garbled = self.legibility == Legibility::Garbled;
        let hidden = Some(self.hidden).filter(|count| *count > 0);
        Some(Draft {
            hints: Hints { format, marks, ..Hints::default() },
            offsets: OffsetMap::default(),
            encoding: Encoding::from_shown_name(&self.encoding)?,
            replaced: self.replaced,
            removed: self.removed,
            facts: FileProperties {
                title: self.title,
                author: self.author,
                date: self.date.as_deref().and_then(Date::parse_iso),
                url: self.url,
                ..FileProperties::default()
            },
            notices: empty
                .map(DraftNotice::EmptyPages)
                .into_iter()
                .chain(garbled.then_some(DraftNotice::Garbled))
                .chain(hidden.map(DraftNotice::Hidden))
                .collect(),
            text,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Told;
    use crate::formats::read::{
        Draft, DraftNotice, FileProperties, ImportError, Limit, UnsupportedKind,
    };
    use crate::speech::{Date, Format, FurnitureKind, Hint, HintKind};
    use crate::text::{TextRange, decode};

    fn back(found: Result<Draft, ImportError>) -> Result<Draft, ImportError> {
        let json = serde_json::to_string(&Told::of(found)).expect("JSON");
        let told: Told = serde_json::from_str(&json).expect("what was told");
        told.into_draft(Format::Pdf).expect("it is sound")
    }

    #[test]
    fn what_is_told_is_what_was_found() {
        let mut draft = Draft::of_text(decode("Một là\n\nHai".as_bytes().to_vec()), Format::Pdf);
        let kinds = [
            HintKind::Title,
            HintKind::Heading(3),
            HintKind::Bold,
            HintKind::Italic,
            HintKind::Spans { columns: 2, rows: 3 },
            HintKind::Furniture(FurnitureKind::Chrome),
        ];
        draft.hints.marks = kinds.map(|kind| Hint { range: TextRange::new(0, 9), kind }).to_vec();
        draft.facts = FileProperties {
            title: Some("Bài".into()),
            author: Some("An".into()),
            date: Date::new(2024, 5, 6),
            url: None,
            ..FileProperties::default()
        };
        draft.notices =
            vec![DraftNotice::EmptyPages(3), DraftNotice::Garbled, DraftNotice::Hidden(2)];
        assert_eq!(format!("{:?}", back(Ok(draft.clone()))), format!("{:?}", Ok::<_, ()>(draft)));
        for error in [
            ImportError::Limit(Limit::Pages),
            ImportError::Limit(Limit::Text),
            ImportError::Encrypted(Format::Pdf),
            ImportError::Encrypted(Format::Docx),
            ImportError::Kind(UnsupportedKind::OldWord),
            ImportError::Kind(UnsupportedKind::Office("XLS")),
            ImportError::Scan,
            ImportError::Damaged { format: Format::Pdf, reason: "x".into() },
        ] {
            assert_eq!(back(Err(error.clone())).expect_err("an error"), error);
        }
    }

    #[test]
    fn what_is_not_sound_is_not_taken() {
        for json in [
            r#"{"Draft":{"text":"Một","marks":[[0,2,"Bold"]],"encoding":"UTF-8","replaced":0,"removed":0,"title":null,"author":null,"date":null,"url":null,"empty_pages":0}}"#,
            r#"{"Draft":{"text":"M","marks":[[0,1,{"Furniture":"x"}]],"encoding":"UTF-8","replaced":0,"removed":0,"title":null,"author":null,"date":null,"url":null,"empty_pages":0}}"#,
        ] {
            let told: Told = serde_json::from_str(json).expect("JSON");
            assert!(told.into_draft(Format::Pdf).is_none(), "{json}");
        }
    }
}

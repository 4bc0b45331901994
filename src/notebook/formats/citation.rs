//! A passage with where it comes from, to be pasted elsewhere.

use crate::i18n::Messages;
use crate::notebook::Bookmark;
use crate::settings::{CitationField, CitationTemplate};
use crate::speech::{Address, Speech};
use crate::text::TextRange;

/// Fills the citation template for a passage, or for a whole speech, which is not quoted.
pub fn citation(
    template: &CitationTemplate,
    speech: &Speech,
    range: Option<TextRange>,
    messages: &Messages,
) -> String {
    let meta = &speech.meta;
    template.fill(|field| match field {
        CitationField::Quote => range.map(|range| speech.words(range).trim().to_owned()),
        CitationField::Speaker => meta.speaker.clone(),
        CitationField::Office => meta.office.clone(),
        // Where nobody is named, the occasion alone does not tell which text it is.
        CitationField::Occasion => {
            let occasion = meta.occasion.clone().filter(|_| meta.speaker.is_some());
            Some(occasion.unwrap_or_else(|| meta.title.clone()))
        }
        CitationField::Place => meta.place.clone(),
        CitationField::Number => meta.number.clone(),
        CitationField::Url => meta.url.clone(),
        CitationField::Date => meta.date.map(|date| messages.date(date)),
        CitationField::Title => Some(meta.title.clone()),
        CitationField::Address => {
            let item = range.and_then(|range| speech.outline.item_at(range.start));
            let item = item.map(|item| speech.outline.address(item));
            Some(Address { speech: Some(speech.id.clone()), item }.to_string())
        }
    })
}

/// Fills the citation template from what a bookmark remembers, where its speech is not at hand.
pub fn remembered(template: &CitationTemplate, bookmark: &Bookmark, messages: &Messages) -> String {
    let Bookmark { speech, title, kin, anchor, .. } = bookmark;
    template.fill(|field| match field {
        CitationField::Quote => Some(anchor.words().trim().to_owned()),
        CitationField::Speaker => kin.speaker.clone(),
        CitationField::Occasion | CitationField::Title => Some(title.clone()),
        CitationField::Date => kin.date.map(|date| messages.date(date)),
        CitationField::Address => {
            let (speech, item) = (Some(speech.clone()), anchor.item.clone());
            Some(Address { speech, item }.to_string())
        }
        CitationField::Office | CitationField::Place => None,
        CitationField::Number | CitationField::Url => None,
    })
}

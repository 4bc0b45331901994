//! A passage with where it comes from, to be pasted elsewhere.

use crate::config::{CitationField, CitationTemplate};
use crate::i18n::Messages;
use crate::model::{Address, Speech};
use crate::text::TextRange;

/// Fills the citation template for a passage.
pub fn citation(
    template: &CitationTemplate,
    speech: &Speech,
    range: TextRange,
    messages: &Messages,
) -> String {
    let meta = &speech.meta;
    template.fill(|field| match field {
        CitationField::Quote => Some(speech.passage(range).trim().to_owned()),
        CitationField::Speaker => meta.speaker.clone(),
        CitationField::Occasion => {
            Some(meta.occasion.clone().unwrap_or_else(|| meta.title.clone()))
        }
        CitationField::Date => meta.date.map(|date| messages.date(date)),
        CitationField::Title => Some(meta.title.clone()),
        CitationField::Address => {
            let item = speech.outline.item_at(range.start);
            let item = item.map(|item| speech.outline.address(item));
            Some(Address { speech: Some(speech.id.clone()), item }.to_string())
        }
    })
}

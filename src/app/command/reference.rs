//! Following what a passage refers to, within the text and to other speeches; and the short forms that a text defines.

use super::here::Pointed;
use crate::app::App;
use crate::app::event::Effect;
use crate::app::id::EntryId;
use crate::app::layer::{
    About, Help, HelpLine, Overlay, Picker, PickerChoice, PickerSource, PickerTarget,
};
use crate::register::WantedDocument;
use crate::speech::{Reference, ReferenceTarget, references, short_forms};
use crate::text::{TextRange, fold};

impl App {
    /// Goes to what the passage at hand refers to; of several one is chosen.
    pub(super) fn follow_reference(&mut self) {
        let found = self.references_at_hand();
        let Some(first) = found.first() else {
            self.out.say("reference-none");
            return;
        };
        match (found.len(), &first.to) {
            (1, ReferenceTarget::Part(places)) if places.is_empty() => self.say_no_part(first),
            (1, ReferenceTarget::Part(places)) if places.len() == 1 => {
                let place = places[0];
                self.screen.focus_text();
                self.jump(place);
            }
            (1, ReferenceTarget::Document(_)) => self.follow_document(0),
            _ => self.pick(PickerSource::Reference),
        }
    }

    /// Goes to the document that the reference of this number, of those at hand, cites.
    pub(super) fn follow_document(&mut self, index: usize) {
        let Some(found) = self.references_at_hand().into_iter().nth(index) else { return };
        match &found.to {
            ReferenceTarget::Part(_) => self.say_no_part(&found),
            ReferenceTarget::Document(document) => match self.entry_of_document(document) {
                Some(entry) => {
                    self.reading.selection = None;
                    let depth = match self.shelf.entry(entry).and_then(|entry| entry.document()) {
                        Some(open) => open.jumps.depth(),
                        None => 0,
                    };
                    self.reading.followed.push((self.shelf.current(), entry, depth));
                    self.screen.focus_text();
                    self.open_speech(entry);
                }
                None => {
                    let unread = self.shelf.entries().any(|(_, entry)| entry.about.is_none());
                    if unread {
                        self.out.want(Effect::Shelve(crate::app::ShelfScope::Library));
                    }
                    self.out
                        .tell("reference-no-document", [("document", document.as_str().into())]);
                }
            },
        }
    }

    /// Lists what the passage at hand refers to.
    pub(super) fn reference_picker(&self) -> Option<Picker> {
        let speech = &self.shelf.document()?.speech;
        let mut choices = Vec::new();
        for (index, found) in self.references_at_hand().into_iter().enumerate() {
            let words = speech.line(found.range);
            match found.to {
                ReferenceTarget::Part(places) if places.is_empty() => {
                    let none = self.look.messages().get("reference-not-here");
                    choices.push(PickerChoice::new(words, none, "", PickerTarget::Document(index)));
                }
                ReferenceTarget::Part(places) => choices.extend(places.into_iter().map(|place| {
                    let block = speech.blocks[speech.block_at(place)].range;
                    let from = TextRange { start: place, end: block.end };
                    let label = format!("{words} → {}", speech.line(from));
                    let line = speech.line_at(place).to_string();
                    let line = self.look.messages().with("register-line", &[("line", line.into())]);
                    PickerChoice::new(label, line, "", PickerTarget::Place(place))
                })),
                ReferenceTarget::Document(document) => {
                    let title =
                        self.entry_of_document(&document).and_then(|entry| self.shelf.entry(entry));
                    let detail = match title {
                        Some(entry) => entry.title.clone(),
                        None => self.look.messages().get("reference-not-in-library"),
                    };
                    choices.push(PickerChoice::new(
                        words,
                        detail,
                        "",
                        PickerTarget::Document(index),
                    ));
                }
            }
        }
        (!choices.is_empty()).then(|| Picker::new(PickerSource::Reference, choices, 0))
    }

    /// Opens the list of short forms that the text defines, those of the passage at hand first.
    pub(super) fn open_short_forms(&mut self) {
        match self.short_form_help() {
            Some(help) => self.layers.open(Overlay::Help(help)),
            None => self.out.say("short-forms-none"),
        }
    }

    pub(super) fn short_form_help(&self) -> Option<Help> {
        let speech = &self.shelf.document()?.speech;
        let messages = self.look.messages();
        let mut known: Vec<(String, String)> = Vec::new();
        for form in short_forms(speech) {
            let short = speech.line(form.short);
            if known.iter().all(|(other, _)| *other != short) {
                known.push((short, speech.line(form.full)));
            }
        }
        let here = self.passage_at_hand().map(|here| speech.line(here)).unwrap_or_default();
        let (here, others): (Vec<_>, Vec<_>) =
            known.into_iter().partition(|(short, _)| has_word(&here, short));
        let mut lines = Vec::new();
        for (heading, forms) in [("short-forms-here", here), ("short-forms-others", others)] {
            if forms.is_empty() {
                continue;
            }
            if !lines.is_empty() {
                lines.push(HelpLine::Blank);
            }
            lines.push(HelpLine::Heading(messages.get(heading)));
            let told = |(short, full): (String, String)| HelpLine::Text(format!("{short}: {full}"));
            lines.extend(forms.into_iter().map(told));
        }
        let title = messages.get("short-forms-title");
        (!lines.is_empty()).then_some(Help { about: About::ShortForms, title, lines, scroll: 0 })
    }

    /// Goes back to the speech that a document was followed from, where nothing is left to go back to in this one.
    pub(super) fn return_from_document(&mut self) -> bool {
        let current = self.shelf.current();
        let depth = self.shelf.document().map_or(0, |open| open.jumps.depth());
        let back = self.reading.followed.last().copied();
        let here = back.filter(|(_, to, before)| *to == current && depth <= *before);
        let Some((from, ..)) = here else { return false };
        self.reading.followed.pop();
        self.open_speech(from);
        true
    }

    fn say_no_part(&mut self, found: &Reference) {
        let Some(open) = self.shelf.document() else { return };
        let words = open.speech.line(found.range);
        self.out.tell("reference-no-part", [("part", words.into())]);
    }

    fn references_at_hand(&self) -> Vec<Reference> {
        let Some(open) = self.shelf.document() else { return Vec::new() };
        self.passage_at_hand().map(|here| references(&open.speech, here)).unwrap_or_default()
    }

    /// Returns what is selected, or the paragraph where the reader is.
    fn passage_at_hand(&self) -> Option<TextRange> {
        if let Some(selection) = self.reading.selection {
            return Some(selection.range());
        }
        let speech = &self.shelf.document()?.speech;
        let place = match self.pointed()? {
            Pointed::Item(item) => speech.outline.items.get(item)?.range.start,
            Pointed::Section(section) => speech.outline.sections.get(section)?.range.start,
            Pointed::Text(place) => place,
        };
        speech.blocks.get(speech.block_at(place)).map(|block| block.range)
    }

    /// Finds the speech that bears the number of a document: the one that is open, or else the first of the shelf.
    fn entry_of_document(&self, document: &str) -> Option<EntryId> {
        let wanted = WantedDocument::new(document);
        let current = self.shelf.current();
        let others = self.shelf.entries().filter(|(id, entry)| *id != current && entry.is_there());
        let bears = |entry: &crate::app::entry::ShelfEntry| match entry.document() {
            Some(open) => {
                let meta = &open.speech.meta;
                wanted.is_borne_by(&meta.title, meta.number.as_deref())
            }
            None => {
                entry.about.is_some() && {
                    let meta = entry.listed().known.meta;
                    wanted.is_borne_by(&meta.title, meta.number.as_deref())
                }
            }
        };
        others.filter(|(_, entry)| bears(entry)).map(|(id, _)| id).next()
    }
}

/// Tells whether a text has a short form as a word of its own.
fn has_word(text: &str, short: &str) -> bool {
    let bare = |text: &str| -> String {
        fold(text).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect()
    };
    let words =
        |text: &str| format!(" {} ", bare(text).split_whitespace().collect::<Vec<_>>().join(" "));
    words(text).contains(&words(short))
}

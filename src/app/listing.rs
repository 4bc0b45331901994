//! Opening lists to pick from: the outline, the palette.

use super::overlay::Overlay;
use super::picker::{Choice, Picker, Source, Target};
use super::{App, whereabouts};
use crate::settings::action::{Action, Context};
use crate::settings::keymap::stack;
use crate::speech::SectionKind;

impl App {
    pub(super) fn open_outline(&mut self) {
        let Some(open) = self.shelf.document() else { return };
        let (speech, outline) = (&open.speech, &open.speech.outline);
        let mut choices: Vec<Choice> = Vec::new();
        for section in &outline.sections {
            let title = whereabouts::section_title(speech, section.kind, &self.messages);
            let place = Target::Place(section.range.start);
            let detail = match section.kind {
                SectionKind::Series(series) => outline.series[series].code(),
                SectionKind::Opening | SectionKind::Heading(_) | SectionKind::Closing => {
                    String::new()
                }
            };
            let depth = u16::from(section.depth);
            choices.push(Choice::new(title, detail, "", place).at_depth(depth));
        }
        for (index, item) in outline.items.iter().enumerate() {
            let address = outline.address(index).to_string();
            let path: Vec<String> = item.path.iter().map(u32::to_string).collect();
            let label = format!("{}. {}", path.join("."), speech.line(item.label));
            let place = Target::Place(item.range.start);
            let section = outline.section_at(item.range.start);
            let section = section.map_or(0, |section| outline.sections[section].depth);
            let depth = u16::from(section) + u16::from(item.level);
            choices.push(Choice::new(label, address.clone(), &address, place).at_depth(depth));
        }
        if choices.is_empty() {
            self.say_no_items();
            return;
        }
        // Sections and items in the order of the text, a section before its first item.
        choices.sort_by_key(|choice| match choice.target {
            Target::Place(pos) => (pos, choice.depth),
            Target::Action(_) | Target::Role(_) | Target::Furniture(_) => Default::default(),
            Target::Kind(_) | Target::Field(_) | Target::SpeechKind(_) => Default::default(),
        });
        let place = open.place();
        let here = choices
            .iter()
            .rposition(|choice| matches!(choice.target, Target::Place(pos) if pos <= place));
        self.open_picker(Source::Outline, choices, here.unwrap_or(0));
    }

    pub(super) fn open_palette(&mut self) {
        // The keys shown are those that hold under the palette.
        let contexts = self.contexts();
        let contexts =
            if contexts == [Context::Prompt] { stack(Context::Reader) } else { contexts };
        let choices = Action::ALL
            .iter()
            .filter(|action| !matches!(action, Action::Palette | Action::Accept))
            .filter(|&&action| makes_sense(action, contexts))
            .map(|&action| {
                let keys = self.settings.keymap.keys_of(contexts, action);
                let help = self.messages.get(&action.message());
                let detail = keys.into_iter().next().unwrap_or_default();
                Choice::new(help, detail, action.name(), Target::Action(action))
            })
            .collect();
        self.open_picker(Source::Palette, choices, 0);
    }

    fn open_picker(&mut self, source: Source, choices: Vec<Choice>, cursor: usize) {
        self.overlays.push(Overlay::Picker(Box::new(Picker::new(source, choices, cursor))));
    }

    /// Brings open lists up to date.
    pub(super) fn settle_overlays(&mut self) {
        for overlay in &mut self.overlays {
            match overlay {
                Overlay::Bookmarks(list) => list.settle(&self.bookmarks, self.shelf.document()),
                Overlay::Review(review) => {
                    review.settle(&self.bookmarks, self.shelf.document());
                }
                Overlay::Corrections(list) => list.settle(self.shelf.document()),
                Overlay::Help(help) => help.settle(self.size),
                Overlay::Prompt(_) | Overlay::Picker(_) | Overlay::Hunt(_) => {}
                Overlay::Note(_) => {}
                Overlay::Library(list) => list.settle(&self.shelf),
            }
        }
    }
}

/// Tells whether an action does anything where these contexts hold.
fn makes_sense(action: Action, contexts: &[Context]) -> bool {
    match action {
        Action::Delete => contexts.contains(&Context::List) || contexts.contains(&Context::Sidebar),
        Action::NextCandidate | Action::AcceptAll | Action::Reattach | Action::KeepLost => {
            contexts.contains(&Context::List)
        }
        Action::ToggleScope | Action::FilterBookmarks | Action::SortBookmarks => {
            contexts.contains(&Context::List)
        }
        Action::EditSpeech | Action::ArchiveSpeech | Action::DeleteSpeech => false,
        Action::SortLibrary | Action::ReverseLibrary => false,
        Action::NewLine | Action::OpenEditor => contexts.contains(&Context::Note),
        Action::SelectSwap => contexts.contains(&Context::Select),
        Action::Fold | Action::Unfold | Action::ToggleFold => contexts.contains(&Context::Sidebar),
        _ => true,
    }
}

//! Lists to pick from: the outline, the palette, menus; and what becomes of what is picked.

use crate::app::layer::{Overlay, Picker, PickerAnswer, PickerChoice, PickerSource, PickerTarget};
use crate::app::{App, whereabouts};
use crate::settings::action::{Action, Context};
use crate::speech::{Change, SectionKind};

/// What can be done with what was found in the library.
const HUNT: &[Action] = &[
    Action::Copy,
    Action::CopyHits,
    Action::ExportHits,
    Action::BookmarkHits,
    Action::RegisterHits,
    Action::SaveSearch,
    Action::SearchMode,
    Action::TaskScope,
    Action::Cancel,
];
/// What can be done with the list of the library.
const LIBRARY: &[Action] = &[
    Action::EditSpeech,
    Action::ArchiveSpeech,
    Action::DeleteSpeech,
    Action::Undo,
    Action::ToggleScope,
    Action::SortLibrary,
    Action::ReverseLibrary,
    Action::TaskScope,
    Action::OpenPath,
    Action::ImportPath,
    Action::ImportOpen,
    Action::Cancel,
];

impl App {
    /// Opens a list to pick from, if there is something to pick.
    pub(super) fn pick(&mut self, source: PickerSource) {
        if let Some(picker) = self.picker(source) {
            self.layers.open(Overlay::Picker(Box::new(picker)));
        }
    }

    fn picker(&mut self, source: PickerSource) -> Option<Picker> {
        match source {
            PickerSource::Outline => self.outline_picker(),
            PickerSource::Palette => Some(self.palette_picker()),
            PickerSource::Correct => self.correct_picker(),
            PickerSource::Role(of) => self.role_picker(of),
            PickerSource::Furniture => self.furniture_picker(),
            PickerSource::Kind => self.kind_picker(),
            PickerSource::Field => self.field_picker(),
            PickerSource::SpeechKind => self.speech_kind_picker(),
            PickerSource::Office => self.office_picker(),
            PickerSource::Task => self.task_picker(),
            PickerSource::Reference => self.reference_picker(),
            PickerSource::Theme => Some(self.theme_picker()),
            PickerSource::Import | PickerSource::Address => Some(self.question(source)),
        }
    }

    /// Makes the open layers anew that hold words of the language.
    pub(super) fn translate_layers(&mut self) {
        for mut overlay in self.layers.take_all() {
            match &mut overlay {
                Overlay::Picker(picker) => {
                    let other = self.picker(picker.source);
                    other.into_iter().for_each(|other| picker.translate(other));
                }
                Overlay::Help(help) => {
                    let other = self.help_about(help.about);
                    other.into_iter().for_each(|other| help.translate(other));
                }
                _ => {}
            }
            self.layers.open(overlay);
        }
    }

    fn outline_picker(&mut self) -> Option<Picker> {
        let open = self.shelf.document()?;
        let (speech, outline) = (&open.speech, &open.speech.outline);
        let mut choices: Vec<PickerChoice> = Vec::new();
        for section in &outline.sections {
            let title = whereabouts::section_title(speech, section.kind, self.look.messages());
            let place = PickerTarget::Place(section.range.start);
            let detail = match section.kind {
                SectionKind::Series(series) => outline.series[series].code(),
                SectionKind::Opening | SectionKind::Heading(_) | SectionKind::Closing => {
                    String::new()
                }
            };
            let depth = u16::from(section.depth);
            choices.push(PickerChoice::new(title, detail, "", place).at_depth(depth));
        }
        for (index, item) in outline.items.iter().enumerate() {
            let address = outline.address(index).to_string();
            let label = format!("{} {}", speech.mark(index), speech.line(item.label));
            let also = format!("{address} {}", speech.mark_path(index));
            let place = PickerTarget::Place(item.range.start);
            let section = outline.section_at(item.range.start);
            let section = section.map_or(0, |section| outline.sections[section].depth);
            let depth = u16::from(section) + u16::from(item.level);
            choices.push(PickerChoice::new(label, address, &also, place).at_depth(depth));
        }
        if choices.is_empty() {
            self.say_no_items();
            return None;
        }
        // Sections and items in the order of the text, a section before its first item.
        choices.sort_by_key(|choice| match choice.target {
            PickerTarget::Place(pos) => (pos, choice.depth),
            PickerTarget::Action(_) | PickerTarget::Role(_) | PickerTarget::Furniture(_) => {
                Default::default()
            }
            PickerTarget::Kind(_) | PickerTarget::Field(_) | PickerTarget::SpeechKind(_) => {
                Default::default()
            }
            PickerTarget::Office(_) | PickerTarget::Theme(_) => Default::default(),
            PickerTarget::Document(_) | PickerTarget::Answer(_) => Default::default(),
        });
        let place = open.place();
        let here = choices
            .iter()
            .rposition(|choice| matches!(choice.target, PickerTarget::Place(pos) if pos <= place));
        Some(Picker::new(PickerSource::Outline, choices, here.unwrap_or(0)))
    }

    /// Asks whether something is to be done.
    fn question(&self, source: PickerSource) -> Picker {
        let messages = self.look.messages();
        let (id, detail) = match source {
            PickerSource::Import => ("import-yes", String::new()),
            _ => ("address-yes", self.address().unwrap_or_default()),
        };
        let args = [("count", self.to_import().len().into())];
        let answer = |label: String, detail: String, answer| {
            PickerChoice::new(label, detail, "", PickerTarget::Answer(answer))
        };
        let choices = vec![
            answer(messages.with(id, &args), detail, PickerAnswer::Yes),
            answer(messages.get("answer-no"), String::new(), PickerAnswer::No),
        ];
        Picker::new(source, choices, 0)
    }

    fn palette_picker(&self) -> Picker {
        // The keys shown are those that hold under the palette.
        let contexts = self.contexts();
        // Over a list that has an input line, what can be done with it.
        let own = match self.layers.top() {
            Some(Overlay::Hunt(_)) => HUNT,
            Some(Overlay::Library(_)) => LIBRARY,
            _ => &[],
        };
        let is_listed = |action: &Action| !matches!(action, Action::Palette | Action::Accept);
        let listed = Action::ALL.iter().copied().filter(is_listed);
        let listed = match own {
            [] => listed.filter(|&action| makes_sense(action, contexts)).collect(),
            own => own.to_vec(),
        };
        let choices = self
            .recent
            .first(listed)
            .into_iter()
            .map(|action| {
                let help = self.look.messages().get(&action.message());
                let key = self.key_in(contexts, action);
                PickerChoice::new(help, key, action.name(), PickerTarget::Action(action))
            })
            .collect();
        Picker::new(PickerSource::Palette, choices, 0)
    }

    /// Does what an action means in a list to pick from.
    pub(super) fn perform_in_picker(&mut self, action: Action) -> bool {
        match action {
            Action::Accept => self.accept_picker(),
            Action::TaskScope => self.step(1),
            _ => return false,
        }
        true
    }

    fn accept_picker(&mut self) {
        let Some(Overlay::Picker(picker)) = self.layers.close() else { return };
        self.out.clear_notices();
        match (picker.picked(), picker.source) {
            (Some(PickerTarget::Place(pos)), _) => {
                self.screen.focus_text();
                self.jump(pos);
            }
            (Some(PickerTarget::Action(action)), source) => {
                if source == PickerSource::Palette {
                    self.recent.note(action);
                }
                self.run(action, None);
            }
            (Some(PickerTarget::Role(role)), PickerSource::Role(of)) => self.set_role(of, role),
            (Some(PickerTarget::Kind(kind)), _) => self.set_kind(kind),
            (Some(PickerTarget::Field(field)), _) => self.ask_field(field),
            (Some(PickerTarget::Office(index)), _) => self.take_office_at(index),
            (Some(PickerTarget::Theme(index)), _) => self.take_theme(index),
            (Some(PickerTarget::Document(index)), _) => self.follow_document(index),
            (Some(PickerTarget::SpeechKind(kind)), _) => self.set_speech_kind(kind),
            (Some(PickerTarget::Furniture(kind)), _) => self.mark_as(Change::Furniture(kind)),
            (Some(PickerTarget::Answer(PickerAnswer::Yes)), PickerSource::Import) => {
                self.import_open();
            }
            (Some(PickerTarget::Answer(PickerAnswer::Yes)), PickerSource::Address) => {
                self.open_address();
            }
            (Some(PickerTarget::Role(_) | PickerTarget::Answer(_)) | None, _) => {}
        }
    }
}

/// Returns whether an action does anything where these contexts hold.
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
        Action::TaskScope | Action::RegroupTasks | Action::FilterTasks | Action::MyTasks => {
            contexts.contains(&Context::Register)
        }
        Action::NextCell | Action::PreviousCell | Action::ExplainTask => {
            contexts.contains(&Context::Register)
        }
        Action::TaskDone | Action::TaskDoing | Action::NotMyTask => {
            contexts.contains(&Context::Register)
        }
        Action::TaskNote | Action::TaskProof => contexts.contains(&Context::Register),
        Action::NoTask | Action::TaskOffice | Action::TaskDeadline => {
            contexts.contains(&Context::Register)
        }
        Action::NewLine | Action::OpenEditor => contexts.contains(&Context::Note),
        Action::SelectSwap => contexts.contains(&Context::Select),
        Action::Fold | Action::Unfold | Action::ToggleFold => contexts.contains(&Context::Sidebar),
        _ => true,
    }
}

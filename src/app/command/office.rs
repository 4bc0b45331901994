//! Counting the office at hand among the user's own.

use crate::app::App;
use crate::app::event::Effect;
use crate::app::layer::{Overlay, Picker, PickerChoice, PickerSource, PickerTarget, TaskColumn};
use crate::app::notice::Notice;
use crate::i18n::Message;
use crate::register::{OfficeSettings, RegisterCell};

impl App {
    /// Counts the office at hand among the user's own; of several one is chosen.
    pub(super) fn take_office(&mut self) {
        match self.offices_at_hand().as_slice() {
            [] => self.out.say("office-none-here"),
            [_] => self.take_office_at(0),
            _ => self.pick(PickerSource::Office),
        }
    }

    /// Counts one of the offices at hand among the user's own.
    pub(super) fn take_office_at(&mut self, index: usize) {
        let Some(office) = self.offices_at_hand().into_iter().nth(index) else { return };
        if self.settings.offices.mine.contains(&office) {
            self.out.tell("office-taken-already", [("office", office.into())]);
            return;
        }
        self.out.tell("office-taken", [("office", office.as_str().into())]);
        self.out.want(Effect::TakeOffice(office));
    }

    pub(super) fn office_picker(&mut self) -> Option<Picker> {
        let offices = self.offices_at_hand().into_iter().enumerate();
        let choice = |(index, office)| {
            PickerChoice::new(office, String::new(), "", PickerTarget::Office(index))
        };
        Some(Picker::new(PickerSource::Office, offices.map(choice).collect(), 0))
    }

    /// Returns the offices that are named by the chosen cell of the register, by the selection, or by the task where the
    /// reader is.
    fn offices_at_hand(&mut self) -> Vec<String> {
        let book = self.register.offices().0;
        let mut offices: Vec<String> = Vec::new();
        for words in self.words_of_offices() {
            for office in book.offices_in(&words) {
                let office = office.text.split_whitespace().collect::<Vec<_>>().join(" ");
                if !offices.contains(&office) {
                    offices.push(office);
                }
            }
        }
        offices
    }

    fn words_of_offices(&self) -> Vec<String> {
        let words = |cell: &RegisterCell| cell.text.clone();
        if let Some(Overlay::Register(list)) = self.layers.top()
            && let Some((_, entry)) = list.at_cursor()
        {
            let column = match list.column {
                TaskColumn::Executors | TaskColumn::Partners | TaskColumn::ReportTo => list.column,
                _ => TaskColumn::Actors,
            };
            return column.cells(entry).into_iter().map(words).collect();
        }
        let Some(open) = self.shelf.document() else { return Vec::new() };
        let speech = &open.speech;
        if let Some(selection) = self.reading.selection {
            return vec![speech.line(selection.range())];
        }
        let place = open.place();
        let rows = self.register.rows_of(self.shelf.current());
        let task = rows.iter().find(|entry| entry.row.range.contains(place));
        if let Some(task) = task.filter(|task| !task.row.actors.is_empty()) {
            return task.row.actors.iter().map(words).collect();
        }
        let owner = open.item().and_then(|item| speech.outline.items[item].owner);
        owner.map(|owner| speech.line(owner)).into_iter().collect()
    }

    /// Takes what the configuration says of offices after a change.
    pub(in crate::app) fn offices_taken(&mut self, result: Result<Box<OfficeSettings>, Message>) {
        match result {
            Ok(offices) => {
                self.settings.offices = (*offices).clone();
                self.register.set_offices(*offices);
                let offices = self.register.offices();
                if let Some(list) = self.layers.register() {
                    list.set_offices(offices);
                }
            }
            Err(trouble) => self.out.notice(Notice::trouble(trouble)),
        }
    }
}

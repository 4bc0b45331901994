//! Opening files from inside, and taking files into the library.

use crate::app::App;
use crate::app::entry::Shelved;
use crate::app::event::Effect;
use crate::app::file_work::ImportedTexts;
use crate::app::layer::PickerSource;
use crate::app::library::Undoable;
use crate::app::notice::Notice;
use crate::app::scope::ShelfScope;
use crate::i18n::Message;
use crate::settings::action::{Action, Context};
use crate::settings::keymap::stack;
use std::path::PathBuf;

impl App {
    /// Reads texts that were asked for; of several the list.
    pub(in crate::app) fn texts_found(&mut self, found: Result<Vec<PathBuf>, Message>) {
        let paths = match found {
            Ok(paths) => paths,
            Err(trouble) => return self.out.notice(Notice::trouble(trouble)),
        };
        let Some(first) = paths.first().cloned() else { return };
        let several = paths.len() > 1;
        self.shelf.name(&paths);
        let Some(id) = self.shelf.find_file(&first) else { return };
        self.layers.close_all();
        self.screen.focus_text();
        self.open_speech(id);
        if several {
            self.library.scope = ShelfScope::Open;
            self.open_library();
        }
    }

    /// Returns the files that are open or were named and are not of the library.
    pub(super) fn to_import(&self) -> Vec<PathBuf> {
        let entries = self.shelf.entries().filter(|(_, entry)| self.shelf.is_foreign(entry));
        entries.filter_map(|(_, entry)| entry.path().map(ToOwned::to_owned)).collect()
    }

    /// Says how many files would be taken into the library, and asks.
    pub(super) fn ask_import(&mut self) {
        if self.layers.is_asking() {
            return;
        }
        match self.to_import().is_empty() {
            true => self.out.say("import-nothing"),
            false => self.pick(PickerSource::Import),
        }
    }

    /// Takes the open files into the library.
    pub(super) fn import_open(&mut self) {
        let paths = self.to_import();
        if !paths.is_empty() {
            self.out.tell("importing", [("count", paths.len().into())]);
            self.out.want(Effect::Import(paths));
        }
    }

    /// Tells what became of texts that were to be taken into the library; that can be taken back.
    pub(in crate::app) fn imported(&mut self, result: Result<Box<ImportedTexts>, Message>) {
        let ImportedTexts { new, other, same, failed } = match result {
            Ok(imported) => *imported,
            Err(trouble) => return self.out.notice(Notice::trouble(trouble)),
        };
        if let Some(trouble) = failed.first() {
            self.out.notice(Notice::trouble(trouble.clone()));
        }
        let args = [
            ("new", new.len().into()),
            ("other", other.into()),
            ("same", same.into()),
            ("failed", failed.len().into()),
            ("key", self.key_in(stack(Context::Prompt), Action::Undo).into()),
            ("list", self.reader_key(Action::Library).into()),
        ];
        let id = if new.is_empty() { "imported-none" } else { "imported" };
        self.out.tell(id, args);
        let shelved = new.iter().map(|path| Shelved { path: path.clone(), about: None });
        self.shelf.shelve(ShelfScope::Library, shelved.collect());
        if !new.is_empty() {
            self.library.note(Undoable::Imported(new));
        }
        self.library.bring();
        self.out.want(Effect::Shelve(ShelfScope::Library));
    }

    /// Takes an import back: the speeches that it brought are deleted, and can be restored.
    pub(super) fn undo_import(&mut self, paths: &[PathBuf]) {
        for path in paths {
            let id = self.shelf.find_or_add(path);
            self.out.want(Effect::DeleteSpeech(id, path.clone()));
        }
    }
}

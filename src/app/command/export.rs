//! Writing to a file from inside: the speech being read, the tasks of the register, bookmarks.

use crate::app::App;
use crate::app::event::Effect;
use crate::app::file_work::{ExportMatter, FileExport};
use crate::app::layer::PathPurpose;
use std::path::PathBuf;

impl App {
    /// Asks for the file that the speech being read is to be written to.
    pub(super) fn ask_speech_file(&mut self) {
        let whole = self.shelf.document().filter(|open| open.is_whole());
        let Some(open) = whole else { return self.out.say("still-reading") };
        let proposed = format!("{}.md", open.speech.id);
        self.ask_path(PathPurpose::ExportSpeech, &proposed);
    }

    pub(super) fn export_speech(&mut self, path: PathBuf) {
        if let Some(open) = self.shelf.document() {
            self.export(ExportMatter::Speech(Box::new(open.speech.clone())), path);
        }
    }

    /// Writes the tasks that the register shows, or showed last.
    pub(super) fn export_tasks(&mut self, path: PathBuf) {
        let shown = self.layers.open_register().map(|list| list.shown());
        let rows = shown.unwrap_or_else(|| {
            let rows = self.register.rows(self.register.view.scope, self.shelf.current());
            rows.iter().cloned().collect()
        });
        match self.register.today().filter(|_| !rows.is_empty()) {
            Some(today) => self.export(ExportMatter::Tasks(rows, today), path),
            None => self.out.warn("export-no-tasks", [("key", self.reader_register_key().into())]),
        }
    }

    /// Writes all bookmarks.
    pub(super) fn export_bookmarks(&mut self, path: PathBuf) {
        let all = self.notebook.bookmarks().to_vec();
        if all.is_empty() {
            return self.out.say("export-no-bookmarks");
        }
        self.export(ExportMatter::Bookmarks(all), path);
    }

    fn reader_register_key(&self) -> String {
        self.reader_key(crate::settings::action::Action::Register)
    }

    fn export(&mut self, matter: ExportMatter, path: PathBuf) {
        let (lang, form) = (self.look.messages().lang(), self.settings.citation.clone());
        self.out.want(Effect::Export(Box::new(FileExport { matter, path, lang, form })));
    }
}

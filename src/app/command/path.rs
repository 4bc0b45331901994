//! Input lines that ask for a file or a folder: completing what is typed, and what is done with it.

use crate::app::App;
use crate::app::event::Effect;
use crate::app::file_work::HitPurpose;
use crate::app::layer::{InputLine, Overlay, PathPurpose, Prompt, PromptPurpose};
use std::path::PathBuf;

impl App {
    /// Asks for a file or a folder.
    pub(super) fn ask_path(&mut self, purpose: PathPurpose, proposed: &str) {
        self.layers.ask(PromptPurpose::Path(purpose, Vec::new()), proposed);
    }

    /// Asks how the path that is being typed may go on.
    pub(super) fn complete_path(&mut self) {
        if let Some(Overlay::Prompt(Prompt { purpose: PromptPurpose::Path(..), line })) =
            self.layers.top()
        {
            self.out.want(Effect::Complete(line.text().to_owned()));
        }
    }

    /// Takes the paths that what was typed may become: as far as they agree that is typed, and if they part there, they
    /// show.
    pub(in crate::app) fn completed(&mut self, typed: &str, found: &[String]) {
        let Some(Overlay::Prompt(Prompt { purpose: PromptPurpose::Path(_, shown), line })) =
            self.layers.top_mut()
        else {
            return;
        };
        if line.text() != typed {
            return;
        }
        let common = found.iter().skip(1).fold(found.first().cloned(), |common, path| {
            common.map(|common| {
                let shared = common.chars().zip(path.chars()).take_while(|(a, b)| a == b);
                shared.map(|(c, _)| c).collect()
            })
        });
        if let Some(common) = common.filter(|common| common.len() > typed.len()) {
            *line = InputLine::with_text(&common);
        }
        *shown = if found.len() > 1 { found.to_vec() } else { Vec::new() };
    }

    /// Does what a path was asked for.
    pub(super) fn accept_path(&mut self, purpose: PathPurpose, typed: &str) {
        let typed = typed.trim();
        if typed.is_empty() {
            return;
        }
        let path = PathBuf::from(typed);
        match purpose {
            PathPurpose::Open => self.out.want(Effect::FindTexts(path)),
            PathPurpose::Import => self.out.want(Effect::Import(vec![path])),
            PathPurpose::ExportSpeech => self.export_speech(path),
            PathPurpose::ExportTasks => self.export_tasks(path),
            PathPurpose::ExportBookmarks => self.export_bookmarks(path),
            PathPurpose::ExportHits => self.gather_all(HitPurpose::Save(path)),
        }
    }
}

//! What is done with hits of the library beside going to them: copying, bookmarking, writing to a file, the register.

use super::quoted;
use crate::app::App;
use crate::app::event::Effect;
use crate::app::file_work::{HitGathering, HitPurpose};
use crate::app::layer::{Overlay, PathPurpose, RegisterScope};
use crate::app::library_search::At;
use crate::notebook::{Bookmark, Change};
use crate::search::language::{TermForm, TermSign};
use crate::speech::Origin;
use crate::text::TextRange;
use crate::text::slug::slug;

/// How many syllables of a query the proposed name of a file has.
const SYLLABLES: usize = 6;

impl App {
    /// Copies the hit at the cursor of the list, as a citation.
    pub(super) fn gather_hit(&mut self) {
        let Some(Overlay::Hunt(list)) = self.layers.top() else { return };
        let row = (!list.is_empty()).then_some(list.cursor.at());
        let at = row.and_then(|row| self.library.search.hit_of_row(row));
        match at.and_then(|at| self.hits_of(Some(at)).pop()) {
            Some(hits) => self.gather(HitPurpose::Copy, vec![hits]),
            None => self.out.say("hunt-nothing"),
        }
    }

    /// Does something with all hits that are listed.
    pub(super) fn gather_all(&mut self, purpose: HitPurpose) {
        match self.hits_of(None) {
            hits if hits.is_empty() => self.out.say("hunt-nothing"),
            hits => self.gather(purpose, hits),
        }
    }

    fn gather(&mut self, purpose: HitPurpose, hits: Vec<(Origin, Vec<TextRange>)>) {
        let (lang, form) = (self.look.messages().lang(), self.settings.citation.clone());
        let gathering = HitGathering { purpose, hits, lang, form };
        self.out.want(Effect::Gather(Box::new(gathering)));
    }

    /// Returns the hits, all or one, by their texts.
    fn hits_of(&self, only: Option<At>) -> Vec<(Origin, Vec<TextRange>)> {
        let speeches = self.library.search.speeches().iter().enumerate();
        let hits = speeches.map(|(speech, found)| {
            let wanted = |hit: usize| only.is_none_or(|at| at == At { speech, hit });
            let ranges = found.hits.iter().enumerate().filter(|(hit, _)| wanted(*hit));
            (found.origin.clone(), ranges.map(|(_, hit)| hit.range).collect())
        });
        hits.filter(|(_, ranges): &(_, Vec<_>)| !ranges.is_empty()).collect()
    }

    /// Stores the bookmarks of hits; those that are there already are not made twice.
    pub(in crate::app) fn keep_hits(&mut self, gathered: Vec<Bookmark>) {
        let known = self.notebook.bookmarks();
        let is_new = |new: &Bookmark| {
            !known.iter().any(|old| {
                old.fingerprint == new.fingerprint && old.anchor.range == new.anchor.range
            })
        };
        let (new, old): (Vec<Bookmark>, Vec<Bookmark>) = gathered.into_iter().partition(is_new);
        let tag = crate::notebook::tag(&quoted(self.library.search.typed()));
        let args = [
            ("count", new.len().into()),
            ("known", old.len().into()),
            ("tag", tag.clone().unwrap_or_default().into()),
        ];
        let id = if old.is_empty() { "hits-bookmarked" } else { "hits-bookmarked-some" };
        self.out.tell(id, args);
        let changes = new.into_iter().map(|mut bookmark| {
            bookmark.labels.tags.extend(tag.clone());
            Change::Add(bookmark)
        });
        let changes: Vec<Change> = changes.collect();
        if !changes.is_empty() {
            self.out.want(Effect::Store(changes));
        }
    }

    /// Asks for the file that the hits are to be written to.
    pub(super) fn ask_hits_file(&mut self) {
        if self.library.search.hits() == 0 {
            return self.out.say("hunt-nothing");
        }
        let name = slug(self.library.search.typed(), SYLLABLES);
        self.ask_path(PathPurpose::ExportHits, &format!("{name}.csv"));
    }

    /// Opens the register of the library, narrowed to the words that were searched for.
    pub(super) fn register_of_hits(&mut self) {
        let query = self.library.search.query();
        let words = query.terms().iter().map(|term| {
            let sign = if term.sign == TermSign::Without { "-" } else { "" };
            let words = query.typed()[term.range.clone()].trim_matches(['-', '"']);
            match term.form {
                TermForm::Word => format!("{sign}{words}"),
                TermForm::Phrase => format!("{sign}\"{words}\""),
            }
        });
        let typed = words.collect::<Vec<String>>().join(" ");
        if typed.is_empty() {
            return self.out.say("hunt-nothing");
        }
        self.layers.close_all();
        self.register.view.scope = RegisterScope::Library;
        self.register.view.typed = typed;
        self.register.view.at = None;
        self.open_register();
    }
}

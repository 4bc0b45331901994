//! A paragraph, read for its assignments.

mod clauses;
mod duty;

use super::assignment::Assignment;
use super::cues::{AGREEING, ASKING, DUE_LABEL, GIVER, INFORMING, ORDERING, STRICT};
use super::deadline::{Deadline, Due};
use super::draft::{Draft, Link};
use super::line::{Gap, Line};
use super::scope::{Lead, Mood, Scope, opening_time};
use super::slots::slots;
use super::source::RegisterSource;
use super::telling::{Completeness, Force, Telling, demands, is_asked, telling};
use crate::speech::{Duty, ItemIndex, Role};
use crate::text::TextRange;
use std::cell::OnceCell;
use std::ops::Range;

/// With more words than this an announcement orders something itself.
const ORDER_WORDS: usize = 20;

/// With no more words than this what no sign ends is the heading of the paragraphs behind it.
const HEADING_WORDS: usize = 20;

/// With no more words than this a sentence is the title of what follows: "Bảo đảm nguồn lực.".
const TITLE_WORDS: usize = 6;

/// Whether a paragraph opens a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    /// It opens an item of a list of tasks.
    Task,
    /// It opens an item of another list.
    Member,
    /// It opens no item.
    Prose,
}

/// A paragraph.
pub(super) struct Passage<'a, 'r> {
    pub source: &'r RegisterSource<'a>,
    pub line: &'r Line<'a>,
    /// The innermost item that it lies in.
    pub item: Option<ItemIndex>,
    pub zone: Zone,
    /// Its deadlines, once they were asked for.
    pub times: OnceCell<Vec<Deadline>>,
}

impl Passage<'_, '_> {
    /// Reads it, and puts its assignments behind those before.
    pub fn read(&self, scope: &mut Scope, out: &mut Vec<Assignment>) {
        scope.note_narrators(self.line);
        if self.zone == Zone::Prose {
            scope.asks &= self.quotes_rule() || !self.cites_order();
            // What a quoted rule announces is quoted, too.
            let goes_on = scope.quotes && scope.announces;
            scope.quotes = scope.asks || goes_on || self.quotes_rule();
            scope.announces = self.line.announces();
        }
        if self.is_lead_in(scope) {
            return;
        }
        let mut drafts: Vec<Draft> = Vec::new();
        for sentence in self.sentences() {
            self.sentence(sentence, scope, &mut drafts);
        }
        if self.zone != Zone::Task && self.item.is_none() {
            let gives = !drafts.is_empty();
            scope.mood = if gives { Mood::Directing } else { scope.mood };
        }
        let lead = match self.item.filter(|_| self.zone == Zone::Task || self.is_in_task()) {
            Some(item) => {
                let own = (self.zone == Zone::Prose)
                    .then(|| scope.announcing_item(self.source, item))
                    .flatten();
                let named = own.filter(|own| !own.actors.is_empty());
                named.unwrap_or_else(|| scope.lead_of(self.source, item))
            }
            None => scope.above.clone(),
        };
        let mut subject = Vec::new();
        for draft in drafts {
            if !draft.actors.is_empty() {
                scope.above.actors.clear();
                scope.note_told(self.line.words(draft.actors.clone()));
            }
            let link = draft.link;
            let made = self.assignment(draft, &lead, &subject);
            if made.names_its_actors() {
                subject.clone_from(&made.actors);
            } else if link == Link::Sentence {
                subject.clear();
            }
            scope.run.pass(out.len());
            out.push(made);
        }
    }

    /// Tells whether it cites a document that tells people what to do.
    fn cites_order(&self) -> bool {
        let documents = slots(self.line, 0..self.line.len(), 0).documents;
        let orders = |at: usize| self.line.cue(at, ORDERING).is_some();
        documents.iter().any(|cited| orders(self.line.word_at(cited.words.start)))
    }

    fn is_in_task(&self) -> bool {
        self.item.is_some_and(|item| self.source.speech.outline.items[item].role == Role::Task)
    }

    /// Tells whether it only announces what follows, and notes what an unmarked one says of that.
    fn is_lead_in(&self, scope: &mut Scope) -> bool {
        let outline = &self.source.speech.outline;
        let range = self.line.range(0..self.line.len());
        let leads = |lead: TextRange| lead.start < range.end && lead.end > range.start;
        if let Some(item) = self.item.filter(|_| self.zone == Zone::Task) {
            let has_items =
                outline.items.get(item + 1).is_some_and(|next| next.parent == Some(item));
            let goes_on = outline.items[item].range.end > range.end;
            let names = self.line.names_alone();
            if !has_items {
                let is_heading = self.line.len() <= HEADING_WORDS
                    && self.sentences().len() == 1
                    && !self.line.ends_sentence()
                    && !self.states_aim();
                let announces = self.line.announces() && !self.orders_itself(scope);
                return goes_on && (names || announces || is_heading);
            }
            let owner = outline.items[item].duty != Duty::Work;
            let sentences = self.sentences().len();
            return owner
                || self.line.announces() && !self.orders_itself(scope)
                || !self.line.announces()
                    && sentences == 1
                    && !self.line.ends_sentence()
                    && !self.states_aim()
                    && !self.is_bold_order(scope);
        }
        if !self.line.introduces() {
            return false;
        }
        let lead = scope.read_lead(self.source, range);
        let asks = |at: usize| self.line.cue(at, GIVER | STRICT | ASKING).is_some();
        if !lead.actors.is_empty() || (0..self.line.len()).any(asks) {
            scope.mood = Mood::Directing;
        }
        if !outline.series.iter().filter_map(|series| series.lead).any(leads) {
            scope.above = lead;
        }
        true
    }

    /// Tells whether an announcement tells somebody to do more than what it announces: "X tập trung lãnh đạo, triển khai …; trong đó:".
    fn orders_itself(&self, scope: &Scope) -> bool {
        let narrates = |office: &str| scope.is_narrator(office);
        let told = telling(self.line, 0..self.line.len(), Completeness::Sentence, &narrates);
        told.is_some_and(|told| {
            let behind = told.behind..self.line.len();
            behind.len() > ORDER_WORDS
                && behind.clone().any(|at| {
                    self.line.gap(at) == Gap::Semicolon
                        || self.line.is(at, "trong") && self.line.is(at + 1, "đó")
                })
        })
    }

    /// Tells whether a paragraph in bold letters is a sentence that gives somebody a task.
    fn is_bold_order(&self, scope: &Scope) -> bool {
        let narrates = |office: &str| scope.is_narrator(office);
        let told = telling(self.line, 0..self.line.len(), Completeness::Sentence, &narrates);
        self.line.stops() && told.is_some_and(|told| told.force == Force::Given)
    }

    fn has_deadline(&self) -> bool {
        self.times().iter().any(|one| one.due != Due::Fuzzy)
    }

    /// Tells whether a heading states a figure or day of its own, and not only what it is about: "Công tác chuẩn bị …".
    fn states_aim(&self) -> bool {
        let acts = self.line.tells(0) || self.line.offices(0).is_some();
        acts && (self.has_deadline() || !slots(self.line, 0..self.line.len(), 0).targets.is_empty())
    }

    fn sentences(&self) -> Vec<Range<usize>> {
        let mut out = Vec::new();
        let mut from = 0;
        for at in 1..=self.line.len() {
            if self.line.gap(at) == Gap::Stop {
                out.push(from..at);
                from = at;
            }
        }
        out
    }

    fn sentence(&self, sentence: Range<usize>, scope: &mut Scope, drafts: &mut Vec<Draft>) {
        if self.is_time_of_all(&sentence, drafts) {
            return;
        }
        let narrates = |office: &str| scope.is_narrator(office);
        let told = telling(self.line, sentence.clone(), Completeness::Sentence, &narrates);
        let told = self.with_owner(told, &sentence);
        let asked = is_asked(self.line, sentence.clone(), &narrates);
        let told = told.filter(|told| self.is_told(told, scope));
        let is_first = drafts.is_empty();
        let agrees = told.is_none() && self.line.cue(sentence.start, AGREEING).is_some();
        if agrees || sentence.clone().any(|at| self.line.cue(at, INFORMING).is_some()) {
            return;
        }
        let opens_item = self.zone == Zone::Task && is_first && !scope.quotes && !self.enacts();
        let goes_on = !is_first && demands(self.line, sentence.clone());
        let directs = told.is_some() || asked || goes_on || self.demands(sentence.clone(), scope);
        if is_first {
            if !opens_item && !directs {
                return;
            }
            self.take_time(&sentence, told.as_ref(), scope);
        }
        let deadlines = self.deadlines(&sentence);
        let named = told.as_ref().map(|told| self.line.words(told.actors.clone()));
        let same = drafts.last().is_some_and(|last| {
            named.is_some_and(|named| {
                !last.actors.is_empty()
                    && self.line.words(last.actors.clone()).to_lowercase() == named.to_lowercase()
            })
        });
        let waits = drafts.last().is_some_and(|last| {
            last.actors.is_empty()
                && last.deadline.is_none()
                && (!last.directs && told.is_some() || last.words.len() <= TITLE_WORDS)
        });
        if let Some(last) = drafts.last_mut().filter(|_| waits) {
            // What came before only told how things are, or what it is about.
            last.words.end = sentence.end;
            if let Some(told) = told {
                (last.work, last.actors, last.directs) = (told.behind, told.actors, true);
            }
            last.deadline = deadlines.into_iter().next();
            return;
        }
        let begins = is_first
            || told.is_some() && !same
            || asked && self.zone != Zone::Task
            || deadlines.iter().any(|one| one.due != Due::Fuzzy)
                && (directs || self.zone == Zone::Task);
        if !begins {
            if let Some(last) = drafts.last_mut() {
                last.words.end = sentence.end;
                last.deadline = last.deadline.take().or(deadlines.into_iter().next());
            }
            return;
        }
        if told.is_some() && self.zone != Zone::Task && self.item.is_none() {
            scope.mood = Mood::Directing;
        }
        let known = drafts.len();
        self.pieces(sentence, told, deadlines, drafts);
        for draft in drafts.iter_mut().skip(known) {
            draft.directs = directs;
        }
    }

    /// Takes a sentence such as "Thời hạn hoàn thành: trước ngày 30/11/2025." for the time of all that the paragraph tells.
    fn is_time_of_all(&self, sentence: &Range<usize>, drafts: &mut [Draft]) -> bool {
        let label = self.line.cue(sentence.start, DUE_LABEL);
        let is_field =
            label.is_some_and(|count| self.line.gap(sentence.start + count) == Gap::Colon);
        if !is_field || drafts.is_empty() {
            return false;
        }
        let time = self.deadlines(sentence).into_iter().next();
        for draft in drafts.iter_mut().filter(|draft| draft.deadline.is_none()) {
            draft.deadline.clone_from(&time);
        }
        true
    }

    /// Takes the office that the outline reads at the head of an item where that is longer.
    fn with_owner(&self, told: Option<Telling>, sentence: &Range<usize>) -> Option<Telling> {
        let item = self.item.map(|item| &self.source.speech.outline.items[item]);
        let owner = item.and_then(|item| item.owner).filter(|_| self.zone == Zone::Task);
        let Some(owner) = owner.filter(|owner| owner.start >= self.line.range(0..1).start) else {
            return told;
        };
        let actors = self.line.word_at(owner.start)..self.line.word_at(owner.end);
        if !sentence.contains(&actors.start) || actors.is_empty() {
            return told;
        }
        match told {
            Some(told) if told.actors.start != actors.start || told.actors.end >= actors.end => {
                Some(told)
            }
            Some(told) => {
                let says = |at: usize| self.line.is(at, "là");
                // An office that leaves no work has the work among its words.
                let is_named = self.line.gap(told.actors.end) == Gap::Colon
                    && self.line.tells(told.actors.end);
                let grows = actors.end < sentence.end
                    && !is_named
                    && !(told.actors.end..actors.end).any(says);
                let actors = if grows { actors } else { told.actors.clone() };
                Some(Telling { behind: told.behind.max(actors.end), actors, ..told })
            }
            None => Some(Telling { behind: actors.end, actors, force: Force::Must }),
        }
    }

    fn deadlines(&self, sentence: &Range<usize>) -> Vec<Deadline> {
        let (start, end) = (self.line.start_of(sentence.start), self.line.end_before(sentence.end));
        let inside = |one: &&Deadline| one.words.start >= start && one.words.end <= end;
        self.times().iter().filter(inside).cloned().collect()
    }

    /// Returns the deadlines of the whole paragraph.
    fn times(&self) -> &[Deadline] {
        self.times.get_or_init(|| {
            let start = self.line.start_of(0);
            self.source.deadlines(TextRange { start, end: self.line.end_before(self.line.len()) })
        })
    }

    /// Takes note of a time for all that follows, told in the opening words of a block of prose.
    fn take_time(&self, sentence: &Range<usize>, told: Option<&Telling>, scope: &mut Scope) {
        if self.zone == Zone::Task || self.item.is_some() {
            return;
        }
        let gives = told.is_some_and(|told| {
            told.force == Force::Given
                && (sentence.start..told.actors.start).any(|at| {
                    let end = self.line.offices(at);
                    end.is_some_and(|end| scope.is_narrator(self.line.words(at..end)))
                })
        });
        let topic = self.line.is(sentence.start, "về") || self.line.is(sentence.start, "đối");
        let time = topic.then(|| opening_time(self.source, self.line, sentence.clone())).flatten();
        if time.is_some() || gives || topic {
            scope.above = Lead { time, ..Lead::default() };
        }
    }
}

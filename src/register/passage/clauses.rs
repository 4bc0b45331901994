//! A sentence of a paragraph → what it tells, and the assignments that are made of that.

use super::super::assignment::Assignment;
use super::super::cues::{AGREEING, MUST, OPENER, VERB};
use super::super::deadline::Deadline;
use super::super::draft::{Draft, Link};
use super::super::line::Gap;
use super::super::scope::Lead;
use super::super::slots::slots;
use super::super::telling::{Completeness, Telling, telling};
use super::{Passage, Zone};
use crate::text::TextRange;
use std::ops::Range;

impl Passage<'_, '_> {
    /// Cuts a sentence where it tells two times, or somebody else behind a semicolon.
    pub(super) fn pieces(
        &self,
        sentence: Range<usize>,
        told: Option<Telling>,
        deadlines: Vec<Deadline>,
        drafts: &mut Vec<Draft>,
    ) {
        let start = sentence.start;
        // "Rà soát hồ sơ trước ngày 01/11; giao Sở Nội vụ thẩm định": what is ordered before the semicolon is not for who is told behind it.
        let orders = self.zone == Zone::Task && self.line.cue(start, VERB).is_some();
        let cut = told.as_ref().filter(|_| orders).and_then(|told| {
            (start + 1..=told.actors.start).rev().find(|at| self.line.gap(*at) == Gap::Semicolon)
        });
        if let Some(cut) = cut {
            let at = self.line.start_of(cut);
            let (before, behind) = deadlines.into_iter().partition(|one| one.words.start < at);
            // "Thống nhất với báo cáo; giao Sở Nội vụ thẩm định": only the second clause orders something.
            if self.line.cue(start, AGREEING).is_none() {
                self.pieces(start..cut, None, before, drafts);
            }
            return self.pieces(cut..sentence.end, told, behind, drafts);
        }
        let own = told.clone().map_or(start..start, |told| told.actors);
        let work = told.map_or(start, |told| told.behind);
        // What stands in brackets is of the clause before.
        let last = sentence.end - 1;
        let place = |deadline: &Deadline| self.line.word_at(deadline.words.start).min(last);
        let several = deadlines.len() > 1;
        let mut cuts: Vec<usize> = Vec::new();
        for at in work.max(start + 1)..sentence.end {
            let parts = self.line.gap(at) >= Gap::Semicolon && self.line.gap(at) != Gap::Colon;
            if parts && (several || self.names_other(at..sentence.end)) {
                cuts.push(at);
            }
        }
        if several {
            for pair in deadlines.windows(2) {
                let between = place(&pair[0]) + 1..place(&pair[1]);
                if pair[0].due != pair[1].due && !cuts.iter().any(|cut| between.contains(cut)) {
                    let clause = between.clone().rev().find(|at| {
                        let and = self.line.is(*at, "và");
                        let next = at + usize::from(and);
                        let orders = self.line.cue(next, MUST | VERB).is_some();
                        (and || self.line.gap(*at) == Gap::Comma)
                            && orders
                            && !self.line.is_capital(next)
                    });
                    cuts.extend(clause);
                }
            }
            cuts.sort_unstable();
        }
        let bounds: Vec<usize> = [start].into_iter().chain(cuts).chain([sentence.end]).collect();
        let mut is_dated = false;
        for (nth, pair) in bounds.windows(2).enumerate() {
            let words = pair[0]..pair[1];
            let mut inside = deadlines.iter().filter(|one| words.contains(&place(one)));
            let deadline = inside.next().cloned();
            let other = (nth > 0).then(|| self.other(words.clone())).flatten();
            // A clause without a time before the first time is of that.
            let goes_on =
                nth > 0 && other.is_none() && (!is_dated || deadline.is_none() && !several);
            is_dated |= deadline.is_some();
            match drafts.last_mut().filter(|_| goes_on) {
                Some(last) => {
                    last.words.end = words.end;
                    last.deadline = last.deadline.take().or(deadline);
                }
                None => drafts.push(Draft {
                    work: other.as_ref().map_or(work.max(words.start), |other| other.behind),
                    actors: match (nth, other) {
                        (0, _) => own.clone(),
                        (_, Some(other)) => other.actors,
                        _ => words.start..words.start,
                    },
                    words,
                    deadline,
                    directs: true,
                    link: if nth == 0 { Link::Sentence } else { Link::Clause },
                }),
            }
        }
    }

    fn names_other(&self, clause: Range<usize>) -> bool {
        self.other(clause).is_some()
    }

    /// Reads who a clause behind a semicolon tells to do something.
    fn other(&self, clause: Range<usize>) -> Option<Telling> {
        let mut start = clause.start;
        while let Some(count) = self.line.cue(start, OPENER) {
            start += count;
        }
        let end = (start + 1..clause.end)
            .find(|at| self.line.gap(*at) >= Gap::Semicolon)
            .unwrap_or(clause.end);
        let told = telling(self.line, start..end, Completeness::Sentence, &|_| false)?;
        let near = told.actors.start <= start + 3;
        near.then_some(told)
    }

    pub(super) fn assignment(
        &self,
        draft: Draft,
        lead: &Lead,
        subject: &[TextRange],
    ) -> Assignment {
        let slots = slots(self.line, draft.words.clone(), draft.work);
        let own = match draft.actors.is_empty() {
            true => Vec::new(),
            false => self.line.each_office(draft.actors),
        };
        let actors = match draft.link {
            _ if !own.is_empty() => own,
            Link::Clause if !subject.is_empty() => subject.to_vec(),
            _ => lead.actors.clone(),
        };
        let is_actor = |range: &TextRange| actors.contains(range);
        Assignment {
            words: TextRange {
                start: self.line.start_of(draft.words.start),
                end: self.line.end_before(draft.words.end),
            },
            item: self.item,
            partners: match slots.partners.is_empty() {
                true => lead.partners.clone(),
                false => slots.partners.into_iter().filter(|one| !is_actor(one)).collect(),
            },
            executors: slots.executors.into_iter().filter(|one| !is_actor(one)).collect(),
            report_to: slots.report_to,
            expansions: Vec::new(),
            targets: slots.targets,
            documents: slots.documents,
            deadline: draft.deadline.or_else(|| lead.time.clone()),
            actors,
        }
    }
}

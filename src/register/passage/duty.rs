//! Whether a sentence of a paragraph gives somebody a task here.

use super::super::cues::{ASIDE, COMPOUND, ENACTING, GROUND, RULE, TALE};
use super::super::scope::{Mood, Scope};
use super::super::telling::{Force, Telling, demands, obliges, orders_behind_ground};
use super::{Passage, Zone};
use crate::speech::Role;
use std::ops::Range;

impl Passage<'_, '_> {
    /// Tells whether what a sentence says of an office gives it a task here.
    pub(super) fn is_told(&self, told: &Telling, scope: &Scope) -> bool {
        if told.force == Force::Bare && self.zone != Zone::Task {
            return false;
        }
        if self.zone == Zone::Task || self.is_in_task() {
            return !(scope.quotes || self.quotes_rule()) || told.force == Force::Given;
        }
        if self.item.is_some() && scope.calm != Mood::Directing {
            let named = self.line.words(told.actors.clone());
            let proper = named.chars().skip(1).any(char::is_uppercase);
            let strict = told.force == Force::Must || self.has_deadline();
            let must = strict && proper && scope.calm == Mood::Expected;
            return (told.force == Force::Given || must) && !(scope.quotes || self.quotes_rule());
        }
        let tells = self.line.cue(0, TALE).is_some() && scope.calm != Mood::Directing;
        match told.force {
            _ if tells && told.force == Force::Will => false,
            Force::Given => !self.quotes_rule(),
            Force::Must => !self.quotes_rule() && !scope.quotes,
            Force::Verb | Force::Urged => scope.mood == Mood::Directing && !self.quotes_rule(),
            Force::Bare => false,
            Force::Will => {
                scope.mood == Mood::Directing
                    && scope.was_told(self.line.words(told.actors.clone()))
            }
        }
    }

    /// Tells whether a paragraph quotes a rule: "theo khoản 2 Điều 5".
    pub(super) fn quotes_rule(&self) -> bool {
        (0..self.line.len()).any(|at| {
            // "Giải quyết dứt điểm 3 vụ" quotes nothing.
            let is_compound = at > 0 && self.line.cue(at - 1, COMPOUND).is_some();
            self.line.cue(at, RULE).is_some()
                && !is_compound
                && self
                    .line
                    .words(at + 1..(at + 2).min(self.line.len()))
                    .starts_with(|c: char| c.is_ascii_digit())
        })
    }

    /// Tells whether a paragraph puts a rule into force.
    pub(super) fn enacts(&self) -> bool {
        (0..self.line.len()).any(|at| self.line.cue(at, ENACTING).is_some())
    }

    pub(super) fn demands(&self, sentence: Range<usize>, scope: &Scope) -> bool {
        let role = self.item.map(|item| self.source.speech.outline.items[item].role);
        let free = !matches!(role, Some(role) if role != Role::Other);
        let free = free && (self.item.is_none() || scope.calm == Mood::Directing);
        let under_office = self.zone == Zone::Prose
            && self.item.is_some_and(|item| {
                let lead = scope.announcing_item(self.source, item);
                lead.is_some_and(|lead| !lead.actors.is_empty())
            });
        if under_office && orders_behind_ground(self.line, sentence.clone()) {
            return true;
        }
        let here = self.is_in_task() || scope.mood != Mood::Telling && free;
        let expected = scope.mood == Mood::Expected && !self.is_in_task();
        let strict = |at: usize| self.line.is(at, "cần") || self.line.is(at, "phải");
        here && !self.quotes_rule()
            && !scope.quotes
            && (demands(self.line, sentence.clone()) || self.states_duty(&sentence, scope))
            && (!expected || sentence.into_iter().any(strict))
    }

    /// Tells whether a sentence of a document that directs says how or by when something has to be.
    fn states_duty(&self, sentence: &Range<usize>, scope: &Scope) -> bool {
        let directs = scope.calm == Mood::Directing || self.is_in_task();
        directs
            && (obliges(self.line, sentence.clone())
                || scope.calm == Mood::Directing
                    && self.line.cue(sentence.start, ASIDE | TALE | GROUND).is_none()
                    && !self.deadlines(sentence).is_empty())
    }
}

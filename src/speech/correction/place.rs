//! From corrections and a text to fixes for the parser, and to what became of each correction.

use super::value::Filed;
use crate::speech::anchor::{Finder, Place};
use crate::speech::{Change, Fix, Home, Identity, Kinship, RecordedSpeech, Speech};
use crate::text::TextRange;

/// What became of a correction in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// It holds at this place.
    Applied(TextRange),
    /// It was found at this place, where a later one says otherwise.
    Overridden(TextRange),
    /// Its words are in these places, and nothing tells which is meant.
    Uncertain(Vec<TextRange>),
    /// Its words are not in the text.
    Lost,
}

impl State {
    /// Returns the name that JSON uses, and that the interface's messages are known by.
    pub fn name(&self) -> &'static str {
        match self {
            State::Applied(_) => "applied",
            State::Overridden(_) => "overridden",
            State::Uncertain(_) => "uncertain",
            State::Lost => "lost",
        }
    }

    /// Tells whether the correction no longer fits the text.
    pub fn is_unfit(&self) -> bool {
        matches!(self, State::Uncertain(_) | State::Lost)
    }

    /// Returns where it is, if that is known.
    pub fn range(&self) -> Option<TextRange> {
        match self {
            State::Applied(range) | State::Overridden(range) => Some(*range),
            State::Uncertain(_) | State::Lost => None,
        }
    }
}

/// A correction of a speech, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The correction.
    pub filed: Filed,
    /// What became of it.
    pub state: State,
}

/// The corrections of a speech.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoundCorrections {
    /// What the parser is to do differently, in the order of the corrections.
    pub fixes: Vec<Fix>,
    /// All corrections of the speech, in their order.
    pub checked: Vec<Checked>,
}

/// Finds the corrections of a speech among all that are kept, the oldest first.
///
/// `home` tells what has become of the file that one was made in. Those of the same speech, or another version of it, are taken; of another speech those that were
/// made in the same file and whose words are still in it. Where two say something of the same thing, the later one holds.
pub fn find(
    all: &[Filed],
    speech: &Speech,
    home: &dyn Fn(&RecordedSpeech<'_>) -> Home,
) -> FoundCorrections {
    let (identity, finder) = (Identity::of(speech), Finder::new(speech));
    let mut checked: Vec<Checked> = all
        .iter()
        .filter_map(|filed| {
            let known = filed.known();
            let is_of_it = identity.kinship(&known, || home(&known)) > Kinship::Other;
            if !is_of_it && !filed.was_made_in(speech) {
                return None;
            }
            let state = match finder.place(&filed.correction.anchor) {
                Place::Same(range) | Place::Moved(range) | Place::Edited(range, _) => {
                    State::Applied(range)
                }
                Place::Uncertain(places) => State::Uncertain(places),
                Place::Lost => State::Lost,
            };
            let ours = is_of_it || !state.is_unfit();
            ours.then(|| Checked { filed: filed.clone(), state })
        })
        .collect();
    override_earlier(&mut checked);
    let fixes = checked.iter().filter_map(|Checked { filed, state }| match state {
        State::Applied(range) => {
            Some(Fix { range: *range, change: filed.correction.change.clone() })
        }
        State::Overridden(_) | State::Uncertain(_) | State::Lost => None,
    });
    FoundCorrections { fixes: fixes.collect(), checked }
}

fn override_earlier(checked: &mut [Checked]) {
    let mut taken = std::collections::HashSet::new();
    for Checked { filed, state } in checked.iter_mut().rev() {
        if let State::Applied(range) = *state
            && !taken.insert((range.start, aspect(&filed.correction.change)))
        {
            *state = State::Overridden(range);
        }
    }
}

/// What a change says something of.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Aspect {
    Kind,
    Level,
    Role,
    SeriesRole,
    SeriesTitle,
    Task,
    TaskOffice,
    TaskDeadline,
}

fn aspect(change: &Change) -> Aspect {
    match change {
        Change::Item | Change::Drop | Change::Furniture(_) | Change::Text => Aspect::Kind,
        Change::Level(_) => Aspect::Level,
        Change::Role(_) => Aspect::Role,
        Change::SeriesRole(_) => Aspect::SeriesRole,
        Change::SeriesTitle(_) => Aspect::SeriesTitle,
        Change::NoTask => Aspect::Task,
        Change::TaskOffice(_) => Aspect::TaskOffice,
        Change::TaskDeadline(_) => Aspect::TaskDeadline,
    }
}

//! What a text that comes in is to one that is there, with both at hand: another form of the same words, a
//! newer version, or another paper.
//!
//! A corrected text shares nearly all of its sentences with the one before; a paper of the same kind
//! shares its formulas, which are up to two thirds of a short one. Two files of different names are two
//! papers unless nearly all is shared; a file that comes again under its name is its newer version if most is.

use crate::speech::sharing::broken;
use crate::speech::{Format, Formats, Sharing, Speech};
use crate::text::fold;

/// How many words in a hundred must stand in sentences that both have: in a file that comes again under
/// its name, in one of another name, and where day, number or speaker differ.
const SAME_PLACE: usize = 60;
const OTHER_PLACE: usize = 75;
const AGAINST: usize = 90;
/// From how many on a text that is new is told to be like another.
const ALIKE: usize = 50;
/// By how many paragraphs in a hundred more that are broken a form is the worse one, and by how many words
/// fewer.
const BROKEN: usize = 5;
const FEWER: isize = 2;

/// What a text is to one that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TextRelation {
    /// Another form of it.
    Form(Better),
    /// A newer version of it.
    Version,
    /// Another one, much like it.
    Alike,
    /// Another one.
    Other,
}

/// Which of two forms is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// The one that was there before.
    Before,
    /// The one that came in.
    This,
}

/// Where a text comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TextOrigin {
    /// The file that the one before came from.
    Same,
    /// Another one.
    Other,
}

/// A text that is there and one that comes in.
pub(super) struct Pair<'a> {
    pub known: &'a Speech,
    pub came: &'a Speech,
}

impl Pair<'_> {
    /// Tells what the one is to the other.
    pub fn is(&self, place: TextOrigin) -> TextRelation {
        let sharing = Sharing::of(self.known, self.came);
        let formats = match self.known.hints.format == self.came.hints.format {
            true => Formats::Same,
            false => Formats::Different,
        };
        let differs = self.differs();
        if sharing.is_other_form(formats) && !(differs && formats == Formats::Same) {
            return TextRelation::Form(self.better(&sharing));
        }
        // A text that was cut on its way: in another file what is missing was not taken out by its speaker.
        if place == TextOrigin::Other && sharing.is_part() && !differs {
            let better = if sharing.growth() > 0 { Better::This } else { Better::Before };
            return TextRelation::Form(better);
        }
        let needed = match (place, differs) {
            (_, true) => AGAINST,
            (TextOrigin::Same, false) => SAME_PLACE,
            (TextOrigin::Other, false) => OTHER_PLACE,
        };
        let shared = sharing.sentences();
        let is_one = match place {
            TextOrigin::Same => true,
            TextOrigin::Other => self.is_called_alike() && !differs && !sharing.is_filled_in(),
        };
        match shared {
            _ if shared >= needed && is_one => TextRelation::Version,
            _ if shared >= ALIKE => TextRelation::Alike,
            _ => TextRelation::Other,
        }
    }

    /// Tells whether day, number or speaker are known of both and are not the same.
    fn differs(&self) -> bool {
        let (known, came) = (&self.known.meta, &self.came.meta);
        let other = |one: &Option<String>, other: &Option<String>| {
            one.as_deref().zip(other.as_deref()).is_some_and(|(a, b)| fold(a) != fold(b))
        };
        known.date.zip(came.date).is_some_and(|(a, b)| a != b)
            || other(&known.number, &came.number)
            || other(&known.speaker, &came.speaker)
    }

    /// Tells whether both have one title, or one speaker and day.
    fn is_called_alike(&self) -> bool {
        let (known, came) = (&self.known.meta, &self.came.meta);
        let same_title = fold(&known.title) == fold(&came.title);
        let same_speaker = known.speaker.is_some() && known.speaker == came.speaker;
        same_title || (known.date.is_some() && known.date == came.date && same_speaker)
    }

    /// Tells which of two forms is to be read: that which is no PDF, whose paragraphs are whole, which
    /// has more words; of two as good the one that was there.
    fn better(&self, sharing: &Sharing) -> Better {
        let rank = |speech: &Speech| speech.hints.format != Format::Pdf;
        let (known, came) = (rank(self.known), rank(self.came));
        if known != came {
            return if came { Better::This } else { Better::Before };
        }
        let (broken_known, broken_came) = (broken(self.known), broken(self.came));
        if broken_known.abs_diff(broken_came) >= BROKEN {
            return if broken_came < broken_known { Better::This } else { Better::Before };
        }
        if sharing.growth() > FEWER { Better::This } else { Better::Before }
    }
}

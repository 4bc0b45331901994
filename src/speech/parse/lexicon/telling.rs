//! The words of what a text tells of itself: persons and their offices, meetings, days and places, from
//! `data/lexicon/furniture.toml`.

use super::phrases::Phrases;
use serde::Deserialize;

/// Makes tables of lists of phrases that can be written without their marks.
macro_rules! tables {
    ($(#[$doc:meta])* $name:ident { $($list:ident,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Deserialize)]
        pub(in crate::speech::parse) struct $name {
            $(pub $list: Phrases,)*
        }

        impl $name {
            /// Returns the words as they are typed without marks.
            fn unmarked(&self) -> Self {
                $name { $($list: self.$list.unmarked(),)* }
            }
        }
    };
}

tables! {
    /// Words of persons and their offices.
    Speaker {
        honorifics, ranks, offices, leaders, units, former, whole, joiners, orgs, areas, features, schools,
        surnames, middles, unnamed, after_name, stops, compounds, stops_loud, never, speeches,
        given, speaks, follows, chairs, attends, addresses, writes, writers, hears, labels,
        myself, copulas, signed, stands_in, written, newly, modifiers, bodies, on_behalf, links,
        gives, articles, ties, within, ministries, agencies, abbreviations, numbered,
    }
}

tables! {
    /// Words of meetings, days and places.
    Event {
        occasions, weak, generic, with, before, others, ends, hanging, goes_on, clauses, day_parts,
        venues, place_labels, reports, todays, foundings, limits, day_labels, published,
        recorded, papers, mail_days, mail_heads, bases, months, occasion_labels, acts, topics, counts, company, act_leads,
        honoured, celebrates, at, about, over, english_at, laws, other_numbers,
    }
}

tables! {
    /// The words of days.
    Days {
        day, month, year, first_days, called, nows, week, week_days, moons, stems, by_moon, yearly, numbers, zero,
        last_month, ten, tens, hundred, thousand, link,
    }
}

/// What tells whose words a document has.
#[derive(Clone, Debug, Deserialize)]
pub(in crate::speech::parse) struct Papers {
    pub minutes: Phrases,
    pub notice: Phrases,
    pub notice_codes: Vec<String>,
    pub notice_ends: Phrases,
    pub concludes: Phrases,
    pub chairs: Phrases,
}

/// Words of a text that is typed without marks.
#[derive(Clone, Debug, Deserialize)]
pub(in crate::speech::parse) struct Unmarked {
    pub small: Phrases,
    pub clear: Phrases,
}

/// The words that facts are read by.
#[derive(Clone, Debug)]
pub(in crate::speech::parse) struct Telling {
    pub speaker: Speaker,
    pub event: Event,
    pub day: Days,
}

impl Telling {
    /// Returns the words of facts as they are typed without marks.
    pub(super) fn unmarked(speaker: &Speaker, event: &Event, day: &Days, clear: &Phrases) -> Self {
        let (mut speaker, mut event) = (speaker.unmarked(), event.unmarked());
        // So written, words of one syllable are too many other words.
        for phrases in [
            &mut speaker.honorifics,
            &mut speaker.stops,
            &mut speaker.speaks,
            &mut speaker.chairs,
            &mut speaker.attends,
            &mut speaker.addresses,
            &mut speaker.writes,
            &mut speaker.after_name,
            &mut event.ends,
            &mut event.clauses,
            &mut event.occasions,
            &mut event.limits,
        ] {
            let is_clear = |phrase: &&str| phrase.contains(' ') || clear.holds(phrase);
            *phrases = Phrases::from(
                phrases.iter().filter(is_clear).map(str::to_owned).collect::<Vec<_>>(),
            );
        }
        Telling { speaker, event, day: day.unmarked() }
    }
}

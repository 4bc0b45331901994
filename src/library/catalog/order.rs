//! In which order speeches are listed.

use super::Listed;
use crate::speech::years_told;
use crate::text::Collation;
use std::cmp::{Ordering, Reverse};

/// What speeches are put in order by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Order {
    /// The day they were given, the latest first.
    Date,
    /// The title, as a Vietnamese dictionary has it.
    Title,
    /// Who spoke, by the given name, which is the last word of a Vietnamese name, then by all of
    /// it.
    Speaker,
    /// When they were read, the last one first.
    Read,
}

/// Which end of an order comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Direction {
    /// The usual one.
    #[default]
    Usual,
    /// The other one.
    Reversed,
}

impl Order {
    /// Every order.
    pub const ALL: [Order; 4] = [Order::Date, Order::Title, Order::Speaker, Order::Read];

    /// Finds the order that [`Order::name`] calls `name`.
    pub fn from_name(name: &str) -> Option<Order> {
        Order::ALL.into_iter().find(|order| order.name() == name)
    }

    /// Returns the name that the command line uses.
    pub fn name(self) -> &'static str {
        match self {
            Order::Date => "date",
            Order::Title => "title",
            Order::Speaker => "speaker",
            Order::Read => "read",
        }
    }
}

/// What one speech is put in order by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum SortKey {
    Early(Reverse<i64>),
    Words(Collation, Collation),
}

/// Puts speeches in order: gives their places, the first one first. Those that do not have what
/// they are put in order by come last, whichever end is first. Equal ones are in the order of their
/// titles, then as they came.
pub fn sorted(speeches: &[&Listed], order: Order, direction: Direction) -> Vec<usize> {
    let titles: Vec<Collation> =
        speeches.iter().map(|listed| Collation::of(&listed.known.meta.title)).collect();
    let key = |(at, listed): (usize, &&Listed)| -> Option<SortKey> {
        let meta = &listed.known.meta;
        Some(match order {
            Order::Title => SortKey::Words(titles[at].clone(), Collation::default()),
            Order::Date => {
                // A year in the title is all that is known of some.
                let (year, month, day) = match meta.date {
                    Some(date) => (date.year(), date.month(), date.day()),
                    None => (years_told(&meta.title)?.0, 0, 0),
                };
                let days = (i64::from(year) * 12 + i64::from(month)) * 31;
                SortKey::Early(Reverse(days + i64::from(day)))
            }
            Order::Read => SortKey::Early(Reverse(listed.progress?.when.as_second())),
            Order::Speaker => {
                let name = meta.speaker.as_deref().filter(|name| !name.trim().is_empty())?;
                let given = name.split_whitespace().next_back().unwrap_or_default();
                SortKey::Words(Collation::of(given), Collation::of(name))
            }
        })
    };
    let keys: Vec<Option<SortKey>> = speeches.iter().enumerate().map(key).collect();
    let mut places: Vec<usize> = (0..speeches.len()).collect();
    places.sort_by(|&one, &other| {
        let by_key = match (&keys[one], &keys[other]) {
            (Some(one), Some(other)) => match direction {
                Direction::Usual => one.cmp(other),
                Direction::Reversed => other.cmp(one),
            },
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => Ordering::Equal,
        };
        by_key.then_with(|| titles[one].cmp(&titles[other]))
    });
    places
}

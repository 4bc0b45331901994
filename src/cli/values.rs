//! Values of options that go by the names of a type of another room.

use clap::builder::{PossibleValuesParser, TypedValueParser};

/// Returns a parser that takes the names of these values.
pub(super) fn named<T, const N: usize>(
    all: [T; N],
    name: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    PossibleValuesParser::new(all.map(name))
        .try_map(move |typed| all.into_iter().find(|value| name(*value) == typed).ok_or(typed))
}

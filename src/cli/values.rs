//! Values of options that go by the names of a type of another room, in English or in Vietnamese.

use crate::i18n::{Lang, Messages};
use crate::search::language::QueryWords;
use crate::text::fold;
use clap::Arg;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

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

/// Returns a parser that takes the names of these values, or what they are called in Vietnamese.
pub(super) fn called<T, const N: usize>(
    all: [T; N],
    name: fn(T) -> &'static str,
    words: QueryWords,
) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    english(all.map(name), words)
        .try_map(move |typed| all.into_iter().find(|value| name(*value) == typed).ok_or(typed))
}

/// Returns a parser that takes these names, or what they are called in Vietnamese, and gives the names.
pub(super) fn english<const N: usize>(
    names: [&'static str; N],
    words: QueryWords,
) -> impl TypedValueParser<Value = String> {
    let value = move |name: &'static str| {
        let spelled = words.vietnamese(name).iter().flat_map(|word| spellings(word));
        PossibleValue::new(name).aliases(spelled)
    };
    PossibleValuesParser::new(names.map(value)).map(move |typed| match names.contains(&&*typed) {
        true => typed,
        false => words.find(&typed).map_or(typed, str::to_owned),
    })
}

/// Returns how a word of several syllables is typed on a command line: with marks or not, with blanks or hyphens.
fn spellings(word: &str) -> [String; 4] {
    let plain = fold(word);
    [word.to_owned(), word.replace(' ', "-"), plain.replace(' ', "-"), plain]
}

/// Returns what the values of an option are called in a language, behind their names: "task (nhiệm vụ)".
pub(super) fn glossed(option: &str, value: &str, lang: Lang) -> String {
    let words = [QueryWords::Roles, QueryWords::Kinds, QueryWords::Marks];
    let sets: &[QueryWords] = match option {
        "role" => &words[..1],
        "kind" => &words[1..],
        "furniture" => &[QueryWords::Furniture],
        "sort" | "group" => &[QueryWords::Orders],
        _ => &[],
    };
    let word = sets.iter().map(|set| set.word(value, lang)).find(|word| word != value);
    word.map_or_else(|| value.to_owned(), |word| format!("{value} ({word})"))
}

/// Gives the values of an option descriptions in a language, for completions: what is parsed with it is only looked at.
pub(super) fn described(arg: Arg, messages: &Messages) -> Arg {
    let id = arg.get_id().as_str().to_owned();
    let values = arg.get_possible_values();
    let gloss = |name: &str| {
        let glossed = glossed(&id, name, messages.lang());
        glossed.strip_prefix(name).map(|rest| rest.trim_matches([' ', '(', ')']).to_owned())
    };
    let known: Vec<(PossibleValue, String)> = values
        .into_iter()
        .filter_map(|value| {
            let word = gloss(value.get_name()).filter(|word| !word.is_empty())?;
            Some((value, word))
        })
        .collect();
    if known.is_empty() {
        return arg;
    }
    let values = known.into_iter().map(|(value, word)| value.help(word));
    arg.value_parser(PossibleValuesParser::new(values))
}

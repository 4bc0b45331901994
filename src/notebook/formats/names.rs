//! Vietnamese names in the parts that bibliographies want.
//!
//! A Vietnamese name begins with the family name and is never turned round. Programs that expect
//! "given family" have to be told so, or they cite Nguyễn Văn An as "An, N. V.".

/// Family names, one after the other; lines that begin with `#` are comments.
const SURNAMES: &str = include_str!("../../../data/lexicon/surnames.txt");
/// The most words of a person's name.
const LONGEST: usize = 6;

/// Parts a person's name into family name and given names. Nothing for a name that is not a
/// Vietnamese one: an office, an organisation, a single word, a name of another language.
pub(super) fn parts(name: &str) -> Option<(&str, &str)> {
    let (family, given) = name.trim().split_once(char::is_whitespace)?;
    let known = SURNAMES.lines().filter(|line| !line.starts_with('#'));
    let is_known = known.flat_map(str::split_whitespace).any(|surname| surname == family);
    let given = given.trim_start();
    let words = given.split_whitespace();
    let is_name = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let all = words.clone().all(is_name) && words.count() < LONGEST;
    (is_known && all).then_some((family, given))
}

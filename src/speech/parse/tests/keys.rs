//! Keys of words, and what is found by them.

use crate::speech::parse::chains::Chains;
use crate::speech::parse::key;
use crate::speech::parse::phrase_table::PhraseTable;

#[test]
fn the_key_of_a_name_is_made_of_its_words() {
    let word = |word: &str| key::of_word(word.as_bytes());
    let sign = |sign: char| sign as u64;
    for (name, parts) in [
        ("all", vec![word("all")]),
        ("last=", vec![word("last"), sign('=')]),
        ("last=kết luận", vec![word("last"), sign('='), word("kết"), sign(' '), word("luận")]),
        ("head:task-verbs", vec![word("head"), sign(':'), word("task-verbs")]),
        ("head?", vec![word("head"), sign('?')]),
    ] {
        assert_eq!(key::of(name), parts.into_iter().fold(key::of(""), key::join), "{name}");
    }
}

#[test]
fn places_of_a_key_are_found() {
    let chains = Chains::new(&[Some(7), None, Some(8), Some(7), Some(1 << 40)]);
    let of = |key| chains.of(key).collect::<Vec<_>>();
    assert_eq!((of(7), of(8), of(1 << 40), of(9)), (vec![3, 0], vec![2], vec![4], vec![]));
    assert!(chains.has(8) && !chains.has(9));
    assert_eq!(Chains::new(&[]).of(7).count(), 0);
}

#[test]
fn phrases_begin_with_their_words() {
    let table = PhraseTable::new(
        [(vec![1, 2], 'a'), (vec![1], 'b'), (vec![], 'c'), (vec![3], 'd')].into_iter(),
    );
    let at = |words: &[u64]| {
        let mut found: Vec<_> = table.at(words).collect();
        found.sort();
        found
    };
    assert_eq!(at(&[1, 2, 3]), [(1, 'b'), (2, 'a')]);
    assert_eq!(at(&[1]), [(1, 'b')]);
    assert_eq!(at(&[2]), []);
    assert_eq!(at(&[]), []);
    assert_eq!(table.longest(), 2);
}

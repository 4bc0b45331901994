//! Tags as they are typed, kinds and their signs, letters.

use super::*;
use unicode_normalization::UnicodeNormalization;

#[test]
fn tags_are_read_as_they_are_typed() {
    for (typed, expected) in [
        ("gấp, quý I", vec!["gấp", "quý I"]),
        ("#gấp #tòa án", vec!["gấp", "tòa án"]),
        ("  gấp ,, ,\tgấp , Gấp", vec!["gấp"]),
        ("tư pháp\u{a0}  2023\nthi hành án", vec!["tư pháp 2023", "thi hành án"]),
        ("một\u{1b}[31mhai", vec!["mộthai"]),
        ("# , #", vec![]),
        ("", vec![]),
    ] {
        assert_eq!(tags(typed), expected, "{typed:?}");
        let apart: String = typed.nfd().collect();
        assert_eq!(tags(&apart), expected, "{typed:?} in NFD");
    }
    assert_eq!(tag(&"dài ".repeat(40)).map(|tag| tag.chars().count()), Some(59));
}

#[test]
fn every_kind_has_a_name_and_a_sign_of_its_own() {
    let mut signs = vec![Labels::default().sign()];
    for kind in Kind::ALL {
        assert_eq!(Kind::from_name(kind.name()), Some(kind));
        assert_eq!(crate::text::width::width(kind.sign()), 1, "{kind:?}");
        signs.push(Labels { kind: Some(kind), ..Labels::default() }.sign());
    }
    signs.sort_unstable();
    signs.dedup();
    assert_eq!(signs.len(), Kind::ALL.len() + 1, "no sign stands for two kinds");
}

#[test]
fn a_letter_is_a_letter() {
    for c in ['a', 'Z', 'đ', 'ư'] {
        assert_eq!(letter(c), Some(c));
    }
    for c in ['1', ' ', '\'', '\u{301}', '\n'] {
        assert_eq!(letter(c), None, "{c:?}");
    }
}

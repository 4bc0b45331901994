//! Folding: every Vietnamese letter in every form, the variants of signs, and the way back.

use crate::text::fold::{fold, fold_char, fold_with_map, is_marked};
use unicode_normalization::UnicodeNormalization;

/// The letters with marks, by the letter they fold to, in small letters: 67 of them.
const LETTERS: [(char, &str); 7] = [
    ('a', "àảãáạăằẳẵắặâầẩẫấậ"),
    ('d', "đ"),
    ('e', "èẻẽéẹêềểễếệ"),
    ('i', "ìỉĩíị"),
    ('o', "òỏõóọôồổỗốộơờởỡớợ"),
    ('u', "ùủũúụưừửữứự"),
    ('y', "ỳỷỹýỵ"),
];

#[test]
fn all_134_vietnamese_letters_fold_in_every_form() {
    let mut seen = 0;
    for (base, letters) in LETTERS {
        for small in letters.chars() {
            for letter in [small, small.to_uppercase().next().unwrap()] {
                seen += 1;
                let base = base.to_string();
                assert_eq!(fold_char(letter), base.chars().next(), "{letter}");
                assert!(is_marked(letter), "{letter} bears a mark");
                let apart: String = letter.nfd().collect();
                assert_eq!(fold(&apart), base, "{letter} in NFD");
                // The tone apart from a letter that keeps its own mark: ê + U+0303.
                if let Some((tone, rest)) = apart.char_indices().last().filter(|_| letter != 'đ') {
                    let tone_apart: String =
                        apart[..tone].nfc().chain(std::iter::once(rest)).collect();
                    assert_eq!(fold(&tone_apart), base, "{letter} with its tone apart");
                }
            }
        }
    }
    assert_eq!(seen, 134);
}

#[test]
fn one_character_becomes_at_most_one() {
    for (from, to) in [
        ('đ', Some('d')),
        ('Đ', Some('d')),
        ('ð', Some('d')),
        ('Ð', Some('d')),
        ('Ɖ', Some('d')),
        ('ɖ', Some('d')),
        ('Z', Some('z')),
        ('\n', Some(' ')),
        ('\u{a0}', Some(' ')),
        ('\u{3000}', Some(' ')),
        ('–', Some('-')),
        ('—', Some('-')),
        ('‑', Some('-')),
        ('−', Some('-')),
        ('“', Some('"')),
        ('”', Some('"')),
        ('«', Some('"')),
        ('’', Some('\'')),
        ('\u{303}', None),
        ('\u{323}', None),
        ('ñ', Some('n')),
        ('ü', Some('u')),
        ('Ç', Some('c')),
        ('Й', Some('и')),
        ('İ', Some('i')),
        ('ß', Some('ß')),
        ('字', Some('字')),
        ('가', Some('가')),
        ('が', Some('が')),
    ] {
        assert_eq!(fold_char(from), to, "{from:?}");
    }
}

#[test]
fn folding_a_folded_character_changes_nothing() {
    for c in (0..=0x0010_FFFF).filter_map(char::from_u32) {
        if let Some(folded) = fold_char(c) {
            assert_eq!(fold_char(folded), Some(folded), "{c:?} (U+{:04X})", u32::from(c));
        }
    }
}

#[test]
fn texts_fold() {
    for (text, folded) in [
        ("", ""),
        ("CẢI CÁCH Tư pháp", "cai cach tu phap"),
        ("“điểm nóng\" – 50%", "\"diem nong\" - 50%"),
        ("xây\u{a0}dựng  Đảng \n\n đoàn", "xay dung dang doan"),
        ("uỷ ban, ủy ban", "uy ban, uy ban"),
    ] {
        assert_eq!(fold(text), folded);
        assert_eq!(fold(&text.nfd().collect::<String>()), folded, "{text} in NFD");
    }
}

/// Asserts which stretch of `text` the folded `words` lead back to.
#[track_caller]
fn leads_back(text: &str, words: &str, expected: &str) {
    let folded = fold_with_map(text);
    let at = folded.text.find(words).unwrap_or_else(|| panic!("{words:?} in {:?}", folded.text));
    assert_eq!(&text[folded.source_range(at..at + words.len())], expected, "in {text:?}");
}

#[test]
fn hits_lead_back_to_the_exact_source() {
    leads_back("Đảng bộ tỉnh", "dang", "Đảng");
    leads_back("Đảng bộ tỉnh", "bo", "bộ");
    leads_back("Đảng bộ tỉnh", "tinh", "tỉnh");
    leads_back("cu\u{309}a Đa\u{309}ng", "dang", "Đa\u{309}ng");
    // A mark belongs to the letter before it, also where the hit ends in it.
    leads_back("cả ê\u{323}\u{303}, x", "ca e", "cả ê\u{323}\u{303}");
    leads_back("a\u{301}b", "a", "a\u{301}");
    leads_back("a\u{301}b", "b", "b");
    leads_back("“đột xuất”", "\"dot xuat\"", "“đột xuất”");
    leads_back("xây \u{a0} dựng", "xay dung", "xây \u{a0} dựng");
    leads_back("İa", "a", "a");
    leads_back("ȺȺx", "x", "x");
}

#[test]
fn marks_are_told_from_plain_letters() {
    for c in ['đ', 'Đ', 'ê', 'ơ', 'ử', 'ü', '\u{303}'] {
        assert!(is_marked(c), "{c:?}");
    }
    for c in ['d', 'E', '5', '–', '“', '\u{a0}', '字', 'я'] {
        assert!(!is_marked(c), "{c:?}");
    }
}

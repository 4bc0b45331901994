//! One spelling for each syllable, and which letters can be one.

use crate::text::letter::{Tone, VOWELS, toneless, with_tone};
use crate::text::spelling::loose_vowel;
use crate::text::syllable::{is_possible, may_become_one};
use crate::text::{fold, is_letter, is_word, lowercase, next_word, spelling};
use unicode_normalization::UnicodeNormalization;

#[test]
fn the_place_of_a_tone_does_not_count() {
    for (one, other) in [
        ("hoà", "hòa"),
        ("hoá", "hóa"),
        ("loé", "lóe"),
        ("khoẻ", "khỏe"),
        ("uỷ", "ủy"),
        ("thuỷ", "thủy"),
        ("quý", "qúy"),
        ("quả", "qủa"),
        ("già", "gìa"),
        ("của", "cuả"),
        ("mía", "miá"),
        ("toàn", "tòan"),
        ("khoảng", "khỏang"),
        ("ngoài", "ngòai"),
        ("khuỷu", "khủyu"),
        ("thuở", "thủơ"),
        ("đường", "đừơng"),
        ("HOÀ BÌNH", "Hòa Bình"),
        ("Uỷ ban", "ủy ban"),
    ] {
        assert_eq!(spelling(one), spelling(other));
        let apart: String = other.nfd().collect();
        assert_eq!(spelling(one), spelling(&apart), "{other} in NFD");
    }
}

#[test]
fn spellings_are_written_in_the_newer_usage() {
    for (text, spelled) in [
        ("", ""),
        ("Hòa", "hoà"),
        ("ỦY BAN", "uỷ ban"),
        ("quí", "quí"),
        ("qúy", "quý"),
        ("giếng", "giếng"),
        ("gì", "gì"),
        ("giữa", "giữa"),
        ("nghĩa", "nghĩa"),
        ("người", "người"),
        ("tuyến", "tuyến"),
        ("khuya", "khuya"),
        ("xoáy", "xoáy"),
        ("Ðảng", "đảng"),
        ("Ɖảng", "đảng"),
        ("xây\u{a0}dựng  Đảng\nta", "xây dựng đảng ta"),
        ("“điểm nóng” – 50%", "\"điểm nóng\" - 50%"),
        ("ê\u{303}", "ễ"),
        // What has two tones is no syllable, and stays as it is.
        ("résumé", "résumé"),
        ("Ñandú", "ñandú"),
    ] {
        assert_eq!(spelling(text), spelled, "{text}");
        assert_eq!(spelling(&spelling(text)), spelled, "{text} twice");
        assert_eq!(fold(&spelling(text)), fold(text), "{text} folds alike");
    }
}

#[test]
fn different_syllables_are_spelled_differently() {
    let syllables =
        ["ma", "mà", "mả", "mã", "má", "mạ", "mắ", "mấ", "mía", "mịa", "thuý", "thúi", "đá", "dá"];
    for (index, one) in syllables.iter().enumerate() {
        for other in &syllables[index + 1..] {
            assert_ne!(spelling(one), spelling(other));
        }
    }
}

#[test]
fn every_vowel_gives_its_tone_and_takes_it_back() {
    for row in VOWELS {
        for (vowel, tone) in row.into_iter().zip(Tone::ALL) {
            assert_eq!(toneless(vowel), (row[0], tone));
            let capital = vowel.to_uppercase().next().unwrap();
            assert_eq!(toneless(capital), (row[0], tone), "{capital}");
            assert_eq!(with_tone(row[0], tone), vowel);
        }
    }
    for c in ['đ', 'Đ', 'ð', 'Ð', 'Ɖ', 'ɖ'] {
        assert_eq!(toneless(c), ('đ', Tone::Level), "{c}");
    }
    assert_eq!(toneless('Ñ'), ('ñ', Tone::Level));
}

#[test]
fn i_and_y_are_one_where_both_are_in_use() {
    for (folded, expected) in [
        ("ky", Some("ki")),
        ("ki", Some("ki")),
        ("ly", Some("li")),
        ("quy", Some("qui")),
        ("y", Some("i")),
        ("hy", Some("hi")),
        ("thuy", None),
        ("thui", None),
        ("may", None),
        ("nghi", Some("nghi")),
        ("uy", None),
        ("kinh", None),
        ("2y", None),
    ] {
        assert_eq!(loose_vowel(folded).as_deref(), expected, "{folded}");
    }
}

#[test]
fn syllables_are_told_from_other_letters() {
    for word in [
        "nhiệm",
        "vụ",
        "phòng",
        "chống",
        "tham",
        "nhũng",
        "đường",
        "đương",
        "quyết",
        "nghị",
        "gì",
        "giếng",
        "giữa",
        "quốc",
        "quý",
        "khuỷu",
        "nghiêng",
        "huỳnh",
        "tuýp",
        "oẳn",
        "ỷ",
        "yếu",
        "xoong",
        "ĐẢNG",
        "Nguyễn",
        "thuở",
        "khuya",
        "quơ",
        "ngoằn",
        "ngoèo",
        "suýt",
        "ngoáy",
        "uỷ",
        "ủy",
        "hòa",
        "việc",
        "rượu",
        "hươu",
        "tiễu",
        "ghế",
        "nghe",
        "kỹ",
        "kĩ",
        "ăn",
        "ước",
    ] {
        assert!(is_possible(word), "{word}");
        for (end, c) in word.char_indices() {
            let start = &word[..end + c.len_utf8()];
            assert!(may_become_one(start), "{start} of {word}");
        }
    }
    for word in [
        "",
        "uindows",
        "têst",
        "ửindow",
        "nhât",
        "mạch2",
        "ưto",
        "ngê",
        "kồng",
        "cề",
        "ghà",
        "áean",
        "đrone",
        "bbé",
        "bă",
        "tấz",
        "séx",
        "hà nội",
        "ởder",
        "pôst",
        "tr",
        "ê\u{303}",
    ] {
        assert!(!is_possible(word), "{word}");
    }
    for word in ["uin", "đr", "zz", "kô", "ngiê", "bx"] {
        assert!(!may_become_one(word), "{word}");
    }
}

#[test]
fn letters_and_their_case_are_those_of_unicode() {
    for c in '\0'..=char::MAX {
        assert_eq!(is_word(c), c.is_alphanumeric(), "{c:?}");
        assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
        let alone = c.to_string();
        assert_eq!(next_word(&alone, 0).is_some(), c.is_alphanumeric(), "{c:?}");
        assert_eq!(lowercase(&alone), c.to_lowercase().collect::<String>(), "{c:?}");
    }
}

#[test]
fn words_are_cut_at_signs() {
    for (text, words) in [
        ("", vec![]),
        (" …–", vec![]),
        ("Đảng ủy, UBND×3", vec!["Đảng", "ủy", "UBND", "3"]),
        ("ﬁ中文 ½", vec!["ﬁ中文", "½"]),
    ] {
        let mut from = 0;
        let mut found = Vec::new();
        while let Some(word) = next_word(text, from) {
            from = word.end;
            found.push(&text[word]);
        }
        assert_eq!(found, words);
    }
}

//! What pairs of keys become in Telex and VNI, and which keys are read out of that.

use super::*;

/// Reads what a terminal sends: `<` stands for Backspace, `~` for the pause behind it.
fn meant(sent: &str, method: InputMethod, bound: &str, backspace: KeyPress) -> String {
    let mut composed = Composed::default();
    let mut keys = String::new();
    let is_bound =
        |press: KeyPress| matches!(press.key, Key::Char(c) if !press.ctrl && bound.contains(c));
    for c in sent.chars() {
        let presses = match c {
            '<' => composed.take(backspace, method, is_bound),
            '~' => composed.release(method, is_bound),
            c => composed.take(KeyPress::char(c), method, is_bound),
        };
        for press in presses {
            match press.key {
                Key::Char(c) if press != backspace => keys.push(c),
                _ => keys.push('<'),
            }
        }
    }
    keys
}

/// Checks what is read out of what is sent, composed and decomposed, with either Backspace.
fn check(sent: &str, method: InputMethod, bound: &str, expected: &str) {
    for backspace in ["backspace", "ctrl-h"] {
        let backspace = KeyPress::parse(backspace).expect("a key");
        for sent in [sent.nfc().collect::<String>(), sent.nfd().collect()] {
            let meant = meant(&format!("{sent}~"), method, bound, backspace);
            assert_eq!(meant, expected, "{sent:?} {method:?}, bound {bound:?}");
        }
    }
}

/// Every pair of keys that Telex or VNI make one letter of, as another implementation makes it.
#[test]
fn every_pair_of_keys_is_told() {
    let rows =
        [(InputMethod::Telex, &vi::TELEX, "sfrxjaeodw"), (InputMethod::Vni, &vi::VNI, "123456789")];
    let mut pairs = 0;
    for (method, table, seconds) in rows {
        for first in "aeiouydAEIOUYD".chars() {
            for second in seconds.chars() {
                let mut written = String::new();
                vi::transform_buffer(table, [first, second], &mut written);
                let mut letters = written.nfc();
                let (Some(letter), None) = (letters.next(), letters.next()) else { continue };
                // A capital pressed twice is a capital twice.
                let second = if second.is_alphabetic() && second.eq_ignore_ascii_case(&first) {
                    first
                } else {
                    second
                };
                pairs += 1;
                check(&format!("{first}<{letter}"), method, "", &format!("{first}{second}"));
            }
        }
    }
    // Five tones on six vowels, and â ê ô ư ơ ă đ; in both cases, in both methods.
    assert_eq!(pairs, (5 * 6 + 7) * 2 * 2);
}

#[test]
fn a_letter_that_has_a_mark_gets_another() {
    for (sent, telex, vni) in [
        ("e<ê<ế", "ees", "e61"),
        ("e<é<ế", "ese", "e16"),
        ("a<â<ă", "aaw", "a68"),
        ("a<ă<â<ậ", "awaj", "a865"),
        ("o<ò<ó", "ofs", "o21"),
        ("u<ư<ữ", "uwx", "u74"),
        ("o<ô<ơ<ở", "oowr", "o673"),
        ("i<í<i", "isz", "i10"),
        // The second of two letters, or both of them, sent again.
        ("ti<í", "tis", "ti1"),
        ("it<<ít", "its", "it1"),
        ("uo<<ươ", "uow", "uo7"),
        ("hoa<<òa", "hoaf", "hoa2"),
        ("hoa<<òa<<oàn", "hoafn", "hoa2n"),
        ("dd", "dd", "dd"),
    ] {
        check(sent, InputMethod::Telex, "", telex);
        check(sent, InputMethod::Vni, "", vni);
    }
}

#[test]
fn a_mark_that_is_made_twice_is_its_key() {
    for (sent, keys) in [("i<í<is", "iss"), ("a<â<aa", "aaa"), ("d<đ<dd", "ddd"), ("u<ư<uw", "uww")]
    {
        check(sent, InputMethod::Telex, "", keys);
    }
    for (sent, keys) in [("i<í<i1", "i11"), ("a<â<a6", "a66"), ("d<đ<d9", "d99")] {
        check(sent, InputMethod::Vni, "", keys);
    }
}

#[test]
fn a_letter_that_telex_makes_of_one_key_is_no_further_key() {
    for (sent, keys) in
        [("w<ư", "w"), ("]<ư", "]"), ("[<ơ", "["), ("}<Ư", "}"), ("{<Ơ", "{"), ("W<Ư", "W")]
    {
        check(sent, InputMethod::Telex, "", keys);
    }
}

#[test]
fn a_key_without_a_command_is_one_of_vni() {
    for (sent, bound, keys) in [
        ("i<í", "is", "is"),
        ("i<í", "i", "i1"),
        ("i<ì", "if", "if"),
        ("i<ỉ", "ifs", "i3"),
        ("u<ụ", "uj", "uj"),
        ("u<ư", "u", "u7"),
        ("a<â", "a", "aa"),
    ] {
        check(sent, InputMethod::Auto, bound, keys);
    }
}

#[test]
fn a_hand_on_backspace_is_no_input_method() {
    for (sent, keys) in [
        ("i<s", "is"),
        ("i<~i", "ii"),
        ("i<i", "ii"),
        ("i<i~j", "iij"),
        ("w<u", "wu"),
        ("<j", "<j"),
        ("3<j", "3<j"),
        ("i <j", "i <j"),
        ("ab<<xy", "abxy"),
        ("t<<u", "t<u"),
    ] {
        check(sent, InputMethod::Telex, "", keys);
    }
}

/// Someone who has given Backspace a command wants it.
#[test]
fn a_backspace_with_a_command_is_a_key() {
    let backspace = KeyPress::parse("backspace").expect("a key");
    let mut composed = Composed::default();
    let all = |_| true;
    for press in [KeyPress::char('i'), backspace, KeyPress::char('í')] {
        assert_eq!(composed.take(press, InputMethod::Telex, all), [press]);
    }
}

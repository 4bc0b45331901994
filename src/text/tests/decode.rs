//! Bytes in; clean text, its encoding and what was done out.

use crate::text::clean::printable;
use crate::text::{Encoding, decode, decode_as};
use unicode_normalization::UnicodeNormalization;

/// Asserts what `bytes` decode to, and how many stretches were replaced and removed.
#[track_caller]
fn check(bytes: impl AsRef<[u8]>, text: &str, replaced: usize, removed: usize) {
    let decoded = decode(bytes.as_ref().to_vec());
    assert_eq!(decoded.text, text);
    assert_eq!((decoded.replaced, decoded.removed), (replaced, removed), "of {text:?}");
}

fn utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes_of).collect()
}

#[test]
fn encodings_are_told_by_their_mark() {
    const TEXT: &str = "Một là: đẩy mạnh\ncải cách 👍\n";
    let with_mark = format!("\u{feff}{TEXT}");
    for (bytes, encoding) in [
        (TEXT.as_bytes().to_vec(), Encoding::Utf8),
        (with_mark.clone().into_bytes(), Encoding::Utf8Bom),
        (utf16(&with_mark, u16::to_le_bytes), Encoding::Utf16Le),
        (utf16(&with_mark, u16::to_be_bytes), Encoding::Utf16Be),
    ] {
        let decoded = decode(bytes);
        assert_eq!((decoded.encoding, decoded.text.as_str()), (encoding, TEXT));
        assert_eq!((decoded.replaced, decoded.removed), (0, 0), "{}", encoding.name());
        assert_eq!(decoded.offsets.is_identity(), encoding == Encoding::Utf8);
    }
    check(b"", "", 0, 0);
    check(b"\xEF\xBB\xBF", "", 0, 0);
    check(b"\xFF\xFE", "", 0, 0);
}

#[test]
fn what_is_not_valid_is_replaced_and_counted() {
    check(b"h\xE1\xBB n\xFFg", "h\u{fffd} n\u{fffd}g", 2, 0);
    check(b"\xC3", "\u{fffd}", 1, 0);
    check(b"\xED\xA0\x80", "\u{fffd}\u{fffd}\u{fffd}", 3, 0);
    // Half a unit at the end, and half a pair.
    check(b"\xFF\xFEa\0b", "a\u{fffd}", 1, 0);
    check(b"\xFE\xFF\0a\xD8\x00\0b", "a\u{fffd}b", 1, 0);
    check(b"\xFF\xFEa\0\x00\xDC", "a\u{fffd}", 1, 0);
}

#[test]
fn a_line_ends_where_a_line_feed_is() {
    check("a\r\nb\r\n", "a\nb\n", 0, 0);
    check("a\rb", "a b", 0, 1);
    check("a\r\r\nb", "a \nb", 0, 1);
    check("a\n\rb", "a\n b", 0, 1);
    check("a\u{2028}b\u{2029}c\u{85}d", "a b c d", 0, 3);
    check("a\u{c}b\u{b}c", "a b c", 0, 2);
    check("a\tb\t\n", "a b \n", 0, 0);
    check(utf16("\u{feff}a\r\nb", u16::to_le_bytes), "a\nb", 0, 0);
}

#[test]
fn nothing_reaches_the_terminal() {
    for (hostile, shown, removed) in [
        ("\0a\0", "a", 2),
        ("a\u{7}b\u{8}c\u{7f}d", "abcd", 3),
        ("\u{1b}[31mđỏ\u{1b}[0m", "đỏ", 2),
        ("\u{1b}[?1049h\u{1b}[2J", "", 2),
        ("\u{1b}[6n", "", 1),
        ("\u{1b}]52;c;aGFjaw==\u{7}giữ", "giữ", 1),
        ("\u{1b}]52;c;aGFjaw==\u{1b}\\giữ", "giữ", 1),
        ("\u{1b}]0;tiêu đề\u{9c}giữ", "giữ", 1),
        ("\u{1b}P1$r0m\u{1b}\\giữ", "giữ", 1),
        ("\u{1b}_lệnh\u{1b}\\\u{1b}^riêng\u{1b}\\\u{1b}Xchuỗi\u{1b}\\", "", 3),
        ("\u{1b}(Bgiữ\u{1b}#8", "giữ", 2),
        ("\u{1b}cgiữ", "cgiữ", 1),
        ("\u{1b}\u{1b}[1mgiữ", "giữ", 2),
        ("\u{9b}6ngiữ", "giữ", 1),
        ("\u{9d}52;c;eA==\u{9c}giữ", "giữ", 1),
        ("\u{90}q\u{7}giữ", "giữ", 1),
        ("\u{84}a\u{8d}b\u{9c}c", "abc", 3),
        // Without an end they swallow no text.
        ("\u{1b}]52;c;giữ lại", "52;c;giữ lại", 1),
        ("\u{1b}]0;giữ\nlại\u{7}", "0;giữ\nlại", 2),
        ("\u{9d}giữ\u{1b}[1m", "giữ", 2),
        ("\u{1b}Pgiữ \u{90}lại", "giữ lại", 2),
        ("\u{1b}[12;ữ", "12;ữ", 1),
        ("\u{1b}", "", 1),
        ("\u{1b}[", "", 1),
        ("\u{1b}(", "", 1),
        // What is unseen, or turns the direction of the line. A soft hyphen is not counted.
        ("a\u{202a}b\u{202e}c\u{2066}d\u{2069}e\u{200e}f\u{61c}g", "abcdefg", 6),
        ("cải\u{200b} cách\u{200d}\u{2060}\u{feff}", "cải cách", 4),
        ("tham\u{ad}nhũng\u{34f}", "thamnhũng", 1),
        ("1\u{fe0f}\u{e0100}\u{e0041}\u{e007f}\u{fffb}", "1", 5),
        // Word's bullet is a bullet; other private letters stay.
        ("\u{f0b7} việc \u{f0a7}", "• việc \u{f0a7}", 0),
        ("“đột xuất” – 50%… №½ ﬁ 字", "“đột xuất” – 50%… №½ ﬁ 字", 0),
    ] {
        check(hostile, shown, 0, removed);
        assert_eq!(printable(hostile), shown.replace('\n', " "), "{hostile:?} on a line");
    }
}

#[test]
fn a_sequence_longer_than_any_real_one_stays_as_text() {
    let long = "x".repeat(5000);
    check(format!("\u{1b}]0;{long}\u{7}."), &format!("0;{long}."), 0, 2);
    let digits = "1".repeat(5000);
    check(format!("\u{1b}[{digits}m."), &format!("{digits}m."), 0, 1);
}

#[test]
fn any_form_becomes_nfc() {
    let composed = "Uỷ ban; ủy viên: ế ặ ỗ ữ Đ – “đột xuất”\nHai là\n";
    check(composed.nfd().collect::<String>(), composed, 0, 0);
    // One line apart, the next together; tones apart from their letters; marks the other way.
    check("la\u{300}\nlà\nê\u{303} ơ\u{323} a\u{323}\u{302}", "là\nlà\nễ ợ ậ", 0, 0);
    // What stood between a letter and its mark is out of the way first.
    check("e\u{200b}\u{301}", "é", 0, 1);
    check("\u{212b} \u{2126} 가", "Å Ω 가", 0, 0);
}

/// Asserts where every character of a decoded text came from: as slices of the input.
#[track_caller]
fn sources(bytes: &[u8], expected: &[(&str, &[u8])]) {
    let decoded = decode(bytes.to_vec());
    let mut at = 0;
    for (shown, source) in expected {
        let end = at + shown.len();
        assert_eq!(&decoded.text[at..end], *shown);
        let range = decoded.offsets.to_source(at)..decoded.offsets.to_source(end);
        assert_eq!(&bytes[range], *source, "{shown:?}");
        at = end;
    }
    assert_eq!(at, decoded.text.len());
}

#[test]
fn every_character_leads_back_to_its_bytes() {
    sources("là".as_bytes(), &[("l", b"l"), ("à", "à".as_bytes())]);
    sources(b"\xEF\xBB\xBFa\r\nb", &[("a", b"a\r"), ("\n", b"\n"), ("b", b"b")]);
    sources(
        "x\u{1b}[1mê\u{303}\u{200b}n\t.".as_bytes(),
        &[
            ("x", b"x\x1b[1m"),
            ("ễ", "ê\u{303}\u{200b}".as_bytes()),
            ("n", b"n"),
            (" ", b"\t"),
            (".", b"."),
        ],
    );
    sources(
        b"\x1b]0;t\x07a\xFF\xE1\xBB\x87e\xCC\x81",
        &[("a", b"a"), ("\u{fffd}", b"\xFF"), ("ệ", "ệ".as_bytes()), ("é", b"e\xCC\x81")],
    );
    sources(
        b"\xFF\xFEe\0\x01\x03\r\0\n\0\0\0b\0",
        &[("é", b"e\0\x01\x03\r\0"), ("\n", b"\n\0\0\0"), ("b", b"b\0")],
    );
}

#[test]
fn the_words_of_a_decomposed_speech_lead_back_to_themselves() {
    let composed = include_str!("../../../data/speeches/2023-12-20-ket-luan-noi-chinh.txt");
    let crlf = composed.replace('\n', "\r\n");
    let bytes: Vec<u8> = [b"\xEF\xBB\xBF", crlf.nfd().collect::<String>().as_bytes()].concat();
    let decoded = decode(bytes.clone());
    assert_eq!(decoded.text, composed);
    for (at, word) in composed
        .split_whitespace()
        .map(|word| (word.as_ptr() as usize - composed.as_ptr() as usize, word))
    {
        let end = at + word.len();
        let source = &bytes[decoded.offsets.to_source(at)..decoded.offsets.to_source(end)];
        let source = String::from_utf8_lossy(source);
        assert_eq!(source.trim_end_matches('\r').nfc().collect::<String>(), word);
    }
}

#[test]
fn characters_of_several_bytes_lead_back_to_their_own() {
    let gbk = Encoding::from_name("gbk").expect("an encoding");
    // Two letters of two bytes, a broken one before a line end, and one at the end.
    let decoded = decode_as(b"\xC4\xE3\xBA\xC3a\x81\nb\x81".to_vec(), Some(gbk));
    assert_eq!(decoded.text, "你好a�\nb�");
    let places: Vec<usize> =
        decoded.text.char_indices().map(|(at, _)| decoded.offsets.to_source(at)).collect();
    assert_eq!(places, [0, 2, 4, 5, 6, 7, 8]);
    assert_eq!(decoded.offsets.to_source(decoded.text.len()), 9);
    assert_eq!(decoded.replaced, 2);
}

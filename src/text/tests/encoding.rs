//! Bytes of old and bare encodings in; text and the encoding's name out.

use crate::text::{Encoding, Legacy, decode, decode_as};
use unicode_normalization::UnicodeNormalization;

const TEXT: &str = "Cộng hòa xã hội chủ nghĩa Việt Nam\nĐộc lập - Tự do - Hạnh phúc\n\n\
                    Một là, đẩy mạnh cải cách; giữ vững kỷ luật, kỷ cương.\n";

/// Asserts what `bytes` decode to without and with their encoding being said, that the way back
/// leads to the bytes, and which name is shown.
#[track_caller]
fn check(bytes: &[u8], name: &str, text: &str) {
    let decoded = decode(bytes.to_vec());
    assert_eq!((decoded.encoding.name(), decoded.text.as_str()), (name, text));
    assert_eq!((decoded.replaced, decoded.removed), (0, 0));
    let said = decode_as(bytes.to_vec(), Some(decoded.encoding));
    assert_eq!(said.text, text);
    crate::properties::decoding(bytes);
}

fn latin(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).expect("a western letter")).collect()
}

const TCVN3: &str = "Céng hßa x\u{b7} héi chñ nghÜa ViÖt Nam\n\u{a7}éc lËp - Tù do - H\u{b9}nh phóc\n\n\
                     Mét l\u{b5}, \u{ae}Èy m\u{b9}nh c\u{b6}i c\u{b8}ch; gi÷ v÷ng kû luËt, kû c\u{ad}\u{ac}ng.\n";
const VNI: &str = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam\nÑoäc laäp - Töï do - Haïnh phuùc\n\n\
                   Moät laø, ñaåy maïnh caûi caùch; giöõ vöõng kyû luaät, kyû cöông.\n";

#[test]
fn fonts_from_before_unicode_are_told_and_read() {
    check(&latin(TCVN3), "TCVN3 (ABC)", TEXT);
    check(&latin(VNI), "VNI", TEXT);
    // The same where a program took the letters for western ones and wrote them as UTF-8.
    check(TCVN3.as_bytes(), "TCVN3 (ABC)", TEXT);
    check(VNI.as_bytes(), "VNI", TEXT);
    // With a mark before them, as editors of Windows and LibreOffice write, and in UTF-16.
    for (letters, name) in [(TCVN3, "TCVN3 (ABC)"), (VNI, "VNI")] {
        let marked = format!("\u{feff}{letters}");
        check(marked.as_bytes(), name, TEXT);
        for bytes_of in [u16::to_le_bytes as fn(u16) -> [u8; 2], u16::to_be_bytes] {
            for text in [&marked, letters] {
                check(&text.encode_utf16().flat_map(bytes_of).collect::<Vec<_>>(), name, TEXT);
            }
        }
    }
}

#[test]
fn capitals_that_only_the_font_draws_are_capitals() {
    let capitals = "CéNG HßA X\u{b7} HéI CHñ NGHÜA VIÖT NAM";
    let both = format!("{capitals}\n{TCVN3}");
    check(&latin(&both), "TCVN3 (ABC)", &format!("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n{TEXT}"));
    assert_eq!(Legacy::Vni.convert("COÄNG HOØA, ÑOÄC LAÄP"), "CỘNG HÒA, ĐỘC LẬP");
}

#[test]
fn every_letter_of_the_old_tables_is_read() {
    let small = "àảãáạằẳẵắặầẩẫấậăâđèẻẽéẹềểễếệêìỉĩíịòỏõóọồổỗốộôờởỡớợơùủũúụừửữứựưỳỷỹýỵ";
    let western: String = (0xA1..=0xFFu32).filter_map(char::from_u32).collect();
    let letters: String =
        western.chars().map(|letter| Legacy::Tcvn3.convert(&letter.to_string())).collect();
    for c in small.chars().chain("ĂÂÊÔƠƯĐ".chars()) {
        assert!(letters.contains(c), "{c} in TCVN3");
    }
    let marks: Vec<char> = western.chars().collect();
    for c in small.chars().chain(small.to_uppercase().chars()) {
        let alone =
            marks.iter().any(|mark| Legacy::Vni.convert(&mark.to_string()) == c.to_string());
        let paired = "aeouyôöAEOUYÔÖ".chars().any(|base| {
            marks.iter().any(|mark| Legacy::Vni.convert(&format!("{base}{mark}")) == c.to_string())
        });
        assert!(alone || paired, "{c} in VNI");
    }
}

#[test]
fn the_code_page_of_windows_is_half_composed() {
    // Bases with their marks as letters, tones behind them.
    let mut bytes = Vec::new();
    for c in TEXT.chars() {
        let parts: Vec<char> = c.nfd().collect();
        let tone = parts.iter().position(|c| "\u{300}\u{301}\u{303}\u{309}\u{323}".contains(*c));
        let base: String = parts
            .iter()
            .enumerate()
            .filter(|(at, _)| Some(*at) != tone)
            .map(|(_, c)| *c)
            .nfc()
            .collect();
        let (encoded, _, bad) = encoding_rs::WINDOWS_1258.encode(&base);
        assert!(!bad, "{base} is in the code page");
        bytes.extend_from_slice(&encoded);
        if let Some(at) = tone {
            bytes.extend_from_slice(&encoding_rs::WINDOWS_1258.encode(&parts[at].to_string()).0);
        }
    }
    check(&bytes, "windows-1258", TEXT);
}

#[test]
fn utf16_needs_no_mark() {
    for (bytes_of, encoding) in [
        (u16::to_le_bytes as fn(u16) -> [u8; 2], Encoding::Utf16LeBare),
        (u16::to_be_bytes, Encoding::Utf16BeBare),
    ] {
        let bytes: Vec<u8> = TEXT.encode_utf16().flat_map(bytes_of).collect();
        check(&bytes, encoding.name(), TEXT);
        assert_eq!(decode(bytes).encoding, encoding);
    }
    // Zeros alone do not make UTF-16.
    assert_eq!(decode(b"a\0b, c d e f g h i j k l".to_vec()).encoding, Encoding::Utf8);
    assert_eq!(decode(vec![0; 64]).encoding, Encoding::Utf8);
}

#[test]
fn what_is_not_vietnamese_stays_what_it_is() {
    for text in [
        "Une économie où l'État protège les élèves, à côté des bêtes: ç'a été déjà très sûr.",
        "Über den Wäldern fließt müde ein süßer Bär.",
        "Tiếng Việt viết bằng UTF-8: đã có dấu.",
        "Only a café.",
        "¹ ² ³ § 5 © ® ± µm",
    ] {
        let decoded = decode(text.as_bytes().to_vec());
        assert_eq!((decoded.encoding, decoded.text.as_str()), (Encoding::Utf8, text));
    }
    // A few wrong bytes make no other encoding of Vietnamese.
    let mut bytes = TEXT.as_bytes().to_vec();
    bytes.splice(30..30, [0xFF, 0xE1]);
    let decoded = decode(bytes);
    assert_eq!(decoded.encoding, Encoding::Utf8);
    assert_eq!(decoded.replaced, 2);
    let western = "The \u{93}quoted\u{94} words of a long English sentence that is plain.";
    let decoded = decode(latin(western));
    assert_eq!(decoded.encoding.name(), "windows-1252");
    assert!(decoded.text.contains("“quoted”"), "{}", decoded.text);
}

#[test]
fn an_encoding_that_is_said_is_taken() {
    for (name, text) in [
        ("TCVN3", "Cộng hòa"),
        ("abc", "Cộng hòa"),
        ("windows-1252", "Céng hßa"),
        ("iso-8859-1", "Céng hßa"),
    ] {
        let encoding = Encoding::from_name(name).expect(name);
        assert_eq!(decode_as(latin("Céng hßa"), Some(encoding)).text, text);
    }
    let vni = Encoding::from_name("VNI").expect("VNI");
    assert_eq!(decode_as(latin("Coäng"), Some(vni)).text, "Cộng");
    // The letters are meant, however they are written.
    let tcvn3 = Encoding::from_name("tcvn3").expect("TCVN3");
    let letters = "Céng hßa";
    for bytes in [
        letters.as_bytes().to_vec(),
        format!("\u{feff}{letters}").into_bytes(),
        letters.repeat(4).encode_utf16().flat_map(u16::to_le_bytes).collect(),
        format!("\u{feff}{letters}").encode_utf16().flat_map(u16::to_be_bytes).collect(),
    ] {
        let decoded = decode_as(bytes, Some(tcvn3));
        assert!(decoded.text.starts_with("Cộng hòa"), "{}", decoded.text);
        assert_eq!(decoded.encoding.name(), "TCVN3 (ABC)");
    }
    assert_eq!(Encoding::from_name("utf-16"), Some(Encoding::Utf16LeBare));
    assert_eq!(Encoding::from_name("UTF8"), Some(Encoding::Utf8));
    assert_eq!(Encoding::from_name("klingon"), None);
    // A mark is of no text, whoever says what it is.
    let marked = decode_as("\u{feff}a".as_bytes().to_vec(), Some(Encoding::Utf8));
    assert_eq!((marked.encoding, marked.text.as_str()), (Encoding::Utf8Bom, "a"));
}

#[test]
fn fonts_tell_their_encoding() {
    for (name, legacy) in [
        (".VnTime", Some(Legacy::Tcvn3)),
        ("\".VnTimeH\"", Some(Legacy::Tcvn3)),
        ("VNI-Times", Some(Legacy::Vni)),
        ("Times New Roman", None),
        ("", None),
    ] {
        assert_eq!(Legacy::of_font(name), legacy, "{name}");
    }
    assert!(Legacy::is_capital_font(".VnTimeH") && !Legacy::is_capital_font(".VnTime"));
}

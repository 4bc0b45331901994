//! Words in old fonts in; how each is to be read out.

use super::{Legacy, LegacyReading, Tally};

/// Reads a paragraph whose stretches in an old font stand in braces, all in one encoding, and gives
/// what comes of it: what is still open stands between ‹›.
fn read(tally: &mut Tally, paragraph: &str, legacy: Legacy) -> String {
    let (mut text, mut fonts, mut from) = (String::new(), Vec::new(), None);
    for c in paragraph.chars() {
        match c {
            '{' => from = Some(text.len()),
            '}' => fonts.push((from.take().expect("it began")..text.len(), legacy)),
            c => text.push(c),
        }
    }
    let mut out = String::new();
    let mut at = 0;
    for stretch in tally.read(&text, &fonts) {
        out.push_str(&text[at..stretch.range.start]);
        let words = &text[stretch.range.clone()];
        match stretch.reading {
            LegacyReading::Old => out.push_str(&legacy.convert(words)),
            LegacyReading::Typed => out.push_str(&words.replace('\u{ad}', "")),
            LegacyReading::Open => out.push_str(&format!("‹{words}›")),
        }
        at = stretch.range.end;
    }
    out + &text[at..]
}

#[track_caller]
fn check(legacy: Legacy, cases: &[(&str, &str)]) {
    for (paragraph, expected) in cases {
        assert_eq!(read(&mut Tally::default(), paragraph, legacy), *expected, "{paragraph}");
    }
}

#[test]
fn of_two_readings_the_one_that_is_spelled_as_vietnamese_counts() {
    check(
        Legacy::Tcvn3,
        &[
            ("{Mét l\u{b5}: \u{ae}\u{ad}îc giao}", "Một là: được giao"),
            // Unicode in the old font, with letters that it has not and with such as it has.
            ("Nhà nào {không đăng ký} thì thôi", "Nhà nào không đăng ký thì thôi"),
            ("Nhà nào {không} nộp", "Nhà nào không nộp"),
            ("{CÁC CUỘC HỌP}", "CÁC CUỘC HỌP"),
            ("{rõ}, {thú y}, {công}", "‹rõ›, thú y, công"),
            // Runs that part a word, in the font and out of it.
            ("{kh}{«}{ng}", "không"),
            ("kh{«}ng", "không"),
            ("kh{ô}ng", "không"),
            ("{\u{ae}}{\u{ad}}{îc}", "được"),
            // A few words were typed anew.
            ("{\u{ae}\u{ad}îc giao nhiÖm vô, được}", "được giao nhiệm vụ, được"),
            ("{nh\u{ad} ch\u{ad}a} {c\u{ad} tró}", "như chưa cư trú"),
            // Soft hyphens of Unicode are none of "ư".
            ("{nghi\u{ad}ên cứu}", "nghiên cứu"),
            ("{2024}, {Tho}", "‹2024›, ‹Tho›"),
        ],
    );
    check(
        Legacy::Vni,
        &[
            ("{Coäng hoøa xaõ hoäi}", "Cộng hòa xã hội"),
            ("Hàng {hoá không} đạt", "Hàng hoá không đạt"),
            ("{Co}{ä}{ng} {ñoàng}", "Cộng đồng"),
            ("{thú y}, {cô giáo}, {không}", "‹thú y›, ‹cô giáo›, không"),
        ],
    );
}

#[test]
fn what_a_word_does_not_tell_the_document_tells() {
    for (document, word, legacy, expected) in [
        ("{\u{ae}\u{ad}îc giao nhiÖm vô}", "mét", Legacy::Tcvn3, LegacyReading::Old),
        ("{được giao nhiệm vụ}", "mét", Legacy::Tcvn3, LegacyReading::Typed),
        ("", "mét", Legacy::Tcvn3, LegacyReading::Old),
        ("", "có", Legacy::Tcvn3, LegacyReading::Typed),
        ("", "rõ", Legacy::Tcvn3, LegacyReading::Typed),
        ("", "2024", Legacy::Tcvn3, LegacyReading::Old),
    ] {
        let mut tally = Tally::default();
        read(&mut tally, document, legacy);
        assert_eq!(tally.settle(word, legacy), expected, "{word} in {document:?}");
    }
}

#[test]
fn fonts_are_told_by_their_names() {
    for (name, legacy) in [
        (".VnTime", Some(Legacy::Tcvn3)),
        ("'.vntimeh'", Some(Legacy::Tcvn3)),
        ("VnTime", Some(Legacy::Tcvn3)),
        ("VNI-Times", Some(Legacy::Vni)),
        ("VNI Helve", Some(Legacy::Vni)),
        ("VNtimes new roman", None),
        ("Times New Roman", None),
        ("Vn", None),
        ("", None),
    ] {
        assert_eq!(Legacy::of_font(name), legacy, "{name}");
    }
}

//! What must match and what must not, and why: the promise of `docs/dev/search.md`, row by row.
//!
//! Each row is tried with query and text in composed and in decomposed letters, and with the tones
//! apart from letters that keep their own mark, as old converters write them.

use super::*;
use Expect::{Is, Not};
use Mode::{Exact, Loose, Smart};

/// Whether a query is to be found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expect {
    Is,
    Not,
}

type Row = (Mode, &'static str, &'static str, Expect, &'static str);

/// Marks, syllable by syllable.
const MARKS: &[Row] = &[
    (Smart, "duong", "dương", Is, "no mark typed: any will do"),
    (Smart, "duong", "đường", Is, "đ is a d with a mark"),
    (Smart, "duong", "đương", Is, "no mark typed: any will do"),
    (Smart, "duong", "duong", Is, "nor need there be one"),
    (Smart, "đương", "đương", Is, "as it is spelled"),
    (Smart, "đương", "đường", Not, "the tone is another"),
    (Smart, "đương", "dương", Not, "the first letter is another"),
    (Smart, "dương", "đương", Not, "a d that was typed beside ươ is a d"),
    (Smart, "dương", "đường", Not, "neither d nor tone"),
    (Smart, "đường", "đương", Not, "a tone that was typed must be there"),
    (Smart, "đường", "đường", Is, "as it is spelled"),
    (Smart, "đuong", "đường", Not, "with a mark the syllable must match whole"),
    (Smart, "nguyên", "Nguyễn", Not, "the tone is another"),
    (Smart, "nguyen", "Nguyễn", Is, "no mark typed"),
    (Smart, "nguyễn", "Nguyễn", Is, "case is free for small letters"),
    (Smart, "nguyên", "nguyên", Is, "as it is spelled"),
    (Smart, "nguyên", "nguyện", Not, "the tone is another"),
    (Smart, "phong chống", "phòng chống", Is, "each syllable for itself"),
    (Smart, "phong chống", "phong chống", Is, "each syllable for itself"),
    (Smart, "phong chống", "phòng chong", Not, "the second was typed with marks"),
    (Smart, "phòng chong", "phong chống", Not, "the first was typed with marks"),
    (Smart, "ắ", "ắ", Is, "ă with sắc"),
    (Smart, "ắ", "ấ", Not, "ă is not â"),
    (Smart, "ấ", "ắ", Not, "â is not ă"),
    (Smart, "ố", "ớ", Not, "ô is not ơ"),
    (Smart, "ớ", "ố", Not, "ơ is not ô"),
    (Smart, "ứ", "ú", Not, "ư is not u"),
    (Smart, "u", "ứ", Is, "no mark typed"),
    (Smart, "ứ", "ứ", Is, "as it is spelled"),
    (Smart, "tắt", "tất", Not, "ă is not â"),
    (Smart, "cốt", "cớt", Not, "ô is not ơ"),
    (Smart, "ma", "mạ", Is, "no mark typed"),
    (Smart, "mạ", "má", Not, "the tone is another"),
    (Smart, "mạ", "ma", Not, "a tone that was typed must be there"),
    (Smart, "da nang", "Đà Nẵng", Is, "no mark typed"),
    (Smart, "đa nang", "Đà Nẵng", Not, "the first was typed with a mark"),
    (Smart, "đà nang", "Đà Nẵng", Is, "each syllable for itself"),
    (Exact, "duong", "đường", Not, "exact: no mark typed means none"),
    (Exact, "duong", "duong", Is, "exact"),
    (Exact, "đường", "đường", Is, "exact"),
    (Exact, "phong chống", "phòng chống", Not, "exact: each as it was typed"),
    (Loose, "đương", "đường", Is, "loose: marks do not count"),
    (Loose, "nguyên", "Nguyễn", Is, "loose: marks do not count"),
    (Loose, "phòng chong", "phong chống", Is, "loose: marks do not count"),
    (Loose, "đương", "dượng", Is, "loose: đ is d"),
    (Loose, "ắ", "ấ", Is, "loose: marks do not count"),
    (Loose, "đường", "đượng dài", Is, "loose: marks do not count"),
    (Loose, "tham nhũng", "than nhũng", Not, "loose, but the letters count"),
];

/// Capitals.
const CAPITALS: &[Row] = &[
    (Smart, "nam", "NĂM", Is, "small letters match both"),
    (Smart, "Nam", "nam", Not, "a capital must be one"),
    (Smart, "Nam", "NĂM", Is, "and a capital may follow it"),
    (Smart, "NAM", "Nam", Not, "every capital that was typed"),
    (Smart, "đảng", "ĐẢNG", Is, "small letters match both"),
    (Smart, "Đảng", "đảng", Not, "a capital must be one"),
    (Smart, "HĐND", "HĐND", Is, "as it is written"),
    (Smart, "hđnd", "HĐND", Is, "small letters match both"),
    (Smart, "hdnd", "HĐND", Is, "small letters match both"),
    (Smart, "HDND", "HĐND", Is, "capitals typed, marks not"),
    (Smart, "HĐND", "Hđnd", Not, "every capital that was typed"),
    (Smart, "UỶ ban", "ỦY ban", Is, "the place of the tone does not count"),
    (Exact, "nam", "Nam", Not, "exact: small means small"),
    (Exact, "Nam", "Nam", Is, "exact"),
    (Loose, "NAM", "nằm", Is, "loose: case does not count"),
    (Loose, "Đảng Bộ", "đảng bộ", Is, "loose: case does not count"),
];

/// What is equal by nature.
const EQUAL: &[Row] = &[
    (Smart, "hoà bình", "hòa bình", Is, "two usages, one syllable"),
    (Smart, "hòa bình", "hoà bình", Is, "two usages, one syllable"),
    (Smart, "hoá", "hóa", Is, "two usages, one syllable"),
    (Smart, "thuỷ lợi", "thủy lợi", Is, "two usages, one syllable"),
    (Smart, "thủy lợi", "thuỷ lợi", Is, "two usages, one syllable"),
    (Smart, "uỷ ban", "ủy ban", Is, "two usages, one syllable"),
    (Smart, "Ủy ban", "Uỷ ban", Is, "two usages, one syllable"),
    (Smart, "khoẻ", "khỏe", Is, "two usages, one syllable"),
    (Smart, "hoàn", "hòan", Is, "a slip of the same kind"),
    (Smart, "quý", "qúy", Is, "a slip of the same kind"),
    (Exact, "hoà", "hòa", Is, "by nature, so in every mode"),
    (Smart, "hoà", "hoá", Not, "the tone is another"),
    (Smart, "hòa", "hoa", Not, "a tone that was typed must be there"),
    (Smart, "thuỷ", "thúy", Not, "the tone is another"),
    (Smart, "kỹ", "kĩ", Not, "i and y are letters of their own"),
    (Loose, "kỹ thuật", "kĩ thuật", Is, "loose: i for y"),
    (Loose, "kĩ", "kỹ", Is, "loose: y for i"),
    (Loose, "ly tuong", "lí tưởng", Is, "loose: i for y"),
    (Loose, "qui dinh", "quy định", Is, "loose: y for i after qu"),
    (Loose, "y te", "i tế", Is, "loose: alone too"),
    (Loose, "thuy", "thúi", Not, "uy and ui are two sounds"),
    (Loose, "may", "mai", Not, "ay and ai are two sounds"),
    (Loose, "ky", "kinh", Not, "whole syllables only"),
    (Smart, "đảng", "Ðảng", Is, "Icelandic Ð stands for Đ on old pages"),
    (Smart, "đảng", "Ɖảng", Is, "African Ɖ stands for Đ"),
    (Smart, "Ðảng", "Đảng", Is, "and the other way round"),
    (Smart, "xay dung", "xây\u{a0}dựng", Is, "a no-break space is a blank"),
    (Smart, "xây dựng", "xây\u{202f}dựng", Is, "a narrow one too"),
    (Smart, "xây dựng", "xây   dựng", Is, "so are several"),
    (
        Smart,
        "phong chong",
        "Các ngành đẩy mạnh phòng,
  chống tham nhũng và lãng
phí.",
        Is,
        "and the end of a line of a wrapped paragraph",
    ),
    (Smart, "xây dựng", "xây\u{ad}dựng", Not, "a soft hyphen is nothing"),
    (Smart, "kinh tế - xã hội", "kinh tế – xã hội", Is, "dashes are one"),
    (Smart, "kinh tế - xã hội", "kinh tế — xã hội", Is, "dashes are one"),
    (Smart, "kinh tế - xã hội", "kinh tế-xã hội", Is, "with blanks or without"),
    (Smart, "kinh tế-xã hội", "kinh tế − xã hội", Is, "a minus too"),
    (Smart, "kinh tế xã hội", "kinh tế - xã hội", Is, "signs between words do not count"),
    (Smart, "\"điểm nóng\"", "“điểm nóng”", Is, "quotation marks in a query mean a phrase"),
    (Smart, "«điểm nóng»", "\"điểm nóng\"", Is, "whatever their form"),
    (Smart, "d'Ivoire", "Côte d’Ivoire", Is, "apostrophes are one"),
    (Smart, "cafe", "Café", Is, "other languages have marks, too"),
    (Smart, "café", "Cafe", Not, "and keep them where they were typed"),
];

/// Syllables, signs, rows.
const WORDS: &[Row] = &[
    (Smart, "an", "ban", Not, "syllables are whole"),
    (Smart, "an", "anh", Not, "its beginning alone is none"),
    (Smart, "an", "an anh", Is, "whole"),
    (Smart, "ninh an", "an ninh", Is, "in any order, where the row is nowhere"),
    (Smart, "\"ninh an\"", "an ninh", Not, "a phrase has its order"),
    (Smart, "\"an ninh\"", "an ninh", Is, "a phrase"),
    (Smart, "\"an ni\"", "an ninh", Not, "a phrase has whole words"),
    (Smart, "phong chong", "phòng, chống", Is, "signs between words do not count"),
    (Smart, "phòng, chống", "phòng, chống", Is, "a sign that was typed must be there"),
    (Smart, "\"phòng, chống\"", "phòng chống", Not, "a sign that was typed must be there"),
    (Smart, "phòng chống", "phòng cháy, chống bão", Is, "all words, in one paragraph"),
    (Smart, "\"phòng chống\"", "phòng cháy, chống bão", Not, "but that is no row"),
    (Smart, "phòng chống", "phòng\n\nchống", Not, "two paragraphs"),
    (Smart, "phong chong lang", "phòng, chống tham nhũng", Not, "all words must be there"),
    (Smart, "phòng -cháy", "phòng cháy", Not, "without a word"),
    (Smart, "phòng -cháy", "phòng bệnh", Is, "without a word"),
    (Smart, "phòng -chay", "phòng cháy", Not, "marks are free there, too"),
    (Smart, "phòng -\"chữa cháy\"", "phòng cháy, chữa bệnh", Is, "without a phrase"),
    (Smart, "phòng -\"chữa cháy\"", "phòng chữa cháy", Not, "without a phrase"),
    (Smart, "50%", "50% số vụ", Is, "signs stand where they were typed"),
    (Smart, "50%", "50 vụ", Not, "signs stand where they were typed"),
    (Smart, "50", "150%", Not, "numbers are whole"),
    (Smart, "50", "50%", Is, "a sign ends a number"),
    (Smart, "18-KL/TW", "Kết luận số 18-KL/TW", Is, "numbers of documents"),
    (Smart, "18 kl tw", "Kết luận số 18-KL/TW", Is, "signs between words do not count"),
    (Smart, "20/12/2023", "ngày 20/12/2023", Is, "dates"),
    (Smart, "20/12", "ngày 20/12/2023", Is, "the parts of a date are words"),
    (Smart, "mot la", "**Một là:** rà soát", Is, "emphasis is between words"),
    (Smart, "a)", "a) Bố trí", Is, "signs stand where they were typed"),
    (Smart, "nghi quyet 27", "Nghị quyết số 27", Is, "all words, in one paragraph"),
    (Smart, "năm:2024", "năm 2024", Not, "a condition on the year, and the speech has none"),
    (Smart, "sau: rà soát", "việc sau: rà soát", Is, "a colon that is no condition"),
];

/// Telex and VNI, and what only looks like them.
const KEYS: &[Row] = &[
    (Smart, "nhieemj vuj", "nhiệm vụ", Is, "Telex"),
    (Smart, "nhieemj vuj", "nhiểm vu", Not, "Telex says which marks"),
    (Smart, "nhiem65 vu5", "nhiệm vụ", Is, "VNI"),
    (Smart, "nhie65m vu5", "nhiệm vụ", Is, "VNI, the keys after the letter"),
    (Smart, "nhiem65 vu5", "nhiễm vũ", Not, "VNI says which marks"),
    (Smart, "phongf choongs tham nhungx", "phòng chống tham nhũng", Is, "Telex"),
    (Smart, "phongf choongs tham nhungx", "phòng, chống tham nhũng", Is, "Telex and signs"),
    (Smart, "phong2 chong61 tham nhung4", "phòng chống tham nhũng", Is, "VNI"),
    (Smart, "dduwowngf", "đường", Is, "Telex: dd, uw, ow"),
    (Smart, "dduowngf", "đường", Is, "Telex: one w for both"),
    (Smart, "dduwowng", "đường", Not, "Telex without the tone's key"),
    (Smart, "d9uong72", "đường", Is, "VNI: 9, 7, 2"),
    (Smart, "hoaf binhf", "hòa bình", Is, "Telex, whatever the place of the tone"),
    (Smart, "hoaf binhf", "hoà bình", Is, "Telex, whatever the place of the tone"),
    (Smart, "uyr ban", "ủy ban", Is, "Telex and a word without keys"),
    (Smart, "Ddangr", "Đảng", Is, "Telex with a capital"),
    (Smart, "NGHIJ QUYEETS", "NGHỊ QUYẾT", Is, "Telex in capitals"),
    (Smart, "NGHIJ QUYEETS", "nghị quyết", Not, "capitals must be capitals"),
    (Smart, "nghij quyết", "nghị quyết", Is, "Telex beside a word with marks"),
    (Smart, "nguwowif", "người", Is, "Telex"),
    (Smart, "nguoi72", "người", Is, "VNI"),
    (Smart, "moon", "the moon is full", Is, "English is found as it is"),
    (Smart, "moon", "môn học", Is, "but môn is what moon gives under Telex"),
    (Smart, "moon", "mon men", Not, "what Telex gives has its marks"),
    (Smart, "moon", "mọn", Not, "what Telex gives has its marks"),
    (Smart, "tests", "tests were made", Is, "English is found as it is"),
    (Smart, "tests", "tét", Not, "a key twice takes the mark back"),
    (Smart, "tests", "tết", Not, "a key twice takes the mark back"),
    (Smart, "deer", "the deer", Is, "English is found as it is"),
    (Smart, "deer", "để", Not, "đ is not d"),
    (Smart, "deer", "dễ", Not, "dễ has another tone than dể"),
    (Smart, "windows", "Windows 11", Is, "English is found as it is"),
    (Smart, "windows", "ưindows", Not, "that is no syllable"),
    (Smart, "test", "test", Is, "English is found as it is"),
    (Smart, "post", "pót", Is, "a syllable could be meant, and nothing else is there"),
    (Smart, "drone", "drone", Is, "English is found as it is"),
    (Smart, "2024", "năm 2024", Is, "a number has no keys"),
    (Smart, "2024", "năm 2023", Not, "a number has no keys"),
    (Smart, "12", "ngày 1 tháng 2", Not, "a number has no keys"),
    (Smart, "a1", "á", Is, "VNI"),
    (Smart, "a1", "mục a1", Is, "but as it is, if that is there"),
    (Smart, "WTO", "WTO", Is, "an acronym"),
    (Smart, "WTO", "ưto", Not, "that is no syllable"),
    (Smart, "GDP", "GDP", Is, "an acronym"),
    (Exact, "nhieemj vuj", "nhiệm vụ", Is, "exact: what the keys give, exactly"),
    (Loose, "nhieemj vuj", "nhiễm vũ", Is, "loose: marks do not count"),
    (Smart, "nhiệm vuj", "nhiệm vụ", Is, "keys where the input method was off"),
    (Smart, "nhiemjj", "nhiệm", Not, "a key twice takes the mark back"),
];

/// Returns a text with its tones apart, and the other marks of a letter on it.
fn half_composed(text: &str) -> String {
    let tone = |c: char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    let mut out = String::new();
    let mut letter = String::new();
    let mut tones = String::new();
    for c in text.nfd() {
        if tone(c) {
            tones.push(c);
            continue;
        }
        if !unicode_normalization::char::is_combining_mark(c) {
            out.extend(std::mem::take(&mut letter).nfc());
            out.push_str(&std::mem::take(&mut tones));
        }
        letter.push(c);
    }
    out.extend(letter.nfc());
    out + &tones
}

#[test]
fn every_row_holds_in_every_form() {
    let tables = [MARKS, CAPITALS, EQUAL, WORDS, KEYS];
    let rows: Vec<&Row> = tables.into_iter().flatten().collect();
    assert!(rows.len() >= 150, "{}", rows.len());
    let mut wrong = Vec::new();
    for &&(mode, query, text, expect, why) in &rows {
        let forms = |text: &str| -> [String; 3] {
            [text.to_owned(), text.nfd().collect(), half_composed(text)]
        };
        for (typed, source) in forms(query).iter().zip(forms(text)).chain(
            // Crosswise, too: a composed query in a decomposed text and the other way round.
            forms(query).iter().zip(forms(text).into_iter().cycle().skip(1)),
        ) {
            let decoded = decode(source.clone().into_bytes());
            let hits = hits_of(&read(typed, mode, Stage::Finished), &decoded.text);
            let found = if hits.is_empty() { Not } else { Is };
            if found != expect {
                wrong.push(format!("{mode:?} {typed:?} in {source:?}: {expect:?}, for {why}"));
            }
            for hit in hits {
                let part = hit.range.of(&decoded.text);
                let source = &source.as_bytes()[decoded.offsets.to_source(hit.range.start.get())
                    ..decoded.offsets.to_source(hit.range.end.get())];
                let back = String::from_utf8_lossy(source).nfc().collect::<String>();
                assert_eq!(back.replace('\u{ad}', ""), part, "the hit leads back to the source");
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// The letters with marks, small, by the letter they fold to: 67 of them, and as many capitals.
const LETTERS: [(&str, &str); 7] = [
    ("a", "àảãáạăằẳẵắặâầẩẫấậ"),
    ("d", "đ"),
    ("e", "èẻẽéẹêềểễếệ"),
    ("i", "ìỉĩíị"),
    ("o", "òỏõóọôồổỗốộơờởỡớợ"),
    ("u", "ùủũúụưừửữứự"),
    ("y", "ỳỷỹýỵ"),
];

/// Tells whether two letters fold alike.
fn alike(one: char, other: char) -> bool {
    LETTERS.iter().any(|(_, letters)| letters.contains(one) && letters.contains(other))
}

#[test]
fn all_134_letters_are_found_bare_and_as_themselves_and_no_other_way() {
    let all: Vec<char> = LETTERS.iter().flat_map(|(_, letters)| letters.chars()).collect();
    let mut seen = 0;
    for (base, letters) in LETTERS {
        for small in letters.chars() {
            for letter in [small, small.to_uppercase().next().unwrap()] {
                seen += 1;
                let composed = format!("n{letter}n");
                for source in [composed.clone(), composed.nfd().collect(), half_composed(&composed)]
                {
                    let text = decode(source.into_bytes()).text;
                    let finds = |typed: &str, mode| {
                        !hits_of(&read(typed, mode, Stage::Finished), &text).is_empty()
                    };
                    assert!(finds(&format!("n{base}n"), Smart), "{letter} by {base}");
                    assert!(finds(&format!("n{small}n"), Smart), "{letter} by {small}");
                    assert!(!finds(&format!("n{base}n"), Exact), "{letter} is not {base}");
                    assert!(finds(&format!("n{base}n"), Loose), "{letter} by {base}");
                }
            }
            for other in all.iter().copied().filter(|&other| other != small) {
                let typed = Query::parse(&format!("n{other}n"), Smart, Stage::Finished).unwrap();
                let found = typed.wanted().all(|term| term.pattern.is_in(&format!("n{small}n")));
                assert!(!found, "{small} is not {other}");
                let typed = Query::parse(&format!("n{other}n"), Loose, Stage::Finished).unwrap();
                let found = typed.wanted().all(|term| term.pattern.is_in(&format!("n{small}n")));
                assert_eq!(found, alike(small, other), "{small} and {other} are free");
            }
        }
    }
    assert_eq!(seen, 134);
}

//! Which texts are one speech.

use super::*;
use crate::library::files::from_bytes;
use crate::speech::Origin;
use crate::speech::parse::Lexicon;
use unicode_normalization::UnicodeNormalization;

const TITLE: &str = "KẾT LUẬN TẠI HỘI NGHỊ GIAO BAN QUÝ I";

/// Writes a speech: its title, a line with the day, and so many sentences from a number on.
fn text(title: &str, from: usize, count: usize) -> String {
    const VERBS: [&str; 5] = ["rà soát", "kiểm tra", "đôn đốc", "tổng kết", "báo cáo"];
    const THINGS: [&str; 7] = [
        "quy chế phối hợp",
        "việc tiếp công dân",
        "dự án chậm tiến độ",
        "chế độ báo cáo",
        "kết quả thanh tra",
        "công tác hoà giải",
        "ngân sách của xã",
    ];
    let mut text = format!("{title}\n\n");
    for number in from..from + count {
        let (verb, thing) = (VERBS[number % 5], THINGS[number % 7]);
        text +=
            &format!("Việc thứ {number} là {verb} {thing} ở {number} đơn vị trong năm tới.\n\n");
    }
    text
}

fn speech(text: &str, file: &str) -> Speech {
    from_bytes(text.as_bytes().to_vec(), Origin::File(file.into()), &Lexicon::shipped())
        .expect("a text")
        .speech
}

/// Tells what the second speech is to a record of the first.
fn kinship(one: &Speech, other: &Speech) -> Kinship {
    let source = match &one.origin {
        Origin::File(path) => Some(path.as_path()),
        _ => None,
    };
    let kin = Kin::of(one);
    let known = RecordedSpeech {
        id: &one.id,
        title: &one.meta.title,
        source,
        fingerprint: &one.fingerprint,
        kin: &kin,
    };
    let kinship = Identity::of(other).kinship(&known, || Home::Gone);
    // What is known without the text never rules out what the text says.
    let path = match &other.origin {
        Origin::File(path) => path.clone(),
        _ => PathBuf::new(),
    };
    let entry = CatalogEntry::of(other, path, 0);
    let may_be = Kindred::of(std::iter::once(known)).may_have(&entry);
    assert!(may_be || kinship == Kinship::Other, "{} {}", one.id, other.id);
    kinship
}

#[test]
fn most_speeches_are_known_to_be_others_without_their_texts() {
    let one = speech(&text(TITLE, 0, 40), "/a/bai.txt");
    let other = speech(&text("Phát biểu bế mạc hội nghị", 100, 40), "/b/x.txt");
    let entry = CatalogEntry::of(&other, "/b/x.txt".into(), 0);
    let kin = Kin::of(&one);
    let known = RecordedSpeech {
        id: &one.id,
        title: &one.meta.title,
        source: None,
        fingerprint: &one.fingerprint,
        kin: &kin,
    };
    assert!(!Kindred::of(std::iter::once(known)).may_have(&entry));
    assert!(!Kindred::of(std::iter::empty()).may_have(&entry));
}

#[test]
fn a_speech_is_known_by_its_content_and_not_by_its_file() {
    let whole = text(TITLE, 0, 40);
    let one = speech(&whole, "/a/bai.txt");
    let apart: String = whole.nfd().collect();
    let versions = [
        ("renamed, moved, copied", whole.clone(), "/b/khac.txt", Kinship::Same),
        ("decomposed", apart, "/a/bai.txt", Kinship::Same),
        ("old tone marks", whole.replace("hoà", "hòa"), "/b/khac.txt", Kinship::Version),
        ("corrected", whole.replace("Việc thứ 7", "Việc số 7"), "/b/x.txt", Kinship::Version),
        (
            "a page around it",
            format!("Trang chủ\n\nTin tức\n\n{whole}In trang\n"),
            "/b/x.txt",
            Kinship::Version,
        ),
        ("a third more", text(TITLE, 0, 54), "/a/bai.txt", Kinship::Version),
        ("another title", text("Phát biểu bế mạc hội nghị", 0, 40), "/b/x.txt", Kinship::Version),
        ("another speech of its name", text(TITLE, 700, 40), "/b/bai.txt", Kinship::Other),
        ("another speech in its file", text("Bài khác", 700, 40), "/a/bai.txt", Kinship::Other),
        ("a piece of it", text("Trích", 0, 4), "/b/trich.txt", Kinship::Other),
    ];
    for (name, text, file, expected) in versions {
        assert_eq!(kinship(&one, &speech(&text, file)), expected, "{name}");
    }
}

#[test]
fn what_is_known_of_it_counts() {
    let one = speech(&text(TITLE, 0, 40), "/a/bai.txt");
    let mut dated = one.clone();
    dated.meta.date = Date::new(2024, 1, 5);
    dated.meta.speaker = Some("Lê Thị Thủy".into());
    let mut anew = speech(&text(TITLE, 700, 40), "/b/bai.txt");
    anew.meta = dated.meta.clone();
    assert_eq!(
        kinship(&dated, &anew),
        Kinship::Other,
        "minutes of the same people on the same day"
    );
    anew.meta.speaker = Some("Trần Văn Nam".into());
    assert_eq!(kinship(&dated, &anew), Kinship::Other, "another speaker");
    let mut later = speech(&text(TITLE, 16, 40), "/b/bai.txt");
    later.meta = dated.meta.clone();
    later.meta.date = Date::new(2024, 4, 5);
    assert_eq!(kinship(&dated, &later), Kinship::Other, "a like speech of another day");
}

#[test]
fn a_record_without_a_sample_goes_by_its_id() {
    let one = speech(&text(TITLE, 0, 40), "/a/bai.txt");
    let other = speech(&text(TITLE, 700, 40), "/b/bai.txt");
    let kin = Kin::default();
    let known = |id| RecordedSpeech { id, title: "", source: None, fingerprint: "", kin: &kin };
    assert_eq!(one.id, other.id);
    assert_eq!(Identity::of(&other).kinship(&known(&one.id), || Home::Gone), Kinship::Version);
    let id = SpeechId::parse("khac").expect("an id");
    assert_eq!(Identity::of(&other).kinship(&known(&id), || Home::Gone), Kinship::Other);
}

#[test]
fn sketches_tell_how_much_is_in_common() {
    let whole = text(TITLE, 0, 100);
    let sketch = Sketch::of(&whole).expect("a sketch");
    assert_eq!(Sketch::parse(&sketch.to_string()), Some(sketch));
    assert_eq!(sketch.overlap(sketch), 100);
    for (other, from, to) in [
        (text(TITLE, 0, 90), 70, 100),
        (text(TITLE, 33, 100), 25, 75),
        (text("Khác", 1000, 100), 0, 25),
    ] {
        let overlap = sketch.overlap(Sketch::of(&other).expect("a sketch"));
        assert!((from..=to).contains(&overlap), "{overlap}");
    }
    assert_eq!(Sketch::of("Xin cảm ơn"), None);
    assert!(Sketch::of("Xin trân trọng cảm ơn").is_some());
    assert_eq!(Sketch::parse("+0d0e6a41c2b97f3815aa0c6ed94b723"), None);
}

#[test]
fn another_file_is_another_speech_as_long_as_the_first_is_there() {
    let whole = text(TITLE, 0, 40);
    let one = speech(&whole, "/a/bai.txt");
    let kin = Kin::of(&one);
    let known = RecordedSpeech {
        id: &one.id,
        title: &one.meta.title,
        source: Some(Path::new("/a/bai.txt")),
        fingerprint: &one.fingerprint,
        kin: &kin,
    };
    let corrected = whole.replace("Việc thứ 7", "Việc số 7");
    for (text, file, claim) in [
        (&whole, "/b/khac.txt", Claim::Same),
        (&corrected, "/a/bai.txt", Claim::Version),
        (&corrected, "/b/bai.txt", Claim::Unless),
        (&text_of_siblings(), "/b/bai.txt", Claim::None),
    ] {
        assert_eq!(Identity::of(&speech(text, file)).claim(&known), claim, "{file}");
    }
    for (home, kinship) in [
        (Home::There, Kinship::Other),
        (Home::Gone, Kinship::Version),
        (Home::Twin, Kinship::Version),
    ] {
        let other = speech(&corrected, "/b/bai.txt");
        assert_eq!(Identity::of(&other).kinship(&known, || home), kinship, "{home:?}");
        let own = speech(&corrected, "/a/bai.txt");
        assert_eq!(Identity::of(&own).kinship(&known, || home), Kinship::Version, "its own file");
    }
}

/// Writes a speech of the same name that shares half of its sentences.
fn text_of_siblings() -> String {
    text(TITLE, 20, 40)
}

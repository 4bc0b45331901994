//! A text in Markdown, its words, and the way there and back.

use super::*;
use crate::library::files::from_bytes;
use crate::speech::Origin;
use crate::speech::parse::Lexicon;

const TEXT: &str = "# **Họp**\n\nNhiệm vụ sau:\n\n1\\. **Rà soát** các [khoản](http://a.vn/b_c) chi.\n\n2\\. Mức 3\\* và 4*.\n";

fn speech(text: &str) -> Speech {
    from_bytes(text.as_bytes().to_vec(), Origin::File("bai.md".into()), &Lexicon::shipped())
        .expect("a text")
        .speech
}

#[test]
fn words_of_a_passage_are_those_that_are_read() {
    let speech = speech(TEXT);
    for (from, to, expected) in [
        ("1\\.", " chi.", "1. Rà soát các khoản chi."),
        ("soát**", "các", "soát các"),
        ("**Rà", "khoản", "Rà soát các khoản"),
        ("# **", "sau:", "Họp\n\nNhiệm vụ sau:"),
        ("Mức", "4*.", "Mức 3* và 4*."),
        ("http", "b_c", ""),
    ] {
        let start = TEXT.find(from).expect("there");
        let end = start + TEXT[start..].find(to).expect("there") + to.len();
        assert_eq!(speech.words(TextRange::new(start, end)), expected, "{from} {to}");
    }
    let all = speech.line(TextRange::new(0, TEXT.len()));
    assert_eq!(all, "Họp Nhiệm vụ sau: 1. Rà soát các khoản chi. 2. Mức 3* và 4*.");
}

#[test]
fn words_of_a_quoted_mail_go_over_the_ends_of_its_lines() {
    let text = "> Xin các tổ làm ngay hai việc sau đây trong tuần này,\n> không đợi nhắc:\n>\n> 1. Gửi lại sổ theo dõi mực nước của tháng trước cho\n> văn phòng.\n>\n> 2. Khóa kho.\n";
    let speech = speech(text);
    let (one, all) = (text.find("1.").expect("there"), text.len());
    let read = "1. Gửi lại sổ theo dõi mực nước của tháng trước cho văn phòng.\n\n> 2. Khóa kho.\n";
    assert_eq!(speech.words(TextRange::new(one, all)), read);
    let wording = Wording::of(&speech);
    assert!(wording.text().contains("cho\nvăn phòng.\n\n> 2."), "{}", wording.text());
    for pos in (0..=all).filter(|&pos| text.is_char_boundary(pos)) {
        let at = wording.at(TextPos::new(pos));
        assert!(wording.end(at) <= wording.start(at), "{pos}");
    }
}

#[test]
fn places_lead_there_and_back() {
    let speech = speech(TEXT);
    let wording = Wording::of(&speech);
    let read = "Họp\n\nNhiệm vụ sau:\n\n1. Rà soát các khoản chi.\n\n2. Mức 3* và 4*.\n";
    assert_eq!(wording.text(), read);
    for words in ["Họp", "1. Rà", "soát", "Rà soát", "khoản", "chi.", "3* và 4*"] {
        let at = read.find(words).expect("there");
        let here = TextRange::new(at, at + words.len());
        let there = wording.range(here);
        assert_eq!(speech.words(there), words.replace('\n', " "), "{there:?}");
        assert_eq!(wording.range_at(there), here, "{words}");
    }
    // Signs around words are no part of them.
    let found = wording
        .range(TextRange::new(read.find("Rà").expect("there"), read.find(" các").expect("there")));
    assert_eq!(found.of(TEXT), "Rà soát");
    for pos in (0..=TEXT.len()).filter(|&pos| TEXT.is_char_boundary(pos)) {
        let at = wording.at(TextPos::new(pos));
        assert!(read.is_char_boundary(at) && wording.end(at) <= wording.start(at), "{pos}");
    }
    let plain = speech_without_signs();
    assert!(matches!(Wording::of(&plain).text, Cow::Borrowed(_)));
}

fn speech_without_signs() -> Speech {
    speech("Họp bàn\n\nMức 3* và 4*.\n")
}

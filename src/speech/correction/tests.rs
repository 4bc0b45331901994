//! Texts in, states of corrections out.

use super::*;
use crate::speech::{
    Block, BlockKind, Change, Extent, FurnitureKind, Home, Metadata, Origin, Outline, Role, Speech,
    SpeechId,
};
use crate::text::{TextRange, decode};
use std::path::PathBuf;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

const TEXT: &str =
    "Kết luận\n\nMột là: Rà soát quy chế.\n\nHai là: Báo cáo kết quả.\n\nXin cảm ơn.\n";

/// Makes a speech whose lines are its paragraphs.
fn speech(text: &str) -> Speech {
    let decoded = decode(text.as_bytes().to_vec());
    let mut blocks = Vec::new();
    let (mut at, mut line) = (0, 1);
    for row in decoded.text.split_inclusive('\n') {
        let words = row.trim_end();
        if !words.is_empty() {
            let range = TextRange::new(at, at + words.len());
            blocks.push(Block { range, line, kind: BlockKind::Paragraph });
        }
        (at, line) = (at + row.len(), line + 1);
    }
    Speech {
        id: SpeechId::parse("ket-luan").expect("an id"),
        meta: Metadata { title: "Kết luận".into(), ..Metadata::default() },
        text: Arc::new(decoded.text),
        blocks: Arc::new(blocks),
        outline: Arc::new(Outline::default()),
        origin: Origin::File(PathBuf::from("/tmp/ket-luan.txt")),
        hints: Arc::default(),
        encoding: decoded.encoding,
        offsets: Arc::new(decoded.offsets),
        fingerprint: String::new(),
        extent: Extent::Whole,
    }
}

fn filed(speech: &Speech, words: &str, change: Change) -> Filed {
    let at = speech.text.find(words).expect("the words are there");
    let range = of_blocks(speech, TextRange::new(at, at + words.len())).expect("a paragraph");
    Filed::new(speech, range, change, jiff::Timestamp::UNIX_EPOCH)
}

/// Makes corrections of `TEXT` and tells what becomes of them in `text`.
#[track_caller]
fn check(corrections: &[(&str, Change)], text: &str, expected: &[&str]) {
    let made = speech(TEXT);
    let all: Vec<Filed> =
        corrections.iter().map(|(words, change)| filed(&made, words, change.clone())).collect();
    let changed = speech(text);
    let found = find(&all, &changed, &|_| Home::Gone);
    let told: Vec<String> = found
        .checked
        .iter()
        .map(|checked| match &checked.state {
            State::Uncertain(places) => format!("uncertain {}", places.len()),
            state => match state.range() {
                Some(range) => format!("{} {}", state.name(), changed.line_at(range.start)),
                None => state.name().to_owned(),
            },
        })
        .collect();
    assert_eq!(told, expected, "{text}");
    let applied = told.iter().filter(|told| told.starts_with("applied")).count();
    assert_eq!(found.fixes.len(), applied);
}

#[test]
fn a_correction_follows_its_words() {
    let one = [("Hai là", Change::Drop)];
    check(&one, TEXT, &["applied 5"]);
    check(&one, &format!("Thực đơn\nTrang chủ\n\n{TEXT}"), &["applied 8"]);
    check(&one, &TEXT.nfd().collect::<String>(), &["applied 5"]);
    check(&one, &TEXT.replace("Một là: Rà soát quy chế.\n\n", ""), &["applied 3"]);
    check(&one, &TEXT.replace("Hai là: Báo cáo", "Hai là, báo cáo"), &["applied 5"]);
    check(&one, &TEXT.replace("Hai là: Báo cáo", "Kính mời"), &["lost"]);
    check(&one, &format!("Lời dẫn.\n\n{TEXT}\n{TEXT}"), &["uncertain 2"]);
    check(&one, "", &["lost"]);
}

#[test]
fn of_two_about_the_same_the_later_holds() {
    let chrome = Change::Furniture(FurnitureKind::Chrome);
    check(
        &[("Hai là", Change::Drop), ("Hai là", Change::Level(2)), ("Hai là", Change::Item)],
        TEXT,
        &["overridden 5", "applied 5", "applied 5"],
    );
    check(
        &[("Xin cảm", chrome), ("Một là", Change::Text), ("Xin cảm", Change::Text)],
        TEXT,
        &["overridden 7", "applied 3", "applied 7"],
    );
    check(
        &[("Một là", Change::SeriesRole(Role::Task)), ("Một là", Change::Role(Role::Result))],
        TEXT,
        &["applied 3", "applied 3"],
    );
}

#[test]
fn a_long_paragraph_is_known_by_its_first_words() {
    let long = format!("Một là: {}hết.", "rà soát quy chế làm việc, ".repeat(20));
    let made = speech(&format!("Lời dẫn.\n\n{long}\n\nĐoạn sau.\n"));
    let one = filed(&made, "Một là", Change::Drop);
    let quote = &one.correction.anchor.quote;
    assert!(quote.len() <= 96 && long.starts_with(quote.as_str()), "{quote}");
    assert!(long[quote.len()..].starts_with([' ', ',']), "{quote}");
    let changed = speech(&made.text.replace("hết.", "hết, và báo cáo."));
    assert!(matches!(find(&[one], &changed, &|_| Home::Gone).checked[0].state, State::Applied(_)));
    // Several paragraphs are known by all their words.
    let range = TextRange::new(0, made.text.len());
    let all = of_blocks(&made, range).expect("paragraphs");
    assert_eq!(all.of(&made.text), made.text.trim_end());
}

#[test]
fn corrections_are_those_of_the_speech_or_of_the_file() {
    let made = speech(TEXT);
    let one = [filed(&made, "Hai là", Change::Drop)];
    let mut renamed = speech(&TEXT.replace("Kết luận", "Kết luận mới"));
    renamed.id = SpeechId::parse("ket-luan-moi").expect("an id");
    assert_eq!(
        find(&one, &renamed, &|_| Home::Gone).fixes.len(),
        1,
        "the same file under a new id"
    );
    renamed.origin = Origin::StandardInput;
    assert_eq!(
        find(&one, &renamed, &|_| Home::Gone).fixes.len(),
        1,
        "known by its words, whatever its file"
    );
    // Another text in the same file: not its correction, and no trouble of it.
    let mut other = speech("Bài khác hẳn.\n");
    other.id = SpeechId::parse("bai-khac").expect("an id");
    assert_eq!(find(&one, &other, &|_| Home::Gone), FoundCorrections::default());
}

#[test]
fn changes_are_two_words() {
    let all = [
        (Change::Item, "item", None),
        (Change::Drop, "drop", None),
        (Change::Level(2), "level", Some("2")),
        (Change::Role(Role::Task), "role", Some("task")),
        (Change::SeriesRole(Role::Cause), "series-role", Some("cause")),
        (Change::SeriesTitle("Việc cần làm".into()), "series-title", Some("Việc cần làm")),
        (Change::Furniture(FurnitureKind::Caption), "furniture", Some("caption")),
        (Change::Text, "text", None),
    ];
    for (change, word, to) in all {
        assert_eq!((name(&change), value(&change).as_deref()), (word, to));
        assert_eq!(change_of(word, to), Ok(change));
    }
    for (word, to, wrong) in [
        ("xóa", None, WrongWord::Name),
        ("level", None, WrongWord::Value),
        ("level", Some("0"), WrongWord::Value),
        ("level", Some("một"), WrongWord::Value),
        ("role", Some("việc"), WrongWord::Value),
        ("furniture", None, WrongWord::Value),
        ("series-title", Some("  "), WrongWord::Value),
    ] {
        assert_eq!(change_of(word, to), Err(wrong), "{word} {to:?}");
    }
}

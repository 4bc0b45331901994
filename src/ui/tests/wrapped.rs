//! A text that was wrapped before it came here: its paragraphs are as any other's.

use super::driver::*;
use crate::properties::{Between, rewrapped};
use crate::settings::theme::Face;
use crate::speech::anchor::resolve;
use unicode_normalization::UnicodeNormalization;

/// "đất đai" and "Sở Xây dựng" stand over line ends.
const TEXT: &str = "\
Kết luận hội nghị về quản lý đô thị

Năm qua, các ngành có nhiều cố gắng trong công việc chung, nhất là về đất
đai và trật tự xây dựng ở các phường mới. Tôi đề nghị làm mấy việc sau:

Một là: rà soát quy hoạch, công khai kết quả để người dân biết. Sở Xây
dựng chủ trì, báo cáo trước ngày ba mươi tháng sáu.

Hai là: xử lý dứt điểm các vụ việc tồn đọng, không để kéo dài sang năm
sau và không để phát sinh điểm nóng.

Xin cảm ơn các đồng chí!
";

fn reader(size: (u16, u16)) -> Reader {
    Setup::new(vec![speech("do-thi.txt", TEXT)]).size(size).start()
}

#[test]
fn rows_run_over_the_line_ends_of_the_text() {
    let wide = reader((200, 30));
    let frame = wide.frame();
    assert!(frame.find("nhất là về đất đai và").is_some(), "{}", wide.screen());
    let narrow = reader((40, 30));
    for row in narrow.pane().lines() {
        assert!(row.chars().count() <= 40, "{row:?}");
    }
    assert!(narrow.pane().contains("đai và trật tự"), "{}", narrow.pane());
}

#[test]
fn the_sidebar_has_labels_on_one_line() {
    let reader = reader((120, 30));
    let items = &reader.open().speech.outline.items;
    assert_eq!(items.len(), 2);
    assert!(reader.screen().contains("rà soát quy hoạch"), "{}", reader.screen());
}

#[test]
fn a_phrase_over_a_line_end_is_found_and_marked() {
    for size in [(200, 30), (80, 30), (40, 30)] {
        for typed in ["dat dai", "đất đai"] {
            let mut reader = reader(size);
            reader.press("/").write(typed);
            assert!(reader.foot().ends_with("1/1"), "{size:?}: {}", reader.foot());
            reader.press("enter");
            let (frame, face) = (reader.frame(), reader.style(Face::HitCurrent));
            assert!(frame.wears("đất", face) && frame.wears("đai", face), "{size:?}");
        }
    }
}

#[test]
fn what_is_copied_has_blanks_for_line_ends() {
    let mut reader = reader((120, 30));
    reader.press("2t y");
    let copied = reader.copied.last().expect("something is copied");
    assert!(copied.contains("tồn đọng, không để kéo dài sang năm sau và"), "{copied}");
}

#[test]
fn sentences_are_selected_over_line_ends() {
    let mut reader = reader((120, 30));
    reader.press("1t v");
    let range = reader.app.selection().expect("a selection").range();
    let first = reader.open().speech.words(range);
    assert!(first.starts_with("Một là: rà soát") && first.ends_with("người dân biết."), "{first}");
    reader.press("j");
    let range = reader.app.selection().expect("a selection").range();
    let both = reader.open().speech.words(range);
    assert!(both.ends_with("Sở Xây dựng chủ trì, báo cáo trước ngày ba mươi tháng sáu."), "{both}");
}

#[test]
fn a_bookmark_finds_its_passage_however_the_text_is_wrapped() {
    let mut reader = reader((120, 30));
    reader.press("1t m");
    let bookmark = reader.stored.last().expect("a bookmark").clone();
    assert!(bookmark.anchor.quote.contains("Sở Xây dựng chủ trì"), "{:?}", bookmark.anchor.quote);
    let whole = speech("do-thi.txt", TEXT).blocks.iter().fold(String::new(), |out, block| {
        out + &crate::text::flowing(block.range.of(&speech("do-thi.txt", TEXT).text)) + "\n"
    });
    for between in [Between::Blank, Between::Nothing] {
        for width in [45, 60, 100] {
            let other = rewrapped(&whole, width, between);
            for text in [other.clone(), other.nfd().collect()] {
                let speech = speech("do-thi.txt", &text);
                let place = resolve(&bookmark.anchor, &speech);
                let Some(range) = place.range() else { panic!("{place:?}") };
                assert_eq!(speech.words(range), bookmark.anchor.quote, "at {width}");
            }
        }
    }
}

//! Correcting the outline, and having it explained.

use super::driver::*;
use crate::i18n::Lang;
use crate::speech::correction::{Checked, Filed, State};
use crate::speech::{
    Change, Diagnostic, Duty, Evidence, FurnitureKind, Item, ItemForm, Outline, Problem, Role,
    RoleSource, Section, SectionKind, Sequence, Series, Speech,
};
use crate::text::{TextPos, TextRange};
use std::sync::Arc;

const TEXT: &str = "Kết luận hội nghị\n\nThưa các đồng chí!\n\nĐề nghị thực hiện các nhiệm vụ sau:\n\n\
    Một là: Rà soát các quy định đã ban hành.\n\nGiao Văn phòng theo dõi.\n\n\
    Hai là: Báo cáo kết quả trước ngày 30/6.\n\nBa là: Kiểm tra ở cơ sở.\n";

fn changes(reader: &Reader) -> Vec<(String, Change)> {
    let filed = reader.filed.iter();
    filed
        .map(|Filed { correction, .. }| {
            (correction.anchor.quote.clone(), correction.change.clone())
        })
        .collect()
}

fn reader() -> Reader {
    Setup::new(vec![speech("bai.txt", TEXT)]).start()
}

/// Opens the menu with the second item at hand, types `filter` and takes what matches.
#[track_caller]
fn check(filter: &str, more: &str, expected: Change) {
    for lang in LANGS {
        for size in SIZES {
            let mut reader =
                Setup::new(vec![speech("bai.txt", TEXT)]).lang(lang).size(size).start();
            reader.press("2t x");
            assert!(reader.screen().contains("“Hai là: Báo cáo"), "{}", reader.screen());
            reader.write(filter).press("enter");
            for word in more.split_whitespace() {
                reader.press(word);
            }
            let (quote, change) = changes(&reader).remove(0);
            assert_eq!(change, expected);
            assert!(quote.starts_with(if reader_is_of_list(&change) {
                "Một là"
            } else {
                "Hai là"
            }));
            let said = if lang == Lang::Vi { "Đã sửa: " } else { "Corrected: " };
            assert!(reader.notice().starts_with(said), "{}", reader.notice());
            assert!(reader.app.overlays().is_empty());
            assert_eq!(reader.open().corrections.len(), 1);
            reader.frame();
        }
    }
}

fn reader_is_of_list(change: &Change) -> bool {
    matches!(change, Change::SeriesRole(_) | Change::SeriesTitle(_))
}

#[test]
fn the_menu_corrects_the_item_at_hand() {
    check("drop-item", "", Change::Drop);
    check("deeper", "", Change::Level(2));
    check("item-role", "down enter", Change::Role(Role::Result));
    check("series-role", "down down enter", Change::SeriesRole(Role::Limitation));
    check("rename", "ctrl-u Việc enter", Change::SeriesTitle("Việc".into()));
    check("mark-furniture", "down down enter", Change::Furniture(FurnitureKind::Caption));
}

#[test]
fn a_paragraph_is_made_an_item_and_a_selection_something_else() {
    let mut reader = reader();
    reader.press("1t v p j x").write("make-item").press("enter");
    let (quote, change) = changes(&reader).remove(0);
    assert_eq!(change, Change::Item);
    assert!(quote.starts_with("Một là") && quote.ends_with("theo dõi."), "{quote}");
    assert!(reader.app.selection().is_none());
    let mut reader = self::reader();
    reader.press("9G x").write("make-item").press("enter");
    assert_eq!(changes(&reader), [("Giao Văn phòng theo dõi.".to_owned(), Change::Item)]);
    // What is an item already is not offered to become one, and says so by its own name.
    let mut reader = self::reader();
    reader.press("1t : ").write("make-item").press("enter");
    assert_eq!(reader.notice(), "Đoạn này đã mở đầu một mục.");
    assert!(reader.filed.is_empty());
}

#[test]
fn the_entry_of_the_sidebar_is_corrected() {
    let mut reader = reader();
    reader.press("g tab home j j").press("x").write("series-role").press("enter enter");
    let (quote, change) = changes(&reader).remove(0);
    assert!(quote.starts_with("Một là"), "{quote}");
    assert_eq!(change, Change::SeriesRole(Role::Task));
}

#[test]
fn the_place_stays_and_the_last_correction_is_undone() {
    let mut reader = reader();
    reader.press("2t x").write("drop-item").press("enter");
    assert!(reader.landed_on().starts_with("Hai là"), "{}", reader.landed_on());
    reader.press("x").write("undo-correction").press("enter");
    assert!(reader.filed.is_empty() && reader.open().corrections.is_empty());
    assert!(reader.notice().starts_with("Đã bỏ chỗ sửa: "), "{}", reader.notice());
    assert!(reader.landed_on().starts_with("Hai là"), "{}", reader.landed_on());
    reader.press("x").write("undo-correction");
    assert!(reader.screen().contains("Không có gì khớp"), "it is not offered");
}

#[test]
fn the_list_goes_there_takes_back_and_makes_again() {
    for size in SIZES {
        let mut reader = Setup::new(vec![speech("bai.txt", TEXT)]).size(size).start();
        reader.press("3t x").write("drop-item").press("enter");
        reader.press("1t x").write("item-role").press("enter enter g");
        reader.press("x").write("corrections").press("enter");
        let screen = reader.screen();
        assert!(screen.contains("Những chỗ đã sửa trong bài này (2)"), "{screen}");
        assert!(screen.contains("không phải mục · Ba là") && screen.contains("đã áp dụng"));
        reader.press("home enter");
        assert!(reader.landed_on().starts_with("Ba là"), "{}", reader.landed_on());
        let before = reader.filed.clone();
        reader.press("x").write("corrections").press("enter home D");
        assert_eq!(reader.filed, before[1..]);
        reader.press("u");
        assert_eq!(reader.filed.len(), 2);
        assert!(reader.filed.contains(&before[0]), "with its own name");
        reader.press("u");
        assert_eq!(reader.notice(), "Không có gì để hoàn tác.");
    }
}

#[test]
fn what_no_longer_fits_is_listed_with_its_reason() {
    let mut reader = reader();
    reader.press("3t x").write("drop-item").press("enter");
    let filed = reader.filed[0].clone();
    let mut setup = Setup::new(vec![speech("bai.txt", &TEXT.replace("Ba là", "Ba, "))]);
    for (lang, state, words) in [
        (Lang::Vi, State::Lost, "không áp dụng: chữ đó không còn trong bài"),
        (Lang::En, State::Lost, "not applied: words not found"),
        (Lang::En, State::Uncertain(vec![TextRange::default(); 3]), "words found in 3 places"),
    ] {
        setup = setup.lang(lang);
        let mut reader = setup.clone().start();
        let checked = Checked { filed: filed.clone(), state };
        reader.correct_as(vec![checked]);
        reader.press("x").write("corrections").press("enter");
        assert!(reader.screen().contains(words), "{}", reader.screen());
        reader.press("enter");
        assert!(reader.notice().contains(words), "{}", reader.notice());
    }
}

#[test]
fn what_cannot_be_stored_is_said_and_the_outline_stays() {
    let mut reader = reader();
    let sidebar = reader.app.sidebar().rows().to_vec();
    reader.store_fails = Some(full("/d"));
    reader.press("2t x").write("drop-item").press("enter");
    assert!(reader.notice().starts_with("Ổ đĩa chứa /d đã đầy"), "{}", reader.notice());
    assert_eq!(reader.app.sidebar().rows(), sidebar);
    assert!(reader.open().corrections.is_empty());
}

#[test]
fn a_dropped_item_is_gone_at_once() {
    let mut reader = reader();
    let dropped = |reader: &Reader| {
        let outline = &reader.open().speech.outline;
        !outline
            .items
            .iter()
            .any(|item| item.marker.of(&reader.open().speech.text).starts_with("Ba là"))
    };
    reader.press("3t x").write("drop-item").press("enter");
    assert!(dropped(&reader) && !reader.screen().contains("□ 3"), "{}", reader.screen());
    reader.press("x").write("undo-correction").press("enter");
    assert!(!dropped(&reader) && reader.screen().contains("□ 3"), "{}", reader.screen());
}

/// Makes an outline by hand: a doubtful second item after a gap, with an item inside its
/// paragraph, and headings in two depths.
fn by_hand() -> Speech {
    let mut speech = speech(
        "tay.txt",
        "PHẦN MỘT\n\nĐánh giá\n\nLời chung.\n\nNHIỆM VỤ\n\nCác nhiệm vụ sau:\n\n\
         Một là: Rà soát quy chế.\n\nBốn là: Báo cáo (1) hằng tháng; (2) hằng quý.\n",
    );
    let at = |words: &str| {
        let start = speech.text.find(words).expect("the words are there");
        TextRange::new(start, start + words.len())
    };
    let (lead, cue) = (at("Các nhiệm vụ sau:"), at("nhiệm vụ"));
    let (one, two) = (at("PHẦN MỘT"), at("Đánh giá"));
    let three = at("NHIỆM VỤ");
    let end = speech.text.trim_end().len();
    let section = |kind, range: TextRange, depth| Section {
        kind,
        range: TextRange::new(range.start.get(), end),
        depth,
    };
    let evidence = Evidence { cue: Some(cue), ..Evidence::plain(RoleSource::LeadIn, 90) };
    let item = |words: &str, marker: &str, ordinal: u32| Item {
        series: 0,
        parent: None,
        level: 1,
        path: vec![ordinal],
        ordinal,
        role: Role::Task,
        marker: at(marker),
        label: TextRange { start: TextPos::new(at(marker).end.get() + 1), end: at(words).end },
        range: at(words),
        line: speech.line_at(at(marker).start),
        rule: "spoken",
        confidence: 95,
        form: ItemForm::Paragraph,
        sequence: Sequence::Opens,
        evidence: evidence.clone(),
        duty: Duty::Work,
        owner: None,
    };
    let second = Item {
        confidence: 40,
        sequence: Sequence::Skips,
        ..item("Bốn là: Báo cáo (1) hằng tháng; (2) hằng quý.", "Bốn là:", 4)
    };
    let inside = Item {
        form: ItemForm::Inline,
        parent: Some(1),
        level: 2,
        path: vec![4, 1],
        rule: "bracketed",
        ..item("(1) hằng tháng;", "(1)", 1)
    };
    let outline = Outline {
        sections: vec![
            section(SectionKind::Heading(one), one, 0),
            section(SectionKind::Heading(two), two, 1),
            section(SectionKind::Heading(three), three, 0),
            section(SectionKind::Series(0), lead, 1),
        ],
        series: vec![Series {
            role: Role::Task,
            number: 1,
            title: "Các nhiệm vụ".into(),
            lead: Some(lead),
            line: speech.line_at(lead.start),
            items: vec![0, 1, 2],
            within: None,
            count: 2,
            evidence: evidence.clone(),
        }],
        items: vec![item("Một là: Rà soát quy chế.", "Một là:", 1), second, inside],
        furniture: Vec::new(),
        diagnostics: vec![Diagnostic { problem: Problem::SkippedNumber, item: 1 }],
        ..Outline::default()
    };
    speech.blocks = Arc::new(crate::speech::parse::paragraphs(
        &speech.text,
        &crate::speech::parse::Lexicon::shipped(),
    ));
    speech.outline = Arc::new(outline);
    speech
}

#[test]
fn an_item_is_explained() {
    for (lang, words) in [
        (
            Lang::Vi,
            [
                "Vì sao nv.4?",
                "Dấu hiệu: số đọc bằng chữ (“Bốn là:”)",
                "Số 4: thiếu số trước đó",
                "Loại: Nhiệm vụ, theo câu dẫn của danh sách, dòng 9: “nhiệm vụ”",
                "Độ tin cậy: 40%, đáng ngờ (?)",
                "Thiếu 2–3 trước Bốn là.",
            ],
        ),
        (
            Lang::En,
            [
                "Why nv.4?",
                "Marker: a number in words (“Bốn là:”)",
                "Number 4: a number before it is missing",
                "Role: Task, by the sentence that announces the list, line 9: “nhiệm vụ”",
                "Certainty: 40%, doubtful (?)",
                "2–3 are missing before Bốn là.",
            ],
        ),
    ] {
        let mut reader = Setup::new(vec![by_hand()]).lang(lang).start();
        reader.press("4t e");
        for words in words {
            assert!(reader.screen().contains(words), "{words} in\n{}", reader.screen());
        }
        for (columns, rows) in SIZES {
            reader.resize(columns, rows);
            reader.frame();
        }
        reader.press("q");
        assert!(reader.app.overlays().is_empty());
    }
    let mut reader = Setup::new(vec![by_hand()]).lang(Lang::En).start();
    reader.press("g e");
    assert!(reader.screen().contains("The section is: PHẦN MỘT"), "{}", reader.screen());
    let mut reader = Setup::new(vec![speech("thu.txt", "")]).lang(Lang::En).start();
    reader.press("e x");
    reader.frame();
}

#[test]
fn doubt_shows_in_the_sidebar_the_margin_and_the_status_line() {
    let mut reader = Setup::new(vec![by_hand()]).start();
    assert!(reader.screen().contains("□ 4? Báo cáo"), "{}", reader.screen());
    assert!(reader.pane().contains("? Bốn là:"), "{}", reader.pane());
    assert!(reader.pane().contains("  Một là:"), "{}", reader.pane());
    reader.press("4t");
    assert!(reader.status().contains("Nhiệm vụ 4/2 ?"), "{}", reader.status());
}

#[test]
fn headings_hold_what_is_under_them() {
    let mut reader = Setup::new(vec![by_hand()]).start();
    let sidebar = |reader: &Reader| -> Vec<String> {
        let area = reader.app.panes().and_then(|panes| panes.sidebar).expect("a sidebar");
        let lines = (0..area.height).map(|y| {
            let line = reader.frame().line(y);
            let line = crate::text::width::prefix(&line, usize::from(area.width));
            line.trim_start_matches('▌').trim_end().to_owned()
        });
        lines.filter(|line| !line.trim().is_empty()).skip(1).collect()
    };
    let open = sidebar(&reader);
    let starts = |lines: &[String], expected: &[&str]| {
        assert_eq!(lines.len(), expected.len(), "{lines:#?}");
        for (line, expected) in lines.iter().zip(expected) {
            assert!(line.trim_start().starts_with(expected), "{lines:#?}");
        }
    };
    starts(
        &open,
        &[
            "▾ PHẦN MỘT",
            "Đánh giá",
            "▾ NHIỆM VỤ",
            "▾ Các nhiệm vụ",
            "□ 1 Rà",
            "▾ □ 4? Báo",
            "□ (1) hằng tháng",
        ],
    );
    let indent = |line: &str| line.len() - line.trim_start().len();
    assert!(
        indent(&open[1]) > indent(&open[0]) && indent(&open[3]) > indent(&open[2]),
        "{open:#?}"
    );
    // The reader in a closed heading is shown at it, and it opens again.
    reader.press("tab home j").press("left");
    starts(
        &sidebar(&reader),
        &["▸ PHẦN MỘT", "▾ NHIỆM VỤ", "▾ Các nhiệm vụ", "□ 1 Rà", "▾ □ 4? Báo", "□ (1) hằng tháng"],
    );
    reader.press("j left");
    starts(&sidebar(&reader), &["▸ PHẦN MỘT", "▸ NHIỆM VỤ"]);
    reader.press("right j enter");
    assert!(reader.landed_on().starts_with("Các nhiệm vụ"), "{}", reader.landed_on());
    reader.press("o");
    assert!(reader.screen().contains("(7/7)"), "{}", reader.screen());
}

#[test]
fn an_item_inside_a_paragraph_is_gone_to_and_no_task_of_its_own() {
    let mut reader = Setup::new(vec![by_hand()]).start();
    reader.press("t t t");
    assert_eq!(reader.notice(), "Không còn nhiệm vụ nào phía sau.");
    reader.press("i");
    assert!(reader.status().contains("Nhiệm vụ 4(1)"), "{}", reader.status());
    reader.press("x").write("drop-item").press("enter");
    assert_eq!(changes(&reader), [("(1) hằng tháng;".to_owned(), Change::Drop)]);
}

//! Highlights, tags, kinds, letters, and the list that filters and sorts.

use super::driver::*;
use crate::i18n::Lang;
use crate::notebook::Kind;
use crate::settings::theme::Face;
use unicode_normalization::UnicodeNormalization;

/// Returns the quotes of the list, in its order.
fn listed(reader: &Reader) -> Vec<String> {
    let Some(crate::app::Overlay::Bookmarks(list)) = reader
        .app
        .overlays()
        .iter()
        .find(|overlay| matches!(overlay, crate::app::Overlay::Bookmarks(_)))
    else {
        panic!("a list")
    };
    let item = |row: &crate::app::BookmarkRow| row.bookmark.anchor.item.clone();
    list.rows.iter().map(|row| item(row).map_or("–".into(), |item| item.to_string())).collect()
}

#[test]
fn a_passage_across_paragraphs_is_highlighted_and_signed() {
    let mut reader = seed();
    reader.press("3t v v j").press("m");
    let quote = &reader.stored[0].anchor.quote;
    assert!(quote.contains("không có ngoại lệ.\n\nKết hợp chặt chẽ"), "{quote}");
    reader.press("k");
    let frame = reader.frame();
    let ground = reader.style(Face::Highlight).bg;
    assert!(ground.is_some());
    for words in ["của các cơ quan nội chính, kiên quyết", "Kết hợp chặt chẽ"] {
        assert_eq!(frame.style_of(words).bg, ground, "{words}:\n{}", frame.text());
    }
    assert_ne!(frame.style_of("Các cơ quan tố tụng tiếp tục").bg, ground);
    assert!(reader.screen().contains("┊▌    Kết hợp chặt chẽ"), "{}", reader.screen());
}

#[test]
fn without_colours_a_part_of_a_paragraph_is_underlined_and_a_whole_one_signed() {
    let mut setup = Setup::new(vec![shipped()]);
    setup.theme = "none";
    let mut reader = setup.start();
    reader.press("3t v m").press("5t m").press("3t");
    let frame = reader.frame();
    let underlined = ratatui::style::Modifier::UNDERLINED;
    reader.press("esc esc");
    assert!(frame.style_of("kiên quyết").add_modifier.contains(underlined));
    reader.press("5t esc esc");
    let frame = reader.frame();
    assert!(
        !frame.style_of("lãnh đạo, chỉ đạo thực hiện nghiêm").add_modifier.contains(underlined)
    );
    assert!(frame.text().contains("◆▌Năm là:"), "{}", frame.text());
}

#[test]
fn a_kind_is_chosen_and_told_by_sign_and_colour() {
    let mut reader = seed();
    reader.press("3t m C").write("hoi lai").press("enter");
    assert_eq!(reader.stored[0].labels.kind, Some(Kind::Question));
    assert_eq!(reader.notice(), "Loại: cần hỏi lại");
    assert!(reader.screen().contains("●▸Ba là:"), "{}", reader.screen());
    assert!(reader.sidebar_row().ends_with('●'), "{}", reader.screen());
    reader.press("esc");
    let ground = reader.style(Face::HighlightQuestion).bg;
    assert_eq!(reader.frame().style_of("kiên quyết").bg, ground);
    // In the list the same, and taken away again.
    reader.press("b C down down down enter");
    assert_eq!(reader.stored[0].labels.kind, None);
    assert_eq!(reader.notice(), "Loại: không phân loại");
    // While selecting, the passage is bookmarked at once.
    reader.press("esc 5t v C enter");
    assert_eq!(reader.stored[1].labels.kind, Some(Kind::Important));
    assert!(reader.app.selection().is_none());
}

#[test]
fn tags_are_typed_with_commas_in_any_unicode_form() {
    let mut reader = seed();
    let typed: String = "tòa án, gấp ,Gấp".nfd().collect();
    reader.press("3t H");
    assert!(reader.foot().starts_with(" Nhãn, cách nhau bằng dấu phẩy:"), "{}", reader.foot());
    reader.write(&typed).press("enter");
    assert_eq!(reader.stored[0].labels.tags, ["tòa án", "gấp"], "a new bookmark has the tags");
    reader.press("b");
    assert!(reader.screen().contains("#tòa án #gấp"), "{}", reader.screen());
    reader.press("H ctrl-w ctrl-w").write("án").press("enter");
    assert_eq!(reader.stored[0].labels.tags, ["tòa án"]);
    reader.press("H ctrl-u enter");
    assert!(reader.stored[0].labels.tags.is_empty());
    assert_eq!(reader.notice(), "Đã bỏ nhãn.");
}

#[test]
fn letters_are_given_and_jumped_to() {
    let mut reader = seed();
    reader.press("3t \" a");
    assert_eq!(reader.stored[0].labels.letter, Some('a'));
    reader.press("5t m \" b 8t ' a");
    assert!(reader.status().contains("Nhiệm vụ 3/8"), "{}", reader.status());
    reader.press("' b");
    assert!(reader.status().contains("Nhiệm vụ 5/8"), "{}", reader.status());
    assert_eq!(reader.stored.len(), 2, "the bookmark at hand got the letter");
    reader.press("8t \" a");
    assert!(reader.notice().starts_with("Đã gán chữ a cho đoạn này, không còn cho “Ba là"));
    let letters: Vec<_> = reader.stored.iter().map(|known| known.labels.letter).collect();
    assert_eq!(letters, [None, Some('b'), Some('a')], "nothing is lost but the letter");
    reader.press("' z");
    assert!(reader.notice().starts_with("Chưa gán chữ z cho dấu trang nào."));
    reader.press("' ' ' a");
    assert!(reader.status().contains("Nhiệm vụ 8/8"), "{}", reader.status());
    // By the palette, which presses no letter, it is asked for.
    reader.press(": go-letter enter");
    reader.write("b").press("enter");
    assert!(reader.status().contains("Nhiệm vụ 5/8"), "{}", reader.status());
    reader.press(": go-letter enter").write("7").press("enter");
    assert_eq!(reader.notice(), "Hãy gõ đúng một chữ cái.");
}

#[test]
fn letters_lead_across_speeches() {
    let other = "Bài thứ hai\n\nMột là: rà soát.\n\nHai là: kiểm tra.\n";
    let mut reader = Setup::new(vec![shipped()]).file("hai.txt", Ok(other)).start();
    reader.press("J").press("2i \" đ K");
    assert!(reader.stored[0].anchor.quote.contains("kiểm tra"), "{:?}", reader.stored);
    reader.press("3t ' đ");
    assert!(reader.status().contains("Bài thứ hai"), "{}", reader.status());
    assert!(reader.landed_on().contains("kiểm tra"));
    // And in a new run, where the other file was not read yet.
    let mut setup = Setup::new(vec![shipped()]).file("hai.txt", Ok(other));
    setup.bookmarks = reader.stored.clone();
    let source = std::path::absolute("hai.txt").expect("a path");
    setup.files[0].path = source;
    let mut reader = setup.start();
    reader.press("b ' đ");
    assert!(reader.status().contains("Bài thứ hai"), "{}", reader.status());
    assert!(reader.app.overlays().is_empty());
    assert!(reader.landed_on().contains("kiểm tra"), "{}", reader.landed_on());
}

#[test]
fn the_list_is_filtered_while_one_types() {
    let mut reader = seed();
    reader.press("3t H").write("gấp").press("enter");
    reader.press("5t M").write("hỏi Sở Tư pháp").press("enter");
    reader.press("1t m g m b");
    assert_eq!(listed(&reader), ["–", "nv.1", "nv.3", "nv.5"]);
    assert!(reader.screen().contains("Dấu trang của bài này (4)"));
    for (typed, expected, title) in [
        ("#gap", vec!["nv.3"], "(1/4) · #gap"),
        ("hỏi sở", vec!["nv.5"], "(1/4) · hỏi sở"),
        ("role:task", vec!["nv.1", "nv.3", "nv.5"], "(3/4) · role:task"),
        ("role:nv #gấp", vec!["nv.3"], "(1/4) · role:nv #gấp"),
        ("không có đâu", vec![], "(0/4) · không có đâu"),
    ] {
        reader.press("/ ctrl-u").write(typed);
        assert_eq!(listed(&reader), expected, "{typed}");
        assert!(reader.screen().contains(title), "{typed}:\n{}", reader.screen());
        reader.press("enter");
        assert_eq!(listed(&reader), expected, "{typed}, taken");
    }
    assert!(reader.screen().contains("Không có dấu trang nào khớp bộ lọc. Nhấn / để sửa."));
    reader.press("/ ctrl-u").write("role:việc");
    assert!(reader.screen().contains("Không có loại “việc”"), "{}", reader.screen());
    reader.press("esc");
    assert_eq!(listed(&reader).len(), 0, "taken back, the filter before holds");
    reader.press("/ ctrl-u enter").press("D");
    assert_eq!(listed(&reader).len(), 3);
}

#[test]
fn the_cursor_stays_on_its_bookmark_whatever_the_order() {
    let mut reader = seed();
    reader.press("5t m 3t m 8t m b g j");
    assert_eq!(listed(&reader), ["nv.3", "nv.5", "nv.8"]);
    reader.press("f6");
    assert_eq!(listed(&reader), ["nv.8", "nv.3", "nv.5"], "the newest first");
    assert!(reader.screen().contains("(3) · mới nhất trước"), "{}", reader.screen());
    reader.press("enter");
    assert!(reader.status().contains("Nhiệm vụ 5/8"), "{}", reader.status());
}

#[test]
fn the_sidebar_shows_where_bookmarks_are() {
    let mut reader = seed();
    reader.press("3t m C down enter");
    assert_eq!(reader.stored[0].labels.kind, Some(Kind::Todo));
    let row = |reader: &Reader, words: &str| {
        let screen = reader.screen();
        let line = screen.lines().find(|line| line.contains(words)).map(str::to_owned);
        line.unwrap_or_else(|| panic!("{words}:\n{screen}"))
    };
    assert!(row(&reader, "□ 3 Nâng cao").contains("■│"), "{}", reader.screen());
    assert!(!row(&reader, "□ 4 Tập trung").contains('■'));
    // A closed list stands for what is in it.
    assert!(!row(&reader, "▾ Nhiệm vụ năm 2024").contains('■'));
    reader.press("tab").press("left left");
    assert!(row(&reader, "▸ Nhiệm vụ năm 2024").contains("■│"), "{}", reader.screen());
}

#[test]
fn labels_fit_every_screen_in_both_languages() {
    for size in SIZES {
        for lang in LANGS {
            let mut reader = Setup::new(vec![shipped()]).lang(lang).size(size).start();
            reader.press("3t m \" a H").write("gấp, quý I, tòa án nhân dân tối cao").press("enter");
            reader.press("C down enter M").write("Hỏi lại").press("enter b / #").write("gap");
            reader.frame();
            reader.press("enter f6");
            reader.frame();
            reader.press("C");
            reader.frame();
        }
    }
    let mut reader = Setup::new(vec![shipped()]).lang(Lang::En).start();
    reader.press("E");
    assert!(reader.notice().starts_with("No bookmark here."), "{}", reader.notice());
}

//! The palette: what is found by which words, and what it says of what is not there.

use super::driver::*;
use crate::app::Overlay;
use crate::i18n::Lang;
use crate::settings::theme::Face;

/// Returns what the open list shows.
fn labels(reader: &Reader) -> Vec<String> {
    match reader.app.overlays().last() {
        Some(Overlay::Picker(picker)) => {
            picker.shown().map(|choice| choice.label.clone()).collect()
        }
        other => panic!("no list: {other:?}"),
    }
}

/// Returns the words in the face of what is searched for.
fn marked_cells(reader: &Reader) -> String {
    let styles = [Face::Match, Face::MatchSelected].map(|face| reader.style(face));
    let frame = reader.frame();
    let (columns, rows) = reader.app.size();
    let places = (0..rows).flat_map(|y| (0..columns).map(move |x| (x, y)));
    let cell = |at| {
        let cell = &frame.buffer[at];
        let is_marked = |style: &ratatui::style::Style| {
            let marks = style.add_modifier;
            cell.modifier.contains(marks) && style.fg.is_none_or(|fg| cell.fg == fg)
        };
        if styles.iter().any(is_marked) { cell.symbol().to_owned() } else { " ".to_owned() }
    };
    places.map(cell).collect()
}

#[test]
fn commands_are_found_by_beginnings_and_pieces_of_words_but_not_by_scattered_letters() {
    let none = "";
    let cases = [
        (Lang::Vi, "thoat", "Thoát"),
        (Lang::Vi, "bo mau", "Chọn bộ màu"),
        (Lang::Vi, "bộ màu", "Chọn bộ màu"),
        (Lang::Vi, "màu bộ", "Chọn bộ màu"),
        (Lang::Vi, "booj mauf", "Chọn bộ màu"),
        (Lang::Vi, "bo65 mau2", "Chọn bộ màu"),
        (Lang::Vi, "bomau", "Chọn bộ màu"),
        (Lang::Vi, "choosetheme", "Chọn bộ màu"),
        (Lang::Vi, "theme", "Chọn bộ màu"),
        (Lang::Vi, "choose-th", "Chọn bộ màu"),
        (Lang::Vi, "nhiem vu sau", "Đến nhiệm vụ sau, hoặc nhiệm vụ có số gõ trước"),
        (Lang::Vi, "in ra", none),
        (Lang::Vi, "so sanh", none),
        (Lang::Vi, "xtg", none),
        (Lang::Vi, "oát oát a", none),
        (Lang::En, "quit", "Quit"),
        (Lang::En, "compare", none),
        (Lang::En, "prnt", none),
    ];
    for (lang, typed, first) in cases {
        let mut reader = Setup::new(vec![shipped()]).lang(lang).start();
        reader.press(":").write(typed);
        let shown = labels(&reader);
        assert_eq!(shown.first().map_or(none, String::as_str), first, "{typed}: {shown:?}");
        let says = match lang {
            Lang::Vi => "Không có lệnh nào như vậy.",
            Lang::En => "No such command.",
        };
        assert_eq!(reader.screen().contains(says), first.is_empty(), "{}", reader.screen());
    }
}

#[test]
fn commands_that_were_run_stand_first() {
    let mut reader = seed();
    reader.press(": quit-nothing esc");
    assert_eq!(labels(reader.press(":"))[0], "Xuống một dòng", "nothing was run");
    reader.press("esc").press(":").write("ve lai man").press("enter");
    reader.press(":").write("bo mau").press("enter esc");
    let shown = labels(reader.press(":"));
    assert_eq!(shown[..2], ["Chọn bộ màu", "Vẽ lại màn hình"]);
    assert_eq!(shown.iter().filter(|label| *label == "Vẽ lại màn hình").count(), 1);
}

/// The letters that stand for what was typed, in the palette and in the outline.
#[test]
fn what_was_typed_is_marked() {
    for (keys, marked) in [
        (": bo space mau", vec!["bộ", "màu"]),
        (": thoat", vec!["Thoát"]),
        ("o nang space cao", vec!["Nâng", "cao"]),
    ] {
        let mut reader = seed();
        reader.press(keys);
        let found = marked_cells(&reader);
        for word in &marked {
            assert!(found.contains(*word), "{keys}: {word} in {found:?}\n{}", reader.screen());
        }
    }
}

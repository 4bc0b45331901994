//! Tables: jumps, hits, selections, bookmarks and copies in their cells.

use super::driver::*;
use super::screens::PLAN;
use crate::settings::theme::Face;

fn plan() -> Setup {
    Setup::new(vec![speech("viec-cac-thon", PLAN)])
}

fn selected(reader: &Reader) -> String {
    let range = reader.app.selection().expect("a selection").range();
    range.of(&reader.open().speech.text).to_owned()
}

#[test]
fn jumps_go_from_row_to_row() {
    for size in SIZES {
        let mut reader = plan().size(size).start();
        for words in ["Vét mương", "Sửa cống", "Rải đá"] {
            reader.press("t");
            let row = reader.open().speech.text[reader.open().place().get()..].to_owned();
            let row = row.lines().next().unwrap_or_default().to_owned();
            assert!(row.contains(words), "{size:?}: {row}");
            assert!(reader.screen().contains(words), "{size:?}: {}", reader.screen());
        }
    }
}

#[test]
fn hits_are_marked_in_their_cells() {
    for size in SIZES {
        let mut reader = plan().size(size).start();
        reader.press("/ quy space III enter");
        let frame = reader.frame();
        assert!(frame.wears("Quý III", reader.style(Face::HitCurrent)), "{size:?}");
        reader.press("esc / nien enter");
        assert!(reader.frame().wears("niên", reader.style(Face::HitCurrent)), "{size:?}");
    }
}

#[test]
fn a_selection_goes_from_cell_to_cell_and_is_copied_and_bookmarked() {
    for size in SIZES {
        let mut reader = plan().size(size).start();
        reader.press("2t v");
        assert_eq!(selected(&reader), "2", "{size:?}");
        reader.press("j");
        assert_eq!(selected(&reader), "2 | Sửa cống", "{size:?}");
        reader.press("j j k");
        assert_eq!(selected(&reader), "2 | Sửa cống | Thôn Trung", "{size:?}");
        reader.press("j j");
        assert!(selected(&reader).ends_with("Tháng 4 |\n| II"), "{}", selected(&reader));
        reader.press("esc 2t m");
        assert!(reader.stored[0].anchor.quote.contains("Sửa cống"), "{:?}", reader.stored);
        assert!(reader.screen().contains('◆'), "{size:?}: {}", reader.screen());
    }
}

#[test]
fn the_place_stays_in_a_table_whatever_the_size() {
    let mut reader = plan().start();
    reader.press("3t");
    let (place, pane) = (reader.open().place(), reader.pane());
    for (columns, rows) in [(40, 10), (80, 24), (24, 6), (200, 50), (120, 40)] {
        reader.resize(columns, rows).frame();
        assert_eq!(reader.open().place(), place);
    }
    assert_eq!(reader.pane(), pane);
}

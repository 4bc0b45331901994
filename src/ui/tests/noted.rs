//! Notes in sight: their sign, beside the text, below it, in the list; the text in two columns.

use super::driver::*;
use crate::settings::theme::Face;

/// The shipped speech with a bookmark, and another with a note.
fn noted(size: (u16, u16)) -> Reader {
    let mut reader = Setup::new(vec![shipped()]).size(size).start();
    reader.press("3t m 5t M").write("Hỏi lại Vụ Pháp chế").press("ctrl-s");
    reader
}

/// Returns the line of the screen with these words.
fn line(reader: &Reader, words: &str) -> String {
    let screen = reader.screen();
    screen.lines().find(|line| line.contains(words)).unwrap_or_default().to_owned()
}

#[test]
fn a_bookmark_with_a_note_has_a_sign_of_its_own() {
    let mut reader = noted((120, 40));
    let passage = line(&reader, "Năm là:");
    assert!(passage.contains('✎'), "{passage}");
    assert!(reader.frame().wears("✎", reader.style(Face::BookmarkNote)));
    reader.press("3t j");
    let passage = line(&reader, "Ba là:");
    assert!(passage.contains('◆') && !passage.contains('✎'), "{passage}");
}

#[test]
fn a_note_stands_beside_its_passage_where_there_is_room() {
    for (size, keys, is_beside) in [
        ((200, 60), "", true),
        ((120, 40), "", false),
        ((120, 40), "s", true),
        ((80, 24), "s", false),
    ] {
        let mut reader = noted(size);
        reader.press(keys);
        let passage = line(&reader, "Năm là: Tiếp tục");
        assert_eq!(passage.contains("✎ Hỏi lại"), is_beside, "{size:?} {keys}: {passage}");
        let count = reader.screen().matches("✎ Hỏi").count();
        assert_eq!(count, usize::from(is_beside), "{size:?}");
    }
}

#[test]
fn a_note_stands_below_its_passage_when_that_is_asked() {
    for size in [(120, 40), (80, 24), (40, 10)] {
        let mut reader = noted(size);
        reader.press(": toggle-notes enter esc 5t");
        assert!(!line(&reader, "Năm là:").contains("✎ Hỏi"), "{size:?}");
        reader.press("g");
        // Every row can be passed on the way down and up.
        let start = reader.screen();
        let mut seen = false;
        for _ in 0..900 {
            reader.press("j");
            seen |= reader.screen().contains("✎ Hỏi lại Vụ Pháp chế");
        }
        assert!(seen, "{size:?}");
        let end = reader.screen();
        reader.press("G");
        assert_eq!(reader.pane(), reader.press("j").pane(), "{size:?}: {end}");
        for _ in 0..900 {
            reader.press("k");
        }
        assert_eq!(reader.screen(), start, "{size:?}");
        reader.press(": toggle-notes enter 5t");
        assert!(!reader.screen().contains("✎ Hỏi"), "{size:?}");
    }
}

#[test]
fn in_the_list_a_bookmark_without_a_note_takes_one_line() {
    let mut reader = noted((120, 40));
    reader.press("6t m b");
    let screen = reader.screen();
    let lines: Vec<&str> = screen.lines().collect();
    let at = |words: &str| lines.iter().position(|line| line.contains(words)).expect("a row");
    let first = at("Ba là: Nâng cao vai");
    assert!(lines[first + 1].contains("Năm là:"), "{screen}");
    assert!(lines[first + 2].contains("Hỏi lại Vụ Pháp chế"), "{screen}");
    assert!(lines[first + 3].contains("Sáu là:"), "{screen}");
}

#[test]
fn the_text_stands_in_two_columns_when_that_is_asked() {
    let mut reader = Setup::new(vec![shipped()]).size((200, 60)).start();
    let one = reader.pane().lines().filter(|line| !line.trim().is_empty()).count();
    reader.press(": toggle-columns enter");
    let open = reader.open();
    assert_eq!((open.height(), open.key().width), (116, 67));
    assert!(
        reader.pane().lines().filter(|line| line.trim_end().chars().count() > 90).count() > one / 3
    );
    // What is at the foot of the first column goes on at the head of the second.
    let rows = reader.app.rows().len();
    assert!(rows > 58, "{rows}");
    reader.press("pgdn pgup g : toggle-columns enter");
    assert_eq!(reader.open().height(), 58);
}

//! The third pane: what it lists, going there and back, a second speech; and the screens that have no room for it.

use super::driver::*;
use crate::app::Focus;

const OTHER: &str = "Báo cáo đê điều\n\nĐề nghị các xã làm tốt các nhiệm vụ sau:\n\nMột là: gia cố đê.\n\nHai là: nạo vét kênh.\n";

fn reader(size: (u16, u16)) -> Reader {
    Setup::new(vec![shipped(), speech("de.txt", OTHER)]).size(size).start()
}

/// Returns what stands right of the last line that parts two panes.
fn aside(reader: &Reader) -> String {
    let screen = reader.screen();
    let parts =
        screen.lines().filter_map(|line| line.rsplit_once('│')).map(|(_, part)| part.trim());
    parts.collect::<Vec<_>>().join("\n")
}

#[test]
fn notes_of_the_speech_are_listed_and_gone_to() {
    let mut reader = reader((200, 60));
    reader
        .press("3t M")
        .write("Hỏi Vụ Pháp chế")
        .press("ctrl-s")
        .press("6t M")
        .write("Xem lại")
        .press("ctrl-s");
    reader.press("g : aside-notes enter");
    let shown = aside(&reader);
    assert!(shown.starts_with("Ghi chú trong bài"), "{shown}");
    assert!(shown.contains("Nhiệm vụ 3/8\nHỏi Vụ Pháp chế"), "{shown}");
    assert!(shown.contains("Nhiệm vụ 6/8\nXem lại"), "{shown}");
    reader.press("tab tab");
    assert_eq!(reader.app.focus(), Focus::Aside);
    assert!(reader.status().contains("NGĂN PHẢI"), "{}", reader.status());
    reader.press("j enter");
    assert_eq!(reader.app.focus(), Focus::Text);
    assert!(reader.status().contains("Nhiệm vụ 6/8"), "{}", reader.status());
    reader.press(": aside-notes enter");
    assert!(!reader.screen().contains("Ghi chú trong bài"), "closed by the same");
}

#[test]
fn a_second_speech_stays_beside_the_one_that_is_read_and_is_scrolled_on_its_own() {
    let mut reader = reader((200, 60));
    reader.press("3t : aside-speech enter");
    assert!(aside(&reader).contains("Ba là: Nâng cao"), "{}", aside(&reader));
    reader.press(": next-speech enter");
    reader.press("G");
    let main = |reader: &Reader| reader.open().place();
    let (place, before) = (main(&reader), aside(&reader));
    reader.press("tab tab");
    for _ in 0..70 {
        reader.press("j");
    }
    assert_ne!(aside(&reader), before, "it moves");
    assert_eq!(main(&reader), place, "the other does not");
    reader.press("esc j");
    assert_eq!(reader.app.focus(), Focus::Text);
}

#[test]
fn a_screen_without_room_says_so_and_has_two_panes() {
    for size in [(159, 40), (80, 24), (40, 10)] {
        for action in ["aside-notes", "aside-tasks", "aside-speech"] {
            let mut reader = reader(size);
            reader.press(":").write(action).press("enter");
            assert!(reader.notice().contains("160"), "{size:?} {action}: {}", reader.notice());
            assert_eq!(reader.app.panes().and_then(|panes| panes.aside), None);
            reader.press("tab tab");
            assert_eq!(reader.app.focus(), Focus::Text, "{size:?}");
        }
    }
}

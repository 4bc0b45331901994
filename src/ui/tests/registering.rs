//! The register of tasks: what it shows, and where its cells lead.

use super::assigned::NOTICE;
use super::driver::*;
use crate::app::{Overlay, RegisterList, TaskColumn};

/// A reader of a notice with five tasks.
fn notice() -> Reader {
    Setup::new(vec![speech("lut-bao.txt", NOTICE)]).start()
}

fn list(reader: &Reader) -> &RegisterList {
    match reader.app.overlays().first() {
        Some(Overlay::Register(list)) => list,
        other => panic!("no register: {other:?}"),
    }
}

/// Returns the first words of the task at the cursor.
fn task(reader: &Reader) -> String {
    let entry = list(reader).at_cursor().expect("a task");
    entry.row.task.chars().take(15).collect()
}

#[test]
fn tasks_are_read_when_the_register_opens() {
    let mut reader = notice();
    assert!(reader.app.today().is_none(), "nothing is read before");
    reader.press("r");
    assert_eq!(list(&reader).counts.total, 5);
    assert!(reader.app.today().is_some());
}

#[test]
fn the_cursor_opens_where_one_reads_and_stays_on_its_task() {
    for (keys, expected) in [
        ("r", "Ban Quản lý đê "),
        ("r j", "Trạm Thủy nông "),
        ("r G", "Nâng cao ý thức"),
        ("r G g", "Ban Quản lý đê "),
        ("r G k enter r", "Hằng tuần báo m"),
        ("i i r", "Trạm Thủy nông "),
    ] {
        let mut reader = notice();
        reader.press(keys);
        assert_eq!(task(&reader), expected, "{keys}");
    }
}

#[test]
fn enter_goes_to_the_words_of_the_cell() {
    for (keys, column, line) in [
        ("r", TaskColumn::Task, "1. Ban Quản lý đê chủ trì"),
        ("r right", TaskColumn::Actors, "1. Ban Quản lý đê chủ trì"),
        ("r right right", TaskColumn::Partners, "1. Ban Quản lý đê chủ trì"),
        ("r j j right", TaskColumn::Actors, "3. Thôn Hạ:"),
        ("r j j left", TaskColumn::Deadline, "a) Đắp lại bờ bao"),
        ("r G right", TaskColumn::Task, "4. Nâng cao"),
    ] {
        let mut reader = notice();
        reader.press(keys);
        assert_eq!(list(&reader).column, column, "{keys}");
        reader.press("enter");
        assert!(reader.app.overlays().is_empty(), "{keys}");
        assert!(reader.landed_on().starts_with(line), "{keys}: {}", reader.landed_on());
    }
}

#[test]
fn a_task_of_another_speech_opens_it() {
    let setup = Setup::new(vec![speech("thu.txt", PLAIN)]).file("lut-bao.txt", Ok(NOTICE));
    let mut reader = setup.start();
    reader.press("r");
    assert!(reader.screen().contains("Bài này không giao nhiệm vụ nào."), "{}", reader.screen());
    reader.press("s s");
    assert_eq!(list(&reader).counts.total, 5, "the library has them");
    reader.press("j enter");
    assert!(reader.landed_on().starts_with("2. Trạm Thủy nông"), "{}", reader.landed_on());
    reader.press("r s s");
    assert_eq!(task(&reader), "Trạm Thủy nông ", "as it was left");
}

#[test]
fn a_text_that_has_changed_since_is_searched_for_the_task() {
    let changed = NOTICE.replace("Chủ tịch xã giao các đơn vị:", "Xét tình hình, Chủ tịch giao:");
    for (text, expected) in [
        (changed, "2. Trạm Thủy nông"),
        (NOTICE.replace("2. Trạm Thủy nông sửa", "2. Hợp tác xã sửa"), "gone"),
    ] {
        let setup = Setup::new(vec![speech("thu.txt", PLAIN)]).file("lut-bao.txt", Ok(NOTICE));
        let mut reader = setup.start();
        reader.press("r s s j");
        reader.change("lut-bao.txt", Ok(&text)).press("enter");
        match expected {
            "gone" => {
                assert!(reader.notice().contains("Không thấy nhiệm vụ"), "{}", reader.notice())
            }
            line => assert!(reader.landed_on().starts_with(line), "{}", reader.landed_on()),
        }
    }
}

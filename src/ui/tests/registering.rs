//! The register of tasks: what it shows, and where its cells lead.

use super::assigned::NOTICE;
use super::driver::*;
use crate::app::{
    EntryId, Event, Overlay, RegisterLine, RegisterList, TaskColumn, TasksProgress, TasksRead,
};
use crate::i18n::Lang;
use crate::register::{KeptTask, OfficeSettings, RegisterEntry, StrayTask};
use crate::speech::Date;
use crate::speech::anchor::PlaceState;

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
    let (_, entry) = list(reader).at_cursor().expect("a task");
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
        ("r G k enter r", "Đắp lại bờ bao "),
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
        ("r j j j right", TaskColumn::Actors, "3. Thôn Hạ:"),
        ("r j j j left", TaskColumn::Deadline, "a) Đắp lại bờ bao"),
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
    reader.press("tab tab");
    assert_eq!(list(&reader).counts.total, 5, "the library has them");
    reader.press("j enter");
    assert!(reader.landed_on().starts_with("2. Trạm Thủy nông"), "{}", reader.landed_on());
    reader.press("r");
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
        reader.press("r tab tab j");
        reader.change("lut-bao.txt", Ok(&text)).press("enter");
        match expected {
            "gone" => {
                assert!(reader.notice().contains("không còn nhiệm vụ này"), "{}", reader.notice())
            }
            line => assert!(reader.landed_on().starts_with(line), "{}", reader.landed_on()),
        }
    }
}

/// Returns the headings with how many tasks each has, as they are drawn.
fn headings(reader: &Reader) -> Vec<String> {
    let is_heading = |line: &&RegisterLine| matches!(line, RegisterLine::Heading(..));
    let count = list(reader).lines.iter().filter(is_heading).count();
    let screen = reader.screen();
    let lines = screen.lines().filter_map(|line| {
        let line = line.trim_matches([' ', '│', '▌', '█']);
        line.ends_with(')').then(|| line.to_owned())
    });
    let lines: Vec<String> = lines.filter(|line| line.contains(" (")).collect();
    assert_eq!(lines.len(), count, "{screen}");
    lines
}

#[test]
fn tasks_are_in_groups() {
    let table = [
        (
            "r",
            "Quá hạn (1) | Tháng 7 năm 2025 (1) | Định kỳ (1) | Có hạn, không rõ ngày (1) | Không có hạn (1)",
        ),
        ("r f6", "Ban Quản lý đê (1) | Thôn Hạ (2) | Trạm Thủy nông (1) | (không nêu) (1)"),
        (
            "r f6 f6",
            "THÔNG BÁO Kết luận của Chủ tịch xã tại cuộc họp phòng, chống lụt bão ngày 02/6/2025 (5)",
        ),
    ];
    for (keys, expected) in table {
        let mut reader = notice();
        reader.press(keys);
        assert_eq!(headings(&reader).join(" | "), expected, "{keys}");
    }
}

#[test]
fn tasks_are_narrowed_in_the_language_of_search() {
    let table = [
        ("cong", "Ban Quản lý đê  Trạm Thủy nông"),
        ("của:thôn hạ", "Hằng tuần báo m Đắp lại bờ bao "),
        ("who:none", "Nâng cao ý thức"),
        ("hạn:quá_hạn", "Ban Quản lý đê "),
        ("hạn:60d -của:ban", "Trạm Thủy nông "),
        ("cùng:đoàn thanh niên", "Ban Quản lý đê "),
        ("cites:31/KH-UBND", "Trạm Thủy nông "),
        ("xong:rồi", ""),
        (
            "hạn:bao giờ",
            "Ban Quản lý đê  Trạm Thủy nông  Hằng tuần báo m Đắp lại bờ bao  Nâng cao ý thức",
        ),
    ];
    for (typed, expected) in table {
        let mut reader = notice();
        reader.press("r /").write(typed);
        let list = list(&reader);
        let shown = list.lines.iter().filter_map(|line| match line {
            RegisterLine::Task(index) => list.task(*index),
            RegisterLine::Heading(..) => None,
        });
        let shown: Vec<String> =
            shown.map(|entry| entry.row.task.chars().take(15).collect()).collect();
        assert_eq!(shown.join(" ").trim(), expected.trim(), "{typed}");
        assert_eq!(list.problem.is_some(), typed == "hạn:bao giờ", "{typed}");
        reader.press("esc");
        assert_eq!(self::list(&reader).counts.shown, 5, "{typed}: it is taken back");
    }
}

#[test]
fn tasks_of_ones_own_offices_stand_out_and_are_picked() {
    let mut setup = Setup::new(vec![speech("lut-bao.txt", NOTICE)]);
    setup.settings.offices =
        OfficeSettings { mine: vec!["Thôn Hạ".to_owned()], ..OfficeSettings::default() };
    for (lang, filter) in [(Lang::Vi, r#"của:"tôi""#), (Lang::En, r#"who:"mine""#)] {
        let mut reader = setup.clone().lang(lang).start();
        reader.press("r O");
        assert_eq!(list(&reader).view.typed, filter);
        assert_eq!(list(&reader).counts.shown, 2);
        reader.press("O");
        assert_eq!(list(&reader).counts.shown, 5);
        // Beside words it means the same, whichever came first.
        reader.press("/").write("báo").press("enter");
        let of_all = list(&reader).counts.shown;
        reader.press("O");
        let both = list(&reader).counts.shown;
        assert!(0 < both && both < of_all, "{both} of {of_all}");
        reader.press("O");
        assert_eq!(
            (list(&reader).view.typed.as_str(), list(&reader).counts.shown),
            ("báo", of_all)
        );
        reader.press("/ ctrl-u enter O /").write("báo").press("enter");
        assert_eq!(list(&reader).counts.shown, both, "{}", list(&reader).view.typed);
    }
    let mut reader = notice();
    reader.press("r O");
    assert!(reader.notice().contains("Chưa biết đơn vị nào"), "{}", reader.notice());
}

#[test]
fn cells_are_explained() {
    let table = [
        ("r e", "Không ghi năm, hiểu theo ngày của văn bản là 02/06/2025."),
        ("r e", "quá hạn từ hôm sau"),
        ("r j e", "Ngày cuối là 31/07/2025"),
        ("r j j e", "ghi ở phía trên, dòng 11"),
        ("r j j e", "Làm đi làm lại"),
        ("r j j j e", "Không ứng với ngày nào trên lịch"),
        ("r G e", "Không nêu: nhiệm vụ và các đề mục phía trên không gọi tên đơn vị nào."),
    ];
    for (keys, expected) in table {
        let mut reader = notice();
        reader.press(keys);
        assert!(reader.screen().contains(expected), "{keys}: {expected}\n{}", reader.screen());
    }
    let mut reader = Setup::new(vec![speech("lut-bao.txt", NOTICE)]).lang(Lang::En).start();
    reader.press("r e");
    assert!(reader.screen().contains("No year is given"), "{}", reader.screen());
}

/// Returns the states that are kept, with the first words of their tasks.
fn kept(reader: &Reader) -> Vec<String> {
    let state = |task: &KeptTask| {
        let words: String = task.anchor.words().chars().take(15).collect();
        format!("{words}: {}", task.state.name())
    };
    reader.kept_tasks.iter().filter(|task| task.says_something()).map(state).collect()
}

#[test]
fn a_task_is_done_and_the_cursor_stays_among_the_others() {
    let table: [(&str, &[&str], &str); 6] = [
        ("space", &["Ban Quản lý đê : done"], "Trạm Thủy nông "),
        ("space space", &["Ban Quản lý đê : done", "Trạm Thủy nông : done"], "Hằng tuần báo m"),
        ("d", &["Ban Quản lý đê : doing"], "Ban Quản lý đê "),
        ("d d", &[], "Ban Quản lý đê "),
        ("-", &["Ban Quản lý đê : not-mine"], "Trạm Thủy nông "),
        ("space u", &[], "Ban Quản lý đê "),
    ];
    for (keys, expected, at) in table {
        let mut reader = notice();
        reader.press("r").press(keys);
        assert_eq!(kept(&reader), expected, "{keys}");
        assert_eq!(task(&reader), at, "{keys}");
    }
    let mut reader = notice();
    reader.press("r space");
    assert!(headings(&reader).contains(&"Đã xong, hoặc không phải của mình (1)".to_owned()));
    assert!(reader.screen().contains("✓ trước 15/06/~2025"), "{}", reader.screen());
    reader.press("G space");
    assert!(kept(&reader).is_empty(), "once more takes it back");
}

#[test]
fn notes_and_proofs_are_kept_shown_and_searched() {
    let mut reader = notice();
    reader
        .press("r E")
        .write("Hỏi lại ông Tư")
        .press("enter P")
        .write("BC 45/BC-BQL")
        .press("enter");
    let screen = reader.screen();
    assert!(screen.contains("Ghi chú: Hỏi lại ông Tư"), "{screen}");
    assert!(screen.contains("Minh chứng: BC 45/BC-BQL"), "{screen}");
    reader.press("/").write("ông Tư").press("enter");
    assert_eq!(list(&reader).counts.shown, 1);
    reader.press("E ctrl-u enter");
    assert_eq!(list(&reader).counts.shown, 0, "the note is gone");
}

#[test]
fn a_state_whose_deadline_has_changed_is_to_be_confirmed() {
    let mut reader = notice();
    reader.press("r space");
    reader.kept_tasks[0].due = Some("2025-06-10".to_owned());
    reader.event(Event::TasksTouched).press("G");
    let screen = reader.screen();
    assert!(screen.contains("1 cần xem lại"), "{screen}");
    assert!(screen.contains("? trước 15/06/~2025"), "{screen}");
    assert!(screen.contains("Hạn đã đổi từ “10/06/2025” thành “15/06/2025”"), "{screen}");
    reader.press("space");
    assert_eq!(kept(&reader), ["Ban Quản lý đê : done"]);
}

/// Returns the rows of the sidebar that have the sign of the user's own tasks.
fn marked(reader: &Reader) -> Vec<String> {
    let screen = reader.screen();
    let marked = screen.lines().filter_map(|line| Some(line.split_once("■ ")?.1));
    marked.map(|line| line.split(['│', '…']).next().unwrap_or_default().trim().to_owned()).collect()
}

#[test]
fn tasks_of_ones_own_offices_are_marked_in_the_sidebar() {
    let mut setup = Setup::new(vec![speech("lut-bao.txt", NOTICE)]);
    assert!(marked(&setup.clone().start()).is_empty());
    setup.settings.offices.mine = vec!["Thôn Hạ".to_owned()];
    let mut reader = setup.start();
    assert_eq!(marked(&reader), ["a Đắp lại bờ bao đồng", "b Hằng tuần báo mực nước"]);
    reader.press("tab g j j j j j left");
    assert_eq!(marked(&reader), ["3 Thôn Hạ"], "a closed branch stands for those in it");
}

#[test]
fn the_office_at_hand_is_taken() {
    let table: [(&str, &[&str]); 6] = [
        ("r +", &["Ban Quản lý đê"]),
        ("r right right + enter", &["Hội Nông dân"]),
        ("r right right + down enter", &["Đoàn thanh niên"]),
        ("r G +", &[]),
        ("r j + +", &["Trạm Thủy nông"]),
        ("i i r esc : takeoffice enter", &["Trạm Thủy nông"]),
    ];
    for (keys, expected) in table {
        let mut reader = notice();
        reader.press(keys);
        assert_eq!(reader.offices.mine, expected, "{keys}\n{}", reader.screen());
    }
    let mut reader = notice();
    reader.press("r j + O");
    assert_eq!(list(&reader).counts.shown, 1, "it counts at once");
    reader.press("esc");
    assert_eq!(marked(&reader).len(), 1);
}

#[test]
fn a_wrong_cell_is_corrected_and_that_is_taken_back() {
    let table: [(&str, &str, &[&str]); 6] = [
        ("x down down enter ctrl-u", "20/6/2025", &["20/06/2025"]),
        ("x enter", "no-task", &[]),
        ("x down enter ctrl-u enter", "task-office", &["(không nêu)"]),
        ("x down down enter ctrl-u enter", "task-deadline", &["–"]),
        ("x down down enter ctrl-u", "15/6", &["15/06/~2025"]),
        ("x down enter ctrl-u", "Hội Nông dân", &["Hội Nông dân"]),
    ];
    for (keys, words, expected) in table {
        let mut reader = notice();
        reader.press("r").press(keys);
        if reader.filed.is_empty() {
            reader.write(words).press("enter");
        }
        assert_eq!(reader.filed.len(), 1, "{keys}\n{}", reader.screen());
        assert_eq!(list(&reader).counts.total, 5 - usize::from(expected.is_empty()), "{keys}");
        let screen = reader.screen();
        let line =
            screen.lines().find(|line| line.contains("Ban Quản lý đê chủ trì")).unwrap_or("");
        for word in expected {
            assert!(line.contains(word), "{keys}: {word} in {line}");
        }
        assert!(!expected.is_empty() || line.is_empty(), "{keys}: {line}");
        reader.press(": undocorrection enter");
        assert!(reader.filed.is_empty(), "{keys}\n{}", reader.screen());
        assert_eq!(list(&reader).counts.total, 5, "{keys}");
    }
    let mut reader = notice();
    reader.press("r G x down down enter").write("20/6/2025").press("enter");
    assert!(reader.filed.is_empty());
    assert!(reader.notice().contains("không có chữ nào nói về hạn"), "{}", reader.notice());
    let mut reader = notice();
    reader.press("r x down enter ctrl-u").write("Sở Tài chính").press("enter");
    assert!(reader.filed.is_empty());
    assert!(reader.notice().contains("Trong bài không có chữ"), "{}", reader.notice());
}

#[test]
fn tasks_that_come_in_above_leave_the_cursor_on_top_until_it_is_moved() {
    let read = |entries: &[RegisterEntry]| {
        let today = Date::new(2025, 6, 20).expect("a day");
        Box::new(TasksRead { entries: entries.to_vec(), strays: Vec::new(), today })
    };
    for (keys, expected) in [("", "Ban Quản lý đê "), ("j k", "Trạm Thủy nông ")] {
        let mut reader = notice();
        reader.press("r");
        let all: Vec<RegisterEntry> =
            (0..5).filter_map(|at| list(&reader).task(at).cloned()).collect();
        reader.press("tab tab");
        reader.event(Event::LibraryTasksRead(
            crate::app::ShelfScope::Library,
            1,
            read(&all[1..]),
            TasksProgress::Coming,
        ));
        assert_eq!(task(&reader), "Trạm Thủy nông ");
        reader.press(keys);
        reader.event(Event::LibraryTasksRead(
            crate::app::ShelfScope::Library,
            1,
            read(&all),
            TasksProgress::Done,
        ));
        assert_eq!(task(&reader), expected, "{keys}");
    }
}

/// Prints how long the register takes with 20,000 tasks.
#[test]
#[ignore = "prints times"]
fn twenty_thousand_tasks() {
    let mut reader = notice();
    reader.press("r");
    let all: Vec<RegisterEntry> = (0..5).filter_map(|at| list(&reader).task(at).cloned()).collect();
    let many: Vec<RegisterEntry> = (0..20_000)
        .map(|at| {
            let mut entry = all[at % 5].clone();
            entry.row.id = at.to_string();
            entry
        })
        .collect();
    reader.press("tab tab");
    let today = Date::new(2025, 6, 20).expect("a day");
    let read = Box::new(TasksRead { entries: many, strays: Vec::new(), today });
    let timed = |what: &str, reader: &mut Reader, act: &mut dyn FnMut(&mut Reader)| {
        let begun = std::time::Instant::now();
        act(reader);
        println!("{what}: {:?}", begun.elapsed());
        let begun = std::time::Instant::now();
        let (columns, rows) = reader.app.size();
        let area = ratatui::layout::Rect::new(0, 0, columns, rows);
        crate::ui::render(&reader.app, &mut ratatui::buffer::Buffer::empty(area));
        println!("  a frame: {:?}", begun.elapsed());
    };
    let mut read = Some(read);
    timed("rows come", &mut reader, &mut |reader| {
        let read = read.take().expect("once");
        reader.event(Event::LibraryTasksRead(
            crate::app::ShelfScope::Library,
            1,
            read,
            TasksProgress::Done,
        ));
    });
    for keys in ["j", "G", "k", "pgup", "f6", "f6", "f6", "space", "/", "tab", "u", "esc"] {
        timed(keys, &mut reader, &mut |reader| {
            reader.press(keys);
        });
    }
}

#[test]
fn a_task_is_copied_with_its_source() {
    let mut reader = notice();
    reader.press("r j y");
    assert!(
        reader.copied[0].contains("Trạm Thủy nông sửa ít nhất 12 cửa cống"),
        "{:?}",
        reader.copied
    );
    assert!(reader.copied[0].contains("nv.2"), "{:?}", reader.copied);
}

#[test]
fn what_was_said_of_tasks_that_are_gone_is_told() {
    let mut reader = notice();
    reader.press("r space");
    let kept = reader.kept_tasks[0].clone();
    let stray = StrayTask { kept, place: PlaceState::Lost };
    let today = Date::new(2025, 6, 20).expect("a day");
    let read = TasksRead { entries: Vec::new(), strays: vec![stray], today };
    reader.event(Event::TasksRead(EntryId::new(0), Box::new(read)));
    assert!(
        reader.notice().contains("1 nhiệm vụ bạn đã ghi không còn thấy"),
        "{}",
        reader.notice()
    );
}

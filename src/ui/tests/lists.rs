//! The palette, the outline's filter, the library, the help; several speeches; large texts.

use super::driver::*;
use crate::app::{Event, Notice, Overlay, Remembered};
use crate::i18n::Lang;
use crate::settings::action::{Action, Context};
use crate::speech::Extent;
use crate::speech::anchor::Trace;
use std::collections::VecDeque;

const OTHER: &str = "Diễn văn khai mạc hội nghị\n\nMột là: Làm trước.\n\nHai là: Làm sau.\n";

/// Returns how many entries the open list shows, and what the first is called.
fn shown(reader: &Reader) -> (usize, String) {
    match reader.app.overlays().last() {
        Some(Overlay::Picker(picker)) => {
            let first = picker.shown().next().map(|choice| choice.label.clone());
            (picker.shown().len(), first.unwrap_or_default())
        }
        other => panic!("no list: {other:?}"),
    }
}

fn two() -> Reader {
    Setup::new(vec![shipped(), speech("khai-mac.txt", OTHER)]).start()
}

#[test]
fn the_outline_is_filtered_without_marks_and_jumped_in() {
    for open in ["o", "f6"] {
        let mut reader = seed();
        reader.press(open);
        assert_eq!(shown(&reader).0, 22, "17 items and 5 sections");
        reader.press("vung space cam");
        let (count, first) = shown(&reader);
        assert_eq!((count, first.as_str()), (0, ""), "only labels are matched");
        assert!(reader.screen().contains("Không có gì khớp."), "{}", reader.screen());
        reader.press("ctrl-u nang space cao enter");
        assert!(reader.status().contains("Nhiệm vụ 3/8"), "{}", reader.status());
    }
}

#[test]
fn the_outline_is_filtered_by_address_too() {
    let mut reader = seed();
    reader.press("o hc.2 enter");
    assert!(reader.status().contains("Hạn chế 2/3"), "{}", reader.status());
}

#[test]
fn the_outline_opens_where_one_is() {
    let mut reader = seed();
    reader.press("3t o down enter");
    assert!(reader.status().contains("Nhiệm vụ 4/8"), "{}", reader.status());
    reader.press("o up up enter");
    assert!(reader.status().contains("Nhiệm vụ 2/8"), "{}", reader.status());
}

#[test]
fn words_match_in_any_order_with_marks_or_without() {
    for typed in ["noi chinh tinh uy", "Nội chính", "tỉnh ủy nội", "NOI CHINH"] {
        let mut reader = seed();
        reader.press("o").write(typed);
        assert!(shown(&reader).0 >= 2, "{typed}: {:?}", shown(&reader));
    }
}

#[test]
fn the_palette_runs_an_action_by_what_it_is_called() {
    let cases = [
        (Lang::Vi, "thoat", "quit"),
        (Lang::Vi, "Thoát", "quit"),
        (Lang::Vi, "quit", "quit"),
        (Lang::En, "quit", "quit"),
        (Lang::Vi, "ve lai man hinh", "redraw"),
        (Lang::En, "redraw", "redraw"),
        (Lang::En, "suspend", "suspend"),
    ];
    for (lang, typed, done) in cases {
        for open in [":", "f2"] {
            let mut reader = Setup::new(vec![shipped()]).lang(lang).start();
            reader.press(open).write(typed).press("enter");
            assert!(reader.app.overlays().is_empty(), "{typed}");
            assert_eq!(reader.done, [done], "{typed}");
        }
    }
    let mut reader = seed();
    reader.press(": nhiem space vu space sau enter");
    assert!(reader.status().contains("Nhiệm vụ 1/8"), "{}", reader.status());
}

#[test]
fn the_palette_shows_the_keys_of_the_present_configuration() {
    let mut setup = Setup::new(vec![shipped()]);
    let (settings, problems) =
        crate::settings::read("[keys.reader]\n\"x\" = \"next-task\"\n", "config.toml".as_ref());
    assert!(problems.is_empty(), "{problems:?}");
    setup.settings = settings;
    let mut reader = setup.start();
    reader.press("x");
    assert!(reader.status().contains("Nhiệm vụ 1/8"), "{}", reader.status());
    reader.press(": nhiem space vu space sau");
    let screen = reader.screen();
    let line = screen.lines().find(|line| line.contains("Đến nhiệm vụ sau")).expect("the action");
    assert!(line.contains(" t │") || line.contains(" x │"), "{line}");
}

#[test]
fn function_keys_and_arrows_reach_every_action() {
    let all = Action::ALL.len();
    let mut reached = Vec::new();
    for steps in 0..all {
        let mut reader = two();
        reader.press("f2");
        for _ in 0..steps {
            reader.press("down");
        }
        let Some(Overlay::Picker(picker)) = reader.app.overlays().last() else { panic!("a list") };
        reached.extend(picker.picked());
        reader.press("enter");
        reader.frame();
    }
    reached.dedup();
    // Not the palette and accept, and those that only lists, notes, the register, the sidebar and selections know.
    assert_eq!(reached.len(), all - 36);
}

#[test]
fn a_list_that_does_not_fit_follows_its_cursor() {
    for size in SIZES {
        let mut reader = Setup::new(vec![shipped()]).size(size).start();
        reader.press("f2").press(&"pgdn ".repeat(40));
        assert!(reader.screen().contains("▸ Thoát"), "{size:?}\n{}", reader.screen());
        reader.press(&"pgup ".repeat(40));
        assert!(reader.screen().contains("▸ Xuống một dòng"), "{size:?}\n{}", reader.screen());
    }
}

#[test]
fn the_library_finds_a_speech_without_marks() {
    for open in ["l", "f5"] {
        let mut reader = two();
        reader.press(open).press("dienvan enter");
        assert!(reader.status().contains("Diễn văn khai mạc"), "{}", reader.status());
        reader.press(open).press("ket space luan enter");
        assert!(reader.status().contains("Kết luận của Bí thư"), "{}", reader.status());
    }
}

#[test]
fn each_speech_keeps_its_place() {
    let mut reader = two();
    reader.press("5t J");
    assert!(reader.status().contains("Diễn văn khai mạc"), "{}", reader.status());
    assert!(!reader.screen().contains("Nhiệm vụ 5/8"));
    reader.press("2i K");
    assert!(reader.status().contains("Nhiệm vụ 5/8"), "{}", reader.status());
    reader.press("J");
    assert!(reader.status().contains("Mục 2/2") || reader.status().contains(" 2/2"));
    let ids: Vec<_> = reader.remembered.iter().map(|at| at.speech.as_str()).collect();
    assert_eq!(ids.len(), 3, "the place is kept when one leaves: {ids:?}");
}

#[test]
fn a_file_is_read_when_it_is_asked_for() {
    let mut reader = Setup::new(vec![shipped()])
        .file("/bai/khai-mac.txt", Ok(OTHER))
        .file("/bai/hong.txt", Err(full("hong.txt")))
        .start();
    assert_eq!([1, 2].map(|index| reader.entry(index)), ["unread", "unread"]);
    assert!(reader.screen().contains("khai-mac"), "its name until its title is known");
    reader.held = Some(VecDeque::new());
    reader.press("J");
    assert_eq!(reader.entry(1), "reading");
    assert!(reader.screen().contains("Đang đọc tệp…"), "{}", reader.screen());
    for key in ["t", "G", "n", "m", "y", "v", "M", "o", "/", "3i", "50%", "b", "tab", "enter"] {
        reader.press(key).frame();
        reader.press("esc");
    }
    reader.arrive();
    assert_eq!(reader.entry(1), "open");
    assert!(reader.screen().contains("Làm sau."), "{}", reader.screen());
    reader.press("J");
    assert_eq!(reader.entry(2), "failed");
    assert!(reader.pane().contains("Ổ đĩa chứa hong.txt đã đầy"), "{}", reader.pane());
    // What went wrong is in the language of the screen, whatever it was when it went wrong.
    reader.run("switch-language");
    assert!(reader.pane().contains("The disk of hong.txt is full"), "{}", reader.pane());
    reader.run("switch-language");
    reader.press("l");
    assert!(reader.screen().contains("không mở được"), "{}", reader.screen());
}

#[test]
fn coming_back_to_a_file_says_where() {
    let mut setup = Setup::new(vec![shipped()]).file("/bai/khai-mac.txt", Ok(OTHER));
    setup.size = (40, 8);
    let mut reader = setup.start();
    let other = speech("/bai/khai-mac.txt", OTHER);
    let pos = other.outline.items[1].range.start;
    reader.remembered.push(Remembered {
        speech: other.id.clone(),
        fingerprint: other.fingerprint.clone(),
        pos,
        percent: 80,
        trace: Trace::default(),
        source: None,
    });
    reader.press("J");
    assert!(reader.notice().starts_with("Đọc tiếp từ "), "{}", reader.notice());
    assert_eq!(reader.open().place(), pos);
}

#[test]
fn the_only_speech_has_no_neighbour() {
    let mut reader = seed();
    reader.press("J");
    assert_eq!(reader.notice(), "Chỉ có một bài.");
}

#[test]
fn the_help_is_made_of_the_live_keymap_and_scrolls_to_its_end() {
    for lang in LANGS {
        for size in SIZES {
            let mut reader = Setup::new(vec![shipped()]).lang(lang).size(size).start();
            reader.press("?");
            let first = reader.screen();
            let mut seen = first.clone();
            for _ in 0..60 {
                reader.press("pgdn");
                seen.push_str(&reader.screen());
            }
            let last = reader.app.messages().get("help-clipboard");
            let last = last.split(' ').next_back().expect("a word");
            assert!(reader.screen().contains(last), "{size:?}: {last}\n{}", reader.screen());
            for heading in ["help-in-select", "help-in-sidebar", "help-in-lists", "help-more"] {
                let heading = reader.app.messages().get(heading);
                assert!(seen.contains(&heading), "{size:?}: {heading}");
            }
            reader.press("g");
            assert_eq!(reader.screen(), first);
            reader.press("G");
            assert!(reader.screen().contains(last), "{size:?}: {last}\n{}", reader.screen());
            reader.press("q");
            assert!(reader.app.overlays().is_empty());
        }
    }
}

#[test]
fn what_is_under_a_popup_stays_as_it_was() {
    for keys in ["?", "b", "o", ":", "/", "v"] {
        let mut reader = seed();
        let args = [("lines", 2usize.into()), ("key", "f".into())];
        let note = reader.app.messages().with("furniture-note", &args);
        assert!(reader.screen().contains(&note), "{note}");
        reader.press(keys);
        assert!(reader.screen().contains(&note), "{keys}:\n{}", reader.screen());
    }
}

#[test]
fn the_first_run_explains_itself_until_escape() {
    let mut setup = Setup::new(vec![shipped()]);
    setup.first_run = true;
    let mut reader = setup.start();
    let welcome = "esc ẩn dòng này";
    assert!(reader.foot().contains(welcome), "{}", reader.foot());
    reader.press("3t");
    assert!(reader.foot().contains(welcome), "{}", reader.foot());
    reader.press("esc");
    assert!(!reader.foot().contains(welcome), "{}", reader.foot());
    assert_eq!(reader.done, ["welcomed"]);
    assert!(reader.foot().contains("nhiệm vụ"), "the hints: {}", reader.foot());
}

#[test]
fn escape_leaves_the_innermost_first() {
    let mut reader = seed();
    reader.press("/ phong enter v b E");
    let depth = |reader: &Reader| {
        let selecting = usize::from(reader.app.selection().is_some());
        reader.app.overlays().len() + selecting + usize::from(reader.app.search().is_shown())
    };
    let mut reader = seed();
    reader.press("/ phong enter 3t m v f1");
    for left in [3, 2, 1, 0] {
        assert_eq!(depth(&reader), left, "{}", reader.screen());
        reader.press("esc");
    }
    assert!(reader.done.is_empty(), "Esc never ends the program");
}

/// Trouble that is told again and again stays until it was read, and changes language with the rest.
#[test]
fn what_was_told_before_the_language_is_switched_changes_with_it() {
    let mut setup = Setup::new(vec![shipped()]);
    setup.settings.keymap.patch(Context::Reader, "L", "switch-language").expect("a key");
    let mut reader = setup.start();
    reader.event(Event::Told(Notice::trouble(full("/a"))));
    reader.event(Event::Told(Notice::trouble(full("/b"))));
    reader.press("L");
    assert_eq!(reader.notice(), "The interface is now in English.");
    reader.press("esc");
    assert!(reader.foot().contains("The disk of /a is full"), "{}", reader.foot());
    reader.event(Event::Told(Notice::trouble(full("/c"))));
    assert!(reader.foot().contains("The disk of /c is full"), "{}", reader.foot());
    for (open, before, after) in
        [("?", "Trợ giúp", "Help"), ("e", "Vì sao", "Why"), ("b", "Dấu trang của", "Bookmarks in")]
    {
        let mut reader = seed();
        reader.press("3t").press(open);
        assert!(reader.screen().contains(before), "{open}\n{}", reader.screen());
        reader.press(":").write("switch-language").press("enter");
        let screen = reader.screen();
        assert!(screen.contains(after) && !screen.contains(before), "{open}\n{screen}");
    }
}

/// A list to pick from, open while the language is switched, is in the new one; what was typed and the
/// cursor stay.
#[test]
fn an_open_list_changes_language_too() {
    let prompt = crate::settings::action::Context::Prompt;
    let mut setup = Setup::new(vec![shipped()]);
    setup.settings.keymap.patch(prompt, "f12", "switch-language").expect("a key");
    for (open, before, after) in [
        ("x", "Đổi loại của mục", "Change the role of the item"),
        ("C", "không phân loại", "no kind"),
        ("o", "Phần mở đầu", "Opening"),
        (":", "Lệnh (", "Actions ("),
    ] {
        let mut reader = setup.clone().start();
        reader.press("3t").press(open);
        let screen = reader.screen();
        assert!(screen.contains(before), "{open}\n{screen}");
        reader.press("f12");
        let screen = reader.screen();
        assert!(screen.contains(after) && !screen.contains(before), "{open}\n{screen}");
    }
}

#[test]
fn the_language_is_switched_at_run_time() {
    let mut reader = seed();
    reader.press("3t").run("switch-language");
    assert_eq!(reader.notice(), "The interface is now in English.");
    assert!(reader.status().contains("Task 3/8"), "{}", reader.status());
    assert!(reader.screen().contains("Opening"));
    reader.press("j");
    assert!(reader.foot().contains("bookmark"), "{}", reader.foot());
    reader.run("switch-language");
    assert!(reader.status().contains("Nhiệm vụ 3/8"), "{}", reader.status());
}

/// A speech of which only the beginning was read so far.
fn large() -> Setup {
    let mut text = String::from("Báo cáo lớn\n\n");
    for number in 1..=400 {
        text += &format!("Đoạn {number}: nội dung của đoạn này.\n\n");
    }
    let head: String = text.lines().take(100).map(|line| format!("{line}\n")).collect();
    let mut speech = speech("lon.txt", &head);
    speech.extent = Extent::Head;
    speech.fingerprint.clear();
    Setup::new(vec![speech]).file("lon.txt", Ok(&text))
}

fn growing() -> Reader {
    let mut reader = large().start_held();
    assert!(reader.status().contains("đang đọc tệp…"), "{}", reader.status());
    assert!(reader.screen().contains("Đoạn 1:"));
    reader.press("j k");
    reader
}

#[test]
fn the_rest_of_a_large_text_comes_in_without_moving_the_reader() {
    let mut reader = growing();
    reader.press("20j");
    let pane = reader.pane();
    reader.arrive();
    assert_eq!(reader.pane(), pane);
    assert!(!reader.status().contains("đang"), "{}", reader.status());
    reader.press("G");
    assert!(reader.screen().contains("Đoạn 400:"), "{}", reader.screen());
}

#[test]
fn the_end_of_a_large_text_is_gone_to_as_soon_as_it_is_there() {
    for (keys, words) in [("G", "Đoạn 400:"), ("50%", "Đoạn 20")] {
        let mut reader = growing();
        reader.press(keys);
        assert!(reader.notice().starts_with("Tệp lớn:"), "{}", reader.notice());
        reader.arrive();
        assert!(reader.screen().contains(words), "{keys}\n{}", reader.screen());
    }
}

#[test]
fn nothing_is_kept_of_a_text_that_is_not_whole() {
    let mut reader = growing();
    reader.press("m");
    assert!(reader.stored.is_empty() && reader.notice().starts_with("Tệp lớn:"));
    assert!(reader.app.remembered().is_none());
    reader.arrive();
    reader.press("m");
    assert_eq!(reader.stored.len(), 1);
}

#[test]
fn a_search_covers_the_rest_once_it_is_there() {
    let mut reader = growing();
    reader.press("/ doan enter n");
    assert!(reader.status().contains("/doan 2/98"), "{}", reader.status());
    let pane = reader.pane();
    reader.arrive();
    assert!(reader.status().contains("/doan 2/800"), "{}", reader.status());
    assert_eq!(reader.pane(), pane);
}

#[test]
fn hits_found_in_the_background_do_not_tear_the_reader_away() {
    let mut text = String::from("Báo cáo rất lớn\n\n");
    while text.len() < 1_100_000 {
        text += &format!("{} hết.\n\n", "Một đoạn dài. ".repeat(1000));
    }
    text += "Chữ cuối: kết.\n";
    let mut reader = Setup::new(vec![shipped()]).file("lon.txt", Ok(&text)).start();
    for keys in ["/ ket enter", "/ ket enter esc"] {
        reader.press(keys).press("J");
        assert!(reader.pane().contains("Báo cáo rất lớn"), "{keys}:\n{}", reader.pane());
        reader.press("K");
    }
}

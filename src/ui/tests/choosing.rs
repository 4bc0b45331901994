//! What is chosen in the reader and kept, and coming back to what was read last.

use super::driver::*;
use crate::app::{Choosing, LeftPlace};
use crate::i18n::Lang;
use crate::library::catalog::Progress;
use crate::speech::anchor::Trace;
use crate::text::TextPos;

#[test]
fn what_is_chosen_is_kept_and_the_first_time_that_is_said() {
    let cases = [
        (": choose-theme enter down enter", "theme", "\"light\"", "Bộ màu"),
        (": switch-language enter", "language", "\"en\"", "The interface"),
        (">", "reader.measure", "84", "84"),
        ("s", "sidebar.visible", "false", "Thanh bên: ẩn."),
    ];
    for (keys, option, value, said) in cases {
        let mut setup = Setup::new(vec![shipped()]).size((140, 40));
        setup.choosing = Choosing::First;
        let mut reader = setup.start();
        reader.press(keys);
        assert_eq!(reader.chosen, [(option, value.to_owned())], "{keys}");
        let first = ["Lần sau mở lên vẫn như vậy", "It stays so the next time"];
        let notice = reader.notice();
        assert!(notice.contains(said) && first.iter().any(|it| notice.contains(it)), "{notice}");
        reader.press(keys);
        let notice = reader.notice();
        assert!(!first.iter().any(|it| notice.contains(it)), "once: {notice}");
        assert_eq!(reader.chosen.len(), 2, "{keys}");
        reader.press(":").write("forget-choices").press("enter");
        assert!(reader.chosen.is_empty(), "{keys}");
    }
}

#[test]
fn a_sidebar_that_has_no_room_is_no_choice() {
    let mut reader = Setup::new(vec![shipped()]).size((60, 20)).start();
    reader.press("s");
    assert!(reader.chosen.is_empty());
}

#[test]
fn the_speech_read_last_says_so_and_where_the_others_are() {
    let cases = [
        (Lang::Vi, 3, "Bài đọc lần trước, từ Nhiệm vụ 3/8", "l: các bài · g: về đầu bài"),
        (Lang::En, 3, "What you read last, back at Task 3/8", "l: all speeches · g: to the start"),
        (Lang::Vi, 0, "Bài đọc lần trước", "l: các bài"),
    ];
    for (lang, task, said, keys) in cases {
        let speech = shipped();
        let pos = match task {
            0 => TextPos::ZERO,
            task => {
                let address = format!("nv.{task}").parse().expect("an address");
                let item = speech.outline.find(&address).expect("an item");
                speech.outline.items[item].range.start
            }
        };
        let fingerprint = speech.fingerprint.clone();
        let mut reader = Setup::new(vec![speech]).lang(lang).start();
        reader.app.start_with_last(Some(LeftPlace { pos, fingerprint, trace: Trace::default() }));
        let notice = reader.notice();
        assert!(notice.starts_with(said) && notice.contains(keys), "{notice}");
        assert!(task == 0 || reader.open().place() == pos);
    }
}

#[test]
fn a_speech_that_was_read_to_its_end_says_so_in_the_list() {
    for (percent, furthest, column, words) in
        [(40, 100, "✓", "đã đọc hết"), (100, 100, "✓", "đã đọc hết"), (40, 60, "40%", "đã đọc 40%")]
    {
        let mut reader = seed();
        let read = reader.open().speech.fingerprint.clone();
        let when = jiff::Timestamp::UNIX_EPOCH;
        reader.places.insert(read, Progress { percent, furthest, when });
        reader.press("l");
        let screen = reader.screen();
        let row = screen.lines().find(|line| line.contains("▸ Kết luận")).expect("a row");
        assert!(row.trim_end_matches(['│', ' ']).ends_with(column), "{row}");
        assert!(screen.contains(words), "{screen}");
    }
}

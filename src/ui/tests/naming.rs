//! What items and lists are called: a text in, a line for each item out.

use super::driver::{Reader, Setup, shipped, speech};
use crate::app::Event;
use crate::speech::Speech;

/// Writes each item as "mark | path | words", and those that tell it from its siblings behind an ellipsis.
fn named(speech: &Speech) -> Vec<String> {
    (0..speech.outline.items.len())
        .map(|item| {
            let words = speech.item_words(item);
            let telling = words.telling.map(|telling| format!("…{telling}"));
            let words = telling.unwrap_or(words.whole);
            format!("{} | {} | {words}", speech.mark(item), speech.mark_path(item))
        })
        .collect()
}

#[test]
fn items_are_called_by_their_own_markers() {
    let table: [(&str, &[&str]); 6] = [
        (
            "Nhiệm vụ sau:\n\nMột là: Rà soát.\n\nHai là: Sửa đổi.\n",
            &["1 | 1 | Rà soát", "2 | 2 | Sửa đổi"],
        ),
        (
            "I. Quan điểm\n\n1. Kiên trì.\n\na) Mọi cấp.\n\nb) Mọi ngành.\n\n2. Bền bỉ.\n\nII. Nhiệm vụ\n\n1. Rà soát.\n\n2. Sửa đổi.\n",
            &[
                "I | I | Quan điểm",
                "1 | I.1 | Kiên trì",
                "a | I.1.a | Mọi cấp",
                "b | I.1.b | Mọi ngành",
                "2 | I.2 | Bền bỉ",
                "II | II | Nhiệm vụ",
                "1 | II.1 | Rà soát",
                "2 | II.2 | Sửa đổi",
            ],
        ),
        (
            "Nhiệm vụ sau:\n\n1. Rà soát:\n\n- Đất công.\n\n- Đất lúa.\n\n2. Sửa đổi.\n",
            &["1 | 1 | Rà soát", "• | 1 • | Đất công", "• | 1 • | Đất lúa", "2 | 2 | Sửa đổi"],
        ),
        (
            "Nhiệm vụ sau:\n\n1. Rà soát.\n\n1.1. Đất công.\n\n1.2. Đất lúa.\n\n2. Sửa đổi.\n",
            &["1 | 1 | Rà soát", "1.1 | 1.1 | Đất công", "1.2 | 1.2 | Đất lúa", "2 | 2 | Sửa đổi"],
        ),
        (
            "Điều 1. Phạm vi\n\n1. Đơn vị.\n\n2. Cá nhân.\n\nĐiều 2. Hiệu lực\n\n1. Ngày ký.\n\n2. Nơi nhận.\n",
            &[
                "Điều 1 | Điều 1 | Phạm vi",
                "1 | Điều 1.1 | Đơn vị",
                "2 | Điều 1.2 | Cá nhân",
                "Điều 2 | Điều 2 | Hiệu lực",
                "1 | Điều 2.1 | Ngày ký",
                "2 | Điều 2.2 | Nơi nhận",
            ],
        ),
        (
            "Kết quả sau:\n\nMột là: Lãnh đạo, chỉ đạo phát huy dân chủ.\n\nHai là: Lãnh đạo, chỉ đạo giữ nghiêm kỷ luật.\n\nBa là: Hoạt động của Ban.\n",
            &[
                "1 | 1 | …phát huy dân chủ",
                "2 | 2 | …giữ nghiêm kỷ luật",
                "3 | 3 | Hoạt động của Ban",
            ],
        ),
    ];
    for (text, expected) in table {
        assert_eq!(named(&speech("bai.txt", text)), expected, "{text}");
    }
}

#[test]
fn lists_are_called_by_the_words_of_the_text() {
    let table: [(&str, &[Option<&str>]); 3] = [
        ("I. Mở đầu\n\nVăn.\n\nII. Nội dung\n\nVăn.\n\nIII. Kết\n\nVăn.\n", &[Some("I–III")]),
        (
            "Báo cáo\n\nTôi xin nêu. Có hai điều đáng chú ý sau đây:\n\n- Dân số tăng.\n\n- Đất hẹp lại.\n",
            &[Some("Có hai điều đáng chú ý sau đây")],
        ),
        (
            "Báo cáo\n\nĐề nghị làm tốt các nhiệm vụ sau:\n\nMột là: Rà soát.\n\nHai là: Sửa đổi.\n",
            &[Some("Nhiệm vụ")],
        ),
    ];
    for (text, expected) in table {
        let speech = speech("bai.txt", text);
        let titles: Vec<Option<String>> =
            (0..speech.outline.series.len()).map(|index| speech.series_words(index)).collect();
        let expected: Vec<_> = expected.iter().map(|title| title.map(str::to_owned)).collect();
        assert_eq!(titles, expected, "{text}");
    }
}

/// Returns the rows of the sidebar.
fn sidebar(reader: &Reader) -> Vec<String> {
    let rows = reader.screen();
    let beside = rows.lines().filter_map(|line| line.split_once('│')).map(|(row, _)| row);
    beside.map(|row| row.trim().trim_start_matches('▌').trim().to_owned()).collect()
}

#[test]
fn neighbours_that_begin_alike_are_told_apart_on_a_narrow_screen() {
    for size in [(80, 24), (72, 24), (120, 40), (200, 60)] {
        let reader = Setup::new(vec![shipped()]).size(size).start();
        let mut rows: Vec<String> = sidebar(&reader)
            .into_iter()
            .filter_map(|row| row.strip_prefix('✓').map(|row| row.chars().skip(2).collect()))
            .collect();
        assert!(rows.len() >= 6, "{size:?}: {rows:?}");
        rows.sort();
        rows.dedup_by(|one, other| one == other);
        assert!(rows.len() >= 6, "{size:?}: {rows:?}");
    }
}

#[test]
fn the_sidebar_is_as_wide_as_the_screen_and_the_reader_want() {
    let width =
        |reader: &Reader| reader.app.panes().and_then(|panes| panes.sidebar).map(|area| area.width);
    let table = [
        ((80, 24), "", Some(24)),
        ((120, 40), "", Some(35)),
        ((200, 60), "", Some(55)),
        ((80, 24), "tab > >", Some(32)),
        ((80, 24), "tab > > > > > > > >", Some(43)),
        ((120, 40), "tab <", Some(31)),
        ((120, 40), "tab < < < < < < < < <", Some(16)),
    ];
    for (size, keys, expected) in table {
        let mut reader = Setup::new(vec![shipped()]).size(size).start();
        reader.press(keys);
        assert_eq!(width(&reader), expected, "{size:?} {keys}");
    }
    let mut reader = Setup::new(vec![shipped()]).start();
    reader.event(Event::Drag(50));
    assert_eq!(width(&reader), Some(35), "nothing is held");
    reader.event(Event::Click(35, 5)).event(Event::Drag(50));
    assert_eq!(width(&reader), Some(50));
    reader.event(Event::Click(60, 5)).event(Event::Drag(40));
    assert_eq!(width(&reader), Some(50), "let go");
}

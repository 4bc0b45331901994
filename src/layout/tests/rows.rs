//! A small speech and a key in; its rows, drawn as text, out.

use crate::layout::{Layout, LayoutKey, Row, RowKind, RowRef};
use crate::properties::speech_of;
use crate::speech::Speech;
use crate::speech::parse::Lexicon;
use crate::text::TextPos;

const SPEECH: &str = "\
Skip to main content
Đăng nhập

Kết luận tại hội nghị tổng kết năm 2023

anh-1.jpg

Kết luận tại hội nghị tổng kết năm 2023
Năm qua, tỉnh đã đạt nhiều kết quả như:

Một là: Đẩy mạnh tuyên truyền, phổ biến, giáo dục pháp luật.

Công tác này được Nhân dân đồng tình, ủng hộ.

Hai là: Phối hợp chặt chẽ:

a) Rà soát văn bản;
b) Sửa đổi quy chế chi tiêu nội bộ.

Thưa các đồng chí!
";

const KEY: LayoutKey = LayoutKey { width: 50, furniture: false, gaps: true };

fn speech() -> Speech {
    speech_of(SPEECH, &Lexicon::shipped())
}

fn draw(speech: &Speech, rows: &[Row]) -> String {
    let line = |row: &Row| {
        let text = row.range.of(&speech.text);
        match row.kind {
            RowKind::Gap => "\n".to_owned(),
            RowKind::Rule => "--\n".to_owned(),
            RowKind::Notes => "✎\n".to_owned(),
            RowKind::Hidden(lines) => format!("[{lines}]\n"),
            RowKind::First | RowKind::More => {
                format!("{:1$}{text}\n", "", usize::from(row.indent))
            }
        }
    };
    rows.iter().map(line).collect()
}

/// Asserts how the small speech looks.
#[track_caller]
fn check(key: LayoutKey, expected: &str) {
    let speech = speech();
    let layout = Layout::new(key);
    assert_eq!(layout.key(), key);
    let first = RowRef::default();
    let first = if layout.row(&speech, first).is_some() { Some(first) } else { None };
    let rows = layout.page(&speech, first.expect("a first row"), 1000);
    assert_eq!(draw(&speech, &rows), expected);
}

#[test]
fn furniture_is_told_of_and_items_hang() {
    check(
        KEY,
        "\
[2]

Kết luận tại hội nghị tổng kết năm 2023

[2]

Năm qua, tỉnh đã đạt nhiều kết quả như:

Một là: Đẩy mạnh tuyên truyền, phổ biến, giáo dục
    pháp luật.

    Công tác này được Nhân dân đồng tình, ủng hộ.

Hai là: Phối hợp chặt chẽ:

  a) Rà soát văn bản;
  b) Sửa đổi quy chế chi tiêu nội bộ.

Thưa các đồng chí!
",
    );
}

#[test]
fn furniture_is_shown_when_asked_for() {
    let key = LayoutKey { furniture: true, ..KEY };
    let speech = speech();
    let layout = Layout::new(key);
    let rows = layout.page(&speech, RowRef::default(), 9);
    assert_eq!(
        draw(&speech, &rows),
        "\
Skip to main content
Đăng nhập

Kết luận tại hội nghị tổng kết năm 2023

anh-1.jpg

Kết luận tại hội nghị tổng kết năm 2023
Năm qua, tỉnh đã đạt nhiều kết quả như:
"
    );
}

#[test]
fn without_gaps_no_row_is_empty() {
    check(
        LayoutKey { gaps: false, ..KEY },
        "\
[2]
Kết luận tại hội nghị tổng kết năm 2023
[2]
Năm qua, tỉnh đã đạt nhiều kết quả như:
Một là: Đẩy mạnh tuyên truyền, phổ biến, giáo dục
    pháp luật.
    Công tác này được Nhân dân đồng tình, ủng hộ.
Hai là: Phối hợp chặt chẽ:
  a) Rà soát văn bản;
  b) Sửa đổi quy chế chi tiêu nội bộ.
Thưa các đồng chí!
",
    );
}

#[test]
fn a_narrow_pane_indents_less() {
    check(
        LayoutKey { width: 24, gaps: false, furniture: false },
        "\
[2]
Kết luận tại hội nghị
tổng kết năm 2023
[2]
Năm qua, tỉnh đã đạt
nhiều kết quả như:
Một là: Đẩy mạnh tuyên
  truyền, phổ biến, giáo
  dục pháp luật.
  Công tác này được Nhân
  dân đồng tình, ủng hộ.
Hai là: Phối hợp chặt
  chẽ:
 a) Rà soát văn bản;
 b) Sửa đổi quy chế chi
   tiêu nội bộ.
Thưa các đồng chí!
",
    );
}

#[test]
fn rows_are_found_by_any_place_in_them() {
    let speech = speech();
    let layout = Layout::new(KEY);
    let shown_at = |pos: usize| {
        let at = layout.find(&speech, TextPos::new(pos));
        let row = layout.row(&speech, at).expect("a row");
        draw(&speech, &[row]).trim().to_owned()
    };
    let place = |words: &str| SPEECH.find(words).expect("in the speech");
    for (pos, expected) in [
        (0, "[2]"),
        (place("Đăng nhập"), "[2]"),
        (place("anh-1.jpg") + 3, "[2]"),
        (SPEECH.rfind("Kết luận").unwrap() + 3, "[2]"),
        (place("Năm qua"), "Năm qua, tỉnh đã đạt nhiều kết quả như:"),
        (place("truyền"), "Một là: Đẩy mạnh tuyên truyền, phổ biến, giáo dục"),
        (place("luật."), "pháp luật."),
        (place("luật.") + "luật.".len(), ""),
        (place("Rà soát") + 3, "a) Rà soát văn bản;"),
        (SPEECH.len(), "Thưa các đồng chí!"),
        (usize::MAX, "Thưa các đồng chí!"),
    ] {
        assert_eq!(shown_at(pos), expected, "at {pos}");
    }
}

#[test]
fn steps_and_pages_stop_at_both_ends() {
    let speech = speech();
    let layout = Layout::new(KEY);
    let all = layout.page(&speech, RowRef::default(), 1000);
    let last = layout.last(&speech);
    assert_eq!(layout.row(&speech, last), all.last().copied());
    let step = |from, by| layout.step(&speech, from, by);
    assert_eq!(step(RowRef::default(), 1000), last);
    assert_eq!(step(last, -1000), RowRef::default());
    assert_eq!(step(RowRef::default(), all.len() as isize - 1), last);
    assert_eq!(step(last, 1 - all.len() as isize), RowRef::default());
    for count in [0, 1, 5, all.len()] {
        assert_eq!(layout.page(&speech, RowRef::default(), count), all[..count]);
    }
    let middle = step(RowRef::default(), 6);
    assert_eq!(layout.page(&speech, middle, 3), all[6..9]);
    assert_eq!(layout.page(&speech, last, 3).len(), 1);
}

#[test]
fn a_text_without_words_has_no_rows() {
    for text in ["", "\n\n", "  \n\u{a0}"] {
        let speech = speech_of(text, &Lexicon::shipped());
        let layout = Layout::new(KEY);
        assert_eq!(layout.row(&speech, RowRef::default()), None, "{text:?}");
        assert_eq!(layout.find(&speech, TextPos::new(3)), RowRef::default());
        assert_eq!(layout.last(&speech), RowRef::default());
        assert_eq!(layout.page(&speech, RowRef::default(), 9), []);
        assert_eq!(layout.step(&speech, RowRef::default(), 5), RowRef::default());
    }
}

#[test]
fn a_row_that_is_not_there_is_none() {
    let speech = speech();
    let layout = Layout::new(KEY);
    for (block, row) in [(0, 9), (999, 0), (usize::MAX, 0)] {
        assert_eq!(layout.row(&speech, RowRef { block, row }), None);
    }
}

#[test]
fn a_very_long_line_is_laid_out_in_pieces_without_a_break() {
    let text = format!("{}cuối", "một hai ba ".repeat(10_000));
    let speech = speech_of(&text, &Lexicon::shipped());
    let layout = Layout::new(LayoutKey { width: 76, ..KEY });
    let rows = layout.page(&speech, RowRef::default(), 10_000);
    assert!(speech.blocks.len() > 3);
    assert!(rows.iter().all(|row| row.kind != RowKind::Gap));
    let at = layout.find(&speech, TextPos::new(text.find("cuối").unwrap()));
    assert_eq!(at, layout.last(&speech));
}

#[test]
fn rows_far_apart_cost_no_more_memory() {
    let text = "một hai\n\n".repeat(5000);
    let speech = speech_of(&text, &Lexicon::shipped());
    let layout = Layout::new(KEY);
    let last = layout.last(&speech);
    assert_eq!(layout.step(&speech, last, -(9999 - 1)), RowRef::default());
    assert_eq!(layout.step(&speech, RowRef::default(), 9999 - 1), last);
}

#[test]
fn a_long_stretch_of_pictures_is_one_note() {
    let text = format!("Mở đầu.\n\n{}Kết thúc.", "anh.jpg\n".repeat(5000));
    let speech = speech_of(&text, &Lexicon::shipped());
    let layout = Layout::new(LayoutKey { gaps: false, ..KEY });
    let rows = layout.page(&speech, RowRef::default(), 9);
    assert_eq!(draw(&speech, &rows), "Mở đầu.\n[5000]\nKết thúc.\n");
    let last = layout.last(&speech);
    let note = layout.previous(&speech, last).expect("the note");
    assert_eq!(layout.find(&speech, TextPos::new(text.len() / 2)), note);
    assert_eq!(layout.previous(&speech, note), Some(RowRef::default()));
}

//! `dienvan --plain`: lines in, lines out.

use crate::place::Place;

const ID: &str = "2023-12-20-ket-luan-noi-chinh";

/// Runs lines of input, and asserts what comes out has these parts in this order.
#[track_caller]
fn check(args: &[&str], input: &str, parts: &[&str]) {
    let place = Place::new();
    let run = place.run_with(&[&["--plain"], args].concat(), input, &[]);
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{args:?}");
    assert!(!run.out.contains('\u{1b}'), "nothing but text: {:?}", run.out);
    let mut rest = run.out.as_str();
    for part in parts {
        let Some(at) = rest.find(part) else { panic!("{part:?} is not in {rest}") };
        rest = &rest[at + part.len()..];
    }
}

#[test]
fn a_speech_is_read_line_by_line_in_both_languages() {
    check(
        &[ID, "--lang", "vi"],
        "tiếp\nnhiệm vụ 3\ntìm giám định\nđâu\nthời gian\nxyz\nq\ntiếp\n",
        &[
            "17 mục, 8 nhiệm vụ. Gõ ?",
            "\nnv.3: ",
            "giám định",
            "Hạn chế 3/3, đoạn",
            "Cả bài: ",
            "Từ đây đến hết: ",
            "Không có lệnh “xyz”.",
        ],
    );
    check(
        &[ID, "--lang", "en"],
        "nv.8\nnext\noutline\nhelp\nwhere\n",
        &["items: 17, tasks: 8.", "\nnv.8: ", "\nkq.1: ", "\nnv.1: ", "Enter or next", "paragraph"],
    );
    check(&[&format!("{ID}/nv.5")], "", &["\nnv.5: "]);
    check(
        &[ID],
        "nhiệm vụ 99\nnv.99\ncuối\ntiếp\nđầu\ntrước\n",
        &["Không có nhiệm vụ 99.", "không có nv.99", "Hết bài.", "Đang ở đầu bài."],
    );
    check(&[], "", &[ID]);
}

#[test]
fn a_bookmark_that_is_set_is_kept() {
    let place = Place::new();
    let run = place.run_with(&["--plain", ID], "nv.3\nghi chú hỏi lại Sở Tư pháp\n", &[]);
    assert!(run.out.contains("Đã đánh dấu: “Ba là"), "{}", run.out);
    place.check(&["bookmarks", "list"], 0, &["hỏi lại Sở Tư pháp"], &[]);
}

#[test]
fn a_text_on_standard_input_is_read_to_its_end() {
    let text = "Bài phát biểu\n\nNhiệm vụ sau:\n\nMột là: rà soát.\n\nHai là: báo cáo.\n";
    check(&["-"], text, &["Bài phát biểu", "nv.1: Một là: rà soát.", "nv.2: Hai là: báo cáo."]);
}

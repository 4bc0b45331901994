//! Jumps: tasks, items, sections, addresses, per cents, back and forth.

use super::driver::*;
use crate::i18n::Lang;
use crate::settings::theme::Face;

/// Presses keys in the shipped speech and checks where the status line says one is, and with what
/// the line begins that the jump led to.
fn check(keys: &str, status: &str, line: &str) {
    let mut reader = seed();
    reader.press(keys);
    assert!(reader.status().contains(status), "{keys}: {status} in {}", reader.status());
    if !line.is_empty() {
        assert!(reader.landed_on().starts_with(line), "{keys}: {}", reader.landed_on());
        assert!(reader.screen().contains(&format!("▸{line}")), "{keys}:\n{}", reader.screen());
    }
}

#[test]
fn keys_lead_to_tasks_items_and_sections() {
    check("", "Phần mở đầu", "");
    check("t", "Nhiệm vụ 1/8", "Một là: Ban Chấp hành");
    check("t t", "Nhiệm vụ 2/8", "Hai là: Tiếp tục lãnh đạo");
    check("3t", "Nhiệm vụ 3/8", "Ba là: Nâng cao vai trò");
    check("8t", "Nhiệm vụ 8/8", "Tám là: Ban Nội chính");
    check("3t T", "Nhiệm vụ 2/8", "Hai là: Tiếp tục lãnh đạo");
    check("8t 3 T", "Nhiệm vụ 5/8", "Năm là:");
    check("i", "Kết quả 1/6", "Một là: Ban Chấp hành");
    check("i i", "Kết quả 2/6", "Hai là:");
    check("2i", "Kết quả 2/6", "Hai là:");
    check("t 2i", "Nhiệm vụ 2/8", "Hai là: Tiếp tục");
    check("t I", "Hạn chế 3/3", "Ba là: Công tác phối hợp");
    check("} 6i", "Kết quả 6/6", "Sáu là:");
    check("}", "Kết quả", "");
    check("} }", "Tồn tại, hạn chế", "");
    check("} } }", "Nhiệm vụ năm 2024", "");
    check("4}", "Nhiệm vụ năm 2024", "");
    check("4} {", "Tồn tại, hạn chế", "");
    check("} } } }", "Phần kết", "");
}

#[test]
fn function_keys_and_arrows_lead_there_too() {
    check("f8 f8 f8", "Nhiệm vụ 3/8", "Ba là: Nâng cao");
    check("f8 f8 f7", "Nhiệm vụ 1/8", "Một là:");
    check("f8 I", "Hạn chế 3/3", "Ba là:");
    check("shift-right shift-right", "Tồn tại, hạn chế", "");
    check("shift-right shift-right shift-left", "Kết quả", "");
}

#[test]
fn what_an_input_method_composes_leads_there_too() {
    check("Ư Ư", "Tồn tại, hạn chế", "");
    check("Ư Ư Ơ", "Kết quả", "");
}

/// Tasks are the work of the offices that items name, and are counted through; items are the offices too.
#[test]
fn t_leads_to_the_work_of_offices_and_i_to_the_offices() {
    let text = "Bài nói tại hội nghị\n\nYêu cầu các sở, ngành, đơn vị trong tỉnh tập trung thực hiện tốt các nhiệm vụ sau:\n\n1. Củng cố y tế cơ sở, trong đó Sở Y tế:\n\n- Sửa mười trạm.\n\n2. Công an tỉnh thực hiện các nhiệm vụ:\n\n- Tuần tra đêm, cụ thể phải:\n\n+ Canh đường ven sông;\n\n+ Kiểm tra bến xe.\n\n- Lập chốt ở cầu.\n\n3. Sở Tài chính thực hiện các nhiệm vụ:\n\n- Bố trí kinh phí.\n\n- Quyết toán trong quý.\n\n4. Tổng kết vào cuối năm.\n";
    for (keys, status) in [
        ("t", "Nhiệm vụ 1/6"),
        ("t t", "Nhiệm vụ 2/6"),
        ("t t t t t t", "Nhiệm vụ 6/6"),
        ("4t", "Nhiệm vụ 4/6"),
        ("6t T", "Nhiệm vụ 5/6"),
        ("t i i", "Đơn vị 2/4"),
        ("t i i i", "Nhiệm vụ 2/6"),
        ("t i i i i", "Nhiệm vụ 2.1/6"),
    ] {
        let mut reader = Setup::new(vec![speech("don-vi.txt", text)]).start();
        reader.press(keys);
        assert!(reader.status().contains(status), "{keys}: {}", reader.status());
    }
    let reader = Setup::new(vec![speech("don-vi.txt", text)]).start();
    assert!(reader.screen().contains("(6)"), "the sidebar counts tasks: {}", reader.screen());
}

#[test]
fn beyond_the_last_and_the_first_it_says_so_and_stays() {
    let cases = [
        ("8t t", "Không còn nhiệm vụ nào phía sau.", "Nhiệm vụ 8/8"),
        ("t T", "Không còn nhiệm vụ nào phía trước.", "Nhiệm vụ 1/8"),
        ("3t 9t", "Không có nhiệm vụ 9.", "Nhiệm vụ 3/8"),
        ("3t 9i", "Danh sách này không có mục 9.", "Nhiệm vụ 3/8"),
        ("8t i", "Không còn mục nào phía sau.", "Nhiệm vụ 8/8"),
        ("i I", "Không còn mục nào phía trước.", "Kết quả 1/6"),
        ("5} }", "Đây là phần cuối.", "Phần kết"),
        ("3t 99}", "Đây là phần cuối.", "Nhiệm vụ 3/8"),
        ("' '", "Không còn chỗ trước đó.", "Phần mở đầu"),
        ("alt-right", "Không còn chỗ sau đó.", "Phần mở đầu"),
    ];
    for (keys, notice, status) in cases {
        let mut reader = seed();
        reader.press(keys);
        assert_eq!(reader.notice(), notice, "{keys}");
        assert!(reader.foot().contains(notice), "{keys}: {}", reader.foot());
        assert!(reader.status().contains(status), "{keys}: {}", reader.status());
    }
}

#[test]
fn a_text_without_items_says_what_works_there() {
    for keys in ["t", "T", "i", "I", "f8"] {
        let mut reader = Setup::new(vec![speech("thu.txt", PLAIN)]).start();
        reader.press(keys);
        assert!(reader.notice().starts_with("Chưa nhận ra mục nào trong bài. Nhấn x"), "{keys}");
    }
}

#[test]
fn an_address_is_asked_for_and_gone_to() {
    let mut reader = seed();
    reader.press("a");
    assert!(reader.foot().contains("Đến địa chỉ (vd. nv.3):"), "{}", reader.foot());
    reader.press("nv.3");
    assert!(reader.foot().ends_with("nv.3"), "{}", reader.foot());
    reader.press("enter");
    assert!(reader.status().contains("Nhiệm vụ 3/8"));
    for (typed, status) in [
        ("NV.5", "Nhiệm vụ 5/8"),
        ("kq.6", "Kết quả 6/6"),
        ("hc.1", "Hạn chế 1/3"),
        ("nv", "Nhiệm vụ năm 2024"),
        ("2023-12-20-ket-luan-noi-chinh/nv.2", "Nhiệm vụ 2/8"),
    ] {
        reader.press("a").write(typed).press("enter");
        assert!(reader.status().contains(status), "{typed}: {}", reader.status());
    }
}

#[test]
fn a_wrong_address_names_the_lists_there_are() {
    for typed in ["nv.9", "qd.1", "xyz", "bai-khac/nv.1", "nv.1.1"] {
        let mut reader = seed();
        reader.press("3t a").write(typed).press("enter");
        let said = format!(
            "Không có địa chỉ “{typed}” trong bài này. Các danh sách: kq, hc, nv; o: tìm theo lời."
        );
        assert_eq!(reader.notice(), said);
        assert!(reader.status().contains("Nhiệm vụ 3/8"), "{typed}");
        assert!(reader.frame().wears("Không có địa chỉ", reader.style(Face::Error)));
    }
}

#[test]
fn an_empty_address_and_one_taken_back_change_nothing() {
    for keys in ["a enter", "a nv.1 esc", "a nv.1 ctrl-c", "p esc", "p enter"] {
        let mut reader = seed();
        reader.press("3t");
        let before = reader.screen();
        reader.press(keys);
        assert_eq!(reader.screen(), before, "{keys}");
    }
}

#[test]
fn per_cents() {
    let mut reader = seed();
    let at = |reader: &Reader| reader.open().place().get() * 100 / reader.open().speech.text.len();
    for (keys, least, most) in
        [("50%", 48, 50), ("p 25 enter", 23, 25), ("90p", 88, 90), ("p 75% enter", 73, 75)]
    {
        reader.press(keys);
        assert!((least..=most).contains(&at(&reader)), "{keys}: {}", at(&reader));
    }
    reader.press("100%");
    assert!(reader.status().ends_with("100%"), "{}", reader.status());
    for typed in ["101", "abc", "-1", "5,5"] {
        reader.press("p").write(typed).press("enter");
        assert_eq!(reader.notice(), "Hãy gõ một số từ 0 đến 100.", "{typed}");
    }
}

#[test]
fn a_number_before_g_leads_to_that_line_of_the_file() {
    for line in [1, 13, 40, 60, 9999] {
        // Lines that are hidden are no place to be at.
        let mut reader = seed();
        reader.press("f").press(&format!("{line} G"));
        let speech = &reader.open().speech;
        let at = speech.line_at(reader.open().place());
        assert!(at <= line, "{line}: {at}");
        let next = speech.blocks.iter().find(|block| block.line > at);
        assert!(next.is_none_or(|next| next.line > line), "{line}: {at}");
    }
}

#[test]
fn back_and_forward_through_what_was_jumped_from() {
    let mut reader = seed();
    reader.press("2t 5t");
    let here = |reader: &Reader| reader.app.whereabouts();
    reader.press("a kq.1 enter");
    for (keys, place) in [
        ("' '", "Nhiệm vụ 5/8"),
        ("alt-left", "Nhiệm vụ 2/8"),
        ("ctrl-o", "Phần mở đầu"),
        ("alt-right", "Nhiệm vụ 2/8"),
        ("alt-right", "Nhiệm vụ 5/8"),
        ("alt-right", "Kết quả 1/6"),
        ("alt-right", "Kết quả 1/6"),
    ] {
        reader.press(keys);
        assert_eq!(here(&reader), place, "{keys}");
    }
}

#[test]
fn back_returns_to_where_one_had_scrolled_to() {
    let mut reader = seed();
    reader.press("pgdn pgdn");
    let (place, screen) = (reader.open().place(), reader.screen());
    reader.press("8t ' '");
    assert_eq!(reader.open().place(), place);
    let line = screen.lines().next().expect("a line").split('│').nth(1).expect("text");
    let line = line.trim_start_matches([' ', '▌', '▎']).trim();
    assert!(reader.screen().contains(line), "{line}:\n{}", reader.screen());
}

#[test]
fn start_and_end() {
    for (end, start) in [("G", "g"), ("end", "home")] {
        let mut reader = seed();
        let first = reader.screen();
        reader.press(end);
        assert!(reader.status().ends_with("100%"), "{}", reader.status());
        assert!(reader.screen().contains("Xin trân trọng cảm ơn!"));
        reader.press(start);
        assert_eq!(reader.screen(), first);
    }
}

#[test]
fn moving_by_lines_and_pages() {
    let mut reader = seed();
    let start = reader.screen();
    for (there, back) in [
        ("j", "k"),
        ("down", "up"),
        ("5j", "5k"),
        ("ctrl-d", "ctrl-u"),
        ("space", "pgup"),
        ("pgdn", "ctrl-b"),
        ("3 ctrl-f", "3 pgup"),
    ] {
        reader.press(there);
        assert_ne!(reader.screen(), start, "{there}");
        reader.press(back);
        assert_eq!(reader.screen(), start, "{there} {back}");
    }
    let lines: Vec<String> = start.lines().map(str::to_owned).collect();
    reader.press("4j");
    let text = |line: &str| {
        let line = line.split('│').nth(1).unwrap_or_default();
        line.trim_start_matches([' ', '▌', '▎']).to_owned()
    };
    assert_eq!(text(reader.screen().lines().next().expect("a line")), text(&lines[4]));
}

#[test]
fn a_page_leaves_a_line_of_the_last_one() {
    let mut reader = seed();
    let text = |line: &str| {
        let line = line.split('│').nth(1).unwrap_or_default();
        line.trim_start_matches([' ', '▌', '▎']).to_owned()
    };
    let before = reader.screen();
    let last = before.lines().nth(37).map(text);
    reader.press("pgdn");
    assert_eq!(reader.screen().lines().next().map(text), last);
}

#[test]
fn pages_cover_the_whole_text() {
    for size in SIZES {
        let mut reader = Setup::new(vec![shipped()]).size(size).start();
        let mut seen = String::new();
        for _ in 0..200 {
            for row in reader.app.rows() {
                seen.push_str(row.range.of(&reader.open().speech.text));
                seen.push('\n');
            }
            if reader.status().ends_with("100%") {
                break;
            }
            reader.press("pgdn");
        }
        for item in &reader.open().speech.outline.items {
            let label = item.label.of(&reader.open().speech.text);
            let first = label.split(' ').next().expect("a word");
            assert!(seen.contains(first), "{size:?}: {label}");
        }
        assert!(seen.contains("Xin trân trọng cảm ơn!"));
    }
}

#[test]
fn a_number_shows_while_it_is_typed_and_is_taken_back_by_escape() {
    let mut reader = seed();
    reader.press("12");
    assert!(reader.status().contains("  12  ") || reader.status().contains(" 12  "));
    reader.press("esc t");
    assert!(reader.status().contains("Nhiệm vụ 1/8"), "{}", reader.status());
    reader.press("3 '");
    assert!(reader.status().contains("3 '"), "{}", reader.status());
    reader.press("x");
    assert!(!reader.status().contains('\''), "{}", reader.status());
    reader.press("0 t");
    assert!(reader.status().contains("Nhiệm vụ 2/8"), "0 alone is no number");
    reader.press("99999999999999999999j");
    assert!(reader.status().ends_with("100%"));
}

#[test]
fn the_mark_of_the_landing_goes_when_one_reads_on() {
    let mut reader = seed();
    reader.press("3t");
    assert!(reader.frame().wears("Ba là: Nâng cao vai trò", reader.style(Face::Landing)));
    reader.press("j");
    assert!(!reader.screen().contains("▸Ba là"));
    assert!(reader.status().contains("Nhiệm vụ 3/8"), "{}", reader.status());
    reader.press("3t esc");
    assert!(!reader.screen().contains("▸Ba là"), "{}", reader.screen());
    assert!(reader.status().contains("Nhiệm vụ 3/8"), "{}", reader.status());
    reader.press("/ trong esc");
    assert!(reader.status().contains("Nhiệm vụ 3/8"), "{}", reader.status());
    reader.press("m");
    assert!(reader.stored[0].anchor.quote.starts_with("Ba là: Nâng cao"));
}

#[test]
fn the_place_is_told_in_english_too() {
    let mut reader = Setup::new(vec![shipped()]).lang(Lang::En).start();
    assert!(reader.status().contains("Opening"), "{}", reader.status());
    reader.press("3t");
    assert!(reader.status().contains("Task 3/8"), "{}", reader.status());
    reader.press("9t");
    assert_eq!(reader.notice(), "There is no task 9.");
}

//! Tables: which rows are tasks, what their columns tell, and which tables give nothing.

use super::check;
use crate::speech::parse::{Lexicon, parse};
use crate::speech::{Column, Outline, RowPart};

const HEAD: &str = "| TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn |\n|---|---|---|---|\n";

fn outline(text: &str) -> Outline {
    parse(text, &Lexicon::shipped()).outline
}

/// Writes what the columns tell of each item.
fn fields(text: &str) -> String {
    let outline = outline(text);
    let mut out = String::new();
    for index in 0..outline.items.len() {
        out += &outline.address(index).to_string();
        for (column, range) in outline.fields(index) {
            out += &format!(" {}={}", column.name(), range.of(text));
        }
        out.push('\n');
    }
    out
}

#[track_caller]
fn check_fields(text: &str, expected: &str) {
    let lines: Vec<&str> = expected.trim().lines().map(str::trim).collect();
    assert_eq!(fields(text).trim().lines().collect::<Vec<_>>(), lines, "of {text}");
}

/// Asserts how many items a table gives whose head and rows are these.
#[track_caller]
fn check_count(head: &str, rows: &[&str], expected: usize) {
    let text = format!("Phần việc của xã\n\n{head}\n{}\n", rows.join("\n"));
    let outline = outline(&text);
    assert_eq!(outline.items.len(), expected, "of {text}");
    assert_eq!(outline.tables.len(), 1, "of {text}");
}

#[test]
fn rows_are_tasks_with_what_the_head_names() {
    let text = "Ủy ban nhân dân xã giao các việc sau:\n\n\
                | STT | Tên nhiệm vụ | Đơn vị chủ trì | Phối hợp | Kết quả/Sản phẩm | Thời gian | Ghi chú |\n\
                |---|---|---|---|---|---|---|\n\
                | 1 | Vét mương Bến Gỗ | Thôn Hạ | Thôn Trung, Thôn Thượng | Mương thông | 3/2025 | |\n\
                | 2 | Sửa cầu | Thôn Trung | | Cầu mới | Quý II | Chờ vốn |\n";
    check(
        text,
        "
[nv \"Tên nhiệm vụ\" 2]
  nv.1 1 @5 task
  nv.2 2 @6 task
",
    );
    check_fields(
        text,
        "nv.1 lead=Thôn Hạ partners=Thôn Trung, Thôn Thượng product=Mương thông deadline=3/2025
         nv.2 lead=Thôn Trung product=Cầu mới deadline=Quý II note=Chờ vốn",
    );
}

#[test]
fn rows_that_name_groups_hold_those_below() {
    check(
        &format!(
            "{HEAD}| I | Làm thủy lợi | | |\n| 1 | Vét mương | Thôn Hạ | 3/2025 |\n| 2 | Đắp bờ | Thôn Hạ | 4/2025 |\n\
             | II. Làm đường |\n| 3 | Rải đá | Thôn Trung | 5/2025 |\n"
        ),
        "
[nv \"Nhiệm vụ\" 2]
  nv.1 I @3 task
    nv.1.1 1 @4 task
    nv.1.2 2 @5 task
  nv.2 II. @6 task
    nv.2.3 3 @7 task
",
    );
    check(
        &format!(
            "{HEAD}| A | Việc chung | | |\n| 1 | Vét mương | Thôn Hạ | |\n| 1.1 | Đo đạc | Thôn Hạ | |\n| a) | Cắm mốc | Thôn Hạ | |\n\
             | B | Việc riêng | | |\n| 1 | Rải đá | Thôn Trung | |\n| C | Việc khác | | |\n| 1 | Trồng cây | Thôn Hạ | |\n"
        ),
        "
[nv \"Nhiệm vụ\" 3]
  nv.1 A @3 task
    nv.1.1 1 @4 task
      nv.1.1.1 1.1 @5 task
        nv.1.1.1.1 a) @6 task
  nv.2 B @7 task
    nv.2.1 1 @8 task
  nv.3 C @9 task
    nv.3.1 1 @10 task
",
    );
    check_fields(
        &format!("{HEAD}| I | Làm thủy lợi | | |\n| 1 | Vét mương | Thôn Hạ | 3/2025 |\n"),
        "nv.1
         nv.1.1 lead=Thôn Hạ deadline=3/2025",
    );
    let groups = format!("{HEAD}| I | Làm thủy lợi | | |\n| 1 | Vét mương | Thôn Hạ | 3/2025 |\n");
    let outline = outline(&groups);
    let whole: Vec<bool> = (0..2).map(|item| outline.is_whole_task(item)).collect();
    assert_eq!(whole, [false, true], "a group is no task of its own");
}

#[test]
fn the_first_and_last_bar_of_rows_may_be_left_out() {
    check_fields(
        "Việc của xã\n\nTT | Nhiệm vụ | Chủ trì | Thời hạn\n---|---|---|---\n1 | Vét mương | Thôn Hạ | 3/2025\n2 | Sửa cầu | | 4/2025\n",
        "nv.1 lead=Thôn Hạ deadline=3/2025
         nv.2 deadline=4/2025",
    );
    let prose = "Trang chủ | Tin tức | Liên hệ\n\nMột đoạn văn | và một đoạn khác.\n";
    assert_eq!(outline(prose).tables, []);
}

#[test]
fn numbers_of_all_kinds_open_rows() {
    for numbers in [
        ["1", "2"],
        ["1.", "2."],
        ["01", "02"],
        ["(1)", "(2)"],
        ["a)", "b)"],
        ["I.1", "I.2"],
        ["1\\.", "2\\."],
        ["**1**", "**2**"],
        ["I", "II"],
    ] {
        let [one, two] = numbers;
        let text = format!(
            "{HEAD}| {one} | Vét mương | Thôn Hạ | 3/2025 |\n| {two} | Sửa cầu | Thôn Hạ | |\n"
        );
        let outline = outline(&text);
        let found: Vec<u32> = outline.items.iter().map(|item| item.ordinal).collect();
        assert_eq!(found, [1, 2], "of {text}");
        assert!((0..2).all(|item| outline.is_whole_task(item)), "of {text}");
    }
}

#[test]
fn rows_without_a_number_go_on_the_one_above() {
    check_fields(
        &format!(
            "{HEAD}| 1 | Vét mương | Thôn Hạ | 3/2025 |\n| | Báo cáo với xã | Thôn Trung | 4/2025 |\n| 2 | Sửa cầu | | |\n"
        ),
        "nv.1 lead=Thôn Hạ deadline=3/2025 lead=Thôn Trung deadline=4/2025
         nv.2",
    );
}

#[test]
fn heads_of_two_rows_below_a_title_and_on_every_page_are_read() {
    check_fields(
        "Kế hoạch năm 2025\n\n\
         | DANH MỤC NHIỆM VỤ |\n\
         | Số TT | Nội dung công việc | Cơ quan thực hiện | | Thời gian hoàn thành |\n\
         | | | Chủ trì | Phối hợp | |\n\
         | (1) | (2) | (3) | (4) | (5) |\n\
         | 1 | Vét mương | Thôn Hạ | Thôn Trung | 3/2025 |\n\
         | Số TT | Nội dung công việc | Cơ quan thực hiện | | Thời gian hoàn thành |\n\
         | 2 | Sửa cầu | Thôn Trung | | 4/2025 |\n",
        "nv.1 lead=Thôn Hạ partners=Thôn Trung deadline=3/2025
         nv.2 lead=Thôn Trung deadline=4/2025",
    );
}

#[test]
fn heads_are_known_by_other_words_too() {
    let rows = ["| 1 | Vét mương | Thôn Hạ | 3/2025 |", "| 2 | Sửa cầu | Thôn Trung | 4/2025 |"];
    for head in [
        "| TT | NHIỆM VỤ | CHỦ TRÌ | THỜI HẠN |",
        "| **STT** | **Nhiệm vụ, giải pháp** | **Cơ quan chủ trì** | **Thời hạn hoàn thành** |",
        "| Số thứ tự | Công việc | Người phụ trách | Hạn |",
        "| TT | Nội dung | Đơn vị thực hiện | Thời gian |",
        "| TT | Việc cần làm | Đơn vị | Tiến độ |",
        "| | Nhiệm vụ trọng tâm | Đơn vị chủ trì | Thời gian hoàn thành |",
        "| No. | Task | Lead | Deadline |",
    ] {
        check_count(head, &rows, 2);
    }
    check_count("| TT | Nhiệm vụ |", &["| 1 | Vét mương |", "| 2 | Sửa cầu |"], 2);
}

#[test]
fn a_blank_line_between_rows_parts_no_table_of_a_text() {
    let rows = "| 1 | Vét mương | Thôn Hạ | 3/2025 |\n\n| 2 | Sửa cầu | Thôn Trung | 4/2025 |\n";
    let text = format!("| TT | Nhiệm vụ | Chủ trì | Thời hạn |\n\n{rows}");
    assert_eq!(outline(&text).items.len(), 2);
    let text = format!(
        "| Xóm | Việc | Ai | Hạn |\n|---|---|---|---|\n| Hạ | Xong | Hà | 1/2 |\n\n{HEAD}{rows}"
    );
    let outline = outline(&text);
    assert_eq!((outline.tables.len(), outline.items.len()), (2, 2));
}

#[test]
fn other_tables_give_nothing() {
    for (head, rows) in [
        // Figures, also of work.
        (
            "| TT | Chỉ tiêu | Đơn vị tính | Năm 2024 |",
            ["| 1 | Lúa | tấn | 12 |", "| 2 | Ngô | tấn | 3 |"],
        ),
        (
            "| TT | Nhiệm vụ | Đơn vị | Năm 2024 |",
            ["| 1 | Trồng rừng | ha | 12 |", "| 2 | Làm đường | km | 3 |"],
        ),
        (
            "| TT | Nội dung | Số tiền | Ghi chú |",
            ["| 1 | Thuê loa | 200.000 | |", "| 2 | Nước | 50.000 | |"],
        ),
        (
            "| TT | Nội dung | Điểm tối đa | Tự chấm |",
            ["| 1 | Chỉ đạo | 10 | 9 |", "| 2 | Kiểm tra | 10 | 8 |"],
        ),
        // What was done.
        (
            "| TT | Nhiệm vụ đã hoàn thành | Kết quả thực hiện | |",
            ["| 1 | Vét mương | Xong | |", "| 2 | Sửa cầu | Xong | |"],
        ),
        // People.
        (
            "| STT | Họ và tên | Chức vụ | Nhiệm vụ |",
            ["| 1 | Lê Mẫu | Chủ tịch | Trưởng ban |", "| 2 | Hà Mẫu | Phó | Ủy viên |"],
        ),
        // Agendas and calendars.
        (
            "| TT | Thời gian | Nội dung | Người thực hiện |",
            ["| 1 | 7h30 | Đón tiếp | Ban tổ chức |", "| 2 | 8h00 | Báo cáo | Chủ tịch |"],
        ),
        (
            "| TT | Nội dung | Người thực hiện | |",
            ["| 1 | Chào cờ | Toàn thể | |", "| 2 | Đọc báo cáo | Văn phòng | |"],
        ),
        (
            "| TT | Nội dung | Thời gian | Chủ trì |",
            ["| 1 | Xem sân | 8 giờ 30 | Chủ tịch |", "| 2 | Xem trường | 10:00 | Chủ tịch |"],
        ),
        (
            "| TT | Ngày | Nội dung | Chủ trì |",
            ["| 1 | 3/2 | Họp giao ban | Chủ tịch |", "| 2 | 4/2 | Tiếp dân | Phó |"],
        ),
        (
            "| TT | Nội dung | Thời gian | Giảng viên |",
            ["| 1 | Soạn văn bản | 2 tiết | Hà |", "| 2 | Lưu trữ | 1 tiết | Lê |"],
        ),
        (
            "| TT | Nội dung | Thời gian | |",
            ["| 1 | Xem phim | 45 phút | |", "| 2 | Hỏi đáp | 30 phút | |"],
        ),
        ("| TT | Nội dung | Người thực hiện | |", ["| 1 | Đọc thơ | Hà | |", "| 2 | Hát | Lê | |"]),
        // No numbers.
        (
            "| Nhiệm vụ | Chủ trì | Thời hạn | |",
            ["| Vét mương | Thôn Hạ | 3/2025 | |", "| Sửa cầu | Thôn Trung | 4/2025 | |"],
        ),
        // Members of an enumeration in a cell are none either.
        (
            "| Xóm | Việc | Hạn | |",
            [
                "| Hạ | (1) vét mương; (2) đắp bờ; (3) sửa cầu. | 3/2025 | |",
                "| Trung | Rải đá | 4/2025 | |",
            ],
        ),
    ] {
        check_count(head, &rows, 0);
    }
}

#[test]
fn the_head_of_a_document_is_no_table() {
    for text in [
        "| ỦY BAN NHÂN DÂN XÃ HẠ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc |\n|---|---|\n\
         | Số: 5/BC-UBND | Xã Hạ, ngày 5 tháng 3 năm 2024 |\n\nBÁO CÁO\n\nKết quả năm 2023\n\nXã đã làm tốt các việc được giao trong năm.",
        "| |\n|\n| |\n\nMột đoạn văn.",
        "| Một dòng có hai ô | và chỉ có vậy |\n\nMột đoạn văn.",
    ] {
        assert_eq!(outline(text).tables, [], "of {text}");
    }
}

#[test]
fn a_table_below_the_signatures_is_read() {
    let text = format!(
        "KẾ HOẠCH\n\nCông tác năm 2025\n\nXã ban hành kế hoạch này.\n\nNơi nhận:\n\n- Như trên;\n\n- Lưu: VT.\n\n\
         TM. ỦY BAN NHÂN DÂN\n\nCHỦ TỊCH\n\nLê Văn Mẫu\n\nPHỤ LỤC\n\n{HEAD}| 1 | Vét mương | Thôn Hạ | 3/2025 |\n"
    );
    let outline = outline(&text);
    assert_eq!(outline.items.len(), 1, "{outline:?}");
}

#[test]
fn cells_are_where_their_words_are() {
    let text = "| Xóm | Việc |\n|:--|--:|\n| Hạ | vét \\| mương |\n| Trung |  |\n|  Thượng|sửa cầu";
    let outline = outline(text);
    let rows: Vec<(RowPart, Vec<&str>)> = outline.tables[0]
        .rows
        .iter()
        .map(|row| (row.part, row.cells.iter().map(|cell| cell.range.of(text)).collect()))
        .collect();
    assert_eq!(
        rows,
        [
            (RowPart::Head, vec!["Xóm", "Việc"]),
            (RowPart::Rule, vec![]),
            (RowPart::Body, vec!["Hạ", "vét \\| mương"]),
            (RowPart::Body, vec!["Trung", ""]),
            (RowPart::Body, vec!["Thượng", "sửa cầu"]),
        ]
    );
    assert!(!outline.tables[0].columns.contains(&Column::Task));
}

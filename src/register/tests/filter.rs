//! Rows and a filter in; the numbers of the rows that it keeps out.

use super::entries;
use crate::register::{OfficeBook, OfficeSettings, RegisterFilter};
use crate::search::Mode;
use crate::search::language::{Query, Stage};
use crate::speech::Date;

const ROWS: &[&str] = &[
    "Rà soát quy hoạch | Sở Tài chính | Sở Nội vụ | 2025-11-15 | Nghị quyết 57-NQ/TW",
    "Báo cáo kết quả | Chủ tịch UBND tỉnh | | 2025-11-20",
    "Sửa đường | Phòng Kinh tế | các sở, ngành | 2025-11-27",
    "Họp dân | | | weekly",
    "Nâng cao chất lượng | | | fuzzy",
    "Làm việc với các xã | UBND tỉnh | | 2025-05-30",
    "Phân bổ vốn | các sở | | 2025-06-01/2025-12-31 | Nghị quyết 58",
    "Xong rồi | Sở Tài chính | | 2025-11-01 | Quyết định 42/2014/QĐ-TTg | done",
    "Kiểm tra | Sở Y tế | Công an tỉnh |",
    "Theo dõi | Công an tỉnh | | 2025-12-01/.. | | doing",
];

fn book() -> OfficeBook {
    let text = |name: &str| name.to_owned();
    OfficeBook::new(OfficeSettings {
        mine: vec![text("Sở Tài chính")],
        alias: Vec::new(),
        groups: vec![(text("các sở"), vec![text("Sở Tài chính")])],
    })
}

/// Keeps rows on 20 November 2025.
#[track_caller]
fn check(typed: &str, wanted: &[usize]) {
    let query = Query::parse_tasks(typed, Mode::Smart, Stage::Finished)
        .unwrap_or_else(|error| panic!("{typed}: {error:?}"));
    let filter = RegisterFilter::of(&query, &book()).unwrap_or_else(|error| panic!("{error:?}"));
    let today = Date::new(2025, 11, 20).expect("a day");
    let rows = entries(ROWS);
    let kept: Vec<usize> = filter.keep(&rows, today).iter().map(|index| index + 1).collect();
    assert_eq!(kept, wanted, "{typed}");
    let admitted = |index: &usize| filter.admits(&rows[*index - 1], today);
    assert_eq!((1..=rows.len()).filter(admitted).collect::<Vec<_>>(), wanted, "{typed}");
}

#[test]
fn rows_are_kept_by_what_is_asked() {
    for (typed, wanted) in [
        ("", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10][..]),
        ("của:Sở Tài chính", &[1, 7, 8]),
        ("của:mine", &[1, 7, 8]),
        ("who:none", &[4, 5]),
        ("của:không", &[4, 5]),
        ("-who:none", &[1, 2, 3, 6, 7, 8, 9, 10]),
        ("who:UBND tỉnh", &[2, 6]),
        ("cùng:\"Công an tỉnh\"", &[9]),
        ("with:mine", &[3]),
        // 20 November is still in time for the 20th.
        ("hạn:overdue", &[1]),
        ("hạn:\"quá hạn\"", &[1]),
        ("due:soon", &[2, 3]),
        ("due:6d", &[2]),
        ("due:7d", &[2, 3]),
        ("due:\"41 ngày\"", &[2, 3, 7]),
        ("due:later", &[7]),
        ("due:rhythm", &[4]),
        ("due:fuzzy", &[5, 10]),
        ("due:none", &[9]),
        ("due:past", &[6]),
        ("due:2025-11", &[1, 2, 3, 8]),
        ("due:..2025-11-15", &[1, 6, 8]),
        ("due:2025-11..2025-12", &[1, 2, 3, 7, 8]),
        ("due:2025", &[1, 2, 3, 6, 7, 8]),
        ("xong:xong", &[8]),
        ("state:doing", &[10]),
        ("xong:không-phải", &[]),
        ("hạn:quá-hạn", &[1]),
        ("state:not-mine", &[]),
        ("xong:\"chưa\"", &[1, 2, 3, 4, 5, 6, 7, 9]),
        ("dẫn:57-NQ/TW", &[1]),
        ("cites:42/2014", &[8]),
        ("cites:58", &[7]),
        ("cites:\"NQ 57\"", &[1]),
        ("cites:\"QĐ 57\"", &[]),
        ("kiem tra", &[9]),
        ("\"Sở Y tế\"", &[9]),
        ("role:task của:Sở Y tế", &[9]),
        ("role:result", &[]),
        ("year:2025 đường", &[3]),
        ("date:2024", &[]),
        // In Vietnamese, in quotation marks or not, with marks or without.
        ("của:\"của tôi\"", &[1, 7, 8]),
        ("của:không nêu", &[4, 5]),
        ("hạn:quá hạn", &[1]),
        ("han:qua han", &[1]),
        ("hạn:sắp đến hạn", &[2, 3]),
        ("hạn:\"7 ngày\"", &[2, 3]),
        ("hạn:sau đó", &[7]),
        ("hạn:định kỳ", &[4]),
        ("hạn:không rõ ngày", &[5, 10]),
        ("hạn:không có", &[9]),
        ("hạn:đã qua khi ban hành", &[6]),
        ("hạn:11/2025", &[1, 2, 3, 8]),
        ("xong:đã xong", &[8]),
        ("xong:đang làm", &[10]),
        ("tình-trạng:chưa xong đường", &[3]),
        ("loại:nhiệm vụ của:Sở Y tế", &[9]),
        ("căn-cứ:57-NQ/TW", &[1]),
    ] {
        check(typed, wanted);
    }
}

#[test]
fn what_says_nothing_is_pointed_at() {
    let asked = |typed: &str, book: &OfficeBook| {
        let query = Query::parse_tasks(typed, Mode::Smart, Stage::Finished).expect("a query");
        let error = RegisterFilter::of(&query, book).expect_err(typed);
        (error.message(), error.query[error.range].to_owned())
    };
    let part = |part: &str| part.to_owned();
    assert_eq!(asked("đường hạn:mai", &book()), ("query-no-due", part("hạn:mai")));
    assert_eq!(asked("xong:hỏng", &book()), ("query-no-state", part("xong:hỏng")));
    assert_eq!(asked("của:mine", &OfficeBook::default()), ("query-none-mine", part("của:mine")));
}

#[test]
fn a_short_form_is_what_its_own_text_says() {
    let query = Query::parse_tasks("của:\"Sở Tài chính\"", Mode::Smart, Stage::Finished);
    let filter = RegisterFilter::of(&query.expect("a query"), &book()).expect("a filter");
    let mut rows = entries(&["Rà soát | Sở", "Kiểm tra | Sở", "Họp | Sở"]);
    for (row, full) in rows.iter_mut().zip(["Sở Y tế", "Sở Tài chính"]) {
        row.row.actors[0].expansion = Some(full.to_owned());
    }
    let today = Date::new(2025, 11, 20).expect("a day");
    assert_eq!(filter.keep(&rows, today), [1]);
}

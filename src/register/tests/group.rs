//! Rows in; their groups as text out.

use super::{entry, speech};
use crate::register::{GroupBy, GroupHead, GroupedRows, OfficeBook};
use crate::speech::Date;
use std::sync::Arc;

#[test]
fn rows_are_put_in_groups() {
    let first = Arc::new(speech("kl-1", "Kết luận về đất", "2025-06-02"));
    let second = Arc::new(speech("tb-2", "Thông báo", "2025-09-01"));
    let rows = vec![
        entry(&first, "a | Sở Y tế, Sở Nội vụ | | 2025-11-27", 0),
        entry(&first, "b | Giám đốc Sở Nội vụ | | 2025-11-01", 1),
        entry(&second, "c | | | 2025-11-03", 2),
        entry(&second, "d | các sở, ngành | | monthly", 3),
        entry(&second, "e | SỞ Y TẾ | | 2025-05-01 | | done", 4),
        entry(&second, "g | Bộ Công an; Đảng uỷ xã", 5),
        entry(&second, "h | Sở Y tế | | 2025-08-31", 6),
    ];
    let book = OfficeBook::default();
    let today = Date::new(2025, 11, 20).expect("a day");
    let kept: Vec<usize> = (0..rows.len()).collect();
    let told = |by: GroupBy| -> Vec<String> {
        let grouped = GroupedRows { entries: &rows, kept: &kept, today, book: &book };
        let head = |head: &GroupHead| match head {
            GroupHead::Standing(standing) => standing.name().to_owned(),
            GroupHead::Office(office) => office.clone().unwrap_or_else(|| "-".to_owned()),
            GroupHead::Speech(speech) => speech.title.clone(),
        };
        let tasks = |group: &[usize]| -> String {
            group.iter().map(|index| rows[*index].row.task.as_str()).collect()
        };
        let groups = by.groups(&grouped).into_iter();
        groups.map(|group| format!("{}: {}", head(&group.head), tasks(&group.rows))).collect()
    };
    assert_eq!(
        told(GroupBy::Due),
        ["overdue: bc", "soon: a", "rhythm: d", "none: g", "past: h", "settled: e"]
    );
    assert_eq!(
        told(GroupBy::Office),
        [
            "Bộ Công an: g",
            "các sở, ngành: d",
            "Đảng uỷ xã: g",
            "Sở Nội vụ: ba",
            "Sở Y tế: hae",
            "-: c"
        ]
    );
    assert_eq!(told(GroupBy::Speech), ["Thông báo: cdegh", "Kết luận về đất: ab"]);
}

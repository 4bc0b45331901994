//! Rows in; what the files say out.

use super::*;
use crate::i18n::{Lang, Messages};
use crate::register::tests::entries;
use crate::register::{GroupBy, GroupedRows, OfficeBook, RegisterEntry, TaskState};
use crate::speech::Date;
use calamine::{Data, Reader, Xlsx};
use icalendar::{Calendar, CalendarComponent, Component};
use std::io::Cursor;

const ROWS: &[&str] = &[
    "Rà soát, \"chốt\" quy hoạch; báo cáo kết quả | Sở Tài chính; Sở Nội vụ | Công an tỉnh | 2025-12-31 | Nghị quyết 57-NQ/TW",
    "Theo dõi @mọi | | | monthly",
    "Kiểm tra | Sở Y tế | | ~2025-06-15 | | done",
    "Sớm xong | các sở | | fuzzy | | doing",
    "Phân bổ vốn <ngay> | Sở Tài chính | | 2025-06-01/2025-12-31",
];

fn today() -> Date {
    Date::new(2025, 11, 20).expect("a day")
}

fn rows() -> Vec<RegisterEntry> {
    let mut rows = entries(ROWS);
    // The second actor stands in a lead-in above.
    rows[0].row.actors[1].range = crate::text::TextRange::new(3, 12);
    rows[2].status.on = Date::new(2025, 11, 18);
    rows[2].status.proof = Some("45".to_owned());
    rows[3].status.note = Some("=1+1".to_owned());
    rows
}

/// Writes all rows in one way.
fn written<T>(rows: &[RegisterEntry], write: impl Fn(&RegisterSheet<'_>) -> T) -> T {
    let messages = Messages::new(Lang::Vi);
    let groups = [(None, (0..rows.len()).collect())];
    write(&RegisterSheet { entries: rows, groups: &groups, today: today(), messages: &messages })
}

fn told_csv(rows: &[RegisterEntry]) -> String {
    written(rows, |sheet| {
        let mut bytes = Vec::new();
        csv(sheet, &mut bytes).expect("memory takes all");
        String::from_utf8(bytes).expect("UTF-8")
    })
}

#[test]
fn a_csv_has_the_columns_of_the_table() {
    let text = told_csv(&rows());
    let mut lines = text.split("\r\n");
    assert_eq!(
        lines.next(),
        Some(
            "TT,Nhiệm vụ,Chủ trì,Phối hợp,Hạn,Ngày hạn,Chỉ tiêu,Báo cáo,Căn cứ,Văn bản,Vị trí,Tình trạng,Minh chứng,Ghi chú,Mã,Khi xuất"
        )
    );
    let first = lines.next().expect("a row");
    assert!(
        first.starts_with(
            "1,\"Rà soát, \"\"chốt\"\" quy hoạch; báo cáo kết quả\",Sở Tài chính; Sở Nội vụ (↑ dòng 1),Công an tỉnh,hạn 2025-12-31,2025-12-31,,,Nghị quyết 57-NQ/TW,12-KL/TU (02/06/2025),\"nv.1, dòng 1\",Chưa xong,,,0000000000000000,"
        ),
        "{first}"
    );
    assert!(lines.next().expect("a row").contains(",(không nêu),,hạn monthly,,"));
    let third = lines.next().expect("a row");
    assert!(
        third.contains("hạn ~2025-06-15 (~2025: không ghi đủ ngày, hiểu theo ngày văn bản 02/06/2025)\",2025-06-15"),
        "{third}"
    );
    // Nothing is a formula.
    assert!(lines.next().expect("a row").contains(",'=1+1,"));
}

#[test]
fn todo_txt_has_a_line_a_task() {
    let text = written(&rows(), |sheet| todo(sheet, &OfficeBook::default()));
    let expected = [
        "2025-06-02 Rà soát, \"chốt\" quy hoạch; báo cáo kết quả @Sở_Tài_chính @Sở_Nội_vụ +KL-12 due:2025-12-31 id:0000000000000000",
        "2025-06-02 Theo dõi \u{2060}@mọi +KL-12 rec:1m id:0000000000000001",
        "x 2025-11-18 2025-06-02 Kiểm tra @Sở_Y_tế +KL-12 due:2025-06-15 id:0000000000000002",
        "2025-06-02 Sớm xong @các_sở +KL-12 id:0000000000000003",
        "2025-06-02 Phân bổ vốn <ngay> @Sở_Tài_chính +KL-12 due:2025-12-31 id:0000000000000004",
    ];
    assert_eq!(text.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn a_checklist_has_boxes_under_heads() {
    let rows = rows();
    let messages = Messages::new(Lang::Vi);
    let (book, kept) = (OfficeBook::default(), (0..rows.len()).collect::<Vec<_>>());
    let grouped = GroupedRows { entries: &rows, kept: &kept, today: today(), book: &book };
    let groups = headed(GroupBy::Due.groups(&grouped));
    let sheet =
        RegisterSheet { entries: &rows, groups: &groups, today: today(), messages: &messages };
    let text = checklist(&sheet);
    assert!(text.starts_with("## Sau đó\n\n- [ ] Rà soát, \"chốt\" quy hoạch"), "{text}");
    for part in [
        "\n## Định kỳ\n\n- [ ] Theo dõi @mọi — **(không nêu)** · Hạn: hạn monthly · 12-KL/TU (02/06/2025), nv.2, dòng 2 <!-- 0000000000000001 -->\n",
        "- [x] Kiểm tra — **Sở Y tế**",
        "Phân bổ vốn \\<ngay\\>",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn a_calendar_is_read_by_another_library() {
    let text = written(&rows(), calendar);
    assert!(text.lines().all(|line| line.len() <= 75), "{text}");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    let read: Calendar = text.parse().expect("a calendar");
    let tasks: Vec<_> = read
        .components
        .iter()
        .filter_map(|component| match component {
            CalendarComponent::Todo(task) => Some(task),
            _ => None,
        })
        .collect();
    let told: Vec<String> = tasks
        .iter()
        .map(|task| {
            ["UID", "DUE", "DTSTART", "RRULE", "STATUS", "COMPLETED"]
                .map(|name| task.property_value(name).unwrap_or("-"))
                .join(" ")
        })
        .collect();
    assert_eq!(
        told,
        [
            "kl-1-0000000000000000@dienvan 20251231 - - NEEDS-ACTION -",
            "kl-1-0000000000000001@dienvan - 20250602 FREQ=MONTHLY NEEDS-ACTION -",
            "kl-1-0000000000000002@dienvan 20250615 - - COMPLETED 20251118T000000Z",
            "kl-1-0000000000000003@dienvan - - - IN-PROCESS -",
            "kl-1-0000000000000004@dienvan 20251231 20250601 - NEEDS-ACTION -",
        ]
    );
    assert_eq!(tasks[0].get_summary(), Some("Rà soát, \"chốt\" quy hoạch; báo cáo kết quả"));
    let description = tasks[0].get_description().expect("one");
    assert!(description.contains("Phối hợp: Công an tỉnh\nHạn: hạn 2025-12-31"), "{description}");
}

#[test]
fn a_workbook_has_days_as_days() {
    let bytes = written(&rows(), workbook).expect("a file");
    assert_eq!(bytes, written(&rows(), workbook).expect("a file"), "the same rows, the same bytes");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&bytes)).expect("a workbook");
    assert_eq!(book.sheet_names(), ["Nhiệm vụ"]);
    let sheet = book.worksheet_range_at(0).expect("a sheet").expect("its cells");
    let cell = |row: u32, column: u32| sheet.get_value((row, column)).cloned();
    assert_eq!(cell(0, 1), Some(Data::String("Nhiệm vụ".to_owned())));
    assert_eq!(cell(1, 0), Some(Data::Float(1.0)));
    assert_eq!(cell(4, 13), Some(Data::String("=1+1".to_owned())), "words, no formula");
    assert_eq!(cell(2, 5), Some(Data::Empty), "a rhythm has no day");
    let Some(Data::DateTime(day)) = cell(1, 5) else { panic!("{:?}", cell(1, 5)) };
    assert_eq!(day.as_f64(), 46022.0, "31 December 2025, as spreadsheets count");
}

#[test]
fn a_page_has_boxes_and_what_is_not_said() {
    let head = PageHead {
        title: "Kết luận <về> đất đai".to_owned(),
        facts: vec!["12-KL/TU".to_owned(), "02/06/2025".to_owned()],
    };
    let text = written(&rows(), |sheet| page(sheet, &head));
    for part in [
        "size: A4 landscape",
        "table-header-group",
        "<p class=\"of\">Kết luận &lt;về&gt; đất đai</p>",
        "12-KL/TU · 02/06/2025 · Lập ngày 20/11/2025 · 5 nhiệm vụ",
        "<td>(không nêu)</td>",
        "Sở Nội vụ (↑ dòng 1)",
        "aria-label=\"Đã xong\">☒",
        "<td>31/12/2025 — hạn 2025-12-31</td>",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!(text.matches("<tr").count(), text.matches("</tr>").count());
}

#[test]
fn json_has_all_with_places() {
    let rows = rows();
    let json = serde_json::to_value(RegisterRowJson::of(&rows[0], today())).expect("values");
    assert_eq!(json["actors"][0]["text"], "Sở Tài chính");
    assert_eq!(json["actors"][0]["from"], "text");
    assert_eq!(json["actors"][1]["from"], "above");
    assert_eq!(json["actors"][1]["start"], 3);
    assert_eq!(json["deadline"]["edge"], "before");
    assert_eq!(json["deadline"]["year_inferred"], false);
    assert_eq!((&json["due"], &json["recurs"]), (&"2025-12-31".into(), &().into()));
    assert_eq!(json["numbers"], serde_json::json!(["57-NQ/TW"]));
    assert_eq!(json["address"], "kl-1/nv.1");
    assert_eq!((&json["state"], &json["standing"]), (&"open".into(), &"later".into()));
    let rhythm = serde_json::to_value(RegisterRowJson::of(&rows[1], today())).expect("values");
    assert_eq!((&rhythm["due"], &rhythm["recurs"]), (&().into(), &"monthly".into()));
    let span = serde_json::to_value(RegisterRowJson::of(&rows[4], today())).expect("values");
    assert_eq!(span["deadline"]["from"], "2025-06-01");
    assert_eq!(span["due"], "2025-06-01/2025-12-31");
}

#[test]
fn a_table_comes_back() {
    let rows = rows();
    let bytes = written(&rows, workbook).expect("a file");
    let text = told_csv(&rows);
    for back in [returned(&bytes), returned(format!("\u{feff}{text}").as_bytes())] {
        let back = back.expect("a table");
        assert_eq!(back.len(), rows.len());
        for (entry, row) in rows.iter().zip(&back) {
            assert_eq!(row.id, entry.row.id);
            assert_eq!(row.state, Some(Ok(entry.status.state)));
            assert_eq!(row.proof.as_deref(), Some(entry.status.proof.as_deref().unwrap_or("")));
            assert_eq!(row.note.as_deref(), Some(entry.status.note.as_deref().unwrap_or("")));
            let handed_out = row.handed_out.as_ref().expect("it was");
            assert!(handed_out.has_status_of(entry) && handed_out.has_deadline_of(entry));
        }
    }
    let other = "Việc;Mã;Tình trạng\r\na;0001;Hoàn thành\r\nb;;xong\r\nc;0002;hỏng\r\n";
    let back = returned(other.as_bytes()).expect("a table");
    let told: Vec<_> = back.iter().map(|row| (row.id.as_str(), row.state.clone())).collect();
    assert_eq!(told, [("0001", Some(Ok(TaskState::Done))), ("0002", Some(Err("hỏng".to_owned())))]);
    assert_eq!(back[0].proof, None);
    assert_eq!(returned(b"a,b\r\n1,2\r\n"), Err(NotATable::NoIds));
    assert_eq!(returned(b"PK\x03\x04"), Err(NotATable::Unreadable));
    assert_eq!(returned(b"\xff\xfe"), Err(NotATable::Unreadable));
}

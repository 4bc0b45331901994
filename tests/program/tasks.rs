//! Tasks as assignments: asked for, written in every form, handed round and taken back.

use crate::place::Place;
use serde_json::{Value, json};
use std::fs;
use std::process::Command;

const TEXT: &str = "VĂN PHÒNG CHÍNH PHỦ\n\nSố: 627/TB-VPCP\n\nHà Nội, ngày 18 tháng 11 năm 2025\n\nTHÔNG BÁO\nKết luận của Thủ tướng tại cuộc họp về quy hoạch\n\nThủ tướng yêu cầu thực hiện các nhiệm vụ sau:\n\n1. Giao Sở Tài chính chủ trì, phối hợp với Sở Nội vụ rà soát quy hoạch theo Nghị quyết số 57-NQ/TW, hoàn thành trước ngày 25/11/2025.\n\n2. Sở Y tế khẩn trương sửa trạm y tế xã, xong trước ngày 31/12.\n\n3. Hằng tháng báo cáo Ủy ban nhân dân tỉnh về tiến độ giải ngân.\n\n4. Giám đốc Sở Tài chính bố trí kinh phí trước ngày 15/11/2025.\n";
const SETTINGS: &str = "[library]\nfolders = [\"../../bai\"]\nshipped = false\n[offices]\nmine = [\"Sở Tài chính\"]\n[offices.alias]\n\"Sở Y tế\" = [\"SYT\"]\n";

/// A library of one document, with the user's offices.
fn place() -> Place {
    let place = Place::new();
    place.write("bai/thong-bao.txt", TEXT).write("kept/config/config.toml", SETTINGS);
    place
}

/// Returns the numbers of the items that are told on 20 November 2025.
#[track_caller]
fn told(place: &Place, asked: &[&str]) -> Vec<u64> {
    let args = [&["tasks", "--today", "2025-11-20", "--format", "jsonl"], asked].concat();
    let run = place.run(&args);
    let number = |line: &str| {
        let row: Value = serde_json::from_str(line).expect("JSON");
        let address = row["address"].as_str().expect("an address").to_owned();
        address.rsplit('.').next().and_then(|number| number.parse().ok()).expect("a number")
    };
    run.out.lines().map(number).collect()
}

#[test]
fn assignments_are_asked_for() {
    let place = place();
    let table: [(&[&str], &[u64]); 17] = [
        (&[], &[1, 2, 3, 4]),
        (&["--who", "Sở Tài chính"], &[1, 4]),
        (&["--who", "so y te"], &[2]),
        (&["--who", "SYT"], &[2]),
        (&["--who", "mine"], &[1, 4]),
        (&["--who", "none"], &[3]),
        (&["--with", "Sở Nội vụ"], &[1]),
        (&["--due", "soon"], &[1]),
        (&["--due", "overdue"], &[]),
        (&["--due", "past"], &[4]),
        (&["--due", "2025-12"], &[2]),
        (&["--due", "rhythm"], &[3]),
        (&["--cites", "NQ 57"], &[1]),
        (&["--state", "done"], &[]),
        (&["--filter", "của:Sở Y tế hạn:..2025-12-31"], &[2]),
        (&["--filter", "kinh phí"], &[4]),
        (&["--who", "mine", "--due", "soon"], &[1]),
    ];
    for (asked, wanted) in table {
        assert_eq!(told(&place, asked), wanted, "{asked:?}");
    }
    place.check(
        &["tasks", "--due", "overdue", "--today", "2025-11-26"],
        0,
        &["25/11/2025", "Sở Tài chính"],
        &[],
    );
    place.check(&["tasks", "--due", "mai"], 2, &[], &["“--due mai”", "“mai”"]);
    place.check(&["tasks", "--today", "31/2/2025"], 2, &[], &["31/2/2025"]);
    place.check(&["tasks", "--who", "Sở Lạ"], 1, &[], &["Không có việc nào"]);
    place.check(&["search", "của:mine"], 2, &[], &["sổ nhiệm vụ"]);
}

#[test]
fn items_stay_items_and_say_more() {
    let place = place();
    let items = place.json(&["tasks", "--format", "json"]);
    assert_eq!(items.as_array().map(Vec::len), Some(4));
    assert_eq!(items[0]["owner"], "Sở Tài chính");
    assert_eq!(items[0]["actors"][0]["text"], "Sở Tài chính");
    assert_eq!(items[0]["partners"][0]["text"], "Sở Nội vụ");
    assert_eq!(items[0]["documents"][0]["number"], "57-NQ/TW");
    assert_eq!(items[1]["deadline"]["due"], "2025-12-31");
    assert_eq!(items[1]["deadline"]["year_inferred"], true);
    let rows = place.json(&["tasks", "--register", "--format", "json", "--today", "2025-11-20"]);
    assert_eq!((&rows[3]["standing"], &rows[3]["mine"]), (&json!("past"), &json!("named")));
    assert_eq!(rows[2]["recurs"], "monthly");
    place.write(
        "viec.txt",
        "Nhiệm vụ:\n\nMột là: Rà soát:\n\na) Đất;\n\nb) Rừng.\n\nHai là: Báo cáo.\n",
    );
    let leaves = place.json(&["tasks", "viec.txt", "--leaves", "--format", "json"]);
    let labels: Vec<_> = leaves.as_array().unwrap().iter().map(|one| &one["text"]).collect();
    assert_eq!(labels, ["Đất;", "Rừng.", "Báo cáo."]);
}

#[test]
fn groups_have_heads() {
    let place = place();
    let run = place.check(&["tasks", "--group", "date", "--today", "2025-11-20"], 0, &[], &[]);
    let heads: Vec<&str> = run.out.lines().filter(|line| line.ends_with("(1)")).collect();
    assert_eq!(
        heads,
        ["Trong 7 ngày (1)", "Sau đó (1)", "Định kỳ (1)", "Hạn đã qua khi ban hành (1)"]
    );
    let run =
        place.check(&["tasks", "--group", "office", "--lang", "en"], 0, &["Sở Tài chính (2)"], &[]);
    assert!(run.out.find("Sở Tài chính (2)") < run.out.find("Sở Y tế (1)"), "{}", run.out);
}

#[test]
fn files_are_written() {
    let place = place();
    for name in ["a.xlsx", "a.csv", "a.ics", "a.md", "a.json", "a.jsonl", "a.txt", "a.html"] {
        place.check(&["tasks", "-o", name], 0, &[], &[]);
        assert!(place.path(name).metadata().expect("a file").len() > 500, "{name}");
        place.check(&["tasks", "-o", name], 2, &[], &[name]);
        place.check(&["tasks", "-o", name, "--force"], 0, &[], &[]);
    }
    place.check(&["tasks", "-o", "a.pdf"], 2, &[], &["“pdf”"]);
    let run = place.run(&["tasks", "--register", "--format", "csv", "--bom"]);
    assert!(run.out.starts_with("\u{feff}TT,"), "{}", run.out);
    let todo = place.run(&["tasks", "--format", "todo"]).out;
    assert!(
        todo.lines().next().is_some_and(|line| line.starts_with("2025-11-18 Giao Sở Tài chính")
            && line.contains("@Sở_Tài_chính +TB-627 due:2025-11-25")),
        "{todo}"
    );
    let page = place.path("trang.html");
    let id = "2025-11-18-thong-bao-ket-luan-cua-thu-tuong-tai";
    place.check(&["export", id, "--register", "-o", "trang.html"], 0, &[], &[]);
    let text = fs::read_to_string(page).expect("a page");
    assert!(text.contains("A4 landscape") && text.contains("627/TB-VPCP"), "{text}");
    place.check(&["export", id, "--register", "--format", "md"], 2, &[], &["html"]);
}

#[test]
fn a_table_that_was_handed_round_is_taken_back() {
    let place = place();
    let today = ["--today", "2025-11-21"];
    let csv =
        place.check(&["tasks", "--register", "--format", "csv", "--lang", "en"], 0, &[], &[]).out;
    let back = |row: usize, state: &str, proof: &str| -> String {
        let edited = csv.lines().enumerate().map(|(index, line)| match index == row {
            true => line.replacen(",Open,,,", &format!(",{state},{proof},,"), 1),
            false => line.to_owned(),
        });
        edited.collect::<Vec<_>>().join("\r\n")
    };
    place.write("ve.csv", back(1, "Done", "BC 45/BC-STC"));
    let import = |file: &str, more: &[&str]| {
        place.run(&[&["tasks", "import", file], &today[..], more].concat())
    };
    let trial = import("ve.csv", &["--dry-run"]);
    assert!(trial.out.contains("Chưa xong → Đã xong · Minh chứng: BC 45/BC-STC"), "{}", trial.out);
    assert!(told(&place, &["--state", "done"]).is_empty(), "nothing is kept");
    let done = import("ve.csv", &[]);
    assert_eq!(
        (done.status, done.out.lines().last()),
        (0, Some("Đã ghi 1 nhiệm vụ; 3 nhiệm vụ không có gì mới.")),
        "{}",
        done.err
    );
    assert_eq!(told(&place, &["--state", "done"]), [1]);
    let row = place.json(&["tasks", "--state", "done", "--format", "json"])[0].clone();
    assert_eq!((&row["on"], &row["proof"]), (&json!("2025-11-21"), &json!("BC 45/BC-STC")));
    // A second table of that day says something else: what is kept stays, until that is wished.
    place.write("ve2.csv", back(1, "Being done", ""));
    let refused = import("ve2.csv", &[]);
    assert_eq!(refused.status, 1);
    assert!(refused.err.contains("dòng 2"), "{}", refused.err);
    assert_eq!(told(&place, &["--state", "done"]), [1]);
    assert_eq!(import("ve2.csv", &["--force"]).status, 0);
    assert_eq!(told(&place, &["--state", "doing"]), [1]);
    // The deadline has changed since.
    place.write("bai/thong-bao.txt", TEXT.replace("25/11/2025", "26/11/2025"));
    place.write("ve3.csv", back(1, "Done", ""));
    let refused = import("ve3.csv", &[]);
    assert!(refused.err.contains("hạn đã đổi"), "{}", refused.err);
    place.write("ve4.csv", "Id,State\r\n0000,Done\r\n");
    assert!(import("ve4.csv", &[]).err.contains("0000"));
    place.write("ve5.csv", "a,b\r\n");
    assert!(import("ve5.csv", &[]).err.contains("ve5.csv"));
}

/// A table goes to a spreadsheet, is saved there, and comes back.
#[test]
#[ignore = "needs LibreOffice Calc"]
fn libreoffice_opens_the_workbook() {
    let place = place();
    place.check(&["tasks", "-o", "bang.xlsx"], 0, &[], &[]);
    let csv = place.run(&["tasks", "--register", "--format", "csv"]).out;
    let office = |to: &str, file: &str| {
        let home = format!("-env:UserInstallation=file://{}", place.path("home").display());
        let run = Command::new("soffice")
            .args([&home, "--headless", "--convert-to", to, "--outdir", "ra", file])
            .current_dir(place.folder.path())
            .output()
            .expect("soffice is needed");
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    };
    // Comma, quotation mark, UTF-8; days as they are shown.
    office("csv:Text - txt - csv (StarCalc):44,34,76", "bang.xlsx");
    let shown = fs::read_to_string(place.path("ra/bang.csv")).expect("a file");
    let cells = |text: &str| -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let rows =
            reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect());
        rows.collect()
    };
    let (ours, theirs) = (cells(&csv), cells(&shown));
    assert_eq!(ours.len(), theirs.len());
    for (our, their) in ours.iter().zip(&theirs) {
        for (column, (our, their)) in our.iter().zip(their).enumerate() {
            let our = match our.split('-').collect::<Vec<_>>()[..] {
                [year, month, day] if column == 5 => format!("{day}/{month}/{year}"),
                _ => our.clone(),
            };
            assert_eq!(&our, their);
        }
    }
    office("xlsx", "bang.xlsx");
    let run = place.run(&["tasks", "import", "ra/bang.xlsx"]);
    assert_eq!(run.out.trim_end(), "Đã ghi 0 nhiệm vụ; 4 nhiệm vụ không có gì mới.", "{}", run.err);
}

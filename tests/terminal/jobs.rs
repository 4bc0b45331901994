//! Jobs of people who use the reader, replayed: the key presses that `docs/dev/jobs.md` counts are those that do it.

use super::support::*;
use std::fs;
use std::path::Path;

const PAGE: &str = include_str!("../../docs/dev/jobs.md");
const DOWN: &str = "\x1b[B";
const ENTER: &str = "\r";

/// Someone who does a job, and how many keys have been pressed for it.
struct Worker {
    terminal: Terminal,
    pressed: usize,
}

impl Worker {
    /// Starts the reader; the job begins when it shows these words.
    fn start(home: &Home, args: &str, words: &str) -> Self {
        let terminal = Run::new(home).args(args).size(120, 40).start();
        terminal.sees(words);
        Worker { terminal, pressed: 0 }
    }

    /// Presses keys, and waits for what is to be seen then.
    fn press(&mut self, keys: &str, words: &str) {
        self.pressed += keys.replace(DOWN, "↓").chars().count();
        self.terminal.press(keys).sees(words);
    }

    /// Checks the number of key presses against the page: the last cell of the job's row.
    fn done(&self, job: &str) {
        let row = PAGE.lines().find(|line| line.starts_with(&format!("| {job} |")));
        let row = row.unwrap_or_else(|| panic!("{job} is no row of the page"));
        assert!(row.ends_with(&format!("| {} |", self.pressed)), "{} keys: {row}", self.pressed);
    }
}

#[test]
fn a_passage_found_without_marks_is_quoted() {
    let home = Home::new();
    let mut worker = Worker::start(&home, "", "Phần mở đầu");
    worker.press("/phong ngua voi", "1/1");
    worker.press(ENTER, "/phong ngua voi 1/1");
    worker.press("y", "Đã chép");
    let copied = worker.terminal.copied();
    assert!(copied.starts_with("“Kết hợp chặt chẽ giữa phòng ngừa với"), "{copied}");
    assert!(copied.contains(&format!("20/12/2023 [{ID}/nv.3]")), "{copied}");
    worker.done("quote a passage found without marks");
}

#[test]
fn a_paragraph_that_was_read_is_quoted() {
    let home = Home::new();
    let mut worker = Worker::start(&home, "", "Phần mở đầu");
    worker.press("3t", "Nhiệm vụ 3/8");
    worker.press("jjjj", "Nhiệm vụ 3/8");
    worker.press("y", "Đã chép");
    let copied = worker.terminal.copied();
    assert!(copied.starts_with("“Kết hợp chặt chẽ giữa phòng ngừa với"), "{copied}");
    worker.done("quote the second paragraph of task 3");
}

/// A conclusion with a task that has no marker, and with a list whose items are tasks although nothing says so.
const MISREAD: &str = "Kết luận hội nghị giao ban quý II năm 2025

Đề nghị thực hiện các nhiệm vụ sau:

Một là: Giao Sở Tài chính rà soát biên chế, hoàn thành trước ngày 30/6/2025.

Hai là: Giao Sở Y tế kiểm tra công tác giám định tại các bệnh viện.

Sở Nội vụ rà soát vị trí việc làm, báo cáo trước ngày 15/7/2025.

Về phong trào thi đua, các đơn vị lưu ý:

Thứ nhất, nêu gương người tốt, việc tốt.

Thứ hai, khen thưởng kịp thời.

Xin cảm ơn các đồng chí.
";

#[test]
fn a_wrong_outline_is_corrected() {
    let home = Home::new();
    home.write("kl.txt", MISREAD);
    let mut worker = Worker::start(&home, "kl.txt", "Phần mở đầu");
    worker.press("/vi tri", "1/1");
    worker.press(ENTER, "/vi tri 1/1");
    worker.press("x", "Sửa “Sở Nội vụ");
    worker.press(ENTER, "x: sửa tiếp");
    worker.done("make an item of a paragraph without a marker");

    let mut worker = Worker::start(&home, "kl.txt", "Phần mở đầu");
    worker.press("/neu", "1/1");
    worker.press(ENTER, "/neu 1/1");
    worker.press("x", "Sửa “Thứ nhất");
    worker.press(&DOWN.repeat(3), "Sửa “Thứ nhất");
    worker.press(ENTER, "▸ Nhiệm vụ");
    worker.press(ENTER, "x: sửa tiếp");
    worker.done("give a list another role");
}

/// Speeches that each have one task of the police of the province.
const FIVE: [&str; 5] = [
    "a-doithoai-taidinhcu",
    "c-an-toan-giao-thong",
    "c-dau-tu-cong-nam",
    "c-thanhtra-cong-bo",
    "d-satlo-kiemtra",
];

#[test]
fn tasks_of_five_speeches_are_handed_on() {
    let home = Home::new();
    for name in FIVE {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(name);
        let text = fs::read(path.with_extension("txt")).expect("it is in the corpus");
        home.write(&format!("five/{name}.txt"), text);
    }
    let mut worker = Worker::start(&home, "five", "Trang nhất");
    worker.press("r", "Nhiệm vụ của bài này");
    worker.press("\t", "Nhiệm vụ của các bài đang mở");
    worker.press("/của:cong an tinh", "5/35");
    worker.press(ENTER, "lọc: của:cong an tinh");
    worker.press(":xuat so", "Xuất sổ nhiệm vụ ra tệp");
    worker.press(ENTER, "nhiem-vu.xlsx");
    worker.press(ENTER, "5 nhiệm vụ");
    assert!(fs::read(home.path("nhiem-vu.xlsx")).is_ok_and(|bytes| bytes.starts_with(b"PK")));
    worker.done("find the tasks of one office in five speeches and hand them on as XLSX");
}

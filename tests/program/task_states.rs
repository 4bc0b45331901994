//! What the user says of tasks, with the real program: by id and by address, undone, in texts that change; programs
//! that are killed, and two at once.

use crate::place::Place;
use crate::writers::Writer;
use std::fs;

const TEXT: &str = "KẾT LUẬN HỘI NGHỊ GIAO BAN\n\nNgày 02 tháng 6 năm 2025\n\nCác nhiệm vụ sau:\n\n\
    Một là: Giao Sở Tài chính rà soát biên chế, hoàn thành trước ngày 30/6/2025.\n\n\
    Hai là: Giao Sở Y tế kiểm tra các bệnh viện trong tháng 7 năm 2025.\n\n\
    Ba là: Giao Sở Nội vụ báo cáo kết quả sắp xếp bộ máy.\n";

/// Returns the entries of the file, each as its state, day, deadline, proof and note.
fn kept(place: &Place) -> Vec<String> {
    let Ok(text) = fs::read_to_string(place.path("kept/data/tasks.toml")) else {
        return Vec::new();
    };
    let kept: toml::Table = text.parse().expect("TOML");
    let told = |entry: &toml::Value| {
        let word = |key| entry.get(key).and_then(toml::Value::as_str).unwrap_or("-");
        ["state", "on", "due", "proof", "note"].map(word).join(" ")
    };
    kept["tasks"].as_array().expect("a list").iter().map(told).collect()
}

/// Runs commands whose words are parted by blanks, `_` for a blank, and tells what is kept then.
fn check(place: &Place, line: &str, status: i32, wanted: &[&str]) {
    let words: Vec<String> = line.split(' ').map(|word| word.replace('_', " ")).collect();
    let args: Vec<&str> =
        ["--lang", "en", "tasks"].into_iter().chain(words.iter().map(String::as_str)).collect();
    let run = place.run(&args);
    assert_eq!(run.status, status, "{line}: {}{}", run.out, run.err);
    assert_eq!(kept(place), wanted, "{line}");
}

#[test]
fn states_are_set_by_id_and_by_address() {
    let place = Place::new();
    place
        .write("bai.txt", TEXT)
        .write("kept/config/config.toml", "[library]\nfolders = [\"../../thu-vien\"]\n");
    place.write("thu-vien/b.txt", TEXT.replace("GIAO BAN", "THÁNG 6"));
    check(&place, "done bai.txt nv.1 --on 20/11/2025", 0, &["done 2025-11-20 2025-06-30 - -"]);
    check(
        &place,
        "doing bai.txt nv.1 --on 2025-11-21 --note gọi_lại --proof BC_45/BC-BNC",
        0,
        &["doing 2025-11-21 2025-06-30 BC 45/BC-BNC gọi lại"],
    );
    check(&place, "open bai.txt nv.1 --proof _", 0, &["open - 2025-06-30 - gọi lại"]);
    // Nothing is kept where one is not known, or means several.
    let before = ["open - 2025-06-30 - gọi lại"];
    check(&place, "done bai.txt nv.2 bai.txt nv.9", 1, &before);
    check(&place, "done bai.txt", 2, &before);
    check(&place, "done 0123456789abcdef", 1, &before);
    check(&place, "done bai.txt nv.1 --on hôm_qua", 2, &before);
    // The id of a task of the library, as the answer tells it, and its beginning.
    let run = place.run(&[
        "--lang",
        "en",
        "tasks",
        "not-mine",
        "2025-06-02-ket-luan-hoi-nghi-thang-6/nv.2",
    ]);
    assert_eq!(run.status, 0, "{}{}", run.out, run.err);
    let line = run.out.lines().last().expect("a line");
    assert!(line.contains("Not mine") && line.contains("/nv.2"), "{line}");
    let id = line.split_whitespace().next().expect("an id");
    assert_eq!(id.len(), 16, "{line}");
    let beginning = &id[..6];
    check(
        &place,
        &format!("done {beginning} --on 2025-07-01"),
        0,
        &[before[0], "done 2025-07-01 2025-07-31 - -"],
    );
    // A text of that name is reached as a path.
    place.write("done", TEXT);
    place.check(&["--lang", "en", "tasks", "./done"], 0, &["Sở Tài chính"], &[]);
}

#[test]
fn a_state_stays_with_its_task_in_a_changed_text() {
    let place = Place::new();
    place.write("bai.txt", TEXT);
    check(&place, "done bai.txt nv.3 --on 2025-06-20", 0, &["done 2025-06-20 - - -"]);
    // The task moves up, and gets a deadline: what is said next is of the same record.
    let changed = TEXT
        .replace("Ba là: Giao Sở Nội vụ báo cáo kết quả sắp xếp bộ máy.\n", "")
        .replace("Hai là", "Ba là")
        .replace("Một là", "Hai là")
        .replace("sau:\n\n", "sau:\n\nMột là: Giao Sở Nội vụ báo cáo kết quả sắp xếp bộ máy trước ngày 15/8/2025.\n\n");
    place.write("bai.txt", changed);
    check(&place, "done bai.txt nv.1 --on 2025-06-21", 0, &["done 2025-06-21 2025-08-15 - -"]);
}

#[test]
fn a_file_that_is_broken_or_full_is_told() {
    let place = Place::new();
    place.write("bai.txt", TEXT).write("kept/data/tasks.toml", "= hỏng\n");
    let run = place.run(&["--lang", "en", "tasks", "done", "bai.txt", "nv.1"]);
    assert!(run.err.contains("tasks.broken-1.toml"), "{}", run.err);
    assert_eq!(
        fs::read_to_string(place.path("kept/data/tasks.broken-1.toml")).expect("set aside"),
        "= hỏng\n"
    );
    assert_eq!(kept(&place).len(), 1);
}

fn writer() -> Writer {
    let tasks =
        (1..=40).map(|number| format!("{number}. Giao Sở Tài chính rà soát dự án {number}.\n\n"));
    Writer {
        text: format!("KẾT LUẬN\n\nCác nhiệm vụ sau:\n\n{}", tasks.collect::<String>()),
        file: "tasks.toml",
        list: "tasks",
        command: |number| format!("tasks done bai.txt nv.{} --note {number}", number + 1),
    }
}

#[test]
fn a_killed_program_loses_no_state_that_it_acknowledged() {
    writer().killed(15);
}

#[test]
fn two_programs_at_once_lose_no_state() {
    writer().two_at_once(10);
}

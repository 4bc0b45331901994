//! Bookmarks of real files with the real program: files that are renamed, copied, corrected,
//! replaced; what `bookmarks check` says; broken files, full disks, programs that are killed.

use crate::place::Run;
use crate::writers::Writer;
use serde_json::Value;
use std::fs;
use std::path::PathBuf;

/// A speech of a number: its title, and sentences that no other has.
fn text(title: &str, number: usize) -> String {
    const VERBS: [&str; 5] = ["rà soát", "kiểm tra", "đôn đốc", "tổng kết", "báo cáo"];
    const THINGS: [&str; 7] = [
        "quy chế phối hợp",
        "việc tiếp công dân",
        "dự án chậm tiến độ",
        "chế độ báo cáo",
        "kết quả thanh tra",
        "công tác hoà giải",
        "ngân sách của xã",
    ];
    let mut text = format!("{title}\n\nĐề nghị thực hiện các nhiệm vụ sau:\n\n");
    for (at, ordinal) in ["Một", "Hai", "Ba", "Bốn", "Năm", "Sáu"].iter().enumerate() {
        let number = number * 10 + at;
        let (verb, thing) = (VERBS[number % 5], THINGS[number % 7]);
        text += &match number {
            0..40 => {
                format!("{ordinal} là: {verb} {thing} của {number} đơn vị trước ngày {number}.\n\n")
            }
            _ => format!(
                "{ordinal} là: trong {number} tuần phải xong việc {verb} {thing}, ai chậm thì nói rõ.\n\n"
            ),
        };
    }
    text
}

/// A place to run in, in English, with commands as one line.
struct Place(crate::place::Place);

impl Place {
    fn new() -> Self {
        Place(crate::place::Place::new())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path(name)
    }

    fn write(&self, name: &str, contents: impl AsRef<[u8]>) {
        self.0.write(name, contents);
    }

    /// Runs a command whose words are parted by blanks; `_` stands for a blank.
    fn run(&self, line: &str) -> Run {
        let words: Vec<String> = line.split(' ').map(|word| word.replace('_', " ")).collect();
        let args: Vec<&str> =
            ["--lang", "en"].into_iter().chain(words.iter().map(String::as_str)).collect();
        self.0.run(&args)
    }

    #[track_caller]
    fn check(&self, line: &str, status: i32, parts: &[&str]) -> Run {
        let run = self.run(line);
        assert_eq!(run.status, status, "{line}: {}{}", run.out, run.err);
        for part in parts {
            let said = format!("{}{}", run.out, run.err);
            assert!(said.contains(part), "{line} lacks {part:?}: {said}");
        }
        run
    }

    /// Gives the states that `bookmarks check` finds.
    #[track_caller]
    fn states(&self) -> Vec<String> {
        let run = self.run("bookmarks check --json");
        let all: Value = serde_json::from_str(&run.out).unwrap_or_else(|error| {
            panic!("{error}: {}{}", run.out, run.err);
        });
        let states = all.as_array().expect("an array").iter();
        states.map(|one| one["state"].as_str().expect("a state").to_owned()).collect()
    }

    fn library(&self) {
        let folder = self.path("lib").display().to_string();
        let config = format!("[library]\nfolders = [{folder:?}]\nshipped = false\n");
        self.write("kept/config/config.toml", config);
    }
}

#[test]
fn bookmarks_follow_a_text_and_not_a_file_name() {
    let place = Place::new();
    place.library();
    let one = text("Kết luận hội nghị giao ban quý một", 1);
    place.write("lib/bai.txt", &one);
    place.write("lib/khac/bai.txt", text("Phát biểu khai mạc lớp tập huấn", 5));
    place.check("bookmarks add lib/bai.txt nv.2", 0, &["Hai là"]);
    assert_eq!(place.states(), ["same"]);
    place.check("bookmarks list lib/khac/bai.txt", 1, &["bookmark"]);
    // Renamed.
    fs::rename(place.path("lib/bai.txt"), place.path("lib/moi.txt")).expect("renamed");
    assert_eq!(place.states(), ["same"]);
    place.check("bookmarks list lib/moi.txt", 0, &["Hai là"]);
    // Copied, and the copy corrected: the very same text is preferred.
    place.write("lib/ban-sao.txt", one.replace("Hai là: ", "Hai là, "));
    assert_eq!(place.states(), ["same"]);
    place.check("bookmarks list lib/ban-sao.txt", 0, &["Hai là"]);
    // Only a newer version is left: another title, a line more, and the passage edited.
    fs::remove_file(place.path("lib/moi.txt")).expect("removed");
    let newer = one.replace("quý một", "quý I").replace("trước ngày 11", "trước ngày 30");
    place.write("lib/ban-sao.txt", format!("Tin mới\n\n{newer}"));
    assert_eq!(place.states(), ["edited"]);
    let said = ["≈ edited (", "was:  Hai là:", "[-11-]", "now, line", "{+30+}"];
    place.check("bookmarks check", 0, &said);
    // Another speech takes the name, and there is none of the old one.
    place.write("lib/ban-sao.txt", text("Kết luận hội nghị giao ban quý một", 8));
    assert_eq!(place.states(), ["lost"]);
    place.check("bookmarks check", 1, &["speech not found"]);
}

#[test]
fn corrections_follow_a_renamed_file() {
    let place = Place::new();
    place.write("bai.txt", text("Kết luận hội nghị", 1));
    place.check("outline correct bai.txt nv.2 --role result", 0, &[]);
    fs::rename(place.path("bai.txt"), place.path("khac.txt")).expect("renamed");
    place.check("outline khac.txt --json", 0, &["\"result\""]);
    place.write("bai.txt", text("Kết luận hội nghị", 7));
    let run = place.check("outline bai.txt --json", 0, &[]);
    assert!(!run.out.contains("\"result\""), "another text of that name: {}", run.out);
}

#[test]
fn a_check_tells_the_five_states() {
    let place = Place::new();
    let one = text("Kết luận hội nghị", 1);
    place.write("bai.txt", &one);
    for task in ["nv.1", "nv.2", "nv.3", "nv.5"] {
        place.check(&format!("bookmarks add bai.txt {task}"), 0, &[]);
    }
    let paragraphs: Vec<&str> = one.split("\n\n").collect();
    let (second, third, fifth) = (paragraphs[3], paragraphs[4], paragraphs[6]);
    let changed = one
        .replace("đơn vị trước ngày 11", "cơ quan trước ngày 11")
        .replace(&format!("{third}\n\n"), "")
        .replace(
            &format!("{fifth}\n\n{}", paragraphs[7]),
            &format!("A.\n\n{fifth}\n\nB.\n\nC.\n\n{fifth}\n\nD."),
        )
        .replace("Bốn là: ", "Ba là: ");
    assert!(changed.contains("Hai là") && second.contains("11"));
    place.write("bai.txt", changed);
    assert_eq!(place.states(), ["same", "edited", "lost", "uncertain"]);
    let said = ["= in place", "≈ edited (", "× lost", "? uncertain", "2 bookmarks", "line "];
    place.check("bookmarks check", 1, &said);
    let all: Value = serde_json::from_str(&place.run("bookmarks check --json").out).expect("JSON");
    assert_eq!(all[3]["places"].as_array().map(Vec::len), Some(2));
    assert!(all[1]["alike"].as_u64().is_some_and(|alike| alike > 60), "{all}");
    assert!(all[1]["places"][0]["quote"].as_str().is_some_and(|quote| quote.contains("cơ quan")));
}

#[test]
fn a_file_that_cannot_be_read_is_set_aside_and_told() {
    let place = Place::new();
    place.write("bai.txt", text("Kết luận hội nghị", 1));
    place.check("bookmarks add bai.txt nv.1", 0, &[]);
    place.write("kept/data/bookmarks.toml", "version = 1\n[[bookmarks\n");
    for command in ["bookmarks list", "bookmarks check"] {
        place.check(command, 2, &["bookmarks.toml", "line 2"]);
    }
    place.check("bookmarks add bai.txt nv.2", 2, &["bookmarks.broken-1.toml", "Hai là"]);
    let aside = fs::read_to_string(place.path("kept/data/bookmarks.broken-1.toml")).expect("kept");
    assert_eq!(aside, "version = 1\n[[bookmarks\n");
    place.check("bookmarks list", 0, &["Hai là"]);
    // Reading goes on without the corrections, and does not end well.
    place.write("kept/data/corrections.toml", "= hỏng");
    place.check("show bai.txt nv.2", 2, &["Hai là", "corrections.toml"]);
    // A newer file is read and never written.
    let newer = "version = 9\n[[bookmarks]]\nspeech = \"bai\"\nquote = \"lời cũ\"\n";
    place.write("kept/data/bookmarks.toml", newer);
    fs::remove_file(place.path("kept/data/corrections.toml")).expect("removed");
    place.check("bookmarks list", 0, &["lời cũ", "newer"]);
    place.check("bookmarks add bai.txt nv.3", 2, &["newer"]);
    assert_eq!(fs::read_to_string(place.path("kept/data/bookmarks.toml")).expect("there"), newer);
}

#[test]
fn a_folder_that_is_missing_is_made_and_one_that_cannot_be_is_told() {
    let place = Place::new();
    place.write("bai.txt", text("Kết luận hội nghị", 1));
    place.check("bookmarks list", 1, &["bookmark"]);
    place.check("bookmarks add bai.txt nv.1", 0, &["Một là"]);
    fs::remove_dir_all(place.path("kept")).expect("removed");
    // A file stands where the folder should be: texts are shown all the same.
    place.write("kept", "đây là tệp");
    place.check("bookmarks add bai.txt nv.1", 2, &["kept"]);
    place.check("show bai.txt nv.2", 0, &["Hai là"]);
}

fn writer() -> Writer {
    Writer {
        text: text("Kết luận hội nghị", 1),
        file: "bookmarks.toml",
        list: "bookmarks",
        command: |number| format!("bookmarks add bai.txt nv.1 --note {number}"),
    }
}

#[test]
fn a_killed_program_loses_nothing_that_it_acknowledged() {
    writer().killed(15);
}

/// `cargo test --test program bookmarks -- --ignored --nocapture` takes some minutes.
#[test]
#[ignore = "takes a minute"]
fn five_hundred_killed_programs_lose_nothing() {
    writer().killed(500);
}

#[test]
fn two_programs_at_once_lose_nothing() {
    writer().two_at_once(10);
}

#[test]
#[ignore = "takes some minutes"]
fn two_programs_with_a_thousand_each_lose_nothing() {
    writer().two_at_once(1000);
}

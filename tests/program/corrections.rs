//! Corrections from outside: the command line, and the file that they are kept in.
//!
//! Every run has a folder of its own for all that it keeps, and an environment without a locale.

use serde_json::Value;
use std::fs;

const ID: &str = "2022-04-04-ket-luan-hoi-nghi-cong-tac-quy-i";
const TEXT: &str = "Kết luận hội nghị công tác quý I\n\nNgày 04/04/2022, đồng chí An kết luận.\n\n\
    Thưa các đồng chí!\n\nĐề nghị thực hiện các nhiệm vụ sau:\n\n\
    Một là: Rà soát các quy định đã ban hành.\n\nGiao Văn phòng theo dõi.\n\n\
    Hai là: Báo cáo kết quả trước ngày 30/6.\n\nBa là: Kiểm tra việc thực hiện ở cơ sở.\n";

/// A folder with a text in it, and commands as one line, in English.
struct Place(crate::place::Place);

impl Place {
    fn new() -> Self {
        let place = Place(crate::place::Place::new());
        place.write("bai.txt", TEXT);
        place
    }

    fn write(&self, name: &str, text: &str) {
        self.0.write(name, text);
    }

    fn kept(&self) -> String {
        fs::read_to_string(self.0.path("kept/data/corrections.toml")).unwrap_or_default()
    }

    /// Runs a command line, with a title behind it; returns its status, output and errors.
    fn run(&self, line: &str, title: Option<&str>) -> (i32, String, String) {
        let args: Vec<&str> =
            ["--lang", "en"].into_iter().chain(line.split(' ')).chain(title).collect();
        let run = self.0.run(&args);
        (run.status, run.out, run.err)
    }

    #[track_caller]
    fn check(&self, line: &str, status: i32, out: &[&str], err: &[&str]) {
        let (found, stdout, stderr) = self.run(line, None);
        assert_eq!(found, status, "{line}\n{stdout}\n{stderr}");
        for words in out {
            assert!(stdout.contains(words), "{words} in {line}\n{stdout}\n{stderr}");
        }
        for words in err {
            assert!(stderr.contains(words), "{words} in {line}\n{stdout}\n{stderr}");
        }
        assert_eq!(err.is_empty(), stderr.is_empty(), "{line}\n{stderr}");
    }

    fn json(&self, line: &str) -> Value {
        let (status, out, err) = self.run(line, None);
        assert_eq!(status, 0, "{line}\n{err}");
        serde_json::from_str(&out).expect("JSON")
    }
}

#[test]
fn a_correction_is_kept_listed_and_taken_back() {
    let place = Place::new();
    place.check("outline corrections", 1, &[], &["There are no corrections."]);
    let try_it = "outline correct bai.txt --line 13 --drop --dry-run";
    place.check(try_it, 0, &["Would be corrected:", "not an item", "Hai là: Báo cáo"], &[]);
    assert_eq!(place.kept(), "", "nothing is kept of a trial");
    place.check("outline correct bai.txt --line 13 --drop", 0, &["Corrected:"], &[]);
    assert!(place.kept().contains("change = \"drop\"\nquote = \"Hai là: Báo cáo kết quả"));
    place.check("outline correct bai.txt nv.3 --role viewpoint", 0, &["role: Viewpoint"], &[]);
    let (status, out, _) = place.run("outline correct bai.txt nv --title", Some("Việc quý I"));
    assert!(status == 0 && out.contains("list renamed: “Việc quý I”"), "{out}");
    let listed = place.json("outline corrections --json");
    let field = |row: usize, name: &str| listed[row][name].clone();
    assert_eq!(listed.as_array().map(Vec::len), Some(3));
    assert_eq!((field(0, "change"), field(0, "to")), ("drop".into(), Value::Null));
    assert_eq!((field(1, "change"), field(1, "to")), ("role".into(), "viewpoint".into()));
    assert_eq!(field(2, "to"), "Việc quý I");
    assert_eq!((field(0, "state"), field(0, "lines")), ("applied".into(), vec![13].into()));
    assert_eq!(field(0, "speech"), ID);
    let id = field(0, "id").as_str().expect("an id").to_owned();
    place.check(&format!("outline correct bai.txt --undo {id}"), 0, &["Taken back:"], &[]);
    place.check("outline correct bai.txt --undo", 0, &["list renamed"], &[]);
    place.check("outline corrections bai.txt", 0, &["role: Viewpoint", "applied"], &[]);
    place.check(&format!("outline corrections {ID}"), 0, &["role: Viewpoint"], &[]);
    place.check(
        &format!("outline correct bai.txt --undo {id}"),
        1,
        &[],
        &[&format!("This speech has no correction {id}.")],
    );
}

#[test]
fn what_cannot_be_corrected_says_what_to_do() {
    let place = Place::new();
    for (line, status, says) in [
        ("bai.txt", 2, "--item|--drop"),
        ("bai.txt --item", 2, "Name a line with --line N"),
        ("bai.txt --line 99 --item", 1, "the text has 15 lines"),
        ("bai.txt --line 10 --item", 1, "Line 10 is empty"),
        ("bai.txt --line 11 --drop", 1, "To make it one, use --item"),
        ("bai.txt --line 9 --item", 2, "This is already item nv.1"),
        ("bai.txt --line 9-13 --drop", 2, "go with --furniture and --text only"),
        ("bai.txt --line x --item", 2, "--line <LINE> does not take “x”"),
        ("bai.txt --line 0 --item", 2, "does not take “0”"),
        ("bai.txt --line 9 --level 0", 2, "does not take “0”"),
        ("bai.txt --line 9 --role việc", 2, "use one of: task, result"),
        ("bai.txt --line 9 --furniture khung", 2, "use one of: chrome, front"),
        ("bai.txt --line 9 --item --drop", 2, "does not go with"),
        ("bai.txt nv.1 --line 9 --drop", 2, "not both"),
        ("bai.txt nv.1 --title Việc", 2, "To rename its list, name that: nv."),
        ("bai.txt nv --drop", 2, "Name an item of it, such as nv.1"),
        ("bai.txt nv.9 --drop", 1, "has no nv.9"),
        ("bai.txt --undo", 1, "There are no corrections."),
        ("khong-co.txt --line 9 --drop", 2, "does not exist"),
    ] {
        place.check(&format!("outline correct {line}"), status, &[], &[says]);
    }
    place.write(
        "gay.txt",
        "Lời dẫn đầu tiên của bài nói này được viết dài cho đến hết một dòng\n\
         và nối tiếp xuống dòng thứ hai mà không có dòng trống nào ở giữa cả\n\
         rồi hết ở dòng thứ ba.\n",
    );
    let inside = "Line 2 goes on the paragraph that begins on line 1.";
    place.check("outline correct gay.txt --line 2 --item", 2, &[], &[inside]);
    assert_eq!(place.kept(), "");
    // A speech of that name is still there.
    place.write("correct", TEXT);
    place.check("outline ./correct", 0, &["nv.3"], &[]);
}

#[test]
fn corrections_follow_the_words_and_say_when_they_cannot() {
    let place = Place::new();
    place.check("outline correct bai.txt --line 13 --drop", 0, &[], &[]);
    // A paragraph that was edited is the same one.
    place.write("bai.txt", &format!("Trang chủ\n\n{TEXT}").replace("30/6", "30/9"));
    assert_eq!(place.json("outline corrections --json")[0]["lines"], Value::from(vec![15]));
    place.write(
        "bai.txt",
        &format!("Trang chủ\n\n{TEXT}")
            .replace("Hai là: Báo cáo kết quả trước ngày 30/6.", "Không có gì."),
    );
    let unfit = "One correction of this text could not be applied";
    place.check("outline bai.txt", 0, &["nv.1"], &[unfit, "See dienvan outline corrections."]);
    place.check("outline corrections", 0, &["not applied: words not found"], &[]);
    place.write("bai.txt", &format!("Trang chủ\n\n{TEXT}"));
    assert_eq!(place.json("outline corrections --json")[0]["lines"], Value::from(vec![15]));
    place.check("outline bai.txt", 0, &["nv.1"], &[]);
    fs::remove_file(place.0.path("bai.txt")).expect("removed");
    place.check("outline corrections", 0, &["speech not found"], &[]);
    assert_eq!(place.json("outline corrections --json")[0]["state"], "lost");
}

#[test]
fn a_file_of_corrections_that_is_wrong_is_told() {
    let place = Place::new();
    place.check("outline correct bai.txt --line 13 --drop", 0, &[], &[]);
    place.write("kept/data/corrections.toml", "= hỏng");
    // The text is read without them, and a script learns of it.
    place.check("outline bai.txt", 2, &["nv.1"], &["corrections.toml is not valid, line 1"]);
    place.write("kept/data/corrections.toml", "version = 9\n");
    let newer = "was written by a newer dienvan";
    place.check("outline correct bai.txt --line 13 --drop", 2, &[], &[newer]);
}

#[test]
fn every_command_goes_by_the_corrected_outline() {
    let place = Place::new();
    let shown = "outline correct bai.txt --line 15 --drop";
    place.check(shown, 0, &["- 15: nv.3  Ba là:"], &[]);
    let outline = place.json("outline bai.txt --json");
    assert_eq!(outline["items"].as_array().map(Vec::len), Some(2));
    place.check("show bai.txt nv.3", 1, &[], &["has no nv.3"]);
    let (_, tasks, _) = place.run("tasks bai.txt --format csv", None);
    assert_eq!(tasks.lines().filter(|line| line.contains("/nv.")).count(), 2, "{tasks}");
    place.check("outline correct bai.txt --undo", 0, &["+ 15: nv.3  Ba là:"], &[]);
    place.check("show bai.txt nv.3", 0, &["Ba là: Kiểm tra"], &[]);
}

#[test]
fn the_reasons_of_an_outline_are_told() {
    let place = Place::new();
    place.check(
        "outline bai.txt --explain",
        0,
        &["Role: Task", "Marker: a number in words (“Một là:”) · Number 1: ", "Certainty: "],
        &[],
    );
    let outline = place.json("outline bai.txt --json");
    let item = &outline["items"][1];
    assert!(item["sequence"].is_string() && item["evidence"]["source"].is_string(), "{item}");
    assert!(item.get("inline").is_none(), "{item}");
    assert!(outline["series"][0]["evidence"]["source"].is_string());
    assert!(outline["headings"].is_array() && outline["diagnostics"].is_array());
}

//! The command line in Vietnamese: help, usage, what is said of a wrong command line, and what the system says.

use crate::place::Place;
use std::fs;

/// What may stand in capitals or in English in a Vietnamese help: names of formats, of programs, of the values of options.
const KEPT: &[&str] = &[
    "BOM", "BTC", "CSV", "CSL", "HTML", "ID", "JSON", "MHTML", "NQ", "NQ/TW", "OSC", "PDF",
    "SHELL", "TOML", "TW", "UTF-8", "W3C", "THEO", "XLSX", "A4", "II",
];
/// English words that the parser of command lines says by itself.
const ENGLISH: &[&str] = &[
    "Usage:",
    "[OPTIONS]",
    "[COMMAND]",
    "<FILE>",
    "[WHAT]",
    "default:",
    "possible values",
    "Print help",
    "error:",
    "tip:",
    "For more information",
    "required arguments",
];

fn commands() -> Vec<Vec<&'static str>> {
    let mut all = vec![vec![]];
    for name in [
        "list",
        "show",
        "outline",
        "tasks",
        "search",
        "import",
        "library",
        "export",
        "bookmarks",
        "config",
        "completions",
        "man",
    ] {
        all.push(vec![name]);
    }
    for (name, children) in [
        ("outline", &["correct", "corrections"][..]),
        ("tasks", &["done", "doing", "open", "not-mine", "import"]),
        ("library", &["edit", "archive", "unarchive", "delete", "restore", "versions"]),
        ("bookmarks", &["list", "add", "remove", "check", "export", "import"]),
        ("config", &["show", "path", "check", "example"]),
    ] {
        all.extend(children.iter().map(|child| vec![name, child]));
    }
    all
}

#[test]
fn help_has_no_english_placeholder() {
    let place = Place::new();
    for command in commands() {
        let args = [&command[..], &["--help", "--lang", "vi"]].concat();
        let help = place.run(&args).out;
        assert!(help.starts_with(|c: char| c.is_uppercase()), "{args:?}: {help}");
        for english in ENGLISH {
            assert!(!help.contains(english), "{args:?} has {english:?}: {help}");
        }
        // A placeholder stands in brackets, in capitals.
        for part in help.split(['<', '[']).skip(1) {
            let name = part.split(['>', ']']).next().unwrap_or_default().trim_end_matches('.');
            let is_placeholder = !name.is_empty() && name.len() < 24 && name == name.to_uppercase();
            let is_english = name.is_ascii() && name.chars().any(char::is_alphabetic);
            assert!(!is_placeholder || !is_english || KEPT.contains(&name), "{args:?}: {name:?}");
        }
        let english = place.run(&[&command[..], &["--help", "--lang", "en"]].concat()).out;
        assert!(english.contains("[OPTIONS]") && english.contains("Usage:"), "{args:?}: {english}");
    }
    let page = place.run(&["man", "--lang", "vi"]).out;
    for english in ["OPTIONS", "SYNOPSIS", "WHAT", "FILE"] {
        let word =
            |line: &str| line.split(|c: char| !c.is_alphanumeric()).any(|word| word == english);
        let found = page.lines().find(|line| word(&line.replace("\\fI", " ").replace("\\fR", " ")));
        assert_eq!(found, None, "{english}");
    }
    let fish = place.run(&["completions", "fish", "--lang", "vi"]).out;
    assert!(fish.contains("nhiệm vụ") && !fish.contains("Print help"), "{fish}");
}

#[test]
fn what_is_wrong_with_a_command_line_is_told_in_vietnamese() {
    let place = Place::new();
    for (args, said) in [
        (&["list", "--nope"][..], "Không có tùy chọn hay đối số “--nope” ở đây."),
        (
            &["list", "--sort", "xyz"],
            "--sort <THỨ_TỰ> không nhận “xyz”; hãy dùng một trong: date (ngày), title (tên)",
        ),
        (&["list", "--sort"], "Thiếu giá trị cho --sort <THỨ_TỰ>."),
        (&["outline", "correct", "nv.3", "--role", "việc"], "task (nhiệm vụ), result (kết quả)"),
        (&["outline", "correct", "nv.3", "--level", "99"], "--level <SỐ> không nhận “99”."),
        (&["outline", "correct"], "<BÀI>."),
        (&["bookmarks"], "Còn thiếu lệnh con; hãy dùng một trong: list, add, remove"),
        (&["bookmarks", "nope"], "“nope”"),
        (&["show", "nv.3", "--json", "--original"], "--json không đi cùng --original."),
        (&["--lang", "xx"], "--lang <NGÔN_NGỮ> không nhận “xx”; hãy dùng một trong: vi, en."),
        (&["list", "--reverse=1"], "--reverse không nhận giá trị “1”."),
        (&["tasks", "--due", "việc"], "gõ hạn:\"quá hạn\""),
        (&["tasks", "--state", "việc"], "chọn chưa xong, đang làm"),
    ] {
        let run = place.run(args);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{args:?}");
        assert!(run.err.contains(said), "{args:?}: {}", run.err);
        for english in ENGLISH {
            assert!(!run.err.contains(english), "{args:?}: {}", run.err);
        }
    }
    place.check(&["shwo", "nv.3"], 1, &[], &["Có phải bạn muốn gõ: dienvan show?"]);
    let id = "2023-12-20-ket-luan-noi-chinh";
    let alone = place.run(&["show", &format!("{id}/nv.3")]).out;
    assert_eq!(place.run(&[id, "nv.3"]).out, alone);
}

#[test]
fn options_take_vietnamese_words() {
    let place = Place::new();
    for (english, vietnamese) in [
        (&["list", "--sort", "title"][..], &["list", "--sort", "tên bài"][..]),
        (&["tasks", "--group", "office"], &["tasks", "--group", "don-vi"]),
        (&["tasks", "--due", "none"], &["tasks", "--due", "không có"]),
        (&["tasks", "--state", "open"], &["tasks", "--state", "chưa xong"]),
        (
            &["tasks", "--filter", "role:task tu phap"],
            &["tasks", "--filter", "loại:nhiệm vụ tư pháp"],
        ),
        (&["list", "--filter", "kind:conclusion"], &["list", "--filter", "loại:kết luận"]),
        (&["search", "role:task giám định"], &["search", "loại:\"nhiệm vụ\" giám định"]),
    ] {
        let run = place.run(english);
        assert_eq!((run.status, run.err.as_str()), (0, ""), "{english:?}");
        assert_eq!(place.run(vietnamese).out, run.out, "{vietnamese:?}");
    }
    let address = "2023-12-20-ket-luan-noi-chinh/nv.3";
    let said = "đã sửa";
    let run = place.run(&["outline", "correct", address, "--role", "hạn chế", "--dry-run"]);
    assert_eq!(
        (run.status, run.out.to_lowercase().contains("loại: hạn chế")),
        (0, true),
        "{said} {}",
        run.out
    );
    let run = place.run(&["bookmarks", "add", address, "--kind", "cần làm"]);
    assert_eq!(run.status, 0, "{}", run.err);
    place.check(&["bookmarks", "list", "--filter", "loại:\"cần làm\""], 0, &["nv.3"], &[]);
}

#[test]
fn what_the_system_says_is_told_in_vietnamese() {
    let place = Place::new();
    place.write("kept/data/bookmarks.toml", "[[bookmark]]\nid = \"a\nspeech = 1\n");
    let run = place.run(&["bookmarks", "list"]);
    assert!(run.err.contains("sai ở dòng 2: chuỗi chữ thiếu dấu nháy kép đóng"), "{}", run.err);
    fs::create_dir_all(place.path("thumuc")).expect("a folder");
    place.write("tep.txt", "x");
    for (args, said) in [
        (&["show", "khong/co.txt"][..], "Không có khong/co.txt."),
        (&["show", "tep.txt/co.txt"], "tep.txt/co.txt"),
        (
            &["export", "2023-12-20-ket-luan-noi-chinh", "--output", "tep.txt/a.html"],
            "thư mục chứa tệp chưa có",
        ),
        (&["list", "--config", "thumuc"], "đây là thư mục, không phải tệp"),
    ] {
        let run = place.run(args);
        assert!(run.err.contains(said), "{args:?}: {}", run.err);
        assert!(
            !run.err.contains("os error") && !run.err.contains("directory"),
            "{args:?}: {}",
            run.err
        );
    }
}

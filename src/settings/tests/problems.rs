//! What is said of wrong entries, and that the right ones hold.

use super::*;
use crate::settings::theme::{Face, Theme};

/// Reads a text with exactly one thing wrong, and compares what is said of it.
fn check(text: &str, vi: &str, en: &str) -> Settings {
    let (settings, problems) = read_text(text);
    let [problem] = problems.as_slice() else { panic!("{text}: {problems:?}") };
    assert_eq!(problem.message(&Messages::new(Lang::Vi)), vi, "{text}");
    assert_eq!(problem.message(&Messages::new(Lang::En)), en, "{text}");
    settings
}

#[test]
fn wrong_values() {
    let settings = check(
        "[reader]\nmeasure = 500\ncenter = false\n",
        "config.toml:2:11: “reader.measure” không nhận 500. Hãy ghi một số nguyên từ 20 đến 200.",
        "config.toml:2:11: “reader.measure” cannot be 500. Write a whole number from 20 to 200.",
    );
    assert_eq!((settings.reader.measure, settings.reader.center), (80, false));
    check(
        "reader.center = \"có\"",
        "config.toml:1:17: “reader.center” không nhận \"có\". Hãy ghi true hoặc false.",
        "config.toml:1:17: “reader.center” cannot be \"có\". Write true or false.",
    );
    check(
        "language = 'tiếng Việt'",
        "config.toml:1:12: “language” không nhận 'tiếng Việt'. \
         Hãy ghi một trong \"auto\", \"vi\", \"en\".",
        "config.toml:1:12: “language” cannot be 'tiếng Việt'. \
         Write one of \"auto\", \"vi\", \"en\".",
    );
    check(
        "theme_dark = \"auto\"",
        "config.toml:1:14: “theme_dark” không nhận \"auto\". Hãy ghi \"dark\", \"light\", \
         \"high-contrast\", \"none\" hoặc tên một bộ màu trong thư mục themes.",
        "config.toml:1:14: “theme_dark” cannot be \"auto\". Write \"dark\", \"light\", \
         \"high-contrast\", \"none\" or the name of a theme in the themes folder.",
    );
    check(
        "[library]\nfolders = [\"a\", 1]",
        "config.toml:2:11: “library.folders” không nhận [\"a\", 1]. \
         Hãy ghi danh sách thư mục, như [\"~/bai-phat-bieu\"].",
        "config.toml:2:11: “library.folders” cannot be [\"a\", 1]. \
         Write a list of folders, such as [\"~/speeches\"].",
    );
    check(
        "[copy]\ncitation = \"{quote} {source}\"",
        "config.toml:2:21: “copy.citation” không nhận {source}. Hãy ghi một đoạn chữ trong nháy kép, \
         mỗi cặp ngoặc nhọn có một trong {quote}, {speaker}, {office}, {occasion}, {place}, {date}, \
         {title}, {number}, {address}, {url}.",
        "config.toml:2:21: “copy.citation” cannot be {source}. Write a text in quotation marks, with \
         one of {quote}, {speaker}, {office}, {occasion}, {place}, {date}, {title}, {number}, \
         {address}, {url} in each pair of braces.",
    );
    // In a text of several lines the line is that of the braces.
    let (_, problems) =
        read_text("[copy]\ncitation = \"\"\"\n“{quote}”\n— {, người nói}\n\"\"\"\n");
    let message = problems[0].message(&Messages::new(Lang::En));
    assert!(
        message.starts_with("config.toml:4:3: “copy.citation” cannot be {, người nói}. "),
        "{message}"
    );
}

#[test]
fn values_that_look_right() {
    for text in [
        "reader.measure = 19",
        "reader.measure = -80",
        "reader.measure = 80.0",
        "reader.measure = 99999999999999999999",
        "reader.measure = [80]",
        "theme = \"../dark\"",
        "theme = \"\"",
        "theme = true",
        "[theme]\nname = \"dark\"",
        "library.folders = [\"\"]",
        "copy.citation = \"\\u001B]52;c;aaaa\\u0007{quote}\"",
    ] {
        let (settings, problems) = read_text(text);
        assert_eq!(settings, Settings::default(), "{text}");
        assert!(
            matches!(problems.as_slice(), [SettingsProblem { fault: Fault::Value(_), .. }]),
            "{text}"
        );
        let message = problems[0].message(&Messages::new(Lang::Vi));
        assert!(!message.contains(char::is_control), "{message:?}");
    }
}

#[test]
fn unknown_options() {
    check(
        "[reader]\nmesure = 70\n",
        "config.toml:2:1: Không có mục “reader.mesure”. Có phải “reader.measure” không?",
        "config.toml:2:1: There is no option “reader.mesure”. Did you mean “reader.measure”?",
    );
    check(
        "'màu' = \"tối\"",
        "config.toml:1:1: Không có mục “màu”. Lệnh “dienvan config example” liệt kê mọi mục.",
        "config.toml:1:1: There is no option “màu”. “dienvan config example” lists every option.",
    );
    for (text, near) in [
        ("measure = 70", Some("reader.measure")),
        ("sidebar.min-columns = 70", Some("sidebar.min_columns")),
        ("[readr]\nmeasure = 70", Some("reader")),
        ("[search]\nmouse = true", Some("terminal.mouse")),
        ("[keys.raeder]\nx = \"quit\"", Some("keys.reader")),
        ("[keys.zzzzzz]\nx = \"quit\"", None),
    ] {
        let (_, problems) = read_text(text);
        let [SettingsProblem { fault, .. }] = problems.as_slice() else {
            panic!("{text}: {problems:?}")
        };
        assert_eq!(*fault, Fault::UnknownOption(near.map(str::to_owned)), "{text}");
    }
    check(
        "sidebar = false",
        "config.toml:1:11: “sidebar” phải là một bảng. \
         Hãy ghi [sidebar] trên một dòng riêng, rồi các mục của bảng ở dưới.",
        "config.toml:1:11: “sidebar” must be a table. \
         Write [sidebar] on a line of its own, and its options below.",
    );
}

#[test]
fn wrong_keys() {
    let settings = check(
        "[keys.reader]\n\"ctrl+d\" = \"quit\"\n\"x\" = \"quit\"",
        "config.toml:2:1: “ctrl+d” trong “keys.reader.ctrl+d” không phải là phím. Hãy ghi phím \
         như j, G, ctrl-d, alt-left, shift-f3, space hoặc pgdn; các phím bấm lần lượt cách nhau \
         một dấu cách.",
        "config.toml:2:1: “ctrl+d” in “keys.reader.ctrl+d” is not a key. Write keys such as j, G, \
         ctrl-d, alt-left, shift-f3, space or pgdn, with blanks between keys pressed one after \
         another.",
    );
    assert_eq!(settings.keymap, right("[keys.reader]\nx = \"quit\"").keymap);
    check(
        "[keys.reader]\nx = \"next-tsak\"",
        "config.toml:2:5: “keys.reader.x” không nhận \"next-tsak\": không có lệnh đó. \
         Có phải “next-task” không?",
        "config.toml:2:5: “keys.reader.x” cannot be \"next-tsak\": there is no such action. \
         Did you mean “next-task”?",
    );
    check(
        "[keys.reader]\nx = 3",
        "config.toml:2:5: “keys.reader.x” không nhận 3: không có lệnh đó. Hãy ghi tên một lệnh, \
         như \"next-task\", hoặc \"none\" để bỏ phím; “dienvan config example” liệt kê mọi lệnh.",
        "config.toml:2:5: “keys.reader.x” cannot be 3: there is no such action. Write the name \
         of an action, such as \"next-task\", or \"none\" to free the key; “dienvan config \
         example” lists them all.",
    );
    check(
        "[keys.reader]\nx = \"quit\"\n\"x y\" = \"help\"",
        "config.toml:3:1: “keys.reader.x y” và phím “x” loại trừ nhau: phím này mở đầu phím kia. \
         Hãy xóa một trong hai.",
        "config.toml:3:1: “keys.reader.x y” and the keys “x” exclude each other: one begins \
         with the other. Delete one of the two.",
    );
}

#[test]
fn a_text_that_is_no_toml() {
    let settings = check(
        "language = \"en\"\n[reader\nmeasure = 60\n",
        "config.toml:2:8: Từ chỗ này tệp không còn đúng cú pháp TOML, nên mọi mục giữ mặc định. \
         Hãy kiểm tra dấu nháy kép, dấu bằng và dấu ngoặc ở đây và ở dòng trước.",
        "config.toml:2:8: The file is not TOML from here on, so every default holds. \
         Check quotation marks, equals signs and brackets here and on the line before.",
    );
    assert_eq!(settings, Settings::default());
    check(
        "language = \"en\"\nlanguage = \"vi\"\n",
        "config.toml:2:1: “language” được ghi hai lần, nên mọi mục giữ mặc định. \
         Hãy xóa một trong hai.",
        "config.toml:2:1: “language” is set twice, so every default holds. \
         Delete one of the two.",
    );
    for text in ["\"", "=", "[", "a = \"đ", "a = 1 b = 2", "\u{1b}[31m", "x = '\u{0}'", "a.b.c"] {
        let (settings, problems) = read_text(text);
        assert_eq!((settings, problems.len()), (Settings::default(), 1), "{text:?}");
        let message = problems[0].message(&Messages::new(Lang::Vi));
        assert!(!message.contains(['⟨', '\u{1b}', '\u{0}']), "{message:?}");
    }
}

#[test]
fn problems_come_in_the_order_of_the_text() {
    let (_, problems) = read_text("[sidebar]\nwidht = 1\n[reader]\nmeasure = 1\ncentre = true\n");
    let lines: Vec<_> = problems.iter().filter_map(|p| p.place.as_ref().map(|p| p.line)).collect();
    assert_eq!(lines, [2, 4, 5]);
}

#[test]
fn themes() {
    let text = "inherits = \"light\"\ntitel = \"bold\"\ntask = \"bold rde\"\n";
    let (theme, problems) = read_theme("của-tôi", text, Path::new("themes/của-tôi.toml"));
    let light = Theme::builtin("light").unwrap();
    assert_eq!(theme.style(Face::Task), light.style(Face::Task));
    let said = |lang| {
        let messages = Messages::new(lang);
        problems.iter().map(|problem| problem.message(&messages)).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(
        said(Lang::Vi),
        "của-tôi.toml:2:1: Bộ màu không có phần “titel”. Có phải “title” không?\n\
         của-tôi.toml:3:8: “task” không nhận “rde”. Hãy ghi trong nháy kép bold, dim, italic, \
         underline, reverse hoặc strike, một màu (tên như bright-red, #rrggbb, hoặc 0 đến 255), \
         và “on” cùng màu nền."
    );
    assert_eq!(
        said(Lang::En),
        "của-tôi.toml:2:1: A theme has no part “titel”. Did you mean “title”?\n\
         của-tôi.toml:3:8: “task” cannot be “rde”. Write in quotation marks bold, dim, italic, \
         underline, reverse or strike, a colour (a name such as bright-red, #rrggbb, or 0 to \
         255), and “on” with the colour behind."
    );
    let (_, problems) = read_theme("x", "inherits = \"tối\"\nhit = 3", Path::new("x.toml"));
    let faults: Vec<_> = problems.into_iter().map(|problem| problem.fault).collect();
    assert_eq!(faults, [Fault::Base, Fault::Style("3".to_owned())]);
    let missing = SettingsProblem::no_theme("đêm", Some(Path::new("/a/config.toml")));
    assert_eq!(
        missing.message(&Messages::new(Lang::En)),
        "config.toml: There is no theme “đêm”. Write \"auto\", \"dark\", \"light\", \
         \"high-contrast\", \"none\" or the name of a theme in the themes folder."
    );
}

#[test]
fn a_picture() {
    let text = "[reader]\nmeasure = \"rộng\"  # thử\n";
    let (_, problems) = read_text(text);
    let vi = Messages::new(Lang::Vi);
    let plain = picture(&problems[0], text, &vi, PictureMode::Plain);
    assert_eq!(
        plain,
        "\
cảnh báo: “reader.measure” không nhận \"rộng\"
 --> /nhà/cấu hình/config.toml:2:11
  |
2 | measure = \"rộng\"  # thử
  |           ^^^^^^
  |
  = gợi ý: Hãy ghi một số nguyên từ 20 đến 200."
    );
    assert!(picture(&problems[0], text, &vi, PictureMode::Coloured).contains('\u{1b}'));
    let missing = picture(&SettingsProblem::no_theme("đêm", None), text, &vi, PictureMode::Plain);
    assert!(missing.starts_with("cảnh báo: Không có bộ màu “đêm”\n"), "{missing}");
    for text in ["", "a = \"đ", "x = '\u{1b}[31m'", "\n\n="] {
        for problem in read_text(text).1 {
            let drawn = picture(&problem, text, &vi, PictureMode::Plain);
            assert!(!drawn.contains('\u{1b}'), "{drawn:?}");
        }
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_read(text in "([\\[\\]=\"'.#\\n a-zđẫ0-9\u{301}\u{1b}]|reader|keys|measure){0,40}") {
        let messages = Messages::new(Lang::Vi);
        for problem in read_text(&text).1 {
            let place = problem.place.clone().unwrap();
            assert!(text.get(place.span).is_some());
            assert!(!problem.message(&messages).contains(char::is_control));
            assert!(!picture(&problem, &text, &messages, PictureMode::Plain).contains('\u{1b}'));
        }
    }
}

#[test]
fn wrong_offices() {
    let settings = check(
        "[offices]\nmine = [\"Sở Y tế\"]\n[offices.alias]\n\"Bộ Y tế\" = \"BYT\"\n\"Bộ Tài chính\" = [\"BTC\"]\n",
        "config.toml:4:13: “offices.alias.Bộ Y tế” không nhận \"BYT\". \
         Hãy ghi danh sách tên, như [\"Sở Tài chính\", \"Phòng Kinh tế\"].",
        "config.toml:4:13: “offices.alias.Bộ Y tế” cannot be \"BYT\". \
         Write a list of names, such as [\"Sở Tài chính\", \"Phòng Kinh tế\"].",
    );
    assert_eq!(settings.offices.mine, ["Sở Y tế"]);
    assert_eq!(settings.offices.alias.len(), 1);
    check(
        "[offices]\nmine = [\"\"]",
        "config.toml:2:8: “offices.mine” không nhận [\"\"]. \
         Hãy ghi danh sách tên, như [\"Sở Tài chính\", \"Phòng Kinh tế\"].",
        "config.toml:2:8: “offices.mine” cannot be [\"\"]. \
         Write a list of names, such as [\"Sở Tài chính\", \"Phòng Kinh tế\"].",
    );
}

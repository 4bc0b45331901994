//! A document that tries to act on the terminal: nothing of it gets there.

use super::support::*;
use std::os::unix::ffi::OsStrExt;

/// Writes to the clipboard, sets the title, asks where the cursor is, who the terminal is and what
/// its settings are, clears the screen, turns the direction of the line, and hides letters.
const TEXT: &str = "Bài\u{1b}]52;c;ZGllbg==\u{7} nói\u{1b}]0;tieu de xau\u{1b}\\ xấu\u{1b}]2;nua\u{9c}\n\n\
    Nhiệm\u{1b}[6n vụ\u{9b}6n sau\u{1b}[c:\u{1b}[2J\u{1b}[?1049l\u{1b}c\n\n\
    Một là: gìn\u{202e} giữ\u{200b} kỷ\u{0} luật\u{85} \u{1b}P$q\"p\u{1b}\\ \u{90}+q544e\u{9c} tốt.\n\n\
    Hai là: rà\u{9d}52;c;eGF1\u{9c} soát \u{2066}văn\u{2069} bản \u{7}\u{8}\u{c}\u{b}\u{7f} cũ.\n\n\
    Ba là: hết \u{1b}]8;;http://xau.example\u{1b}\\đường dẫn\u{1b}]8;;\u{1b}\\ \u{1b}_Gxau\u{1b}\\.\n";

/// Checks what came out of the terminal: of escape sequences only those that draw.
fn check(raw: &[u8], copies: usize) {
    let text = String::from_utf8(raw.to_vec()).expect("all that is sent is UTF-8");
    for (at, _) in text.match_indices("\x1b]") {
        let rest = &text[at + 2..];
        assert!(rest.starts_with("11;?\x1b\\") || rest.starts_with("52;c;"), "{rest:.40?}");
    }
    assert_eq!(text.matches("\x1b]52;c;").count(), copies);
    for (at, _) in text.match_indices('\x1b') {
        let next = text[at + 1..].chars().next();
        assert!(matches!(next, Some('[' | ']' | '\\')), "ESC {next:?}");
    }
    for (at, _) in text.match_indices("\x1b[") {
        let end = text[at + 2..].find(|c: char| ('@'..='~').contains(&c)).expect("an end");
        let end = at + 2 + end;
        let kind = text[end..].chars().next().expect("a final byte");
        assert!(!matches!(kind, 'n' | 'c' | 't' | 'x' | 'q' | 'i'), "{:?}", &text[at..=end]);
    }
    for c in text.chars() {
        let acts = matches!(c, '\u{80}'..='\u{9f}' | '\0' | '\u{8}' | '\u{b}' | '\u{c}' | '\u{7f}')
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        assert!(!acts, "{c:?}");
    }
    // What the program itself copies is not the document's doing.
    let own = |part: &str| part.split_once("\x1b\\").map(|(_, rest)| rest.to_owned());
    let mut parts = text.split("\x1b]52;c;");
    let mut text = parts.next().unwrap_or_default().to_owned();
    parts.for_each(|part| text.push_str(&own(part).expect("the copy ends")));
    for words in ["ZGllbg", "tieu de xau", "eGF1", "xau.example", "544e", "Gxau"] {
        assert!(!text.contains(words), "{words}");
    }
}

#[test]
fn nothing_of_it_reaches_the_terminal() {
    let home = Home::new();
    home.write("xau.txt", TEXT);
    let mut terminal = home.start("xau.txt");
    terminal.sees("Hai là: rà soát văn bản").sees("Một là: gìn giữ kỷ luật");
    terminal.press("f/giu ky luat\r").sees("/giu ky luat 1/1").leaves("/giu ky luat");
    terminal.press("m").sees("Đã đánh dấu").press("b").sees("Dấu trang của bài này (1)");
    terminal.leaves("Dấu trang của").press("o").sees("Mục lục (").leaves("Mục lục (");
    terminal.press("l").sees("Các bài đang mở (").leaves("Các bài đang mở (");
    terminal.press("2iy").sees("Đã chép").press("G").press("q");
    assert_eq!(terminal.ends(), 0);
    terminal.is_given_back();
    let raw = terminal.raw();
    check(&raw, 1);
    let text = String::from_utf8(raw).expect("UTF-8");
    let (_, rest) = text.split_once("\x1b]52;c;").expect("the copy");
    let end = rest.find(['\x07', '\x1b']).expect("an end");
    let copied = String::from_utf8(base64(&rest[..end])).expect("UTF-8");
    assert!(copied.contains("rà soát văn bản"), "{copied}");
    assert!(copied.chars().all(|c| c == '\n' || !c.is_control()), "{copied:?}");
}

#[test]
fn neither_does_anything_of_a_files_name() {
    let home = Home::new();
    let name = std::ffi::OsStr::from_bytes(b"a\x1b]0;tieu de xau\x07\xff\xc2\x9b6n.txt");
    std::fs::create_dir(home.path("bai")).expect("a folder");
    std::fs::write(home.path("bai").join(name), "Một bài không có tên\n").expect("a file");
    home.write("bai/b.txt", "Bài b\n");
    let mut terminal = home.start("bai");
    terminal
        .sees("b")
        .press("l")
        .sees("Các bài đang mở (2/2)")
        .leaves("Các bài đang mở (")
        .press("JJq");
    assert_eq!(terminal.ends(), 0);
    check(&terminal.raw(), 0);
}

#[test]
fn neither_does_anything_of_kept_bookmarks() {
    let home = Home::new();
    home.write("ket-luan.txt", SPEECH);
    let mut terminal = home.start("");
    terminal
        .sees("Phần mở đầu")
        .press("3tM")
        .sees("Ghi chú:")
        .press("ghi chú\r")
        .sees("Đã đánh dấu");
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
    let kept = home.bookmarks().replace("ghi chú", "a\\u001b]0;tieu de xau\\u0007b\\u009b6nc");
    home.write("kept/data/bookmarks.toml", kept);
    let mut terminal = home.start("");
    terminal.sees("Bài đọc lần trước, từ").press("b").sees("Dấu trang của bài này (1)").press("E");
    terminal.sees("Sửa ghi chú:").leaves("Sửa ghi chú:").leaves("Dấu trang của").press("q");
    assert_eq!(terminal.ends(), 0);
    check(&terminal.raw(), 0);
}

#[test]
fn lines_without_end_are_shown_in_time() {
    let home = Home::new();
    home.write("dai.txt", "chữ ".repeat(1_000_000)).write("lien.txt", "ữ".repeat(300_000));
    for name in ["dai.txt", "lien.txt"] {
        let mut terminal = home.start(name);
        terminal.sees("ữ").press("G").sees("100%").press("q");
        assert_eq!(terminal.ends(), 0);
    }
}

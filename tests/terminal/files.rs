//! Files, standard input, pipes, very large texts, settings.

use super::support::*;

const OTHER: &str = "Diễn văn khai mạc hội nghị\n\nMột là: Làm trước.\n\nHai là: Làm sau.\n";

#[test]
fn several_files_and_the_list_of_them() {
    let home = Home::new();
    home.write("ket-luan.txt", SPEECH).write("khai-mac.txt", OTHER);
    let terminal = home.start("ket-luan.txt khai-mac.txt");
    terminal.sees("Kết luận của Bí thư").sees("khai-mac").press("l").sees("Các bài đang mở (2/2)");
    terminal.press("khaimac\r").sees("Làm trước.").sees("Diễn văn khai mạc");
    terminal.press("K").sees("Nhiệm vụ năm 2024 (8)");
}

#[test]
fn one_comes_back_to_each_of_several_files() {
    let home = Home::new();
    home.write("khai-mac.txt", OTHER).write("ket-luan.txt", SPEECH);
    let mut terminal = home.start("khai-mac.txt ket-luan.txt");
    terminal.sees("Làm trước.").press("J").sees("Nhiệm vụ năm 2024 (8)").press("5t");
    terminal.sees("Nhiệm vụ 5/8").press("K").sees("Làm trước.").press("q");
    assert_eq!(terminal.ends(), 0);
    let terminal = home.start("khai-mac.txt ket-luan.txt");
    terminal.sees("Làm trước.").press("J").sees("Đọc tiếp từ Nhiệm vụ 5/8");
}

/// What the worker says that reads the next file is in the language of now, not of the start.
#[test]
fn what_workers_say_follows_the_language() {
    let home = Home::new();
    home.write("ket-luan.txt", SPEECH);
    home.write("hong.txt", b"Di\xe1\xbb\x85n v\xc4\x83n\n\nM\xff\xfe\xfdt.\n");
    let terminal = home.start("--lang vi ket-luan.txt hong.txt");
    terminal
        .sees("Nhiệm vụ năm 2024 (8)")
        .press(":switch-language\r")
        .sees("The interface is now in English.");
    terminal.press("J").sees("places in the text are not UTF-8");
}

#[test]
fn a_folder() {
    let home = Home::new();
    home.write("bai/ket-luan.txt", SPEECH).write("bai/2024/khai-mac.md", OTHER);
    let terminal = home.start("bai");
    terminal.sees("Diễn văn khai mạc").sees("ket-luan").press("J").sees("Nhiệm vụ năm 2024 (8)");
}

#[test]
fn a_file_that_is_gone_when_it_is_wanted() {
    let home = Home::new();
    home.write("ket-luan.txt", SPEECH).write("khai-mac.txt", OTHER);
    let mut terminal = home.start("ket-luan.txt khai-mac.txt");
    terminal.sees("Kết luận của Bí thư");
    std::fs::remove_file(home.path("khai-mac.txt")).expect("the file was there");
    terminal.press("J").sees("khai-mac.txt").press("K").sees("Nhiệm vụ năm 2024 (8)").press("q");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn a_pipe_is_read_and_the_terminal_has_the_keys() {
    let home = Home::new();
    home.write("ket-luan.txt", SPEECH);
    let mut terminal = Run::new(&home).shell("cat ket-luan.txt | dienvan -").start();
    terminal.sees("Kết luận của Bí thư").press("3t").sees("Nhiệm vụ 3/8");
    terminal.resize(80, 24).sees("Ba là: Nâng cao").press("/tham nhung\r").sees("/tham nhung ");
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
    terminal.is_given_back();
}

#[test]
fn keys_come_from_the_terminal_where_standard_input_is_something_else() {
    let home = Home::new();
    let mut terminal = Run::new(&home).shell("dienvan </dev/null").start();
    terminal.sees("Phần mở đầu").press("3t").sees("Nhiệm vụ 3/8").press("q");
    assert_eq!(terminal.ends(), 0);
    terminal.is_given_back();
}

#[test]
fn the_mouse_is_taken_only_when_asked_for_and_given_back() {
    use vt100::MouseProtocolMode::None;
    let home = Home::new();
    let mut terminal = home.start("");
    terminal
        .sees("Phần mở đầu")
        .wait_for("the mouse", |screen| screen.mouse_protocol_mode() == None);
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
    home.write("kept/config/config.toml", "[terminal]\nmouse = true\n");
    let mut terminal = home.start("");
    terminal
        .sees("Phần mở đầu")
        .wait_for("the mouse", |screen| screen.mouse_protocol_mode() != None);
    // The wheel, and a click on the last line of the sidebar.
    terminal.press("\x1b[<65;60;5M\x1b[<64;60;5M\x1b[<0;10;23M").sees("▌  Phần kết").press("q");
    assert_eq!(terminal.ends(), 0);
    terminal.is_given_back();
}

#[test]
fn an_empty_pipe_is_an_empty_text() {
    let home = Home::new();
    let mut terminal = Run::new(&home).shell("printf '' | dienvan -").start();
    terminal.sees("Văn bản này trống.").press("tGnq");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn a_pipe_gets_plain_text() {
    let home = Home::new();
    home.write("ket-luan.txt", SPEECH);
    let mut terminal = Run::new(&home).shell("dienvan ket-luan.txt | tail -n 2").start();
    assert_eq!(terminal.ends(), 0);
    assert_eq!(terminal.contents().trim(), "Xin trân trọng cảm ơn!");
    assert!(!terminal.raw().contains(&0x1b), "no escape sequence");
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let home = Home::new();
    home.write("lon.txt", SPEECH.repeat(40));
    let line = "{ dienvan lon.txt; echo \"het $?\" >&2; } | head -n 1 >/dev/null";
    let mut terminal = Run::new(&home).shell(line).start();
    terminal.sees("het 0");
    assert_eq!(terminal.ends(), 0);
    assert_eq!(terminal.contents().trim(), "het 0");
}

#[test]
fn a_very_large_text_shows_its_first_screen_and_its_end() {
    let home = Home::new();
    let mut text = SPEECH.repeat(6_000_000 / SPEECH.len() + 1);
    text.push_str("\nDòng cuối cùng của tệp lớn.\n");
    home.write("lon.txt", text);
    let mut terminal = home.start("lon.txt");
    terminal.sees("Kết luận của Bí thư Tỉnh ủy").press("G").sees("Dòng cuối cùng của tệp lớn.");
    terminal.sees("100%").press("g").sees("Kết luận của Bí thư").press("q");
    assert_eq!(terminal.ends(), 0);
    terminal.is_given_back();
}

#[test]
fn one_comes_back_to_a_place_in_a_very_large_text() {
    let home = Home::new();
    let mut text = SPEECH.repeat(30);
    text.push_str("\nDòng cuối cùng của tệp lớn.\n");
    home.write("lon.txt", text);
    let mut terminal = home.start("lon.txt");
    terminal.sees("Kết luận của Bí thư").press("G").sees("Dòng cuối cùng").press("q");
    assert_eq!(terminal.ends(), 0);
    home.start("lon.txt").sees("Đọc tiếp từ ").sees("Dòng cuối cùng của tệp lớn.");
}

#[test]
fn leaving_while_a_large_text_is_read_keeps_the_old_place() {
    let home = Home::new();
    home.write("lon.txt", SPEECH.repeat(400));
    let mut terminal = home.start("lon.txt");
    terminal.sees("Kết luận của Bí thư").press("q");
    assert_eq!(terminal.ends(), 0);
    terminal.is_given_back();
}

#[test]
fn a_wrong_setting_is_told_and_reading_goes_on() {
    let home = Home::new();
    home.write(
        "kept/config/config.toml",
        "[reader]\nmeasure = \"rộng\"\n\n[sidebar]\nwidth = 20\n",
    );
    let terminal = Run::new(&home).size(140, 30).start();
    terminal.sees("reader.measure").sees("config.toml").press("3t").sees("Nhiệm vụ 3/8");
}

#[test]
fn a_configuration_that_is_not_toml_is_told_and_reading_goes_on() {
    let home = Home::new();
    home.write("kept/config/config.toml", b"[reader\nmeasure == \xff\n");
    let terminal = Run::new(&home).size(140, 30).start();
    terminal.sees("config.toml").press("3t").sees("Nhiệm vụ 3/8");
}

#[test]
fn broken_bookmarks_are_left_alone_and_told() {
    let home = Home::new();
    home.write("kept/data/bookmarks.toml", "[[bookmarks]\nid = \n");
    let terminal = Run::new(&home).size(140, 30).start();
    terminal.sees("bookmarks.toml").press("3t").sees("Nhiệm vụ 3/8");
    assert_eq!(home.bookmarks(), "[[bookmarks]\nid = \n");
}

#[test]
fn keys_of_the_users_own() {
    let home = Home::new();
    let keys = "[keys.reader]\n\"x\" = \"next-task\"\n\"t\" = \"none\"\n\"z z\" = \"go-end\"\n";
    home.write("kept/config/config.toml", keys);
    let terminal = home.start("");
    terminal.sees("Phần mở đầu").press("x").sees("Nhiệm vụ 1/8").press("tx").sees("Nhiệm vụ 2/8");
    terminal.press("zz").sees("100%");
}

#[test]
fn utf16_and_invalid_bytes_are_read_with_a_notice() {
    let home = Home::new();
    let utf16: Vec<u8> = std::iter::once(0xFEFFu16)
        .chain("Bài nói\r\n\r\nMột là: Làm.\r\n".encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    home.write("utf16.txt", utf16)
        .write("hong.txt", b"B\xe0i n\xf3i\n\nM\xe1\xbb\x99t l\xc3\xa0: L\xc3m.\n");
    home.start("utf16.txt").sees("Một là: Làm.");
    // The emulator shows no U+FFFD.
    home.start("hong.txt").sees("UTF-8").got("L\u{fffd}m.".as_bytes());
}

#[test]
fn a_dumb_terminal_gets_plain_text() {
    let home = Home::new();
    home.write("ket-luan.txt", SPEECH);
    for term in ["dumb", "unknown"] {
        let mut terminal = Run::new(&home).env("TERM", term).args("ket-luan.txt").start();
        assert_eq!(terminal.ends(), 0);
        assert!(terminal.contents().contains("Xin trân trọng cảm ơn!"), "{}", terminal.contents());
        assert!(!terminal.raw().contains(&0x1b), "no escape sequence");
    }
}

/// A pipe that is slow shows what has come, and takes keys.
#[test]
fn a_slow_pipe_shows_what_has_come() {
    let home = Home::new();
    home.write(
        "dau.txt",
        "Kết luận hội nghị\n\nĐề nghị làm các nhiệm vụ sau:\n\nMột là: Làm trước.\n\nHai là",
    );
    home.write("cuoi.txt", ": Làm sau.\n\nBa là: Làm cuối.\n");
    // What the pipe waits for comes from the test.
    let line = "mkfifo cho; { cat dau.txt; read x < cho; cat cuoi.txt; } | dienvan -";
    let mut terminal = Run::new(&home).shell(line).start();
    terminal.sees("Kết luận hội nghị").sees("Làm trước.").sees("đang đọc").press("/truoc\r");
    terminal.sees("/truoc 1/1");
    home.write("cho", "tiếp\n");
    terminal.sees("Làm cuối.").sees("Nhiệm vụ 1/3").sees_no("đang đọc").press("3t");
    terminal.sees("Nhiệm vụ 3/3").press("q");
    assert_eq!(terminal.ends(), 0);
    terminal.is_given_back();
}

#[test]
fn a_pipe_that_does_not_end_is_left_by_a_key() {
    let home = Home::new();
    for (sent, shown) in [("printf 'Một dòng.\\n'", "Một dòng."), ("true", "Đang đọc tệp…")]
    {
        let line = format!("{{ {sent}; exec sleep 60; }} | dienvan -");
        let mut terminal = Run::new(&home).shell(&line).start();
        // The shell waits for what does not end.
        terminal.sees(shown).press("q").is_given_back();
        terminal.kill();
    }
}

#[test]
fn a_slow_pipe_of_another_format_is_shown_once_it_is_there() {
    let home = Home::new();
    home.write("bai.rtf", "{\\rtf1\\ansi K\\'e9t lu\\'een\\par M\\'f4t\\par}");
    let line = "mkfifo cho; { head -c 20 bai.rtf; read x < cho; tail -c +21 bai.rtf; } | dienvan -";
    let mut terminal = Run::new(&home).shell(line).start();
    terminal.sees("Đang đọc tệp…");
    home.write("cho", "tiếp\n");
    terminal.sees("Két lu").press("q");
    assert_eq!(terminal.ends(), 0);
}

/// A pipe with a name that nobody writes to holds up neither the first screen nor the next text.
#[test]
fn a_named_pipe_keeps_nobody_waiting() {
    let home = Home::new();
    let mut terminal = Run::new(&home).shell("mkfifo cho; dienvan cho").start();
    terminal.sees("Đang đọc tệp…").press("q");
    assert_eq!(terminal.ends(), 0);
    terminal.is_given_back();
    home.write("dau.txt", "Bài thứ nhất\n\nMột đoạn.\n").write("sau.txt", "Bài sau\n\nHết.\n");
    let mut terminal = Run::new(&home).shell("dienvan dau.txt cho sau.txt").start();
    terminal.sees("Bài thứ nhất").press("J").sees("Đang đọc tệp…").press("J").sees("Hết.");
    terminal.press("K").sees("Đang đọc tệp…");
    home.write("cho", "Bài từ ống\n\nMột là: Làm ngay.\n\nHai là: Báo cáo.\n");
    terminal.sees("Làm ngay.").sees_no("đang đọc").press("q");
    assert_eq!(terminal.ends(), 0);
}

//! Which speeches lists, searches and the register cover: those that were named or are open, and the library.

use super::assigned::NOTICE;
use super::driver::*;
use crate::app::{ExportMatter, ShelfScope, Shelved, Stock};
use std::path::PathBuf;

const A: &str =
    "Báo cáo đê điều\n\nCác nhiệm vụ sau:\n\nMột là: gia cố đê.\n\nHai là: đắp đê bao.\n";
const B: &str = "Thư gửi xã\n\nXã có hai đoạn đê, đê cũ và đê mới.\n";

/// A folder with two files on the command line.
fn folder() -> Setup {
    let mut setup = Setup::new(vec![speech("bai/1.txt", "Lời dặn\n\nKhông có gì.\n")])
        .file("bai/a.txt", Ok(A))
        .file("bai/b.txt", Ok(B));
    setup.stock = Stock::Named;
    setup
}

fn of_library(reader: &mut Reader) {
    let file = |name: &str| Shelved { path: PathBuf::from(name), about: None };
    let files = vec![file("lib/x.txt"), file("lib/y.txt"), file("bai/a.txt")];
    reader.event(crate::app::Event::Shelved(ShelfScope::Library, files));
}

#[test]
fn a_folder_is_looked_into_behind_the_first_screen() {
    let reader = folder().start();
    assert_eq!(reader.shelved, [ShelfScope::Open]);
    let mut one = Setup::new(vec![shipped()]);
    one.stock = Stock::Named;
    assert_eq!(one.start().shelved, []);
}

#[test]
fn the_list_shows_what_was_named_and_with_one_key_the_library() {
    let mut reader = folder().start();
    reader.press("l");
    assert!(reader.screen().contains("Các bài đang mở (3/3)"), "{}", reader.screen());
    assert!(reader.foot().contains("tab thư viện"), "{}", reader.foot());
    reader.press("tab");
    assert!(reader.shelved.contains(&ShelfScope::Library));
    of_library(&mut reader);
    assert!(reader.screen().contains("Thư viện (3/3)"), "{}", reader.screen());
    assert!(reader.foot().contains("tab các bài đang mở"), "{}", reader.foot());
    reader.press("tab");
    assert!(reader.screen().contains("Các bài đang mở (3/3)"), "{}", reader.screen());
    // What is of the library only is not in the sidebar, and J passes over it.
    reader.press("esc J J J");
    assert_eq!(reader.app.shelf().current().place(), 0);
    assert!(!reader.screen().contains("▸ x"), "{}", reader.screen());
    // The scope stays as it was chosen.
    reader.press("l tab esc l");
    assert!(reader.screen().contains("Thư viện (3/3)"), "{}", reader.screen());
}

#[test]
fn the_library_shows_what_is_open_too() {
    let mut reader = Setup::new(vec![shipped()]).file("a.txt", Ok(A)).start();
    reader.press("l");
    assert!(reader.screen().contains("Thư viện (2/2)"), "{}", reader.screen());
    reader.press("tab");
    assert!(reader.screen().contains("Các bài đang mở (1/1)"), "{}", reader.screen());
}

#[test]
fn a_search_covers_what_was_named_and_with_the_same_key_the_library() {
    let mut reader = folder().start();
    reader.press("S").write("đê");
    assert_eq!(reader.hunted.last(), Some(&ShelfScope::Open));
    assert!(reader.screen().contains("Tìm trong các bài đang mở: 6 chỗ"), "{}", reader.screen());
    reader.press("tab");
    assert_eq!(reader.hunted.last(), Some(&ShelfScope::Library));
    assert!(reader.screen().contains("Tìm trong thư viện: "), "{}", reader.screen());
    let mut reader = Setup::new(vec![shipped()]).file("a.txt", Ok(A)).start();
    reader.press("S").write("đê");
    assert_eq!(reader.hunted.last(), Some(&ShelfScope::Library));
    reader.press("tab");
    assert!(reader.screen().contains("Tìm trong các bài đang mở"), "{}", reader.screen());
    assert!(!reader.screen().contains("gia cố đê"), "a.txt is not open\n{}", reader.screen());
}

#[test]
fn what_is_open_is_taken_into_the_library_and_back() {
    {
        let key = "ctrl-t";
        let mut reader = folder().start();
        reader.press("l").press(key);
        let screen = reader.screen();
        assert!(screen.contains("Nhập 3 tệp đang mở vào thư viện"), "{screen}");
        reader.press("esc");
        assert_eq!(reader.imported, Vec::<PathBuf>::new());
        reader.press(key).press("enter");
        assert_eq!(reader.imported.len(), 3);
        assert!(reader.notice().contains("3 bài mới"), "{}", reader.notice());
        reader.press("f9");
        assert_eq!(reader.deleted.len(), 3);
    }
    let mut reader = seed();
    reader.press(":").write("import-open").press("enter");
    assert!(reader.notice().contains("Không có tệp nào đang mở"), "{}", reader.notice());
}

#[test]
fn files_are_opened_and_imported_by_their_paths() {
    let mut reader = Setup::new(vec![shipped()]).file("bai/a.txt", Ok(A)).start();
    reader.press(":").write("open").press("enter");
    assert!(reader.foot().contains("Mở tệp hoặc thư mục"), "{}", reader.foot());
    reader.write("ba").press("tab enter");
    assert!(reader.status().contains("Báo cáo đê điều"), "{}", reader.status());
    reader.press(":").write("nhap tep hoac").press("enter").write("bai/a.txt").press("enter");
    assert_eq!(reader.imported, [PathBuf::from("bai/a.txt")]);
    reader.press(":").write("open").press("enter").write("khong/co").press("enter");
    assert!(!reader.notice().is_empty());
}

#[test]
fn speech_tasks_and_bookmarks_are_exported() {
    for (keys, command, file) in [
        ("m", "export-speech", "2023-12-20-ket-luan-noi-chinh.md"),
        ("r", "export-tasks", "nhiem-vu.xlsx"),
        ("m", "export-bookmarks", "dau-trang.md"),
    ] {
        let speech = match keys {
            "r" => speech("thong-bao.txt", NOTICE),
            _ => shipped(),
        };
        let mut reader = Setup::new(vec![speech]).start();
        reader.press(keys).press(":").write(command).press("enter");
        assert!(reader.foot().contains(file), "{command}: {}", reader.screen());
        reader.press("enter");
        let exported = reader.exported.pop();
        let exported = exported.unwrap_or_else(|| panic!("{command}: {}", reader.screen()));
        assert_eq!(exported.path, PathBuf::from(file));
        match exported.matter {
            ExportMatter::Speech(speech) => assert_eq!(speech.id.as_str(), &file[..29]),
            ExportMatter::Tasks(rows, _) => assert_eq!(rows.len(), 5),
            ExportMatter::Bookmarks(all) => assert_eq!(all.len(), 1),
        }
    }
}

#[test]
fn lists_and_tables_are_copied_as_tables() {
    let mut reader = seed();
    reader.press("3t :").write("copy-cells").press("enter");
    let lines: Vec<&str> = reader.copied[0].lines().collect();
    assert_eq!((lines[0], lines.len()), ("Địa chỉ\tSố thứ tự\tNội dung", 9));
    assert!(lines[3].starts_with("nv.3\tBa là:\tNâng cao"), "{}", lines[3]);
    reader.press(":").write("copy-markdown").press("enter");
    let lines: Vec<&str> = reader.copied[1].lines().collect();
    assert_eq!(lines[1], "|---|---|---|");
    assert!(lines[4].starts_with("| nv.3 | Ba là: | Nâng cao"), "{}", lines[4]);
    let table = "Kế hoạch\n\n| TT | Việc | Hạn |\n|---|---|---|\n| 1 | Rà soát | 2024 |\n| 2 | Sửa | 2025 |\n";
    let mut reader = Setup::new(vec![speech("x.md", table)]).size((60, 6)).start();
    reader.press("G :").write("copy-cells").press("enter");
    assert_eq!(reader.copied, ["TT\tViệc\tHạn\n1\tRà soát\t2024\n2\tSửa\t2025"]);
    let mut reader = Setup::new(vec![speech("x.txt", PLAIN)]).start();
    reader.press(":").write("copy-cells").press("enter");
    assert!(reader.notice().contains("không có bảng"), "{}", reader.notice());
}

#[test]
fn an_address_is_handed_on_only_after_it_was_asked() {
    let mut speech = speech("x.txt", PLAIN);
    speech.meta.url = Some("https://vi.du/bai".to_owned());
    for (keys, opened) in
        [("esc", vec![]), ("down enter", vec![]), ("enter", vec!["https://vi.du/bai"])]
    {
        let mut reader = Setup::new(vec![speech.clone()]).start();
        reader.press(":").write("open-address").press("enter");
        assert!(reader.screen().contains("https://vi.du/bai"), "{}", reader.screen());
        reader.press(keys);
        assert_eq!(reader.opened_outside, opened, "{keys}");
    }
    speech.meta.url = Some("file:///etc/passwd".to_owned());
    let mut reader = Setup::new(vec![speech]).start();
    reader.press(":").write("open-address").press("enter");
    assert!(reader.notice().contains("Không biết địa chỉ"), "{}", reader.notice());
    reader.press(":").write("open-original").press("enter");
    assert_eq!(reader.opened_outside, ["x.txt"]);
}

#[test]
fn settings_are_edited_and_hold_at_once() {
    let mut reader = seed();
    reader.press(":").write("cau hinh trong trinh").press("enter");
    assert_eq!(reader.done, ["settings"]);
    let text =
        "language = \"en\"\n[sidebar]\nvisible = false\n[keys.reader]\n\"w\" = \"next-task\"\n";
    let (settings, _) = crate::settings::read(text, "config.toml".as_ref());
    reader.event(crate::app::Event::SettingsRead(Box::new(settings), Vec::new()));
    assert!(reader.notice().contains("read again"), "{}", reader.notice());
    assert!(!reader.has_sidebar());
    reader.press("w");
    assert!(reader.status().contains("Task 1/8"), "{}", reader.status());
}

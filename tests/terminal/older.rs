//! Places that an older version kept, in texts whose outline is another one now.

use super::home::{Home, Run};
use std::fs;
use std::path::Path;

#[test]
fn a_place_kept_by_an_older_version_is_on_the_same_words() {
    let older = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/older");
    for (what, first) in [
        ("khai-mac.txt", "1. Thẩm tra, thảo luận 19 báo cáo"),
        ("hop-thon.txt", "- Da do be tong 240 met"),
        ("thuy-san.txt", "C- NHIỆM VỤ, GIẢI PHÁP"),
        ("2023-12-20-ket-luan-noi-chinh", "Ba là: Nâng cao vai trò"),
        ("dien-van-khai-mac-cua-tong-giam-doc", "2. giám đốc trực tiếp làm chủ tịch"),
    ] {
        let home = Home::new();
        if let Ok(text) = fs::read(older.join("texts").join(what)) {
            home.write(what, text);
        }
        for name in [
            "data/library/dien-van-khai-mac-cua-tong-giam-doc.md",
            "data/library/dien-van-khai-mac-cua-tong-giam-doc.toml",
            "state/positions.toml",
        ] {
            let text = fs::read_to_string(older.join("kept").join(name)).expect("a file");
            home.write(&format!("kept/{name}"), text);
        }
        // As large as it was: at the end of a text the place is not the first line of a larger one.
        let mut terminal = Run::new(&home).args(what).size(100, 24).start();
        terminal.sees("Đọc tiếp từ ");
        terminal.wait_for("the words on the first line", |screen| {
            screen.rows(0, 100).next().is_some_and(|line| line.contains(first))
        });
        terminal.press("q");
        assert_eq!(terminal.ends(), 0);
        // The other places are kept; of a text that has another id now the old one besides.
        assert!(home.positions().matches("[[positions]]").count() >= 5, "{what}");
    }
}

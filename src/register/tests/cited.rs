//! A document asked for and one that is cited in; whether it is that out.

use crate::register::WantedDocument;
use crate::register::row::RegisterCell;
use crate::text::TextRange;

#[test]
fn documents_are_found_by_their_numbers() {
    let number = |text: &str| {
        let is_number =
            |word: &&str| word.contains(['-', '/']) && word.contains(|c: char| c.is_ascii_digit());
        text.split_whitespace().find(is_number).map(str::to_owned)
    };
    for (asked, cited, wanted) in [
        ("57-NQ/TW", "Nghị quyết số 57-NQ/TW", true),
        ("Nghị quyết số 57-NQ/TW", "Nghị quyết số 57-NQ/TW", true),
        ("Nghị quyết 57-NQ/TW", "Nghị quyết số 57-NQ/TW", true),
        ("Nghị quyết 57-NQ/TW", "Nghị quyết số 157-NQ/TW", false),
        ("57 - NQ/TW", "Nghị quyết số 57-NQ/TW", true),
        ("57–nq/tw", "Nghị quyết số 57-NQ/TW", true),
        ("57-NQ/TW", "Nghị quyết 57 - NQ/TW", true),
        ("57-NQ/TW", "Nghị quyết số 157-NQ/TW", false),
        ("57-NQ/TW", "Nghị quyết số 57-NQ/TU", false),
        ("NQ 57", "Nghị quyết số 57-NQ/TW", true),
        ("NQ57", "Nghị quyết số 57-NQ/TW", true),
        ("Nghị quyết 57", "Nghị quyết số 57-NQ/TW", true),
        ("Nghị quyết số 57", "Nghị quyết 57", true),
        ("nghi quyet 57", "Nghị quyết 57", true),
        ("57", "Nghị quyết số 57-NQ/TW", true),
        ("QĐ 57", "Nghị quyết số 57-NQ/TW", false),
        ("QĐ 42", "Quyết định 42/2014/QĐ-TTg", true),
        ("42/2014", "Quyết định 42/2014/QĐ-TTg", true),
        ("42/2014/QĐ-TTg", "Quyết định 42/2014/QĐ-TTg", true),
        ("42/2014/QD-TTg", "Quyết định 42/2014/QĐ-TTg", true),
        ("42/20", "Quyết định 42/2014/QĐ-TTg", false),
        ("CĐ 8", "Công điện số 08/CĐ-TTg", true),
        ("Luật Đất đai", "Luật Đất đai năm 2024", true),
        ("Luật Đất", "Luật Đấu thầu", false),
    ] {
        let cell = RegisterCell {
            text: cited.to_owned(),
            line: 1,
            range: TextRange::new(0, cited.len()),
            expansion: None,
        };
        let found = WantedDocument::new(asked).is(&cell, number(cited).as_deref());
        assert_eq!(found, wanted, "{asked}: {cited}");
    }
}

//! The shipped speech, whole, and small texts with one phenomenon each.

mod beside;
mod ending;
mod false_friends;
mod furniture;
mod headings;
mod inline;
mod keys;
mod learning;
mod lists;
mod long;
mod metadata;
mod nesting;
mod offices;
mod places;
mod quotes;
mod roles;
mod rules;
mod tables;
mod titles;

use super::{Lexicon, parse};
use crate::speech::{FurnitureKind, SectionKind};
use crate::text::decode;

const SHIPPED: &str = include_str!("../../../data/speeches/2023-12-20-ket-luan-noi-chinh.txt");

/// Writes an outline as text: one line an item, indented by its level, a line a series before it.
fn outline(text: &str) -> String {
    let text = decode(text.as_bytes().to_vec()).text;
    let parsed = parse(&text, &Lexicon::shipped());
    let mut out = String::new();
    for (index, item) in parsed.outline.items.iter().enumerate() {
        let series = &parsed.outline.series[item.series];
        if series.items.first() == Some(&index) {
            out += &format!("[{} {:?} {}]\n", series.code(), series.title, series.count);
        }
        let indent = "  ".repeat(item.level as usize);
        let address = parsed.outline.address(index);
        let marker = item.marker.of(&text);
        out += &format!("{indent}{address} {marker} @{} {}\n", item.line, item.role.name());
    }
    out
}

/// Writes how the items of a text lie in each other, whatever they are for: "1.(a) b)) 2.".
fn shape(text: &str) -> String {
    let parsed = parse(text, &Lexicon::shipped());
    let mut out = String::new();
    let mut level = 1;
    for item in &parsed.outline.items {
        while level > item.level {
            out.push(')');
            level -= 1;
        }
        out.push(if item.level > level { '(' } else { ' ' });
        level = item.level;
        out.push_str(item.marker.of(text));
    }
    out.push_str(&")".repeat(usize::from(level) - 1));
    out.trim_start().to_owned()
}

fn check(text: &str, expected: &str) {
    let expected = expected.trim_start_matches('\n').trim_end_matches(' ');
    assert_eq!(outline(text), expected, "of {text:?}");
    let decomposed: String = unicode_normalization::UnicodeNormalization::nfd(text).collect();
    assert_eq!(outline(&decomposed), expected, "of {text:?} in NFD");
}

#[test]
fn the_shipped_speech_has_its_three_series() {
    check(
        SHIPPED,
        "
[kq \"Kết quả\" 6]
  kq.1 Một là: @24 result
  kq.2 Hai là: @32 result
  kq.3 Ba là: @40 result
  kq.4 Bốn là: @42 result
  kq.5 Năm là: @46 result
  kq.6 Sáu là: @48 result
[hc \"Tồn tại, hạn chế\" 3]
  hc.1 Một là: @52 limitation
  hc.2 Hai là: @54 limitation
  hc.3 Ba là: @56 limitation
[nv \"Nhiệm vụ năm 2024\" 8]
  nv.1 Một là: @62 task
  nv.2 Hai là: @64 task
  nv.3 Ba là: @72 task
  nv.4 Bốn là: @78 task
  nv.5 Năm là: @80 task
  nv.6 Sáu là: @84 task
  nv.7 Bảy là: @90 task
  nv.8 Tám là: @92 task
",
    );
}

#[test]
fn the_shipped_speech_has_its_furniture_and_sections() {
    let parsed = parse(SHIPPED, &Lexicon::shipped());
    let furniture: Vec<(FurnitureKind, u32, u32)> =
        parsed.outline.furniture.iter().map(|f| (f.kind, f.first_line, f.last_line)).collect();
    use FurnitureKind::{Caption, Chrome, Closing, Front, Salutation};
    assert_eq!(
        furniture,
        [
            (Chrome, 1, 2),
            (Front, 4, 4),
            (Chrome, 6, 7),
            (Front, 8, 12),
            (Caption, 10, 10),
            (Caption, 12, 12),
            (Salutation, 58, 58),
            (Closing, 98, 102),
            (Salutation, 98, 98),
        ]
    );
    let line = |pos: usize| SHIPPED[..pos].matches('\n').count() + 1;
    let sections: Vec<(SectionKind, usize)> = parsed
        .outline
        .sections
        .iter()
        .map(|section| (section.kind, line(section.range.start.get())))
        .collect();
    assert_eq!(
        sections,
        [
            (SectionKind::Opening, 4),
            (SectionKind::Series(0), 22),
            (SectionKind::Series(1), 50),
            (SectionKind::Series(2), 58),
            (SectionKind::Closing, 98),
        ]
    );
    // An item ends before the lead-in of the next list, not with it.
    let end = parsed.outline.items[5].range.end.get();
    assert_eq!(line(end), 48);
    assert_eq!(line(parsed.outline.items[16].range.end.get()), 96);
}

#[test]
fn the_shipped_speech_names_its_speaker_and_day() {
    let parsed = parse(SHIPPED, &Lexicon::shipped());
    assert_eq!(parsed.speaker.as_deref(), Some("Lê Thị Thủy"));
    assert_eq!(
        parsed.office.as_deref(),
        Some("Ủy viên Trung ương Đảng - Bí thư Tỉnh ủy - Chủ tịch HĐND tỉnh")
    );
    assert_eq!(parsed.date.map(|date| date.to_string()).as_deref(), Some("2023-12-20"));
    assert_eq!(parsed.language, "vi");
    let title = parsed.title.expect("the title is in the text");
    assert!(title.starts_with("Kết luận của Bí thư Tỉnh ủy tại hội nghị"), "{title}");
}

#[test]
fn what_is_not_marked_is_no_item() {
    for text in [
        "",
        "\n\n\n",
        "Năm 2023, là năm giữa nhiệm kỳ, các cấp ủy đã cố gắng.",
        "Một trong những bài viết gần đây của ông,\n\nHai bên hành lang dài nối từ sảnh.",
        "Thứ hai, ngày 20/01/2025 - 19:33\n\nThứ ba, 21/01/2025",
        "Thứ trưởng Bộ Quốc phòng phát biểu.\n\nThứ hạng của tỉnh được nâng lên.",
        "Điều này được coi là hành vi vi phạm.\n\nPhần lớn nguồn thu ngân sách tăng.",
        "5. Đứng một mình.",
        "16/11/2025 và số 218 ngày 17/11/2025.\n\n69,87%; các tỉnh cơ bản đạt trên 90%.",
        "Trước hết, Chủ tịch phát biểu bằng tiếng Pháp.",
        "2025.\n\n1.250 tỷ đồng đã được giải ngân.",
    ] {
        check(text, "");
    }
}

#[test]
fn families_are_read_in_their_typography() {
    check(
        "Nhiệm vụ sau:\n\n**Thứ nhất,** rà soát.\n\n*Thứ hai,* sửa đổi.\n\nThứ 3: ban hành.",
        "
[nv \"Nhiệm vụ\" 3]
  nv.1 Thứ nhất, @3 task
  nv.2 Thứ hai, @5 task
  nv.3 Thứ 3: @7 task
",
    );
    check(
        "I. KẾT QUẢ ĐẠT ĐƯỢC\n\n1. Về kinh tế:\n\na) Thu ngân sách tăng;\n\nb) Chi giảm.\n\n2. Về xã hội.\n\nII- HẠN CHẾ",
        "
[md \"\" 2]
  md.1 I. @1 result
[kq \"Kết quả đạt được\" 2]
    kq.1 1. @3 result
      kq.1.1 a) @5 result
      kq.1.2 b) @7 result
    kq.2 2. @9 result
  md.2 II- @11 limitation
",
    );
}

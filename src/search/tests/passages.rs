//! Where hits end: at items and headings; and how much of a hit is told.

use super::*;
use crate::properties::speech_of;
use crate::search::found::Snippet;

/// Finds words in a text with its outline; gives the hits as text.
fn found(query: &str, text: &str) -> Vec<(String, String)> {
    let speech = speech_of(text, &LEXICON);
    let query = read(query, Mode::Smart, Stage::Finished);
    let hits = find(Sought::from(&speech), &Page::of(&speech.text, &speech.blocks), &query);
    let told = |hit: &Hit| Snippet::matched(&speech, hit.parts()).text;
    hits.iter().map(|hit| (hit.range.of(&speech.text).to_owned(), told(hit))).collect()
}

#[track_caller]
fn check(query: &str, text: &str, expected: &[&str]) {
    let hits: Vec<String> = found(query, text).into_iter().map(|(hit, _)| hit).collect();
    assert_eq!(hits, expected, "{query:?} in {text:?}");
}

#[test]
fn a_hit_of_several_words_stays_in_one_item() {
    // Emphasis stands before the markers.
    let text = "## II. NHIỆM VỤ\n\n*Thứ nhất,* giải quyết đơn thư.\n\n*Thứ hai,* giữ vững tinh thần.\n\n\
                **Thứ ba,** không rút ngắn quy trình, giải tán ban cũ.\n\n*Thứ tư,* ngắn gọn.";
    check("giai ngan", text, &["ngắn quy trình, giải"]);
    check("giai don thu tinh", text, &[]);
    // What goes on an item is of it, up to a heading.
    let text = "Các nhiệm vụ sau:\n\n1. Sửa cầu Bến Sông trong quý hai.\n\nVốn lấy từ quỹ xã.\n\n2. Đào giếng.\n\n\
                Vốn do dân góp.";
    check("cau von", text, &["cầu Bến Sông trong quý hai.\n\nVốn"]);
    check("gieng quy", text, &[]);
    let text = "1. Sửa cầu.\n\n**TỔ CHỨC THỰC HIỆN**\n\nVăn phòng theo dõi.\n\n2. Đào giếng.";
    check("cau thuc", text, &[]);
    check("chuc theo", text, &[]);
    // Members inside a paragraph are items.
    let text = "Giao các đơn vị: (1) sửa cầu treo; (2) đào giếng khơi; (3) trồng cây.";
    check("cau gieng", text, &[]);
    check("gieng dao", text, &["đào giếng"]);
}

#[test]
fn a_long_hit_is_told_in_short() {
    let filler = "rất nhiều chữ khác ở giữa ".repeat(100);
    let text = format!("1. Sửa cầu {filler} và đường.\n\n2. Đào giếng.");
    let hits = found("duong cau", &text);
    assert_eq!(hits.len(), 1);
    let (hit, told) = &hits[0];
    assert!(hit.len() > 2000);
    assert!(told.starts_with("cầu") && told.ends_with("đường"), "{told}");
    assert!(told.contains(" … ") && told.chars().count() < 60, "{told}");
}

//! Headings without a marker, and the sections they make.

use crate::speech::parse::{Lexicon, parse};
use crate::speech::{BlockKind, SectionKind};

const PROSE: &str = "Trong năm qua, các cấp, các ngành đã chủ động triển khai nhiều việc, từ xây dựng \
kế hoạch đến kiểm tra thực hiện, và đạt được những chuyển biến rõ nét trên địa bàn toàn tỉnh.";

/// Returns the headings of a text, indented by depth.
fn headings(text: &str) -> String {
    let text =
        format!("Bài phát biểu tại buổi làm việc\n\n{PROSE}\n\n{}", text.replace("@", PROSE));
    let parsed = parse(&text, &Lexicon::shipped());
    let mut out = String::new();
    for section in &parsed.outline.sections {
        let indent = "  ".repeat(usize::from(section.depth));
        match section.kind {
            SectionKind::Heading(range) => out += &format!("{indent}{}\n", range.of(&text)),
            SectionKind::Series(series) => {
                out += &format!("{indent}[{}]\n", parsed.outline.series[series].code())
            }
            SectionKind::Opening | SectionKind::Closing => {}
        }
    }
    out
}

#[test]
fn headings_of_markdown_and_html_nest_by_their_levels() {
    assert_eq!(
        headings("## Kết quả\n\n@\n\n### Kinh tế\n\n@\n\n### Xã hội\n\n@\n\n## Hạn chế\n\n@"),
        "Kết quả\n  Kinh tế\n  Xã hội\nHạn chế\n"
    );
    assert_eq!(
        headings("<h2>Kết quả</h2>\n\n@\n\n<h3 class=\"x\">Kinh tế</h3>\n\n@"),
        "Kết quả\n  Kinh tế\n"
    );
}

#[test]
fn capitals_over_several_lines_are_one_heading() {
    assert_eq!(
        headings("@\n\nPHƯƠNG HƯỚNG, NHIỆM VỤ\nTRONG NHIỆM KỲ TỚI\n\n@\n\n**Về nông nghiệp**\n\n@"),
        "PHƯƠNG HƯỚNG, NHIỆM VỤ\nTRONG NHIỆM KỲ TỚI\n  **Về nông nghiệp**\n"
    );
}

#[test]
fn a_short_plain_line_over_prose_is_a_heading() {
    assert_eq!(
        headings("@\n\nMột số kết quả bước đầu\n\n@\n\nNhững việc còn lại\n\n@"),
        "Một số kết quả bước đầu\nNhững việc còn lại\n"
    );
}

#[test]
fn words_that_open_paragraphs_are_headings_where_there_are_several() {
    assert_eq!(
        headings(
            "@\n\nVề kinh phí: sở chủ trì, báo cáo trước ngày 30.\n\nVề nhân sự: giữ nguyên như phương án đã duyệt.\n\n@"
        ),
        "Về kinh phí\nVề nhân sự\n"
    );
    assert_eq!(headings("@\n\nVề kinh phí: sở chủ trì, báo cáo trước ngày 30.\n\n@"), "");
}

#[test]
fn what_ends_like_a_sentence_is_no_heading() {
    for line in [
        "Hội nghị bắt đầu lúc 8 giờ.",
        "Rất đáng mừng,",
        "**Đây là một câu. Và đây là một câu nữa.**",
        "và những việc khác",
        "XIN TRÂN TRỌNG CẢM ƠN!",
        "12 345 678",
    ] {
        assert_eq!(headings(&format!("@\n\n{line}\n\n@")), "", "{line}");
    }
}

#[test]
fn a_heading_gives_the_list_under_it_its_role_and_its_place() {
    let text = format!(
        "{PROSE}\n\nMột số hạn chế\n\nMột là, chậm.\n\nHai là, thiếu.\n\nNhiệm vụ thời gian tới\n\nMột là, làm.\n\nHai là, sửa."
    );
    assert_eq!(headings(&text), "Một số hạn chế\n  [hc]\nNhiệm vụ thời gian tới\n  [nv]\n");
    let text = format!("Bài phát biểu tại buổi làm việc\n\n{text}");
    let parsed = parse(&text, &Lexicon::shipped());
    let kinds = parsed.blocks.iter().filter(|block| block.kind == BlockKind::Heading).count();
    assert_eq!(kinds, 2);
    let titles: Vec<&str> =
        parsed.outline.series.iter().map(|series| series.title.as_str()).collect();
    assert_eq!(titles, ["Một số hạn chế", "Nhiệm vụ thời gian tới"]);
}

//! What says what a list is for, and what was seen to be odd.

use crate::speech::parse::{Lexicon, parse};
use crate::speech::{Problem, RoleSource, Sequence};

/// Returns role, source and cue of the first series.
fn first(text: &str) -> (&'static str, RoleSource, String) {
    let parsed = parse(text, &Lexicon::shipped());
    let series = parsed.outline.series.first().unwrap_or_else(|| panic!("a series in {text:?}"));
    let cue = series.evidence.cue.map(|cue| cue.of(text).to_owned()).unwrap_or_default();
    (series.role.name(), series.evidence.source, cue)
}

#[test]
fn the_lead_in_decides_before_all_else() {
    let items = "\n\nMột là, tiếp tục.\n\nHai là, tăng cường.";
    for (lead, role, cue) in [
        ("Bên cạnh những kết quả đạt được, còn những hạn chế sau:", "limitation", "hạn chế"),
        ("Để khắc phục những khó khăn, yếu kém, cần các giải pháp sau:", "task", "giải pháp"),
        ("Cần làm ngay các giải pháp sau để tháo gỡ khó khăn, vướng mắc:", "task", "giải pháp"),
        ("Kết quả thực hiện nhiệm vụ năm qua như sau:", "result", "Kết quả thực hiện nhiệm vụ"),
        ("Nguyên nhân chủ quan là:", "cause", "Nguyên nhân chủ quan"),
        ("Hội nghị rút ra ba bài học kinh nghiệm:", "lesson", "bài học kinh nghiệm"),
        ("Cán bộ còn những hạn chế so với yêu cầu:", "limitation", "hạn chế"),
        ("Về việc này, có hai quan điểm đang tồn tại:", "viewpoint", "quan điểm"),
        ("Trong năm, xã đã triển khai nhiều nhiệm vụ, cụ thể:", "result", "nhiệm vụ"),
        ("Xã đã đạt chuẩn, thời gian tới cần làm các nhiệm vụ sau:", "task", "nhiệm vụ"),
    ] {
        let found = first(&format!("{lead}{items}"));
        assert_eq!(found, (role, RoleSource::LeadIn, cue.to_owned()), "{lead}");
    }
}

#[test]
fn what_tasks_are_reported_on_is_no_task() {
    let roles = |text: &str| -> Vec<&str> {
        let parsed = parse(text, &Lexicon::shipped());
        parsed.outline.items.iter().map(|item| item.role.name()).collect()
    };
    // Named as the topic of a report.
    let text = "**I. KẾT QUẢ ĐẠT ĐƯỢC**\n\na) Nhiệm vụ có hạn trong quý:\n\n- Ba việc xong trước hạn.\n\n- Một việc xong đúng hạn.\n\nb) Nhiệm vụ của thôn.\n\n**II. HẠN CHẾ**\n\nCòn thiếu người.";
    assert_eq!(roles(text)[1..4], ["result", "result", "result"]);
    // What enacts articles says nothing of them; one chapter of three speaks for itself.
    let text = "Theo đề nghị của Chính phủ, QUYẾT NGHỊ:\nChương 1:\nNHỮNG QUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nChương 2:\nNHÀ Ở\nĐiều 2. Nhà\nChương 3:\nTỔ CHỨC THỰC HIỆN\nĐiều 3. Hiệu lực";
    assert_eq!(roles(text), ["other", "other", "other", "other", "task", "task"]);
    // A heading alone has its own word, whatever the announcement says.
    let text = "Huyện triển khai thực hiện kế hoạch như sau:\n\nI. Mục đích, yêu cầu\n\n1. Giữ rừng.\n\n2. Giữ nước.";
    assert_eq!(roles(text), ["other"; 3]);
    // The note of an editor hides no colon.
    let text = "Chương 1:\n\nTỔ CHỨC THỰC HIỆN\n\nĐiều 1. Kinh phí được quy định như sau: [Điều này được hướng dẫn bởi Điều 9]\n\n1. Vốn tỉnh;\n\n2. Vốn xã.";
    assert_eq!(roles(text)[2..], ["other", "other"]);
}

#[test]
fn a_number_of_members_announces_without_a_colon() {
    let text = "Bộ trưởng nhấn mạnh 3 nhóm nhiệm vụ của ngành trong quý tới.\n\nThứ nhất, cơ sở.\n\nThứ hai, nguồn lực.";
    assert_eq!(first(text), ("task", RoleSource::LeadIn, "nhiệm vụ".to_owned()));
}

#[test]
fn headings_verbs_and_the_kind_of_document_come_after_it() {
    let text = "Bài phát biểu tại buổi làm việc\n\nMở đầu bằng một câu.\n\n**NGUYÊN NHÂN CỦA HẠN CHẾ**\n\n1. Nguồn lực mỏng.\n\n2. Địa bàn rộng.";
    assert_eq!(first(text), ("cause", RoleSource::Heading, "NGUYÊN NHÂN".to_owned()));
    let text = "Mở đầu.\n\n1. Tiếp tục rà soát.\n\n2. Đẩy mạnh cải cách.";
    assert_eq!(first(text), ("task", RoleSource::Verbs, String::new()));
    let text = "Mở đầu.\n\n1. Sở đã ban hành.\n\n2. Huyện đã nhận.";
    assert_eq!(first(text), ("result", RoleSource::Verbs, String::new()));
}

#[test]
fn a_heading_with_nouns_of_two_roles_is_mixed() {
    let lexicon = Lexicon::shipped();
    let text = "**I. THÀNH TỰU VÀ THÁCH THỨC**\n\nMở đầu.\n\n**II. NHIỆM VỤ TRỌNG TÂM**\n\nCần làm ngay.\n\n**III. MỤC ĐÍCH, YÊU CẦU**\n\nĐoạn văn.";
    let parsed = parse(text, &lexicon);
    let roles: Vec<&str> = parsed.outline.items.iter().map(|item| item.role.name()).collect();
    assert_eq!(roles, ["other", "task", "other"]);
}

#[test]
fn slips_are_told() {
    let text = "Nhiệm vụ sau:\n\n1. A\n\n3. B\n\n3. C\n\n4.";
    let parsed = parse(text, &Lexicon::shipped());
    let told: Vec<(Problem, usize)> =
        parsed.outline.diagnostics.iter().map(|told| (told.problem, told.item)).collect();
    assert_eq!(
        told,
        [(Problem::SkippedNumber, 1), (Problem::DoubledNumber, 2), (Problem::EmptyItem, 3)]
    );
    let sequences: Vec<Sequence> = parsed.outline.items.iter().map(|item| item.sequence).collect();
    assert_eq!(sequences, [Sequence::Opens, Sequence::Skips, Sequence::Repeats, Sequence::Follows]);
    assert!(parsed.outline.items[2].is_doubtful() && !parsed.outline.items[0].is_doubtful());
}

#[test]
fn a_decimal_without_its_number_jumps_a_level() {
    let text = "Gồm:\n\n- Nhân sự\n\n1.1. Tuổi\n\n1.2. Số lượng";
    let parsed = parse(text, &Lexicon::shipped());
    let jumps = parsed.outline.diagnostics.iter().filter(|told| told.problem == Problem::LevelJump);
    assert_eq!(jumps.count(), 2);
}

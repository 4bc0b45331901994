//! Texts in, their assignments out.

use crate::library::files::from_bytes;
use crate::register::{RegisterCell, RegisterRow, RegisterVocabulary, assignments_of, rows_of};
use crate::speech::parse::Lexicon;
use crate::speech::{Origin, Speech};
use unicode_normalization::UnicodeNormalization;

fn speech(text: &str) -> Speech {
    from_bytes(text.as_bytes().to_vec(), Origin::StandardInput, &Lexicon::shipped())
        .expect("a text")
        .speech
}

fn rows(text: &str) -> Vec<RegisterRow> {
    let speech = speech(text);
    rows_of(&speech, &assignments_of(&speech, &RegisterVocabulary::shipped()))
}

/// Returns each row as its first four words, and behind each sign what it tells: `@` who ("↑" where that stands above), `+` with whom,
/// `>` through whom, `=` who gets a report, `!` by when, `#` the numbers of documents, `%` figures.
fn told(text: &str) -> Vec<String> {
    let line = |row: &RegisterRow| {
        let mut out: String = row.task.split_whitespace().take(4).collect::<Vec<_>>().join(" ");
        let mut tell = |sign: &str, cells: &[RegisterCell]| {
            if let Some(first) = cells.first() {
                let above = if row.is_above(first) { "↑" } else { "" };
                let names: Vec<&str> = cells.iter().map(|cell| cell.text.as_str()).collect();
                out.push_str(&format!(" {sign}{above}{}", names.join("; ")));
            }
        };
        tell("@", &row.actors);
        tell("+", &row.partners);
        tell(">", &row.executors);
        tell("=", &row.report_to);
        tell("%", &row.targets);
        if let Some(deadline) = &row.deadline {
            let rhythm = deadline.due.rhythm().map(|rhythm| rhythm.name().to_owned());
            let due = deadline.due.iso().or(rhythm).unwrap_or("?".to_owned());
            out.push_str(&format!(" !{} {due}", deadline.cell.text));
        }
        let numbers: Vec<&str> =
            row.documents.iter().filter_map(|(_, number)| number.as_deref()).collect();
        if !numbers.is_empty() {
            out.push_str(&format!(" #{}", numbers.join("; ")));
        }
        out
    };
    rows(text).iter().map(line).collect()
}

#[track_caller]
pub(super) fn check(text: &str, wanted: &[&str]) {
    assert_eq!(told(text), wanted);
    let decomposed: String = text.nfd().collect();
    assert_eq!(told(&decomposed), wanted, "in decomposed letters");
    for row in rows(text) {
        let text = speech(text);
        let cells = [&row.actors, &row.executors, &row.partners, &row.report_to, &row.targets];
        let documents = row.documents.iter().map(|(cell, _)| cell);
        let deadline = row.deadline.iter().map(|deadline| &deadline.cell);
        for cell in cells.into_iter().flatten().chain(documents).chain(deadline) {
            assert_eq!(text.line(cell.range), cell.text, "a cell has the words of its place");
            assert_eq!(text.line_at(cell.range.start), cell.line);
        }
    }
}

const NOTICE: &str = "THÔNG BÁO\nKết luận của Chủ tịch UBND huyện tại phiên họp tháng 5\n\n\
    Ngày 02/6/2025, Chủ tịch UBND huyện đã chủ trì phiên họp và yêu cầu các xã báo cáo tình hình. Các phòng đã hoàn thành tốt nhiệm vụ được giao.\n\n\
    Sau khi nghe các ý kiến, Chủ tịch UBND huyện kết luận, giao các nhiệm vụ sau:\n\n\
    1. Phòng Nông nghiệp và Môi trường chủ trì, phối hợp với Phòng Tài chính và các xã ven sông rà soát các điểm sạt lở, báo cáo Chủ tịch UBND huyện trước ngày 20/6/2025.\n\n\
    2. Giao Công an huyện chỉ đạo công an các xã tuần tra ban đêm. Yêu cầu Ban Chỉ huy Quân sự huyện chuẩn bị lực lượng xong trong tháng 6.\n\n\
    3. Trạm Y tế các xã:\n\na) Kiểm tra thuốc, vật tư hằng tháng;\n\nb) Tập huấn cho ít nhất 20 cộng tác viên theo Kế hoạch số 45/KH-UBND.\n\n\
    4. Nâng cao vai trò, trách nhiệm của các tổ chức đoàn thể trong vận động nhân dân.\n\n\
    5. Đối với các hộ trong vùng nguy hiểm, UBND các xã Tân Lập, Hòa Bình và thị trấn Đông Hà khẩn trương di dời xong trước mùa mưa.\n";

const NOTICE_TOLD: &[&str] = &[
    "Phòng Nông nghiệp và @Phòng Nông nghiệp và Môi trường +Phòng Tài chính; các xã =Chủ tịch UBND huyện !trước ngày 20/6/2025 2025-06-20",
    "Giao Công an huyện @Công an huyện >công an các xã",
    "Yêu cầu Ban Chỉ @Ban Chỉ huy Quân sự huyện !trong tháng 6 2025-06-30",
    "Kiểm tra thuốc, vật @↑Trạm Y tế các xã !hằng tháng monthly",
    "Tập huấn cho ít @↑Trạm Y tế các xã %ít nhất 20 cộng tác viên #45/KH-UBND",
    "Nâng cao vai trò,",
    "Đối với các hộ @UBND các xã Tân Lập, Hòa Bình; thị trấn Đông Hà !trước mùa mưa ?",
];

#[test]
fn a_notice_says_whose_task_it_is() {
    check(NOTICE, NOTICE_TOLD);
}

#[test]
fn wrapped_lines_say_the_same() {
    let wrapped: String =
        NOTICE.split("\n\n").map(|paragraph| textwrap::fill(paragraph, 60) + "\n\n").collect();
    assert_eq!(told(&wrapped), NOTICE_TOLD);
}

#[test]
fn news_report_who_was_asked() {
    check(
        "Bí thư Tỉnh ủy làm việc với ngành y tế\n\n\
         Sáng 12/3/2025, Bí thư Tỉnh ủy Trần Văn Minh làm việc với Sở Y tế. Năm qua, Sở Y tế đã khám cho hơn 20.000 lượt người.\n\n\
         Phát biểu tại buổi làm việc, Bí thư Tỉnh ủy nhấn mạnh ngành y tế có vai trò quan trọng. Bí thư Tỉnh ủy yêu cầu Sở Y tế khẩn trương hoàn thiện đề án tuyến xã, trình UBND tỉnh trong quý II/2025. Sở Tài chính bố trí đủ kinh phí.\n\n\
         Bí thư Tỉnh ủy cũng đề nghị rà soát lại chế độ trực, nhất là ở vùng sâu.\n\n\
         Theo đề nghị của địa phương, đoàn đã thăm Trạm Y tế xã Hưng Lộc.\n",
        &[
            "Bí thư Tỉnh ủy @Sở Y tế =UBND tỉnh !trong quý II/2025 2025-06-30",
            "Sở Tài chính bố @Sở Tài chính",
            "Bí thư Tỉnh ủy",
        ],
    );
}

#[test]
fn clauses_and_neighbours_are_kept_apart() {
    for (item, wanted) in [
        (
            "Rà soát hồ sơ trước ngày 01/11/2025; giao Sở Nội vụ thẩm định trước ngày 05/11/2025.",
            &[
                "Rà soát hồ sơ !trước ngày 01/11/2025 2025-11-01",
                "giao Sở Nội vụ @Sở Nội vụ !trước ngày 05/11/2025 2025-11-05",
            ][..],
        ),
        (
            "Sở Y tế khám 100 người trước ngày 01/11/2025. Rà soát hồ sơ trước ngày 02/11/2025; hoàn thành trước ngày 03/11/2025.",
            &[
                "Sở Y tế khám @Sở Y tế %100 người !trước ngày 01/11/2025 2025-11-01",
                "Rà soát hồ sơ !trước ngày 02/11/2025 2025-11-02",
                "hoàn thành trước ngày !trước ngày 03/11/2025 2025-11-03",
            ],
        ),
        ("Sở Nội vụ tổng hợp.", &["Sở Nội vụ tổng @Sở Nội vụ"]),
        (
            "Sở Xây dựng rà soát tại xã X. Sở Y tế phải kiểm tra.",
            &["Sở Xây dựng rà @Sở Xây dựng", "Sở Y tế phải @Sở Y tế"],
        ),
        (
            "Bên cạnh việc phối hợp chặt chẽ với Sở Nội vụ, UBND cấp xã rà soát hồ sơ.",
            &["Bên cạnh việc phối +Sở Nội vụ; UBND cấp xã"],
        ),
        (
            "Sở Tài chính tổng hợp ý kiến Sở Nội vụ đã báo cáo UBND tỉnh ngày 10/10/2025.",
            &["Sở Tài chính tổng @Sở Tài chính"],
        ),
    ] {
        let text = format!(
            "Kết luận hội nghị\n\nYêu cầu thực hiện các nhiệm vụ sau:\n\n1. {item}\n\n2. Tuần tra biên giới.\n"
        );
        let told = told(&text);
        assert_eq!(told[..told.len() - 1], *wanted, "{item}");
    }
}

#[test]
fn a_long_list_of_offices_is_read_once() {
    let many = "các Sở, ban, ngành, Sở Tài chính và ".repeat(300);
    let text = format!("Đề nghị {many} Sở Y tế rà soát hồ sơ.\n");
    assert_eq!(rows(&text).len(), 1);
}

#[test]
fn a_person_and_the_post_behind_the_name_are_one() {
    for (who, named) in [
        ("Đồng chí Hà, Phó Chủ tịch UBND xã,", "Đồng chí Hà, Phó Chủ tịch UBND xã"),
        ("Đồng chí Hà, đồng chí Lan", "Đồng chí Hà; đồng chí Lan"),
        ("Đồng chí Chủ tịch, Phó Chủ tịch UBND xã", "Đồng chí Chủ tịch; Phó Chủ tịch UBND xã"),
        ("Đồng chí Hà, Công an xã", "Đồng chí Hà; Công an xã"),
    ] {
        let told = told(&format!(
            "Đề nghị các việc sau:\n\nMột là, {who} chủ trì rà soát hộ nghèo.\n\nHai là, tuần tra."
        ));
        let found = told[0].split_once(" @").map_or("", |(_, names)| names);
        assert_eq!(found, named, "{who}");
    }
}

#[test]
fn figures_to_be_reached_have_what_they_count() {
    let ask = |rest: &str| format!("Giao Sở Nông nghiệp {rest}.");
    for (rest, targets) in [
        (
            "bảo đảm tỷ lệ hộ dân nông thôn có nước sạch lên 95%",
            "tỷ lệ hộ dân nông thôn có nước sạch lên 95%",
        ),
        (
            "nâng tỷ lệ cán bộ trẻ (dưới 42 tuổi) từ 10% trở lên",
            "tỷ lệ cán bộ trẻ (dưới 42 tuổi) từ 10%",
        ),
        (
            "kiên cố hóa 100% kênh loại II và 85% kênh loại III",
            "100% kênh loại II; 85% kênh loại III",
        ),
        ("phấn đấu giải ngân đạt trên 95%", "đạt trên 95%"),
        ("hoàn thành ít nhất 02 công trình", "ít nhất 02 công trình"),
        ("bố trí 600 công nhân để vận hành", "600 công nhân"),
        ("di dời 1.874 hộ", "1.874 hộ"),
        ("bảo đảm thu ngân sách tăng 5% so với năm 2024", "5%"),
        ("kiểm tra theo khóa 12 của lớp", ""),
        ("rà soát theo phụ lục 12 kèm theo", ""),
        ("kiểm tra việc này trong 45 phút", ""),
        ("trực 24/7", ""),
        ("đôn đốc, xã nào dưới 80% thì báo cáo ngay", ""),
        ("phủ sóng 5G trên đảo", ""),
    ] {
        let found = told(&ask(rest));
        let found = found[0].split_once('%').map_or("", |(_, targets)| targets);
        assert_eq!(found, targets, "{rest}");
    }
}

#[test]
fn a_quoted_rule_gives_nobody_a_task() {
    check(
        "Ai có trách nhiệm phòng cháy trong chung cư?\n\n\
         Căn cứ khoản 2 Điều 8 Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ năm 2024, trách nhiệm được quy định như sau:\n\n\
         a) Chủ đầu tư có trách nhiệm lắp đặt hệ thống báo cháy;\n\nb) Ban quản trị nhà chung cư có trách nhiệm tổ chức kiểm tra định kỳ.\n",
        &[],
    );
}

#[test]
fn a_speech_without_a_day_has_no_dates_without_a_year() {
    check(
        "Phát biểu của đồng chí Chủ tịch xã tại hội nghị tổng kết năm 2024\n\nThưa các đồng chí!\n\n\
         Trong quý I năm 2025, tôi đề nghị các thôn tập trung mấy việc sau:\n\nMột là: Dọn sạch kênh mương trước vụ cấy.\n\n\
         Hai là: Thôn Đông và thôn Đoài sửa xong đường trước ngày 15 tháng 2.\n\nBa là: Giữ gìn đoàn kết, giúp nhau lúc khó khăn.\n",
        &[
            "Dọn sạch kênh mương @↑các thôn !Trong quý I năm 2025 2025-03-31",
            "Thôn Đông và thôn @Thôn Đông; thôn Đoài !trước ngày 15 tháng 2 ?",
            "Giữ gìn đoàn kết, @↑các thôn !Trong quý I năm 2025 2025-03-31",
        ],
    );
}

#[test]
fn a_table_of_tasks_gives_a_row_each() {
    check(
        "Kế hoạch năm 2025\n\n| STT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn |\n|---|---|---|---|---|\n\
         | 1 | Sửa đường liên thôn | Phòng Kinh tế | Các xã | 6/2025 |\n| 2 | Tuần tra rừng | Hạt Kiểm lâm | Công an huyện | Thường xuyên |\n",
        &[
            "Sửa đường liên thôn @Phòng Kinh tế +Các xã !6/2025 2025-06-30",
            "Tuần tra rừng @Hạt Kiểm lâm +Công an huyện !Thường xuyên continuous",
        ],
    );
}

const PLAN: &str = "Kế hoạch phát triển chợ nông thôn\n\n\
    Ban Quản lý dự án đầu tư xây dựng huyện (sau đây gọi tắt là Ban QLDA) và Ngân hàng Chính sách xã hội (NHCSXH) là đơn vị tham gia.\n\n\
    Giao các đơn vị thực hiện các nhiệm vụ sau:\n\n\
    1. Ban QLDA chủ trì, phối hợp với NHCSXH lập hồ sơ mời thầu trước ngày 15/8/2025.\n\n\
    2. Phòng Kinh tế theo dõi tiến độ.\n\n- Đơn vị phối hợp: Các xã.\n\n- Thời gian thực hiện: Quý IV năm 2025.\n";

#[test]
fn fields_below_a_task_are_its_own() {
    check(
        PLAN,
        &[
            "Ban QLDA chủ trì, @Ban QLDA +NHCSXH !trước ngày 15/8/2025 2025-08-15",
            "Phòng Kinh tế theo @Phòng Kinh tế +Các xã !Quý IV năm 2025 2025-12-31",
        ],
    );
}

#[test]
fn short_forms_are_those_that_the_text_defines() {
    let rows = rows(PLAN);
    let full = |cell: &RegisterCell| cell.expansion.clone();
    assert_eq!(
        full(&rows[0].actors[0]).as_deref(),
        Some("Ban Quản lý dự án đầu tư xây dựng huyện")
    );
    assert_eq!(full(&rows[0].partners[0]).as_deref(), Some("Ngân hàng Chính sách xã hội"));
    assert_eq!(full(&rows[1].actors[0]), None);
}

//! Small texts with one phenomenon each, and the paragraphs they have.

use super::blocks;
use crate::speech::parse::Lexicon;
use crate::text::decode;
use unicode_normalization::UnicodeNormalization;

/// Writes the blocks of a text, one a line, with "/" for the line ends within.
fn paragraphs(text: &str) -> String {
    let text = decode(text.as_bytes().to_vec()).text;
    let blocks = blocks(&text, &Lexicon::shipped());
    blocks.iter().map(|block| block.range.of(&text).replace('\n', " / ") + "\n").collect()
}

fn check(text: &str, expected: &str) {
    let (text, expected) = (text.trim_start_matches('\n'), expected.trim_start_matches('\n'));
    assert_eq!(paragraphs(text), expected, "of {text}");
    let decomposed: String = text.nfd().collect();
    assert_eq!(paragraphs(&decomposed), expected, "of {text} in NFD");
    let ended = text.replace('\n', "\r\n");
    assert_eq!(paragraphs(&ended), expected, "of {text} with CR LF");
}

/// Checks a text that has one paragraph a line.
fn check_lines(text: &str) {
    check(text, &text.replace("\n\n", "\n"));
}

#[test]
fn wrapped_lines_are_put_together() {
    check(
        "
Hôm nay, tỉnh ta tổ chức hội nghị tổng kết công
tác năm và bàn nhiệm vụ của thời gian tới, với sự
có mặt của đại diện Ủy ban nhân dân các huyện và
Mặt trận Tổ quốc.

Thay mặt Ban Thường vụ, tôi ghi nhận và biểu dương
kết quả mà các đồng chí đã đạt được.
",
        "
Hôm nay, tỉnh ta tổ chức hội nghị tổng kết công / tác năm và bàn nhiệm vụ của thời gian tới, với sự / có mặt của đại diện Ủy ban nhân dân các huyện và / Mặt trận Tổ quốc.
Thay mặt Ban Thường vụ, tôi ghi nhận và biểu dương / kết quả mà các đồng chí đã đạt được.
",
    );
}

#[test]
fn without_blank_lines_a_short_line_ends_its_paragraph() {
    check(
        "
Hôm nay, tỉnh ta tổ chức hội nghị tổng kết công
tác năm và bàn nhiệm vụ của thời gian tới.
Về kết quả, tôi xin nêu mấy điểm sau:
Một là: kinh tế giữ được đà tăng, thu ngân sách
vượt dự toán, đời sống của nhân dân khá hơn.
Hai là: cải cách hành chính có nhiều tiến bộ rõ
rệt ở các xã và phường.
Xin cảm ơn các đồng chí!
",
        "
Hôm nay, tỉnh ta tổ chức hội nghị tổng kết công / tác năm và bàn nhiệm vụ của thời gian tới.
Về kết quả, tôi xin nêu mấy điểm sau:
Một là: kinh tế giữ được đà tăng, thu ngân sách / vượt dự toán, đời sống của nhân dân khá hơn.
Hai là: cải cách hành chính có nhiều tiến bộ rõ / rệt ở các xã và phường.
Xin cảm ơn các đồng chí!
",
    );
}

#[test]
fn what_a_wrap_puts_at_the_start_of_a_line_is_no_marker() {
    check(
        "
1. Khởi công tuyến đường ven biển trong tháng 12 năm
2025. Các đơn vị bám sát tiến độ theo Nghị quyết Đại
hội lần thứ XIII của Đảng và Kết luận số 45, mục III,
IV. Phó Chủ tịch tỉnh chịu trách nhiệm, đồng chí Nam
- Trưởng ban quản lý dự án làm đầu mối theo khoản số
2, 3 và 4 Điều 7 của Quy chế.

2. Hoàn thành việc bàn giao mặt bằng cho nhà thầu
trước tháng 6.
",
        "
1. Khởi công tuyến đường ven biển trong tháng 12 năm / 2025. Các đơn vị bám sát tiến độ theo Nghị quyết Đại / hội lần thứ XIII của Đảng và Kết luận số 45, mục III, / IV. Phó Chủ tịch tỉnh chịu trách nhiệm, đồng chí Nam / - Trưởng ban quản lý dự án làm đầu mối theo khoản số / 2, 3 và 4 Điều 7 của Quy chế.
2. Hoàn thành việc bàn giao mặt bằng cho nhà thầu / trước tháng 6.
",
    );
}

#[test]
fn members_within_a_wrapped_paragraph_begin_none() {
    check(
        "
Hội nghị nghe báo cáo và thảo luận về những công
trình trọng điểm đang thi công trên địa bàn, nhất là
việc giải phóng mặt bằng ở các xã ven biển.

Thường trực Tỉnh ủy giao ba việc cho các ngành: (1)
Sở Tài chính bố trí đủ vốn cho các dự án đang dở;
(2) Sở Xây dựng rà soát hồ sơ của từng công trình;
(3) Công an tỉnh giữ vững trật tự ở các công trường
đang thi công.
",
        "
Hội nghị nghe báo cáo và thảo luận về những công / trình trọng điểm đang thi công trên địa bàn, nhất là / việc giải phóng mặt bằng ở các xã ven biển.
Thường trực Tỉnh ủy giao ba việc cho các ngành: (1) / Sở Tài chính bố trí đủ vốn cho các dự án đang dở; / (2) Sở Xây dựng rà soát hồ sơ của từng công trình; / (3) Công an tỉnh giữ vững trật tự ở các công trường / đang thi công.
",
    );
}

#[test]
fn a_full_last_line_ends_its_item_where_the_next_begins() {
    check(
        "
Các sở, ngành tập trung vào mấy nhiệm vụ sau đây:
a) Rà soát các dự án chậm tiến độ và báo cáo về Ủy
ban nhân dân tỉnh trước ngày hai mươi hằng tháng;
b) Thu hồi đất của những dự án không triển khai mà
không có lý do chính đáng, công khai kết quả này;
c) Đối thoại với người dân có đất bị thu hồi theo
đúng quy định.
",
        "
Các sở, ngành tập trung vào mấy nhiệm vụ sau đây:
a) Rà soát các dự án chậm tiến độ và báo cáo về Ủy / ban nhân dân tỉnh trước ngày hai mươi hằng tháng;
b) Thu hồi đất của những dự án không triển khai mà / không có lý do chính đáng, công khai kết quả này;
c) Đối thoại với người dân có đất bị thu hồi theo / đúng quy định.
",
    );
}

#[test]
fn short_lines_stay_by_themselves() {
    check_lines(
        "
Trang chủ
Giới thiệu
Tin tức - Sự kiện
Văn bản chỉ đạo điều hành
Kính thưa đồng chí Bí thư Tỉnh ủy,
Thưa các đồng chí Ủy viên Ban Chấp hành,
Thưa toàn thể hội nghị,
NGHỊ QUYẾT
VỀ PHÁT TRIỂN KINH TẾ BIỂN VÀ CÁC XÃ ĐẢO
GIAI ĐOẠN TIẾP THEO
Chương I
NHỮNG QUY ĐỊNH CHUNG
- Nạo vét kênh
- Trồng rừng
- Sửa đường
",
    );
}

#[test]
fn a_paragraph_a_line_stays_so() {
    check_lines(
        "
Năm qua, kinh tế của tỉnh giữ được đà tăng trưởng khá, thu ngân sách vượt dự toán, đời sống của nhân dân được nâng lên.
Tuy nhiên, công tác quản lý đất đai ở một số nơi còn lỏng lẻo, đơn thư kéo dài chưa được giải quyết dứt điểm.
Tôi đề nghị các đồng chí tập trung vào mấy việc sau:
1. Rà soát toàn bộ hồ sơ đất đai, công khai kết quả ở trụ sở xã để người dân theo dõi, giám sát.
2. Giải quyết dứt điểm các đơn thư tồn đọng trước khi bước vào mùa mưa bão, không để phát sinh điểm nóng.
3. Kiểm tra việc thực hiện kết luận này theo từng quý và báo cáo Ban Thường vụ.
",
    );
}

#[test]
fn a_long_line_among_wrapped_ones_stands_for_itself() {
    check(
        "
Hôm nay, tỉnh ta tổ chức hội nghị tổng kết công
tác năm và bàn nhiệm vụ của thời gian tới, với sự
có mặt của đại diện các huyện. Tài liệu đăng tại
https://tinh.example.vn/hoi-nghi/2024/tai-lieu/bao-cao-tong-ket-va-phuong-huong.pdf
Các đồng chí nghiên cứu trước khi thảo luận ở các
tổ.
",
        "
Hôm nay, tỉnh ta tổ chức hội nghị tổng kết công / tác năm và bàn nhiệm vụ của thời gian tới, với sự / có mặt của đại diện các huyện. Tài liệu đăng tại / https://tinh.example.vn/hoi-nghi/2024/tai-lieu/bao-cao-tong-ket-va-phuong-huong.pdf / Các đồng chí nghiên cứu trước khi thảo luận ở các / tổ.
",
    );
}

#[test]
fn one_sentence_a_line_makes_paragraphs_between_blank_lines() {
    let text = "
Năm qua, kinh tế của tỉnh giữ được đà tăng trưởng.
Thu ngân sách vượt dự toán.
Đời sống của nhân dân khá hơn.

Tuy nhiên, đất đai ở một số nơi còn bị buông lỏng.
Đơn thư kéo dài chưa được giải quyết.

Tôi đề nghị các đồng chí làm ngay mấy việc.
Trước khi vào mùa mưa, phải giải quyết xong đơn thư.

Tôi tin chúng ta sẽ làm được.
Chúc các đồng chí mạnh khỏe.
";
    check(
        text,
        "
Năm qua, kinh tế của tỉnh giữ được đà tăng trưởng. / Thu ngân sách vượt dự toán. / Đời sống của nhân dân khá hơn.
Tuy nhiên, đất đai ở một số nơi còn bị buông lỏng. / Đơn thư kéo dài chưa được giải quyết.
Tôi đề nghị các đồng chí làm ngay mấy việc. / Trước khi vào mùa mưa, phải giải quyết xong đơn thư.
Tôi tin chúng ta sẽ làm được. / Chúc các đồng chí mạnh khỏe.
",
    );
    // Nothing tells where a paragraph ends.
    check_lines(&text.replace("\n\n", "\n"));
}

#[test]
fn a_marker_on_a_line_of_its_own_has_its_words_below() {
    check(
        "
1.
Kết quả bước đầu
Một là
, tăng cường kiểm tra việc chấp hành quy định.
Thứ hai
: giữ nghiêm kỷ luật.
**Điều 5.**
Phạm vi điều chỉnh
Chương II
TRÁCH NHIỆM CỦA CÁC NGÀNH
2
. Những việc còn lại
",
        "
1. / Kết quả bước đầu
Một là / , tăng cường kiểm tra việc chấp hành quy định.
Thứ hai / : giữ nghiêm kỷ luật.
**Điều 5.** / Phạm vi điều chỉnh
Chương II
TRÁCH NHIỆM CỦA CÁC NGÀNH
2 / . Những việc còn lại
",
    );
}

#[test]
fn a_line_split_at_a_footnote_is_one() {
    check(
        "
Người cán bộ phải gần dân, hiểu dân và học dân, đó là điều căn bản
(12)
. Từ nhận thức ấy, mỗi chi bộ tự xây dựng kế hoạch học tập cho mình.
Mọi việc đều phải bắt đầu từ cơ sở, từ những người
trực tiếp làm việc với nhân dân.
",
        "
Người cán bộ phải gần dân, hiểu dân và học dân, đó là điều căn bản / (12) / . Từ nhận thức ấy, mỗi chi bộ tự xây dựng kế hoạch học tập cho mình.
Mọi việc đều phải bắt đầu từ cơ sở, từ những người / trực tiếp làm việc với nhân dân.
",
    );
}

#[test]
fn tables_rules_and_headings_join_nothing() {
    check_lines(
        "
| Sở Tài chính | bố trí vốn
| Sở Xây dựng | rà soát hồ sơ
## Nhiệm vụ của các ngành
trong năm tới có nhiều điểm mới
---------
và cần sự chung tay của mọi người
",
    );
}

#[test]
fn a_very_long_wrapped_paragraph_is_cut() {
    let line = "trong năm tới các ngành tập trung tháo gỡ khó khăn\n";
    let text = decode(line.repeat(2000).into_bytes()).text;
    let found = blocks(&text, &Lexicon::shipped());
    assert!(found.len() > 5, "{} blocks", found.len());
    assert!(found.iter().all(|block| block.range.len() <= super::LONGEST_BLOCK));
    let lines: u32 = found.iter().map(|block| block.last_line(&text) - block.line).sum();
    assert!((1980..2000).contains(&lines), "{lines} line ends are within blocks");
    assert_eq!(found.last().map(|block| block.last_line(&text)), Some(2000));
}

#[test]
fn bold_words_and_ranges_of_figures_go_on_over_the_end_of_a_line() {
    check(
        "\
**II. NỘI
DUNG THỰC HIỆN**
Quy hoạch thời kỳ 2021
- 2030 được điều chỉnh như sau:
- Tỉnh lập hồ sơ;
- Bộ thẩm định.
",
        "\
**II. NỘI / DUNG THỰC HIỆN**
Quy hoạch thời kỳ 2021 / - 2030 được điều chỉnh như sau:
- Tỉnh lập hồ sơ;
- Bộ thẩm định.
",
    );
}

#[test]
fn a_numbered_heading_in_capitals_goes_on_below() {
    check(
        "
Ủy ban nhân dân huyện ban hành Kế hoạch trồng cây
trên địa bàn huyện với những nội dung sau:
I. MỤC ĐÍCH,
YÊU CẦU
Việc trồng cây phải thiết thực, đúng thời vụ, tránh
hình thức và lãng phí.
II. TỔ CHỨC THỰC
HIỆN
Phòng Nông nghiệp chủ trì, phối hợp với các xã để
thực hiện Kế hoạch này.
",
        "
Ủy ban nhân dân huyện ban hành Kế hoạch trồng cây / trên địa bàn huyện với những nội dung sau:
I. MỤC ĐÍCH, / YÊU CẦU
Việc trồng cây phải thiết thực, đúng thời vụ, tránh / hình thức và lãng phí.
II. TỔ CHỨC THỰC / HIỆN
Phòng Nông nghiệp chủ trì, phối hợp với các xã để / thực hiện Kế hoạch này.
",
    );
}

#[test]
fn lines_of_a_quoted_mail_are_put_together() {
    check(
        "
> Thưa các đồng chí, năm qua tổ chức công đoàn của
> ngành đã ký thêm bốn mươi thỏa ước có lợi hơn cho
> người lao động.
>
> Một là, thương lượng để bữa ăn của ca đêm không bị
> cắt giảm ở bất cứ xưởng nào.
>> Hai là, mở lớp.
>
",
        "
> Thưa các đồng chí, năm qua tổ chức công đoàn của / > ngành đã ký thêm bốn mươi thỏa ước có lợi hơn cho / > người lao động.
> Một là, thương lượng để bữa ăn của ca đêm không bị / > cắt giảm ở bất cứ xưởng nào.
>> Hai là, mở lớp.
",
    );
}

#[test]
fn fields_of_the_head_of_a_mail_are_lines() {
    check(
        "
Từ: Văn thư
Đến: các tổ
Chủ đề: Họp

> Thưa các đồng chí, năm qua tổ chức công đoàn của
> ngành đã ký thêm bốn mươi thỏa ước có lợi hơn cho
> người lao động.
>
> Xin cảm ơn các đồng chí đã nghe tôi nói về những
> việc ấy.
",
        "
Từ: Văn thư
Đến: các tổ
Chủ đề: Họp
> Thưa các đồng chí, năm qua tổ chức công đoàn của / > ngành đã ký thêm bốn mươi thỏa ước có lợi hơn cho / > người lao động.
> Xin cảm ơn các đồng chí đã nghe tôi nói về những / > việc ấy.
",
    );
}

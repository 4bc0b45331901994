//! Furniture of pages, documents and speeches: the kind of each line.

use crate::speech::BlockKind;
use crate::speech::parse::{Lexicon, parse};
use crate::text::decode;

/// Writes the kind of each line that is not blank, and how it begins.
fn kinds(text: &str) -> String {
    let text = decode(text.as_bytes().to_vec()).text;
    let parsed = parse(&text, &Lexicon::shipped());
    let mut out = String::new();
    for block in &parsed.blocks {
        let kind = match block.kind {
            BlockKind::Title => "title",
            BlockKind::Furniture(kind) => kind.name(),
            _ => "text",
        };
        for (line, words) in (block.line..).zip(block.range.of(&text).lines()) {
            let first: Vec<&str> = words.split_whitespace().take(4).collect();
            out += &format!("{line} {kind} {}\n", first.join(" "));
        }
    }
    out
}

/// Checks the kinds of all lines of a text, in NFC and NFD. Words beyond the first four of a line
/// are left out.
fn check(text: &str, expected: &str) {
    let expected = expected.trim();
    assert_eq!(kinds(text).trim(), expected, "of {text:?}");
    let decomposed: String = unicode_normalization::UnicodeNormalization::nfd(text).collect();
    assert_eq!(kinds(&decomposed).trim(), expected, "of {text:?} in NFD");
}

/// A paragraph of prose, long enough to be known as such.
const PROSE: &str = "Trong quý vừa qua, các đơn vị trong toàn tỉnh đã hoàn thành phần lớn công việc được giao, \
    giữ vững nền nếp làm việc, phục vụ người dân chu đáo và đúng hẹn.";

#[test]
fn the_head_of_a_document_is_front_and_its_name_the_title() {
    check(
        &format!(
            "|
ỦY BAN NHÂN
DÂN TỈNH SÔNG XANH
--------
|
CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
|
Số: 12/TB-UBND
|
*Sông Xanh, ngày 3
tháng 4 năm 2024*
|

**THÔNG BÁO**

VỀ VIỆC RÀ SOÁT
CÁC CÔNG TRÌNH THỦY LỢI

Kính gửi: Các sở, ngành của tỉnh.

{PROSE}

1. Rà soát hồ chứa.

2. Báo cáo kết quả.

Văn phòng xin thông báo để các sở, ngành biết, thực hiện./.

Nơi nhận:
- Như trên;
- Các Vụ, Cục:
TH, NN;
- Lưu: VT.

**KT. CHỦ TỊCH**
PHÓ CHỦ TỊCH
(Đã ký)
Nguyễn Văn Bình
"
        ),
        "
1 front |
2 front ỦY BAN NHÂN
3 front DÂN TỈNH SÔNG XANH
4 front --------
5 front |
6 front CỘNG HÒA XÃ HỘI
7 front CHỦ NGHĨA VIỆT NAM
8 front Độc lập - Tự
9 front ---------------
10 front |
11 front Số: 12/TB-UBND
12 front |
13 front *Sông Xanh, ngày 3
14 front tháng 4 năm 2024*
15 front |
17 title **THÔNG BÁO**
19 title VỀ VIỆC RÀ SOÁT
20 title CÁC CÔNG TRÌNH THỦY
22 front Kính gửi: Các sở,
24 text Trong quý vừa qua,
26 text 1. Rà soát hồ
28 text 2. Báo cáo kết
30 closing Văn phòng xin thông
32 closing Nơi nhận:
33 closing - Như trên;
34 closing - Các Vụ, Cục:
35 closing TH, NN;
36 closing - Lưu: VT.
38 closing **KT. CHỦ TỊCH**
39 closing PHÓ CHỦ TỊCH
40 closing (Đã ký)
41 closing Nguyễn Văn Bình",
    );
}

#[test]
fn a_telegram_names_its_addressees_and_they_end() {
    check(
        &format!(
            "CÔNG ĐIỆN
VỀ VIỆC PHÒNG, CHỐNG LŨ

**CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:**

- Chủ tịch Ủy ban nhân dân các huyện;
- Giám đốc các sở.

{PROSE}

1. Trực ban đủ người.

2. Kiểm tra đê điều.
"
        ),
        "
1 title CÔNG ĐIỆN
2 title VỀ VIỆC PHÒNG, CHỐNG
4 front **CHỦ TỊCH ỦY BAN
6 front - Chủ tịch Ủy
7 front - Giám đốc các
9 text Trong quý vừa qua,
11 text 1. Trực ban đủ
13 text 2. Kiểm tra đê",
    );
}

#[test]
fn a_resolution_rests_on_its_bases() {
    check(
        "**NGHỊ QUYẾT**

**Về việc xây dựng thư viện**

**HỘI ĐỒNG NHÂN DÂN XÃ**

*Căn cứ Luật Tổ chức chính quyền địa phương;*

*Căn cứ Luật Thư viện;*

*Theo đề nghị của Ủy ban nhân dân xã.*

**QUYẾT NGHỊ:**

Điều 1. Xây dựng thư viện xã.

Điều 2. Giao Ủy ban nhân dân xã thực hiện.
",
        "
1 title **NGHỊ QUYẾT**
3 title **Về việc xây dựng
5 front **HỘI ĐỒNG NHÂN DÂN
7 front *Căn cứ Luật Tổ
9 front *Căn cứ Luật Thư
11 front *Theo đề nghị của
13 front **QUYẾT NGHỊ:**
15 text Điều 1. Xây dựng
17 text Điều 2. Giao Ủy",
    );
}

#[test]
fn what_a_law_says_as_follows_is_no_base() {
    check(
        "Người đọc có quyền gì?

Căn cứ Điều 3 Luật Thư viện quy định quyền của người đọc như sau:

- Được mượn sách;

- Được góp ý.
",
        "
1 title Người đọc có quyền
3 text Căn cứ Điều 3
5 text - Được mượn sách;
7 text - Được góp ý.",
    );
}

#[test]
fn menus_around_an_article_are_chrome() {
    check(
        &format!(
            "----- METADATA -----
{{
  \"source\": \"trang.vn\",
  \"time\": \"2024-04-03\"
}}
----- CONTENT -----
Đọc sách là niềm vui của mỗi người trong ...
Đăng nhập
Tìm kiếm
Thứ tư, 03/04/2024
08
:
15
Giới thiệu
Tin tức sự kiện
Hội chợ xuân đông vui
Liên hệ
Đọc sách là niềm vui của mỗi người trong gia đình

{PROSE}

{PROSE}

Theo https://trang.vn/doc-sach

Chia sẻ
Bình luận
Các tin khác
Mùa xuân trên bản nhỏ
Hội chợ xuân đông vui
Liên kết website
Cục Thư viện
"
        ),
        "
1 chrome ----- METADATA -----
2 chrome {
3 chrome \"source\": \"trang.vn\",
4 chrome \"time\": \"2024-04-03\"
5 chrome }
6 chrome ----- CONTENT -----
7 chrome Đọc sách là niềm
8 chrome Đăng nhập
9 chrome Tìm kiếm
10 chrome Thứ tư, 03/04/2024
11 chrome 08
12 chrome :
13 chrome 15
14 chrome Giới thiệu
15 chrome Tin tức sự kiện
16 chrome Hội chợ xuân đông
17 chrome Liên hệ
18 title Đọc sách là niềm
20 text Trong quý vừa qua,
22 text Trong quý vừa qua,
24 closing Theo https://trang.vn/doc-sach
26 chrome Chia sẻ
27 chrome Bình luận
28 chrome Các tin khác
29 chrome Mùa xuân trên bản
30 chrome Hội chợ xuân đông
31 chrome Liên kết website
32 chrome Cục Thư viện",
    );
}

#[test]
fn a_front_matter_is_chrome() {
    check(
        &format!(
            "---
title: Bài nói
date: 2024-04-03
---

# Bài nói tại lễ trồng cây đầu xuân

{PROSE}
"
        ),
        "
1 chrome ---
2 chrome title: Bài nói
3 chrome date: 2024-04-03
4 chrome ---
6 title # Bài nói tại
8 text Trong quý vừa qua,",
    );
}

#[test]
fn links_shares_and_page_numbers_are_chrome() {
    check(
        &format!(
            "# Bài nói tại lễ trồng cây đầu xuân

{PROSE}

- 7 -

{PROSE}

Trang 3/12

[Bản tin khác](https://trang.vn/khac)

>> Tải về toàn văn

{PROSE}

Quý khách cần hỏi thêm thông tin, có thể đặt câu hỏi tại đây.
"
        ),
        "
1 title # Bài nói tại
3 text Trong quý vừa qua,
5 chrome - 7 -
7 text Trong quý vừa qua,
9 chrome Trang 3/12
11 chrome [Bản tin khác](https://trang.vn/khac)
13 chrome >> Tải về toàn
15 text Trong quý vừa qua,
17 chrome Quý khách cần hỏi",
    );
}

#[test]
fn captions_lie_in_the_middle_of_lists() {
    check(
        "Các nhiệm vụ sau:

Một là, rà soát hồ chứa.

Ông An phát biểu tại hội nghị - Ảnh: Minh Hà

Hai là, kiểm tra đê điều.

anh-1.jpg

Toàn cảnh hội nghị

Ba là, dùng hình ảnh: tranh, áp phích để tuyên truyền.

![Hồ chứa](ho.png)

Bốn là, báo cáo kết quả.
",
        "
1 text Các nhiệm vụ sau:
3 text Một là, rà soát
5 caption Ông An phát biểu
7 text Hai là, kiểm tra
9 caption anh-1.jpg
11 caption Toàn cảnh hội nghị
13 text Ba là, dùng hình
15 caption ![Hồ chứa](ho.png)
17 text Bốn là, báo cáo",
    );
}

#[test]
fn salutations_greet_and_ask_nothing() {
    check(
        "Kính thưa các vị đại biểu, các vị khách quý,
Thưa các đồng chí!

Tôi rất vui được gặp các đồng chí hôm nay.

*“Thưa toàn thể các bạn,*

Thưa ông, vì sao thư viện đóng cửa?

Thưa thớt dần, rồi vắng hẳn
",
        "
1 salutation Kính thưa các vị
2 salutation Thưa các đồng chí!
4 text Tôi rất vui được
6 salutation *“Thưa toàn thể các
8 text Thưa ông, vì sao
10 text Thưa thớt dần, rồi",
    );
}

#[test]
fn a_lead_promises_the_text() {
    check(
        "Lễ trồng cây đầu xuân của thành phố

(SXĐT) - Sáng 3/4/2024, tại công viên Bến Sông, thành phố đã tổ chức lễ trồng cây với sự tham gia của đông đảo người dân, học sinh và lực lượng vũ trang; đồng chí Chủ tịch thành phố đã dự và phát biểu. Sau lễ phát động, các đại biểu đã trồng hơn hai trăm cây xanh dọc theo bờ sông.

Trân trọng giới thiệu toàn văn bài phát biểu:

Kính thưa các đồng chí,

Hôm nay chúng ta trồng cây.
",
        "
1 title Lễ trồng cây đầu
3 front (SXĐT) - Sáng 3/4/2024,
5 front Trân trọng giới thiệu
7 salutation Kính thưa các đồng
9 text Hôm nay chúng ta",
    );
}

#[test]
fn a_speech_ends_with_wishes_thanks_and_slogans() {
    check(
        &format!(
            "Thưa các đồng chí!

{PROSE}

{PROSE}

Thưa các bạn!

Chúc các bạn mạnh khỏe, hạnh phúc.

Quê hương ta ngày càng tươi đẹp!

Đất nước ta muôn năm!

Xin trân trọng cảm ơn!
"
        ),
        "
1 salutation Thưa các đồng chí!
3 text Trong quý vừa qua,
5 text Trong quý vừa qua,
7 salutation Thưa các bạn!
9 text Chúc các bạn mạnh
11 text Quê hương ta ngày
13 closing Đất nước ta muôn
15 closing Xin trân trọng cảm",
    );
}

#[test]
fn a_page_names_its_source_at_its_end() {
    check(
        &format!(
            "Thư viện mở cửa đón bạn đọc nhỏ tuổi

{PROSE}

{PROSE}

Lê Thị Hoa

Theo Báo Sông Xanh

Ngày đăng: 03/04/2024
"
        ),
        "
1 title Thư viện mở cửa
3 text Trong quý vừa qua,
5 text Trong quý vừa qua,
7 closing Lê Thị Hoa
9 closing Theo Báo Sông Xanh
11 closing Ngày đăng: 03/04/2024",
    );
}

#[test]
fn notes_stand_under_the_text() {
    check(
        &format!(
            "Đọc sách là niềm vui của mỗi người

{PROSE} (1).

{PROSE}

---------------
(1) Trần An: Sách và người đọc, Nxb. Bến Sông, tr. 5.
(2) Trần An: Sđd, tr. 9.
"
        ),
        "
1 title Đọc sách là niềm
3 text Trong quý vừa qua,
5 text Trong quý vừa qua,
7 closing ---------------
8 closing (1) Trần An: Sách
9 closing (2) Trần An: Sđd,",
    );
}

#[test]
fn numbers_in_brackets_without_notes_are_text() {
    check(
        "Các nhiệm vụ sau:

(1) Rà soát hồ chứa.

(2) Kiểm tra đê điều.
",
        "
1 text Các nhiệm vụ sau:
3 text (1) Rà soát hồ
5 text (2) Kiểm tra đê",
    );
}

#[test]
fn recipients_before_an_annex_do_not_end_the_text() {
    check(
        &format!(
            "QUYẾT ĐỊNH

Điều 1. Ban hành kế hoạch kèm theo.

Điều 2. Văn phòng chịu trách nhiệm thi hành.

Nơi nhận:
- Như Điều 2;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn Bình

KẾ HOẠCH

{PROSE}

1. Rà soát hồ chứa.

2. Kiểm tra đê điều.
"
        ),
        "
1 title QUYẾT ĐỊNH
3 text Điều 1. Ban hành
5 text Điều 2. Văn phòng
7 closing Nơi nhận:
8 closing - Như Điều 2;
9 closing - Lưu: VT.
11 closing TM. ỦY BAN NHÂN
12 closing CHỦ TỊCH
13 closing Nguyễn Văn Bình
15 text KẾ HOẠCH
17 text Trong quý vừa qua,
19 text 1. Rà soát hồ
21 text 2. Kiểm tra đê",
    );
}

#[test]
fn prose_alone_has_no_furniture() {
    for text in [
        "",
        "Sông chảy qua làng, êm đềm và trong xanh.",
        "Hôm nay tôi kể chuyện theo lời bà. Theo lời bà, làng có từ lâu.\n\nKết luận của câu chuyện là đoàn kết.",
        "Chúng tôi chia sẻ khó khăn với bà con.\n\nBình luận về bài thơ, ông cho rằng thơ phải thật.",
        "The river runs through the village.\n\nThank you, and good night.",
    ] {
        let kinds = kinds(text);
        assert!(kinds.lines().all(|line| line.contains(" text ")), "{kinds}");
    }
    let long = format!("{PROSE}\n\n").repeat(50);
    assert!(kinds(&long).lines().all(|line| line.contains(" text ")));
}

#[test]
fn lines_of_a_menu_that_a_program_put_together_are_a_menu() {
    check(
        &format!(
            "Skip Ribbon Commands Skip to main content

Trang chủ Giới thiệu Liên hệ

Kết luận hội nghị trồng cây

{PROSE}

Liên hệ với các xã để nắm tình hình

{PROSE}
"
        ),
        "
1 chrome Skip Ribbon Commands Skip
3 chrome Trang chủ Giới thiệu
5 title Kết luận hội nghị
7 text Trong quý vừa qua,
9 text Liên hệ với các
11 text Trong quý vừa qua,
",
    );
}

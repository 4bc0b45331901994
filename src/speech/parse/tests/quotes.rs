//! Pages that answer questions with quoted rules.

use super::{check, shape};

const ANSWER: &str = "## Bến thủy nội địa phải có những gì?

Căn cứ theo Điều 32 Nghị định về bến thủy quy định về xử lý vi phạm như sau:

Vi phạm về bến thủy

1. Phạt tiền chủ bến khi:

a) Không có đèn;

b) Không có phao.

2. Biện pháp khắc phục: buộc lắp đèn.

Theo đó, bến thủy phải có:

(1) Đèn báo;

(2) Phao cứu sinh.

Đồng thời, căn cứ Điều 9 quy định như sau:

Điều 9. Mức phạt

1. Mức phạt của cá nhân.

2. Mức phạt của tổ chức.

Như vậy, bến thủy phải có đèn và phao.";

#[test]
fn an_answer_speaks_again_behind_what_it_quotes() {
    assert_eq!(shape(ANSWER), "1.(a) b)) 2. (1) (2) Điều 9.(1. 2.)");
}

#[test]
fn what_is_quoted_may_begin_in_its_middle() {
    check(
        "## Ai được khen?\n\nCăn cứ tiểu mục 19.2 Mục 19 của Hướng dẫn quy định như sau:\n\n19. Khen thưởng\n\n...\n\n19.2Khen người làm tốt\n\na) Theo kỳ;\n\nb) Đột xuất.\n\n## Khen thế nào?\n\nTại Điều 5 quy định về cách khen:\n\nCách khen\n\n2.1. Khen người:\n\na) Theo kỳ;\n\nb) Đột xuất.",
        "
[md \"\" 1]
  md.19 19. @5 other
    md.19.2 19.2 @9 other
      md.19.2.1 a) @11 other
      md.19.2.2 b) @13 other
[md2 \"\" 1]
  md2.1 2.1. @21 other
    md2.1.1 a) @23 other
    md2.1.2 b) @25 other
",
    );
}

#[test]
fn an_answer_counts_on_behind_what_it_concludes() {
    assert_eq!(
        shape(
            "## Nứt tường thì làm gì?\n\n(1) Theo luật thì phải đền.\n\n(2) Nguyên tắc đền gồm:\n\n- đền đủ;\n\n- đền sớm.\n\nNhư vậy, ai làm nứt thì đền.\n\n(3) Các bước:\n\n- Bước 1: hòa giải.\n\n- Bước 2: khởi kiện."
        ),
        "(1) (2)(- -) (3)(Bước 1: Bước 2:)"
    );
}

#[test]
fn a_text_that_does_not_ask_goes_on_behind_such_words() {
    check(
        "Nhiệm vụ sau:\n\n1. Sở chủ trì rà soát.\n\nTheo đó, Sở thực hiện:\n\na) Lập danh sách;\n\nb) Báo cáo.\n\n2. Huyện phối hợp.",
        "
[nv \"Nhiệm vụ\" 2]
  nv.1 1. @3 task
    nv.1.1 a) @7 task
    nv.1.2 b) @9 task
  nv.2 2. @11 task
",
    );
}

#[test]
fn articles_of_one_law_do_not_lie_in_each_other() {
    assert_eq!(
        shape(
            "Điều 91. Đất nuôi trồng\n\n1. Dự án lớn thì thu hồi đất.\n\n2. Dự án nhỏ thì thỏa thuận.\n\nNgoài ra, luật ấy quy định như sau:\n\nĐiều 79. Thu hồi đất\n\n1. Thu hồi để làm đường.\n\n2. Thu hồi để làm cầu."
        ),
        "Điều 91.(1. 2.) Điều 79.(1. 2.)"
    );
}

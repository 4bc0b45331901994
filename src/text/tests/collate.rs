//! The order of texts.

use crate::text::Collation;
use unicode_normalization::UnicodeNormalization;

/// Asserts that texts are in their order, each before the next, however they are composed.
#[track_caller]
fn check(lines: &str) {
    let texts: Vec<&str> = lines.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    for pair in texts.windows(2) {
        assert!(Collation::of(pair[0]) < Collation::of(pair[1]), "{} < {}", pair[0], pair[1]);
    }
    for text in texts {
        let apart: String = text.nfd().collect();
        assert_eq!(Collation::of(text), Collation::of(&apart), "{text}");
    }
}

#[test]
fn the_letters_come_before_the_tones_and_the_tones_before_the_case() {
    check(
        "a A à À ả Ả ã á ạ ă Ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ b c d D đ Đ e é ê ế f g h i k l m n \
         o ó ô ố ơ ớ p q r s t u ú ư ứ v w x y ý z"
            .replace(' ', "\n")
            .as_str(),
    );
    check("ma\nmà\nmả\nmã\nmá\nmạ\nmai\nmài\nmăn\nmặn\nmân");
    // A tone of the first syllable counts less than a letter of the second.
    check("hoa an\nhoà ban\nhoa cà\nhoà ca\nhoá ca\nhòa ca\nhoa cài");
    check("Dũng\nDuy\nĐan\nđàn\nĐàn\nđê\nĐiện");
}

#[test]
fn titles_are_in_the_order_of_a_dictionary() {
    check(
        "Ấn tượng
         Âu Lạc
         Báo cáo
         Bão số 3
         Bảo vệ môi trường
         Chương trình
         Công tác nội chính
         Dân chủ
         Dự thảo
         Đại hội
         Đảng bộ
         Đánh giá
         Đề cương
         Hà Nội
         Hạ tầng
         Hải Dương
         Kế hoạch
         Kết luận
         Kêu gọi
         Nghị quyết
         Nghĩa vụ
         Ổn định
         Ơn nghĩa
         Ý kiến",
    );
}

#[test]
fn signs_come_before_digits_and_digits_before_letters() {
    check("a\na – b\na b\na-b\na, b\na: b\na. b\na“b”\na(b)\na/b\na%\na1\nab");
    check("“Dân vận khéo”\n10 năm\n2 năm\nDân vận");
}

#[test]
fn what_is_in_no_table_has_a_place() {
    check("☂ ô\n0\nz\nΑθήνα\n北京");
    check("muller\nmüller\nMüller\nmuoi");
    check("strasse\nStrasse\nStraßf");
    check("2\n²");
}

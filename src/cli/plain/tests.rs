//! Lines as they are typed, in both languages.

use super::command::PlainCommand as C;

#[test]
fn commands_are_words_or_letters_of_both_languages() {
    let words = |text: &str| text.to_owned();
    for (typed, expected) in [
        ("", C::Step(1)),
        ("n", C::Step(1)),
        ("next", C::Step(1)),
        ("tiếp", C::Step(1)),
        ("tiep 3", C::Step(3)),
        ("5", C::Step(5)),
        ("p", C::Step(-1)),
        ("trước 2", C::Step(-2)),
        ("t", C::Task(None)),
        ("task 3", C::Task(Some(3))),
        ("nhiệm vụ 3", C::Task(Some(3))),
        ("nhiem vu", C::Task(None)),
        ("nv 3", C::Task(Some(3))),
        ("/giám định", C::Search(words("giám định"))),
        ("tìm giám định", C::Search(words("giám định"))),
        ("TÌM Giám định", C::Search(words("Giám định"))),
        ("tìm tiếp", C::Again),
        ("/", C::Again),
        ("search next", C::Again),
        ("m", C::Mark(None)),
        ("đánh dấu", C::Mark(None)),
        ("ghi chú hỏi lại Sở", C::Mark(Some(words("hỏi lại Sở")))),
        ("note ask", C::Mark(Some(words("ask")))),
        ("mục lục", C::Outline),
        ("o", C::Outline),
        ("ở đâu", C::Where),
        ("đâu", C::Where),
        ("đầu", C::Start),
        ("dau", C::Start),
        ("cuối", C::End),
        ("thời gian", C::Time),
        ("?", C::Help),
        ("trợ giúp", C::Help),
        ("q", C::Quit),
        ("thoát", C::Quit),
        ("xin chào", C::Unknown(words("xin chào"))),
    ] {
        assert_eq!(C::read(typed), expected, "{typed:?}");
    }
    assert!(matches!(C::read("nv.3"), C::Address(_)));
}

//! Links, Markdown and CSV.

use super::coming_and_going::of_words;
use super::*;
use crate::i18n::{Lang, Messages};
use crate::settings::CitationTemplate;
use crate::text::TextRange;

const LONG: &str = "Bài thử\n\nĐề nghị thực hiện các nhiệm vụ sau:\n\n\
    Một là: Rà soát, đối chiếu & hoàn thiện 100% quy chế - nội quy.\n\n\
    Hai là: Kiểm tra việc thực hiện.\n\nBa là: Kiểm tra việc thực hiện.\n\n\
    Bốn là: Một hai ba bốn năm sáu bảy tám chín mười mười một mười hai.\n\n\
    Đoạn tiếp theo cũng có mười hai chữ để lấy phần cuối của đoạn.\n";

/// Returns the directive of the link to words of a text, decoded but for its signs.
#[track_caller]
fn check(words: &str, expected: &str) {
    let mut speech = speech();
    let other = speech_of(LONG, &Lexicon::shipped());
    (speech.text, speech.blocks, speech.outline) = (other.text, other.blocks, other.outline);
    let bookmark = of_words(&speech, words);
    let range = bookmark.anchor.range;
    let out = Outgoing { bookmark: &bookmark, speech: Some(&speech), range: Some(range) };
    let link = fragment(&out).expect("a link");
    let directive = link.strip_prefix("https://example.vn/ket-luan?id=1#:~:text=").expect(&link);
    assert!(directive.is_ascii() && !directive.contains([' ', '&']), "{directive}");
    let parts: Vec<String> =
        directive.split(',').map(|part| super::super::iri::decode(part).expect("UTF-8")).collect();
    assert_eq!(parts.join(" | "), expected, "{directive}");
}

#[test]
fn links_lead_to_passages() {
    check("đối chiếu & hoàn thiện 100%", "đối chiếu & hoàn thiện 100%");
    check("quy chế - nội quy.", "quy chế - nội quy.");
    // What is there twice is told by what is around it, in the block next to it.
    check("Ba là: Kiểm tra việc thực hiện.", "Ba là: Kiểm tra việc thực hiện.");
    let words =
        LONG.rfind("Kiểm tra việc thực hiện.").map(|at| &LONG[at..at + 33]).expect("it is there");
    assert!(words.starts_with("Kiểm tra việc thực hiện."));
    let mut speech = speech();
    let other = speech_of(LONG, &Lexicon::shipped());
    (speech.text, speech.blocks, speech.outline) = (other.text, other.blocks, other.outline);
    let start = LONG.rfind("Kiểm tra").expect("it is there");
    let range = TextRange::new(start, start + "Kiểm tra việc thực hiện.".len());
    let mut bookmark = of_words(&speech, "Rà soát");
    bookmark.anchor = crate::speech::anchor::capture(&speech, range);
    let out = Outgoing { bookmark: &bookmark, speech: Some(&speech), range: Some(range) };
    let link = fragment(&out).expect("a link");
    let (_, directive) = link.split_once("text=").expect("a directive");
    let decoded = super::super::iri::decode(directive).expect("UTF-8");
    assert!(decoded.starts_with("Ba là:-,Kiểm tra việc thực hiện.,-Bốn là:"), "{decoded}");
    // Over paragraphs: the first words of the first, the last of the last.
    check(
        "Bốn là: Một hai ba bốn năm sáu bảy tám chín mười mười một mười hai.\n\nĐoạn tiếp theo cũng có \
         mười hai chữ để lấy phần cuối của đoạn.",
        "Bốn là: Một hai ba bốn năm sáu | hai chữ để lấy phần cuối của đoạn.",
    );
}

#[test]
fn signs_of_a_directive_are_encoded() {
    let mut speech = speech();
    speech.meta.url = Some("https://example.vn/a#phan-2".to_owned());
    let mut bookmark = of_words(&speech, "Rà soát");
    bookmark.anchor.quote = "a-b, c & d".to_owned();
    (bookmark.anchor.before, bookmark.anchor.after) = (String::new(), String::new());
    let link = |speech| fragment(&Outgoing { bookmark: &bookmark, speech, range: None });
    let expected = "https://example.vn/a#phan-2:~:text=a%2Db%2C%20c%20%26%20d";
    assert_eq!(link(Some(&speech)).as_deref(), Some(expected));
    assert_eq!(link(None), None, "no address is known");
    for url in ["javascript:alert(1)", "https://", "https://a b", "/a", "http://a.vn/\">x"] {
        speech.meta.url = Some(url.to_owned());
        assert_eq!(
            fragment(&Outgoing { bookmark: &bookmark, speech: Some(&speech), range: None }),
            None,
            "{url}"
        );
    }
}

#[test]
fn a_notebook_in_markdown() {
    let speech = speech();
    let first = of_words(&speech, "Báo cáo kết quả trước ngày 30/6.");
    let mut second = of_words(&speech, "Rà soát các quy định.\n\nHai là:");
    (second.note, second.labels) = (None, crate::notebook::Labels::default());
    let mut lost = of_words(&speech, "Rà soát");
    lost.speech = SpeechId::parse("bai-khac").expect("an id");
    lost.title = "Bài *khác*".to_owned();
    lost.anchor.quote = "- một\n1. hai".to_owned();
    lost.anchor.item = None;
    let out = |bookmark, at: Option<TextRange>| Outgoing {
        bookmark,
        speech: at.map(|_| &speech),
        range: at,
    };
    let all = [
        out(&first, Some(first.anchor.range)),
        out(&lost, None),
        out(&second, Some(second.anchor.range)),
    ];
    let text = markdown(&all, &CitationTemplate::default(), &Messages::new(Lang::Vi));
    assert_eq!(
        text,
        "\
# Kết luận hội nghị công tác quý I

Nguyễn Văn An · Bí thư Tỉnh ủy · Hội nghị công tác quý I · 04/04/2022  
`2022-04-04-ket-luan` · <https://example.vn/ket-luan?id=1>

## nv.1 — Rà soát các quy định

> Rà soát các quy định.
>
> Hai là:

— Nguyễn Văn An, Bí thư Tỉnh ủy, Hội nghị công tác quý I, 04/04/2022 \\[2022-04-04-ket-luan/nv.1\\]  
[↗](https://example.vn/ket-luan?id=1#:~:text=R%C3%A0%20so%C3%A1t%20c%C3%A1c%20quy%20%C4%91%E1%BB%8Bnh.,Hai%20l%C3%A0%3A)

## nv.2 — Báo cáo kết quả trước ngày 30/6

> Báo cáo kết quả trước ngày 30/6.

Hỏi lại **văn phòng**.

Trước 30/6.

— Nguyễn Văn An, Bí thư Tỉnh ủy, Hội nghị công tác quý I, 04/04/2022 \\[2022-04-04-ket-luan/nv.2\\]  
[↗](https://example.vn/ket-luan?id=1#:~:text=B%C3%A1o%20c%C3%A1o%20k%E1%BA%BFt%20qu%E1%BA%A3%20tr%C6%B0%E1%BB%9Bc%20ng%C3%A0y%2030%2F6.)  
● cần hỏi lại · \\#quý I · \\#gấp · 'đ

# Bài \\*khác\\*

Nguyễn Văn An · 04/04/2022  
`bai-khac`

> \\- một
> 1\\. hai

Hỏi lại **văn phòng**.

Trước 30/6.

— Nguyễn Văn An, Bài \\*khác\\*, 04/04/2022 \\[bai-khac\\]  
● cần hỏi lại · \\#quý I · \\#gấp · 'đ
"
    );
}

#[test]
fn rows_for_a_spreadsheet() {
    let speech = speech();
    let mut bookmark = of_words(&speech, "Rà soát các quy định.");
    bookmark.note = Some("một, \"hai\"\nba".to_owned());
    let range = bookmark.anchor.range;
    let mut bytes = Vec::new();
    csv(&[Outgoing { bookmark: &bookmark, speech: Some(&speech), range: Some(range) }], &mut bytes)
        .expect("it is written");
    let text = String::from_utf8(bytes).expect("UTF-8");
    assert_eq!(
        text,
        "id,address,speech,title,speaker,date,line,kind,tags,letter,quote,note,created,source,url,\
         path\n\
         k3x9qa,2022-04-04-ket-luan/nv.1,2022-04-04-ket-luan,Kết luận hội nghị công tác quý I,\
         Nguyễn Văn An,2022-04-04,5,question,\"quý I, gấp\",đ,Rà soát các quy định.,\
         \"một, \"\"hai\"\"\nba\",2024-01-05T08:30:00Z,/tmp/bài nói.txt,https://example.vn/ket-luan?id=1,\
         /tmp/bài nói.txt\n"
    );
}

//! What goes out, and what comes back.

mod tables;

use super::*;
use crate::i18n::{Lang, Messages};
use crate::properties::speeches::speech;
use crate::properties::{Between, any, exporting, rewrapped, speech_of_file};
use crate::speech::parse::Lexicon;
use crate::speech::{Change, Fix, Role, Speech};
use crate::text::TextRange;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use std::sync::LazyLock;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::shipped);

const SHIPPED: &str = include_str!("../../../data/speeches/2023-12-20-ket-luan-noi-chinh.txt");

fn read(text: &str, name: &str) -> Speech {
    speech_of_file(text.as_bytes(), name, &LEXICON, &[])
}

/// Returns the text below the data.
fn body(markdown: &str) -> &str {
    markdown.splitn(3, "---\n").nth(2).unwrap_or_default().trim()
}

#[track_caller]
fn check(source: &str, name: &str, expected: &str) {
    let speech = read(source, name);
    let page = Page::of(&speech, PagePart::Whole);
    let again = |text: &str| Some(read(text, "a"));
    let messages = Messages::new(Lang::Vi);
    let (out, kept) = markdown(&page, FurniturePolicy::Kept, &messages, &again);
    assert_eq!(body(&out), expected.trim(), "{source:?}");
    assert_eq!(kept, RoundTrip::Whole, "{source:?}");
}

#[test]
fn signs_of_markdown_are_escaped_and_looks_kept() {
    let table = [
        // Markers stay as they are for the eye.
        (
            "Nhiệm vụ sau:\n\n1. Rà soát.\n\n2. Sửa đổi.",
            "Nhiệm vụ sau:\n\n1\\. Rà soát.\n\n2\\. Sửa đổi.",
        ),
        (
            "Nhiệm vụ sau:\n\n- Rà soát.\n\n- Sửa đổi.",
            "Nhiệm vụ sau:\n\n\\- Rà soát.\n\n\\- Sửa đổi.",
        ),
        (
            "Nhiệm vụ sau:\n\n+ Rà soát.\n\n+ Sửa đổi.",
            "Nhiệm vụ sau:\n\n\\+ Rà soát.\n\n\\+ Sửa đổi.",
        ),
        (
            "Nhiệm vụ sau:\n\na) Rà soát.\n\nb) Sửa đổi.",
            "Nhiệm vụ sau:\n\na\\) Rà soát.\n\nb\\) Sửa đổi.",
        ),
        (
            "Nhiệm vụ sau:\n\n(1) Rà soát.\n\n(2) Sửa đổi.",
            "Nhiệm vụ sau:\n\n\\(1) Rà soát.\n\n\\(2) Sửa đổi.",
        ),
        (
            "Nhiệm vụ sau:\n\n1.1. Rà soát.\n\n1.2. Sửa đổi.",
            "Nhiệm vụ sau:\n\n1.1. Rà soát.\n\n1.2. Sửa đổi.",
        ),
        (
            "Nhiệm vụ sau:\n\n**Một là:** rà soát.\n\n*Hai là:* sửa đổi.",
            "Nhiệm vụ sau:\n\n**Một là:** rà soát.\n\n*Hai là:* sửa đổi.",
        ),
        // What begins a definition or an example for some program.
        ("Thuật ngữ\n\n: nghĩa.\n\n:nghĩa.", "Thuật ngữ\n\n\\: nghĩa.\n\n\\:nghĩa."),
        ("Thuật ngữ\n\n~ nghĩa.\n\n:, rồi.", "Thuật ngữ\n\n\\~ nghĩa.\n\n\\:, rồi."),
        ("Nêu ví dụ sau:\n\n(@) một.\n\na: hai.", "Nêu ví dụ sau:\n\n\\(@) một.\n\na: hai."),
        // Signs of the text.
        (
            "Giá 2*3 và 4*5, tệp ten_tep.txt và _đầu_.",
            "Giá 2\\*3 và 4\\*5, tệp ten_tep.txt và \\_đầu\\_.",
        ),
        ("Viết <b>đậm</b> & &amp; và a < b.", "Viết \\<b>đậm\\</b> & \\&amp; và a < b."),
        ("Xem [1], [ghi chú](a) và `mã`.", "Xem \\[1], \\[ghi chú](a) và \\`mã\\`."),
        ("Thư mục C:\\đích, số #1 và > 5.", "Thư mục C:\\\\đích, số #1 và > 5."),
        ("#1 là số đầu, không phải đề mục.", "\\#1 là số đầu, không phải đề mục."),
        ("2023. Đó là một năm khó khăn.", "2023\\. Đó là một năm khó khăn."),
        // Lines that were wrapped, and signs that a converter broke.
        (
            "*Thứ nhất,** các bộ rà soát.\n\n*Thứ hai,** các sở sửa đổi.",
            "*Thứ nhất,* các bộ rà soát.\n\n*Thứ hai,* các sở sửa đổi.",
        ),
        ("**Hướng 1: **đi theo đường lớn.", "**Hướng 1:** đi theo đường lớn."),
        ("Chữ **đậm.**Liền sau.", "Chữ **đậm**.Liền sau."),
    ];
    for (source, expected) in table {
        check(source, "a.txt", expected);
    }
}

#[test]
fn headings_and_nested_bullets_keep_their_place() {
    check(
        "# Kế hoạch năm 2024 của tỉnh\n\n## Mục đích\n\nNâng cao chất lượng công tác.\n\n### Yêu cầu\n\nKịp thời.",
        "a.md",
        "# Kế hoạch năm 2024 của tỉnh\n\n## Mục đích\n\nNâng cao chất lượng công tác.\n\n### Yêu cầu\n\nKịp thời.",
    );
    check(
        "Nhiệm vụ sau:\n\n- Rà soát:\n  - văn bản;\n  - hồ sơ.\n- Sửa đổi.",
        "a.md",
        "Nhiệm vụ sau:\n\n\\- Rà soát:\n\n\u{a0}\u{a0}\\- văn bản;\n\n\u{a0}\u{a0}\\- hồ sơ.\n\n\\- Sửa đổi.",
    );
}

#[test]
fn what_a_user_corrected_goes_along() {
    let source = "Kết luận tại hội nghị tổng kết năm\n\nNhiệm vụ sau:\n\nMột là: rà soát.\n\nHai là: sửa đổi.\n\nCác đơn vị báo cáo kết quả.\n";
    let at = |words: &str| {
        let start = source.find(words).expect("the words are there");
        TextRange::new(start, start + words.len())
    };
    let table = [
        (at("Một là"), Change::SeriesRole(Role::Result), "list-role result"),
        (at("Một là"), Change::SeriesTitle("Việc > 1; \"gấp\"".into()), "list-title"),
        (at("Hai là"), Change::Drop, "drop"),
        (at("Hai là"), Change::Level(2), "level 2"),
        (at("Hai là"), Change::Role(Role::Lesson), "role lesson"),
        (at("Các đơn vị"), Change::Item, "item"),
    ];
    for (range, change, said) in table {
        let fixes = [Fix { range, change: change.clone() }];
        let speech = speech_of_file(source.as_bytes(), "a.txt", &LEXICON, &fixes);
        assert_ne!(sketch(&speech), sketch(&read(source, "a.txt")), "{change:?} changes something");
        let page = Page::of(&speech, PagePart::Whole);
        let messages = Messages::new(Lang::Vi);
        let (out, kept) =
            markdown(&page, FurniturePolicy::Kept, &messages, &|text| Some(read(text, "a")));
        assert_eq!(kept, RoundTrip::Whole, "{change:?}\n{out}");
        assert!(out.contains(&format!("<!-- dienvan: {said}")), "{change:?}\n{out}");
    }
}

#[test]
fn data_before_the_text_comes_back() {
    let mut speech = read(SHIPPED, "a.txt");
    let meta = &mut speech.meta;
    meta.title = "Kết luận: \"nội chính\" \\ 2023".to_owned();
    meta.speaker = Some("Nguyễn Văn A".to_owned());
    meta.office = Some("Bí thư: Tỉnh ủy".to_owned());
    meta.occasion = Some("Hội nghị # 1".to_owned());
    meta.url = Some("https://example.vn/a?b=1&c=\"2\"".to_owned());
    meta.date = crate::speech::Date::new(2023, 12, 20);
    meta.language = "vi".to_owned();
    let page = Page::of(&speech, PagePart::Whole);
    let out =
        markdown_with(&page, FurniturePolicy::Kept, &Messages::new(Lang::Vi), &Notes::default());
    let draft =
        crate::formats::read::import(out.into_bytes(), &crate::formats::read::Options::default());
    let facts = draft.expect("Markdown is read").facts;
    let stated = facts.stated;
    assert_eq!(stated.title.as_ref(), Some(&speech.meta.title));
    assert_eq!(stated.speaker, speech.meta.speaker);
    assert_eq!(stated.office, speech.meta.office);
    assert_eq!(stated.occasion, speech.meta.occasion);
    assert_eq!(stated.date, speech.meta.date);
    assert_eq!(stated.id.as_deref(), Some("text"));
    assert_eq!(facts.url, speech.meta.url);
    for hostile in ["javascript:alert(1)", "https://a b", "data:text/html,x", "https://"] {
        speech.meta.url = Some(hostile.to_owned());
        let page = Page::of(&speech, PagePart::Whole);
        let out = markdown_with(
            &page,
            FurniturePolicy::Kept,
            &Messages::new(Lang::Vi),
            &Notes::default(),
        );
        assert!(!out.contains("url:"), "{hostile}");
    }
}

#[test]
fn furniture_of_a_page_is_kept_in_a_remark_or_left_out() {
    let speech = read(SHIPPED, "a.txt");
    let page = Page::of(&speech, PagePart::Whole);
    let messages = Messages::new(Lang::Vi);
    let kept = markdown_with(&page, FurniturePolicy::Kept, &messages, &Notes::default());
    let bare = markdown_with(&page, FurniturePolicy::LeftOut, &messages, &Notes::default());
    let (remark, _) = kept.split_once("-->").expect("a remark");
    let hidden = page.pieces.iter().filter(|piece| Page::is_hidden(piece));
    for piece in hidden.take(2) {
        assert!(remark.contains(&piece.words()), "{:?}", piece.words());
        assert!(!bare.contains(&format!("{}\n", piece.words())) || !bare.contains("<!--"));
    }
    assert!(!bare.contains("<!--"));
    assert_eq!(sketch(&read(&kept, "a")), sketch(&speech));
    assert_eq!(sketch(&read(&bare, "a")), sketch(&speech));
    let again = read(&kept, "a");
    let shown = |speech: &Speech| {
        let all = speech.blocks.iter().filter(|block| !block.kind.is_hidden());
        all.count()
    };
    assert_eq!(shown(&again), shown(&speech), "what was hidden is hidden again");
}

#[test]
fn generated_speeches_come_back_whole() {
    for number in 0..16 {
        let source = speech(number, 2000 + 800 * number);
        for source in [
            rewrapped(&source, 72, Between::Blank),
            rewrapped(&source, 100, Between::Nothing),
            source,
        ] {
            let kept = exporting(&source, "a.txt", &[], &LEXICON);
            assert_eq!(kept, RoundTrip::Whole, "speech {number}");
            let speech = read(&source, "a.txt");
            let page = Page::of(&speech, PagePart::Whole);
            let messages = Messages::new(Lang::Vi);
            let moment = Moment::new([2024, 1, 1, 0, 0, 0]);
            let book = epub(&page, &moment, &messages).expect("a book");
            let of_book = speech_of_file(&book, "a", &LEXICON, &[]);
            let of_page = read(&html(&page, FurniturePolicy::Kept, &messages), "a");
            for again in [of_book, of_page] {
                assert_eq!(sketch(&again), sketch(&speech), "speech {number}");
            }
        }
    }
}

/// Returns how many of so many inputs come back whole.
fn whole(count: usize, name: &str, corrected: bool) -> usize {
    let mut runner = TestRunner::deterministic();
    let mut whole = 0;
    for _ in 0..count {
        let text = any::speech().new_tree(&mut runner).expect("a text").current();
        let (first, more, change) = any::fix().new_tree(&mut runner).expect("a fix").current();
        let plain = read(&text, name);
        let mut fixes = Vec::new();
        if corrected && let Some(block) = plain.blocks.get(first % plain.blocks.len().max(1)) {
            let last = (first % plain.blocks.len() + more).min(plain.blocks.len() - 1);
            fixes.push(Fix { range: block.range.union(plain.blocks[last].range), change });
        }
        whole += usize::from(exporting(&text, name, &fixes, &LEXICON) == RoundTrip::Whole);
    }
    whole
}

#[test]
fn texts_of_parts_in_any_order_come_back() {
    for (name, corrected, least) in
        [("a.txt", false, 198), ("a.md", false, 198), ("a.txt", true, 190)]
    {
        let found = whole(200, name, corrected);
        eprintln!("{name}, corrected {corrected}: {found} of 200 come back whole");
        assert!(found >= least, "{name}: {found} of 200");
    }
}

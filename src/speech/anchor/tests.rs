//! Passages captured in one text and looked for in another.

use super::*;
use crate::speech::{
    Anchor, Duty, Evidence, Item, ItemAddress, ItemForm, Metadata, Origin, Outline, Role,
    RoleSource, Sequence, Series, Speech, SpeechId,
};
use crate::text::{OffsetMap, TextPos, TextRange, Words, decode};
use proptest::prelude::*;
use std::sync::Arc;

const TEXT: &str = "\
Thưa các đồng chí! Năm nay, chúng ta làm việc trong nhiều khó khăn, và đã có kết quả bước đầu.

Một là: Các cấp ủy rà soát quy chế phối hợp. Thực hiện nghiêm chế độ báo cáo định kỳ hằng quý. \
Nơi nào chậm thì phải nói rõ nguyên nhân.
Hai là: Ban thường vụ các địa phương kiểm tra việc tiếp công dân. Thực hiện nghiêm chế độ báo cáo \
định kỳ hằng quý. Không để một đơn thư nào tồn đọng quá ba mươi ngày.
Ba là: Cơ quan tham mưu nâng cao chất lượng thẩm định các đề án được giao, đúng hạn và đúng việc.

Xin trân trọng cảm ơn các đồng chí!
";

const REPEATED: &str = "Thực hiện nghiêm chế độ báo cáo định kỳ hằng quý.";

/// Makes a speech; paragraphs that begin with "Một là:" and so on are the items of one series.
pub(crate) fn speech(text: &str) -> Speech {
    let decoded = decode(text.as_bytes().to_vec());
    let mut items = Vec::new();
    let mut at = 0;
    for line in decoded.text.split_inclusive('\n') {
        let number = ["Một là:", "Hai là:", "Ba là:", "Bốn là:"]
            .iter()
            .position(|marker| line.starts_with(marker));
        if let Some(number) = number {
            let end = at + line.trim_end().len();
            let path = vec![items.len() as u32 + 1];
            items.push(Item {
                series: 0,
                parent: None,
                level: 1,
                path,
                ordinal: number as u32 + 1,
                role: Role::Task,
                marker: TextRange::new(at, at),
                label: TextRange::new(at, at),
                range: TextRange::new(at, end),
                line: 1,
                rule: "spoken",
                confidence: 100,
                form: ItemForm::Paragraph,
                sequence: Sequence::Follows,
                evidence: Evidence::plain(RoleSource::Nothing, 90),
                duty: Duty::Work,
                owner: None,
            });
        }
        at += line.len();
    }
    let series = Series {
        role: Role::Task,
        number: 1,
        title: String::new(),
        lead: None,
        line: 1,
        items: (0..items.len()).collect(),
        within: None,
        count: items.len() as u32,
        evidence: Evidence::plain(RoleSource::Nothing, 90),
    };
    Speech {
        id: SpeechId::parse("thu").expect("an id"),
        meta: Metadata::default(),
        text: Arc::new(decoded.text),
        blocks: Arc::default(),
        outline: Arc::new(Outline { series: vec![series], items, ..Outline::default() }),
        origin: Origin::StandardInput,
        hints: Arc::default(),
        encoding: decoded.encoding,
        offsets: Arc::new(OffsetMap::default()),
        fingerprint: String::new(),
        extent: crate::speech::Extent::Whole,
    }
}

/// Captures the `nth` (from 0) occurrence of `quote` in `text`.
fn captured(text: &str, quote: &str, nth: usize) -> Anchor {
    let speech = speech(text);
    let (at, _) = speech.text.match_indices(quote).nth(nth).expect("the text has the quote");
    capture(&speech, TextRange::new(at, at + quote.len()))
}

/// Writes a place as its kind and the word before each candidate.
fn told(place: &Place, speech: &Speech) -> String {
    let before = |range: &TextRange| {
        speech.text[..range.start.get()].split_whitespace().last().unwrap_or("¶")
    };
    match place {
        Place::Same(range) => format!("same {}", before(range)),
        Place::Moved(range) => format!("moved {}", before(range)),
        Place::Edited(range, alike) => format!("edited {alike} {}", before(range)),
        Place::Uncertain(ranges) => {
            format!("uncertain {}", ranges.iter().map(before).collect::<Vec<_>>().join(" | "))
        }
        Place::Lost => "lost".to_owned(),
    }
}

#[test]
fn an_anchor_holds_words_context_position_and_item() {
    let anchor = captured(TEXT, REPEATED, 1);
    assert_eq!(anchor.quote, REPEATED);
    assert_eq!(anchor.before.chars().count(), 64);
    assert!(anchor.before.ends_with("kiểm tra việc tiếp công dân. "), "{}", anchor.before);
    assert_eq!(anchor.after.chars().count(), 64);
    assert!(anchor.after.starts_with(" Không để một đơn thư"), "{}", anchor.after);
    assert_eq!(anchor.item, Some(ItemAddress { role: Role::Task, number: 1, path: vec![2] }));
    assert_eq!(anchor.range.of(&speech(TEXT).text), REPEATED);
    let at_start = captured(TEXT, "Thưa", 0);
    assert_eq!((at_start.before.as_str(), at_start.item), ("", None));
}

#[test]
fn a_range_off_the_text_or_inside_a_character_is_brought_into_it() {
    let speech = speech("Đồng chí");
    assert_eq!(capture(&speech, TextRange::new(1, 4)).quote, "Đ");
    assert_eq!(capture(&speech, TextRange::new(500, 900)).quote, "");
}

#[test]
fn passages_are_found_again_or_it_is_said_that_they_are_not() {
    let second = "Hai là: Ban thường vụ các địa phương kiểm tra việc tiếp công dân. ";
    let third = "Ba là: Cơ quan tham mưu nâng cao chất lượng thẩm định các đề án";
    let swapped = {
        let (head, rest) = TEXT.split_at(TEXT.find("Một là").expect("first"));
        let (one, rest) = rest.split_at(rest.find("Hai là").expect("second"));
        let (two, rest) = rest.split_at(rest.find("Ba là").expect("third"));
        format!("{head}{two}{one}{rest}")
    };
    let fourth = "Không để một đơn thư nào tồn đọng quá ba mươi ngày.";
    let cases: &[(&str, &str, usize, String, &str)] = &[
        ("unchanged", REPEATED, 1, TEXT.into(), "same dân."),
        ("unchanged, first of two", REPEATED, 0, TEXT.into(), "same hợp."),
        ("pushed down", REPEATED, 1, format!("Lời nói đầu.\n{TEXT}"), "moved dân."),
        ("re-wrapped", REPEATED, 1, TEXT.replace("báo cáo ", "báo cáo\n"), "same dân."),
        ("re-wrapped, wider gaps", third, 0, TEXT.replace(' ', " \n"), "moved ngày."),
        ("items swapped, second", REPEATED, 1, swapped.clone(), "moved dân."),
        ("items swapped, first", REPEATED, 0, swapped, "moved hợp."),
        ("typo", third, 0, TEXT.replace("thẩm định", "thẩm địnhh"), "edited 97 ngày."),
        ("word grew", "hợp. Thực", 0, TEXT.replace("hợp. Thực", "hợp. Thựcc"), "edited 75 phối"),
        ("deleted", second.trim(), 0, TEXT.replace(second, ""), "lost"),
        (
            "next sentence corrected",
            REPEATED,
            0,
            TEXT.replace("Nơi nào chậm thì", "Nếu chậm thì"),
            "same hợp.",
        ),
        (
            "repeated elsewhere",
            fourth,
            0,
            TEXT.replace("bước đầu.", &format!("bước đầu. {fourth}")),
            "moved quý.",
        ),
        (
            "nothing around it is left",
            REPEATED,
            1,
            format!("A. {REPEATED} B. {REPEATED} C."),
            "uncertain B. | A.",
        ),
    ];
    for (name, quote, nth, changed, expected) in cases {
        let anchor = captured(TEXT, quote, *nth);
        let changed = speech(changed);
        assert_eq!(told(&resolve(&anchor, &changed), &changed), *expected, "{name}");
    }
}

#[test]
fn a_look_alike_is_never_taken_for_a_deleted_passage() {
    // The words of the second item go; the same short words remain in a greeting.
    let short = "các đồng chí";
    let text = format!("{TEXT}\nBốn là: Đề nghị {short} trong ngành chủ động hơn nữa.\n");
    let anchor = captured(&text, short, 2);
    let changed = speech("Cảm ơn các đồng chí đã dự họp.");
    // The text had three of them: the one that is left may be another.
    assert_eq!((anchor.copies, told(&resolve(&anchor, &changed), &changed).as_str()), (3, "lost"));
    // Where that is not known, the reader is asked.
    let unknown = Anchor { copies: 0, alike: None, ..anchor };
    assert_eq!(told(&resolve(&unknown, &changed), &changed), "uncertain ơn");
}

#[test]
fn a_deleted_passage_is_not_where_its_like_is() {
    // Long and said twice: the second is deleted, the first stays where it was.
    let deleted = TEXT.replace(
        "kiểm tra việc tiếp công dân. Thực hiện nghiêm chế độ báo cáo định kỳ hằng quý. Không để \
         một đơn thư nào tồn đọng quá ba mươi ngày.",
        "xem lại.",
    );
    assert_eq!(deleted.matches(REPEATED).count(), 1);
    // A neighbour that is like it, and stands beside what stood beside it.
    let like = "Một là: Đẩy mạnh tuyên truyền chủ trương của tỉnh về đất đai ở cơ sở.\n\
                Hai là: Đẩy mạnh kiểm tra chủ trương của tỉnh về đất đai ở cơ sở.\n\
                Ba là: Đẩy mạnh giám sát chủ trương của tỉnh về đất đai ở cơ sở.\n\
                Bốn là: Không ai được đứng ngoài cuộc trong việc chung của cả tỉnh này.\n";
    let second = "Hai là: Đẩy mạnh kiểm tra chủ trương của tỉnh về đất đai ở cơ sở.";
    let third = "Ba là: Đẩy mạnh giám sát chủ trương của tỉnh về đất đai ở cơ sở.";
    for (text, quote, nth, changed) in [
        (TEXT, REPEATED, 1, deleted.clone()),
        (TEXT, REPEATED, 1, format!("Lời dẫn.\n{deleted}")),
        (like, second, 0, like.replace(&format!("{second}\n"), "")),
        (like, third, 0, like.replace(&format!("{second}\n{third}\n"), "")),
        (like, "Đẩy mạnh kiểm tra", 0, like.replace(&format!("{second}\n"), "")),
    ] {
        let anchor = captured(text, quote, nth);
        let changed = speech(&changed);
        assert_eq!(told(&resolve(&anchor, &changed), &changed), "lost", "{quote}");
    }
}

#[test]
fn an_edited_passage_is_found_by_its_neighbours_and_its_words() {
    let third = "Ba là: Cơ quan tham mưu nâng cao chất lượng thẩm định các đề án được giao, đúng \
                 hạn và đúng việc.";
    let text = TEXT.replace("ba mươi ngày", "30 ngày");
    for (name, quote, changed, expected) in [
        ("signs and case", third, text.replace(third, &third.to_uppercase()), "same ngày."),
        ("old tone marks", "cấp ủy", text.replace("cấp ủy", "cấp uỷ"), "same Các"),
        ("a figure", "quá 30 ngày", text.replace("30", "45"), "edited 67 đọng"),
        ("a figure alone", "30", text.replace("30", "45"), "edited 0 quá"),
        ("a number of an item", third, text.replace("Ba là", "Bốn là"), "edited 96 ngày."),
        (
            "words put in and left out",
            third,
            text.replace("nâng cao chất lượng thẩm định", "của tỉnh nâng cao chất lượng"),
            "edited 82 ngày.",
        ),
        (
            "moved and edited, between neighbours that are new",
            third,
            format!(
                "Lời nói đầu khác hẳn.\n{}\nKhông còn gì như trước ở đây nữa.",
                third.replace("được giao", "giao")
            ),
            "uncertain hẳn.",
        ),
        ("put another way", third, text.replace(third, "Bốn là: Thôi."), "lost"),
    ] {
        let anchor = captured(&text, quote, 0);
        let changed = speech(&changed);
        assert_eq!(told(&resolve(&anchor, &changed), &changed), expected, "{name}");
    }
}

#[test]
fn context_outweighs_the_remembered_position() {
    // A look-alike stands exactly where the passage was.
    let quote = "thực hiện tốt việc này";
    let before = "Các ban của tỉnh ủy cần chủ động và ";
    let after = ", báo cáo trước ngày ba mươi tháng sáu.";
    let text = format!("{before}{quote}{after}");
    let anchor = captured(&text, quote, 0);
    let filler: String = before.chars().map(|c| if c == ' ' { ' ' } else { 'x' }).collect();
    let filler = format!("{filler}{}", " ".repeat(before.len() - filler.len()));
    let changed = speech(&format!("{filler}{quote} khác hẳn với nơi cũ.\n{text}"));
    assert_eq!(told(&resolve(&anchor, &changed), &changed), "moved và");
    // Where a side still speaks for the position, it is a matter of opinion, so nobody decides.
    let changed = speech(&format!("{before}{quote} khác hẳn với nơi cũ.\n{text}"));
    let place = resolve(&anchor, &changed);
    assert!(matches!(&place, Place::Uncertain(found) if found.len() == 2), "{place:?}");
}

#[test]
fn a_text_printed_twice_leaves_the_choice_to_the_reader() {
    let quote = "Nơi nào chậm thì phải nói rõ nguyên nhân.";
    let anchor = captured(TEXT, quote, 0);
    let twice = speech(&format!("Lời dẫn.\n{TEXT}\n{TEXT}"));
    let place = resolve(&anchor, &twice);
    assert!(matches!(&place, Place::Uncertain(found) if found.len() == 2), "{place:?}");
}

#[test]
fn an_anchor_written_by_hand_needs_only_words() {
    let anchor = Anchor { quote: "tiếp công dân".into(), ..Anchor::default() };
    let text = speech(TEXT);
    assert_eq!(told(&resolve(&anchor, &text), &text), "moved việc");
    let twice = Anchor { quote: REPEATED.into(), ..anchor.clone() };
    assert!(matches!(resolve(&twice, &text), Place::Uncertain(found) if found.len() == 2));
    let nothing = Anchor { quote: " \n".into(), ..anchor };
    assert_eq!(resolve(&nothing, &text), Place::Lost);
}

#[test]
fn candidates_are_bounded_and_the_nearest_come_first() {
    let anchor = captured("đồng chí A và đồng chí B", "đồng chí", 1);
    let many = speech(&"đồng chí. ".repeat(5000));
    let Place::Uncertain(found) = resolve(&anchor, &many) else { panic!("uncertain") };
    assert_eq!(found.len(), 1000);
    assert!(found[0].start.get() < 40);
}

/// Tells whether two texts have the same words, whatever case and signs.
fn same_words(a: &str, b: &str) -> bool {
    Words::of(a).keys() == Words::of(b).keys()
}

fn vietnamese() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "Một là:",
        "Hai là:",
        "các",
        "đồng chí",
        "thực hiện",
        "tốt",
        "nhiệm vụ",
        "được giao.",
        "\n",
        "\n\n",
        " ",
        "đẩy mạnh",
        "2024",
        "ủy",
        "ương",
        "“đúng”",
        "ế",
    ]);
    prop::collection::vec((word, prop::bool::ANY), 0..40).prop_map(|words| {
        words.iter().fold(String::new(), |text, (word, glued)| {
            if *glued { format!("{text}{word}") } else { format!("{text} {word}") }
        })
    })
}

/// Picks the character boundaries nearest to two fractions of a text.
fn range_in(text: &str, one: f64, other: f64) -> TextRange {
    let at = |part: f64| text.floor_char_boundary((part * (text.len() + 1) as f64) as usize);
    TextRange::new(at(one.min(other)), at(one.max(other)))
}

proptest! {
    #[test]
    fn what_is_captured_is_found_in_the_same_text(
        text in vietnamese(), one in 0.0..1.0f64, other in 0.0..1.0f64,
    ) {
        let speech = speech(&text);
        let range = range_in(&speech.text, one, other);
        prop_assert_eq!(resolve(&capture(&speech, range), &speech), Place::Same(range));
    }

    #[test]
    fn a_place_always_has_the_words(
        text in vietnamese(), changed in vietnamese(), one in 0.0..1.0f64, other in 0.0..1.0f64,
    ) {
        let (speech, changed) = (speech(&text), speech(&format!("{changed}{text}")));
        let anchor = capture(&speech, range_in(&speech.text, one, other));
        if let Place::Same(range) | Place::Moved(range) = resolve(&anchor, &changed) {
            let words = range.of(&changed.text);
            prop_assert!(same_words(words, &anchor.quote), "{:?} for {:?}", words, anchor.quote);
        }
    }

    #[test]
    fn words_that_are_still_there_are_not_lost(
        text in vietnamese(), head in vietnamese(), one in 0.0..1.0f64, other in 0.0..1.0f64,
    ) {
        let (speech, changed) = (speech(&text), speech(&format!("{head}.\n{text}")));
        let anchor = capture(&speech, range_in(&speech.text, one, other));
        if !anchor.quote.trim().is_empty() {
            prop_assert_ne!(resolve(&anchor, &changed), Place::Lost);
        }
    }
}

/// Asserts where a place in [`TEXT`] is found in another version: before these words, or nowhere.
#[track_caller]
fn traced(before: &str, newer: &str, expected: Option<&str>) {
    let old = speech(TEXT);
    let pos = TextPos::new(old.text.find(before).expect("it is there"));
    let new = speech(newer);
    let found = Trace::of(&old, pos).find(&new, pos);
    let words = found.map(|pos| &new.text[pos.get()..]);
    match (words, expected) {
        (Some(words), Some(expected)) => assert!(words.starts_with(expected), "{before}: {words}"),
        (None, None) => {}
        (found, _) => panic!("{before}: {found:?}, not {expected:?}"),
    }
}

#[test]
fn a_place_that_was_left_is_found_by_a_few_words() {
    let more = TEXT.replace("Một là:", "Trước hết, xin nhắc lại.\n\nMột là:");
    for before in ["Thưa các", "Một là:", "Nơi nào", "Ba là:", "ba mươi ngày"] {
        traced(before, TEXT, Some(before));
        traced(before, &more, Some(before));
    }
    // The same sentence stands twice: what is around tells which.
    traced(
        "Thực hiện nghiêm",
        &more,
        Some("Thực hiện nghiêm chế độ báo cáo định kỳ hằng quý. Nơi"),
    );
    let edited =
        more.replace("Ba là: Cơ quan tham mưu nâng", "Ba là: Cơ quan tham mưu giúp việc nâng");
    traced("Ba là:", &edited, Some("Ba là: Cơ quan tham mưu giúp việc"));
    traced("Ba là:", "Một bài khác hẳn.\n\nKhông có gì chung với bài kia.\n", None);
    traced("Ba là:", "", None);
}

#[test]
fn places_of_an_old_version_lead_to_those_of_the_new_one() {
    let old = speech(TEXT);
    for (from, to) in [
        ("Thưa các", "Kính thưa các"),
        ("Một là:", "Xin nhắc lại.\n\nMột là:"),
        ("kiểm tra việc tiếp", "chỉ đạo, kiểm tra việc tiếp"),
        ("Xin trân trọng", "Cuối cùng, xin trân trọng"),
    ] {
        let new = speech(&TEXT.replace(from, to));
        let follower = Follower::new(&old, &new);
        for (start, _) in old.text.match_indices(['M', 'H', 'B', 'T', 'N', 'K']) {
            let word =
                |text: &str| text.split_whitespace().take(3).map(str::to_owned).collect::<Vec<_>>();
            let words = word(&old.text[start..]);
            if words.iter().any(|word| from.contains(word.as_str())) {
                continue;
            }
            let found = follower.exact(TextPos::new(start)).expect("it is there");
            assert_eq!(word(&new.text[found.get()..]), words, "{from} → {to}");
        }
    }
    let new = speech("");
    assert_eq!(Follower::new(&old, &new).nearest(TextPos::new(300)), None);
    // A paragraph that is gone.
    let line = TEXT.lines().find(|line| line.starts_with("Hai là:")).expect("it is there");
    let new = speech(&TEXT.replace(&format!("{line}\n"), ""));
    let follower = Follower::new(&old, &new);
    let gone = TextPos::new(old.text.find("Ban thường vụ").expect("it is there"));
    assert_eq!(follower.exact(gone), None);
}

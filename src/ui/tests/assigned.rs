//! A text that gives tasks, and what is read of it: screens are looked at without what finds tasks in a text.

use crate::register::deadline::{DeadlineVocabulary, find};
use crate::register::{Assignment, CitedDocument};
use crate::speech::Speech;
use crate::text::{TextPos, TextRange};

/// A notice that gives tasks.
pub const NOTICE: &str = "\
THÔNG BÁO

Kết luận của Chủ tịch xã tại cuộc họp phòng, chống lụt bão ngày 02/6/2025

Chủ tịch xã giao các đơn vị:

1. Ban Quản lý đê chủ trì, phối hợp với Hội Nông dân và Đoàn thanh niên kiểm tra toàn bộ cống dưới đê, báo cáo Chủ tịch xã trước ngày 15/6.

2. Trạm Thủy nông sửa ít nhất 12 cửa cống theo Kế hoạch số 31/KH-UBND trong tháng 7 năm 2025.

3. Thôn Hạ:

a) Đắp lại bờ bao đồng Trên trước mùa mưa;

b) Hằng tuần báo mực nước cho Ban Chỉ huy.

4. Nâng cao ý thức của người dân về an toàn đê điều.
";

/// A task as its words: what is to be done, who is in charge, with whom, by when.
struct Given {
    task: &'static str,
    who: &'static str,
    with: &'static [&'static str],
    when: &'static str,
}

const GIVEN: &[Given] = &[
    Given {
        task: "Ban Quản lý đê chủ trì, phối hợp với Hội Nông dân và Đoàn thanh niên kiểm tra toàn bộ cống dưới đê, báo cáo Chủ tịch xã trước ngày 15/6",
        who: "Ban Quản lý đê",
        with: &["Hội Nông dân", "Đoàn thanh niên"],
        when: "trước ngày 15/6",
    },
    Given {
        task: "Trạm Thủy nông sửa ít nhất 12 cửa cống theo Kế hoạch số 31/KH-UBND trong tháng 7 năm 2025",
        who: "Trạm Thủy nông",
        with: &[],
        when: "trong tháng 7 năm 2025",
    },
    Given {
        task: "Đắp lại bờ bao đồng Trên trước mùa mưa",
        who: "Thôn Hạ",
        with: &[],
        when: "trước mùa mưa",
    },
    Given {
        task: "Hằng tuần báo mực nước cho Ban Chỉ huy",
        who: "Thôn Hạ",
        with: &[],
        when: "Hằng tuần",
    },
    Given {
        task: "Nâng cao ý thức của người dân về an toàn đê điều",
        who: "",
        with: &[],
        when: "",
    },
];

/// Returns the assignments that a speech has of those that are known here.
pub fn assigned(speech: &Speech) -> Vec<Assignment> {
    GIVEN.iter().filter_map(|given| assignment(speech, given)).collect()
}

fn assignment(speech: &Speech, given: &Given) -> Option<Assignment> {
    let words = words(speech, given.task, TextPos::ZERO)?;
    // An office that is not in the words stands above them.
    let who = words_in(speech, given.who, words)
        .or_else(|| self::words(speech, given.who, TextPos::ZERO));
    let due = find(&speech.text, words, speech.meta.date, &DeadlineVocabulary::shipped());
    let is_meant = |range: TextRange| range.of(&speech.text) == given.when;
    let number = |number: &str| Some(number.to_owned());
    let cited = words_in(speech, "Kế hoạch số 31/KH-UBND", words);
    Some(Assignment {
        words,
        item: speech.outline.item_at(words.start),
        actors: who.into_iter().collect(),
        partners: given.with.iter().filter_map(|with| words_in(speech, with, words)).collect(),
        deadline: due.into_iter().find(|deadline| is_meant(deadline.words)),
        targets: words_in(speech, "ít nhất 12 cửa cống", words).into_iter().collect(),
        documents: cited
            .map(|words| CitedDocument { words, number: number("31/KH-UBND") })
            .into_iter()
            .collect(),
        report_to: words_in(speech, "báo cáo Chủ tịch xã", words).into_iter().collect(),
        ..Assignment::default()
    })
}

fn words(speech: &Speech, words: &str, from: TextPos) -> Option<TextRange> {
    let at = speech.text[from.get()..].find(words).filter(|_| !words.is_empty())? + from.get();
    Some(TextRange::new(at, at + words.len()))
}

fn words_in(speech: &Speech, wanted: &str, within: TextRange) -> Option<TextRange> {
    words(speech, wanted, within.start).filter(|range| range.end <= within.end)
}

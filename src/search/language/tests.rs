//! A query in; its parts, or what is wrong with it, as text out.

use super::*;
use crate::i18n::{Lang, Messages};

/// Writes a query as it was understood.
fn told(query: &Query) -> String {
    let sign = |sign: TermSign| if sign == TermSign::With { "" } else { "-" };
    let mut out: Vec<String> = query
        .terms()
        .iter()
        .map(|term| {
            let syllables: Vec<&str> =
                term.pattern.syllables().map(|readings| readings[0].written()).collect();
            let words = syllables.join("+");
            match term.form {
                TermForm::Word => format!("{}{words}", sign(term.sign)),
                TermForm::Phrase => format!("{}[{words}]", sign(term.sign)),
            }
        })
        .collect();
    out.extend(query.filters().iter().map(|filter| {
        let rule = match &filter.rule {
            FilterRule::Role(role) => format!("role={}", role.name()),
            FilterRule::Series(role, number) => format!("series={}{number:?}", role.code()),
            FilterRule::Speaker(words) => {
                let all: Vec<&str> = words.syllables().map(|all| all[0].written()).collect();
                format!("speaker={}", all.join("+"))
            }
            FilterRule::Date(days) => format!("date={}..{}", days.first, days.last),
            FilterRule::Kind(kind) => format!("kind={}", kind.name()),
            FilterRule::Format(format) => format!("format={}", format.name()),
            FilterRule::Task(key, value) => format!("{}={value}", key.name()),
            FilterRule::Year(years) => format!("year={}..{}", years.first, years.last),
        };
        format!("{}{rule}", sign(filter.sign))
    }));
    if query.scope() == SearchScope::Title {
        out.push("title".to_owned());
    }
    out.join(" ")
}

#[track_caller]
fn check(typed: &str, expected: &str) {
    let query = Query::parse(typed, Mode::Smart, Stage::Finished);
    assert_eq!(query.as_ref().map(told).as_deref(), Ok(expected), "{typed}");
}

#[test]
fn queries_are_understood() {
    for (typed, expected) in [
        ("", ""),
        ("phòng chống", "phòng chống"),
        ("\"phòng chống\" tham", "[phòng+chống] tham"),
        ("“phòng chống”", "[phòng+chống]"),
        ("«phòng chống\"", "[phòng+chống]"),
        ("phòng -cháy", "phòng -cháy"),
        ("phòng -\"cháy nổ\"", "phòng -[cháy+nổ]"),
        ("kinh tế - xã hội", "kinh tế  xã hội"),
        ("giảm -5%", "giảm -5"),
        ("role:task rà soát", "rà soát role=task"),
        ("role:nv", "role=task"),
        ("role:\"nhiệm vụ\"", "role=task"),
        ("vai:nhiệm-vụ", "role=task"),
        ("-role:result kết quả", "kết quả -role=result"),
        ("series:nv2 rà", "rà series=nvSome(2)"),
    ] {
        check(typed, expected);
    }
    check("series:kq", "series=kqNone");
    check("speaker:\"nguyễn thị lan\" đất", "đất speaker=nguyễn+thị+lan");
    check("người:Lan", "speaker=Lan");
    check("year:2023", "year=2023..2023");
    check("year:2022..2024", "year=2022..2024");
    check("năm:2022-2024", "year=2022..2024");
    check("year:2022..", "year=2022..65535");
    check("year:..2024", "year=0..2024");
    for (value, expected) in [
        ("2023", "2023-01-01..2023-12-31"),
        ("2024-02", "2024-02-01..2024-02-29"),
        ("2/2023", "2023-02-01..2023-02-28"),
        ("2023-12-20", "2023-12-20..2023-12-20"),
        ("20/12/2023", "2023-12-20..2023-12-20"),
        ("2022..2024-06", "2022-01-01..2024-06-30"),
        ("2023-05..", "2023-05-01..2199-12-31"),
        ("..2023-05", "1900-01-01..2023-05-31"),
        (">=2023-05", "2023-05-01..2199-12-31"),
        ("≥2023", "2023-01-01..2199-12-31"),
        (">2023", "2024-01-01..2199-12-31"),
        (">2024-02-28", "2024-02-29..2199-12-31"),
        ("<=2023", "1900-01-01..2023-12-31"),
        ("<2024-03", "1900-01-01..2024-02-29"),
        ("<1/1/2024", "1900-01-01..2023-12-31"),
    ] {
        check(&format!("date:{value}"), &format!("date={expected}"));
        check(&format!("ngày:{value} đê"), &format!("đê date={expected}"));
    }
    check("kind:conclusion", "kind=conclusion");
    check("loại:\"kết luận\" đất", "đất kind=conclusion");
    check("-kind:chi-thi đất", "đất -kind=directive");
    check("format:docx", "format=docx");
    check("định-dạng:.md", "format=markdown");
    check("dinhdang:.md", "format=markdown");
    check("in:title kết luận", "kết luận title");
    check("trong:tựa kết luận", "kết luận title");
    // What only looks like a condition is words.
    check("sau: một là", "sau một là");
    check("8:30", "8+30");
    check("https://example.vn", "https+example+vn");
    check("tỷ:lệ", "tỷ+lệ");
    check("18-KL/TW", "18+KL+TW");
}

#[test]
fn conditions_have_vietnamese_words() {
    for (typed, expected) in [
        ("loại:\"nhiệm vụ\" rà soát", "rà soát role=task"),
        ("loại:nhiệm vụ rà soát", "rà soát role=task"),
        ("loai:nhiem vu ra soat", "ra soat role=task"),
        ("LOẠI:Nhiệm-vụ", "role=task"),
        ("type:task", "role=task"),
        ("loại:nv", "role=task"),
        ("-loại:kết quả đất", "đất -role=result"),
        ("loại:bài học kinh nghiệm đất", "đất role=lesson"),
        ("loại:khác", "role=other"),
        ("loại:kết luận đất", "đất kind=conclusion"),
        ("type:conclusion", "kind=conclusion"),
        ("loại-bài:thư ngỏ", "ngỏ kind=letter"),
        ("loại:lời kêu gọi", "kind=appeal"),
        ("vai:\"hạn chế\"", "role=limitation"),
        ("tính-chất:hạn chế", "role=limitation"),
        ("mã:nv2", "series=nvSome(2)"),
        ("người:\"nguyễn thị lan\"", "speaker=nguyễn+thị+lan"),
        ("nguoi:lan", "speaker=lan"),
        ("năm:2023 đất", "đất year=2023..2023"),
        ("ngày:20/12/2023", "date=2023-12-20..2023-12-20"),
        ("dạng:docx", "format=docx"),
        ("trong:tên đất", "đất title"),
        ("trong:tên bài đất", "đất title"),
        ("trong:tiêu đề đất", "đất title"),
    ] {
        check(typed, expected);
        let apart: String = unicode_normalization::UnicodeNormalization::nfd(typed).collect();
        check(&apart, expected);
    }
}

/// Every condition that a message names, and every value, is understood in both languages.
#[test]
fn what_messages_teach_is_understood() {
    for (lang, text) in [
        (Lang::Vi, include_str!("../../../data/locales/vi/ui.ftl")),
        (Lang::En, include_str!("../../../data/locales/en/ui.ftl")),
        (Lang::Vi, include_str!("../../../data/locales/vi/cli.ftl")),
        (Lang::En, include_str!("../../../data/locales/en/cli.ftl")),
        (Lang::Vi, include_str!("../../../data/locales/vi/search.ftl")),
        (Lang::En, include_str!("../../../data/locales/en/search.ftl")),
    ] {
        let mut seen = 0;
        for word in text.split([' ', '\n', ',', ';', '(', ')']) {
            let Some((key, value)) = word.split_once(':') else { continue };
            let Some(name) = QueryWords::Keys.find(key) else { continue };
            if value.is_empty() || value.contains(['…', '{', '$']) || value.starts_with("//") {
                continue;
            }
            // A value of several words was cut at its blank.
            let from = word.as_ptr() as usize - text.as_ptr() as usize;
            let rest = &text[from..];
            let end = match value.strip_prefix('"') {
                Some(_) => key.len() + 2 + rest[key.len() + 2..].find('"').unwrap_or(0) + 1,
                None => word.trim_end_matches('.').len(),
            };
            let typed = &rest[..end];
            let is_of_bookmarks = typed.contains("todo") || typed.contains("cần làm");
            if is_of_bookmarks || name == "tag" {
                continue;
            }
            let texts = Query::parse(&format!("{typed} đất"), Mode::Smart, Stage::Finished);
            let tasks = Query::parse_tasks(typed, Mode::Smart, Stage::Finished);
            assert!(texts.is_ok() || tasks.is_ok(), "{lang:?} {typed}");
            let vietnamese = QueryWords::Keys.vietnamese(name).contains(&key);
            assert_eq!(vietnamese, lang == Lang::Vi, "{lang:?} {typed}");
            seen += 1;
        }
        assert!(seen > 0, "{lang:?}");
    }
}

#[test]
fn what_is_wrong_is_told_in_the_words_of_the_language() {
    for (typed, part, word) in [
        ("loại:việc rà", "loại:việc", "chọn|mục có nhiệm vụ"),
        ("role:việc rà", "role:việc", "chọn nhiệm vụ, kết quả"),
        ("vai: rà", "vai:", "“loại:”"),
        ("rà rol:task", "rol:", "“loại:”"),
        ("rà speker:lan", "speker:", "“người:”"),
        ("due:overdue rà", "due:overdue", "“hạn:”"),
        ("year:23", "year:23", "năm:2022..2024"),
        ("in:body rà", "in:body", "trong:tên"),
        ("kind:sách rà", "kind:sách", "kết luận, chỉ thị"),
    ] {
        let error = Query::parse(typed, Mode::Smart, Stage::Finished).expect_err(typed);
        assert_eq!(&error.query[error.range.clone()], part);
        let said = error.say(&Messages::new(Lang::Vi));
        assert!(word.split('|').any(|word| said.contains(word)), "{said}");
        assert!(!said.contains("vai trò"), "{said}");
    }
}

/// Asserts what part of a query is wrong, and what is said about it.
#[track_caller]
fn wrong(typed: &str, part: &str, said: &str) {
    let error = Query::parse(typed, Mode::Smart, Stage::Finished).expect_err(typed);
    assert_eq!(&error.query[error.range.clone()], part, "{typed}");
    assert_eq!(error.say(&Messages::new(Lang::En)), said, "{typed}");
    let vietnamese = error.say(&Messages::new(Lang::Vi));
    assert!(vietnamese.contains(part) && !vietnamese.contains('\n'), "{vietnamese}");
    // While it is being typed it may still become right.
    assert!(Query::parse(typed, Mode::Smart, Stage::Typing).is_ok(), "{typed}");
}

#[test]
fn what_is_wrong_is_pointed_at() {
    wrong("lãng \"phí", "\"phí", "“\"phí”: the closing quotation mark is missing.");
    wrong("rà rol:task", "rol:", "“rol:”: there is no condition “rol:”; did you mean “role:”?");
    wrong("role: rà", "role:", "“role:”: nothing follows “role:”.");
    wrong(
        "rà role:việc",
        "role:việc",
        "“role:việc”: there is no role “việc”; use task, result, limitation, cause, lesson, \
         viewpoint or other.",
    );
    wrong(
        "series:xy rà",
        "series:xy",
        "“series:xy”: “xy” is not a list code; codes are nv, kq, hc, nn, bh, qd, md, or nv2.",
    );
    wrong(
        "year:23",
        "year:23",
        "“year:23”: “23” is not a year; write year:2023 or year:2022..2024.",
    );
    wrong(
        "đất year:2024..2022",
        "year:2024..2022",
        "“year:2024..2022”: the year 2024 comes after 2022; write year:2022..2024.",
    );
    let no_date = "is not a day, month or year; write date:2023, date:2023-12, date:2023-12-20, \
                   date:2022..2024 or date:>=2023.";
    for value in ["23", "2023-13", "2023-02-30", "..", ">=", "1/2/3/2023", "hôm-nay", ">2199"] {
        let typed = format!("date:{value}");
        wrong(&typed, &typed, &format!("“{typed}”: “{value}” {no_date}"));
    }
    wrong(
        "date:2024..2023-05",
        "date:2024..2023-05",
        "“date:2024..2023-05”: 2024 comes after 2023-05; write date:2023-05..2024.",
    );
    wrong(
        "kind:thơ",
        "kind:thơ",
        "“kind:thơ”: there is no kind “thơ”; use conclusion, directive, resolution, decision, \
         dispatch, plan, opening, closing, report, letter, appeal, interview, notice or address.",
    );
    wrong(
        "format:xls",
        "format:xls",
        "“format:xls”: there is no format “xls”; use text, markdown, html, mhtml, docx, doc, odt, \
         rtf, epub or pdf.",
    );
    wrong(
        "đất in:thân",
        "in:thân",
        "“in:thân”: cannot search only in “thân”; there is only in:title.",
    );
    wrong(
        "đất -in:title",
        "-in:title",
        "“-in:title”: the title cannot be left out; drop the minus sign.",
    );
    wrong("in:title", "in:title", "“in:title”: add words to find in the title.");
    wrong(
        "-lãng -phí",
        "-lãng -phí",
        "“-lãng -phí”: this only says what to leave out; add words to find.",
    );
}

#[test]
fn the_register_is_asked_in_the_same_language() {
    for (typed, expected) in [
        ("rà soát của:Sở Tài chính", "rà soát who=Sở Tài chính"),
        ("của:sở tài chính hạn:overdue", "who=sở tài chính due=overdue"),
        ("who:\"Sở Y tế\" rà soát", "rà soát who=Sở Y tế"),
        ("cùng:Công an tỉnh -của:mine", "with=Công an tỉnh -who=mine"),
        ("xong:rồi dẫn:57-NQ/TW", "state=rồi cites=57-NQ/TW"),
        ("due:\"quá hạn\"", "due=quá hạn"),
        ("role:task year:2025", "role=task year=2025..2025"),
        ("-phí", "-phí"),
    ] {
        let query = Query::parse_tasks(typed, Mode::Smart, Stage::Finished);
        assert_eq!(query.as_ref().map(told).as_deref(), Ok(expected), "{typed}");
    }
    let error = Query::parse_tasks("kind:thư", Mode::Smart, Stage::Finished).expect_err("texts");
    assert_eq!(error.message(), "query-not-of-tasks");
}

#[test]
fn texts_are_not_asked_for_tasks() {
    let said = "filters tasks, not texts; use it in the register, or in “dienvan tasks --filter”.";
    wrong("đất của:mine", "của:mine", &format!("“của:mine”: “who:” {said}"));
    wrong("hạn:7d", "hạn:7d", &format!("“hạn:7d”: “due:” {said}"));
    // What is no condition is words.
    check("hạn: ngày mai", "hạn ngày mai");
    check("cùng: làm", "cùng làm");
}

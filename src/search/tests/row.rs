//! Words in a row: syllables, marks, capitals, signs, ends of lines.

use super::*;

#[test]
fn without_marks_and_capitals_any_spelling_is_found() {
    check("cai cach", "CẢI CÁCH hành chính; cải cách tư pháp", &["1:CẢI CÁCH", "1:cải cách"]);
    check("dang", "Đảng, đang, dáng; Ðảng", &["1:Đảng", "1:đang", "1:dáng", "1:Ðảng"]);
    check("uy", "uỷ viên, ủy ban, Uy tín", &["1:uỷ", "1:ủy", "1:Uy"]);
    check("xyz", "cải cách", &[]);
    check("", "cải cách", &[]);
    check("   ", "cải cách", &[]);
}

#[test]
fn syllables_are_found_whole() {
    check("an", "ban ân an; lan man, An ninh", &["1:ân", "1:an", "1:An"]);
    check("a", "ba\nlà\na", &["3:a"]);
    check("bo", "bộ; bồi; ngoài bờ", &["1:bộ", "1:bờ"]);
    check("50", "50% và 150%, 50.000", &["1:50", "1:50"]);
    check("50%", "50% và 150%", &["1:50%"]);
}

#[test]
fn the_last_word_is_a_beginning_while_it_is_typed() {
    typing("an", "ban ân ánh; lan, anh", &["1:ân", "1:án", "1:an"]);
    typing("an ", "ban ân ánh; lan, anh", &["1:ân"]);
    typing("phong ch", "phòng chống; phòng cháy; phong", &["1:phòng ch", "1:phòng ch"]);
    typing("pho chong", "phòng chống", &[]);
    typing("tiế", "tiếp tiên", &["1:tiế"]);
    typing("đ", "đá dê Ðà", &["1:đ", "1:Ð"]);
    typing("hò", "hoà hòa hồ hò", &["1:ho", "1:hò", "1:hò"]);
    typing("\"phong ch", "phòng chống", &["1:phòng ch"]);
    typing("\"phong ch\"", "phòng chống", &[]);
}

#[test]
fn a_finished_word_is_whole() {
    check("an", "anh, an", &["1:an"]);
    check("an", "anh, ánh", &[]);
    check("phong ch", "phòng chống", &[]);
    check("chuyển đổi số", "chuyển đổi số, chuyển đổi sốt", &["1:chuyển đổi số"]);
    check("\"phong ch\"", "phòng chống", &[]);
}

#[test]
fn words_are_found_over_the_line_ends_of_a_paragraph() {
    let text = "Các ngành đẩy mạnh phòng,\n  chống tham nhũng và lãng\nphí.\n\nTiết kiệm\n\nchống";
    check("phong, chong", text, &["1:phòng,\n  chống"]);
    check("phong chong", text, &["1:phòng,\n  chống"]);
    check("tham nhũng và lãng phí", text, &["2:tham nhũng và lãng\nphí"]);
    check("kiệm chống", text, &[]);
}

#[test]
fn a_syllable_with_marks_is_found_as_it_is_spelled() {
    check("đảng", "Đảng, đang, dâng, ĐẢNG", &["1:Đảng", "1:ĐẢNG"]);
    check("tham nhũng", "tham nhũng, thăm nhung, Tham Nhũng", &["1:tham nhũng", "1:Tham Nhũng"]);
    // The syllable without marks is free, the one with them is not.
    check("nghi quyết", "nghị quyết, nghĩ quyêt, Nghi Quyết", &["1:nghị quyết", "1:Nghi Quyết"]);
    check(
        "phong chống",
        "phòng chống, phong chong, phong chống",
        &["1:phòng chống", "1:phong chống"],
    );
}

#[test]
fn a_capital_is_found_as_one() {
    check("Nam", "Việt Nam, năm, NĂM, miền nam", &["1:Nam", "1:NĂM"]);
    check("nam", "Việt Nam, năm", &["1:Nam", "1:năm"]);
    check("Đảng bộ", "Đảng bộ; ĐẢNG BỘ; đảng bộ", &["1:Đảng bộ", "1:ĐẢNG BỘ"]);
    check("HĐND", "hđnd, HĐND, Hđnd", &["1:HĐND"]);
}

#[test]
fn variants_of_signs_and_blanks_are_one() {
    check("xay dung dang", "xây\u{a0}dựng  Đảng", &["1:xây\u{a0}dựng  Đảng"]);
    check("xây dựng Đảng", "xây\u{a0}dựng  Đảng", &["1:xây\u{a0}dựng  Đảng"]);
    check(" cải   cách ", "cải cách", &["1:cải cách"]);
    check("\"điểm nóng\"", "“điểm nóng”", &["1:điểm nóng"]);
    check("“điểm nóng”", "\"điểm nóng\"", &["1:điểm nóng"]);
    check("«điểm nóng»", "điểm nóng", &["1:điểm nóng"]);
    for text in ["kinh tế - xã hội", "kinh tế – xã hội", "kinh tế—xã hội", "kinh tế-xã hội"]
    {
        let hit = format!("1:{text}");
        check("kinh tế - xã hội", text, &[&hit]);
        check("kinh tế-xã hội", text, &[&hit]);
        check("kinh te xa hoi", text, &[&hit]);
    }
    check("tham nhung", "tham\u{ad} nhũng", &["1:tham nhũng"]);
    check("18-KL/TW", "Kết luận 18-KL/TW", &["1:18-KL/TW"]);
    check("mot la, ra soat", "**Một là,** rà soát", &["1:Một là,** rà soát"]);
}

#[test]
fn hits_stand_apart_and_none_is_missed() {
    // One that is not spelled alike does not hide the next.
    check("à a", "a à a", &["1:à a"]);
    check("la la", "là lá la lạ la", &["1:là lá", "1:la lạ"]);
}

#[test]
fn lines_apart_are_not_one_passage() {
    check("\"cai cach\"", "cải\ncách", &[]);
    check("cai cach", "cải\n\ncách", &[]);
    check("cách", "cải cách\n\ncách làm\r\ncách", &["1:cách", "3:cách", "4:cách"]);
}

#[test]
fn words_that_are_no_row_are_found_in_one_paragraph() {
    let text = "Chống lãng phí là việc phải phòng trước.\n\nPhòng bệnh.\n\nChống nóng.";
    check("phong chong", text, &["1:Chống lãng phí là việc phải phòng"]);
    // A row anywhere comes first.
    let with_row = format!("{text}\n\nphòng chống");
    check("phong chong", &with_row, &["7:phòng chống"]);
    let hits = hits_of(&read("phong chong", Mode::Smart, Stage::Finished), text);
    let parts: Vec<&str> = hits[0].parts().iter().map(|part| part.of(text)).collect();
    assert_eq!(parts, ["Chống", "phòng"]);
}

#[test]
fn keys_of_an_input_method_are_read() {
    check("nhieemj vuj", "nhiệm vụ; nhiem vu", &["1:nhiệm vụ"]);
    check("nhiem65 vu5", "nhiệm vụ; nhiem vu", &["1:nhiệm vụ"]);
    check("phongf choongs tham nhungx", "phòng, chống tham nhũng", &["1:phòng, chống tham nhũng"]);
    check("moon", "The moon is full. Môn học.", &["1:moon"]);
    check("moon", "The moon is full. Môn học, môn thi.", &["1:moon", "1:Môn", "1:môn"]);
}

#[test]
fn ways_of_matching_are_told() {
    for (query, text, how) in [
        ("nhiem vu", "nhiệm vụ", How::Unmarked),
        ("nhiệm vu", "nhiệm vụ", How::Marked),
        ("nhieemj vu", "nhiệm vụ", How::Telex),
        ("nhiem65 vụ", "nhiệm vụ", How::Vni),
    ] {
        let hits = hits_of(&read(query, Mode::Smart, Stage::Finished), text);
        assert_eq!(hits.iter().map(|hit| hit.how).collect::<Vec<_>>(), [how], "{query}");
    }
}

#[test]
fn a_query_is_as_clean_as_a_text() {
    let query = read("  ca\u{309}i\u{1b}[31m\n\tca\u{301}ch\u{200b} ", Mode::Smart, Stage::Typing);
    assert_eq!(query.typed(), "cải cách");
    assert!(!query.is_empty() && read("\u{200b}", Mode::Smart, Stage::Typing).is_empty());
}

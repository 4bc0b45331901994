//! Words that were cut at the end of a line, ligatures, full-width letters.

use super::*;

#[test]
fn a_word_cut_by_a_hyphen_is_found_whole() {
    let text = "Kéo in-\nternet về thôn, phối-\nhợp với xã Mác-\nLênin.";
    check("internet", text, &["1:in-\nternet"]);
    check("keo internet ve thon", text, &["1:Kéo in-\nternet về thôn"]);
    check_at(Stage::Typing, "inter", text, &["1:in-\nternet"]);
    // A hyphen of a compound is one still.
    check("phối-hợp", text, &["2:phối-\nhợp"]);
    check("phoi hop", text, &["2:phối-\nhợp"]);
    check("Mác-Lênin", text, &["3:Mác-\nLênin"]);
    check("mac lenin", text, &["3:Mác-\nLênin"]);
    check("maclenin", text, &["3:Mác-\nLênin"]);
    check("MacLenin", "Học Mac-\nLenin.", &["1:Mac-\nLenin"]);
    check("nghiệm thu", "Đã nghi-\nệm thu xong.", &["1:nghi-\nệm thu"]);
    check("nghiêm thu", "Đã nghi-\nệm thu xong.", &[]);
    // Two paragraphs are no word, nor is what stands between blanks.
    check("internet", "Kéo in-\n\nternet", &[]);
    check("internet", "in - ternet", &[]);
    check("-internet keo", text, &[]);
}

#[test]
fn ligatures_and_wide_letters_are_found_by_their_letters() {
    let text = "Lưu ﬁle oﬃce, ﬂash và ＡＢＣ１２３, mục Ⅳ, tiêu chuẩn ⑩, ﬆop, ﬅop, ﬀ.";
    check("file", text, &["1:ﬁle"]);
    check("office flash", text, &["1:oﬃce, ﬂash"]);
    check("abc123", text, &["1:ＡＢＣ１２３"]);
    check("iv", text, &["1:Ⅳ"]);
    check("10", text, &["1:⑩"]);
    check("stop", text, &["1:ﬆop", "1:ﬅop"]);
    check("ff", text, &["1:ﬀ"]);
    check_at(Stage::Typing, "of", text, &["1:oﬃ"]);
    check_at(Stage::Typing, "off", text, &["1:oﬃ"]);
    // Typed so, they find plain letters.
    check("ﬁle", "Lưu file.", &["1:file"]);
    check("ａｂｃ", "Vitamin abc.", &["1:abc"]);
    check("ABC", "Vitamin ａｂｃ, ＡＢＣ.", &["1:ＡＢＣ"]);
    check("Lưu file", "Lưu ﬁle.", &["1:Lưu ﬁle"]);
}

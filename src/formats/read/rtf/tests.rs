//! RTF in; text and hints out.

use crate::formats::read::tests::check;

#[test]
fn words_of_all_code_pages_are_read() {
    let fonts = r"{\fonttbl{\f0\fnil Times New Roman;}{\f1\fcharset163 Arial;}{\f2 .VnTime;}{\f3\fnil\fcharset0 VNI-Times;}}";
    let text = r"\pard M\u7897?t l\u224\'e0: r\'e0 so\'e1t\par {\f1 c\'f4\'f2ng h\'f2a}\par {\f2 C\'e9ng}\par {\f3 Co\'e4ng}\par \u-10179?\u-9144?\~\endash\line\emdash\par}";
    check(
        format!(r"{{\rtf1\ansi\ansicpg1252{fonts}{text}"),
        "a.rtf",
        "
        Một là: rà soát
        cộng ḥa
        Cộng
        Cộng
        👈\u{a0}–
        —",
    );
}

#[test]
fn structure_is_kept_and_what_is_no_text_left_out() {
    let text = r"{\rtf1\ansi{\stylesheet{\s1 heading 1;}{\s2\b Title;}}{\info{\title Bai noi}{\author An}{\creatim\yr2023\mo12\dy20}}
{\*\generator Word;}{\header\pard Trang\par}{\pict ffd8ffe0}
\pard\s2 KET LUAN\par
\pard\s1 Tinh hinh\par
\pard{\listtext\tab 1.\tab}Ra soat {\b dam} va {\i nghieng}.{\footnote Theo bao cao.}\par
\pard{\*\pn\pnlvlblt{\pntxtb -}}{\pntext\f1 a)\tab}Sua {\v an}{\deleted cu}doi.\par
{\field{\*\fldinst HYPERLINK a}{\fldrslt lien ket}}\par
\trowd\intbl Viec\cell Han\cell\row\trowd\intbl a\cell 1\cell\row\trowd\intbl b\cell 2\cell\row
\pard Het.\par}";
    check(
        text,
        "a.rtf",
        "
        [chrome] Trang
        [title] KET LUAN
        [h1] Tinh hinh
        1. Ra soat «dam» va ‹nghieng›.[1]
        a) Sua doi.
        lien ket
        | Viec | Han |
        | a | 1 |
        | b | 2 |
        Het.
        [1] Theo bao cao.",
    );
}

//! Lists of any length, however their numbers are written.

use crate::speech::parse::{Lexicon, parse};
use crate::text::decode;

/// Returns the addresses of the items of the first level, and how many items there are in all.
fn items(text: &str) -> (Vec<String>, usize) {
    let text = decode(text.as_bytes().to_vec()).text;
    let outline = parse(&text, &Lexicon::shipped()).outline;
    let first = (0..outline.items.len()).filter(|&item| outline.items[item].level == 1);
    (first.map(|item| outline.address(item).to_string()).collect(), outline.items.len())
}

/// Returns the numbers of addresses, without the code of their series.
fn numbers(addresses: &[String]) -> Vec<&str> {
    addresses.iter().filter_map(|address| Some(address.split_once('.')?.1)).collect()
}

/// Checks that a list with these markers has one item each, numbered in a row, whether blank lines or
/// line ends stand between its members.
#[track_caller]
fn check(markers: &[String]) {
    for gap in ["\n\n", "\n"] {
        let members: Vec<String> =
            markers.iter().map(|marker| format!("{marker} Sửa cầu qua suối.")).collect();
        let text = format!("Chương trình công tác\n\nCác nhiệm vụ sau:\n\n{}\n", members.join(gap));
        let expected: Vec<String> = (1..=markers.len()).map(|number| number.to_string()).collect();
        let (found, all) = items(&text);
        assert_eq!(numbers(&found), expected, "{} …", markers[markers.len() - 3..].join(" "));
        assert_eq!(all, markers.len());
    }
}

const UNITS: [&str; 10] = ["", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/// Spells a number below ten thousand.
fn spelled(number: usize) -> String {
    let unit = |number: usize| UNITS[number].to_owned();
    let tens = |number: usize| match (number / 10, number % 10) {
        (0, units) => unit(units),
        (1, 5) => "mười lăm".to_owned(),
        (1, units) => format!("mười {}", UNITS[units]).trim_end().to_owned(),
        (tens, units) => {
            let units = match units {
                1 => "mốt",
                4 => "tư",
                5 => "lăm",
                units => UNITS[units],
            };
            format!("{} mươi {units}", UNITS[tens]).trim_end().to_owned()
        }
    };
    let hundreds = |number: usize| match (number / 100, number % 100) {
        (0, rest) => tens(rest),
        (hundreds, 0) => format!("{} trăm", UNITS[hundreds]),
        (hundreds, rest @ 1..10) => format!("{} trăm lẻ {}", UNITS[hundreds], UNITS[rest]),
        (hundreds, rest) => format!("{} trăm {}", UNITS[hundreds], tens(rest)),
    };
    match (number / 1000, number % 1000) {
        (0, rest) => hundreds(rest),
        (thousands, 0) => format!("{} nghìn", UNITS[thousands]),
        (thousands, rest) => format!("{} nghìn {}", UNITS[thousands], hundreds(rest)),
    }
}

fn ordinal(number: usize) -> String {
    match number {
        1 => "nhất".to_owned(),
        4 => "tư".to_owned(),
        number => spelled(number),
    }
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |c| c.to_uppercase().chain(letters).collect())
}

fn roman(mut number: usize) -> String {
    let mut out = String::new();
    let signs = [
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    for (value, sign) in signs {
        while number >= value {
            out += sign;
            number -= value;
        }
    }
    out
}

fn markers(count: usize, make: impl Fn(usize) -> String) -> Vec<String> {
    (1..=count).map(make).collect()
}

#[test]
fn figures_and_words_count_on_behind_a_hundred() {
    check(&markers(1010, |n| format!("{n}.")));
    check(&markers(130, |n| format!("{n})")));
    check(&markers(130, |n| format!("({n})")));
    check(&markers(130, |n| format!("Nhiệm vụ {n}:")));
    check(&markers(130, |n| format!("Bước {n}.")));
    check(&markers(130, |n| format!("Thứ {n}:")));
    check(&markers(130, |n| format!("Giải pháp thứ {}:", ordinal(n))));
    check(&markers(130, |n| format!("Thứ {},", ordinal(n))));
    check(&markers(1030, |n| format!("{} là:", capitalised(&spelled(n)))));
    check(&markers(120, |n| format!("{}.", roman(n))));
    check(&markers(120, |n| format!("Task {n}:")));
}

#[test]
fn other_ways_to_say_a_number_count_too() {
    let mut words = markers(99, |n| format!("{} là:", capitalised(&spelled(n))));
    for said in ["Một trăm", "Một trăm linh một", "Một trăm linh hai", "Một trăm lẻ ba"]
    {
        words.push(format!("{said} là:"));
    }
    words[20] = "Hai mươi mốt là,".to_owned();
    words[24] = "Hai mươi nhăm là:".to_owned();
    words[33] = "Ba mươi bốn là".to_owned();
    check(&words);
    let small =
        ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth"];
    let teens = [
        "Tenth",
        "Eleventh",
        "Twelfth",
        "Thirteenth",
        "Fourteenth",
        "Fifteenth",
        "Sixteenth",
        "Seventeenth",
        "Eighteenth",
        "Nineteenth",
        "Twentieth",
    ];
    let tens = small.iter().map(|word| format!("Twenty-{},", word.to_lowercase()));
    let all = small.iter().chain(&teens).map(|word| format!("{word},"));
    check(&all.chain(tens).chain(["Thirtieth,".to_owned()]).collect::<Vec<_>>());
}

#[test]
fn letters_go_on_behind_the_last() {
    let order: Vec<char> = "abcdđeghiklmnopqrstuvxy".chars().collect();
    let doubled = |order: &[char], n: usize| match order.get(n) {
        Some(letter) => letter.to_string(),
        None => order[n - order.len()].to_string().repeat(2),
    };
    let paired = |order: &[char], n: usize| match order.get(n) {
        Some(letter) => letter.to_string(),
        None => {
            let n = n - order.len();
            format!("{}{}", order[n / order.len()], order[n % order.len()])
        }
    };
    for letters in
        ["abcdđeghiklmnopqrstuvxy", "abcdefghijklmnopqrstuvwxyz", "aăâbcdđeêghiklmnoôơpqrstuưvxy"]
    {
        let order: Vec<char> = letters.chars().collect();
        for sign in [")", "."] {
            let all = (0..order.len() + 8).map(|n| format!("{}{sign}", doubled(&order, n)));
            blank(&all.collect::<Vec<_>>());
            let all = (0..order.len() + 8).map(|n| format!("{}{sign}", paired(&order, n)));
            blank(&all.collect::<Vec<_>>());
        }
    }
    let capitals = (0..26).map(|n| format!("{}.", doubled(&order, n).to_uppercase()));
    blank(&capitals.collect::<Vec<_>>());

    #[track_caller]
    fn blank(markers: &[String]) {
        let members: Vec<String> =
            markers.iter().map(|marker| format!("{marker} sửa cầu qua suối.")).collect();
        let text = format!("Các nhiệm vụ sau:\n\n{}\n", members.join("\n\n"));
        let expected: Vec<String> = (1..=markers.len()).map(|n| n.to_string()).collect();
        assert_eq!(numbers(&items(&text).0), expected, "{markers:?}");
    }
}

#[test]
fn parts_of_large_numbers_lie_in_them() {
    let parts: Vec<String> = (1..=130).map(|n| format!("1.{n}. Sửa cầu.")).collect();
    let (first, all) =
        items(&format!("Các nhiệm vụ sau:\n\n1. Giao thông\n\n{}\n", parts.join("\n\n")));
    assert_eq!((first.len(), all), (1, 131));
    let parts: Vec<String> = (1..=105)
        .map(|n| format!("{n}. Giao thông\n\n{n}.1. Sửa cầu.\n\n{n}.2. Sửa đường."))
        .collect();
    let (first, all) = items(&format!("Các nhiệm vụ sau:\n\n{}\n", parts.join("\n\n")));
    assert_eq!((first.len(), all), (105, 315));
    // A list of the same numbers in a member, longer than any look ahead.
    let inner: Vec<String> = (1..=60).map(|n| format!("{n}. Thôn {n}.")).collect();
    let text = format!(
        "Các nhiệm vụ sau:\n\n1. Sửa cầu.\n\n2. Sửa đường.\n\nThứ nhất, ở các thôn:\n\n{}\n\n3. Đào giếng.\n",
        inner.join("\n\n")
    );
    let (first, all) = items(&text);
    assert_eq!((numbers(&first).last().copied(), all), (Some("3"), 63), "{first:?}");
    // Inside a paragraph.
    let inline: Vec<String> = (1..=130).map(|n| format!("({n}) thôn {n}")).collect();
    assert_eq!(items(&format!("Giao các thôn sau: {}.", inline.join("; "))).1, 130);
}

#[test]
fn an_extract_begins_in_the_middle() {
    let rows = |from: usize| {
        let rows: Vec<String> = (from..from + 9).map(|n| format!("{n}. Xây cầu số {n}.")).collect();
        rows.join("\n\n")
    };
    for from in [4, 95, 296] {
        let (found, _) = items(&format!("Phụ lục\n\nDANH MỤC NHIỆM VỤ\n\n{}\n", rows(from)));
        assert_eq!(found.len(), 9, "from {from}: {found:?}");
    }
    // Behind a whole text such numbers are those of notes.
    let prose = "Sông chảy qua làng, êm đềm và trong xanh.\n\n".repeat(8);
    assert_eq!(items(&format!("{prose}{}\n", rows(8))).1, 0);
}

#[test]
fn years_quantities_and_abbreviations_are_no_large_numbers() {
    for line in [
        "2024 là năm bản lề.",
        "1945. Cách mạng thành công",
        "2025.",
        "2024.12.20. Họp xã",
        "150 đại biểu đã dự.",
        "150. 000 đồng",
        "1.500 Đảng viên trẻ.",
        "1.050. Đó là số hộ.",
        "(2024) Năm bản lề",
        "Điều 2024. Không có.",
        "Một trăm là con số tròn.",
        "Hai trăm là ít.",
        "Nhiệm vụ 2024: hoàn thành",
        "CV. Của xã",
        "MC. Lan dẫn chương trình",
        "Ba. Đó là bố tôi",
        "ta) và địch",
    ] {
        let text =
            format!("Các nhiệm vụ sau:\n\n1. Rà soát.\n\n{line}\n\n2. Sửa đổi.\n\n3. Đào giếng.\n");
        assert_eq!(items(&text).1, 3, "{line}");
        assert_eq!(items(&format!("{line}\n\n{line}\n")).1, 0, "{line}");
    }
}

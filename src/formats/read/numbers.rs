//! The numbers that lists write: 1, 01, iv, C, b, "ba".

/// How a number is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Numeral {
    #[default]
    Decimal,
    /// With a zero in front of one figure.
    PaddedDecimal,
    UpperRoman,
    LowerRoman,
    UpperLetter(Beyond),
    LowerLetter(Beyond),
    /// Vietnamese words: "một", "hai".
    Words,
    /// "Thứ nhất", "Thứ hai".
    Ordinals,
    /// Nothing is written.
    None,
}

/// What comes behind z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Beyond {
    /// aa, ab: as in HTML and OpenDocument.
    #[default]
    Counted,
    /// aa, bb: as in Word.
    Doubled,
}

impl Numeral {
    /// Writes a number. Numbers that have no letters or Roman form are written in figures.
    pub fn write(self, number: i64) -> String {
        let positive = u32::try_from(number).ok().filter(|&number| number > 0);
        let small = positive.filter(|&number| number < 4000);
        match (self, small) {
            (Numeral::None, _) => String::new(),
            (Numeral::PaddedDecimal, _) => format!("{number:02}"),
            (Numeral::UpperRoman, Some(number)) => roman(number),
            (Numeral::LowerRoman, Some(number)) => roman(number).to_ascii_lowercase(),
            (Numeral::UpperLetter(beyond), Some(number)) => letters(number, beyond),
            (Numeral::LowerLetter(beyond), Some(number)) => {
                letters(number, beyond).to_ascii_lowercase()
            }
            (Numeral::Words, Some(number)) if number < 100 => vietnamese(number),
            (Numeral::Ordinals, Some(number)) if number < 100 => {
                let word = match number {
                    1 => "nhất".to_owned(),
                    4 => "tư".to_owned(),
                    _ => vietnamese(number),
                };
                format!("Thứ {word}")
            }
            (Numeral::Decimal, _) | (_, _) => number.to_string(),
        }
    }
}

fn roman(mut number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
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
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while number >= value {
            out.push_str(sign);
            number -= value;
        }
    }
    out
}

fn letters(number: u32, beyond: Beyond) -> String {
    let letter = |index: u32| char::from(b'A' + (index % 26) as u8);
    match beyond {
        Beyond::Doubled => {
            let index = number - 1;
            std::iter::repeat_n(letter(index), (index / 26 + 1) as usize).collect()
        }
        Beyond::Counted => {
            let mut rest = number;
            let mut out = Vec::new();
            while rest > 0 {
                rest -= 1;
                out.push(letter(rest));
                rest /= 26;
            }
            out.iter().rev().collect()
        }
    }
}

fn vietnamese(number: u32) -> String {
    const ONES: [&str; 10] =
        ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
    let (tens, ones) = ((number / 10) as usize, (number % 10) as usize);
    match (tens, ones) {
        (0, ones) => ONES[ones].to_owned(),
        (1, 0) => "mười".to_owned(),
        (1, 5) => "mười lăm".to_owned(),
        (1, ones) => format!("mười {}", ONES[ones]),
        (tens, 0) => format!("{} mươi", ONES[tens]),
        (tens, 1) => format!("{} mươi mốt", ONES[tens]),
        (tens, 5) => format!("{} mươi lăm", ONES[tens]),
        (tens, ones) => format!("{} mươi {}", ONES[tens], ONES[ones]),
    }
}

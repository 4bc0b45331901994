//! The tables of TCVN3 and VNI.

/// The letters of TCVN3 at the places U+00A1 to U+00FF; NUL where there is none.
const TCVN3: [char; 95] = [
    'Ă', 'Â', 'Ê', 'Ô', 'Ơ', 'Ư', 'Đ', 'ă', 'â', 'ê', 'ô', 'ơ', 'ư', 'đ', '\0', '\0', '\0', '\0',
    '\0', '\0', 'à', 'ả', 'ã', 'á', 'ạ', '\0', 'ằ', 'ẳ', 'ẵ', 'ắ', '\0', '\0', '\0', '\0', '\0',
    '\0', '\0', 'ặ', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ', 'è', '\0', 'ẻ', 'ẽ', 'é', 'ẹ', 'ề', 'ể', 'ễ', 'ế',
    'ệ', 'ì', 'ỉ', '\0', '\0', '\0', 'ĩ', 'í', 'ị', 'ò', '\0', 'ỏ', 'õ', 'ó', 'ọ', 'ồ', 'ổ', 'ỗ',
    'ố', 'ộ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ', 'ù', '\0', 'ủ', 'ũ', 'ú', 'ụ', 'ừ', 'ử', 'ữ', 'ứ', 'ự', 'ỳ',
    'ỷ', 'ỹ', 'ý', 'ỵ', '\0',
];

/// Returns the letter that TCVN3 has in the place of a western one.
pub(super) fn tcvn3(c: char) -> Option<char> {
    let index = u32::from(c).checked_sub(0xA1)?;
    TCVN3.get(index as usize).copied().filter(|&letter| letter != '\0')
}

/// Returns the letter that VNI has in the place of a western one without a mark behind it.
pub(super) fn vni_alone(c: char) -> Option<char> {
    let small = small_of(c);
    let letter = match small {
        'ô' => 'ơ',
        'ö' => 'ư',
        'ñ' => 'đ',
        'æ' => 'ỉ',
        'ó' => 'ĩ',
        'ò' => 'ị',
        'î' => 'ỵ',
        _ => return None,
    };
    Some(if small == c { letter } else { capital_of(letter) })
}

/// Returns the letter that VNI writes as a western one and a mark. A mark may be a capital beside a
/// capital, and beside a small letter only by a slip.
pub(super) fn vni_pair(base: char, mark: char) -> Option<char> {
    if !base.is_alphabetic() || mark.is_ascii() {
        return None;
    }
    let (small, mark) = (small_of(base), small_of(mark));
    let letter = match small {
        'a' => match mark {
            'ù' => 'á',
            'ø' => 'à',
            'û' => 'ả',
            'õ' => 'ã',
            'ï' => 'ạ',
            'â' => 'â',
            'á' => 'ấ',
            'à' => 'ầ',
            'å' => 'ẩ',
            'ã' => 'ẫ',
            'ä' => 'ậ',
            'ê' => 'ă',
            'é' => 'ắ',
            'è' => 'ằ',
            'ú' => 'ẳ',
            'ü' => 'ẵ',
            'ë' => 'ặ',
            _ => return None,
        },
        'e' => match mark {
            'ù' => 'é',
            'ø' => 'è',
            'û' => 'ẻ',
            'õ' => 'ẽ',
            'ï' => 'ẹ',
            'â' => 'ê',
            'á' => 'ế',
            'à' => 'ề',
            'å' => 'ể',
            'ã' => 'ễ',
            'ä' => 'ệ',
            _ => return None,
        },
        'o' => match mark {
            'ù' => 'ó',
            'ø' => 'ò',
            'û' => 'ỏ',
            'õ' => 'õ',
            'ï' => 'ọ',
            'â' => 'ô',
            'á' => 'ố',
            'à' => 'ồ',
            'å' => 'ổ',
            'ã' => 'ỗ',
            'ä' => 'ộ',
            _ => return None,
        },
        'u' => match mark {
            'ù' => 'ú',
            'ø' => 'ù',
            'û' => 'ủ',
            'õ' => 'ũ',
            'ï' => 'ụ',
            _ => return None,
        },
        'y' => match mark {
            'ù' => 'ý',
            'ø' => 'ỳ',
            'û' => 'ỷ',
            'õ' => 'ỹ',
            'ï' => 'ỵ',
            _ => return None,
        },
        'ô' => match mark {
            'ù' => 'ớ',
            'ø' => 'ờ',
            'û' => 'ở',
            'õ' => 'ỡ',
            'ï' => 'ợ',
            _ => return None,
        },
        'ö' => match mark {
            'ù' => 'ứ',
            'ø' => 'ừ',
            'û' => 'ử',
            'õ' => 'ữ',
            'ï' => 'ự',
            _ => return None,
        },
        _ => return None,
    };
    Some(if small == base { letter } else { capital_of(letter) })
}

fn small_of(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

fn capital_of(c: char) -> char {
    c.to_uppercase().next().unwrap_or(c)
}

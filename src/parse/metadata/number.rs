//! The number of a document: "627/TB-VPCP", "45-HD/BTCTW".

/// Finds it in the head of a document, behind "Số".
pub(super) fn in_front(front: &[String]) -> Option<String> {
    front.iter().find_map(|line| {
        line.match_indices("Số").find_map(|(at, word)| {
            let behind = line[..at].chars().next_back();
            let rest = line[at + word.len()..].trim_start_matches([':', ' ']);
            let own = behind.is_none_or(|c| !c.is_alphanumeric());
            own.then(|| code(rest)).flatten()
        })
    })
}

/// Finds it in a title: "Công điện 234/CĐ-TTg về …". A number behind "thực hiện" is of another
/// document.
pub(super) fn in_title(title: &str) -> Option<String> {
    let (at, found) = title
        .split(' ')
        .scan(0, |at, word| {
            let start = *at;
            *at += word.len() + 1;
            Some((start, word))
        })
        .find_map(|(at, word)| code(word).map(|code| (at, code)))?;
    let before = super::words(&title[..at]);
    let other = ["thực hiện", "triển khai", "theo", "quán triệt", "sửa đổi", "kết quả"];
    (before.len() <= 60 && !other.iter().any(|word| before.contains(word))).then_some(found)
}

/// Reads a code: figures, then a stroke or hyphen, then capitals.
fn code(text: &str) -> Option<String> {
    let end = text.find(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '?' | ')' | '|'));
    let code = text[..end.unwrap_or(text.len())].trim_end_matches(['.', ':', '*', '_']);
    let digits = code.len() - code.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = &code[digits..];
    let capitals = rest.chars().filter(|c| c.is_uppercase()).count();
    ((1..=6).contains(&digits) && rest.starts_with(['/', '-']) && capitals >= 2 && code.len() <= 40)
        .then(|| code.to_owned())
}

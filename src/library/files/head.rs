//! Where the beginning of a text can end, so that the text that follows changes nothing in it.

/// Returns how much of `bytes`, the beginning of a longer text, is kept: whole lines if there are
/// any, else whole words, else whole characters.
pub(super) fn end(bytes: &[u8]) -> usize {
    let low_first = bytes.starts_with(b"\xFF\xFE");
    if !low_first && !bytes.starts_with(b"\xFE\xFF") {
        let behind = |byte| memchr::memrchr(byte, bytes).map(|at| at + 1);
        let whole = || bytes.len() - half_character(bytes);
        return behind(b'\n').or_else(|| behind(b' ')).unwrap_or_else(whole);
    }
    let (units, _) = bytes.as_chunks::<2>();
    let unit = |pair: &[u8; 2]| {
        if low_first { u16::from_le_bytes(*pair) } else { u16::from_be_bytes(*pair) }
    };
    let behind = |sign: u8| units.iter().rposition(|pair| unit(pair) == u16::from(sign));
    let whole = || {
        let half_pair = units.last().is_some_and(|pair| (0xD800..0xDC00).contains(&unit(pair)));
        units.len() - usize::from(half_pair)
    };
    let kept = behind(b'\n').or_else(|| behind(b' ')).map_or_else(whole, |at| at + 1);
    2 * kept
}

/// Returns how many bytes at the end are a character of UTF-8 that may go on.
fn half_character(bytes: &[u8]) -> usize {
    let going_on = bytes.iter().rev().take(3).take_while(|byte| *byte & 0xC0 == 0x80).count();
    let lead = bytes.iter().rev().nth(going_on);
    match lead {
        Some(0xC0..) => going_on + 1,
        _ => 0,
    }
}

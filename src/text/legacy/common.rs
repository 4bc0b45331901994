//! Which syllables are in use, among those that two encodings spell with the same letters.

/// The list, in three parts of which each begins with its name and a colon.
const SYLLABLES: &str = include_str!("../../../data/lexicon/syllables.txt");
/// The names of the parts, the rarest syllables first.
const PARTS: [&str; 3] = ["rarely:", "sometimes:", "often:"];

/// Tells how much a syllable in small letters is in use, from 1; nothing if it is not.
pub(super) fn use_of(syllable: &str) -> Option<i32> {
    let is_edge = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_whitespace);
    let bytes = SYLLABLES.as_bytes();
    let at = memchr::memmem::find_iter(bytes, syllable).find(|&at| {
        is_edge(at.checked_sub(1).and_then(|before| bytes.get(before)))
            && is_edge(bytes.get(at + syllable.len()))
            && !is_remark(at)
    })?;
    let begun = |name: &str| SYLLABLES.find(&format!("\n{name} ")).is_some_and(|start| start < at);
    (1..).zip(PARTS).find(|(_, name)| begun(name)).map(|(value, _)| value)
}

/// Tells whether a place is in a line that says what the list is.
fn is_remark(at: usize) -> bool {
    let line = SYLLABLES[..at].rfind('\n').map_or(0, |end| end + 1);
    SYLLABLES[line..].starts_with('#')
}

//! Pictures: names of their files and the lines under them, also in the middle of a list.

use super::line::{self, FoldedLine};
use super::{CAPTION, SHORT};
use crate::speech::parse::lexicon::Lexicon;
use crate::speech::{Block, BlockKind};
use crate::text::{is_word, lowercase};

/// Tells whether a short line is the name of a picture's file or says who took a picture.
pub(super) fn is_caption(line: &FoldedLine, raw: &str, lexicon: &Lexicon) -> bool {
    let words = &lexicon.furniture.caption;
    let is_file = !line.words.contains(' ')
        && words.files.iter().any(|ending| line.words.ends_with(ending.as_str()));
    let is_picture = raw.starts_with("![") && raw.ends_with(')');
    let view = words.starts.starts(&line.words) && raw.len() <= 120;
    is_file || is_picture || view || (words.phrases.within(&line.words) && credits(raw, lexicon))
}

/// Tells whether a line names who took a picture: "… tại hội nghị. Ảnh: An Đăng". Within a
/// sentence the same words are of the sentence: "bằng hình ảnh: tranh, áp phích".
fn credits(raw: &str, lexicon: &Lexicon) -> bool {
    let phrases = &lexicon.furniture.caption.phrases;
    let lower = lowercase(raw);
    phrases.iter().any(|phrase| {
        lower.match_indices(phrase).any(|(at, _)| {
            let before = lower[..at].trim_end().chars().next_back();
            let own_sign = phrase.starts_with(['(', '_', '-', '.']);
            let capital = raw.get(at..).is_some_and(|rest| rest.starts_with(char::is_uppercase));
            let rest = &lower[at + phrase.len()..];
            let ends_line = rest.len() <= 90 && !rest.trim_end_matches(['.', ')']).contains(". ");
            // "- Ảnh 4." closes a line, and what is credited is not a clause that goes on.
            let counted =
                !phrase.ends_with("ảnh ") || rest.starts_with(|c: char| c.is_ascii_digit());
            ends_line
                && counted
                && (own_sign || capital || !before.is_some_and(|c| is_word(c) || c == ','))
        })
    })
}

/// Marks what reads like a caption beside a line that surely is of a picture: the line under a
/// file's name, and the second line of a caption.
pub(super) fn mark_under_pictures(text: &str, blocks: &mut [Block], lexicon: &Lexicon) {
    for index in 1..blocks.len() {
        let raw = blocks[index].range.of(text);
        let picture = blocks[index - 1].range.of(text);
        let under = blocks[index - 1].kind == CAPTION && blocks[index].kind == BlockKind::Paragraph;
        if !under || raw.len() > SHORT {
            continue;
        }
        let line = FoldedLine::new(raw);
        let plain = line.unsigned();
        let adjacent = line::adjacent(text, &blocks[index - 1], &blocks[index]);
        let numbered = picture.trim_end_matches('.').ends_with(|c: char| c.is_ascii_digit());
        let ends = lexicon.furniture.caption.ends.iter().any(|end| plain.ends_with(end.as_str()));
        if ends || (adjacent && numbered && !line.bare.contains(". ")) {
            blocks[index].kind = CAPTION;
        }
    }
}

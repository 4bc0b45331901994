//! What a speech is, by its title.

use crate::speech::SpeechKind;
use crate::speech::parse::lexicon::Kinds;

/// How many bytes behind a general word a special one is looked for in: "Phát biểu khai mạc",
/// "Thông báo ý kiến kết luận".
const NEAR: usize = 40;

/// Tells what a speech is by the first noun of its title that names a kind, before the occasion and
/// the subject: "Báo cáo công tác và kế hoạch năm tới" is a report, "Kế hoạch thực hiện Nghị quyết 18" a
/// plan. Nothing where the title does not say.
pub(super) fn of_title(title: &str, words: &Kinds) -> Option<SpeechKind> {
    let title = format!(" {} ", super::words(title).replace([',', ':', '.', '"'], " , "));
    let mut plain = title;
    for word in &words.not {
        plain = plain.replace(&format!(" {word} "), " , ");
    }
    if words.none.iter().any(|word| plain.starts_with(&format!(" {word} "))) {
        return None;
    }
    let cut = words.cuts.iter().filter_map(|cut| plain.find(&format!(" {cut} "))).min();
    // The blank behind the last word is one of the cut's.
    match cut {
        Some(cut @ 2..) => named(&plain[..=cut], words),
        // "Khai mạc" may come only with the occasion, and says less of the speech then.
        Some(_) | None => named(&plain, words),
    }
}

fn named(part: &str, words: &Kinds) -> Option<SpeechKind> {
    let first = earliest(part, &SpeechKind::ALL, words)?;
    let general = matches!(first.kind, SpeechKind::Notice | SpeechKind::Address);
    if !general {
        return Some(first.kind);
    }
    const SPECIAL: [SpeechKind; 6] = [
        SpeechKind::Conclusion,
        SpeechKind::Directive,
        SpeechKind::Opening,
        SpeechKind::Closing,
        SpeechKind::Appeal,
        SpeechKind::Report,
    ];
    let rest = &part[first.end - 1..];
    let near = &rest[..rest.floor_char_boundary(NEAR)];
    Some(earliest(near, &SPECIAL, words).map_or(first.kind, |special| special.kind))
}

struct Named {
    kind: SpeechKind,
    start: usize,
    end: usize,
}

/// Finds the first word of one of the kinds; of two at a place the longer one.
fn earliest(part: &str, kinds: &[SpeechKind], words: &Kinds) -> Option<Named> {
    let all = kinds.iter().flat_map(|&kind| {
        words.of(kind).iter().filter_map(move |word| {
            let start = part.find(&format!(" {word} "))?;
            Some(Named { kind, start, end: start + word.len() + 2 })
        })
    });
    all.min_by_key(|named| (named.start, std::cmp::Reverse(named.end)))
}

//! What a speech is, by its title.

use crate::model::SpeechKind;
use crate::parse::lexicon::Kinds;

/// Tells what a speech is by what its title says before the occasion and the subject: "Kết luận tại
/// hội nghị về thực hiện Nghị quyết 18" is a conclusion. Nothing where it does not say.
pub(super) fn of_title(title: &str, words: &Kinds) -> Option<SpeechKind> {
    let mut title = format!(" {} ", super::words(title));
    for word in &words.not {
        title = title.replace(&format!(" {word} "), " , ");
    }
    let cut = words.cuts.iter().filter_map(|cut| title.find(&format!(" {cut} "))).min();
    let named = |part: &str| {
        SpeechKind::ALL
            .into_iter()
            .find(|&kind| words.of(kind).iter().any(|word| part.contains(&format!(" {word} "))))
    };
    // The blank behind the last word is one of the cut's.
    cut.and_then(|cut| named(&title[..=cut])).or_else(|| match cut {
        // "Khai mạc" may come only with the occasion, and says less of the speech then.
        Some(0..=1) | None => named(&title),
        Some(_) => None,
    })
}

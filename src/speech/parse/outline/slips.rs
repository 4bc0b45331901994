//! What looks like a slip of the text or of the parser.

use crate::speech::{Diagnostic, ItemForm, Outline, Problem, Sequence};

/// Finds skipped and doubled numbers, decimals without what they count in, and items without
/// words.
pub(super) fn find(text: &str, outline: &Outline) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for (index, item) in outline.items.iter().enumerate() {
        let mut tell = |problem: Problem| out.push(Diagnostic { problem, item: index });
        match item.sequence {
            Sequence::Skips => tell(Problem::SkippedNumber),
            Sequence::Repeats => tell(Problem::DoubledNumber),
            Sequence::Opens | Sequence::Follows | Sequence::Changes | Sequence::Made => {}
        }
        if item.sequence == Sequence::Opens && item.ordinal > 1 && item.form == ItemForm::Paragraph
        {
            tell(Problem::SkippedNumber);
        }
        let counted_in = || item.parent.map(|parent| outline.items[parent].rule);
        if item.rule == "decimal"
            && !matches!(counted_in(), Some("arabic" | "decimal" | "law" | "roman"))
        {
            tell(Problem::LevelJump);
        }
        if item.label.of(text).trim().is_empty() {
            tell(Problem::EmptyItem);
        }
    }
    out
}

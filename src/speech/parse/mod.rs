//! From text to structure: which paragraphs there are, what is furniture, which lists the speaker
//! built, and what they are for.
//!
//! Parsing is total: any text gives an outline, and a text without markers one without items.
//! Words and signs come from the [`Lexicon`]; this code holds only how they combine. It does not
//! know files, formats or screens.

mod chains;
mod evidence;
mod fixes;
mod furniture;
mod heading;
mod inline;
mod key;
pub(crate) mod lexicon;
mod lists;
mod marker;
mod metadata;
pub(crate) mod office;
mod outline;
mod paragraph;
pub(crate) mod phrase_table;
mod quote;
mod role;
mod rules;
mod style;
mod table;
#[cfg(test)]
mod tests;
mod told;

use crate::speech::{Block, Date, Fix, Hints, Outline, SpeechKind};
pub use evidence::UnitSigns;
pub use lexicon::Lexicon;
pub use rules::{RuleFault, RuleFile, RuleProblem};
use std::borrow::Cow;

/// All that the text tells of itself.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// The paragraphs, with their kinds.
    pub blocks: Vec<Block>,
    /// The structure.
    pub outline: Outline,
    /// The title, if the text has one.
    pub title: Option<String>,
    /// What it is, if the title says so.
    pub kind: Option<SpeechKind>,
    /// Who spoke.
    pub speaker: Option<String>,
    /// The speaker's office.
    pub office: Option<String>,
    /// The meeting it was given at.
    pub occasion: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// The number of the document.
    pub number: Option<String>,
    /// When.
    pub date: Option<Date>,
    /// The day of the meeting, where the text has a day of its own.
    pub meeting_date: Option<Date>,
    /// The language, as a two-letter code of ISO 639-1.
    pub language: &'static str,
}

/// Parses a normalised text (NFC, from [`crate::text::decode()`]).
pub fn parse(text: &str, lexicon: &Lexicon) -> Parsed {
    parse_with(text, lexicon, &[])
}

/// Parses a normalised text as a user corrected it.
pub fn parse_with(text: &str, lexicon: &Lexicon, fixes: &[Fix]) -> Parsed {
    parse_hinted(text, &Hints::default(), lexicon, fixes)
}

/// Parses a normalised text of a file whose format says more than its words, as a user corrected
/// it. No hint is believed against the user.
pub fn parse_hinted(text: &str, hints: &Hints, lexicon: &Lexicon, fixes: &[Fix]) -> Parsed {
    prepared(text, hints, lexicon, fixes, |ground, mut blocks, language| {
        let mut outline = outline::assemble(ground, &mut blocks);
        outline.tables = ground.tables.to_vec();
        let facts = metadata::facts(ground.text, &blocks, ground.furniture, ground.lexicon);
        Parsed {
            title: facts.title,
            kind: facts.kind,
            speaker: facts.speaker,
            office: facts.office,
            occasion: facts.occasion,
            place: facts.place,
            number: facts.number,
            date: facts.date,
            meeting_date: facts.meeting,
            language,
            blocks,
            outline,
        }
    })
}

/// Returns the signs of all lists of a text, by which the weights of roles are learned.
pub fn signs(text: &str, hints: &Hints, lexicon: &Lexicon) -> Vec<UnitSigns> {
    prepared(text, hints, lexicon, &[], |ground, blocks, _| outline::signs(ground, &blocks))
}

/// Finds paragraphs, furniture, tables and headings, and hands them on, with the language of the text.
fn prepared<T>(
    text: &str,
    hints: &Hints,
    lexicon: &Lexicon,
    fixes: &[Fix],
    then: impl FnOnce(outline::Ground<'_>, Vec<Block>, &'static str) -> T,
) -> T {
    let source = text;
    let all: Vec<Fix>;
    let fixes = match hints.fixes.is_empty() {
        true => fixes,
        // What comes later counts more.
        false => {
            all = hints.fixes.iter().chain(fixes).cloned().collect();
            all.as_slice()
        }
    };
    let words = lexicon.of_text(source);
    let is_unmarked = matches!(words, Cow::Owned(_));
    let lexicon = words.as_ref();
    let mut blocks = paragraph::blocks(source, lexicon);
    let flat = paragraph::flat(source, &blocks);
    let text = flat.as_ref();
    let told = told::BlockHints::new(hints, &blocks);
    let tables = table::find(text, &mut blocks, hints, lexicon);
    let mut found = told.mark(text, &mut blocks, lexicon);
    let mut tables = table::settle(tables, &mut blocks);
    let fixes = fixes::Fixes::apply(fixes, &mut blocks, &mut found);
    tables.retain(|table| table::is_whole(table, &mut blocks));
    let headings = heading::mark(text, &mut blocks, &found, &told, lexicon);
    let ground = outline::Ground {
        text,
        source,
        lexicon,
        furniture: &found,
        headings: &headings,
        fixes: &fixes,
        told: &told,
        tables: &tables,
    };
    let language = if is_unmarked { "vi" } else { metadata::language(text) };
    then(ground, blocks, language)
}

/// Tells whether what a file or page states as its title may be one: no site's name, no agency, no part of
/// a text.
pub fn may_be_title(title: &str, lexicon: &Lexicon) -> bool {
    furniture::may_be_title(title, lexicon)
}

/// Cuts a text into paragraphs and nothing more: what a very large text is read by until
/// [`parse`] is through with it. The ranges are those that [`parse`] gives for the same text; those
/// of a beginning may differ where how the whole text is wrapped shows only later.
pub fn paragraphs(text: &str, lexicon: &Lexicon) -> Vec<Block> {
    paragraph::blocks(text, lexicon)
}

//! What each list is for, by all that is known of it.
//!
//! Lists become units ([`unit`]), each has signs ([`signs`]), each sign is worth something for each role
//! ([`table`], learned from labelled texts), and of all ways to give roles to the units of a document, from the
//! first to the last, the one is taken that all signs together speak for ([`decide`]). What this does not know:
//! titles, addresses, and the corrections of a user, who is always right.

mod decide;
mod members;
mod rules;
mod signs;
mod sink;
mod table;
mod unit;
mod words;

use super::lists::Lists;
use super::outline::Ground;
use super::quote;
use crate::speech::{Block, BlockKind, FurnitureKind, Reason, Role};
use signs::SignReader;
use sink::{NamedSigns, SignRows};
pub(super) use unit::{LeadForm, UnitForm, holds_first};
use unit::{Units, units};
pub(super) use words::Classes;
use words::PassageWords;

/// What was decided of each unit.
#[derive(Clone, Debug, Default)]
pub(super) struct Verdicts {
    units: Units,
    verdicts: Vec<Verdict>,
    mixed: Vec<bool>,
}

/// What a unit is for.
#[derive(Clone, Debug)]
pub(super) struct Verdict {
    pub role: Role,
    /// How sure that is, 0 to 100.
    pub confidence: u8,
    /// What spoke most for it and what against.
    pub reasons: Vec<Reason>,
    /// The block that announces the unit.
    pub lead: Option<usize>,
    pub lead_form: Option<LeadForm>,
    pub form: UnitForm,
}

impl Verdicts {
    /// Returns the number of an entry's unit.
    pub fn unit(&self, entry: usize) -> usize {
        self.units.of_entry[entry]
    }

    /// Returns what was decided of a unit.
    pub fn of(&self, unit: usize) -> &Verdict {
        &self.verdicts[unit]
    }

    /// Tells whether a list has parts of several roles.
    pub fn is_mixed(&self, list: usize) -> bool {
        self.mixed[list]
    }

    /// Returns the first entry of a unit.
    pub fn first(&self, unit: usize) -> usize {
        self.units.units[unit].members[0]
    }
}

/// What is known of the document as a whole.
struct DocumentEvidence {
    /// Whether each block announces a rule that is quoted.
    quotes: Vec<bool>,
    signs: Vec<String>,
    /// Whether it is spoken: people are addressed in it.
    spoken: bool,
}

/// Decides what each list is for. `said` gives the role that the user gave the unit that begins with an entry.
pub(super) fn judge(
    ground: Ground<'_>,
    blocks: &[Block],
    found: &Lists,
    said: &dyn Fn(usize) -> Option<Role>,
) -> Verdicts {
    if found.lists.is_empty() {
        return Verdicts::default();
    }
    let document = DocumentEvidence::new(ground, blocks);
    let units = units(ground, blocks, found);
    let classes = &ground.lexicon.classes;
    let reader = SignReader { ground, blocks, found, units: &units, classes, document: &document };
    let rows: Vec<SignRows> = reader.read_all();
    let fixed: Vec<Option<Role>> = units.units.iter().map(|unit| said(unit.members[0])).collect();
    let verdicts = decide::decide(&units.units, &rows, &fixed, document.spoken);
    let mut mixed = vec![false; found.lists.len()];
    for (unit, verdict) in units.units.iter().zip(&verdicts) {
        let differs = |before: usize| verdicts[before].role != verdict.role;
        let same = unit.before.filter(|&before| units.units[before].list == unit.list);
        mixed[unit.list] |= unit.form == UnitForm::Part && same.is_some_and(differs);
    }
    Verdicts { units, verdicts, mixed }
}

/// What is known of a unit, for those who learn from it.
#[derive(Clone, Debug)]
pub struct UnitSigns {
    /// The 1-based lines of its members.
    pub lines: Vec<u32>,
    /// The unit of the item it lies in, by its place among all.
    pub parent: Option<usize>,
    /// The unit before it in that item.
    pub before: Option<usize>,
    /// Whether that is of the same list.
    pub same_list: bool,
    /// How it stands to the item: "own", "free" or "bare".
    pub relation: &'static str,
    /// Whether it is one part of a list of parts.
    pub part: bool,
    /// Whether people are addressed in the document.
    pub spoken: bool,
    /// Its signs, by name, and what each counts; one may come several times.
    pub signs: Vec<(String, f32)>,
}

/// Returns the signs of all units.
pub(super) fn unit_signs(ground: Ground<'_>, blocks: &[Block], found: &Lists) -> Vec<UnitSigns> {
    let document = DocumentEvidence::new(ground, blocks);
    let units = units(ground, blocks, found);
    let classes = &ground.lexicon.classes;
    let reader = SignReader { ground, blocks, found, units: &units, classes, document: &document };
    let signs: Vec<NamedSigns> = reader.read_all();
    let each = units.units.iter().zip(signs).map(|(unit, names)| {
        let line = |&member: &usize| blocks[found.entries[member].block].line;
        UnitSigns {
            lines: unit.members.iter().map(line).collect(),
            parent: unit.parent,
            before: unit.before,
            same_list: unit.before.is_some_and(|at| units.units[at].list == unit.list),
            relation: unit.relation.name(),
            part: unit.form == UnitForm::Part,
            spoken: document.spoken,
            signs: names.0,
        }
    });
    each.collect()
}

/// How much of a block is looked at for how it begins, in bytes.
const BEGINNING: usize = 80;
/// From how many blocks that quote rules on a document is one that quotes.
const MANY: usize = 3;

/// Tells whether a line opens an article of a law: "Điều 3. …".
fn is_article(line: &str) -> bool {
    numbered(line, "điều")
}

/// Tells whether a line opens a question of a quiz: "Câu 3: …".
fn is_question(line: &str) -> bool {
    numbered(line, "câu")
}

fn numbered(line: &str, noun: &str) -> bool {
    let same = |one: char, two: char| one.to_lowercase().eq(two.to_lowercase());
    if !line.chars().next().zip(noun.chars().next()).is_some_and(|(one, two)| same(one, two)) {
        return false;
    }
    let passage = PassageWords::new(&line[..line.floor_char_boundary(24)]);
    let number = |at: usize| passage.word(at).bytes().all(|byte| byte.is_ascii_digit());
    passage.words.len() > 1 && passage.word(0) == noun && number(1)
}

impl DocumentEvidence {
    fn new(ground: Ground<'_>, blocks: &[Block]) -> Self {
        let quotes: Vec<bool> = blocks
            .iter()
            .map(|block| {
                block.kind == BlockKind::Paragraph
                    && quote::quotes(block.range.of(ground.text), ground.lexicon)
            })
            .collect();
        let salutation = BlockKind::Furniture(FurnitureKind::Salutation);
        let spoken = blocks.iter().any(|block| block.kind == salutation);
        let mut document = DocumentEvidence { quotes, signs: Vec::new(), spoken };
        document.signs = document.tell(ground, blocks);
        document
    }

    fn tell(&self, ground: Ground<'_>, blocks: &[Block]) -> Vec<String> {
        let mut signs = Vec::new();
        let mut tell = |holds: bool, sign: &str| {
            if holds {
                signs.push(sign.to_owned());
            }
        };
        let questions = blocks.iter().filter(|block| {
            matches!(block.kind, BlockKind::Heading | BlockKind::Title)
                && block.range.of(ground.text).trim_end_matches(['*', '_', ' ']).ends_with('?')
        });
        let questions = questions.take(MANY).count();
        let quotes = self.quotes.iter().filter(|quotes| **quotes).take(MANY).count();
        tell(self.spoken, "spoken");
        tell(questions > 0, "asks");
        tell(questions == MANY, "asks-often");
        tell(quotes > 0, "quotes");
        tell(quotes == MANY, "quotes-often");
        let begins = |block: &Block, is: fn(&str) -> bool| {
            let line = block.range.of(ground.text);
            is(line[..line.floor_char_boundary(BEGINNING)].trim_start_matches(['*', '_', '#', ' ']))
        };
        let many = |is| blocks.iter().filter(|block| begins(block, is)).take(MANY).count() == MANY;
        tell(many(is_article), "articles");
        tell(many(is_question), "questions");
        let classes = &ground.lexicon.classes;
        for block in blocks.iter().filter(|block| block.kind == BlockKind::Title).take(4) {
            let line = block.range.of(ground.text);
            let passage = PassageWords::new(&line[..line.floor_char_boundary(4 * BEGINNING)]);
            let set = classes.among(&passage.words);
            signs.extend(classes.names(set).map(|(class, _)| format!("title:{class}")));
        }
        let head = blocks.iter().take(ground.furniture.body.max(1)).filter(|block| {
            !block.kind.is_hidden()
                && (block.kind == BlockKind::Title || block.range.len() < BEGINNING)
        });
        for block in head.take(24) {
            let line = block.range.of(ground.text);
            let passage = PassageWords::new(&line[..line.floor_char_boundary(BEGINNING)]);
            if passage.words.len() > 1 {
                signs.push(format!("{} {}", passage.word(0), passage.word(1)));
            }
        }
        signs
    }
}

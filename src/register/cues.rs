//! The words by which the register reads who is told to do what, as `data/lexicon/register.toml` has them.

use crate::speech::parse::lexicon::offices::Offices;
use crate::speech::parse::phrase_table::{Keyed, PhraseTable};
use serde::Deserialize;

const SHIPPED: &str = include_str!("../../data/lexicon/register.toml");

/// What a phrase may be, a bit each.
pub(super) type Cue = u64;

pub(super) const MUST: Cue = 1;
pub(super) const WILL: Cue = 1 << 1;
pub(super) const VERB: Cue = 1 << 2;
pub(super) const PAST: Cue = 1 << 3;
pub(super) const REPORTING: Cue = 1 << 4;
pub(super) const NO_GIVER: Cue = 1 << 5;
pub(super) const OPENER: Cue = 1 << 6;
pub(super) const ASIDE: Cue = 1 << 7;
pub(super) const WITH: Cue = 1 << 8;
pub(super) const THROUGH: Cue = 1 << 9;
pub(super) const REPORT: Cue = 1 << 10;
pub(super) const RECEIVER: Cue = 1 << 11;
pub(super) const DOCUMENT: Cue = 1 << 12;
pub(super) const NUMBER: Cue = 1 << 13;
pub(super) const MEASURE: Cue = 1 << 14;
pub(super) const RULE: Cue = 1 << 15;
pub(super) const SPEAKING: Cue = 1 << 16;
pub(super) const GIVER: Cue = 1 << 17;
pub(super) const TAIL: Cue = 1 << 18;
pub(super) const PLACE: Cue = 1 << 19;
pub(super) const ASKING: Cue = 1 << 20;
pub(super) const COMPOUND: Cue = 1 << 21;
pub(super) const NAME: Cue = 1 << 22;
pub(super) const JOIN: Cue = 1 << 23;
pub(super) const STRICT: Cue = 1 << 24;
pub(super) const TALE: Cue = 1 << 25;
pub(super) const ANNOUNCING: Cue = 1 << 26;
pub(super) const QUALIFIER: Cue = 1 << 27;
pub(super) const SHORTENED: Cue = 1 << 28;
pub(super) const GROUND: Cue = 1 << 29;
pub(super) const ENACTING: Cue = 1 << 30;
pub(super) const ISSUING: Cue = 1 << 31;
pub(super) const NUMBERED: Cue = 1 << 32;
pub(super) const LEAD_LABEL: Cue = 1 << 33;
pub(super) const PARTNER_LABEL: Cue = 1 << 34;
pub(super) const DUE_LABEL: Cue = 1 << 35;
pub(super) const LABEL: Cue = 1 << 36;
pub(super) const DEFINES: Cue = 1 << 37;
pub(super) const RATIO: Cue = 1 << 38;
pub(super) const ORDINAL: Cue = 1 << 39;
pub(super) const TIME_UNIT: Cue = 1 << 40;
pub(super) const POST: Cue = 1 << 41;
pub(super) const SHARING: Cue = 1 << 42;
pub(super) const AGREEING: Cue = 1 << 43;
pub(super) const INFORMING: Cue = 1 << 44;
pub(super) const STANDING: Cue = 1 << 45;
pub(super) const CONDITION: Cue = 1 << 46;
pub(super) const ORDERING: Cue = 1 << 47;

/// The file, as it is written.
#[derive(Deserialize)]
struct CueWords {
    must: Vec<String>,
    will: Vec<String>,
    verbs: Vec<String>,
    past: Vec<String>,
    reporting: Vec<String>,
    speaking: Vec<String>,
    givers: Vec<String>,
    tails: Vec<String>,
    places: Vec<String>,
    asking: Vec<String>,
    compounds: Vec<String>,
    names: Vec<String>,
    joins: Vec<String>,
    grounds: Vec<String>,
    enacting: Vec<String>,
    issuing: Vec<String>,
    shortened: Vec<String>,
    qualifiers: Vec<String>,
    strict: Vec<String>,
    tales: Vec<String>,
    announcing: Vec<String>,
    no_giver: Vec<String>,
    openers: Vec<String>,
    asides: Vec<String>,
    with: Vec<String>,
    through: Vec<String>,
    report: Vec<String>,
    receivers: Vec<String>,
    documents: Vec<String>,
    number: Vec<String>,
    numbered: Vec<String>,
    measure: Vec<String>,
    ratios: Vec<String>,
    ordinals: Vec<String>,
    time_units: Vec<String>,
    posts: Vec<String>,
    sharing: Vec<String>,
    agreeing: Vec<String>,
    informing: Vec<String>,
    standing: Vec<String>,
    conditions: Vec<String>,
    ordering: Vec<String>,
    rules: Vec<String>,
    defines: Vec<String>,
    lead_labels: Vec<String>,
    partner_labels: Vec<String>,
    due_labels: Vec<String>,
    labels: Vec<String>,
}

/// The phrases.
pub(super) type CueTable = PhraseTable<Cue>;

/// Makes the phrases that ship with the program; their words are known as those of offices are.
pub(super) fn shipped(offices: &Offices) -> CueTable {
    let words: CueWords = toml::from_str(SHIPPED).expect("a test reads the shipped words");
    let lists = [
        (&words.must, MUST),
        (&words.will, WILL),
        (&words.verbs, VERB),
        (&words.past, PAST),
        (&words.reporting, REPORTING),
        (&words.speaking, SPEAKING),
        (&words.givers, GIVER),
        (&words.sharing, SHARING),
        (&words.agreeing, AGREEING),
        (&words.informing, INFORMING),
        (&words.standing, STANDING),
        (&words.conditions, CONDITION),
        (&words.ordering, ORDERING),
        (&words.tails, TAIL),
        (&words.places, PLACE),
        (&words.asking, ASKING),
        (&words.compounds, COMPOUND),
        (&words.names, NAME),
        (&words.joins, JOIN),
        (&words.grounds, GROUND),
        (&words.enacting, ENACTING),
        (&words.issuing, ISSUING),
        (&words.shortened, SHORTENED),
        (&words.qualifiers, QUALIFIER),
        (&words.strict, STRICT),
        (&words.tales, TALE),
        (&words.announcing, ANNOUNCING),
        (&words.no_giver, NO_GIVER),
        (&words.openers, OPENER),
        (&words.asides, ASIDE),
        (&words.with, WITH),
        (&words.through, THROUGH),
        (&words.report, REPORT),
        (&words.receivers, RECEIVER),
        (&words.documents, DOCUMENT),
        (&words.number, NUMBER),
        (&words.numbered, NUMBERED),
        (&words.measure, MEASURE),
        (&words.ratios, RATIO),
        (&words.ordinals, ORDINAL),
        (&words.time_units, TIME_UNIT),
        (&words.posts, POST),
        (&words.rules, RULE),
        (&words.defines, DEFINES),
        (&words.lead_labels, LEAD_LABEL),
        (&words.partner_labels, PARTNER_LABEL),
        (&words.due_labels, DUE_LABEL),
        (&words.labels, LABEL),
    ];
    let phrases = lists.into_iter().flat_map(|(phrases, cue)| {
        let keys = move |phrase: &String| -> (Vec<u64>, Cue) {
            (offices.words(phrase).map(|word| word.key()).collect(), cue)
        };
        phrases.iter().map(keys)
    });
    PhraseTable::new(phrases)
}

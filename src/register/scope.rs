//! What stands above a paragraph: whose the work of a list is, the time of a block, whether the text is giving tasks.

use super::cues::{MEASURE, MUST, OPENER, STANDING, VERB};
use super::deadline::Deadline;
use super::fields::FieldRun;
use super::line::{Gap, Line};
use super::source::RegisterSource;
use super::telling::{Completeness, Force, demands, telling};
use crate::speech::{Duty, ItemIndex, Role, SeriesIndex, SpeechKind};
use crate::text::{TextRange, spelling};
use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;

/// How many words of a speaker's name tell it from others.
const NARRATOR_WORDS: usize = 2;
/// How far into a sentence the time of a whole block may stand.
const OPENING_WORDS: usize = 30;

/// Whether the paragraphs before gave tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mood {
    /// Nobody was told to do something.
    Telling,
    /// A document of its kind tells people what to do.
    Expected,
    /// Somebody was told.
    Directing,
}

/// What an announcement says of all that it announces.
#[derive(Clone, Debug, Default)]
pub(super) struct Lead {
    /// Whose the work is.
    pub actors: Vec<TextRange>,
    /// By when.
    pub time: Option<Deadline>,
    /// With whom.
    pub partners: Vec<TextRange>,
    /// How it is said.
    pub tone: Tone,
}

/// How something is announced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tone {
    /// It is said.
    #[default]
    Plain,
    /// It is demanded: "Phấn đấu đạt các chỉ tiêu sau:".
    Ordering,
}

/// What stands above a paragraph.
pub(super) struct Scope {
    /// Those whom the text reports to have said something: their first words.
    narrators: Vec<String>,
    /// Those who were told to do something: their first words.
    told: Vec<String>,
    pub mood: Mood,
    /// What an unmarked paragraph announced, or the opening words of a block.
    pub above: Lead,
    leads: HashMap<SeriesIndex, Lead>,
    /// What the items that announce what lies in them say.
    announcing: RefCell<HashMap<ItemIndex, Option<Lead>>>,
    /// The last heading, if it announces.
    heading: Option<(TextRange, Lead)>,
    /// The tasks that a line of fields below them tells of.
    pub run: FieldRun,
    /// What is to be expected of a document of its kind.
    pub calm: Mood,
    /// Whether the last paragraph that opens no item quotes a rule.
    pub quotes: bool,
    /// Whether that paragraph announces what follows.
    pub announces: bool,
    /// Whether the heading above asks, or is over functions that always hold: a rule answers.
    pub asks: bool,
}

impl Scope {
    pub fn new(kind: Option<SpeechKind>) -> Scope {
        use SpeechKind::{Conclusion, Directive, Dispatch, Plan, Resolution};
        let calm = match kind {
            Some(Directive | Dispatch) => Mood::Directing,
            Some(Conclusion | Resolution | Plan) => Mood::Expected,
            _ => Mood::Telling,
        };
        Scope {
            calm,
            quotes: false,
            announces: false,
            asks: false,
            narrators: Vec::new(),
            told: Vec::new(),
            mood: calm,
            above: Lead::default(),
            leads: HashMap::new(),
            announcing: RefCell::default(),
            heading: None,
            run: FieldRun::default(),
        }
    }

    /// Takes note of a heading; one that asks is answered by quoting rules.
    pub fn pass_heading(&mut self, heading: &str) {
        self.mood = self.calm;
        self.quotes = heading.trim_end_matches(['*', ' ', '\n']).ends_with('?');
        self.asks = self.quotes;
        self.above = Lead::default();
    }

    /// Takes note of a heading that tells somebody to do what follows: "Đảng ủy X khẩn trương thực hiện, tiến độ như sau:".
    pub fn note_heading(&mut self, source: &RegisterSource<'_>, heading: TextRange) {
        let line = source.line(heading);
        if (0..line.len()).any(|at| line.cue(at, STANDING).is_some()) {
            (self.asks, self.quotes) = (true, true);
        }
        let lead = (line.len() > 0 && line.announces()).then(|| self.read_lead(source, heading));
        self.heading = lead.filter(|lead| !lead.actors.is_empty()).map(|lead| (heading, lead));
    }

    /// Notes those whom a paragraph reports to have said something.
    pub fn note_narrators(&mut self, line: &Line<'_>) {
        use super::cues::SPEAKING;
        for at in 1..line.len() {
            if line.cue(at, SPEAKING).is_none() {
                continue;
            }
            let from = (at.saturating_sub(12)..at).find(|from| line.offices(*from) == Some(at));
            if let Some(name) = from.map(|from| narrator_of(line.words(from..at)))
                && !self.narrators.contains(&name)
            {
                self.narrators.push(name);
            }
        }
    }

    /// Notes who was told to do something.
    pub fn note_told(&mut self, office: &str) {
        let name = narrator_of(office);
        if !self.told.contains(&name) {
            self.told.push(name);
        }
    }

    pub fn was_told(&self, office: &str) -> bool {
        self.told.contains(&narrator_of(office))
    }

    pub fn is_narrator(&self, office: &str) -> bool {
        !self.narrators.is_empty() && self.narrators.contains(&narrator_of(office))
    }

    /// Returns what stands over an item: the announcement of its list, or the item that it lies in, of which the nearest that names
    /// somebody counts.
    pub fn lead_of(&mut self, source: &RegisterSource<'_>, item: ItemIndex) -> Lead {
        let outline = &source.speech.outline;
        let series = outline.items[item].series;
        let level = outline.items[item].path.len();
        if let Some((heading, lead)) = &self.heading {
            let within = outline.items[item].parent.map(|parent| outline.items[parent].range);
            let announced =
                outline.series[series].lead.is_some_and(|lead| lead.start > heading.start);
            if !announced && within.is_none_or(|within| within.contains(heading.start)) {
                return lead.clone();
            }
        }
        if level == 1
            && let Some(known) = self.leads.get(&series)
        {
            return known.clone();
        }
        let mut out = Lead::default();
        let mut at = Some(item);
        while let Some(index) = at {
            let item = &outline.items[index];
            let announcement = outline.series[item.series].lead.filter(|_| item.path.len() == 1);
            let around = item.parent.and_then(|parent| self.announcing_item(source, parent));
            let nearest = [announcement.map(|range| self.read_lead(source, range)), around];
            for lead in nearest.into_iter().flatten() {
                out.time = out.time.or(lead.time);
                if out.tone == Tone::Plain {
                    out.tone = lead.tone;
                }
                if out.partners.is_empty() && out.actors.is_empty() {
                    out.partners = lead.partners;
                }
                if out.actors.is_empty() {
                    out.actors = lead.actors;
                }
            }
            if !out.actors.is_empty() {
                break;
            }
            at = item.parent;
        }
        if level == 1 {
            self.leads.insert(series, out.clone());
        }
        out
    }

    /// Tells whether an announcement over an item says whose work it is.
    pub fn is_announced(&mut self, source: &RegisterSource<'_>, item: ItemIndex) -> bool {
        let item_of = &source.speech.outline.items[item];
        let words = source.own_words(item);
        let line = source.line(words);
        let orders = line.len() > 0
            && (line.tells(0) || line.offices(0).is_some_and(|end| line.tells(end)))
            || !source.deadlines(words).is_empty();
        if !orders {
            return false;
        }
        let items = &source.speech.outline.items;
        let among = item_of.parent.is_some_and(|parent| items[parent].role == Role::Task);
        let may = among || self.calm == Mood::Directing;
        let lead = self.lead_of(source, item);
        if lead.tone == Tone::Ordering && item_of.parent.is_none() {
            return true;
        }
        may && (item_of.owner.is_some() || !lead.actors.is_empty())
    }

    /// Reads an item that only announces what lies in it.
    pub fn announcing_item(&self, source: &RegisterSource<'_>, parent: ItemIndex) -> Option<Lead> {
        if let Some(known) = self.announcing.borrow().get(&parent) {
            return known.clone();
        }
        let lead = self.read_announcing_item(source, parent);
        self.announcing.borrow_mut().insert(parent, lead.clone());
        lead
    }

    fn read_announcing_item(&self, source: &RegisterSource<'_>, parent: ItemIndex) -> Option<Lead> {
        let items = &source.speech.outline.items;
        let item = &items[parent];
        let range = source.own_words(parent);
        let line = source.line(range);
        let announces = line.len() > 0 && (line.announces() || line.names_alone());
        if item.duty == Duty::Office
            && let Some(owner) = item.owner
        {
            let own = line.word_at(owner.start)..line.word_at(owner.end);
            if own.start < own.end && owner.start >= range.start {
                return Some(Lead { actors: line.each_office(own), ..Lead::default() });
            }
        }
        (announces || item.duty == Duty::Group).then(|| self.read_lead(source, range))
    }

    /// Reads an announcement: its last sentence says whose the work is, and by when where that stands in front.
    pub fn read_lead(&self, source: &RegisterSource<'_>, range: TextRange) -> Lead {
        let line = source.line(range);
        if line.len() == 0 {
            return Lead::default();
        }
        let start = (0..line.len()).rev().find(|at| line.gap(*at) == Gap::Stop).unwrap_or(0);
        let sentence = start..line.len();
        let told = telling(&line, sentence.clone(), Completeness::LeadIn, &|office| {
            self.is_narrator(office)
        });
        let given = told.as_ref().is_some_and(|told| told.force == Force::Given);
        let actors = told.map(|told| told.actors).or_else(|| last_named(&line, sentence.clone()));
        Lead {
            actors: actors.map(|actors| line.each_office(actors)).unwrap_or_default(),
            partners: super::slots::slots(&line, sentence.clone(), sentence.start).partners,
            tone: if given || demands(&line, sentence.clone()) {
                Tone::Ordering
            } else {
                Tone::Plain
            },
            time: opening_time(source, &line, sentence),
        }
    }
}

/// Returns the time that the opening words of a sentence tell: "Trong quý I, …", "Về một số nhiệm vụ từ nay đến cuối năm, …".
pub(super) fn opening_time(
    source: &RegisterSource<'_>,
    line: &Line<'_>,
    sentence: Range<usize>,
) -> Option<Deadline> {
    let deadlines = source.deadlines(line.range(sentence.clone()));
    let first = deadlines.into_iter().next()?;
    let from = line.word_at(first.words.start);
    let behind = line.word_at(first.words.end);
    let opens = from == sentence.start
        || from <= sentence.start + 2 && line.cue(sentence.start, OPENER | VERB | MUST).is_some()
        || line.gap(from) == Gap::Comma
            && line.gap(behind) == Gap::Comma
            && line.offices(behind).is_some()
        || from < sentence.start + OPENING_WORDS
            && (line.is(sentence.start, "về") || line.is(sentence.start, "trong"))
            && (sentence.start + 1..=from).all(|at| line.gap(at) == Gap::Blank);
    let goes_on = line.gap(behind) == Gap::Comma
        || line.tells(behind)
        || line.cue(behind, MEASURE).is_some()
        || line.offices(behind).is_some()
        || line.is(behind, "về");
    (opens && goes_on).then_some(first)
}

/// Returns whom an announcement names at its end: "6 nhóm nhiệm vụ với các bộ, ngành, địa phương:".
fn last_named(line: &Line<'_>, sentence: Range<usize>) -> Option<Range<usize>> {
    let from = sentence.clone().find(|at| {
        ["với", "cho", "của"].iter().any(|word| line.is(*at, word))
            && line.offices(at + 1) == Some(sentence.end)
    })?;
    Some(from + 1..sentence.end)
}

fn narrator_of(office: &str) -> String {
    let first: Vec<&str> = office.split_whitespace().take(NARRATOR_WORDS).collect();
    spelling(&first.join(" "))
}

//! The words of page furniture and of what a text tells of itself, from `data/lexicon/furniture.toml`.

use super::phrases::Phrases;
use super::telling::{Days, Event, Papers, Speaker, Telling, Unmarked};
use crate::speech::SpeechKind;
use crate::text::fold::fold;
use serde::Deserialize;
use std::sync::OnceLock;

/// The family names of Vietnam, which bibliographies go by as well.
const SURNAMES: &str = include_str!("../../../../data/lexicon/surnames.txt");

/// Words of furniture and metadata. See the file for what each entry means.
#[derive(Clone, Debug, Deserialize)]
pub(in crate::speech::parse) struct FurnitureWords {
    pub chrome: ChromeWords,
    pub front: FrontWords,
    pub title: TitleWords,
    pub kind: Kinds,
    pub caption: Caption,
    pub salutation: Salutation,
    pub closing: Closing,
    pub footnote: Footnote,
    pub speaker: Speaker,
    pub event: Event,
    pub day: Days,
    pub paper: Papers,
    pub unmarked: Unmarked,
    #[serde(skip)]
    telling: OnceLock<Box<Telling>>,
}

impl FurnitureWords {
    /// Returns the words of facts as they are typed without marks, made when a text first asks for them.
    pub fn telling(&self) -> &Telling {
        self.telling.get_or_init(|| {
            let clear = &self.unmarked.clear;
            Box::new(Telling::unmarked(&self.speaker, &self.event, &self.day, clear))
        })
    }

    /// Adds the family names that ship with the program, and the words of titles without marks.
    pub fn complete(mut self) -> Self {
        let lines = SURNAMES.lines().filter(|line| !line.starts_with('#'));
        let names = lines.flat_map(str::split_whitespace).map(crate::text::lowercase);
        self.speaker.surnames.add(names);
        FurnitureWords { title: self.title.with_unmarked(), ..self }
    }
}

#[derive(Clone, Debug, Deserialize)]
pub(in crate::speech::parse) struct ChromeWords {
    pub lines: Phrases,
    pub starts: Phrases,
    pub phrases: Phrases,
    pub tails: Phrases,
    pub preambles: Phrases,
    pub pages: Phrases,
}

#[derive(Clone, Debug, Deserialize)]
pub(in crate::speech::parse) struct FrontWords {
    pub phrases: Phrases,
    pub starts: Phrases,
    pub days: Phrases,
    pub states: Vec<String>,
    pub mottos: Phrases,
    pub addresses: Phrases,
    pub wires: Vec<String>,
    pub bases: Phrases,
    pub further_bases: Phrases,
    pub enacting: Phrases,
    pub first_person: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub(in crate::speech::parse) struct TitleWords {
    pub kinds: Phrases,
    pub english: Phrases,
    pub not: Phrases,
    pub qualifiers: Phrases,
    pub subjects: Phrases,
    pub about: Phrases,
    pub further: Phrases,
    pub ties: Phrases,
    pub clauses: Phrases,
    pub open: Phrases,
    pub issuers: Phrases,
    pub no_issuers: Phrases,
    pub sites: Phrases,
    pub site_ends: Phrases,
    pub parts: Phrases,
    pub issues: Phrases,
    pub fields: Vec<String>,
    pub topics: Phrases,
    pub relayed: Phrases,
    pub honorifics: Phrases,
    pub verbs: Phrases,
    pub spoken: Phrases,
    /// The same words without marks, for lines that have none.
    #[serde(skip)]
    unmarked: Option<Box<TitleWords>>,
}

impl TitleWords {
    /// Adds the words as they are written without marks. Those of one syllable are left out: so written they
    /// are too many other words.
    pub fn with_unmarked(mut self) -> Self {
        let mut plain = self.clone();
        let all = [
            &mut plain.kinds,
            &mut plain.not,
            &mut plain.qualifiers,
            &mut plain.subjects,
            &mut plain.further,
            &mut plain.ties,
            &mut plain.issuers,
            &mut plain.no_issuers,
            &mut plain.parts,
            &mut plain.honorifics,
        ];
        for phrases in all {
            let long = phrases.iter().filter(|phrase| phrase.trim_end().contains(' '));
            *phrases = Phrases::from(long.map(fold).collect::<Vec<_>>());
        }
        self.unmarked = Some(Box::new(plain));
        self
    }

    /// Tells whether the words of a line end in a word or a sign that leaves them open.
    pub fn leaves_open(&self, words: &str) -> bool {
        words.ends_with([',', '-']) || self.open.ends(words)
    }

    /// Returns the words as a line with these words writes them.
    pub fn of(&self, words: &str) -> &TitleWords {
        self.unmarked.as_deref().filter(|_| words.is_ascii()).unwrap_or(self)
    }
}

/// What a title says that a speech is.
#[derive(Clone, Debug, Deserialize)]
pub(in crate::speech::parse) struct Kinds {
    /// What ends the words that say it.
    pub cuts: Vec<String>,
    /// What has words of a kind in it and does not say it.
    pub not: Vec<String>,
    /// What the titles of papers of no kind begin with.
    pub none: Vec<String>,
    conclusion: Vec<String>,
    directive: Vec<String>,
    resolution: Vec<String>,
    decision: Vec<String>,
    dispatch: Vec<String>,
    plan: Vec<String>,
    opening: Vec<String>,
    closing: Vec<String>,
    report: Vec<String>,
    letter: Vec<String>,
    appeal: Vec<String>,
    interview: Vec<String>,
    notice: Vec<String>,
    address: Vec<String>,
}

impl Kinds {
    /// Returns the words of a kind.
    pub fn of(&self, kind: SpeechKind) -> &[String] {
        match kind {
            SpeechKind::Conclusion => &self.conclusion,
            SpeechKind::Directive => &self.directive,
            SpeechKind::Resolution => &self.resolution,
            SpeechKind::Decision => &self.decision,
            SpeechKind::Dispatch => &self.dispatch,
            SpeechKind::Plan => &self.plan,
            SpeechKind::Opening => &self.opening,
            SpeechKind::Closing => &self.closing,
            SpeechKind::Report => &self.report,
            SpeechKind::Letter => &self.letter,
            SpeechKind::Appeal => &self.appeal,
            SpeechKind::Interview => &self.interview,
            SpeechKind::Notice => &self.notice,
            SpeechKind::Address => &self.address,
        }
    }
}

#[derive(Clone, Debug, Deserialize)]
pub(in crate::speech::parse) struct Caption {
    pub files: Vec<String>,
    pub phrases: Phrases,
    pub starts: Phrases,
    pub ends: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub(in crate::speech::parse) struct Salutation {
    pub starts: Phrases,
    pub not: Phrases,
}

#[derive(Clone, Debug, Deserialize)]
pub(in crate::speech::parse) struct Closing {
    pub phrases: Phrases,
    pub lines: Phrases,
    pub recipients: Phrases,
    pub signs: Phrases,
    pub signed: Phrases,
    pub bylines: Phrases,
    pub formulas: Phrases,
    pub wishes: Phrases,
    pub slogans: Vec<String>,
    pub annexes: Phrases,
}

#[derive(Clone, Debug, Deserialize)]
pub(in crate::speech::parse) struct Footnote {
    pub phrases: Phrases,
}

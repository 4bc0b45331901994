//! From a paragraph to a line: words read by their fonts, with label and hints.

use super::{
    Doubt, FinishedParagraph, FontWeight, LetterCase, Look, Paragraph, ParagraphRank, SOFT_HYPHEN,
    Slant,
};
use crate::formats::read::rewriting::Rewriting;
use crate::formats::read::sheet::clipped;
use crate::speech::HintKind;
use crate::text::legacy::{LegacyRange, LegacyReading, Tally, is_half_capital};
use std::ops::Range;

impl Paragraph {
    /// Reads the words that are in old fonts, and makes capitals of those that are drawn so. Gives
    /// what is still in doubt.
    fn read(&mut self, tally: &mut Tally) -> Vec<Doubt> {
        let fonts: Vec<_> = self
            .looks
            .iter()
            .filter_map(|(range, look)| Some((range.clone(), look.legacy?)))
            .collect();
        let stretches = if fonts.is_empty() { Vec::new() } else { tally.read(&self.text, &fonts) };
        if fonts.is_empty() && self.looks.iter().all(|(_, look)| look.case == LetterCase::AsTyped) {
            return Vec::new();
        }
        let mut made = Rewriting::default();
        let mut doubts = Vec::new();
        for LegacyRange { range, legacy, reading } in stretches {
            let words = &self.text[range.clone()];
            match reading {
                LegacyReading::Old => {
                    made.replace(&self.text, range, legacy.convert_with_way(words))
                }
                LegacyReading::Typed => {
                    let shown = |c: char| Some(c).filter(|c| *c != SOFT_HYPHEN);
                    made.replace_letters(&self.text, range.clone(), shown);
                    let drawn = |(run, look): &&mut (Range<usize>, Look)| {
                        look.case == LetterCase::ByFont && range.contains(&run.start)
                    };
                    for (run, look) in self.looks.iter_mut().filter(drawn) {
                        if !is_half_capital(&self.text[run.clone()]) {
                            look.case = LetterCase::AsTyped;
                        }
                    }
                }
                LegacyReading::Open => {
                    doubts.extend(self.looks.iter().filter_map(|(run, look)| {
                        let range = run.start.max(range.start)..run.end.min(range.end);
                        (range.start < range.end).then_some(Doubt {
                            range,
                            legacy,
                            case: look.case,
                        })
                    }))
                }
            }
        }
        self.rewrite(made, &mut doubts);
        let mut made = Rewriting::default();
        for (range, look) in &self.looks {
            let in_doubt = doubts.binary_search_by_key(&range.start, |doubt| doubt.range.start);
            if look.case != LetterCase::AsTyped && in_doubt.is_err() {
                made.replace_letters(&self.text, range.clone(), char::to_uppercase);
            }
        }
        self.rewrite(made, &mut doubts);
        doubts
    }

    /// Takes over a text that was made of this one.
    fn rewrite(&mut self, made: Rewriting, doubts: &mut [Doubt]) {
        if made.is_nothing() {
            return;
        }
        let moved =
            |range: &mut Range<usize>| *range = made.place(range.start)..made.place(range.end);
        self.looks.iter_mut().for_each(|(range, _)| moved(range));
        doubts.iter_mut().for_each(|doubt| moved(&mut doubt.range));
        self.text = made.finish(&self.text);
    }

    /// Puts label and words together; gives nothing if there are no words.
    pub fn finish(mut self, tally: &mut Tally) -> Option<FinishedParagraph> {
        let doubts = self.read(tally);
        let words = self.text.trim();
        if words.is_empty() {
            return None;
        }
        let offset = self.text.len() - self.text.trim_start().len();
        let label = self.label.trim();
        let mut text = String::with_capacity(words.len() + label.len() + 8);
        if !label.is_empty() {
            text.extend(std::iter::repeat_n("  ", usize::from(self.depth.min(12))));
            text.push_str(label);
            text.push(' ');
        }
        let base = text.len();
        match self.rank {
            // A heading is one line, however it was broken.
            ParagraphRank::Body => text.push_str(words),
            ParagraphRank::Title | ParagraphRank::Heading(_) => {
                text.push_str(&words.replace('\n', " "))
            }
        }
        let whole = text.len() - text.trim_start().len()..text.len();
        let mut hints = Vec::new();
        let kind = match self.rank {
            ParagraphRank::Body => None,
            ParagraphRank::Title => Some(HintKind::Title),
            ParagraphRank::Heading(level) => Some(HintKind::Heading(level.clamp(1, 6))),
        };
        hints.extend(kind.map(|kind| (whole.clone(), kind)));
        let furniture = self.furniture.into_iter();
        hints.extend(
            furniture.flat_map(|kind| clipped(&text, whole.clone(), HintKind::Furniture(kind))),
        );
        for (bold, kind) in [(true, HintKind::Bold), (false, HintKind::Italic)] {
            let has = |look: &Look| match bold {
                true => look.weight == FontWeight::Bold,
                false => look.slant == Slant::Italic,
            };
            let mut runs: Vec<Range<usize>> = Vec::new();
            for (range, _) in self.looks.iter().filter(|(_, look)| has(look)) {
                let start = (range.start.max(offset) - offset).min(words.len());
                let end = (range.end.max(offset) - offset).min(words.len());
                match runs.last_mut() {
                    // Blanks between two runs are of both.
                    Some(last) if words[last.end..start].trim().is_empty() => last.end = end,
                    _ => runs.push(start..end),
                }
            }
            let all = runs.len() == 1 && words[..runs[0].start].trim().is_empty();
            let all = all && words[runs[0].end..].trim().is_empty();
            for run in runs.into_iter().filter(|run| run.start < run.end) {
                let range = if all { whole.clone() } else { base + run.start..base + run.end };
                hints.extend(clipped(&text, range, kind));
            }
        }
        let doubts = doubts.into_iter().map(|mut doubt| {
            let place = |at: usize| base + (at.max(offset) - offset).min(words.len());
            doubt.range = place(doubt.range.start)..place(doubt.range.end);
            doubt
        });
        let doubts = doubts.filter(|doubt| !doubt.range.is_empty()).collect();
        Some(FinishedParagraph { text, hints, doubts })
    }
}

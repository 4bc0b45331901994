//! The words of a paragraph in runs that look alike: without signs of Markdown, on one line, with single
//! blanks, cut where an item within the paragraph begins.

use crate::speech::{Block, HintKind, ItemForm, ItemIndex, Speech};
use crate::text::TextRange;
use std::ops::Range;

/// Walks along the hints, which are in order.
pub(super) struct HintsBefore<'a> {
    pub speech: &'a Speech,
    pub first: usize,
}

impl HintsBefore<'_> {
    /// Gives the looks that the format gives words of a range.
    fn looks(&mut self, range: TextRange) -> Vec<(Range<usize>, RunEmphasis)> {
        let marks = &self.speech.hints.marks;
        while marks.get(self.first).is_some_and(|mark| mark.range.end <= range.start) {
            self.first += 1;
        }
        let near = marks[self.first..].iter().take_while(|mark| mark.range.start < range.end);
        let looks = near.filter_map(|mark| {
            let look = match mark.kind {
                HintKind::Bold => RunEmphasis::Strong,
                HintKind::Italic => RunEmphasis::Emphasis,
                HintKind::Title
                | HintKind::Heading(_)
                | HintKind::Furniture(_)
                | HintKind::Spans { .. } => return None,
            };
            let both = mark.range.intersection(range)?;
            let base = range.start.get();
            Some((both.start.get() - base..both.end.get() - base, look))
        });
        looks.collect()
    }
}

/// Cuts the words of a paragraph, as far as they are within a range, into runs.
pub(super) fn runs(
    speech: &Speech,
    blocks: Range<usize>,
    within: TextRange,
    hints: &mut HintsBefore<'_>,
) -> Vec<TextRun> {
    let whole = speech.blocks[blocks.start].range.union(speech.blocks[blocks.end - 1].range);
    let raw = whole.of(&speech.text);
    let base = whole.start.get();
    let found = speech.markup(&Block { range: whole, ..speech.blocks[blocks.start] });
    let mut looks: Vec<(Range<usize>, RunEmphasis)> = hints.looks(whole);
    looks.extend(found.emphasis.iter().map(|words| (words.clone(), RunEmphasis::Emphasis)));
    looks.extend(found.strong.iter().map(|words| (words.clone(), RunEmphasis::Strong)));
    let inline = inline_items(speech, whole);
    let mut cuts: Vec<usize> = vec![within.start.get() - base, within.end.get() - base];
    for range in looks.iter().map(|(range, _)| range).chain(&found.signs) {
        cuts.extend([range.start, range.end]);
    }
    cuts.extend(inline.iter().map(|(at, _)| *at));
    cuts.retain(|&at| (cuts_from(within, base)..=cuts_to(within, base)).contains(&at));
    cuts.sort_unstable();
    cuts.dedup();
    let mut out = RunBuilder::default();
    for pair in cuts.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let inside = |range: &Range<usize>| range.start <= from && to <= range.end;
        if let Some((_, item)) = inline.iter().find(|(at, _)| *at == from) {
            out.opens = Some(*item);
        }
        if found.signs.iter().any(inside) {
            continue;
        }
        let of = |look: RunEmphasis| looks.iter().any(|(range, its)| *its == look && inside(range));
        let look = match (of(RunEmphasis::Strong), of(RunEmphasis::Emphasis)) {
            (true, _) => RunEmphasis::Strong,
            (false, true) => RunEmphasis::Emphasis,
            (false, false) => RunEmphasis::Plain,
        };
        out.say(raw.get(from..to).unwrap_or_default(), look);
    }
    out.finish()
}

fn cuts_from(within: TextRange, base: usize) -> usize {
    within.start.get() - base
}

fn cuts_to(within: TextRange, base: usize) -> usize {
    within.end.get() - base
}

/// Finds the items that begin within a paragraph.
fn inline_items(speech: &Speech, paragraph: TextRange) -> Vec<(usize, ItemIndex)> {
    let items = &speech.outline.items;
    let first = items.partition_point(|item| item.range.start < paragraph.start);
    items[first..]
        .iter()
        .enumerate()
        .take_while(|(_, item)| item.range.start < paragraph.end)
        .filter(|(_, item)| item.form == ItemForm::Inline)
        .map(|(at, item)| (item.range.start.get() - paragraph.start.get(), first + at))
        .collect()
}

/// Puts runs together.
#[derive(Default)]
struct RunBuilder {
    runs: Vec<TextRun>,
    opens: Option<ItemIndex>,
    /// Whether a blank came that may not be the last.
    blank: Option<RunEmphasis>,
}

impl RunBuilder {
    fn say(&mut self, words: &str, look: RunEmphasis) {
        for c in words.chars() {
            if matches!(c, ' ' | '\n' | '\t') {
                self.blank = self.blank.or((!self.runs.is_empty()).then_some(look));
                continue;
            }
            if let Some(before) = self.blank.take() {
                // A blank between two looks is of neither.
                let last = self.runs.last().map_or(RunEmphasis::Plain, |run| run.look);
                let blank = if last == look && before == look { look } else { RunEmphasis::Plain };
                self.push(' ', blank);
            }
            self.push(c, look);
        }
    }

    fn push(&mut self, c: char, look: RunEmphasis) {
        let opens = if c == ' ' { None } else { self.opens.take() };
        match self.runs.last_mut() {
            Some(run) if run.look == look && opens.is_none() => run.words.push(c),
            _ => self.runs.push(TextRun { words: c.into(), look, opens }),
        }
    }

    fn finish(self) -> Vec<TextRun> {
        self.runs
    }
}

/// Words that look alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextRun {
    /// The words, on one line.
    pub words: String,
    /// How they look.
    pub look: RunEmphasis,
    /// The item within the paragraph that begins here.
    pub opens: Option<ItemIndex>,
}

/// How words look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RunEmphasis {
    /// Like those around.
    #[default]
    Plain,
    /// In italics.
    Emphasis,
    /// In bold.
    Strong,
}

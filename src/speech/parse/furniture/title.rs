//! Which lines are the title: of all lines of the head that could begin one, the one for which most
//! speaks.

mod part;
mod span;
mod weight;

use super::line::{self, FoldedLine};
use super::{CHROME, FRONT, SHORT, TITLE, chrome};
use crate::speech::parse::lexicon::{Lexicon, TitleWords};
use crate::speech::parse::style::{LineStyle, marked, style_of};
use crate::speech::{Block, BlockKind};
use part::TitlePart;
pub(in crate::speech::parse) use part::is_row_of_names;
use std::collections::HashMap;
use std::ops::Range;

/// So many bytes are enough to know a repeat that was cut short: "… công tác tuyên truyền ...".
const CUT: usize = 40;
/// The shortest line that is known again where it is repeated, in bytes.
const REPEAT: usize = 20;
/// How many lines that are cut short are looked for among the others.
const CUTS: usize = 20;

/// What a text was read from, as far as it tells how its lines stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::speech::parse) enum Medium {
    /// A text of lines: blank lines part what belongs apart.
    #[default]
    Plain,
    /// A page of the web, each paragraph apart.
    Page,
    /// A file of a word processor or a printed page, each paragraph apart: no menus stand above the text.
    Paper,
}

/// What a file's format says of a text; little of a plain one.
#[derive(Clone, Debug, Default)]
pub(in crate::speech::parse) struct Looks {
    /// What the text was read from.
    pub medium: Medium,
    /// What is said of the first blocks.
    pub of: Vec<BlockLook>,
}

/// What a file's format says of a block.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::speech::parse) struct BlockLook {
    /// How a block is set off.
    pub style: Option<LineStyle>,
    /// Whether the format calls it the title.
    pub is_named: bool,
}

/// The first lines of a text, as they are looked at for the title.
pub(super) struct Head<'a> {
    text: &'a str,
    blocks: &'a [Block],
    lines: Vec<HeadLine<'a>>,
    medium: Medium,
    lexicon: &'a Lexicon,
    /// The headings among them that the text or its format marks, with their levels.
    headings: Vec<(usize, u8)>,
    /// The highest level of those below them.
    below: Option<u8>,
    /// Which lines say what another line says.
    repeated: Vec<bool>,
}

/// A line of the head.
struct HeadLine<'a> {
    raw: &'a str,
    line: FoldedLine<'a>,
    part: TitlePart,
    style: LineStyle,
    /// Whether the format calls it the title.
    is_named: bool,
    kind: BlockKind,
}

impl<'a> Head<'a> {
    /// Looks at the first `limit` blocks of a text.
    pub fn new(
        text: &'a str,
        blocks: &'a [Block],
        limit: usize,
        looks: &Looks,
        lexicon: &'a Lexicon,
    ) -> Self {
        let look = |index: usize| looks.of.get(index).copied().unwrap_or_default();
        let lines = blocks[..limit].iter().enumerate().map(|(index, block)| {
            HeadLine::new(block.range.of(text), block.kind, look(index), lexicon)
        });
        let level = |index: usize| {
            let own = marked(blocks[index].range.of(text)).map(|(level, _)| level);
            let told = match look(index).style {
                Some(LineStyle::Marked(level)) => Some(level),
                _ => None,
            };
            told.or(own)
        };
        let lines: Vec<HeadLine> = lines.collect();
        Head {
            text,
            blocks,
            repeated: repeated(&lines),
            lines,
            medium: looks.medium,
            lexicon,
            headings: (0..limit).filter_map(|index| Some((index, level(index)?))).collect(),
            below: (limit..blocks.len()).filter_map(level).min(),
        }
    }

    /// Tells whether a heading has others below it that stand as high: it heads a part, not the whole.
    fn has_rivals(&self, index: usize, level: u8) -> bool {
        let words = &self.lines[index].line.words;
        let other = |at: usize| self.lines[at].line.words != *words;
        self.below.is_some_and(|high| high <= level)
            || self.headings.iter().any(|&(at, high)| at > index && high <= level && other(at))
    }

    fn words(&self, seen: &HeadLine) -> &TitleWords {
        self.lexicon.furniture.title.of(&seen.line.words)
    }

    /// Finds the title. Its range may hold blocks that are no part of it: a number between a document's
    /// kind and its subject.
    pub fn title(&self) -> Option<Range<usize>> {
        let start = weight::best(self)?;
        let start = self.uncut(start);
        let mut title = start..span::end(self, start);
        // "THÔNG BÁO" / "Thông báo ý kiến của Chủ tịch": the subject says the kind again.
        let kind = self.lines[start].line.unsigned();
        let second = (start + 1..title.end).find(|&index| self.is_of(index));
        let again = second.filter(|&second| {
            self.lines[start].part == TitlePart::Kind
                && self.lines[second]
                    .line
                    .words
                    .strip_prefix(kind)
                    .is_some_and(|rest| rest.starts_with(' '))
        });
        if let Some(second) = again {
            title.start = second;
        }
        Some(title)
    }

    /// Tells whether a block within the range of a title is of it.
    fn is_of(&self, index: usize) -> bool {
        let seen = &self.lines[index];
        seen.part != TitlePart::Around && !line::is_wordless(seen.raw)
    }

    /// Returns the line that says in whole what the line at `index` says cut short; else that line.
    fn uncut(&self, index: usize) -> usize {
        let said = self.lines[index].line.words.as_str();
        let cut = uncut(said);
        if cut.len() == said.len() {
            return index;
        }
        let whole = (0..self.lines.len()).find(|&other| {
            let words = self.lines[other].line.words.as_str();
            other != index
                && same(said, words)
                && words.len() > cut.len()
                && !words.ends_with("...")
        });
        whole.unwrap_or(index)
    }

    /// Returns which blocks repeat the title, and which of them it is made of.
    pub fn marks(&self, title: &Range<usize>) -> Vec<(usize, BlockKind)> {
        let own: Vec<usize> = title.clone().filter(|&index| self.is_of(index)).collect();
        let mut out: Vec<(usize, BlockKind)> = own.iter().map(|&index| (index, TITLE)).collect();
        for index in (0..self.lines.len()).filter(|index| !own.contains(index)) {
            let seen = &self.lines[index];
            let repeats = own.iter().any(|&line| {
                let (one, other) = (&self.lines[line].line.words, &seen.line.words);
                same(one, other) || same(other, one)
            });
            if repeats && seen.raw.len() <= 3 * SHORT {
                out.push((index, CHROME));
                out.extend(self.path_above(index, title.end).map(|above| (above, CHROME)));
            }
        }
        out
    }

    /// Returns the lines of a page's path right above a repeat of the title.
    fn path_above(&self, repeat: usize, from: usize) -> impl Iterator<Item = usize> + '_ {
        (from..repeat).rev().take_while(|&above| {
            let seen = &self.lines[above];
            line::adjacent(self.text, &self.blocks[above], &self.blocks[above + 1])
                && seen.raw.len() <= SHORT
                && !line::ends_sentence(seen.raw)
                && seen.kind == BlockKind::Paragraph
        })
    }

    /// Returns what beside a title is no text: who issues the document, also under the title, fields and
    /// sites.
    pub fn around(&self, title: &Range<usize>) -> impl Iterator<Item = (usize, BlockKind)> + '_ {
        let lines = |range: Range<usize>| range.map(|index| (index, &self.lines[index]));
        let is_above =
            |part| matches!(part, TitlePart::Issuer | TitlePart::Around | TitlePart::Topic);
        let above = lines(0..title.start).filter(move |(_, seen)| is_above(seen.part));
        let is_below =
            |seen: &HeadLine| seen.part == TitlePart::Issuer || line::is_wordless(seen.raw);
        let below = lines(title.end..self.lines.len()).take_while(move |(_, seen)| is_below(seen));
        let open = |(_, seen): &(usize, &HeadLine)| seen.kind == BlockKind::Paragraph;
        above.chain(below).filter(open).map(|(index, _)| (index, FRONT))
    }
}

impl<'a> HeadLine<'a> {
    fn new(raw: &'a str, kind: BlockKind, look: BlockLook, lexicon: &Lexicon) -> Self {
        // What is too long to be a title need not be looked at.
        if raw.len() > 3 * SHORT {
            let line = FoldedLine { bare: raw, words: String::new() };
            let part = TitlePart::Prose;
            return HeadLine { raw, line, part, style: LineStyle::Plain, is_named: false, kind };
        }
        let line = FoldedLine::new(undecorated(raw));
        let own =
            if is_all_bold(raw) { LineStyle::Bold } else { LineStyle::Plain }.min(style_of(raw, 0));
        HeadLine {
            raw,
            part: part::part(raw, &line, lexicon),
            line,
            style: look.style.map_or(own, |told| told.min(own)),
            is_named: look.is_named,
            kind,
        }
    }

    /// Tells whether it was taken for a line of a menu by its place alone.
    fn is_in_menu(&self, lexicon: &Lexicon) -> bool {
        self.kind == CHROME && !chrome::is_chrome(&self.line, self.raw, lexicon)
    }
}

/// Tells whether a line names a document's kind, alone or with what it is about, and is set as such a
/// name is: nothing of it is part of what stands above.
pub(super) fn is_kind_line(raw: &str, lexicon: &Lexicon) -> bool {
    let line = FoldedLine::new(raw);
    raw.len() <= SHORT
        && line::is_capitals(line.bare)
        && matches!(part::part(raw, &line, lexicon), TitlePart::Kind | TitlePart::Named)
}

/// Returns a line without the signs that are set around it for show: "===== BIÊN BẢN =====", "*** DIỄN VĂN
/// ***".
pub(in crate::speech::parse) fn undecorated(raw: &str) -> &str {
    const SHOWN: [char; 12] = ['=', '*', '-', '~', '_', '•', '★', '☆', '❖', '♦', '◆', '+'];
    let signs = |c: char| SHOWN.contains(&c) || c == ' ';
    let inside = raw.trim_matches(signs);
    let decorated = |part: &str| {
        part.chars().filter(|&c| c != ' ' && c != '*').count() > 1 || part.contains("***")
    };
    let start = raw.len() - raw.trim_start_matches(signs).len();
    let (before, behind) = (&raw[..start], &raw[(start + inside.len()).min(raw.len())..]);
    if decorated(before) && decorated(behind) { inside } else { raw }
}

/// Tells whether a line may be a title, whatever stands around it.
pub(in crate::speech::parse) fn may_be_title(raw: &str, lexicon: &Lexicon) -> bool {
    !matches!(
        part::part(raw, &FoldedLine::new(raw), lexicon),
        TitlePart::Around | TitlePart::Issuer | TitlePart::Section
    )
}

/// Tells whether all words of a line are in bold, in one run of Markdown or several.
fn is_all_bold(raw: &str) -> bool {
    let mut parts = raw.split("**");
    let outside = parts.by_ref().step_by(2).all(|part| part.trim().is_empty());
    let signs = raw.matches("**").count();
    outside && signs >= 2 && signs.is_multiple_of(2)
}

/// Finds the lines that say what another line says, whole or cut short.
fn repeated(lines: &[HeadLine]) -> Vec<bool> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for seen in lines.iter().filter(|seen| seen.line.words.len() >= REPEAT) {
        *counts.entry(&seen.line.words).or_default() += 1;
    }
    let said =
        |seen: &HeadLine| counts.get(seen.line.words.as_str()).is_some_and(|&count| count > 1);
    let mut out: Vec<bool> = lines.iter().map(said).collect();
    let is_cut = |seen: &HeadLine| uncut(&seen.line.words).len() < seen.line.words.len();
    for (index, cut) in lines.iter().enumerate().filter(|(_, seen)| is_cut(seen)).take(CUTS) {
        for (other, seen) in lines.iter().enumerate().filter(|(other, _)| *other != index) {
            let whole = same(&cut.line.words, &seen.line.words);
            out[index] |= whole;
            out[other] |= whole;
        }
    }
    out
}

/// Returns words without the points that show them cut short.
fn uncut(words: &str) -> &str {
    words.trim_end_matches(['.', '…', ' '])
}

/// Tells whether two lines say the same, or the first one the beginning of the other.
fn same(one: &str, other: &str) -> bool {
    if one.len().min(other.len()) < REPEAT {
        return false;
    }
    let cut = uncut(one);
    one == other || (cut.len() < one.len() && cut.len() >= CUT && other.starts_with(cut))
}

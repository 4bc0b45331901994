//! Word documents of the old kind put together byte by byte. All streams are the same bytes, in which every part has its place.

use super::super::fib::{Age, Story, TableStreamPart};
use super::parts::{numbers, said};
use std::collections::BTreeMap;

const PAGE: usize = 512;
pub const TEXT: usize = 2048;
/// Where what is said elsewhere stands.
pub const ELSEWHERE: u32 = 1024;

/// Words that look alike.
#[derive(Clone)]
pub struct Run {
    pub words: String,
    pub said: Vec<u8>,
}

/// A paragraph, or another stretch of text with a mark at its end.
#[derive(Clone)]
pub struct Para {
    pub runs: Vec<Run>,
    pub style: u16,
    pub said: Vec<u8>,
    pub mark: char,
    pub mark_said: Vec<u8>,
}

/// How the text lies in its stream.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Lie {
    /// In one piece.
    Whole,
    /// In one piece, a byte for each letter.
    Narrow,
    /// The second half first, and what allows it in letters of one byte.
    Scattered,
}

/// A document.
pub struct Builder {
    age: Age,
    lie: Lie,
    stories: BTreeMap<usize, Vec<Para>>,
    parts: BTreeMap<usize, Vec<u8>>,
    elsewhere: Vec<u8>,
    flags: u16,
    language: u16,
    /// What is said of the whole of the second half of a scattered text.
    change: u16,
}

pub fn run(words: &str, said: &[&[u8]]) -> Run {
    Run { words: words.to_owned(), said: said.concat() }
}

pub fn para(runs: &[Run]) -> Para {
    Para { runs: runs.to_vec(), style: 0, said: Vec::new(), mark: '\r', mark_said: Vec::new() }
}

pub fn words(words: &str) -> Para {
    para(&[run(words, &[])])
}

impl Para {
    pub fn style(self, style: u16) -> Self {
        Para { style, ..self }
    }

    pub fn said(mut self, said: &[&[u8]]) -> Self {
        self.said.extend(said.concat());
        self
    }

    pub fn mark(self, mark: char) -> Self {
        Para { mark, ..self }
    }
}

impl Builder {
    pub fn new(age: Age, paragraphs: Vec<Para>) -> Self {
        let stories = BTreeMap::from([(Story::Main as usize, paragraphs)]);
        Builder {
            age,
            lie: Lie::Whole,
            stories,
            parts: BTreeMap::new(),
            elsewhere: Vec::new(),
            flags: 0,
            language: 0x409,
            change: 0,
        }
    }

    pub fn story(mut self, story: Story, paragraphs: Vec<Para>) -> Self {
        self.stories.insert(story as usize, paragraphs);
        self
    }

    pub fn part(mut self, part: TableStreamPart, bytes: Vec<u8>) -> Self {
        self.parts.insert(part as usize, bytes);
        self
    }

    pub fn scattered(self, change: u16) -> Self {
        Builder { lie: Lie::Scattered, change, ..self }
    }

    pub fn narrow(self) -> Self {
        Builder { lie: Lie::Narrow, ..self }
    }

    /// Puts what is said elsewhere to [`ELSEWHERE`].
    pub fn elsewhere(self, said: &[u8]) -> Self {
        let elsewhere = [&(said.len() as u16).to_le_bytes()[..], said].concat();
        Builder { elsewhere, ..self }
    }

    pub fn flags(self, flags: u16) -> Self {
        Builder { flags, ..self }
    }

    /// Returns the bytes that every stream has.
    pub fn build(mut self) -> Vec<u8> {
        let paragraphs: Vec<Para> = self.stories.values().flatten().cloned().collect();
        let text: Vec<char> = paragraphs
            .iter()
            .flat_map(|it| it.runs.iter().flat_map(|run| run.words.chars()).chain([it.mark]))
            .collect();
        let pieces = self.pieces(&text);
        let mut out = vec![0; TEXT];
        for piece in &pieces {
            out.resize(piece.at.max(out.len()), 0);
            for c in &text[piece.from..piece.to] {
                match piece.wide {
                    true => out.extend((*c as u16).to_le_bytes()),
                    false => out.push(*c as u8),
                }
            }
        }
        let (mut characters, mut looks) = (Vec::new(), Vec::new());
        let mut at = 0;
        for paragraph in &paragraphs {
            let start = at;
            let mark =
                Run { words: String::from(paragraph.mark), said: paragraph.mark_said.clone() };
            for run in paragraph.runs.iter().chain([&mark]) {
                let end = at + run.words.chars().count();
                characters.extend(places(&pieces, at, end).map(|place| (place, run.said.clone())));
                at = end;
            }
            let said = [&paragraph.style.to_le_bytes()[..], &paragraph.said].concat();
            looks.extend(places(&pieces, start, at).map(|place| (place, said.clone())));
        }
        let characters = self.pages(&mut out, characters, TableStreamPart::CharacterPages);
        let looks = self.pages(&mut out, looks, TableStreamPart::ParagraphPages);
        self.parts.extend([characters, looks]);
        let clx = self.clx(&pieces);
        self.parts.entry(TableStreamPart::Pieces as usize).or_insert(clx);
        self.head(&mut out, &text);
        out
    }

    fn pieces(&self, text: &[char]) -> Vec<Piece> {
        let is_wide = |from: usize, to: usize| {
            self.age == Age::Word97 && text[from..to].iter().any(|c| *c > '\u{7f}')
        };
        let all = self.age == Age::Word97;
        match self.lie {
            Lie::Narrow => {
                vec![Piece { from: 0, to: text.len(), at: TEXT, wide: false, change: 0 }]
            }
            Lie::Whole => vec![Piece { from: 0, to: text.len(), at: TEXT, wide: all, change: 0 }],
            Lie::Scattered => {
                let half = text.len() / 2;
                let wide = is_wide(half, text.len());
                let second =
                    Piece { from: half, to: text.len(), at: TEXT, wide, change: self.change };
                let at = TEXT + (text.len() - half) * if wide { 2 } else { 1 } + 6;
                vec![second, Piece { from: 0, to: half, at, wide: is_wide(0, half), change: 0 }]
            }
        }
    }

    fn clx(&self, pieces: &[Piece]) -> Vec<u8> {
        let mut pieces = pieces.to_vec();
        pieces.sort_by_key(|piece| piece.from);
        let ends = pieces.iter().map(|piece| piece.to);
        let mut plc = numbers([0].into_iter().chain(ends));
        for piece in &pieces {
            let at = match self.age {
                Age::Word97 if !piece.wide => (piece.at * 2) | 0x4000_0000,
                _ => piece.at,
            };
            plc.extend(
                [&[0, 0][..], &(at as u32).to_le_bytes(), &piece.change.to_le_bytes()].concat(),
            );
        }
        // A change that the number 0 of the table means: bold.
        let change = said(self.age, 0x0835, &[1]);
        let head = [&[1][..], &(change.len() as u16).to_le_bytes(), &change, &[2]].concat();
        [head, numbers([plc.len()]), plc].concat()
    }

    /// Writes pages of looks behind what there is; gives the table that leads to them.
    fn pages(
        &self,
        out: &mut Vec<u8>,
        mut looks: Vec<((usize, usize), Vec<u8>)>,
        part: TableStreamPart,
    ) -> (usize, Vec<u8>) {
        const ON_A_PAGE: usize = 6;
        looks.sort_by_key(|((from, _), _)| *from);
        let (mut places, mut pages) = (Vec::new(), Vec::new());
        for looks in looks.chunks(ON_A_PAGE) {
            out.resize(out.len().next_multiple_of(PAGE), 0);
            places.push(looks[0].0.0);
            pages.push(out.len() / PAGE);
            out.extend(self.page(looks, part));
        }
        places.extend(looks.last().map(|((_, to), _)| *to));
        let mut table = numbers(places);
        for page in pages {
            match self.age {
                Age::Word6 => table.extend((page as u16).to_le_bytes()),
                Age::Word97 => table.extend((page as u32).to_le_bytes()),
            }
        }
        (part as usize, table)
    }

    fn page(&self, looks: &[((usize, usize), Vec<u8>)], part: TableStreamPart) -> Vec<u8> {
        let size = match (part, self.age) {
            (TableStreamPart::CharacterPages, _) => 1,
            (_, Age::Word6) => 7,
            (_, Age::Word97) => 13,
        };
        let mut page = vec![0; PAGE];
        let mut end = PAGE - 1;
        page[end] = looks.len() as u8;
        for (index, ((from, to), said)) in looks.iter().enumerate() {
            page[index * 4..index * 4 + 8].copy_from_slice(&numbers([*from, *to]));
            let mut said = said.clone();
            if part == TableStreamPart::ParagraphPages
                && said.len() % 2 == 1
                && self.age == Age::Word6
            {
                said.push(0);
            }
            let head = match (part, self.age, said.len() % 2) {
                (TableStreamPart::CharacterPages, ..) => vec![said.len() as u8],
                (_, Age::Word97, 1) => vec![(said.len() / 2 + 1) as u8],
                (_, Age::Word97, _) => vec![0, (said.len() / 2) as u8],
                (_, Age::Word6, _) => vec![(said.len() / 2) as u8],
            };
            let bytes = [head, said].concat();
            end = (end - bytes.len()) & !1;
            page[end..end + bytes.len()].copy_from_slice(&bytes);
            page[(looks.len() + 1) * 4 + index * size] = (end / 2) as u8;
        }
        assert!((looks.len() + 1) * 4 + looks.len() * size <= end, "all is on one page");
        page
    }

    fn head(&self, out: &mut Vec<u8>, text: &[char]) {
        let mut put = |at: usize, bytes: &[u8]| out[at..at + bytes.len()].copy_from_slice(bytes);
        let (version, lengths, parts) = match self.age {
            Age::Word6 => (0x65_u16, 0x34, 0x58),
            Age::Word97 => (0xC1, 0x4C, 0x9A),
        };
        put(0, &if self.age == Age::Word6 { [0xDC, 0xA5] } else { [0xEC, 0xA5] });
        put(2, &version.to_le_bytes());
        put(6, &self.language.to_le_bytes());
        put(10, &self.flags.to_le_bytes());
        put(ELSEWHERE as usize, &self.elsewhere);
        put(0x18, &numbers([TEXT, TEXT + text.len()]));
        if self.age == Age::Word97 {
            put(0x20, &[14, 0]);
            put(0x3E, &[22, 0]);
            put(0x98, &[93, 0]);
        }
        let count = |paragraphs: &Vec<Para>| -> usize {
            let of =
                |it: &Para| it.runs.iter().map(|run| run.words.chars().count()).sum::<usize>() + 1;
            paragraphs.iter().map(of).sum()
        };
        for (story, paragraphs) in &self.stories {
            put(lengths + story * 4, &numbers([count(paragraphs)]));
        }
        for (part, bytes) in &self.parts {
            let gap = if self.age == Age::Word6 && *part >= 38 { 10 } else { 0 };
            // The lengths of lists leave out their levels.
            let length = match (*part == TableStreamPart::Lists as usize, bytes.first()) {
                (true, Some(count)) => 2 + usize::from(*count) * 28,
                _ => bytes.len(),
            };
            let place = out.len();
            out[parts + part * 8 + gap..][..8].copy_from_slice(&numbers([place, length]));
            out.extend(bytes);
        }
    }
}

#[derive(Clone, Copy)]
struct Piece {
    from: usize,
    to: usize,
    at: usize,
    wide: bool,
    change: u16,
}

/// Returns where the signs `from` to `to` lie.
fn places(pieces: &[Piece], from: usize, to: usize) -> impl Iterator<Item = (usize, usize)> {
    pieces.iter().filter_map(move |piece| {
        let (first, last) = (from.max(piece.from), to.min(piece.to));
        let place = |sign: usize| piece.at + (sign - piece.from) * if piece.wide { 2 } else { 1 };
        (first < last).then(|| (place(first), place(last)))
    })
}

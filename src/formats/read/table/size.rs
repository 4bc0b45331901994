//! How much is in a cell of a table.

use crate::formats::read::paragraph::Paragraph;

/// What the cells of a document's head and of its end begin with, in small letters.
const PAPERS: [&str; 7] = [
    "cộng hòa xã hội chủ nghĩa",
    "cộng hoà xã hội chủ nghĩa",
    "độc lập - tự do",
    "độc lập – tự do",
    "đảng cộng sản việt nam",
    "nơi nhận",
    "kính gửi",
];

/// How much is in a cell, with the tables in it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct CellSize {
    pub bytes: usize,
    pub lines: usize,
    /// Paragraphs that begin as the head of a document or its end does.
    pub papers: usize,
}

impl CellSize {
    pub(super) fn of(paragraph: &Paragraph) -> Self {
        if paragraph.is_mute() {
            return CellSize::default();
        }
        let words = paragraph.opening();
        let papers = PAPERS.iter().any(|paper| words.starts_with(paper));
        CellSize {
            bytes: paragraph.len() + paragraph.label.len(),
            lines: paragraph.lines(),
            papers: usize::from(papers),
        }
    }

    pub(super) fn add(&mut self, other: CellSize) {
        self.bytes += other.bytes;
        self.lines += other.lines;
        self.papers += other.papers;
    }
}

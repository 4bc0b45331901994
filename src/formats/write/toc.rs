//! The outline as a list in lists of links: headings, series, items, each in what it lies in.

use super::about;
use super::mark::escaped;
use super::page::{Page, PagePart, PieceKind};
use crate::i18n::Messages;
use crate::speech::{ItemForm, ItemIndex, SectionKind, SeriesIndex};
use crate::text::TextPos;

/// The longest words of an entry, in bytes.
const LONGEST: usize = 140;

/// A line of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TocEntry {
    /// How many entries it lies in.
    pub depth: usize,
    /// The id of the element that it leads to.
    pub id: String,
    /// What it says.
    pub words: String,
    /// What is said behind that: the role of a series, and how many items it has.
    pub more: Option<String>,
}

/// Makes the outline of what is written.
pub(super) fn entries(page: &Page<'_>, messages: &Messages) -> Vec<TocEntry> {
    let outline = &page.speech.outline;
    let range = super::page::range_of(page.speech, page.part);
    let mut all: Vec<(TextPos, u8, What)> = Vec::new();
    for (index, section) in outline.sections.iter().enumerate() {
        let SectionKind::Heading(words) = section.kind else { continue };
        all.push((words.start, 0, What::Heading(index)));
    }
    for (index, item) in outline.items.iter().enumerate() {
        all.push((item.range.start, 1, What::Item(index)));
    }
    all.retain(|(at, ..)| range.contains(*at));
    all.sort_by_key(|(at, order, _)| (*at, *order));
    let mut made = TocBuilder { page, messages, out: Vec::new(), heading: None };
    for (_, _, what) in all {
        match what {
            What::Heading(section) => made.heading(section),
            What::Item(item) => made.item(item),
        }
    }
    sound(made.out)
}

/// Leaves out no depth on the way down.
pub(super) fn sound(mut entries: Vec<TocEntry>) -> Vec<TocEntry> {
    let mut before = None;
    for entry in &mut entries {
        entry.depth = entry.depth.min(before.map_or(0, |before: usize| before + 1));
        before = Some(entry.depth);
    }
    entries
}

#[derive(Clone, Copy)]
enum What {
    Heading(usize),
    Item(ItemIndex),
}

struct TocBuilder<'a> {
    page: &'a Page<'a>,
    messages: &'a Messages,
    out: Vec<TocEntry>,
    /// The depth of the last heading.
    heading: Option<usize>,
}

impl TocBuilder<'_> {
    fn heading(&mut self, index: usize) {
        let speech = self.page.speech;
        let section = &speech.outline.sections[index];
        let SectionKind::Heading(words) = section.kind else { return };
        let depth = usize::from(section.depth);
        self.heading = Some(depth);
        let words = cut(&speech.line(words));
        self.out.push(TocEntry { depth, id: heading_id(index), words, more: None });
    }

    fn item(&mut self, index: ItemIndex) {
        let outline = &self.page.speech.outline;
        let item = &outline.items[index];
        let base = self.heading.map_or(0, |depth| depth + 1);
        // Every series around takes a level of its own.
        let mut around = 0;
        let mut at = index;
        loop {
            let parent = outline.items[at].parent;
            let own = parent
                .is_none_or(|parent| outline.items[parent].series != outline.items[at].series);
            around += 1 + usize::from(own);
            match parent {
                Some(parent) => at = parent,
                None => break,
            }
        }
        let depth = base + around - 1;
        let first = outline.series[item.series].items.first() == Some(&index);
        if first && self.page.part != PagePart::Item(index) {
            self.series(item.series, index, depth - 1);
        }
        let marker = self.page.speech.marker(item);
        let label = self.page.speech.line(item.label);
        let words = cut(format!("{marker} {label}").trim());
        self.out.push(TocEntry { depth, id: item_id(self.page, index), words, more: None });
    }

    fn series(&mut self, index: SeriesIndex, first: ItemIndex, depth: usize) {
        let words = about::series_title(self.page, index, self.messages);
        let more = Some(about::series_note(self.page, index, &words, self.messages));
        // Nothing announces a list that begins within a paragraph.
        let id = match self.page.speech.outline.items[first].form {
            ItemForm::Paragraph => series_id(self.page, index),
            ItemForm::Inline => item_id(self.page, first),
        };
        self.out.push(TocEntry { depth, id, words, more });
    }
}

fn cut(words: &str) -> String {
    if words.len() <= LONGEST {
        return words.to_owned();
    }
    let words = &words[..words.floor_char_boundary(LONGEST)];
    format!("{}…", words.rsplit_once(' ').map_or(words, |(words, _)| words))
}

/// Returns the id of the element that is an item: its address.
pub(super) fn item_id(page: &Page<'_>, item: ItemIndex) -> String {
    page.speech.outline.address(item).to_string()
}

/// Returns the id of the element that announces a series: its code.
pub(super) fn series_id(page: &Page<'_>, series: SeriesIndex) -> String {
    page.speech.outline.series[series].code()
}

/// Returns the id of a heading, by its place among the sections.
pub(super) fn heading_id(section: usize) -> String {
    format!("h{}", section + 1)
}

/// Finds the sections whose heading is in a paragraph.
pub(super) fn headings_at(page: &Page<'_>, block: usize) -> Vec<usize> {
    let speech = page.speech;
    let range = speech.blocks[block].range;
    let sections = &speech.outline.sections;
    let first = sections.partition_point(|section| section.range.start < range.start);
    let near = sections[first..]
        .iter()
        .enumerate()
        .take_while(|(_, section)| section.range.start < range.end);
    near.filter(|(_, section)| matches!(section.kind, SectionKind::Heading(_)))
        .map(|(at, _)| first + at)
        .collect()
}

/// Writes entries as a list in lists; `href` gives where an id leads to.
pub(super) fn list(entries: &[TocEntry], href: &dyn Fn(&str) -> String, out: &mut String) {
    let mut depth = 0;
    for (index, entry) in entries.iter().enumerate() {
        if index == 0 {
            out.push_str("<ol>\n");
        } else if entry.depth > depth {
            out.push_str("\n<ol>\n");
        } else {
            out.push_str("</li>\n");
            for _ in entry.depth..depth {
                out.push_str("</ol></li>\n");
            }
        }
        depth = entry.depth;
        let more = entry.more.as_ref();
        let more = more.map(|more| format!(" <small>{}</small>", escaped(more)));
        out.push_str(&format!(
            "<li><a href=\"{}\">{}</a>{}",
            escaped(&href(&entry.id)),
            escaped(&entry.words),
            more.unwrap_or_default()
        ));
    }
    if !entries.is_empty() {
        out.push_str("</li>\n");
        for _ in 0..depth {
            out.push_str("</ol></li>\n");
        }
        out.push_str("</ol>\n");
    }
}

/// Tells whether a piece is a heading on the page.
pub(super) fn level_of(kind: PieceKind) -> Option<u8> {
    match kind {
        PieceKind::Heading(level) | PieceKind::ItemHeading(_, level) => Some(level),
        _ => None,
    }
}

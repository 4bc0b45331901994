//! What is meant by this passage: the selection, the entry of the sidebar, or where the reader is in the text.

use crate::app::node::Node;
use crate::app::sidebar::Focus;
use crate::app::{App, whereabouts};
use crate::speech::{ItemForm, ItemIndex, Outline};
use crate::text::{TextPos, TextRange};

/// What one points to where nothing is selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pointed {
    /// An item in the sidebar.
    Item(ItemIndex),
    /// A section in the sidebar.
    Section(usize),
    /// A place in the text.
    Text(TextPos),
}

/// A passage that is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct HerePassage {
    /// The passage.
    pub range: TextRange,
    /// The item that it is, whole, if it is one.
    pub item: Option<ItemIndex>,
}

impl App {
    /// Returns what is pointed to.
    pub(super) fn pointed(&self) -> Option<Pointed> {
        let open = self.shelf.document()?;
        let row = self.screen.sidebar.at_cursor().filter(|_| self.screen.focus() == Focus::Sidebar);
        Some(match row.map(|row| row.node) {
            Some(Node::Item(item)) => Pointed::Item(item),
            Some(Node::Section(section)) => Pointed::Section(section),
            Some(Node::Speech(_) | Node::Saved(_)) | None => Pointed::Text(open.place()),
        })
    }

    /// Returns the passage that is meant: the selection; the item in the sidebar; the item of which the reader is in the
    /// first paragraph; else the paragraph.
    pub(super) fn passage(&self) -> Option<HerePassage> {
        if let Some(selection) = self.reading.selection {
            return Some(HerePassage { range: selection.range(), item: None });
        }
        let speech = &self.shelf.document()?.speech;
        let outline = &speech.outline;
        let place = match self.pointed()? {
            Pointed::Item(item) => {
                let range = outline.items.get(item)?.range;
                return Some(HerePassage { range, item: Some(item) });
            }
            Pointed::Section(section) => outline.sections.get(section)?.range.start,
            Pointed::Text(place) => place,
        };
        let block = speech.blocks.get(speech.block_at(place))?.range;
        let mut at = outline.item_at(place);
        while let Some(item) = at {
            if begins(outline, item, place, block) {
                let range = outline.items[item].range;
                return Some(HerePassage { range, item: Some(item) });
            }
            at = outline.items[item].parent;
        }
        Some(HerePassage { range: block, item: None })
    }

    /// Names the item that a passage is, if that has more than one paragraph.
    pub(super) fn whole_item(&self, passage: HerePassage) -> Option<String> {
        let speech = &self.shelf.document()?.speech;
        let last = TextPos::new(passage.range.end.get().saturating_sub(1));
        let is_long = speech.block_at(passage.range.start) < speech.block_at(last);
        let item = passage.item.filter(|_| is_long)?;
        Some(whereabouts::item_name(speech, item, self.look.messages()))
    }
}

/// Returns whether an item begins in a paragraph, or, if it stands inside one, at a place.
pub(super) fn begins(outline: &Outline, item: ItemIndex, place: TextPos, block: TextRange) -> bool {
    let item = &outline.items[item];
    match item.form {
        ItemForm::Paragraph => block.contains(item.marker.start),
        ItemForm::Inline => item.range.start == place,
    }
}

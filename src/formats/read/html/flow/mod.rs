//! From the elements and words of a page to its lines.
//!
//! Elements come in one by one, from a tree or from a stream; nothing here looks ahead. A line
//! knows what the page says about it (heading, list, links, where it stands), not what it is in
//! the end: `article` decides that.

mod meta;
mod tables;
mod whole;

use super::css::{ElementDisplay, Stylesheet};
use super::lists::{Attributes, HtmlList, is_labelled};
use super::piece::{HtmlLine, HtmlPiece, LinkTarget, PageInfo};
use super::state::{HtmlState, Link, Name, PageRegion};
use super::tag::{CellKind, ImpliedEnd, Tag, tag_of};
use crate::formats::read::ImportError;
use crate::formats::read::facts;
use crate::formats::read::limits::Budget;
use whole::Whole;

/// The longest stylesheet that is looked at, in bytes.
const CSS: usize = 1024 * 1024;
/// How many tables are kept, one in the other; deeper ones count for nothing.
const TABLES: usize = 64;

/// The page while it is read.
pub(super) struct HtmlFlow<'a> {
    budget: &'a Budget,
    out: Box<dyn FnMut(HtmlPiece) -> Result<(), ImportError> + 'a>,
    line: HtmlLine,
    look: HtmlState,
    frames: Vec<Frame>,
    lists: Vec<HtmlList>,
    /// The label of an item that has no words yet.
    label: Option<(String, u8)>,
    /// The tables that are open, each in a cell of the one before.
    tables: Vec<Whole>,
    about: PageInfo,
    title: String,
    styles: Stylesheet,
    /// The stylesheet that is being read.
    css: String,
}

/// An open element.
struct Frame {
    name: Box<str>,
    tag: Tag,
    before: HtmlState,
    lists: usize,
    tables: usize,
}

impl<'a> HtmlFlow<'a> {
    pub fn new(
        budget: &'a Budget,
        out: impl FnMut(HtmlPiece) -> Result<(), ImportError> + 'a,
    ) -> Self {
        HtmlFlow {
            budget,
            out: Box::new(out),
            line: HtmlLine::default(),
            look: HtmlState::default(),
            frames: Vec::new(),
            lists: Vec::new(),
            label: None,
            tables: Vec::new(),
            about: PageInfo::default(),
            title: String::new(),
            styles: Stylesheet::default(),
            css: String::new(),
        }
    }

    /// Takes up stylesheets that are not in the page itself.
    pub fn styled(mut self, styles: Stylesheet) -> Self {
        self.styles = styles;
        self
    }

    /// Says that the words that come are of the article, until the element ends.
    pub fn enter_article(&mut self) {
        self.look.within = true;
    }

    /// Begins an element.
    pub fn start(
        &mut self,
        name: &str,
        attr: &dyn Fn(&str) -> Option<String>,
    ) -> Result<(), ImportError> {
        self.budget.step()?;
        let tag = tag_of(name);
        match tag {
            Tag::Break => return self.line_break(),
            Tag::Void => return Ok(()),
            Tag::Meta => {
                self.meta(attr);
                return Ok(());
            }
            _ => {}
        }
        self.close_implied(tag)?;
        if tag.parts() {
            self.end_line()?;
        }
        if name == "hr" {
            return Ok(());
        }
        // Deeper elements count for nothing: their words are kept.
        if self.frames.len() < self.budget.limits.depth {
            self.frames.push(Frame {
                name: name.into(),
                tag,
                before: self.look,
                lists: self.lists.len(),
                tables: self.tables.len(),
            });
        }
        let declared = self.styles.of(name, attr, self.budget)?;
        self.look.declare(declared);
        self.look.take(tag, attr);
        self.structure(tag, attr)
    }

    /// Begins lists, items and tables.
    fn structure(
        &mut self,
        tag: Tag,
        attr: &dyn Fn(&str) -> Option<String>,
    ) -> Result<(), ImportError> {
        let number = |name: &str| attr(name).and_then(|value| value.trim().parse().ok());
        match tag {
            Tag::Ordered | Tag::Unordered => {
                if self.lists.len() >= self.budget.limits.depth {
                    return Ok(());
                }
                let attributes = Attributes {
                    kind: attr("type"),
                    style: attr("style"),
                    start: number("start"),
                    reversed: attr("reversed").map(|_| number("data-count").unwrap_or(1)),
                };
                self.lists.push(match tag {
                    Tag::Ordered => HtmlList::ordered(&attributes),
                    _ => HtmlList::unordered(&attributes),
                });
            }
            Tag::Item => {
                let depth = self.lists.len().saturating_sub(1);
                if let Some(list) = self.lists.last_mut() {
                    let label = list.label(number("value"), depth);
                    self.label = Some((label, depth.min(12) as u8));
                }
            }
            Tag::Table if self.tables.len() < TABLES => self.tables.push(Whole::default()),
            Tag::Row => {
                if let Some(whole) = self.tables.last_mut() {
                    whole.table.row();
                }
            }
            Tag::Cell(kind) => {
                let span = |name: &str| number(name).and_then(|count| usize::try_from(count).ok());
                if let Some(whole) = self.tables.last_mut() {
                    let (columns, rows) = (span("colspan"), span("rowspan"));
                    whole.table.spanning(columns.unwrap_or(1), rows.unwrap_or(1));
                    if kind == CellKind::Head {
                        whole.table.name_column();
                    }
                    whole.cells += 1;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Ends elements whose end may be left out where one like this begins.
    fn close_implied(&mut self, tag: Tag) -> Result<(), ImportError> {
        const NEAR: usize = 64;
        let mut close = None;
        for (back, frame) in self.frames.iter().rev().take(NEAR).enumerate() {
            match tag.ends(frame.tag) {
                ImpliedEnd::Yes => {
                    close = Some(self.frames.len() - 1 - back);
                    // A row ends its last cell and then the row before.
                    if tag != Tag::Row || frame.tag == Tag::Row {
                        break;
                    }
                }
                ImpliedEnd::No => break,
                ImpliedEnd::Ask => {}
            }
        }
        match close {
            Some(at) => self.close_to(at),
            None => Ok(()),
        }
    }

    /// Ends an element. One that was not begun is passed over.
    pub fn end(&mut self, name: &str) -> Result<(), ImportError> {
        const NEAR: usize = 256;
        self.budget.step()?;
        if name == "br"
            || name == "p" && !self.frames.iter().rev().take(NEAR).any(|f| &*f.name == name)
        {
            return self.line_break();
        }
        let near = self.frames.iter().rev().take(NEAR);
        let found = near.enumerate().find(|(_, frame)| &*frame.name == name);
        match found.map(|(back, _)| self.frames.len() - 1 - back) {
            Some(at) => self.close_to(at),
            None => Ok(()),
        }
    }

    /// Ends all elements from the one at `at` on.
    fn close_to(&mut self, at: usize) -> Result<(), ImportError> {
        while self.frames.len() > at {
            let Some(frame) = self.frames.pop() else { break };
            if frame.tag.parts() {
                self.end_line()?;
            }
            match frame.tag {
                Tag::Item => self.end_item()?,
                Tag::Title => {
                    let title = std::mem::take(&mut self.title);
                    let facts = &mut self.about.facts;
                    facts.title = facts.title.take().or_else(|| facts::title(title));
                }
                Tag::Hidden if &*frame.name == "style" => {
                    self.styles.read(&std::mem::take(&mut self.css));
                }
                _ => {}
            }
            while self.tables.len() > frame.tables {
                self.end_table()?;
            }
            self.lists.truncate(frame.lists);
            self.look = frame.before;
        }
        Ok(())
    }

    /// Adds words.
    pub fn text(&mut self, words: &str) -> Result<(), ImportError> {
        self.budget.step()?;
        if self.look.hidden {
            match self.frames.last() {
                Some(frame) if frame.tag == Tag::Title && self.title.len() < 1000 => {
                    self.title.push_str(words);
                }
                Some(frame) if &*frame.name == "style" && self.css.len() < CSS => {
                    self.css.push_str(words);
                }
                _ => {}
            }
            return Ok(());
        }
        if self.look.preformatted {
            for (index, line) in words.split('\n').enumerate() {
                if index > 0 {
                    self.line_break()?;
                }
                self.say(line);
            }
            return Ok(());
        }
        let is_blank = |c: char| c.is_ascii_whitespace();
        let mut rest = words;
        while !rest.is_empty() {
            let word = rest.find(is_blank).unwrap_or(rest.len());
            if word > 0 {
                self.say(&rest[..word]);
            }
            let behind = rest[word..].trim_start_matches(is_blank);
            if behind.len() < rest.len() - word && !self.line.paragraph.ends_blank() {
                self.say(" ");
            }
            rest = behind;
        }
        Ok(())
    }

    fn say(&mut self, words: &str) {
        let state = self.look;
        if !self.line.paragraph.is_blank() && state.shown != self.line.shown {
            // What is hidden within a line is no part of it.
            match state.shown {
                ElementDisplay::No => return self.hide(words),
                ElementDisplay::Yes => {
                    let hidden = std::mem::take(&mut self.line);
                    self.label = Some((hidden.paragraph.label.clone(), hidden.paragraph.depth))
                        .filter(|(label, _)| !label.is_empty());
                    self.hide(&hidden.paragraph.words());
                }
            }
        }
        if self.line.paragraph.is_blank() && !words.trim().is_empty() {
            let line = &mut self.line;
            line.place = state.place;
            line.within = state.within;
            line.shown = state.shown;
            line.paragraph.rank = state.rank;
            line.name = if state.titled > 0 { Name::Title } else { Name::None };
            if let Some((label, depth)) = self.label.take() {
                let bullet = !label.ends_with(['.', ')']);
                if !(bullet && is_labelled(words)) {
                    line.paragraph.label = label;
                    line.paragraph.depth = depth;
                }
            }
        }
        if state.linked != Link::None {
            self.line.linked += words.len();
        }
        if state.linked == Link::Document {
            self.line.file = LinkTarget::Document;
        }
        self.line.paragraph.push(words, state.look);
    }

    fn hide(&mut self, words: &str) {
        if self.look.place < PageRegion::Beside {
            self.about.hidden += words.split_whitespace().count();
        }
    }

    fn line_break(&mut self) -> Result<(), ImportError> {
        if self.look.hidden {
            return Ok(());
        }
        if self.line.paragraph.ends_line() || self.line.paragraph.is_blank() {
            return self.end_line();
        }
        self.line.paragraph.line_break();
        Ok(())
    }

    /// Ends an item. The number of one without words is all there is in a cell.
    fn end_item(&mut self) -> Result<(), ImportError> {
        if let Some((label, _)) = self.label.take()
            && !self.tables.is_empty()
        {
            self.line.paragraph.label = label;
            self.line.place = self.look.place;
            self.line.within = self.look.within;
            return self.end_line();
        }
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), ImportError> {
        let said = std::mem::take(&mut self.line);
        if said.paragraph.is_mute() || said.paragraph.is_blank() && self.tables.is_empty() {
            return Ok(());
        }
        self.give(said)
    }

    /// Ends the page.
    pub fn finish(mut self) -> Result<PageInfo, ImportError> {
        self.close_to(0)?;
        self.end_line()?;
        while !self.tables.is_empty() {
            self.end_table()?;
        }
        Ok(self.about)
    }
}

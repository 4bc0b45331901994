//! From the elements and words of a page to its lines.
//!
//! Elements come in one by one, from a tree or from a stream; nothing here looks ahead. A line
//! knows what the page says about it (heading, list, links, where it stands), not what it is in
//! the end: `article` decides that.

use super::lists::{Attributes, List, is_labelled};
use super::state::{Name, Place, State};
use super::tag::{Ends, Tag, tag_of};
use crate::import::ImportError;
use crate::import::draft::Facts;
use crate::import::facts;
use crate::import::limits::Budget;
use crate::import::paragraph::Paragraph;
use crate::import::sheet::{Table, is_grid};

/// The most lines and bytes of a table that is looked at as a whole; a larger one is a layout.
const TABLE: (usize, usize) = (4_000, 256 * 1024);

/// A line of the page.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub paragraph: Paragraph,
    /// How many of its bytes are links.
    pub linked: usize,
    pub place: Place,
    /// Whether something calls it a title.
    pub name: Name,
    /// Whether it stands in the element that holds the article.
    pub within: bool,
}

/// What is made of the page: a line, or a table of data.
#[derive(Debug)]
pub(super) enum Piece {
    Line(Said),
    /// A table, and a line without words that says where it stands.
    Table(Table, Said),
}

/// The page while it is read.
pub(super) struct Flow<'a> {
    budget: &'a Budget,
    out: Box<dyn FnMut(Piece) -> Result<(), ImportError> + 'a>,
    line: Said,
    look: State,
    frames: Vec<Frame>,
    lists: Vec<List>,
    /// The label of an item that has no words yet.
    label: Option<(String, u8)>,
    table: Option<Whole>,
    pub facts: Facts,
    title: String,
}

/// A table that is kept until its end.
#[derive(Debug, Default)]
struct Whole {
    rows: Vec<Vec<Vec<Said>>>,
    lines: usize,
    bytes: usize,
}

/// An open element.
struct Frame {
    name: Box<str>,
    tag: Tag,
    before: State,
    lists: usize,
}

impl<'a> Flow<'a> {
    pub fn new(budget: &'a Budget, out: impl FnMut(Piece) -> Result<(), ImportError> + 'a) -> Self {
        Flow {
            budget,
            out: Box::new(out),
            line: Said::default(),
            look: State::default(),
            frames: Vec::new(),
            lists: Vec::new(),
            label: None,
            table: None,
            facts: Facts::default(),
            title: String::new(),
        }
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
            let frame =
                Frame { name: name.into(), tag, before: self.look, lists: self.lists.len() };
            self.frames.push(frame);
        }
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
                    Tag::Ordered => List::ordered(&attributes),
                    _ => List::unordered(&attributes),
                });
            }
            Tag::Item => {
                let depth = self.lists.len().saturating_sub(1);
                if let Some(list) = self.lists.last_mut() {
                    let label = list.label(number("value"), depth);
                    self.label = Some((label, depth.min(12) as u8));
                }
            }
            Tag::Table => match self.table.take() {
                // A table in a table: the outer one is a layout.
                Some(outer) => self.spill(outer)?,
                None => self.table = Some(Whole::default()),
            },
            Tag::Row => {
                if let Some(whole) = &mut self.table {
                    whole.rows.push(Vec::new());
                }
            }
            Tag::Cell => {
                if let Some(row) = self.table.as_mut().and_then(|whole| whole.rows.last_mut()) {
                    row.push(Vec::new());
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
                Ends::Yes => {
                    close = Some(self.frames.len() - 1 - back);
                    // A row ends its last cell and then the row before.
                    if tag != Tag::Row || frame.tag == Tag::Row {
                        break;
                    }
                }
                Ends::No => break,
                Ends::Ask => {}
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
                Tag::Item => self.label = None,
                Tag::Table => {
                    if let Some(whole) = self.table.take() {
                        self.end_table(whole)?;
                    }
                }
                Tag::Title => {
                    let title = std::mem::take(&mut self.title);
                    self.facts.title = self.facts.title.take().or_else(|| facts::title(title));
                }
                _ => {}
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
            if self.frames.last().is_some_and(|frame| frame.tag == Tag::Title)
                && self.title.len() < 1000
            {
                self.title.push_str(words);
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
        if self.line.paragraph.is_blank() && !words.trim().is_empty() {
            let line = &mut self.line;
            line.place = state.place;
            line.within = state.within;
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
        if state.linked {
            self.line.linked += words.len();
        }
        self.line.paragraph.push(words, state.look);
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

    fn end_line(&mut self) -> Result<(), ImportError> {
        let said = std::mem::take(&mut self.line);
        if said.paragraph.is_blank() {
            return Ok(());
        }
        let Some(whole) = &mut self.table else { return (self.out)(Piece::Line(said)) };
        whole.lines += 1;
        whole.bytes += said.paragraph.len();
        match whole.rows.last_mut().and_then(|row| row.last_mut()) {
            Some(cell) => cell.push(said),
            // A caption, or words where none should be.
            None => whole.rows.push(vec![vec![said]]),
        }
        if whole.lines > TABLE.0 || whole.bytes > TABLE.1 {
            let whole = std::mem::take(whole);
            self.table = None;
            self.spill(whole)?;
        }
        Ok(())
    }

    /// Gives a table, or its lines if it is a layout.
    fn end_table(&mut self, whole: Whole) -> Result<(), ImportError> {
        if !is_grid(&whole.rows, |said| &said.paragraph) {
            return self.spill(whole);
        }
        let mut at = Said::default();
        let mut table = Table::default();
        for row in whole.rows {
            table.row();
            for cell in row {
                table.cell();
                for said in cell {
                    at.place = at.place.max(said.place);
                    at.within |= said.within;
                    at.linked += said.linked;
                    table.push(said.paragraph);
                }
            }
        }
        (self.out)(Piece::Table(table, at))
    }

    /// Gives the lines of a table that turned out to be a layout.
    fn spill(&mut self, whole: Whole) -> Result<(), ImportError> {
        whole
            .rows
            .into_iter()
            .flatten()
            .flatten()
            .try_for_each(|said| (self.out)(Piece::Line(said)))
    }

    fn meta(&mut self, attr: &dyn Fn(&str) -> Option<String>) {
        let facts = &mut self.facts;
        if attr("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) {
            facts.url = attr("href").filter(|url| url.starts_with("http"));
            return;
        }
        let name = attr("property").or_else(|| attr("name")).or_else(|| attr("itemprop"));
        let Some(content) = attr("content").filter(|content| !content.trim().is_empty()) else {
            return;
        };
        match name.unwrap_or_default().to_ascii_lowercase().as_str() {
            "author" | "article:author" | "dc.creator" => facts.author = Some(content),
            "article:published_time"
            | "datepublished"
            | "pubdate"
            | "dc.date"
            | "date"
            | "dcterms.date" => facts.date = facts::date(&content).or(facts.date),
            "og:url" => facts.url = facts.url.take().or(Some(content)),
            name => {
                if let Some(name) = name.strip_prefix("dienvan.") {
                    facts.stated.set(name, content);
                }
            }
        }
    }

    /// Ends the page.
    pub fn finish(mut self) -> Result<Facts, ImportError> {
        self.close_to(0)?;
        self.end_line()?;
        if let Some(whole) = self.table.take() {
            self.end_table(whole)?;
        }
        Ok(self.facts)
    }
}

//! A speech that is read paragraph by paragraph: where one is, and what commands do.

use super::command::PlainCommand;
use crate::app::whereabouts;
use crate::cli::bookmarks::AddBookmarkArgs;
use crate::cli::output::Output;
use crate::cli::part::{RequestedPart, Spot};
use crate::cli::search;
use crate::cli::setup::Setup;
use crate::i18n::Arg;
use crate::speech::{ItemIndex, Pace, SectionKind, Speech};
use crate::text::{TextPos, TextRange};
use std::io::{self, Write};

/// A speech and where one is in it.
pub(super) struct PlainReader<'s> {
    setup: &'s Setup,
    target: RequestedPart,
    /// The paragraphs that are read, and which of them one is at.
    paragraphs: Vec<TextRange>,
    at: usize,
    searched: Option<String>,
}

impl<'s> PlainReader<'s> {
    /// Opens a speech at what was asked for.
    pub(super) fn new(setup: &'s Setup, target: RequestedPart) -> Self {
        let hides = !setup.settings.reader.furniture;
        let blocks = target.speech.blocks.iter();
        let shown = blocks.filter(|block| !(hides && block.kind.is_hidden()));
        let paragraphs: Vec<TextRange> = shown.map(|block| block.range).collect();
        let start = match target.spot {
            Spot::Whole => TextPos::ZERO,
            Spot::Series(_) | Spot::Item(_) => target.range().start,
        };
        let mut reader = PlainReader { setup, target, paragraphs, at: 0, searched: None };
        reader.at = reader.paragraph_at(start);
        reader
    }

    fn speech(&self) -> &Speech {
        &self.target.speech
    }

    /// Says what is read, and reads the first paragraph.
    pub(super) fn begin(&self, out: &mut Output) -> io::Result<()> {
        let outline = &self.speech().outline;
        let args = [
            ("title", self.speech().meta.title.as_str().into()),
            ("paragraphs", self.paragraphs.len().into()),
            ("items", outline.items.len().into()),
            ("tasks", self.tasks().len().into()),
        ];
        self.say("plain-begin", &args, out)?;
        self.read_here(out)
    }

    /// Reads every paragraph behind the first.
    pub(super) fn read_all(&mut self, out: &mut Output) -> io::Result<()> {
        for at in self.at + 1..self.paragraphs.len() {
            self.at = at;
            self.read_here(out)?;
        }
        Ok(())
    }

    /// Does what a line says; returns whether to go on.
    pub(super) fn take(&mut self, line: &str, out: &mut Output) -> anyhow::Result<bool> {
        match PlainCommand::read(line) {
            PlainCommand::Step(by) => self.step(by, out)?,
            PlainCommand::Task(number) => self.go_task(number, out)?,
            PlainCommand::Address(address) => match Spot::find(self.speech(), &address) {
                Ok(spot) => {
                    let place = RequestedPart { spot, ..self.target.clone() }.range().start;
                    self.go(place, out)?;
                }
                Err(error) => writeln!(out, "{}", error.message(&self.setup.messages))?,
            },
            PlainCommand::Search(words) => {
                self.searched = Some(words);
                self.search(out)?;
            }
            PlainCommand::Again => self.search(out)?,
            PlainCommand::Mark(note) => self.mark(note, out)?,
            PlainCommand::Outline => self.list_outline(out)?,
            PlainCommand::Where => self.tell_place(out)?,
            PlainCommand::Start => self.go(TextPos::ZERO, out)?,
            PlainCommand::End => self.go(TextPos::new(self.speech().text.len()), out)?,
            PlainCommand::Time => self.tell_time(out)?,
            PlainCommand::Help => self.say("plain-help", &[], out)?,
            PlainCommand::Quit => return Ok(false),
            PlainCommand::Unknown(typed) => {
                self.say("plain-unknown", &[("typed", typed.into())], out)?;
            }
        }
        Ok(true)
    }

    fn step(&mut self, by: isize, out: &mut Output) -> io::Result<()> {
        let step = by.signum();
        for _ in 0..by.unsigned_abs() {
            match self.at.checked_add_signed(step).filter(|at| *at < self.paragraphs.len()) {
                Some(at) => self.at = at,
                None => {
                    let id = if step > 0 { "plain-at-end" } else { "plain-at-start" };
                    return self.say(id, &[], out);
                }
            }
            self.read_here(out)?;
        }
        Ok(())
    }

    fn go_task(&mut self, number: Option<u32>, out: &mut Output) -> io::Result<()> {
        let tasks = self.tasks();
        let items = &self.speech().outline.items;
        let here = self.here();
        let found = match number {
            Some(number) => {
                let index = (number as usize).checked_sub(1);
                index.and_then(|index| tasks.get(index).copied())
            }
            None => tasks.into_iter().find(|task| items[*task].range.start > here.start),
        };
        match (found, number) {
            (Some(task), _) => self.go(items[task].range.start, out),
            (None, Some(number)) => {
                self.say("no-such-task", &[("number", number.to_string().into())], out)
            }
            (None, None) => self.say("no-more-tasks", &[], out),
        }
    }

    fn search(&mut self, out: &mut Output) -> io::Result<()> {
        let Some(words) = self.searched.clone() else {
            return self.say("plain-nothing-searched", &[], out);
        };
        let whole = RequestedPart { spot: Spot::Whole, ..self.target.clone() };
        let hits = search::find(&words, &whole);
        let here = self.here();
        let behind = hits.iter().find(|hit| hit.start >= here.end);
        match behind.or(hits.first()).copied() {
            None => self.say("search-not-found", &[("query", words.as_str().into())], out),
            Some(hit) => {
                if behind.is_none() {
                    self.say("search-wrapped", &[], out)?;
                }
                self.go(hit.start, out)
            }
        }
    }

    fn mark(&self, note: Option<String>, out: &mut Output) -> anyhow::Result<()> {
        let args = AddBookmarkArgs::with_note(note);
        args.store(self.setup, self.speech(), self.here())?;
        let quote = self.speech().line(self.here());
        self.say("bookmark-added", &[("quote", quote.into())], out)?;
        Ok(())
    }

    fn list_outline(&self, out: &mut Output) -> io::Result<()> {
        let speech = self.speech();
        let outline = &speech.outline;
        if outline.items.is_empty() {
            return self.say("plain-no-items", &[], out);
        }
        let heads = outline.sections.iter().filter(|section| {
            matches!(section.kind, SectionKind::Series(_) | SectionKind::Heading(_))
        });
        let heads = heads.map(|section| {
            let title = whereabouts::section_title(speech, section.kind, &self.setup.messages);
            (section.range.start, 0, title)
        });
        let items = outline.items.iter().enumerate().map(|(index, item)| {
            let line = format!("{}: {}", outline.address(index), speech.line(item.label));
            (item.range.start, 1, line)
        });
        let mut lines: Vec<(TextPos, u8, String)> = heads.chain(items).collect();
        lines.sort_by_key(|(start, rank, _)| (*start, *rank));
        lines.into_iter().try_for_each(|(.., line)| writeln!(out, "{line}"))
    }

    fn tell_place(&self, out: &mut Output) -> io::Result<()> {
        let place = self.here().start;
        let name = whereabouts::place_name(self.speech(), place, &self.setup.messages);
        let args = [
            ("place", name.into()),
            ("paragraph", (self.at + 1).into()),
            ("paragraphs", self.paragraphs.len().into()),
        ];
        self.say("plain-where", &args, out)
    }

    fn tell_time(&self, out: &mut Output) -> io::Result<()> {
        let settings = self.setup.settings.reading;
        let pace = Pace { reading: settings.words_per_minute, speaking: settings.speaking };
        let whole = TextRange::new(0, self.speech().text.len());
        let rest = TextRange { start: self.here().start, end: whole.end };
        for (id, range) in [("time-of-speech", whole), ("time-of-rest", rest)] {
            let line = whereabouts::time(id, self.speech(), (range, pace), &self.setup.messages);
            writeln!(out, "{line}")?;
        }
        Ok(())
    }

    fn go(&mut self, place: TextPos, out: &mut Output) -> io::Result<()> {
        self.at = self.paragraph_at(place);
        self.read_here(out)
    }

    /// Reads the paragraph one is at on one line, the address of the item that it opens before it.
    fn read_here(&self, out: &mut Output) -> io::Result<()> {
        let here = self.here();
        let outline = &self.speech().outline;
        let opens = |item: &ItemIndex| here.contains(outline.items[*item].range.start);
        let item = (0..outline.items.len()).find(opens);
        match item {
            Some(item) => write!(out, "{}: ", outline.address(item))?,
            None if self.paragraphs.is_empty() => return self.say("text-empty", &[], out),
            None => {}
        }
        writeln!(out, "{}", self.speech().line(here))
    }

    fn here(&self) -> TextRange {
        self.paragraphs.get(self.at).copied().unwrap_or_default()
    }

    fn paragraph_at(&self, place: TextPos) -> usize {
        self.paragraphs.partition_point(|range| range.start <= place).saturating_sub(1)
    }

    fn tasks(&self) -> Vec<ItemIndex> {
        let outline = &self.speech().outline;
        (0..outline.items.len()).filter(|item| outline.is_whole_task(*item)).collect()
    }

    fn say(&self, id: &str, args: &[(&str, Arg<'_>)], out: &mut Output) -> io::Result<()> {
        let messages = &self.setup.messages;
        let said = if args.is_empty() { messages.get(id) } else { messages.with(id, args) };
        writeln!(out, "{said}")
    }
}

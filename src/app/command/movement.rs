//! Going to tasks, items, sections, addresses, per cents, and back.

use crate::app::document::{Here, OpenSpeech, WantedPlace};
use crate::app::layer::PromptPurpose;
use crate::app::sidebar::Focus;
use crate::app::{App, whereabouts};
use crate::settings::action::Action;
use crate::speech::{ItemAddress, ItemIndex, Outline, Role};
use crate::text::TextPos;

/// More units of a selection than a screen has.
const FAR: isize = 10_000;

/// An end of what one moves in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Edge {
    Start,
    End,
}

impl App {
    pub(super) fn go_start(&mut self) {
        self.go_to_edge(Edge::Start);
    }

    /// Goes to the end, or to line `count` of the file.
    pub(super) fn go_end(&mut self, count: Option<u32>) {
        match count {
            Some(line) if self.layers.are_closed() => self.go_line(line),
            _ => self.go_to_edge(Edge::End),
        }
    }

    fn go_to_edge(&mut self, edge: Edge) {
        let (far, units) = match edge {
            Edge::Start => (isize::MIN + 1, -FAR),
            Edge::End => (isize::MAX, FAR),
        };
        if let Some(overlay) = self.layers.top_mut() {
            overlay.layer_mut().step(far);
            return;
        }
        if self.reading.selection.is_some() {
            self.extend_selection(units);
            return;
        }
        if self.screen.focus() == Focus::Sidebar {
            self.screen.sidebar.step(far);
            return;
        }
        self.leave_place();
        let Some(open) = self.shelf.document_mut() else { return };
        match edge {
            Edge::Start => open.restore(Here::default()),
            Edge::End if open.is_whole() => open.go_to_end(),
            Edge::End => {
                open.wanted = Some(WantedPlace::End);
                self.out.say("still-reading");
            }
        }
    }

    /// Goes to a place by a jump: the place left can be gone back to.
    pub(super) fn jump(&mut self, pos: TextPos) {
        self.widen_for(pos);
        self.leave_place();
        let margin = usize::from(self.settings.reader.scroll_margin);
        if let Some(open) = self.shelf.document_mut() {
            open.land(pos, margin);
        }
    }

    /// Notes the place where the reader is, to be gone back to.
    pub(super) fn leave_place(&mut self) {
        if let Some(open) = self.shelf.document_mut() {
            let here = open.place();
            open.jumps.leave(here);
        }
    }

    /// Goes to so many per cent, as typed.
    pub(super) fn go_typed_percent(&mut self, typed: &str) {
        let typed = typed.trim();
        let number = typed.trim_end_matches('%').trim().parse().ok();
        match number.filter(|&percent: &u32| percent <= 100) {
            Some(percent) => self.go_percent(Some(percent)),
            None if typed.is_empty() => {}
            None => self.out.say("percent-wrong"),
        }
    }

    fn go_line(&mut self, line: u32) {
        let found = self.shelf.document().and_then(|open| {
            let blocks = &open.speech.blocks;
            let after = blocks.partition_point(|block| block.line <= line);
            blocks.get(after.saturating_sub(1)).map(|block| block.range.start)
        });
        if let Some(pos) = found {
            self.jump(pos);
        }
    }

    pub(super) fn go_percent(&mut self, count: Option<u32>) {
        let Some(percent) = count else {
            self.layers.ask(PromptPurpose::Percent, "");
            return;
        };
        let Some(open) = self.shelf.document_mut() else { return };
        if !open.is_whole() {
            open.wanted = Some(WantedPlace::Percent(percent));
            self.out.say("still-reading");
            return;
        }
        let pos = open.percent_place(percent);
        self.jump(pos);
    }

    pub(super) fn next_task(&mut self, count: Option<u32>) {
        let is_task = |outline: &Outline, item: ItemIndex| outline.is_whole_task(item);
        if self.has_no_tasks() {
            self.say_no_tasks();
            return;
        }
        let Some(number) = count else { return self.go_on(is_task, "no-more-tasks") };
        let found = self.shelf.document().and_then(|open| numbered_task(open, number));
        self.go_to_item(found, "no-such-task", number)
    }

    pub(super) fn previous_task(&mut self, count: Option<u32>) {
        let is_task = |outline: &Outline, item: ItemIndex| outline.is_whole_task(item);
        if self.has_no_tasks() {
            self.say_no_tasks();
            return;
        }
        self.go_back(is_task, count, "no-earlier-task")
    }

    pub(super) fn next_item(&mut self, count: Option<u32>) {
        let Some(number) = count else { return self.go_on(|_, _| true, "no-more-items") };
        let found = self.shelf.document().and_then(|open| numbered_item(open, number));
        self.go_to_item(found, "no-such-item", number)
    }

    pub(super) fn previous_item(&mut self, count: Option<u32>) {
        self.go_back(|_, _| true, count, "no-earlier-item")
    }

    pub(super) fn next_section(&mut self, count: Option<u32>) {
        let found = self.shelf.document().and_then(|open| {
            let sections = &open.speech.outline.sections;
            match count {
                Some(number) => sections.get(number as usize - 1),
                None => {
                    let place = open.place();
                    sections.get(sections.partition_point(|section| section.range.start <= place))
                }
            }
            .map(|section| section.range.start)
        });
        self.go_or_say(found, "no-more-sections")
    }

    pub(super) fn previous_section(&mut self, count: Option<u32>) {
        let found = self.shelf.document().and_then(|open| {
            let sections = &open.speech.outline.sections;
            let place = open.place();
            let before = sections.partition_point(|section| section.range.start < place);
            let index = before.checked_sub(count.unwrap_or(1) as usize)?;
            Some(sections[index].range.start)
        });
        self.go_or_say(found, "no-earlier-section")
    }

    fn go_on(&mut self, fits: impl Fn(&Outline, ItemIndex) -> bool, none: &str) {
        let found = self.shelf.document().and_then(|open| {
            let outline = &open.speech.outline;
            let place = open.place();
            let from = outline.items.partition_point(|item| item.range.start <= place);
            let next = (from..outline.items.len()).find(|&item| fits(outline, item))?;
            Some(outline.items[next].range.start)
        });
        self.go_or_say(found, none)
    }

    fn go_back(
        &mut self,
        fits: impl Fn(&Outline, ItemIndex) -> bool,
        count: Option<u32>,
        none: &str,
    ) {
        let found = self.shelf.document().and_then(|open| {
            let outline = &open.speech.outline;
            let place = open.place();
            let to = outline.items.partition_point(|item| item.range.start < place);
            let mut earlier = (0..to).rev().filter(|&item| fits(outline, item));
            let item = earlier.nth(count.unwrap_or(1).saturating_sub(1) as usize)?;
            Some(outline.items[item].range.start)
        });
        self.go_or_say(found, none)
    }

    fn go_to_item(&mut self, found: Option<TextPos>, none: &str, number: u32) {
        match found {
            Some(pos) => self.jump(pos),
            None if self.has_no_items() => self.say_no_items(),
            None => {
                self.out.tell(none, [("number", number.into())]);
            }
        }
    }

    fn go_or_say(&mut self, found: Option<TextPos>, none: &str) {
        match found {
            Some(pos) => self.jump(pos),
            None if self.has_no_items() => self.say_no_items(),
            None => self.out.say(none),
        }
    }

    pub(super) fn ask_address(&mut self) {
        self.layers.ask(PromptPurpose::Address, "");
    }

    /// Goes to an address typed by the reader: `nv.3`, or `ID/nv.3` in another speech.
    pub(super) fn go_address(&mut self, typed: &str) {
        let typed = typed.trim();
        if typed.is_empty() {
            return;
        }
        let Ok(address) = typed.parse::<crate::speech::Address>() else {
            return self.no_such_address(typed);
        };
        if let Some(id) = &address.speech {
            match self.shelf.find(id) {
                Some(index) if index != self.shelf.current() => self.open_speech(index),
                Some(_) => {}
                None => return self.no_such_address(typed),
            }
        }
        let Some(item) = &address.item else { return };
        let found = self.shelf.document().and_then(|open| address_place(open, item));
        match found {
            Some(pos) => self.jump(pos),
            None => self.no_such_address(typed),
        }
    }

    fn no_such_address(&mut self, typed: &str) {
        let codes: Vec<String> = self
            .shelf
            .document()
            .map(|open| open.speech.outline.series.iter().take(6).map(|s| s.code()).collect())
            .unwrap_or_default();
        let key = self.reader_key(Action::FilterOutline);
        let args =
            [("address", typed.into()), ("codes", codes.join(", ").into()), ("key", key.into())];
        self.out.warn("no-such-address", args);
    }

    pub(super) fn jump_back(&mut self) {
        if self.return_from_document() {
            return;
        }
        let found = self.shelf.document_mut().and_then(|open| {
            let here = open.place();
            open.jumps.back(here)
        });
        self.return_to(found, "no-jump-back")
    }

    pub(super) fn jump_forward(&mut self) {
        let found = self.shelf.document_mut().and_then(|open| {
            let here = open.place();
            open.jumps.forward(here)
        });
        self.return_to(found, "no-jump-forward")
    }

    fn return_to(&mut self, found: Option<TextPos>, none: &str) {
        let margin = usize::from(self.settings.reader.scroll_margin);
        match (found, self.shelf.document_mut()) {
            (Some(pos), Some(open)) => open.land(pos, margin),
            _ => self.out.say(none),
        }
    }

    /// Says where the reader is now, by the outline.
    pub fn whereabouts(&self) -> String {
        let Some(open) = self.shelf.document() else { return String::new() };
        let speech = &open.speech;
        let (outline, place) = (&speech.outline, open.place());
        let name = whereabouts::place_name(speech, place, self.look.messages());
        match outline.item_at(place) {
            Some(item) if outline.items[item].is_doubtful() => format!("{name} ?"),
            _ => name,
        }
    }
}

fn address_place(open: &OpenSpeech, address: &ItemAddress) -> Option<TextPos> {
    let outline = &open.speech.outline;
    if address.path.is_empty() {
        let series = &outline.series[outline.find_series(address.role, address.number)?];
        let first = series.items.first().map(|&item| outline.items[item].range.start);
        return series.lead.map(|lead| lead.start).or(first);
    }
    outline.find(address).map(|item| outline.items[item].range.start)
}

/// Finds task `number` of the task list one is in, else of the next one, else of the first.
fn numbered_task(open: &OpenSpeech, number: u32) -> Option<TextPos> {
    let outline = &open.speech.outline;
    let here = open.item().map(|item| outline.items[item].series);
    let place = open.place();
    let tasks = |index: &usize| outline.series[*index].role == Role::Task;
    let lists = || (0..outline.series.len()).filter(tasks);
    let starts_after = |index: &usize| {
        let first = outline.series[*index].items.first();
        first.is_some_and(|&item| outline.items[item].range.start > place)
    };
    let mut order: Vec<usize> = here.filter(tasks).into_iter().collect();
    order.extend(lists().filter(starts_after));
    order.extend(lists());
    order.into_iter().find_map(|series| task(outline, series, number))
}

/// Finds item `number` of the series one is in: the list of the innermost item first, then those
/// around it; before the first series, that of the next one.
fn numbered_item(open: &OpenSpeech, number: u32) -> Option<TextPos> {
    let outline = &open.speech.outline;
    let mut at = open.item();
    if at.is_none() {
        let place = open.place();
        let section = outline.section_at(place);
        let series = section.and_then(|section| match outline.sections[section].kind {
            crate::speech::SectionKind::Series(series) => Some(series),
            _ => None,
        });
        let next = outline.items.partition_point(|item| item.range.start <= place);
        let series = series.or_else(|| outline.items.get(next).map(|item| item.series));
        return member(outline, series?, number);
    }
    while let Some(index) = at {
        let item = &outline.items[index];
        let siblings = outline.series[item.series].items.iter().copied();
        let mut siblings = siblings.filter(|&other| outline.items[other].parent == item.parent);
        let found = siblings.find(|&other| outline.items[other].ordinal == number);
        if let Some(found) = found {
            return Some(outline.items[found].range.start);
        }
        at = item.parent;
    }
    None
}

/// Finds task `number` of a list: of a table that of the row, whatever group it is in; where offices are named, of all
/// that they have to do.
fn task(outline: &Outline, series: usize, number: u32) -> Option<TextPos> {
    if outline.has_offices(series) {
        let place = (number as usize).checked_sub(1)?;
        let task = outline.tasks_of(series).nth(place)?;
        return Some(outline.items[task].range.start);
    }
    let mut items = outline.series[series].items.iter().copied();
    let found =
        items.find(|&item| outline.items[item].ordinal == number && outline.is_whole_task(item));
    let found = found.map(|item| outline.items[item].range.start);
    found.or_else(|| member(outline, series, number))
}

fn member(outline: &Outline, series: usize, number: u32) -> Option<TextPos> {
    let found = outline.members(series).find(|&item| outline.items[item].ordinal == number)?;
    Some(outline.items[found].range.start)
}

//! The popup that says why the outline is as it is at hand.

use crate::app::layer::{About, Help, HelpLine, Overlay};
use crate::app::{App, explain, whereabouts};
use crate::speech::{ItemIndex, SectionKind, SeriesIndex, Speech};

impl App {
    pub(super) fn open_explain(&mut self) {
        let Some(open) = self.shelf.document() else { return };
        if open.speech.outline.sections.is_empty() {
            self.out.say("explain-no-items");
            return;
        }
        if let Some(help) = self.explanation() {
            self.layers.open(Overlay::Help(help));
        }
    }

    /// Says why the outline is as it is at hand.
    pub(super) fn explanation(&self) -> Option<Help> {
        let hand = self.hand()?;
        let speech = &self.shelf.document()?.speech;
        let mut lines = Vec::new();
        let mut title = self.look.messages().get("explain-here");
        // A selection has no item of its own, but stands in one.
        let item = hand.item.or_else(|| match hand.series {
            None => speech.outline.item_at(hand.passage.start),
            Some(_) => None,
        });
        let mut series = hand.series;
        if let Some(item) = item {
            let address = speech.outline.address(item).to_string();
            title = self.look.messages().with("explain-title", &[("address", address.into())]);
            self.explain_item(speech, item, &mut lines);
            series = Some(speech.outline.items[item].series);
        } else if series.is_none() {
            let section = speech.outline.section_at(hand.passage.start);
            let section = section.map(|section| speech.outline.sections[section].kind);
            if let Some(kind) = section {
                let name = whereabouts::section_title(speech, kind, self.look.messages());
                let args = [("section", name.into())];
                lines.push(HelpLine::Text(self.look.messages().with("explain-no-item", &args)));
            }
            if let Some(SectionKind::Series(index)) = section {
                series = Some(index);
            }
        }
        if let Some(series) = series {
            self.explain_series(speech, series, &mut lines);
        }
        Some(Help { about: About::Outline, title, lines, scroll: 0 })
    }

    fn explain_item(&self, speech: &Speech, item: ItemIndex, lines: &mut Vec<HelpLine>) {
        let address = speech.outline.address(item).to_string();
        let line = speech.outline.items[item].line.to_string();
        let args = [("address", address.into()), ("line", line.into())];
        lines.push(HelpLine::Heading(self.look.messages().with("explain-item", &args)));
        let why = explain::item(speech, item, self.look.messages()).lines();
        lines.extend(why.into_iter().map(HelpLine::Text));
        let slips = speech.outline.diagnostics.iter().filter(|slip| slip.item == item);
        let mut slips = slips.peekable();
        if slips.peek().is_some() {
            lines.push(HelpLine::Blank);
            lines.push(HelpLine::Heading(self.look.messages().get("explain-slips")));
        }
        lines.extend(
            slips.map(|slip| HelpLine::Text(explain::slip(speech, *slip, self.look.messages()))),
        );
    }

    fn explain_series(&self, speech: &Speech, series: SeriesIndex, lines: &mut Vec<HelpLine>) {
        if !lines.is_empty() {
            lines.push(HelpLine::Blank);
        }
        let name = explain::series_name(speech, series, self.look.messages());
        lines.push(HelpLine::Heading(name));
        lines.push(HelpLine::Text(explain::series(speech, series, self.look.messages())));
    }
}

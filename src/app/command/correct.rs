//! Correcting the outline: what is at hand, the menu of what can be done with it, and doing it.

use super::here::{Pointed, begins};
use super::quoted;
use crate::app::amended::{change_message, kind_name, state_message};
use crate::app::event::Effect;
use crate::app::layer::{
    CorrectionList, Overlay, OverlayLayer, Picker, PickerChoice, PickerSource, PickerTarget,
    PromptPurpose, RoleOf,
};
use crate::app::notice::Notice;
use crate::app::{App, whereabouts};
use crate::settings::action::Action;
use crate::speech::correction::{Edit, Filed, of_blocks, of_item, of_series};
use crate::speech::{
    BlockKind, Change, Extent, FurnitureKind, ItemIndex, Outline, Role, SectionKind, SeriesIndex,
    Speech,
};
use crate::text::TextRange;

/// What a correction can be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hand {
    /// The paragraphs.
    pub passage: TextRange,
    /// The item that they open.
    pub opens: Option<ItemIndex>,
    /// The innermost item around them.
    pub item: Option<ItemIndex>,
    /// The list of that item, or the list itself.
    pub series: Option<SeriesIndex>,
}

impl App {
    /// Returns what is at hand: the selection, the entry of the sidebar, or the paragraph.
    pub(super) fn hand(&self) -> Option<Hand> {
        let open = self.shelf.document()?;
        let (speech, outline) = (&open.speech, &open.speech.outline);
        if let Some(selection) = self.reading.selection {
            let passage = of_blocks(speech, selection.range())?;
            return Some(Hand { passage, opens: None, item: None, series: None });
        }
        let (place, item) = match self.pointed()? {
            Pointed::Item(item) => (outline.items.get(item)?.range.start, Some(item)),
            Pointed::Section(section) => {
                let section = outline.sections.get(section)?;
                if let SectionKind::Series(series) = section.kind {
                    let passage = of_series(speech, series)?;
                    return Some(Hand { passage, opens: None, item: None, series: Some(series) });
                }
                (section.range.start, None)
            }
            Pointed::Text(place) => (place, outline.item_at(place)),
        };
        let block = speech.blocks.get(speech.block_at(place))?.range;
        let opens = item.filter(|&item| begins(outline, item, place, block));
        let passage = match opens {
            Some(item) => of_item(speech, item)?,
            None => of_blocks(speech, block)?,
        };
        let series = item.map(|item| outline.items[item].series);
        Some(Hand { passage, opens, item, series })
    }

    /// Returns what is at hand and its speech, once all of that is known.
    fn correctable(&mut self) -> Option<(Hand, Speech)> {
        let open = self.shelf.document()?;
        if open.speech.extent != Extent::Whole {
            self.out.say("still-reading");
            return None;
        }
        let speech = open.speech.clone();
        Some((self.hand()?, speech))
    }

    /// Returns the menu of what can be done with what is at hand.
    pub(super) fn correct_picker(&mut self) -> Option<Picker> {
        let (hand, speech) = self.correctable()?;
        let outline = &speech.outline;
        let some = self.shelf.document().is_some_and(|open| !open.corrections.is_empty());
        let level = hand.item.map_or(0, |item| outline.items[item].level);
        let plain = touched(&speech, hand.passage).all(|kind| {
            matches!(kind, BlockKind::Paragraph | BlockKind::Continuation | BlockKind::Item)
        });
        let fits = |action: Action| match action {
            Action::MakeItem => hand.opens.is_none() && hand.passage != TextRange::default(),
            Action::DropItem => hand.opens.is_some(),
            Action::ItemRole | Action::Deeper => hand.item.is_some(),
            Action::Shallower => level > 1,
            Action::SeriesRole | Action::RenameSeries => hand.series.is_some(),
            Action::MarkText => !plain,
            Action::UndoCorrection | Action::Corrections => some,
            _ => true,
        };
        let all = [
            Action::MakeItem,
            Action::DropItem,
            Action::Deeper,
            Action::Shallower,
            Action::ItemRole,
            Action::SeriesRole,
            Action::RenameSeries,
            Action::MarkFurniture,
            Action::MarkText,
            Action::UndoCorrection,
            Action::Corrections,
            Action::Explain,
        ];
        let contexts = self.contexts();
        let choices = all.into_iter().filter(|&action| fits(action)).map(|action| {
            // The item or list that is meant may have begun further up.
            let detail = about(&speech.outline, hand, action);
            let keys = self.settings.keymap.keys_of(contexts, action);
            let detail = detail.or(keys.into_iter().next()).unwrap_or_default();
            let help = self.look.messages().get(&action.message());
            PickerChoice::new(help, detail, action.name(), PickerTarget::Action(action))
        });
        let picker = Picker::new(PickerSource::Correct, choices.collect(), 0);
        Some(picker.about(quote(&speech, hand.passage)))
    }

    pub(super) fn make_item(&mut self) {
        let Some((hand, speech)) = self.correctable() else { return };
        if hand.opens.is_some() {
            self.out.say("correction-already-item");
            return;
        }
        self.correct(&speech, hand.passage, Change::Item)
    }

    pub(super) fn drop_item(&mut self) {
        self.correct_item(|_| Some(Change::Drop))
    }

    /// Puts the item at hand so many levels deeper.
    pub(super) fn shift_level(&mut self, by: i8) {
        self.correct_item(|level| {
            level.checked_add_signed(by).filter(|&level| level > 0).map(Change::Level)
        })
    }

    /// Changes the item at hand; `change` is given its level, and gives nothing where that cannot
    /// be.
    fn correct_item(&mut self, change: impl Fn(u8) -> Option<Change>) {
        let Some((hand, speech)) = self.correctable() else { return };
        let Some(item) = hand.item else {
            self.out.say("correction-no-item");
            return;
        };
        let Some(range) = of_item(&speech, item) else { return };
        match change(speech.outline.items[item].level) {
            Some(change) => self.correct(&speech, range, change),
            None => {
                self.out.say("correction-top-level");
            }
        }
    }

    /// Asks for the role of the item or of the list at hand.
    pub(super) fn ask_role(&mut self, of: RoleOf) {
        self.pick(PickerSource::Role(of));
    }

    pub(super) fn role_picker(&mut self, of: RoleOf) -> Option<Picker> {
        let (hand, speech) = self.correctable()?;
        let subject = match of {
            RoleOf::Item => hand.item.and_then(|item| of_item(&speech, item)),
            RoleOf::Series => hand.series.and_then(|series| of_series(&speech, series)),
        };
        let Some(passage) = subject else {
            self.out.say(match of {
                RoleOf::Item => "correction-no-item",
                RoleOf::Series => "correction-no-series",
            });
            return None;
        };
        let subject = match (of, hand.series) {
            (RoleOf::Series, Some(series)) => {
                whereabouts::series_title(&speech, series, self.look.messages())
            }
            _ => quote(&speech, passage),
        };
        let choice = |role: Role| {
            let name = whereabouts::role_name(role, self.look.messages());
            PickerChoice::new(name, role.code().to_owned(), role.name(), PickerTarget::Role(role))
        };
        let choices = Role::ALL.into_iter().map(choice).collect();
        Some(Picker::new(PickerSource::Role(of), choices, 0).about(subject))
    }

    pub(super) fn set_role(&mut self, of: RoleOf, role: Role) {
        match of {
            RoleOf::Item => self.correct_item(|_| Some(Change::Role(role))),
            RoleOf::Series => self.correct_series(None, Change::SeriesRole(role)),
        }
    }

    /// Asks for the name of the list at hand.
    pub(super) fn ask_series_title(&mut self) {
        let Some((hand, speech)) = self.correctable() else { return };
        let Some(series) = hand.series else {
            self.out.say("correction-no-series");
            return;
        };
        self.layers.ask(PromptPurpose::SeriesTitle(series), &speech.outline.series[series].title);
    }

    pub(super) fn set_series_title(&mut self, series: SeriesIndex, typed: &str) {
        let title = crate::text::printable(typed).trim().to_owned();
        // Nothing typed is nothing wished.
        if title.is_empty() {
            return;
        }
        self.correct_series(Some(series), Change::SeriesTitle(title))
    }

    fn correct_series(&mut self, series: Option<SeriesIndex>, change: Change) {
        let Some((hand, speech)) = self.correctable() else { return };
        let series = series.or(hand.series);
        match series.and_then(|series| of_series(&speech, series)) {
            Some(range) => self.correct(&speech, range, change),
            None => {
                self.out.say("correction-no-series");
            }
        }
    }

    /// Asks what the paragraphs at hand are, if not the speech.
    pub(super) fn furniture_picker(&mut self) -> Option<Picker> {
        let (hand, speech) = self.correctable()?;
        let choice = |kind: FurnitureKind| {
            let name = kind_name(kind, self.look.messages());
            PickerChoice::new(name, String::new(), kind.name(), PickerTarget::Furniture(kind))
        };
        let choices = FurnitureKind::ALL.into_iter().map(choice).collect();
        let picker = Picker::new(PickerSource::Furniture, choices, 0);
        Some(picker.about(quote(&speech, hand.passage)))
    }

    /// Says what the paragraphs at hand are.
    pub(super) fn mark_as(&mut self, change: Change) {
        let Some((hand, speech)) = self.correctable() else { return };
        self.correct(&speech, hand.passage, change)
    }

    fn correct(&mut self, speech: &Speech, range: TextRange, change: Change) {
        self.reading.selection = None;
        self.tell_correction("correction-made", &change);
        self.edit(Edit::Add(Filed::new(speech, range, change, self.now)))
    }

    /// Takes back the correction made last in this speech.
    pub(super) fn undo_correction(&mut self) {
        let last = self.shelf.document().and_then(|open| open.corrections.last());
        match last.map(|checked| checked.filed.clone()) {
            Some(filed) => self.take_back(filed),
            None => {
                self.out.say("corrections-none");
            }
        }
    }

    fn take_back(&mut self, filed: Filed) {
        self.tell_correction("correction-undone", &filed.correction.change);
        let id = filed.correction.id.clone();
        self.corrections.take_back(filed);
        self.edit(Edit::Remove(id))
    }

    /// Makes the correction again that was taken back last.
    fn redo_correction(&mut self) {
        match self.corrections.redo() {
            Some(filed) => {
                self.tell_correction("correction-restored", &filed.correction.change);
                self.edit(Edit::Add(filed))
            }
            None => {
                self.out.say("undo-nothing");
            }
        }
    }

    fn edit(&mut self, edit: Edit) {
        let index = self.shelf.current();
        let Some(open) = self.shelf.document() else { return };
        self.out.want(Effect::Correct(index, vec![edit], Box::new(open.speech.clone())));
    }

    pub(super) fn tell_correction(&mut self, id: &str, change: &Change) {
        let key = self.key_here(Action::Correct);
        let what = change_message(change);
        self.out.tell(id, [("what", what.into()), ("key", key.into())]);
    }

    /// Does what an action means in the list of corrections.
    pub(super) fn perform_in_corrections(&mut self, action: Action) -> bool {
        let Some(Overlay::Corrections(list)) = self.layers.top() else { return false };
        let checked = list.at_cursor().cloned();
        match (action, checked) {
            (Action::Accept, None) => drop(self.layers.close()),
            (Action::Accept, Some(checked)) => match checked.state.range() {
                Some(range) => {
                    self.layers.close();
                    self.screen.focus_text();
                    self.jump(range.start);
                }
                None => self.out.notice(Notice::trouble(state_message(&checked.state))),
            },
            (Action::Delete, Some(checked)) => self.take_back(checked.filed),
            (Action::Delete, None) => {}
            (Action::Undo, _) => self.redo_correction(),
            _ => return false,
        }
        true
    }

    pub(super) fn open_corrections(&mut self) {
        let mut list = CorrectionList::default();
        list.settle(&self.under());
        // The last one is the one most likely to be looked for.
        list.step(isize::MAX);
        self.layers.open(Overlay::Corrections(list));
    }
}

/// Returns the address of the item, or the code of the list, that an action changes.
fn about(outline: &Outline, hand: Hand, action: Action) -> Option<String> {
    match action {
        Action::DropItem | Action::Deeper | Action::Shallower | Action::ItemRole => {
            hand.item.map(|item| outline.address(item).to_string())
        }
        Action::SeriesRole | Action::RenameSeries => {
            hand.series.map(|series| outline.series[series].code())
        }
        _ => None,
    }
}

/// Returns what the paragraphs are that a range touches.
fn touched(speech: &Speech, range: TextRange) -> impl Iterator<Item = BlockKind> + '_ {
    let from = speech.block_at(range.start);
    let blocks = speech.blocks.iter().skip(from);
    blocks.take_while(move |block| block.range.start < range.end).map(|block| block.kind)
}

fn quote(speech: &Speech, range: TextRange) -> String {
    let words = speech.line(range);
    format!("“{}”", quoted(&words))
}

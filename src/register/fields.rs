//! Lines that tell one thing of the tasks above them: "Cơ quan chủ trì: Sở Tài chính.", "Thời gian thực hiện: Quý III/2025."
//!
//! Plans are written so. A group of such lines tells of the tasks between it and the group before.

use super::assignment::Assignment;
use super::cues::{Cue, DUE_LABEL, LABEL, LEAD_LABEL, PARTNER_LABEL};
use super::deadline::of_cell;
use super::line::{Gap, Line};
use super::source::RegisterSource;
use crate::speech::ItemIndex;
use crate::text::TextRange;
use std::ops::Range;

/// What a line tells.
pub(super) struct TaskField {
    label: Cue,
    value: Range<usize>,
}

/// Reads a line as a field: a label, a colon, and maybe a value.
pub(super) fn field_of(line: &Line<'_>) -> Option<TaskField> {
    let labels = [LEAD_LABEL, PARTNER_LABEL, DUE_LABEL, LABEL];
    labels.into_iter().find_map(|label| {
        let count = line.cue(0, label)?;
        let alone = count == line.len() && line.announces();
        (alone || line.gap(count) == Gap::Colon)
            .then(|| TaskField { label, value: count..line.len() })
    })
}

impl TaskField {
    /// Tells whether it says something of what stands above, and is no label of a task: "Nhiệm vụ: Rà soát …".
    pub fn tells_of_above(&self) -> bool {
        self.label != LABEL || self.value.is_empty()
    }
}

/// The tasks that the next field will tell of.
#[derive(Default)]
pub(super) struct FieldRun {
    start: usize,
    told: Told,
}

#[derive(Default, PartialEq, Eq)]
enum Told {
    #[default]
    Nothing,
    Fields,
}

impl FieldRun {
    /// Begins anew, behind so many assignments.
    pub fn begin(&mut self, at: usize) {
        *self = FieldRun { start: at, told: Told::Nothing };
    }

    /// Takes note that another assignment comes: behind fields it is the first of a new run.
    pub fn pass(&mut self, at: usize) {
        if self.told == Told::Fields {
            self.begin(at);
        }
    }

    /// Gives what a field tells to the tasks above it that lie in the same item and say nothing of it themselves.
    pub fn tell(
        &mut self,
        source: &RegisterSource<'_>,
        line: &Line<'_>,
        (item, field): (Option<ItemIndex>, TaskField),
        out: &mut [Assignment],
    ) {
        self.told = Told::Fields;
        if field.value.is_empty() || field.label == LABEL {
            return;
        }
        let start = self.start.min(out.len());
        let Some(around) = out.last().map(|last| shared(source, last.item, item)) else { return };
        let range = line.range(field.value.clone());
        let offices = || line.each_office(field.value.clone());
        let speech = source.speech;
        let deadline = || of_cell(&speech.text, range, source.base, &source.vocabulary.deadlines);
        for one in out[start..].iter_mut().filter(|one| around.contains(one.words.start)) {
            match field.label {
                LEAD_LABEL if one.actors.is_empty() || !one.names_its_actors() => {
                    one.actors = offices();
                }
                PARTNER_LABEL => {
                    for office in offices() {
                        if !one.partners.contains(&office) {
                            one.partners.push(office);
                        }
                    }
                }
                DUE_LABEL if one.deadline.is_none() => one.deadline = deadline(),
                _ => {}
            }
        }
    }
}

/// Returns the stretch that the last task and a field lie in together: the innermost item around both, or what follows the last task's
/// outermost list where the field stands in a list beside it.
fn shared(
    source: &RegisterSource<'_>,
    task: Option<ItemIndex>,
    field: Option<ItemIndex>,
) -> TextRange {
    let items = &source.speech.outline.items;
    let around = |at: Option<ItemIndex>| std::iter::successors(at, |at| items[*at].parent);
    let both = around(field).find(|at| around(task).any(|other| other == *at));
    let whole = TextRange::new(0, source.speech.text.len());
    match (both, task, field) {
        (Some(item), ..) => items[item].range,
        (None, Some(task), Some(field)) => {
            // "(2) Tổ chức thực hiện:" stands beside "(1) Nội dung thực hiện:" and holds the fields of it.
            let top = |at: ItemIndex| around(Some(at)).last().unwrap_or(at);
            let (over, of) = (top(field), items[top(task)].series);
            let label = source.line(source.own_words(over));
            let holds = over != field && items[over].series == of && field_of(&label).is_some();
            let first = source.speech.outline.series[of].items[0];
            let start = if holds { items[first].range.start } else { whole.end };
            TextRange { start, end: whole.end }
        }
        (None, Some(task), None) => items[task].range,
        _ => whole,
    }
}

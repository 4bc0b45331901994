//! Which items are tasks of their own, and which only name whose the work in them is.

use super::{Duty, ItemForm, ItemIndex, Outline, Role, SeriesIndex};

impl Outline {
    /// Tells whether an item opens a task of its own: it is a task and not part of another. A heading over tasks
    /// ("III- NHIỆM VỤ, GIẢI PHÁP") is none itself, nor an item that names an office whose work lies in it: of that the
    /// topmost items are. Every row of a table of tasks is one, but for those that name groups.
    pub fn is_whole_task(&self, index: ItemIndex) -> bool {
        if !self.is_work(index) {
            return false;
        }
        let below_office = |at: &ItemIndex| self.items[*at].duty != Duty::Office;
        let mut around = self.around(index).skip(1).take_while(below_office);
        self.table_of(&self.items[index]).is_some() || around.all(|at| !self.is_work(at))
    }

    /// Returns the task of its own that an item opens or is a part of.
    pub fn whole_task(&self, index: ItemIndex) -> Option<ItemIndex> {
        self.around(index).find(|&at| self.is_whole_task(at))
    }

    /// Tells whether a series has items that only name whose the work in them is, so that the numbers of its items are not those of
    /// its tasks.
    pub fn has_offices(&self, series: SeriesIndex) -> bool {
        let series = &self.series[series];
        series.role == Role::Task
            && series.items.iter().any(|&item| self.items[item].duty != Duty::Work)
    }

    /// Returns the tasks of their own that a series has, in reading order.
    pub fn tasks_of(&self, series: SeriesIndex) -> impl Iterator<Item = ItemIndex> + '_ {
        self.series[series].items.iter().copied().filter(|&item| self.is_whole_task(item))
    }

    /// Returns an item and those that it lies in, innermost first.
    fn around(&self, index: ItemIndex) -> impl Iterator<Item = ItemIndex> + '_ {
        std::iter::successors(Some(index), |&at| self.items[at].parent)
    }

    /// Tells whether an item is a task, and its own words are the work.
    fn is_work(&self, index: ItemIndex) -> bool {
        self.items[index].role == Role::Task && !self.heads_tasks(index)
    }

    /// Tells whether an item only heads the tasks in it: it names whose they are, or stands over a series that is not
    /// its own.
    fn heads_tasks(&self, index: ItemIndex) -> bool {
        let item = &self.items[index];
        if item.duty != Duty::Work || self.is_group(item) {
            return true;
        }
        let next = self.items.get(index + 1).filter(|next| next.parent == Some(index));
        next.is_some_and(|next| {
            next.role == Role::Task
                && next.series != item.series
                && next.form == ItemForm::Paragraph
        })
    }
}

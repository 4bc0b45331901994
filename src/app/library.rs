//! The library as the reader sees it: whether it is at hand, what is being done for it, its order, its
//! search, and what was done in it and can be taken back.

use super::event::{Keeping, Stock};
use super::library_search::LibrarySearchState;
use super::scope::ShelfScope;
use crate::library::catalog::{Direction, Order};
use crate::speech::{Amendment, SpeechId};
use std::path::PathBuf;

/// The library.
pub(super) struct LibraryState {
    stock: Stock,
    /// What is being done for it in the background.
    pub(super) keeping: Keeping,
    /// Which speeches its list covers.
    pub(super) scope: ShelfScope,
    /// The order of its list.
    pub(super) order: (Order, Direction),
    /// The search of it.
    pub(super) search: LibrarySearchState,
    /// What can be taken back, the last one last.
    done: Vec<Undoable>,
    change: ChangeBy,
}

/// Something done in the library that can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Undoable {
    /// What is known about the speech of this file was like this before.
    Amended(PathBuf, Amendment),
    /// This speech was deleted.
    Deleted(SpeechId),
    /// These files were taken into the library.
    Imported(Vec<PathBuf>),
}

/// What the change is that is being stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ChangeBy {
    /// A new one.
    Reader,
    /// One that takes another back.
    Undo,
}

impl LibraryState {
    /// Starts as the library was found.
    pub(super) fn new(stock: Stock) -> Self {
        LibraryState {
            stock,
            keeping: match stock {
                Stock::Coming => Keeping::Listing,
                Stock::Named | Stock::Listed => Keeping::Done,
            },
            scope: match stock {
                Stock::Named => ShelfScope::Open,
                Stock::Listed | Stock::Coming => ShelfScope::Library,
            },
            order: (Order::Date, Direction::Usual),
            search: LibrarySearchState::default(),
            done: Vec::new(),
            change: ChangeBy::Reader,
        }
    }

    /// Returns whether its speeches are on the shelf, now or soon.
    pub(super) fn is_in_use(&self) -> bool {
        self.stock != Stock::Named
    }

    /// Takes it that the library's speeches are to come to the shelf; returns whether they were not yet.
    pub(super) fn bring(&mut self) -> bool {
        let is_new = self.stock == Stock::Named;
        if is_new {
            self.stock = Stock::Coming;
            self.keeping = Keeping::Listing;
        }
        is_new
    }

    /// Notes something that can be taken back.
    pub(super) fn note(&mut self, done: Undoable) {
        self.done.push(done);
    }

    /// Returns what was done last, to be taken back.
    pub(super) fn undo(&mut self) -> Option<Undoable> {
        self.done.pop()
    }

    /// Notes that the change being stored takes another back.
    pub(super) fn begin_undo(&mut self) {
        self.change = ChangeBy::Undo;
    }

    /// Returns what the change was that is stored now.
    pub(super) fn end_change(&mut self) -> ChangeBy {
        std::mem::replace(&mut self.change, ChangeBy::Reader)
    }
}

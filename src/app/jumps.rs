//! Where one jumped from, and the way back and forth.

use crate::text::TextPos;

/// The most places that are kept.
const KEPT: usize = 200;

/// A list of places with a current one, as in a browser.
#[derive(Clone, Debug, Default)]
pub struct Jumps {
    back: Vec<TextPos>,
    forward: Vec<TextPos>,
}

impl Jumps {
    /// Notes that one jumped away from `pos`.
    pub fn leave(&mut self, pos: TextPos) {
        self.forward.clear();
        if self.back.last() != Some(&pos) {
            self.back.push(pos);
        }
        if self.back.len() > KEPT {
            self.back.remove(0);
        }
    }

    /// Counts the places that one can go back to.
    pub fn depth(&self) -> usize {
        self.back.len()
    }

    /// Goes back from `here`.
    pub fn back(&mut self, here: TextPos) -> Option<TextPos> {
        Self::step(&mut self.back, &mut self.forward, here)
    }

    /// Goes forward from `here`.
    pub fn forward(&mut self, here: TextPos) -> Option<TextPos> {
        Self::step(&mut self.forward, &mut self.back, here)
    }

    /// Leads all places to where they are now; those that are gone are dropped.
    pub fn lead(&mut self, to: impl Fn(TextPos) -> Option<TextPos>) {
        for list in [&mut self.back, &mut self.forward] {
            *list = list.iter().filter_map(|&pos| to(pos)).collect();
        }
    }

    fn step(from: &mut Vec<TextPos>, to: &mut Vec<TextPos>, here: TextPos) -> Option<TextPos> {
        while let Some(pos) = from.pop() {
            if pos != here {
                to.push(here);
                return Some(pos);
            }
        }
        None
    }
}

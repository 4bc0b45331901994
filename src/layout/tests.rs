//! Lines, panes and rows of known texts. What holds for any text is in `properties`.

mod panes;
mod rows;
mod wrap;

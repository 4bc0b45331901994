//! From a speech and a width to rows, and from a screen's size to panes.
//!
//! Rows are made a block at a time, when they are needed, and kept until the width or the text
//! changes: neither the length of a text nor the place in it costs anything. Knows widths in
//! cells; knows nothing of styles, keys or what the reader is doing.

mod key;
mod panes;
mod popup;
mod rows;
mod table;
#[cfg(test)]
mod tests;
mod wrap;

pub use key::{LayoutKey, markup_of};
pub use panes::{
    Area, AsidePane, Margin, PaneOptions, Panes, SMALLEST, SidebarWidth, THREE_PANES, TextColumns,
    panes, usual_sidebar,
};
pub use popup::{popup, popup_inside, popup_width};
pub use rows::{Layout, Row, RowKind, RowRef};
pub use table::{Span, TableLine};
pub use wrap::{Widths, wrap};

//! The small parts of the state; what keys do to the whole of it is tested with the screen.

mod explaining;
mod lines;
mod lists;
mod places;

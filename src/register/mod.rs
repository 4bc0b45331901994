//! The register: what a text says of its tasks besides what is to be done.
//!
//! Everything it tells is words of the text with their place; what the text does not say is not there.

pub mod deadline;
mod task;

pub use task::deadlines_of;

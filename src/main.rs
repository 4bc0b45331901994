//! The `dienvan` command.

fn main() {}

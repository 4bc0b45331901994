//! What must match and what must not, and why.

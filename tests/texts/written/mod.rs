//! Speeches written to files: what reads them again finds the same outline, and other programs find them sound. Tests
//! that need those programs are ignored unless asked for (CONTRIBUTING.md).

mod again;
mod browser;
mod corpus;
mod epubcheck;
mod pandoc;

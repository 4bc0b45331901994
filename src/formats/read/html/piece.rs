//! The pieces that a page is made of, and what it says of itself.

use super::css::ElementDisplay;
use super::state::{Name, PageRegion};
use crate::formats::read::draft::FileProperties;
use crate::formats::read::paragraph::Paragraph;
use crate::formats::read::table::{DraftTable, HasWords};

/// A line of the page.
#[derive(Debug, Default)]
pub(super) struct HtmlLine {
    pub paragraph: Paragraph,
    /// How many of its bytes are links.
    pub linked: usize,
    pub place: PageRegion,
    /// Whether something calls it a title.
    pub name: Name,
    /// Whether it stands in the element that holds the article.
    pub within: bool,
    /// Whether the page shows it.
    pub shown: ElementDisplay,
    /// Whether it links to a file that is no page.
    pub file: LinkTarget,
}

/// What the links of a line lead to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum LinkTarget {
    /// Pages, or nothing.
    #[default]
    Pages,
    /// A document to fetch, among others.
    Document,
}

/// What a page says of itself, and what of it is not in its pieces.
#[derive(Debug, Default)]
pub(super) struct PageInfo {
    pub facts: FileProperties,
    /// The title in the card that other sites show of it.
    pub card: Option<String>,
    /// The name of the site.
    pub site: Option<String>,
    /// How many words within lines the page hides.
    pub hidden: usize,
}

impl HasWords for HtmlLine {
    fn paragraph(&self) -> &Paragraph {
        &self.paragraph
    }
}

/// What is made of the page: a line, or a table of data.
#[derive(Debug)]
pub(super) enum HtmlPiece {
    Line(HtmlLine),
    /// A table, and a line without words that says where it stands.
    Table(DraftTable, HtmlLine),
}

impl HtmlPiece {
    /// Returns the line, or of a table its place and words as one.
    pub fn line(&self) -> &HtmlLine {
        match self {
            HtmlPiece::Line(line) | HtmlPiece::Table(_, line) => line,
        }
    }
}

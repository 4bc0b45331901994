//! What holds for the words of a page at a place: how they look, where they stand, what they are.

use super::css::{Declared, ElementDisplay, declarations, declared};
use super::tag::{Tag, is_beside, is_own, is_title};
use crate::formats::read::paragraph::{LetterCase, Look, ParagraphRank};

/// Where on a page a line stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum PageRegion {
    #[default]
    Text,
    /// In the head of the page or of an article.
    Header,
    /// Under a picture.
    Caption,
    /// Beside the text, or not shown.
    Beside,
}

/// What an element's name or class says of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Name {
    #[default]
    None,
    Title,
}

/// Where words lead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Link {
    #[default]
    None,
    Page,
    /// A file to fetch.
    Document,
}

/// Tells where a link leads.
fn link(href: &str) -> Link {
    const ENDINGS: [&str; 14] = [
        ".pdf", ".doc", ".docx", ".docm", ".rtf", ".odt", ".xls", ".xlsx", ".ppt", ".pptx", ".zip",
        ".rar", ".7z", ".epub",
    ];
    let path = href.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    match ENDINGS.iter().any(|ending| path.ends_with(ending)) {
        true => Link::Document,
        false => Link::Page,
    }
}

/// What holds for the words that come.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct HtmlState {
    pub look: Look,
    pub linked: Link,
    pub hidden: bool,
    /// Whether a style or the page itself keeps it from being shown.
    pub shown: ElementDisplay,
    pub preformatted: bool,
    pub place: PageRegion,
    pub rank: ParagraphRank,
    /// How many elements around are allowed between a line and the one called a title.
    pub titled: u8,
    pub within: bool,
}

impl HtmlState {
    /// Takes up what an element says of the words in it.
    pub fn take(&mut self, tag: Tag, attr: &dyn Fn(&str) -> Option<String>) {
        let state = &mut *self;
        state.titled = state.titled.saturating_sub(1);
        match tag {
            Tag::Bold => state.look = state.look.bold(),
            Tag::Italic => state.look = state.look.italic(),
            Tag::Link => state.linked = attr("href").map_or(Link::None, |href| link(&href)),
            Tag::Heading(level) => {
                state.rank = ParagraphRank::Heading(level);
                if level == 1 {
                    state.titled = 4;
                }
            }
            Tag::Preformatted => state.preformatted = true,
            Tag::Caption => state.place = state.place.max(PageRegion::Caption),
            Tag::Beside | Tag::Control => state.place = PageRegion::Beside,
            Tag::Header => state.place = state.place.max(PageRegion::Header),
            Tag::Hidden | Tag::Title => state.hidden = true,
            _ => {}
        }
        if tag == Tag::Font
            && let Some(face) = attr("face")
        {
            state.look = state.look.in_font(face.split(',').next().unwrap_or_default());
        }
        if let Some(style) = attr("style") {
            self.style(&style);
        }
        let state = &mut *self;
        if tag == Tag::Hidden || matches!(tag, Tag::Bold | Tag::Italic) {
            return;
        }
        for names in [attr("class"), attr("id"), attr("itemprop")].into_iter().flatten() {
            state.hidden |= is_own(&names);
            if is_title(&names) {
                state.titled = 3;
            }
            if tag.parts() && is_beside(&names) {
                state.place = PageRegion::Beside;
            }
        }
        let role = attr("role");
        if matches!(
            role.as_deref(),
            Some("navigation" | "banner" | "contentinfo" | "search" | "complementary" | "menu")
        ) {
            state.place = PageRegion::Beside;
        }
        if attr("hidden").is_some() {
            state.shown = ElementDisplay::No;
        }
    }

    /// Takes up what a stylesheet says.
    pub fn declare(&mut self, declared: Declared) {
        if let Some(font) = &declared.font {
            self.look = self.look.in_font(font);
        }
        if declared.shown == Some(ElementDisplay::No) {
            self.shown = ElementDisplay::No;
        }
    }

    /// Takes up what a style says.
    fn style(&mut self, style: &str) {
        self.declare(declared(style));
        let state = self;
        for (name, value) in declarations(style) {
            match name.as_str() {
                "font-weight" => match value.to_ascii_lowercase().as_str() {
                    "bold" | "bolder" | "600" | "700" | "800" | "900" => {
                        state.look = state.look.bold();
                    }
                    "normal" | "400" | "lighter" => state.look.weight = Default::default(),
                    _ => {}
                },
                "font-style" if value.eq_ignore_ascii_case("italic") => {
                    state.look = state.look.italic();
                }
                "font-style" => state.look.slant = Default::default(),
                "text-transform" if value.eq_ignore_ascii_case("uppercase") => {
                    state.look.case = LetterCase::Capitals;
                }
                _ => {}
            }
        }
    }
}

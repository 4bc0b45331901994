//! What the elements of HTML mean for the text in them.

/// What an element means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// It stands in a line.
    Inline,
    /// It is a paragraph, or holds some.
    Block,
    Paragraph,
    Bold,
    Italic,
    Link,
    Font,
    Heading(u8),
    Ordered,
    Unordered,
    Item,
    Table,
    Row,
    Cell(CellKind),
    Break,
    Preformatted,
    Caption,
    /// Navigation, what stands beside a text, the foot of a page.
    Beside,
    /// The head of a page or of an article.
    Header,
    /// Choices and buttons: words of the page, not of the text.
    Control,
    /// What is not shown: scripts, styles.
    Hidden,
    Title,
    Meta,
    /// Nothing can be in it.
    Void,
}

/// What a cell of a table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellKind {
    Data,
    /// It names a column or row.
    Head,
}

/// Tells what an element means.
pub(super) fn tag_of(name: &str) -> Tag {
    match name {
        "p" => Tag::Paragraph,
        "b" | "strong" => Tag::Bold,
        "i" | "em" | "cite" | "dfn" => Tag::Italic,
        "a" => Tag::Link,
        "font" => Tag::Font,
        "h1" => Tag::Heading(1),
        "h2" => Tag::Heading(2),
        "h3" => Tag::Heading(3),
        "h4" => Tag::Heading(4),
        "h5" => Tag::Heading(5),
        "h6" => Tag::Heading(6),
        "ol" => Tag::Ordered,
        "ul" | "menu" | "dir" => Tag::Unordered,
        "li" => Tag::Item,
        "table" => Tag::Table,
        "tr" => Tag::Row,
        "td" => Tag::Cell(CellKind::Data),
        "th" => Tag::Cell(CellKind::Head),
        "br" => Tag::Break,
        "pre" | "listing" | "xmp" => Tag::Preformatted,
        "figcaption" => Tag::Caption,
        "nav" | "aside" | "footer" => Tag::Beside,
        "header" => Tag::Header,
        "select" | "option" | "button" | "optgroup" | "datalist" => Tag::Control,
        "script" | "style" | "template" | "svg" | "math" | "object" | "iframe" | "canvas"
        | "audio" | "video" | "textarea" | "noembed" | "noframes" | "noscript" | "applet" => {
            Tag::Hidden
        }
        "title" => Tag::Title,
        "meta" | "link" | "base" => Tag::Meta,
        "img" | "input" | "wbr" | "area" | "col" | "embed" | "param" | "source" | "track" => {
            Tag::Void
        }
        "hr" | "html" | "head" | "body" | "div" | "section" | "article" | "main" | "blockquote"
        | "address" | "center" | "dl" | "dt" | "dd" | "fieldset" | "legend" | "figure" | "form"
        | "hgroup" | "details" | "summary" | "dialog" | "tbody" | "thead" | "tfoot" | "caption"
        | "colgroup" | "search" => Tag::Block,
        _ => Tag::Inline,
    }
}

impl Tag {
    /// Tells whether a paragraph ends where the element begins and ends.
    pub fn parts(self) -> bool {
        matches!(
            self,
            Tag::Block
                | Tag::Paragraph
                | Tag::Heading(_)
                | Tag::Ordered
                | Tag::Unordered
                | Tag::Item
                | Tag::Table
                | Tag::Row
                | Tag::Cell(_)
                | Tag::Preformatted
                | Tag::Caption
                | Tag::Beside
                | Tag::Header
                | Tag::Control
                | Tag::Title
        )
    }

    /// Tells whether an element of this meaning ends an open one of meaning `open`, when their
    /// ends may be left out.
    pub fn ends(self, open: Tag) -> ImpliedEnd {
        match (self, open) {
            (Tag::Item, Tag::Item) | (Tag::Row, Tag::Row) | (Tag::Cell(_), Tag::Cell(_)) => {
                ImpliedEnd::Yes
            }
            (Tag::Row, Tag::Cell(_)) => ImpliedEnd::Yes,
            (Tag::Item, Tag::Ordered | Tag::Unordered) => ImpliedEnd::No,
            (Tag::Row | Tag::Cell(_), Tag::Table) => ImpliedEnd::No,
            (Tag::Item | Tag::Row | Tag::Cell(_), _) => ImpliedEnd::Ask,
            (tag, Tag::Paragraph) if tag.parts() => ImpliedEnd::Yes,
            (tag, open) if tag.parts() && !open.parts() => ImpliedEnd::Ask,
            _ => ImpliedEnd::No,
        }
    }
}

/// Whether an element ends an open one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ImpliedEnd {
    Yes,
    No,
    /// The one around it may tell.
    Ask,
}

/// Words in the class or id of an element that is not of the text around it.
const BESIDE: [&str; 63] = [
    "breadcrumb",
    "menu",
    "navbar",
    "nav-",
    "sidebar",
    "side-bar",
    "related",
    "tinkhac",
    "tin-khac",
    "tinlienquan",
    "tin-lien-quan",
    "lienquan",
    "lien-quan",
    "tbtinkhac",
    "xemthem",
    "xem-them",
    "share",
    "social",
    "comment",
    "binhluan",
    "binh-luan",
    "footer",
    "banner",
    "quangcao",
    "quang-cao",
    "advert",
    "cookie",
    "popup",
    "modal",
    "toolbar",
    "paging",
    "pagination",
    "tags",
    "hashtag",
    "rating",
    "print",
    "ribbon",
    "quicklaunch",
    "linkweb",
    "weblink",
    "truycap",
    "truy-cap",
    "visitor",
    "hitcounter",
    "hit-counter",
    "counter",
    "useronline",
    "clock",
    "dongho",
    "dong-ho",
    "weather",
    "thoitiet",
    "thoi-tiet",
    "poll",
    "binhchon",
    "binh-chon",
    "thamdo",
    "tham-do",
    "survey",
    "addthis",
    "sharethis",
    "fb-like",
    "zalo-share",
];

/// Tells whether a class or id says that an element is not of the text around it.
pub(super) fn is_beside(names: &str) -> bool {
    let names = names.to_ascii_lowercase();
    names.split_ascii_whitespace().any(|name| {
        BESIDE.iter().any(|word| {
            // "tableforprint" holds the text; "print-button" does not.
            match *word {
                "print" | "tags" | "share" | "comment" | "menu" | "footer" | "banner"
                | "rating" | "counter" | "clock" | "poll" | "survey" | "weather" => {
                    name.split(['-', '_']).any(|part| part == *word)
                }
                word => name.contains(word),
            }
        })
    })
}

/// Tells whether a class says that this program wrote an element beside a text it exported: its
/// outline, what it knows of the speech. None of that is of the text.
pub(super) fn is_own(names: &str) -> bool {
    names.split_ascii_whitespace().any(|name| name == "dienvan-note")
}

/// Tells whether a class or id says that an element is the title of a text.
pub(super) fn is_title(names: &str) -> bool {
    let names = names.to_ascii_lowercase();
    names.split_ascii_whitespace().any(|name| {
        ["title", "tieude", "tieu-de", "tieu_de", "headline"].iter().any(|word| name.contains(word))
            && !["other", "site", "folder", "menu", "box", "web"]
                .iter()
                .any(|word| name.contains(word))
    })
}

//! The paragraphs of a page as XHTML, which HTML is too: items as groups in groups, each with its
//! address, and what it is for in words.

use super::about;
use super::mark::{attribute, escape, escaped};
use super::page::{Page, PagePart, PagePiece, PieceKind};
use super::runs::{RunEmphasis, TextRun};
use super::toc::{headings_at, item_id, level_of, series_id};
use crate::i18n::Messages;
use crate::speech::{FurnitureKind, ItemIndex, RowPart, SeriesIndex};
use crate::text::TextPos;
use std::collections::HashSet;
use std::fmt::Write as _;

/// A stretch of the text, as XHTML.
#[derive(Clone, Debug, Default)]
pub(super) struct XhtmlFragment {
    pub body: String,
    /// The ids of the elements in it.
    pub ids: Vec<String>,
    /// How many bytes of words it has.
    pub words: usize,
}

/// Whether addresses are links to themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Links {
    /// They are: a page's reader takes the address of a place from them.
    Kept,
    /// They are words: a book's reader has no use for them.
    None,
}

/// Writes the paragraphs, in one stretch or in as many as `cut` asks for: it is asked for each
/// block outside of all items.
pub(super) fn render(
    page: &Page<'_>,
    messages: &Messages,
    links: Links,
    cut: &dyn Fn(usize, &XhtmlFragment) -> bool,
) -> Vec<XhtmlFragment> {
    let mut renderer = Renderer {
        page,
        messages,
        links,
        out: vec![XhtmlFragment::default()],
        open: Vec::new(),
        told: HashSet::new(),
        level: 1,
    };
    let mut shown = page.pieces.iter().filter(|piece| !Page::is_hidden(piece)).peekable();
    while let Some(piece) = shown.next() {
        if page.part == PagePart::Whole && piece.kind == PieceKind::Title {
            continue;
        }
        let table = page.table_of(piece);
        if table.is_none() {
            renderer.piece(piece, cut);
            continue;
        }
        let mut rows = vec![piece];
        rows.extend(std::iter::from_fn(|| shown.next_if(|next| page.goes_on(next, table))));
        renderer.table(&rows, cut);
    }
    renderer.close(0);
    renderer.out
}

/// Gives the language of the interface as an attribute, where it is not that of the speech.
pub(super) fn language(page: &Page<'_>, messages: &Messages) -> String {
    let code = messages.lang().code();
    match code == of_speech(page) {
        true => String::new(),
        false => attribute("lang", code),
    }
}

/// Gives the language of the speech.
pub(super) fn of_speech<'a>(page: &'a Page<'_>) -> &'a str {
    let language = page.speech.meta.language.as_str();
    let sound = (2..=8).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic());
    if sound { language } else { "vi" }
}

struct Renderer<'a> {
    page: &'a Page<'a>,
    messages: &'a Messages,
    links: Links,
    out: Vec<XhtmlFragment>,
    open: Vec<ItemIndex>,
    /// The ids that were given.
    told: HashSet<String>,
    /// The level of the last heading.
    level: u8,
}

impl Renderer<'_> {
    fn now(&mut self) -> &mut XhtmlFragment {
        if self.out.is_empty() {
            self.out.push(XhtmlFragment::default());
        }
        let last = self.out.len() - 1;
        &mut self.out[last]
    }

    fn say(&mut self, text: &str) {
        self.now().body.push_str(text);
    }

    /// Gives an id, as attributes of an element that can be reached.
    fn id(&mut self, id: String) -> String {
        if !self.told.insert(id.clone()) {
            return String::new();
        }
        let attribute = format!("{} tabindex=\"-1\"", attribute("id", &id));
        self.now().ids.push(id);
        attribute
    }

    fn piece(&mut self, piece: &PagePiece, cut: &dyn Fn(usize, &XhtmlFragment) -> bool) {
        let speech = self.page.speech;
        let at = speech.blocks[piece.block].range;
        self.close_before(at.start);
        if self.open.is_empty() && cut(piece.block, self.now()) {
            self.out.push(XhtmlFragment::default());
            self.level = 1;
        }
        if let Some(item) = piece.item() {
            self.begin(item);
        }
        let ids = headings_at(self.page, piece.block);
        let mut attributes = String::new();
        for id in ids {
            if attributes.is_empty() {
                attributes = self.id(super::toc::heading_id(id));
            }
        }
        let words = self.runs(&piece.runs);
        self.now().words += words.len();
        if let Some(level) = level_of(piece.kind) {
            // No level is left out on the way down.
            let level = level.saturating_add(2).min(self.level + 1).clamp(2, 6);
            self.level = level;
            self.say(&format!("<h{level}{attributes}>{words}</h{level}>\n"));
            return;
        }
        let class = match piece.kind {
            PieceKind::Furniture(FurnitureKind::Front) => " class=\"front\"",
            PieceKind::Furniture(FurnitureKind::Closing) => " class=\"closing\"",
            PieceKind::Furniture(FurnitureKind::Salutation) => " class=\"salutation\"",
            PieceKind::Title => " class=\"title\"",
            _ => "",
        };
        self.say(&format!("<p{class}{attributes}>{words}</p>\n"));
    }

    /// Writes a table. Its rows are items without groups around them, which a table has no place for.
    fn table(&mut self, rows: &[&PagePiece], cut: &dyn Fn(usize, &XhtmlFragment) -> bool) {
        let Some(first) = rows.first() else { return };
        let speech = self.page.speech;
        self.close_before(speech.blocks[first.block].range.start);
        if self.open.is_empty() && cut(first.block, self.now()) {
            self.out.push(XhtmlFragment::default());
            self.level = 1;
        }
        let outline = &speech.outline;
        let opens = |piece: &&PagePiece| {
            let series = outline.items[piece.item()?].series;
            (outline.series[series].items.first() == piece.item().as_ref()).then_some(series)
        };
        if let Some(series) = rows.iter().find_map(opens) {
            self.begin_series(series);
        }
        self.say("<table>\n");
        let is_head = |piece: &&&PagePiece| {
            speech.row_of(piece.block).is_some_and(|(_, row)| row.part == RowPart::Head)
        };
        let heads = rows.iter().take_while(is_head).count();
        for (name, part) in [("thead", &rows[..heads]), ("tbody", &rows[heads..])] {
            if part.is_empty() {
                continue;
            }
            self.say(&format!("<{name}>\n"));
            for (at, piece) in part.iter().enumerate() {
                self.row(piece, if name == "thead" { "th" } else { "td" }, part.len() - at);
            }
            self.say(&format!("</{name}>\n"));
        }
        self.say("</table>\n");
    }

    /// Writes a row, of which so many are left in its part of the table.
    fn row(&mut self, piece: &PagePiece, element: &str, left: usize) {
        let id = piece.item().map(|item| item_id(self.page, item));
        let id = id.map(|id| self.id(id)).unwrap_or_default();
        self.say(&format!("<tr{id}>"));
        for own in &piece.cells {
            let words = self.runs(&own.runs);
            self.now().words += words.len();
            let span = |name: &str, count: usize| match count {
                0 | 1 => String::new(),
                count => attribute(name, &count.to_string()),
            };
            let columns = span("colspan", usize::from(own.cell.columns));
            let rows = span("rowspan", usize::from(own.cell.rows).min(left));
            self.say(&format!("<{element}{columns}{rows}>{words}</{element}>"));
        }
        self.say("</tr>\n");
    }

    /// Ends the items that end before a place.
    fn close_before(&mut self, at: TextPos) {
        let items = &self.page.speech.outline.items;
        let keep = self.open.iter().take_while(|&&item| items[item].range.end > at).count();
        self.close(keep);
    }

    fn close(&mut self, keep: usize) {
        for _ in keep..self.open.len() {
            self.say("</div>\n");
        }
        self.open.truncate(keep);
    }

    /// Begins an item: what its list is, before its first, and a group with the address and role.
    fn begin(&mut self, item: ItemIndex) {
        let outline = &self.page.speech.outline;
        let own = &outline.items[item];
        // What it does not lie in is over.
        let mut around = Vec::new();
        let mut at = own.parent;
        while let Some(parent) = at {
            around.push(parent);
            at = outline.items[parent].parent;
        }
        let keep = self.open.iter().take_while(|open| around.contains(open)).count();
        self.close(keep);
        let series = &outline.series[own.series];
        let language = language(self.page, self.messages);
        if self.page.part != PagePart::Item(item) && series.items.first() == Some(&item) {
            self.begin_series(own.series);
        }
        let address = item_id(self.page, item);
        let role = about::role_name(own.role, self.messages);
        let name = format!("{role} {}", address.split_once('.').map_or("", |(_, number)| number));
        let id = self.id(address.clone());
        let level = own.level.min(6);
        self.say(&format!(
            "<div class=\"item level-{level}\" role=\"group\"{}{id}>\n",
            attribute("aria-label", &name)
        ));
        self.open.push(item);
        let parent = own.parent.map(|parent| outline.items[parent].role);
        let role = if parent == Some(own.role) { String::new() } else { format!(" {role}") };
        let address = escaped(&address);
        let address = match self.links {
            Links::Kept => format!("<a href=\"#{address}\">{address}</a>"),
            Links::None => address,
        };
        let role = escaped(&role);
        self.say(&format!("<p class=\"dienvan-note\"{language}>{address}{role}</p>\n"));
    }

    /// Says what a list is, before its first item.
    fn begin_series(&mut self, series: SeriesIndex) {
        let language = language(self.page, self.messages);
        let title = about::series_title(self.page, series, self.messages);
        let note = about::series_note(self.page, series, &title, self.messages);
        let id = self.id(series_id(self.page, series));
        self.say(&format!(
            "<p class=\"dienvan-note list\"{id}{language}><b>{}</b> · {}</p>\n",
            escaped(&title),
            escaped(&note)
        ));
    }

    /// Writes words with their looks.
    fn runs(&mut self, runs: &[TextRun]) -> String {
        let mut out = String::new();
        for run in runs {
            let tag = match run.look {
                RunEmphasis::Plain => None,
                RunEmphasis::Emphasis => Some("em"),
                RunEmphasis::Strong => Some("strong"),
            };
            let opens = run.opens.map(|item| {
                let id = item_id(self.page, item);
                self.id(id)
            });
            if let Some(id) = &opens {
                let _ = write!(out, "<span class=\"inline\"{id}>");
            }
            if let Some(tag) = tag {
                let _ = write!(out, "<{tag}>");
            }
            escape(&run.words, &mut out);
            if let Some(tag) = tag {
                let _ = write!(out, "</{tag}>");
            }
            if opens.is_some() {
                out.push_str("</span>");
            }
        }
        out
    }
}

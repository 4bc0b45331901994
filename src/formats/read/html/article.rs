//! Which part of a page is its article.
//!
//! First by the elements that portals put it in, then by how text and links are spread
//! (dom_smoothie, after Mozilla's Readability). What is not of the article becomes furniture.

use super::css::ElementDisplay;
use super::flow::HtmlFlow;
use super::piece::{HtmlLine, HtmlPiece, PageInfo};
use super::source::walk;
use super::state::PageRegion;
use super::{title, widget};
use crate::formats::read::ImportError;
use crate::formats::read::draft::DraftNotice;
use crate::formats::read::limits::{Budget, Limits};
use crate::formats::read::paragraph::{Paragraph, ParagraphRank};
use crate::formats::read::sheet::DraftBuilder;
use crate::speech::{Date, FurnitureKind};
use dom_query::{Document, NodeId};
use dom_smoothie::{Config, Readability};
use std::collections::HashSet;

/// Elements that hold the article on the portals of agencies and papers, the surest first.
const HOLDERS: [&str; 20] = [
    ".ms-rtestate-field",
    "[class^=ExternalClass]",
    "[itemprop=articleBody]",
    ".journal-content-article",
    ".fck_detail",
    ".article-content",
    ".article-body",
    ".detail-content",
    ".content-detail",
    ".news-content",
    ".news-detail",
    ".noidung",
    ".noi-dung",
    "#noidung",
    ".entry-content",
    ".post-content",
    ".vnnews-content",
    "article",
    "main",
    "[role=main]",
];

/// An article has at least so many bytes.
const LEAST: usize = 400;
/// How many lines above its title the day of an article may stand.
const DATED: usize = 3;
/// So many links in a row at the end of an article are other articles.
const ROW: usize = 3;

/// Finds the element that holds the article.
pub(super) fn holder(document: &Document) -> Option<NodeId> {
    HOLDERS.iter().find_map(|selector| {
        let found = document.try_select(selector)?;
        let measured = found.nodes().iter().map(|node| {
            let all = node.text().trim().len();
            let links = dom_query::Selection::from(*node).select("a");
            let linked: usize = links.nodes().iter().map(|link| link.text().trim().len()).sum();
            (all, linked, node.id)
        });
        let best = measured.max_by_key(|(all, ..)| *all)?;
        (best.0 >= LEAST && best.1 * 2 < best.0).then_some(best.2)
    })
}

/// Puts the pieces of a page into a sheet, what is not of the article as furniture. Gives what there is to
/// say about the page.
pub(super) fn arrange(
    mut pieces: Vec<HtmlPiece>,
    document: Document,
    about: &mut PageInfo,
    sheet: &mut DraftBuilder,
    budget: &Budget,
) -> Result<Vec<DraftNotice>, ImportError> {
    widget::reveal(&mut pieces);
    widget::set_aside(&mut pieces);
    let article = match range(&pieces, |said, _| said.within) {
        Some(range) => Some(range),
        None if is_plain(&pieces) => None,
        None => by_spread(&pieces, document),
    };
    let title = title::find(&pieces, article.as_ref(), about);
    let article = match (article, title) {
        (Some(article), Some(title)) => Some(title.min(article.start)..article.end),
        (None, Some(title)) => title::short_notice(&pieces, title),
        (article, None) => article,
    };
    let first = title.or(article.as_ref().map(|article| article.start));
    if first.is_none() && !is_plain(&pieces) {
        widget::set_clocks_aside(&mut pieces);
    }
    if let Some(first) = first {
        widget::set_clocks_aside(&mut pieces[..first]);
        let above = first.saturating_sub(DATED)..first;
        let day = pieces[above].iter().rev().find_map(|piece| day_of(piece.line()));
        about.facts.date = about.facts.date.or(day);
    }
    if let Some(title) = title {
        title::mark(&mut pieces, title, article.as_ref());
    }
    let text = article.clone().unwrap_or(0..pieces.len());
    let notices = notices(&pieces, article.as_ref(), about);
    let related = related(&pieces, text.clone());
    for (index, piece) in pieces.into_iter().enumerate() {
        put(piece, !text.contains(&index) || related.contains(&index), sheet, budget)?;
    }
    Ok(notices)
}

/// Says what a reader should know of a page: what it hides of its article, and why there is none.
fn notices(
    pieces: &[HtmlPiece],
    article: Option<&std::ops::Range<usize>>,
    about: &PageInfo,
) -> Vec<DraftNotice> {
    let text = article.cloned().unwrap_or(0..pieces.len());
    let unshown = pieces[text.clone()]
        .iter()
        .map(HtmlPiece::line)
        .filter(|said| said.shown == ElementDisplay::No && said.place < PageRegion::Beside);
    let hidden = about.hidden + unshown.map(|said| said.paragraph.word_count()).sum::<usize>();
    let mut out = Vec::new();
    out.extend((hidden > 0).then_some(DraftNotice::HiddenOnPage(hidden as u32)));
    if article.is_some() && title::is_of_file(&pieces[text.clone()]) {
        out.push(DraftNotice::PageOfFile);
    }
    if article.is_none() && !is_plain(pieces) {
        let seen = || pieces.iter().map(HtmlPiece::line);
        let all: usize = seen().map(|said| said.paragraph.len()).sum();
        let linked: usize = seen().map(|said| said.linked).sum();
        out.push(match linked * 2 > all {
            true => DraftNotice::PageOfLinks,
            false => DraftNotice::PageWithoutText,
        });
    }
    out
}

/// Adds a piece to a sheet.
pub(super) fn put(
    piece: HtmlPiece,
    beside: bool,
    sheet: &mut DraftBuilder,
    budget: &Budget,
) -> Result<(), ImportError> {
    let kind = |place: PageRegion, shown: ElementDisplay| match place {
        _ if beside || shown == ElementDisplay::No => Some(FurnitureKind::Chrome),
        PageRegion::Beside => Some(FurnitureKind::Chrome),
        PageRegion::Caption => Some(FurnitureKind::Caption),
        PageRegion::Text | PageRegion::Header => None,
    };
    match piece {
        HtmlPiece::Line(said) => {
            let mut paragraph = said.paragraph;
            paragraph.furniture = kind(said.place, said.shown);
            if paragraph.furniture.is_some() {
                paragraph.rank = ParagraphRank::Body;
            }
            sheet.push(paragraph, budget)
        }
        HtmlPiece::Table(table, at) => {
            let kind = kind(at.place, at.shown);
            let table = table.map(&mut |mut paragraph: Paragraph| {
                paragraph.furniture = kind;
                paragraph
            });
            sheet.table(table, budget)
        }
    }
}

/// Gives the range from the first to the last piece of which `holds` is true.
fn range(
    pieces: &[HtmlPiece],
    holds: impl Fn(&HtmlLine, usize) -> bool,
) -> Option<std::ops::Range<usize>> {
    let first = pieces.iter().enumerate().position(|(index, piece)| holds(piece.line(), index))?;
    let last = (0..pieces.len()).rev().find(|&index| holds(pieces[index].line(), index))?;
    Some(first..last + 1)
}

/// Tells whether a page is nothing but a text: it has hardly any links.
fn is_plain(pieces: &[HtmlPiece]) -> bool {
    let (mut all, mut linked) = (0, 0);
    for said in pieces.iter().map(HtmlPiece::line) {
        all += said.paragraph.len();
        linked += said.linked;
    }
    linked * 10 <= all
}

/// Finds the article by how text and links are spread over the page.
fn by_spread(pieces: &[HtmlPiece], document: Document) -> Option<std::ops::Range<usize>> {
    let config = Config { disable_json_ld: true, ..Config::default() };
    let mut reader = Readability::with_document(document, None, Some(config)).ok()?;
    let content = Document::from(reader.parse().ok()?.content);
    let mut lines = HashSet::new();
    {
        // The page was within the limits, and so is a part of it.
        let budget = Budget::new(Limits::default());
        let mut flow = HtmlFlow::new(&budget, |piece| {
            if let HtmlPiece::Line(said) = piece {
                lines.insert(said.paragraph.words());
            }
            Ok(())
        });
        walk(&content, None, &mut flow).ok()?;
        flow.finish().ok()?;
    }
    let is_of_it = |said: &HtmlLine| {
        said.paragraph.len() >= 40
            && said.place < PageRegion::Beside
            && said.shown == ElementDisplay::Yes
            && said.linked * 2 < said.paragraph.len()
            && lines.contains(&said.paragraph.words())
    };
    let bytes: usize = pieces
        .iter()
        .map(HtmlPiece::line)
        .filter(|said| is_of_it(said))
        .map(|said| said.paragraph.len())
        .sum();
    (bytes >= LEAST).then(|| range(pieces, |said, _| is_of_it(said))).flatten()
}

/// Reads the day in a short line: "30/07/2019", "thứ năm, 08 08 2019 08:52".
fn day_of(said: &HtmlLine) -> Option<Date> {
    const SHORT: usize = 60;
    let words = said.paragraph.words();
    if words.len() > SHORT || said.linked > 0 || said.place == PageRegion::Beside {
        return None;
    }
    let numbers: Vec<u16> = words
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().unwrap_or(u16::MAX))
        .collect();
    numbers.windows(3).find_map(|part| {
        let small = |number: u16| u8::try_from(number).ok();
        Date::new(part[2], small(part[1])?, small(part[0])?)
    })
}

/// Finds links in a row within an article: other articles.
fn related(pieces: &[HtmlPiece], article: std::ops::Range<usize>) -> HashSet<usize> {
    let is_link = |piece: &HtmlPiece| {
        let said = piece.line();
        said.linked * 10 >= said.paragraph.len() * 8
            && said.linked > 0
            && said.paragraph.len() <= 300
    };
    let mut out = HashSet::new();
    let mut row = Vec::new();
    for index in article.clone().chain([article.end]) {
        if index < article.end && is_link(&pieces[index]) {
            row.push(index);
            continue;
        }
        if row.len() >= ROW {
            out.extend(row.drain(..));
        }
        row.clear();
    }
    out
}

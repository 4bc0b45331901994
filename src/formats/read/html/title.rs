//! Which line of a page is the title of its article.
//!
//! What the page says of itself elsewhere tells it: the card that other sites show, the title of the
//! window without the name of the site; then what it calls one (`h1`, class "title").

use super::piece::{HtmlPiece, LinkTarget, PageInfo};
use super::state::{Name, PageRegion};
use crate::formats::read::paragraph::ParagraphRank;
use std::ops::Range;

/// How many lines above an article its title may stand.
const ABOVE: usize = 12;
/// How long what is called a title is, in bytes.
const LENGTH: std::ops::RangeInclusive<usize> = 15..=600;
/// The longest line above the title of a page without links that is the site's, in bytes.
const SITE: usize = 200;
/// The most text of a notice beside its title, in bytes.
const NOTICE: usize = 400;
/// How many lines below its title a notice may have.
const LINES: usize = 8;
/// What parts the title of a window, from the name of the site or from where it is in it.
const PARTS: [&str; 8] = [" | ", " - ", " – ", " — ", " :: ", " » ", " > ", " · "];
/// What names of sites have in them.
const SITES: [&str; 14] = [
    "cổng thông tin",
    "cổng tt",
    "trang thông tin",
    "trang tin",
    "trang chủ",
    "website",
    "web site",
    "báo điện tử",
    "tạp chí điện tử",
    "portal",
    "home",
    "tin tức",
    "chi tiết tin",
    ".vn",
];
/// How the head of a document begins, which may stand above a title.
const PAPERS: [&str; 6] =
    ["số:", "số ", "cộng hòa xã hội", "cộng hoà xã hội", "đảng cộng sản", "độc lập"];
/// What a link to a text elsewhere says.
const ELSEWHERE: [&str; 12] = [
    "tại đây",
    "xem chi tiết",
    "chi tiết xem",
    "tải về",
    "tải file",
    "tải tệp",
    "file đính kèm",
    "tệp đính kèm",
    "tập tin đính kèm",
    "tài liệu đính kèm",
    "xem toàn văn",
    "download",
];

/// Finds the title.
pub(super) fn find(
    pieces: &[HtmlPiece],
    article: Option<&Range<usize>>,
    about: &mut PageInfo,
) -> Option<usize> {
    let names = names(about);
    about.facts.title = names.first().cloned();
    let whole = 0..pieces.len();
    let article = article.unwrap_or(&whole);
    // Navigation between the two takes no room.
    let free = |index: &usize| pieces[*index].line().place < PageRegion::Beside;
    let above: Vec<usize> = (0..article.start).rev().filter(free).take(3 * ABOVE).collect();
    let within: Vec<usize> = article.clone().filter(free).take(2 * ABOVE).collect();
    let is_named = |index: &usize| {
        let words = comparable(&line(&pieces[*index]));
        names.iter().any(|name| comparable(name) == words)
    };
    let is_called = |index: &usize| {
        let said = pieces[*index].line();
        said.name == Name::Title && LENGTH.contains(&said.paragraph.len())
    };
    let called = within.iter().take(ABOVE).find(|index| is_called(index));
    let called = called.or_else(|| above.iter().take(ABOVE).find(|index| is_called(index)));
    let named = within.iter().chain(&above).find(|index| is_named(index));
    named.or(called).copied()
}

/// Gives what the page may be called, the likeliest first; not what the site is called.
fn names(about: &PageInfo) -> Vec<String> {
    let site = about.site.as_deref().map(comparable);
    let is_site = |part: &str| {
        let part = comparable(part);
        Some(&part) == site.as_ref() || SITES.iter().any(|word| part.contains(word))
    };
    let mut out = Vec::new();
    let titles = about.card.iter().chain(&about.facts.title);
    for title in titles.filter(|title| title.len() <= 2 * LENGTH.end()) {
        let mut cuts = vec![0];
        for part in PARTS {
            cuts.extend(title.match_indices(part).flat_map(|(at, part)| [at, at + part.len()]));
        }
        cuts.push(title.len());
        cuts.sort_unstable();
        // From a begin to an end of parts, the longest first.
        let begins = || cuts.iter().step_by(2).copied();
        let ends = || cuts.iter().skip(1).step_by(2).copied();
        let mut stretches: Vec<&str> = begins()
            .flat_map(|begin| ends().filter(move |end| *end > begin).map(move |end| (begin, end)))
            .filter_map(|(begin, end)| title.get(begin..end))
            .collect();
        stretches.sort_by_key(|stretch| std::cmp::Reverse(stretch.len()));
        let stretches = stretches.into_iter().filter(|stretch| {
            let parts = PARTS.iter().fold(vec![*stretch], |parts, sign| {
                parts.into_iter().flat_map(|part| part.split(sign)).collect()
            });
            !parts.into_iter().any(is_site) && comparable(stretch).len() >= 8
        });
        out.extend(stretches.take(12).map(str::to_owned));
    }
    out
}

/// Makes words comparable: what is around them and their case do not count.
fn comparable(words: &str) -> String {
    let words = words.to_lowercase();
    let words = words.trim_matches(|c: char| !c.is_alphanumeric());
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn line(piece: &HtmlPiece) -> String {
    match piece {
        HtmlPiece::Line(said) => said.paragraph.words(),
        HtmlPiece::Table(..) => String::new(),
    }
}

/// Marks the title, and puts what the site has above it beside a text that is alone on its page.
pub(super) fn mark(pieces: &mut [HtmlPiece], title: usize, article: Option<&Range<usize>>) {
    if let HtmlPiece::Line(said) = &mut pieces[title] {
        said.paragraph.rank = ParagraphRank::Title;
    }
    if article.is_some() || title > ABOVE {
        return;
    }
    let is_paper = |piece: &HtmlPiece| {
        let words = line(piece).to_lowercase();
        words.len() > SITE || PAPERS.iter().any(|paper| words.starts_with(paper))
    };
    if pieces[..title].iter().any(|piece| is_paper(piece) || matches!(piece, HtmlPiece::Table(..)))
    {
        return;
    }
    for piece in &mut pieces[..title] {
        if let HtmlPiece::Line(said) = piece {
            said.place = PageRegion::Beside;
        }
    }
}

/// Gives the lines of a notice on a page where no article was found: a title, and below it a link to
/// its text.
pub(super) fn short_notice(pieces: &[HtmlPiece], title: usize) -> Option<Range<usize>> {
    let end = pieces.len().min(title + 1 + LINES);
    let linked = (title + 1..end).find(|&index| leads_elsewhere(&pieces[index]))?;
    Some(title..linked + 1)
}

/// Tells whether an article is hardly more than a link to its text.
pub(super) fn is_of_file(article: &[HtmlPiece]) -> bool {
    let text = article.iter().map(HtmlPiece::line).filter(|said| {
        said.place < PageRegion::Beside
            && said.paragraph.rank != ParagraphRank::Title
            && said.linked == 0
    });
    let bytes: usize = text.map(|said| said.paragraph.len()).sum();
    bytes <= NOTICE && article.iter().any(leads_elsewhere)
}

fn leads_elsewhere(piece: &HtmlPiece) -> bool {
    let said = piece.line();
    let words = line(piece).to_lowercase();
    said.place < PageRegion::Beside
        && said.linked > 0
        && (said.file == LinkTarget::Document
            || ELSEWHERE.iter().any(|phrase| words.contains(phrase)))
}

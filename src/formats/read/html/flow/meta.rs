//! What the `meta` elements of a page say of it.

use super::HtmlFlow;
use crate::formats::read::facts;

impl HtmlFlow<'_> {
    pub(super) fn meta(&mut self, attr: &dyn Fn(&str) -> Option<String>) {
        let facts = &mut self.about.facts;
        if attr("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) {
            facts.url = attr("href").filter(|url| url.starts_with("http"));
            return;
        }
        let name = attr("property").or_else(|| attr("name")).or_else(|| attr("itemprop"));
        let Some(content) = attr("content").filter(|content| !content.trim().is_empty()) else {
            return;
        };
        match name.unwrap_or_default().to_ascii_lowercase().as_str() {
            "author" | "article:author" | "dc.creator" => facts.author = Some(content),
            "article:published_time"
            | "datepublished"
            | "pubdate"
            | "dc.date"
            | "date"
            | "dcterms.date" => facts.date = facts::date(&content).or(facts.date),
            "og:title" | "twitter:title" => {
                self.about.card = self.about.card.take().or(Some(content));
            }
            "og:site_name" => self.about.site = Some(content),
            "og:url" => facts.url = facts.url.take().or(Some(content)),
            name => {
                if let Some(name) = name.strip_prefix("dienvan.") {
                    facts.stated.set(name, content);
                }
            }
        }
    }
}

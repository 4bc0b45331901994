//! What the stylesheets of a page say of fonts, and of what is not shown.
//!
//! A rule counts by the last part of its selector: `td p.x` is read as `p.x`. That is enough for fonts,
//! which say nothing for sure; what hides words must name them alone.

use crate::formats::read::ImportError;
use crate::formats::read::limits::Budget;
use std::collections::HashMap;

/// How many bytes of a stylesheet are read, and how deep its rules may lie in each other.
const LONGEST: usize = 1 << 20;
const DEEPEST: usize = 8;
/// The most rules that are kept.
const RULES: usize = 20_000;

/// What is said of an element.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Declared {
    /// The first font of the family.
    pub font: Option<String>,
    pub shown: Option<ElementDisplay>,
}

/// Whether an element is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum ElementDisplay {
    #[default]
    Yes,
    No,
}

/// The rules of the stylesheets of a page.
#[derive(Clone, Debug, Default)]
pub(in crate::formats::read) struct Stylesheet {
    /// By what the selector names most exactly: "#id", ".class", "p", "*".
    rules: HashMap<String, Vec<CssRule>>,
    count: usize,
}

#[derive(Clone, Debug)]
struct CssRule {
    selector: CssSelector,
    declared: Declared,
    /// Later rules count more.
    order: usize,
}

/// The last part of a selector.
#[derive(Clone, Debug, Default)]
struct CssSelector {
    element: Option<String>,
    classes: Vec<String>,
    id: Option<String>,
}

impl Stylesheet {
    /// Takes up a stylesheet, of a long one the beginning.
    pub fn read(&mut self, css: &str) {
        self.rules_of(&without_remarks(&css[..css.floor_char_boundary(LONGEST)]), 0);
    }

    /// Takes up rules that lie in so many others.
    fn rules_of(&mut self, css: &str, depth: usize) {
        let mut rest = css;
        while let Some(open) = rest.find(['{', ';']) {
            let head = rest[..open].trim();
            if rest.as_bytes()[open] == b';' {
                rest = &rest[open + 1..];
                continue;
            }
            let body = block(&rest[open + 1..]);
            let behind = rest.get(open + 1 + body.len() + 1..).unwrap_or_default();
            match head.strip_prefix('@') {
                // What holds on any screen holds here.
                Some(rule) => {
                    let media = rule.strip_prefix("media").map(str::trim);
                    if media.is_some_and(|media| matches!(media, "screen" | "all" | ""))
                        && depth < DEEPEST
                    {
                        self.rules_of(body, depth + 1);
                    }
                }
                None => self.rule(head, &declared(body)),
            }
            rest = behind;
        }
    }

    fn rule(&mut self, selectors: &str, declared: &Declared) {
        if *declared == Declared::default() {
            return;
        }
        for text in selectors.split(',') {
            let Some(selector) = CssSelector::parse(text.trim()) else { continue };
            let alone = !text.trim().contains([' ', '>', '+', '~']);
            let mut declared = declared.clone();
            declared.shown = declared.shown.filter(|_| alone);
            if declared == Declared::default() || self.count >= RULES {
                continue;
            }
            self.count += 1;
            let rule = CssRule { declared, order: self.count, selector };
            self.rules.entry(rule.selector.key()).or_default().push(rule);
        }
    }

    /// Tells what is said of an element of this name, with these classes and this id.
    pub(super) fn of(
        &self,
        name: &str,
        attr: &dyn Fn(&str) -> Option<String>,
        budget: &Budget,
    ) -> Result<Declared, ImportError> {
        let mut out = Declared::default();
        if self.rules.is_empty() {
            return Ok(out);
        }
        let classes = attr("class").unwrap_or_default();
        let classes: Vec<&str> = classes.split_ascii_whitespace().collect();
        let id = attr("id").filter(|id| !id.is_empty());
        let named = ["*".to_owned(), name.to_owned()].into_iter();
        let classed = classes.iter().map(|class| format!(".{class}"));
        let keys = named.chain(classed).chain(id.iter().map(|id| format!("#{id}")));
        let mut found: Vec<&CssRule> = Vec::new();
        for key in keys {
            for rule in self.rules.get(&key).into_iter().flatten() {
                budget.step()?;
                if rule.selector.is_of(name, &classes, id.as_deref()) {
                    found.push(rule);
                }
            }
        }
        found.sort_by_key(|rule| (rule.selector.weight(), rule.order));
        for rule in found {
            out.font = rule.declared.font.clone().or(out.font);
            out.shown = rule.declared.shown.or(out.shown);
        }
        Ok(out)
    }
}

impl CssSelector {
    /// Reads the last part of a selector; nothing if it says more than names.
    fn parse(text: &str) -> Option<Self> {
        let last = text.rsplit([' ', '>', '+', '~', '\n', '\t', '\r']).next()?;
        if last.is_empty() || last.contains([':', '[', '(']) {
            return None;
        }
        let mut out = CssSelector::default();
        let start = last.find(['.', '#']).unwrap_or(last.len());
        let element = last[..start].to_ascii_lowercase();
        out.element = Some(element).filter(|element| !element.is_empty() && element != "*");
        let mut rest = &last[start..];
        while let Some(sign) = rest.chars().next() {
            let end = rest[1..].find(['.', '#']).map_or(rest.len(), |end| end + 1);
            let name = rest[1..end].replace('\\', "");
            match sign {
                '.' => out.classes.push(name),
                _ => out.id = Some(name),
            }
            rest = &rest[end..];
        }
        Some(out)
    }

    fn key(&self) -> String {
        match (&self.id, self.classes.first(), &self.element) {
            (Some(id), ..) => format!("#{id}"),
            (None, Some(class), _) => format!(".{class}"),
            (None, None, Some(element)) => element.clone(),
            (None, None, None) => "*".to_owned(),
        }
    }

    fn is_of(&self, name: &str, classes: &[&str], id: Option<&str>) -> bool {
        self.element.as_deref().is_none_or(|element| element == name)
            && self.id.as_deref().is_none_or(|own| Some(own) == id)
            && self.classes.iter().all(|class| classes.contains(&class.as_str()))
    }

    fn weight(&self) -> (usize, usize, usize) {
        (self.id.iter().count(), self.classes.len(), self.element.iter().count())
    }
}

/// Reads what the declarations of a rule, or of a `style`, say.
pub(super) fn declared(block: &str) -> Declared {
    let mut out = Declared::default();
    for (name, value) in declarations(block) {
        match name.as_str() {
            "font-family" => out.font = Some(first_family(value)),
            "font" => out.font = family_of_font(value).or(out.font),
            "display" => {
                let none = value.to_ascii_lowercase().starts_with("none");
                out.shown = Some(if none { ElementDisplay::No } else { ElementDisplay::Yes });
            }
            "visibility" if value.eq_ignore_ascii_case("hidden") => {
                out.shown = Some(ElementDisplay::No)
            }
            _ => {}
        }
    }
    out
}

/// Returns the names, in small letters, and values of declarations.
pub(super) fn declarations(block: &str) -> impl Iterator<Item = (String, &str)> {
    block.split(';').filter_map(|rule| {
        let (name, value) = rule.split_once(':')?;
        let value = value.trim();
        let value = value.rsplit_once('!').map_or(value, |(value, _)| value.trim());
        Some((name.trim().to_ascii_lowercase(), value))
    })
}

fn first_family(value: &str) -> String {
    let first = value.split(',').next().unwrap_or_default();
    first.trim().trim_matches(['"', '\'']).replace('\\', "")
}

/// Finds the family in `font: bold 14pt/1.2 ".VnTime", serif`: it stands behind the size.
fn family_of_font(value: &str) -> Option<String> {
    let mut rest = value.trim_start();
    loop {
        let (word, behind) = rest.split_once(char::is_whitespace)?;
        let behind = behind.trim_start();
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            return Some(first_family(behind)).filter(|family| !family.is_empty());
        }
        rest = behind;
    }
}

/// Returns the block that has just begun, up to the brace that ends it.
fn block(text: &str) -> &str {
    let mut depth = 1;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &text[..at];
        }
    }
    text
}

fn without_remarks(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, behind)) = rest.split_once("/*") {
        out.push_str(before);
        rest = behind.split_once("*/").map_or("", |(_, behind)| behind);
    }
    out.push_str(rest);
    out.replace("<!--", " ").replace("-->", " ")
}

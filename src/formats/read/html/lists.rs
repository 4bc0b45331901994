//! The numbers of lists in HTML.

use crate::formats::read::numbers::{Beyond, Numeral};

/// A list while it is read.
#[derive(Clone, Copy, Debug)]
pub(super) struct HtmlList {
    sign: HtmlLabel,
    next: i64,
    step: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum HtmlLabel {
    Number(Numeral),
    Bullet,
    None,
}

/// What the attributes of a list say.
#[derive(Clone, Debug, Default)]
pub(super) struct Attributes {
    pub kind: Option<String>,
    pub style: Option<String>,
    pub start: Option<i64>,
    /// How many items it has, if it counts down.
    pub reversed: Option<i64>,
}

impl HtmlList {
    /// Begins an ordered list.
    pub fn ordered(attributes: &Attributes) -> Self {
        let style = attributes.style.as_deref().and_then(list_style);
        let kind = attributes.kind.as_deref().and_then(kind);
        let sign = style.or(kind).unwrap_or(HtmlLabel::Number(Numeral::Decimal));
        let (first, step) = match attributes.reversed {
            Some(count) => (count, -1),
            None => (1, 1),
        };
        HtmlList { sign, next: attributes.start.unwrap_or(first), step }
    }

    /// Begins a list without numbers.
    pub fn unordered(attributes: &Attributes) -> Self {
        let style = attributes.style.as_deref().and_then(list_style);
        HtmlList { sign: style.unwrap_or(HtmlLabel::Bullet), next: 1, step: 1 }
    }

    /// Counts an item, whose number may be said, and gives its label. `depth` is how many lists
    /// are around this one.
    pub fn label(&mut self, value: Option<i64>, depth: usize) -> String {
        let number = value.unwrap_or(self.next);
        self.next = number.saturating_add(self.step);
        match self.sign {
            HtmlLabel::None => String::new(),
            HtmlLabel::Bullet => ["-", "+", "•"][depth.min(2)].to_owned(),
            HtmlLabel::Number(numeral @ Numeral::LowerLetter(_)) => {
                format!("{})", numeral.write(number))
            }
            HtmlLabel::Number(numeral) => format!("{}.", numeral.write(number)),
        }
    }
}

fn kind(kind: &str) -> Option<HtmlLabel> {
    Some(HtmlLabel::Number(match kind {
        "1" => Numeral::Decimal,
        "a" => Numeral::LowerLetter(Beyond::Counted),
        "A" => Numeral::UpperLetter(Beyond::Counted),
        "i" => Numeral::LowerRoman,
        "I" => Numeral::UpperRoman,
        _ => return None,
    }))
}

/// Reads the kind of a list in a style: "list-style-type: upper-roman".
fn list_style(style: &str) -> Option<HtmlLabel> {
    let style = style.to_ascii_lowercase();
    let value = style.split(';').find_map(|rule| {
        let (name, value) = rule.split_once(':')?;
        matches!(name.trim(), "list-style" | "list-style-type").then(|| value.trim().to_owned())
    })?;
    value.split_ascii_whitespace().find_map(|word| {
        Some(match word {
            "none" => HtmlLabel::None,
            "decimal" => HtmlLabel::Number(Numeral::Decimal),
            "decimal-leading-zero" => HtmlLabel::Number(Numeral::PaddedDecimal),
            "lower-alpha" | "lower-latin" => {
                HtmlLabel::Number(Numeral::LowerLetter(Beyond::Counted))
            }
            "upper-alpha" | "upper-latin" => {
                HtmlLabel::Number(Numeral::UpperLetter(Beyond::Counted))
            }
            "lower-roman" => HtmlLabel::Number(Numeral::LowerRoman),
            "upper-roman" => HtmlLabel::Number(Numeral::UpperRoman),
            "disc" | "circle" | "square" => HtmlLabel::Bullet,
            _ => return None,
        })
    })
}

/// Tells whether words begin with a sign or number of their own, so that a bullet before them
/// would be one too many.
pub(super) fn is_labelled(words: &str) -> bool {
    let words = words.trim_start();
    let first = words.chars().next();
    if first.is_some_and(|c| matches!(c, '-' | '–' | '—' | '+' | '*' | '•' | '·' | '▪' | '➢' | '✓'))
    {
        return true;
    }
    let end = words.find(|c: char| !c.is_alphanumeric()).unwrap_or(words.len());
    let short = (1..=5).contains(&end) && words[..end].chars().count() <= 4;
    let rest = &words[end..];
    let figures = words[..end].bytes().all(|b| b.is_ascii_digit());
    short && (rest.starts_with(')') || rest.starts_with('.') && (figures || end <= 4))
}

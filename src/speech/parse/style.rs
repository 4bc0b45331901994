//! How strongly a line is set off: by the signs of Markdown or HTML, by capitals, by bold.

use crate::text::TextRange;

/// How strongly a line is set off, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum LineStyle {
    /// A heading of Markdown or HTML, of level 1 to 6.
    Marked(u8),
    /// All in capitals.
    Capitals,
    /// All in bold.
    Bold,
    /// Not set off.
    Plain,
}

/// The longest line that can be a heading, in bytes.
pub(super) const LONGEST: usize = 400;

/// Tells how a line is set off. `from` is where its words begin, behind a marker.
pub(super) fn style_of(line: &str, from: usize) -> LineStyle {
    if line.len() > LONGEST {
        return LineStyle::Plain;
    }
    if let Some((level, _)) = marked(line) {
        return LineStyle::Marked(level);
    }
    let words = line.get(from..).unwrap_or(line);
    if is_capital(words) {
        return LineStyle::Capitals;
    }
    if is_bold(line) { LineStyle::Bold } else { LineStyle::Plain }
}

/// Reads a heading of Markdown or HTML: its level and its words.
pub(super) fn marked(line: &str) -> Option<(u8, TextRange)> {
    let hashes = line.len() - line.trim_start_matches('#').len();
    if (1..=6).contains(&hashes) {
        let rest = &line[hashes..];
        if !rest.starts_with([' ', '\t', '\u{A0}']) || rest.trim().is_empty() {
            return None;
        }
        let words = rest.trim_start();
        return Some((hashes as u8, TextRange::new(line.len() - words.len(), line.len())));
    }
    let rest = line.strip_prefix("<h").or_else(|| line.strip_prefix("<H"))?;
    let level = rest.bytes().next().filter(|byte| (b'1'..=b'6').contains(byte))? - b'0';
    let open = rest.find('>')?;
    let close = rest.find("</h").or_else(|| rest.find("</H")).unwrap_or(rest.len());
    let inside = rest.get(open + 1..close)?;
    let words = inside.trim();
    let start = line.len() - rest.len() + open + 1 + (inside.len() - inside.trim_start().len());
    (!words.is_empty()).then(|| (level, TextRange::new(start, start + words.len())))
}

/// Tells whether words are all in capitals: at least two letters' worth of a word, and no small
/// letter but in brackets or in a lone short word such as "và".
fn is_capital(words: &str) -> bool {
    let (mut capital, mut small) = (0, 0);
    for c in words.chars() {
        capital += usize::from(c.is_uppercase());
        small += usize::from(c.is_lowercase());
    }
    capital >= 4 && small * 8 <= capital
}

/// Tells whether a whole line is in bold: "**…**", "__…__", with other emphasis around it.
fn is_bold(line: &str) -> bool {
    let core = line.trim_matches(|c: char| c.is_whitespace() || c == '|');
    let core = core.strip_prefix("***").map_or(core, |_| &core[1..]);
    let inner = ["**", "__"].into_iter().find_map(|sign| {
        let inner = core.strip_prefix(sign)?;
        let inner = inner.trim_end_matches([':', '.', ' ', '*']).len();
        let rest = &core[sign.len()..];
        (rest.len() > inner + 1).then(|| &rest[..inner])
    });
    // "**Về kinh phí:** do …" and "**a** và **b**" are not whole.
    inner.is_some_and(|inner| !inner.is_empty() && !inner.contains("**") && core.ends_with("**"))
        || (core.starts_with("__") && core.ends_with("__") && core.len() > 4)
}

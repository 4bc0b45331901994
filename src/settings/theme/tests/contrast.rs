//! What is written on what, in every built-in theme, and that it can be read there (WCAG 2.1, 4.5 : 1).
//!
//! Colours by name, and those of 256, have the values of xterm's own palette; a terminal may have others. A
//! theme without colours leaves its contrast to the terminal.

use super::super::{Face, Theme};
use ratatui::style::{Color, Modifier, Style};

type Parts = [u8; 3];

/// The least contrast of letters and what lies behind them.
const LEAST: f64 = 4.5;
/// How far the grounds of two faces are apart that are told by it (CIE 1976).
const APART: f64 = 30.0;

/// The faces of bookmarked passages.
const HIGHLIGHTS: [Face; 6] = [
    Face::Highlight,
    Face::HighlightImportant,
    Face::HighlightTodo,
    Face::HighlightQuestion,
    Face::HighlightNew,
    Face::HighlightQuote,
];

/// The faces of markers, which are laid over the face of a passage and let its ground through.
const MARKERS: [Face; 7] = [
    Face::Task,
    Face::Result,
    Face::Limitation,
    Face::Cause,
    Face::Lesson,
    Face::Viewpoint,
    Face::Other,
];

/// What can lie under the hit at which the reader is, or beside it.
fn beside_the_hit() -> Vec<Face> {
    [&[Face::Landing, Face::Selection, Face::Hit][..], &HIGHLIGHTS].concat()
}

/// Returns every face with the one that it is laid over. All but these are laid over the ground of the text
/// alone, or have a ground of their own.
fn pairs() -> Vec<(Face, Face)> {
    let mut pairs: Vec<(Face, Face)> = Face::ALL.iter().map(|&face| (face, Face::Text)).collect();
    let on_highlights =
        HIGHLIGHTS.into_iter().flat_map(|under| MARKERS.map(|marker| (marker, under)));
    pairs.extend(on_highlights);
    pairs.extend(beside_the_hit().into_iter().map(|under| (Face::HitCurrent, under)));
    let under = [Face::Landing, Face::Selection].into_iter().chain(HIGHLIGHTS);
    pairs.extend(under.map(|under| (Face::Hit, under)));
    pairs.push((Face::MatchSelected, Face::Selected));
    let in_sidebar = [Face::SidebarText, Face::SidebarCount, Face::Match, Face::Bookmark];
    for face in MARKERS.into_iter().chain(in_sidebar) {
        // The cursor of the sidebar is laid over its row.
        pairs.extend([(Face::SidebarCurrent, face), (Face::SidebarFocus, face)]);
    }
    pairs
}

/// Returns the relative luminance of a colour.
fn luminance(parts: Parts) -> f64 {
    let [red, green, blue] = parts.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn linear(part: u8) -> f64 {
    let part = f64::from(part) / 255.0;
    if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
}

/// Returns the contrast of two colours, 1 to 21.
fn contrast(a: Parts, b: Parts) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Returns how far two colours are apart for the eye: their distance in L*a*b* (CIE 1976, white D65).
fn distance(a: Parts, b: Parts) -> f64 {
    let lab = |parts: Parts| {
        let [red, green, blue] = parts.map(linear);
        let root = |t: f64| if t > 0.008_856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
        let x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.950_47);
        let y = root(0.2126 * red + 0.7152 * green + 0.0722 * blue);
        let z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.088_83);
        [116.0 * y, 500.0 * (x - y), 200.0 * (y - z)]
    };
    let squares = lab(a).into_iter().zip(lab(b)).map(|(a, b)| (a - b).powi(2));
    squares.sum::<f64>().sqrt()
}

/// Returns the parts of a colour as xterm has it; nothing for the terminal's own.
fn parts(colour: Color) -> Option<Parts> {
    let named = [
        (Color::Black, [0, 0, 0]),
        (Color::Red, [0xcd, 0, 0]),
        (Color::Green, [0, 0xcd, 0]),
        (Color::Yellow, [0xcd, 0xcd, 0]),
        (Color::Blue, [0, 0, 0xee]),
        (Color::Magenta, [0xcd, 0, 0xcd]),
        (Color::Cyan, [0, 0xcd, 0xcd]),
        (Color::Gray, [0xe5, 0xe5, 0xe5]),
        (Color::DarkGray, [0x7f, 0x7f, 0x7f]),
        (Color::LightRed, [0xff, 0, 0]),
        (Color::LightGreen, [0, 0xff, 0]),
        (Color::LightYellow, [0xff, 0xff, 0]),
        (Color::LightBlue, [0x5c, 0x5c, 0xff]),
        (Color::LightMagenta, [0xff, 0, 0xff]),
        (Color::LightCyan, [0, 0xff, 0xff]),
        (Color::White, [0xff, 0xff, 0xff]),
    ];
    match colour {
        Color::Reset => None,
        Color::Rgb(red, green, blue) => Some([red, green, blue]),
        Color::Indexed(index @ 16..=231) => {
            let steps = [0, 95, 135, 175, 215, 255];
            let at = usize::from(index - 16);
            Some([steps[at / 36], steps[at / 6 % 6], steps[at % 6]])
        }
        Color::Indexed(index @ 232..) => Some([8 + 10 * (index - 232); 3]),
        colour => {
            let found = named.iter().find(|(name, _)| *name == colour);
            Some(found.unwrap_or_else(|| panic!("{colour} depends on the palette")).1)
        }
    }
}

/// Returns the letters and grounds that terminals usually have for which a theme is made.
fn own(theme: &str) -> Vec<(Parts, Parts)> {
    match theme {
        "light" => vec![([0, 0, 0], [0xff; 3]), ([0x58, 0x50, 0x48], [0xfd, 0xf6, 0xe3])],
        _ => vec![([0xd0; 3], [0x1e; 3]), ([0xff; 3], [0; 3])],
    }
}

/// Returns the letters and the ground that a style comes to on a terminal.
fn shown(style: Style, (letters, ground): (Parts, Parts)) -> (Parts, Parts) {
    let letters = style.fg.and_then(parts).unwrap_or(letters);
    let ground = style.bg.and_then(parts).unwrap_or(ground);
    match style.add_modifier.contains(Modifier::REVERSED) {
        true => (ground, letters),
        false => (letters, ground),
    }
}

fn coloured() -> Vec<Theme> {
    let themes = ["dark", "light", "high-contrast"].map(|name| Theme::builtin(name).unwrap());
    let indexed = themes.clone().map(Theme::indexed);
    themes.into_iter().chain(indexed).collect()
}

#[test]
fn everything_can_be_read_where_it_stands() {
    let mut unread = Vec::new();
    for theme in coloured() {
        for own in own(&theme.name) {
            for (face, under) in pairs() {
                let style = theme.style(under).patch(theme.style(face));
                let (letters, ground) = shown(style, own);
                let found = contrast(letters, ground);
                if found < LEAST {
                    unread.push(format!("{}: {face:?} on {under:?} has {found:.2}", theme.name));
                }
            }
        }
    }
    assert!(unread.is_empty(), "{}", unread.join("\n"));
}

#[test]
fn the_hit_one_is_at_is_told_from_what_lies_under_it() {
    for theme in coloured() {
        let hit = theme.style(Face::HitCurrent);
        for own in own(&theme.name) {
            for under in beside_the_hit() {
                let (_, here) = shown(theme.style(under).patch(hit), own);
                let (_, there) = shown(theme.style(under), own);
                let found = distance(here, there);
                let attributes = hit.add_modifier.difference(theme.style(under).add_modifier);
                let by_them = attributes.contains(Modifier::UNDERLINED | Modifier::REVERSED);
                let name = &theme.name;
                assert!(found >= APART || by_them, "{name}: {under:?} is {found:.0} apart");
                assert!(name != "high-contrast" || by_them, "{name}: {under:?} by attributes");
            }
        }
    }
}

#[test]
fn without_colours_hits_are_told_by_attributes() {
    let theme = Theme::builtin("none").unwrap();
    let attributes = |face| theme.style(face).add_modifier;
    for under in beside_the_hit() {
        for hit in [Face::Hit, Face::HitCurrent] {
            let over = attributes(under) | attributes(hit);
            assert!(hit == under || over != attributes(under), "{hit:?} on {under:?}");
        }
    }
    assert!(!(attributes(Face::MatchSelected) - attributes(Face::Selected)).is_empty());
}

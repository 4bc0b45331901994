//! The entry of a face: from `bold #8ec5ff on black` to a style.

use ratatui::style::{Color, Modifier, Style};

/// The words for modifiers.
pub(super) const MODIFIERS: [(&str, Modifier); 6] = [
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underline", Modifier::UNDERLINED),
    ("reverse", Modifier::REVERSED),
    ("strike", Modifier::CROSSED_OUT),
];

/// The words for colours: the terminal's own sixteen, and its default.
pub(super) const COLOURS: [(&str, Color); 18] = [
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("white", Color::Gray),
    ("gray", Color::DarkGray),
    ("bright-black", Color::DarkGray),
    ("bright-red", Color::LightRed),
    ("bright-green", Color::LightGreen),
    ("bright-yellow", Color::LightYellow),
    ("bright-blue", Color::LightBlue),
    ("bright-magenta", Color::LightMagenta),
    ("bright-cyan", Color::LightCyan),
    ("bright-white", Color::White),
    ("default", Color::Reset),
];

/// Reads an entry: modifiers and one colour in any order, then `on` and the colour behind.
///
/// # Errors
///
/// The word that is neither, stands twice, or is an `on` without a colour.
pub(super) fn style(entry: &str) -> Result<Style, &str> {
    let mut style = Style::new();
    let mut words = entry.split_whitespace();
    while let Some(word) = words.next() {
        if word == "on" {
            let behind = words.next().ok_or(word)?;
            let free = style.bg.is_none();
            style.bg = Some(colour(behind).filter(|_| free).ok_or(behind)?);
        } else if let Some((_, modifier)) = MODIFIERS.iter().find(|(name, _)| *name == word) {
            style = style.add_modifier(*modifier);
        } else {
            let free = style.fg.is_none();
            style.fg = Some(colour(word).filter(|_| free).ok_or(word)?);
        }
    }
    Ok(style)
}

/// Reads a colour: a name, `#rrggbb`, or a number of the terminal's palette, 0 to 255.
fn colour(word: &str) -> Option<Color> {
    if let Some((_, colour)) = COLOURS.iter().find(|(name, _)| *name == word) {
        return Some(*colour);
    }
    let Some(digits) = word.strip_prefix('#') else {
        let number = word.bytes().all(|byte| byte.is_ascii_digit());
        return number.then(|| word.parse().ok().map(Color::Indexed)).flatten();
    };
    let number = digits.bytes().all(|byte| byte.is_ascii_hexdigit()) && digits.len() == 6;
    let parts = u32::from_str_radix(digits, 16).ok().filter(|_| number)?;
    let [_, red, green, blue] = parts.to_be_bytes();
    Some(Color::Rgb(red, green, blue))
}

//! Colours for terminals that know no more than 256.

use ratatui::style::Color;

/// The steps of the colour cube that xterm's palette holds at 16 to 231.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// Returns the colour of xterm's palette that is nearest to one given by its parts: of the cube, or
/// of the greys at 232 to 255, which are 8, 18 … 238. Any other colour stays as it is.
pub(super) fn nearest_index(colour: Color) -> Color {
    let Color::Rgb(red, green, blue) = colour else {
        return colour;
    };
    let parts = [red, green, blue];
    let cube = parts.map(|part| {
        let far = |at: &usize| STEPS[*at].abs_diff(part);
        (0..STEPS.len()).min_by_key(far).unwrap_or_default()
    });
    let mean = parts.iter().map(|part| u16::from(*part)).sum::<u16>() / 3;
    let grey = (mean.saturating_sub(3) / 10).min(23);
    let level = u8::try_from(8 + 10 * grey).unwrap_or(u8::MAX);
    let index = if distance(parts, [level; 3]) < distance(parts, cube.map(|at| STEPS[at])) {
        232 + usize::from(grey)
    } else {
        16 + 36 * cube[0] + 6 * cube[1] + cube[2]
    };
    Color::Indexed(u8::try_from(index).unwrap_or(u8::MAX))
}

fn distance(a: [u8; 3], b: [u8; 3]) -> u32 {
    let squares = a.iter().zip(b).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2));
    squares.sum()
}

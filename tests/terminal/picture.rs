//! Screens of the reader as pictures for the READMEs: SVG, with the words as text.

use super::support::*;
use dienvan::text::width::width;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

/// Columns and rows of the pictures.
const SIZE: (u16, u16) = (104, 28);
/// The size of a cell and the edge around the screen, in pixels.
const CELL: (f32, f32) = (8.4, 18.0);
const EDGE: f32 = 12.0;
/// How many bytes a picture may have.
const LARGEST: usize = 32 << 10;

type Rgb = (u8, u8, u8);

/// How letters look: their colour; bold, dim, italic, underlined.
type Look = (Rgb, [bool; 4]);

/// A picture to be made: the language of the reader, its theme, and the colours of the terminal, behind letters and of them.
struct Scene {
    language: &'static str,
    theme: &'static str,
    ground: Rgb,
    ink: Rgb,
}

const SCENES: [Scene; 4] = [
    Scene { language: "vi", theme: "dark", ground: (22, 24, 29), ink: (222, 222, 222) },
    Scene { language: "vi", theme: "light", ground: (255, 255, 255), ink: (31, 35, 40) },
    Scene { language: "en", theme: "dark", ground: (22, 24, 29), ink: (222, 222, 222) },
    Scene { language: "en", theme: "light", ground: (255, 255, 255), ink: (31, 35, 40) },
];

impl Scene {
    fn path(&self) -> PathBuf {
        let name = format!("docs/pictures/{}-{}.svg", self.language, self.theme);
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)
    }

    /// Runs the reader up to the screen that is shown: a task with a note, and a search.
    fn screen(&self) -> vt100::Screen {
        let home = Home::new();
        let (theme, language) = (self.theme, self.language);
        let settings =
            format!("theme = {theme:?}\nlanguage = {language:?}\n[reader]\nwelcome = false\n");
        home.write("kept/config/config.toml", settings);
        let terminal = Run::new(&home).env("COLORTERM", "truecolor").size(SIZE.0, SIZE.1).start();
        let note = "Hỏi Sở Tư pháp";
        terminal.sees("Kết luận của Bí thư").press("3tM").sees("3/8").press(note).sees(note);
        terminal.press("\r").sees_no("ctrl-j").press("/phong ngua\r").sees("/phong ngua");
        terminal.press("3t").sees("3/8").screen()
    }

    /// Draws a screen; the same screen gives the same bytes.
    fn draw(&self, screen: &vt100::Screen) -> String {
        let mut canvas =
            Canvas { looks: Vec::new(), behind: String::new(), letters: String::new() };
        for row in 0..SIZE.1 {
            self.draw_row(screen, row, &mut canvas);
        }
        let mut out = head();
        let _ =
            write!(out, "<title>dienvan</title>\n<style>text{{font:14px {FONTS};white-space:pre}}");
        for (number, (colour, [bold, dim, italic, underlined])) in canvas.looks.iter().enumerate() {
            let _ = write!(out, "\n.l{number}{{fill:{}", hex(*colour));
            for (is, rule) in [
                (bold, ";font-weight:bold"),
                (dim, ";opacity:.6"),
                (italic, ";font-style:italic"),
                (underlined, ";text-decoration:underline"),
            ] {
                out.push_str(if *is { rule } else { "" });
            }
            out.push('}');
        }
        let ground = hex(self.ground);
        let _ = writeln!(
            out,
            "</style>\n<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{ground}\"/>"
        );
        out + &canvas.behind + &canvas.letters + "</svg>\n"
    }

    /// Draws the stretches of a row whose cells look alike.
    fn draw_row(&self, screen: &vt100::Screen, row: u16, canvas: &mut Canvas) {
        let mut column = 0;
        while column < SIZE.0 {
            let (look, ground) = self.look(screen.cell(row, column).expect("it is on the screen"));
            let (start, mut words) = (column, String::new());
            while let Some(cell) = screen.cell(row, column) {
                // The second half of a wide letter has no look of its own.
                if !cell.is_wide_continuation() {
                    if self.look(cell) != (look, ground) {
                        break;
                    }
                    words.push_str(if cell.has_contents() { cell.contents() } else { " " });
                }
                column += 1;
            }
            let stretch = Stretch { row, start, end: column };
            if ground != self.ground {
                let (x, y, wide) = stretch.place();
                let _ = writeln!(
                    canvas.behind,
                    "<rect x=\"{x:.1}\" y=\"{y:.0}\" width=\"{wide:.1}\" height=\"{}\" fill=\"{}\"/>",
                    CELL.1,
                    hex(ground)
                );
            }
            canvas.write(stretch, look, &words);
        }
    }

    /// Tells how the letters of a cell look, and the colour behind them.
    fn look(&self, cell: &vt100::Cell) -> (Look, Rgb) {
        let colour = |colour, default| match colour {
            vt100::Color::Default => default,
            vt100::Color::Rgb(red, green, blue) => (red, green, blue),
            vt100::Color::Idx(number) => panic!("themes of pictures name no colour {number}"),
        };
        let mut colours = (colour(cell.fgcolor(), self.ink), colour(cell.bgcolor(), self.ground));
        if cell.inverse() {
            colours = (colours.1, colours.0);
        }
        let marks = [cell.bold(), cell.dim(), cell.italic(), cell.underline()];
        ((colours.0, marks), colours.1)
    }
}

const FONTS: &str = "'Cascadia Mono',Menlo,Consolas,'Noto Sans Mono','DejaVu Sans Mono',monospace";

/// Gives the beginning of every picture, which tells its size.
fn head() -> String {
    let wide = f32::from(SIZE.0) * CELL.0 + 2.0 * EDGE;
    let high = f32::from(SIZE.1) * CELL.1 + 2.0 * EDGE;
    let size =
        format!("viewBox=\"0 0 {wide:.0} {high:.0}\" width=\"{wide:.0}\" height=\"{high:.0}\"");
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" {size} role=\"img\">\n")
}

fn cells_of(width: usize) -> u16 {
    u16::try_from(width).expect("it is on the screen")
}

fn hex((red, green, blue): Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// Cells of a row, from a column up to another.
#[derive(Clone, Copy)]
struct Stretch {
    row: u16,
    start: u16,
    end: u16,
}

impl Stretch {
    /// Gives the left and upper edge and the width, in pixels.
    fn place(self) -> (f32, f32, f32) {
        let left = EDGE + f32::from(self.start) * CELL.0;
        let upper = EDGE + f32::from(self.row) * CELL.1;
        (left, upper, f32::from(self.end - self.start) * CELL.0)
    }
}

/// What has been drawn.
struct Canvas {
    looks: Vec<Look>,
    behind: String,
    letters: String,
}

impl Canvas {
    /// Writes words of one look. What blanks part is written apart, for a picture may lose all but one of them.
    fn write(&mut self, stretch: Stretch, look: Look, words: &str) {
        let mut column = stretch.start;
        for part in words.split("  ") {
            let shown = part.trim_matches(' ');
            let ahead = width(part) - width(part.trim_start_matches(' '));
            let start = column + cells_of(ahead);
            let stretch = Stretch { start, end: start + cells_of(width(shown)), ..stretch };
            if !shown.is_empty() {
                self.write_words(stretch, look, shown);
            }
            column += cells_of(width(part)) + 2;
        }
    }

    /// Writes words, or draws a line that goes on in the next row.
    fn write_words(&mut self, stretch: Stretch, look: Look, shown: &str) {
        let number = self.looks.iter().position(|known| *known == look).unwrap_or_else(|| {
            self.looks.push(look);
            self.looks.len() - 1
        });
        let (x, y, wide) = stretch.place();
        // Letters leave a gap below them, lines of the screen must not.
        let bar = match shown {
            "│" => Some((0.45, 0.1)),
            "┃" => Some((0.35, 0.3)),
            "▌" => Some((0.0, 0.5)),
            "▎" => Some((0.0, 0.25)),
            "█" => Some((0.0, 1.0)),
            _ => None,
        };
        let _ = match bar {
            Some((left, part)) => writeln!(
                self.letters,
                "<rect class=\"l{number}\" x=\"{:.1}\" y=\"{y:.0}\" width=\"{:.1}\" height=\"{}\"/>",
                x + left * CELL.0,
                part * CELL.0,
                CELL.1
            ),
            None => writeln!(
                self.letters,
                "<text class=\"l{number}\" x=\"{x:.1}\" y=\"{:.0}\" textLength=\"{wide:.1}\" lengthAdjust=\"spacingAndGlyphs\">{}</text>",
                y + 13.0,
                shown.replace('&', "&amp;").replace('<', "&lt;")
            ),
        };
    }
}

#[test]
#[ignore = "writes the pictures of the READMEs"]
fn write_the_pictures() {
    for scene in SCENES {
        let path = scene.path();
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, scene.draw(&scene.screen())).expect("the picture is written");
    }
}

#[test]
fn the_pictures_are_of_the_reader() {
    for scene in SCENES {
        let path = scene.path();
        let kept = fs::read_to_string(&path).expect("the picture is there");
        assert!(kept.len() <= LARGEST, "{}: {} bytes", path.display(), kept.len());
        assert!(kept.starts_with(&head()) && kept.ends_with("</svg>\n"), "{}", path.display());
        assert_eq!(kept.matches("http").count(), 1, "nothing is fetched: {}", path.display());
        for words in ["Ba là", "3/8", "/phong ngua", &hex(scene.ground)] {
            assert!(kept.contains(words), "{words}: {}", path.display());
        }
    }
}

#[test]
fn a_picture_has_the_cells_of_the_screen() {
    let mut parser = vt100::Parser::new(
        SIZE.1.try_into().expect("rows"),
        SIZE.0.try_into().expect("columns"),
        0,
    );
    parser.process("a \x1b[1;38;2;1;2;3;48;2;4;5;6m <漢字> \x1b[m│đủ".as_bytes());
    let [scene, ..] = SCENES;
    let picture = scene.draw(parser.screen());
    for part in [
        "<text class=\"l0\" x=\"12.0\" y=\"25\" textLength=\"8.4\" lengthAdjust=\"spacingAndGlyphs\">a</text>",
        "<rect x=\"28.8\" y=\"12\" width=\"67.2\" height=\"18\" fill=\"#040506\"/>",
        "<text class=\"l1\" x=\"37.2\" y=\"25\" textLength=\"50.4\" lengthAdjust=\"spacingAndGlyphs\">&lt;漢字></text>",
        ".l1{fill:#010203;font-weight:bold}",
        "đủ</text>",
    ] {
        assert!(picture.contains(part), "{part} in {picture}");
    }
}

//! The straight lines that a page draws: those that a table's cells stand between.

use unpdf::parser::backend::{ContentOp, get_number_from_value};

/// The thickest line, in points.
const THICK: f32 = 3.0;
/// The shortest line, in points.
const SHORT: f32 = 4.0;
/// The most lines of a page that are looked at.
const MOST: usize = 20_000;

/// A line across the page or down it: its height or its place, and from where to where it goes.
#[derive(Clone, Copy, Debug)]
pub(super) struct RuledLine {
    pub at: f32,
    pub from: f32,
    pub to: f32,
}

/// The lines of a page.
#[derive(Debug, Default)]
pub(super) struct RuledLines {
    pub across: Vec<RuledLine>,
    pub down: Vec<RuledLine>,
}

/// How a place on the paper follows from one in the drawing (ISO 32000-1, 8.3.3).
type Matrix = [f32; 6];

/// What is drawn, as far as it has come.
struct GraphicsState {
    matrix: Matrix,
    saved: Vec<Matrix>,
    /// The corners of each figure of the path, on the paper.
    path: Vec<Vec<(f32, f32)>>,
    rules: RuledLines,
}

impl RuledLines {
    /// Finds the lines that some operations draw.
    pub fn of(operations: &[ContentOp]) -> Self {
        let matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];
        let mut pen = GraphicsState {
            matrix,
            saved: Vec::new(),
            path: Vec::new(),
            rules: RuledLines::default(),
        };
        for operation in operations {
            let mut numbers = [0.0; 6];
            let values = operation.operands.iter().filter_map(get_number_from_value);
            numbers.iter_mut().zip(values).for_each(|(number, value)| *number = value);
            pen.carry_out(&operation.operator, numbers);
        }
        pen.rules
    }

    fn add(&mut self, (x, y): (f32, f32), (to_x, to_y): (f32, f32)) {
        let (wide, high) = ((to_x - x).abs(), (to_y - y).abs());
        if self.across.len() + self.down.len() >= MOST || wide.max(high) < SHORT {
            return;
        }
        if high <= THICK && high < wide {
            self.across.push(RuledLine {
                at: (y + to_y) / 2.0,
                from: x.min(to_x),
                to: x.max(to_x),
            });
        } else if wide <= THICK {
            self.down.push(RuledLine { at: (x + to_x) / 2.0, from: y.min(to_y), to: y.max(to_y) });
        }
    }
}

impl GraphicsState {
    fn carry_out(&mut self, operator: &str, [a, b, c, d, e, f]: Matrix) {
        match operator {
            "q" => self.saved.push(self.matrix),
            "Q" => self.matrix = self.saved.pop().unwrap_or(self.matrix),
            "cm" => self.matrix = product([a, b, c, d, e, f], self.matrix),
            "m" => {
                let place = self.place(a, b);
                self.path.push(vec![place]);
            }
            "l" => {
                let place = self.place(a, b);
                self.path.last_mut().into_iter().for_each(|figure| figure.push(place));
            }
            "re" => {
                let corners = [(a, b), (a + c, b), (a + c, b + d), (a, b + d), (a, b)];
                self.path.push(corners.map(|(x, y)| self.place(x, y)).to_vec());
            }
            // What is bent is no line.
            "c" | "v" | "y" => self.path.last_mut().into_iter().for_each(Vec::clear),
            "h" => self
                .path
                .last_mut()
                .into_iter()
                .for_each(|figure| figure.extend(figure.first().copied())),
            "s" | "S" | "b" | "b*" | "B" | "B*" => {
                for figure in std::mem::take(&mut self.path) {
                    figure.windows(2).for_each(|ends| self.rules.add(ends[0], ends[1]));
                }
            }
            "f" | "F" | "f*" => {
                for figure in std::mem::take(&mut self.path) {
                    self.fill(&figure);
                }
            }
            "n" => self.path.clear(),
            _ => {}
        }
    }

    /// Takes a thin area for a line.
    fn fill(&mut self, figure: &[(f32, f32)]) {
        let start = (f32::MAX, f32::MAX, f32::MIN, f32::MIN);
        let (left, low, right, high) =
            figure.iter().fold(start, |(left, low, right, high), (x, y)| {
                (left.min(*x), low.min(*y), right.max(*x), high.max(*y))
            });
        if figure.len() > 1 {
            self.rules.add((left, low), (right, high));
        }
    }

    fn place(&self, x: f32, y: f32) -> (f32, f32) {
        let [a, b, c, d, e, f] = self.matrix;
        (a * x + c * y + e, b * x + d * y + f)
    }
}

fn product(one: Matrix, other: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = one;
    let [g, h, i, j, k, l] = other;
    [
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + l,
    ]
}

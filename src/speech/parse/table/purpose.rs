//! What the columns of a table are for, by their names, and whether its rows are tasks.

use super::tasks::is_number;
use crate::speech::parse::lexicon::{Lexicon, TableWords};
use crate::speech::{Cell, Column, RowPart, Table, TableRow};
use crate::text::{is_word, lowercase, markup};

/// The most rows of a head.
pub(super) const HEADS: usize = 5;
/// How many rows are asked what their cells are.
const ASKED: usize = 40;

/// How strongly the name of a column says that it has tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ColumnForce {
    Full,
    Weak,
}

/// The names of the columns, read from one row or two.
struct TableHead {
    columns: Vec<Column>,
    task: Option<ColumnForce>,
    /// Whether the table lists something else.
    other: bool,
    /// Whether it is a person that leads.
    is_person: bool,
}

/// What a table is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TablePurpose {
    /// Its rows are tasks.
    Tasks,
    /// Its rows are numbered, and something else.
    Numbered,
    /// Its head does not tell.
    Open,
}

/// Tells what a table is for, and writes what its columns are for, if its rows are tasks.
pub(super) fn mark(text: &str, table: &mut Table, lexicon: &Lexicon) -> TablePurpose {
    let words = &lexicon.tables;
    let Some((rows, head)) = find_head(text, table, words) else { return TablePurpose::Open };
    let force = head.task.filter(|_| !head.other);
    if !force.is_some_and(|force| fits(text, &table.rows[rows.end..], &head, force, words)) {
        return TablePurpose::Numbered;
    }
    let names: Vec<String> = (0..table.columns.len())
        .map(|column| name(text, &table.rows[rows.clone()], column))
        .collect();
    for row in &mut table.rows[..rows.end] {
        if row.part != RowPart::Rule {
            row.part = RowPart::Head;
        }
    }
    table.columns = head.columns;
    // The head stands on every page again, and below it the numbers of the columns.
    for row in &mut table.rows[rows.end..] {
        if row.part != RowPart::Rule && (repeats(text, row, &names) || counts_columns(text, row)) {
            row.part = RowPart::Head;
        }
    }
    super::tasks::mark_groups(text, table, lexicon);
    TablePurpose::Tasks
}

/// Finds the rows that name the columns, among the first ones.
fn find_head(
    text: &str,
    table: &Table,
    words: &TableWords,
) -> Option<(std::ops::Range<usize>, TableHead)> {
    let rows = &table.rows;
    let is_rule = |row: usize| rows.get(row).is_some_and(|row| row.part == RowPart::Rule);
    for first in (0..rows.len().min(HEADS)).filter(|first| !is_rule(*first)) {
        let head = read(text, table, first..first + 1, words);
        let Some(number) = head.columns.iter().position(|own| *own == Column::Number) else {
            continue;
        };
        let second = if is_rule(first + 1) { first + 2 } else { first + 1 };
        let below = rows.get(second).filter(|row| {
            let at = |column: usize| row.at(column).filter(|cell| cell.is_filled());
            let task = head.columns.iter().position(|own| *own == Column::Task);
            at(number).is_none()
                && row.filled().next().is_some()
                && task.is_none_or(|task| at(task).is_none())
        });
        let end = if below.is_some() { second + 1 } else { first + 1 };
        let both = if below.is_some() { read(text, table, first..end, words) } else { head };
        return Some((first..end, both));
    }
    None
}

/// Reads what each column is for from the names in these rows.
fn read(text: &str, table: &Table, rows: std::ops::Range<usize>, words: &TableWords) -> TableHead {
    let mut head = TableHead { columns: Vec::new(), task: None, other: false, is_person: false };
    let rows = &table.rows[rows];
    for column in 0..table.columns.len() {
        let whole = name(text, rows, column);
        let last = rows.iter().rev().filter_map(|row| own(row, column)).next();
        let last = last.map(|cell| plain(text, cell)).unwrap_or_default();
        let first = head.columns.is_empty();
        let (mut kind, force) = [last.as_str(), whole.as_str()]
            .into_iter()
            .map(|name| kind_of(name, words))
            .find(|(kind, _)| *kind != Column::Other)
            .unwrap_or_default();
        // The name of the numbers may be left out.
        let blank = first && whole.is_empty();
        if blank && counts(text, table, column) {
            kind = Column::Number;
        }
        let is_new = !head.columns.contains(&kind) || Column::FIELDS.contains(&kind);
        if kind == Column::Task && is_new {
            // What stands before the number is something else.
            if head.columns.contains(&Column::Number) {
                head.task = force;
            } else {
                kind = Column::Other;
            }
        }
        if kind == Column::Lead {
            head.is_person |= words.lead.people.iter().any(|word| begins_with(&whole, word));
        }
        head.other |= is_other(&whole, words) && kind == Column::Other;
        head.columns.push(if is_new { kind } else { Column::Other });
    }
    head
}

/// Returns the words of a column's names in these rows, from the top.
fn name(text: &str, rows: &[TableRow], column: usize) -> String {
    let names: Vec<String> =
        rows.iter().filter_map(|row| own(row, column)).map(|cell| plain(text, cell)).collect();
    names.join(" ")
}

fn own(row: &TableRow, column: usize) -> Option<&Cell> {
    row.at(column).filter(|cell| cell.is_filled())
}

/// Returns the words of a cell in small letters, without what stands in brackets and signs at the ends.
fn plain(text: &str, cell: &Cell) -> String {
    let words =
        lowercase(&markup::plain(cell.range.of(text))).replace("<br>", " ").replace(" / ", " ");
    let open = words.find('(').filter(|at| *at > 0).unwrap_or(words.len());
    let bare = words[..open].trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '.' | ':' | ';' | '*' | '_' | '/' | ',')
    });
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn kind_of(name: &str, words: &TableWords) -> (Column, Option<ColumnForce>) {
    let is = |list: &[String]| list.iter().any(|word| word == name);
    let begins = |list: &[String]| list.iter().any(|word| begins_with(name, word));
    let holds = |list: &[String]| list.iter().any(|word| has_words(name, word));
    let task = &words.task;
    let kind = match () {
        () if name.is_empty() => Column::Other,
        () if is(&words.number.words) => Column::Number,
        () if begins(&words.note.words) => Column::Note,
        () if begins(&words.deadline.words) => Column::Deadline,
        () if begins(&words.lead.never) => Column::Other,
        () if holds(&words.lead.words) || is(&words.lead.whole) => Column::Lead,
        () if holds(&words.partners.words) => Column::Partners,
        () if begins(&words.product.words) || is(&words.product.whole) => Column::Product,
        () if holds(&task.never) => Column::Other,
        () if begins(&task.words) => return (Column::Task, Some(ColumnForce::Full)),
        () if is(&task.weak) => return (Column::Task, Some(ColumnForce::Weak)),
        () => Column::Other,
    };
    (kind, None)
}

fn is_other(name: &str, words: &TableWords) -> bool {
    words.other.words.iter().any(|word| has_words(name, word))
        || words.other.whole.iter().any(|word| word == name)
}

fn begins_with(name: &str, word: &str) -> bool {
    name.strip_prefix(word).is_some_and(|rest| !rest.starts_with(is_word))
}

fn has_words(name: &str, word: &str) -> bool {
    name.match_indices(word).any(|(at, _)| {
        let before = name[..at].chars().next_back();
        before.is_none_or(|c| !is_word(c)) && begins_with(&name[at..], word)
    })
}

/// Tells whether the rows below a head are those of tasks: someone is to do them, or by some day, and
/// they are neither figures nor an agenda.
fn fits(
    text: &str,
    body: &[TableRow],
    head: &TableHead,
    force: ColumnForce,
    words: &TableWords,
) -> bool {
    let place = |column: Column| head.columns.iter().position(|own| *own == column);
    let share = |column: Option<usize>, is: &dyn Fn(&str) -> bool| -> (usize, usize) {
        let Some(column) = column else { return (0, 0) };
        let cells = body.iter().take(ASKED).filter_map(|row| own(row, column));
        let cells: Vec<&str> = cells.map(|cell| cell.range.of(text)).collect();
        (cells.iter().filter(|words| is(words)).count(), cells.len())
    };
    let opens_agenda = |cell: &str| {
        let cell = lowercase(&cell[..cell.floor_char_boundary(80)]);
        words.agenda.words.iter().any(|word| begins_with(&cell, word))
    };
    let (opening, all) = share(place(Column::Task), &opens_agenda);
    let (clocks, times) = share(place(Column::Deadline), &has_clock);
    let early = force == ColumnForce::Weak
        && place(Column::Deadline).is_some_and(|at| Some(at) < place(Column::Task));
    if 5 * opening > all || 2 * clocks > times || early {
        return false;
    }
    // "Đơn vị" is an office or what figures are counted in: "triệu đồng".
    let is_name = |cell: &str| cell.chars().find(|c| is_word(*c)).is_some_and(char::is_uppercase);
    let (names, leads) = share(place(Column::Lead), &is_name);
    let is_led = 2 * names > leads;
    let partners = place(Column::Partners).is_some();
    let told = is_led || partners || place(Column::Deadline).is_some();
    match force {
        ColumnForce::Weak => {
            // Who does something at a meeting is named, too, and how long it takes.
            let is_date = |cell: &str| {
                let cell = lowercase(&cell[..cell.floor_char_boundary(80)]);
                words.deadline.dates.iter().any(|word| cell.contains(word.as_str()))
            };
            let (dates, times) = share(place(Column::Deadline), &is_date);
            partners || 2 * dates > times || is_led && !head.is_person
        }
        ColumnForce::Full => {
            let nothing_else =
                !head.columns.contains(&Column::Other) && place(Column::Lead).is_none();
            told || place(Column::Product).is_some() || nothing_else
        }
    }
}

/// Tells whether a cell begins with a time of the day: "7h30", "08:00", "8 giờ 15".
fn has_clock(cell: &str) -> bool {
    let rest = cell.trim_start_matches(|c: char| !is_word(c));
    let rest = lowercase(&rest[..rest.floor_char_boundary(24)]);
    let hour = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let figures = rest.len() - hour.len();
    (1..=2).contains(&figures)
        && ["h", "g", ":", "giờ"].iter().any(|sign| hour.trim_start().starts_with(sign))
}

/// Tells whether the cells of a column are numbers of rows.
fn counts(text: &str, table: &Table, column: usize) -> bool {
    let cells = table.rows.iter().filter_map(|row| own(row, column)).take(ASKED);
    let (mut numbers, mut all) = (0, 0);
    for cell in cells {
        all += 1;
        numbers += usize::from(is_number(cell.range.of(text)));
    }
    all > 0 && numbers == all
}

/// Tells whether a row has the names of the columns once more.
fn repeats(text: &str, row: &TableRow, names: &[String]) -> bool {
    let mut same = 0;
    for cell in row.filled() {
        let words = plain(text, cell);
        if names.get(usize::from(cell.column)).is_none_or(|name| !name.contains(&words)) {
            return false;
        }
        same += usize::from(!words.is_empty());
    }
    same >= 2
}

/// Tells whether a row numbers the columns: "(1) | (2) | (3)".
fn counts_columns(text: &str, row: &TableRow) -> bool {
    let number = |cell: &Cell| -> Option<usize> {
        let digits = cell.range.of(text).trim_matches(|c: char| !c.is_ascii_alphanumeric());
        digits.parse().ok()
    };
    let found: Vec<Option<usize>> = row.filled().map(number).collect();
    let first = found.iter().flatten().next().copied();
    let follow = |(place, number): (usize, &Option<usize>)| match number {
        Some(number) => first.is_some_and(|first| *number <= first + place + 1),
        // "(A) | (B) | (1)"
        None => place < 2,
    };
    found.len() >= 3
        && 2 * found.iter().flatten().count() > found.len()
        && found.iter().flatten().is_sorted_by(|one, next| one < next)
        && found.iter().enumerate().all(follow)
}

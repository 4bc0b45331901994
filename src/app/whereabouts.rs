//! Where in the speech the reader is, in words: "Nhiệm vụ 3/8".

use crate::i18n::Messages;
use crate::register::RegisterRow;
use crate::speech::{
    Duty, ItemIndex, Outline, Pace, ReadingTime, Role, SectionKind, SeriesIndex, Speech,
};
use crate::text::{TextPos, TextRange};

/// Names a series: by the words of the text, or by its role.
pub fn series_title(speech: &Speech, index: SeriesIndex, messages: &Messages) -> String {
    let role = || speech.outline.series.get(index).map_or(Role::Other, |series| series.role);
    speech.series_words(index).unwrap_or_else(|| role_name(role(), messages))
}

/// Names a role.
pub fn role_name(role: Role, messages: &Messages) -> String {
    messages.get(role_id(role))
}

/// Returns the message that names a role.
pub fn role_id(role: Role) -> &'static str {
    match role {
        Role::Task => "role-task",
        Role::Result => "role-result",
        Role::Limitation => "role-limitation",
        Role::Cause => "role-cause",
        Role::Lesson => "role-lesson",
        Role::Viewpoint => "role-viewpoint",
        Role::Other => "role-other",
    }
}

/// Names the item of a series by its markers and how many there are: "Nhiệm vụ 3/8", "Mục II.3.b". Where items name offices
/// whose work lies in them, the tasks of the series are counted, and the offices apart from them.
pub fn item_name(speech: &Speech, index: ItemIndex, messages: &Messages) -> String {
    let outline = &speech.outline;
    let item = &outline.items[index];
    let series = &outline.series[item.series];
    let name = match (item.duty, series.role) {
        (Duty::Office, _) => messages.get("duty-office"),
        (Duty::Group, _) | (Duty::Work, Role::Other) => messages.get("item-plain"),
        (Duty::Work, role) => role_name(role, messages),
    };
    let task = outline.whole_task(index).filter(|&task| {
        let series = outline.items[task].series;
        item.series == series && outline.has_offices(series)
    });
    let Some(task) = task else {
        let path = speech.mark_path(index);
        return match item.path.len() {
            1 => format!("{name} {path}/{}", series.count),
            _ => format!("{name} {path}"),
        };
    };
    let before = outline.tasks_of(item.series).take_while(|&other| other < task).count();
    let depth = outline.items[task].path.len().min(item.path.len());
    let count = outline.tasks_of(item.series).count();
    let first = before as u32 + 1;
    let path: Vec<String> =
        std::iter::once(&first).chain(&item.path[depth..]).map(u32::to_string).collect();
    format!("{name} {}/{count}", path.join("."))
}

/// Counts what a series has: its tasks where items name offices whose work lies in them, else its members.
pub fn series_count(outline: &Outline, index: SeriesIndex) -> usize {
    match outline.has_offices(index) {
        true => outline.tasks_of(index).count(),
        false => outline.series[index].count as usize,
    }
}

/// Names the place: the item, else the section.
pub fn place_name(speech: &Speech, pos: TextPos, messages: &Messages) -> String {
    let outline = &speech.outline;
    if let Some(item) = outline.item_at(pos) {
        return item_name(speech, item, messages);
    }
    match outline.section_at(pos).map(|index| outline.sections[index].kind) {
        Some(kind) => section_title(speech, kind, messages),
        None => String::new(),
    }
}

/// Names a section.
pub fn section_title(speech: &Speech, kind: SectionKind, messages: &Messages) -> String {
    match kind {
        SectionKind::Opening => messages.get("section-opening"),
        SectionKind::Series(series) => series_title(speech, series, messages),
        SectionKind::Heading(range) => speech.line(range),
        SectionKind::Closing => messages.get("section-closing"),
    }
}

/// Says how long a stretch of a speech takes to be read and to be spoken, in the message `id`.
pub fn time(
    id: &str,
    speech: &Speech,
    (range, pace): (TextRange, Pace),
    messages: &Messages,
) -> String {
    let ReadingTime { words, reading, speaking } = pace.time(speech, range);
    let args = [
        ("words", words.into()),
        ("reading", span(reading, messages).into()),
        ("speaking", span(speaking, messages).into()),
    ];
    messages.with(id, &args)
}

/// Says a length of time, given in milliseconds: seconds below a minute and a half, minutes below an hour and a half.
fn span(time: u64, messages: &Messages) -> String {
    let seconds = usize::try_from(time).unwrap_or(usize::MAX).div_ceil(1_000);
    let minutes = (seconds + 30) / 60;
    match (seconds, minutes) {
        (..90, _) => messages.with("time-seconds", &[("count", seconds.into())]),
        (_, ..90) => messages.with("time-minutes", &[("count", minutes.into())]),
        _ => messages.with(
            "time-hours",
            &[("hours", (minutes / 60).into()), ("minutes", (minutes % 60).into())],
        ),
    }
}

/// Returns the address of a task, or its line where it stands in no item.
pub fn task_place(row: &RegisterRow, messages: &Messages) -> String {
    match row.address.is_empty() {
        true => messages.with("register-line", &[("line", row.line.to_string().into())]),
        false => row.address.clone(),
    }
}

//! Where in the speech the reader is, in words: "Nhiệm vụ 3/8".

use crate::i18n::Messages;
use crate::model::{ItemIndex, Outline, Role, SectionKind, Series, Speech};
use crate::text::TextPos;

/// Names a series: its own title, or its role's name.
pub fn series_title(series: &Series, messages: &Messages) -> String {
    if series.title.is_empty() { role_name(series.role, messages) } else { series.title.clone() }
}

/// Names a role.
pub fn role_name(role: Role, messages: &Messages) -> String {
    messages.get(role_id(role))
}

/// Gives the message that names a role.
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

/// Names the item of a series by its number and how many there are: "Nhiệm vụ 3/8".
pub fn item_name(outline: &Outline, item: ItemIndex, messages: &Messages) -> String {
    let item = &outline.items[item];
    let series = &outline.series[item.series];
    let path: Vec<String> = item.path.iter().map(u32::to_string).collect();
    format!("{} {}/{}", role_name(series.role, messages), path.join("."), series.count)
}

/// Names the place: the item, else the section.
pub fn place_name(speech: &Speech, pos: TextPos, messages: &Messages) -> String {
    let outline = &speech.outline;
    if let Some(item) = outline.item_at(pos) {
        return item_name(outline, item, messages);
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
        SectionKind::Series(series) => series_title(&speech.outline.series[series], messages),
        SectionKind::Heading(range) => speech.line(range),
        SectionKind::Closing => messages.get("section-closing"),
    }
}

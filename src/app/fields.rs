//! The names of what is known about a speech.

use crate::speech::Field;

/// Returns the message that names an entry.
pub fn field_id(field: Field) -> &'static str {
    match field {
        Field::Title => "field-title",
        Field::Kind => "field-kind",
        Field::Speaker => "field-speaker",
        Field::Office => "field-office",
        Field::Date => "field-date",
        Field::Occasion => "field-occasion",
        Field::Place => "field-place",
        Field::Number => "field-number",
        Field::Url => "field-url",
    }
}

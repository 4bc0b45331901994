//! The template of a citation: what copying puts on the clipboard.
//!
//! `{speaker}` stands for the speaker. What else stands in the braces comes and goes with the
//! value: `{, date}` is nothing at all for a speech without a date.

use std::fmt;

/// What a citation can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CitationField {
    /// The passage itself.
    Quote,
    /// The speaker.
    Speaker,
    /// The speaker's office.
    Office,
    /// The occasion.
    Occasion,
    /// The place where the speech was given.
    Place,
    /// The day.
    Date,
    /// The title of the speech.
    Title,
    /// The number of the document.
    Number,
    /// The address of the passage.
    Address,
    /// Where the text is published.
    Url,
}

impl CitationField {
    /// Every field.
    pub const ALL: [CitationField; 10] = [
        CitationField::Quote,
        CitationField::Speaker,
        CitationField::Office,
        CitationField::Occasion,
        CitationField::Place,
        CitationField::Date,
        CitationField::Title,
        CitationField::Number,
        CitationField::Address,
        CitationField::Url,
    ];

    /// Returns the word that stands for it in a template.
    pub fn name(self) -> &'static str {
        match self {
            CitationField::Quote => "quote",
            CitationField::Speaker => "speaker",
            CitationField::Office => "office",
            CitationField::Occasion => "occasion",
            CitationField::Place => "place",
            CitationField::Date => "date",
            CitationField::Title => "title",
            CitationField::Number => "number",
            CitationField::Address => "address",
            CitationField::Url => "url",
        }
    }
}

/// A template of citations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitationTemplate {
    text: String,
    lines: Vec<Vec<TemplatePiece>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum TemplatePiece {
    Text(String),
    Field { before: String, field: CitationField, after: String },
}

/// The default template.
const DEFAULT: &str = "“{quote}”\n— {speaker}{, office}{, occasion}{, date}{ [address]}";

impl Default for CitationTemplate {
    fn default() -> Self {
        // A test holds the template to be right.
        CitationTemplate::parse(DEFAULT)
            .unwrap_or(CitationTemplate { text: String::new(), lines: Vec::new() })
    }
}

impl CitationTemplate {
    /// Reads a template.
    ///
    /// # Errors
    ///
    /// The braces that name no field or more than one, or that nothing closes.
    pub fn parse(text: &str) -> Result<CitationTemplate, &str> {
        let lines = text.split('\n').map(line).collect::<Result<_, _>>()?;
        Ok(CitationTemplate { text: text.to_owned(), lines })
    }

    /// Fills the template. A field without a value is left out with what stands in its braces; a
    /// line whose fields all are without a value goes too, and so does the punctuation before the
    /// first field of a line that has one.
    pub fn fill(&self, value: impl Fn(CitationField) -> Option<String>) -> String {
        let lines = self.lines.iter().filter_map(|pieces| fill_line(pieces, &value));
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// Writes the template as [`CitationTemplate::parse`] reads it.
impl fmt::Display for CitationTemplate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

fn line(text: &str) -> Result<Vec<TemplatePiece>, &str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (inside, after) = after.split_once('}').ok_or(&rest[before.len()..])?;
        pieces.push(TemplatePiece::Text(before.to_owned()));
        pieces.push(field(inside).ok_or(inside)?);
        rest = after;
    }
    pieces.push(TemplatePiece::Text(rest.to_owned()));
    Ok(pieces)
}

fn field(inside: &str) -> Option<TemplatePiece> {
    let words = inside.split(|c: char| !c.is_alphabetic());
    let mut named = words.filter_map(|word| {
        let field = CitationField::ALL.into_iter().find(|field| field.name() == word)?;
        let at = word.as_ptr() as usize - inside.as_ptr() as usize;
        Some((field, at))
    });
    let (field, at) = named.next().filter(|_| named.next().is_none())?;
    let before = inside[..at].to_owned();
    Some(TemplatePiece::Field {
        before,
        field,
        after: inside[at + field.name().len()..].to_owned(),
    })
}

fn fill_line(
    pieces: &[TemplatePiece],
    value: &impl Fn(CitationField) -> Option<String>,
) -> Option<String> {
    let mut out = String::new();
    let (mut fields, mut filled) = (0, 0);
    for piece in pieces {
        match piece {
            TemplatePiece::Text(text) => out.push_str(text),
            TemplatePiece::Field { before, field, after } => {
                fields += 1;
                let Some(value) = value(*field).filter(|value| !value.is_empty()) else {
                    continue;
                };
                let separators: &[char] = if filled == 0 { &[',', ';', ':', ' '] } else { &[] };
                out.push_str(before.trim_start_matches(separators));
                out.push_str(&value);
                out.push_str(after);
                filled += 1;
            }
        }
    }
    (fields == 0 || filled > 0).then_some(out)
}

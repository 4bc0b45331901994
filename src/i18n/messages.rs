//! The messages of one language, read from their source as they are asked for.

use super::catalog;
use super::lang::Lang;
use crate::speech::Date;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use std::borrow::Cow;
use std::cell::RefCell;
use unic_langid::LanguageIdentifier;

/// The messages of one language.
///
/// Making one reads nothing: a message is parsed when it is first asked for, because the first
/// screen shows a dozen of them and waits for no others. For that, a message refers to no other.
pub struct Messages {
    lang: Lang,
    known: RefCell<FluentBundle<FluentResource>>,
}

/// A value to put into a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg<'a> {
    /// Text, put in as it is.
    Text(Cow<'a, str>),
    /// A number, which also chooses between singular and plural; written as [`Messages::count`]
    /// does. A year or a code is text.
    Number(usize),
}

impl Messages {
    /// Makes the messages of a language.
    pub fn new(lang: Lang) -> Messages {
        let id = LanguageIdentifier::from_bytes(lang.code().as_bytes()).unwrap_or_default();
        let mut known = FluentBundle::new(vec![id]);
        known.set_use_isolating(false);
        known.set_formatter(Some(match lang {
            Lang::Vi => |value, _| format_number(value, Lang::Vi),
            Lang::En => |value, _| format_number(value, Lang::En),
        }));
        Messages { lang, known: RefCell::new(known) }
    }

    /// Returns the language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Returns a message that takes no arguments. An unknown id comes back as `⟨id⟩`.
    pub fn get(&self, id: &str) -> String {
        self.format(id, None)
    }

    /// Returns a message that takes no arguments, if there is one of that id.
    pub fn find(&self, id: &str) -> Option<String> {
        catalog::find(self.lang, id).map(|_| self.get(id))
    }

    /// Returns a message with its arguments filled in. An unknown id comes back as `⟨id⟩`, an
    /// argument that the message needs and is not given as `{$name}`.
    pub fn with(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            values.set(*name, value.fluent());
        }
        self.format(id, Some(&values))
    }

    /// Writes a day: `20/12/2023` in Vietnamese, `20 December 2023` in English.
    pub fn date(&self, date: Date) -> String {
        match self.lang {
            Lang::Vi => format!("{:02}/{:02}/{}", date.day(), date.month(), date.year()),
            Lang::En => {
                let month = ENGLISH_MONTHS[usize::from(date.month()) - 1];
                format!("{} {month} {}", date.day(), date.year())
            }
        }
    }

    /// Writes a day in few cells: `20/12/2023` in Vietnamese, `20 Dec 2023` in English.
    pub fn short_date(&self, date: Date) -> String {
        match self.lang {
            Lang::Vi => self.date(date),
            Lang::En => {
                let month = ENGLISH_MONTHS[usize::from(date.month()) - 1];
                let month = month.get(..3).unwrap_or(month);
                format!("{:02} {month} {}", date.day(), date.year())
            }
        }
    }

    /// Writes a whole number with its thousands set apart: `1.234` in Vietnamese, `1,234` in
    /// English.
    pub fn count(&self, number: usize) -> String {
        group(number, self.lang)
    }

    /// Writes a share of a hundred: `45%` in both languages.
    pub fn percent(&self, share: usize) -> String {
        format!("{}%", self.count(share))
    }

    fn format(&self, id: &str, args: Option<&FluentArgs<'_>>) -> String {
        if !self.known.borrow().has_message(id)
            && let Some(source) = catalog::find(self.lang, id)
        {
            let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(source.to_owned());
            // It cannot be there already: that was just asked.
            let _ = self.known.borrow_mut().add_resource(resource);
        }
        let known = self.known.borrow();
        match known.get_message(id).and_then(|message| message.value()) {
            // Fluent writes an argument that is missing in its own place; a test finds it.
            Some(pattern) => known.format_pattern(pattern, args, &mut Vec::new()).into_owned(),
            None => format!("⟨{id}⟩"),
        }
    }
}

const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn format_number(value: &FluentValue<'_>, lang: Lang) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(group(number.value as usize, lang)),
        _ => None,
    }
}

fn group(number: usize, lang: Lang) -> String {
    let digits = number.to_string();
    let separator = match lang {
        Lang::Vi => '.',
        Lang::En => ',',
    };
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

impl Arg<'_> {
    fn fluent(&self) -> FluentValue<'_> {
        match self {
            Arg::Text(text) => FluentValue::from(text.as_ref()),
            Arg::Number(number) => FluentValue::from(*number),
        }
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Arg::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Arg<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Arg::Text(text)
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Arg::Number(number)
    }
}

impl From<u32> for Arg<'_> {
    fn from(number: u32) -> Self {
        Arg::Number(usize::try_from(number).unwrap_or(usize::MAX))
    }
}

impl From<u16> for Arg<'_> {
    fn from(number: u16) -> Self {
        Arg::Number(number.into())
    }
}

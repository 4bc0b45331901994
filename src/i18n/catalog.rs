//! The texts of the messages, and finding one by its id without reading the rest.

use super::lang::Lang;
use memchr::memmem;

/// One file of messages.
#[derive(Clone, Copy)]
pub(super) struct MessageFile {
    /// The file's name without `.ftl`.
    #[cfg_attr(not(test), expect(dead_code, reason = "names the file in test failures"))]
    pub name: &'static str,
    vi: &'static str,
    en: &'static str,
}

macro_rules! areas {
    ($($name:literal),*) => {
        [$(MessageFile {
            name: $name,
            vi: include_str!(concat!("../../data/locales/vi/", $name, ".ftl")),
            en: include_str!(concat!("../../data/locales/en/", $name, ".ftl")),
        }),*]
    };
}

/// Every file of messages; the one that the first screen needs comes first.
pub(super) const AREAS: [MessageFile; 10] = areas![
    "ui", "action", "outline", "config", "cli", "store", "text", "search", "export", "register"
];

impl MessageFile {
    /// Returns the file in one language.
    pub fn text(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Vi => self.vi,
            Lang::En => self.en,
        }
    }
}

/// Finds the source of the message `id`: from its line up to the next that is not indented.
///
/// Each file starts with a comment, so that a message always follows a line feed, and has exactly
/// `id = ` before a text; tests hold the files to both.
pub(super) fn find(lang: Lang, id: &str) -> Option<&'static str> {
    let head = format!("\n{id} =");
    AREAS.iter().find_map(|area| {
        let text = area.text(lang);
        let start = memmem::find(text.as_bytes(), head.as_bytes())? + 1;
        Some(entry(&text[start..]))
    })
}

/// Returns the first entry of `text`: its first line and the indented or empty ones behind it.
pub(super) fn entry(text: &str) -> &str {
    let next =
        |at: usize| !matches!(text.as_bytes().get(at + 1), Some(b' ' | b'\n' | b'\r' | b'}'));
    let end = memchr::memchr_iter(b'\n', text.as_bytes()).find(|at| next(*at));
    end.map_or(text, |end| &text[..=end])
}

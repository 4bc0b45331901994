//! What holds within a group of RTF.

use crate::formats::read::paragraph::Look;

/// What holds for the words that come; a group restores it at its end.
#[derive(Clone, Copy, Debug)]
pub(super) struct RtfState {
    pub place: RtfDestination,
    pub look: Look,
    pub seen: Visibility,
    pub capitals: bool,
    pub font: i64,
    pub style: Option<i64>,
    pub outline: Option<i64>,
    /// How many tables a paragraph lies in.
    pub tables: usize,
    /// How many characters stand for a `\u` in older programs.
    pub fallback: usize,
    pub optional: Optional,
    /// The parts of a date that were said: year, month, day.
    pub date: (u16, u8, u8),
}

/// Whether words are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Visibility {
    #[default]
    Shown,
    Hidden,
    /// By a tracked change.
    Deleted,
}

/// Where words go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum RtfDestination {
    #[default]
    Text,
    /// The label of a list's item.
    Label,
    Note,
    /// What every page repeats.
    Head,
    Fonts,
    Styles,
    Title,
    Author,
    Nowhere,
}

/// Whether a group is one that older programs pass over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Optional {
    #[default]
    No,
    Yes,
}

/// A font.
#[derive(Clone, Debug, Default)]
pub(super) struct RtfFont {
    pub name: String,
    pub page: Option<&'static encoding_rs::Encoding>,
}

impl Default for RtfState {
    fn default() -> Self {
        RtfState {
            place: RtfDestination::Text,
            look: Look::default(),
            seen: Visibility::Shown,
            capitals: false,
            font: 0,
            style: None,
            outline: None,
            tables: 0,
            fallback: 1,
            optional: Optional::No,
            date: (0, 0, 0),
        }
    }
}

impl RtfState {
    /// Words look like nothing in particular from here on.
    pub fn plain(&mut self) {
        self.look = Look::default();
        self.seen = Visibility::Shown;
        self.capitals = false;
    }

    /// A paragraph is like any other from here on.
    pub fn pard(&mut self) {
        self.style = None;
        self.outline = None;
        self.tables = 0;
    }
}

/// Returns the code page of a font's character set; none for that of the document.
pub(in crate::formats::read) fn page_of_charset(
    charset: i64,
) -> Option<&'static encoding_rs::Encoding> {
    Some(match charset {
        0 => encoding_rs::WINDOWS_1252,
        128 => encoding_rs::SHIFT_JIS,
        129 => encoding_rs::EUC_KR,
        134 => encoding_rs::GBK,
        136 => encoding_rs::BIG5,
        161 => encoding_rs::WINDOWS_1253,
        162 => encoding_rs::WINDOWS_1254,
        163 => encoding_rs::WINDOWS_1258,
        204 => encoding_rs::WINDOWS_1251,
        238 => encoding_rs::WINDOWS_1250,
        _ => return None,
    })
}

/// Returns a code page by its number.
pub(super) fn page_of_number(number: i64) -> Option<&'static encoding_rs::Encoding> {
    match number {
        65001 => Some(encoding_rs::UTF_8),
        936 => Some(encoding_rs::GBK),
        932 => Some(encoding_rs::SHIFT_JIS),
        _ => encoding_rs::Encoding::for_label(format!("windows-{number}").as_bytes()),
    }
}

//! Rich Text Format: what Word, LibreOffice and old `.doc` files of agencies hold.
//!
//! Numbers of lists are taken as the program that wrote the file put them there (`\listtext`).
//! Tracked changes are taken as accepted, hidden text is left out.

mod lines;
mod state;
#[cfg(test)]
mod tests;
mod token;

use super::ImportError;
use super::draft::{Draft, FileProperties};
use super::facts;
use super::limits::{Budget, Limit};
use super::paragraph::{FontWeight, LetterCase, Paragraph, SOFT_HYPHEN, Slant};
use super::sheet::DraftBuilder;
use super::table::DraftTable;
use crate::speech::{Date, Format};
#[cfg(feature = "doc")]
pub(super) use state::page_of_charset;
use state::{RtfDestination, RtfFont, RtfState, Visibility};
use std::collections::HashMap;
use token::{RtfToken, Tokens};

const RTF: Format = Format::Rtf;
/// How deep tables may lie in one another.
const TABLES: usize = 16;

/// Reads a document.
pub(super) fn read(bytes: &[u8], budget: &Budget) -> Result<Draft, ImportError> {
    let mut reader = RtfReader {
        budget,
        sheet: DraftBuilder::default(),
        fonts: HashMap::new(),
        styles: HashMap::new(),
        page: encoding_rs::WINDOWS_1252,
        font: 0,
        state: RtfState::default(),
        stack: Vec::new(),
        line: Paragraph::default(),
        apart: None,
        tables: Vec::new(),
        notes: Vec::new(),
        facts: FileProperties::default(),
        words: String::new(),
        pending: Vec::new(),
        high: None,
        skip: 0,
    };
    let mut tokens = Tokens::new(bytes);
    while let Some(token) = tokens.next() {
        budget.step()?;
        reader.take(token, &mut tokens)?;
    }
    reader.flush();
    if reader.sheet.len() == 0 && !bytes.ends_with(b"}") && reader.line.is_blank() {
        return Err(ImportError::damaged(RTF, "it ends too early"));
    }
    reader.finish()
}

/// A document while it is read.
struct RtfReader<'a> {
    budget: &'a Budget,
    sheet: DraftBuilder,
    fonts: HashMap<i64, RtfFont>,
    /// The names of paragraph styles, in small letters.
    styles: HashMap<i64, String>,
    /// The code page of the document.
    page: &'static encoding_rs::Encoding,
    /// The font or style that is being defined.
    font: i64,
    state: RtfState,
    stack: Vec<RtfState>,
    line: Paragraph,
    /// The line of the text while a note or a page's head is read.
    apart: Option<(Paragraph, usize)>,
    /// The tables that are open, each in a cell of the one before.
    tables: Vec<DraftTable>,
    notes: Vec<Paragraph>,
    facts: FileProperties,
    /// Words of a name: of a font, a style, a title.
    words: String,
    /// Bytes that wait to be decoded with those behind them.
    pending: Vec<u8>,
    /// The first half of a pair of UTF-16.
    high: Option<u16>,
    /// How many characters behind a `\u` stand for it in older programs.
    skip: usize,
}

impl RtfReader<'_> {
    fn take(&mut self, token: RtfToken, tokens: &mut Tokens) -> Result<(), ImportError> {
        match token {
            RtfToken::Open => {
                self.flush();
                self.skip = 0;
                if self.stack.len() >= self.budget.limits.depth {
                    return Err(ImportError::Limit(Limit::Depth));
                }
                self.stack.push(self.state);
            }
            RtfToken::Close => {
                self.flush();
                self.skip = 0;
                self.close()?;
            }
            RtfToken::Byte(byte) => {
                if self.skip > 0 {
                    self.skip -= 1;
                } else {
                    self.pending.push(byte);
                }
            }
            RtfToken::Text(text) => {
                let skipped = self.skip.min(text.len());
                self.skip -= skipped;
                self.pending.extend_from_slice(&text[skipped..]);
            }
            RtfToken::Symbol(symbol) => {
                self.flush();
                match symbol {
                    b'~' => self.say("\u{a0}"),
                    b'_' => self.say("-"),
                    b'-' => self.say(SOFT_HYPHEN.encode_utf8(&mut [0; 2])),
                    b'*' => self.state.optional = state::Optional::Yes,
                    b'\n' | b'\r' => self.end_line()?,
                    _ => {}
                }
            }
            RtfToken::Word(word, number) => {
                if self.skip > 0 && word != "u" {
                    self.skip -= 1;
                }
                if word == "u" {
                    self.unicode(number.unwrap_or(0));
                    return Ok(());
                }
                self.flush();
                if word == "bin" {
                    tokens.pass(usize::try_from(number.unwrap_or(0)).unwrap_or(0));
                    return Ok(());
                }
                self.word(word, number)?;
            }
        }
        Ok(())
    }

    fn unicode(&mut self, number: i64) {
        self.flush();
        // Numbers are of 16 bits with a sign.
        let unit = (number & 0xFFFF) as u16;
        self.skip = self.state.fallback;
        let units = match (self.high.take(), unit) {
            (None, 0xD800..=0xDBFF) => {
                self.high = Some(unit);
                return;
            }
            (Some(high), _) => vec![high, unit],
            (None, _) => vec![unit],
        };
        let text: String =
            char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        self.say(&text);
    }

    /// Decodes the bytes that wait.
    fn flush(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.pending);
        let page = self.fonts.get(&self.state.font).and_then(|font| font.page).unwrap_or(self.page);
        let (text, _) = page.decode_without_bom_handling(&bytes);
        self.say(&text);
    }

    /// Adds words to where the document is.
    fn say(&mut self, words: &str) {
        match self.state.place {
            RtfDestination::Text
            | RtfDestination::Label
            | RtfDestination::Note
            | RtfDestination::Head => {
                match self.state.seen {
                    Visibility::Shown => {}
                    Visibility::Hidden => return self.sheet.hide(words),
                    Visibility::Deleted => return,
                }
                let font = self.fonts.get(&self.state.font).map(|font| font.name.as_str());
                let mut look = self.state.look;
                if let Some(font) = font {
                    look = look.in_font(font);
                }
                if self.state.capitals {
                    look.case = LetterCase::Capitals;
                }
                if self.state.place == RtfDestination::Label {
                    self.line.label.push_str(words);
                } else {
                    self.line.push(words, look);
                }
            }
            RtfDestination::Fonts
            | RtfDestination::Styles
            | RtfDestination::Title
            | RtfDestination::Author => {
                if self.words.len() < 4096 {
                    self.words.push_str(words);
                }
                if words.ends_with(';') {
                    self.name();
                }
            }
            RtfDestination::Nowhere => {}
        }
    }

    /// Takes a finished name of a font or style.
    fn name(&mut self) {
        let name = std::mem::take(&mut self.words);
        let name = name.trim_end_matches(';').trim();
        match self.state.place {
            RtfDestination::Fonts => {
                self.fonts.entry(self.font).or_default().name = name.to_owned()
            }
            RtfDestination::Styles => {
                self.styles.insert(self.font, name.to_lowercase());
            }
            _ => {}
        }
    }

    fn word(&mut self, word: &str, number: Option<i64>) -> Result<(), ImportError> {
        if self.state.optional == state::Optional::Yes {
            self.state.optional = state::Optional::No;
            if !matches!(word, "listtext" | "pntext" | "shptxt" | "nestrow") {
                self.state.place = RtfDestination::Nowhere;
            }
        }
        let on = number != Some(0);
        if self.state.place == RtfDestination::Fonts || self.state.place == RtfDestination::Styles {
            match word {
                "f" if self.state.place == RtfDestination::Fonts => self.font = number.unwrap_or(0),
                "s" | "cs" | "ds" => self.font = number.unwrap_or(0),
                "fcharset" => {
                    let page = number.and_then(state::page_of_charset);
                    self.fonts.entry(self.font).or_default().page = page;
                }
                _ => {}
            }
            return Ok(());
        }
        match word {
            "ansicpg" => self.page = number.and_then(state::page_of_number).unwrap_or(self.page),
            "fonttbl" => self.state.place = RtfDestination::Fonts,
            "stylesheet" => self.state.place = RtfDestination::Styles,
            "title" => self.state.place = RtfDestination::Title,
            "author" => self.state.place = RtfDestination::Author,
            "info" | "colortbl" | "pict" | "object" | "fldinst" | "themedata" | "datafield"
            | "nonshppict" | "comment" | "operator" | "subject" | "doccomm" | "keywords"
            | "category" | "filetbl" | "revtbl" | "rsidtbl" | "listtable" | "listoverridetable"
            | "annotation" | "atnid" | "atnauthor" | "bkmkstart" | "bkmkend" | "xe" | "tc"
            | "nonesttables" | "creatim" | "revtim" | "printim" | "buptim" | "nextfile"
            | "template" | "ftnsep" | "ftnsepc" | "aftnsep" | "aftnsepc" => {
                self.state.place = RtfDestination::Nowhere
            }
            "yr" | "mo" | "dy" => self.date(word, number.unwrap_or(0)),
            "listtext" | "pntext" => {
                self.state.place = RtfDestination::Label;
                self.line.label.clear();
            }
            "footnote" => self.begin_apart(RtfDestination::Note),
            "header" | "headerl" | "headerr" | "headerf" | "footer" | "footerl" | "footerr"
            | "footerf" => self.begin_apart(RtfDestination::Head),
            "uc" => self.state.fallback = usize::try_from(number.unwrap_or(1)).unwrap_or(1).min(16),
            "f" => self.state.font = number.unwrap_or(0),
            "plain" => self.state.plain(),
            "pard" => self.state.pard(),
            "b" => {
                self.state.look.weight = if on { FontWeight::Bold } else { FontWeight::Normal };
            }
            "i" => self.state.look.slant = if on { Slant::Italic } else { Slant::Upright },
            "v" => self.state.seen = if on { Visibility::Hidden } else { Visibility::Shown },
            "deleted" => self.state.seen = if on { Visibility::Deleted } else { Visibility::Shown },
            "caps" => self.state.capitals = on,
            "s" => self.state.style = number,
            "outlinelevel" => self.state.outline = number.filter(|level| (0..9).contains(level)),
            "intbl" => self.state.tables = self.state.tables.max(1),
            "itap" => {
                self.state.tables = usize::try_from(number.unwrap_or(1)).unwrap_or(0).min(TABLES)
            }
            "par" | "sect" => self.end_line()?,
            "page" | "column" => self.say(" "),
            "line" => self.line.line_break(),
            "tab" => self.say(" "),
            "cell" => self.end_cell(1),
            "nestcell" => self.end_cell(self.state.tables.max(2)),
            "row" => self.end_row(1),
            "nestrow" => self.end_row(self.state.tables.max(2)),
            "emdash" => self.say("—"),
            "endash" => self.say("–"),
            "lquote" => self.say("‘"),
            "rquote" => self.say("’"),
            "ldblquote" => self.say("“"),
            "rdblquote" => self.say("”"),
            "bullet" => self.say("•"),
            "emspace" | "enspace" | "qmspace" => self.say(" "),
            _ => {}
        }
        Ok(())
    }

    fn date(&mut self, part: &str, number: i64) {
        // Only the date of creation is wanted, which comes first; it is put together part by part.
        let number = u16::try_from(number).unwrap_or(0);
        let parts = &mut self.state.date;
        match part {
            "yr" => parts.0 = number,
            "mo" => parts.1 = number as u8,
            _ => parts.2 = number as u8,
        }
        let (year, month, day) = *parts;
        self.facts.date = self.facts.date.or_else(|| Date::new(year, month, day));
    }

    fn close(&mut self) -> Result<(), ImportError> {
        let place = self.state.place;
        let depth = self.stack.len();
        if matches!(place, RtfDestination::Title | RtfDestination::Author) {
            let words = std::mem::take(&mut self.words);
            let fact =
                if place == RtfDestination::Title { facts::title(words) } else { Some(words) };
            let slot = match place {
                RtfDestination::Title => &mut self.facts.title,
                _ => &mut self.facts.author,
            };
            *slot = slot.take().or(fact);
        }
        if matches!(place, RtfDestination::Fonts | RtfDestination::Styles) && !self.words.is_empty()
        {
            self.name();
        }
        if let Some((_, begun)) = &self.apart
            && *begun == depth
        {
            self.end_apart(place)?;
        }
        // A closing brace too many ends nothing.
        if let Some(state) = self.stack.pop() {
            self.state = state;
        }
        Ok(())
    }
}

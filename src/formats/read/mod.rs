//! From the bytes of a file to a draft: clean text, and what the format says besides.
//!
//! The format is told by the content; a file's name is a weak hint. Every importer keeps to the
//! limits of [`Limits`], and gives an error of its own file rather than a panic. What a text means
//! is not known here: `parse` makes a speech of a draft.

#[cfg(feature = "doc")]
mod doc;
mod docx;
mod draft;
mod epub;
mod error;
mod facts;
mod html;
mod limits;
mod markdown;
mod mhtml;
mod numbering;
mod numbers;
mod odt;
mod paragraph;
#[cfg(feature = "pdf")]
mod pdf;
mod rewriting;
mod rtf;
mod sheet;
mod sniff;
mod table;
#[cfg(test)]
pub(crate) mod tests;
mod xml;
mod zipped;

pub use draft::{Draft, DraftNotice, FileProperties, Stated};
pub use error::{ImportError, UnsupportedKind};
pub use limits::{Limit, Limits};
pub use sniff::{Sniffed, sniff};

use crate::speech::Format;
use crate::text::{Encoding, decode_as};
use limits::Budget;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use zipped::Zipped;

/// What is known of a file besides its bytes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'a> {
    /// Its name: a weak hint.
    pub name: Option<&'a str>,
    /// How its text is encoded, where the user said so.
    pub encoding: Option<Encoding>,
    /// How much it may cost.
    pub limits: Limits,
}

/// Makes a draft of a file.
///
/// # Errors
///
/// If the file is of a kind that is not read, is damaged or encrypted, or goes over a limit. A
/// plain text gives no error.
pub fn import(bytes: Vec<u8>, options: &Options) -> Result<Draft, ImportError> {
    let format = match sniff(&bytes, options.name) {
        Ok(Sniffed::Format(format)) => Some(format),
        Ok(Sniffed::Zip) => None,
        Err(error) => return Err(error),
    };
    if let Some(format @ (Format::Text | Format::Markdown)) = format {
        let limits = options.limits;
        let length = bytes.len() as u64;
        // What is not in UTF-8 takes five times its length while it is decoded.
        if length > limits.plain || length > limits.bytes && std::str::from_utf8(&bytes).is_err() {
            return Err(ImportError::Limit(Limit::Bytes));
        }
        // Only a long text can have as many.
        if bytes.len() > limits.plain_lines
            && memchr::memchr_iter(b'\n', &bytes).count() > limits.plain_lines
        {
            return Err(ImportError::Limit(Limit::Lines));
        }
        let mut draft = Draft::of_text(decode_as(bytes, options.encoding), format);
        if format == Format::Markdown {
            markdown::hint(&mut draft);
        }
        return Ok(draft);
    }
    if bytes.len() as u64 > options.limits.bytes {
        return Err(ImportError::Limit(Limit::Bytes));
    }
    let budget = Budget::new(options.limits);
    let told = format.unwrap_or_default();
    // The libraries below are not ours: a panic of theirs is a file that they cannot read.
    let read = catch_unwind(AssertUnwindSafe(|| structured(bytes, format, options, &budget)));
    read.unwrap_or_else(|_| Err(ImportError::damaged(told, "it cannot be read")))
}

fn structured(
    bytes: Vec<u8>,
    format: Option<Format>,
    options: &Options,
    budget: &Budget,
) -> Result<Draft, ImportError> {
    match format {
        Some(Format::Html) => html::read(bytes, options.encoding, budget),
        Some(Format::Mhtml) => mhtml::read(&bytes, options.encoding, budget),
        Some(Format::Rtf) => rtf::read(&bytes, budget),
        Some(Format::Pdf) => pdf_text(&bytes, budget),
        Some(Format::Doc) => doc_text(&bytes, budget),
        _ => {
            let bytes = Arc::new(bytes);
            let mut package = Zipped::open(&bytes, budget, Format::Docx)?;
            match container(&mut package)? {
                Format::Docx => docx::read(&mut package, budget),
                Format::Odt => odt::read(&mut package, budget),
                _ => epub::read(&bytes, &mut package, budget),
            }
        }
    }
}

#[cfg(feature = "pdf")]
fn pdf_text(bytes: &[u8], budget: &Budget) -> Result<Draft, ImportError> {
    pdf::read(bytes, budget)
}

#[cfg(not(feature = "pdf"))]
fn pdf_text(_: &[u8], _: &Budget) -> Result<Draft, ImportError> {
    Err(ImportError::Kind(UnsupportedKind::Pdf))
}

#[cfg(feature = "doc")]
fn doc_text(bytes: &[u8], budget: &Budget) -> Result<Draft, ImportError> {
    doc::read(bytes, budget)
}

#[cfg(not(feature = "doc"))]
fn doc_text(bytes: &[u8], _: &Budget) -> Result<Draft, ImportError> {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    Err(match memchr::memmem::find(bytes, &name) {
        Some(_) => ImportError::Encrypted(Format::Docx),
        None => ImportError::Kind(UnsupportedKind::OldWord),
    })
}

/// Tells what a ZIP archive is by what is in it.
fn container(package: &mut Zipped) -> Result<Format, ImportError> {
    let kind = package.read("mimetype")?.unwrap_or_default();
    let kind = String::from_utf8_lossy(&kind);
    let kind = kind.trim();
    if kind == "application/epub+zip" || package.has("META-INF/container.xml") {
        return Ok(Format::Epub);
    }
    if let Some(kind) = kind.strip_prefix("application/vnd.oasis.opendocument.") {
        return match kind {
            "text" | "text-template" | "text-master" => Ok(Format::Odt),
            "spreadsheet" => Err(ImportError::Kind(UnsupportedKind::Office("ODS"))),
            _ => Err(ImportError::Kind(UnsupportedKind::Office("ODP"))),
        };
    }
    if package.has("word/document.xml") {
        return Ok(Format::Docx);
    }
    if package.has("[Content_Types].xml") {
        let names = package.names();
        let has = |folder: &str| names.iter().any(|name| name.starts_with(folder));
        return match () {
            () if has("xl/") => Err(ImportError::Kind(UnsupportedKind::Office("XLSX"))),
            () if has("ppt/") => Err(ImportError::Kind(UnsupportedKind::Office("PPTX"))),
            () => Ok(Format::Docx),
        };
    }
    if package.has("content.xml") {
        return Ok(Format::Odt);
    }
    match members_of(package).is_empty() {
        true => Err(ImportError::EmptyArchive),
        false => Err(ImportError::Archive),
    }
}

/// Endings of the files in an archive or folder that are taken for texts.
pub const ENDINGS: [&str; 17] = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "mht", "mhtml", "docx", "docm", "odt",
    "rtf", "epub", "pdf", "doc", "zip",
];

/// Tells whether a file of this name may be a text.
pub fn is_named_text(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// Lists the texts in an archive, in the order of their names; nothing if the bytes are no archive
/// of files, but a document of their own.
///
/// # Errors
///
/// If the archive is damaged or goes over a limit, or holds no text.
pub fn members(bytes: &[u8], limits: Limits) -> Result<Option<Vec<String>>, ImportError> {
    if !matches!(sniff(bytes, None), Ok(Sniffed::Zip)) {
        return Ok(None);
    }
    let budget = Budget::new(limits);
    let mut package = Zipped::open(bytes, &budget, Format::Text)?;
    match container(&mut package) {
        Err(ImportError::Archive) => {
            let names = members_of(&mut package);
            let all =
                names.iter().fold(0_u64, |all, name| all.saturating_add(package.length(name)));
            match all > limits.members {
                true => Err(ImportError::Limit(Limit::Inflated)),
                false => Ok(Some(names)),
            }
        }
        Err(ImportError::EmptyArchive) => Err(ImportError::EmptyArchive),
        Ok(_) | Err(_) => Ok(None),
    }
}

fn members_of(package: &mut Zipped) -> Vec<String> {
    let is_inside = |name: &str| {
        !name.starts_with('/')
            && !name.contains(['\\', '\0', ':'])
            && name
                .split('/')
                .all(|part| !part.is_empty() && part != ".." && !part.starts_with('.'))
    };
    let mut names: Vec<String> = package
        .names()
        .into_iter()
        .filter(|name| {
            is_inside(name)
                && !name.starts_with("__MACOSX/")
                && is_named_text(name)
                && !name.to_ascii_lowercase().ends_with(".zip")
        })
        .collect();
    names.sort();
    names
}

/// Reads a file out of an archive; nothing if there is none of this name.
///
/// # Errors
///
/// If the archive is damaged, or the file in it goes over a limit.
pub fn member(bytes: &[u8], name: &str, limits: Limits) -> Result<Option<Vec<u8>>, ImportError> {
    let budget = Budget::new(limits);
    Zipped::open(bytes, &budget, Format::Text)?.read(name)
}

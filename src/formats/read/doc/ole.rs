//! The container of old Office documents: streams by their names, and what it is if it is not Word's.

use crate::formats::read::limits::Limit;
use crate::formats::read::{ImportError, UnsupportedKind};
use crate::speech::Format;
use cfb::CompoundFile;
use std::io::{Cursor, Read, Seek, SeekFrom};

/// An opened container.
pub(super) struct Container<'a> {
    file: CompoundFile<Cursor<&'a [u8]>>,
    length: u64,
}

impl<'a> Container<'a> {
    /// Opens a container.
    pub fn open(bytes: &'a [u8]) -> Result<Self, ImportError> {
        let file = CompoundFile::open(Cursor::new(bytes)).map_err(damaged)?;
        Ok(Container { file, length: bytes.len() as u64 })
    }

    /// Reads a whole stream; nothing if there is none of this name.
    pub fn stream(&mut self, name: &str) -> Result<Option<Vec<u8>>, ImportError> {
        if !self.file.is_stream(name) {
            return Ok(None);
        }
        let stream = self.file.open_stream(name).map_err(damaged)?;
        if stream.len() > self.length {
            return Err(ImportError::Limit(Limit::Bytes));
        }
        let mut bytes = Vec::new();
        stream.take(self.length).read_to_end(&mut bytes).map_err(damaged)?;
        Ok(Some(bytes))
    }

    /// Reads a stretch of a stream; nothing if it is not all there.
    pub fn part(&mut self, name: &str, at: u64, length: usize) -> Option<Vec<u8>> {
        let mut stream = self.file.open_stream(name).ok()?;
        stream.seek(SeekFrom::Start(at)).ok()?;
        let mut bytes = vec![0; length];
        stream.read_exact(&mut bytes).ok()?;
        Some(bytes)
    }

    /// Tells why a container without a text of Word is not read.
    pub fn refusal(&self) -> ImportError {
        let [xls, ppt, vsd, msg] = UnsupportedKind::OLD_OFFICE;
        let known = [
            ("Workbook", xls),
            ("Book", xls),
            ("PowerPoint Document", ppt),
            ("VisioDocument", vsd),
            ("__properties_version1.0", msg),
        ];
        if self.file.is_stream("EncryptedPackage") {
            return ImportError::Encrypted(Format::Docx);
        }
        let known = known.iter().find(|(stream, _)| self.file.is_stream(stream));
        match known {
            Some((_, name)) => ImportError::Kind(UnsupportedKind::Office(name)),
            None => ImportError::damaged(Format::Doc, "no text of Word is in it"),
        }
    }
}

fn damaged(error: std::io::Error) -> ImportError {
    ImportError::damaged(Format::Doc, error)
}

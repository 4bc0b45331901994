//! JSON for programs: how it is written, and the twins of the values it tells of.

pub(super) mod outline;
pub(super) mod speech;
pub(super) mod tables;
pub(super) mod whole;

use crate::text::printable;
pub(super) use outline::OutlineJson;
use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};
pub(super) use speech::{ListedJson, TextJson};
use std::borrow::Cow;
use std::io::{self, Write};
pub(super) use whole::WholeJson;

/// Writes a value as indented JSON and ends the line.
///
/// Whatever could act on a terminal is written as an escape, so that names of files stay exact and
/// harmless.
pub(super) fn write(value: &impl Serialize, out: &mut impl Write) -> anyhow::Result<()> {
    value.serialize(&mut indented(out))?;
    out.write_all(b"\n")?;
    Ok(())
}

/// Returns what writes values as [`write`] does, for those that come one after the other.
pub(super) fn indented<W: Write>(
    out: &mut W,
) -> Serializer<&mut W, Harmless<PrettyFormatter<'static>>> {
    Serializer::with_formatter(out, Harmless(PrettyFormatter::new()))
}

/// Writes a value as JSON on one line and ends it.
pub(super) fn write_line(value: &impl Serialize, out: &mut impl Write) -> anyhow::Result<()> {
    let mut serializer = Serializer::with_formatter(&mut *out, Harmless(CompactFormatter));
    value.serialize(&mut serializer)?;
    out.write_all(b"\n")?;
    Ok(())
}

/// Writes whatever could act on a terminal as an escape.
pub(super) struct Harmless<F>(F);

impl<F: Formatter> Formatter for Harmless<F> {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        if matches!(printable(fragment), Cow::Borrowed(_)) {
            return writer.write_all(fragment.as_bytes());
        }
        for c in fragment.chars() {
            let mut buffer = [0; 4];
            let text: &str = c.encode_utf8(&mut buffer);
            // NFD is no danger: only what `printable` would take out or blank is escaped.
            let harmless = printable(text).chars().next().is_some_and(|kept| kept != ' ');
            if harmless || c == ' ' {
                writer.write_all(text.as_bytes())?;
            } else {
                let mut units = [0; 2];
                for unit in c.encode_utf16(&mut units) {
                    write!(writer, "\\u{unit:04x}")?;
                }
            }
        }
        Ok(())
    }

    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_array(writer)
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array(writer)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, w: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(w, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array_value(writer)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object(writer)
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object(writer)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, w: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(w, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object_value(writer)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object_value(writer)
    }
}

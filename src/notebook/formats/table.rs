//! Bookmarks as comma-separated values (RFC 4180), with a header, for a spreadsheet.

use super::outgoing::Outgoing;
use std::io::Write;

/// The columns, whose names do not follow the language.
const COLUMNS: [&str; 16] = [
    "id", "address", "speech", "title", "speaker", "date", "line", "kind", "tags", "letter",
    "quote", "note", "created", "source", "url", "path",
];

/// Writes bookmarks, a row each. Tags are parted by commas.
///
/// # Errors
///
/// What writing gives.
pub fn csv(all: &[Outgoing<'_>], out: &mut impl Write) -> csv::Result<()> {
    let mut rows = csv::Writer::from_writer(out);
    rows.write_record(COLUMNS)?;
    for outgoing in all {
        let bookmark = outgoing.bookmark;
        let labels = &bookmark.labels;
        let kin = &bookmark.kin;
        let meta = outgoing.meta();
        let speaker = meta.and_then(|meta| meta.speaker.clone()).or_else(|| kin.speaker.clone());
        let date = meta.and_then(|meta| meta.date).or(kin.date);
        let file = bookmark.source.as_ref().map(|path| path.to_string_lossy().into_owned());
        let file = file.unwrap_or_default();
        rows.write_record([
            bookmark.id.clone(),
            outgoing.address().to_string(),
            bookmark.speech.to_string(),
            meta.map_or(&bookmark.title, |meta| &meta.title).clone(),
            speaker.unwrap_or_default(),
            date.map(|date| date.to_string()).unwrap_or_default(),
            outgoing.line().map(|line| line.to_string()).unwrap_or_default(),
            labels.kind.map(|kind| kind.name().to_owned()).unwrap_or_default(),
            labels.tags.join(", "),
            labels.letter.map(String::from).unwrap_or_default(),
            bookmark.anchor.words().into_owned(),
            bookmark.note.clone().unwrap_or_default(),
            bookmark.created.to_string(),
            file.clone(),
            outgoing.url().unwrap_or_default().to_owned(),
            file,
        ])?;
    }
    rows.flush()?;
    Ok(())
}

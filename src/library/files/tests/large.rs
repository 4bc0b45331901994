//! A very large file in steps: its beginning, all of its text, its outline.

use super::{Folder, SPEECH};
use crate::library::files::{Reading, open, open_head, outline_of, read_rest};
use crate::speech::parse::Lexicon;
use crate::speech::{BlockKind, Extent};
use std::path::Path;
use unicode_normalization::UnicodeNormalization;

/// Asserts that what is read in steps is, in the end, what is read at once, and that the
/// beginning is a beginning of it.
#[track_caller]
fn check(name: &str, contents: impl AsRef<[u8]>) {
    let folder = Folder::new();
    let path = folder.write(name, contents);
    let lexicon = Lexicon::shipped();
    let whole = open(&path, &lexicon).expect("it opens").speech;

    let opened = open_head(&path, &lexicon).expect("it opens");
    let head = &opened.speech;
    assert_eq!((head.extent, head.fingerprint.as_str()), (Extent::Head, ""), "{name}");
    assert_eq!(opened.notices, [], "nothing is broken by the cut: {name}");
    assert!(whole.text.starts_with(head.text.as_str()), "the beginning is one: {name}");
    assert!(head.text.len() > 20_000, "there is a screen to show: {name}");
    let (last, before) = head.blocks.split_last().expect("blocks");
    for (block, known) in before.iter().zip(whole.blocks.iter()) {
        assert_eq!((block.range, block.line), (known.range, known.line), "{name}");
    }
    assert_eq!(last.range.start, whole.blocks[before.len()].range.start, "{name}");
    for (at, _) in head.text.char_indices().step_by(997) {
        let (early, late) = (head.offsets.to_source(at), whole.offsets.to_source(at));
        assert_eq!(early, late, "the same bytes: {name}");
    }

    let unparsed = read_rest(head, Reading::of(&lexicon)).expect("it opens");
    assert_eq!(unparsed.speech.extent, Extent::Unparsed);
    assert_eq!(unparsed.speech.text, whole.text);
    assert_eq!(unparsed.speech.fingerprint, whole.fingerprint);
    assert_eq!((&unparsed.speech.outline, &unparsed.speech.meta), (&head.outline, &head.meta));
    let shown = unparsed.speech.blocks.iter().zip(before).all(|(now, then)| now == then);
    assert!(shown, "what is on the screen stays as it is: {name}");

    let parsed = outline_of(&unparsed.speech, &lexicon);
    assert_eq!(parsed.extent, Extent::Whole);
    assert_eq!(parsed.blocks, whole.blocks);
    assert_eq!(parsed.outline, whole.outline);
    assert_eq!((&parsed.id, &parsed.meta), (&whole.id, &whole.meta));
    assert_eq!(parsed.offsets, whole.offsets);
}

fn utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
    std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(bytes_of).collect()
}

#[test]
fn large_files_come_in_steps() {
    let long = SPEECH.repeat(12);
    let apart: String = long.nfd().collect();
    check("a.txt", &long);
    check("crlf.txt", long.replace('\n', "\r\n"));
    check("nfd.txt", &apart);
    check("bom.txt", format!("\u{feff}{}", apart.replace('\n', "\r\n")));
    check("le.txt", utf16(&long, u16::to_le_bytes));
    check("be.txt", utf16(&apart, u16::to_be_bytes));
}

#[test]
fn files_without_a_line_end_come_in_steps() {
    let line = SPEECH.repeat(12).replace('\n', " ");
    let apart: String = line.nfd().collect();
    check("a.txt", &line);
    check("nfd.txt", &apart);
    check("le.txt", utf16(&line, u16::to_le_bytes));
    check("be.txt", utf16(&apart, u16::to_be_bytes));
    // Without blanks either: only whole characters.
    for shift in 0..4 {
        let start = "x".repeat(shift);
        check("word.txt", format!("{start}{}", "đường".repeat(40_000)));
        check("emoji.txt", format!("{start}{}", "👍".repeat(70_000)));
        check("pairs.txt", utf16(&format!("{start}{}", "👍".repeat(70_000)), u16::to_le_bytes));
    }
}

#[test]
fn wrong_bytes_without_end_have_a_beginning_too() {
    let folder = Folder::new();
    let path = folder.write("a.txt", vec![0x80; 300_000]);
    let head = open_head(&path, &Lexicon::shipped()).expect("it opens").speech;
    assert_eq!(head.text.chars().count(), 64 * 1024);
}

#[test]
fn a_file_that_is_not_large_is_read_at_once() {
    let folder = Folder::new();
    for length in [0, 1000, 256 * 1024] {
        let path = folder.write("a.txt", "x".repeat(length));
        let opened = open_head(&path, &Lexicon::shipped()).expect("it opens").speech;
        assert_eq!((opened.extent, opened.text.len()), (Extent::Whole, length));
    }
}

#[test]
fn only_the_first_block_of_a_line_is_a_paragraph() {
    let folder = Folder::new();
    let speech = folder.open("a.txt", "một hai ".repeat(10_000));
    let kinds: Vec<BlockKind> = speech.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(kinds[0], BlockKind::Paragraph);
    assert!(kinds.len() > 4 && kinds[1..].iter().all(|kind| *kind == BlockKind::Continuation));
}

#[cfg(unix)]
#[test]
fn a_pipe_is_read_whole() {
    use std::io::Write;
    use std::os::fd::AsRawFd;
    let (reader, mut writer) = std::io::pipe().expect("a pipe");
    let name = format!("/dev/fd/{}", reader.as_raw_fd());
    if !Path::new(&name).exists() {
        eprintln!("skipped: this system has no /dev/fd");
        return;
    }
    let text = SPEECH.repeat(12);
    let sent = text.clone();
    let sender = std::thread::spawn(move || writer.write_all(sent.as_bytes()));
    // Opened while this end is open: a pipe by name is another end of it.
    let opened = open_head(Path::new(&name), &Lexicon::shipped()).expect("it opens").speech;
    sender.join().expect("it sends").expect("all is read");
    assert_eq!((opened.extent, opened.text.len()), (Extent::Whole, text.len()));
}

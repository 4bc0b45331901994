//! Writing a speech and reading it again.

use dienvan::formats::write::{
    FurniturePolicy, Moment, Page, PagePart, RoundTrip, epub, html, markdown, sketch, text,
};
use dienvan::i18n::{Lang, Messages};
use dienvan::library::files::from_bytes;
use dienvan::speech::parse::Lexicon;
use dienvan::speech::{Origin, Speech};
use std::path::{Path, PathBuf};

pub const SHIPPED: &str = include_str!("../../../data/speeches/2023-12-20-ket-luan-noi-chinh.txt");
pub const MOMENT: [u16; 6] = [2023, 12, 20, 8, 0, 0];

/// Makes a speech of the bytes of a file.
pub fn read(bytes: &[u8], lexicon: &Lexicon) -> Speech {
    let opened = from_bytes(bytes.to_vec(), Origin::StandardInput, lexicon);
    opened.expect("what was written is read").speech
}

/// The name of each format, its file, and whether its outline is known to be kept.
pub fn all(speech: &Speech, lexicon: &Lexicon) -> Vec<(&'static str, Vec<u8>, Option<RoundTrip>)> {
    let page = Page::of(speech, PagePart::Whole);
    let messages = Messages::new(Lang::Vi);
    let again = |text: &str| Some(read(text.as_bytes(), lexicon));
    let (md, md_kept) = markdown(&page, FurniturePolicy::Kept, &messages, &again);
    let (txt, txt_kept) = text(&page, &messages, &again);
    let page_of = html(&page, FurniturePolicy::Kept, &messages);
    let book = epub(&page, &Moment::new(MOMENT), &messages).expect("a book");
    vec![
        ("md", md.into_bytes(), Some(md_kept)),
        ("txt", txt.into_bytes(), Some(txt_kept)),
        ("html", page_of.into_bytes(), None),
        ("epub", book, None),
    ]
}

/// Returns the texts of the corpus.
pub fn corpus() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let files = std::fs::read_dir(folder).expect("the folder can be read");
    let is_text =
        |path: &PathBuf| path.extension().is_some_and(|ending| ending == "txt" || ending == "md");
    let mut out: Vec<PathBuf> = files.flatten().map(|file| file.path()).filter(is_text).collect();
    out.sort();
    out
}

#[test]
fn the_shipped_speech_comes_back_from_every_format() {
    let lexicon = Lexicon::shipped();
    let speech = read(SHIPPED.as_bytes(), &lexicon);
    let wanted = sketch(&speech);
    assert_eq!(wanted.len(), 20, "3 lists and 17 items");
    for (format, bytes, kept) in all(&speech, &lexicon) {
        let again = read(&bytes, &lexicon);
        assert_eq!(sketch(&again), wanted, "{format}");
        assert_ne!(kept, Some(RoundTrip::NotWhole), "{format}");
        assert_eq!(again.meta.title, speech.meta.title, "{format}");
        assert_eq!(again.meta.speaker, speech.meta.speaker, "{format}");
        assert_eq!(again.meta.date, speech.meta.date, "{format}");
        assert_eq!(again.meta.occasion, speech.meta.occasion, "{format}");
        // What is shown is the speech and nothing else: the same paragraphs, but for what is known.
        let shown = |speech: &Speech| -> Vec<String> {
            let all = speech.blocks.iter().filter(|block| {
                let kind = block.kind;
                !kind.is_hidden() && !matches!(kind, dienvan::speech::BlockKind::Furniture(_))
            });
            let words = |block: &dienvan::speech::Block| {
                dienvan::text::markup::plain(block.range.of(&speech.text))
            };
            all.map(words).collect()
        };
        let (found, wanted) = (shown(&again), shown(&speech));
        let differs = found.iter().zip(&wanted).find(|(found, wanted)| found != wanted);
        assert_eq!(differs, None, "{format}");
        assert_eq!(found.len(), wanted.len(), "{format}");
    }
}

#[test]
fn exports_of_exports_are_the_same() {
    let lexicon = Lexicon::shipped();
    let speech = read(SHIPPED.as_bytes(), &lexicon);
    let first = all(&speech, &lexicon).swap_remove(0).1;
    let second = all(&read(&first, &lexicon), &lexicon).swap_remove(0).1;
    let lines = |bytes: &[u8]| -> Vec<String> {
        String::from_utf8_lossy(bytes).lines().map(str::to_owned).collect()
    };
    let (first, second) = (lines(&first), lines(&second));
    let differs = first.iter().zip(&second).find(|(first, second)| first != second);
    assert_eq!(differs, None);
    assert_eq!(first.len(), second.len());
}
